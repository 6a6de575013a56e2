//! Answers: how does a revision get onto the disk and back, whole, in order and exactly once?
//!
//! [`Log`] is the seam of the server (D4): one writer appends groups of records, each group durable and atomic when
//! [`Log::append`] returns; readers read from other threads; checkpoints bound the time to recover. Records are opaque
//! bytes: this module must not know what a command, an event or an address is. It never decides; it refuses or it stores.
//!
//! ```text
//!   writer thread ── append(group) ──▶ Log ──▶ one synced commit
//!   any thread ───── read(from) ─────▶ LogReader      (sees durable records only)
//!   any thread ───── write, compact ─▶ Checkpointer   (appends go on meanwhile)
//! ```
//!
//! How the implementations compare, and why the default is what it is, stands in `README.md` beside this file.

mod block;
mod checkpoint;
mod engine;
mod error;
mod fjall;
mod fjall_journal;
mod folder;
mod identity;
mod log;
mod memory;
mod redb;
mod stop_note;
#[cfg(test)]
mod suite;

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use bytes::Bytes;

pub use self::checkpoint::{CHECKPOINTS_KEPT, CHUNK_BYTES_MAX};
pub use self::error::StoreError;
pub use self::identity::{FORMAT, Format};
pub use self::memory::MemoryLog;

/// Largest payload of one record, in bytes. A revision is the events of one command; a scale-out of a whole cluster is
/// below 1 MiB, so this leaves room and still keeps a damaged length from asking for all memory.
pub const RECORD_BYTES_MAX: usize = 16 << 20;

/// Largest sum of payloads in one group, in bytes. Bounds what one commit writes before its sync.
pub const GROUP_BYTES_MAX: usize = 64 << 20;

/// The identity of one log. Two logs with the same id hold the same history; a resume token of another id is refused.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct StoreId(u128);

impl StoreId {
    /// A new id, from the operating system's randomness (UUID version 4).
    #[must_use]
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4().as_u128())
    }

    /// The id with these 128 bits, most significant first.
    #[must_use]
    pub const fn from_u128(bits: u128) -> Self {
        Self(bits)
    }

    /// The 128 bits of the id.
    #[must_use]
    pub const fn as_u128(self) -> u128 {
        self.0
    }
}

impl fmt::Display for StoreId {
    /// Hyphenated UUID in lower case.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        uuid::Uuid::from_u128(self.0).fmt(formatter)
    }
}

impl fmt::Debug for StoreId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "StoreId({self})")
    }
}

impl FromStr for StoreId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<uuid::Uuid>().map(|id| Self(id.as_u128()))
    }
}

/// One record as it was appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its revision.
    pub revision: u64,
    /// What the writer gave, byte for byte.
    pub payload: Bytes,
}

/// A checkpoint: the state after `revision`, in the chunks that the writer gave, in their order.
pub struct Checkpoint {
    /// The revision the state includes; replay goes on with the next one.
    pub revision: u64,
    /// The chunks. Each one is verified as it is read; a damaged or short checkpoint ends with an error, never early.
    pub chunks: Box<dyn Iterator<Item = Result<Vec<u8>, StoreError>> + Send>,
}

impl fmt::Debug for Checkpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Checkpoint").field("revision", &self.revision).finish_non_exhaustive()
    }
}

/// The log, as its one writer sees it.
///
/// Revisions start at 1 and are consecutive. After any failed [`append`](Self::append) the log refuses every later one
/// with [`StoreError::Poisoned`]: what the disk holds is unknown until it is opened again (a failed sync is never
/// repeated, because the kernel may already have dropped the dirty pages).
pub trait Log: Send {
    /// The identity of this log.
    fn store_id(&self) -> StoreId;

    /// The newest durable revision; 0 in a new log.
    fn last_revision(&self) -> u64;

    /// The oldest revision that [`LogReader::read`] still gives; `last_revision + 1` when the log holds no record.
    fn first_revision(&self) -> u64;

    /// Appends `records` as the revisions `first_revision..`, all of them or none, durable when this returns, with
    /// exactly one sync. An empty group does nothing.
    ///
    /// # Errors
    /// [`StoreError::Gap`] when `first_revision` is not `last_revision + 1`, [`StoreError::TooLarge`] above
    /// [`RECORD_BYTES_MAX`] or [`GROUP_BYTES_MAX`]: both leave the log as it was. [`StoreError::Full`],
    /// [`StoreError::Io`]: the log is poisoned.
    fn append(&mut self, first_revision: u64, records: &[Bytes]) -> Result<(), StoreError>;

    /// A reader for other threads. It stays valid after [`install`](Self::install) and then reads the new history.
    fn reader(&self) -> Box<dyn LogReader>;

    /// A handle that writes checkpoints and drops old records while appends go on.
    fn checkpointer(&self) -> Box<dyn Checkpointer>;

    /// Replaces the whole log by an imported state: `store_id`, one checkpoint at `revision`, no records; the next append
    /// is `revision + 1`. Atomic: after a crash the log is either the old one or the new one.
    ///
    /// # Errors
    /// As [`Checkpointer::write`]; the old log stays in force.
    fn install(
        &mut self,
        store_id: StoreId,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError>;
}

/// Reads durable records and checkpoints, from any thread.
pub trait LogReader: Send + Sync {
    /// As [`Log::last_revision`], at this moment.
    fn last_revision(&self) -> u64;

    /// As [`Log::first_revision`], at this moment.
    fn first_revision(&self) -> u64;

    /// The records `from_revision..`, at most `records_max` and at most `bytes_max` of payload, but always at least one if
    /// there is one. Empty when `from_revision` is above the last revision.
    ///
    /// # Errors
    /// [`StoreError::Compacted`] when `from_revision` is below the first revision; [`StoreError::Corrupt`] naming the
    /// revision whose checksum does not match.
    fn read(
        &self,
        from_revision: u64,
        records_max: usize,
        bytes_max: usize,
    ) -> Result<Vec<Record>, StoreError>;

    /// The newest checkpoint, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when its header is damaged; ask for an older one with
    /// [`checkpoint_at_or_before`](Self::checkpoint_at_or_before) then.
    fn latest_checkpoint(&self) -> Result<Option<Checkpoint>, StoreError> {
        self.checkpoint_at_or_before(u64::MAX)
    }

    /// The newest checkpoint whose revision is not above `revision`, if there is one.
    ///
    /// # Errors
    /// As [`latest_checkpoint`](Self::latest_checkpoint).
    fn checkpoint_at_or_before(&self, revision: u64) -> Result<Option<Checkpoint>, StoreError>;
}

/// Writes checkpoints and drops what they make unnecessary, while appends go on.
pub trait Checkpointer: Send {
    /// Writes a checkpoint of the state after `revision`. It is seen only when complete and durable; then all but the
    /// newest [`CHECKPOINTS_KEPT`] are removed. A failure leaves the log and the earlier checkpoints as they were.
    ///
    /// # Errors
    /// [`StoreError::CheckpointAhead`] when `revision` is above the last durable one; [`StoreError::TooLarge`] for a chunk
    /// above [`CHUNK_BYTES_MAX`]; [`StoreError::Full`]; [`StoreError::Io`].
    fn write(&mut self, revision: u64, chunks: &mut dyn Iterator<Item = Vec<u8>>) -> Result<(), StoreError>;

    /// Drops records below `keep_from_revision`, and answers the oldest revision kept. It may keep more than asked: whole
    /// commit groups, everything after the latest checkpoint, and the last record.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`].
    fn compact(&mut self, keep_from_revision: u64) -> Result<u64, StoreError>;
}

/// Which implementation holds the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StoreKind {
    /// Nothing is kept: for tests and for trying things out.
    Memory,
    /// One file, a copy-on-write B-tree (redb).
    Redb,
    /// A journal and sorted tables (fjall). The default, by the measurement in `README.md`.
    #[default]
    Fjall,
}

impl StoreKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Memory, Self::Redb, Self::Fjall];

    /// The name used in configuration and on disk.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Redb => "redb",
            Self::Fjall => "fjall",
        }
    }
}

impl fmt::Display for StoreKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for StoreKind {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == text)
            .ok_or_else(|| StoreError::UnknownKind { found: text.to_owned() })
    }
}

/// Opens the log in `folder`, or creates it with a random id when the folder is empty or absent. [`StoreKind::Memory`]
/// ignores the folder.
///
/// Opening recovers: unfinished groups, checkpoints and imports of a killed process disappear, and nothing that was
/// acknowledged is cut.
///
/// # Errors
/// [`StoreError::Locked`] while another process has it open, [`StoreError::FormatTooNew`], [`StoreError::KindMismatch`],
/// [`StoreError::Corrupt`], [`StoreError::Io`].
pub fn open(kind: StoreKind, folder: &Path) -> Result<Box<dyn Log>, StoreError> {
    match kind {
        StoreKind::Memory => Ok(Box::new(MemoryLog::new(StoreId::random()))),
        StoreKind::Redb | StoreKind::Fjall => Ok(Box::new(log::FolderLog::open(kind, folder)?)),
    }
}
