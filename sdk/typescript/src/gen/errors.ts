// Generated from sdk/surface.json. DO NOT EDIT.
import { Code } from "@connectrpc/connect";

import { PodnetError } from "../error.js";

/** The pool has no free address; the figures are in the metadata. */
export class PoolExhausted extends PodnetError {}

/** Someone else was first, or what was read has changed since (ALREADY_EXISTS, ABORTED): read again, decide again. */
export class Conflict extends PodnetError {}

/** The state does not allow it (FAILED_PRECONDITION). */
export class PreconditionFailed extends PodnetError {}

/** What the request names is not there (NOT_FOUND). */
export class NotFound extends PodnetError {}

/** The server could not be reached, or does not serve now, after the last attempt (UNAVAILABLE). */
export class Unavailable extends PodnetError {}

/** There was no answer in time; whether the call was carried out is not known (DEADLINE_EXCEEDED). */
export class DeadlineExceeded extends PodnetError {}

// Given by hand: what makes code small renames classes.
for (const [name, { prototype }] of Object.entries({ PodnetError, PoolExhausted, Conflict, PreconditionFailed, NotFound, Unavailable, DeadlineExceeded })) {
  prototype.name = name;
}

/** The kinds that follow from the reason, under any code. */
export const BY_REASON: Readonly<Record<string, typeof PodnetError | undefined>> = {
  ERROR_REASON_POOL_EXHAUSTED: PoolExhausted,
};

/** The kinds that follow from the code alone. */
export const BY_CODE: Readonly<Partial<Record<Code, typeof PodnetError>>> = {
  [Code.AlreadyExists]: Conflict,
  [Code.Aborted]: Conflict,
  [Code.FailedPrecondition]: PreconditionFailed,
  [Code.NotFound]: NotFound,
  [Code.Unavailable]: Unavailable,
  [Code.DeadlineExceeded]: DeadlineExceeded,
};
