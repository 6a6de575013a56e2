"""Many operations over one stream that may break: what is unanswered is sent again, unchanged."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import grpc

from . import v1 as pb
from .call import identified
from .error import PodnetError, Unavailable
from .retry import Policy
from .v1.services import STREAM_ADDRESSES

if TYPE_CHECKING:
    from .client import AsyncClient, Client

Operation = pb.StreamAddressesRequest | pb.AllocateAddressRequest | pb.ReleaseAddressRequest
"""What a stream takes."""


class _Outbox:
    """What was taken, sent and answered. Sends nothing and waits for nothing."""

    def __init__(self, policy: Policy | None, renewed: Callable[[], bool]) -> None:
        self.stream = 0
        """Number of the stream that is open; a sender of an earlier one has to stop."""
        self.trouble: Exception | None = None
        """What the caller's operations raised."""
        self._unanswered: dict[int, pb.StreamAddressesRequest] = {}
        self._again: deque[pb.StreamAddressesRequest] = deque()
        self._count = self._sent = self._window = self._failures = 0
        self._ended = False
        self._policy = policy
        self._renewed = renewed

    def begin(self) -> int:
        """Begins a stream: nothing may be sent before the server has said how much."""
        self.stream += 1
        self._again = deque(self._unanswered.values())
        self._sent = self._window = 0
        return self.stream

    def opened(self, metadata: Iterable[tuple[str, Any]]) -> None:
        # A server that says nothing is asked one thing at a time.
        self._window = int(dict(tuple(metadata)).get("podnet-max-in-flight", 1))

    def must_wait(self, stream: int) -> bool:
        return stream == self.stream and self._sent >= self._window and not self.is_drained

    @property
    def is_drained(self) -> bool:
        """Whether everything there is has been sent."""
        return self._ended and not self._again

    @property
    def is_done(self) -> bool:
        return self._ended and not self._unanswered

    def resend(self) -> pb.StreamAddressesRequest | None:
        """Returns what an earlier stream left unanswered, one after another."""
        self._sent += bool(self._again)
        return self._again.popleft() if self._again else None

    def taken(self, operation: Operation | None, stream: int) -> pb.StreamAddressesRequest | None:
        """Numbers an operation of the caller and returns what to send of it; `None` is their end."""
        if operation is None:
            self._ended = True
            return None
        request = pb.StreamAddressesRequest()
        if isinstance(operation, pb.StreamAddressesRequest):
            request.CopyFrom(operation)
        elif isinstance(operation, pb.AllocateAddressRequest):
            request.allocate.CopyFrom(operation)
        else:
            request.release.CopyFrom(operation)
        kind = request.WhichOneof("operation")
        if kind:
            inner = getattr(request, kind)
            inner.request_id = identified(inner)[1]
        self._count += 1
        request.correlation_id = self._count
        self._unanswered[self._count] = request
        if stream != self.stream:
            # Taken while the stream broke: the next one sends it.
            self._again.append(request)
            return None
        self._sent += 1
        return request

    def answered(self, answer: pb.StreamAddressesResponse) -> bool:
        """Counts an answer; false for one that was given already."""
        if self._unanswered.pop(answer.correlation_id, None) is None:
            return False
        self._sent -= 1
        self._failures = 0
        return True

    def broken(self, error: grpc.RpcError | None) -> float:
        """Returns how long to wait before the next stream, or raises the error that stays."""
        if self.trouble is not None:
            raise self.trouble
        left = f"the server ended the stream with {len(self._unanswered)} operations unanswered"
        failure = PodnetError.of(error) if error else Unavailable(grpc.StatusCode.UNAVAILABLE, left)
        self._failures += 1
        failure.attempts = self._failures
        # An asynchronous write that meets the end of a stream hides the status that the stream ended with.
        hidden = failure.code is grpc.StatusCode.INTERNAL and failure.message == "Internal error from Core"
        lost = (failure.code is grpc.StatusCode.UNAVAILABLE or hidden) and not failure.told_to_stop
        if not (lost and self._policy and self._failures < self._policy.attempts_max):
            raise failure from error
        if failure.of_transport:
            self._renewed()
        return self._policy.backoff(self._failures, failure)


class Stream:
    """The blocking form; see :meth:`podnet.Client.stream`."""

    def __init__(self, client: Client, operations: Iterable[Operation]) -> None:
        self._client = client
        self._operations = iter(operations)
        self._box = _Outbox(client._policy, client._renewed)
        self._changed = threading.Condition()
        # The caller's iterator is in one thread at a time, also when a stream breaks while it works.
        self._taking = threading.Lock()

    def __iter__(self) -> Iterator[pb.StreamAddressesResponse]:
        box = self._box
        try:
            while True:
                stream = self._note(box.begin)
                call = self._client._begin(
                    "stream_stream", STREAM_ADDRESSES, iter(functools.partial(self._next, stream), None)
                )
                error: grpc.RpcError | None = None
                try:
                    self._note(box.opened, call.initial_metadata())
                    for answer in call:
                        if self._note(box.answered, answer):
                            yield answer
                    if box.is_done and box.trouble is None:
                        return
                except grpc.RpcError as failure:
                    error = failure
                finally:
                    call.cancel()
                threading.Event().wait(box.broken(error))
        finally:
            self._note(box.begin)

    def _note(self, change: Callable[..., Any], *args: Any) -> Any:
        with self._changed:
            result = change(*args)
            self._changed.notify_all()
            return result

    def _next(self, stream: int) -> pb.StreamAddressesRequest | None:
        """What the stack sends next, from its own thread; `None` ends its side of the stream."""
        box = self._box
        while True:
            with self._changed:
                self._changed.wait_for(lambda: not box.must_wait(stream))
                if stream != box.stream or box.is_drained:
                    return None
                if request := box.resend():
                    return request
            with self._taking:
                if stream != box.stream or box._again:
                    continue
                operation = None
                try:
                    operation = next(self._operations, None)
                except Exception as trouble:
                    box.trouble = trouble
                taken: pb.StreamAddressesRequest | None = self._note(box.taken, operation, stream)
            return taken


class AsyncStream:
    """The asynchronous form; see :meth:`podnet.AsyncClient.stream`."""

    def __init__(self, client: AsyncClient, operations: Iterable[Operation] | AsyncIterable[Operation]) -> None:
        self._client = client
        self._operations = aiter(operations) if isinstance(operations, AsyncIterable) else _each(operations)
        self._box = _Outbox(client._policy, client._renewed)
        self._changed = asyncio.Condition()
        self._taking = asyncio.Lock()

    async def __aiter__(self) -> AsyncIterator[pb.StreamAddressesResponse]:
        box = self._box
        senders: list[asyncio.Task[None]] = []
        try:
            while True:
                stream = await self._note(box.begin)
                call = await self._client._begin("stream_stream", STREAM_ADDRESSES)
                error: grpc.RpcError | None = None
                try:
                    senders.append(asyncio.create_task(self._send(call, stream)))
                    await self._note(box.opened, await call.initial_metadata())
                    async for answer in call:
                        if await self._note(box.answered, answer):
                            yield answer
                    if box.is_done and box.trouble is None:
                        return
                except grpc.RpcError as failure:
                    error = failure
                finally:
                    call.cancel()
                await asyncio.sleep(box.broken(error))
        finally:
            for sender in senders:
                sender.cancel()

    async def _note(self, change: Callable[..., Any], *args: Any) -> Any:
        async with self._changed:
            result = change(*args)
            self._changed.notify_all()
            return result

    async def _send(self, call: Any, stream: int) -> None:
        try:
            while request := await self._next(stream):
                await call.write(request)
            await call.done_writing()
        except (grpc.RpcError, asyncio.InvalidStateError):
            pass  # The reader of the same call has it too.

    async def _next(self, stream: int) -> pb.StreamAddressesRequest | None:
        box = self._box
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: not box.must_wait(stream))
                if stream != box.stream or box.is_drained:
                    return None
                if request := box.resend():
                    return request
            async with self._taking:
                if stream != box.stream or box._again:
                    continue
                operation = None
                try:
                    operation = await anext(self._operations, None)
                except Exception as trouble:
                    box.trouble = trouble
                taken: pb.StreamAddressesRequest | None = await self._note(box.taken, operation, stream)
            return taken


async def _each(operations: Iterable[Operation]) -> AsyncIterator[Operation]:
    for operation in operations:
        yield operation
