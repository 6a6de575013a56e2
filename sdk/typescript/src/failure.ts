/**
 * How does an error come about? Of a status, of what a transport has thrown, or on this side.
 */
import { Code, ConnectError } from "@connectrpc/connect";

import { PodnetError } from "./error.js";
import { BY_CODE, BY_REASON } from "./gen/errors.js";
import { ErrorInfoSchema, type Status } from "./gen/v1.js";

/** What the transport calls a broken connection: how it broke, where a caller only has to know that it did. */
const BROKEN: readonly Code[] = [Code.Aborted, Code.Canceled, Code.Internal, Code.Unavailable, Code.Unknown];

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
  const reason = status.findDetails(ErrorInfoSchema).at(0)?.reason ?? "";
  return new (BY_REASON[reason] ?? BY_CODE[code] ?? PodnetError)(code, message, status, cause);
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
