//! How is one step of a trace said in one line?

use podnet::v1::{self, NatKind, RouteOutcome, StepKind, trace_step::Detail};

use super::routes;
use super::words::{hop_type, id, phrase, place, word};

/// What a step is called, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Kind of place, as `node`; empty for places that are no resources.
    pub place_kind: String,
    /// Place.
    pub place: String,
    /// What happens, in capitals, and its details.
    pub text: String,
    /// The step rewrites the packet; the text has old and new.
    pub rewrites: bool,
}

/// Steps that only say that nothing stands in the way; shown on demand.
#[must_use]
pub fn is_detail(step: &v1::TraceStep) -> bool {
    match step.kind() {
        StepKind::SkipEgressNetworkPolicy
        | StepKind::SkipIngressNetworkPolicy
        | StepKind::SkipNsgOutbound
        | StepKind::SkipNsgInbound
        | StepKind::CheckIpForwarding
        | StepKind::CheckAntiSpoof
        | StepKind::CheckHairpin
        | StepKind::DecrementTtl
        | StepKind::SetupSession
        | StepKind::AnalyzeLoadBalancerBackend => !matches!(step.detail, Some(Detail::Drop(_))),
        StepKind::Unspecified
        | StepKind::StartFromPod
        | StepKind::StartFromNode
        | StepKind::StartFromVm
        | StepKind::StartFromOnprem
        | StepKind::StartFromInternet
        | StepKind::StartFromService
        | StepKind::ArriveAtPod
        | StepKind::ArriveAtNode
        | StepKind::ArriveAtBridge
        | StepKind::ArriveAtVnet
        | StepKind::ArriveAtLoadBalancer
        | StepKind::ArriveAtGateway
        | StepKind::ArriveAtAppliance
        | StepKind::ArriveAtVm
        | StepKind::ArriveAtInternet
        | StepKind::ArriveAtOnprem
        | StepKind::ResolveService
        | StepKind::ResolveNextHop
        | StepKind::ApplyRoute
        | StepKind::RouteLocal
        | StepKind::ApplyEgressNetworkPolicy
        | StepKind::ApplyIngressNetworkPolicy
        | StepKind::ApplyNsgOutbound
        | StepKind::ApplyNsgInbound
        | StepKind::SelectBackend
        | StepKind::Nat
        | StepKind::SkipNat
        | StepKind::MatchSession
        | StepKind::Deliver
        | StepKind::Drop
        | StepKind::Forward
        | StepKind::Abort => false,
    }
}

/// The step as a line. `pods` maps a place that is an allocation to what people call it.
#[must_use]
pub fn line(step: &v1::TraceStep) -> Line {
    let (kind, name) = place(&step.place);
    let (text, rewrites) = match &step.detail {
        Some(Detail::Route(decision)) => (route(step, decision), false),
        Some(Detail::NextHop(found)) => (next_hop(found), false),
        Some(Detail::Nat(record)) => (nat(record), true),
        Some(Detail::SkipNat(skip)) => (skip_nat(skip), false),
        Some(Detail::Backend(choice)) => (backend(step, choice), false),
        Some(Detail::Filter(filter)) => {
            let outcome = word(filter.outcome().as_str_name(), "FILTER_OUTCOME_");
            (format!("{} {outcome} {}", verb(step.kind()), filter.explanation), false)
        }
        Some(Detail::Drop(cause)) => {
            let cause = v1::DropCause::try_from(*cause).unwrap_or_default();
            (format!("DROP {}  {}", word(cause.as_str_name(), "DROP_CAUSE_"), step.description), false)
        }
        Some(Detail::Forward(target)) => {
            let target = v1::ForwardTarget::try_from(*target).unwrap_or_default();
            (format!("FORWARD to {}", phrase(target.as_str_name(), "FORWARD_TARGET_")), false)
        }
        Some(Detail::Abort(cause)) => {
            let cause = v1::AbortCause::try_from(*cause).unwrap_or_default();
            (format!("ABORT {}  {}", word(cause.as_str_name(), "ABORT_CAUSE_"), step.description), false)
        }
        Some(Detail::Session(session)) => {
            let place = if session.place == step.place {
                String::new()
            } else {
                format!(" of {}", id(&session.place))
            };
            (format!("{} {}{place}", verb(step.kind()), session.id), step.before != step.after)
        }
        None => (verb(step.kind()), false),
    };
    Line { place_kind: kind.to_owned(), place: name, text: text.trim_end().to_owned(), rewrites }
}

/// The kind without what the place says already.
fn verb(kind: StepKind) -> String {
    let word = word(kind.as_str_name(), "STEP_KIND_");
    match word.split_once("_FROM_").or_else(|| word.split_once("_AT_")) {
        Some((verb @ ("START" | "ARRIVE"), _)) => verb.to_owned(),
        Some(_) | None => word,
    }
}

fn route(step: &v1::TraceStep, decision: &v1::RouteDecision) -> String {
    let verb = if step.kind() == StepKind::RouteLocal { "LOCAL" } else { "ROUTE" };
    let Some(winner) = &decision.winner else { return format!("{verb} none matches") };
    let hop = routes::next_hop(winner);
    let via =
        if hop.is_empty() || hop == winner.address_prefix { String::new() } else { format!(" via {hop}") };
    // A node's own route is told by its device; the type would say nothing more.
    let typed = |route: &v1::RouteCandidate| match route.next_hop_type() {
        v1::NextHopType::Unspecified | v1::NextHopType::LocalDevice => String::new(),
        kind @ (v1::NextHopType::VnetLocal
        | v1::NextHopType::VirtualAppliance
        | v1::NextHopType::VirtualNetworkGateway
        | v1::NextHopType::Internet
        | v1::NextHopType::None
        | v1::NextHopType::VnetPeering
        | v1::NextHopType::VirtualNetworkServiceEndpoint) => format!(" {}", hop_type(kind)),
    };
    let kind = typed(winner);
    let source = routes::source(winner.source());
    let source = if source.is_empty() || source == "Node" {
        String::new()
    } else {
        format!(" ({})", source.to_ascii_lowercase())
    };
    let mut text = format!("{verb} {}{kind}{via}{source}", winner.address_prefix);
    if let Some(best) = decision.losers.first() {
        let reason = lost(best.outcome());
        let more = match decision.losers.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        text.extend([format!("  beat: {}{} ({reason}){more}", best.address_prefix, typed(best))]);
    }
    text
}

/// Why a route lost, in a word or two.
fn lost(outcome: RouteOutcome) -> &'static str {
    match outcome {
        RouteOutcome::Unspecified | RouteOutcome::Selected => "",
        RouteOutcome::ShorterPrefix => "shorter",
        RouteOutcome::LowerSourcePriority => "lower source",
        RouteOutcome::BgpOverriddenByVnetSystemRoute => "BGP, vnet route first",
        RouteOutcome::ServiceTagOrder => "service tag",
        RouteOutcome::PropagationDisabled => "not propagated",
        RouteOutcome::TableNotAssociated => "table not associated",
        RouteOutcome::NotYetEffective => "not yet effective",
        RouteOutcome::InvalidNextHop => "invalid next hop",
    }
}

fn next_hop(found: &v1::NextHopResolution) -> String {
    match place(&found.owner) {
        (_, owner) if owner.is_empty() => format!("NEXT_HOP {} is nobody's", found.address),
        (kind, owner) => format!("NEXT_HOP {} is {kind} {owner}", found.address),
    }
}

/// The kind, and old => new of each end that changes.
fn nat(record: &v1::NatRecord) -> String {
    let mut text = format!("NAT {}", word(record.kind().as_str_name(), "NAT_KIND_"));
    let (old, new) =
        (record.old_packet.clone().unwrap_or_default(), record.new_packet.clone().unwrap_or_default());
    let mut both = |side: &str, old: String, new: String| {
        if old != new {
            text.extend([format!("  {side} {old} => {new}")]);
        }
    };
    both("src", source(&old), source(&new));
    both("dst", destination(&old), destination(&new));
    if record.kind() == NatKind::LbFloatingIp {
        text.push_str("  destination kept");
    }
    if let Some(ports) = &record.port_allocation {
        text.extend([format!("  ({} ports for each destination)", ports.capacity)]);
    }
    text
}

fn skip_nat(skip: &v1::NatSkip) -> String {
    let kind = word(skip.kind().as_str_name(), "NAT_KIND_");
    let reason = phrase(skip.reason().as_str_name(), "NAT_SKIP_REASON_");
    let list = if skip.prefix_is_default { "default" } else { "user" };
    let range =
        if skip.prefix.is_empty() { String::new() } else { format!(" {} ({list} list)", skip.prefix) };
    format!("SKIP_NAT {kind}  {reason}{range}")
}

fn backend(step: &v1::TraceStep, choice: &v1::BackendSelection) -> String {
    let (_, service) = place(&choice.service);
    let eligible = choice.backends.iter().filter(|backend| backend.eligible).count();
    let of = format!("{eligible} of {} eligible", choice.backends.len());
    match choice.backends.iter().find(|backend| backend.selected) {
        Some(backend) => {
            let port = if backend.port == 0 { String::new() } else { format!(":{}", backend.port) };
            let address = joined(&backend.address, &port);
            let node =
                if backend.node.is_empty() { String::new() } else { format!(" on {}", id(&backend.node)) };
            let method =
                if choice.method.is_empty() { String::new() } else { format!("{}, ", choice.method) };
            format!("BACKEND {address}{node}  {:.0}% ({method}{of})", backend.weight * 100.0)
        }
        None if service.is_empty() => format!("{} {of}", verb(step.kind())),
        None => format!("{} {service}  {of}", verb(step.kind())),
    }
}

/// `port` is empty or begins with a colon.
fn joined(address: &str, port: &str) -> String {
    let address = if address.is_empty() { "?" } else { address };
    if address.contains(':') && !port.is_empty() {
        format!("[{address}]{port}")
    } else {
        format!("{address}{port}")
    }
}

fn ports(range: Option<&v1::PortRange>) -> String {
    match range {
        None => String::new(),
        Some(range) if range.first == range.last => format!(":{}", range.first),
        Some(range) => format!(":{}-{}", range.first, range.last),
    }
}

/// Source address and ports.
#[must_use]
pub fn source(packet: &v1::Packet) -> String {
    joined(&packet.source_address, &ports(packet.source_ports.as_ref()))
}

/// Destination address and ports.
#[must_use]
pub fn destination(packet: &v1::Packet) -> String {
    joined(&packet.destination_address, &ports(packet.destination_ports.as_ref()))
}

/// The packet as `src -> dst`.
#[must_use]
pub fn tuple(packet: &v1::Packet) -> String {
    format!("{} -> {}", source(packet), destination(packet))
}

/// A cause as its enum name without prefix.
#[must_use]
pub fn cause(cause: &v1::FlowCause) -> String {
    match cause.cause {
        Some(v1::flow_cause::Cause::Drop(value)) => {
            word(v1::DropCause::try_from(value).unwrap_or_default().as_str_name(), "DROP_CAUSE_")
        }
        Some(v1::flow_cause::Cause::Abort(value)) => {
            word(v1::AbortCause::try_from(value).unwrap_or_default().as_str_name(), "ABORT_CAUSE_")
        }
        Some(v1::flow_cause::Cause::Forward(value)) => {
            let target = v1::ForwardTarget::try_from(value).unwrap_or_default();
            format!("LEAVES_TO_{}", word(target.as_str_name(), "FORWARD_TARGET_"))
        }
        None => String::new(),
    }
}
