/**
 * Whether and when to try again, by the table that all clients share; the I/O is in `call.ts`.
 */
import { Code } from "@connectrpc/connect";

import { ErrorReason } from "../gen/podnet/v1/error_reason_pb.js";
import type { PodnetError } from "./error.js";
import { serviceConfig } from "./gen/service_config.js";

type MethodConfig = (typeof serviceConfig.methodConfig)[number];

/** How often and how patiently to try again. */
export interface RetryPolicy {
  /** Attempts of one call at most, the first included. */
  readonly attemptsMax: number;
  /** Longest wait before the second attempt, in milliseconds. */
  readonly backoffInitialMs: number;
  /** Longest wait between two attempts, in milliseconds. */
  readonly backoffMaxMs: number;
  /** Factor from one wait to the next. */
  readonly multiplier: number;
}

/** What the table says of one method. */
export interface MethodPolicy {
  /** Deadline in milliseconds; absent for streams. */
  readonly timeoutMs?: number | undefined;
  /** Whether the method is listed by name: it carries many items and has the longer deadline. */
  readonly batch: boolean;
  /** Absent: no retries. */
  readonly retry?: RetryPolicy | undefined;
}

const POLICIES = new Map<string, MethodPolicy>(
  serviceConfig.methodConfig.flatMap((config) =>
    config.name.map((name: { service: string; method?: string | undefined }) => [
      `${name.service}/${name.method ?? ""}`,
      policy(config, name.method !== undefined),
    ]),
  ),
);

/** Waits between connections of a watch or a stream, which have no policy in the table: those of its first entry. */
export const RECONNECT: RetryPolicy = serviceConfig.methodConfig.map((config) => policy(config, false).retry)
  .find((retry) => retry !== undefined) ?? { attemptsMax: 1, backoffInitialMs: 100, backoffMaxMs: 2000, multiplier: 2 };

/** What the table says of a method. */
export function policyOf(service: string, method: string): MethodPolicy {
  return POLICIES.get(`${service}/${method}`) ?? POLICIES.get(`${service}/`) ?? { batch: false };
}

/**
 * Milliseconds before the next attempt; absent if the error stays. Waits are drawn evenly below the back-off (full jitter),
 * or are what the server asked for.
 */
export function waitMs(policy: RetryPolicy, error: PodnetError, attempt: number): number | undefined {
  if (attempt >= policy.attemptsMax || !mayRetry(error) || (error.pushbackMs ?? 0) < 0) {
    return undefined;
  }
  return error.pushbackMs ?? backoffMs(policy, error, attempt);
}

/** A wait before connecting again, after so many attempts in a row have failed. */
export function backoffMs(policy: RetryPolicy, error: PodnetError, attempt: number): number {
  const ceiling = Math.min(policy.backoffInitialMs * policy.multiplier ** (attempt - 1), policy.backoffMaxMs);
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
  private tokens = serviceConfig.retryThrottling.maxTokens;

  /** Counts an answer. */
  succeeded(): void {
    const { maxTokens, tokenRatio } = serviceConfig.retryThrottling;
    this.tokens = Math.min(this.tokens + tokenRatio, maxTokens);
  }

  /** Counts a failure and says whether retries are still allowed: while more than half of the tokens are there. */
  failed(error: PodnetError): boolean {
    if (error.code === Code.Unavailable || (error.pushbackMs ?? 0) < 0) {
      this.tokens = Math.max(this.tokens - 1, 0);
    }
    return this.tokens > serviceConfig.retryThrottling.maxTokens / 2;
  }
}

function policy(config: MethodConfig, batch: boolean): MethodPolicy {
  const retry = config.retryPolicy;
  return {
    timeoutMs: config.timeout === undefined ? undefined : ms(config.timeout),
    batch,
    retry: retry && {
      attemptsMax: retry.maxAttempts,
      backoffInitialMs: ms(retry.initialBackoff),
      backoffMaxMs: ms(retry.maxBackoff),
      multiplier: retry.backoffMultiplier,
    },
  };
}

function ms(duration: string): number {
  return Number(duration.replace(/s$/, "")) * 1000;
}
