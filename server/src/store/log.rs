//! Answers: what is common to every log in a folder, whatever library holds the blocks?
//!
//! Revisions without gaps, verified reading, poisoning after a failure, checkpoints, compaction, import. It must not know
//! which library it is (`engine.rs`) nor how the folder is laid out (`folder.rs`).

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use bytes::Bytes;

use super::folder::{Folder, Generation};
use super::identity::{FORMAT, Format};
use super::{
    Checkpoint, Checkpointer, Log, LogReader, Record, StoreError, StoreId, StoreKind, block, stop_note,
};

/// A log in a data folder.
pub(super) struct FolderLog {
    shared: Arc<Shared>,
    current: Arc<Current>,
    /// Why the log stopped, once it did.
    poison: Option<String>,
}

/// What the writer, the readers and the checkpointers have in common.
struct Shared {
    folder: Arc<Folder>,
    current: RwLock<Arc<Current>>,
}

/// The generation in force and how far it reaches.
struct Current {
    generation: Generation,
    first_revision: AtomicU64,
    /// Moves only after the sync: nobody reads a record that a crash could take away.
    last_revision: AtomicU64,
    /// The lock, given back after the store of blocks is closed: fields are dropped in their order.
    _folder: Arc<Folder>,
}

impl FolderLog {
    /// Opens or creates the log.
    pub(super) fn open(kind: StoreKind, path: &Path) -> Result<Self, StoreError> {
        Self::open_as(kind, path, FORMAT)
    }

    /// As [`open`](Self::open), as a version that supports another format would.
    pub(super) fn open_as(kind: StoreKind, path: &Path, supported: Format) -> Result<Self, StoreError> {
        let folder = Arc::new(Folder::lock(path)?);
        let current = Arc::new(Current::new(folder.open(kind, supported)?, &folder)?);
        let shared = Arc::new(Shared { folder, current: RwLock::new(Arc::clone(&current)) });
        Ok(Self { shared, current, poison: None })
    }

    fn refuse_if_poisoned(&self) -> Result<(), StoreError> {
        match &self.poison {
            Some(cause) => Err(StoreError::Poisoned { cause: cause.clone() }),
            None => Ok(()),
        }
    }
}

impl Log for FolderLog {
    fn store_id(&self) -> StoreId {
        self.current.generation.identity.store_id
    }

    fn last_revision(&self) -> u64 {
        self.current.last_revision()
    }

    fn first_revision(&self) -> u64 {
        self.current.first_revision()
    }

    fn append(&mut self, first_revision: u64, records: &[Bytes]) -> Result<(), StoreError> {
        self.refuse_if_poisoned()?;
        let expected = self.last_revision() + 1;
        if first_revision != expected {
            return Err(StoreError::Gap { expected, got: first_revision });
        }
        if records.is_empty() {
            return Ok(());
        }
        let block = block::encode(first_revision, records)?;
        if let Err(error) = self.current.generation.engine.append(first_revision, block) {
            self.poison = Some(error.to_string());
            return Err(error);
        }
        let last_revision = self.last_revision() + records.len() as u64;
        self.current.last_revision.store(last_revision, Ordering::Release);
        Ok(())
    }

    fn reader(&self) -> Box<dyn LogReader> {
        Box::new(FolderReader { shared: Arc::clone(&self.shared) })
    }

    fn checkpointer(&self) -> Box<dyn Checkpointer> {
        Box::new(FolderCheckpointer { shared: Arc::clone(&self.shared) })
    }

    fn install(
        &mut self,
        store_id: StoreId,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError> {
        self.refuse_if_poisoned()?;
        let old_identity = self.current.generation.identity.clone();
        let installed = self.shared.folder.install(&old_identity, store_id, revision, chunks);
        // Where the failure came after the switch, the disk is ahead of this process: only a restart can tell.
        let current = installed
            .and_then(|generation| Current::new(generation, &self.shared.folder))
            .inspect_err(|error| {
                self.poison = Some(error.to_string());
            })?;
        let current = Arc::new(current);
        self.current = Arc::clone(&current);
        *self.shared.current.write().unwrap_or_else(PoisonError::into_inner) = current;
        self.shared.folder.remove(&old_identity);
        Ok(())
    }
}

impl Shared {
    fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Current {
    fn drop(&mut self) {
        stop_note::write(&self.generation.path, self.last_revision());
    }
}

impl Current {
    fn new(generation: Generation, folder: &Arc<Folder>) -> Result<Self, StoreError> {
        let base = generation.identity.base_revision;
        let last = match generation.engine.last_block()? {
            Some((key, block)) => {
                let mut last = key;
                for record in block::decode(key, block) {
                    last = record.map_err(|damage| corrupt(&generation.path, damage))?.revision;
                }
                last
            }
            None => base,
        };
        let closed_at = stop_note::read(&generation.path);
        if last < closed_at {
            let detail = format!("the log was closed at {closed_at} and now ends at {last}");
            return Err(StoreError::corrupt(&generation.path, last + 1, detail));
        }
        let first = generation.engine.first_key()?.unwrap_or(last + 1);
        if first <= base {
            let detail = format!("the oldest record is {first}, but the log begins after {base}");
            return Err(StoreError::corrupt(&generation.path, first, detail));
        }
        let newest_checkpoint = generation.checkpoints.revisions()?.last().copied();
        if newest_checkpoint.is_some_and(|checkpoint| checkpoint > last) {
            let detail = format!(
                "checkpoint {} is ahead of the last record {last}: records were lost",
                newest_checkpoint.unwrap_or_default()
            );
            return Err(StoreError::corrupt(&generation.path, last + 1, detail));
        }
        if first > newest_checkpoint.unwrap_or(0) + 1 {
            let detail = format!("the records {}..{first} are missing", newest_checkpoint.unwrap_or(0) + 1);
            return Err(StoreError::corrupt(&generation.path, newest_checkpoint.unwrap_or(0) + 1, detail));
        }
        Ok(Self {
            generation,
            first_revision: AtomicU64::new(first),
            last_revision: AtomicU64::new(last),
            _folder: Arc::clone(folder),
        })
    }

    fn last_revision(&self) -> u64 {
        self.last_revision.load(Ordering::Acquire)
    }

    fn first_revision(&self) -> u64 {
        self.first_revision.load(Ordering::Acquire)
    }

    fn read(&self, from: u64, records_max: usize, bytes_max: usize) -> Result<Vec<Record>, StoreError> {
        let (first, last) = (self.first_revision(), self.last_revision());
        if from < first {
            return Err(StoreError::Compacted { requested: from, first });
        }
        let mut records: Vec<Record> = Vec::new();
        if from > last || records_max == 0 {
            return Ok(records);
        }
        let mut bytes_left = bytes_max;
        let mut damage = None;
        self.generation.engine.visit_from(from, &mut |key, block| {
            for record in block::decode(key, block) {
                let record = match record {
                    Ok(record) => record,
                    Err(found) => {
                        damage = Some(found);
                        return ControlFlow::Break(());
                    }
                };
                if record.revision < from {
                    continue;
                }
                let expected = from + records.len() as u64;
                if record.revision != expected {
                    damage = Some(block::Damage { revision: expected, detail: "the record is missing" });
                    return ControlFlow::Break(());
                }
                let fits = record.payload.len() <= bytes_left || records.is_empty();
                if record.revision > last || records.len() == records_max || !fits {
                    return ControlFlow::Break(());
                }
                bytes_left = bytes_left.saturating_sub(record.payload.len());
                records.push(record);
            }
            ControlFlow::Continue(())
        })?;
        // What precedes the damage is sound and is given; the next call starts at the damage and names it.
        match damage {
            Some(damage) if records.is_empty() => Err(corrupt(&self.generation.path, damage)),
            None if records.is_empty() => {
                Err(StoreError::corrupt(&self.generation.path, from, "the record is missing"))
            }
            Some(_) | None => Ok(records),
        }
    }
}

fn corrupt(path: &Path, damage: block::Damage) -> StoreError {
    StoreError::corrupt(path, damage.revision, damage.detail)
}

struct FolderReader {
    shared: Arc<Shared>,
}

impl LogReader for FolderReader {
    fn last_revision(&self) -> u64 {
        self.shared.current().last_revision()
    }

    fn first_revision(&self) -> u64 {
        self.shared.current().first_revision()
    }

    fn read(&self, from: u64, records_max: usize, bytes_max: usize) -> Result<Vec<Record>, StoreError> {
        self.shared.current().read(from, records_max, bytes_max)
    }

    fn checkpoint_at_or_before(&self, revision: u64) -> Result<Option<Checkpoint>, StoreError> {
        self.shared.current().generation.checkpoints.at_or_before(revision)
    }
}

struct FolderCheckpointer {
    shared: Arc<Shared>,
}

impl Checkpointer for FolderCheckpointer {
    fn write(&mut self, revision: u64, chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Result<(), StoreError> {
        let current = self.shared.current();
        let last = current.last_revision();
        if revision > last {
            return Err(StoreError::CheckpointAhead { last, got: revision });
        }
        current.generation.checkpoints.write(revision, chunks)
    }

    fn compact(&mut self, keep_from_revision: u64) -> Result<u64, StoreError> {
        let current = self.shared.current();
        let newest_checkpoint = current.generation.checkpoints.revisions()?.last().copied().unwrap_or(0);
        // The last record stays: its revision says where the log goes on.
        let keep_from = keep_from_revision.min(newest_checkpoint + 1).min(current.last_revision());
        if keep_from <= current.first_revision() {
            return Ok(current.first_revision());
        }
        // Whole blocks only: the one that holds `keep_from` stays.
        let mut floor = keep_from;
        current.generation.engine.visit_from(keep_from, &mut |key, _| {
            floor = key.min(keep_from);
            ControlFlow::Break(())
        })?;
        // First the promise, then the deed: a reader gets "compacted", not "missing".
        current.first_revision.store(floor, Ordering::Release);
        current.generation.engine.remove_below(floor)?;
        Ok(floor)
    }
}
