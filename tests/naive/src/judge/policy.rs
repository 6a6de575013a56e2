//! Do network policies let a packet pass at the edge of a pod (Kubernetes NetworkPolicy v1, aks-networking.md 8.1)?
//!
//! They see the packet on the pod's node, behind the translation of its destination and before that of its source. Answers
//! pass, and so does what goes between a pod and its own node.

use std::net::IpAddr;

use podnet_core::State;
use podnet_core::flow::vocabulary::{AbortCause, DropCause};
use podnet_core::flow::{Packet, Place};
use podnet_core::model::{
    Allocation, Cluster, LabelSelector, NetworkPolicy, NetworkPolicyEngine, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, Requirement, TrafficDirection,
};

use super::answer::Ending;
use super::security::{Fit, fit, ports};
use super::trip::Trip;
use super::who::inside;

/// The label that each namespace has by itself.
const NAME_LABEL: &str = "kubernetes.io/metadata.name";

/// A packet that is no answer, and does not go between the pod and its node: how it ends, if it is not let pass.
pub(super) fn cross(
    state: &State,
    trip: &mut Trip,
    cluster: &Cluster,
    pod: &Allocation,
    direction: TrafficDirection,
) -> Option<(Place, Ending)> {
    if cluster.network_policy_engine == NetworkPolicyEngine::None {
        return None;
    }
    let at = Place::Pod(pod.name.clone());
    let said = each(state, cluster, pod, direction, &trip.packet);
    // What is open is tried both ways: with each policy that may select the pod, and each rule that may allow.
    let mut outcomes = vec![Said { selected: false, allowed: false }];
    for (selects, allows) in said {
        let mut more = Vec::new();
        for before in &outcomes {
            for selected in both(selects) {
                for allowed in both(allows) {
                    let allowed = before.allowed || (selected && allowed);
                    let said = Said { selected: before.selected || selected, allowed };
                    if !more.contains(&said) {
                        more.push(said);
                    }
                }
            }
        }
        outcomes = more;
    }
    let passes = |said: &Said| !said.selected || said.allowed;
    if outcomes.iter().all(passes) {
        if outcomes.iter().any(|said| said.selected) {
            trip.filters.push((at, "policies".to_owned()));
        }
        return None;
    }
    if outcomes.iter().any(passes) {
        return Some((at, Ending::Abort(AbortCause::ConfigNotFound)));
    }
    trip.filters.push((at.clone(), "policies denies".to_owned()));
    let cause = match direction {
        TrafficDirection::Inbound => DropCause::NetworkPolicyIngress,
        TrafficDirection::Outbound => DropCause::NetworkPolicyEgress,
    };
    Some((at, Ending::Drop(cause)))
}

/// What all policies together say.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Said {
    selected: bool,
    allowed: bool,
}

fn both(fits: Fit) -> Vec<bool> {
    match fits {
        Fit::No => vec![false],
        Fit::Maybe => vec![false, true],
        Fit::Yes => vec![true],
    }
}

/// Of each policy of the pod's namespace for the direction: whether it selects the pod, and whether a rule allows.
fn each(
    state: &State,
    cluster: &Cluster,
    pod: &Allocation,
    direction: TrafficDirection,
    packet: &Packet,
) -> Vec<(Fit, Fit)> {
    let mut said = Vec::new();
    for policy in state.network_policies.values() {
        let own = policy.name.cluster == cluster.name.cluster
            && policy.name.namespace.as_str() == pod.owner().namespace;
        let rules = match direction {
            TrafficDirection::Inbound => &policy.ingress,
            TrafficDirection::Outbound => &policy.egress,
        };
        let (true, Some(rules)) = (own, rules) else { continue };
        let allows = rules.iter().map(|rule| allows(state, cluster, policy, rule, pod, direction, packet));
        said.push((selects(&policy.pod_selector, &of_pod(pod)), allows.max().unwrap_or(Fit::No)));
    }
    said
}

fn allows(
    state: &State,
    cluster: &Cluster,
    policy: &NetworkPolicy,
    rule: &PolicyRule,
    pod: &Allocation,
    direction: TrafficDirection,
    packet: &Packet,
) -> Fit {
    let address = match direction {
        TrafficDirection::Inbound => packet.source,
        TrafficDirection::Outbound => packet.destination,
    };
    let mut pods = state.allocations.values().filter(|other| other.name.cluster == cluster.name.cluster);
    let other = pods.find(|other| other.addresses.iter().any(|held| held.address == address));
    let receiver = match direction {
        TrafficDirection::Inbound => Some(pod),
        TrafficDirection::Outbound => other.map(AsRef::as_ref),
    };
    let at_port = rule.ports.iter().map(|port| to_port(port, packet, receiver)).max();
    let with_peer = rule
        .peers
        .iter()
        .map(|peer| is_peer(state, cluster, policy, peer, other.map(AsRef::as_ref), address))
        .max();
    at_port.unwrap_or(Fit::Yes).min(with_peer.unwrap_or(Fit::Yes))
}

fn is_peer(
    state: &State,
    cluster: &Cluster,
    policy: &NetworkPolicy,
    peer: &PolicyPeer,
    other: Option<&Allocation>,
    address: IpAddr,
) -> Fit {
    match (peer, other) {
        (PolicyPeer::IpBlock { .. }, None) if address.is_unspecified() => Fit::Maybe,
        (PolicyPeer::IpBlock { prefix, except }, other) => {
            let mut nodes = state.nodes.values().filter(|node| node.name.cluster == cluster.name.cluster);
            let node = nodes.any(|node| node.addresses.contains(&address));
            // Cilium knows pods and nodes of the cluster by what they are, and never by address.
            let known =
                (node || other.is_some()) && cluster.network_policy_engine == NetworkPolicyEngine::Cilium;
            fit(!known && inside(prefix, address) && !except.iter().any(|hole| inside(hole, address)))
        }
        (PolicyPeer::Pods { .. }, None) => Fit::No,
        (PolicyPeer::Pods { pods, namespaces }, Some(other)) => {
            let there = match namespaces {
                None => fit(other.owner().namespace == policy.name.namespace.as_str()),
                Some(selector) => selects(selector, &of_namespace(state, cluster, other.owner().namespace)),
            };
            let chosen = pods.as_ref().map_or(Fit::Yes, |selector| selects(selector, &of_pod(other)));
            there.min(chosen)
        }
    }
}

fn to_port(port: &PolicyPort, packet: &Packet, receiver: Option<&Allocation>) -> Fit {
    if port.protocol != packet.protocol {
        return Fit::No;
    }
    match (&port.ports, receiver) {
        (PolicyPorts::Any, _) => Fit::Yes,
        (PolicyPorts::Numbers(span), _) => ports(&[*span], packet.destination_ports),
        (PolicyPorts::Name(_), None) => Fit::No,
        (PolicyPorts::Name(name), Some(pod)) => match &pod.pod_traits {
            None => Fit::Maybe,
            Some(traits) => fit(traits.ports.iter().any(|named| {
                named.name == *name
                    && named.protocol == packet.protocol
                    && podnet_core::flow::Ports::One(named.port) == packet.destination_ports
            })),
        },
    }
}

/// Labels as far as they are known.
enum Known {
    All(Vec<(String, String)>),
    /// Others may be there too.
    Some(Vec<(String, String)>),
}

fn of_pod(pod: &Allocation) -> Known {
    match &pod.pod_traits {
        Some(traits) => Known::All(traits.labels.iter().map(|(k, v)| (k.clone(), v.clone())).collect()),
        None => Known::Some(Vec::new()),
    }
}

fn of_namespace(state: &State, cluster: &Cluster, namespace: &str) -> Known {
    let mut labels = vec![(NAME_LABEL.to_owned(), namespace.to_owned())];
    let mut namespaces = state.namespaces.values().filter(|n| n.name.cluster == cluster.name.cluster);
    match namespaces.find(|known| known.name.namespace.as_str() == namespace) {
        None => Known::Some(labels),
        Some(known) => {
            let other = known.meta.labels.iter().filter(|(key, _)| *key != NAME_LABEL);
            labels.extend(other.map(|(k, v)| (k.clone(), v.clone())));
            Known::All(labels)
        }
    }
}

fn selects(selector: &LabelSelector, known: &Known) -> Fit {
    let (labels, complete) = match known {
        Known::All(labels) => (labels, true),
        Known::Some(labels) => (labels, false),
    };
    let value = |key: &str| labels.iter().find(|(other, _)| other == key).map(|(_, value)| value.as_str());
    let test = |key: &str, holds: &dyn Fn(Option<&str>) -> bool| match value(key) {
        None if !complete => Fit::Maybe,
        found => fit(holds(found)),
    };
    let mut all = Fit::Yes;
    for (key, wanted) in &selector.labels {
        all = all.min(test(key, &|found| found == Some(wanted.as_str())));
    }
    for (key, requirement) in &selector.requirements {
        all = all.min(test(key, &|found| match requirement {
            Requirement::In(values) => found.is_some_and(|value| values.iter().any(|other| other == value)),
            Requirement::NotIn(values) => {
                !found.is_some_and(|value| values.iter().any(|other| other == value))
            }
            Requirement::Exists => found.is_some(),
            Requirement::DoesNotExist => found.is_none(),
        }));
    }
    all
}
