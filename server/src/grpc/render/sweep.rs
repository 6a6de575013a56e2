//! What did a sweep find, in the words of the contract?

use podnet_core::command::SweepSpec;
use podnet_core::event::Event;
use podnet_core::limits::SWEEP_GRACE;
use podnet_core::model::Allocation;
use podnet_core::name::{AllocationName, NodeName};
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use super::around::Around;
use super::{count, timestamp};

/// Findings in the order of names, and the count of live allocations that the list has.
pub(crate) fn findings(
    done: &Around<'_>,
    node: Option<&NodeName>,
    spec: &SweepSpec,
) -> (Vec<pb::SweepFinding>, u32) {
    let mut findings = Vec::new();
    for event in &done.record.events {
        if let Event::SweepObserved { node, suspects, .. } = event {
            findings.extend(suspects.iter().map(|id| {
                let name = AllocationName { cluster: node.cluster.clone(), allocation: id.clone() };
                suspect(done, &name, spec.observed)
            }));
        }
        if let Event::AllocationReleased { allocation, .. } = event {
            let marked = done.before.suspects.get(&allocation.name).copied();
            findings.push(pb::SweepFinding {
                allocation: allocation.name.to_string(),
                outcome: pb::SweepOutcome::Released as i32,
                keep_reason: pb::SweepKeepReason::Unspecified as i32,
                mark_time: marked.map(timestamp),
                releasable_time: None,
            });
        }
    }
    let state = done.after;
    let live: Vec<_> = node
        .and_then(|node| state.nodes.get(node))
        .map(|node| state.allocations_on(node).cloned().collect())
        .unwrap_or_default();
    let newer = |allocation: &&std::sync::Arc<Allocation>| {
        allocation.create_time > spec.observed && !spec.valid.contains(&allocation.name.allocation)
    };
    findings.extend(live.iter().filter(newer).map(|allocation| pb::SweepFinding {
        allocation: allocation.name.to_string(),
        outcome: pb::SweepOutcome::Kept as i32,
        keep_reason: pb::SweepKeepReason::NewerThanObservation as i32,
        mark_time: None,
        releasable_time: None,
    }));
    findings.sort_by(|a, b| a.allocation.cmp(&b.allocation));
    let valid = live.iter().filter(|allocation| spec.valid.contains(&allocation.name.allocation)).count();
    (findings, count(valid))
}

/// An attachment that is missing in the list and was not released: marked now, or before and kept.
fn suspect(done: &Around<'_>, name: &AllocationName, observed: Timestamp) -> pb::SweepFinding {
    let earlier = done.before.suspects.get(name).copied();
    let created = done.after.allocations.get(name).map(|allocation| allocation.create_time);
    let (outcome, keep_reason, mark) = match earlier {
        None => (pb::SweepOutcome::Marked, pb::SweepKeepReason::Unspecified, observed),
        Some(first) if created.is_some_and(|created| created > first) => {
            (pb::SweepOutcome::Kept, pb::SweepKeepReason::ChangedSinceMark, observed)
        }
        Some(first) if first == observed => {
            (pb::SweepOutcome::Marked, pb::SweepKeepReason::Unspecified, first)
        }
        Some(first) => (pb::SweepOutcome::Kept, pb::SweepKeepReason::GracePeriod, first),
    };
    pb::SweepFinding {
        allocation: name.to_string(),
        outcome: outcome as i32,
        keep_reason: keep_reason as i32,
        mark_time: Some(timestamp(mark)),
        releasable_time: Some(timestamp(mark.plus(SWEEP_GRACE))),
    }
}
