/**
 * Changes as an iterable that survives lost connections.
 */
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, createClient, type Transport } from "@connectrpc/connect";

import type { PodnetError } from "./error.js";
import { localError } from "./failure.js";
import * as v1 from "./gen/v1.js";
import { type Decisions, reconnect } from "./reconnect.js";
import { within } from "./time.js";

/** The server's own default. */
const PROGRESS_INTERVAL_MS = 10_000;

/** A silence of so many progress intervals is a lost connection. */
const SILENCE_FACTOR = 3;

/** What to watch. */
export interface WatchOptions {
  /** Only resources at or below this name. Default: all. */
  readonly parent?: string | undefined;
  /** Only these kinds. Default: all. */
  readonly kinds?: readonly v1.ResourceKind[] | undefined;
  /** Continue after this cursor's token. Default: begin at the latest revision. */
  readonly resumeToken?: string | undefined;
  /** Begin with what is there. Default false. */
  readonly includeSnapshot?: boolean | undefined;
  /** Longest time between two frames of the server, 1,000 to 600,000 milliseconds. Default 10,000. */
  readonly progressIntervalMs?: number | undefined;
  /** Ends the watch, without an error. So does leaving the loop. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a watch yields: `event` is a change or a resource of the snapshot; `progress` says that everything up to its cursor
 * was seen, and whether that ends the snapshot; `resync` says that the position was gone (compacted, another store, or a
 * snapshot that broke off): a new snapshot follows, forget what was known.
 */
export type WatchItem =
  | { readonly kind: "event"; readonly event: v1.WatchEvent }
  | { readonly kind: "progress"; readonly cursor: v1.Cursor; readonly snapshotComplete: boolean }
  | { readonly kind: "resync" };

/** Watches over a transport; see `Client.watch`. */
export async function* watch(
  transport: Transport,
  target: string,
  { progressIntervalMs = PROGRESS_INTERVAL_MS, signal, ...options }: WatchOptions,
): AsyncGenerator<WatchItem, void, undefined> {
  const progressInterval = durationFromMs(progressIntervalMs);
  const position = new Position({ ...options, progressInterval } as MessageInitShape<typeof v1.WatchRequestSchema>, signal);
  const silence = progressIntervalMs * SILENCE_FACTOR;
  const late = (): never => { throw localError(Code.Unavailable, `no frame within ${silence.toString()} ms`); };
  async function* items(connection: AbortSignal): AsyncGenerator<WatchItem, void, undefined> {
    const responses = createClient(v1.WatchService, transport).watch(position.request, { signal: connection });
    const frames = responses[Symbol.asyncIterator]();
    for (;;) {
      const next = await within(frames.next(), silence, connection, late);
      if (next.done === true) {
        return;
      }
      yield* position.take(next.value);
    }
  }
  yield* reconnect(target, signal, items, position);
}

/** Where a watch stands: what it asks for when it connects again. */
class Position implements Decisions {
  /** Asks for a snapshot as long as one is wanted or under way. */
  readonly request: v1.WatchRequest;
  /** Whether a resync is to be told. */
  private resync = false;

  constructor(request: MessageInitShape<typeof v1.WatchRequestSchema>, private readonly signal: AbortSignal | undefined) {
    this.request = create(v1.WatchRequestSchema, request);
    this.request.includeSnapshot &&= this.request.resumeToken === "";
  }

  isDone(): boolean {
    return this.signal?.aborted === true;
  }

  /** Whether the watch goes on after an error; sets where. */
  recovers(error: PodnetError): boolean {
    switch (error.reason) {
      case v1.ErrorReason.REVISION_COMPACTED:
      case v1.ErrorReason.STORE_CHANGED:
        Object.assign(this.request, { resumeToken: "", includeSnapshot: true });
        break;
      case v1.ErrorReason.WATCH_LAGGED:
        this.request.resumeToken = this.request.includeSnapshot ? "" : (error.metadata.resume_token ?? this.request.resumeToken);
        break;
      default:
        if (error.code !== Code.Unavailable) {
          return false;
        }
    }
    // A snapshot that broke off is taken again from its start, and said even if none of it came: a connection that breaks
    // takes frames with it.
    this.resync ||= this.request.includeSnapshot;
    return true;
  }

  /** What a frame brings; moves the position. */
  *take({ frame }: v1.WatchResponse): Generator<WatchItem, void, undefined> {
    if (this.resync) {
      this.resync = false;
      yield { kind: "resync" };
    }
    const snapshotComplete = frame.case === "progress" && frame.value.snapshotComplete;
    this.request.includeSnapshot &&= !snapshotComplete;
    const cursor = frame.value?.cursor;
    // Before the snapshot is complete there is no position to come back to.
    if (cursor !== undefined && !this.request.includeSnapshot) {
      this.request.resumeToken = cursor.resumeToken;
    }
    if (frame.case === "batch") {
      yield* frame.value.events.map((event) => ({ kind: "event", event }) as const);
    } else if (frame.case === "progress" && cursor !== undefined) {
      yield { kind: "progress", cursor, snapshotComplete };
    }
  }
}
