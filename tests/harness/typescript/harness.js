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
      if (items.length >= limit) {
        break;
      }
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
    await shapes[args.shape](clients.get(client), { in_flight: 1, batch_size: 256, ...args });
    return { seconds: (performance.now() - started) / 1000, operations: args.count };
  },

  close: (_args, { client }) => clients.get(client).close(),
};

const allocation = ({ parent, node, prefix }, i) => ({ parent, node, allocationId: `${prefix}-${i}` });
const shapes = {
  echo: (client, args) => parallel(args, () => client.admin.getServerInfo({})),
  unary: (client, args) => parallel(args, (i) => client.ipam.allocateAddress(allocation(args, i))),
  batch(client, { count, batch_size: size, ...args }) {
    return parallel({ ...args, count: Math.ceil(count / size) }, (batch) => {
      const numbers = Array.from({ length: Math.min(size, count - batch * size) }, (_, i) => batch * size + i);
      const requests = numbers.map((i) => allocation(args, i));
      return client.ipam.batchAllocateAddresses({ parent: args.parent, requests });
    });
  },
  async stream(client, args) {
    const list = Array.from({ length: args.count }, (_, i) => ({ allocate: allocation(args, i) }));
    for await (const { result } of client.stream(list)) {
      if (result.case === "error") {
        throw statusError(result.value);
      }
    }
  },
};

async function parallel({ count, in_flight: inFlight }, one) {
  let begun = 0;
  const lane = async () => {
    while (begun < count) {
      await one(begun++);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
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
