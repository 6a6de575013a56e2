"""Lets an event loop use what blocks: each call, and each step of an iteration, in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

threads = ThreadPoolExecutor(64)


async def blocking(work: Callable[..., Any], *args: Any) -> Any:
    """Does blocking work in a thread."""
    return await asyncio.get_running_loop().run_in_executor(threads, work, *args)


async def each(source: Any) -> AsyncIterator[Any]:
    """Iterates over what either kind of client yields."""
    if hasattr(source, "__aiter__"):
        async for item in source:
            yield item
        return
    iterator: Iterator[Any] = iter(source)
    end = object()
    while (item := await blocking(next, iterator, end)) is not end:
        yield item


async def collect(source: Any, into: asyncio.Queue[Any]) -> None:
    """Reads what a client yields as soon as it comes, and what it raises."""
    try:
        async for item in each(source):
            into.put_nowait(item)
    except Exception as error:
        into.put_nowait(error)
