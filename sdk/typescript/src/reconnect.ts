/**
 * How does a stream go on over lost connections? What to ask again, and what an error means, is the stream's own business.
 */
import { Code } from "@connectrpc/connect";

import { callError, localError, type PodnetError } from "./error.js";
import { backoffMs, RECONNECT } from "./retry.js";
import { sleep } from "./time.js";

/**
 * Opens one connection after another and yields what they yield. `goesOn` says what becomes of an error, after so many
 * connections in a row that yielded nothing: true for another connection, false for the end, or it throws.
 */
export async function* reconnect<T>(
  target: string,
  signal: AbortSignal | undefined,
  open: (signal: AbortSignal) => AsyncIterable<T>,
  goesOn: (error: PodnetError, failures: number) => boolean,
): AsyncGenerator<T, void, undefined> {
  for (let failures = 1; ; failures += 1) {
    const connection = new AbortController();
    let error = localError(Code.Unavailable, `${target}: the server ended the stream`);
    try {
      for await (const item of open(AbortSignal.any([connection.signal, ...(signal === undefined ? [] : [signal])]))) {
        failures = 0;
        yield item;
      }
    } catch (cause) {
      error = callError(cause, target, signal);
    } finally {
      connection.abort();
    }
    if (!goesOn(error, failures)) {
      return;
    }
    if (error.code === Code.Unavailable) {
      await sleep(backoffMs(RECONNECT, error, Math.max(failures, 1)), signal);
    }
  }
}
