//! How is one step said: a verb of at most eight letters, and what belongs to it?

mod backend;
mod filter;
mod nat;
mod route;

use podnet::v1::{self, StepKind, trace_step::Detail};

use super::question::Question;
use crate::output::words::{id, phrase, printable, word};

pub use backend::rows as backend_rows;

/// Widest verb.
pub const VERB_WIDTH: usize = 8;

/// How a trace ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It arrives.
    Delivered,
    /// It is dropped.
    Dropped,
    /// It leaves the model, or the model cannot go on.
    Open,
}

/// A step in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What happens.
    pub verb: &'static str,
    /// Details; a line breaks between them first.
    pub parts: Vec<String>,
    /// The step rewrites the packet, and the parts have old and new.
    pub rewrites: bool,
    /// The step is the end.
    pub ending: Option<Ending>,
}

impl Said {
    fn plain(verb: &'static str, parts: Vec<String>) -> Self {
        Self { verb, parts, rewrites: false, ending: None }
    }

    fn end(verb: &'static str, parts: Vec<String>, ending: Ending) -> Self {
        Self { verb, parts, rewrites: false, ending: Some(ending) }
    }

    /// Verb and parts on one line.
    #[must_use]
    pub fn text(&self) -> String {
        let parts = self.parts.iter().map(String::as_str).filter(|part| !part.is_empty());
        std::iter::once(self.verb).chain(parts).collect::<Vec<_>>().join("  ")
    }
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
        | StepKind::MatchSession
        | StepKind::ResolveNextHop
        | StepKind::ResolveService
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
        | StepKind::ApplyRoute
        | StepKind::RouteLocal
        | StepKind::ApplyEgressNetworkPolicy
        | StepKind::ApplyIngressNetworkPolicy
        | StepKind::ApplyNsgOutbound
        | StepKind::ApplyNsgInbound
        | StepKind::SelectBackend
        | StepKind::Nat
        | StepKind::SkipNat
        | StepKind::Deliver
        | StepKind::Drop
        | StepKind::Forward
        | StepKind::Abort => false,
    }
}

/// The step in words.
#[must_use]
pub fn said(step: &v1::TraceStep, question: &Question) -> Said {
    let verb = verb(step.kind());
    let mut said = match &step.detail {
        Some(Detail::Route(decision)) => Said::plain(verb, route::parts(decision)),
        Some(Detail::NextHop(found)) => Said::plain(verb, vec![route::next_hop(found, question)]),
        Some(Detail::Nat(record)) => Said { rewrites: true, ..Said::plain(verb, nat::parts(record)) },
        Some(Detail::SkipNat(skip)) => Said::plain(verb, vec![nat::skip(skip)]),
        Some(Detail::Backend(choice)) => Said::plain(verb, backend::parts(choice)),
        Some(Detail::Filter(decision)) => Said::plain(verb, filter::parts(step.kind(), decision)),
        Some(Detail::Drop(cause)) => {
            let cause = v1::DropCause::try_from(*cause).unwrap_or_default();
            let cause = word(cause.as_str_name(), "DROP_CAUSE_");
            let ending = (step.kind() == StepKind::Drop).then_some(Ending::Dropped);
            Said { ending, ..Said::plain(verb, vec![cause, printable(&step.description)]) }
        }
        Some(Detail::Forward(target)) => {
            let target = v1::ForwardTarget::try_from(*target).unwrap_or_default();
            let target = format!("to {}", word(target.as_str_name(), "FORWARD_TARGET_"));
            Said::end(verb, vec![target, printable(&step.description)], Ending::Open)
        }
        Some(Detail::Abort(cause)) => {
            let cause = v1::AbortCause::try_from(*cause).unwrap_or_default();
            let cause = word(cause.as_str_name(), "ABORT_CAUSE_");
            Said::end(verb, vec![cause, printable(&step.description)], Ending::Open)
        }
        Some(Detail::Session(session)) => {
            let what = if step.kind() == StepKind::SetupSession { "is set up" } else { "knows the packet" };
            let of = if session.place == step.place || session.place.is_empty() {
                String::new()
            } else {
                format!(" of {}", id(&session.place))
            };
            Said::plain(verb, vec![format!("{}{of} {what}", session.id)])
        }
        None => Said::plain(verb, plain_parts(step)),
    };
    if step.kind() == StepKind::Deliver {
        said.ending = Some(Ending::Delivered);
    }
    said
}

/// What a step says that has no detail.
fn plain_parts(step: &v1::TraceStep) -> Vec<String> {
    match step.kind() {
        StepKind::CheckIpForwarding | StepKind::CheckAntiSpoof | StepKind::CheckHairpin => {
            let check = phrase(step.kind().as_str_name(), "STEP_KIND_CHECK_");
            vec![check, printable(&step.description)]
        }
        StepKind::SkipEgressNetworkPolicy
        | StepKind::SkipIngressNetworkPolicy
        | StepKind::SkipNsgOutbound
        | StepKind::SkipNsgInbound
        | StepKind::ApplyEgressNetworkPolicy
        | StepKind::ApplyIngressNetworkPolicy
        | StepKind::ApplyNsgOutbound
        | StepKind::ApplyNsgInbound => {
            vec![filter::direction(step.kind()).to_owned(), printable(&step.description)]
        }
        StepKind::Drop
        | StepKind::Forward
        | StepKind::Abort
        | StepKind::ResolveNextHop
        | StepKind::ResolveService
        | StepKind::DecrementTtl
        | StepKind::Unspecified => {
            vec![printable(&step.description)]
        }
        StepKind::StartFromPod
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
        | StepKind::ApplyRoute
        | StepKind::RouteLocal
        | StepKind::AnalyzeLoadBalancerBackend
        | StepKind::SelectBackend
        | StepKind::Nat
        | StepKind::SkipNat
        | StepKind::SetupSession
        | StepKind::MatchSession
        | StepKind::Deliver => Vec::new(),
    }
}

/// The verb of a kind: its first word where that says enough.
fn verb(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Unspecified => "?",
        StepKind::StartFromPod
        | StepKind::StartFromNode
        | StepKind::StartFromVm
        | StepKind::StartFromOnprem
        | StepKind::StartFromInternet
        | StepKind::StartFromService => "START",
        StepKind::ArriveAtPod
        | StepKind::ArriveAtNode
        | StepKind::ArriveAtBridge
        | StepKind::ArriveAtVnet
        | StepKind::ArriveAtLoadBalancer
        | StepKind::ArriveAtGateway
        | StepKind::ArriveAtAppliance
        | StepKind::ArriveAtVm
        | StepKind::ArriveAtInternet
        | StepKind::ArriveAtOnprem => "ARRIVE",
        StepKind::ResolveService => "SERVICE",
        StepKind::ResolveNextHop => "NEXT_HOP",
        StepKind::ApplyRoute => "ROUTE",
        StepKind::RouteLocal => "LOCAL",
        StepKind::ApplyEgressNetworkPolicy
        | StepKind::ApplyIngressNetworkPolicy
        | StepKind::SkipEgressNetworkPolicy
        | StepKind::SkipIngressNetworkPolicy => "POLICY",
        StepKind::ApplyNsgOutbound
        | StepKind::ApplyNsgInbound
        | StepKind::SkipNsgOutbound
        | StepKind::SkipNsgInbound => "NSG",
        StepKind::CheckIpForwarding | StepKind::CheckAntiSpoof | StepKind::CheckHairpin => "CHECK",
        StepKind::DecrementTtl => "TTL",
        StepKind::AnalyzeLoadBalancerBackend => "BACKENDS",
        StepKind::SelectBackend => "BACKEND",
        StepKind::Nat => "NAT",
        StepKind::SkipNat => "SKIP_NAT",
        StepKind::SetupSession | StepKind::MatchSession => "SESSION",
        StepKind::Deliver => "DELIVER",
        StepKind::Drop => "DROP",
        StepKind::Forward => "FORWARD",
        StepKind::Abort => "ABORT",
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn verbs_fit_their_column() {
        let verbs: Vec<&str> = (0..=42).map(|kind| verb(StepKind::try_from(kind).unwrap())).collect();
        assert!(verbs.iter().all(|verb| verb.len() <= VERB_WIDTH), "{verbs:?}");
    }

    #[test]
    fn a_failed_check_says_its_cause_and_is_not_the_end() {
        let step = v1::TraceStep {
            kind: StepKind::CheckIpForwarding.into(),
            description: "IP forwarding of aks-1 is off".into(),
            detail: Some(Detail::Drop(v1::DropCause::IpForwardingDisabled.into())),
            ..Default::default()
        };
        let said = said(&step, &Question::default());
        assert!(!is_detail(&step));
        assert_eq!(said.text(), "CHECK  IP_FORWARDING_DISABLED  IP forwarding of aks-1 is off");
        assert_eq!(said.ending, None);
    }
}
