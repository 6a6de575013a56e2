/**
 * What went wrong, typed: canonical code, reason of the contract, figures, and when to come back.
 */
import type { Code, ConnectError } from "@connectrpc/connect";

import { type BadRequest_FieldViolation, BadRequestSchema, ErrorInfoSchema, ErrorReason, RetryInfoSchema } from "./gen/v1.js";

const REASON_PREFIX = "ERROR_REASON_";
/** Trailer by which a server paces retries; negative: none. */
const PUSHBACK = "grpc-retry-pushback-ms";

/** A failed call. Subclasses are for what code branches on; everything else is this class, told apart by its reason. */
export class PodnetError extends Error {
  /** Canonical code of gRPC. */
  readonly code: Code;
  /**
   * Reason of the contract: decide by this. `UNSPECIFIED` for one that is newer than this client ({@link reasonName} has
   * it); absent if the error did not come from podnet (transport, proxy).
   */
  readonly reason: ErrorReason | undefined;
  /** The reason as the server wrote it, as `ERROR_REASON_POOL_EXHAUSTED`. */
  readonly reasonName: string | undefined;
  /** Figures by key, as the contract documents for the reason. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields at fault, each with what is wrong with it. */
  readonly violations: readonly BadRequest_FieldViolation[];
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfterMs: number | undefined;
  /** @internal Pause of `grpc-retry-pushback-ms`; negative: no retry. */
  readonly pushbackMs: number | undefined;
  /** The `request_id` of the call, if it had one. */
  requestId: string | undefined;
  /** Attempts that were made; 0 if nothing was sent. */
  attempts = 0;

  /** @internal */
  constructor(code: Code, message: string, status: ConnectError, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    const info = status.findDetails(ErrorInfoSchema).at(0);
    const delay = status.findDetails(RetryInfoSchema).at(0)?.retryDelay;
    const pushback = status.metadata.get(PUSHBACK);
    this.code = code;
    const reasons = ErrorReason as unknown as Readonly<Record<string, ErrorReason | undefined>>;
    this.reason = info && (reasons[info.reason.replace(REASON_PREFIX, "")] ?? ErrorReason.UNSPECIFIED);
    this.reasonName = info?.reason;
    this.metadata = { ...info?.metadata };
    this.violations = status.findDetails(BadRequestSchema).flatMap((one) => one.fieldViolations);
    this.retryAfterMs = delay && Number(delay.seconds) * 1000 + delay.nanos / 1e6;
    // What is not a number asks for no retry, as gRPC has it (A6).
    this.pushbackMs = pushback === null ? undefined : /^\d+$/.test(pushback) ? Number(pushback) : -1;
  }
}
