"""Whether and when to try again. All numbers come from `service_config.json`, which the gRPC stack reads too."""

from __future__ import annotations

import json
import random
import threading
from dataclasses import dataclass
from importlib import resources
from typing import Any

import grpc

from .error import PodnetError
from .v1.reason import Reason

_CONFIG: dict[str, Any] = json.loads(resources.files(__package__).joinpath("v1/service_config.json").read_text())
_THROTTLING: dict[str, float] = _CONFIG["retryThrottling"]
_REPEATABLE = frozenset({Reason.OVERLOADED, Reason.RATE_LIMITED, Reason.REQUEST_IN_PROGRESS})


def _seconds(duration: str) -> float:
    return float(duration.removesuffix("s"))


def _by_method(key: str) -> dict[str, Any]:
    """A setting by path of the service, as ``/podnet.v1.IpamService/``, or of the method."""
    return {
        f"/{name['service']}/{name.get('method', '')}": method.get(key)
        for method in _CONFIG["methodConfig"]
        for name in method["name"]
    }


_TIMEOUTS = _by_method("timeout")


def deadline(path: str) -> float:
    """Seconds that a unary call may take over all attempts unless its caller says otherwise."""
    return _seconds(_TIMEOUTS.get(path) or _TIMEOUTS[path[: path.rindex("/") + 1]])


def is_batch(path: str) -> bool:
    """Whether the call carries many items and has the longer deadline."""
    return path in _TIMEOUTS


def native() -> str:
    """Returns the service config for the stack, without deadlines: a caller's own may be longer than they are."""
    methods = [{key: value for key, value in method.items() if key != "timeout"} for method in _CONFIG["methodConfig"]]
    return json.dumps({**_CONFIG, "methodConfig": methods})


@dataclass(frozen=True)
class Policy:
    """How often and how patiently."""

    attempts_max: int
    """Attempts of one call at most, the first included."""
    backoff_initial: float
    """Longest wait before the second attempt, in seconds."""
    backoff_max: float
    """Longest wait between two attempts, in seconds."""
    backoff_multiplier: float
    """Growth of the longest wait with each attempt."""

    @staticmethod
    def default() -> Policy:
        """Reads the numbers of the service config."""
        policy = next(method["retryPolicy"] for method in _CONFIG["methodConfig"] if "retryPolicy" in method)
        return Policy(
            policy["maxAttempts"],
            _seconds(policy["initialBackoff"]),
            _seconds(policy["maxBackoff"]),
            policy["backoffMultiplier"],
        )

    def backoff(self, attempt: int, error: PodnetError) -> float:
        """Returns the wait after so many failures: the server's wish, else drawn below the limit (full jitter)."""
        limit = min(self.backoff_initial * self.backoff_multiplier ** min(attempt - 1, 16), self.backoff_max)
        drawn = random.uniform(0, limit) if error.pushback is None else max(error.pushback, 0.0)
        return max(drawn, error.retry_after or 0.0)

    def wait(self, error: PodnetError, attempt: int, throttle: Throttle) -> float | None:
        """Returns the wait before another attempt; `None`: the error stays.

        UNAVAILABLE stays, whatever its reason: the stack has tried it as often as it may.
        """
        repeatable = error.reason in _REPEATABLE or error.code is grpc.StatusCode.DEADLINE_EXCEEDED
        if error.code is grpc.StatusCode.UNAVAILABLE or not repeatable:
            return None
        allowed = throttle.note(False)
        if error.told_to_stop or not allowed or attempt >= self.attempts_max:
            return None
        return self.backoff(attempt, error)


class Throttle:
    """Stops retries when most calls fail (gRFC A6). One for each client."""

    def __init__(self) -> None:
        self._tokens = _THROTTLING["maxTokens"]
        self._lock = threading.Lock()

    def note(self, succeeded: bool) -> bool:
        """Counts an outcome and returns whether retries are allowed."""
        most = _THROTTLING["maxTokens"]
        if succeeded and self._tokens >= most:
            return True  # Nearly always; without the lock.
        with self._lock:
            change = _THROTTLING["tokenRatio"] if succeeded else -1.0
            self._tokens = min(max(self._tokens + change, 0.0), most)
            return self._tokens > most / 2
