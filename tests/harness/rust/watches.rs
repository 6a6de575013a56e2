//! Watches: until a number of things were seen, or held open.

use std::pin::Pin;
use std::sync::Arc;

use podnet::{Client, Error, WatchItem, v1};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio_stream::{Stream, StreamExt as _};

use crate::args::Args;
use crate::{Failure, json as form};

/// An open watch.
pub(crate) type Watching = Arc<Mutex<Pin<Box<dyn Stream<Item = Result<WatchItem, Error>> + Send>>>>;

pub(crate) fn open(client: &Client, args: &Args) -> Watching {
    let kinds = args.kinds.iter().filter_map(|kind| v1::ResourceKind::from_str_name(kind));
    let request = v1::WatchRequest {
        parent: args.parent.clone(),
        kinds: kinds.map(Into::into).collect(),
        resume_token: args.resume_token.clone(),
        include_snapshot: args.include_snapshot,
        progress_interval: args.progress_interval.and_then(|interval| interval.try_into().ok()),
        ..Default::default()
    };
    Arc::new(Mutex::new(Box::pin(client.watch(request))))
}

/// Reads until one of the stops is reached.
pub(crate) async fn read(watching: &Watching, args: &Args) -> Result<Value, Failure> {
    let mut watching = watching.lock().await;
    let stops = [args.events, args.resyncs, args.progress, args.snapshots];
    let mut seen = [0; 4];
    let mut items = Vec::new();
    while !stops.iter().zip(seen).any(|(stop, seen)| stop.is_some_and(|stop| seen >= stop)) {
        let Some(item) = watching.next().await else { break };
        items.push(match item? {
            WatchItem::Event(event) => {
                seen[0] += 1;
                json!({"event": form::show(event.as_ref())?})
            }
            WatchItem::Resync => {
                seen[1] += 1;
                json!({"resync": {}})
            }
            WatchItem::Progress(mark) => {
                seen[2] += 1;
                seen[3] += u64::from(mark.snapshot_complete);
                json!({"progress": form::show(&mark)?})
            }
        });
    }
    Ok(json!({"items": items}))
}
