//! How does a request become a durable revision, and how do readers see it?
//!
//! ```text
//!   submit ─▶ bounded queue ─▶ writer thread: tick, decide and apply a batch
//!                                   │ append: one sync; failure ends the process (D3)
//!                                   ▼
//!             readers ◀── snapshot and feed ──▶ watchers            checkpointer thread
//!                                   │                                   ▲ a snapshot, now and then
//!                                   └── answers ──▶ callers ────────────┘
//! ```
//!
//! One thread writes; readers hold immutable snapshots and never wait for it. Memory is never ahead of the disk: what a
//! reader or caller sees is durable. This module must not know gRPC, nor decide anything: the domain decides.

mod answer;
mod checkpointer;
mod codec;
mod desk;
mod export;
mod feed;
mod handle;
mod import;
mod past;
mod recovery;
mod snapshot;
#[cfg(test)]
mod tests;
mod token;
mod writer;

use std::fmt;

use podnet_core::meta::Revision;
use podnet_core::rejection::Rejection;

pub use self::answer::{Answer, AnswerKind, Decided, Render};
pub use self::codec::{DecodeError, decode_record, encode_record};
pub use self::desk::Desk;
pub use self::export::{ExportHeader, ExportPart, ExportTrailer};
pub use self::feed::{Start, Subscription, WatchError};
pub use self::handle::{Engine, EngineHandle, StartError};
pub use self::import::{Import, ImportError, ImportReader, InstallError, Installed};
pub use self::past::PastError;
pub use self::recovery::{RecoverError, Recovered};
pub use self::snapshot::Snapshot;
pub use self::token::{Cursor, TokenError};
use crate::limits;
use crate::store::{StoreError, StoreId};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// The domain says no; nothing changed.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// Too many requests wait; nothing changed.
    #[error("{queue_jobs_max} requests wait already; repeat after a pause that grows with each try")]
    Overloaded {
        /// How many may wait.
        queue_jobs_max: usize,
    },
    /// The engine stops. The request may or may not have been made durable; the same request id tells after a restart.
    #[error("the server stops; repeat with the same request_id on the next one")]
    Stopping,
    /// The request was answered in a store whose snapshot this one was made of: what it did is here, its answer is not.
    #[error(
        "request_id {request_id} was answered at revision {revision}, before this store was made from a snapshot; it was \
         carried out, and its answer is not kept: read the resource instead"
    )]
    AnswerGone {
        /// The caller's id.
        request_id: String,
        /// The revision that had the answer.
        revision: Revision,
        /// The store that is served.
        store_id: StoreId,
    },
    /// The answer of an earlier call cannot be read back.
    #[error("the answer at revision {revision} can't be read back: {problem}; read the resource instead")]
    Unreadable {
        /// The revision that has the answer.
        revision: Revision,
        /// What is in the way.
        problem: String,
    },
}

/// Why the engine cannot go on: what memory has is not on the disk.
#[derive(Debug, thiserror::Error)]
#[error(
    "revision {revision} could not be made durable, so the server ends and replays its log at the next start: {source}"
)]
pub struct Fatal {
    /// The first revision that is not durable.
    pub revision: Revision,
    /// What the log said.
    #[source]
    pub source: StoreError,
}

/// Settings of the engine. The defaults are those of [`crate::limits`].
pub struct EngineOptions {
    /// Requests that wait at most.
    pub queue_jobs_max: usize,
    /// Requests of one sync at most.
    pub batch_jobs_max: usize,
    /// Records after which a checkpoint is written.
    pub checkpoint_records: u64,
    /// Bytes of records after which a checkpoint is written.
    pub checkpoint_bytes: u64,
    /// Records kept at most, beside those that answer a remembered request.
    pub history_records_max: u64,
    /// Records in memory for watchers.
    pub feed_records_max: usize,
    /// Bytes of the records in memory for watchers.
    pub feed_bytes_max: usize,
    /// What ends the process when memory would be ahead of the disk. When it returns, the engine stops and every request
    /// of the failed batch is answered with [`SubmitError::Stopping`].
    pub fatal: Box<dyn FnOnce(Fatal) + Send>,
}

impl Default for EngineOptions {
    fn default() -> Self {
        Self {
            queue_jobs_max: limits::QUEUE_JOBS_MAX,
            batch_jobs_max: limits::BATCH_JOBS_MAX,
            checkpoint_records: limits::CHECKPOINT_RECORDS,
            checkpoint_bytes: limits::CHECKPOINT_BYTES,
            history_records_max: limits::HISTORY_RECORDS_MAX,
            feed_records_max: limits::FEED_RECORDS_MAX,
            feed_bytes_max: limits::FEED_BYTES_MAX,
            fatal: Box::new(abort),
        }
    }
}

impl fmt::Debug for EngineOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineOptions")
            .field("queue_jobs_max", &self.queue_jobs_max)
            .field("batch_jobs_max", &self.batch_jobs_max)
            .finish_non_exhaustive()
    }
}

/// Ends the process at once: no destructor may touch a log whose content is unknown.
fn abort(fatal: Fatal) {
    tracing::error!(revision = fatal.revision.0, error = %fatal.source, "the log failed; the process ends");
    std::process::abort();
}
