//! How long does a trace take: both ways, with every candidate, beside the verdicts of the same flows alone.
//!
//! `cargo xtask bench flow [--cluster TEXT] [--kind TEXT] [--times N]`. One thread, a warm state, flows in an order
//! without a pattern; the table goes to `server/core/src/flow/README.md`. The kubenet cluster with 5,000 nodes is a stress
//! scale: a table of Azure holds 400 routes. What is written, as the sentence of a step, is measured apart, because callers
//! of `verdicts` don't ask for it.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

mod world;

use std::hint::black_box;
use std::net::IpAddr;
use std::time::Duration;

use podnet_core::event::{Change, Event};
use podnet_core::flow::{EndpointRef, Flow, FlowResult, Scope, trace, verdicts};
use podnet_core::meta::{Meta, Revision};
use podnet_core::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, Endpoint, Gateway, GatewayKind, KeptOwner, Machine,
    Network, NetworkMode, OwnerTexts, Protocol, Purpose, Reservation, Service, ServicePort, ServiceType,
    SessionAffinity, TargetPort, TrafficPolicy,
};
use podnet_core::name::{AllocationName, ReservationName, ServiceName};
use podnet_core::prefix::Prefix;
use podnet_core::state::State;
use podnet_core::time::Timestamp;
use world::{World, cluster_name, prefix, processor_time, segment, v4, word};

const PODS_PER_NODE: u32 = 50;
const ENDPOINTS_PER_SERVICE: u32 = 3;
const TIME_PER_CELL: Duration = Duration::from_millis(500);
const FLOWS_PER_KIND: usize = 1000;

fn main() {
    let only = Only::asked();
    if only.times.is_none() {
        println!("| cluster | flow | trace, µs | with sentences, µs | verdicts alone, µs | steps |");
        println!("|---|---|---:|---:|---:|---:|");
    }
    for mode in [NetworkMode::Kubenet, NetworkMode::AzureCni] {
        for nodes in [100, 1000, 5000] {
            let cluster = format!("{}, {nodes} nodes, {} pods", word(mode), nodes * PODS_PER_NODE);
            if cluster.contains(&only.cluster) {
                rows(&Bench::new(mode, nodes), &cluster, &only);
            }
        }
    }
}

fn rows(bench: &Bench, cluster: &str, only: &Only) {
    for (kind, flows) in bench.flows() {
        if only.kind.as_ref().is_some_and(|wanted| wanted != kind) {
            continue;
        }
        if let Some(times) = only.times {
            let traced = flows.iter().cycle().take(times).map(|flow| once(&bench.0.state, flow));
            println!("{cluster}, {kind}: {times} traces, {} branches", traced.sum::<usize>());
            continue;
        }
        let Row { trace, words, verdicts, steps } = measure(&bench.0.state, &flows);
        println!("| {cluster} | {kind} | {trace:.2} | {words:.2} | {verdicts:.2} | {steps} |");
    }
}

/// What is measured, if not all: `--cluster TEXT` (part of its words), `--kind TEXT`, and `--times N` for N traces without
/// a clock, for a profiler that counts instructions.
struct Only {
    cluster: String,
    kind: Option<String>,
    times: Option<usize>,
}

impl Only {
    fn asked() -> Self {
        let words: Vec<_> = std::env::args().collect();
        let after =
            |name| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned();
        let times = after("--times").map(|number| number.parse().unwrap());
        Self { cluster: after("--cluster").unwrap_or_default(), kind: after("--kind"), times }
    }
}

/// One trace, made and dropped. Profilers find it by its name.
#[inline(never)]
fn once(state: &State, flow: &Flow) -> usize {
    black_box(trace(state, black_box(flow)).unwrap()).forward.len()
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
        trace: timed(flows, |flow| once(state, flow)),
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

/// Microseconds of processor time for each flow; the best of five rounds, so that what else the machine does counts less.
fn timed(flows: &[Flow], mut run: impl FnMut(&Flow) -> usize) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let (begun, mut count) = (processor_time(), 0u32);
        while processor_time() - begun < TIME_PER_CELL / 5 {
            for flow in flows.iter().cycle().skip(count as usize % flows.len()).take(500) {
                black_box(run(black_box(flow)));
            }
            count += 500;
        }
        best = best.min((processor_time() - begun).as_secs_f64() * 1e6 / f64::from(count));
    }
    best
}

/// A cluster with pods, services, a gateway and a machine beside it.
struct Bench(World);

impl Bench {
    fn new(mode: NetworkMode, nodes: u32) -> Self {
        let mut bench = Self(World::new(mode, nodes, PODS_PER_NODE));
        bench.surroundings();
        for node in 0..nodes {
            for pod in 0..PODS_PER_NODE {
                bench.run(node, pod);
            }
        }
        for service in 0..nodes / 5 {
            bench.serve(service);
        }
        bench
    }

    fn machine() -> IpAddr {
        v4([172, 24, 0, 4], 0)
    }

    fn surroundings(&mut self) {
        let mut network = self.0.network();
        let machines = prefix("172.24.0.0/24");
        network.address_prefixes.push(machines);
        let on_premises_prefixes = vec![prefix("172.30.0.0/16")];
        self.0.emit(Event::Network(Change::Updated(Network {
            gateway: Some(Gateway { kind: GatewayKind::Vpn, on_premises_prefixes }),
            ..network
        })));
        self.0.emit(Event::Subnet(Change::Created(World::subnet("machines", machines, None))));
        self.0.emit(Event::Reservation(Change::Created(Reservation {
            name: ReservationName::parse("networks/main/subnets/machines/reservations/vm").unwrap(),
            meta: Meta::default(),
            purpose: Purpose::VirtualMachine,
            prefix: Prefix::host(Self::machine()),
            display_name: "vm".to_owned(),
            ip_forwarding: false,
            network_security_group: None,
            machine: Machine::default(),
        })));
    }

    fn run(&mut self, node: u32, pod: u32) {
        let id = pod_name(node, pod);
        let address = self.0.pod_address(node, pod);
        let owner = OwnerTexts { namespace: "default", pod: &id, pod_uid: &id, ..OwnerTexts::default() };
        let held = AllocatedAddress { address, prefix_length: 24, gateway: v4([169, 254, 1, 1], 0) };
        self.0.emit(Event::AllocationCreated(std::sync::Arc::new(Allocation {
            name: AllocationName { cluster: cluster_name().cluster, allocation: segment(&id) },
            node: World::node_name(node),
            addresses: AllocatedAddresses::new([held], []),
            owner: KeptOwner::new(&segment(&id), owner),
            pod_traits: None,
            created_revision: Revision(1),
            revision: Revision(1),
            create_time: Timestamp(1),
        })));
    }

    fn serve(&mut self, index: u32) {
        let endpoint = |number: u32| {
            let node = (index * 5 + number * 7) % self.0.nodes;
            Endpoint {
                address: self.0.pod_address(node, number),
                node: Some(World::node_name(node)),
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
            cluster_addresses: vec![v4([192, 168, 1, 0], index)],
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
        self.0.emit(Event::Service(Change::Created(service)));
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
        let pod = |r: &mut Random| at(self.0.pod_address(r.below(self.0.nodes), r.below(PODS_PER_NODE)));
        let named = |r: &mut Random| {
            let pod = pod_name(r.below(self.0.nodes), r.below(PODS_PER_NODE));
            EndpointRef::Pod { cluster: cluster_name(), namespace: "default".to_owned(), pod }
        };
        let service = |r: &mut Random| v4([192, 168, 1, 0], r.below(self.0.nodes / 5));
        let frontend = |r: &mut Random| v4([20, 1, 0, 0], r.below(self.0.nodes / 5));
        let client = v4([198, 51, 100, 7], 0);
        let machine = Self::machine();
        let premises = v4([172, 30, 1, 1], 0);
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

fn pod_name(node: u32, pod: u32) -> String {
    format!("pod-{node:05}-{pod}")
}

/// Numbers without a pattern, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap()
    }
}
