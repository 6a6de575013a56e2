//! How does the domain look on the wire? From resources and events to the contract's messages, one file per context.
//!
//! Nothing here decides or fails; every address, prefix and name is in its one canonical form.

pub(crate) mod answer;
pub(crate) mod around;
pub(crate) mod changed;
pub(crate) mod cluster;
pub(crate) mod flow;
pub(crate) mod history;
pub(crate) mod ipam;
pub(crate) mod lookup;
pub(crate) mod network;
pub(crate) mod network_policy;
pub(crate) mod pools;
pub(crate) mod proof;
pub(crate) mod reconcile;
pub(crate) mod resource;
pub(crate) mod route;
pub(crate) mod security_group;
pub(crate) mod sweep;
pub(crate) mod trace;
#[cfg(test)]
mod trace_by_messages;
pub(crate) mod usage;
pub(crate) mod workload;

use std::fmt;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::meta::{Meta, Revision, uid};
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use crate::engine::Snapshot;
use crate::store::StoreId;

/// Bookkeeping of a resource.
pub(crate) fn meta(name: &impl fmt::Display, meta: &Meta) -> pb::Meta {
    pb::Meta {
        uid: uid(meta.created_revision, name),
        etag: meta.etag(),
        revision: revision(meta.revision),
        create_time: Some(timestamp(meta.create_time)),
        update_time: Some(timestamp(meta.update_time)),
        labels: meta.labels.clone().into_iter().collect(),
        managed_by: meta.managed_by.clone(),
    }
}

/// A moment.
pub(crate) fn timestamp(time: Timestamp) -> prost_types::Timestamp {
    let (seconds, nanos) = (time.0 / 1_000_000_000, time.0 % 1_000_000_000);
    // Both fit: nanoseconds in 64 bits are at most 18 billion seconds.
    prost_types::Timestamp {
        seconds: i64::try_from(seconds).unwrap_or(i64::MAX),
        nanos: i32::try_from(nanos).unwrap_or(0),
    }
}

/// A span of time.
pub(crate) fn duration(duration: Duration) -> prost_types::Duration {
    prost_types::Duration {
        seconds: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX),
        nanos: i32::try_from(duration.subsec_nanos()).unwrap_or(0),
    }
}

/// A revision.
pub(crate) fn revision(revision: Revision) -> i64 {
    i64::try_from(revision.0).unwrap_or(i64::MAX)
}

/// A family.
pub(crate) fn family(family: Family) -> i32 {
    match family {
        Family::V4 => pb::IpFamily::Ipv4 as i32,
        Family::V6 => pb::IpFamily::Ipv6 as i32,
    }
}

/// A position in the history of a store.
pub(crate) fn cursor_at(store_id: StoreId, at: Revision) -> pb::Cursor {
    let cursor = crate::engine::Cursor { store_id, revision: at };
    pb::Cursor { revision: revision(at), resume_token: cursor.token() }
}

/// The position of a snapshot.
pub(crate) fn cursor(snapshot: &Snapshot) -> Option<pb::Cursor> {
    Some(cursor_at(snapshot.store_id, snapshot.state.revision))
}

/// Every value in its canonical text.
pub(crate) fn texts<T: fmt::Display>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// A text that may be absent.
pub(crate) fn optional<T: fmt::Display>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// A count, saturating.
pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
