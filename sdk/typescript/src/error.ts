/**
 * What went wrong, typed: canonical code, reason of the contract, figures, and when to come back.
 */
import { Code, ConnectError } from "@connectrpc/connect";

import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "../gen/google/rpc/error_details_pb.js";
import type { Status } from "../gen/google/rpc/status_pb.js";
import { ErrorReason } from "../gen/podnet/v1/error_reason_pb.js";

const REASON_PREFIX = "ERROR_REASON_";
/** Trailer by which a server paces retries; negative: none. */
const PUSHBACK = "grpc-retry-pushback-ms";
/** What the transport calls a broken connection: how it broke, where a caller only has to know that it did. */
const BROKEN: readonly Code[] = [Code.Aborted, Code.Canceled, Code.Internal, Code.Unavailable, Code.Unknown];

/** A field of the request that is at fault. */
export interface Violation {
  /** Path of the field, as `requests[3].node`. */
  readonly field: string;
  /** What is wrong with it. */
  readonly description: string;
}

/** A failed call. Subclasses are for what code branches on; everything else is this class, told apart by its reason. */
export class PodnetError extends Error {
  override readonly name: string = "PodnetError";
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
  /** Fields at fault. */
  readonly violations: readonly Violation[];
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
    this.reason = info && reasonOf(info.reason);
    this.reasonName = info?.reason;
    this.metadata = { ...info?.metadata };
    const bad = status.findDetails(BadRequestSchema).flatMap((one) => one.fieldViolations);
    this.violations = bad.map(({ field, description }) => ({ field, description }));
    this.retryAfterMs = delay && Number(delay.seconds) * 1000 + delay.nanos / 1e6;
    // What is not a number asks for no retry, as gRPC has it (A6).
    this.pushbackMs = pushback === null ? undefined : /^\d+$/.test(pushback) ? Number(pushback) : -1;
  }
}

/** The pool has no free address: scale, or wait for `metadata.next_reusable_time`. */
export class PoolExhausted extends PodnetError {
  override readonly name = "PoolExhausted";
}

/** Something else is there, or has changed since it was read: read again, decide again. */
export class Conflict extends PodnetError {
  override readonly name = "Conflict";
}

/** The state does not allow it. */
export class PreconditionFailed extends PodnetError {
  override readonly name = "PreconditionFailed";
}

/** What the request names is not there. */
export class NotFound extends PodnetError {
  override readonly name = "NotFound";
}

/** The server could not be reached, or cannot serve now. */
export class Unavailable extends PodnetError {
  override readonly name = "Unavailable";
}

/** There was no answer in time; whether the call was carried out is not known. */
export class DeadlineExceeded extends PodnetError {
  override readonly name = "DeadlineExceeded";
}

/** The error of a status inside a response, as an answer of a stream has it. */
export function statusError(status: Status): PodnetError {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- Connect's codes are those of gRPC.
  const error = new ConnectError(status.message, status.code);
  const type = (url: string): string => url.slice(url.lastIndexOf("/") + 1);
  error.details = status.details.map((any) => ({ type: type(any.typeUrl), value: any.value }));
  return build(error.code, status.message, error);
}

/** An error of this side. */
export function localError(code: Code, message: string, cause?: unknown): PodnetError {
  return build(code, message, new ConnectError(message, code), cause);
}

/** The error of whatever a transport to `target` has thrown. */
export function callError(cause: unknown, target: string, signal?: AbortSignal): PodnetError {
  if (cause instanceof PodnetError) {
    return cause;
  }
  const error = ConnectError.from(cause);
  // A status of the server comes with its trailers; without any, nobody has answered.
  if ([...error.metadata.keys()].length > 0 || !BROKEN.includes(error.code)) {
    return build(error.code, error.rawMessage, error, error.cause);
  }
  if (signal?.aborted === true) {
    return localError(Code.Canceled, "the call was cancelled", signal.reason);
  }
  const message = explain(error);
  return localError(Code.Unavailable, `${target}: ${message}; ${advice(message)}`, cause);
}

function build(code: Code, message: string, status: ConnectError, cause?: unknown): PodnetError {
  return new (classOf(code, status))(code, message, status, cause);
}

function reasonOf(text: string): ErrorReason {
  const known = ErrorReason as unknown as Readonly<Record<string, ErrorReason | undefined>>;
  return known[text.replace(REASON_PREFIX, "")] ?? ErrorReason.UNSPECIFIED;
}

function classOf(code: Code, status: ConnectError): typeof PodnetError {
  if (status.findDetails(ErrorInfoSchema).at(0)?.reason === `${REASON_PREFIX}POOL_EXHAUSTED`) {
    return PoolExhausted;
  }
  switch (code) {
    case Code.AlreadyExists:
    case Code.Aborted:
      return Conflict;
    case Code.FailedPrecondition:
      return PreconditionFailed;
    case Code.NotFound:
      return NotFound;
    case Code.Unavailable:
      return Unavailable;
    case Code.DeadlineExceeded:
      return DeadlineExceeded;
    default:
      return PodnetError;
  }
}

/** Every cause, since the outermost often says no more than that something failed. */
function explain(error: ConnectError): string {
  let message = error.rawMessage;
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    if (!message.includes(cause.message)) {
      message += `: ${cause.message}`;
    }
  }
  return message;
}

function advice(message: string): string {
  if (/ECONNREFUSED|ENOENT|ENOTFOUND/.test(message)) {
    return "is podnetd running there?";
  }
  if (/wrong version number|packet length too long/.test(message)) {
    return "it does not serve TLS; use http://";
  }
  if (/certificate|altname/i.test(message)) {
    return "check the authority (`ca`), the name in the server's certificate (`serverName`), and the client's own (`cert`)";
  }
  return "the connection was lost";
}
