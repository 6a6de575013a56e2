//! Clusters of any size, made as callers make them.

use std::ops::Range;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{
    AllocateSpec, ClusterSpec, NetworkSpec, NodePoolSpec, Scale, SubnetSpec, Supersede,
};
use podnet_core::meta::Labels;
use podnet_core::model::{
    InboundDistribution, NetworkMode, NetworkPolicyEngine, OsType, Outbound, OutboundType, Owner,
    PodDataPath, ProvisioningTool, RouteManagement,
};
use podnet_core::name::{AllocationName, ClusterName, NetworkName, NodePoolName, Segment, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::{Command, Request};
use podnet_server::engine::EngineHandle;

/// What a pod is called, for the head of the table.
pub(crate) const POD_IDS: &str = "20 bytes of pod name, 36 of UID, 64 of container id, 69 of allocation id";

const PODS_PER_NODE: usize = 250;
const NODES_PER_CLUSTER: usize = 5000;
/// Nodes that one command adds: a record has at most 15 MB, and each node has all its addresses in it.
const NODES_PER_COMMAND: usize = 1000;

/// Nodes that so many pods fill.
pub(crate) fn nodes_for(pods: usize) -> usize {
    pods.div_ceil(PODS_PER_NODE)
}

/// The clusters, and the names of their nodes.
pub(crate) struct World(Vec<(Segment, Segment)>);

impl World {
    /// Makes as many clusters as so many nodes need, each in a network of its own.
    pub(crate) async fn new(engine: &EngineHandle, nodes: usize) -> Self {
        for (number, first) in (0..nodes).step_by(NODES_PER_CLUSTER).enumerate() {
            let of_cluster = NODES_PER_CLUSTER.min(nodes - first);
            for command in cluster(number) {
                done(engine, command).await;
            }
            for joined in (0..of_cluster).step_by(NODES_PER_COMMAND) {
                let node_count = u32::try_from((joined + NODES_PER_COMMAND).min(of_cluster)).unwrap();
                let pool = NodePoolName::parse(&format!("clusters/c{number}/nodePools/np")).unwrap();
                done(engine, Command::ScaleNodePool(Scale { pool, node_count, force: false, etag: None }))
                    .await;
            }
        }
        let snapshot = engine.snapshot();
        Self(snapshot.state.nodes.keys().map(|name| (name.cluster.clone(), name.node.clone())).collect())
    }

    /// The request for the pods of these numbers, all on nodes of one cluster or of two.
    pub(crate) fn allocations(&self, numbers: Range<usize>) -> Request {
        Request::plain(Command::Allocate(numbers.map(|number| self.allocation(number)).collect()))
    }

    fn allocation(&self, number: usize) -> AllocateSpec {
        let (cluster, node) = &self.0[number / PODS_PER_NODE];
        // As from a caller: every request brings texts of its own.
        let own = |segment: &Segment| Segment::parse(segment.as_str()).unwrap();
        // Ids have no order that helps: a bijection of the number.
        let id = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let container_id = format!("{id:016x}{id:048x}");
        AllocateSpec {
            name: AllocationName {
                cluster: own(cluster),
                allocation: Segment::parse(&format!("{container_id}-eth0")).unwrap(),
            },
            node: own(node),
            owner: Owner {
                namespace: "shop".to_owned(),
                pod: format!("web-7d9c5b6f4-{:06x}", number & 0xff_ffff),
                pod_uid: format!("{:08x}-0000-4000-8000-{number:012x}", id >> 32),
                container_id,
                interface: "eth0".to_owned(),
            },
            requested_addresses: Vec::new(),
            supersede: Supersede::KeepAddress,
            pod_traits: None,
        }
    }
}

/// Carries a command out.
pub(crate) async fn done(engine: &EngineHandle, command: Command) {
    let answer = engine.submit(Request::plain(command), "anonymous", false).await.unwrap();
    assert!(!answer.events().is_empty());
}

/// A network, a subnet with room for 5,000 nodes and all their pods, a cluster and a node pool.
fn cluster(number: usize) -> [Command; 4] {
    let prefix = Prefix::parse("10.0.0.0/11").unwrap();
    let (network, subnet) = (format!("networks/n{number}"), format!("networks/n{number}/subnets/nodes"));
    let name = format!("clusters/c{number}");
    [
        Command::CreateNetwork(NetworkSpec {
            name: NetworkName::parse(&network).unwrap(),
            labels: Labels::new(),
            address_prefixes: vec![prefix],
            gateway: None,
            peerings: Vec::new(),
        }),
        Command::CreateSubnet(SubnetSpec {
            name: SubnetName::parse(&subnet).unwrap(),
            labels: Labels::new(),
            address_prefixes: vec![prefix],
            route_table: None,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            cooldown: Duration::ZERO,
            network_security_group: None,
        }),
        Command::CreateCluster(ClusterSpec {
            name: ClusterName::parse(&name).unwrap(),
            labels: Labels::new(),
            network: NetworkName::parse(&network).unwrap(),
            mode: NetworkMode::AzureCni,
            families: vec![Family::V4],
            pod_prefixes: Vec::new(),
            node_prefix_length_v4: 24,
            node_prefix_length_v6: 64,
            service_prefixes: vec![Prefix::parse("192.168.0.0/16").unwrap()],
            dns_address: None,
            route_table: None,
            route_management: RouteManagement::Managed,
            outbound: Outbound { kind: OutboundType::None, addresses: Vec::new(), allocated_ports: 0 },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            pod_data_path: PodDataPath::Transparent,
            network_policy_engine: NetworkPolicyEngine::None,
        }),
        Command::CreateNodePool(NodePoolSpec {
            name: NodePoolName::parse(&format!("{name}/nodePools/np")).unwrap(),
            labels: Labels::new(),
            subnet: SubnetName::parse(&subnet).unwrap(),
            max_pods: Some(250),
            os: OsType::Linux,
            surge: 0,
            network_security_group: None,
        }),
    ]
}
