"""Do the README's example and the examples beside it do what they say?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import ROOT, run

import podnet

NODE = "clusters/aks-kubenet-demo/nodes/aks-nodepool1-12345678-vmss00000"
README_PRINTS = [
    f"{NODE}0 10.244.0.0/24",
    f"{NODE}1 10.244.1.0/24",
    f"{NODE}2 10.244.2.0/24",
    "address 10.244.2.",
    "RESOURCE_NOT_FOUND clusters/aks-kubenet-demo/allocations/c0ffee-eth0",
]


def readme_example() -> str:
    """The example, from between its marks."""
    return (ROOT / "README.md").read_text().split("```python\n")[1].split("```")[0]


def test_the_readme_example(address: str, tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(readme_example())
    lines = run(script).splitlines()
    assert len(lines) == len(README_PRINTS), lines
    assert all(line.startswith(start) for line, start in zip(lines, README_PRINTS, strict=True)), lines


def test_allocate_for_pod(address: str) -> None:
    lines = run(ROOT / "examples/allocate_for_pod.py").splitlines()
    assert lines[0].startswith(f"shop/example-0 on {NODE}0: 10.244.0."), lines
    assert lines[1:] == ["released: True"], lines


def test_trace_flow(address: str) -> None:
    lines = run(ROOT / "examples/trace_flow.py").splitlines()
    assert lines[0] == "REACHABLE", lines
    assert any("10.244.0.4" in line for line in lines), lines


def test_load_generator(address: str) -> None:
    lines = run(ROOT / "examples/load_generator.py", "150").splitlines()
    assert [line.split()[0] for line in lines] == ["echo", "unary", "batch", "stream"], lines
    assert all(line.endswith(" operations/s") for line in lines), lines


def test_follow_routes(address: str) -> None:
    """What is there is shown first, and then a route that this test makes."""
    with podnet.Client() as client:
        table = next(iter(client.route.list_route_tables(parent="networks/vnet-kubenet")))
        command = [sys.executable, str(ROOT / "examples/follow_routes.py"), "networks/vnet-kubenet", "1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as example:
            assert example.stdout is not None
            seen = []
            for line in example.stdout:
                seen.append(line)
                if " routes at revision " in line:
                    break
            route = {"address_prefix": "192.0.2.0/24", "next_hop_type": "NEXT_HOP_TYPE_NONE"}
            made = client.route.create_route(parent=table.name, route_id="example", route=route).route
            seen += list(example.stdout)
        client.route.delete_route(name=made.name)
    assert example.returncode == 0, seen
    assert seen[-1].startswith("ADDED    192.0.2.0/24"), seen
