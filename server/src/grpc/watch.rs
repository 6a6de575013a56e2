//! `WatchService`: a snapshot, then every revision, then marks of progress.
//!
//! A watch reads at its own pace: while its client is slow it waits, and reads on from memory or from the log. What the
//! log has dropped in the meantime ends the watch with an explicit error; nothing is left out silently.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use podnet_core::event::Record;
use podnet_proto::v1 as pb;
use podnet_proto::v1::watch_response::Frame;
use podnet_proto::v1::watch_service_server::WatchService;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Request, Response, Status};

use super::below::is_below;
use super::limits::{
    WATCH_EVENTS_MAX, WATCH_FRAMES_WAITING_MAX, WATCH_KINDS_MAX, WATCH_PROGRESS_DEFAULT, WATCH_PROGRESS_RANGE,
};
use super::parse::fields::{Fields, Invalid};
use super::render::changed::{Followed, fields_changed, previous};
use super::render::resource::{self, Changed};
use super::render::{self, timestamp};
use super::shell::Shell;
use super::status::Refusal;
use crate::clock::Stopwatch;
use crate::engine::{Snapshot, Start, Subscription};
use crate::store::StoreId;

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Watch(pub(crate) Shell);

type Frames = Pin<Box<dyn Stream<Item = Result<pb::WatchResponse, Status>> + Send>>;
type Sink = mpsc::Sender<Result<pb::WatchResponse, Status>>;

#[tonic::async_trait]
impl WatchService for Watch {
    type WatchStream = Frames;

    async fn watch(&self, request: Request<pb::WatchRequest>) -> Result<Response<Frames>, Status> {
        let wish = Wish::read(request.get_ref())?;
        let permit = self.0.watch_permit()?;
        let snapshot = self.0.snapshot();
        let start = wish.start(&snapshot);
        let subscription = self.0.engine().subscribe(&start).map_err(Refusal::from)?;
        let behind = subscription.cursor().revision;
        let state = if behind == snapshot.state.revision {
            snapshot.state.clone()
        } else {
            self.0.snapshot_at(Some(behind.0)).await?.state.clone()
        };
        let (sink, stream) = mpsc::channel(WATCH_FRAMES_WAITING_MAX);
        let shell = self.0.clone();
        // Not joined: it ends with its client, with an error, or with the server.
        drop(tokio::spawn(async move {
            let _until_done = permit;
            let run = run(&wish, snapshot, subscription, Followed::new(state), &sink);
            let end = tokio::select! {
                () = sink.closed() => return,
                () = shell.lifecycle().draining() => Refusal::draining(),
                end = run => match end {
                    Some(end) => end,
                    None => return,
                },
            };
            // An error says that the client is gone.
            let _gone = sink.send(Err(end.into())).await.is_err();
        }));
        Ok(Response::new(Box::pin(ReceiverStream::new(stream))))
    }
}

/// What a watcher wants to see.
struct Wish {
    parent: String,
    kinds: BTreeSet<i32>,
    token: Option<String>,
    include_snapshot: bool,
    include_previous: bool,
    progress: Duration,
}

impl Wish {
    fn read(request: &pb::WatchRequest) -> Result<Self, Invalid> {
        let mut fields = Fields::default();
        if request.kinds.len() > WATCH_KINDS_MAX {
            fields.refuse("kinds", format_args!("has {} entries; there are ten kinds", request.kinds.len()));
        }
        for (index, kind) in request.kinds.iter().enumerate().take(WATCH_KINDS_MAX) {
            if fields.word(format_args!("kinds[{index}]"), *kind) == Some(pb::ResourceKind::Unspecified) {
                fields.refuse(format_args!("kinds[{index}]"), "is not stated");
            }
        }
        if request.include_snapshot && !request.resume_token.is_empty() {
            fields.refuse(
                "include_snapshot",
                "and resume_token exclude each other; a token says that the state is known",
            );
        }
        let progress = fields.duration("progress_interval", request.progress_interval.as_ref());
        let progress = progress.unwrap_or(WATCH_PROGRESS_DEFAULT);
        let (shortest, longest) = WATCH_PROGRESS_RANGE;
        if progress < shortest || progress > longest {
            let range = format!("is {} s to {} s", shortest.as_secs(), longest.as_secs());
            fields.refuse("progress_interval", range);
        }
        let wish = Self {
            parent: fields.text("parent", &request.parent),
            kinds: request.kinds.iter().copied().collect(),
            token: (!request.resume_token.is_empty()).then(|| request.resume_token.clone()),
            include_snapshot: request.include_snapshot,
            include_previous: request.include_previous,
            progress,
        };
        fields.finish(|| Some(wish))
    }

    fn start(&self, snapshot: &Snapshot) -> Start {
        match &self.token {
            Some(token) => Start::Token(token.clone()),
            // The same revision as the snapshot that is sent, so that nothing is missed between the two.
            None => Start::After(snapshot.cursor()),
        }
    }

    fn shows(&self, kind: pb::ResourceKind, name: &dyn Display) -> bool {
        self.shows_kind(kind) && self.shows_name(name)
    }

    fn shows_name(&self, name: &dyn Display) -> bool {
        self.parent.is_empty() || is_below(&self.parent, name)
    }

    fn shows_kind(&self, kind: pb::ResourceKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&(kind as i32))
    }
}

/// Sends a frame; `false` when the client is gone.
async fn send(sink: &Sink, frame: Frame) -> bool {
    sink.send(Ok(pb::WatchResponse { frame: Some(frame) })).await.is_ok()
}

/// Runs a watch until its client is gone (`None`) or it cannot go on.
async fn run(
    wish: &Wish,
    snapshot: Arc<Snapshot>,
    mut subscription: Subscription,
    mut followed: Followed,
    sink: &Sink,
) -> Option<Refusal> {
    let cursor = |subscription: &Subscription| {
        let cursor = subscription.cursor();
        Some(render::cursor_at(cursor.store_id, cursor.revision))
    };
    let opened = pb::WatchOpened { cursor: cursor(&subscription) };
    if !send(sink, Frame::Opened(opened)).await
        || (wish.include_snapshot && !send_snapshot(wish, &snapshot, sink).await)
    {
        return None;
    }
    drop(snapshot);
    let mut silent = Stopwatch::start();
    loop {
        // Revisions without anything to show move the position too, and the mark of progress says so in its time: asked
        // before the next records, which on a busy server are always there.
        let rest = wish.progress.saturating_sub(silent.elapsed());
        if rest.is_zero() {
            let progress = pb::WatchProgress { cursor: cursor(&subscription), snapshot_complete: false };
            if !send(sink, Frame::Progress(progress)).await {
                return None;
            }
            silent = Stopwatch::start();
            continue;
        }
        let wanted = |record: &Record| touches(wish, record);
        match timeout(rest, subscription.next(wanted)).await {
            Err(_quiet) => {}
            Ok(Err(error)) => return Some(error.into()),
            Ok(Ok(records)) => {
                for record in &records {
                    let events = events(wish, record, &mut followed);
                    if events.is_empty() {
                        continue;
                    }
                    silent = Stopwatch::start();
                    if !send_revision(record, subscription.cursor().store_id, events, sink).await {
                        return None;
                    }
                }
                match subscription.take_reached() {
                    Some(state) => followed.stand_at(state),
                    None => followed.catch_up(),
                }
            }
        }
    }
}

async fn send_snapshot(wish: &Wish, snapshot: &Snapshot, sink: &Sink) -> bool {
    let state = snapshot.state.clone();
    let mut rows =
        resource::of_state(&state, |kind| wish.shows_kind(kind), |name| wish.shows_name(name)).peekable();
    while rows.peek().is_some() {
        let part = rows.by_ref().take(WATCH_EVENTS_MAX);
        let events: Vec<_> = part
            .map(|changed| pb::WatchEvent {
                r#type: pb::WatchEventType::Added as i32,
                revision: resource::meta(&changed.body).map_or(0, |meta| meta.revision),
                change_time: resource::meta(&changed.body).and_then(|meta| meta.update_time),
                name: changed.name,
                resource: Some(changed.body),
                ..pb::WatchEvent::default()
            })
            .collect();
        let more_in_revision = rows.peek().is_some();
        let batch = pb::WatchBatch { cursor: render::cursor(snapshot), events, more_in_revision };
        if !send(sink, Frame::Batch(batch)).await {
            return false;
        }
    }
    let done = pb::WatchProgress { cursor: render::cursor(snapshot), snapshot_complete: true };
    send(sink, Frame::Progress(done)).await
}

/// Whether a revision has something that the watcher wants.
fn touches(wish: &Wish, record: &Record) -> bool {
    let shows = |kind, name: &dyn Display| wish.shows(kind, name);
    record.events.iter().any(|event| resource::touches(event, shows))
}

/// The events of a revision that the watcher wants.
fn events(wish: &Wish, record: &Arc<Record>, followed: &mut Followed) -> Vec<pb::WatchEvent> {
    if !touches(wish, record) {
        followed.pass(record);
        return Vec::new();
    }
    let (before, after) = followed.follow(record);
    let changes = record.events.iter().flat_map(|event| resource::of_event(after, event));
    let shown = changes.filter(|changed| wish.shows(changed.of, &changed.name));
    let render = |changed: Changed| {
        let old = previous(&before, &changed).filter(|_| changed.kind != pb::WatchEventType::Added);
        let modified = changed.kind == pb::WatchEventType::Modified;
        pb::WatchEvent {
            r#type: changed.kind as i32,
            changed: old.as_ref().filter(|_| modified).map(|old| fields_changed(old, &changed.body)),
            name: changed.name,
            resource: Some(changed.body),
            previous: old.filter(|_| wish.include_previous),
            revision: render::revision(record.revision),
            change_time: Some(timestamp(record.time)),
            actor: record.actor.clone(),
            request_id: record.request.as_ref().map(|request| request.id.clone()).unwrap_or_default(),
        }
    };
    shown.map(render).collect()
}

/// Sends the events of one revision, in as many frames as it takes.
async fn send_revision(record: &Record, store_id: StoreId, events: Vec<pb::WatchEvent>, sink: &Sink) -> bool {
    let at = render::cursor_at(store_id, record.revision);
    let so_far = podnet_core::meta::Revision(record.revision.0.saturating_sub(1));
    let mut events = events.into_iter().peekable();
    while events.peek().is_some() {
        let part: Vec<_> = events.by_ref().take(WATCH_EVENTS_MAX).collect();
        let more_in_revision = events.peek().is_some();
        let cursor = if more_in_revision { render::cursor_at(store_id, so_far) } else { at.clone() };
        let batch = pb::WatchBatch { cursor: Some(cursor), events: part, more_in_revision };
        if !send(sink, Frame::Batch(batch)).await {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use podnet_core::command::NetworkSpec;
    use podnet_core::meta::Revision;
    use podnet_core::name::{NetworkName, Segment};
    use podnet_core::prefix::Prefix;
    use podnet_core::time::Timestamp;

    use super::*;
    use crate::clock::Clock;
    use crate::engine::{Cursor, Engine, EngineOptions};
    use crate::store::{self, StoreKind};

    fn revision(frame: Option<Result<pb::WatchResponse, Status>>) -> Option<i64> {
        match frame?.ok()?.frame? {
            Frame::Progress(progress) => Some(progress.cursor?.revision),
            Frame::Opened(_) | Frame::Batch(_) => None,
        }
    }

    #[tokio::test]
    async fn a_due_mark_of_progress_does_not_wait_for_records_to_end() {
        let log = store::open(StoreKind::Memory, std::path::Path::new("")).unwrap();
        let clock = Clock::manual(Timestamp(1_790_000_000_000_000_000));
        let engine = Engine::start(EngineOptions::default(), log, clock).unwrap();
        let create = podnet_core::Command::CreateNetwork(NetworkSpec {
            name: NetworkName { network: Segment::parse("hub").unwrap() },
            labels: std::collections::BTreeMap::new(),
            address_prefixes: vec![Prefix::parse("10.0.0.0/8").unwrap()],
            gateway: None,
            peerings: Vec::new(),
        });
        engine.submit(podnet_core::Request::plain(create), "tester", false).await.unwrap();
        let snapshot = engine.snapshot();
        let begin = Cursor { store_id: snapshot.store_id, revision: Revision(0) };
        // Records wait, nothing of them is shown, and a mark is always due.
        let subscription = engine.subscribe(&Start::After(begin)).unwrap();
        let kinds = BTreeSet::from([pb::ResourceKind::Service as i32]);
        let progress = Duration::ZERO;
        let wish = Wish {
            parent: String::new(),
            kinds,
            token: None,
            include_snapshot: false,
            include_previous: false,
            progress,
        };
        let (sink, mut frames) = mpsc::channel(1);
        let followed = Followed::new(podnet_core::State::default());
        let watching = run(&wish, snapshot, subscription, followed, &sink);
        let reading = async {
            assert_eq!(revision(frames.recv().await), None, "the first frame opens");
            let first = revision(frames.recv().await);
            drop(frames);
            first
        };
        let (end, first) = tokio::join!(watching, reading);
        assert!(end.is_none());
        assert_eq!(first, Some(0), "the mark comes before the records that wait");
        engine.shutdown().await;
    }
}
