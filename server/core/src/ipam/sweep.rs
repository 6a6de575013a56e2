//! Which attachments of a node were left behind, and when is it safe to end them.
//!
//! An attachment is valid until it is proven leaked: it must be missing in two lists of the node that are a grace period
//! apart, and must not have changed in between (Calico's rules; calico#5044 shows what happens without). Attachments made
//! after a list was taken are never judged by it.

use crate::command::SweepSpec;
use crate::decide::Draft;
use crate::event::{Event, ReleaseCause};
use crate::ipam::release;
use crate::limits;
use crate::rejection::{Reason, Rejection};

/// Judges the attachments of a node by the list of its live ones.
pub(crate) fn sweep(draft: &mut Draft<'_>, spec: &SweepSpec) -> Result<(), Rejection> {
    let node =
        draft.state().nodes.get(&spec.node).cloned().ok_or_else(|| Rejection::not_found(&spec.node))?;
    let last = draft.state().observations.get(&spec.node).copied().unwrap_or_default();
    if spec.observed > draft.now() || spec.observed < last {
        let message = format!(
            "the list of {} was made at {}, but the last one was made at {last} and it is {} now; list again, then sweep",
            spec.node,
            spec.observed,
            draft.now()
        );
        return Err(Rejection::new(Reason::SweepObservationStale, message)
            .with("node", &spec.node)
            .with("observed_time", spec.observed)
            .with("last_observed_time", last));
    }
    let live: Vec<_> = draft.state().allocations_on(&node).cloned().collect();
    if spec.valid.is_empty() && !live.is_empty() && !spec.allow_empty {
        let message = format!(
            "{} has {} live allocations and the list of valid ones is empty; set allow_empty if nothing is attached",
            spec.node,
            live.len()
        );
        return Err(Rejection::new(Reason::SweepEmptyRefused, message)
            .with("node", &spec.node)
            .with("live", live.len()));
    }
    let missing =
        live.iter().filter(|a| a.create_time <= spec.observed && !spec.valid.contains(&a.name.allocation));
    let (leaked, suspects): (Vec<_>, Vec<_>) = missing.partition(|allocation| {
        draft.state().suspects.get(&allocation.name).is_some_and(|first| {
            spec.observed.since(*first) >= limits::SWEEP_GRACE && allocation.create_time <= *first
        })
    });
    let suspects: Vec<_> =
        suspects.into_iter().map(|allocation| allocation.name.allocation.clone()).collect();
    draft.emit(Event::SweepObserved { node: spec.node.clone(), observed: spec.observed, suspects });
    for allocation in leaked {
        release::end(draft, allocation, ReleaseCause::Swept);
    }
    Ok(())
}
