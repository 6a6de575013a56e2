//! Which branch decides the verdict, and what do the others come to?

use std::fmt::Write as _;

use podnet::v1::{self, FlowDirection, StepKind, Verdict};

use super::place::Place;
use super::question::Question;
use super::summary::percent;
use crate::output::words::word;

/// The forward branch that decides: the first one that fails as the cause says; of a flow that works, the first.
#[must_use]
pub fn deciding(result: &v1::FlowResult) -> Option<&v1::Trace> {
    let failing = |traces: &'_ [v1::Trace]| -> Option<usize> {
        let place = result.cause.as_ref().map(|cause| cause.place.as_str());
        let fails = |trace: &v1::Trace| trace.verdict() != Verdict::Reachable;
        let at_cause = |trace: &v1::Trace| trace.steps.last().map(|step| step.place.as_str()) == place;
        let named = traces.iter().position(|trace| fails(trace) && at_cause(trace));
        named.or_else(|| traces.iter().position(fails))
    };
    let direction = result.cause.as_ref().map(v1::FlowCause::direction);
    let number = match direction {
        None => None,
        Some(FlowDirection::Reply) => {
            let reply = failing(&result.return_traces).and_then(|index| result.return_traces.get(index));
            reply.and_then(|reply| {
                result.forward_traces.iter().position(|trace| trace.branch == reply.forward_branch)
            })
        }
        Some(FlowDirection::Forward | FlowDirection::Unspecified) => failing(&result.forward_traces),
    };
    result.forward_traces.get(number.unwrap_or(0))
}

/// The replies to a forward branch, one that fails first.
#[must_use]
pub fn replies<'a>(result: &'a v1::FlowResult, forward: &v1::Trace) -> Vec<&'a v1::Trace> {
    let mut replies: Vec<&v1::Trace> =
        result.return_traces.iter().filter(|reply| reply.forward_branch == forward.branch).collect();
    replies.sort_by_key(|reply| reply.verdict() == Verdict::Reachable);
    replies
}

/// How a branch ends, in words: `delivered`, `dropped ROUTE_NONE at subnet vms`.
#[must_use]
pub fn ending(trace: &v1::Trace, question: &Question) -> String {
    use v1::trace_step::Detail;
    let Some(last) = trace.steps.last() else { return "no step".to_owned() };
    let at = || Place::new(&last.place, question).label();
    match &last.detail {
        Some(Detail::Drop(cause)) => {
            let cause = v1::DropCause::try_from(*cause).unwrap_or_default();
            format!("dropped {} at {}", word(cause.as_str_name(), "DROP_CAUSE_"), at())
        }
        Some(Detail::Abort(cause)) => {
            let cause = v1::AbortCause::try_from(*cause).unwrap_or_default();
            format!("undetermined, {} at {}", word(cause.as_str_name(), "ABORT_CAUSE_"), at())
        }
        Some(Detail::Forward(target)) => {
            let target = v1::ForwardTarget::try_from(*target).unwrap_or_default();
            format!("leaves the model to {}", word(target.as_str_name(), "FORWARD_TARGET_"))
        }
        Some(_) | None if last.kind() == StepKind::Deliver => "delivered".to_owned(),
        Some(_) | None => format!("ends at {}", at()),
    }
}

/// How a branch and its reply end.
#[must_use]
pub fn outcome(result: &v1::FlowResult, forward: &v1::Trace, question: &Question) -> String {
    let there = ending(forward, question);
    match replies(result, forward).first() {
        None => there,
        Some(reply) if reply.verdict() == Verdict::Reachable => format!("{there} both ways"),
        Some(reply) => format!("{there}, reply {}", ending(reply, question)),
    }
}

/// One line about the branches that are not shown: how many, and what they come to. Empty: there are none.
#[must_use]
pub fn others(result: &v1::FlowResult, shown: &v1::Trace, question: &Question) -> String {
    let mut groups: Vec<(String, usize, f64)> = Vec::new();
    for trace in result.forward_traces.iter().filter(|trace| trace.branch != shown.branch) {
        let outcome = outcome(result, trace, question);
        match groups.iter_mut().find(|(known, _, _)| *known == outcome) {
            Some((_, count, share)) => {
                *count += 1;
                *share += trace.weight;
            }
            None => groups.push((outcome, 1, trace.weight)),
        }
    }
    let count: usize = groups.iter().map(|(_, count, _)| count).sum();
    if count == 0 {
        return String::new();
    }
    let mut text = format!("{count} more {}", if count == 1 { "branch" } else { "branches" });
    if let [(outcome, _, share)] = groups.as_slice() {
        let all = if count == 1 { "" } else { "all " };
        return format!("{text}, {} of new flows: {all}{outcome}", percent(*share));
    }
    for (index, (outcome, count, share)) in groups.iter().enumerate() {
        let comma = if index == 0 { ": " } else { "; " };
        // A string takes all that is written to it.
        let _written = write!(text, "{comma}{count} {outcome} ({} of new flows)", percent(*share));
    }
    text
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_branch_that_fails_as_the_cause_says_decides() {
        let result = sample::branching();
        let deciding = deciding(&result).unwrap();
        assert_eq!(deciding.branch, 1);
        assert_eq!(
            others(&result, deciding, &sample::question()),
            "2 more branches, 66.7% of new flows: all delivered both ways"
        );
    }

    #[test]
    fn a_lost_reply_points_to_the_branch_that_it_answers() {
        let mut result = sample::result();
        let mut second = result.forward_traces[0].clone();
        second.branch = 1;
        result.forward_traces.push(second);
        result.return_traces[0].forward_branch = 1;
        assert_eq!(deciding(&result).unwrap().branch, 1);
        let text = outcome(&result, &result.forward_traces[1], &sample::question());
        assert_eq!(text, "delivered, reply dropped ROUTE_NONE at subnet vms");
    }
}
