//! The hot paths, each prepared so that only the operation itself is counted.

use std::hint::black_box;
use std::net::IpAddr;

use podnet_core::command::{AllocateSpec, ReleaseSpec, Supersede};
use podnet_core::event::{Record, RequestMark};
use podnet_core::flow::{EndpointRef, Flow, Scope, trace};
use podnet_core::model::{NetworkMode, Owner, Protocol};
use podnet_core::name::AllocationName;
use podnet_core::pool::{Holder, Pool};
use podnet_core::routes::lookup::lookup;
use podnet_core::state::State;
use podnet_core::time::Timestamp;
use podnet_core::{Command, Context, Outcome, Request, decide};
use podnet_server::engine::{decode_record, encode_record};

use crate::world::{World, cluster_name, segment, v4};

/// Operations of one run; the table shows one of them.
pub(crate) const OPERATIONS: usize = 1000;
/// Requests between two snapshots for readers, as in a batch of the writer: each snapshot shares the state's nodes, so
/// that the next change copies those that it touches.
const BATCH: usize = 100;

/// One operation, given its number.
type Operation = Box<dyn FnMut(usize)>;

/// A hot path.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) prepare: fn() -> Operation,
}

const fn case(name: &'static str, prepare: fn() -> Operation) -> Case {
    Case { name, prepare }
}

/// In the order of the table.
pub(crate) const CASES: &[Case] = &[
    case("take the next of a /24, empty", || take(many(256, 100))),
    case("take the next of a /8, empty", || take(vec![Pool::new(0, (1 << 24) - 1)])),
    case("take the next of a /8, half full in runs of 64", || take(vec![striped(1 << 24, 64, 64)])),
    case("take the next of a /8, 99.99 % full", || take(vec![striped(1 << 24, 9999, 1)])),
    case("take the next of a /48 (IPv6), empty", || take(vec![Pool::new(0, (1 << 80) - 1)])),
    case("take the next of a /48 (IPv6), 99.99 % full", || {
        take(vec![striped(1 << 80, (1 << 80) / 1678 - 1, 1)])
    }),
    case("give one of a /24 back", || give_back(many(256, 100))),
    case("give one of a /8 back, 99.99 % full", || give_back(vec![striped(1 << 24, 9999, 1)])),
    case("decide and apply an allocation, 20,000 pods", || changes(NetworkMode::Kubenet, false)),
    case("decide and apply an allocation, Azure CNI, 20,000 pods", || changes(NetworkMode::AzureCni, false)),
    case("decide and apply a release, 20,000 pods", || changes(NetworkMode::Kubenet, true)),
    case("look a route up among 400", route),
    case("trace pod to pod, both ways", || traced(false)),
    case("trace pod to Internet, both ways", || traced(true)),
    case("encode a record of an allocation", encode),
    case("decode a record of an allocation", decode),
];

/// As many empty pools as `OPERATIONS` take, so many of each.
fn many(size: u128, of_each: usize) -> Vec<Pool> {
    (0..OPERATIONS / of_each).map(|_| Pool::new(0, size - 1)).collect()
}

/// A pool in which so many are taken, then so many free, over and over.
fn striped(size: u128, taken: u128, free: u128) -> Pool {
    let mut pool = Pool::new(0, size - 1);
    let mut first = 0;
    while first < size {
        pool.reserve(first, (first + taken - 1).min(size - 1));
        first += taken + free;
    }
    pool
}

fn holder() -> Holder {
    Holder::Pod
}

fn take(mut pools: Vec<Pool>) -> Operation {
    let (holder, of_each) = (holder(), OPERATIONS / pools.len());
    Box::new(move |number| {
        let pool = &mut pools[number / of_each];
        let next = pool.next_in_turn().unwrap();
        pool.hold(next, holder.clone());
    })
}

fn give_back(mut pools: Vec<Pool>) -> Operation {
    let of_each = OPERATIONS / pools.len();
    let mut taken = Vec::new();
    for number in 0..OPERATIONS {
        let pool = &mut pools[number / of_each];
        let next = pool.next_in_turn().unwrap();
        pool.hold(next, holder());
        taken.push(next);
    }
    Box::new(move |number| {
        let pool = &mut pools[number / of_each];
        pool.cool(taken[number], Timestamp(1));
        pool.thaw(taken[number]);
    })
}

fn allocation_name(number: usize) -> AllocationName {
    AllocationName { cluster: cluster_name().cluster, allocation: segment(&format!("{number:064x}-eth0")) }
}

fn allocate(number: usize, nodes: u32) -> Request {
    let node = u32::try_from(number).unwrap() % nodes;
    let command = Command::Allocate(vec![AllocateSpec {
        name: allocation_name(number),
        node: World::node_name(node),
        owner: Owner {
            namespace: "shop".to_owned(),
            pod: format!("web-7d9c5b6f4-{number:06}"),
            pod_uid: format!("6f1c2a34-0000-4000-8000-{number:012x}"),
            container_id: format!("{number:064x}"),
            interface: "eth0".to_owned(),
        },
        requested_addresses: Vec::new(),
        supersede: Supersede::KeepAddress,
        pod_traits: None,
    }]);
    Request { command, request_id: Some(format!("request-{number:08}")), sent: None }
}

fn release(number: usize) -> Request {
    let command = Command::Release(vec![ReleaseSpec { name: allocation_name(number), etag: None }]);
    Request { command, request_id: Some(format!("release-{number:08}")), sent: None }
}

/// Decides a request and applies what comes of it, as the writer does.
fn change(state: &mut State, request: Request, context: &Context) -> Record {
    let Outcome::Committed(events) = decide(state, &request, context).unwrap() else {
        panic!("nothing was decided");
    };
    let fingerprint = request.fingerprint();
    let mark = |id| RequestMark { id, fingerprint, answer: Vec::new() };
    let record = Record {
        revision: state.revision.next(),
        time: context.now,
        actor: context.actor.clone(),
        request: request.request_id.map(mark),
        events,
    };
    state.apply(&record);
    record
}

/// A cluster with pods, and the time of what comes next.
fn cluster(mode: NetworkMode, nodes: u32, pods: usize) -> (State, Context) {
    let mut state = World::new(mode, nodes, 250).state;
    let context = Context { now: state.time, actor: "anonymous".to_owned() };
    for number in 0..pods {
        let _record = change(&mut state, allocate(number, nodes), &context);
    }
    (state, context)
}

fn changes(mode: NetworkMode, releases: bool) -> Operation {
    let (nodes, pods) = (400, 20_000);
    let (mut state, context) = cluster(mode, nodes, pods);
    let numbers = if releases { 0..OPERATIONS } else { pods..pods + OPERATIONS };
    let requests = numbers.map(|number| if releases { release(number) } else { allocate(number, nodes) });
    let mut requests = requests.collect::<Vec<_>>().into_iter();
    let mut published = state.clone();
    Box::new(move |number| {
        if number % BATCH == 0 {
            published = state.clone();
        }
        black_box(change(&mut state, requests.next().unwrap(), &context));
        black_box(&published);
    })
}

fn route() -> Operation {
    let world = World::new(NetworkMode::Kubenet, 400, 250);
    let subnet = world.state.subnets.values().next().unwrap().clone();
    let destinations: Vec<IpAddr> = (0..400).map(|node| world.pod_address(node, 7)).collect();
    Box::new(move |number| {
        let destination = destinations[number * 7 % destinations.len()];
        black_box(lookup(&world.state, &subnet, black_box(destination)));
    })
}

fn traced(internet: bool) -> Operation {
    let (state, _) = cluster(NetworkMode::Kubenet, 400, 400);
    let pods: Vec<IpAddr> =
        state.allocations.values().map(|pod| pod.addresses.first().unwrap().address).collect();
    let flow = move |number: usize| Flow {
        scope: Scope::Cluster(cluster_name()),
        source: EndpointRef::Address(pods[number * 7 % pods.len()]),
        destination: EndpointRef::Address(match internet {
            true => v4([198, 51, 100, 7], 0),
            false => pods[number * 11 % pods.len()],
        }),
        protocol: Protocol::Tcp,
        source_port: Some(40_000),
        destination_port: Some(80),
        family: None,
        one_way: false,
        concurrent_flows: 0,
    };
    let flows: Vec<_> = (0..OPERATIONS).map(flow).collect();
    Box::new(move |number| {
        black_box(trace(&state, black_box(&flows[number])).unwrap());
    })
}

/// The record of one allocation.
fn record() -> Record {
    let (mut state, context) = cluster(NetworkMode::Kubenet, 4, 0);
    change(&mut state, allocate(0, 4), &context)
}

fn encode() -> Operation {
    let record = record();
    Box::new(move |_number| {
        black_box(encode_record(black_box(&record)));
    })
}

fn decode() -> Operation {
    let record = record();
    let bytes = encode_record(&record);
    Box::new(move |_number| {
        black_box(decode_record(record.revision.0, black_box(&bytes)).unwrap());
    })
}
