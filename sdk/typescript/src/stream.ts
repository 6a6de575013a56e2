/**
 * Many operations over one stream, with a bound on what is unanswered, and sent again after a break.
 */
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { Code, type Transport } from "@connectrpc/connect";
import { createWritableIterable } from "@connectrpc/connect/protocol";

import { withRequestId } from "./call.js";
import type { PodnetError } from "./error.js";
import { ATTEMPTS_MAX } from "./gen/service_config.js";
import * as v1 from "./gen/v1.js";
import { type Decisions, reconnect } from "./reconnect.js";

/** Initial metadata that says how many operations may be unanswered. */
const MAX_IN_FLIGHT = "podnet-max-in-flight";

/** One operation: an allocate or a release. */
export type Operation =
  | { readonly allocate: MessageInitShape<typeof v1.AllocateAddressRequestSchema> }
  | { readonly release: MessageInitShape<typeof v1.ReleaseAddressRequestSchema> };

/** The answer to one operation; `result` is `allocate`, `release`, or `error`, which {@link statusError} makes an error of. */
export type Answer = v1.StreamAddressesResponse;

/** Streams over a transport; see `Client.stream`. */
export async function* stream(
  transport: Transport,
  target: string,
  operations: Iterable<Operation> | AsyncIterable<Operation>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Answer, void, undefined> {
  const source = requests(operations);
  const outbox = new Outbox(source);
  async function* answers(connection: AbortSignal): AsyncGenerator<Answer, void, undefined> {
    const method = v1.IpamService.method.streamAddresses;
    const response = await transport.stream(method, connection, undefined, undefined, outbox.open());
    outbox.allow(Number(response.header.get(MAX_IN_FLIGHT) ?? 1));
    for await (const answer of response.message) {
      if (outbox.answered(answer.correlationId)) {
        yield answer;
      }
    }
  }
  try {
    yield* reconnect(target, signal, answers, outbox);
  } finally {
    // Without waiting for what the source is at.
    source.return().catch(() => undefined);
  }
}

/** The operations as they are sent: each keeps its ids over all connections. */
async function* requests(
  operations: Iterable<Operation> | AsyncIterable<Operation>,
): AsyncGenerator<v1.StreamAddressesRequest, void, undefined> {
  let correlationId = 0n;
  for await (const one of operations) {
    const operation: v1.StreamAddressesRequest["operation"] =
      "allocate" in one
        ? { case: "allocate", value: withRequestId(v1.AllocateAddressRequestSchema, one.allocate) }
        : { case: "release", value: withRequestId(v1.ReleaseAddressRequestSchema, one.release) };
    correlationId += 1n;
    yield create(v1.StreamAddressesRequestSchema, { correlationId, operation });
  }
}

/** Operations between their source and their answers. It outlives connections. */
class Outbox implements Decisions {
  private readonly unanswered = new Map<bigint, v1.StreamAddressesRequest>();
  /** Those of the unanswered that the present connection has not sent. */
  private unsent: v1.StreamAddressesRequest[] = [];
  private body = createWritableIterable<v1.StreamAddressesRequest>();
  private limit = 1;
  private taking = false;
  private ended = false;
  private failure: Error | undefined;

  constructor(private readonly source: AsyncGenerator<v1.StreamAddressesRequest, void, undefined>) {}

  /** Whether every operation has its answer. */
  isDone(): boolean {
    return this.ended && this.failure === undefined && this.unanswered.size === 0;
  }

  /** Only a lost connection is made again. */
  recovers(error: PodnetError, failures: number): boolean {
    if (this.failure !== undefined) {
      throw this.failure;
    }
    return error.code === Code.Unavailable && failures < ATTEMPTS_MAX;
  }

  /** What goes out over a new connection: first what is unanswered, then what is new. */
  open(): AsyncIterable<v1.StreamAddressesRequest> {
    this.body = createWritableIterable();
    this.unsent = [...this.unanswered.values()];
    this.allow(1);
    return this.body;
  }

  /** Sets how many may be unanswered. */
  allow(limit: number): void {
    this.limit = limit;
    this.advance();
  }

  /** Takes an answer; false if its operation has one already. */
  answered(id: bigint): boolean {
    const open = this.unanswered.delete(id);
    this.advance();
    return open;
  }

  private advance(): void {
    const sent = this.unanswered.size - this.unsent.length;
    for (const request of this.unsent.splice(0, Math.max(this.limit - sent, 0))) {
      // What a broken connection does not take is sent again over the next.
      this.body.write(request).catch(() => undefined);
    }
    if (this.ended && this.unsent.length === 0) {
      this.body.close();
    } else if (!this.taking && !this.ended && this.unanswered.size < this.limit) {
      void this.take();
    }
  }

  private async take(): Promise<void> {
    this.taking = true;
    const next = await this.source.next().catch((cause: unknown) => {
      // What is under way is answered before it is thrown.
      this.failure = cause instanceof Error ? cause : new Error(String(cause));
    });
    this.taking = false;
    if (next === undefined || next.done === true) {
      this.ended = true;
    } else {
      this.unanswered.set(next.value.correlationId, next.value);
      this.unsent.push(next.value);
    }
    this.advance();
  }
}
