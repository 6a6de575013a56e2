//! What do the tests ask for: a network with a kubenet and an Azure CNI cluster, and pods on them.

use std::collections::BTreeMap;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{
    AllocateSpec, ClusterSpec, NetworkSpec, NodePoolSpec, ReleaseSpec, Scale, ServiceSpec, SubnetSpec,
    Supersede,
};
use podnet_core::model::{
    InboundDistribution, NetworkMode, OsType, Outbound, OutboundType, Owner, PodDataPath, Protocol,
    ProvisioningTool, RouteManagement, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy,
};
use podnet_core::name::{AllocationName, NodeName, Segment, ServiceName};
use podnet_core::prefix::Prefix;
use podnet_core::{Command, Request};

use super::super::{Answer, EngineHandle, SubmitError};

pub(super) const COOLDOWN_SECONDS: u64 = 30;

pub(super) fn segment(text: &str) -> Segment {
    Segment::parse(text).unwrap()
}

pub(super) fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

fn outbound() -> Outbound {
    Outbound {
        kind: OutboundType::LoadBalancer,
        addresses: vec!["20.0.0.1".parse().unwrap()],
        allocated_ports: 0,
    }
}

fn subnet(name: &str, range: &str) -> Command {
    Command::CreateSubnet(SubnetSpec {
        network_security_group: None,
        name: podnet_core::name::SubnetName { network: segment("hub"), subnet: segment(name) },
        labels: BTreeMap::new(),
        address_prefixes: vec![prefix(range)],
        route_table: None,
        service_endpoints: Vec::new(),
        delegation: String::new(),
        cooldown: Duration::from_secs(COOLDOWN_SECONDS),
    })
}

fn cluster(name: &str, mode: NetworkMode) -> Command {
    Command::CreateCluster(ClusterSpec {
        network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
        name: podnet_core::name::ClusterName { cluster: segment(name) },
        labels: BTreeMap::new(),
        network: podnet_core::name::NetworkName { network: segment("hub") },
        mode,
        families: vec![Family::V4],
        pod_prefixes: Vec::new(),
        node_prefix_length_v4: 24,
        node_prefix_length_v6: 64,
        service_prefixes: Vec::new(),
        dns_address: None,
        route_table: None,
        route_management: RouteManagement::Managed,
        outbound: outbound(),
        inbound_distribution: InboundDistribution::FiveTupleHash,
        non_masquerade_prefixes: None,
        provisioning_tool: ProvisioningTool::Cli,
        cooldown: Duration::from_secs(COOLDOWN_SECONDS),
        pod_data_path: PodDataPath::Transparent,
    })
}

fn pool(cluster: &str, subnet: &str) -> Command {
    Command::CreateNodePool(NodePoolSpec {
        network_security_group: None,
        name: podnet_core::name::NodePoolName { cluster: segment(cluster), pool: segment("np1") },
        labels: BTreeMap::new(),
        subnet: podnet_core::name::SubnetName { network: segment("hub"), subnet: segment(subnet) },
        max_pods: None,
        os: OsType::Linux,
        surge: 0,
    })
}

pub(super) fn scale(cluster: &str, node_count: u32) -> Command {
    Command::ScaleNodePool(Scale {
        pool: podnet_core::name::NodePoolName { cluster: segment(cluster), pool: segment("np1") },
        node_count,
        force: true,
        etag: None,
    })
}

pub(super) fn service(cluster: &str, name: &str) -> Command {
    Command::CreateService(ServiceSpec {
        name: ServiceName {
            cluster: segment(cluster),
            namespace: segment("default"),
            service: segment(name),
        },
        labels: BTreeMap::new(),
        kind: ServiceType::ClusterIp,
        cluster_addresses: Vec::new(),
        load_balancer_addresses: Vec::new(),
        internal: false,
        floating_ip: true,
        ports: vec![ServicePort {
            name: String::new(),
            protocol: Protocol::Tcp,
            port: 80,
            target_port: TargetPort::Number(8080),
            node_port: 0,
        }],
        external_traffic_policy: TrafficPolicy::Cluster,
        internal_traffic_policy: TrafficPolicy::Cluster,
        session_affinity: SessionAffinity::None,
        health_check_node_port: 0,
        load_balancer_source_ranges: Vec::new(),
        endpoints: Vec::new(),
    })
}

/// The commands that make both clusters, each with some nodes.
pub(super) fn setup(nodes: u32) -> Vec<Command> {
    vec![
        Command::CreateNetwork(NetworkSpec {
            name: podnet_core::name::NetworkName { network: segment("hub") },
            labels: [("team".to_owned(), "net".to_owned())].into(),
            address_prefixes: vec![prefix("10.224.0.0/12")],
            gateway: None,
            peerings: Vec::new(),
        }),
        subnet("kube", "10.224.0.0/16"),
        subnet("cni", "10.225.0.0/16"),
        cluster("blue", NetworkMode::Kubenet),
        cluster("green", NetworkMode::AzureCni),
        pool("blue", "kube"),
        pool("green", "cni"),
        scale("blue", nodes),
        scale("green", nodes),
    ]
}

/// The nodes of a cluster, in order.
pub(super) fn nodes(engine: &EngineHandle, cluster: &str) -> Vec<NodeName> {
    let state = &engine.snapshot().state;
    state.nodes.keys().filter(|name| name.cluster.as_str() == cluster).cloned().collect()
}

pub(super) fn allocate(node: &NodeName, id: &str) -> Command {
    Command::Allocate(vec![AllocateSpec {
        pod_traits: None,
        name: AllocationName { cluster: node.cluster.clone(), allocation: segment(id) },
        node: node.node.clone(),
        owner: Owner {
            namespace: "default".to_owned(),
            pod: format!("pod-{id}"),
            pod_uid: format!("uid-{id}"),
            container_id: String::new(),
            interface: "eth0".to_owned(),
        },
        requested_addresses: Vec::new(),
        supersede: Supersede::NewAddress,
    }])
}

pub(super) fn release(cluster: &str, id: &str) -> Command {
    let name = AllocationName { cluster: segment(cluster), allocation: segment(id) };
    Command::Release(vec![ReleaseSpec { name, etag: None }])
}

pub(super) async fn submit(engine: &EngineHandle, command: Command) -> Result<Answer, SubmitError> {
    engine.submit(Request::plain(command), "tester", false).await
}

/// Submits with a request id.
pub(super) async fn submit_as(
    engine: &EngineHandle,
    id: &str,
    command: Command,
) -> Result<Answer, SubmitError> {
    let request = Request { command, request_id: Some(id.to_owned()), sent: None };
    engine.submit(request, "tester", false).await
}

/// An engine's clusters made.
pub(super) async fn set_up(engine: &EngineHandle, nodes: u32) {
    for command in setup(nodes) {
        submit(engine, command).await.unwrap();
    }
}
