//! What do a node's service rules make of a packet: which endpoints, and whether the source is rewritten later.
//!
//! The rules are kube-proxy's (aks-networking.md 7.2 and 7.3). They hold on every node, for the virtual address, for the
//! load balancer's address and for node ports. A new flow may take any eligible endpoint, so the trace branches.

use std::sync::Arc;

use super::backends::endpoints;
use super::hop::{Control, Hop, Ingress, Station, abort, drop};
use super::node::{Passage, route};
use super::packet::{Packet, Ports};
use super::recorder::Recorder;
use super::step::{Backend, BackendSelection, Detail, NatRecord, NatSkip, Place};
use super::transit::Transit;
use super::vocabulary::{AbortCause, DropCause, NatHook, NatKind, NatSkipReason, StepKind};
use super::world::{World, is_local, pod_cidr_with};
use crate::address::Family;
use crate::model::{Cluster, Node, Protocol, Service, ServicePort, SessionAffinity, TrafficPolicy};

/// The endpoints that a node may choose for one new flow.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    service: Arc<Service>,
    port_name: String,
    kind: NatKind,
    method: &'static str,
    mark: bool,
    backends: Arc<[Backend]>,
}

/// The service rules of a node; `None` if the packet is for no service.
pub(super) fn resolve<R: Recorder>(
    world: World<'_>,
    node: &Arc<Node>,
    place: &Arc<Place>,
    ingress: Ingress,
    transit: &mut Transit<R>,
) -> Option<Control> {
    let packet = transit.packet;
    let cluster = world.cluster_of(node)?;
    let Some((service, kind)) = find(world, cluster, node, &packet) else {
        if cluster.service_prefixes.iter().any(|prefix| prefix.contains(packet.destination)) {
            let skip = NatSkip {
                kind: NatKind::ServiceDnatClusterIp,
                reason: NatSkipReason::NoRuleMatched,
                prefix: None,
                prefix_is_default: false,
            };
            transit.skip_nat(
                place,
                skip,
                format!("no service has the cluster address {}", packet.destination),
            );
        }
        return None;
    };
    let Some(port) = port_of(service, kind, &packet) else {
        // kube-proxy has rules for ports only: anything else goes on as it is.
        let skip =
            NatSkip { kind, reason: NatSkipReason::NoRuleMatched, prefix: None, prefix_is_default: false };
        let text = format!("{} has no rule for {}; it is not translated", service.name, describe(&packet));
        transit.skip_nat(place, skip, text);
        return None;
    };
    if kind == NatKind::ServiceDnatLoadBalancer && !source_allowed(service, &packet) {
        let text = format!("{} is not in the source ranges of {}", packet.source, service.name);
        return Some(drop(DropCause::SourceRangeDenied, place, text));
    }
    let inside = matches!(ingress, Ingress::Pod { .. }) || pod_cidr_with(cluster, packet.source).is_some();
    let policy = if kind == NatKind::ServiceDnatClusterIp {
        service.internal_traffic_policy
    } else if inside || ingress == Ingress::Process {
        TrafficPolicy::Cluster
    } else {
        service.external_traffic_policy
    };
    let backends = endpoints(service, port, &node.name, policy, packet.family());
    transit.record(StepKind::ResolveService, place, || {
        let text = format!(
            "{} on {} has {} of {} endpoints to choose from",
            service.name,
            describe(&packet),
            backends.iter().filter(|backend| backend.eligible()).count(),
            backends.len()
        );
        (text, Detail::Backend(BackendSelection::new(service, &port.name, method(service), &backends, None)))
    });
    let eligible: Vec<_> = (0..backends.len()).filter(|index| backends[*index].eligible()).collect();
    if eligible.is_empty() {
        let (cause, where_) = match policy {
            TrafficPolicy::Cluster => (DropCause::ServiceNoEndpoints, "no ready endpoint".to_owned()),
            TrafficPolicy::Local => {
                (DropCause::ServiceNoLocalEndpoints, format!("no ready endpoint on {}", node.name))
            }
        };
        let family = packet.family().word();
        return Some(drop(cause, place, format!("{} has {where_} for {family}", service.name)));
    }
    // kube-proxy: KUBE-SVC marks what does not come from a pod; KUBE-EXT under policy Cluster marks whatever comes, and
    // under policy Local only what the node itself sends.
    let mark = match (kind, service.external_traffic_policy) {
        (NatKind::ServiceDnatClusterIp, _) => !inside,
        (_, TrafficPolicy::Cluster) => true,
        (_, TrafficPolicy::Local) => ingress == Ingress::Process,
    };
    let choice = Arc::new(Choice {
        service: Arc::clone(service),
        port_name: port.name.clone(),
        kind,
        method: method(service),
        mark,
        backends,
    });
    let hop = |index| Hop::Endpoint(Arc::clone(node), ingress, packet, Arc::clone(&choice), index);
    Some(Control::Branch(
        eligible.into_iter().map(|index| (choice.backends[index].weight, hop(index))).collect(),
    ))
}

/// The node translates the destination to the endpoint of this branch.
pub(super) fn translate<R: Recorder>(
    world: World<'_>,
    node: &Arc<Node>,
    ingress: Ingress,
    original: Packet,
    (choice, index): (&Choice, usize),
    transit: &mut Transit<R>,
) -> Control {
    let place = transit.node_place(world, &node.name);
    let Some(backend) = choice.backends.get(index) else {
        return abort(AbortCause::ConfigNotFound, &place, "the endpoint is gone".to_owned());
    };
    let socket = super::packet::socket(backend.address, backend.port.map_or(Ports::Absent, Ports::One));
    transit.record(StepKind::SelectBackend, &place, || {
        let detail = BackendSelection::new(
            &choice.service,
            &choice.port_name,
            choice.method,
            &choice.backends,
            Some(index),
        );
        (format!("takes endpoint {socket} ({})", choice.method), Detail::Backend(detail))
    });
    let before = transit.packet;
    let ports = backend.port.map_or(before.destination_ports, Ports::One);
    let after = Packet { destination: backend.address, destination_ports: ports, ..before };
    transit.rewrite(&place, after, || {
        let hook = if ingress == Ingress::Process { NatHook::Output } else { NatHook::Prerouting };
        let rule = format!("{} -> {socket}", choice.service.name);
        let text = format!("{} is translated to endpoint {socket}", before.destination);
        (text, NatRecord { kind: choice.kind, hook, rule, port_allocation: None, session: String::new() })
    });
    let hairpin = backend.address == before.source;
    let mark = match (hairpin, choice.mark) {
        (true, _) => Some(NatKind::ServiceHairpinSnat),
        (false, true) => Some(NatKind::ExternalTrafficSnat),
        (false, false) => None,
    };
    route(world, node, &place, Passage { ingress, original, known: None, mark }, transit)
}

/// The service that the destination stands for, seen from a node, and by what kind of address.
fn find<'a>(
    world: World<'a>,
    cluster: &Cluster,
    node: &Node,
    packet: &Packet,
) -> Option<(&'a Arc<Service>, NatKind)> {
    let destination = packet.destination;
    let index = &world.state.index;
    let of_cluster = |service: &&'a Arc<Service>| service.name.cluster == cluster.name.cluster;
    if cluster.service_prefixes.iter().any(|prefix| prefix.contains(destination)) {
        let found = index.at_cluster_address(destination).iter().find(of_cluster)?;
        return Some((found, NatKind::ServiceDnatClusterIp));
    }
    if is_local(node, destination) {
        let port = packet.destination_ports.exact()?;
        let found = index.at_node_port(port, packet.protocol).iter().find(of_cluster)?;
        return Some((found, NatKind::ServiceDnatNodePort));
    }
    let found = index.at_frontend(destination).iter().find(of_cluster)?;
    Some((found, NatKind::ServiceDnatLoadBalancer))
}

fn port_of<'s>(service: &'s Service, kind: NatKind, packet: &Packet) -> Option<&'s ServicePort> {
    let wanted = packet.destination_ports.exact()?;
    let node_port = kind == NatKind::ServiceDnatNodePort;
    service.ports.iter().find(|port| {
        let number = if node_port { port.node_port } else { port.port };
        port.protocol == packet.protocol && number == wanted
    })
}

/// The port of a service's frontend that a packet is for.
pub(super) fn frontend_port<'s>(service: &'s Service, packet: &Packet) -> Option<&'s ServicePort> {
    port_of(service, NatKind::ServiceDnatLoadBalancer, packet)
}

/// Whether a service takes this client at its frontend.
pub(super) fn source_allowed(service: &Service, packet: &Packet) -> bool {
    let ranges = &service.load_balancer_source_ranges;
    ranges.is_empty() || ranges.iter().any(|range| range.contains(packet.source))
}

fn method(service: &Service) -> &'static str {
    match service.session_affinity {
        SessionAffinity::None => "uniform random",
        SessionAffinity::ClientIp(_) => "uniform random, then by client address",
    }
}

fn describe(packet: &Packet) -> String {
    let protocol = match packet.protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Sctp => "sctp",
        Protocol::Icmp => "icmp",
    };
    format!("{}/{protocol}", super::packet::socket(packet.destination, packet.destination_ports))
}

/// The station of a service is none: a packet to it goes to one of its addresses.
pub(super) fn address_for(service: &Service, source: &Station, family: Family) -> Option<std::net::IpAddr> {
    let cluster = &service.name.cluster;
    let inside = match source {
        Station::Pod(pod) => pod.name.cluster == *cluster,
        Station::Node(node) => node.name.cluster == *cluster,
        Station::Vm(_) | Station::OnPremises(_) | Station::Internet => false,
    };
    let of_family =
        |list: &[std::net::IpAddr]| list.iter().copied().find(|address| Family::of(*address) == family);
    let (first, second) = (&service.cluster_addresses, &service.load_balancer_addresses);
    let (first, second) = if inside { (first, second) } else { (second, first) };
    of_family(first).or_else(|| of_family(second))
}
