/**
 * Changes as an iterable that survives lost connections.
 */
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { Code, createClient, type Transport } from "@connectrpc/connect";

import type { Cursor, ResourceKind } from "../gen/podnet/v1/common_pb.js";
import { ErrorReason } from "../gen/podnet/v1/error_reason_pb.js";
import { type WatchEvent, type WatchResponse, WatchService } from "../gen/podnet/v1/watch_pb.js";
import { localError, type PodnetError } from "./error.js";
import { reconnect } from "./reconnect.js";
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
  readonly kinds?: readonly ResourceKind[] | undefined;
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
  | { readonly kind: "event"; readonly event: WatchEvent }
  | { readonly kind: "progress"; readonly cursor: Cursor; readonly snapshotComplete: boolean }
  | { readonly kind: "resync" };

/** Where a watch stands. */
interface Position {
  token: string;
  /** Whether a snapshot is wanted or under way. */
  snapshot: boolean;
  /** Whether a resync is to be told. */
  resync: boolean;
}

/** Watches over a transport; see `Client.watch`. */
export async function* watch(
  transport: Transport,
  target: string,
  options: WatchOptions,
): AsyncGenerator<WatchItem, void, undefined> {
  const token = options.resumeToken ?? "";
  const snapshot = options.includeSnapshot === true && token === "";
  const at: Position = { token, snapshot, resync: false };
  const open = (signal: AbortSignal): AsyncGenerator<WatchItem> => items(transport, at, options, signal);
  try {
    yield* reconnect(target, options.signal, open, (error) => {
      if (!recovers(error, at)) {
        throw error;
      }
      return true;
    });
  } catch (error) {
    if (options.signal?.aborted !== true) {
      throw error;
    }
  }
}

/** What one connection yields, until it ends or is silent for too long. */
async function* items(
  transport: Transport,
  at: Position,
  options: WatchOptions,
  signal: AbortSignal,
): AsyncGenerator<WatchItem, void, undefined> {
  const { parent = "", kinds = [], progressIntervalMs = PROGRESS_INTERVAL_MS } = options;
  const progressInterval = durationFromMs(progressIntervalMs);
  const request = { parent, kinds: [...kinds], resumeToken: at.token, includeSnapshot: at.snapshot, progressInterval };
  const silence = progressIntervalMs * SILENCE_FACTOR;
  const late = (): PodnetError => localError(Code.Unavailable, `no frame within ${String(silence)} ms`);
  const stream = createClient(WatchService, transport).watch(request, { signal })[Symbol.asyncIterator]();
  for (;;) {
    const next = await within(stream.next(), silence, signal, late);
    if (next.done === true) {
      return;
    }
    if (at.resync) {
      at.resync = false;
      yield { kind: "resync" };
    }
    yield* take(next.value, at);
  }
}

function* take({ frame }: WatchResponse, at: Position): Generator<WatchItem, void, undefined> {
  // Before the snapshot is complete there is no position to come back to.
  if (frame.case !== undefined && (!at.snapshot || (frame.case === "progress" && frame.value.snapshotComplete))) {
    at.token = frame.value.cursor?.resumeToken ?? at.token;
  }
  if (frame.case === "batch") {
    for (const event of frame.value.events) {
      yield { kind: "event", event };
    }
  } else if (frame.case === "progress" && frame.value.cursor !== undefined) {
    const { cursor, snapshotComplete } = frame.value;
    at.snapshot &&= !snapshotComplete;
    yield { kind: "progress", cursor, snapshotComplete };
  }
}

/** Whether the watch goes on after an error; sets where. */
function recovers(error: PodnetError, at: Position): boolean {
  switch (error.reason) {
    case ErrorReason.REVISION_COMPACTED:
    case ErrorReason.STORE_CHANGED:
      Object.assign(at, { token: "", snapshot: true, resync: true });
      return true;
    case ErrorReason.WATCH_LAGGED:
      at.token = at.snapshot ? "" : (error.metadata.resume_token ?? at.token);
      break;
    default:
      if (error.code !== Code.Unavailable) {
        return false;
      }
  }
  // A snapshot that broke off is taken again from its start, and said even if none of it came: a connection that breaks
  // takes frames with it.
  at.resync ||= at.snapshot;
  return true;
}
