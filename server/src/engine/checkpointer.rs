//! How does the time to recover stay short and the log bounded, without the writer waiting for it?
//!
//! A thread of its own writes a snapshot that the writer hands over, then drops the records that nobody may ask for any
//! more. A failure here loses nothing: the log has everything since the last checkpoint, and the next one tries again.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use podnet_core::time::Timestamp;
use tokio::sync::oneshot;

use super::codec::{Chunks, decode_record};
use super::recovery::RecoverError;
use super::snapshot::Snapshot;
use crate::limits;
use crate::store::{Checkpointer, LogReader, StoreId};

/// What waits for the checkpointer.
pub(super) enum CheckpointJob {
    /// Write this snapshot, then compact.
    Write(Arc<Snapshot>),
    /// Write this snapshot and drop what is before a revision; answers the oldest revision kept.
    Compact {
        /// The latest snapshot.
        snapshot: Arc<Snapshot>,
        /// The oldest revision to keep.
        keep_from: u64,
        /// Where the answer goes.
        reply: oneshot::Sender<Result<u64, RecoverError>>,
    },
    /// End.
    Stop,
}

pub(super) struct CheckpointThread {
    pub(super) checkpointer: Box<dyn Checkpointer>,
    pub(super) reader: Arc<dyn LogReader>,
    pub(super) jobs: Receiver<CheckpointJob>,
    pub(super) history_records_max: u64,
    /// The store that is served; locked while a checkpoint of it is written.
    pub(super) store: Arc<Mutex<StoreId>>,
}

impl CheckpointThread {
    /// Works until it is told to stop or every sender is gone.
    pub(super) fn run(mut self) {
        while let Ok(job) = self.jobs.recv() {
            match job {
                CheckpointJob::Write(snapshot) => {
                    let revision = snapshot.state.revision.0;
                    let done = self.window_start(&snapshot).and_then(|from| self.write(&snapshot, from));
                    match done {
                        Ok(kept) => tracing::info!(revision, oldest_kept = kept, "checkpoint written"),
                        Err(error) => {
                            tracing::warn!(revision, %error, "checkpoint failed; the next one tries again");
                        }
                    }
                }
                CheckpointJob::Compact { snapshot, keep_from, reply } => {
                    // A caller that is gone does not want its answer.
                    let _gone = reply.send(self.write(&snapshot, keep_from)).is_err();
                }
                CheckpointJob::Stop => return,
            }
        }
    }

    /// Writes a checkpoint and drops records before a revision, except those that a remembered request may ask for.
    fn write(&mut self, snapshot: &Snapshot, keep_from: u64) -> Result<u64, RecoverError> {
        let store = Arc::clone(&self.store);
        let serving = store.lock().unwrap_or_else(PoisonError::into_inner);
        if *serving != snapshot.store_id {
            // The store was replaced meanwhile; this snapshot is of the old one.
            return Ok(self.reader.first_revision());
        }
        self.checkpointer.write(snapshot.state.revision.0, &mut Chunks::of(&snapshot.state))?;
        let answered =
            snapshot.state.requests.iter().next().map_or(u64::MAX, |(_, _, found)| found.revision.0);
        Ok(self.checkpointer.compact(keep_from.min(answered))?)
    }

    /// The oldest revision within the history window: younger than [`limits::HISTORY_WINDOW`], and not more records
    /// than are kept at most.
    fn window_start(&self, snapshot: &Snapshot) -> Result<u64, RecoverError> {
        let last = snapshot.state.revision.0;
        let young = snapshot.state.time.minus(limits::HISTORY_WINDOW);
        let by_count = (last + 1).saturating_sub(self.history_records_max);
        // The first record that is young enough, by bisection: times never fall.
        let (mut low, mut high) = (self.reader.first_revision().max(by_count), last);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.time_of(middle)?.is_none_or(|time| time >= young) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(low)
    }

    fn time_of(&self, revision: u64) -> Result<Option<Timestamp>, RecoverError> {
        let records = self.reader.read(revision, 1, 1)?;
        let record =
            records.first().map(|stored| decode_record(stored.revision, &stored.payload)).transpose()?;
        Ok(record.map(|record| record.time))
    }
}
