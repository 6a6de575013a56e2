//! Where do the two judges differ: the domain's trace in the form of an answer, and the differences as text.

use std::collections::BTreeSet;

use podnet_core::State;
use podnet_core::flow::vocabulary::{AbortCause, FilterOutcome};
use podnet_core::flow::{
    Detail, Flow, FlowResult, Packet, Place, Trace, step::FilterDecision, step::FilterSource,
    step::RouteDecision, trace, verdicts,
};
use podnet_core::limits::BRANCHES_MAX;
use podnet_core::routes::{Candidate, CandidateOutcome};

use crate::judge::{Answer, Branch, Choice, Ending, Row, judge};

/// What both judges say of a flow on which they differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What differs first.
    pub what: String,
    /// The domain's answer.
    pub domain: Option<Answer>,
    /// The naive answer.
    pub naive: Option<Answer>,
}

/// Asks both; `None` if they agree.
#[must_use]
pub fn difference(state: &State, flow: &Flow) -> Option<Difference> {
    agreed(state, flow).err().map(|found| *found)
}

/// What both say of a flow; `None` if both say that an end does not exist.
///
/// # Errors
/// What each says, if they differ.
pub fn agreed(state: &State, flow: &Flow) -> Result<Option<Answer>, Box<Difference>> {
    let traced = trace(state, flow).ok();
    let short = verdicts(state, flow).ok();
    let naive = judge(state, flow);
    let what = match (&traced, short, &naive) {
        (None, None, None) => return Ok(None),
        (Some(traced), Some(short), Some(_)) if traced.verdicts != short => {
            "trace and verdicts of the domain".to_owned()
        }
        (Some(traced), Some(_), Some(answer)) => match first_difference(&observed(traced), answer) {
            None => return Ok(naive),
            Some(what) => what,
        },
        (None | Some(_), None | Some(_), None | Some(_)) => "whether the ends exist".to_owned(),
    };
    Err(Box::new(Difference { what, domain: traced.as_ref().map(observed), naive }))
}

/// The domain's result as an answer.
#[must_use]
pub fn observed(result: &FlowResult) -> Answer {
    Answer {
        overall: result.verdicts.overall,
        forward: result.verdicts.forward,
        reply: result.verdicts.reply,
        symmetry: result.verdicts.symmetry,
        there: result.forward.iter().map(branch).collect(),
        back: result.reply.iter().map(branch).collect(),
    }
}

fn branch(trace: &Trace) -> Branch {
    let mut path: Vec<(Place, Packet)> = Vec::new();
    let mut choices = Vec::new();
    let mut rewritings = Vec::new();
    let mut ending = Ending::Deliver;
    let mut filters = Vec::new();
    for step in &trace.steps {
        // A filter changes nothing; what it said is compared apart.
        let filter = matches!(step.detail, Detail::Filter(_));
        match path.last_mut() {
            _ if filter => {}
            Some((last, packet)) if *last == *step.place => *packet = step.after,
            Some(_) | None => path.push(((*step.place).clone(), step.after)),
        }
        match &step.detail {
            Detail::Route(RouteDecision::Vnet(lookup)) if matches!(*step.place, Place::Subnet(_)) => {
                choices.push(Choice {
                    winner: lookup.winner.as_ref().map(text),
                    losers: lookup.losers.iter().map(text).collect::<BTreeSet<_>>(),
                });
            }
            Detail::Filter(decision) => {
                filters.extend(said(decision).map(|text| ((*step.place).clone(), text)));
            }
            Detail::Nat(record) => rewritings.push(((*step.place).clone(), record.kind)),
            Detail::Drop(cause) => ending = Ending::Drop(*cause),
            Detail::Forward(target) => ending = Ending::Forward(*target),
            Detail::Abort(cause) => ending = Ending::Abort(*cause),
            Detail::None
            | Detail::Route(_)
            | Detail::NextHop { .. }
            | Detail::SkipNat(_)
            | Detail::Backend(_)
            | Detail::Session(_) => {}
        }
    }
    Branch { answers: trace.forward_branch, weight: trace.weight, ending, path, choices, rewritings, filters }
}

/// What a filter said; nothing of one that does not concern the packet.
fn said(decision: &FilterDecision) -> Option<String> {
    let whose = match &decision.source {
        None => "an answer".to_owned(),
        Some(FilterSource::Group(name)) => format!("{name} {}", decision.rule),
        // Which of several policies is named first is a matter of taste.
        Some(FilterSource::Policy(_)) => "policies".to_owned(),
    };
    match decision.outcome {
        FilterOutcome::Allowed => Some(whose),
        FilterOutcome::Denied => Some(format!("{whose} denies")),
        FilterOutcome::NotApplied => None,
    }
}

fn text(candidate: &Candidate) -> Row {
    let route = &candidate.route;
    // A trace marks the route that it takes when its next hop can't work; the choice is the same.
    let outcome = if candidate.outcome == CandidateOutcome::InvalidNextHop {
        CandidateOutcome::Selected
    } else {
        candidate.outcome
    };
    let name = route.route.as_ref().map(ToString::to_string).unwrap_or_default();
    Row(format!("{} {:?} {:?} {name} {outcome:?}", route.prefix, route.source, route.next_hop))
}

/// The domain gives up beyond a count of branches; the naive judge follows them all.
fn too_many(answer: &Answer) -> bool {
    let answers = |index: usize| answer.back.iter().filter(|branch| branch.answers == index).count();
    answer.there.len() > BRANCHES_MAX || (0..answer.there.len()).any(|index| answers(index) > BRANCHES_MAX)
}

/// The first thing in which two answers differ.
fn first_difference(domain: &Answer, naive: &Answer) -> Option<String> {
    if too_many(naive) {
        let gave_up = |branch: &Branch| branch.ending == Ending::Abort(AbortCause::TooManyBranches);
        let bounded = domain.there.iter().chain(&domain.back).any(gave_up);
        return (!bounded).then(|| format!("a bound of {BRANCHES_MAX} branches"));
    }
    let heads = [
        ("verdict", domain.overall == naive.overall),
        ("verdict there", domain.forward == naive.forward),
        ("verdict back", domain.reply == naive.reply),
        ("symmetry", domain.symmetry == naive.symmetry),
        ("count of branches there", domain.there.len() == naive.there.len()),
        ("count of branches back", domain.back.len() == naive.back.len()),
    ];
    let mut found = None;
    let ways = domain.there.iter().zip(&naive.there).chain(domain.back.iter().zip(&naive.back));
    for (a, b) in ways {
        let aborted =
            matches!((a.ending, b.ending), (Ending::Abort(_), Ending::Abort(_))) && b.path.len() == 1;
        let places = |branch: &Branch| branch.path.iter().map(|(place, _)| place.clone()).collect::<Vec<_>>();
        let checks = [
            ("ending", a.ending == b.ending),
            ("places", places(a) == places(b)),
            ("choices of route", a.choices == b.choices),
            ("packets", aborted || same_packets(a, b)),
            ("rewritings", a.rewritings == b.rewritings),
            ("filters", a.filters == b.filters),
            ("weights", (a.weight - b.weight).abs() < 1e-9),
            ("answered branch", a.answers == b.answers),
        ];
        if let Some((what, _)) = checks.into_iter().find(|(_, same)| !same) {
            found = Some(format!("{what}: {:?} against {:?}", a.ending, b.ending));
            break;
        }
    }
    found.or_else(|| heads.into_iter().find(|(_, same)| !same).map(|(what, _)| what.to_owned()))
}

fn same_packets(a: &Branch, b: &Branch) -> bool {
    a.path.iter().zip(&b.path).all(|((_, a), (_, b))| a == b)
}
