//! What happens to a packet that is on the Internet: it comes to a host, to a frontend, or back to who translated it.

use std::sync::Arc;

use super::hop::{Control, Hop, Nic, Station, abort, deliver, drop};
use super::next_hop;
use super::packet::{Packet, is_private};
use super::recorder::Recorder;
use super::step::{Detail, NatRecord, Place};
use super::transit::Transit;
use super::vocabulary::{AbortCause, AssumptionKind, DropCause, NatHook, NatKind, StepKind};
use super::world::World;
use crate::address::Family;
use crate::name::NetworkName;

/// The packet is on the Internet.
pub(super) fn carry<R: Recorder>(world: World<'_>, transit: &mut Transit<R>) -> Control {
    let packet = transit.packet;
    if let Some((network, place)) = translate_back(world, transit) {
        let expired = transit.route_hop(&place);
        return expired
            .unwrap_or_else(|| next_hop::deliver_in(world, &network, &Arc::new(Place::Internet), transit));
    }
    let destination = packet.destination;
    if Packet::known(destination).is_some_and(is_private) {
        let text = format!("{destination} is a private address; the Internet has no route to it");
        return drop(DropCause::InternetToPrivateAddress, &Arc::new(Place::Internet), text);
    }
    if let Some(service) = world.frontend(destination).filter(|service| !service.internal) {
        if !transit.sessions.iter().any(|session| session.original.answer().same_flow(&packet)) {
            let place = Arc::new(Place::LoadBalancer(service.name.cluster_name()));
            let expired = transit.route_hop(&place);
            return expired.unwrap_or_else(|| Control::Next(Hop::LoadBalancer(Arc::clone(service))));
        }
    } else if let Some(holder) = world.public_holder(destination) {
        return to_machine(world, &holder, transit);
    } else if let Some(cluster) = world.outbound_owner(destination) {
        let place = Arc::new(Place::LoadBalancer(cluster.name.clone()));
        let text = format!(
            "{destination} is an outbound address of {}; no flow of it matches {packet}",
            cluster.name
        );
        return drop(DropCause::LbRuleMismatch, &place, text);
    }
    transit.say(StepKind::ArriveAtInternet, &Arc::new(Place::Internet), || "enters the Internet".to_owned());
    transit.assume(
        AssumptionKind::RemoteHostAnswers,
        destination.to_string(),
        || "the Internet host takes the packet and answers",
    );
    deliver(world, Station::Internet, format!("{destination} is a host on the Internet"))
}

/// The public address of a machine stands for its own one, whatever the protocol.
fn to_machine<R: Recorder>(world: World<'_>, holder: &Nic, transit: &mut Transit<R>) -> Control {
    let before = transit.packet;
    let family = before.family();
    let own = match holder {
        Nic::Node(node) => node.address(family),
        Nic::Vm(vm) => Some(vm.prefix.first()).filter(|address| Family::of(*address) == family),
    };
    let (Some(own), Some(subnet)) = (own, world.subnet_of(holder)) else {
        let text = format!("{} has no address for {}", holder.place(), before.destination);
        return abort(AbortCause::ConfigNotFound, &Arc::new(Place::Internet), text);
    };
    let place = Arc::new(Place::Subnet(subnet.name.clone()));
    transit.rewrite(&place, Packet { destination: own, ..before }, || {
        let text = format!("{} is the public address of {own}", before.destination);
        let rule = "public address of the machine".to_owned();
        let kind = NatKind::InstancePublicIp;
        (text, NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session: String::new() })
    });
    transit.remember(&place, before);
    if let Some(expired) = transit.route_hop(&place) {
        return expired;
    }
    next_hop::deliver_in(world, &subnet.name.network_name(), &place, transit)
}

/// An answer to a flow that was translated on its way out goes back to the machine; gives the network of that machine,
/// and where it was translated.
fn translate_back<R: Recorder>(
    world: World<'_>,
    transit: &mut Transit<R>,
) -> Option<(NetworkName, Arc<Place>)> {
    let packet = transit.packet;
    let outward =
        |place: &Place| matches!(place, Place::LoadBalancer(_) | Place::NatGateway(_) | Place::Subnet(_));
    let mut translators =
        transit.sessions.iter().filter(|session| outward(&session.place) && session.rewrites());
    let session = translators.find(|session| session.reply.same_flow(&packet)).cloned()?;
    let network = match &*session.place {
        Place::LoadBalancer(cluster) => world.state.clusters.get(cluster)?.network.clone(),
        Place::NatGateway(subnet) | Place::Subnet(subnet) => subnet.network_name(),
        Place::Pod(_)
        | Place::Node(_)
        | Place::Vm(_)
        | Place::Gateway(_)
        | Place::OnPremises(_)
        | Place::Internet
        | Place::Nowhere => return None,
    };
    if !matches!(*session.place, Place::Subnet(_)) {
        transit.pass(&session.place);
    }
    transit.record(StepKind::MatchSession, &session.place, || {
        (format!("is the answer to {}", session.original), Detail::Session(session.clone()))
    });
    let after = session.reverse(&packet);
    transit.rewrite(&session.place, after, || {
        let kind = NatKind::SessionReverse;
        let rule = format!("translated flow {}", session.id());
        let record =
            NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session: session.id() };
        (format!("{packet} is rewritten back to {after}"), record)
    });
    Some((network, session.place))
}
