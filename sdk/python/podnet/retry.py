"""Whether and when to try again, above what the gRPC stack does by itself with the same numbers."""

from __future__ import annotations

import random
import threading

import grpc

from .error import PodnetError
from .v1.service_config import ATTEMPTS_MAX, BACKOFF_FIRST, BACKOFF_MAX, RETRYABLE, TOKENS_MAX


def backoff(attempt: int, error: PodnetError) -> float:
    """Returns the wait after so many failures: the server's wish, else drawn below the limit (full jitter)."""
    limit = min(BACKOFF_FIRST * 2 ** min(attempt - 1, 16), BACKOFF_MAX)
    drawn = random.uniform(0, limit) if error.pushback is None else max(error.pushback, 0.0)
    return max(drawn, error.retry_after or 0.0)


class Throttle:
    """Stops retries when most calls fail (gRFC A6). One for each client."""

    def __init__(self) -> None:
        self._tokens = TOKENS_MAX
        self._lock = threading.Lock()

    def note(self, change: float) -> bool:
        """Counts an outcome and returns whether retries are allowed."""
        if change > 0 and self._tokens >= TOKENS_MAX:
            return True  # Nearly always; without the lock.
        with self._lock:
            self._tokens = min(max(self._tokens + change, 0.0), TOKENS_MAX)
            return self._tokens > TOKENS_MAX / 2

    def wait(self, error: PodnetError, attempt: int) -> float | None:
        """Returns the wait before another attempt; `None`: the error stays.

        UNAVAILABLE stays, whatever its reason: the stack has tried it as often as it may.
        """
        repeatable = error.reason in RETRYABLE or error.code is grpc.StatusCode.DEADLINE_EXCEEDED
        if error.code is grpc.StatusCode.UNAVAILABLE or not repeatable:
            return None
        allowed = self.note(-1.0)
        if error.told_to_stop or not allowed or attempt >= ATTEMPTS_MAX:
            return None
        return backoff(attempt, error)
