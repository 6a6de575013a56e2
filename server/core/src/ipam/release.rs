//! How does an attachment give its addresses back.
//!
//! Releasing what is not there is a success, because a CNI DEL must always succeed, and it leaves a tombstone, because
//! the DEL may have overtaken its ADD. A late release never frees another holder's address: it names an attachment, not an
//! address, and an etag guards against the same id used again (law L6).

use std::sync::Arc;

use crate::command::ReleaseSpec;
use crate::decide::Draft;
use crate::event::{Event, ReleaseCause};
use crate::ipam::allocate::{check_batch, tombstone};
use crate::limits;
use crate::meta::Meta;
use crate::model::{Allocation, Tombstone};
use crate::rejection::Rejection;
use crate::topology::node::in_batch;

/// Takes back the addresses of a batch of attachments, all or none.
pub(crate) fn release(draft: &mut Draft<'_>, specs: &[ReleaseSpec]) -> Result<(), Rejection> {
    check_batch(specs.len(), specs.iter().map(|spec| &spec.name))?;
    for (index, spec) in specs.iter().enumerate() {
        one(draft, spec).map_err(|rejection| in_batch(rejection, index, specs.len()))?;
    }
    Ok(())
}

fn one(draft: &mut Draft<'_>, spec: &ReleaseSpec) -> Result<(), Rejection> {
    draft.begin_step();
    let cluster = spec.name.cluster_name();
    if !draft.state().clusters.contains_key(&cluster) {
        return Err(Rejection::not_found(&cluster));
    }
    let Some(live) = draft.state().allocations.get(&spec.name).cloned() else {
        if draft.state().tombstones.get(&spec.name).is_some() {
            draft.confirm(Event::ReleaseConfirmed { name: spec.name.clone() });
        } else {
            let until = draft.now().plus(limits::TOMBSTONE_WINDOW);
            let tombstone = Tombstone { released: draft.now(), single_use: false, until };
            draft.emit(Event::AttachmentTombstoned { name: spec.name.clone(), tombstone });
        }
        return Ok(());
    };
    let current = Meta::etag_of(live.revision);
    if let Some(given) = spec.etag.as_ref().filter(|given| **given != current) {
        return Err(Rejection::etag(&spec.name, given, &current));
    }
    let event = ended(draft, &live, ReleaseCause::Released);
    draft.conclude(event);
    Ok(())
}

/// Ends a live allocation; its addresses cool down.
pub(crate) fn end(draft: &mut Draft<'_>, allocation: &Arc<Allocation>, cause: ReleaseCause) {
    let event = ended(draft, allocation, cause);
    draft.emit(event);
}

fn ended(draft: &Draft<'_>, allocation: &Arc<Allocation>, cause: ReleaseCause) -> Event {
    let cooldown = draft
        .state()
        .clusters
        .get(&allocation.name.cluster_name())
        .map_or(limits::COOLDOWN_DEFAULT, |cluster| cluster.cooldown);
    Event::AllocationReleased {
        allocation: Arc::clone(allocation),
        reusable: draft.now().plus(cooldown),
        tombstone: tombstone(draft, allocation),
        cause,
    }
}
