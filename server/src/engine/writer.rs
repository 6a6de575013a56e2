//! How do requests become durable revisions, in one order, one sync for many?
//!
//! One thread owns the log and the state. It takes what waits, decides each request on top of those before it, appends
//! all their records with one sync, publishes, and answers. It never answers before the sync, not even a refusal, which
//! may rest on what the batch did. This module must not know what a request means.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use bytes::Bytes;
use podnet_core::decide::{Drafted, draft};
use podnet_core::event::{Event, Record, RequestMark};
use podnet_core::ipam::tick::is_due;
use podnet_core::meta::Revision;
use podnet_core::rejection::{Reason, Rejection};
use podnet_core::time::Timestamp;
use podnet_core::{Command, Context, Outcome, Request, State};
use tokio::sync::{oneshot, watch};

use super::checkpointer::CheckpointJob;
use super::codec::{Chunks, decode_record, encode_record};
use super::desk::{Outbox, Reply};
use super::import::{InstallError, Installed};
use super::snapshot::{Recent, Snapshot};
use super::{Answer, AnswerKind, Decided, Fatal, Render, SubmitError};
use crate::clock::{Clock, Stopwatch};
use crate::limits;
use crate::metrics::Commits;
use crate::store::{Log, LogReader, StoreId};

/// Name of the server itself as the one who asks.
const SELF: &str = "podnetd";

/// What waits for the writer.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every job is a request, so a box would only add a step"
)]
pub(super) enum Job {
    /// A request.
    Decide {
        /// What is asked.
        request: Request,
        /// Who asks.
        actor: String,
        /// Whether only the answer is wanted.
        validate_only: bool,
        /// Makes the answer, if the events don't say all of it.
        render: Option<Render>,
        /// When it was queued.
        queued: Stopwatch,
        /// Where the answer goes.
        reply: Reply,
    },
    /// Another state and store in place of this one.
    Install {
        /// The state.
        state: Box<State>,
        /// Id of the new store.
        store_id: StoreId,
        /// Whether a store with data may be overwritten.
        replace: bool,
        /// Where the answer goes.
        reply: oneshot::Sender<Result<Installed, InstallError>>,
    },
    /// Do what waits, then end.
    Stop,
}

/// An answer that waits for the sync.
enum Pending {
    Ready(Result<Answer, SubmitError>),
    /// To be read back.
    Replay(Replay),
}

impl Pending {
    /// What came of the request; `None` for a refusal.
    fn kind(&self) -> Option<AnswerKind> {
        match self {
            Self::Ready(answer) => answer.as_ref().ok().map(|answer| answer.kind),
            Self::Replay(_) => Some(AnswerKind::Replayed),
        }
    }
}

/// A request, and how it is to be answered.
struct Asked {
    request: Request,
    validate_only: bool,
    render: Option<Render>,
}

/// A request that was answered before.
struct Replay {
    request_id: String,
    revision: Revision,
    /// For an answer that was not kept: of an older version.
    render: Option<Render>,
}

/// What one sync makes durable.
#[derive(Default)]
struct Batch {
    records: Vec<Arc<Record>>,
    payloads: Vec<Bytes>,
    bytes: usize,
    answers: Vec<(Reply, Pending)>,
}

/// When checkpoints are due.
pub(super) struct CheckpointPolicy {
    pub(super) records: u64,
    pub(super) bytes: u64,
}

pub(super) struct Writer {
    pub(super) log: Box<dyn Log>,
    pub(super) reader: Arc<dyn LogReader>,
    pub(super) state: State,
    pub(super) store_id: StoreId,
    pub(super) recent: Recent,
    pub(super) clock: Clock,
    pub(super) jobs: Receiver<Job>,
    pub(super) batch_jobs_max: usize,
    pub(super) published: Arc<ArcSwap<Snapshot>>,
    pub(super) changes: watch::Sender<u64>,
    pub(super) checkpoints: SyncSender<CheckpointJob>,
    pub(super) checkpoint_policy: CheckpointPolicy,
    pub(super) since_checkpoint: CheckpointPolicy,
    /// The store that checkpoints are written for; locked while one is written and while the store is replaced.
    pub(super) checkpointed_store: Arc<Mutex<StoreId>>,
    pub(super) commits: Arc<Commits>,
    pub(super) fatal: Box<dyn FnOnce(Fatal) + Send>,
}

impl Writer {
    /// Works until it is told to stop, every handle is gone, or the log fails.
    pub(super) fn run(mut self) {
        let mut ticked = false;
        loop {
            // More may have cooled down than one tick takes.
            let wait =
                if ticked && is_due(&self.state, self.now()) { Duration::ZERO } else { limits::IDLE_TICK };
            let first = match self.jobs.recv_timeout(wait) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            match self.turn(first) {
                Ok(Turn { ticked: did, stop: false }) => ticked = did,
                Ok(Turn { stop: true, .. }) => return self.drain(),
                Err(fatal) => return (self.fatal)(fatal),
            }
        }
    }

    /// Answers everything that waits, then ends.
    fn drain(mut self) {
        while let Ok(job) = self.jobs.try_recv() {
            if let Err(fatal) = self.turn(Some(job)) {
                return (self.fatal)(fatal);
            }
        }
    }

    /// One batch, from a first job and what waits behind it.
    fn turn(&mut self, first: Option<Job>) -> Result<Turn, Fatal> {
        let (now, begun) = (self.now(), Stopwatch::start());
        let mut batch = Batch::default();
        let ticked = is_due(&self.state, now) && self.tick(now, &mut batch);
        let (mut next, mut stop) = (first, false);
        while let Some(job) = next {
            match job {
                Job::Decide { request, actor, validate_only, render, queued, reply } => {
                    self.commits.waited(queued, begun);
                    let wanted = Commits::wanted(&self.state, &request.command);
                    let asked = Asked { request, validate_only, render };
                    let pending = self.decide(asked, Context { now, actor }, &mut batch);
                    self.commits.came_of(wanted, pending.kind());
                    batch.answers.push((reply, pending));
                }
                Job::Install { state, store_id, replace, reply } => {
                    self.commit(std::mem::take(&mut batch), begun)?;
                    // The caller may be gone; what was done stays.
                    let _gone = reply.send(self.install(*state, store_id, replace)).is_err();
                    return Ok(Turn { ticked, stop });
                }
                Job::Stop => stop = true,
            }
            if batch.answers.len() >= self.batch_jobs_max || batch.bytes >= limits::BATCH_BYTES || stop {
                break;
            }
            next = self.jobs.try_recv().ok();
        }
        self.commit(batch, begun)?;
        Ok(Turn { ticked, stop })
    }

    /// The time of a batch; never less than that of the last revision.
    fn now(&self) -> Timestamp {
        self.clock.now().max(self.state.time)
    }

    /// Lets time go on, before anybody asks. Says whether there was something to do.
    fn tick(&mut self, now: Timestamp, batch: &mut Batch) -> bool {
        let before = batch.records.len();
        let asked = Asked { request: Request::plain(Command::Tick), validate_only: false, render: None };
        match self.decide(asked, Context { now, actor: SELF.to_owned() }, batch) {
            Pending::Ready(Err(error)) => tracing::error!(%error, "time could not go on"),
            Pending::Ready(Ok(_)) | Pending::Replay(_) => {}
        }
        batch.records.len() > before
    }

    /// Decides one request and applies what comes of it.
    fn decide(&mut self, asked: Asked, context: Context, batch: &mut Batch) -> Pending {
        let Drafted { outcome, evolved } = match draft(&self.state, &asked.request, &context) {
            Err(rejection) => return Pending::Ready(Err(rejection.into())),
            Ok(drafted) => drafted,
        };
        let (events, kind) = match outcome {
            Outcome::Replayed(revision) => {
                let request_id = asked.request.request_id.unwrap_or_default();
                return Pending::Replay(Replay { request_id, revision, render: asked.render });
            }
            Outcome::Unchanged(events) => (events, AnswerKind::Unchanged),
            Outcome::Committed(events) if asked.validate_only => (events, AnswerKind::Validated),
            Outcome::Committed(events) => {
                return Pending::Ready(self.apply(asked, context, events, evolved, batch));
            }
        };
        let record = Record {
            revision: self.state.revision,
            time: self.state.time,
            actor: context.actor,
            request: None,
            events,
        };
        let rendered = asked.render.map(|render| {
            let mut after = self.state.clone();
            if kind == AnswerKind::Validated {
                let revision = self.state.revision.next();
                record.events.iter().for_each(|event| after.evolve(event, revision, context.now));
            }
            self.render(render, kind, &record, &self.state, &after)
        });
        let rendered = rendered.unwrap_or_default();
        Pending::Ready(Ok(Answer { kind, record: Arc::new(record), rendered }))
    }

    /// Makes events the next revision of the batch.
    fn apply(
        &mut self,
        asked: Asked,
        context: Context,
        events: Vec<Event>,
        mut evolved: Option<State>,
        batch: &mut Batch,
    ) -> Result<Answer, SubmitError> {
        let Asked { request, render, .. } = asked;
        let fingerprint = if request.request_id.is_some() { request.fingerprint() } else { 0 };
        let mark = |id| RequestMark { id, fingerprint, answer: Vec::new() };
        let mut record = Record {
            revision: self.state.revision.next(),
            time: context.now,
            actor: context.actor,
            request: request.request_id.map(mark),
            events,
        };
        // Most answers need no state, and a state that is shared is dearer to change.
        let mut rendered = Vec::new();
        if let Some(render) = render {
            let after = evolved.get_or_insert_with(|| {
                let mut after = self.state.clone();
                record.events.iter().for_each(|event| after.evolve(event, record.revision, record.time));
                after
            });
            after.conclude(&record);
            rendered = self.render(render, AnswerKind::Committed, &record, &self.state, after);
        }
        if let Some(mark) = &mut record.request {
            mark.answer.clone_from(&rendered);
        }
        let payload = encode_record(&record);
        if payload.len() > limits::RECORD_BYTES_MAX {
            let (bytes, max) = (payload.len(), limits::RECORD_BYTES_MAX);
            let message =
                format!("the request needs a record of {bytes} bytes, the limit is {max}; split it");
            return Err(Rejection::new(Reason::ResourceLimitReached, message)
                .with("record_bytes", bytes)
                .with("record_bytes_max", max)
                .into());
        }
        match evolved {
            Some(after) => {
                self.state = after;
                self.state.conclude(&record);
            }
            None => self.state.apply(&record),
        }
        let record = Arc::new(record);
        batch.bytes += payload.len();
        batch.payloads.push(payload);
        batch.records.push(Arc::clone(&record));
        Ok(Answer { kind: AnswerKind::Committed, record, rendered })
    }

    fn render(
        &self,
        render: Render,
        kind: AnswerKind,
        record: &Record,
        before: &State,
        after: &State,
    ) -> Vec<u8> {
        render(&Decided { kind, record, before, after, store_id: self.store_id })
    }

    /// Makes a batch durable, shows it, and answers.
    fn commit(&mut self, batch: Batch, begun: Stopwatch) -> Result<(), Fatal> {
        let requests = batch.answers.len();
        if let Some(first) = batch.records.first() {
            let revision = first.revision;
            let sync = Stopwatch::start();
            self.log.append(revision.0, &batch.payloads).map_err(|source| Fatal { revision, source })?;
            self.commits.synced(sync.elapsed());
            for (record, payload) in batch.records.iter().zip(&batch.payloads) {
                self.recent.push(Arc::clone(record), payload.len());
            }
            self.publish();
            self.consider_checkpoint(batch.records.len() as u64, batch.bytes as u64);
        }
        let mut outbox = Outbox::default();
        for (reply, pending) in batch.answers {
            let answer = match pending {
                Pending::Ready(answer) => answer,
                Pending::Replay(replay) => self.replay(replay),
            };
            outbox.add(reply, answer);
        }
        outbox.send();
        if requests > 0 {
            self.commits.answered(requests, begun.elapsed());
        }
        Ok(())
    }

    /// Shows the state to readers and watchers.
    fn publish(&self) {
        let (state, recent) = (self.state.clone(), self.recent.clone());
        self.published.store(Arc::new(Snapshot { state, store_id: self.store_id, recent }));
        self.changes.send_replace(self.state.revision.0);
    }

    /// The answer that a request had before.
    fn replay(&self, replay: Replay) -> Result<Answer, SubmitError> {
        let Replay { request_id, revision, render } = replay;
        let unreadable = |problem: String| SubmitError::Unreadable { revision, problem };
        let record = match self.recent.get(revision) {
            Some(record) => record,
            // A checkpoint keeps the records of all remembered requests; an imported state comes without records.
            None if revision.0 < self.reader.first_revision() => {
                return Err(SubmitError::AnswerGone { request_id, revision, store_id: self.store_id });
            }
            None => {
                let read =
                    self.reader.read(revision.0, 1, 1).map_err(|error| unreadable(error.to_string()))?;
                let found = read.first().filter(|stored| stored.revision == revision.0);
                let stored = found.ok_or_else(|| unreadable("the log does not have it".to_owned()))?;
                let record = decode_record(revision.0, &stored.payload);
                Arc::new(record.map_err(|error| unreadable(error.to_string()))?)
            }
        };
        let kept = record.request.as_ref().map(|mark| mark.answer.clone()).unwrap_or_default();
        let rendered = match render {
            Some(render) if kept.is_empty() => {
                self.render(render, AnswerKind::Replayed, &record, &self.state, &self.state)
            }
            Some(_) | None => kept,
        };
        Ok(Answer { kind: AnswerKind::Replayed, record, rendered })
    }

    /// Hands a snapshot to the checkpointer when enough came together; while it is busy, the next batch tries again.
    fn consider_checkpoint(&mut self, records: u64, bytes: u64) {
        self.since_checkpoint.records += records;
        self.since_checkpoint.bytes += bytes;
        let due = self.since_checkpoint.records >= self.checkpoint_policy.records
            || self.since_checkpoint.bytes >= self.checkpoint_policy.bytes;
        if due && self.checkpoints.try_send(CheckpointJob::Write(self.published.load_full())).is_ok() {
            self.since_checkpoint = CheckpointPolicy { records: 0, bytes: 0 };
        }
    }

    /// Puts another state and store in place of this one.
    fn install(&mut self, state: State, store_id: StoreId, replace: bool) -> Result<Installed, InstallError> {
        if !replace && self.state.revision != Revision(0) {
            return Err(InstallError::NotEmpty { revision: self.state.revision });
        }
        let checkpointed = Arc::clone(&self.checkpointed_store);
        let mut checkpointed = checkpointed.lock().unwrap_or_else(PoisonError::into_inner);
        self.log.install(store_id, state.revision.0, &mut Chunks::of(&state))?;
        *checkpointed = store_id;
        self.clock.not_before(state.time);
        (self.state, self.store_id) = (state, store_id);
        self.recent.clear();
        self.since_checkpoint = CheckpointPolicy { records: 0, bytes: 0 };
        self.publish();
        Ok(Installed { store_id, revision: self.state.revision })
    }
}

/// What a batch was.
struct Turn {
    /// Whether time went on in it.
    ticked: bool,
    /// Whether it is to be the last.
    stop: bool,
}
