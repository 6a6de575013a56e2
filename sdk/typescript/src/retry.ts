/**
 * Whether and when to try again, by the table that all clients share; the I/O is in `call.ts`.
 */
import { Code } from "@connectrpc/connect";

import type { PodnetError } from "./error.js";
import { ATTEMPTS_MAX, BACKOFF_FIRST_MS, BACKOFF_MAX_MS, RETRYABLE, TOKEN_RATIO, TOKENS_MAX } from "./gen/service_config.js";

/** Milliseconds before the next attempt; absent if the error stays. A server's pushback is obeyed. */
export function waitMs(error: PodnetError, attempt: number): number | undefined {
  if (attempt >= ATTEMPTS_MAX || !mayRetry(error) || (error.pushbackMs ?? 0) < 0) {
    return undefined;
  }
  return error.pushbackMs ?? backoffMs(error, attempt);
}

/** A wait after so many failures in a row, drawn evenly below the back-off (full jitter), but what the server asked for at least. */
export function backoffMs(error: PodnetError, attempt: number): number {
  const ceiling = Math.min(BACKOFF_FIRST_MS * 2 ** (attempt - 1), BACKOFF_MAX_MS);
  return Math.max(Math.random() * ceiling, error.retryAfterMs ?? 0);
}

function mayRetry({ code, reason }: PodnetError): boolean {
  // A server's DEADLINE_EXCEEDED; that of this side leaves no time to try again.
  return RETRYABLE.has(reason) || code === Code.Unavailable || code === Code.DeadlineExceeded;
}

/** Stops retries while most calls fail (gRFC A6): a failure costs a token, a success gives a little back. */
export class Throttle {
  private tokens: number = TOKENS_MAX;

  /** Counts an answer. */
  succeeded(): void {
    this.tokens = Math.min(this.tokens + TOKEN_RATIO, TOKENS_MAX);
  }

  /** Counts a failure and says whether retries are still allowed: while more than half of the tokens are there. */
  failed(error: PodnetError): boolean {
    if (error.code === Code.Unavailable || (error.pushbackMs ?? 0) < 0) {
      this.tokens = Math.max(this.tokens - 1, 0);
    }
    return this.tokens > TOKENS_MAX / 2;
  }
}
