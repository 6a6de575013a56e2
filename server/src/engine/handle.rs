//! How does the rest of the server use the engine: start it, submit, read, watch, export, stop?

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use arc_swap::ArcSwap;
use podnet_core::Request;
use podnet_core::meta::Revision;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

use super::checkpointer::{CheckpointJob, CheckpointThread};
use super::desk::Reply;
use super::export::{ExportPart, export};
use super::feed::{Start, Subscription, WatchError};
use super::import::{Import, InstallError, Installed};
use super::past::{PastError, oldest_state, snapshot_at, state_at};
use super::recovery::{RecoverError, Recovered, recover};
use super::snapshot::{Recent, Snapshot};
use super::writer::{CheckpointPolicy, Job, Writer};
use super::{Answer, EngineOptions, Render, SubmitError};
use crate::background;
use crate::clock::{Clock, Stopwatch};
use crate::limits;
use crate::metrics::{Commits, Watchers};
use crate::store::{Log, LogReader, StoreId};

/// Why the engine does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The state cannot be rebuilt.
    #[error(transparent)]
    Recover(#[from] RecoverError),
    /// The system gives no thread.
    #[error("cannot start the {name} thread: {source}; raise the limit of threads")]
    Thread {
        /// Which one.
        name: &'static str,
        /// The system's answer.
        source: io::Error,
    },
}

/// The engine; see the module.
#[derive(Debug)]
pub struct Engine;

impl Engine {
    /// Rebuilds the state from a log and starts to work on it. Blocks until the state is there.
    ///
    /// # Errors
    /// The log is damaged, or the system gives no thread.
    pub fn start(
        options: EngineOptions,
        log: Box<dyn Log>,
        clock: Clock,
    ) -> Result<EngineHandle, StartError> {
        let reader: Arc<dyn LogReader> = log.reader().into();
        let store_id = log.store_id();
        let mut recent = Recent::new(options.feed_records_max, options.feed_bytes_max);
        let (state, recovered) = recover(reader.as_ref(), &clock, &mut recent)?;
        clock.not_before(state.time);
        tracing::info!(
            revision = recovered.revision,
            checkpoint = recovered.checkpoint_revision,
            records = recovered.records,
            milliseconds = u64::try_from(recovered.elapsed.as_millis()).unwrap_or(u64::MAX),
            "state recovered"
        );

        let snapshot = Snapshot { state: state.clone(), store_id, recent: recent.clone() };
        let published = Arc::new(ArcSwap::from_pointee(snapshot));
        let (changes, seen) = watch::channel(state.revision.0);
        let (jobs, waiting) = sync_channel(options.queue_jobs_max);
        let (checkpoints, checkpoint_jobs) = sync_channel(1);
        let commits = Arc::new(Commits::new(options.queue_jobs_max));
        let checkpointed_store = Arc::new(Mutex::new(store_id));

        let checkpoint_thread = CheckpointThread {
            checkpointer: log.checkpointer(),
            reader: Arc::clone(&reader),
            jobs: checkpoint_jobs,
            history_records_max: options.history_records_max,
            store: Arc::clone(&checkpointed_store),
        };
        let writer = Writer {
            log,
            reader: Arc::clone(&reader),
            state,
            store_id,
            recent,
            clock,
            jobs: waiting,
            batch_jobs_max: options.batch_jobs_max,
            published: Arc::clone(&published),
            changes,
            checkpoints: checkpoints.clone(),
            checkpoint_policy: CheckpointPolicy {
                records: options.checkpoint_records,
                bytes: options.checkpoint_bytes,
            },
            since_checkpoint: CheckpointPolicy { records: recovered.records, bytes: recovered.bytes },
            checkpointed_store,
            commits: Arc::clone(&commits),
            fatal: options.fatal,
        };
        let threads = Threads {
            checkpointer: background::spawn("checkpointer", move || checkpoint_thread.run())
                .map_err(|source| StartError::Thread { name: "checkpointer", source })?,
            writer: spawn("writer", move || writer.run())?,
        };
        Ok(EngineHandle(Arc::new(Shared {
            published,
            changes: seen,
            reader,
            jobs,
            checkpoints,
            queue_jobs_max: options.queue_jobs_max,
            stopping: AtomicBool::new(false),
            past_reads: Arc::new(Semaphore::new(limits::PAST_READS_MAX)),
            oldest: tokio::sync::Mutex::new(None),
            recovered,
            commits,
            watchers: Watchers::default(),
            threads: Mutex::new(Some(threads)),
        })))
    }
}

fn spawn(name: &'static str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StartError> {
    let thread = thread::Builder::new().name(format!("podnet-{name}")).spawn(work);
    thread.map_err(|source| StartError::Thread { name, source })
}

struct Threads {
    writer: JoinHandle<()>,
    checkpointer: JoinHandle<()>,
}

struct Shared {
    published: Arc<ArcSwap<Snapshot>>,
    changes: watch::Receiver<u64>,
    reader: Arc<dyn LogReader>,
    jobs: SyncSender<Job>,
    checkpoints: SyncSender<CheckpointJob>,
    queue_jobs_max: usize,
    stopping: AtomicBool,
    past_reads: Arc<Semaphore>,
    /// The oldest state, of a store whose records begin at a revision.
    oldest: tokio::sync::Mutex<Option<(StoreId, u64, Revision)>>,
    recovered: Recovered,
    commits: Arc<Commits>,
    watchers: Watchers,
    /// Taken by the first who stops; locked until they ended, so that everybody who stops waits for the same.
    threads: Mutex<Option<Threads>>,
}

/// A handle of a running engine. Clones are cheap; the engine ends with the last one, or by [`shutdown`](Self::shutdown).
#[derive(Clone)]
pub struct EngineHandle(Arc<Shared>);

impl EngineHandle {
    /// Submits a request and waits until its outcome is durable. Dropping the future does not take the request back.
    ///
    /// # Errors
    /// See [`SubmitError`]; after a refusal or an overload nothing changed.
    pub async fn submit(
        &self,
        request: Request,
        actor: impl Into<String>,
        validate_only: bool,
    ) -> Result<Answer, SubmitError> {
        self.submit_rendered(request, actor, validate_only, None).await
    }

    /// As [`submit`](Self::submit), for an answer that shows more than the events: it is rendered at its revision and
    /// kept with it.
    ///
    /// # Errors
    /// As [`submit`](Self::submit).
    pub async fn submit_rendered(
        &self,
        request: Request,
        actor: impl Into<String>,
        validate_only: bool,
        render: Option<Render>,
    ) -> Result<Answer, SubmitError> {
        let (reply, answer) = Reply::new();
        let queued = Stopwatch::start();
        let job = Job::Decide { request, actor: actor.into(), validate_only, render, queued, reply };
        if self.is_stopping() {
            return Err(SubmitError::Stopping);
        }
        match self.0.jobs.try_send(job) {
            Ok(()) => {
                self.0.commits.queued();
                answer.await.unwrap_or(Err(SubmitError::Stopping))
            }
            Err(TrySendError::Full(_)) => {
                Err(SubmitError::Overloaded { queue_jobs_max: self.0.queue_jobs_max })
            }
            Err(TrySendError::Disconnected(_)) => Err(SubmitError::Stopping),
        }
    }

    /// The latest durable revision, at no cost.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.0.published.load_full()
    }

    /// The state at a revision, rebuilt from a checkpoint and the log unless it is the latest.
    ///
    /// # Errors
    /// The revision is too old or has not happened, too many are being rebuilt, or the log fails.
    pub async fn snapshot_at(&self, revision: Revision) -> Result<Arc<Snapshot>, PastError> {
        let (latest, reader) = (self.snapshot(), Arc::clone(&self.0.reader));
        if latest.state.revision == revision {
            return Ok(latest);
        }
        self.past(move || snapshot_at(reader.as_ref(), &latest, revision)).await
    }

    /// Digest of the state that the log gives for a revision: what [`Snapshot::digest`] must be (law L4).
    ///
    /// # Errors
    /// As [`snapshot_at`](Self::snapshot_at).
    pub async fn replayed_digest(&self, revision: Revision) -> Result<u32, PastError> {
        let (latest, reader) = (self.snapshot().state.revision, Arc::clone(&self.0.reader));
        self.past(move || Ok(super::codec::state_digest(&state_at(reader.as_ref(), latest, revision)?))).await
    }

    /// The oldest revision whose state can be rebuilt.
    ///
    /// # Errors
    /// The log fails.
    pub async fn oldest_state(&self) -> Result<Revision, PastError> {
        let (snapshot, reader) = (self.snapshot(), Arc::clone(&self.0.reader));
        let (store, first, latest) =
            (snapshot.store_id, self.0.reader.first_revision(), snapshot.state.revision);
        // Everyone asks for this and it changes only when records are dropped, so it is looked for once: whoever asks
        // meanwhile waits for the same answer.
        let mut known = self.0.oldest.lock().await;
        if let Some((of_store, of_first, oldest)) = *known
            && (of_store, of_first) == (store, first)
        {
            return Ok(oldest);
        }
        let looked = tokio::task::spawn_blocking(move || oldest_state(reader.as_ref(), latest)).await;
        let oldest = looked.unwrap_or(Err(PastError::Stopping))?;
        // Without a checkpoint the answer is the latest state, which moves.
        *known = (oldest < latest).then_some((store, first, oldest));
        Ok(oldest)
    }

    /// The oldest revision whose record a watcher can get.
    #[must_use]
    pub fn oldest_record(&self) -> Revision {
        Revision(self.0.reader.first_revision())
    }

    async fn past<T: Send + 'static>(
        &self,
        read: impl FnOnce() -> Result<T, PastError> + Send + 'static,
    ) -> Result<T, PastError> {
        let busy = PastError::Busy { reads_max: limits::PAST_READS_MAX };
        let permit = Arc::clone(&self.0.past_reads).try_acquire_owned().map_err(|_| busy)?;
        let work = move || {
            let _until_done = permit;
            read()
        };
        tokio::task::spawn_blocking(work).await.unwrap_or(Err(PastError::Stopping))
    }

    /// A watcher's own stream of revisions.
    ///
    /// # Errors
    /// The position is no position of this store, or the records behind it are gone.
    pub fn subscribe(&self, start: &Start) -> Result<Subscription, WatchError> {
        let shared = &self.0;
        Subscription::open(
            Arc::clone(&shared.published),
            shared.changes.clone(),
            Arc::clone(&shared.reader),
            start,
            &shared.watchers,
        )
    }

    /// The figures of the queue and of the writer.
    pub(crate) fn commits(&self) -> &Commits {
        &self.0.commits
    }

    /// Who watches.
    pub(crate) fn watchers(&self) -> &Watchers {
        &self.0.watchers
    }

    /// Streams the state at a revision, the latest if `None`. A slow reader holds nobody up; dropping it ends the export.
    ///
    /// # Errors
    /// As [`snapshot_at`](Self::snapshot_at).
    pub async fn export(&self, at: Option<Revision>) -> Result<mpsc::Receiver<ExportPart>, PastError> {
        let snapshot = match at {
            Some(revision) => self.snapshot_at(revision).await?,
            None => self.snapshot(),
        };
        let (parts, stream) = mpsc::channel(limits::EXPORT_PARTS_WAITING_MAX);
        // Not joined: it ends with the receiver.
        let thread = background::spawn("export", move || {
            export(&snapshot, |part| parts.blocking_send(part).is_ok());
        });
        thread.map(|_| stream).map_err(PastError::Thread)
    }

    /// Puts an imported state in place of this one, under a new store id. Watchers end with
    /// [`WatchError::StoreChanged`].
    ///
    /// # Errors
    /// There is data and `replace` is not set, or the log refuses; the store is as it was then.
    pub async fn install(&self, import: Import, replace: bool) -> Result<Installed, InstallError> {
        if self.is_stopping() {
            return Err(InstallError::Stopping);
        }
        let (reply, answer) = oneshot::channel();
        let (state, store_id) = (Box::new(import.state), StoreId::random());
        match self.0.jobs.try_send(Job::Install { state, store_id, replace, reply }) {
            Ok(()) => answer.await.unwrap_or(Err(InstallError::Stopping)),
            Err(TrySendError::Full(_)) => Err(InstallError::Overloaded),
            Err(TrySendError::Disconnected(_)) => Err(InstallError::Stopping),
        }
    }

    /// Writes a checkpoint and drops the records before a revision, except those that a remembered request id may ask
    /// for. Answers the oldest revision kept.
    ///
    /// # Errors
    /// The revision has not happened, the log refuses, or a compaction waits already.
    pub async fn compact(&self, keep_from: Revision) -> Result<Revision, PastError> {
        let snapshot = self.snapshot();
        let latest = snapshot.state.revision;
        if keep_from > latest.next() {
            return Err(PastError::Future { requested: keep_from, latest });
        }
        let (reply, answer) = oneshot::channel();
        match self.0.checkpoints.try_send(CheckpointJob::Compact { snapshot, keep_from: keep_from.0, reply })
        {
            Ok(()) => match answer.await {
                Ok(kept) => Ok(Revision(kept?)),
                Err(_) => Err(PastError::Stopping),
            },
            Err(TrySendError::Full(_)) => Err(PastError::Busy { reads_max: 1 }),
            Err(TrySendError::Disconnected(_)) => Err(PastError::Stopping),
        }
    }

    /// What recovery did at the start.
    #[must_use]
    pub fn recovered(&self) -> Recovered {
        self.0.recovered
    }

    /// Whether the engine takes no more requests: it was told to stop, or its log failed.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Acquire) || self.0.changes.has_changed().is_err()
    }

    /// Takes no more requests, answers those that wait, and ends when the last one is durable and the log is closed.
    /// Everybody who calls this waits for the same end.
    pub async fn shutdown(&self) {
        self.0.stopping.store(true, Ordering::Release);
        let shared = Arc::clone(&self.0);
        let ended = tokio::task::spawn_blocking(move || shared.join()).await;
        if let Err(error) = ended {
            tracing::error!(%error, "the engine did not end in order");
        }
    }
}

impl Shared {
    fn join(&self) {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(threads) = threads.take() else { return };
        // An error says that it ended already.
        let _ended = self.jobs.send(Job::Stop).is_err();
        let writer = threads.writer.join();
        let _ended = self.checkpoints.send(CheckpointJob::Stop).is_err();
        let checkpointer = threads.checkpointer.join();
        if writer.is_err() || checkpointer.is_err() {
            tracing::error!("a thread of the engine panicked");
        }
    }
}
