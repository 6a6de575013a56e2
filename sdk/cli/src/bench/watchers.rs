//! Who watches while the load runs? Any number of watchers over connections and a thread of their own, which count what
//! they see and judge its order.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use podnet::{Client, Options, WatchItem, v1};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinSet;
use tokio_stream::StreamExt;

use crate::context::seconds;
use crate::exit::Failure;

/// Streams on one connection, as many as a server allows by default.
const STREAMS_PER_CONNECTION: usize = 200;

/// The shortest time between two marks of progress that a server gives, in seconds: the first mark says that a stream is
/// open. A snapshot would say it, too, but a thousand of them are a load of their own.
const PROGRESS_SECONDS: i64 = 1;

/// What all watchers saw.
#[derive(Debug, Default)]
struct Seen {
    events: AtomicU64,
    disorders: AtomicU64,
    failures: AtomicU64,
}

/// Watchers that run until they are stopped.
#[derive(Debug)]
pub struct Watchers {
    seen: Arc<Seen>,
    stop: watch::Sender<bool>,
    ended: oneshot::Receiver<()>,
}

/// What they saw, at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watched {
    /// Events of all watchers.
    pub events: u64,
    /// Events with an earlier revision than one that the same watcher had seen.
    pub disorders: u64,
    /// Watchers whose stream ended by itself.
    pub failures: u64,
}

impl Watchers {
    /// Starts them and waits until each has been told that its stream is open.
    ///
    /// # Errors
    /// The system refuses a thread, or the server a watcher.
    pub async fn start(
        options: &Options,
        count: usize,
        parent: &str,
        kinds: &[v1::ResourceKind],
    ) -> Result<Self, Failure> {
        let seen = Arc::new(Seen::default());
        let (stop, stopped) = watch::channel(false);
        let (opened, all_open) = oneshot::channel();
        let (over, ended) = oneshot::channel();
        let (options, parent, kinds) = (options.clone(), parent.to_owned(), kinds.to_vec());
        let inside = Arc::clone(&seen);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Failure::Render(format!("runtime: {error}")))?;
        let work = async move {
            let mut watchers = JoinSet::new();
            let open = Arc::new(tokio::sync::Semaphore::new(0));
            let mut client = None;
            for number in 0..count {
                if number % STREAMS_PER_CONNECTION == 0 {
                    client = Client::connect(options.clone()).ok();
                }
                let Some(client) = client.clone() else { break };
                let what = v1::WatchRequest {
                    parent: parent.clone(),
                    kinds: kinds.iter().map(|&kind| kind.into()).collect(),
                    progress_interval: Some(seconds(PROGRESS_SECONDS)),
                    ..v1::WatchRequest::default()
                };
                let (seen, open, stopped) = (Arc::clone(&inside), Arc::clone(&open), stopped.clone());
                watchers.spawn(watch_one(client, what, seen, open, stopped));
            }
            let wanted = u32::try_from(count).unwrap_or(u32::MAX);
            tokio::select! {
                all = open.acquire_many(wanted) => {
                    // If nobody waits any more, the run was given up.
                    let _told = opened.send(all.is_ok()).is_ok();
                }
                () = failed(&mut watchers) => {
                    let _told = opened.send(false).is_ok();
                }
            }
            while watchers.join_next().await.is_some() {}
            let _told = over.send(()).is_ok();
        };
        std::thread::Builder::new()
            .name("bench-watch".to_owned())
            .spawn(move || runtime.block_on(work))
            .map_err(|error| Failure::Render(format!("thread: {error}")))?;
        if all_open.await.unwrap_or(false) {
            Ok(Self { seen, stop, ended })
        } else {
            Err(Failure::Render(format!("the server does not take {count} watchers")))
        }
    }

    /// Ends them and says what they saw.
    pub async fn stop(self) -> Watched {
        // Watchers that ended already need not be told.
        let _told = self.stop.send(true).is_ok();
        let _ended = self.ended.await.is_ok();
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        Watched {
            events: count(&self.seen.events),
            disorders: count(&self.seen.disorders),
            failures: count(&self.seen.failures),
        }
    }
}

/// Ends when one of the watchers does.
async fn failed(watchers: &mut JoinSet<()>) {
    drop(watchers.join_next().await);
}

async fn watch_one(
    client: Client,
    request: v1::WatchRequest,
    seen: Arc<Seen>,
    open: Arc<tokio::sync::Semaphore>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut items = std::pin::pin!(client.watch(request));
    let (mut latest, mut is_open, mut in_snapshot) = (0, false, false);
    loop {
        let item = tokio::select! {
            item = items.next() => item,
            _ = stopped.changed() => return,
        };
        match item {
            Some(Ok(WatchItem::Event(event))) => {
                seen.events.fetch_add(1, Ordering::Relaxed);
                // A snapshot is in no order of revisions.
                if !in_snapshot && event.revision < latest {
                    seen.disorders.fetch_add(1, Ordering::Relaxed);
                }
                latest = latest.max(event.revision);
            }
            Some(Ok(WatchItem::Progress(mark))) => {
                in_snapshot &= !mark.snapshot_complete;
                if !is_open {
                    is_open = true;
                    open.add_permits(1);
                }
            }
            Some(Ok(WatchItem::Resync)) => in_snapshot = true,
            Some(Err(_)) | None => {
                seen.failures.fetch_add(1, Ordering::Relaxed);
                return;
            }
        }
    }
}
