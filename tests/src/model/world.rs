//! The small world: one network, three subnets, three clusters, and the names of everything in them.

use std::collections::BTreeMap;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{ClusterSpec, NetworkSpec, NodePoolSpec, SubnetSpec};
use podnet_core::model::{
    InboundDistribution, NetworkMode, OsType, Outbound, OutboundType, PodDataPath, ProvisioningTool,
    RouteManagement,
};
use podnet_core::name::{ClusterName, NetworkName, NodePoolName, Segment, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::{Command, name};

/// Pods per node everywhere.
pub const MAX_PODS: u32 = 10;
/// Seconds of cool-down everywhere.
pub const COOLDOWN_SECONDS: u64 = 20;
/// Subnets by index, each with its prefixes.
pub const SUBNETS: [(&str, &[&str]); 3] = [
    ("kubenet", &["10.240.0.0/28"]),
    ("azure-cni", &["10.240.1.0/26"]),
    ("dual", &["10.240.2.0/28", "fd00:240:2::/64"]),
];
/// Clusters by index: name, mode, pod CIDRs. Cluster `i` uses subnet `i`.
pub const CLUSTERS: [(&str, NetworkMode, &[&str]); 3] = [
    ("k", NetworkMode::Kubenet, &["10.244.0.0/26"]),
    ("a", NetworkMode::AzureCni, &[]),
    ("d", NetworkMode::Kubenet, &["10.245.0.0/26", "fd12::/62"]),
];
/// Length of a node's IPv4 block: 16 addresses, of which 13 can be had.
pub const BLOCK_LENGTH_V4: u8 = 28;
/// Length of a node's IPv6 block.
pub const BLOCK_LENGTH_V6: u8 = 64;

/// A name part that is known to be legal.
pub fn segment(text: &str) -> Segment {
    Segment::parse(text).unwrap_or_else(|error| unreachable!("{error}"))
}

/// A prefix that is known to be legal.
pub fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap_or_else(|error| unreachable!("{error}"))
}

/// The network.
pub fn network() -> NetworkName {
    NetworkName { network: segment("n") }
}

/// A subnet by index.
pub fn subnet(index: u8) -> SubnetName {
    SubnetName { network: segment("n"), subnet: segment(SUBNETS[usize::from(index)].0) }
}

/// A cluster by index.
pub fn cluster(index: u8) -> ClusterName {
    ClusterName { cluster: segment(CLUSTERS[usize::from(index)].0) }
}

/// The only pool of a cluster.
pub fn pool(index: u8) -> NodePoolName {
    NodePoolName { cluster: cluster(index).cluster, pool: segment("p") }
}

/// A node by index of cluster and node.
pub fn node(cluster_index: u8, index: u8) -> name::NodeName {
    cluster(cluster_index).node(segment(&format!("node-{index}")))
}

/// Families of a cluster.
pub fn families(index: u8) -> &'static [Family] {
    if index == 2 { &[Family::V4, Family::V6] } else { &[Family::V4] }
}

/// Commands that build the world.
pub fn founding() -> Vec<Command> {
    let mut commands = vec![Command::CreateNetwork(NetworkSpec {
        name: network(),
        labels: BTreeMap::new(),
        address_prefixes: vec![prefix("10.240.0.0/16"), prefix("fd00:240::/32")],
        gateway: None,
        peerings: Vec::new(),
    })];
    for (index, (_, prefixes)) in (0u8..).zip(SUBNETS) {
        commands.push(Command::CreateSubnet(SubnetSpec {
            network_security_group: None,
            name: subnet(index),
            labels: BTreeMap::new(),
            address_prefixes: prefixes.iter().map(|text| prefix(text)).collect(),
            route_table: None,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            cooldown: Duration::from_secs(COOLDOWN_SECONDS),
        }));
    }
    for (index, (_, mode, prefixes)) in (0u8..).zip(CLUSTERS) {
        commands.push(Command::CreateCluster(ClusterSpec {
            network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
            name: cluster(index),
            labels: BTreeMap::new(),
            network: network(),
            mode,
            families: families(index).to_vec(),
            pod_prefixes: prefixes.iter().map(|text| prefix(text)).collect(),
            node_prefix_length_v4: BLOCK_LENGTH_V4,
            node_prefix_length_v6: BLOCK_LENGTH_V6,
            service_prefixes: Vec::new(),
            dns_address: None,
            route_table: None,
            route_management: RouteManagement::Managed,
            outbound: Outbound {
                kind: OutboundType::LoadBalancer,
                addresses: Vec::new(),
                allocated_ports: 0,
            },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::from_secs(COOLDOWN_SECONDS),
            pod_data_path: PodDataPath::Transparent,
        }));
        commands.push(Command::CreateNodePool(NodePoolSpec {
            network_security_group: None,
            name: pool(index),
            labels: BTreeMap::new(),
            subnet: subnet(index),
            max_pods: Some(MAX_PODS),
            os: OsType::Linux,
            surge: 0,
        }));
    }
    commands
}
