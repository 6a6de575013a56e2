//! What travels along with a packet: its header, what is remembered of it, and what was written down.

use std::borrow::Cow;
use std::sync::Arc;

use super::hop::{Control, Nic, drop};
use super::packet::Packet;
use super::recorder::Recorder;
use super::session::Session;
use super::step::{Detail, FilterDecision, NatRecord, NatSkip, Place, Step};
use super::text::Text;
use super::verdict::Assumption;
use super::vocabulary::{AssumptionKind, DropCause, FlowDirection, StepKind};
use super::world::World;
use crate::model::TrafficDirection;
use crate::name::NodeName;
use crate::text::put_all;

/// A flow that the security groups of an interface let pass, so that its answer passes too.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Permit {
    /// The machine of the interface.
    pub(super) place: Arc<Place>,
    /// Direction of the flow at the interface.
    pub(super) direction: TrafficDirection,
    /// The packet as it crossed.
    pub(super) packet: Packet,
}

impl Permit {
    /// Whether a packet that crosses the interface of a machine answers the flow.
    pub(super) fn lets_answer_pass(
        &self,
        place: &Arc<Place>,
        direction: TrafficDirection,
        packet: &Packet,
    ) -> bool {
        self.direction != direction && self.place == *place && self.packet.answer().same_flow(packet)
    }
}

/// A packet under way in one branch and direction.
#[derive(Clone)]
pub(super) struct Transit<R> {
    /// The packet as it is now.
    pub(super) packet: Packet,
    /// Direction.
    pub(super) direction: FlowDirection,
    /// What nodes and load balancers remember.
    pub(super) sessions: Vec<Session>,
    /// What was relied on.
    pub(super) assumptions: Vec<Assumption>,
    /// Machines and devices in order, each once in a row.
    pub(super) places: Vec<Arc<Place>>,
    /// Steps, counted whether they are kept or not.
    pub(super) steps: usize,
    /// Flows that interfaces let pass.
    pub(super) permits: Vec<Permit>,
    /// What would have helped, if a filter ended the branch.
    pub(super) advice: String,
    recorder: R,
    visited: Vec<(Arc<Place>, Packet)>,
    /// The node that was named last.
    named: Option<Arc<Place>>,
}

/// Room for the machines of most branches, and for what they remember.
const PLACES_EXPECTED: usize = 6;
const SESSIONS_EXPECTED: usize = 3;

impl<R: Recorder> Transit<R> {
    /// A packet that starts.
    pub(super) fn new(packet: Packet, direction: FlowDirection, sessions: Vec<Session>) -> Self {
        Self {
            packet,
            direction,
            sessions,
            assumptions: Vec::new(),
            places: Vec::with_capacity(PLACES_EXPECTED),
            steps: 0,
            permits: Vec::new(),
            advice: String::new(),
            recorder: R::default(),
            visited: Vec::new(),
            named: None,
        }
    }

    /// The place of a node: the one that steps and sessions have already, if they do.
    pub(super) fn node_place(&mut self, world: World<'_>, node: &NodeName) -> Arc<Place> {
        let is_it = |place: &&Arc<Place>| matches!(&***place, Place::Node(name) if name == node);
        let passed = self.named.iter().chain(self.places.iter().rev());
        let known = passed.chain(self.sessions.iter().map(|session| &session.place)).find(is_it);
        if let Some(known) = known {
            return Arc::clone(known);
        }
        let place = world.node_place(node);
        self.named = Some(Arc::clone(&place));
        place
    }

    /// The place of an interface's machine.
    pub(super) fn nic_place(&mut self, world: World<'_>, nic: &Nic) -> Arc<Place> {
        match nic {
            Nic::Node(node) => self.node_place(world, &node.name),
            Nic::Vm(_) => nic.place(),
        }
    }

    /// Ends the branch and gives its steps.
    pub(super) fn into_steps(self) -> Vec<Step> {
        self.recorder.into_steps()
    }

    /// Takes down a step that leaves the packet as it is.
    pub(super) fn record<T: Into<Text>>(
        &mut self,
        kind: StepKind,
        place: &Arc<Place>,
        words: impl FnOnce() -> (T, Detail),
    ) {
        let packet = self.packet;
        self.write(kind, place, packet, words);
    }

    /// Takes down what a filter said.
    pub(super) fn filter(&mut self, kind: StepKind, place: &Arc<Place>, decision: FilterDecision) {
        self.record(kind, place, || (decision.explanation.clone(), Detail::Filter(decision)));
    }

    /// Takes down a step without detail.
    pub(super) fn say<T: Into<Text>>(
        &mut self,
        kind: StepKind,
        place: &Arc<Place>,
        words: impl FnOnce() -> T,
    ) {
        self.record(kind, place, || (words(), Detail::None));
    }

    /// Rewrites the packet and takes it down.
    pub(super) fn rewrite<T: Into<Text>>(
        &mut self,
        place: &Arc<Place>,
        after: Packet,
        words: impl FnOnce() -> (T, NatRecord),
    ) {
        let before = std::mem::replace(&mut self.packet, after);
        self.write(StepKind::Nat, place, before, || {
            let (text, record) = words();
            (text, Detail::Nat(record))
        });
    }

    /// Takes a routed hop from the packet and takes it down; the end of the packet if none was left.
    pub(super) fn route_hop(&mut self, place: &Arc<Place>) -> Option<Control> {
        let before = self.packet;
        let left = self.packet.take_hop();
        let after = self.packet.ttl;
        self.write(StepKind::DecrementTtl, place, before, || {
            let text = Text::of_hops(before.ttl, after, |text, before, after| {
                put_all(text, &[&"time to live ", &before, &" becomes ", &after]);
            });
            (text, Detail::None)
        });
        if left {
            return None;
        }
        let text = format!("the time to live of {before} is used up");
        Some(drop(DropCause::TtlExceeded, place, text))
    }

    /// Takes down that a possible rewriting does not happen.
    pub(super) fn skip_nat(&mut self, place: &Arc<Place>, skip: NatSkip, text: impl Into<Text>) {
        self.record(StepKind::SkipNat, place, || (text, Detail::SkipNat(skip)));
    }

    /// Lets a place remember the flow: the packet as it came there, and the answer to the packet as it is now.
    pub(super) fn remember(&mut self, place: &Arc<Place>, original: Packet) {
        if self.sessions.is_empty() {
            self.sessions.reserve(SESSIONS_EXPECTED);
        }
        let number = self.sessions.len() + 1;
        let session = Session { number, place: Arc::clone(place), original, reply: self.packet.answer() };
        self.assume(
            AssumptionKind::SessionsEmptyAtStart,
            String::new(),
            || "no node, load balancer or gateway knew this flow before its first packet",
        );
        self.record(StepKind::SetupSession, place, || {
            let text = Text::of_packet(session.reply, |text, reply| {
                put_all(text, &[&"remembers the flow; expects the answer ", &reply]);
            });
            (text, Detail::Session(session.clone()))
        });
        self.sessions.push(session);
    }

    /// Notes something that is relied on, once; a verdict does not name it.
    pub(super) fn assume<T: Into<Cow<'static, str>>>(
        &mut self,
        kind: AssumptionKind,
        place: String,
        explanation: impl FnOnce() -> T,
    ) {
        if R::KEEPS && !self.assumptions.iter().any(|known| known.kind == kind && known.place == place) {
            self.assumptions.push(Assumption { kind, place, explanation: explanation().into() });
        }
    }

    /// Notes that the packet is at a machine or device.
    pub(super) fn pass(&mut self, place: &Arc<Place>) {
        if self.places.last() != Some(place) {
            self.places.push(Arc::clone(place));
        }
    }

    /// Notes that a machine sends the packet into the network; `false` if it sent the very same one before.
    pub(super) fn leaves_first_time(&mut self, place: &Arc<Place>) -> bool {
        let packet = Packet { ttl: 0, ..self.packet };
        if self.visited.iter().any(|(at, seen)| at == place && *seen == packet) {
            return false;
        }
        self.visited.push((Arc::clone(place), packet));
        true
    }

    fn write<T: Into<Text>>(
        &mut self,
        kind: StepKind,
        place: &Arc<Place>,
        before: Packet,
        words: impl FnOnce() -> (T, Detail),
    ) {
        self.steps += 1;
        let after = self.packet;
        self.recorder.record(|| {
            let (description, detail) = words();
            let description = description.into();
            Step { kind, place: Arc::clone(place), description, before, after, detail }
        });
    }
}
