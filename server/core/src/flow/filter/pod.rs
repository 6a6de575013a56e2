//! What do network policies do with a packet on the node of a pod, behind the translation of its destination and before
//! that of its source?
//!
//! There the engines filter: egress sees the endpoint and not the Service, and ingress sees the source that the packet
//! came to the node with: a pod, a client under policy Local, or a node that translated it (aks-networking.md 7 and
//! 8.1). Answers to a flow pass; so does what goes between a pod and its own node, as the kubelet must. Pods with the
//! host's network are nodes here, and no policy selects them.

use std::sync::Arc;

use super::policy::{AtPod, Ruling, judge, selecting};
use crate::flow::hop::{Control, abort, drop};
use crate::flow::packet::socket;
use crate::flow::recorder::Recorder;
use crate::flow::step::{FilterDecision, FilterSource, Place};
use crate::flow::transit::Transit;
use crate::flow::vocabulary::{AbortCause, DropCause, FilterOutcome, StepKind};
use crate::flow::world::World;
use crate::model::{Allocation, Cluster, NetworkPolicyEngine, TrafficDirection};
use crate::name::NetworkPolicyName;

/// How a packet crosses the edge of a pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::flow) enum Crossing {
    /// It is the first of its flow here.
    New,
    /// It answers a flow.
    Answer,
    /// It goes between the pod and its own node.
    OwnNode,
}

/// The packet leaves or enters a pod; its end, if policies do not let it.
pub(in crate::flow) fn check<R: Recorder>(
    world: World<'_>,
    cluster: &Cluster,
    pod: &Arc<Allocation>,
    direction: TrafficDirection,
    crossing: Crossing,
    transit: &mut Transit<R>,
) -> Option<Control> {
    if world.state.network_policies.is_empty() {
        return None;
    }
    let place = Arc::new(Place::Pod(pod.name.clone()));
    let packet = transit.packet;
    let protocol = packet.protocol.word();
    let at = AtPod { world, cluster, pod, direction, packet: &packet };
    let (apply, skip) = match direction {
        TrafficDirection::Outbound => (StepKind::ApplyEgressNetworkPolicy, StepKind::SkipEgressNetworkPolicy),
        TrafficDirection::Inbound => {
            (StepKind::ApplyIngressNetworkPolicy, StepKind::SkipIngressNetworkPolicy)
        }
    };
    let why_not = match (cluster.network_policy_engine, crossing) {
        (NetworkPolicyEngine::None, _) => {
            Some("the cluster has no network policy engine, so policies have no effect")
        }
        (_, Crossing::Answer) => Some("is the answer to a flow that was let pass"),
        (_, Crossing::OwnNode) => Some("what goes between a pod and its own node is always let pass"),
        (_, Crossing::New) => None,
    };
    if let Some(why) = why_not {
        if let Some(policy) = selecting(at) {
            let text = format!("{why} ({policy} selects the pod)");
            transit.filter(skip, &place, FilterDecision::skipped(text));
        }
        return None;
    }
    match judge(at) {
        Ruling::NoPolicies => None,
        Ruling::NotSelected => {
            let text = format!("no policy of namespace {} selects the pod", pod.owner().namespace);
            transit.filter(skip, &place, FilterDecision::skipped(text));
            None
        }
        Ruling::Allowed(policy, index) => {
            let rule = format!("{}[{index}]", way(direction));
            let text = format!("{rule} of {policy} allows {protocol} {packet}");
            let source = Some(FilterSource::Policy(policy));
            transit.filter(apply, &place, FilterDecision::allowed(source, rule, text));
            None
        }
        Ruling::Denied(policy) => {
            let text = format!(
                "{policy} selects the pod, and no {} rule allows {protocol} {packet}",
                way(direction)
            );
            transit.advice = advice(at, &policy);
            let decision = FilterDecision {
                outcome: FilterOutcome::Denied,
                source: Some(FilterSource::Policy(policy)),
                rule: String::new(),
                explanation: text.clone(),
            };
            transit.filter(apply, &place, decision);
            let cause = match direction {
                TrafficDirection::Outbound => DropCause::NetworkPolicyEgress,
                TrafficDirection::Inbound => DropCause::NetworkPolicyIngress,
            };
            Some(drop(cause, &place, text))
        }
        Ruling::Unknown(policy) => {
            let text = format!(
                "whether {policy} lets {protocol} {packet} pass is not known: labels or ports of a pod, or labels of a namespace, \
                 are not in the model"
            );
            Some(abort(AbortCause::ConfigNotFound, &place, text))
        }
    }
}

fn way(direction: TrafficDirection) -> &'static str {
    match direction {
        TrafficDirection::Inbound => "ingress",
        TrafficDirection::Outbound => "egress",
    }
}

/// The rule that would let the packet pass.
fn advice(at: AtPod<'_, '_>, policy: &NetworkPolicyName) -> String {
    let protocol = at.packet.protocol.word();
    let port = at.packet.destination_ports.exact().map(|port| format!(" port {port}")).unwrap_or_default();
    let (word, other) = match at.direction {
        TrafficDirection::Inbound => ("from", at.packet.source),
        TrafficDirection::Outbound => ("to", at.packet.destination),
    };
    let other = match super::peer::OtherSide::of(at.world, at.cluster, other).pod() {
        Some(pod) => format!("pod {}/{}", pod.owner().namespace, pod.owner().pod),
        None => socket(other, crate::flow::packet::Ports::Absent),
    };
    format!("add an {} rule to {policy} that allows {protocol}{port} {word} {other}", way(at.direction))
}
