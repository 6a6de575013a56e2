"""A connection and the calls over it, blocking and asynchronous."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Generic, TypeVar

from google.protobuf.message import Message

from . import v1 as pb
from .call import Caller, Cancellation, Request, Response, Rpc
from .guard import AsyncHold, Hold
from .page import AsyncPages, Pages
from .shell import Asyncio, Blocking, iterate, run
from .stream import Operation, Stream
from .v1.services import ALLOCATE_ADDRESS, AsyncServices, Services
from .watch import AsyncWatch, Watch

PageT = TypeVar("PageT", bound=Message)
WatchT = TypeVar("WatchT")
HoldT = TypeVar("HoldT")


class BaseClient(Caller, Generic[WatchT, HoldT]):
    """What both clients do alike."""

    # The classes of the other concepts that go with the stack.
    _watch: type[WatchT]
    _hold: type[HoldT]

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


class Client(BaseClient[Watch, Hold], Services):
    """A client of one server whose calls block. Threads may share it. Nothing is sent before the first call."""

    _shell, _watch, _hold = Blocking, Watch, Hold

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in self._channels():
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
        return run(self._call(rpc, request, timeout, cancel))

    def list(self, rpc: Rpc[Request, PageT], request: Request, *, timeout: float | None = None) -> Pages[PageT, Any]:
        """Lists lazily: what the `list_...` methods of the services do."""
        return Pages(lambda page: self._call(rpc, page, timeout), request)

    def open(
        self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None
    ) -> Iterator[Response]:
        """Yields the answers of a server's stream, without retries."""
        return iterate(self._answers(rpc, request, timeout))

    def stream(self, operations: Iterable[Operation]) -> Iterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream; yields answers as they come.

        Operations get `correlation_id` 1, 2, 3 … in their order; an answer has that of its operation. They are taken
        from another thread, and only as many as the server wants unanswered. A failed operation is an answer with
        `error`; a broken stream is opened again and what is unanswered sent again, unchanged.
        """
        return iterate(Stream(self, operations).answers())


class AsyncClient(BaseClient[AsyncWatch, AsyncHold], AsyncServices):
    """A client of one server for `asyncio`. Nothing is sent before the first call; use it within one event loop."""

    _shell, _watch, _hold = Asyncio, AsyncWatch, AsyncHold

    def __post_init__(self) -> None:
        super().__post_init__()
        self._bind(self)

    async def close(self) -> None:
        """Closes the connection; calls under way end with CANCELLED."""
        for channel in self._channels():
            await channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, *left_by: object) -> None:
        await self.close()

    async def call(self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None) -> Response:
        """Makes a unary call: as :meth:`Client.call`. Cancel the task to end it."""
        return await self._call(rpc, request, timeout)

    def list(
        self, rpc: Rpc[Request, PageT], request: Request, *, timeout: float | None = None
    ) -> AsyncPages[PageT, Any]:
        """Lists lazily: what the `list_...` methods of the services do."""
        return AsyncPages(lambda page: self._call(rpc, page, timeout), request)

    def open(
        self, rpc: Rpc[Request, Response], request: Request, *, timeout: float | None = None
    ) -> AsyncIterator[Response]:
        """Yields the answers of a server's stream, without retries."""
        return self._answers(rpc, request, timeout)

    def stream(
        self, operations: Iterable[Operation] | AsyncIterable[Operation]
    ) -> AsyncIterator[pb.StreamAddressesResponse]:
        """Allocates and releases over one stream: as :meth:`Client.stream`, with `async for`."""
        return Stream(self, operations).answers()
