//! How does what is known of the pod of an attachment come in and change.

use std::sync::Arc;

use crate::command::AllocationUpdate;
use crate::decide::Draft;
use crate::event::Event;
use crate::limits;
use crate::meta::Meta;
use crate::model::{PodTraits, Protocol};
use crate::rejection::Rejection;

/// Labels and ports are few and of legal form.
pub(super) fn check(traits: &PodTraits) -> Result<(), Rejection> {
    for (field, count, limit) in [
        ("pod_traits.labels", traits.labels.len(), limits::LABELS_MAX),
        ("pod_traits.ports", traits.ports.len(), limits::POD_PORTS_MAX),
    ] {
        if count > limit {
            let message = format!("{field} has {count} entries; at most {limit} are allowed");
            return Err(Rejection::invalid(field, message).with("count", count).with("limit", limit));
        }
    }
    for (index, port) in traits.ports.iter().enumerate() {
        let field = format!("pod_traits.ports[{index}]");
        if port.port == 0 || port.name.is_empty() || port.protocol == Protocol::Icmp {
            let message = "a port has a name, a number from 1 to 65535 and is TCP, UDP or SCTP";
            return Err(Rejection::invalid(field, message));
        }
        let same =
            |other: &crate::model::PodPort| (&other.name, other.protocol) == (&port.name, port.protocol);
        if traits.ports[..index].iter().any(same) {
            return Err(Rejection::invalid(field, "each name is there once for each protocol"));
        }
    }
    Ok(())
}

/// Changes what is known of a pod. Addresses, node and owner stay.
pub(crate) fn update(draft: &mut Draft<'_>, update: &AllocationUpdate) -> Result<(), Rejection> {
    let Some(before) = draft.state().allocations.get(&update.name).map(Arc::clone) else {
        return Err(Rejection::not_found(&update.name));
    };
    let current = Meta::etag_of(before.revision);
    if let Some(given) = update.etag.as_ref().filter(|given| **given != current) {
        return Err(Rejection::etag(&update.name, given, &current));
    }
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "release the allocation and allocate anew"));
    }
    let traits = update.pod_traits.clone().unwrap_or_else(|| before.pod_traits.clone());
    if let Some(traits) = &traits {
        check(traits)?;
    }
    let mut after = (*before).clone();
    if after.pod_traits == traits {
        draft.confirm(Event::AllocationUpdated(Arc::new(after)));
        return Ok(());
    }
    after.pod_traits = traits;
    after.revision = draft.revision();
    draft.emit(Event::AllocationUpdated(Arc::new(after)));
    Ok(())
}
