//! Answers: how does redb hold the blocks?
//!
//! One file, a copy-on-write B-tree with a checksum on every page. A commit writes pages and header and syncs once; after
//! a crash redb takes the newer of two header slots whose tree verifies, so an unfinished commit vanishes in whatever order
//! its pages reached the disk.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use redb::{Builder, Database, Durability, ReadableDatabase, ReadableTable, TableDefinition};

use super::StoreError;
use super::engine::{BlockVisitor, Engine};

const FILE_NAME: &str = "log.redb";
const BLOCKS: TableDefinition<'static, u64, &'static [u8]> = TableDefinition::new("blocks");

/// The log is read once, in order, when the server starts, and by the odd watch that fell behind: a large cache would only
/// take memory from the state. redb's own default is 1 GiB.
const CACHE_BYTES: usize = 16 << 20;

/// How many blocks one compaction transaction removes. An append waits at most for one of them.
const REMOVE_BLOCKS_PER_COMMIT: usize = 4096;

pub(super) struct RedbEngine {
    database: Database,
    path: PathBuf,
}

impl RedbEngine {
    pub(super) fn create(folder: &Path) -> Result<Self, StoreError> {
        let engine = Self::open(folder)?;
        let transaction = engine.begin_write("create")?;
        transaction.open_table(BLOCKS).map_err(|error| engine.error("create", error))?;
        transaction.commit().map_err(|error| engine.error("create", error))?;
        Ok(engine)
    }

    pub(super) fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE_NAME);
        let mut builder = Builder::new();
        // A file that was altered behind our back is refused on opening. Without the check redb trusts the pages that a
        // clean shutdown left, and may panic on them later.
        builder.set_cache_size(CACHE_BYTES).set_check_integrity_on_open(true);
        let database = builder.create(&path).map_err(|error| map("open", &path, error.into()))?;
        Ok(Self { database, path })
    }

    fn begin_write(&self, action: &'static str) -> Result<redb::WriteTransaction, StoreError> {
        let mut transaction = self.database.begin_write().map_err(|error| self.error(action, error))?;
        transaction.set_durability(Durability::Immediate).map_err(|error| self.error(action, error))?;
        Ok(transaction)
    }

    fn read_table(&self) -> Result<redb::ReadOnlyTable<u64, &'static [u8]>, StoreError> {
        let transaction = self.database.begin_read().map_err(|error| self.error("read", error))?;
        transaction.open_table(BLOCKS).map_err(|error| self.error("read", error))
    }

    fn error(&self, action: &'static str, error: impl Into<redb::Error>) -> StoreError {
        map(action, &self.path, error.into())
    }
}

impl Engine for RedbEngine {
    fn append(&self, key: u64, block: Vec<u8>) -> Result<(), StoreError> {
        let transaction = self.begin_write("append to")?;
        {
            let mut table = transaction.open_table(BLOCKS).map_err(|error| self.error("append to", error))?;
            table.insert(key, block.as_slice()).map_err(|error| self.error("append to", error))?;
        }
        transaction.commit().map_err(|error| self.error("append to", error))
    }

    fn visit_from(&self, from: u64, visitor: &mut BlockVisitor<'_>) -> Result<(), StoreError> {
        let table = self.read_table()?;
        let floor = match table.range(..=from).map_err(|error| self.error("read", error))?.next_back() {
            Some(entry) => entry.map_err(|error| self.error("read", error))?.0.value(),
            None => from,
        };
        for entry in table.range(floor..).map_err(|error| self.error("read", error))? {
            let (key, block) = entry.map_err(|error| self.error("read", error))?;
            if visitor(key.value(), Bytes::copy_from_slice(block.value())).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn first_key(&self) -> Result<Option<u64>, StoreError> {
        let table = self.read_table()?;
        let first = table.first().map_err(|error| self.error("read", error))?;
        Ok(first.map(|(key, _)| key.value()))
    }

    fn last_block(&self) -> Result<Option<(u64, Bytes)>, StoreError> {
        let table = self.read_table()?;
        let last = table.last().map_err(|error| self.error("read", error))?;
        Ok(last.map(|(key, block)| (key.value(), Bytes::copy_from_slice(block.value()))))
    }

    fn remove_below(&self, key: u64) -> Result<(), StoreError> {
        loop {
            let transaction = self.begin_write("compact")?;
            let removed = {
                let mut table =
                    transaction.open_table(BLOCKS).map_err(|error| self.error("compact", error))?;
                let mut removed = 0;
                let doomed = table
                    .extract_from_if(..key, |_, _| true)
                    .map_err(|error| self.error("compact", error))?;
                for entry in doomed.take(REMOVE_BLOCKS_PER_COMMIT) {
                    entry.map_err(|error| self.error("compact", error))?;
                    removed += 1;
                }
                removed
            };
            transaction.commit().map_err(|error| self.error("compact", error))?;
            if removed < REMOVE_BLOCKS_PER_COMMIT {
                return Ok(());
            }
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library's error is open-ended")]
fn map(action: &'static str, path: &Path, error: redb::Error) -> StoreError {
    match error {
        redb::Error::Io(source) => StoreError::io(action, path, source),
        redb::Error::DatabaseAlreadyOpen => StoreError::Locked { path: path.to_owned() },
        redb::Error::Corrupted(detail) => StoreError::corrupt(path, None, detail),
        // What is left are refusals that our use cannot cause.
        other => StoreError::io(action, path, std::io::Error::other(other)),
    }
}
