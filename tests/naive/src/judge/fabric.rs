//! What does the virtual network do with a packet that an interface sends: the subnet's routes, then the next hop.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::Place;
use podnet_core::flow::vocabulary::{AbortCause, DropCause, ForwardTarget, NatKind};
use podnet_core::model::{Appliance, Network, NodeState, Peering, Purpose, Reservation, TrafficDirection};
use podnet_core::name::{NetworkName, SubnetName};
use podnet_core::routes::EffectiveNextHop;

use super::answer::Ending;
use super::choice;
use super::security;
use super::trip::{At, From, Memory, Sender, Station, Trip, same};
use super::who::{self, Owner, inside};
use super::{edge, host};

/// An interface of a subnet sends a packet.
pub(super) fn subnet(state: &State, mut trip: Trip, subnet: &SubnetName, sender: &Sender) -> Vec<(Trip, At)> {
    if let Sender::Machine(machine) = sender
        && machine.machine.stopped
    {
        return trip.end(&Place::Vm(machine.name.clone()), Ending::Drop(DropCause::VmNotRunning));
    }
    if let Sender::Machine(machine) = sender {
        let from = Place::Vm(machine.name.clone());
        if let Some((at, ending)) = security::cross(state, &mut trip, sender, TrafficDirection::Outbound) {
            return trip.end(&at, ending);
        }
        if trip.sent_again(&from) {
            return trip.end(&from, Ending::Drop(DropCause::RoutingLoop));
        }
    }
    let place = Place::Subnet(subnet.clone());
    trip.be_at(&place);
    let to = trip.packet.destination;
    if [IpAddr::from([169, 254, 169, 254]), IpAddr::from([168, 63, 129, 16])].contains(&to) {
        return trip.end(&place, Ending::Forward(ForwardTarget::ServiceEndpoint));
    }
    let Some((chosen, best)) = choice::choose(state, subnet, to) else { return Vec::new() };
    trip.choices.push(chosen);
    trip.routed(&place);
    let Some(best) = best else { return trip.end(&place, Ending::Drop(DropCause::NoRoute)) };
    let network = NetworkName { network: subnet.network.clone() };
    match best.hop {
        EffectiveNextHop::None => trip.end(&place, Ending::Drop(DropCause::RouteNone)),
        EffectiveNextHop::VnetLocal => inside_network(state, trip, &network, &place),
        EffectiveNextHop::VnetPeering(None) => {
            let peering = peering_with(state, &network, to);
            if peering.is_some_and(|peering| !peering.allow_virtual_network_access) {
                return trip.end(&place, Ending::Drop(DropCause::PeeringForbids));
            }
            trip.end(&place, Ending::Forward(ForwardTarget::PeeredVnet))
        }
        EffectiveNextHop::VnetPeering(Some(remote)) => match crossing(state, &trip, &network, &remote) {
            Crossing::Open => inside_network(state, trip, &remote, &place),
            Crossing::Closed => trip.end(&place, Ending::Drop(DropCause::PeeringForbids)),
            Crossing::Unknown => trip.end(&place, Ending::Forward(ForwardTarget::PeeredVnet)),
        },
        EffectiveNextHop::Internet => {
            if who::private(to) {
                return trip.end(&place, Ending::Drop(DropCause::UnknownExternalAddress));
            }
            edge::way_out(state, trip, subnet, sender)
        }
        EffectiveNextHop::ServiceEndpoint => {
            trip.end(&place, Ending::Forward(ForwardTarget::ServiceEndpoint))
        }
        EffectiveNextHop::VirtualNetworkGateway => edge::to_gateway(state, trip, &network),
        EffectiveNextHop::VirtualAppliance(hop) => appliance(state, trip, &network, hop, &place),
    }
}

/// The peering of a network that holds an address.
fn peering_with<'a>(state: &'a State, network: &NetworkName, to: IpAddr) -> Option<&'a Peering> {
    let network = state.networks.get(network)?;
    let mut peerings = network.peerings.iter();
    peerings.find(|peering| peering.remote_prefixes.iter().any(|prefix| inside(prefix, to)))
}

enum Crossing {
    Open,
    Closed,
    Unknown,
}

/// Whether both sides of a peering let a packet through.
fn crossing(state: &State, trip: &Trip, from: &NetworkName, to: &NetworkName) -> Crossing {
    let (Some(here), Some(there)) = (state.networks.get(from), state.networks.get(to)) else {
        return Crossing::Unknown;
    };
    let between = |network: &Network, with: &NetworkName| {
        network.peerings.iter().find(|peering| peering.remote_network.as_ref() == Some(with)).cloned()
    };
    let (Some(out), Some(back)) = (between(here, to), between(there, from)) else { return Crossing::Closed };
    if !out.allow_virtual_network_access || !back.allow_virtual_network_access {
        return Crossing::Closed;
    }
    let originates = here.address_prefixes.iter().any(|space| inside(space, trip.packet.source));
    if !originates && !back.allow_forwarded_traffic { Crossing::Closed } else { Crossing::Open }
}

/// To the interface of a network that has the destination.
pub(super) fn inside_network(
    state: &State,
    trip: Trip,
    network: &NetworkName,
    place: &Place,
) -> Vec<(Trip, At)> {
    let to = trip.packet.destination;
    let internal = who::frontend(state, to).filter(|service| {
        let cluster = state.clusters.values().find(|cluster| cluster.name.cluster == service.name.cluster);
        service.internal && cluster.is_some_and(|cluster| cluster.network == *network)
    });
    if let Some(service) = internal {
        return vec![(trip, At::Frontend(service))];
    }
    match who::owner(state, network, to) {
        None => trip.end(place, Ending::Drop(DropCause::UnknownInternalAddress)),
        Some(Owner::Node(node)) => vec![(trip, At::Node(node, From::Network))],
        Some(Owner::Reservation(machine)) => match machine.purpose {
            Purpose::VirtualMachine => enters(state, trip, machine, At::Machine),
            Purpose::PrivateEndpoint => trip.end(place, Ending::Forward(ForwardTarget::ServiceEndpoint)),
            Purpose::InternalLoadBalancer | Purpose::Other => {
                trip.end(place, Ending::Abort(AbortCause::ConfigNotFound))
            }
        },
        Some(Owner::Platform | Owner::Released | Owner::Nobody) => {
            trip.end(place, Ending::Drop(DropCause::NeighborUnreachable))
        }
    }
}

/// To the interface that a user route names.
fn appliance(
    state: &State,
    mut trip: Trip,
    network: &NetworkName,
    hop: IpAddr,
    place: &Place,
) -> Vec<(Trip, At)> {
    let mut near = vec![network.clone()];
    if let Some(own) = state.networks.get(network) {
        near.extend(own.peerings.iter().filter_map(|peering| peering.remote_network.clone()));
    }
    let found = near.iter().find_map(|name| Some((name.clone(), who::owner(state, name, hop)?)));
    let Some((remote, owner)) = found else {
        return trip.end(place, Ending::Drop(DropCause::RouteNextHopNotResolved));
    };
    if remote != *network && !matches!(crossing(state, &trip, network, &remote), Crossing::Open) {
        return trip.end(place, Ending::Drop(DropCause::PeeringForbids));
    }
    match owner {
        Owner::Node(node) => {
            let at = Place::Node(node.name.clone());
            let Some(cluster) = who::cluster_of(state, &node) else { return Vec::new() };
            if node.state == NodeState::NotReady {
                return trip.end(&at, Ending::Drop(DropCause::RouteNextHopNotRunning));
            }
            let to = trip.packet.destination;
            let own = node.addresses.contains(&to) || node.pod_addresses.iter().any(|held| held == to);
            if !own && !who::carries(&cluster, &node) {
                return trip.end(&at, Ending::Drop(DropCause::IpForwardingDisabled));
            }
            if !own {
                // That its interface takes packets of others is seen there, before its groups filter.
                trip.be_at(&at);
            }
            let pods = cluster.pod_prefixes.iter().any(|prefix| inside(prefix, to));
            let blocks = node.pod_prefixes.iter().any(|block| inside(block, to));
            if pods && !blocks {
                let interface = Sender::Node(Arc::clone(&node));
                if let Some((at, ending)) =
                    security::cross(state, &mut trip, &interface, TrafficDirection::Inbound)
                {
                    return trip.end(&at, ending);
                }
                return trip.end(&at, Ending::Drop(DropCause::RouteNextHopWrongNode));
            }
            vec![(trip, At::Node(node, From::Network))]
        }
        Owner::Reservation(machine) if machine.purpose == Purpose::VirtualMachine => {
            enters(state, trip, machine, At::Appliance)
        }
        Owner::Reservation(_) => trip.end(place, Ending::Forward(ForwardTarget::VirtualAppliance)),
        Owner::Released | Owner::Nobody => trip.end(place, Ending::Drop(DropCause::RouteNextHopNotFound)),
        Owner::Platform => trip.end(place, Ending::Drop(DropCause::RouteNextHopNotResolved)),
    }
}

/// A packet comes to the interface of a machine; one that is stopped has none that filters.
fn enters(
    state: &State,
    mut trip: Trip,
    machine: Arc<Reservation>,
    then: impl Fn(Arc<Reservation>) -> At,
) -> Vec<(Trip, At)> {
    let interface = Sender::Machine(Arc::clone(&machine));
    if !machine.machine.stopped
        && let Some((at, ending)) = security::cross(state, &mut trip, &interface, TrafficDirection::Inbound)
    {
        return trip.end(&at, ending);
    }
    vec![(trip, then(machine))]
}

/// An appliance passes a packet on, if its interface may, in the way that it is known for.
pub(super) fn pass_on(mut trip: Trip, machine: &Arc<Reservation>) -> Vec<(Trip, At)> {
    let place = Place::Vm(machine.name.clone());
    trip.be_at_machine(&place);
    let known = trip.answered(&place);
    if inside(&machine.prefix, trip.packet.destination) && !known.as_ref().is_some_and(translated) {
        return vec![(trip, At::Machine(Arc::clone(machine)))];
    }
    if machine.machine.stopped {
        return trip.end(&place, Ending::Drop(DropCause::RouteNextHopNotRunning));
    }
    if !machine.ip_forwarding {
        return trip.end(&place, Ending::Drop(DropCause::IpForwardingDisabled));
    }
    // What it sends from any of its own addresses stays as it is.
    let own = inside(&machine.prefix, trip.packet.source);
    let translates = match machine.machine.appliance {
        Appliance::SourceNat => !own,
        Appliance::Firewall => !own && !who::private(trip.packet.destination),
        Appliance::Unknown | Appliance::Router => false,
    };
    match (machine.machine.appliance, known) {
        (Appliance::Router, _) => {}
        (Appliance::Unknown | Appliance::Firewall | Appliance::SourceNat, Some(memory)) => {
            let before = trip.packet;
            trip.undo(&memory);
            if !same(&before, &trip.packet) {
                trip.rewritten(&place, NatKind::SessionReverse);
            }
        }
        // The flow passed here before, in this direction.
        (Appliance::Unknown | Appliance::Firewall | Appliance::SourceNat, None) if trip.handled(&place) => {}
        (Appliance::Unknown, None) if trip.back => {
            return trip.end(&place, Ending::Forward(ForwardTarget::VirtualAppliance));
        }
        (Appliance::Firewall | Appliance::SourceNat, None) if trip.back => {
            return trip.end(&place, Ending::Drop(DropCause::NoSessionForReply));
        }
        (Appliance::Unknown | Appliance::Firewall | Appliance::SourceNat, None) if !translates => {
            let came = trip.packet;
            trip.remember(&place, came);
        }
        (Appliance::Unknown | Appliance::Firewall | Appliance::SourceNat, None) => {
            let came = trip.packet;
            trip.packet.source = machine.prefix.first();
            trip.packet.source_ports = host::masqueraded(trip.packet.source_ports);
            trip.rewritten(&place, NatKind::ApplianceSnat);
            trip.remember(&place, came);
        }
    }
    trip.routed(&place);
    vec![(trip, At::Subnet(machine.name.subnet_name(), Sender::Machine(Arc::clone(machine))))]
}

/// Whether a place changed the packet that it remembers.
fn translated(memory: &Memory) -> bool {
    !same(&memory.came, &memory.left)
}

/// A machine gets a packet: for itself, or the answer to a flow that it translated.
pub(super) fn machine_gets(mut trip: Trip, machine: &Arc<Reservation>) -> Vec<(Trip, At)> {
    let place = Place::Vm(machine.name.clone());
    if trip.answered(&place).as_ref().is_some_and(translated) {
        return vec![(trip, At::Appliance(Arc::clone(machine)))];
    }
    trip.be_at_machine(&place);
    if machine.machine.stopped {
        return trip.end(&place, Ending::Drop(DropCause::VmNotRunning));
    }
    vec![(trip, At::End(Ending::Deliver, Some(Station::Machine(Arc::clone(machine)))))]
}
