//! What was the state at an earlier revision? A checkpoint at or before it, and the records up to it.

use std::sync::Arc;

use podnet_core::State;
use podnet_core::meta::Revision;

use super::recovery::{RecoverError, rebuild, replay};
use super::snapshot::Snapshot;
use crate::store::{LogReader, StoreError};

/// Why an earlier state cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// It is older than what is kept.
    #[error(
        "revision {requested} is older than the history kept; the oldest state that can be rebuilt is {oldest}"
    )]
    Compacted {
        /// The revision asked for.
        requested: Revision,
        /// The oldest that can be asked for.
        oldest: Revision,
    },
    /// It has not happened.
    #[error("revision {requested} has not happened; the latest is {latest}")]
    Future {
        /// The revision asked for.
        requested: Revision,
        /// The latest one.
        latest: Revision,
    },
    /// Too many earlier states are being rebuilt.
    #[error("{reads_max} earlier states are being rebuilt already; repeat after a pause")]
    Busy {
        /// How many may be rebuilt at once.
        reads_max: usize,
    },
    /// The log fails.
    #[error(transparent)]
    Recover(#[from] RecoverError),
    /// The system refuses a thread for an export.
    #[error("a thread for the export can't be started: {0}")]
    Thread(#[source] std::io::Error),
    /// The engine stops.
    #[error("the server stops; repeat on the next one")]
    Stopping,
}

/// The state at a revision, rebuilt from the log even if it is the latest.
pub(super) fn state_at(
    reader: &dyn LogReader,
    latest: Revision,
    revision: Revision,
) -> Result<State, PastError> {
    if revision > latest {
        return Err(PastError::Future { requested: revision, latest });
    }
    let checkpoint = reader.checkpoint_at_or_before(revision.0).map_err(RecoverError::Store)?;
    let mut state = checkpoint.map(rebuild).transpose()?.unwrap_or_default();
    match replay(reader, &mut state, revision.0, |_, _| {}) {
        Ok(()) => Ok(state),
        Err(RecoverError::Store(StoreError::Compacted { .. })) => {
            Err(PastError::Compacted { requested: revision, oldest: oldest_state(reader, latest)? })
        }
        Err(error) => Err(error.into()),
    }
}

/// The oldest revision whose state can be rebuilt: that of the oldest checkpoint whose records are all there.
pub(super) fn oldest_state(reader: &dyn LogReader, latest: Revision) -> Result<Revision, PastError> {
    let first = reader.first_revision();
    if first <= 1 {
        return Ok(Revision(0));
    }
    let (mut oldest, mut at_most) = (latest.0, latest.0);
    while let Some(checkpoint) = reader.checkpoint_at_or_before(at_most).map_err(RecoverError::Store)? {
        if checkpoint.revision + 1 < first {
            break;
        }
        oldest = checkpoint.revision;
        let Some(before) = checkpoint.revision.checked_sub(1) else { break };
        at_most = before;
    }
    Ok(Revision(oldest))
}

/// The published snapshot if it has the revision, else the rebuilt state.
pub(super) fn snapshot_at(
    reader: &dyn LogReader,
    latest: &Arc<Snapshot>,
    revision: Revision,
) -> Result<Arc<Snapshot>, PastError> {
    if revision == latest.state.revision {
        return Ok(Arc::clone(latest));
    }
    let state = state_at(reader, latest.state.revision, revision)?;
    let mut recent = latest.recent.clone();
    recent.clear();
    Ok(Arc::new(Snapshot { state, store_id: latest.store_id, recent }))
}
