"""Client of podnet: addresses, routes and flows of AKS-style cluster networks.

>>> import podnet
>>> client = podnet.Client("http://127.0.0.1:7443")
>>> client.close()

:class:`Client` blocks, :class:`AsyncClient` is for `asyncio`; both have the services of the contract as attributes,
with a method for each RPC: `client.ipam.allocate_address(parent="clusters/prod", ...)`. Every call has a deadline, is
tried again where that helps, and raises :class:`PodnetError`. Messages are in :mod:`podnet.v1`.
"""

from .call import Cancellation, Rpc
from .client import AsyncClient, BaseClient, Client
from .error import PodnetError, Violation
from .guard import AsyncHold, Hold
from .options import VERSION as __version__
from .options import Connection
from .page import AsyncPages, Pages
from .v1.errors import Conflict, DeadlineExceeded, NotFound, PoolExhausted, PreconditionFailed, Unavailable
from .v1.reason import Reason
from .watch import AsyncWatch, Resync, Watch

__all__ = [
    "AsyncClient",
    "AsyncHold",
    "AsyncPages",
    "AsyncWatch",
    "BaseClient",
    "Cancellation",
    "Client",
    "Conflict",
    "Connection",
    "DeadlineExceeded",
    "Hold",
    "NotFound",
    "Pages",
    "PodnetError",
    "PoolExhausted",
    "PreconditionFailed",
    "Reason",
    "Resync",
    "Rpc",
    "Unavailable",
    "Violation",
    "Watch",
    "__version__",
]
