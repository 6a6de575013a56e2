"""An allocation that is given back when its scope is left."""

from __future__ import annotations

from . import v1 as pb
from .call import Caller
from .error import PodnetError
from .shell import run
from .v1.errors import NotFound
from .v1.services import ALLOCATE_ADDRESS, RELEASE_ADDRESS


class _Held:
    """What is held; both kinds of scope share it."""

    def __init__(self, client: Caller, request: pb.AllocateAddressRequest) -> None:
        self._client = client
        self._request = request
        self._kept = False
        self.allocation = pb.Allocation()
        """The allocation, within the scope."""

    def keep(self) -> pb.Allocation:
        """Takes the allocation out of the scope: leaving no longer releases it."""
        self._kept = True
        return self.allocation

    async def _enter(self) -> None:
        self.allocation = (await self._client._call(ALLOCATE_ADDRESS, self._request)).allocation

    async def _leave(self, left_by: object) -> None:
        """Releases; what is gone anyway is no error, and a greater trouble on its way is not hidden."""
        if self._kept:
            return
        # The etag keeps a later holder of the same id safe.
        held = self.allocation
        try:
            await self._client._call(RELEASE_ADDRESS, pb.ReleaseAddressRequest(name=held.name, etag=held.meta.etag))
        except NotFound:
            return
        except PodnetError:
            if left_by is None:
                raise


class Hold(_Held):
    """`with client.hold(...) as held:`, see :meth:`podnet.Client.hold`."""

    def __enter__(self) -> Hold:
        run(self._enter())
        return self

    def __exit__(self, kind: object, *left_by: object) -> None:
        run(self._leave(kind))


class AsyncHold(_Held):
    """`async with client.hold(...) as held:`, see :meth:`podnet.AsyncClient.hold`."""

    async def __aenter__(self) -> AsyncHold:
        await self._enter()
        return self

    async def __aexit__(self, kind: object, *left_by: object) -> None:
        await self._leave(kind)
