//! What do readers see? One durable revision, whole and unchanging, with the records that led to it.
//!
//! A snapshot is published by one pointer swap and read without a lock; it lives as long as somebody holds it.

use std::sync::Arc;

use imbl::Vector;
use podnet_core::State;
use podnet_core::event::Record;
use podnet_core::meta::Revision;

use super::token::Cursor;
use crate::store::StoreId;

/// A durable revision of one store.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// What holds.
    pub state: State,
    /// The store it is of.
    pub store_id: StoreId,
    pub(super) recent: Recent,
}

impl Snapshot {
    /// The position of this snapshot, for answers and resume tokens.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { store_id: self.store_id, revision: self.state.revision }
    }

    /// CRC-32C of the state: equal for equal states, on every server.
    #[must_use]
    pub fn digest(&self) -> u32 {
        super::codec::state_digest(&self.state)
    }
}

/// The last records, without a gap, bounded by count and bytes. A copy shares its content.
#[derive(Clone, Debug)]
pub(super) struct Recent {
    /// Each record with its encoded size.
    records: Vector<(Arc<Record>, usize)>,
    bytes: usize,
    records_max: usize,
    bytes_max: usize,
}

impl Recent {
    pub(super) fn new(records_max: usize, bytes_max: usize) -> Self {
        Self { records: Vector::new(), bytes: 0, records_max, bytes_max }
    }

    /// Adds the next record; the oldest go first.
    pub(super) fn push(&mut self, record: Arc<Record>, bytes: usize) {
        self.records.push_back((record, bytes));
        self.bytes += bytes;
        while self.records.len() > self.records_max || self.bytes > self.bytes_max {
            let Some((_, dropped)) = self.records.pop_front() else { break };
            self.bytes -= dropped;
        }
    }

    /// Forgets all, when the store is replaced.
    pub(super) fn clear(&mut self) {
        self.records.clear();
        self.bytes = 0;
    }

    /// The record of a revision, if it is still here.
    pub(super) fn get(&self, revision: Revision) -> Option<Arc<Record>> {
        let index = self.index_of(revision)?;
        self.records.get(index).map(|(record, _)| Arc::clone(record))
    }

    /// The records from a revision on, if that one is still here.
    pub(super) fn from(&self, revision: Revision, max: usize) -> Option<Vec<Arc<Record>>> {
        let index = self.index_of(revision)?;
        let end = index.saturating_add(max).min(self.records.len());
        Some(self.between(index, end).map(Arc::clone).collect())
    }

    /// Whether all records from a revision on are here, at most so many, and none of them is wanted.
    pub(super) fn none_wanted(
        &self,
        revision: Revision,
        max: usize,
        wanted: impl Fn(&Record) -> bool,
    ) -> bool {
        let Some(index) = self.index_of(revision) else { return false };
        let end = self.records.len();
        end - index <= max && !self.between(index, end).any(|record| wanted(record))
    }

    fn index_of(&self, revision: Revision) -> Option<usize> {
        let (first, _) = self.records.front()?;
        let index = usize::try_from(revision.0.checked_sub(first.revision.0)?).ok()?;
        (index < self.records.len()).then_some(index)
    }

    /// Skipping an iterator would visit all that is skipped, for each watcher and commit.
    fn between(&self, index: usize, end: usize) -> impl Iterator<Item = &Arc<Record>> {
        self.records.focus().narrow(index..end).into_iter().map(|(record, _)| record)
    }
}
