"""A connection and the calls over it, blocking and asynchronous."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Generic, TypeVar

import grpc
import grpc.aio
from google.protobuf.message import Message

from . import v1 as pb
from .call import Cancellation, Request, Response, Rpc, Run
from .error import PodnetError
from .guard import AsyncHold, Hold
from .options import Connection
from .page import AsyncPages, Pages
from .stream import AsyncStream, Operation, Stream
from .v1.services import ALLOCATE_ADDRESS, AsyncServices, Services
from .watch import AsyncWatch, Watch

PageT = TypeVar("PageT", bound=Message)
WatchT = TypeVar("WatchT")
HoldT = TypeVar("HoldT")
Metadata = tuple[tuple[str, str], ...]


class BaseClient(Connection, Generic[WatchT, HoldT]):
    """What both clients do alike."""

    # The stack, and the classes of the other concepts that go with it.
    _stack: Any
    _watch: type[WatchT]
    _hold: type[HoldT]

    @property
    def channel(self) -> Any:
        """The connection, for the generated stubs in `podnet.v1`, which know no deadline, token or reason."""
        with self._lock:
            if self._channel is None:
                self._channel = self._open(self._stack)
            return self._channel

    def watch(
        self,
        parent: str = "",
        kinds: Iterable[pb.ResourceKind | str] = (),
        *,
        resume_token: str = "",
        include_snapshot: bool = False,
        progress_interval: float = 10.0,
        include_previous: bool = False,
    ) -> WatchT:
        """Follows changes of the resource `parent` and all below it, of all kinds or these.

        Iterate over the result; the watch begins with the iteration. Lost connections are made again and resumed; a
        position that is gone is said by :class:`Resync`. Only errors that stay end the iteration. `resume_token`
        continues an earlier watch; with `include_snapshot` what is there comes first; `progress_interval`: in seconds.
        """
        request = pb.WatchRequest(parent=parent, kinds=kinds, resume_token=resume_token)
        request.include_snapshot = include_snapshot and not resume_token
        request.include_previous = include_previous
        request.progress_interval.FromNanoseconds(round(progress_interval * 1e9))
        return self._watch(self, request)  # type: ignore[call-arg]

    def hold(self, request: pb.AllocateAddressRequest | None = None, **fields: Any) -> HoldT:
        """Allocates for the time of a `with` block: `with client.hold(parent=..., ...) as held: held.allocation`.

        Takes what `ipam.allocate_address` takes. Leaving the block releases the allocation, also by an error, unless
        `held.keep()` was called. `async with` for the asynchronous client.
        """
        return self._hold(self, ALLOCATE_ADDRESS.build(request, fields))  # type: ignore[call-arg]

    def _method(self, kind: str, rpc: Rpc[Any, Any]) -> Any:
        method = self._methods.get(rpc.path)
        if method is None:
            make = getattr(self.channel, kind)
            method = make(rpc.path, rpc.request.SerializeToString, rpc.response.FromString)
            self._methods[rpc.path] = method
        return method

    def _run(self, rpc: Rpc[Request, Response], request: Request, timeout: float | None) -> Run[Request, Response]:
        return Run(rpc, request, self._timeout(rpc.path, timeout), self._policy, self._throttle)


class Client(BaseClient[Watch, Hold], Services):
    """A client of one server whose calls block. Threads may share it. Nothing is sent before the first call."""

    _stack, _watch, _hold = grpc, Watch, Hold

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in filter(None, [*self._retired, self._channel]):
            channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *left_by: object) -> None:
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
            method = self._method("unary_unary", rpc)
            options: Any = {"timeout": run.left(), "metadata": self._metadata()}
            try:
                if cancel is None:
                    return run.succeeded(method(run.request, **options))
                return run.succeeded(cancel.result_of(method.future(run.request, **options)))
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
        call = self._method("unary_stream", rpc)(request, timeout=timeout, metadata=self._metadata())
        try:
            yield from call
        except grpc.RpcError as error:
            raise PodnetError.of(error) from error
        finally:
            call.cancel()

    def stream(self, operations: Iterable[Operation]) -> Iterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream; yields answers as they come.

        Operations get `correlation_id` 1, 2, 3 … in their order; an answer has that of its operation. They are taken
        from another thread, and only as many as the server wants unanswered. A failed operation is an answer with
        `error`; a broken stream is opened again and what is unanswered sent again, unchanged.
        """
        return iter(Stream(self, operations))

    def _metadata(self) -> Metadata:
        token = self.token() if callable(self.token) else self.token
        return (("authorization", f"Bearer {token}"),) if token else ()

    def _begin(self, kind: str, rpc: Rpc[Any, Any], *request: Any) -> Any:
        return self._method(kind, rpc)(*request, metadata=self._metadata())


class AsyncClient(BaseClient[AsyncWatch, AsyncHold], AsyncServices):
    """A client of one server for `asyncio`. Nothing is sent before the first call; use it within one event loop."""

    _stack, _watch, _hold = grpc.aio, AsyncWatch, AsyncHold

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    async def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in filter(None, [*self._retired, self._channel]):
            await channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, *left_by: object) -> None:
        await self.close()

    async def call(self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None) -> Response:
        """Makes a unary call: as :meth:`Client.call`. Cancel the task to end it."""
        run = self._run(rpc, request, timeout)
        while True:
            method = self._method("unary_unary", rpc)
            try:
                options: Any = {"timeout": run.left(), "metadata": await self._metadata()}
                return run.succeeded(await method(run.request, **options))
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
        call = self._method("unary_stream", rpc)(request, timeout=timeout, metadata=await self._metadata())
        try:
            async for response in call:
                yield response
        except grpc.RpcError as error:
            raise PodnetError.of(error) from error
        finally:
            call.cancel()

    def stream(
        self, operations: Iterable[Operation] | AsyncIterable[Operation]
    ) -> AsyncIterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream: as :meth:`Client.stream`, with `async for`."""
        return aiter(AsyncStream(self, operations))

    async def _metadata(self) -> Metadata:
        token = self.token() if callable(self.token) else self.token
        if inspect.isawaitable(token):
            token = await token
        return (("authorization", f"Bearer {token}"),) if token else ()

    async def _begin(self, kind: str, rpc: Rpc[Any, Any], *request: Any) -> Any:
        return self._method(kind, rpc)(*request, metadata=await self._metadata())
