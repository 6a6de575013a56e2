//! What does the platform's load balancer do with a packet for a service's frontend.
//!
//! A new flow may go to any healthy node (aks-networking.md 6); the trace has a branch for each, with its share.

use std::sync::Arc;

use super::balanced;
use super::hop::{Control, Hop, Ingress, abort, drop};
use super::packet::{Packet, Ports};
use super::recorder::Recorder;
use super::service::{frontend_port, source_allowed};
use super::step::{Backend, BackendSelection, Detail, NatRecord, Place};
use super::transit::Transit;
use super::vocabulary::{AbortCause, AssumptionKind, DropCause, NatHook, NatKind, StepKind};
use super::world::World;
use crate::model::{InboundDistribution, Service, SessionAffinity, TrafficPolicy};

/// The packet comes to the frontend.
pub(super) fn arrive<R: Recorder>(
    world: World<'_>,
    service: &Arc<Service>,
    transit: &mut Transit<R>,
) -> Control {
    let place = Arc::new(Place::LoadBalancer(service.name.cluster_name()));
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
    let backends = balanced::backends(world, service, port, packet.family());
    let healthy = backends.healthy;
    transit.assume(
        AssumptionKind::HealthProbesGreen,
        service.name.to_string(),
        || "the health probe of each node answers as its state and endpoints say",
    );
    transit.record(StepKind::AnalyzeLoadBalancerBackend, &place, || {
        let text = format!("{healthy} of {} nodes are healthy", backends.count);
        let method = method(world, service);
        let listed = BackendSelection::new(service, &port.name, method, &backends.listed, None);
        (text, Detail::Backend(listed))
    });
    if healthy == 0 {
        let text = match service.external_traffic_policy {
            TrafficPolicy::Local => format!("no ready node has a ready endpoint of {}", service.name),
            TrafficPolicy::Cluster => {
                format!("none of {} nodes is ready and takes balanced traffic", backends.count)
            }
        };
        return drop(DropCause::LbNoHealthyBackend, &place, text);
    }
    let hop = |index| Hop::Backend(Arc::clone(service), Arc::clone(&backends.eligible), index);
    let ways = backends.eligible.iter().enumerate();
    Control::Branch(ways.map(|(index, backend)| (backend.weight, hop(index))).collect())
}

/// The load balancer hands the flow to the node of this branch.
pub(super) fn pick<R: Recorder>(
    world: World<'_>,
    service: &Arc<Service>,
    (backends, index): (&Arc<[Backend]>, usize),
    transit: &mut Transit<R>,
) -> Control {
    let place = Arc::new(Place::LoadBalancer(service.name.cluster_name()));
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

fn method(world: World<'_>, service: &Service) -> &'static str {
    let cluster = world.state.clusters.get(&service.name.cluster_name());
    match (service.session_affinity, cluster.map(|cluster| cluster.inbound_distribution)) {
        (SessionAffinity::ClientIp(_), _) => "client address hash",
        (SessionAffinity::None, Some(InboundDistribution::RoundRobin)) => "round robin",
        (SessionAffinity::None, Some(InboundDistribution::FiveTupleHash) | None) => "five-tuple hash",
    }
}
