//! Do the clients of all languages keep one cluster right together, while the server is killed under them?
//!
//! Each language allocates by single calls, by a batch and by a stream, and watches; the server is killed (SIGKILL) when
//! they are under way and started again on its log, behind a proxy that keeps its address. In the end no address is held
//! twice, every acknowledged allocation is there, nothing is left when all was released, and each watcher saw each change
//! once or was told to list again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "what was skipped and how much was done is shown")]

use std::collections::{BTreeMap, BTreeSet};

use podnet_tests::server::Home;
use podnet_vectors::contract;
use podnet_vectors::direct::Direct;
use podnet_vectors::harness::{Answer, Harness};
use podnet_vectors::proxy::{Aim, Proxy};
use podnet_workshop::in_ci;
use podnet_workshop::languages::{ALL, Language};
use serde_json::{Map, Value, json};

/// Addresses that each language takes in each way.
const EACH: usize = 12;
/// Calls after which the server is killed, for each language.
const CALLS_BEFORE_THE_KILL: usize = 4;
/// What each watch sees last.
const LAST: &str = "clusters/prod/allocations/the-last";

/// The languages whose harness can run here.
fn languages() -> Vec<Language> {
    let ready = |language: &&Language| {
        if !language.is_here() {
            assert!(!in_ci(), "{} has no harness", language.name);
            return false;
        }
        let built = language
            .ready(language.tools)
            .map_err(|error| error.to_string())
            .and_then(|()| (language.build)());
        match built {
            Ok(()) => true,
            Err(problem) => {
                assert!(!in_ci(), "{}: {problem}", language.name);
                println!("skipped {}: {problem}", language.name);
                false
            }
        }
    };
    ALL.iter().filter(ready).copied().collect()
}

fn args(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap()
}

async fn direct(server: &Direct, method: &str, request: Value) -> Value {
    server.ask(method, &request).await.unwrap()
}

/// A cluster with a node for each language.
async fn prepare(server: &Direct, languages: &[Language]) -> String {
    let network = json!({"network_id": "hub", "network": {"address_prefixes": ["10.240.0.0/16"]}});
    direct(server, "CreateNetwork", network).await;
    let subnet = json!({"parent": "networks/hub", "subnet_id": "nodes", "subnet": {"address_prefixes": ["10.240.0.0/17"]}});
    direct(server, "CreateSubnet", subnet).await;
    let cluster = json!({"cluster_id": "prod", "cluster": {
        "network": "networks/hub", "network_mode": "NETWORK_MODE_KUBENET",
        "pod_prefixes": ["10.244.0.0/16"], "service_prefixes": ["10.0.0.0/16"],
    }});
    direct(server, "CreateCluster", cluster).await;
    let pool = json!({"parent": "clusters/prod", "node_pool_id": "np",
        "node_pool": {"subnet": "networks/hub/subnets/nodes", "max_pods": 250}});
    direct(server, "CreateNodePool", pool).await;
    for language in languages {
        let node = json!({"parent": "clusters/prod", "node_id": language.name, "node": {"node_pool": "clusters/prod/nodePools/np"}});
        direct(server, "CreateNode", node).await;
    }
    let info = direct(server, "GetServerInfo", json!({})).await;
    info["cursor"]["resume_token"].as_str().unwrap().to_owned()
}

fn allocate(language: &str, way: &str, index: usize) -> Value {
    json!({"parent": "clusters/prod", "allocation_id": format!("{language}-{way}-{index}"),
        "node": format!("clusters/prod/nodes/{language}")})
}

/// One language at work: its harness and the ids of what it was asked to do.
struct Worker {
    language: Language,
    harness: Harness,
    asked: Vec<(u64, &'static str, usize)>,
}

impl Worker {
    async fn start(language: Language, target: &str) -> Self {
        let mut harness = Harness::start((language.harness)()).unwrap();
        let connected = harness.run("connect", "c", args(json!({"target": target}))).await.unwrap();
        assert_eq!(connected, Answer::Done(json!({})), "{}", language.name);
        let watch =
            args(json!({"watch": "w", "parent": "clusters/prod", "kinds": ["RESOURCE_KIND_ALLOCATION"],
            "progress_interval_ms": 1000}));
        harness.run("watch_start", "c", watch).await.unwrap();
        // Open before anything changes, so that it has to show everything.
        let opened =
            harness.run("watch_next", "c", args(json!({"watch": "w", "progress": 1}))).await.unwrap();
        assert!(matches!(opened, Answer::Done(_)), "{}: {opened:?}", language.name);
        Self { language, harness, asked: Vec::new() }
    }

    async fn ask(&mut self, way: &'static str, index: usize, operation: &str, value: Value) {
        let id = self.harness.ask(operation, "c", args(value)).await.unwrap();
        self.asked.push((id, way, index));
    }

    /// Asks for everything at once: single calls, a batch, a stream.
    async fn work(&mut self) {
        let name = self.language.name;
        let stream: Vec<Value> =
            (0..EACH).map(|index| json!({"allocate": allocate(name, "stream", index)})).collect();
        self.ask("stream", 0, "stream", json!({"operations": stream})).await;
        let batch: Vec<Value> = (0..EACH).map(|index| allocate(name, "batch", index)).collect();
        let request = json!({"parent": "clusters/prod", "requests": batch});
        let batch = json!({"method": "podnet.v1.IpamService/BatchAllocateAddresses", "request": request});
        self.ask("batch", 0, "call", batch).await;
        for index in 0..EACH {
            let call = json!({"method": "podnet.v1.IpamService/AllocateAddress", "request": allocate(name, "call", index)});
            self.ask("call", index, "call", call).await;
        }
    }

    /// Waits for all answers; names and addresses of what was acknowledged.
    async fn acknowledged(&mut self) -> BTreeMap<String, String> {
        let ids: Vec<u64> = self.asked.iter().map(|(id, _, _)| *id).collect();
        let answers = self.harness.answers(&ids).await.unwrap();
        let mut held = BTreeMap::new();
        for answer in answers {
            // What was refused was not acknowledged; whether it happened is open.
            let Answer::Done(done) = answer else { continue };
            let mut note = |response: &Value| {
                let response =
                    contract::normal(&contract::message("AllocateAddressResponse").unwrap(), response)
                        .unwrap();
                let text = |pointer: &str| {
                    response.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
                };
                held.insert(text("/allocation/name"), text("/allocation/addresses/0/address"));
            };
            if let Some(results) = done["results"].as_array() {
                results
                    .iter()
                    .filter_map(|result| result.get("allocate"))
                    .filter(|one| !one.is_null())
                    .for_each(note);
            } else if let Some(responses) = done["response"]["responses"].as_array() {
                responses.iter().for_each(note);
            } else {
                note(&done["response"]);
            }
        }
        held
    }

    /// Gives everything back that it may have taken; absent is no error.
    async fn release(&mut self) {
        for way in ["stream", "batch", "call"] {
            let name = |index| format!("clusters/prod/allocations/{}-{way}-{index}", self.language.name);
            let requests: Vec<Value> = (0..EACH).map(|index| json!({"name": name(index)})).collect();
            let request = json!({"parent": "clusters/prod", "requests": requests});
            let call = json!({"method": "podnet.v1.IpamService/BatchReleaseAddresses", "request": request});
            let answer = self.harness.run("call", "c", args(call)).await.unwrap();
            assert!(matches!(answer, Answer::Done(_)), "{}: {answer:?}", self.language.name);
        }
    }

    /// What its watch saw until the last change: names and revisions, and whether it was told to list again.
    async fn seen(&mut self) -> (Vec<(String, i64)>, bool) {
        let (mut events, mut resynced) = (Vec::new(), false);
        let descriptor = contract::message("WatchEvent").unwrap();
        loop {
            let next = args(json!({"watch": "w", "events": 1}));
            let answer = self.harness.run("watch_next", "c", next).await.unwrap();
            let Answer::Done(done) = answer else { panic!("{}: {answer:?}", self.language.name) };
            for item in done["items"].as_array().unwrap() {
                resynced |= item.get("resync").is_some();
                let Some(event) = item.get("event") else { continue };
                let event = contract::normal(&descriptor, event).unwrap();
                let revision = event["revision"].as_str().unwrap().parse().unwrap();
                let name = event["name"].as_str().unwrap().to_owned();
                let last = name == LAST;
                events.push((name, revision));
                if last {
                    return (events, resynced);
                }
            }
        }
    }
}

/// Every change of an allocation since a token, straight from the server.
async fn history(url: &str, token: &str) -> BTreeSet<(String, i64)> {
    let client = podnet::Client::connect(podnet::Options::new(url)).unwrap();
    let request = podnet::v1::WatchRequest {
        parent: "clusters/prod".to_owned(),
        kinds: vec![podnet::v1::ResourceKind::Allocation.into()],
        resume_token: token.to_owned(),
        ..Default::default()
    };
    let mut watch = std::pin::pin!(client.watch(request));
    let mut all = BTreeSet::new();
    loop {
        let item = tokio_stream::StreamExt::next(&mut watch).await.unwrap().unwrap();
        let podnet::WatchItem::Event(event) = item else { continue };
        let last = event.name == LAST;
        all.insert((event.name, event.revision));
        if last {
            return all;
        }
    }
}

/// Every live allocation with its address.
async fn live(server: &Direct) -> Vec<(String, String)> {
    let (mut all, mut token) = (Vec::new(), String::new());
    loop {
        let request = json!({"parent": "clusters/prod", "page_size": 1000, "page_token": token});
        let page = direct(server, "ListAllocations", request).await;
        for one in page["allocations"].as_array().unwrap() {
            let text =
                |pointer: &str| one.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
            all.push((text("/name"), text("/addresses/0/address")));
        }
        token = page["next_page_token"].as_str().unwrap_or_default().to_owned();
        if token.is_empty() {
            return all;
        }
    }
}

/// Waits until so many calls were seen; ends runs that hang by real time.
async fn under_way(proxy: &Proxy, calls: usize) {
    let seen = || proxy.records().of("AllocateAddress").len();
    let waited = tokio::time::timeout(std::time::Duration::from_secs(60), async {
        let mut tick = tokio::time::interval(std::time::Duration::from_millis(2));
        while seen() < calls {
            tick.tick().await;
        }
    });
    waited.await.unwrap_or_else(|_| panic!("only {} calls came within a minute", seen()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_languages_keep_one_cluster_right_while_the_server_is_killed() {
    let languages = tokio::task::spawn_blocking(languages).await.unwrap();
    assert!(!languages.is_empty());
    let home = Home::new();
    let server = home.start();
    let straight = Direct::to(server.address()).unwrap();
    let token = prepare(&straight, &languages).await;
    let proxy = Proxy::new();
    proxy.aim(Aim::Server(server.address()));
    let target = format!("http://{}", proxy.listen(None).await.unwrap());

    let mut workers = Vec::new();
    for language in &languages {
        workers.push(Worker::start(*language, &target).await);
    }
    for worker in &mut workers {
        worker.work().await;
    }
    under_way(&proxy, CALLS_BEFORE_THE_KILL * languages.len()).await;
    proxy.aim(Aim::Next);
    server.kill();
    let server = home.start();
    proxy.aim(Aim::Server(server.address()));

    let mut acknowledged = BTreeMap::new();
    for worker in &mut workers {
        let held = worker.acknowledged().await;
        assert!(!held.is_empty(), "{} was told nothing", worker.language.name);
        acknowledged.extend(held);
    }
    let straight = Direct::to(server.address()).unwrap();
    let held = live(&straight).await;
    let addresses: BTreeSet<&String> = held.iter().map(|(_, address)| address).collect();
    assert_eq!(addresses.len(), held.len(), "an address is held twice: {held:?}");
    let by_name: BTreeMap<_, _> = held.into_iter().collect();
    for (name, address) in &acknowledged {
        assert_eq!(by_name.get(name), Some(address), "{name} was acknowledged");
    }
    for worker in &mut workers {
        worker.release().await;
    }
    let left = live(&straight).await;
    assert!(left.is_empty(), "something is left: {left:?}");

    let name = languages[0].name;
    let last = json!({"parent": "clusters/prod", "allocation_id": "the-last", "node": format!("clusters/prod/nodes/{name}")});
    direct(&straight, "AllocateAddress", last).await;
    let all = history(&server.url(), &token).await;
    for worker in &mut workers {
        let (events, resynced) = worker.seen().await;
        let distinct: BTreeSet<_> = events.iter().cloned().collect();
        let name = worker.language.name;
        assert!(resynced || distinct.len() == events.len(), "{name} saw a change twice");
        assert!(resynced || distinct == all, "{name} saw {} changes of {}", distinct.len(), all.len());
    }
    println!(
        "{} languages, {} acknowledged, {} changes, all seen by each watcher",
        workers.len(),
        acknowledged.len(),
        all.len()
    );
}
