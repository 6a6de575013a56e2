"""Changes as they happen, over lost connections."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing

import grpc

from . import v1 as pb
from .call import Caller, Cancellation
from .error import PodnetError
from .retry import backoff
from .shell import iterate
from .v1.errors import Unavailable
from .v1.reason import Reason
from .v1.services import WATCH

_SILENCE_FACTOR = 3
"""So many progress intervals without a frame are a lost connection."""


class Resync:
    """The position was gone: a new snapshot follows. Forget what was known before."""


Item = pb.WatchEvent | pb.WatchProgress | Resync
"""A change or a resource of the snapshot; a mark that everything up to its cursor was seen; a new beginning."""


class _Watch:
    """Where a watch stands, and how it goes on after an error; both kinds of iteration share it."""

    def __init__(self, client: Caller, request: pb.WatchRequest) -> None:
        self._client = client
        # What is asked for next. As long as a snapshot is wanted or under way, there is no position.
        self._request = request
        self._silence = _SILENCE_FACTOR * request.progress_interval.ToNanoseconds() / 1e9
        self._failures = 0
        self._closed = Cancellation()

    @property
    def resume_token(self) -> str:
        """Position to continue from, also in another process. Empty before there is one."""
        return self._request.resume_token

    def close(self) -> None:
        """Ends the iteration, from any thread."""
        self._closed.cancel()

    async def _items(self) -> AsyncGenerator[Item, None]:
        while not self._closed.cancelled.is_set():
            error: PodnetError = Unavailable(grpc.StatusCode.UNAVAILABLE, "the server ended the stream")
            call = await self._client._begin("unary_stream", WATCH, self._request)
            self._closed.guards(call)
            try:
                async with aclosing(self._client._frames(call, self._silence)) as frames:
                    async for frame in frames:
                        for item in self._taken(frame):
                            yield item
            except PodnetError as failure:
                error = failure
            if self._closed.cancelled.is_set():
                return
            if self._lost(error):
                yield Resync()
            await self._client._shell.sleep(backoff(self._failures, error), self._closed.cancelled)

    def _taken(self, frame: pb.WatchResponse) -> Iterator[Item]:
        """Yields what a frame brings. The position moves when all of it was taken."""
        self._failures = 0
        if frame.HasField("batch"):
            yield from frame.batch.events
        if frame.progress.snapshot_complete:
            self._request.include_snapshot = False
        kind = frame.WhichOneof("frame")
        if kind and not self._request.include_snapshot:
            self._request.resume_token = getattr(frame, kind).cursor.resume_token
        if frame.HasField("progress"):
            yield frame.progress

    def _lost(self, error: PodnetError) -> bool:
        """Moves the position after an error, or raises it if it stays; returns whether a new snapshot is to be told."""
        if error.reason in (Reason.REVISION_COMPACTED, Reason.STORE_CHANGED):
            self._request.resume_token, self._request.include_snapshot = "", True
        elif error.reason is Reason.WATCH_LAGGED:
            if not self._request.include_snapshot:
                self._request.resume_token = error.metadata.get("resume_token", self.resume_token)
        elif error.code is not grpc.StatusCode.UNAVAILABLE:
            raise error
        if error.of_transport:
            self._client._renewed()
        self._failures += 1
        # A snapshot that breaks off is taken again from its start.
        return self._request.include_snapshot


class Watch(_Watch):
    """Iterate to follow changes; see :meth:`podnet.Client.watch`."""

    def __iter__(self) -> Iterator[Item]:
        return iterate(self._items())


class AsyncWatch(_Watch):
    """Iterate to follow changes; see :meth:`podnet.AsyncClient.watch`."""

    def __aiter__(self) -> AsyncIterator[Item]:
        return self._items()
