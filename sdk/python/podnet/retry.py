"""Whether and when to try again. All numbers come from `service_config.json`, which the gRPC stack reads too."""

from __future__ import annotations

import json
import random
import threading
from importlib import resources
from typing import Any

import grpc

from .error import PodnetError
from .v1.reason import Reason


def _seconds(duration: str) -> float:
    return float(duration.removesuffix("s"))


_CONFIG: dict[str, Any] = json.loads(resources.files(__package__).joinpath("v1/service_config.json").read_text())
# All calls, then those with many items, which are listed by name; streams have neither deadline nor retries.
_CALLS, _BATCHES = _CONFIG["methodConfig"][:2]
_BATCH_PATHS = frozenset(f"/{name['service']}/{name['method']}" for name in _BATCHES["name"])
_POLICY, _THROTTLING = _CALLS["retryPolicy"], _CONFIG["retryThrottling"]
_REPEATABLE = frozenset({Reason.OVERLOADED, Reason.RATE_LIMITED, Reason.REQUEST_IN_PROGRESS})

ATTEMPTS_MAX: int = _POLICY["maxAttempts"]
"""Attempts of one call at most, the first included; and streams in a row that bring nothing."""
BACKOFF_INITIAL = _seconds(_POLICY["initialBackoff"])
"""Longest wait before the second attempt, in seconds."""
BACKOFF_MAX = _seconds(_POLICY["maxBackoff"])
"""Longest wait between two attempts, in seconds."""


def deadline(path: str, own: float | None, own_of_batches: float | None) -> float:
    """Seconds that a unary call may take over all attempts: the client's own, or those of the table."""
    batch = path in _BATCH_PATHS
    chosen, table = (own_of_batches, _BATCHES) if batch else (own, _CALLS)
    return _seconds(table["timeout"]) if chosen is None else chosen


def native() -> str:
    """Returns the service config for the stack, without deadlines: a caller's own may be longer than they are."""
    methods = [{key: value for key, value in method.items() if key != "timeout"} for method in _CONFIG["methodConfig"]]
    return json.dumps({**_CONFIG, "methodConfig": methods})


def backoff(attempt: int, error: PodnetError) -> float:
    """Returns the wait after so many failures: the server's wish, else drawn below the limit (full jitter)."""
    limit = min(BACKOFF_INITIAL * _POLICY["backoffMultiplier"] ** min(attempt - 1, 16), BACKOFF_MAX)
    drawn = random.uniform(0, limit) if error.pushback is None else max(error.pushback, 0.0)
    return max(drawn, error.retry_after or 0.0)


class Throttle:
    """Stops retries when most calls fail (gRFC A6). One for each client."""

    def __init__(self) -> None:
        self._tokens = _THROTTLING["maxTokens"]
        self._lock = threading.Lock()

    def note(self, change: float) -> bool:
        """Counts an outcome and returns whether retries are allowed."""
        most = _THROTTLING["maxTokens"]
        if change > 0 and self._tokens >= most:
            return True  # Nearly always; without the lock.
        with self._lock:
            self._tokens = min(max(self._tokens + change, 0.0), most)
            return bool(self._tokens > most / 2)

    def succeeded(self) -> None:
        self.note(_THROTTLING["tokenRatio"])

    def wait(self, error: PodnetError, attempt: int) -> float | None:
        """Returns the wait before another attempt; `None`: the error stays.

        UNAVAILABLE stays, whatever its reason: the stack has tried it as often as it may.
        """
        repeatable = error.reason in _REPEATABLE or error.code is grpc.StatusCode.DEADLINE_EXCEEDED
        if error.code is grpc.StatusCode.UNAVAILABLE or not repeatable:
            return None
        allowed = self.note(-1.0)
        if error.told_to_stop or not allowed or attempt >= ATTEMPTS_MAX:
            return None
        return backoff(attempt, error)
