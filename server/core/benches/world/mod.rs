//! What do the benchmarks of the domain run on: one cluster of any size, put together from events, past the rules.
//!
//! Nodes are numbered from 0. In kubenet each has a /24 of 10.0.0.0/8 and a route; in Azure CNI a run of 10.0.0.0/8. What
//! one benchmark alone needs, it adds with [`World::emit`].

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::address_runs::AddressRuns;
use podnet_core::event::{Change, Event, Record};
use podnet_core::meta::Meta;
use podnet_core::model::{
    Cluster, InboundDistribution, Interface, Network, NetworkMode, NetworkPolicyEngine, NextHop, Node,
    NodePool, NodeState, OsType, Outbound, OutboundType, PodDataPath, ProvisioningTool, Route,
    RouteManagement, RouteTable, Subnet,
};
use podnet_core::name::{ClusterName, NetworkName, NodePoolName, RouteTableName, Segment, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::state::State;
use podnet_core::time::Timestamp;

/// The allocator of the server that is released.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Time that this thread had a processor: what else the machine does is not in it, as it is in the time of the clock.
pub(crate) fn processor_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

/// A cluster in its network.
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) mode: NetworkMode,
    pub(crate) nodes: u32,
    pub(crate) pods_per_node: u32,
}

pub(crate) fn segment(text: &str) -> Segment {
    Segment::parse(text).unwrap()
}

pub(crate) fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

pub(crate) fn v4(base: [u8; 4], offset: u32) -> IpAddr {
    Ipv4Addr::from(u32::from(Ipv4Addr::from(base)) + offset).into()
}

pub(crate) fn network_name() -> NetworkName {
    NetworkName::parse("networks/main").unwrap()
}

pub(crate) fn cluster_name() -> ClusterName {
    ClusterName::parse("clusters/prod").unwrap()
}

pub(crate) fn table_name() -> RouteTableName {
    RouteTableName::parse("networks/main/routeTables/pods").unwrap()
}

fn pool_name() -> NodePoolName {
    NodePoolName::parse("clusters/prod/nodePools/np1").unwrap()
}

/// The mode as the tables of the benchmarks name it.
pub(crate) fn word(mode: NetworkMode) -> &'static str {
    match mode {
        NetworkMode::Kubenet => "kubenet",
        NetworkMode::AzureCni => "azure-cni",
    }
}

impl World {
    /// Network, cluster, nodes and, in kubenet, their routes.
    pub(crate) fn new(mode: NetworkMode, nodes: u32, pods_per_node: u32) -> Self {
        let mut world = Self { state: State::default(), mode, nodes, pods_per_node };
        world.base();
        for number in 0..nodes {
            let node = world.node(number, NodeState::Active);
            world.emit(Event::Node(Change::Created(node)));
            if mode == NetworkMode::Kubenet {
                world.emit(Event::Route(Change::Created(world.route(number))));
            }
        }
        world
    }

    /// One event as one revision.
    pub(crate) fn emit(&mut self, event: Event) -> Record {
        let revision = self.state.revision.next();
        let (time, actor) = (Timestamp(revision.0), "bench".to_owned());
        let record = Record { revision, time, actor, request: None, events: vec![event] };
        self.state.apply(&record);
        record
    }

    /// Addresses of one node in Azure CNI, its own among them.
    fn stride(&self) -> u32 {
        (self.pods_per_node + 1).next_power_of_two()
    }

    pub(crate) fn node_name(number: u32) -> Segment {
        segment(&format!("aks-np1-vmss{number:06}"))
    }

    pub(crate) fn node_address(&self, number: u32) -> IpAddr {
        match self.mode {
            NetworkMode::Kubenet => v4([172, 16, 0, 4], number),
            NetworkMode::AzureCni => v4([10, 0, 0, 4], number * self.stride()),
        }
    }

    pub(crate) fn pod_address(&self, node: u32, pod: u32) -> IpAddr {
        match self.mode {
            NetworkMode::Kubenet => v4([10, 0, 0, 2], node * 256 + pod),
            NetworkMode::AzureCni => v4([10, 0, 0, 5], node * self.stride() + pod),
        }
    }

    fn block(number: u32) -> Prefix {
        Prefix::containing(v4([10, 0, 0, 0], number * 256), 24).unwrap()
    }

    pub(crate) fn node(&self, number: u32, state: NodeState) -> Node {
        let kubenet = self.mode == NetworkMode::Kubenet;
        let pods = (0..self.pods_per_node).map(|pod| self.pod_address(number, pod));
        Node {
            name: cluster_name().node(Self::node_name(number)),
            meta: Meta::default(),
            pool: pool_name(),
            uid: format!("uid-{number}"),
            addresses: vec![self.node_address(number)],
            pod_prefixes: if kubenet { vec![Self::block(number)] } else { Vec::new() },
            pod_addresses: if kubenet { AddressRuns::default() } else { pods.collect() },
            max_pods: self.pods_per_node,
            state,
            excluded_from_load_balancers: false,
            interface: Interface::default(),
        }
    }

    pub(crate) fn route(&self, number: u32) -> Route {
        Route {
            name: table_name().route(Self::node_name(number)),
            meta: Meta::default(),
            prefix: Self::block(number),
            next_hop: NextHop::VirtualAppliance(self.node_address(number)),
            node: None,
        }
    }

    pub(crate) fn network(&self) -> Network {
        let kubenet = self.mode == NetworkMode::Kubenet;
        Network {
            name: network_name(),
            meta: Meta::default(),
            address_prefixes: vec![prefix(if kubenet { "172.16.0.0/13" } else { "10.0.0.0/8" })],
            gateway: None,
            peerings: Vec::new(),
        }
    }

    pub(crate) fn subnet(name: &str, range: Prefix, route_table: Option<RouteTableName>) -> Subnet {
        Subnet {
            name: SubnetName { network: network_name().network, subnet: segment(name) },
            meta: Meta::default(),
            address_prefixes: vec![range],
            route_table,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            network_security_group: None,
            cooldown: Duration::ZERO,
        }
    }

    fn base(&mut self) {
        let kubenet = self.mode == NetworkMode::Kubenet;
        let network = self.network();
        let nodes = Self::subnet("nodes", network.address_prefixes[0], kubenet.then(table_name));
        let subnet = nodes.name.clone();
        self.emit(Event::Network(Change::Created(network)));
        self.emit(Event::RouteTable(Change::Created(RouteTable {
            name: table_name(),
            meta: Meta::default(),
            disable_bgp_route_propagation: false,
        })));
        self.emit(Event::Subnet(Change::Created(nodes)));
        self.emit(Event::Cluster(Change::Created(Cluster {
            name: cluster_name(),
            meta: Meta::default(),
            network: network_name(),
            mode: self.mode,
            families: vec![Family::V4],
            pod_prefixes: if kubenet { vec![prefix("10.0.0.0/8")] } else { Vec::new() },
            node_prefix_length_v4: 24,
            node_prefix_length_v6: 64,
            service_prefixes: vec![prefix("192.168.0.0/16")],
            dns_address: v4([192, 168, 0, 10], 0),
            route_table: kubenet.then(table_name),
            route_management: RouteManagement::Observed,
            outbound: Outbound {
                kind: OutboundType::LoadBalancer,
                addresses: (0..10).map(|number| v4([20, 0, 0, 0], number)).collect(),
                allocated_ports: 64,
            },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            pod_data_path: PodDataPath::Transparent,
            network_policy_engine: NetworkPolicyEngine::None,
        })));
        self.emit(Event::NodePool(Change::Created(NodePool {
            name: pool_name(),
            meta: Meta::default(),
            subnet,
            max_pods: self.pods_per_node,
            os: OsType::Linux,
            surge: 0,
            next_instance: 0,
            network_security_group: None,
        })));
    }
}
