/**
 * How long may something take? Waits that end with a deadline or an abort; knows nothing of calls.
 */
import { Code } from "@connectrpc/connect";

import { localError } from "./failure.js";

/** Longest time that a timer can be set to; what is longer ends then. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** The result of `work`, or of `late` after so many milliseconds, or CANCELLED as soon as `signal` aborts. */
export async function within<T>(work: Promise<T>, ms: number, signal: AbortSignal | undefined, late: () => T): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, TIMER_MS_MAX));
    const abort = (): void => { reject(localError(Code.Canceled, "the call was cancelled", signal?.reason)); };
    stop = () => { clearTimeout(timer); signal?.removeEventListener("abort", abort); };
    if (signal?.aborted === true) {
      abort();
    }
    signal?.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([work, stopped.then(late)]);
  } finally {
    stop();
  }
}

/** Waits; ends at once, with CANCELLED, when `signal` aborts. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await within(new Promise<void>(() => undefined), ms, signal, () => undefined);
}
