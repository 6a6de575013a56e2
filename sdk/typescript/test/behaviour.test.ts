/**
 * Does a client behave as the list of all clients says, where one server of ours would have to misbehave? The server here is
 * Connect's own; the vectors ask the same of a real one.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, type ConnectRouter, type HandlerContext } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { type Client, connect, type NodeOptions, type PodnetError, Unavailable, VERSION, type WatchItem } from "@podnet/client";
import * as v1 from "@podnet/client/v1";

import { PACKAGE } from "./server.js";

/** Runs `work` with a client of a server with these handlers, over TCP or a Unix socket. */
async function served(
  routes: (router: ConnectRouter) => void,
  work: (client: Client) => Promise<void>,
  { socket, ...options }: NodeOptions & { socket?: string } = {},
): Promise<void> {
  const server = createServer(connectNodeAdapter({ routes }));
  server.listen(socket ?? { host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = socket ?? `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
  const client = connect(socket === undefined ? address : `unix:${socket}`, options);
  try {
    await work(client);
  } finally {
    client.close();
    server.close();
  }
}

function refusal(code: Code, reason: string, details: { metadata?: Record<string, string>; delayMs?: number; pushback?: string } = {}): ConnectError {
  const info = create(v1.ErrorInfoSchema, { reason: `ERROR_REASON_${reason}`, metadata: details.metadata ?? {} });
  const error = new ConnectError("refused", code, details.pushback === undefined ? {} : { "grpc-retry-pushback-ms": details.pushback });
  error.details.push({ desc: v1.ErrorInfoSchema, value: info });
  if (details.delayMs !== undefined) {
    error.details.push({ desc: v1.RetryInfoSchema, value: { retryDelay: durationFromMs(details.delayMs) } });
  }
  return error;
}

const request = { parent: "clusters/a", allocationId: "x" };
const fails = (work: Promise<unknown>): Promise<PodnetError> =>
  work.then(() => assert.fail("it succeeded"), (error: unknown) => error as PodnetError);

test("one request id, one deadline and a fresh token over all attempts", async () => {
  const seen: { id: string; left: number; token: string | null; agent: string | null }[] = [];
  let tokens = 0;
  await served(
    (router) => router.rpc(v1.IpamService.method.allocateAddress, ({ requestId }: v1.AllocateAddressRequest, context: HandlerContext) => {
      const { requestHeader: header } = context;
      seen.push({ id: requestId, left: context.timeoutMs() ?? NaN, token: header.get("authorization"), agent: header.get("user-agent") });
      if (seen.length < 3) {
        throw refusal(Code.Unavailable, "SERVER_STARTING", { delayMs: 60 });
      }
      return { replayed: true };
    }),
    async (client) => {
      assert.equal((await client.ipam.allocateAddress(request)).replayed, true);
    },
    { token: () => `t${(tokens += 1).toString()}` },
  );
  assert.equal(new Set(seen.map(({ id }) => id)).size, 1);
  assert.match(seen[0]?.id ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(seen.map(({ token }) => token), ["Bearer t1", "Bearer t2", "Bearer t3"]);
  assert.ok(seen[0]?.agent?.startsWith(`podnet-typescript/${VERSION}`));
  const [first = NaN, second = NaN, third = NaN] = seen.map(({ left }) => left);
  assert.ok(first <= 10_000 && second <= first - 60 && third <= second - 60, [first, second, third].join());
});

test("retries by code and reason, pushback, throttle and switch", async () => {
  let attempts = 0;
  let error = refusal(Code.Unavailable, "OVERLOADED");
  const routes = (router: ConnectRouter): unknown =>
    router.rpc(v1.IpamService.method.allocateAddress, () => {
      attempts += 1;
      throw error;
    });
  const tried = async (client: Client, next: ConnectError): Promise<number> => {
    [error, attempts] = [next, 0];
    assert.equal((await fails(client.ipam.allocateAddress(request))).attempts, attempts);
    return attempts;
  };
  await served(routes, async (client) => {
    assert.equal(await tried(client, refusal(Code.Unavailable, "OVERLOADED", { pushback: "1" })), 4);
    assert.equal(await tried(client, refusal(Code.ResourceExhausted, "RATE_LIMITED", { pushback: "1" })), 4);
    assert.equal(await tried(client, refusal(Code.Aborted, "REQUEST_IN_PROGRESS", { pushback: "1" })), 4);
    assert.equal(await tried(client, refusal(Code.DeadlineExceeded, "DEADLINE_EXCEEDED", { pushback: "1" })), 4);
    assert.equal(await tried(client, refusal(Code.Aborted, "ETAG_MISMATCH")), 1);
    assert.equal(await tried(client, refusal(Code.ResourceExhausted, "POOL_EXHAUSTED")), 1);
    assert.equal(await tried(client, refusal(Code.Unavailable, "OVERLOADED", { pushback: "-1" })), 1);
  });
  await served(routes, async (client) => {
    let sum = 0;
    for (let call = 0; call < 20; call += 1) {
      sum += await tried(client, refusal(Code.Unavailable, "OVERLOADED", { pushback: "0" }));
    }
    // 100 tokens, and retries rest at 50: twelve calls of four, one of two, seven of one.
    assert.equal(sum, 12 * 4 + 2 + 7);
  });
  await served(
    routes,
    async (client) => {
      assert.equal(await tried(client, refusal(Code.Unavailable, "OVERLOADED")), 1);
    },
    { retries: false },
  );
});

test("errors by class, with reasons newer than the client", async () => {
  let error = refusal(Code.Unavailable, "OVERLOADED");
  await served(
    (router) => router.rpc(v1.IpamService.method.getAllocation, () => { throw error; }),
    async (client) => {
      const cases: [Code, string, string][] = [
        [Code.ResourceExhausted, "POOL_EXHAUSTED", "PoolExhausted"],
        [Code.ResourceExhausted, "NODE_POD_LIMIT_REACHED", "PodnetError"],
        [Code.AlreadyExists, "RESOURCE_EXISTS", "Conflict"],
        [Code.Aborted, "ETAG_MISMATCH", "Conflict"],
        [Code.FailedPrecondition, "STORE_CHANGED", "PreconditionFailed"],
        [Code.NotFound, "RESOURCE_NOT_FOUND", "NotFound"],
        [Code.InvalidArgument, "FROM_THE_FUTURE", "PodnetError"],
      ];
      for (const [code, reason, name] of cases) {
        error = refusal(code, reason, { metadata: { figure: "7" } });
        const thrown = await fails(client.ipam.getAllocation({ name: "x" }));
        assert.deepEqual([thrown.code, thrown.reasonName, thrown.name], [code, `ERROR_REASON_${reason}`, name]);
        assert.deepEqual(thrown.metadata, { figure: "7" });
        assert.equal(thrown.reason === v1.ErrorReason.UNSPECIFIED, reason === "FROM_THE_FUTURE");
      }
    },
  );
});

test("deadlines, cancelling, closing, and a server that is not there", async () => {
  await served(
    (router) => router.rpc(v1.IpamService.method.getAllocation, async (_, { signal }) => {
      await once(signal, "abort");
      return {};
    }),
    async (client) => {
      const late = await fails(client.ipam.getAllocation({ name: "x" }, { timeoutMs: 30 }));
      assert.deepEqual([late.name, late.code, late.attempts], ["DeadlineExceeded", Code.DeadlineExceeded, 1]);
      const cancelled = await fails(client.ipam.getAllocation({ name: "x" }, { signal: AbortSignal.timeout(30) }));
      assert.deepEqual([cancelled.name, cancelled.code], ["PodnetError", Code.Canceled]);
    },
    { socket: join(tmpdir(), `podnet-test-${process.pid.toString()}.sock`) },
  );
  using nobody = connect("http://127.0.0.1:1", { retries: false });
  const error = await fails(nobody.admin.getServerInfo({}));
  assert.ok(error instanceof Unavailable);
  assert.match(error.message, /^http:\/\/127\.0\.0\.1:1: .*ECONNREFUSED.*; is podnetd running there\?$/);
});

test("a token is not sent in plaintext over a network", () => {
  const code = (target: string, options: NodeOptions): Code | undefined => {
    try {
      connect(target, options).close();
      return undefined;
    } catch (error) {
      return (error as PodnetError).code;
    }
  };
  assert.equal(code("http://192.0.2.1:1", { token: "t" }), Code.FailedPrecondition);
  assert.equal(code("http://127.evil.example:1", { token: "t" }), Code.FailedPrecondition);
  assert.equal(code("192.0.2.1:1", {}), Code.InvalidArgument);
  assert.equal(code("https://127.0.0.1:1", { ca: "/nowhere" }), Code.InvalidArgument);
  for (const target of ["http://127.0.0.9:1", "http://[::1]:1", "http://localhost:1", "unix:/run/x", "https://192.0.2.1:1"]) {
    assert.equal(code(target, { token: "t" }), undefined);
  }
  assert.equal(code("http://192.0.2.1:1", { token: "t", tokenOverPlaintext: true }), undefined);
});

test("a watch goes on, and says where it lost something", async () => {
  type Frame = MessageInitShape<typeof v1.WatchResponseSchema>;
  const cursor = (token: string): { resumeToken: string } => ({ resumeToken: token });
  const opened: Frame = { frame: { case: "opened", value: { cursor: cursor("0") } } };
  const batch = (token: string): Frame => ({ frame: { case: "batch", value: { cursor: cursor(token), events: [{ name: token }] } } });
  const progress = (token: string): Frame => ({ frame: { case: "progress", value: { cursor: cursor(token), snapshotComplete: token === "s" } } });
  const connections: (Frame | ConnectError | "silence")[][] = [
    [opened, batch("a"), refusal(Code.Unavailable, "SERVER_DRAINING")],
    [opened, batch("a"), progress("s"), batch("b"), "silence"],
    [opened, batch("c")],
    [opened, refusal(Code.ResourceExhausted, "WATCH_LAGGED", { metadata: { resume_token: "d" } })],
    [refusal(Code.OutOfRange, "REVISION_COMPACTED")],
    [opened, progress("s"), refusal(Code.InvalidArgument, "FIELD_INVALID")],
  ];
  const asked: [string, boolean][] = [];
  await served(
    (router) => router.rpc(v1.WatchService.method.watch, async function* (request: v1.WatchRequest, { signal }: HandlerContext) {
      asked.push([request.resumeToken, request.includeSnapshot]);
      for (const frame of connections.shift() ?? []) {
        if (frame === "silence") {
          await once(signal, "abort");
        } else if (frame instanceof ConnectError) {
          throw frame;
        } else {
          yield frame;
        }
      }
    }),
    async (client) => {
      const seen: string[] = [];
      const told = (item: WatchItem): string => (item.kind === "event" ? item.event.name : item.kind);
      const watched = (async () => {
        for await (const item of client.watch({ includeSnapshot: true, progressIntervalMs: 400 })) {
          seen.push(told(item));
        }
      })();
      assert.equal((await fails(watched)).code, Code.InvalidArgument);
      assert.deepEqual(seen, ["a", "resync", "a", "progress", "b", "c", "resync", "progress"]);
    },
  );
  assert.deepEqual(asked, [["", true], ["", true], ["b", false], ["c", false], ["d", false], ["", true]]);
});

test("a stream keeps to the limit and sends again what is unanswered", async () => {
  const seen: [bigint, string][][] = [];
  let most = 0;
  await served(
    (router) => router.rpc(v1.IpamService.method.streamAddresses, async function* (requests: AsyncIterable<v1.StreamAddressesRequest>, context: HandlerContext) {
      context.responseHeader.set("podnet-max-in-flight", "3");
      const connection: [bigint, string][] = [];
      seen.push(connection);
      let open: bigint[] = [];
      for await (const { correlationId, operation } of requests) {
        connection.push([correlationId, operation.value?.requestId ?? ""]);
        open.push(correlationId);
        most = Math.max(most, open.length);
        // Headers come with the first answer.
        if (connection.length === 1 || open.length === 3 || correlationId === 10n) {
          yield { correlationId: open.pop() ?? 0n };
          if (seen.length === 1 && connection.length > 1) {
            throw refusal(Code.Unavailable, "SERVER_DRAINING");
          }
          yield* open.map((id) => ({ correlationId: id }));
          open = [];
        }
      }
    }),
    async (client) => {
      const operations = Array.from({ length: 10 }, (_, i) => ({ allocate: { ...request, allocationId: i.toString() } }));
      const answered: bigint[] = [];
      for await (const { correlationId } of client.stream(operations)) {
        answered.push(correlationId);
      }
      assert.deepEqual(answered.sort((a, b) => Number(a - b)), operations.map((_, i) => BigInt(i + 1)));
      await assert.rejects(async () => {
        for await (const answer of client.stream(broken())) {
          assert.ok(answer);
        }
      }, /the source broke/);
    },
  );
  assert.equal(most, 3);
  // The first connection answered 1 and 4; 2 and 3 come again with their request ids.
  assert.deepEqual(seen[1]?.slice(0, 2), seen[0]?.slice(1, 3));
});

// eslint-disable-next-line @typescript-eslint/require-await -- an iterable that fails
async function* broken(): AsyncGenerator<never> {
  throw new Error("the source broke");
}

test("version and licence are those of the repository", () => {
  const text = (path: string): string => readFileSync(new URL(path, PACKAGE), "utf8");
  assert.equal((JSON.parse(text("package.json")) as { version: string }).version, VERSION);
  assert.match(text("../../Cargo.toml"), new RegExp(`^version = "${VERSION}"$`, "m"));
  assert.equal(text("LICENSE"), text("../../LICENSE"));
});
