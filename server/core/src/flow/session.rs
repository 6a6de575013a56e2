//! What do nodes and load balancers remember of a flow, so that its answer finds the way back.
//!
//! A node's connection tracking knows every flow that passes it, rewritten or not; a load balancer or NAT gateway knows
//! the flows that it spread or translated. Sessions of one trace start empty, which is an assumption that is named.

use std::sync::Arc;

use super::packet::Packet;
use super::step::Place;

/// A flow that is remembered.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Number in its branch, from 1.
    pub number: usize,
    /// Who remembers.
    pub place: Arc<Place>,
    /// The packet as it came.
    pub original: Packet,
    /// The answer as it is expected.
    pub reply: Packet,
}

impl Session {
    /// Name within the trace, as `s1`.
    pub fn id(&self) -> String {
        format!("s{}", self.number)
    }

    /// Whether this place rewrote the flow.
    pub fn rewrites(&self) -> bool {
        !self.original.answer().same_flow(&self.reply)
    }

    /// The expected answer as it leaves this place: rewritten back.
    pub fn reverse(&self, packet: &Packet) -> Packet {
        Packet { ttl: packet.ttl, ..self.original.answer() }
    }
}

/// What the answer meets at a place.
pub(super) fn matching<'a>(
    sessions: &'a [Session],
    place: &Arc<Place>,
    packet: &Packet,
) -> Option<&'a Session> {
    sessions.iter().find(|session| session.place == *place && session.reply.same_flow(packet))
}

/// Whether a place saw the very same packet before.
pub(super) fn repeated<'a>(
    sessions: &'a [Session],
    place: &Arc<Place>,
    packet: &Packet,
) -> Option<&'a Session> {
    sessions.iter().find(|session| session.place == *place && session.original.same_flow(packet))
}
