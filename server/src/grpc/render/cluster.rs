//! How do clusters, node pools and nodes look on the wire?

use std::collections::BTreeSet;
use std::net::IpAddr;

use podnet_core::State;
use podnet_core::model::{
    Cluster, InboundDistribution, NetworkMode, Node, NodePool, NodeState, OsType, Outbound, OutboundType,
    PodDataPath, ProvisioningTool, RouteManagement,
};
use podnet_proto::v1 as pb;

use super::{count, duration, family, meta, optional, texts, usage};

/// A cluster with its counts at the state's revision.
pub(crate) fn cluster(state: &State, cluster: &Cluster) -> pb::Cluster {
    let mode = match cluster.mode {
        NetworkMode::Kubenet => pb::NetworkMode::Kubenet,
        NetworkMode::AzureCni => pb::NetworkMode::AzureCni,
    };
    let management = match cluster.route_management {
        RouteManagement::Managed => pb::RouteManagement::Managed,
        RouteManagement::Observed => pb::RouteManagement::Observed,
    };
    let distribution = match cluster.inbound_distribution {
        InboundDistribution::FiveTupleHash => pb::InboundDistribution::FiveTupleHash,
        InboundDistribution::RoundRobin => pb::InboundDistribution::RoundRobin,
    };
    let tool = match cluster.provisioning_tool {
        ProvisioningTool::Portal => pb::ProvisioningTool::Portal,
        ProvisioningTool::Cli => pb::ProvisioningTool::Cli,
        ProvisioningTool::Arm => pb::ProvisioningTool::Arm,
    };
    let data_path = match cluster.pod_data_path {
        PodDataPath::Transparent => pb::PodDataPath::Transparent,
        PodDataPath::Bridge => pb::PodDataPath::Bridge,
    };
    let list = cluster.non_masquerade_prefixes.as_ref();
    pb::Cluster {
        name: cluster.name.to_string(),
        meta: Some(meta(&cluster.name, &cluster.meta)),
        network: cluster.network.to_string(),
        network_mode: mode as i32,
        pod_prefixes: texts(&cluster.pod_prefixes),
        node_prefix_length_ipv4: u32::from(cluster.node_prefix_length_v4),
        node_prefix_length_ipv6: u32::from(cluster.node_prefix_length_v6),
        service_prefixes: texts(&cluster.service_prefixes),
        dns_service_address: cluster.dns_address.to_string(),
        ip_families: cluster.families.iter().map(|entry| family(*entry)).collect(),
        route_table: optional(cluster.route_table.as_ref()),
        route_management: management as i32,
        outbound: Some(outbound(&cluster.outbound)),
        inbound_distribution: distribution as i32,
        non_masquerade_prefixes: list.map(|list| pb::NonMasqueradePrefixes { prefixes: texts(list) }),
        provisioning_tool: tool as i32,
        cooldown: Some(duration(cluster.cooldown)),
        pod_data_path: data_path as i32,
        node_count: count(state.nodes_of(&cluster.name).count()),
        usage: usage::of_cluster(state, cluster),
        block_usage: usage::blocks_of_cluster(state, cluster),
        network_policy_engine: super::network_policy::engine(cluster.network_policy_engine) as i32,
    }
}

fn outbound(outbound: &Outbound) -> pb::Outbound {
    let kind = match outbound.kind {
        OutboundType::LoadBalancer => pb::OutboundType::LoadBalancer,
        OutboundType::UserDefinedRouting => pb::OutboundType::UserDefinedRouting,
        OutboundType::NatGateway => pb::OutboundType::NatGateway,
        OutboundType::None => pb::OutboundType::None,
    };
    pb::Outbound {
        r#type: kind as i32,
        outbound_addresses: texts(&outbound.addresses),
        allocated_outbound_ports: outbound.allocated_ports,
    }
}

/// A node pool with the count of its nodes.
pub(crate) fn node_pool(state: &State, pool: &NodePool) -> pb::NodePool {
    let os = match pool.os {
        OsType::Linux => pb::OsType::Linux,
        OsType::Windows => pb::OsType::Windows,
    };
    let members = state.nodes_of(&pool.name.cluster_name()).filter(|node| node.pool == pool.name);
    pb::NodePool {
        name: pool.name.to_string(),
        meta: Some(meta(&pool.name, &pool.meta)),
        subnet: pool.subnet.to_string(),
        max_pods: pool.max_pods,
        os_type: os as i32,
        surge: Some(pool.surge),
        node_count: count(members.count()),
        network_security_group: optional(pool.network_security_group.as_ref()),
    }
}

/// A node with its counts at the state's revision.
pub(crate) fn node(state: &State, node: &Node) -> pb::Node {
    let used: BTreeSet<IpAddr> = if node.pod_addresses.is_empty() {
        BTreeSet::new()
    } else {
        state
            .allocations_on(node)
            .flat_map(|allocation| allocation.addresses.iter().map(|a| a.address))
            .collect()
    };
    let pod_address =
        |address: IpAddr| pb::PodAddress { address: address.to_string(), in_use: used.contains(&address) };
    pb::Node {
        name: node.name.to_string(),
        meta: Some(meta(&node.name, &node.meta)),
        node_pool: node.pool.to_string(),
        uid: node.uid.clone(),
        addresses: texts(&node.addresses),
        pod_prefixes: texts(&node.pod_prefixes),
        pod_addresses: node.pod_addresses.iter().map(pod_address).collect(),
        max_pods: node.max_pods,
        state: node_state(node.state) as i32,
        excluded_from_load_balancer: node.excluded_from_load_balancers,
        pod_count: count(state.allocation_count_on(node)),
        usage: usage::of_node(state, node),
        ip_forwarding: node.interface.ip_forwarding,
        public_addresses: texts(&node.interface.public_addresses),
    }
}

fn node_state(state: NodeState) -> pb::NodeState {
    match state {
        NodeState::Active => pb::NodeState::Ready,
        NodeState::Cordoned => pb::NodeState::Cordoned,
        NodeState::NotReady => pb::NodeState::NotReady,
    }
}
