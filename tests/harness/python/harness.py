"""Speaks the vectors' lines of JSON (tests/vectors/README.md) and does what they say with the published client."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from typing import Any

import load_generator as load  # of the client's examples
from adapt import blocking, collect, each
from google.protobuf.json_format import MessageToDict, ParseDict

import podnet
from podnet import v1 as pb
from podnet.v1.services import RPCS

Args = dict[str, Any]


def parsed(kind: Any, fields: Args) -> Any:
    """A message of the JSON mapping."""
    return ParseDict(fields, kind())


class Style:
    """One client under test; `own` is blocking or asynchronous."""

    def __init__(self, args: Args) -> None:
        tokens = list(args.get("tokens", ()))
        token = (lambda: tokens.pop(0) if len(tokens) > 1 else tokens[0]) if tokens else args.get("token")
        self.is_async = args.get("style") == "async"
        seconds = {name: args[f"{name}_ms"] / 1000 for name in ("deadline", "batch_deadline") if f"{name}_ms" in args}
        self.own: Any = (podnet.AsyncClient if self.is_async else podnet.Client)(
            args.get("target", ""),
            token=token,
            token_over_plaintext=args.get("token_over_plaintext", False),
            ca=args.get("ca_file"),
            cert=args.get("cert_file"),
            key=args.get("key_file"),
            server_name=args.get("server_name"),
            retries=args.get("retries", True),
            **seconds,
        )
        self.watches: dict[str, tuple[Any, asyncio.Queue[Any], asyncio.Task[None]]] = {}

    async def do(self, method: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Calls a method of the client."""
        if self.is_async:
            return await method(*args, **options)
        return await blocking(lambda: method(*args, **options))

    async def call(self, args: Args) -> Args:
        rpc = RPCS[args["method"]]
        request = parsed(rpc.request, args.get("request", {}))
        options: Args = {"timeout": args["timeout_ms"] / 1000} if "timeout_ms" in args else {}
        cancel = podnet.Cancellation()
        if "cancel_after_ms" in args and not self.is_async:
            options["cancel"] = cancel
        work = asyncio.ensure_future(self.do(self.own.call, rpc, request, **options))
        end = work.cancel if self.is_async else cancel.cancel
        if "cancel_after_ms" in args:
            asyncio.get_running_loop().call_later(args["cancel_after_ms"] / 1000, end)
        return {"response": MessageToDict(await work)}

    async def list(self, args: Args) -> Args:
        rpc = RPCS[args["method"]]
        listed = self.own.list(rpc, parsed(rpc.request, args.get("request", {})))
        items: list[Args] = []
        async for item in each(listed):
            items.append(MessageToDict(item))
            if len(items) == args.get("limit"):
                break
        return {"items": items, "pages": listed.fetched}

    async def hold(self, args: Args) -> Args:
        request, end = parsed(pb.AllocateAddressRequest, args["request"]), args.get("end", "leave")
        scope = self.own.hold(request)
        enter, leave = (getattr(scope, f"__{'a' * self.is_async}{side}__") for side in ("enter", "exit"))
        held = await self.do(enter)
        if end == "keep":
            held.keep()
        problem = RuntimeError("the scope ends by an error")
        await self.do(leave, *((RuntimeError, problem, None) if end == "error" else (None, None, None)))
        return {"allocation": MessageToDict(held.allocation)}

    async def stream(self, args: Args) -> Args:
        given = [parsed(pb.StreamAddressesRequest, one) for one in args["operations"]]
        operations = [getattr(one, one.WhichOneof("operation")) for one in given]
        answers = {one.correlation_id: MessageToDict(one) async for one in each(self.own.stream(operations))}
        return {"results": [answers[number] for number in sorted(answers)]}

    async def watch_start(self, args: Args) -> Args:
        names = args.keys() & {"parent", "kinds", "resume_token", "include_snapshot"}
        options: Args = {name: args[name] for name in names}
        if "progress_interval_ms" in args:
            options["progress_interval"] = args["progress_interval_ms"] / 1000
        watch, items = self.own.watch(**options), asyncio.Queue[Any]()
        self.watches[args.get("watch", "")] = watch, items, asyncio.create_task(collect(watch, items))
        # The next line may change what is watched, so the watch has to stand; its first position shows that.
        while not (watch.resume_token or items.qsize()):
            await asyncio.sleep(0.002)
        return {}

    async def watch_next(self, args: Args) -> Args:
        left = {stop: args[stop] for stop in ("events", "resyncs", "progress", "snapshots") if stop in args}
        items, shown = list[Args](), Args()
        while all(count > 0 for count in left.values()):
            item = await self.watches[args.get("watch", "")][1].get()
            if isinstance(item, Exception):
                raise item
            if isinstance(item, podnet.Resync):
                met, shown = ["resyncs"], {"resync": {}}
            elif isinstance(item, pb.WatchProgress):
                met, shown = ["progress"] + ["snapshots"] * item.snapshot_complete, {"progress": MessageToDict(item)}
            else:
                met, shown = ["events"], {"event": MessageToDict(item)}
            items.append(shown)
            left = {stop: count - (stop in met) for stop, count in left.items()}
        return {"items": items}

    async def watch_stop(self, args: Args) -> Args:
        watch, _, reader = self.watches.pop(args.get("watch", ""))
        if not self.is_async:
            watch.close()
        reader.cancel()
        return {}

    async def watch(self, args: Args) -> Args:
        args = {**args, "watch": f"of {id(args)}"}
        await self.watch_start(args)
        try:
            return await self.watch_next(args)
        finally:
            await self.watch_stop(args)

    async def load(self, args: Args) -> Args:
        return await (load.asynchronous(self.own, args) if self.is_async else blocking(load.blocking, self.own, args))

    async def close(self, args: Args) -> Args:
        await self.do(self.own.close)
        return {}


CLIENTS: dict[str, Style] = {}
OPERATIONS = ["call", "list", "hold", "stream", "watch", "watch_start", "watch_next", "watch_stop", "load", "close"]


def described(error: podnet.PodnetError) -> Args:
    """An error as the runner reads it; what has no value is left out."""
    fields = {
        "code": error.code.name,
        "reason": error.reason.value if isinstance(error.reason, podnet.Reason) else error.reason,
        "class": type(error).__name__,
        "message": error.message,
        "metadata": error.metadata,
        "violations": [vars(one) for one in error.violations],
        "retry_after_ms": None if error.retry_after is None else round(error.retry_after * 1000),
        "request_id": error.request_id,
        "attempts": error.attempts,
    }
    return {key: value for key, value in fields.items() if value or value in (0, {})}


async def answer(line: Args) -> Args:
    """Does one operation."""
    operation, args, name = line["op"], line.get("args", {}), line.get("client", "")
    try:
        if operation == "hello":
            return {"ok": {"language": "python", "version": podnet.__version__, "styles": ["sync", "async"]}}
        if args.get("transport", "grpc") != "grpc":
            return {"unsupported": "Python has gRPC only"}
        if operation == "connect":
            CLIENTS[name] = Style(args)
            return {"ok": {}}
        if operation in OPERATIONS:
            return {"ok": await getattr(CLIENTS[name], operation)(args)}
    except podnet.PodnetError as error:
        return {"error": described(error)}
    except asyncio.CancelledError:
        return {"error": {"code": "CANCELLED", "class": "PodnetError", "message": "the task was cancelled"}}
    except Exception as error:  # What is none of the client's errors is a finding, too.
        return {"error": {"code": "UNKNOWN", "class": type(error).__name__, "message": str(error)}}
    return {"unsupported": f"no operation `{operation}`"}


async def main() -> None:
    """Answers lines until there are no more."""

    async def respond(line: Args) -> None:
        print(json.dumps({"id": line["id"], **await answer(line)}), flush=True)

    tasks = set()
    while text := await blocking(sys.stdin.readline):
        tasks.add(asyncio.create_task(respond(json.loads(text))))  # A loop holds its tasks only weakly.
    os._exit(0)  # Without its runner nobody reads what a stream still brings.


asyncio.run(main())
