//! How do namespaces, network policies and what is known of pods look on the wire?

use podnet_core::model::{
    LabelSelector, Namespace, NetworkPolicy, NetworkPolicyEngine, PodPort, PodTraits, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, Requirement, TrafficDirection,
};
use podnet_proto::v1 as pb;

use super::security_group::{direction, protocol};
use super::{meta, texts};

/// A namespace.
pub(crate) fn namespace(namespace: &Namespace) -> pb::Namespace {
    pb::Namespace { name: namespace.name.to_string(), meta: Some(meta(&namespace.name, &namespace.meta)) }
}

/// A network policy.
pub(crate) fn policy(policy: &NetworkPolicy) -> pb::NetworkPolicy {
    let inbound = policy.ingress.as_ref().map(|_| TrafficDirection::Inbound);
    let outbound = policy.egress.as_ref().map(|_| TrafficDirection::Outbound);
    let rules = |rules: &Option<Vec<PolicyRule>>| rules.iter().flatten().map(rule).collect();
    pb::NetworkPolicy {
        name: policy.name.to_string(),
        meta: Some(meta(&policy.name, &policy.meta)),
        pod_selector: Some(selector(&policy.pod_selector)),
        policy_types: inbound.into_iter().chain(outbound).map(|way| direction(way) as i32).collect(),
        ingress: rules(&policy.ingress),
        egress: rules(&policy.egress),
    }
}

fn rule(rule: &PolicyRule) -> pb::NetworkPolicyRule {
    pb::NetworkPolicyRule {
        peers: rule.peers.iter().map(peer).collect(),
        ports: rule.ports.iter().map(port).collect(),
    }
}

fn peer(peer: &PolicyPeer) -> pb::NetworkPolicyPeer {
    match peer {
        PolicyPeer::Pods { pods, namespaces } => pb::NetworkPolicyPeer {
            pod_selector: pods.as_ref().map(selector),
            namespace_selector: namespaces.as_ref().map(selector),
            ip_block: None,
        },
        PolicyPeer::IpBlock { prefix, except } => pb::NetworkPolicyPeer {
            pod_selector: None,
            namespace_selector: None,
            ip_block: Some(pb::IpBlock { prefix: prefix.to_string(), except: texts(except) }),
        },
    }
}

fn port(port: &PolicyPort) -> pb::NetworkPolicyPort {
    let (first, last, port_name) = match &port.ports {
        PolicyPorts::Any => (0, 0, String::new()),
        PolicyPorts::Numbers(span) if span.first == span.last => (span.first, 0, String::new()),
        PolicyPorts::Numbers(span) => (span.first, span.last, String::new()),
        PolicyPorts::Name(name) => (0, 0, name.clone()),
    };
    pb::NetworkPolicyPort {
        protocol: protocol(port.protocol) as i32,
        port: u32::from(first),
        end_port: u32::from(last),
        port_name,
    }
}

fn selector(selector: &LabelSelector) -> pb::LabelSelector {
    let requirement = |(key, requirement): &(String, Requirement)| {
        let (operator, values) = match requirement {
            Requirement::In(values) => (pb::LabelOperator::In, values.iter().cloned().collect()),
            Requirement::NotIn(values) => (pb::LabelOperator::NotIn, values.iter().cloned().collect()),
            Requirement::Exists => (pb::LabelOperator::Exists, Vec::new()),
            Requirement::DoesNotExist => (pb::LabelOperator::DoesNotExist, Vec::new()),
        };
        pb::LabelRequirement { key: key.clone(), operator: operator as i32, values }
    };
    pb::LabelSelector {
        match_labels: selector.labels.clone().into_iter().collect(),
        match_expressions: selector.requirements.iter().map(requirement).collect(),
    }
}

/// What is known of a pod.
pub(super) fn pod_traits(traits: &PodTraits) -> pb::PodTraits {
    let port = |port: &PodPort| pb::PodPort {
        name: port.name.clone(),
        port: u32::from(port.port),
        protocol: protocol(port.protocol) as i32,
    };
    pb::PodTraits {
        labels: traits.labels.clone().into_iter().collect(),
        ports: traits.ports.iter().map(port).collect(),
    }
}

/// Who enforces policies.
pub(super) fn engine(engine: NetworkPolicyEngine) -> pb::NetworkPolicyEngine {
    match engine {
        NetworkPolicyEngine::None => pb::NetworkPolicyEngine::None,
        NetworkPolicyEngine::AzureNpm => pb::NetworkPolicyEngine::AzureNpm,
        NetworkPolicyEngine::Calico => pb::NetworkPolicyEngine::Calico,
        NetworkPolicyEngine::Cilium => pb::NetworkPolicyEngine::Cilium,
    }
}
