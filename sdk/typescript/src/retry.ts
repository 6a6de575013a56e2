/**
 * Whether and when to try again, by the table that all clients share; the I/O is in `call.ts`.
 */
import type { DescMethod } from "@bufbuild/protobuf";
import { Code } from "@connectrpc/connect";

import type { PodnetError } from "./error.js";
import { serviceConfig } from "./gen/service_config.js";
import { ErrorReason } from "./gen/v1.js";
import type { Options } from "./options.js";

// All calls, then those with many items, which are listed by name; streams have neither deadline nor retries.
const { methodConfig: [calls, batches], retryThrottling } = serviceConfig;
const { initialBackoff, maxBackoff, backoffMultiplier } = calls.retryPolicy;
const BATCHES = new Set<string>(batches.name.map(({ service, method }) => `${service}/${method}`));

/** Attempts of one call at most, the first included; and connections in a row that bring nothing. */
export const ATTEMPTS_MAX: number = calls.retryPolicy.maxAttempts;

/** Longest time of a call over all attempts, in milliseconds: the client's own, or that of the table. */
export function deadlineMs(method: DescMethod, { deadlineMs, batchDeadlineMs }: Options): number {
  const batch = BATCHES.has(`${method.parent.typeName}/${method.name}`);
  return batch ? batchDeadlineMs ?? ms(batches.timeout) : deadlineMs ?? ms(calls.timeout);
}

/** Milliseconds before the next attempt; absent if the error stays. A server's pushback is obeyed. */
export function waitMs(error: PodnetError, attempt: number): number | undefined {
  if (attempt >= ATTEMPTS_MAX || !mayRetry(error) || (error.pushbackMs ?? 0) < 0) {
    return undefined;
  }
  return error.pushbackMs ?? backoffMs(error, attempt);
}

/** A wait after so many failures in a row, drawn evenly below the back-off (full jitter), but what the server asked for at least. */
export function backoffMs(error: PodnetError, attempt: number): number {
  const ceiling = Math.min(ms(initialBackoff) * backoffMultiplier ** (attempt - 1), ms(maxBackoff));
  return Math.max(Math.random() * ceiling, error.retryAfterMs ?? 0);
}

function mayRetry(error: PodnetError): boolean {
  switch (error.reason) {
    case ErrorReason.OVERLOADED:
    case ErrorReason.RATE_LIMITED:
    case ErrorReason.REQUEST_IN_PROGRESS:
      return true;
    default:
      // A server's DEADLINE_EXCEEDED; that of this side leaves no time to try again.
      return error.code === Code.Unavailable || error.code === Code.DeadlineExceeded;
  }
}

/** Stops retries while most calls fail (gRFC A6): a failure costs a token, a success gives a little back. */
export class Throttle {
  private tokens: number = retryThrottling.maxTokens;

  /** Counts an answer. */
  succeeded(): void {
    this.tokens = Math.min(this.tokens + retryThrottling.tokenRatio, retryThrottling.maxTokens);
  }

  /** Counts a failure and says whether retries are still allowed: while more than half of the tokens are there. */
  failed(error: PodnetError): boolean {
    if (error.code === Code.Unavailable || (error.pushbackMs ?? 0) < 0) {
      this.tokens = Math.max(this.tokens - 1, 0);
    }
    return this.tokens > retryThrottling.maxTokens / 2;
  }
}

function ms(duration: string): number {
  return Number.parseFloat(duration) * 1000;
}
