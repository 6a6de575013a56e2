"""Many operations over one stream that may break: what is unanswered is sent again, unchanged."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable
from contextlib import aclosing
from typing import Any

import grpc

from . import v1 as pb
from .call import Caller, identified
from .error import PodnetError
from .retry import backoff
from .v1.errors import Unavailable
from .v1.service_config import ATTEMPTS_MAX
from .v1.services import STREAM_ADDRESSES

Operation = pb.AllocateAddressRequest | pb.ReleaseAddressRequest
"""What a stream takes."""


class Stream:
    """What was taken, sent and answered, over one connection after another; both kinds of client share it."""

    def __init__(self, client: Caller, operations: Iterable[Operation] | AsyncIterable[Operation]) -> None:
        self._client = client
        self._operations = _each(operations)
        self._trouble: Exception | None = None
        self._unanswered: dict[int, pb.StreamAddressesRequest] = {}
        self._again: deque[pb.StreamAddressesRequest] = deque()
        # The number of the stream that is open: a sender of an earlier one has to stop.
        self._stream = self._count = self._window = self._failures = 0
        self._ended = False
        self._changed = client._shell.Condition()
        # The caller's operations are asked for by one sender at a time, also when a stream breaks while they work.
        self._taking = client._shell.Condition()

    async def answers(self) -> AsyncGenerator[pb.StreamAddressesResponse, None]:
        """Yields answers as they come, until everything has its own."""
        shell = self._client._shell
        try:
            while True:
                await self._note(self._begin)
                error: PodnetError = Unavailable(grpc.StatusCode.UNAVAILABLE, "the server ended the stream")
                requests = shell.outgoing(self._requests(self._stream))
                call = await self._client._begin("stream_stream", STREAM_ADDRESSES, requests)
                metadata: Any = await shell.value(call.initial_metadata())
                await self._note(self._opened, dict(tuple(metadata)))
                try:
                    async with aclosing(self._client._frames(call)) as answers:
                        async for answer in answers:
                            if await self._note(self._answered, answer):
                                yield answer
                    if self._ended and not self._unanswered and self._trouble is None:
                        return
                except PodnetError as failure:
                    error = failure
                await shell.sleep(self._broken(error))
        finally:
            await self._note(self._begin)

    async def _requests(self, stream: int) -> AsyncGenerator[pb.StreamAddressesRequest, None]:
        """Yields what goes out over one stream: what an earlier one left unanswered, then what is new."""
        while True:
            async with self._changed:
                await self._changed.wait_for(
                    lambda: stream != self._stream or self._waiting < self._window or self._drained
                )
                if stream != self._stream or self._drained:
                    return
                again = self._again.popleft() if self._again else None
            if again:
                yield again
                continue
            async with self._taking:
                if stream == self._stream and not self._again and not self._ended:
                    try:
                        taken = await anext(self._operations, None)
                    except Exception as trouble:
                        taken, self._trouble = None, trouble
                    await self._note(self._take, taken)

    async def _note(self, change: Callable[..., Any], *args: Any) -> Any:
        async with self._changed:
            result = change(*args)
            self._changed.notify_all()
            return result

    def _begin(self) -> None:
        """Begins a stream: nothing may be sent before the server has said how much."""
        self._stream += 1
        self._again = deque(self._unanswered.values())
        self._window = 0

    def _opened(self, metadata: dict[str, Any]) -> None:
        # A server that says nothing is asked one thing at a time.
        self._window = int(metadata.get("podnet-max-in-flight", 1))

    @property
    def _waiting(self) -> int:
        """How many were sent over the stream that is open, and have no answer."""
        return len(self._unanswered) - len(self._again)

    @property
    def _drained(self) -> bool:
        """Whether everything there is has been sent."""
        return self._ended and not self._again

    def _take(self, operation: Operation | None) -> None:
        """Numbers an operation of the caller, to be sent over the present stream; `None` is their end."""
        if operation is None:
            self._ended = True
            return
        self._count += 1
        field = "allocate" if isinstance(operation, pb.AllocateAddressRequest) else "release"
        fields: Any = {"correlation_id": self._count, field: identified(operation)}
        request = pb.StreamAddressesRequest(**fields)
        self._unanswered[self._count] = request
        self._again.append(request)

    def _answered(self, answer: pb.StreamAddressesResponse) -> bool:
        """Counts an answer; false for one that was given already."""
        if self._unanswered.pop(answer.correlation_id, None) is None:
            return False
        self._failures = 0
        return True

    def _broken(self, failure: PodnetError) -> float:
        """Returns how long to wait before the next stream, or raises the error that stays."""
        if self._trouble is not None:
            raise self._trouble
        self._failures += 1
        failure.attempts = self._failures
        # An asynchronous write that meets the end of a stream hides the status that the stream ended with.
        hidden = failure.code is grpc.StatusCode.INTERNAL and failure.message == "Internal error from Core"
        lost = (failure.code is grpc.StatusCode.UNAVAILABLE or hidden) and not failure.told_to_stop
        if not (lost and self._client.retries and self._failures < ATTEMPTS_MAX):
            raise failure
        if failure.of_transport:
            self._client._renewed()
        return backoff(self._failures, failure)


async def _each(operations: Iterable[Operation] | AsyncIterable[Operation]) -> AsyncGenerator[Operation, None]:
    if isinstance(operations, AsyncIterable):
        async for operation in operations:
            yield operation
    else:
        for operation in operations:
            yield operation
