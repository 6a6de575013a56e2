//! How does a watcher see every revision once, in order, without holding anybody up?
//!
//! The writer never waits for a watcher and keeps no list of them: each watcher has its own position, reads the records
//! of the published snapshot, and those before them from the log. What the log no longer has is an explicit error.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use podnet_core::State;
use podnet_core::event::Record;
use podnet_core::meta::Revision;
use tokio::sync::watch;

use super::codec::decode_record;
use super::recovery::RecoverError;
use super::snapshot::Snapshot;
use super::token::{Cursor, TokenError};
use crate::clock::Stopwatch;
use crate::limits;
use crate::metrics::{Watcher, Watchers};
use crate::store::{LogReader, StoreError, StoreId};

/// Where a watcher begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// After the latest revision.
    Now,
    /// After this position.
    After(Cursor),
    /// After the position of a resume token.
    Token(String),
}

/// Why a watcher cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The token is none.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The position is of another store, or of a future that this store did not have: a backup or import replaced it.
    #[error(
        "the position is of store {theirs} and this is store {ours} at revision {latest}; list again and watch from there"
    )]
    StoreChanged {
        /// The store of the position.
        theirs: StoreId,
        /// The store that is served.
        ours: StoreId,
        /// Its latest revision.
        latest: Revision,
    },
    /// The records behind the position are gone.
    #[error(
        "revision {requested} is older than the history kept, which begins at {oldest}; list again and watch from there"
    )]
    Compacted {
        /// The first revision that the watcher needs.
        requested: Revision,
        /// The oldest one that is kept.
        oldest: Revision,
    },
    /// The log cannot be read.
    #[error(transparent)]
    Unreadable(RecoverError),
    /// The engine stops; everything durable was given.
    #[error("the server stops; watch again with the last token")]
    Stopping,
}

/// A watcher's own position in the stream of revisions.
pub struct Subscription {
    published: Arc<ArcSwap<Snapshot>>,
    changes: watch::Receiver<u64>,
    reader: Arc<dyn LogReader>,
    store_id: StoreId,
    next: Revision,
    /// The state that the last records end at, if readers had it then.
    reached: Option<State>,
    /// Since when it rests, having passed over revisions.
    resting: Option<Stopwatch>,
    watcher: Watcher,
}

impl Subscription {
    pub(super) fn open(
        published: Arc<ArcSwap<Snapshot>>,
        changes: watch::Receiver<u64>,
        reader: Arc<dyn LogReader>,
        start: &Start,
        watchers: &Watchers,
    ) -> Result<Self, WatchError> {
        let snapshot = published.load_full();
        let (ours, latest) = (snapshot.store_id, snapshot.state.revision);
        let cursor = match start {
            Start::Now => snapshot.cursor(),
            Start::After(cursor) => *cursor,
            Start::Token(token) => Cursor::parse(token)?,
        };
        if cursor.store_id != ours || cursor.revision > latest {
            return Err(WatchError::StoreChanged { theirs: cursor.store_id, ours, latest });
        }
        let next = cursor.revision.next();
        let oldest = Revision(reader.first_revision());
        if next < oldest && next <= latest {
            return Err(WatchError::Compacted { requested: next, oldest });
        }
        let watcher = watchers.open(cursor.revision.0);
        Ok(Self { published, changes, reader, store_id: ours, next, reached: None, resting: None, watcher })
    }

    /// The position before the next record.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { store_id: self.store_id, revision: Revision(self.next.0.saturating_sub(1)) }
    }

    /// The state at the position, if the records so far end at one that readers have: nobody has to follow them one by
    /// one then. Given away, so that a slow watcher doesn't keep an old state alive.
    #[must_use]
    pub fn take_reached(&mut self) -> Option<State> {
        self.reached.take()
    }

    /// Waits for the next records, at most [`limits::FEED_BATCH_RECORDS_MAX`], without a gap. None at all when there were
    /// only some that are not wanted: the position is that of [`Subscription::take_reached`] then, and the next look is
    /// after [`limits::FEED_PAUSE`]. A thousand watchers that looked at each commit would take the time of those who
    /// commit. Nothing is lost when the future is dropped.
    ///
    /// # Errors
    /// After any error the watcher is of no use; each says what to do.
    pub async fn next(&mut self, wanted: impl Fn(&Record) -> bool) -> Result<Vec<Arc<Record>>, WatchError> {
        if let Some(resting) = self.resting {
            rest(limits::FEED_PAUSE.saturating_sub(resting.elapsed())).await;
            self.resting = None;
        }
        loop {
            // Marked as seen before looking, so that a revision published in between wakes the wait below.
            let stopping = self.changes.has_changed().is_err();
            self.changes.mark_unchanged();
            let snapshot = self.published.load_full();
            let latest = snapshot.state.revision;
            if snapshot.store_id != self.store_id {
                return Err(WatchError::StoreChanged {
                    theirs: self.store_id,
                    ours: snapshot.store_id,
                    latest,
                });
            }
            if self.next <= latest {
                if snapshot.recent.none_wanted(self.next, limits::FEED_PASS_RECORDS_MAX, &wanted) {
                    self.next = latest.next();
                    self.watcher.took(latest.0);
                    self.reached = Some(snapshot.state.clone());
                    self.resting = Some(Stopwatch::start());
                    return Ok(Vec::new());
                }
                let records = match snapshot.recent.from(self.next, limits::FEED_BATCH_RECORDS_MAX) {
                    Some(records) => records,
                    None => self.read_log().await?,
                };
                if let Some(last) = records.last() {
                    self.next = last.revision.next();
                    self.watcher.took(last.revision.0);
                    self.reached = (last.revision == latest).then(|| snapshot.state.clone());
                    return Ok(records);
                }
            }
            if stopping {
                return Err(WatchError::Stopping);
            }
            // An error says that the writer ended; one more turn gives what it left.
            let _ended = self.changes.changed().await.is_err();
        }
    }

    /// Records that are no longer in memory.
    async fn read_log(&self) -> Result<Vec<Arc<Record>>, WatchError> {
        let (reader, next) = (Arc::clone(&self.reader), self.next);
        let read = tokio::task::spawn_blocking(move || {
            let records = reader
                .read(next.0, limits::FEED_BATCH_RECORDS_MAX, limits::READ_BYTES_MAX)
                .map_err(RecoverError::Store)?;
            let decode =
                |stored: crate::store::Record| decode_record(stored.revision, &stored.payload).map(Arc::new);
            records.into_iter().map(decode).collect::<Result<Vec<_>, _>>().map_err(RecoverError::Decode)
        });
        match read.await {
            Ok(Ok(records)) => Ok(records),
            Ok(Err(RecoverError::Store(StoreError::Compacted { first, .. }))) => {
                Err(WatchError::Compacted { requested: next, oldest: Revision(first) })
            }
            Ok(Err(error)) => Err(WatchError::Unreadable(error)),
            Err(_) => Err(WatchError::Stopping),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a watcher that rests gives its time to others; no event ends that"
)]
async fn rest(pause: Duration) {
    tokio::time::sleep(pause).await;
}
