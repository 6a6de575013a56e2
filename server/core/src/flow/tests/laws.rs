//! Laws L14, L15, L16 and L18 over every pair of ends of both labs, and the limits.

use super::lab::*;
use super::text::full;
use crate::flow::step::{Detail, RouteDecision};
use crate::flow::vocabulary::{StepKind, Verdict};
use crate::flow::{EndpointRef, FlowResult, references, trace, verdicts};
use crate::limits;
use crate::model::{NextHop, TrafficPolicy};
use crate::routes::CandidateOutcome;

fn ends() -> Vec<EndpointRef> {
    let addresses = [
        "10.240.0.6",
        "10.241.0.4",
        INTERNET,
        ON_PREMISES,
        FRONTEND,
        "10.0.100.10",
        "10.244.9.9",
        "172.16.0.1",
        "2001:db8:1::7",
    ];
    let named = [pod("p11"), pod("p12"), pod("p21"), node("node1"), node("node2")];
    named.into_iter().chain(addresses.map(at)).collect()
}

fn worlds() -> Vec<Lab> {
    let mut broken = kubenet();
    broken.unroute("node2");
    broken.service(|s| s.external_traffic_policy = TrafficPolicy::Local);
    let mut crossed = kubenet();
    crossed.unroute("node1");
    crossed.route("node1", "10.244.1.0/24", NextHop::VirtualAppliance(ip("10.240.0.5")));
    crossed.cluster(|c| c.non_masquerade_prefixes = Some(vec![prefix("10.0.0.0/8")]));
    vec![kubenet(), azure_cni(), broken, crossed]
}

fn each(mut check: impl FnMut(&Lab, &FlowResult)) {
    let mut count = 0;
    for lab in worlds() {
        for from in ends() {
            for to in ends() {
                let result = lab.tcp(from.clone(), to, 80);
                check(&lab, &result);
                count += 1;
            }
        }
    }
    assert_eq!(count, 4 * 14 * 14);
}

#[test]
fn the_same_flow_has_the_same_answer_with_and_without_steps() {
    for lab in worlds() {
        for from in ends() {
            for to in ends() {
                let wanted = flow(from.clone(), to, 80);
                let first = trace(&lab.state, &wanted).unwrap();
                assert_eq!(first, trace(&lab.state.clone(), &wanted).unwrap());
                assert_eq!(first.verdicts, verdicts(&lab.state, &wanted).unwrap());
            }
        }
    }
}

#[test]
fn each_trace_has_one_end_and_it_is_the_last_step() {
    let is_end =
        |kind| matches!(kind, StepKind::Deliver | StepKind::Drop | StepKind::Forward | StepKind::Abort);
    each(|_, result| {
        for trace in result.forward.iter().chain(&result.reply) {
            let ends: Vec<_> = trace.steps.iter().map(|step| is_end(step.kind)).collect();
            assert_eq!(ends.iter().filter(|end| **end).count(), 1, "{}", full(result));
            assert_eq!(ends.last(), Some(&true), "{}", full(result));
            assert!(trace.steps.len() <= limits::TRACE_STEPS_MAX);
        }
    });
}

#[test]
fn reachable_means_both_ways_on_every_branch() {
    each(|_, result| {
        let all =
            |traces: &[crate::flow::Trace]| traces.iter().all(|trace| trace.verdict == Verdict::Reachable);
        let answered = result.reply.len() == result.forward.len();
        let works = all(&result.forward) && answered && all(&result.reply);
        assert_eq!(result.verdicts.overall == Verdict::Reachable, works, "{}", full(result));
        assert_eq!(result.cause.is_none(), works, "{}", full(result));
    });
}

#[test]
fn each_choice_of_route_names_its_winner_and_the_losers_with_a_reason() {
    each(|_, result| {
        for step in result.forward.iter().chain(&result.reply).flat_map(|trace| &trace.steps) {
            let Detail::Route(decision) = &step.detail else {
                assert!(!matches!(step.kind, StepKind::ApplyRoute | StepKind::RouteLocal));
                continue;
            };
            let (winner, losers): (Option<_>, Vec<_>) = match decision {
                RouteDecision::Vnet(choice) => (
                    choice.winner.as_ref().map(|c| c.outcome),
                    choice.losers.iter().map(|c| c.outcome).collect(),
                ),
                RouteDecision::Device { winner, losers, .. } => {
                    (winner.as_ref().map(|r| r.outcome), losers.iter().map(|r| r.outcome).collect())
                }
            };
            assert!(winner.is_none_or(|outcome| outcome == CandidateOutcome::Selected));
            assert!(losers.iter().all(|outcome| *outcome != CandidateOutcome::Selected));
            assert!(winner.is_some() || step.place.to_string() == "on-premises", "{}", full(result));
        }
    });
}

#[test]
fn a_packet_changes_only_in_a_nat_step_and_each_is_one() {
    each(|_, result| {
        for trace in result.forward.iter().chain(&result.reply) {
            for pair in trace.steps.windows(2) {
                assert!(pair[0].after.same_flow(&pair[1].before), "{}", full(result));
                assert!(pair[0].after.ttl >= pair[1].before.ttl);
            }
            for step in &trace.steps {
                let rewritten = !step.before.same_flow(&step.after);
                assert!(!rewritten || step.kind == StepKind::Nat, "{}", full(result));
                assert_eq!(step.kind == StepKind::Nat, matches!(step.detail, Detail::Nat(_)));
                assert!(!step.description.to_string().is_empty());
            }
        }
    });
}

#[test]
fn what_leaves_a_node_says_what_became_of_its_source() {
    each(|_, result| {
        for trace in result.forward.iter().filter(|trace| trace.verdict == Verdict::Reachable) {
            for (index, step) in trace.steps.iter().enumerate() {
                let node = step.place.to_string().contains("/nodes/");
                let last = index + 2 >= trace.steps.len();
                if !node || last || !matches!(step.kind, StepKind::ApplyRoute | StepKind::RouteLocal) {
                    continue;
                }
                let mut after = trace.steps[index + 1..].iter().map(|step| step.kind);
                let next = after.find(|kind| *kind != StepKind::DecrementTtl).unwrap();
                let at_home = next == StepKind::SetupSession;
                assert!(at_home || matches!(next, StepKind::Nat | StepKind::SkipNat), "{}", full(result));
            }
        }
    });
}

#[test]
fn an_undetermined_answer_says_what_is_missing() {
    each(|_, result| {
        if result.verdicts.overall == Verdict::Undetermined {
            let cause = result.cause.as_ref().unwrap();
            assert!(!cause.explanation.is_empty());
        }
        for step in result.forward.iter().flat_map(|trace| &trace.steps) {
            if step.kind == StepKind::SetupSession {
                assert!(result.assumptions.iter().any(|a| a.kind.text() == "SESSIONS_EMPTY_AT_START"));
            }
        }
    });
}

#[test]
fn branches_end_at_their_limit_and_the_rest_is_not_guessed() {
    let mut lab = kubenet();
    let endpoint = lab.state.services.values().next().unwrap().endpoints[0].clone();
    lab.service(|s| s.endpoints = vec![endpoint; 200]);
    let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(result.forward.len(), limits::BRANCHES_MAX);
    let total: f64 = result.forward.iter().map(|trace| trace.weight).sum();
    assert!((total - 1.0).abs() < 1e-9, "{total}");
    assert_eq!(result.verdicts.overall, Verdict::Undetermined);
    let lists = result.forward.iter().flat_map(|trace| &trace.steps).filter_map(|step| {
        let Detail::Backend(choice) = &step.detail else { return None };
        Some((choice.selected.is_some(), choice.backends.len()))
    });
    assert!(lists.clone().any(|list| list == (false, limits::BACKENDS_LISTED_MAX)));
    assert!(
        lists.clone().all(|(chosen, count)| count <= if chosen { 1 } else { limits::BACKENDS_LISTED_MAX })
    );
}

#[test]
fn each_decision_names_the_resources_behind_it() {
    let lab = kubenet();
    let result = lab.tcp(pod("p11"), pod("p21"), 80);
    let steps = result.forward[0].steps.iter();
    let names: Vec<_> = steps.flat_map(|step| references(&lab.state, step)).map(|r| r.name).collect();
    for wanted in [
        "clusters/c/allocations/p11",
        "clusters/c/nodes/node2",
        "networks/lab/routeTables/aks-rt/routes/node2",
    ] {
        assert!(names.iter().any(|name| name == wanted), "{wanted} in {names:?}");
    }
}
