"""A connection and the calls over it, blocking and asynchronous."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, TypeVar

import grpc
import grpc.aio
from google.protobuf import duration_pb2
from google.protobuf.message import Message

from . import v1 as pb
from .call import Cancellation, Request, Response, Rpc, Run
from .error import PodnetError
from .guard import AsyncHold, Hold
from .options import Connection
from .page import AsyncPages, Pages
from .stream import AsyncStream, Operation, Stream
from .v1.services import ALLOCATE_ADDRESS, STREAM_ADDRESSES, WATCH, AsyncServices, Services
from .watch import AsyncWatch, Watch

PageT = TypeVar("PageT", bound=Message)
Kinds = Iterable["pb.ResourceKind | str"]
Metadata = tuple[tuple[str, str], ...]


class _Common(Connection):
    """What both clients do alike: it needs no answer from the server."""

    def _method(self, stack: Any, kind: str, rpc: Rpc[Any, Any]) -> Callable[..., Any]:
        method = self._methods.get(rpc.path)
        if method is None:
            channel = self._channel_of(stack)
            method = getattr(channel, kind)(rpc.path, rpc.request.SerializeToString, rpc.response.FromString)
            self._methods[rpc.path] = method
        found: Callable[..., Any] = method
        return found

    def _channel_of(self, stack: Any) -> Any:
        with self._lock:
            if self._channel is None:
                self._channel = self._open(stack)
            return self._channel

    def _run(self, rpc: Rpc[Request, Any], request: Request, timeout: float | None) -> Run[Request]:
        return Run(request, self._timeout(rpc.path, timeout), self._policy, self._throttle)

    @staticmethod
    def _watch_request(
        parent: str, kinds: Kinds, resume_token: str, snapshot: bool, progress_interval: float, previous: bool
    ) -> pb.WatchRequest:
        interval = duration_pb2.Duration()
        interval.FromNanoseconds(round(progress_interval * 1e9))
        return pb.WatchRequest(
            parent=parent,
            kinds=kinds,
            resume_token=resume_token,
            include_snapshot=snapshot and not resume_token,
            progress_interval=interval,
            include_previous=previous,
        )


class Client(_Common, Services):
    """A client of one server whose calls block. Threads may share it. Nothing is sent before the first call."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    @property
    def channel(self) -> grpc.Channel:
        """The connection, for the generated stubs in `podnet.v1`, which know no deadline, token or reason."""
        channel: grpc.Channel = self._channel_of(grpc)
        return channel

    def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in [*self._retired, self._channel]:
            if channel is not None:
                channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def call(
        self,
        rpc: Rpc[Request, Response],
        request: Request,
        *,
        timeout: float | None = None,
        cancel: Cancellation | None = None,
    ) -> Response:
        """Makes a unary call: what the methods of the services do.

        Fills `request_id` once, keeps one deadline over all attempts, and tries again while the reason of an error says
        that it helps. Raises :class:`PodnetError` for what stays.
        """
        run = self._run(rpc, request, timeout)
        while True:
            method = self._method(grpc, "unary_unary", rpc)
            try:
                response: Response
                if cancel is None:
                    response = method(run.request, timeout=run.left(), metadata=self._metadata())
                else:
                    attempt = method.future(run.request, timeout=run.left(), metadata=self._metadata())  # type: ignore[attr-defined]
                    cancel.attach(attempt.cancel)
                    response = result_of(attempt)
                run.succeeded()
                return response
            except grpc.RpcError as error:
                wait = run.failed(error, self._renewed)
            (time.sleep if cancel is None else cancel.sleep)(wait)

    def list(self, rpc: Rpc[Request, PageT], request: Request, *, timeout: float | None = None) -> Pages[PageT, Any]:
        """Lists lazily: what the `list_...` methods of the services do."""
        return Pages(lambda page: self.call(rpc, page, timeout=timeout), request)

    def open(
        self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None
    ) -> Iterator[Response]:
        """Yields the answers of a server's stream, without retries."""
        call = self._method(grpc, "unary_stream", rpc)(request, timeout=timeout, metadata=self._metadata())
        try:
            yield from call
        except grpc.RpcError as error:
            raise PodnetError.of(error) from error
        finally:
            call.cancel()

    def watch(
        self,
        parent: str = "",
        kinds: Kinds = (),
        *,
        resume_token: str = "",
        include_snapshot: bool = False,
        progress_interval: float = 10.0,
        include_previous: bool = False,
    ) -> Watch:
        """Follows changes of the resource `parent` and all below it, of all kinds or these.

        Iterate over the result. Lost connections are made again and resumed; a position that is gone is said by
        :class:`Resync`. Only errors that stay end the iteration. `resume_token` continues an earlier watch; with
        `include_snapshot` what is there comes first; `progress_interval` is in seconds.
        """
        fields = parent, kinds, resume_token, include_snapshot, progress_interval, include_previous
        return Watch(self, self._watch_request(*fields))

    def stream(self, operations: Iterable[Operation]) -> Iterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream; yields answers as they come.

        Operations get `correlation_id` 1, 2, 3 … in their order; an answer has that of its operation. They are taken
        from another thread, and only as many as the server wants unanswered. A failed operation is an answer with
        `error`; a broken stream is opened again and what is unanswered sent again, unchanged.
        """
        return iter(Stream(self, operations))

    def hold(self, request: pb.AllocateAddressRequest | None = None, **fields: Any) -> Hold:
        """Allocates for the time of a `with` block: `with client.hold(parent=..., ...) as held: held.allocation`.

        Takes what :meth:`IpamService.allocate_address` takes. Leaving the block releases the allocation, also by an
        error, unless `held.keep()` was called.
        """
        return Hold(self, ALLOCATE_ADDRESS.build(request, fields))

    def _metadata(self) -> Metadata:
        token = self.token() if callable(self.token) else self.token
        return (("authorization", f"Bearer {token}"),) if token else ()

    def _stream(self, request: pb.WatchRequest) -> Any:
        return self._method(grpc, "unary_stream", WATCH)(request, metadata=self._metadata())

    def _addresses(self, requests: Iterator[pb.StreamAddressesRequest]) -> Any:
        return self._method(grpc, "stream_stream", STREAM_ADDRESSES)(requests, metadata=self._metadata())


def result_of(attempt: Any) -> Any:
    """The result of a future; one that was cancelled raises like any other failed call."""
    try:
        return attempt.result()
    except grpc.FutureCancelledError:
        raise attempt from None


class AsyncClient(_Common, AsyncServices):
    """A client of one server for `asyncio`. Nothing is sent before the first call; use it within one event loop."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    @property
    def channel(self) -> grpc.aio.Channel:
        """The connection, for the generated stubs in `podnet.v1`, which know no deadline, token or reason."""
        channel: grpc.aio.Channel = self._channel_of(grpc.aio)
        return channel

    async def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in [*self._retired, self._channel]:
            if channel is not None:
                await channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self.close()

    async def call(self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None) -> Response:
        """Makes a unary call: as :meth:`Client.call`. Cancel the task to end it."""
        run = self._run(rpc, request, timeout)
        while True:
            method = self._method(grpc.aio, "unary_unary", rpc)
            try:
                response: Response = await method(run.request, timeout=run.left(), metadata=await self._metadata())
                run.succeeded()
                return response
            except grpc.RpcError as error:
                wait = run.failed(error, self._renewed)
            await asyncio.sleep(wait)

    def list(
        self, rpc: Rpc[Request, PageT], request: Request, *, timeout: float | None = None
    ) -> AsyncPages[PageT, Any]:
        """Lists lazily: what the `list_...` methods of the services do."""
        return AsyncPages(lambda page: self.call(rpc, page, timeout=timeout), request)

    async def open(
        self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None
    ) -> AsyncIterator[Response]:
        """Yields the answers of a server's stream, without retries."""
        method = self._method(grpc.aio, "unary_stream", rpc)
        call = method(request, timeout=timeout, metadata=await self._metadata())
        try:
            async for response in call:
                yield response
        except grpc.RpcError as error:
            raise PodnetError.of(error) from error
        finally:
            call.cancel()

    def watch(
        self,
        parent: str = "",
        kinds: Kinds = (),
        *,
        resume_token: str = "",
        include_snapshot: bool = False,
        progress_interval: float = 10.0,
        include_previous: bool = False,
    ) -> AsyncWatch:
        """Follows changes: as :meth:`Client.watch`, with `async for`."""
        fields = parent, kinds, resume_token, include_snapshot, progress_interval, include_previous
        return AsyncWatch(self, self._watch_request(*fields))

    def stream(
        self, operations: Iterable[Operation] | AsyncIterable[Operation]
    ) -> AsyncIterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream: as :meth:`Client.stream`, with `async for`."""
        return aiter(AsyncStream(self, operations))

    def hold(self, request: pb.AllocateAddressRequest | None = None, **fields: Any) -> AsyncHold:
        """Allocates for the time of an `async with` block: as :meth:`Client.hold`."""
        return AsyncHold(self, ALLOCATE_ADDRESS.build(request, fields))

    async def _metadata(self) -> Metadata:
        token = self.token() if callable(self.token) else self.token
        if inspect.isawaitable(token):
            token = await token
        return (("authorization", f"Bearer {token}"),) if token else ()

    async def _stream(self, request: pb.WatchRequest) -> Any:
        return self._method(grpc.aio, "unary_stream", WATCH)(request, metadata=await self._metadata())

    async def _addresses(self) -> Any:
        return self._method(grpc.aio, "stream_stream", STREAM_ADDRESSES)(metadata=await self._metadata())
