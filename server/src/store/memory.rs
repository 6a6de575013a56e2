//! Answers: what does a log do, without a disk?
//!
//! For tests and for trying things out. It obeys the same suite as the others, except that nothing survives it.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use bytes::Bytes;

use super::{
    CHECKPOINTS_KEPT, CHUNK_BYTES_MAX, Checkpoint, Checkpointer, Log, LogReader, Record, StoreError, StoreId,
    block,
};

/// A log in memory.
pub struct MemoryLog {
    shared: Shared,
}

#[derive(Clone)]
struct Shared(Arc<RwLock<State>>);

struct State {
    store_id: StoreId,
    base_revision: u64,
    records: BTreeMap<u64, Bytes>,
    checkpoints: BTreeMap<u64, Vec<Vec<u8>>>,
}

impl MemoryLog {
    /// An empty log with this id.
    #[must_use]
    pub fn new(store_id: StoreId) -> Self {
        let state =
            State { store_id, base_revision: 0, records: BTreeMap::new(), checkpoints: BTreeMap::new() };
        Self { shared: Shared(Arc::new(RwLock::new(state))) }
    }
}

impl Log for MemoryLog {
    fn store_id(&self) -> StoreId {
        self.shared.get().store_id
    }

    fn last_revision(&self) -> u64 {
        self.shared.get().last_revision()
    }

    fn first_revision(&self) -> u64 {
        self.shared.get().first_revision()
    }

    fn append(&mut self, first_revision: u64, records: &[Bytes]) -> Result<(), StoreError> {
        let mut state = self.shared.get_mut();
        let expected = state.last_revision() + 1;
        if first_revision != expected {
            return Err(StoreError::Gap { expected, got: first_revision });
        }
        block::check_sizes(records)?;
        state.records.extend((first_revision..).zip(records.iter().cloned()));
        Ok(())
    }

    fn reader(&self) -> Box<dyn LogReader> {
        Box::new(self.shared.clone())
    }

    fn checkpointer(&self) -> Box<dyn Checkpointer> {
        Box::new(self.shared.clone())
    }

    fn install(
        &mut self,
        store_id: StoreId,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError> {
        let checkpoints = BTreeMap::from([(revision, collect(chunks)?)]);
        *self.shared.get_mut() =
            State { store_id, base_revision: revision, records: BTreeMap::new(), checkpoints };
        Ok(())
    }
}

impl State {
    fn last_revision(&self) -> u64 {
        self.records.last_key_value().map_or(self.base_revision, |(revision, _)| *revision)
    }

    fn first_revision(&self) -> u64 {
        self.records.first_key_value().map_or(self.base_revision + 1, |(revision, _)| *revision)
    }
}

impl Shared {
    fn get(&self) -> RwLockReadGuard<'_, State> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn get_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl LogReader for Shared {
    fn last_revision(&self) -> u64 {
        self.get().last_revision()
    }

    fn first_revision(&self) -> u64 {
        self.get().first_revision()
    }

    fn read(&self, from: u64, records_max: usize, bytes_max: usize) -> Result<Vec<Record>, StoreError> {
        let state = self.get();
        let first = state.first_revision();
        if from < first {
            return Err(StoreError::Compacted { requested: from, first });
        }
        let mut bytes = 0;
        let fits = |(index, record): &(usize, Record)| {
            bytes += record.payload.len();
            *index == 0 || bytes <= bytes_max
        };
        let records = state.records.range(from..).take(records_max);
        let records =
            records.map(|(revision, payload)| Record { revision: *revision, payload: payload.clone() });
        Ok(records.enumerate().take_while(fits).map(|(_, record)| record).collect())
    }

    fn checkpoint_at_or_before(&self, revision: u64) -> Result<Option<Checkpoint>, StoreError> {
        let state = self.get();
        let found = state.checkpoints.range(..=revision).next_back();
        Ok(found.map(|(revision, chunks)| Checkpoint {
            revision: *revision,
            chunks: Box::new(chunks.clone().into_iter().map(Ok)),
        }))
    }
}

impl Checkpointer for Shared {
    fn write(&mut self, revision: u64, chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Result<(), StoreError> {
        let last = self.get().last_revision();
        if revision > last {
            return Err(StoreError::CheckpointAhead { last, got: revision });
        }
        let chunks = collect(chunks)?;
        let mut state = self.get_mut();
        state.checkpoints.insert(revision, chunks);
        while state.checkpoints.len() > CHECKPOINTS_KEPT {
            state.checkpoints.pop_first();
        }
        Ok(())
    }

    fn compact(&mut self, keep_from_revision: u64) -> Result<u64, StoreError> {
        let mut state = self.get_mut();
        let newest_checkpoint = state.checkpoints.last_key_value().map_or(0, |(revision, _)| *revision);
        let keep_from = keep_from_revision.min(newest_checkpoint + 1).min(state.last_revision());
        state.records = state.records.split_off(&keep_from);
        Ok(state.first_revision())
    }
}

fn collect(chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Result<Vec<Vec<u8>>, StoreError> {
    chunks
        .filter(|chunk| !chunk.is_empty())
        .map(|chunk| match chunk.len() {
            bytes if bytes > CHUNK_BYTES_MAX => {
                Err(StoreError::TooLarge { what: "a checkpoint chunk", bytes, limit_bytes: CHUNK_BYTES_MAX })
            }
            _ => Ok(chunk),
        })
        .collect()
}
