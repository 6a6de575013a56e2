//! A trace in the shortest text that still has every decision: one line for each step.

use std::fmt::Write;

use crate::flow::step::{Detail, RouteDecision, Step};
use crate::flow::{FlowResult, Trace};

/// Verdicts, cause, and every branch.
pub(super) fn full(result: &FlowResult) -> String {
    let mut out = summary(result);
    for (way, traces) in [("forward", &result.forward), ("reply", &result.reply)] {
        for trace in traces {
            let _ = writeln!(
                out,
                "{way} {} of branch {} weight {:.3}",
                trace.branch, trace.forward_branch, trace.weight
            );
            out.push_str(&steps(trace));
        }
    }
    out
}

/// Verdicts and cause.
pub(super) fn summary(result: &FlowResult) -> String {
    let verdicts = &result.verdicts;
    let mut out = format!(
        "{} forward {} reply {} {}\n",
        verdicts.overall.text(),
        verdicts.forward.text(),
        verdicts.reply.map_or("-", |verdict| verdict.text()),
        verdicts.symmetry.text()
    );
    if let Some(cause) = &result.cause {
        let _ = writeln!(
            out,
            "cause {} {:?} at {}: {}",
            cause.direction.text(),
            cause.cause,
            cause.place,
            cause.explanation
        );
        let _ = writeln!(out, "fix {}", cause.remediation);
    }
    out
}

/// The steps of a branch.
pub(super) fn steps(trace: &Trace) -> String {
    trace.steps.iter().map(|step| format!("  {}\n", line(step))).collect()
}

fn line(step: &Step) -> String {
    let place = step.place.to_string();
    let place = place.rsplit('/').next().unwrap_or_default().to_owned();
    let kind = step.kind.text();
    match &step.detail {
        Detail::Route(decision) => format!("{place} {kind} {}", decided(decision)),
        Detail::NextHop { address, owner } => {
            let owner = owner.as_ref().map_or_else(|| "nobody".to_owned(), ToString::to_string);
            format!("{place} {kind} {address} is {owner}")
        }
        Detail::Nat(nat) => {
            let hook = nat.hook.text();
            format!("{place} {kind} {} {hook} {} => {}", nat.kind.text(), step.before, step.after)
        }
        Detail::SkipNat(skip) => {
            let prefix = skip.prefix.map(|prefix| format!(" {prefix}")).unwrap_or_default();
            let default = if skip.prefix_is_default { " default" } else { "" };
            format!("{place} {kind} {} {}{prefix}{default}", skip.kind.text(), skip.reason.text())
        }
        Detail::Filter(filter) => {
            format!("{place} {kind} {} {}", filter.outcome.text(), filter.rule).trim_end().to_owned()
        }
        Detail::Backend(choice) => {
            let backend = |b: &crate::flow::step::Backend| {
                let mark = if choice.selected.is_some() { "*" } else { "" };
                let why = if b.eligible() { String::new() } else { format!(" ({})", b.explanation) };
                format!("{mark}{}{why}", b.address)
            };
            let list: Vec<_> = choice.backends.iter().map(backend).collect();
            format!("{place} {kind} {}: {}", choice.method, list.join(", "))
        }
        Detail::Session(session) => format!("{place} {kind} {}", session.id()),
        Detail::Drop(cause) => format!("{place} {kind} {}", cause.text()),
        Detail::Forward(target) => format!("{place} {kind} {}", target.text()),
        Detail::Abort(cause) => format!("{place} {kind} {}", cause.text()),
        Detail::None => match kind {
            "DELIVER" => format!("{place} {kind} {} ttl {}", step.after, step.after.ttl),
            _ if kind.starts_with("START") => format!("{place} {kind} {}", step.after),
            _ => format!("{place} {kind}"),
        },
    }
}

fn decided(decision: &RouteDecision) -> String {
    let (winner, losers): (Option<String>, Vec<String>) = match decision {
        RouteDecision::Vnet(choice) => (
            choice.winner.as_ref().map(|c| format!("{} {}", c.route.prefix, c.route.next_hop.azure())),
            choice
                .losers
                .iter()
                .map(|c| format!("{} {} {:?}", c.route.prefix, c.route.next_hop.azure(), c.outcome))
                .collect(),
        ),
        RouteDecision::Device { winner, losers, .. } => {
            let show = |r: &crate::flow::step::DeviceRoute| format!("{} {}", r.prefix, r.device);
            (winner.as_ref().map(show), losers.iter().map(show).collect())
        }
    };
    let beat = if losers.is_empty() { String::new() } else { format!(" beat {}", losers.join(", ")) };
    format!("{}{beat}", winner.unwrap_or_else(|| "none".to_owned()))
}

/// How each branch ends: place, end, header, time to live.
pub(super) fn ends(traces: &[Trace]) -> Vec<String> {
    let end = |trace: &Trace| {
        let last = trace.steps.last().unwrap();
        let place = last.place.to_string();
        let place = place.rsplit('/').next().unwrap_or_default();
        match &last.detail {
            Detail::Drop(cause) => format!("{place} DROP {}", cause.text()),
            Detail::Forward(target) => format!("{place} FORWARD {}", target.text()),
            Detail::Abort(cause) => format!("{place} ABORT {}", cause.text()),
            Detail::None
            | Detail::Route(_)
            | Detail::NextHop { .. }
            | Detail::Nat(_)
            | Detail::SkipNat(_)
            | Detail::Backend(_)
            | Detail::Filter(_)
            | Detail::Session(_) => format!("{place} {} ttl {}", last.after, last.after.ttl),
        }
    };
    traces.iter().map(end).collect()
}
