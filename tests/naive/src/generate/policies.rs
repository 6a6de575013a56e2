//! Which network policies stand before the pods: engines, labels of pods and namespaces, policies of every kind.

use std::collections::BTreeSet;
use std::sync::Arc;

use podnet_core::command::{AllocationUpdate, ClusterUpdate, Command, NamespaceSpec, NetworkPolicySpec};
use podnet_core::meta::Labels;
use podnet_core::model::{
    LabelSelector, NetworkMode, NetworkPolicyEngine, PodPort, PodTraits, PolicyPeer, PolicyPort, PolicyPorts,
    PolicyRule, PortSpan, Protocol, Requirement,
};
use podnet_core::name::{ClusterName, NamespaceName, NetworkPolicyName};

use crate::random::Random;
use crate::world::{World, prefix, unlabelled};

/// Engines, labels and policies of every cluster.
pub(super) fn policies(world: &mut World, random: &mut Random) {
    let clusters: Vec<_> = world.state.clusters.values().cloned().collect();
    for cluster in clusters {
        let engine = match cluster.mode {
            NetworkMode::Kubenet => random.pick([NetworkPolicyEngine::Calico, NetworkPolicyEngine::None]),
            NetworkMode::AzureCni => random.pick([
                NetworkPolicyEngine::AzureNpm,
                NetworkPolicyEngine::Calico,
                NetworkPolicyEngine::Cilium,
                NetworkPolicyEngine::None,
            ]),
        };
        set_engine(world, &cluster.name, engine);
        for namespace in ["default", "other"] {
            let name = NamespaceName::parse(&format!("{}/namespaces/{namespace}", cluster.name));
            let Ok(name) = name else { continue };
            let known = random.percent(85);
            let labels = labels(&[("team", random.pick(["red", "blue"]))]);
            if known {
                world.attempt(Command::CreateNamespace(NamespaceSpec { name, labels }));
            }
            for index in 0..random.below(3) {
                policy(world, random, &cluster.name, namespace, index);
            }
        }
    }
    let pods: Vec<_> = world.state.allocations.keys().cloned().collect();
    for name in pods {
        let traits = traits(random);
        if random.percent(96) {
            world.attempt(Command::UpdateAllocation(AllocationUpdate {
                name,
                etag: None,
                immutable: Vec::new(),
                pod_traits: Some(Some(Arc::new(traits))),
            }));
        }
    }
}

fn set_engine(world: &mut World, cluster: &ClusterName, engine: NetworkPolicyEngine) {
    world.attempt(Command::UpdateCluster(ClusterUpdate {
        name: cluster.clone(),
        etag: None,
        immutable: Vec::new(),
        labels: None,
        route_management: None,
        outbound: None,
        inbound_distribution: None,
        non_masquerade_prefixes: None,
        cooldown: None,
        pod_data_path: None,
        network_policy_engine: Some(engine),
    }));
}

fn labels(pairs: &[(&str, &str)]) -> Labels {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn traits(random: &mut Random) -> PodTraits {
    let mut own = labels(&[("app", random.pick(["web", "db"]))]);
    if random.percent(50) {
        own.extend(labels(&[("tier", random.pick(["front", "back"]))]));
    }
    let port = |name: &str, port, protocol| PodPort { name: name.to_owned(), port, protocol };
    let ports = match random.below(4) {
        0 => Vec::new(),
        1 => vec![port("http", 80, Protocol::Tcp)],
        _ => vec![port("http", 8080, Protocol::Tcp), port("dns", 5353, Protocol::Udp)],
    };
    PodTraits { labels: own, ports }
}

fn policy(world: &mut World, random: &mut Random, cluster: &ClusterName, namespace: &str, index: usize) {
    let name = format!("{cluster}/namespaces/{namespace}/networkPolicies/p{index}");
    let Ok(name) = NetworkPolicyName::parse(&name) else { return };
    let side = |random: &mut Random| {
        random.percent(60).then(|| {
            let count = random.pick([0, 1, 1, 2]);
            (0..count).map(|_| rule(random)).collect::<Vec<_>>()
        })
    };
    let (ingress, egress) = (side(random), side(random));
    let pod_selector = selector(random, &[("app", &["web", "db"]), ("tier", &["front", "back"])]);
    world.attempt(Command::CreateNetworkPolicy(NetworkPolicySpec {
        name,
        labels: unlabelled(),
        pod_selector,
        ingress,
        egress,
    }));
}

/// Everything in half of the draws, else a label or a requirement.
fn selector(random: &mut Random, keys: &[(&str, &[&str])]) -> LabelSelector {
    let Some((key, values)) = random.of(keys).copied() else { return LabelSelector::default() };
    let value = random.of(values).copied().unwrap_or_default();
    let set = || BTreeSet::from([value.to_owned()]);
    let required = |requirement| LabelSelector {
        labels: unlabelled(),
        requirements: vec![(key.to_owned(), requirement)],
    };
    match random.below(10) {
        0..=3 => LabelSelector::default(),
        4..=6 => LabelSelector { labels: labels(&[(key, value)]), requirements: Vec::new() },
        7 => required(Requirement::In(set())),
        8 => required(Requirement::NotIn(set())),
        _ if random.percent(50) => required(Requirement::Exists),
        _ => required(Requirement::DoesNotExist),
    }
}

fn rule(random: &mut Random) -> PolicyRule {
    let peers = (0..random.pick([0, 1, 1, 2])).map(|_| peer(random)).collect();
    let ports = (0..random.pick([0, 0, 1, 2])).map(|_| port(random)).collect();
    PolicyRule { peers, ports }
}

fn peer(random: &mut Random) -> PolicyPeer {
    let pods: &[(&str, &[&str])] = &[("app", &["web", "db"]), ("tier", &["front", "back"])];
    let spaces: &[(&str, &[&str])] =
        &[("team", &["red", "blue"]), ("kubernetes.io/metadata.name", &["default", "other"])];
    match random.below(8) {
        0..=2 => PolicyPeer::Pods { pods: Some(selector(random, pods)), namespaces: None },
        3 => PolicyPeer::Pods { pods: None, namespaces: Some(selector(random, spaces)) },
        4 => PolicyPeer::Pods {
            pods: Some(selector(random, pods)),
            namespaces: Some(selector(random, spaces)),
        },
        5 => PolicyPeer::IpBlock {
            prefix: prefix("0.0.0.0/0"),
            except: vec![prefix(random.pick(["10.0.0.0/8", "10.244.0.0/24", "198.51.100.0/24"]))],
        },
        _ => PolicyPeer::IpBlock {
            prefix: prefix(random.pick([
                "10.0.0.0/8",
                "10.244.0.0/16",
                "198.51.100.0/24",
                "192.168.0.0/16",
                "0.0.0.0/0",
                "fd00::/8",
            ])),
            except: Vec::new(),
        },
    }
}

fn port(random: &mut Random) -> PolicyPort {
    let protocol = random.pick([Protocol::Tcp, Protocol::Tcp, Protocol::Tcp, Protocol::Udp, Protocol::Sctp]);
    let numbers = |first, last| PolicyPorts::Numbers(PortSpan { first, last });
    let ports = match random.below(7) {
        0 => PolicyPorts::Any,
        1 => PolicyPorts::Name("http".to_owned()),
        2 => PolicyPorts::Name("dns".to_owned()),
        3 => numbers(80, 80),
        4 => numbers(1024, 65_535),
        _ => numbers(8080, 8080),
    };
    PolicyPort { protocol, ports }
}
