//! What do the policies of a namespace say of a packet of one of its pods (Kubernetes NetworkPolicy v1)?
//!
//! Policies add up: a pod that none selects for the direction is open; else one rule that allows is enough. Only the
//! policies of the pod's namespace are looked at, and only the two pods of the packet.

use std::net::IpAddr;
use std::sync::Arc;

use super::fit::Fit;
use super::peer::{OtherSide, namespace_of};
use super::selector;
use crate::flow::packet::Packet;
use crate::flow::world::World;
use crate::model::{
    Allocation, Cluster, NetworkPolicy, PolicyPort, PolicyPorts, PolicyRule, TrafficDirection,
};
use crate::name::NetworkPolicyName;

/// What the policies say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ruling {
    /// The namespace has no policies.
    NoPolicies,
    /// None selects the pod for the direction.
    NotSelected,
    /// A rule allows; its policy and its number.
    Allowed(NetworkPolicyName, usize),
    /// These select the pod, and no rule of theirs allows; the first of them.
    Denied(NetworkPolicyName),
    /// It depends on what is not known; a policy that it depends on.
    Unknown(NetworkPolicyName),
}

/// A packet at a pod.
#[derive(Clone, Copy)]
pub(super) struct AtPod<'a, 'w> {
    pub(super) world: World<'w>,
    pub(super) cluster: &'a Cluster,
    pub(super) pod: &'a Arc<Allocation>,
    pub(super) direction: TrafficDirection,
    pub(super) packet: &'a Packet,
}

/// What the policies say of a packet.
pub(super) fn judge(at: AtPod<'_, '_>) -> Ruling {
    let address = match at.direction {
        TrafficDirection::Inbound => at.packet.source,
        TrafficDirection::Outbound => at.packet.destination,
    };
    if !has_policies(at) {
        return Ruling::NoPolicies;
    }
    judge_toward(at, &OtherSide::of(at.world, at.cluster, address))
}

fn has_policies(at: AtPod<'_, '_>) -> bool {
    let namespace = namespace_of(&at.cluster.name, at.pod.owner().namespace);
    namespace.is_some_and(|namespace| at.world.state.network_policies_in(&namespace).next().is_some())
}

/// As [`judge`], with the other side that the packet has.
pub(super) fn judge_toward(at: AtPod<'_, '_>, other: &OtherSide) -> Ruling {
    let Some(namespace) = namespace_of(&at.cluster.name, at.pod.owner().namespace) else {
        return Ruling::NoPolicies;
    };
    let mut policies = at.world.state.network_policies_in(&namespace).peekable();
    if policies.peek().is_none() {
        return Ruling::NoPolicies;
    }
    let address = match at.direction {
        TrafficDirection::Inbound => at.packet.source,
        TrafficDirection::Outbound => at.packet.destination,
    };
    let (mut denied, mut unsure): (Option<NetworkPolicyName>, Option<NetworkPolicyName>) = (None, None);
    let (mut all_doubtful_allow, mut maybe_allowed) = (true, None);
    let mut allowed_if_selected = None;
    for policy in policies {
        let Some(rules) = rules_of(policy, at.direction) else { continue };
        let selects = selector::pod(&policy.pod_selector, at.pod.pod_traits.as_deref());
        if selects == Fit::No {
            continue;
        }
        let (fit, index) = best(rules, |rule| rule_fit(at, policy, rule, other, address));
        match (selects, fit) {
            (Fit::Yes, Fit::Yes) => return Ruling::Allowed(policy.name.clone(), index),
            (Fit::Yes, Fit::Unknown) => {
                denied.get_or_insert_with(|| policy.name.clone());
                maybe_allowed.get_or_insert_with(|| policy.name.clone());
            }
            (Fit::Yes, Fit::No) => {
                denied.get_or_insert_with(|| policy.name.clone());
            }
            (_, fit) => {
                unsure.get_or_insert_with(|| policy.name.clone());
                if fit == Fit::Yes {
                    allowed_if_selected.get_or_insert_with(|| (policy.name.clone(), index));
                } else {
                    all_doubtful_allow = false;
                }
                if fit != Fit::No {
                    maybe_allowed.get_or_insert_with(|| policy.name.clone());
                }
            }
        }
    }
    match (denied, maybe_allowed, unsure) {
        (Some(_), Some(policy), _) => Ruling::Unknown(policy),
        (Some(policy), None, _) => Ruling::Denied(policy),
        (None, _, None) => Ruling::NotSelected,
        (None, _, Some(policy)) => match allowed_if_selected.filter(|_| all_doubtful_allow) {
            Some((policy, index)) => Ruling::Allowed(policy, index),
            None => Ruling::Unknown(policy),
        },
    }
}

/// A policy of the pod's namespace that selects the pod, or may, for the direction.
pub(super) fn selecting(at: AtPod<'_, '_>) -> Option<NetworkPolicyName> {
    let namespace = namespace_of(&at.cluster.name, at.pod.owner().namespace)?;
    let mut policies = at.world.state.network_policies_in(&namespace);
    let selects = |policy: &&Arc<NetworkPolicy>| {
        rules_of(policy, at.direction).is_some()
            && selector::pod(&policy.pod_selector, at.pod.pod_traits.as_deref()) != Fit::No
    };
    policies.find(selects).map(|policy| policy.name.clone())
}

/// The rules of a policy for a direction; `None` if it does not restrict it.
pub(super) fn rules_of(policy: &NetworkPolicy, direction: TrafficDirection) -> Option<&[PolicyRule]> {
    match direction {
        TrafficDirection::Inbound => policy.ingress.as_deref(),
        TrafficDirection::Outbound => policy.egress.as_deref(),
    }
}

/// The rule that fits best, and its number.
fn best(rules: &[PolicyRule], fit: impl Fn(&PolicyRule) -> Fit) -> (Fit, usize) {
    let mut best = (Fit::No, 0);
    for (index, rule) in rules.iter().enumerate() {
        let fit = fit(rule);
        if fit > best.0 {
            best = (fit, index);
        }
    }
    best
}

fn rule_fit(
    at: AtPod<'_, '_>,
    policy: &NetworkPolicy,
    rule: &PolicyRule,
    other: &OtherSide,
    address: IpAddr,
) -> Fit {
    let target = match at.direction {
        TrafficDirection::Inbound => Some(at.pod),
        TrafficDirection::Outbound => other.pod(),
    };
    let port = |port: &PolicyPort| port_fit(port, at.packet, target);
    let ports = if rule.ports.is_empty() { Fit::Yes } else { Fit::any(rule.ports.iter().map(port)) };
    if ports == Fit::No || rule.peers.is_empty() {
        return ports;
    }
    let namespace = &policy.name.namespace;
    let peers = rule.peers.iter().map(|peer| other.fit(at.world, at.cluster, namespace, peer, address));
    Fit::all([ports, Fit::any(peers)])
}

/// Whether a packet goes to one of these ports. A named port is one of the pod that the packet goes to.
fn port_fit(port: &PolicyPort, packet: &Packet, target: Option<&Arc<Allocation>>) -> Fit {
    if port.protocol != packet.protocol {
        return Fit::No;
    }
    match &port.ports {
        PolicyPorts::Any => Fit::Yes,
        PolicyPorts::Numbers(span) => super::fit::ports(&[*span], packet.destination_ports),
        PolicyPorts::Name(name) => {
            let Some(pod) = target else { return Fit::No };
            let Some(traits) = &pod.pod_traits else { return Fit::Unknown };
            let named = traits.ports.iter().find(|p| p.name == *name && p.protocol == port.protocol);
            Fit::of(named.is_some_and(|named| packet.destination_ports.exact() == Some(named.port)))
        }
    }
}
