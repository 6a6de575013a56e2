//! How does a result with its traces look on the wire, written at once?
//!
//! The words of a trace are those of the contract, so that they are found by their text; a test holds both lists
//! together, and `trace_by_messages` holds the bytes to those of the generated code. A trace names the same few places and
//! packets in nearly every step, so what was written of them last is copied.

use std::sync::{Arc, LazyLock};

use podnet_core::State;
use podnet_core::flow::packet::{Packet, Ports};
use podnet_core::flow::session::Session;
use podnet_core::flow::step::{
    Backend, BackendSelection, Detail, DeviceRoute, FilterDecision, FilterSource, NatRecord, NatSkip, Place,
    RouteDecision, Step,
};
use podnet_core::flow::verdict::{Assumption, Cause, FlowCause, Verdicts};
use podnet_core::flow::{FlowResult, Trace, reference_of_place, references_of_detail};
use podnet_core::meta::Revision;
use podnet_core::routes::{Candidate, CandidateOutcome};
use podnet_core::text::{Put, text_of};
use podnet_proto::v1 as pb;

use super::{count, revision, route, workload};
use crate::grpc::wire::Wire;

/// Number of a word of the contract's enum with this prefix; 0 if it has no such word.
macro_rules! word {
    ($type:ident, $prefix:literal, $word:expr) => {{
        use podnet_core::flow::vocabulary::$type;
        static NUMBERS: LazyLock<Vec<i32>> = LazyLock::new(|| {
            let number = |word: &$type| {
                let name = text_of(&[&concat!($prefix, "_"), &word.text()]);
                pb::$type::from_str_name(&name).unwrap_or_default() as i32
            };
            $type::ALL.iter().map(number).collect()
        });
        // The list has every word, in the order of the enum.
        NUMBERS.get($word as usize).copied().unwrap_or_default()
    }};
}

/// Bytes of a trace both ways between pods, so that a piece of a batch is seldom moved as it grows.
pub(crate) const RESULT_BYTES_EXPECTED: usize = 12 << 10;

/// Bytes that the length of a step takes, of a branch, and of a result.
const STEP_LENGTH: usize = 2;
const BRANCH_LENGTH: usize = 2;

/// Writes the verdicts of a flow, the first fields of a result.
pub(crate) fn verdicts(wire: &mut Wire, verdicts: &Verdicts) {
    wire.signed(1, word!(Verdict, "VERDICT", verdicts.overall));
    wire.signed(2, word!(Verdict, "VERDICT", verdicts.forward));
    wire.signed(3, verdicts.reply.map_or(0, |reply| word!(Verdict, "VERDICT", reply)));
    wire.signed(4, word!(Symmetry, "SYMMETRY", verdicts.symmetry));
}

/// Writes the revision of a result, its last field.
pub(crate) fn at(wire: &mut Wire, at: Revision) {
    wire.signed(9, revision(at));
}

/// Writes the fields of a result.
pub(crate) fn result(wire: &mut Wire, state: &State, result: &FlowResult) {
    verdicts(wire, &result.verdicts);
    let mut writer = Writer { state, wire, packets: Default::default(), oldest: 0, places: Vec::new() };
    for branch in &result.forward {
        writer.branch(5, branch);
    }
    for branch in &result.reply {
        writer.branch(6, branch);
    }
    if let Some(failed) = &result.cause {
        writer.wire.message(7, |wire| cause(wire, failed));
    }
    for relied_on in &result.assumptions {
        writer.wire.message(8, |wire| assumption(wire, relied_on));
    }
    at(writer.wire, result.revision);
}

/// What a trace is written with.
struct Writer<'a> {
    state: &'a State,
    wire: &'a mut Wire,
    /// The packets that were written last.
    packets: [Option<(Packet, Wire)>; 2],
    oldest: usize,
    /// The places that were written.
    places: Vec<Known>,
}

/// A place that was written.
struct Known {
    place: Arc<Place>,
    text: String,
    /// The fields of its reference, if it is a resource.
    reference: Option<Vec<u8>>,
}

impl Writer<'_> {
    fn branch(&mut self, field: u32, branch: &Trace) {
        let start = self.wire.begin(field, BRANCH_LENGTH);
        self.wire.number(1, count(branch.branch));
        self.wire.number(2, count(branch.forward_branch));
        self.wire.double(3, branch.weight);
        self.wire.signed(4, word!(Verdict, "VERDICT", branch.verdict));
        branch.steps.iter().for_each(|step| self.step(step));
        self.wire.end(start, BRANCH_LENGTH);
    }

    fn step(&mut self, step: &Step) {
        let start = self.wire.begin(5, STEP_LENGTH);
        self.wire.signed(1, word!(StepKind, "STEP_KIND", step.kind));
        let place = self.known(&step.place);
        self.wire.text(2, &self.places[place].text);
        self.wire.put(3, &[&step.description]);
        self.packet(4, &step.before);
        self.packet(5, &step.after);
        self.detail(step);
        if let Some(reference) = &self.places[place].reference {
            self.wire.message_of(16, reference);
        }
        let wire = &mut *self.wire;
        references_of_detail(self.state, &step.detail, &mut |name, at| {
            wire.message(16, |wire| reference(wire, name, at));
        });
        self.wire.end(start, STEP_LENGTH);
    }

    /// The index of what is known of a place.
    fn known(&mut self, place: &Arc<Place>) -> usize {
        let same = self.places.iter().position(|known| Arc::ptr_eq(&known.place, place));
        if let Some(index) = same.or_else(|| self.places.iter().position(|known| known.place == *place)) {
            return index;
        }
        let reference = reference_of_place(self.state, place).map(|(name, at)| {
            let mut wire = Wire::default();
            reference(&mut wire, name, at);
            wire.into_bytes()
        });
        self.places.push(Known { place: Arc::clone(place), text: text_of(&[place]), reference });
        self.places.len() - 1
    }

    fn place(&mut self, field: u32, place: &Arc<Place>) {
        let known = self.known(place);
        self.wire.text(field, &self.places[known].text);
    }

    fn packet(&mut self, field: u32, packet: &Packet) {
        let written = self.packets.iter().flatten().find(|(known, _)| known == packet);
        if let Some((_, written)) = written {
            return self.wire.message_of(field, written.bytes());
        }
        let place = &mut self.packets[self.oldest];
        self.oldest = (self.oldest + 1) % 2;
        let (known, written) = place.get_or_insert_with(|| (*packet, Wire::default()));
        *known = *packet;
        written.clear();
        packet_fields(written, packet);
        self.wire.message_of(field, written.bytes());
    }

    fn detail(&mut self, step: &Step) {
        match &step.detail {
            Detail::None => {}
            Detail::Route(decision) => self.wire.message(6, |wire| route_decision(wire, decision)),
            Detail::NextHop { address, owner } => {
                let start = self.wire.begin(7, 1);
                self.wire.put(1, &[address]);
                if let Some(owner) = owner {
                    self.place(2, owner);
                }
                self.wire.end(start, 1);
            }
            Detail::Nat(record) => {
                let start = self.wire.begin(8, STEP_LENGTH);
                self.nat(step, record);
                self.wire.end(start, STEP_LENGTH);
            }
            Detail::SkipNat(skip) => self.wire.message(9, |wire| nat_skip(wire, skip)),
            Detail::Backend(selection) => self.wire.message(10, |wire| backends(wire, selection)),
            Detail::Filter(decision) => self.wire.message(11, |wire| filter(wire, decision)),
            Detail::Session(session) => {
                let start = self.wire.begin(12, STEP_LENGTH);
                self.session(session);
                self.wire.end(start, STEP_LENGTH);
            }
            // Which of the details it is, says the field; its default is not left out.
            Detail::Drop(cause) => present(self.wire, 13, word!(DropCause, "DROP_CAUSE", *cause)),
            Detail::Forward(target) => {
                present(self.wire, 14, word!(ForwardTarget, "FORWARD_TARGET", *target));
            }
            Detail::Abort(cause) => present(self.wire, 15, word!(AbortCause, "ABORT_CAUSE", *cause)),
        }
    }

    fn nat(&mut self, step: &Step, record: &NatRecord) {
        self.wire.signed(1, word!(NatKind, "NAT_KIND", record.kind));
        self.wire.signed(2, word!(NatHook, "NAT_HOOK", record.hook));
        self.packet(3, &step.before);
        self.packet(4, &step.after);
        self.wire.text(5, &record.rule);
        if let Some(allocation) = &record.port_allocation {
            self.wire.message(6, |wire| {
                ports(wire, 1, allocation.ports);
                wire.present(2, allocation.in_use);
                wire.number(3, allocation.capacity);
            });
        }
        self.wire.text(7, &record.session);
    }

    fn session(&mut self, session: &Session) {
        self.wire.text(1, &session.id());
        self.place(2, &session.place);
        self.packet(3, &session.original);
        self.packet(4, &session.reply);
    }
}

/// A word that is one of several alternatives.
fn present(wire: &mut Wire, field: u32, word: i32) {
    wire.present(field, u64::from(word.cast_unsigned()));
}

fn cause(wire: &mut Wire, cause: &FlowCause) {
    wire.signed(1, word!(FlowDirection, "FLOW_DIRECTION", cause.direction));
    match &cause.cause {
        Cause::Drop(drop) => present(wire, 2, word!(DropCause, "DROP_CAUSE", *drop)),
        Cause::Abort(abort) => present(wire, 3, word!(AbortCause, "ABORT_CAUSE", *abort)),
        Cause::Forward(target) => present(wire, 4, word!(ForwardTarget, "FORWARD_TARGET", *target)),
    }
    wire.put(5, &[&cause.place]);
    wire.text(6, &cause.explanation);
    wire.text(7, &cause.remediation);
}

/// Writes the fields of what was relied on.
pub(super) fn assumption(wire: &mut Wire, assumption: &Assumption) {
    wire.signed(1, word!(AssumptionKind, "ASSUMPTION_KIND", assumption.kind));
    wire.text(2, &assumption.place);
    wire.text(3, &assumption.explanation);
}

fn reference(wire: &mut Wire, name: &dyn Put, at: Revision) {
    wire.put(1, &[name]);
    // As `Meta::etag_of`.
    wire.put(2, &[&"\"r", &at.0, &"\""]);
}

fn packet_fields(wire: &mut Wire, packet: &Packet) {
    if let Some(source) = Packet::known(packet.source) {
        wire.put(1, &[&source]);
    }
    ports(wire, 2, packet.source_ports);
    if let Some(destination) = Packet::known(packet.destination) {
        wire.put(3, &[&destination]);
    }
    ports(wire, 4, packet.destination_ports);
    wire.signed(5, workload::protocol(packet.protocol));
    wire.number(6, packet.ttl);
}

fn ports(wire: &mut Wire, field: u32, ports: Ports) {
    let (first, last) = match ports {
        Ports::Absent => return,
        Ports::One(port) => (port, port),
        Ports::Range(first, last) => (first, last),
    };
    wire.message(field, |wire| {
        wire.number(1, first);
        wire.number(2, last);
    });
}

fn route_decision(wire: &mut Wire, decision: &RouteDecision) {
    match decision {
        RouteDecision::Vnet(lookup) => {
            wire.signed(1, pb::RouteScope::Vnet as i32);
            if let Some(winner) = &lookup.winner {
                wire.message(2, |wire| candidate(wire, winner));
            }
            for loser in &lookup.losers {
                wire.message(3, |wire| candidate(wire, loser));
            }
        }
        RouteDecision::Device { scope, winner, losers } => {
            let scope = word!(RouteScope, "ROUTE_SCOPE", *scope);
            wire.signed(1, scope);
            if let Some(winner) = winner {
                wire.message(2, |wire| device_route(wire, scope, winner));
            }
            for loser in losers {
                wire.message(3, |wire| device_route(wire, scope, loser));
            }
        }
    }
}

/// A route that matches a destination, as [`route::candidate`].
fn candidate(wire: &mut Wire, candidate: &Candidate) {
    let row = &candidate.route;
    wire.signed(1, pb::RouteScope::Vnet as i32);
    wire.signed(2, route::source(row.source) as i32);
    wire.signed(3, route::state(row.state()) as i32);
    wire.put(4, &[&row.prefix]);
    wire.signed(5, route::next_hop_type(&row.next_hop) as i32);
    if let Some(address) = row.next_hop.address() {
        wire.put(6, &[&address]);
    }
    if let Some(name) = &row.route {
        wire.put(8, &[name]);
    }
    wire.signed(9, route::outcome(candidate.outcome) as i32);
    wire.put(10, &[&candidate.reason]);
    if let Some(shadow) = &row.shadowed_by {
        wire.put(11, &[&shadow.prefix, &" ", &shadow.source.azure()]);
    }
}

fn device_route(wire: &mut Wire, scope: i32, row: &DeviceRoute) {
    wire.signed(1, scope);
    wire.signed(2, pb::RouteSource::Node as i32);
    wire.signed(3, pb::RouteState::Active as i32);
    wire.put(4, &[&row.prefix]);
    wire.signed(5, pb::NextHopType::LocalDevice as i32);
    if let Some(gateway) = &row.gateway {
        wire.put(6, &[gateway]);
    }
    wire.text(7, row.device);
    wire.signed(9, route::outcome(row.outcome) as i32);
    match row.outcome {
        CandidateOutcome::Selected => wire.put(10, &[&"longest matching prefix: ", &row.prefix]),
        CandidateOutcome::ShorterPrefix => wire.text(10, "another route matches with a longer prefix"),
        CandidateOutcome::LowerSourcePriority
        | CandidateOutcome::BgpOverriddenByVnetSystemRoute
        | CandidateOutcome::ServiceTagOrder
        | CandidateOutcome::PropagationDisabled
        | CandidateOutcome::TableNotAssociated
        | CandidateOutcome::NotYetEffective
        | CandidateOutcome::InvalidNextHop => {}
    }
}

fn nat_skip(wire: &mut Wire, skip: &NatSkip) {
    wire.signed(1, word!(NatKind, "NAT_KIND", skip.kind));
    wire.signed(2, word!(NatSkipReason, "NAT_SKIP_REASON", skip.reason));
    if let Some(prefix) = &skip.prefix {
        wire.put(3, &[prefix]);
    }
    wire.flag(4, skip.prefix_is_default);
}

fn filter(wire: &mut Wire, decision: &FilterDecision) {
    wire.signed(1, word!(FilterOutcome, "FILTER_OUTCOME", decision.outcome));
    wire.text(2, &decision.rule);
    wire.text(3, &decision.explanation);
    match &decision.source {
        Some(FilterSource::Group(name)) => wire.put(4, &[name]),
        Some(FilterSource::Policy(name)) => wire.put(4, &[name]),
        None => {}
    }
}

fn backends(wire: &mut Wire, selection: &BackendSelection) {
    wire.put(1, &[&selection.service]);
    wire.text(2, &selection.port_name);
    wire.text(3, selection.method);
    for (index, entry) in selection.backends.iter().enumerate() {
        wire.message(4, |wire| backend(wire, entry, selection.selected == Some(index)));
    }
}

fn backend(wire: &mut Wire, backend: &Backend, selected: bool) {
    wire.put(1, &[&backend.address]);
    wire.number(2, backend.port.unwrap_or_default());
    if let Some(node) = &backend.node {
        wire.put(3, &[node]);
    }
    wire.flag(4, backend.eligible());
    wire.flag(5, selected);
    wire.double(6, backend.weight);
    wire.text(7, &backend.explanation);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_trace_is_a_word_of_the_contract() {
        use podnet_core::flow::vocabulary as core;
        macro_rules! check {
            ($($type:ident $prefix:literal),+ $(,)?) => {$(
                for (index, word) in core::$type::ALL.iter().enumerate() {
                    assert_eq!(*word as usize, index, "the list has the order of the enum");
                    assert_ne!(word!($type, $prefix, *word), 0, "{} {}", stringify!($type), word.text());
                    let number = word!($type, $prefix, *word);
                    let name = pb::$type::try_from(number).unwrap().as_str_name();
                    assert_eq!(name, format!("{}_{}", $prefix, word.text()));
                }
            )+};
        }
        check!(
            Verdict "VERDICT", Symmetry "SYMMETRY", FlowDirection "FLOW_DIRECTION", StepKind "STEP_KIND",
            NatKind "NAT_KIND", NatHook "NAT_HOOK", NatSkipReason "NAT_SKIP_REASON", DropCause "DROP_CAUSE",
            AbortCause "ABORT_CAUSE", ForwardTarget "FORWARD_TARGET", AssumptionKind "ASSUMPTION_KIND",
            RouteScope "ROUTE_SCOPE", FilterOutcome "FILTER_OUTCOME",
        );
    }
}
