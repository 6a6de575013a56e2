"""Allocates many addresses and releases them again, in each of the ways that there are, and says how fast that was.

Usage: load_generator.py [ADDRESSES [CLUSTER]]. Batches are the fast path of this client: see its README.
"""

from __future__ import annotations

import asyncio
import sys
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import podnet
from podnet import v1 as pb
from podnet.v1 import services

Args = dict[str, Any]
Piece = list[tuple[Any, Any]]


def allocate(args: Args, number: int) -> pb.AllocateAddressRequest:
    """The allocation with this number."""
    name = f"{args.get('prefix', 'load')}-{number}"
    node = args["nodes"][number % len(args["nodes"])]
    return pb.AllocateAddressRequest(parent=args["parent"], allocation_id=name, node=node)


def release(args: Args, number: int) -> pb.ReleaseAddressRequest:
    """The release of that allocation."""
    name = f"{args['parent']}/allocations/{args.get('prefix', 'load')}-{number}"
    return pb.ReleaseAddressRequest(name=name)


def pieces(args: Args) -> tuple[list[Piece], int]:
    """What to call, by pieces of which each goes in order; and how many operations that is."""
    count, shape, size = args.get("count", 1000), args.get("shape", "unary"), args.get("batch_size", 256)
    if shape == "echo":
        return [[(services.GET_SERVER_INFO, pb.GetServerInfoRequest())]] * count, count
    made: list[Piece] = []
    if shape == "unary":
        for number in range(-(-count // 2)):
            made.append([(services.ALLOCATE_ADDRESS, allocate(args, number))])
            made[-1].append((services.RELEASE_ADDRESS, release(args, number)))
        return made, 2 * len(made)
    for first in range(0, -(-count // (2 * size)) * size, size):
        numbers = range(first, first + size)
        taken = pb.BatchAllocateAddressesRequest(parent=args["parent"], requests=[allocate(args, n) for n in numbers])
        given = pb.BatchReleaseAddressesRequest(parent=args["parent"], requests=[release(args, n) for n in numbers])
        made.append([(services.BATCH_ALLOCATE_ADDRESSES, taken), (services.BATCH_RELEASE_ADDRESSES, given)])
    return made, 2 * size * len(made)


def operations(args: Args) -> Iterator[pb.AllocateAddressRequest | pb.ReleaseAddressRequest]:
    """A window of allocations, then its releases, so that both are on their way at once."""
    pairs, window = args.get("count", 1000) // 2, args.get("in_flight", 1)
    for first in range(0, pairs, window):
        numbers = range(first, min(first + window, pairs))
        yield from (allocate(args, number) for number in numbers)
        yield from (release(args, number) for number in numbers)


def result(began: float, done: int) -> Args:
    """How long it took to do how much."""
    return {"seconds": time.perf_counter() - began, "operations": done}


def blocking(client: podnet.Client, args: Args) -> Args:
    """Runs the load in as many threads as calls are to be in flight."""
    began = time.perf_counter()
    if args.get("shape") == "stream":
        return result(began, sum(1 for _ in client.stream(operations(args))))
    work, count = pieces(args)
    lanes = args.get("in_flight", 1)

    def run(own: list[Piece]) -> None:
        for piece in own:
            for rpc, request in piece:
                client.call(rpc, request)

    with ThreadPoolExecutor(lanes) as threads:
        for ended in [threads.submit(run, work[lane::lanes]) for lane in range(lanes)]:
            ended.result()
    return result(began, count)


async def asynchronous(client: podnet.AsyncClient, args: Args) -> Args:
    """Runs the load in as many tasks as calls are to be in flight."""
    began = time.perf_counter()
    if args.get("shape") == "stream":
        return result(began, sum([1 async for _ in client.stream(operations(args))]))
    work, count = pieces(args)
    shared = iter(work)

    async def lane() -> None:
        for piece in shared:
            for rpc, request in piece:
                await client.call(rpc, request)

    await asyncio.gather(*(lane() for _ in range(args.get("in_flight", 1))))
    return result(began, count)


def main(count: int = 500, cluster: str = "clusters/aks-kubenet-demo") -> None:
    """Allocates and releases so many addresses in each way."""
    with podnet.Client() as client:
        nodes = [node.name for node in client.cluster.list_nodes(parent=cluster)]
        for shape in ("echo", "unary", "batch", "stream"):
            args: Args = {
                "shape": shape,
                "parent": cluster,
                "nodes": nodes,
                "prefix": f"{shape}-{uuid.uuid4().hex[:8]}",
            }
            # Operations of a stream run at once, so the releases wait for all allocations.
            at_once = {"batch": 1, "stream": count}.get(shape, 16)
            done = blocking(client, {**args, "count": 2 * count, "in_flight": at_once, "batch_size": min(count, 256)})
            print(f"{shape:6} {done['operations'] / done['seconds']:10,.0f} operations/s")


if __name__ == "__main__":
    main(int((sys.argv[1:2] or ["500"])[0]), *sys.argv[2:3])
