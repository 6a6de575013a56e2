//! Where does the answer start, and does it come to who asked.

use super::hop::{End, Ending, Hop, Station};
use super::packet::Packet;
use super::vocabulary::DropCause;

/// The hop and the packet with which what was reached answers.
pub(super) fn start(reached: &Station, arrived: &Packet) -> (Hop, Packet) {
    (reached.start(), arrived.answer())
}

/// Holds an answer that was delivered against what the asker waits for: it must come to the asker, from the address and
/// port that the asker sent to.
pub(super) fn judge(end: End, asker: &Station, asked: &Packet, arrived: &Packet) -> End {
    let Ending::Deliver(station) = &end.ending else { return end };
    let wanted = asked.answer();
    let (cause, text) = if station != asker {
        let text = format!("the answer {arrived} comes to {}, which did not ask", station.place());
        (DropCause::NoSessionForReply, text)
    } else if !wanted.same_flow(arrived) {
        (DropCause::ReplySourceMismatch, format!("the sender waits for {wanted}; {arrived} comes"))
    } else {
        return end;
    };
    End { ending: Ending::Drop(cause), place: station.place(), explanation: text.into(), route: None }
}
