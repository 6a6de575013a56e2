"""How is one logical call made? One request id, one deadline over all attempts, a token; an answer or a typed error."""

from __future__ import annotations

import copy
import math
import threading
import time
import uuid
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import grpc
from google.protobuf.message import Message

from .error import PodnetError
from .options import Connection
from .shell import Asyncio, Blocking
from .v1.service_config import ATTEMPTS_MAX, BATCHES, TOKEN_RATIO

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
        self.cancelled = threading.Event()
        """Whether it was called."""
        self._abort: Callable[[], object] = lambda: None

    def cancel(self) -> None:
        """Ends the call, now or as soon as it begins; it raises a :class:`PodnetError` with CANCELLED."""
        self.cancelled.set()
        self._abort()

    def guards(self, attempt: Any) -> None:
        """Ends this attempt when cancelled."""
        self._abort = attempt.cancel
        if self.cancelled.is_set():
            attempt.cancel()

    def result_of(self, attempt: Any) -> Any:
        """Waits for an attempt; one that was cancelled raises like any other that failed."""
        self.guards(attempt)
        try:
            return attempt.result()
        except grpc.FutureCancelledError:
            raise attempt from None


class Caller(Connection):
    """The calls of both clients; what waits is the shell's."""

    _shell: type[Blocking] | type[Asyncio]

    @property
    def channel(self) -> Any:
        """The connection, for the generated stubs in `podnet.v1`, which know no deadline, token or reason."""
        with self._lock:
            if self._channel is None:
                self._channel = self._open(self._shell.stack)
            return self._channel

    async def _call(
        self,
        rpc: Rpc[Request, Response],
        given: Request,
        timeout: float | None = None,
        cancel: Cancellation | None = None,
    ) -> Response:
        request, attempt = identified(given), 1
        if timeout is None:
            timeout = self.batch_deadline if rpc.path in BATCHES else self.deadline
        ends = time.monotonic() + timeout
        while True:
            metadata = await self._metadata()
            method, left = self._method("unary_unary", rpc), max(ends - time.monotonic(), 0.0)
            try:
                if cancel:
                    response = cancel.result_of(method.future(request, timeout=left, metadata=metadata))
                else:
                    response = await self._shell.value(method(request, timeout=left, metadata=metadata))
                break
            except grpc.RpcError as error:
                failure = PodnetError.of(error)
                wait = self._wait(failure, attempt)
                if wait is None or time.monotonic() + wait >= ends:
                    # The stack does not tell how often it tried; it gives up after as many as the table has.
                    native = self.retries and failure.code is grpc.StatusCode.UNAVAILABLE and not failure.told_to_stop
                    failure.attempts = ATTEMPTS_MAX if native else attempt
                    failure.request_id = getattr(request, "request_id", None)
                    raise failure from error
            attempt += 1
            await self._shell.sleep(wait, cancel.cancelled if cancel else None)
        # The stack takes a stream without a message for an answer.
        if not isinstance(response, rpc.response):
            raise PodnetError(grpc.StatusCode.INTERNAL, f"{rpc.path} was answered without a message")
        self._throttle.note(TOKEN_RATIO)
        return response

    def _wait(self, failure: PodnetError, attempt: int) -> float | None:
        """Returns how long to wait before the next attempt, if there is one."""
        if not self.retries:
            return None
        wait = self._throttle.wait(failure, attempt)
        # With other certificates a connection may be had.
        return 0.0 if wait is None and failure.of_transport and self._renewed() else wait

    async def _answers(
        self, rpc: Rpc[Request, Response], request: Request, timeout: float | None
    ) -> AsyncGenerator[Response, None]:
        async for answer in self._frames(await self._begin("unary_stream", rpc, request, timeout)):
            yield answer

    async def _begin(self, kind: str, rpc: Rpc[Any, Any], request: Any, timeout: float | None = None) -> Any:
        return self._method(kind, rpc)(request, timeout=timeout, metadata=await self._metadata())

    async def _frames(self, call: Any, silence: float = math.inf) -> AsyncGenerator[Any, None]:
        """Yields what a stream brings, and leaves it; its errors, and too long a silence, are of this package."""
        try:
            async for frame in self._shell.frames(call, silence):
                yield frame
        except grpc.RpcError as error:
            raise PodnetError.of(error) from error
        finally:
            call.cancel()

    async def _metadata(self) -> tuple[tuple[str, str], ...]:
        token = await self._shell.value(self.token() if callable(self.token) else self.token)
        return (("authorization", f"Bearer {token}"),) if token else ()

    def _method(self, kind: str, rpc: Rpc[Any, Any]) -> Any:
        return getattr(self.channel, kind)(rpc.path, rpc.request.SerializeToString, rpc.response.FromString)


def identified(request: Request) -> Request:
    """Fills an empty `request_id` in a copy, so that the caller's message stays as it is."""
    if getattr(request, "request_id", None) != "":
        return request
    copied: Any = copy.deepcopy(request)
    copied.request_id = str(uuid.uuid4())
    return copied  # type: ignore[no-any-return]
