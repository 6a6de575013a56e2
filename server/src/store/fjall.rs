//! Answers: how does fjall hold the blocks?
//!
//! A journal that every commit is appended to and synced, a memory table, and sorted tables that background threads write.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use fjall::{Database, Keyspace, KeyspaceCreateOptions, PersistMode};

use super::engine::{BlockVisitor, Engine};
use super::{StoreError, fjall_journal};

const FOLDER_NAME: &str = "fjall";
const BLOCKS: &str = "blocks";

/// As in `redb.rs`: the log is hardly read, memory belongs to the state.
const CACHE_BYTES: u64 = 16 << 20;

/// Every start replays what the memory table held, so a small one starts faster and holds less memory; fjall recommends
/// 8 to 64 MiB.
const MEMTABLE_BYTES: u64 = 16 << 20;

/// The least that fjall accepts. (Each journal file is 64 MiB, but sparse: it takes the space of what was written.)
const JOURNALS_BYTES: u64 = 64 << 20;

/// How many blocks one compaction commit removes. An append waits at most for one of them.
const REMOVE_BLOCKS_PER_COMMIT: usize = 4096;

pub(super) struct FjallEngine {
    database: Database,
    blocks: Keyspace,
    path: PathBuf,
}

impl FjallEngine {
    pub(super) fn create(folder: &Path) -> Result<Self, StoreError> {
        Self::open_database(folder.join(FOLDER_NAME))
    }

    pub(super) fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FOLDER_NAME);
        fjall_journal::check(&path)?;
        Self::open_database(path)
    }

    fn open_database(path: PathBuf) -> Result<Self, StoreError> {
        let fail = |error| map("open", &path, error);
        let database = Database::builder(&path)
            .cache_size(CACHE_BYTES)
            .max_journaling_size(JOURNALS_BYTES)
            // One thread flushes and compacts; a log never overwrites a key, so there is little to compact.
            .worker_threads(1)
            .open()
            .map_err(fail)?;
        let options = || KeyspaceCreateOptions::default().max_memtable_size(MEMTABLE_BYTES);
        let blocks = database.keyspace(BLOCKS, options).map_err(fail)?;
        Ok(Self { database, blocks, path })
    }

    fn error(&self, action: &'static str, error: fjall::Error) -> StoreError {
        map(action, &self.path, error)
    }
}

impl Engine for FjallEngine {
    fn append(&self, key: u64, block: Vec<u8>) -> Result<(), StoreError> {
        let mut batch = self.database.batch().durability(Some(PersistMode::SyncData));
        batch.insert(&self.blocks, key.to_be_bytes(), block);
        batch.commit().map_err(|error| self.error("append to", error))
    }

    fn visit_from(&self, from: u64, visitor: &mut BlockVisitor<'_>) -> Result<(), StoreError> {
        let floor = match self.blocks.range(..=from.to_be_bytes()).next_back() {
            Some(entry) => parse_key(&self.path, &entry.key().map_err(|error| self.error("read", error))?)?,
            None => from,
        };
        for entry in self.blocks.range(floor.to_be_bytes()..) {
            let (key, block) = entry.into_inner().map_err(|error| self.error("read", error))?;
            if visitor(parse_key(&self.path, &key)?, Bytes::copy_from_slice(&block)).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn first_key(&self) -> Result<Option<u64>, StoreError> {
        let Some(entry) = self.blocks.first_key_value() else { return Ok(None) };
        let key = entry.key().map_err(|error| self.error("read", error))?;
        parse_key(&self.path, &key).map(Some)
    }

    fn last_block(&self) -> Result<Option<(u64, Bytes)>, StoreError> {
        let Some(entry) = self.blocks.last_key_value() else { return Ok(None) };
        let (key, block) = entry.into_inner().map_err(|error| self.error("read", error))?;
        Ok(Some((parse_key(&self.path, &key)?, Bytes::copy_from_slice(&block))))
    }

    fn remove_below(&self, key: u64) -> Result<(), StoreError> {
        let mut doomed = self.blocks.range(..key.to_be_bytes());
        loop {
            // Synced like an append: `fjall_journal.rs` relies on at most one commit being unsynced.
            let mut batch = self.database.batch().durability(Some(PersistMode::SyncData));
            for entry in doomed.by_ref().take(REMOVE_BLOCKS_PER_COMMIT) {
                batch.remove(&self.blocks, entry.key().map_err(|error| self.error("compact", error))?);
            }
            if batch.is_empty() {
                return Ok(());
            }
            batch.commit().map_err(|error| self.error("compact", error))?;
        }
    }
}

fn parse_key(path: &Path, key: &[u8]) -> Result<u64, StoreError> {
    <[u8; 8]>::try_from(key)
        .map(u64::from_be_bytes)
        .map_err(|_| StoreError::corrupt(path, None, format!("a key of {} bytes instead of 8", key.len())))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library's error is open-ended")]
fn map(action: &'static str, path: &Path, error: fjall::Error) -> StoreError {
    match error {
        fjall::Error::Io(source) => StoreError::io(action, path, source),
        fjall::Error::Locked => StoreError::Locked { path: path.to_owned() },
        fjall::Error::JournalRecovery(cause) => {
            StoreError::corrupt(path, None, format!("the journal does not replay: {cause:?}"))
        }
        // The tree's own errors are not re-exported by name: the system's error is in the
        // chain of sources, and what has none there is damage that fjall's checksums found.
        other => match io_kind_in_chain(&other) {
            Some(kind) => StoreError::io(action, path, std::io::Error::new(kind, other)),
            None => StoreError::corrupt(path, None, other.to_string()),
        },
    }
}

fn io_kind_in_chain(error: &(dyn std::error::Error + 'static)) -> Option<std::io::ErrorKind> {
    std::iter::successors(Some(error), |error| error.source())
        .find_map(|error| error.downcast_ref::<std::io::Error>())
        .map(std::io::Error::kind)
}
