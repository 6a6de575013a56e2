// Generated from sdk/service_config.json. DO NOT EDIT.
import { ErrorReason } from "./v1.js";

/** Longest time of a unary call over all its attempts, in milliseconds. */
export const DEADLINE_MS = 10000;

/** Longest time of a call that carries many items. */
export const BATCH_DEADLINE_MS = 30000;

/** Those calls, as service and method. */
export const BATCHES = new Set<string>([
  "podnet.v1.ClusterService/ScaleNodePool",
  "podnet.v1.ClusterService/BatchCreateNodes",
  "podnet.v1.ClusterService/BatchDeleteNodes",
  "podnet.v1.FlowService/BatchTraceFlows",
  "podnet.v1.IpamService/BatchAllocateAddresses",
  "podnet.v1.IpamService/BatchReleaseAddresses",
  "podnet.v1.ProofService/VerifyCluster",
  "podnet.v1.ProofService/WhatIf",
]);

/** Attempts of one call at most, the first included; and connections in a row that bring nothing. */
export const ATTEMPTS_MAX = 4;

/** Longest wait before the second attempt; each further one doubles it. */
export const BACKOFF_FIRST_MS = 100;

/** Longest wait between two attempts. */
export const BACKOFF_MAX_MS = 2000;

/** What the throttle has at first; a failure costs one. */
export const TOKENS_MAX = 100;

/** What a success gives back. */
export const TOKEN_RATIO = 0.1;

/** Reasons for which another attempt helps, under any code. */
export const RETRYABLE = new Set<ErrorReason | undefined>([
  ErrorReason.OVERLOADED,
  ErrorReason.RATE_LIMITED,
  ErrorReason.REQUEST_IN_PROGRESS,
]);
