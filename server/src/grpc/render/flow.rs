//! How does a trace look on the wire?
//!
//! The words of a trace are those of the contract, so that they are found by their text; a test holds both lists
//! together.

use podnet_core::State;
use podnet_core::flow::packet::{Packet, Ports};
use podnet_core::flow::session::Session;
use podnet_core::flow::step::{
    Backend, BackendSelection, Detail, DeviceRoute, FilterDecision, FilterSource, NatRecord, NatSkip,
    PortAllocation, Reference, RouteDecision, Step,
};
use podnet_core::flow::verdict::{Assumption, Cause, FlowCause, Verdicts};
use podnet_core::flow::{FlowResult, Trace, references};
use podnet_core::meta::{Meta, Revision};
use podnet_core::routes::CandidateOutcome;
use podnet_proto::v1 as pb;
use podnet_proto::v1::trace_step::Detail as PbDetail;

use super::{count, optional, revision, route, workload};

/// Number of a word of the contract's enum with this prefix; 0 if it has no such word.
macro_rules! word {
    ($type:ident, $prefix:literal, $word:expr) => {
        pb::$type::from_str_name(&format!("{}_{}", $prefix, $word.text())).unwrap_or_default() as i32
    };
}

/// The verdicts of a flow without its traces.
pub(crate) fn verdicts(at: Revision, verdicts: &Verdicts) -> pb::FlowResult {
    pb::FlowResult {
        verdict: word!(Verdict, "VERDICT", verdicts.overall),
        forward_verdict: word!(Verdict, "VERDICT", verdicts.forward),
        return_verdict: verdicts.reply.map_or(0, |reply| word!(Verdict, "VERDICT", reply)),
        symmetry: word!(Symmetry, "SYMMETRY", verdicts.symmetry),
        revision: revision(at),
        ..pb::FlowResult::default()
    }
}

/// What happens to a flow at this state.
pub(crate) fn result(state: &State, result: &FlowResult) -> pb::FlowResult {
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

pub(crate) fn assumption(assumption: &Assumption) -> pb::Assumption {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_trace_is_a_word_of_the_contract() {
        use podnet_core::flow::vocabulary as core;
        macro_rules! check {
            ($($type:ident $prefix:literal),+ $(,)?) => {$(
                for word in core::$type::ALL {
                    assert_ne!(word!($type, $prefix, word), 0, "{} {}", stringify!($type), word.text());
                }
            )+};
        }
        check!(
            Verdict "VERDICT", Symmetry "SYMMETRY", FlowDirection "FLOW_DIRECTION", StepKind "STEP_KIND",
            NatKind "NAT_KIND", NatHook "NAT_HOOK", NatSkipReason "NAT_SKIP_REASON", DropCause "DROP_CAUSE",
            AbortCause "ABORT_CAUSE", ForwardTarget "FORWARD_TARGET", AssumptionKind "ASSUMPTION_KIND",
            RouteScope "ROUTE_SCOPE",
        );
    }
}
