//! Where does the answer start, does it come to who asked, and can the flow go on.

use super::hop::{End, Ending, Hop, Station};
use super::packet::Packet;
use super::session::Session;
use super::step::Place;
use super::transit::Transit;
use super::vocabulary::DropCause;
use super::world::World;
use crate::model::{Appliance, Protocol};

/// The hop and the packet with which what was reached answers.
pub(super) fn start(reached: &Station, arrived: &Packet) -> (Hop, Packet) {
    (reached.start(), arrived.answer())
}

/// Holds an answer that was delivered against what the asker waits for: it must come to the asker, from the address and
/// port that the asker sent to.
pub(super) fn judge(world: World<'_>, end: End, asker: &Station, asked: &Packet, arrived: &Packet) -> End {
    let Ending::Deliver(station) = &end.ending else { return end };
    let wanted = asked.answer();
    let (cause, text) = if station != asker {
        let text = format!("the answer {arrived} comes to {}, which did not ask", station.place(world));
        (DropCause::NoSessionForReply, text)
    } else if !wanted.same_flow(arrived) {
        (DropCause::ReplySourceMismatch, format!("the sender waits for {wanted}; {arrived} comes"))
    } else {
        return end;
    };
    End { ending: Ending::Drop(cause), place: station.place(world), explanation: text.into(), route: None }
}

/// Holds an answer that came to the asker against those who passed the request on and remember it: to who saw a
/// connection begin and not the answer, what follows belongs to no connection, and nodes (KUBE-FORWARD) and stateful
/// appliances drop it. TCP alone has such a third packet; seen in the kernel lab.
pub(super) fn carry_on<R>(world: World<'_>, end: End, asked: &[Session], answer: &Transit<R>) -> End {
    if !matches!(end.ending, Ending::Deliver(_)) || answer.packet.protocol != Protocol::Tcp {
        return end;
    }
    let judges = |place: &Place| match place {
        Place::Node(_) => true,
        Place::Vm(name) => world.state.reservations.get(name).is_some_and(|vm| match vm.machine.appliance {
            Appliance::Firewall | Appliance::SourceNat => true,
            Appliance::Router | Appliance::Unknown => false,
        }),
        Place::Pod(_)
        | Place::Subnet(_)
        | Place::LoadBalancer(_)
        | Place::NatGateway(_)
        | Place::Gateway(_)
        | Place::OnPremises(_)
        | Place::Internet
        | Place::Nowhere => false,
    };
    let bypassed = |session: &&Session| judges(&session.place) && !answer.places.contains(&session.place);
    let Some(session) = asked.iter().find(bypassed) else { return end };
    let text = format!(
        "the answer came by another way than by {}, which saw the connection begin; it drops the packets that follow",
        session.place
    );
    End { ending: Ending::Drop(DropCause::NoSessionForReply), explanation: text.into(), ..end }
}
