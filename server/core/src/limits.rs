//! Every bound of the domain, each with the reason for its number (law L19).
//!
//! Bounds of the server (queues, pages, streams) are in the server's own `limits`.

use std::time::Duration;

/// Characters of one segment of a resource name. CSI, too, limits strings to 128 bytes.
pub const NAME_SEGMENT_CHARACTERS_MAX: usize = 128;
/// Bytes of a request id: a UUID is 36, a CNI container id with interface about 80.
pub const REQUEST_ID_BYTES_MAX: usize = 128;
/// Bytes of one free-text field of an owner or of a label value; Kubernetes limits most names to 253.
pub const TEXT_BYTES_MAX: usize = 253;
/// Labels of one resource.
pub const LABELS_MAX: usize = 64;
/// Items of one batch. An unlimited one let a single call eat a /16 elsewhere (netbox#6048).
pub const BATCH_ITEMS_MAX: usize = 1000;
/// Nodes that one call adds or removes; the largest AKS cluster has 5,000.
pub const SCALE_NODES_MAX: u32 = 5000;
/// How long a request id is remembered at least (Google's InternalRange promises 60 minutes).
pub const REQUEST_WINDOW: Duration = Duration::from_secs(60 * 60);
/// Request ids kept at most; above it the oldest are forgotten before their hour is over and the call says so.
pub const REQUESTS_MAX: usize = 1_000_000;
/// How long a released attachment is remembered, so that a late ADD cannot undo a DEL (azure-container-networking#4829).
pub const TOMBSTONE_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);
/// Tombstones kept at most.
pub const TOMBSTONES_MAX: usize = 1_000_000;
/// How long an ended holding of an address is kept for "who had it at".
pub const HISTORY_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);
/// Ended holdings kept at most; the oldest go first and the answer names the revision from which history is complete.
pub const HISTORY_ENTRIES_MAX: usize = 1_000_000;
/// Cool-down of a released address when the cluster or subnet does not say otherwise (the AWS VPC CNI's default).
pub const COOLDOWN_DEFAULT: Duration = Duration::from_secs(30);
/// Longest cool-down.
pub const COOLDOWN_MAX: Duration = Duration::from_secs(24 * 60 * 60);
/// Shortest time between the two observations of a sweep.
pub const SWEEP_GRACE: Duration = Duration::from_secs(60);
/// Cool-downs that end in one revision, with everybody else waiting: ten times as many held callers up for a tenth of a
/// second.
pub const EXPIRY_ENTRIES_MAX: usize = 1000;

/// Routes of one Azure route table (aks-networking.md 2.5).
pub const ROUTES_PER_TABLE_MAX: usize = 400;
/// Route tables of one network (Azure: 200 for a subscription and region).
pub const ROUTE_TABLES_MAX: usize = 200;
/// Subnets of one virtual network (Azure).
pub const SUBNETS_PER_NETWORK_MAX: usize = 3000;
/// Address prefixes of one virtual network, prefixes of a gateway or of a peering.
pub const PREFIXES_MAX: usize = 500;
/// CIDRs of a non-masquerade list (ip-masq-agent: 64 for a file).
pub const NON_MASQUERADE_PREFIXES_MAX: usize = 64;
/// Smallest pods per node (AKS).
pub const MAX_PODS_MIN: u32 = 10;
/// Largest pods per node (AKS): 1 + 250 addresses fit the 256 of a NIC.
pub const MAX_PODS_MAX: u32 = 250;
/// Pods per node by default in kubenet (AKS).
pub const MAX_PODS_KUBENET: u32 = 110;
/// Pods per node by default in Azure CNI, and the fixed value of the portal (AKS).
pub const MAX_PODS_AZURE_CNI: u32 = 30;
/// Length of a node's IPv4 block in kubenet (AKS).
pub const NODE_PREFIX_LENGTH_V4: u8 = 24;
/// Length of a node's IPv6 block in kubenet (AKS).
pub const NODE_PREFIX_LENGTH_V6: u8 = 64;
/// Nodes of one cluster (AKS).
pub const NODES_PER_CLUSTER_MAX: usize = 5000;
/// Ports and endpoints of one Kubernetes Service; EndpointSlices hold 100 each and large Services a few thousand.
pub const SERVICE_PORTS_MAX: usize = 100;
/// Endpoints of one Kubernetes Service.
pub const SERVICE_ENDPOINTS_MAX: usize = 5000;
/// Rules of one network security group (Azure: 1,000).
pub const SECURITY_RULES_MAX: usize = 1000;
/// Prefixes and ranges of ports of all rules of one network security group (Azure: 4,000 each of sources and of
/// destinations; one bound for all of them keeps a message under 4 MiB).
pub const SECURITY_RULE_PARTS_MAX: usize = 4000;
/// Lowest and highest priority of a rule (Azure).
pub const SECURITY_PRIORITIES: std::ops::RangeInclusive<u16> = 100..=4096;
/// Bytes of the name of a rule (Azure).
pub const SECURITY_RULE_NAME_BYTES_MAX: usize = 80;
/// Bytes of the description of a rule (Azure).
pub const SECURITY_RULE_DESCRIPTION_BYTES_MAX: usize = 140;
/// Network security groups of one network (Azure: 5,000 for a subscription and region).
pub const SECURITY_GROUPS_MAX: usize = 5000;
/// Namespaces of one cluster (Kubernetes is tested with 10,000).
pub const NAMESPACES_MAX: usize = 10_000;
/// Network policies of one cluster.
pub const NETWORK_POLICIES_MAX: usize = 10_000;
/// Rules of one direction of a network policy, and peers and ports of one rule.
pub const NETWORK_POLICY_PARTS_MAX: usize = 100;
/// Requirements of one label selector, and values of one requirement.
pub const SELECTOR_PARTS_MAX: usize = 64;
/// Named ports of one pod.
pub const POD_PORTS_MAX: usize = 64;
/// Public addresses for outbound (AKS: 1 to 100).
pub const OUTBOUND_ADDRESSES_MAX: usize = 100;
/// Branches of one direction of a trace: 100 of two lists of 64 backends and about 35 steps of 500 bytes both ways stay
/// under the 4 MiB that gRPC clients take by default.
pub const BRANCHES_MAX: usize = 100;
/// Backends or endpoints that one step of a trace lists; the counts are in its description.
pub const BACKENDS_LISTED_MAX: usize = 64;
/// Steps of one branch, as the contract says; a path over 20 machines has about 150.
pub const TRACE_STEPS_MAX: usize = 256;
/// Steps that one stage and the end take down at most; kept back so that each trace has its end.
pub const STEPS_OF_A_STAGE_MAX: usize = 16;

/// How long a client stays with its endpoint where the Service does not say (Kubernetes, `timeoutSeconds`).
pub const AFFINITY_DEFAULT: Duration = Duration::from_secs(10_800);
/// Shortest time that a client stays with its endpoint (Kubernetes).
pub const AFFINITY_MIN: Duration = Duration::from_secs(1);
/// Longest time that a client stays with its endpoint (Kubernetes).
pub const AFFINITY_MAX: Duration = Duration::from_secs(86_400);
