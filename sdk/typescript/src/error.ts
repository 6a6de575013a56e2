/**
 * What went wrong, typed: canonical code, reason of the contract, figures, and when to come back.
 */
import { Code, ConnectError } from "@connectrpc/connect";

import { type BadRequest_FieldViolation, BadRequestSchema, ErrorInfoSchema, ErrorReason, RetryInfoSchema, type Status } from "./gen/v1.js";

const REASON_PREFIX = "ERROR_REASON_";
/** Trailer by which a server paces retries; negative: none. */
const PUSHBACK = "grpc-retry-pushback-ms";
/** What the transport calls a broken connection: how it broke, where a caller only has to know that it did. */
const BROKEN: readonly Code[] = [Code.Aborted, Code.Canceled, Code.Internal, Code.Unavailable, Code.Unknown];

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

/** The pool has no free address: scale, or wait for `metadata.next_reusable_time`. */
export class PoolExhausted extends PodnetError {}

/** Something else is there, or has changed since it was read: read again, decide again. */
export class Conflict extends PodnetError {}

/** The state does not allow it. */
export class PreconditionFailed extends PodnetError {}

/** What the request names is not there. */
export class NotFound extends PodnetError {}

/** The server could not be reached, or cannot serve now. */
export class Unavailable extends PodnetError {}

/** There was no answer in time; whether the call was carried out is not known. */
export class DeadlineExceeded extends PodnetError {}

// Given by hand: what makes code small renames classes.
for (const [name, { prototype }] of Object.entries({ PodnetError, PoolExhausted, Conflict, PreconditionFailed, NotFound, Unavailable, DeadlineExceeded })) {
  prototype.name = name;
}

const CLASSES: Readonly<Partial<Record<Code, typeof PodnetError>>> = {
  [Code.AlreadyExists]: Conflict,
  [Code.Aborted]: Conflict,
  [Code.FailedPrecondition]: PreconditionFailed,
  [Code.NotFound]: NotFound,
  [Code.Unavailable]: Unavailable,
  [Code.DeadlineExceeded]: DeadlineExceeded,
};

/** The error of a status inside a response, as an answer of a stream has it. */
export function statusError(status: Status): PodnetError {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- Connect's codes are those of gRPC.
  const error = new ConnectError(status.message, status.code);
  error.details = status.details.map(({ typeUrl, value }) => ({ type: typeUrl.replace(/^.*\//, ""), value }));
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
  return localError(Code.Unavailable, `${target}: ${explain(error)}`, cause);
}

function build(code: Code, message: string, status: ConnectError, cause?: unknown): PodnetError {
  const exhausted = status.findDetails(ErrorInfoSchema).at(0)?.reason === `${REASON_PREFIX}POOL_EXHAUSTED`;
  return new (exhausted ? PoolExhausted : CLASSES[code] ?? PodnetError)(code, message, status, cause);
}

/** What to do about a connection that cannot be made, by what the causes say. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED|ENOENT|ENOTFOUND/, "is podnetd running there?"],
  [/wrong version number|packet length too long/, "it does not serve TLS; use http://"],
  [/Failed to fetch|NetworkError|Load failed/, "is podnetd there, and does it allow this page's origin (`web-origins`)?"],
  [/certificate|altname/i, "check the authority (`ca`), the name in its certificate (`serverName`), and your own (`cert`)"],
];

/** Every cause, since the outermost often says no more than that something failed. */
function explain(error: ConnectError): string {
  let message = error.rawMessage;
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    message += message.includes(cause.message) ? "" : `: ${cause.message}`;
  }
  return `${message}; ${ADVICE.find(([said]) => said.test(message))?.[1] ?? "the connection was lost"}`;
}
