//! What does the platform's load balancer do with a packet for a service's frontend.
//!
//! A new flow may go to any healthy node (aks-networking.md 6); the trace has a branch for each, with its share.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::backends::nodes_with_endpoints;
use super::filter;
use super::hop::{Control, Hop, Ingress, abort, drop};
use super::packet::{Packet, Ports};
use super::recorder::Recorder;
use super::service::{frontend_port, source_allowed};
use super::step::{Backend, BackendSelection, Detail, NatRecord, Place};
use super::transit::Transit;
use super::vocabulary::{AbortCause, AssumptionKind, DropCause, NatHook, NatKind, StepKind};
use super::world::World;
use crate::model::{InboundDistribution, Node, NodeState, Service, SessionAffinity, TrafficPolicy};
use crate::name::Segment;

/// The packet comes to the frontend.
pub(super) fn arrive<R: Recorder>(
    world: World<'_>,
    service: &Arc<Service>,
    transit: &mut Transit<R>,
) -> Control {
    let cluster = service.name.cluster_name();
    let place = Place::LoadBalancer(cluster.clone());
    let packet = transit.packet;
    transit.pass(&place);
    transit.say(StepKind::ArriveAtLoadBalancer, &place, || {
        format!("{} is the frontend of {}", packet.destination, service.name)
    });
    let Some(port) = frontend_port(service, &packet) else {
        let text = format!("no rule of {} matches {packet}", service.name);
        return drop(DropCause::LbRuleMismatch, &place, text);
    };
    if !service.floating_ip && port.node_port == 0 {
        let text = format!("{} has no node port for {packet}, and its floating IP is off", service.name);
        return drop(DropCause::LbRuleMismatch, &place, text);
    }
    if !source_allowed(service, &packet) {
        let text = format!("{} is not in the source ranges of {}", packet.source, service.name);
        return drop(DropCause::SourceRangeDenied, &place, text);
    }
    let nodes: Vec<_> = world.state.nodes_of(&cluster).collect();
    let ready = match service.external_traffic_policy {
        TrafficPolicy::Local => Some(nodes_with_endpoints(service, packet.family())),
        TrafficPolicy::Cluster => None,
    };
    let why_not: Vec<_> = nodes
        .iter()
        .map(|node| match why_not(node, ready.as_ref()) {
            "" if filter::probe_denied(world, service, port, node) => {
                "a network security group keeps the health probe from the node"
            }
            reason => reason,
        })
        .collect();
    let healthy = why_not.iter().filter(|reason| reason.is_empty()).count();
    let share = 1.0 / f64::from(u32::try_from(healthy).unwrap_or(u32::MAX)).max(1.0);
    let backend = |(node, reason): (&&Arc<Node>, &&'static str)| {
        node.address(packet.family()).map(|address| Backend {
            address,
            port: if service.floating_ip { None } else { Some(port.node_port) },
            node: Some(node.name.clone()),
            weight: if reason.is_empty() { share } else { 0.0 },
            explanation: (*reason).to_owned(),
        })
    };
    let backends: Arc<[Backend]> = nodes.iter().zip(&why_not).filter_map(backend).collect();
    transit.assume(AssumptionKind::HealthProbesGreen, service.name.to_string(), || {
        "the health probe of each node answers as its state and endpoints say".to_owned()
    });
    transit.record(StepKind::AnalyzeLoadBalancerBackend, &place, || {
        let text = format!("{healthy} of {} nodes are healthy", backends.len());
        (
            text,
            Detail::Backend(BackendSelection::new(
                service,
                &port.name,
                method(world, service),
                &backends,
                None,
            )),
        )
    });
    if healthy == 0 {
        let text = match service.external_traffic_policy {
            TrafficPolicy::Local => format!("no ready node has a ready endpoint of {}", service.name),
            TrafficPolicy::Cluster => {
                format!("none of {} nodes is ready and takes balanced traffic", backends.len())
            }
        };
        return drop(DropCause::LbNoHealthyBackend, &place, text);
    }
    let eligible = backends.iter().enumerate().filter(|(_, backend)| backend.eligible());
    let hop = |index| Hop::Backend(Arc::clone(service), Arc::clone(&backends), index);
    Control::Branch(eligible.map(|(index, backend)| (backend.weight, hop(index))).collect())
}

/// The load balancer hands the flow to the node of this branch.
pub(super) fn pick<R: Recorder>(
    world: World<'_>,
    service: &Arc<Service>,
    (backends, index): (&Arc<[Backend]>, usize),
    transit: &mut Transit<R>,
) -> Control {
    let place = Place::LoadBalancer(service.name.cluster_name());
    let before = transit.packet;
    let chosen = backends
        .get(index)
        .and_then(|backend| Some((backend, world.state.nodes.get(backend.node.as_ref()?)?)));
    let (Some((backend, node)), Some(port)) = (chosen, frontend_port(service, &before)) else {
        return abort(AbortCause::ConfigNotFound, &place, "the node is gone".to_owned());
    };
    transit.record(StepKind::SelectBackend, &place, || {
        let detail =
            BackendSelection::new(service, &port.name, method(world, service), backends, Some(index));
        (format!("takes {} ({})", node.name, detail.method), Detail::Backend(detail))
    });
    let (kind, after) = match backend.port {
        None => (NatKind::LbFloatingIp, before),
        Some(node_port) => {
            let after =
                Packet { destination: backend.address, destination_ports: Ports::One(node_port), ..before };
            (NatKind::LbInboundDnat, after)
        }
    };
    transit.rewrite(&place, after, || {
        let text = match kind == NatKind::LbFloatingIp {
            true => format!("floating IP: the node gets the packet with destination {}", before.destination),
            false => format!("{} is translated to {}", before.destination, after.destination),
        };
        let rule = format!("rule of {} port {}", service.name, port.port);
        (text, NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session: String::new() })
    });
    transit.remember(&place, before);
    Control::Next(Hop::Node(Arc::clone(node), Ingress::Wire))
}

/// Why a node gets no new flows; empty if it does. A cordoned node keeps its flows. `ready` are the nodes with a ready
/// endpoint, where the health probe asks for one.
fn why_not(node: &Node, ready: Option<&BTreeSet<&Segment>>) -> &'static str {
    if node.state == NodeState::NotReady {
        "not ready"
    } else if node.excluded_from_load_balancers {
        "excluded from load balancers"
    } else if ready.is_some_and(|ready| !ready.contains(&node.name.node)) {
        "no ready endpoint on the node, and the policy is Local"
    } else {
        ""
    }
}

fn method(world: World<'_>, service: &Service) -> &'static str {
    let cluster = world.state.clusters.get(&service.name.cluster_name());
    match (service.session_affinity, cluster.map(|cluster| cluster.inbound_distribution)) {
        (SessionAffinity::ClientIp(_), _) => "client address hash",
        (SessionAffinity::None, Some(InboundDistribution::RoundRobin)) => "round robin",
        (SessionAffinity::None, Some(InboundDistribution::FiveTupleHash) | None) => "five-tuple hash",
    }
}
