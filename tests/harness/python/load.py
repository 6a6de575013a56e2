"""Load for the measurement of throughput: the same addresses by unary calls, batches or a stream, or empty echoes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import podnet
from podnet import v1 as pb
from podnet.v1.services import ALLOCATE_ADDRESS, BATCH_ALLOCATE_ADDRESSES, GET_SERVER_INFO

Args = dict[str, Any]


def wanted(args: Args, number: int, parent: str) -> pb.AllocateAddressRequest:
    """The request with this number."""
    name = f"{args.get('prefix', 'load')}-{number}"
    return pb.AllocateAddressRequest(parent=parent, allocation_id=name, node=args["node"])


def calls(args: Args) -> Iterator[tuple[Any, Any]]:
    """The calls of one run, each with its method."""
    count, shape = args["count"], args["shape"]
    if shape == "batch":
        size = args.get("batch_size", 256)
        for first in range(0, count, size):
            requests = [wanted(args, number, "") for number in range(first, min(first + size, count))]
            yield BATCH_ALLOCATE_ADDRESSES, pb.BatchAllocateAddressesRequest(parent=args["parent"], requests=requests)
        return
    for number in range(count):
        if shape == "echo":
            yield GET_SERVER_INFO, pb.GetServerInfoRequest()
        else:
            yield ALLOCATE_ADDRESS, wanted(args, number, args["parent"])


def operations(args: Args) -> Iterator[pb.AllocateAddressRequest]:
    """The operations of one stream."""
    return (wanted(args, number, args["parent"]) for number in range(args["count"]))


def check(answer: pb.StreamAddressesResponse) -> None:
    """Raises the error of an operation."""
    if answer.WhichOneof("result") == "error":
        raise podnet.PodnetError.of_status(answer.error)


def blocking(client: podnet.Client, args: Args) -> None:
    """Runs the load in as many threads as calls are to be in flight."""
    if args["shape"] == "stream":
        for answer in client.stream(operations(args)):
            check(answer)
        return
    lanes = args.get("in_flight", 1)
    if lanes == 1:
        for rpc, request in calls(args):
            client.call(rpc, request)
        return
    # Each thread has the calls of its turn.
    work = list(calls(args))
    with ThreadPoolExecutor(lanes) as threads:
        done = [
            threads.submit(lambda own: [client.call(*one) for one in own], work[lane::lanes]) for lane in range(lanes)
        ]
        for lane in done:
            lane.result()


async def asynchronous(client: podnet.AsyncClient, args: Args) -> None:
    """Runs the load in as many tasks as calls are to be in flight."""
    if args["shape"] == "stream":
        async for answer in client.stream(operations(args)):
            check(answer)
        return
    work = calls(args)

    async def lane() -> None:
        for rpc, request in work:
            await client.call(rpc, request)

    await asyncio.gather(*(lane() for _ in range(args.get("in_flight", 1))))
