//! What happens at the edges: load balancers in and out, NAT gateways, gateways to premises, the Internet.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::packet::MASQUERADE_PORTS;
use podnet_core::flow::vocabulary::{AbortCause, DropCause, ForwardTarget, NatKind};
use podnet_core::flow::{Place, Ports};
use podnet_core::model::{
    Appliance, Cluster, Node, NodeState, OutboundType, Protocol, Service, TrafficPolicy,
};
use podnet_core::name::{NetworkName, SubnetName};

use super::answer::Ending;
use super::choice;
use super::fabric;
use super::security;
use super::trip::{At, From, Memory, Sender, Station, Trip, of_family, same, turned};
use super::who::{self, inside};

/// Ports of one outbound address (Azure).
const PORTS_OF_ADDRESS: u32 = 64_000;
/// Ports of one address of a NAT gateway (Azure).
const PORTS_OF_GATEWAY_ADDRESS: u32 = 64_512;

/// An interface sends to the Internet.
pub(super) fn way_out(
    state: &State,
    mut trip: Trip,
    subnet: &SubnetName,
    sender: &Sender,
) -> Vec<(Trip, At)> {
    let here = match sender {
        Sender::Node(node) => Place::Node(node.name.clone()),
        Sender::Machine(machine) => Place::Vm(machine.name.clone()),
    };
    // The answer of a flow that came in by a load balancer or a public address needs no other way out.
    let spread =
        |m: &Memory| matches!(m.place, Place::LoadBalancer(_)) && same(&turned(&m.came), &trip.packet);
    if trip.memories.iter().any(spread) {
        return vec![(trip, At::Internet)];
    }
    let at = Place::Subnet(subnet.clone());
    if let Some(memory) = trip.answered(&at) {
        trip.undo(&memory);
        trip.rewritten(&at, NatKind::SessionReverse);
        return vec![(trip, At::Internet)];
    }
    let source = trip.packet.source;
    let (own, primary, public): (bool, bool, &[IpAddr]) = match sender {
        Sender::Node(node) => (
            node.addresses.contains(&source) || node.pod_addresses.iter().any(|held| held == source),
            node.addresses.contains(&source),
            &node.interface.public_addresses,
        ),
        Sender::Machine(machine) => (
            inside(&machine.prefix, source),
            inside(&machine.prefix, source),
            &machine.machine.public_addresses,
        ),
    };
    if let Some(cluster) = who::nat_gateway(state, subnet) {
        return match sender {
            _ if own => by_nat_gateway(trip, subnet, &cluster),
            // It may have put an address of its own: nothing is known of it (law L18).
            Sender::Machine(machine) if machine.machine.appliance == Appliance::Unknown => {
                trip.end(&here, Ending::Forward(ForwardTarget::Internet))
            }
            Sender::Machine(_) => trip.end(&here, Ending::Drop(DropCause::PrivateTrafficToInternet)),
            Sender::Node(_) => trip.end(&here, Ending::Drop(foreign(source))),
        };
    }
    if let Some(public) = of_family(public, source).filter(|_| primary) {
        let came = trip.packet;
        trip.packet.source = public;
        trip.rewritten(&at, NatKind::InstancePublicIp);
        trip.remember(&at, came);
        return vec![(trip, At::Internet)];
    }
    match sender {
        Sender::Machine(machine) if !own && machine.machine.appliance != Appliance::Unknown => {
            trip.end(&here, Ending::Drop(DropCause::PrivateTrafficToInternet))
        }
        Sender::Machine(_) => trip.end(&here, Ending::Forward(ForwardTarget::Internet)),
        Sender::Node(node) => match who::cluster_of(state, node) {
            Some(cluster) => by_load_balancer(state, trip, node, &cluster),
            None => Vec::new(),
        },
    }
}

/// Why a source that is no address of a node's interface does not get out: nothing translates it.
fn foreign(source: IpAddr) -> DropCause {
    if who::private(source) { DropCause::PrivateTrafficToInternet } else { DropCause::NoOutboundMethod }
}

/// An address that is not known.
fn unknown(like: IpAddr) -> IpAddr {
    if like.is_ipv4() { IpAddr::from([0; 4]) } else { IpAddr::from([0_u16; 8]) }
}

fn portless(trip: &Trip) -> bool {
    !matches!(trip.packet.protocol, Protocol::Tcp | Protocol::Udp)
}

fn by_nat_gateway(mut trip: Trip, subnet: &SubnetName, cluster: &Cluster) -> Vec<(Trip, At)> {
    let place = Place::NatGateway(subnet.clone());
    trip.be_at_machine(&place);
    if portless(&trip) {
        return trip.end(&place, Ending::Drop(DropCause::ProtocolNotNattable));
    }
    let came = trip.packet;
    let like: Vec<_> =
        cluster.outbound.addresses.iter().filter(|a| a.is_ipv4() == came.source.is_ipv4()).collect();
    if trip.concurrent >= PORTS_OF_GATEWAY_ADDRESS * u32::try_from(like.len().max(1)).unwrap_or(1) {
        return trip.end(&place, Ending::Drop(DropCause::SnatPortsExhausted));
    }
    // It takes any of its addresses.
    trip.packet.source = match like.as_slice() {
        [only] => **only,
        _ => unknown(came.source),
    };
    trip.packet.source_ports = MASQUERADE_PORTS;
    trip.rewritten(&place, NatKind::NatGateway);
    trip.remember(&place, came);
    vec![(trip, At::Internet)]
}

fn by_load_balancer(state: &State, mut trip: Trip, node: &Arc<Node>, cluster: &Cluster) -> Vec<(Trip, At)> {
    let here = Place::Node(node.name.clone());
    let secondary = node.pod_addresses.iter().any(|held| held == trip.packet.source);
    if cluster.outbound.kind != OutboundType::LoadBalancer || secondary {
        return trip.end(&here, Ending::Drop(DropCause::NoOutboundMethod));
    }
    if !node.addresses.contains(&trip.packet.source) {
        let cause = foreign(trip.packet.source);
        return trip.end(&here, Ending::Drop(cause));
    }
    let place = Place::LoadBalancer(cluster.name.clone());
    trip.be_at_machine(&place);
    if portless(&trip) {
        return trip.end(&place, Ending::Drop(DropCause::ProtocolNotNattable));
    }
    let came = trip.packet;
    let each = ports_of_node(cluster);
    if trip.concurrent >= each {
        return trip.end(&place, Ending::Drop(DropCause::SnatPortsExhausted));
    }
    trip.packet.source =
        of_family(&cluster.outbound.addresses, came.source).unwrap_or_else(|| unknown(came.source));
    trip.packet.source_ports = ports(state, cluster, node);
    trip.rewritten(&place, NatKind::LbOutboundSnat);
    trip.remember(&place, came);
    vec![(trip, At::Internet)]
}

/// Ports of each node: as the cluster says, else what Azure gives to pools of up to 50 nodes.
fn ports_of_node(cluster: &Cluster) -> u32 {
    match cluster.outbound.allocated_ports {
        0 => 1024,
        fixed => fixed,
    }
}

/// The ports of a node on the cluster's outbound address: blocks in the order of the nodes' names.
fn ports(state: &State, cluster: &Cluster, node: &Node) -> Ports {
    let nodes: Vec<_> = state.nodes.values().filter(|n| n.name.cluster == cluster.name.cluster).collect();
    let each = ports_of_node(cluster);
    let index = nodes.iter().position(|other| other.name == node.name).unwrap_or(0);
    let first = 1024 + (u32::try_from(index).unwrap_or(0) * each) % PORTS_OF_ADDRESS;
    let narrow = |port: u32| u16::try_from(port).unwrap_or(u16::MAX);
    Ports::Range(narrow(first), narrow(first + each - 1))
}

/// The answer of a flow that the load balancer spread meets it as it leaves the node, before any route is asked.
pub(super) fn spread_back(trip: &mut Trip, cluster: &Cluster) {
    let balancer = Place::LoadBalancer(cluster.name.clone());
    if let Some(memory) = trip.answered(&balancer).filter(|m| m.came.source == m.left.source) {
        trip.be_at_machine(&balancer);
        let before = trip.packet;
        trip.undo(&memory);
        if !same(&before, &trip.packet) {
            trip.rewritten(&balancer, NatKind::SessionReverse);
        }
    }
}

/// A packet comes to the frontend of a load balancer.
pub(super) fn frontend(state: &State, mut trip: Trip, service: &Arc<Service>) -> Vec<(Trip, At)> {
    let Some(cluster) = state.clusters.values().find(|cluster| cluster.name.cluster == service.name.cluster)
    else {
        return Vec::new();
    };
    let place = Place::LoadBalancer(cluster.name.clone());
    trip.be_at_machine(&place);
    let packet = trip.packet;
    let port = service
        .ports
        .iter()
        .find(|port| Ports::One(port.port) == packet.destination_ports && port.protocol == packet.protocol);
    let Some(port) = port else { return trip.end(&place, Ending::Drop(DropCause::LbRuleMismatch)) };
    if !service.floating_ip && port.node_port == 0 {
        return trip.end(&place, Ending::Drop(DropCause::LbRuleMismatch));
    }
    let ranges = &service.load_balancer_source_ranges;
    if !ranges.is_empty() && !ranges.iter().any(|range| inside(range, packet.source)) {
        return trip.end(&place, Ending::Drop(DropCause::SourceRangeDenied));
    }
    let healthy: Vec<_> = state
        .nodes
        .values()
        .filter(|node| node.name.cluster == cluster.name.cluster)
        .filter(|node| node.state != NodeState::NotReady && !node.excluded_from_load_balancers)
        .filter(|node| of_family(&node.addresses, packet.destination).is_some())
        .filter(|node| match service.external_traffic_policy {
            TrafficPolicy::Cluster => true,
            TrafficPolicy::Local => {
                service.endpoints.iter().any(|e| e.ready && e.node.as_ref() == Some(&node.name.node))
            }
        })
        .filter(|node| !security::keeps_probe(state, service, port, node))
        .cloned()
        .collect();
    if healthy.is_empty() {
        return trip.end(&place, Ending::Drop(DropCause::LbNoHealthyBackend));
    }
    let share = 1.0 / healthy.len() as f64;
    let floating = service.floating_ip && !(service.internal && packet.destination.is_ipv6());
    let mut branches = Vec::new();
    for node in healthy {
        let mut trip = trip.clone();
        trip.weight *= share;
        if floating {
            trip.rewritings.push((place.clone(), NatKind::LbFloatingIp));
        } else {
            trip.packet.destination =
                of_family(&node.addresses, packet.destination).unwrap_or(packet.destination);
            trip.packet.destination_ports = Ports::One(port.node_port);
            trip.rewritten(&place, NatKind::LbInboundDnat);
        }
        trip.remember(&place, packet);
        branches.push((trip, At::Node(node, From::Network)));
    }
    branches
}

/// From inside to the gateway that the network uses.
pub(super) fn to_gateway(state: &State, trip: Trip, network: &NetworkName) -> Vec<(Trip, At)> {
    let gateways =
        state.networks.get(network).map(|network| choice::gateways(state, network)).unwrap_or_default();
    match gateways.into_iter().next() {
        Some((gateway, _)) => vec![(trip, At::GatewayOut(gateway))],
        None => trip.end(&Place::Gateway(network.clone()), Ending::Drop(DropCause::RouteNextHopNotFound)),
    }
}

/// A gateway gets a packet from inside.
pub(super) fn gateway_out(state: &State, mut trip: Trip, network: &NetworkName) -> Vec<(Trip, At)> {
    let place = Place::Gateway(network.clone());
    trip.be_at_machine(&place);
    trip.routed(&place);
    let to = trip.packet.destination;
    let learned = state.networks.get(network).and_then(|network| network.gateway.clone());
    let learned = learned.map(|gateway| gateway.on_premises_prefixes).unwrap_or_default();
    if !learned.iter().any(|prefix| inside(prefix, to)) {
        return trip.end(&place, Ending::Forward(ForwardTarget::OnpremGateway));
    }
    let there = Place::OnPremises(network.clone());
    trip.be_at_machine(&there);
    vec![(trip, At::End(Ending::Deliver, Some(Station::OnPremises(network.clone()))))]
}

/// A host on premises sends: what the gateway advertises, then the network.
pub(super) fn on_premises(state: &State, mut trip: Trip, network: &NetworkName) -> Vec<(Trip, At)> {
    let place = Place::OnPremises(network.clone());
    trip.be_at_machine(&place);
    let to = trip.packet.destination;
    let Some(own) = state.networks.get(network) else { return Vec::new() };
    if own.address_prefixes.iter().any(|prefix| inside(prefix, to)) {
        let gateway = Place::Gateway(network.clone());
        trip.be_at_machine(&gateway);
        // The gateway, and the network behind it.
        trip.routed(&gateway);
        trip.routed(&gateway);
        return fabric::inside_network(state, trip, network, &gateway);
    }
    for remote in state.networks.values() {
        let uses = choice::gateways(state, remote).iter().any(|(gateway, _)| gateway == network);
        if remote.name != *network && uses && remote.address_prefixes.iter().any(|prefix| inside(prefix, to))
        {
            let gateway = Place::Gateway(network.clone());
            trip.be_at_machine(&gateway);
            trip.routed(&gateway);
            trip.routed(&gateway);
            return fabric::inside_network(state, trip, &remote.name, &gateway);
        }
    }
    let cause = if trip.back { DropCause::NoReturnRoute } else { DropCause::NoRoute };
    trip.end(&place, Ending::Drop(cause))
}

/// A packet on the Internet.
pub(super) fn internet(state: &State, mut trip: Trip, from: bool) -> Vec<(Trip, At)> {
    let place = Place::Internet;
    let to = trip.packet.destination;
    if from {
        trip.be_at_machine(&place);
    }
    if let Some(service) = who::frontend(state, to).filter(|service| !service.internal) {
        // The network of the load balancer is a hop.
        trip.packet.ttl = trip.packet.ttl.saturating_sub(1);
        return vec![(trip, At::Frontend(service))];
    }
    // An address of a way out: only answers come in by it.
    let known = trip.memories.iter().find(|memory| {
        matches!(memory.place, Place::LoadBalancer(_) | Place::NatGateway(_) | Place::Subnet(_))
            && memory.came.source != memory.left.source
            && same(&turned(&memory.left), &trip.packet)
    });
    if let Some(memory) = known.cloned() {
        let network = match &memory.place {
            Place::NatGateway(subnet) | Place::Subnet(subnet) => {
                NetworkName { network: subnet.network.clone() }
            }
            Place::LoadBalancer(name) => match state.clusters.get(name) {
                Some(cluster) => cluster.network.clone(),
                None => return Vec::new(),
            },
            Place::Pod(_)
            | Place::Node(_)
            | Place::Vm(_)
            | Place::Gateway(_)
            | Place::OnPremises(_)
            | Place::Internet
            | Place::Nowhere => return Vec::new(),
        };
        if matches!(memory.place, Place::Subnet(_)) {
            trip.be_at(&memory.place);
        } else {
            trip.be_at_machine(&memory.place);
        }
        trip.undo(&memory);
        trip.rewritten(&memory.place, NatKind::SessionReverse);
        trip.routed(&memory.place);
        return fabric::inside_network(state, trip, &network, &memory.place);
    }
    if let Some(cluster) = who::outbound_owner(state, to) {
        let at = Place::LoadBalancer(cluster.name.clone());
        return trip.end(&at, Ending::Drop(DropCause::LbRuleMismatch));
    }
    if let Some((subnet, inside)) = who::public_owner(state, to) {
        let Some(inside) = inside else { return trip.end(&place, Ending::Abort(AbortCause::ConfigNotFound)) };
        let at = Place::Subnet(subnet.clone());
        let came = trip.packet;
        trip.packet.destination = inside;
        trip.rewritten(&at, NatKind::InstancePublicIp);
        trip.remember(&at, came);
        trip.routed(&at);
        return fabric::inside_network(state, trip, &NetworkName { network: subnet.network }, &at);
    }
    if who::private(to) {
        return trip.end(&place, Ending::Drop(DropCause::InternetToPrivateAddress));
    }
    trip.be_at_machine(&place);
    vec![(trip, At::End(Ending::Deliver, Some(Station::Internet)))]
}
