// Generated from sdk/service_config.json. DO NOT EDIT.
/** Deadlines and retries by method, and when retries rest (gRFC A6). */
export const serviceConfig = {
  "methodConfig": [
    {
      "name": [
        {"service": "podnet.v1.AdminService"},
        {"service": "podnet.v1.ClusterService"},
        {"service": "podnet.v1.FlowService"},
        {"service": "podnet.v1.IpamService"},
        {"service": "podnet.v1.NetworkService"},
        {"service": "podnet.v1.ProofService"},
        {"service": "podnet.v1.RouteService"},
        {"service": "podnet.v1.SecurityService"},
        {"service": "podnet.v1.WatchService"},
        {"service": "podnet.v1.WorkloadService"}
      ],
      "timeout": "10s",
      "retryPolicy": {
        "maxAttempts": 4,
        "initialBackoff": "0.1s",
        "maxBackoff": "2s",
        "backoffMultiplier": 2,
        "retryableStatusCodes": ["UNAVAILABLE"]
      }
    },
    {
      "name": [
        {"service": "podnet.v1.ClusterService", "method": "ScaleNodePool"},
        {"service": "podnet.v1.ClusterService", "method": "BatchCreateNodes"},
        {"service": "podnet.v1.ClusterService", "method": "BatchDeleteNodes"},
        {"service": "podnet.v1.FlowService", "method": "BatchTraceFlows"},
        {"service": "podnet.v1.IpamService", "method": "BatchAllocateAddresses"},
        {"service": "podnet.v1.IpamService", "method": "BatchReleaseAddresses"},
        {"service": "podnet.v1.ProofService", "method": "VerifyCluster"},
        {"service": "podnet.v1.ProofService", "method": "WhatIf"}
      ],
      "timeout": "30s",
      "retryPolicy": {
        "maxAttempts": 4,
        "initialBackoff": "0.1s",
        "maxBackoff": "2s",
        "backoffMultiplier": 2,
        "retryableStatusCodes": ["UNAVAILABLE"]
      }
    },
    {
      "name": [
        {"service": "podnet.v1.AdminService", "method": "ExportSnapshot"},
        {"service": "podnet.v1.AdminService", "method": "ImportSnapshot"},
        {"service": "podnet.v1.AdminService", "method": "CheckConsistency"},
        {"service": "podnet.v1.FlowService", "method": "StreamTraceFlows"},
        {"service": "podnet.v1.IpamService", "method": "StreamAddresses"},
        {"service": "podnet.v1.ProofService", "method": "WatchVerification"},
        {"service": "podnet.v1.WatchService", "method": "Watch"}
      ]
    }
  ],
  "retryThrottling": {
    "maxTokens": 100,
    "tokenRatio": 0.1
  },
  "retryableReasons": ["OVERLOADED", "RATE_LIMITED", "REQUEST_IN_PROGRESS"]
} as const;
