/**
 * Runs operations of the vectors (tests/vectors/README.md) against the TypeScript client: a JSON object for each line of
 * standard input, one for each line of standard output, in any order.
 */
import { createInterface } from "node:readline";

import { createRegistry, fromJson, toJson } from "@bufbuild/protobuf";
import { Code, connect as connectNode, PodnetError, statusError, VERSION } from "@podnet/client";
import * as v1 from "@podnet/client/v1";
import { connect as connectWeb } from "@podnet/client/web";

const files = Object.entries(v1).filter(([name]) => name.startsWith("file_"));
const registry = createRegistry(...files.map(([, file]) => file));
const clients = new Map();
const watches = new Map();

const operations = {
  hello: () => ({ language: "typescript", version: VERSION, styles: ["async"] }),

  connect({ target, transport, tokens, ...args }, { client }) {
    const options = {
      ...{ ca: args.ca_file, cert: args.cert_file, key: args.key_file, serverName: args.server_name },
      ...{ deadlineMs: args.deadline_ms, batchDeadlineMs: args.batch_deadline_ms, retries: args.retries },
      token: tokens === undefined ? args.token : () => (tokens.length > 1 ? tokens.shift() : tokens[0]),
      tokenOverPlaintext: args.token_over_plaintext,
    };
    clients.set(client, (transport === "grpc-web" ? connectWeb : connectNode)(target, options));
  },

  async call({ method: name, request, timeout_ms: timeoutMs, cancel_after_ms: cancelAfterMs }, { client }) {
    const method = methodOf(name);
    // `podnet.v1.IpamService` is `client.ipam`.
    const service = clients.get(client)[method.parent.name.replace("Service", "").toLowerCase()];
    const signal = cancelAfterMs === undefined ? undefined : AbortSignal.timeout(cancelAfterMs);
    const response = await service[method.localName](read(method.input, request), { timeoutMs, signal });
    return { response: write(method.output, response) };
  },

  async list({ method: name, request, limit = Infinity }, { client }) {
    const method = methodOf(name);
    const item = method.output.fields.find((field) => field.number === 1).message;
    const items = [];
    let pages = 0;
    for await (const page of clients.get(client).list(method, read(method.input, request)).pages()) {
      pages += 1;
      items.push(...page.map((one) => write(item, one)));
      if (items.length >= limit) break;
    }
    return { items: items.slice(0, limit), pages };
  },

  async hold({ request, end }, { client }) {
    const left = new Error("the scope is left by an error");
    let allocation;
    const leave = (held) => {
      allocation = end === "keep" ? held.keep() : held.allocation;
      if (end === "error") {
        throw left;
      }
    };
    const holding = clients.get(client).withAllocation(read(v1.AllocateAddressRequestSchema, request), leave);
    await holding.catch((error) => {
      if (error !== left) {
        throw error;
      }
    });
    return { allocation: write(v1.AllocationSchema, allocation) };
  },

  async stream({ operations: given }, { client }) {
    const results = [];
    const list = given.map((one) => {
      const { operation } = read(v1.StreamAddressesRequestSchema, one);
      return { [operation.case]: operation.value };
    });
    for await (const answer of clients.get(client).stream(list)) {
      results[Number(answer.correlationId) - 1] = write(v1.StreamAddressesResponseSchema, answer);
    }
    return { results };
  },

  watch: (args, { client }) => next(open(clients.get(client), args), args),
  watch_start: (args, { client }) => void watches.set(args.watch, open(clients.get(client), args)),
  watch_next: (args) => next(watches.get(args.watch), args, true),
  watch_stop: ({ watch }) => watches.get(watch).end.abort(),

  async load(args, { client }) {
    const started = performance.now();
    const load = shapes[args.shape](clients.get(client), { in_flight: 1, batch_size: 256, ...args });
    return { operations: await load, seconds: (performance.now() - started) / 1000 };
  },

  close: (_args, { client }) => clients.get(client).close(),
};

const allocate = ({ parent, nodes, prefix }, i) => ({ parent, node: nodes[i % nodes.length], allocationId: `${prefix}-${i}` });
const release = ({ parent, prefix }, i) => ({ name: `${parent}/allocations/${prefix}-${i}` });
/** Allocates with their releases; each gives how many operations that was. */
const shapes = {
  echo: (client, args) => pieces(args, 1, () => client.admin.getServerInfo({})),
  unary: (client, args) =>
    pieces(args, 2, async (i) => {
      await client.ipam.allocateAddress(allocate(args, i));
      await client.ipam.releaseAddress(release(args, i));
    }),
  batch: (client, { batch_size: size, parent, ...args }) =>
    pieces(args, 2 * size, async (piece) => {
      const requests = (one) => Array.from({ length: size }, (_, i) => one({ parent, ...args }, piece * size + i));
      await client.ipam.batchAllocateAddresses({ parent, requests: requests(allocate) });
      await client.ipam.batchReleaseAddresses({ parent, requests: requests(release) });
    }),
  async stream(client, { count, in_flight: window, ...args }) {
    // The allocates of a window, then its releases, so that both are on their way at once.
    const list = Array.from({ length: count }, (_, i) => {
      const first = Math.floor(i / (2 * window)) * window;
      const [own, place] = [Math.min(window, count / 2 - first), i - 2 * first];
      const number = first + (place % own);
      return place < own ? { allocate: allocate(args, number) } : { release: release(args, number) };
    });
    for await (const { result } of client.stream(list)) {
      if (result.case === "error") throw statusError(result.value);
    }
    return count;
  },
};

async function pieces({ count, in_flight: inFlight }, size, one) {
  const wanted = Math.ceil(count / size);
  const numbers = Array.from({ length: wanted }, (_, i) => i).values();
  const lane = async () => {
    for (const number of numbers) {
      await one(number);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return wanted * size;
}

function open(client, args) {
  const end = new AbortController();
  const { parent, resume_token: resumeToken, include_snapshot: includeSnapshot } = args;
  const kinds = args.kinds?.map((kind) => v1.ResourceKind[kind.replace("RESOURCE_KIND_", "")]);
  const options = { parent, kinds, resumeToken, includeSnapshot, signal: end.signal };
  return { end, items: client.watch({ ...options, progressIntervalMs: args.progress_interval_ms }) };
}

async function next({ items, end }, stops, keep = false) {
  const seen = [];
  const counts = { events: 0, resyncs: 0, progress: 0, snapshots: 0 };
  while (Object.keys(counts).some((name) => counts[name] < stops[name])) {
    const { value: item, done } = await items.next();
    if (done) {
      break;
    }
    if (item.kind === "event") {
      counts.events += 1;
      seen.push({ event: write(v1.WatchEventSchema, item.event) });
    } else if (item.kind === "resync") {
      counts.resyncs += 1;
      seen.push({ resync: {} });
    } else {
      const { snapshotComplete } = item;
      counts.progress += 1;
      counts.snapshots += Number(snapshotComplete);
      seen.push({ progress: { cursor: write(v1.CursorSchema, item.cursor), snapshotComplete } });
    }
  }
  if (!keep) {
    end.abort();
  }
  return { items: seen };
}

const read = (schema, json) => fromJson(schema, json ?? {}, { registry });
const write = (schema, message) => toJson(schema, message, { registry });

const methodOf = (name) =>
  registry.getService(name.split("/")[0]).methods.find((one) => one.name === name.split("/")[1]);

function errorOf(error) {
  if (!(error instanceof PodnetError)) {
    throw error;
  }
  const code = Code[error.code].replace(/(?<!^)[A-Z]/g, "_$&").toUpperCase();
  const { reasonName: reason, name, message, metadata, violations, retryAfterMs, requestId, attempts } = error;
  return {
    ...{ code: code === "CANCELED" ? "CANCELLED" : code, reason, class: name, message, metadata, violations, attempts },
    ...{ retry_after_ms: retryAfterMs, request_id: requestId },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = (content) => process.stdout.write(`${JSON.stringify({ id: request.id, ...content })}\n`);
  const operation = operations[request.op];
  if (operation === undefined) {
    answer({ unsupported: `no operation \`${request.op}\`` });
  } else {
    const work = async () => operation(request.args ?? {}, request);
    void work().then((ok = {}) => answer({ ok }), (error) => answer({ error: errorOf(error) }));
  }
}
