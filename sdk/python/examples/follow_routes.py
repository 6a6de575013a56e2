"""Follows the route tables of a cluster's network: first what is there, then each change.

Usage: follow_routes.py [NETWORK [CHANGES]]: ends after so many changes; without a number, with Ctrl-C.
"""

import asyncio
import sys

import podnet
from podnet import v1 as pb


async def main(network: str, changes: int | None) -> None:
    """Prints the routes, and what becomes of them."""
    async with podnet.AsyncClient() as client:
        table: dict[str, pb.Route] = {}
        live = False
        async for item in client.watch(network, [pb.RESOURCE_KIND_ROUTE], include_snapshot=True):
            if isinstance(item, podnet.Resync):
                # What was known may be gone; what is there comes again.
                table.clear()
                live = False
            elif isinstance(item, pb.WatchProgress):
                if item.snapshot_complete:
                    live = True
                    print(f"{len(table)} routes at revision {item.cursor.revision}", flush=True)
            else:
                route = item.resource.route
                table[item.name] = route
                if item.type == pb.WATCH_EVENT_TYPE_REMOVED:
                    del table[item.name]
                kind = pb.WatchEventType.Name(item.type).removeprefix("WATCH_EVENT_TYPE_")
                print(f"{kind:8} {route.address_prefix:18} -> {route.next_hop_address} ({item.name})", flush=True)
                if live and changes is not None:
                    changes -= 1
            if live and changes is not None and changes <= 0:
                return


if __name__ == "__main__":
    asyncio.run(
        main(
            sys.argv[1] if len(sys.argv) > 1 else "networks/vnet-kubenet",
            int(sys.argv[2]) if len(sys.argv) > 2 else None,
        )
    )
