/**
 * How does a stream go on over lost connections? What to ask again, and what an error means, is the stream's own business.
 */
import { Code } from "@connectrpc/connect";

import type { PodnetError } from "./error.js";
import { callError, localError } from "./failure.js";
import { backoffMs } from "./retry.js";
import { sleep } from "./time.js";

/** What a stream decides when a connection has ended. */
export interface Decisions {
  /** Whether it has all that it wants. */
  isDone(): boolean;
  /** Whether it goes on after an error, and after so many connections in a row that brought nothing. */
  recovers(error: PodnetError, failures: number): boolean;
}

/** Opens one connection after another and yields what they yield, until the stream is done; throws errors that stay. */
export async function* reconnect<T>(
  target: string,
  signal: AbortSignal | undefined,
  open: (connection: AbortSignal) => AsyncIterable<T>,
  decisions: Decisions,
): AsyncGenerator<T, void, undefined> {
  let wait = 0;
  for (let failures = 1; ; failures += 1) {
    const connection = new AbortController();
    let error = localError(Code.Unavailable, `${target}: the server ended the stream`);
    try {
      await sleep(wait, signal);
      for await (const item of open(AbortSignal.any([connection.signal, signal ?? connection.signal]))) {
        failures = 0;
        yield item;
      }
    } catch (cause) {
      error = callError(cause, target, signal);
    } finally {
      connection.abort();
    }
    if (decisions.isDone()) {
      return;
    }
    if (!decisions.recovers(error, failures)) {
      throw error;
    }
    wait = error.code === Code.Unavailable ? backoffMs(error, Math.max(failures, 1)) : 0;
  }
}
