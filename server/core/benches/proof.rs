//! How long does a proof take: from cold, after one route or node changed, and beside verdicts of sampled pairs.
//!
//! `cargo xtask bench proof`. Processor time for proofs from cold, the clock for changes; one thread, a warm state of one
//! cluster with 250 pods a node; the table goes to `server/core/src/proof/README.md`. Beyond 400 nodes a kubenet table is
//! larger than Azure's, and beyond 5,000 a cluster is: the states are put together from events, past the rules, to show
//! how the cost grows.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock; the domain does not")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

mod world;

use std::hint::black_box;
use std::time::{Duration, Instant};

use podnet_core::event::{Change, Event};
use podnet_core::flow::{EndpointRef, Flow, Scope, verdicts};
use podnet_core::model::{NetworkMode, NextHop, NodeState, Protocol, Route};
use podnet_core::proof::Proof;
use podnet_core::state::State;
use world::{World, cluster_name, processor_time, word};

const PODS_PER_NODE: u32 = 250;
const COLD_ROUNDS: u32 = 3;
const COLD_ROUND: Duration = Duration::from_millis(200);
const COLD_RUNS_MIN: u32 = 3;
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
    let mut world = Bench(World::new(mode, nodes, PODS_PER_NODE));
    let cold = processor(|| cold(&world.0.state));
    let pairs =
        Proof::evaluate(&world.0.state, &cluster_name()).unwrap().report(&world.0.state).size.pod_pairs;
    let routes = (mode == NetworkMode::Kubenet).then(|| world.changes(|world, n| world.toggle_route(n)));
    let states = world.changes(|world, n| world.toggle_node(n));
    let pair = world.sample();
    let shown = |times: &Option<Vec<Duration>>, share: f64| {
        times.as_ref().map_or_else(|| "-".to_owned(), |times| quantile(times, share).as_nanos().to_string())
    };
    let states = Some(states);
    println!(
        "| {}, {nodes} nodes | {pairs} | {:.2} | {} | {} | {} | {} | {} |",
        word(mode),
        cold.as_secs_f64() * 1e3,
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

/// Processor time of one run, the best of some rounds: other work on the machine does not lengthen it.
fn processor(work: impl Fn()) -> Duration {
    let round = |_| {
        let (begun, mut runs) = (processor_time(), 0);
        while runs < COLD_RUNS_MIN || processor_time() - begun < COLD_ROUND {
            work();
            runs += 1;
        }
        (processor_time() - begun) / runs
    };
    (0..COLD_ROUNDS).map(round).min().unwrap()
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

/// A cluster that changes.
struct Bench(World);

impl Bench {
    /// A route goes, comes back with a wrong next hop, and is mended.
    fn toggle_route(&self, change: u32) -> Event {
        let number = (change / 3).wrapping_mul(7919) % self.0.nodes;
        let right = self.0.route(number);
        let wrong = Route {
            next_hop: NextHop::VirtualAppliance(self.0.node_address((number + 1) % self.0.nodes)),
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
        let number = (change / 2).wrapping_mul(7919) % self.0.nodes;
        let state = if change.is_multiple_of(2) { NodeState::NotReady } else { NodeState::Active };
        Event::Node(Change::Updated(self.0.node(number, state)))
    }

    /// Times of following changes and reporting, one revision each.
    fn changes(&mut self, event: impl Fn(&Self, u32) -> Event) -> Vec<Duration> {
        let mut proof = Proof::evaluate(&self.0.state, &cluster_name()).unwrap();
        let mut times = Vec::new();
        for change in 0..CHANGES - CHANGES % 6 {
            let before = self.0.state.clone();
            let event = event(self, change);
            let record = self.0.emit(event);
            times.push(time(|| {
                assert!(
                    proof.follow(&before, &self.0.state, &record.events).is_some(),
                    "the cluster is there"
                );
                black_box(proof.report(&self.0.state));
            }));
        }
        let same = Proof::evaluate(&self.0.state, &cluster_name()).unwrap() == proof;
        assert!(same, "a proof that follows is the one from cold");
        times
    }

    /// The baseline: the verdicts of a node and an address of another one's pods, for each of some pairs.
    fn sample(&self) -> Duration {
        let flow = |n: u32| Flow {
            scope: Scope::Cluster(cluster_name()),
            source: EndpointRef::Address(self.0.node_address(n.wrapping_mul(31) % self.0.nodes)),
            destination: EndpointRef::Address(self.0.node_address(n.wrapping_mul(7919) % self.0.nodes)),
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
                assert!(black_box(verdicts(&self.0.state, flow).unwrap().reply).is_some(), "it answers");
            });
        });
        all / SAMPLED_PAIRS
    }
}
