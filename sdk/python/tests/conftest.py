"""What the tests share: the folder of the client, and the server of PODNET_ADDR with the sample cluster loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def address() -> str:
    """The server's address; the tests that need one do not run without."""
    given = os.environ.get("PODNET_ADDR")
    if not given:
        pytest.fail("set PODNET_ADDR to a server with tests/samples/kubenet imported")
    return given


def run(*arguments: str | Path, **environment: str) -> str:
    """What a Python program prints, from a process of its own."""
    command = [sys.executable, *map(str, arguments)]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env={**os.environ, **environment}, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout
