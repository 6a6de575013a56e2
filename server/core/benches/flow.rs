//! How long does a trace take: both ways, with every candidate, beside the verdicts of the same flows alone.
//!
//! `cargo xtask bench flow`. One thread, a warm state, flows in an order without a pattern; the table goes to
//! `server/core/src/flow/README.md`. The kubenet cluster with 5,000 nodes is a stress scale: a table of Azure holds 400
//! routes. What is written, as the sentence of a step, is measured apart, because callers of `verdicts` don't ask for it.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock; the domain does not")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};

use podnet_core::address::Family;
use podnet_core::event::{Change, Event, Record};
use podnet_core::flow::{EndpointRef, Flow, FlowResult, Scope, trace, verdicts};
use podnet_core::meta::{Meta, Revision};
use podnet_core::model::{
    AllocatedAddress, Allocation, Cluster, Endpoint, Gateway, GatewayKind, InboundDistribution, Interface,
    Machine, Network, NetworkMode, NextHop, Node, NodePool, NodeState, OsType, Outbound, OutboundType, Owner,
    PodDataPath, Protocol, ProvisioningTool, Purpose, Reservation, Route, RouteManagement, RouteTable,
    Service, ServicePort, ServiceType, SessionAffinity, Subnet, TargetPort, TrafficPolicy,
};
use podnet_core::name::{
    AllocationName, ClusterName, NetworkName, NodePoolName, ReservationName, RouteTableName, Segment,
    ServiceName, SubnetName,
};
use podnet_core::prefix::Prefix;
use podnet_core::state::State;
use podnet_core::time::Timestamp;

const PODS_PER_NODE: u32 = 50;
const ENDPOINTS_PER_SERVICE: u32 = 3;
const TIME_PER_CELL: Duration = Duration::from_millis(300);
const FLOWS_PER_KIND: usize = 1000;

fn main() {
    println!("| cluster | flow | trace, µs | with sentences, µs | verdicts alone, µs | steps |");
    println!("|---|---|---:|---:|---:|---:|");
    for mode in [NetworkMode::Kubenet, NetworkMode::AzureCni] {
        for nodes in [100, 1000, 5000] {
            let world = World::new(mode, nodes);
            for (kind, flows) in world.flows() {
                let row = measure(&world.state, &flows);
                let mode = if mode == NetworkMode::Kubenet { "kubenet" } else { "azure-cni" };
                println!(
                    "| {mode}, {nodes} nodes, {} pods | {kind} | {:.2} | {:.2} | {:.2} | {} |",
                    nodes * PODS_PER_NODE,
                    row.trace,
                    row.words,
                    row.verdicts,
                    row.steps
                );
            }
        }
    }
}

struct Row {
    trace: f64,
    words: f64,
    verdicts: f64,
    steps: usize,
}

fn measure(state: &State, flows: &[Flow]) -> Row {
    let first = trace(state, &flows[0]).unwrap();
    let steps = first.forward.iter().chain(&first.reply).map(|branch| branch.steps.len()).sum();
    Row {
        trace: timed(flows, |flow| trace(state, flow).unwrap().forward.len()),
        words: timed(flows, |flow| words(&trace(state, flow).unwrap())),
        verdicts: timed(flows, |flow| usize::from(verdicts(state, flow).unwrap().reply.is_some())),
        steps,
    }
}

/// Every sentence of a result, written.
fn words(result: &FlowResult) -> usize {
    let steps = result.forward.iter().chain(&result.reply).flat_map(|branch| &branch.steps);
    steps.map(|step| step.description.to_string().len()).sum()
}

/// Microseconds for each flow; the best of three rounds, so that what else the machine does counts less.
fn timed(flows: &[Flow], mut run: impl FnMut(&Flow) -> usize) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let (begun, mut count) = (Instant::now(), 0u32);
        while begun.elapsed() < TIME_PER_CELL / 3 {
            for flow in flows.iter().cycle().skip(count as usize % flows.len()).take(100) {
                black_box(run(black_box(flow)));
            }
            count += 100;
        }
        best = best.min(begun.elapsed().as_secs_f64() * 1e6 / f64::from(count));
    }
    best
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

fn node_address(mode: NetworkMode, node: u32) -> IpAddr {
    match mode {
        NetworkMode::Kubenet => v4([10, 224, 0, 0], node + 4),
        NetworkMode::AzureCni => v4([10, 128, 0, 0], node * 64 + 4),
    }
}

fn pod_address(mode: NetworkMode, node: u32, pod: u32) -> IpAddr {
    match mode {
        NetworkMode::Kubenet => v4([10, 0, 0, 0], node * 256 + 2 + pod),
        NetworkMode::AzureCni => v4([10, 128, 0, 0], node * 64 + 5 + pod),
    }
}

impl World {
    fn new(mode: NetworkMode, nodes: u32) -> Self {
        let mut world = Self { state: State::default(), mode, nodes };
        world.network();
        for node in 0..nodes {
            world.join(node);
        }
        for service in 0..nodes / 5 {
            world.serve(service);
        }
        world
    }

    fn emit(&mut self, event: Event) {
        let revision = self.state.revision.next();
        let (time, actor) = (Timestamp(revision.0), "bench".to_owned());
        self.state.apply(&Record { revision, time, actor, request: None, events: vec![event] });
    }

    fn network(&mut self) {
        let network = NetworkName::parse("networks/main").unwrap();
        let table = RouteTableName::parse("networks/main/routeTables/pods").unwrap();
        let kubenet = self.mode == NetworkMode::Kubenet;
        self.emit(Event::Network(Change::Created(Network {
            name: network.clone(),
            meta: Meta::default(),
            address_prefixes: vec![prefix(if kubenet { "10.224.0.0/12" } else { "10.128.0.0/9" })],
            gateway: Some(Gateway {
                kind: GatewayKind::Vpn,
                on_premises_prefixes: vec![prefix("192.168.0.0/16")],
            }),
            peerings: Vec::new(),
        })));
        let (own, other) =
            if kubenet { ("10.224.0.0/16", "10.225.0.0/24") } else { ("10.128.0.0/12", "10.144.0.0/24") };
        for (name, range) in [("nodes", own), ("machines", other)] {
            self.emit(Event::Subnet(Change::Created(Subnet {
                name: SubnetName { network: network.network.clone(), subnet: segment(name) },
                meta: Meta::default(),
                address_prefixes: vec![prefix(range)],
                route_table: (kubenet && name == "nodes").then(|| table.clone()),
                service_endpoints: Vec::new(),
                delegation: String::new(),
                network_security_group: None,
                cooldown: Duration::ZERO,
            })));
        }
        self.emit(Event::RouteTable(Change::Created(RouteTable {
            name: table.clone(),
            meta: Meta::default(),
            disable_bgp_route_propagation: false,
        })));
        self.emit(Event::Cluster(Change::Created(Cluster {
            name: cluster_name(),
            meta: Meta::default(),
            network,
            mode: self.mode,
            families: vec![Family::V4],
            pod_prefixes: if kubenet { vec![prefix("10.0.0.0/11")] } else { Vec::new() },
            node_prefix_length_v4: 24,
            node_prefix_length_v6: 64,
            service_prefixes: vec![prefix("172.20.0.0/16")],
            dns_address: v4([172, 20, 0, 10], 0),
            route_table: kubenet.then_some(table),
            route_management: RouteManagement::Managed,
            outbound: Outbound {
                kind: OutboundType::LoadBalancer,
                addresses: (0..10).map(|n| v4([20, 0, 0, 0], n)).collect(),
                allocated_ports: 64,
            },
            inbound_distribution: InboundDistribution::FiveTupleHash,
            non_masquerade_prefixes: None,
            provisioning_tool: ProvisioningTool::Cli,
            cooldown: Duration::ZERO,
            pod_data_path: PodDataPath::Transparent,
            network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
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
        self.emit(Event::Reservation(Change::Created(Reservation {
            name: ReservationName::parse("networks/main/subnets/machines/reservations/vm").unwrap(),
            meta: Meta::default(),
            purpose: Purpose::VirtualMachine,
            prefix: Prefix::host(self.machine()),
            display_name: "vm".to_owned(),
            ip_forwarding: false,
            network_security_group: None,
            machine: Machine::default(),
        })));
    }

    fn machine(&self) -> IpAddr {
        if self.mode == NetworkMode::Kubenet { v4([10, 225, 0, 4], 0) } else { v4([10, 144, 0, 4], 0) }
    }

    fn join(&mut self, index: u32) {
        let kubenet = self.mode == NetworkMode::Kubenet;
        let name = cluster_name().node(segment(&format!("aks-np1-{index:05}")));
        let address = node_address(self.mode, index);
        let block = Prefix::containing(pod_address(self.mode, index, 0), 24).unwrap();
        let pods: Vec<_> = (0..PODS_PER_NODE).map(|pod| pod_address(self.mode, index, pod)).collect();
        self.emit(Event::Node(Change::Created(Node {
            name: name.clone(),
            meta: Meta::default(),
            pool: NodePoolName::parse("clusters/prod/nodePools/np1").unwrap(),
            uid: name.to_string(),
            addresses: vec![address],
            pod_prefixes: if kubenet { vec![block] } else { Vec::new() },
            pod_addresses: if kubenet { Vec::new() } else { pods.clone() },
            max_pods: PODS_PER_NODE,
            state: NodeState::Active,
            excluded_from_load_balancers: false,
            interface: Interface::default(),
        })));
        if kubenet {
            let table = RouteTableName::parse("networks/main/routeTables/pods").unwrap();
            self.emit(Event::Route(Change::Created(Route {
                name: table.route(name.node.clone()),
                meta: Meta::default(),
                prefix: block,
                next_hop: NextHop::VirtualAppliance(address),
                node: Some(name.clone()),
            })));
        }
        for (pod, address) in pods.into_iter().enumerate() {
            let id = format!("pod-{index:05}-{pod}");
            self.emit(Event::AllocationCreated(Allocation {
                name: AllocationName { cluster: name.cluster.clone(), allocation: segment(&id) },
                node: name.node.clone(),
                addresses: vec![AllocatedAddress {
                    address,
                    prefix_length: 24,
                    gateway: v4([169, 254, 1, 1], 0),
                }],
                owner: Owner {
                    namespace: "default".to_owned(),
                    pod: id.clone(),
                    pod_uid: id,
                    ..Owner::default()
                },
                requested_addresses: Vec::new(),
                pod_traits: None,
                created_revision: Revision(1),
                revision: Revision(1),
                create_time: Timestamp(1),
            }));
        }
    }

    fn serve(&mut self, index: u32) {
        let endpoint = |number: u32| {
            let node = (index * 5 + number * 7) % self.nodes;
            Endpoint {
                address: pod_address(self.mode, node, number),
                node: Some(segment(&format!("aks-np1-{node:05}"))),
                allocation: None,
                ready: true,
                serving: true,
                terminating: false,
                ports: Vec::new(),
            }
        };
        let name = format!("clusters/prod/namespaces/default/services/s{index:05}");
        let service = Service {
            name: ServiceName::parse(&name).unwrap(),
            meta: Meta::default(),
            kind: ServiceType::LoadBalancer,
            cluster_addresses: vec![v4([172, 20, 1, 0], index)],
            load_balancer_addresses: vec![v4([20, 1, 0, 0], index)],
            internal: false,
            floating_ip: true,
            ports: vec![ServicePort {
                name: "http".to_owned(),
                protocol: Protocol::Tcp,
                port: 80,
                target_port: TargetPort::Number(8080),
                node_port: 30_000 + u16::try_from(index).unwrap(),
            }],
            external_traffic_policy: TrafficPolicy::Local,
            internal_traffic_policy: TrafficPolicy::Cluster,
            session_affinity: SessionAffinity::None,
            health_check_node_port: 32_000,
            load_balancer_source_ranges: Vec::new(),
            endpoints: (0..ENDPOINTS_PER_SERVICE).map(endpoint).collect(),
        };
        self.emit(Event::Service(Change::Created(service)));
    }

    fn flows(&self) -> Vec<(&'static str, Vec<Flow>)> {
        let at = |address| EndpointRef::Address(address);
        let mut random = Random(7);
        let mut many = |pair: &dyn Fn(&mut Random) -> (EndpointRef, EndpointRef)| {
            let flow = |(source, destination)| Flow {
                scope: Scope::Cluster(cluster_name()),
                source,
                destination,
                protocol: Protocol::Tcp,
                source_port: Some(40_000),
                destination_port: Some(80),
                family: None,
                one_way: false,
                concurrent_flows: 0,
            };
            (0..FLOWS_PER_KIND).map(|_| flow(pair(&mut random))).collect::<Vec<_>>()
        };
        let pod = |r: &mut Random| at(pod_address(self.mode, r.below(self.nodes), r.below(PODS_PER_NODE)));
        let named = |r: &mut Random| {
            let id = format!("pod-{:05}-{}", r.below(self.nodes), r.below(PODS_PER_NODE));
            EndpointRef::Pod { cluster: cluster_name(), namespace: "default".to_owned(), pod: id }
        };
        let service = |r: &mut Random| v4([172, 20, 1, 0], r.below(self.nodes / 5));
        let frontend = |r: &mut Random| v4([20, 1, 0, 0], r.below(self.nodes / 5));
        let client = v4([198, 51, 100, 7], 0);
        let machine = self.machine();
        let premises = v4([192, 168, 1, 1], 0);
        vec![
            ("pod to pod", many(&|r| (pod(r), pod(r)))),
            ("pod to pod, by name", many(&|r| (named(r), named(r)))),
            ("pod to machine", many(&|r| (pod(r), at(machine)))),
            ("pod to Internet", many(&|r| (pod(r), at(client)))),
            ("pod to on-premises", many(&|r| (pod(r), at(premises)))),
            ("pod to service, 3 branches", many(&|r| (pod(r), at(service(r))))),
            ("Internet to service, Local, 3 branches", many(&|r| (at(client), at(frontend(r))))),
        ]
    }
}

/// Numbers without a pattern, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap()
    }
}
