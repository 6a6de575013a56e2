//! What does kube-proxy do with a packet that comes to a node or leaves a process of it (iptables semantics).
//!
//! Sources: Kubernetes `pkg/proxy/iptables/proxier.go` and `pkg/proxy/topology.go`, as aks-networking.md 7.2 and 7.3 has
//! them.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::vocabulary::{DropCause, NatKind};
use podnet_core::flow::{Place, Ports};
use podnet_core::model::{
    Cluster, Endpoint, NetworkMode, Node, Protocol, Service, ServicePort, ServiceType, TargetPort,
    TrafficPolicy,
};

use super::trip::{From, Trip};
use super::who::{self, inside};

/// Whether the source is to be rewritten after routing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    External,
    Hairpin,
}

/// By which of its addresses a service was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Cluster,
    NodePort,
    Balancer,
}

type Translated = Result<(Trip, Mark), (Trip, DropCause)>;

/// The packet after translation, one for each endpoint that can be chosen.
pub(super) fn translate(
    state: &State,
    trip: Trip,
    node: &Arc<Node>,
    cluster: &Cluster,
    from: &From,
) -> Vec<Translated> {
    let packet = trip.packet;
    let Some((service, door)) = met(state, node, cluster, &trip) else { return vec![Ok((trip, Mark::None))] };
    let port = service.ports.iter().find(|port| {
        let number = if door == Door::NodePort { port.node_port } else { port.port };
        Ports::One(number) == packet.destination_ports && port.protocol == packet.protocol
    });
    // No rule of iptables has the address alone: a packet to another port goes on untranslated.
    let Some(port) = port else { return vec![Ok((trip, Mark::None))] };
    let ranges = &service.load_balancer_source_ranges;
    if door == Door::Balancer
        && !ranges.is_empty()
        && !ranges.iter().any(|range| inside(range, packet.source))
    {
        return vec![Err((trip, DropCause::SourceRangeDenied))];
    }
    let itself = matches!(from, From::Itself);
    let pod = source_is_pod(cluster, packet.source, from);
    let local = match door {
        Door::Cluster => service.internal_traffic_policy == TrafficPolicy::Local,
        Door::NodePort | Door::Balancer => {
            service.external_traffic_policy == TrafficPolicy::Local && !itself && !pod
        }
    };
    let external = match door {
        Door::Cluster => !pod,
        Door::NodePort | Door::Balancer => {
            service.external_traffic_policy == TrafficPolicy::Cluster || itself
        }
    };
    let chosen = endpoints(&service, port, local.then_some(&**node), packet.destination);
    if chosen.is_empty() {
        let cause = if local { DropCause::ServiceNoLocalEndpoints } else { DropCause::ServiceNoEndpoints };
        return vec![Err((trip, cause))];
    }
    let share = 1.0 / chosen.len() as f64;
    let kind = match door {
        Door::Cluster => NatKind::ServiceDnatClusterIp,
        Door::NodePort => NatKind::ServiceDnatNodePort,
        Door::Balancer => NatKind::ServiceDnatLoadBalancer,
    };
    let mut translated = Vec::new();
    for (address, number) in chosen {
        let mut trip = trip.clone();
        trip.weight *= share;
        trip.packet.destination = address;
        trip.packet.destination_ports = Ports::One(number);
        trip.rewritten(&Place::Node(node.name.clone()), kind);
        let mark = if address == packet.source {
            Mark::Hairpin
        } else if external {
            Mark::External
        } else {
            Mark::None
        };
        translated.push(Ok((trip, mark)));
    }
    translated
}

/// The service that the destination stands for, on this node.
fn met(state: &State, node: &Node, cluster: &Cluster, trip: &Trip) -> Option<(Arc<Service>, Door)> {
    let packet = trip.packet;
    if packet.protocol == Protocol::Icmp {
        return None;
    }
    let own: Vec<_> = state.services.values().filter(|s| s.name.cluster == cluster.name.cluster).collect();
    if let Some(found) = own.iter().find(|s| s.cluster_addresses.contains(&packet.destination)) {
        return Some((Arc::clone(found), Door::Cluster));
    }
    let balanced = own.iter().filter(|s| s.kind == ServiceType::LoadBalancer);
    if let Some(found) = balanced.clone().find(|s| s.load_balancer_addresses.contains(&packet.destination)) {
        return Some((Arc::clone(found), Door::Balancer));
    }
    let bridge = cluster.mode == NetworkMode::Kubenet
        && who::bridge_address(node, packet.destination) == Some(packet.destination);
    if node.addresses.contains(&packet.destination) || bridge {
        let has = |port: &ServicePort| {
            port.node_port != 0
                && Ports::One(port.node_port) == packet.destination_ports
                && port.protocol == packet.protocol
        };
        let mut with_port = own.iter().filter(|s| s.kind != ServiceType::ClusterIp);
        return with_port.find(|s| s.ports.iter().any(has)).map(|found| (Arc::clone(found), Door::NodePort));
    }
    None
}

/// Whether a packet counts as one of a pod: it comes from a pod of this node, or from the pod CIDR. Which range AKS gives
/// kube-proxy under Azure CNI is not documented (aks-networking.md 7.3), so pods of other nodes are not told apart there.
fn source_is_pod(cluster: &Cluster, source: IpAddr, from: &From) -> bool {
    matches!(from, From::Pod) || cluster.pod_prefixes.iter().any(|prefix| inside(prefix, source))
}

/// Endpoints to choose from, with their port numbers: the ready ones, else those that still serve while they end.
pub(super) fn endpoints(
    service: &Service,
    port: &ServicePort,
    on: Option<&Node>,
    like: IpAddr,
) -> Vec<(IpAddr, u16)> {
    let usable = |endpoint: &&Endpoint| {
        endpoint.address.is_ipv4() == like.is_ipv4()
            && on.is_none_or(|node| endpoint.node.as_ref() == Some(&node.name.node))
    };
    let number = |endpoint: &Endpoint| match &port.target_port {
        TargetPort::Number(number) => Some(*number),
        TargetPort::Name(_) => {
            endpoint.ports.iter().find(|(name, _)| *name == port.name).map(|(_, number)| *number)
        }
    };
    let pick = |wanted: &dyn Fn(&Endpoint) -> bool| -> Vec<(IpAddr, u16)> {
        let each = service.endpoints.iter().filter(usable).filter(|endpoint| wanted(endpoint));
        each.filter_map(|endpoint| Some((endpoint.address, number(endpoint)?))).collect()
    };
    let ready = pick(&|endpoint| endpoint.ready);
    if ready.is_empty() { pick(&|endpoint| endpoint.serving && endpoint.terminating) } else { ready }
}
