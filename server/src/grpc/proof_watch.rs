//! `WatchVerification`: the outcomes as they are, then every revision that changes one.
//!
//! A watch has a proof of its own, which follows the revisions at the watch's own pace; so a resumed watch misses none.

use std::pin::Pin;
use std::time::Duration;

use podnet_core::State;
use podnet_core::event::Record;
use podnet_core::name::ClusterName;
use podnet_core::proof::{Invariant, Judged, Outcome};
use podnet_proto::v1 as pb;
use podnet_proto::v1::watch_verification_response::Frame;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;

use super::limits::{
    WATCH_FRAMES_WAITING_MAX, WATCH_NAMES_MAX, WATCH_PROGRESS_DEFAULT, WATCH_PROGRESS_RANGE,
};
use super::parse::fields::{Fields, Invalid};
use super::parse::proof as read;
use super::proof::judged;
use super::render::resource;
use super::render::{self, proof as show};
use super::shell::{Shell, found};
use super::status::Refusal;
use crate::engine::{Start, Subscription};
use crate::store::StoreId;

/// The frames of a watch.
pub(super) type Frames = Pin<Box<dyn Stream<Item = Result<pb::WatchVerificationResponse, Status>> + Send>>;
type Sink = mpsc::Sender<Result<pb::WatchVerificationResponse, Status>>;

/// What a watcher wants to see.
struct Wish {
    cluster: ClusterName,
    invariants: Vec<Invariant>,
    progress: Duration,
    with_traces: bool,
}

impl Wish {
    fn read(request: &pb::WatchVerificationRequest) -> Result<Self, Invalid> {
        let cluster = read::parent(&request.parent)?;
        let invariants = read::invariants(&request.invariants)?;
        let mut fields = Fields::default();
        let progress = fields.duration("progress_interval", request.progress_interval.as_ref());
        let progress = progress.unwrap_or(WATCH_PROGRESS_DEFAULT);
        let (shortest, longest) = WATCH_PROGRESS_RANGE;
        if progress < shortest || progress > longest {
            let range = format!("is {} s to {} s", shortest.as_secs(), longest.as_secs());
            fields.refuse("progress_interval", range);
        }
        let with_traces = !request.outcomes_only;
        fields.finish(|| Some(Self { cluster, invariants, progress, with_traces }))
    }
}

/// Opens a watch.
pub(super) async fn open(shell: &Shell, request: &pb::WatchVerificationRequest) -> Result<Frames, Refusal> {
    let wish = Wish::read(request)?;
    let permit = shell.watch_permit()?;
    let snapshot = shell.snapshot();
    let start = match request.resume_token.as_str() {
        "" => Start::After(snapshot.cursor()),
        token => Start::Token(token.to_owned()),
    };
    let subscription = shell.engine().subscribe(&start)?;
    let behind = subscription.cursor().revision;
    let state = if behind == snapshot.state.revision {
        snapshot.state.clone()
    } else {
        shell.snapshot_at(Some(behind.0)).await?.state.clone()
    };
    let judged = judged(&state, &wish.cluster)?;
    let (sink, stream) = mpsc::channel(WATCH_FRAMES_WAITING_MAX);
    let shell = shell.clone();
    // Not joined: it ends with its client, with an error, or with the server.
    drop(tokio::spawn(async move {
        let _until_done = permit;
        let watch = Watch { wish, state, judged };
        let end = tokio::select! {
            () = sink.closed() => return,
            () = shell.lifecycle().draining() => Refusal::draining(),
            end = watch.run(subscription, &sink) => match end {
                Some(end) => end,
                None => return,
            },
        };
        // An error says that the client is gone.
        let _gone = sink.send(Err(end.into())).await.is_err();
    }));
    Ok(Box::pin(ReceiverStream::new(stream)))
}

struct Watch {
    wish: Wish,
    state: State,
    judged: Judged,
}

impl Watch {
    /// Runs until the client is gone (`None`) or the watch cannot go on.
    async fn run(mut self, mut subscription: Subscription, sink: &Sink) -> Option<Refusal> {
        let cursor = |subscription: &Subscription| {
            let cursor = subscription.cursor();
            Some(render::cursor_at(cursor.store_id, cursor.revision))
        };
        let opened = self.opened(cursor(&subscription));
        if !send(sink, Frame::Opened(opened)).await {
            return None;
        }
        loop {
            match timeout(self.wish.progress, subscription.next(|_| true)).await {
                Err(_quiet) => {}
                Ok(Err(error)) => return Some(error.into()),
                Ok(Ok(records)) => {
                    let store_id = subscription.cursor().store_id;
                    for record in &records {
                        let changed = match self.follow(record, store_id) {
                            Ok(changed) => changed,
                            Err(end) => return Some(end),
                        };
                        if let Some(changed) = changed
                            && !send(sink, Frame::Changed(changed)).await
                        {
                            return None;
                        }
                    }
                }
            }
            let progress = pb::VerificationProgress { cursor: cursor(&subscription) };
            if !send(sink, Frame::Progress(progress)).await {
                return None;
            }
        }
    }

    fn opened(&self, cursor: Option<pb::Cursor>) -> pb::VerificationOpened {
        let answers = self.judged.answers(&self.state, &self.wish.invariants);
        let results = answers.iter().map(|answer| show::answer(&self.state, answer, self.wish.with_traces));
        let results = results.collect();
        pb::VerificationOpened { cursor, results, scope: Some(show::scope(&self.judged.report)) }
    }

    /// Follows one revision; what it changed, if anything.
    fn follow(
        &mut self,
        record: &Record,
        store_id: StoreId,
    ) -> Result<Option<pb::VerificationChanged>, Refusal> {
        let before = self.state.clone();
        self.state.apply(record);
        let moved = self.judged.proof.follow(&before, &self.state, &record.events);
        if !found(moved, &self.wish.cluster)? {
            return Ok(None);
        }
        let report = self.judged.proof.report(&self.state);
        let old = std::mem::replace(&mut self.judged.report, report);
        let differs = |invariant: &&Invariant| {
            let (old, new) = (old.finding(**invariant), self.judged.report.finding(**invariant));
            !matches!((old, new), (Some(old), Some(new)) if old.says_the_same(new))
        };
        let changed: Vec<_> = self.wish.invariants.iter().filter(differs).copied().collect();
        if changed.is_empty() {
            return Ok(None);
        }
        let answers = self.judged.answers(&self.state, &changed);
        let changes = answers.iter().filter_map(|answer| {
            let old = old.finding(answer.finding.invariant)?;
            let violated = old.outcome == Outcome::Violated;
            Some(pb::InvariantChange {
                outcome_before: show::outcome(old.outcome),
                extent_before: if violated { show::extent(&old.broken) } else { None },
                result: Some(show::answer(&self.state, answer, self.wish.with_traces)),
            })
        });
        let changes = changes.collect();
        let names = record.events.iter().flat_map(|event| resource::of_event(&self.state, event));
        let changed_resources = names.map(|changed| changed.name).take(WATCH_NAMES_MAX).collect();
        let cursor = Some(render::cursor_at(store_id, record.revision));
        Ok(Some(pb::VerificationChanged { cursor, changes, changed_resources }))
    }
}

/// Sends a frame; `false` when the client is gone.
async fn send(sink: &Sink, frame: Frame) -> bool {
    sink.send(Ok(pb::WatchVerificationResponse { frame: Some(frame) })).await.is_ok()
}
