//! What does the virtual network do with a packet that a network interface sends.
//!
//! The route is that of the sender's subnet, for answers as well (flow-tracing.md 4). The network counts as one routed
//! hop, as in the kernel lab; what the platform does to the time to live is not documented. This module must not know
//! what happens inside nodes.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use super::filter;
use super::gateway;
use super::hop::{Control, End, Ending, Nic, abort, drop, forward};
use super::next_hop;
use super::outbound;
use super::packet::{Packet, is_private};
use super::peering;
use super::pod::sentence;
use super::recorder::Recorder;
use super::step::{Detail, NatRecord, Place, RouteDecision};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{AbortCause, DropCause, ForwardTarget, NatHook, NatKind, StepKind};
use super::world::World;
use crate::model::Subnet;
use crate::name::Segment;
use crate::routes::{EffectiveNextHop, Lookup, choose, lookup};
use crate::text::put_all;

/// Addresses of the platform in every network: DNS and health probes, and instance metadata.
pub(crate) const PLATFORM_ADDRESSES: [Ipv4Addr; 2] =
    [Ipv4Addr::new(168, 63, 129, 16), Ipv4Addr::new(169, 254, 169, 254)];

/// The packet leaves a network interface.
pub(super) fn send<R: Recorder>(world: World<'_>, nic: &Nic, transit: &mut Transit<R>) -> Control {
    let machine = transit.nic_place(world, nic);
    transit.pass(&machine);
    if let Nic::Vm(vm) = nic
        && vm.machine.stopped
    {
        return drop(DropCause::VmNotRunning, &machine, format!("{} is stopped", vm.name));
    }
    let Some(subnet) = world.subnet_of(nic) else {
        return abort(
            AbortCause::ConfigNotFound,
            &machine,
            format!("the subnet of {machine} is not in the model"),
        );
    };
    if let Some(refused) = check_source(world, nic, &machine, transit) {
        return refused;
    }
    if let Some(refused) = filter::outbound(world, nic, transit) {
        return refused;
    }
    if !transit.leaves_first_time(&machine) {
        let text = format!("{machine} sends the same packet {} into the network again", transit.packet);
        return drop(DropCause::RoutingLoop, &machine, text);
    }
    if let Nic::Node(node) = nic {
        answer_for_load_balancer(&node.name.cluster, transit);
    }
    let destination = transit.packet.destination;
    if PLATFORM_ADDRESSES.iter().any(|address| IpAddr::V4(*address) == destination) {
        let place = world.subnet_place(subnet);
        let text = format!("{destination} is an address of the platform; no route table concerns it");
        return forward(ForwardTarget::ServiceEndpoint, &place, text);
    }
    let find = if R::KEEPS { lookup } else { choose };
    follow(world, nic, subnet, Arc::new(find(world.state, subnet, destination)), transit)
}

fn follow<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    subnet: &Subnet,
    choice: Arc<Lookup>,
    transit: &mut Transit<R>,
) -> Control {
    let place = world.subnet_place(subnet);
    let network = world.network_of(subnet);
    let destination = transit.packet.destination;
    transit.record(StepKind::ApplyRoute, &place, || {
        let decision = RouteDecision::Vnet(Arc::clone(&choice));
        (sentence(&decision), Detail::Route(decision))
    });
    let end = |cause, text: String, choice: &Arc<Lookup>| {
        End::at(Ending::Drop(cause), place.clone(), text, Some(Arc::clone(choice)))
    };
    if let Some(expired) = transit.route_hop(&place) {
        return expired;
    }
    let Some(winner) = &choice.winner else {
        return end(DropCause::NoRoute, format!("no route of {place} matches {destination}"), &choice);
    };
    let prefix = winner.route.prefix;
    let result = match &winner.route.next_hop {
        EffectiveNextHop::None => {
            let text = format!("{destination} matches {prefix} None ({})", winner.route.source.azure());
            return end(DropCause::RouteNone, text, &choice);
        }
        EffectiveNextHop::VnetLocal => next_hop::deliver_in(world, &network, &place, transit),
        EffectiveNextHop::VnetPeering(remote) => {
            peering::enter(world, &network, remote.as_ref(), &place, transit)
        }
        EffectiveNextHop::Internet if Packet::known(destination).is_some_and(is_private) => {
            let text =
                format!("{destination} matches {prefix} Internet, which has no route to a private address");
            return end(DropCause::UnknownExternalAddress, text, &choice);
        }
        EffectiveNextHop::Internet => outbound::leave(world, nic, subnet, transit),
        EffectiveNextHop::VirtualAppliance(address) => {
            next_hop::follow(world, &network, &place, *address, transit)
        }
        EffectiveNextHop::VirtualNetworkGateway => gateway::leave(&network),
        EffectiveNextHop::ServiceEndpoint => {
            let text = format!("{destination} belongs to a platform service");
            forward(ForwardTarget::ServiceEndpoint, &place, text)
        }
    };
    match result {
        Control::End(mut ending) => {
            ending.route.get_or_insert(choice);
            Control::End(ending)
        }
        Control::Next(_) | Control::Branch(_) => result,
    }
}

/// The network lets an interface send only from its own addresses, unless IP forwarding is on, or a load balancer gave
/// the machine the flow with its destination kept.
fn check_source<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Option<Control> {
    let source = transit.packet.source;
    let (own, forwards) = match nic {
        Nic::Node(node) => {
            (node.addresses.contains(&source) || node.pod_addresses.contains(source), world.forwards(node))
        }
        Nic::Vm(vm) => (vm.contains(source), vm.ip_forwarding),
    };
    if own {
        return None;
    }
    let balanced = |place: &Place| matches!(place, Place::LoadBalancer(_));
    if transit.sessions.iter().any(|s| balanced(&s.place) && s.reply.source == source) {
        transit.say(StepKind::CheckAntiSpoof, place, || {
            format!("{source} is the frontend that the load balancer kept as destination (floating IP)")
        });
        return None;
    }
    if forwards {
        transit.say(StepKind::CheckIpForwarding, place, || {
            Text::of_address(source, |text, source| {
                put_all(text, &[&"IP forwarding is on, so the network takes the foreign source ", &source]);
            })
        });
        return None;
    }
    let text = format!("{source} is no address of the interface of {place}, and its IP forwarding is off");
    Some(drop(DropCause::SpoofedSource, place, text))
}

/// The answer to a balanced flow belongs to the load balancer's flow; without floating IP it gets the frontend back.
fn answer_for_load_balancer<R: Recorder>(cluster: &Segment, transit: &mut Transit<R>) {
    let packet = transit.packet;
    // Only flows that came in by it: the answer to a flow that it translated on the way out meets it at the Internet.
    let came_in = |session: &&super::session::Session| {
        matches!(&*session.place, Place::LoadBalancer(of) if of.cluster == *cluster)
            && session.original.source == session.reply.destination
    };
    let mut balancers = transit.sessions.iter().filter(came_in);
    let Some(session) = balancers.find(|session| session.reply.same_flow(&packet)).cloned() else { return };
    transit.pass(&session.place);
    transit.record(StepKind::MatchSession, &session.place, || {
        (format!("is the answer to {}", session.original), Detail::Session(session.clone()))
    });
    if session.rewrites() {
        let after = session.reverse(&packet);
        transit.rewrite(&session.place, after, || {
            let kind = NatKind::SessionReverse;
            let rule = format!("load balancer flow {}", session.id());
            let record =
                NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session: session.id() };
            (format!("{packet} is rewritten back to {after}"), record)
        });
    }
}
