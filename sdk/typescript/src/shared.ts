/** What both entries of the package have in common. */
export { Code } from "@connectrpc/connect";
export type { CallOptions, Transport } from "@connectrpc/connect";
export { ErrorReason } from "../gen/podnet/v1/error_reason_pb.js";
export { Client } from "./client.js";
export { PodnetError } from "./error.js";
export { statusError } from "./failure.js";
export { Conflict, DeadlineExceeded, NotFound, PoolExhausted, PreconditionFailed, Unavailable } from "./gen/errors.js";
export { AllocationGuard } from "./guard.js";
export type { NodeOptions, Options } from "./options.js";
export { type ItemOf, Pages } from "./page.js";
export type { Answer, Operation } from "./stream.js";
export { VERSION } from "./version.js";
export type { WatchItem, WatchOptions } from "./watch.js";
