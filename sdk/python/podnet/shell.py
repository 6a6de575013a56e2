"""How do the two stacks of gRPC wait? All else is written once, in coroutines; blocking ones never suspend."""

from __future__ import annotations

import asyncio
import inspect
import math
import threading
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from typing import Any, TypeVar

import grpc
import grpc.aio

from .v1.errors import Unavailable

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine of the blocking stack, which is done when it returns."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    raise RuntimeError("a coroutine of the blocking stack was suspended")


def iterate(items: AsyncGenerator[T, None]) -> Iterator[T]:
    """Yields what an asynchronous generator of the blocking stack yields, and closes it."""
    try:
        while True:
            yield run(items.__anext__())
    except StopAsyncIteration:
        return
    finally:
        run(items.aclose())


class Blocking:
    """Waiting holds the thread."""

    stack: Any = grpc
    outgoing: Callable[[Any], Any] = staticmethod(iterate)

    @staticmethod
    async def sleep(seconds: float, cancelled: threading.Event | None = None) -> None:
        """Waits, or less when cancelled."""
        (cancelled.wait if cancelled else time.sleep)(seconds)

    @staticmethod
    async def value(given: Any) -> Any:
        """Waits for what may be had now or later."""
        return given

    @staticmethod
    async def frames(call: Any, silence: float = math.inf) -> AsyncGenerator[Any, None]:
        """Yields what a stream brings. Silence is an error, but not while the caller works on a frame."""
        until, ended = math.inf, threading.Event()

        def guard() -> None:
            while not ended.wait(min(max(until - time.monotonic(), 0.0), silence)):
                if until <= time.monotonic():
                    call.cancel()
                    return

        if silence < math.inf:
            threading.Thread(target=guard, daemon=True).start()
        try:
            while True:
                until = time.monotonic() + silence
                frame = next(call, None)
                until = math.inf
                if frame is None:
                    return
                yield frame
        except grpc.RpcError:
            if until <= time.monotonic():
                raise _silent(silence) from None
            raise
        finally:
            ended.set()

    class Condition:
        """A condition of threads with the face of one of `asyncio`."""

        def __init__(self) -> None:
            self._own = threading.Condition()
            self.notify_all = self._own.notify_all

        async def __aenter__(self) -> None:
            self._own.acquire()

        async def __aexit__(self, *left_by: object) -> None:
            self._own.release()

        async def wait_for(self, predicate: Callable[[], bool]) -> None:
            self._own.wait_for(predicate)


class Asyncio:
    """Waiting lets the event loop do other things."""

    stack: Any = grpc.aio
    outgoing: Callable[[Any], Any] = staticmethod(aiter)
    Condition = asyncio.Condition

    @staticmethod
    async def sleep(seconds: float, cancelled: threading.Event | None = None) -> None:
        await asyncio.sleep(seconds)

    @staticmethod
    async def value(given: Any) -> Any:
        return await given if inspect.isawaitable(given) else given

    @staticmethod
    async def frames(call: Any, silence: float = math.inf) -> AsyncGenerator[Any, None]:
        try:
            while frame := await asyncio.wait_for(call.read(), silence if silence < math.inf else None):
                yield frame
        except asyncio.TimeoutError:
            raise _silent(silence) from None


def _silent(seconds: float) -> Unavailable:
    return Unavailable(grpc.StatusCode.UNAVAILABLE, f"no frame for {seconds:g} s")
