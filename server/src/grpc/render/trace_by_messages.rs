//! Is what [`super::trace`] writes what the generated code would write?
//!
//! The slow and obvious way beside the fast one: a result becomes the contract's messages, field by field, and those
//! encode themselves. Random networks with random flows, as the judges of traces have them, are held to it byte for byte.
//! This module must not know how bytes are written, nor use anything of [`super::trace`] but what it judges.

use std::collections::BTreeMap;

use podnet_core::State;
use podnet_core::flow::packet::{Packet, Ports};
use podnet_core::flow::session::Session;
use podnet_core::flow::step::{
    Backend, BackendSelection, Detail, DeviceRoute, FilterDecision, FilterSource, NatRecord, NatSkip,
    PortAllocation, Reference, RouteDecision, Step,
};
use podnet_core::flow::verdict::{Assumption, Cause, FlowCause, Verdicts};
use podnet_core::flow::{self, FlowResult, Trace, references};
use podnet_core::meta::{Meta, Revision};
use podnet_core::routes::CandidateOutcome;
use podnet_naive::{Ends, Limits, Random, generate};
use podnet_proto::v1 as pb;
use podnet_proto::v1::trace_step::Detail as PbDetail;
use prost::Message;

use super::{count, optional, revision, route, trace as fast, workload};
use crate::grpc::wire::Wire;

const WORLDS: u64 = 150;
const FLOWS_OF_WORLD: usize = 20;

/// Everything that a step can tell beside its sentence; each must be met, or nothing is shown about it.
const TOLD: [&str; 13] = [
    "nothing",
    "route of a network",
    "route of a device",
    "next hop",
    "address rewritten",
    "ports allocated",
    "not rewritten",
    "backends",
    "filter",
    "session",
    "drop",
    "forward",
    "abort",
];

#[test]
fn bytes_of_random_traces_are_those_of_the_messages() {
    let mut told = BTreeMap::new();
    let (mut flows, mut causes, mut assumptions) = (0, 0, 0);
    for seed in 0..WORLDS {
        let world = generate::world(seed, Limits { filters: true, ..Limits::default() });
        let (ends, mut random) = (Ends::of(&world.state), Random::new(seed));
        for _ in 0..FLOWS_OF_WORLD {
            let Some(wish) = ends.flow(&mut random) else { break };
            let Ok(traced) = flow::trace(&world.state, &wish) else { continue };
            let mut wire = Wire::default();
            fast::result(&mut wire, &world.state, &traced);
            same(seed, wire.bytes(), &result(&world.state, &traced));
            wire.clear();
            fast::verdicts(&mut wire, &traced.verdicts);
            fast::at(&mut wire, traced.revision);
            same(seed, wire.bytes(), &verdicts(traced.revision, &traced.verdicts));
            flows += 1;
            causes += usize::from(traced.cause.is_some());
            assumptions += traced.assumptions.len();
            for step in traced.forward.iter().chain(&traced.reply).flat_map(|branch| &branch.steps) {
                *told.entry(what_it_tells(&step.detail)).or_insert(0_u32) += 1;
            }
        }
    }
    assert!(TOLD.iter().all(|kind| told.contains_key(kind)), "a kind of detail was never met: {told:?}");
    assert!(flows > 2_000 && causes > 200 && assumptions > 200, "{flows}, {causes}, {assumptions}");
}

fn same(seed: u64, written: &[u8], expected: &pb::FlowResult) {
    if written != expected.encode_to_vec() {
        // Read again, the two can be compared by eye; where they read the same, an order or a default differs.
        let read = pb::FlowResult::decode(written);
        panic!("world {seed}: written\n{read:#?}\nexpected\n{expected:#?}");
    }
}

fn what_it_tells(detail: &Detail) -> &'static str {
    match detail {
        Detail::None => "nothing",
        Detail::Route(RouteDecision::Vnet(_)) => "route of a network",
        Detail::Route(RouteDecision::Device { .. }) => "route of a device",
        Detail::NextHop { .. } => "next hop",
        Detail::Nat(NatRecord { port_allocation: None, .. }) => "address rewritten",
        Detail::Nat(NatRecord { port_allocation: Some(_), .. }) => "ports allocated",
        Detail::SkipNat(_) => "not rewritten",
        Detail::Backend(_) => "backends",
        Detail::Filter(_) => "filter",
        Detail::Session(_) => "session",
        Detail::Drop(_) => "drop",
        Detail::Forward(_) => "forward",
        Detail::Abort(_) => "abort",
    }
}

/// Number of a word of the contract's enum with this prefix, found by its name.
macro_rules! word {
    ($type:ident, $prefix:literal, $word:expr) => {
        pb::$type::from_str_name(&format!("{}_{}", $prefix, $word.text())).unwrap() as i32
    };
}

fn verdicts(at: Revision, verdicts: &Verdicts) -> pb::FlowResult {
    pb::FlowResult {
        verdict: word!(Verdict, "VERDICT", verdicts.overall),
        forward_verdict: word!(Verdict, "VERDICT", verdicts.forward),
        return_verdict: verdicts.reply.map_or(0, |reply| word!(Verdict, "VERDICT", reply)),
        symmetry: word!(Symmetry, "SYMMETRY", verdicts.symmetry),
        revision: revision(at),
        ..pb::FlowResult::default()
    }
}

fn result(state: &State, result: &FlowResult) -> pb::FlowResult {
    pb::FlowResult {
        forward_traces: result.forward.iter().map(|branch| trace(state, branch)).collect(),
        return_traces: result.reply.iter().map(|branch| trace(state, branch)).collect(),
        cause: result.cause.as_ref().map(cause),
        assumptions: result.assumptions.iter().map(assumption).collect(),
        ..verdicts(result.revision, &result.verdicts)
    }
}

fn cause(cause: &FlowCause) -> pb::FlowCause {
    use pb::flow_cause::Cause as Kind;
    let kind = match &cause.cause {
        Cause::Drop(drop) => Kind::Drop(word!(DropCause, "DROP_CAUSE", drop)),
        Cause::Forward(target) => Kind::Forward(word!(ForwardTarget, "FORWARD_TARGET", target)),
        Cause::Abort(abort) => Kind::Abort(word!(AbortCause, "ABORT_CAUSE", abort)),
    };
    pb::FlowCause {
        direction: word!(FlowDirection, "FLOW_DIRECTION", cause.direction),
        cause: Some(kind),
        place: cause.place.to_string(),
        explanation: cause.explanation.clone(),
        remediation: cause.remediation.clone(),
    }
}

fn assumption(assumption: &Assumption) -> pb::Assumption {
    pb::Assumption {
        kind: word!(AssumptionKind, "ASSUMPTION_KIND", assumption.kind),
        place: assumption.place.clone(),
        explanation: assumption.explanation.to_string(),
    }
}

fn trace(state: &State, trace: &Trace) -> pb::Trace {
    pb::Trace {
        branch: count(trace.branch),
        forward_branch: count(trace.forward_branch),
        weight: trace.weight,
        verdict: word!(Verdict, "VERDICT", trace.verdict),
        steps: trace.steps.iter().map(|taken| step(state, taken)).collect(),
    }
}

fn packet(packet: &Packet) -> pb::Packet {
    pb::Packet {
        source_address: optional(Packet::known(packet.source).as_ref()),
        source_ports: ports(packet.source_ports),
        destination_address: optional(Packet::known(packet.destination).as_ref()),
        destination_ports: ports(packet.destination_ports),
        protocol: workload::protocol(packet.protocol),
        time_to_live: u32::from(packet.ttl),
    }
}

fn ports(ports: Ports) -> Option<pb::PortRange> {
    let range =
        |first: u16, last: u16| Some(pb::PortRange { first: u32::from(first), last: u32::from(last) });
    match ports {
        Ports::Absent => None,
        Ports::One(port) => range(port, port),
        Ports::Range(first, last) => range(first, last),
    }
}

fn step(state: &State, step: &Step) -> pb::TraceStep {
    pb::TraceStep {
        kind: word!(StepKind, "STEP_KIND", step.kind),
        place: step.place.to_string(),
        description: step.description.to_string(),
        before: Some(packet(&step.before)),
        after: Some(packet(&step.after)),
        detail: detail(step),
        references: references(state, step).iter().map(reference).collect(),
    }
}

fn reference(reference: &Reference) -> pb::Reference {
    pb::Reference { name: reference.name.clone(), etag: Meta::etag_of(reference.revision) }
}

fn detail(step: &Step) -> Option<PbDetail> {
    Some(match &step.detail {
        Detail::None => return None,
        Detail::Route(decision) => PbDetail::Route(route_decision(decision)),
        Detail::NextHop { address, owner } => PbDetail::NextHop(pb::NextHopResolution {
            address: address.to_string(),
            owner: optional(owner.as_deref()),
        }),
        Detail::Nat(record) => PbDetail::Nat(nat(step, record)),
        Detail::SkipNat(skip) => PbDetail::SkipNat(nat_skip(skip)),
        Detail::Backend(selection) => PbDetail::Backend(backends(selection)),
        Detail::Filter(decision) => PbDetail::Filter(filter(decision)),
        Detail::Session(session) => PbDetail::Session(self::session(session)),
        Detail::Drop(cause) => PbDetail::Drop(word!(DropCause, "DROP_CAUSE", cause)),
        Detail::Forward(target) => PbDetail::Forward(word!(ForwardTarget, "FORWARD_TARGET", target)),
        Detail::Abort(cause) => PbDetail::Abort(word!(AbortCause, "ABORT_CAUSE", cause)),
    })
}

fn route_decision(decision: &RouteDecision) -> pb::RouteDecision {
    match decision {
        RouteDecision::Vnet(lookup) => pb::RouteDecision {
            scope: pb::RouteScope::Vnet as i32,
            winner: lookup.winner.as_ref().map(route::candidate),
            losers: lookup.losers.iter().map(route::candidate).collect(),
        },
        RouteDecision::Device { scope, winner, losers } => {
            let scope = word!(RouteScope, "ROUTE_SCOPE", scope);
            pb::RouteDecision {
                scope,
                winner: winner.as_ref().map(|winner| device_route(scope, winner)),
                losers: losers.iter().map(|loser| device_route(scope, loser)).collect(),
            }
        }
    }
}

fn device_route(scope: i32, row: &DeviceRoute) -> pb::RouteCandidate {
    let explanation = match row.outcome {
        CandidateOutcome::Selected => format!("longest matching prefix: {}", row.prefix),
        CandidateOutcome::ShorterPrefix => "another route matches with a longer prefix".to_owned(),
        CandidateOutcome::LowerSourcePriority
        | CandidateOutcome::BgpOverriddenByVnetSystemRoute
        | CandidateOutcome::ServiceTagOrder
        | CandidateOutcome::PropagationDisabled
        | CandidateOutcome::TableNotAssociated
        | CandidateOutcome::NotYetEffective
        | CandidateOutcome::InvalidNextHop => String::new(),
    };
    pb::RouteCandidate {
        scope,
        source: pb::RouteSource::Node as i32,
        state: pb::RouteState::Active as i32,
        address_prefix: row.prefix.to_string(),
        next_hop_type: pb::NextHopType::LocalDevice as i32,
        next_hop_address: optional(row.gateway.as_ref()),
        device: row.device.to_owned(),
        outcome: route::outcome(row.outcome) as i32,
        explanation,
        ..pb::RouteCandidate::default()
    }
}

fn nat(step: &Step, record: &NatRecord) -> pb::NatRecord {
    pb::NatRecord {
        kind: word!(NatKind, "NAT_KIND", record.kind),
        hook: word!(NatHook, "NAT_HOOK", record.hook),
        old_packet: Some(packet(&step.before)),
        new_packet: Some(packet(&step.after)),
        rule: record.rule.clone(),
        port_allocation: record.port_allocation.as_ref().map(port_allocation),
        session_id: record.session.clone(),
    }
}

fn port_allocation(allocation: &PortAllocation) -> pb::PortAllocation {
    pb::PortAllocation {
        ports: ports(allocation.ports),
        in_use: Some(allocation.in_use),
        capacity: allocation.capacity,
    }
}

fn nat_skip(skip: &NatSkip) -> pb::NatSkip {
    pb::NatSkip {
        kind: word!(NatKind, "NAT_KIND", skip.kind),
        reason: word!(NatSkipReason, "NAT_SKIP_REASON", skip.reason),
        prefix: optional(skip.prefix.as_ref()),
        prefix_is_default: skip.prefix_is_default,
    }
}

fn filter(decision: &FilterDecision) -> pb::FilterDecision {
    let resource = match &decision.source {
        Some(FilterSource::Group(name)) => name.to_string(),
        Some(FilterSource::Policy(name)) => name.to_string(),
        None => String::new(),
    };
    pb::FilterDecision {
        outcome: word!(FilterOutcome, "FILTER_OUTCOME", decision.outcome),
        rule: decision.rule.clone(),
        explanation: decision.explanation.clone(),
        resource,
    }
}

fn backends(selection: &BackendSelection) -> pb::BackendSelection {
    let numbered = selection.backends.iter().enumerate();
    pb::BackendSelection {
        service: selection.service.to_string(),
        port_name: selection.port_name.clone(),
        method: selection.method.to_owned(),
        backends: numbered.map(|(index, entry)| backend(entry, selection.selected == Some(index))).collect(),
    }
}

fn backend(backend: &Backend, selected: bool) -> pb::Backend {
    pb::Backend {
        address: backend.address.to_string(),
        port: backend.port.map_or(0, u32::from),
        node: optional(backend.node.as_ref()),
        eligible: backend.eligible(),
        selected,
        weight: backend.weight,
        explanation: backend.explanation.clone(),
    }
}

fn session(session: &Session) -> pb::Session {
    pb::Session {
        id: session.id(),
        place: session.place.to_string(),
        original: Some(packet(&session.original)),
        reply: Some(packet(&session.reply)),
    }
}
