//! How does the engine come back to the state that it had? Newest whole checkpoint, then every record behind it.
//!
//! Nothing is served before this is done. A damaged checkpoint is passed over for an older one; a damaged record stops
//! the start, because what follows it cannot be trusted.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use podnet_core::State;
use podnet_core::meta::Revision;

use super::codec::{DecodeError, PieceDecoder, PieceReader, decode_record};
use super::snapshot::Recent;
use crate::clock::Clock;
use crate::limits;
use crate::store::{Checkpoint, LogReader, StoreError};

/// Why the state cannot be rebuilt.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// The log refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The log is whole, and its content is not of this version.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The log gave nothing where a record must be.
    #[error(
        "the log gave no record at revision {revision}, though its last is {last}; restore a backup or an export"
    )]
    Missing {
        /// The revision that should be there.
        revision: u64,
        /// The last revision of the log.
        last: u64,
    },
}

/// What recovery did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Revision of the checkpoint that it began with; 0 for none.
    pub checkpoint_revision: u64,
    /// Revision that it reached.
    pub revision: u64,
    /// Records replayed.
    pub records: u64,
    /// Bytes of these records.
    pub bytes: u64,
    /// Checkpoints passed over because they were damaged.
    pub damaged_checkpoints: u32,
    /// How long it took.
    pub elapsed: Duration,
}

/// Rebuilds the newest state.
pub(super) fn recover(
    reader: &dyn LogReader,
    clock: &Clock,
    recent: &mut Recent,
) -> Result<(State, Recovered), RecoverError> {
    let begin = clock.now();
    let (mut state, damaged_checkpoints) = newest_checkpoint(reader)?;
    let mut figures =
        Recovered { checkpoint_revision: state.revision.0, damaged_checkpoints, ..Recovered::default() };
    let last = reader.last_revision();
    replay(reader, &mut state, last, |record, bytes| {
        figures.records += 1;
        figures.bytes += bytes as u64;
        recent.push(record, bytes);
    })?;
    figures.revision = state.revision.0;
    figures.elapsed = clock.now().since(begin);
    Ok((state, figures))
}

/// The state of the newest checkpoint that is whole, and how many were not; the empty state without checkpoints.
fn newest_checkpoint(reader: &dyn LogReader) -> Result<(State, u32), RecoverError> {
    let (mut at_most, mut damaged) = (u64::MAX, 0);
    loop {
        let (revision, error) = match reader.checkpoint_at_or_before(at_most) {
            Ok(None) => return Ok((State::default(), damaged)),
            Ok(Some(checkpoint)) => {
                let revision = checkpoint.revision;
                match rebuild(checkpoint) {
                    Ok(state) => return Ok((state, damaged)),
                    Err(error) => (revision, error),
                }
            }
            Err(StoreError::Corrupt { path, revision: Some(revision), detail }) => {
                (revision, StoreError::Corrupt { path, revision: Some(revision), detail }.into())
            }
            Err(error) => return Err(error.into()),
        };
        // Without an older checkpoint and without the records before it, there is nothing to go back to.
        let older = revision.checked_sub(1).filter(|older| *older < at_most);
        let Some(older) = older.filter(|_| reader.first_revision() <= revision) else { return Err(error) };
        tracing::warn!(revision, %error, "a checkpoint is damaged; an older one is tried");
        (at_most, damaged) = (older, damaged + 1);
    }
}

/// The state of a checkpoint.
pub(super) fn rebuild(checkpoint: Checkpoint) -> Result<State, RecoverError> {
    let Checkpoint { revision, chunks } = checkpoint;
    let mut pieces = PieceReader::default();
    // The next pieces are read while this one is put in its place.
    thread::scope(|scope| {
        let (read, ready) = mpsc::sync_channel(limits::PIECES_AHEAD_MAX);
        let _reader = scope.spawn(move || {
            let mut decoder = PieceDecoder::default();
            for chunk in chunks {
                let piece = chunk.map_err(RecoverError::from).and_then(|bytes| Ok(decoder.decode(&bytes)?));
                if read.send(piece).is_err() {
                    return;
                }
            }
        });
        for piece in ready {
            pieces.add(piece?);
        }
        Ok::<_, RecoverError>(())
    })?;
    let state = pieces.finish()?;
    if state.revision.0 != revision {
        return Err(RecoverError::Decode(DecodeError {
            place: format!("the checkpoint of revision {revision}"),
            problem: format!("it holds revision {}", state.revision),
        }));
    }
    Ok(state)
}

/// Applies every record behind the state up to a revision.
pub(super) fn replay(
    reader: &dyn LogReader,
    state: &mut State,
    up_to: u64,
    mut each: impl FnMut(Arc<podnet_core::Record>, usize),
) -> Result<(), RecoverError> {
    while state.revision < Revision(up_to) {
        let next = state.revision.next();
        let records = reader.read(next.0, limits::READ_RECORDS_MAX, limits::READ_BYTES_MAX)?;
        if records.first().is_none_or(|record| record.revision != next.0) {
            return Err(RecoverError::Missing { revision: next.0, last: reader.last_revision() });
        }
        for stored in records.into_iter().take_while(|stored| stored.revision <= up_to) {
            let record = Arc::new(decode_record(stored.revision, &stored.payload)?);
            state.apply(&record);
            each(record, stored.payload.len());
        }
    }
    Ok(())
}
