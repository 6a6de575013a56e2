"""What is one logical call: which request id and deadline it has, and how long it goes on. Sends nothing itself."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import grpc
from google.protobuf.message import Message

from .error import PodnetError
from .retry import Policy, Throttle

Request = TypeVar("Request", bound=Message)
Response = TypeVar("Response", bound=Message)


@dataclass(frozen=True)
class Rpc(Generic[Request, Response]):
    """A method of the contract with its messages; :mod:`podnet.v1.services` has one for each."""

    path: str
    """As on the wire: ``/podnet.v1.IpamService/AllocateAddress``."""
    request: type[Request]
    response: type[Response]

    def build(self, request: Request | None, fields: dict[str, Any]) -> Request:
        """Returns the request given, or one of the fields that are not `None`."""
        if request is None:
            return self.request(**fields)
        if any(value is not None for value in fields.values()):
            raise TypeError(f"{self.request.__name__} is given whole and by fields; choose one")
        return request


class Cancellation:
    """Ends a blocking call from another thread: pass it as ``cancel=`` and call :meth:`cancel`."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._abort: Callable[[], object] = lambda: None

    def cancel(self) -> None:
        """Ends the call, now or as soon as it begins; it raises a :class:`PodnetError` with CANCELLED."""
        self._event.set()
        self._abort()

    def result_of(self, attempt: Any) -> Any:
        """Waits for an attempt; one that was cancelled raises like any other that failed."""
        self._abort = attempt.cancel
        if self._event.is_set():
            attempt.cancel()
        try:
            return attempt.result()
        except grpc.FutureCancelledError:
            raise attempt from None

    def sleep(self, seconds: float) -> None:
        """Waits between two attempts, or less when cancelled."""
        self._event.wait(seconds)


class Run(Generic[Request, Response]):
    """The attempts of one call under one deadline, with one request id."""

    def __init__(
        self, rpc: Rpc[Request, Response], request: Request, timeout: float, policy: Policy | None, throttle: Throttle
    ) -> None:
        self.request, self.request_id = identified(request)
        self._rpc = rpc
        self._ends = time.monotonic() + timeout
        self._attempt = 1
        self._policy = policy
        self._throttle = throttle

    def left(self) -> float:
        """Seconds until the deadline, which covers all attempts and waits."""
        return max(self._ends - time.monotonic(), 0.0)

    def succeeded(self, response: Any) -> Response:
        """Counts for the throttle. The stack takes a stream without a message for an answer; this does not."""
        if not isinstance(response, self._rpc.response):
            raise PodnetError(grpc.StatusCode.INTERNAL, f"{self._rpc.path} was answered without a message")
        self._throttle.note(True)
        return response

    def failed(self, error: grpc.RpcError, renewed: Callable[[], bool]) -> float:
        """Returns how long to wait before the next attempt, or raises the error that stays.

        `renewed` makes a new connection if the files that the present one was made from have changed.
        """
        failure = PodnetError.of(error)
        wait = self._policy.wait(failure, self._attempt, self._throttle) if self._policy else None
        if wait is None and failure.of_transport and self._policy and renewed():
            wait = 0.0
        if wait is None or wait >= self.left():
            # The stack does not tell how often it tried; it gives up after as many as the policy has, or when told to.
            native = failure.code is grpc.StatusCode.UNAVAILABLE and not failure.told_to_stop
            failure.attempts = self._policy.attempts_max if self._policy and native else self._attempt
            failure.request_id = self.request_id
            raise failure from error
        self._attempt += 1
        return wait


def identified(request: Request) -> tuple[Request, str | None]:
    """Fills an empty `request_id` in a copy, so that the caller's message stays as it is."""
    if "request_id" not in request.DESCRIPTOR.fields_by_name:
        return request, None
    given: str = getattr(request, "request_id", "")
    if given:
        return request, given
    copy = type(request)()
    copy.CopyFrom(request)
    fresh = str(uuid.uuid4())
    setattr(copy, "request_id", fresh)  # noqa: B010 - the field is known by its descriptor only
    return copy, fresh
