"""An allocation that is given back when its scope is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import v1 as pb
from .error import NotFound, PodnetError
from .v1.reason import Reason

if TYPE_CHECKING:
    from .client import AsyncClient, Client


class _Held:
    """What is held; both kinds of scope share it."""

    def __init__(self, request: pb.AllocateAddressRequest) -> None:
        self._request = request
        self._kept = False
        self.allocation = pb.Allocation()
        """The allocation, within the scope."""

    def keep(self) -> pb.Allocation:
        """Takes the allocation out of the scope: leaving no longer releases it."""
        self._kept = True
        return self.allocation

    def _release(self) -> pb.ReleaseAddressRequest | None:
        # The etag keeps a later holder of the same id safe.
        held = self.allocation
        return None if self._kept else pb.ReleaseAddressRequest(name=held.name, etag=held.meta.etag)

    @staticmethod
    def _settle(error: PodnetError, left_by: object) -> None:
        """Raises what a release failed with, unless it is gone anyway or a greater trouble is on its way."""
        gone = isinstance(error, NotFound) or error.reason is Reason.ATTACHMENT_RELEASED
        if left_by is None and not gone:
            raise error


class Hold(_Held):
    """`with client.hold(...) as held:`, see :meth:`podnet.Client.hold`."""

    def __init__(self, client: Client, request: pb.AllocateAddressRequest) -> None:
        super().__init__(request)
        self._client = client

    def __enter__(self) -> Hold:
        self.allocation = self._client.ipam.allocate_address(self._request).allocation
        return self

    def __exit__(self, kind: object, *left_by: object) -> None:
        if release := self._release():
            try:
                self._client.ipam.release_address(release)
            except PodnetError as failure:
                self._settle(failure, kind)


class AsyncHold(_Held):
    """`async with client.hold(...) as held:`, see :meth:`podnet.AsyncClient.hold`."""

    def __init__(self, client: AsyncClient, request: pb.AllocateAddressRequest) -> None:
        super().__init__(request)
        self._client = client

    async def __aenter__(self) -> AsyncHold:
        self.allocation = (await self._client.ipam.allocate_address(self._request)).allocation
        return self

    async def __aexit__(self, kind: object, *left_by: object) -> None:
        if release := self._release():
            try:
                await self._client.ipam.release_address(release)
            except PodnetError as failure:
                self._settle(failure, kind)
