//! How long does a proof take: from cold, after one route or node changed, and beside verdicts of sampled pairs.
//!
//! `cargo xtask bench proof`. One thread, a warm state of one cluster with 250 pods a node; the table goes to
//! `server/core/src/proof/README.md`. Beyond 400 nodes a kubenet table is larger than Azure's, and beyond 5,000 a cluster
//! is: the states are put together from events, past the rules, to show how the cost grows.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock; the domain does not")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};

use podnet_core::address::Family;
use podnet_core::event::{Change, Event, Record};
use podnet_core::flow::{EndpointRef, Flow, Scope, verdicts};
use podnet_core::meta::Meta;
use podnet_core::model::{
    Cluster, InboundDistribution, Interface, Network, NetworkMode, NetworkPolicyEngine, NextHop, Node,
    NodePool, NodeState, OsType, Outbound, OutboundType, PodDataPath, Protocol, ProvisioningTool, Route,
    RouteManagement, RouteTable, Subnet,
};
use podnet_core::name::{ClusterName, NetworkName, NodePoolName, RouteTableName, Segment, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::proof::Proof;
use podnet_core::state::State;
use podnet_core::time::Timestamp;

const PODS_PER_NODE: u32 = 250;
const COLD_RUNS: usize = 9;
const CHANGES: u32 = 4000;
const SAMPLED_PAIRS: u32 = 200;

fn main() {
    println!(
        "| cluster | pod pairs | cold, ms | route p50, ns | route p99, ns | node p50, ns | node p99, ns | \
         verdict of one pair, ns |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    for mode in [NetworkMode::Kubenet, NetworkMode::AzureCni] {
        for nodes in [100, 1000, 5000, 50_000] {
            row(mode, nodes);
        }
    }
}

fn row(mode: NetworkMode, nodes: u32) {
    let mut world = World::new(mode, nodes);
    let cold: Vec<_> = (0..COLD_RUNS).map(|_| time(|| cold(&world.state))).collect();
    let pairs = Proof::evaluate(&world.state, &cluster_name()).unwrap().report(&world.state).size.pod_pairs;
    let routes = (mode == NetworkMode::Kubenet).then(|| world.changes(|world, n| world.toggle_route(n)));
    let states = world.changes(|world, n| world.toggle_node(n));
    let pair = world.sample();
    let word = if mode == NetworkMode::Kubenet { "kubenet" } else { "azure-cni" };
    let shown = |times: &Option<Vec<Duration>>, share: f64| {
        times.as_ref().map_or_else(|| "-".to_owned(), |times| quantile(times, share).as_nanos().to_string())
    };
    let states = Some(states);
    println!(
        "| {word}, {nodes} nodes | {pairs} | {:.2} | {} | {} | {} | {} | {} |",
        quantile(&cold, 0.5).as_secs_f64() * 1e3,
        shown(&routes, 0.5),
        shown(&routes, 0.99),
        shown(&states, 0.5),
        shown(&states, 0.99),
        pair.as_nanos()
    );
}

fn cold(state: &State) {
    let proof = Proof::evaluate(state, &cluster_name()).unwrap();
    black_box(proof.report(state));
}

fn time(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn quantile(times: &[Duration], share: f64) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index of a few thousand"
    )]
    let index = ((sorted.len() - 1) as f64 * share) as usize;
    sorted[index]
}

struct World {
    state: State,
    mode: NetworkMode,
    nodes: u32,
}

fn segment(text: &str) -> Segment {
    Segment::parse(text).unwrap()
}

fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

fn v4(base: [u8; 4], offset: u32) -> IpAddr {
    Ipv4Addr::from(u32::from(Ipv4Addr::from(base)) + offset).into()
}

fn cluster_name() -> ClusterName {
    ClusterName::parse("clusters/prod").unwrap()
}

fn table_name() -> RouteTableName {
    RouteTableName::parse("networks/main/routeTables/pods").unwrap()
}

impl World {
    fn new(mode: NetworkMode, nodes: u32) -> Self {
        let mut world = Self { state: State::default(), mode, nodes };
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

    fn emit(&mut self, event: Event) -> Record {
        let revision = self.state.revision.next();
        let (time, actor) = (Timestamp(revision.0), "bench".to_owned());
        let record = Record { revision, time, actor, request: None, events: vec![event] };
        self.state.apply(&record);
        record
    }

    fn base(&mut self) {
        let network = NetworkName::parse("networks/main").unwrap();
        let kubenet = self.mode == NetworkMode::Kubenet;
        let space = prefix(if kubenet { "172.16.0.0/12" } else { "10.0.0.0/8" });
        self.emit(Event::Network(Change::Created(Network {
            name: network.clone(),
            meta: Meta::default(),
            address_prefixes: vec![space],
            gateway: None,
            peerings: Vec::new(),
        })));
        self.emit(Event::RouteTable(Change::Created(RouteTable {
            name: table_name(),
            meta: Meta::default(),
            disable_bgp_route_propagation: false,
        })));
        self.emit(Event::Subnet(Change::Created(Subnet {
            name: SubnetName { network: network.network.clone(), subnet: segment("nodes") },
            meta: Meta::default(),
            address_prefixes: vec![space],
            route_table: kubenet.then(table_name),
            service_endpoints: Vec::new(),
            delegation: String::new(),
            network_security_group: None,
            cooldown: Duration::ZERO,
        })));
        self.emit(Event::Cluster(Change::Created(Cluster {
            name: cluster_name(),
            meta: Meta::default(),
            network,
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
                addresses: Vec::new(),
                allocated_ports: 0,
            },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            pod_data_path: PodDataPath::Transparent,
            network_policy_engine: NetworkPolicyEngine::None,
        })));
        self.emit(Event::NodePool(Change::Created(NodePool {
            name: NodePoolName::parse("clusters/prod/nodePools/np1").unwrap(),
            meta: Meta::default(),
            subnet: SubnetName::parse("networks/main/subnets/nodes").unwrap(),
            max_pods: PODS_PER_NODE,
            os: OsType::Linux,
            surge: 0,
            next_instance: 0,
            network_security_group: None,
        })));
    }

    fn address(&self, number: u32) -> IpAddr {
        match self.mode {
            NetworkMode::Kubenet => v4([172, 16, 0, 4], number),
            NetworkMode::AzureCni => v4([10, 0, 0, 4], number * 256),
        }
    }

    fn node(&self, number: u32, state: NodeState) -> Node {
        let kubenet = self.mode == NetworkMode::Kubenet;
        let block = Prefix::containing(v4([10, 0, 0, 0], number * 256), 24).unwrap();
        let secondary = (1..=PODS_PER_NODE).map(|pod| v4([10, 0, 0, 4], number * 256 + pod));
        Node {
            name: cluster_name().node(segment(&format!("aks-np1-vmss{number:06}"))),
            meta: Meta::default(),
            pool: NodePoolName::parse("clusters/prod/nodePools/np1").unwrap(),
            uid: format!("uid-{number}"),
            addresses: vec![self.address(number)],
            pod_prefixes: if kubenet { vec![block] } else { Vec::new() },
            pod_addresses: if kubenet { Vec::new() } else { secondary.collect() },
            max_pods: PODS_PER_NODE,
            state,
            excluded_from_load_balancers: false,
            interface: Interface::default(),
        }
    }

    fn route(&self, number: u32) -> Route {
        Route {
            name: table_name().route(segment(&format!("aks-np1-vmss{number:06}"))),
            meta: Meta::default(),
            prefix: Prefix::containing(v4([10, 0, 0, 0], number * 256), 24).unwrap(),
            next_hop: NextHop::VirtualAppliance(self.address(number)),
            node: None,
        }
    }

    /// A route goes, comes back with a wrong next hop, and is mended.
    fn toggle_route(&self, change: u32) -> Event {
        let number = (change / 3).wrapping_mul(7919) % self.nodes;
        let right = self.route(number);
        let wrong = Route {
            next_hop: NextHop::VirtualAppliance(self.address((number + 1) % self.nodes)),
            ..right.clone()
        };
        Event::Route(match change % 3 {
            0 => Change::Deleted(right),
            1 => Change::Created(wrong),
            _ => Change::Updated(right),
        })
    }

    /// A node fails and comes back.
    fn toggle_node(&self, change: u32) -> Event {
        let number = (change / 2).wrapping_mul(7919) % self.nodes;
        let state = if change.is_multiple_of(2) { NodeState::NotReady } else { NodeState::Active };
        Event::Node(Change::Updated(self.node(number, state)))
    }

    /// Times of following changes and reporting, one revision each.
    fn changes(&mut self, event: impl Fn(&Self, u32) -> Event) -> Vec<Duration> {
        let mut proof = Proof::evaluate(&self.state, &cluster_name()).unwrap();
        let mut times = Vec::new();
        for change in 0..CHANGES - CHANGES % 6 {
            let before = self.state.clone();
            let event = event(self, change);
            let record = self.emit(event);
            times.push(time(|| {
                assert!(proof.follow(&before, &self.state, &record.events).is_some(), "the cluster is there");
                black_box(proof.report(&self.state));
            }));
        }
        let same = Proof::evaluate(&self.state, &cluster_name()).unwrap() == proof;
        assert!(same, "a proof that follows is the one from cold");
        times
    }

    /// The baseline: the verdicts of a node and an address of another one's pods, for each of some pairs.
    fn sample(&self) -> Duration {
        let flow = |n: u32| Flow {
            scope: Scope::Cluster(cluster_name()),
            source: EndpointRef::Address(self.address(n.wrapping_mul(31) % self.nodes)),
            destination: EndpointRef::Address(self.address(n.wrapping_mul(7919) % self.nodes)),
            protocol: Protocol::Tcp,
            source_port: None,
            destination_port: Some(80),
            family: None,
            one_way: false,
            concurrent_flows: 0,
        };
        let flows: Vec<_> = (0..SAMPLED_PAIRS).map(flow).collect();
        let all = time(|| {
            flows.iter().for_each(|flow| {
                assert!(black_box(verdicts(&self.state, flow).unwrap().reply).is_some(), "it answers");
            });
        });
        all / SAMPLED_PAIRS
    }
}
