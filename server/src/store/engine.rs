//! Answers: what does a key-value library have to do to hold a log?
//!
//! Exactly this: keep blocks (`block.rs`) under ascending `u64` keys, commit one block atomically with one sync, walk them
//! in order, drop the oldest. Everything else (revisions, checksums, checkpoints, poisoning) is common and is not known here.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;

use super::fjall::FjallEngine;
use super::redb::RedbEngine;
use super::{StoreError, StoreKind};

/// What a visitor of blocks gets and answers.
pub(super) type BlockVisitor<'visit> = dyn FnMut(u64, Bytes) -> ControlFlow<()> + 'visit;

/// An embedded store of blocks. Keys are the revisions of the blocks' first records.
pub(super) trait Engine: Send + Sync {
    /// Inserts one block above every other key, durable when this returns, with one sync.
    fn append(&self, key: u64, block: Vec<u8>) -> Result<(), StoreError>;

    /// Visits the blocks from the one with the greatest key `<= from`, ascending, until the visitor breaks.
    fn visit_from(&self, from: u64, visitor: &mut BlockVisitor<'_>) -> Result<(), StoreError>;

    /// The smallest key.
    fn first_key(&self) -> Result<Option<u64>, StoreError>;

    /// The block with the greatest key.
    fn last_block(&self) -> Result<Option<(u64, Bytes)>, StoreError>;

    /// Removes the blocks with keys below `key`. May stop half-way in a crash, oldest first.
    fn remove_below(&self, key: u64) -> Result<(), StoreError>;
}

/// Creates an empty store in `folder`, which exists and is empty.
pub(super) fn create(kind: StoreKind, folder: &Path) -> Result<Arc<dyn Engine>, StoreError> {
    match kind {
        StoreKind::Redb => Ok(Arc::new(RedbEngine::create(folder)?)),
        StoreKind::Fjall => Ok(Arc::new(FjallEngine::create(folder)?)),
        StoreKind::Memory => unreachable!("store::open gives the memory log no folder"),
    }
}

/// Opens and recovers the store in `folder`.
pub(super) fn open(kind: StoreKind, folder: &Path) -> Result<Arc<dyn Engine>, StoreError> {
    match kind {
        StoreKind::Redb => Ok(Arc::new(RedbEngine::open(folder)?)),
        StoreKind::Fjall => Ok(Arc::new(FjallEngine::open(folder)?)),
        StoreKind::Memory => unreachable!("store::open gives the memory log no folder"),
    }
}
