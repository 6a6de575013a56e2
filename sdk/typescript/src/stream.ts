/**
 * Many operations over one stream, with a bound on what is unanswered, and sent again after a break.
 */
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { Code, type Transport } from "@connectrpc/connect";

import * as pb from "../gen/podnet/v1/ipam_pb.js";
import { withRequestId } from "./call.js";
import { reconnect } from "./reconnect.js";
import { RECONNECT } from "./retry.js";

/** Initial metadata that says how many operations may be unanswered. */
const MAX_IN_FLIGHT = "podnet-max-in-flight";

/** One operation: an allocate or a release. */
export type Operation =
  | { readonly allocate: MessageInitShape<typeof pb.AllocateAddressRequestSchema> }
  | { readonly release: MessageInitShape<typeof pb.ReleaseAddressRequestSchema> };

/** The answer to one operation; `result` is `allocate`, `release`, or `error`, which {@link statusError} makes an error of. */
export type Answer = pb.StreamAddressesResponse;

/** Streams over a transport; see `Client.stream`. */
export async function* stream(
  transport: Transport,
  target: string,
  operations: Iterable<Operation> | AsyncIterable<Operation>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Answer, void, undefined> {
  const queue = new Queue(requests(operations));
  async function* answers(connection: AbortSignal): AsyncGenerator<Answer, void, undefined> {
    const method = pb.IpamService.method.streamAddresses;
    const response = await transport.stream(method, connection, undefined, undefined, queue.send());
    queue.allow(Number(response.header.get(MAX_IN_FLIGHT) ?? 1));
    for await (const answer of response.message) {
      if (queue.answered(answer.correlationId)) {
        yield answer;
      }
    }
  }
  try {
    yield* reconnect(target, signal, answers, (error, failures) => {
      if (queue.failure !== undefined) {
        throw queue.failure;
      }
      if (!queue.finished && (error.code !== Code.Unavailable || failures >= RECONNECT.attemptsMax)) {
        throw error;
      }
      return !queue.finished;
    });
  } finally {
    queue.close();
  }
}

/** The operations as they are sent: each keeps its ids over all connections. */
async function* requests(
  operations: Iterable<Operation> | AsyncIterable<Operation>,
): AsyncGenerator<pb.StreamAddressesRequest, void, undefined> {
  let correlationId = 0n;
  for await (const one of operations) {
    const operation: pb.StreamAddressesRequest["operation"] =
      "allocate" in one
        ? { case: "allocate", value: withRequestId(pb.AllocateAddressRequestSchema, one.allocate) }
        : { case: "release", value: withRequestId(pb.ReleaseAddressRequestSchema, one.release) };
    correlationId += 1n;
    yield create(pb.StreamAddressesRequestSchema, { correlationId, operation });
  }
}

/** Operations between their source and their answers. It outlives connections. */
class Queue {
  /** An error of the source. */
  failure: Error | undefined;
  private readonly unanswered = new Map<bigint, pb.StreamAddressesRequest>();
  private pulled: Promise<IteratorResult<pb.StreamAddressesRequest, void>> | undefined;
  private ended = false;
  private limit = 1;
  private connection = 0;
  private wake = (): void => undefined;

  constructor(private readonly source: AsyncGenerator<pb.StreamAddressesRequest, void, undefined>) {}

  /** Whether every operation has its answer. */
  get finished(): boolean {
    return this.ended && this.unanswered.size === 0;
  }

  /** Sets how many may be unanswered. */
  allow(limit: number): void {
    this.limit = limit;
    this.wake();
  }

  /** Takes an answer; false if its operation has one already. */
  answered(id: bigint): boolean {
    const open = this.unanswered.delete(id);
    this.wake();
    return open;
  }

  /** What goes out over a new connection: first what is unanswered, then what is new. The one before it sends no more. */
  async *send(): AsyncGenerator<pb.StreamAddressesRequest, void, undefined> {
    const connection = ++this.connection;
    const again = [...this.unanswered.values()].reverse();
    this.limit = 1;
    while (connection === this.connection) {
      if (this.unanswered.size - again.length >= this.limit) {
        await new Promise<void>((resolve) => { this.wake = resolve; });
        continue;
      }
      const request = again.pop() ?? (await this.next(connection));
      if (request === undefined) {
        return;
      }
      yield request;
    }
  }

  /** Ends the source, without waiting for what it is at. */
  close(): void {
    this.connection += 1;
    this.wake();
    this.source.return().catch(() => undefined);
  }

  private async next(connection: number): Promise<pb.StreamAddressesRequest | undefined> {
    // Kept until it is taken: a connection that breaks while it waits must not lose an operation.
    this.pulled ??= this.source.next();
    const result = await this.pulled.catch((cause: unknown) => {
      throw (this.failure = cause instanceof Error ? cause : new Error(String(cause)));
    });
    if (connection !== this.connection) {
      return undefined;
    }
    this.pulled = undefined;
    this.ended = result.done === true;
    if (result.done !== true) {
      this.unanswered.set(result.value.correlationId, result.value);
      return result.value;
    }
    return undefined;
  }
}
