//! What does a virtual appliance do with a packet that a route sends to it.
//!
//! What stands there is configuration ([`Appliance`]). A firewall passes packets between private addresses on as they are
//! and puts its own address towards public ones, as Azure Firewall does; a source NAT always does. Both remember flows, and
//! neither lets an answer pass whose request it did not see: that is how a 0.0.0.0/0 route breaks inbound flows that come
//! by a load balancer (aks-networking.md 6). What an unknown appliance does with such an answer is not known (law L18).

use std::sync::Arc;

use super::hop::{Control, Hop, Nic, drop, forward};
use super::next_hop::to_reservation;
use super::packet::{Packet, is_private};
use super::recorder::Recorder;
use super::session::{Session, matching, repeated};
use super::step::{Detail, NatRecord, Place};
use super::transit::Transit;
use super::vocabulary::{
    AssumptionKind, DropCause, FlowDirection, ForwardTarget, NatHook, NatKind, StepKind,
};
use super::world::World;
use crate::model::{Appliance, Purpose, Reservation};

/// The packet comes to the machine at the address of a user-defined route.
pub(super) fn enter<R: Recorder>(
    world: World<'_>,
    holder: Arc<Reservation>,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Control {
    match holder.purpose {
        Purpose::VirtualMachine if holder.contains(transit.packet.destination) => {
            to_reservation(world, holder, place, transit)
        }
        Purpose::VirtualMachine => pass(holder, transit),
        Purpose::InternalLoadBalancer | Purpose::PrivateEndpoint | Purpose::Other => {
            transit.assume(
                AssumptionKind::ApplianceForwardsUnchanged,
                holder.name.to_string(),
                || "what stands behind the next hop is not in the model",
            );
            let text =
                format!("what the appliance at {} does with the packet is not in the model", holder.name);
            forward(ForwardTarget::VirtualAppliance, place, text)
        }
    }
}

/// Whether a packet to the machine's own address is the answer to a flow that the machine put its address on.
pub(super) fn translated<R: Recorder>(holder: &Reservation, transit: &Transit<R>) -> bool {
    let machine = Arc::new(Place::Vm(holder.name.clone()));
    matching(&transit.sessions, &machine, &transit.packet).is_some_and(Session::rewrites)
}

/// The packet passes the machine, which is not its destination.
pub(super) fn pass<R: Recorder>(holder: Arc<Reservation>, transit: &mut Transit<R>) -> Control {
    let machine = Arc::new(Place::Vm(holder.name.clone()));
    if holder.machine.stopped {
        return drop(DropCause::RouteNextHopNotRunning, &machine, format!("{} is stopped", holder.name));
    }
    if !holder.ip_forwarding {
        return drop(
            DropCause::IpForwardingDisabled,
            &machine,
            format!("IP forwarding of {} is off", holder.name),
        );
    }
    transit.pass(&machine);
    transit.say(StepKind::ArriveAtAppliance, &machine, || "enters the appliance".to_owned());
    transit.say(StepKind::CheckIpForwarding, &machine, || "IP forwarding is on".to_owned());
    if let Some(ended) = treat(&holder, &machine, transit) {
        return ended;
    }
    transit.route_hop(&machine).unwrap_or(Control::Next(Hop::Vnet(Nic::Vm(holder))))
}

/// Sessions and source of the packet; its end if the appliance does not let it pass.
fn treat<R: Recorder>(
    holder: &Reservation,
    machine: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Option<Control> {
    let packet = transit.packet;
    if let Some(session) = matching(&transit.sessions, machine, &packet).cloned() {
        transit.record(StepKind::MatchSession, machine, || {
            (format!("is the answer to {}", session.original), Detail::Session(session.clone()))
        });
        if session.rewrites() {
            let after = session.reverse(&packet);
            transit.rewrite(machine, after, || {
                let rule = format!("appliance flow {}", session.id());
                let text = format!("{packet} is rewritten back to {after}");
                (text, record(NatKind::SessionReverse, rule, session.id()))
            });
        }
        return None;
    }
    if let Some(session) = repeated(&transit.sessions, machine, &packet).cloned() {
        transit.record(StepKind::MatchSession, machine, || {
            ("the flow passed here before".to_owned(), Detail::Session(session))
        });
        return None;
    }
    let unseen = transit.direction == FlowDirection::Reply;
    let translates = match holder.machine.appliance {
        Appliance::Router => return None,
        Appliance::Unknown if unseen => {
            transit.assume(
                AssumptionKind::ApplianceForwardsUnchanged,
                holder.name.to_string(),
                || "the appliance passes packets on as they are, both ways",
            );
            let text = format!(
                "{} gets the answer {packet} to a request that it did not see; whether it lets it pass is not known",
                holder.name
            );
            return Some(forward(ForwardTarget::VirtualAppliance, machine, text));
        }
        Appliance::Firewall | Appliance::SourceNat if unseen => {
            let text = format!(
                "{} gets the answer {packet} to a request that it did not see, and drops it",
                holder.name
            );
            return Some(drop(DropCause::NoSessionForReply, machine, text));
        }
        Appliance::Unknown => {
            transit.assume(
                AssumptionKind::ApplianceForwardsUnchanged,
                holder.name.to_string(),
                || "the appliance passes packets on as they are, both ways",
            );
            false
        }
        Appliance::Firewall => !is_private(packet.destination),
        Appliance::SourceNat => true,
    };
    let address = holder.prefix.first();
    if translates && !holder.contains(packet.source) {
        let ports = packet.source_ports.masqueraded();
        transit.rewrite(machine, Packet { source: address, source_ports: ports, ..packet }, || {
            let text = format!("the appliance's address {address} takes the place of {}", packet.source);
            (text, record(NatKind::ApplianceSnat, "source NAT of the appliance".to_owned(), String::new()))
        });
    }
    transit.remember(machine, packet);
    None
}

fn record(kind: NatKind, rule: String, session: String) -> NatRecord {
    NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session }
}
