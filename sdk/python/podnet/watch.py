"""Changes as they happen, over lost connections."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any

import grpc

from . import v1 as pb
from .error import PodnetError, Unavailable
from .retry import Policy
from .v1.reason import Reason
from .v1.services import WATCH

if TYPE_CHECKING:
    from .client import AsyncClient, Client

_SILENCE_FACTOR = 3
"""So many progress intervals without a frame are a lost connection."""


class Resync:
    """The position was gone: a new snapshot follows. Forget what was known before."""


Item = pb.WatchEvent | pb.WatchProgress | Resync
"""A change or a resource of the snapshot; a mark that everything up to its cursor was seen; a new beginning."""


class _Position:
    """Where a watch stands, and how it goes on after an error. Sends nothing and waits for nothing."""

    def __init__(self, request: pb.WatchRequest, renewed: Callable[[], bool]) -> None:
        self._request = request
        self._renewed = renewed
        self._failures = 0
        self._policy = Policy.default()
        self.silence = _SILENCE_FACTOR * request.progress_interval.ToNanoseconds() / 1e9
        self.resume_token = request.resume_token
        self.in_snapshot = request.include_snapshot

    def request(self) -> pb.WatchRequest:
        request = pb.WatchRequest()
        request.CopyFrom(self._request)
        request.resume_token = "" if self.in_snapshot else self.resume_token
        request.include_snapshot = self.in_snapshot
        return request

    def items(self, frame: pb.WatchResponse) -> Iterator[Item]:
        """Yields what a frame brings. The position moves when all of it was taken."""
        self._failures = 0
        if frame.HasField("batch"):
            yield from frame.batch.events
        if frame.HasField("progress"):
            self.in_snapshot = self.in_snapshot and not frame.progress.snapshot_complete
        # Within a snapshot there is no position; one that breaks off is taken again from its start.
        kind = frame.WhichOneof("frame")
        if kind and not self.in_snapshot:
            self.resume_token = getattr(frame, kind).cursor.resume_token
        if frame.HasField("progress"):
            yield frame.progress

    def lost(self, error: PodnetError) -> tuple[list[Item], float]:
        """Returns what to say and how long to wait before the next connection; raises an error that stays."""
        lagged = error.reason is Reason.WATCH_LAGGED
        gone = error.reason in (Reason.REVISION_COMPACTED, Reason.STORE_CHANGED)
        if not (lagged or gone or error.code is grpc.StatusCode.UNAVAILABLE):
            raise error
        if error.of_transport:
            self._renewed()
        if lagged:
            self.resume_token = error.metadata.get("resume_token", self.resume_token)
        said: list[Item] = [Resync()] if gone or self.in_snapshot else []
        self.in_snapshot = self.in_snapshot or gone
        self._failures += 1
        return said, self._policy.backoff(self._failures, error)

    def silent(self) -> PodnetError:
        return Unavailable(grpc.StatusCode.UNAVAILABLE, f"no frame for {self.silence:g} s")

    @staticmethod
    def ended() -> PodnetError:
        return Unavailable(grpc.StatusCode.UNAVAILABLE, "the server ended the stream")


class Watch:
    """Iterate to follow changes; see :meth:`podnet.Client.watch`."""

    def __init__(self, client: Client, request: pb.WatchRequest) -> None:
        self._client = client
        self._position = _Position(request, client._renewed)
        self._closed = threading.Event()
        self._call: Any = None

    @property
    def resume_token(self) -> str:
        """Position to continue from, also in another process. Empty before there is one."""
        return self._position.resume_token

    def close(self) -> None:
        """Ends the iteration, from any thread."""
        self._closed.set()
        if self._call is not None:
            self._call.cancel()

    def __iter__(self) -> Iterator[Item]:
        while not self._closed.is_set():
            try:
                for frame in self._frames():
                    yield from self._position.items(frame)
                error = self._position.ended()
            except grpc.RpcError as failure:
                error = PodnetError.of(failure)
            except Unavailable as failure:
                error = failure
            if self._closed.is_set():
                return
            said, wait = self._position.lost(error)
            yield from said
            self._closed.wait(wait)

    def _frames(self) -> Iterator[pb.WatchResponse]:
        self._call = call = self._client._begin("unary_stream", WATCH, self._position.request())
        # Silence counts while a frame is waited for, not while the caller works on one.
        until = [math.inf]
        done = threading.Event()
        threading.Thread(target=self._guard, args=(call, until, done), daemon=True).start()
        try:
            while True:
                until[0] = time.monotonic() + self._position.silence
                frame = next(call, None)
                until[0] = math.inf
                if frame is None:
                    return
                yield frame
        except grpc.RpcError as error:
            if time.monotonic() < until[0]:
                raise
            raise self._position.silent() from error
        finally:
            done.set()
            call.cancel()

    def _guard(self, call: Any, until: list[float], done: threading.Event) -> None:
        left = self._position.silence
        while not done.wait(left):
            left = min(until[0] - time.monotonic(), self._position.silence)
            if left <= 0:
                call.cancel()
                return


class AsyncWatch:
    """Iterate to follow changes; see :meth:`podnet.AsyncClient.watch`."""

    def __init__(self, client: AsyncClient, request: pb.WatchRequest) -> None:
        self._client = client
        self._position = _Position(request, client._renewed)

    @property
    def resume_token(self) -> str:
        """Position to continue from, also in another process. Empty before there is one."""
        return self._position.resume_token

    async def __aiter__(self) -> AsyncIterator[Item]:
        while True:
            call = await self._client._begin("unary_stream", WATCH, self._position.request())
            try:
                while frame := await asyncio.wait_for(call.read(), self._position.silence):
                    for item in self._position.items(frame):
                        yield item
                error = self._position.ended()
            except asyncio.TimeoutError:
                error = self._position.silent()
            except grpc.RpcError as failure:
                error = PodnetError.of(failure)
            finally:
                call.cancel()
            said, wait = self._position.lost(error)
            for item in said:
                yield item
            await asyncio.sleep(wait)
