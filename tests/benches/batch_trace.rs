//! How many flows does one core of the server trace through the batch RPC, beside verdicts alone and unary calls?
//!
//! `cargo xtask bench batch_trace`. A real server as a process of its own, one client on one connection, flows between pods
//! in an order without a pattern. What counts is the processor time of the server's process (`/proc/PID/stat`), so the
//! client and other work on the machine are not in it. The clusters have the sizes that the platform allows: 400 routes
//! in kubenet, 65,536 addresses of a network in Azure CNI.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops where it cannot go on")]

use std::time::Duration;

use podnet::{Client, Options, v1};
use podnet_tests::server::{Home, Server};
use prost::Message as _;
use tokio::task::JoinSet;

const PODS_PER_NODE: u32 = 50;
const BATCH: u32 = 256;
const IN_FLIGHT: usize = 4;
const UNARY_IN_FLIGHT: usize = 64;
/// Processor time of the server for each row.
const EFFORT: Duration = Duration::from_secs(4);
/// Unit of the times in `/proc/PID/stat`: Linux gives user space hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

fn main() {
    // `cargo bench` says so; `cargo test --benches` does not, and then one batch of each shows that it runs.
    let long = std::env::args().any(|argument| argument == "--bench");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    println!(
        "| cluster | call | bytes for each trace | server time for each trace, µs | traces/s per core |"
    );
    println!("|---|---|---:|---:|---:|");
    for (mode, nodes) in [(v1::NetworkMode::Kubenet, 400), (v1::NetworkMode::AzureCni, 1200)] {
        let home = Home::new().with(&["--store", "memory"]);
        let server = home.start();
        runtime.block_on(rows(&server, mode, if long { nodes } else { 4 }, long));
        assert!(server.stop().success(), "the server stops in order");
    }
}

async fn rows(server: &Server<'_>, mode: v1::NetworkMode, nodes: u32, long: bool) {
    let client = Client::connect(Options::new(server.url())).unwrap();
    let pods = fill(&client, mode, nodes).await;
    let word = mode.as_str_name().trim_start_matches("NETWORK_MODE_").to_lowercase();
    let effort = if long { EFFORT } else { Duration::ZERO };
    for call in [Call::Batch, Call::Verdicts, Call::Unary] {
        let Measured { traces, bytes, time } = measure(server, &client, &pods, call, effort).await;
        let each = time.as_secs_f64() * 1e6 / f64::from(traces);
        println!(
            "| {word}, {nodes} nodes, {} pods | {} | {} | {each:.1} | {:.0} |",
            pods.len(),
            call.word(),
            bytes / u64::from(traces),
            1e6 / each
        );
    }
}

#[derive(Clone, Copy)]
enum Call {
    Batch,
    Verdicts,
    Unary,
}

impl Call {
    fn word(self) -> &'static str {
        match self {
            Self::Batch => "BatchTraceFlows of 256",
            Self::Verdicts => "BatchTraceFlows of 256, verdicts only",
            Self::Unary => "TraceFlow, the baseline",
        }
    }
}

struct Measured {
    traces: u32,
    bytes: u64,
    time: Duration,
}

async fn measure(
    server: &Server<'_>,
    client: &Client,
    pods: &[String],
    call: Call,
    effort: Duration,
) -> Measured {
    let in_flight = if matches!(call, Call::Unary) { UNARY_IN_FLIGHT } else { IN_FLIGHT };
    let (mut random, mut open) = (Random(7), JoinSet::new());
    let (mut traces, mut bytes) = (0, 0);
    let begun = processor_time(server);
    loop {
        let more = processor_time(server) - begun < effort || traces == 0;
        while open.len() < in_flight && (more || open.is_empty()) {
            open.spawn(ask(client.clone(), call, random.flows(pods)));
        }
        let (count, size) = open.join_next().await.unwrap().unwrap();
        (traces, bytes) = (traces + count, bytes + size);
        if !more {
            while let Some(rest) = open.join_next().await {
                let (count, size) = rest.unwrap();
                (traces, bytes) = (traces + count, bytes + size);
            }
            return Measured { traces, bytes, time: processor_time(server) - begun };
        }
    }
}

/// Asks once: how many flows were traced, and how long the results are on the wire.
async fn ask(client: Client, call: Call, flows: Vec<v1::Flow>) -> (u32, u64) {
    let parent = "clusters/prod".to_owned();
    let verdicts_only = match call {
        Call::Batch => false,
        Call::Verdicts => true,
        Call::Unary => {
            let flow = flows.into_iter().next();
            let request = v1::TraceFlowRequest { parent, flow, ..Default::default() };
            let result = client.call(request).await.unwrap().result.unwrap();
            assert_eq!(result.verdict(), v1::Verdict::Reachable);
            return (1, result.encoded_len() as u64);
        }
    };
    let request = v1::BatchTraceFlowsRequest { parent, flows, verdicts_only, ..Default::default() };
    let answer = client.call(request).await.unwrap();
    assert!(answer.results.iter().all(|result| result.verdict() == v1::Verdict::Reachable));
    (u32::try_from(answer.results.len()).unwrap(), answer.encoded_len() as u64)
}

/// Time of processors that the server took.
fn processor_time(server: &Server<'_>) -> Duration {
    let text = std::fs::read_to_string(format!("/proc/{}/stat", server.process_id())).unwrap();
    // The second field is a name in brackets; user and system time are the fourteenth and the fifteenth.
    let after_name = text.rsplit(')').next().unwrap().split_whitespace();
    let ticks: u32 = after_name.skip(11).take(2).map(|field| field.parse::<u32>().unwrap()).sum();
    TICK * ticks
}

/// A cluster full of pods; their addresses.
async fn fill(client: &Client, mode: v1::NetworkMode, nodes: u32) -> Vec<String> {
    let network = v1::Network { address_prefixes: vec!["10.128.0.0/12".to_owned()], ..Default::default() };
    let create =
        v1::CreateNetworkRequest { network_id: "main".into(), network: Some(network), ..Default::default() };
    let _network = client.call(create).await.unwrap();
    let subnet = v1::Subnet { address_prefixes: vec!["10.128.0.0/16".to_owned()], ..Default::default() };
    let create = v1::CreateSubnetRequest {
        parent: "networks/main".into(),
        subnet_id: "nodes".into(),
        subnet: Some(subnet),
        ..Default::default()
    };
    let _subnet = client.call(create).await.unwrap();
    // A /24 for each of 400 nodes is more than the default /16 has.
    let is_kubenet = mode == v1::NetworkMode::Kubenet;
    let pod_prefixes = is_kubenet.then(|| "10.244.0.0/15".to_owned()).into_iter().collect();
    let network = "networks/main".to_owned();
    let cluster = v1::Cluster { network, network_mode: mode as i32, pod_prefixes, ..Default::default() };
    let create =
        v1::CreateClusterRequest { cluster_id: "prod".into(), cluster: Some(cluster), ..Default::default() };
    let _cluster = client.call(create).await.unwrap();
    let pool = v1::NodePool {
        subnet: "networks/main/subnets/nodes".into(),
        max_pods: PODS_PER_NODE,
        ..Default::default()
    };
    let create = v1::CreateNodePoolRequest {
        parent: "clusters/prod".into(),
        node_pool_id: "np1".into(),
        node_pool: Some(pool),
        ..Default::default()
    };
    let _pool = client.call(create).await.unwrap();
    let name = "clusters/prod/nodePools/np1".to_owned();
    let scale = v1::ScaleNodePoolRequest { name, node_count: nodes, ..Default::default() };
    let joined = client.call(scale).await.unwrap().nodes_added;
    let mut addresses = Vec::new();
    for (number, node) in joined.iter().enumerate() {
        let pod = |pod: u32| v1::AllocateAddressRequest {
            allocation_id: format!("pod-{number:05}-{pod}"),
            node: node.name.clone(),
            owner: Some(v1::Owner {
                namespace: "default".into(),
                pod: format!("pod-{number:05}-{pod}"),
                pod_uid: format!("uid-{number:05}-{pod}"),
                ..Default::default()
            }),
            ..Default::default()
        };
        let request = v1::BatchAllocateAddressesRequest {
            parent: "clusters/prod".into(),
            requests: (0..PODS_PER_NODE).map(pod).collect(),
            ..Default::default()
        };
        let answer = client.call(request).await.unwrap();
        let held = answer.responses.into_iter().filter_map(|response| response.allocation);
        addresses.extend(held.flat_map(|allocation| allocation.addresses).map(|held| held.address));
    }
    addresses
}

/// Numbers without a pattern, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn flows(&mut self, pods: &[String]) -> Vec<v1::Flow> {
        let mut end = || {
            let address = pods[self.below(pods.len())].clone();
            Some(v1::FlowEndpoint { endpoint: Some(v1::flow_endpoint::Endpoint::Address(address)) })
        };
        (0..BATCH)
            .map(|_| v1::Flow {
                source: end(),
                destination: end(),
                source_port: 40_000,
                ..Default::default()
            })
            .collect()
    }
}
