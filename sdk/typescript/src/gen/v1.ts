/**
 * The generated messages, enums and services of the contract `podnet.v1`, untouched, and what the details of errors are made of.
 *
 * @packageDocumentation
 */
// Generated from the files in gen. DO NOT EDIT.
export * from "../../gen/google/rpc/error_details_pb.js";
export * from "../../gen/google/rpc/status_pb.js";
export * from "../../gen/podnet/v1/admin_pb.js";
export * from "../../gen/podnet/v1/cluster_pb.js";
export * from "../../gen/podnet/v1/common_pb.js";
export * from "../../gen/podnet/v1/error_reason_pb.js";
export * from "../../gen/podnet/v1/flow_pb.js";
export * from "../../gen/podnet/v1/ipam_pb.js";
export * from "../../gen/podnet/v1/network_pb.js";
export * from "../../gen/podnet/v1/proof_pb.js";
export * from "../../gen/podnet/v1/route_pb.js";
export * from "../../gen/podnet/v1/security_pb.js";
export * from "../../gen/podnet/v1/watch_pb.js";
export * from "../../gen/podnet/v1/workload_pb.js";
