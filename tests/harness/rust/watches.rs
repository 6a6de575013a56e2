//! Watches: until a number of things were seen, or held open.

use std::pin::Pin;
use std::sync::{Arc, PoisonError};

use podnet::{Client, Error, WatchItem, v1};
use serde_json::{Map, Value, json};
use tokio_stream::{Stream, StreamExt as _};

use crate::clients::{Clients, milliseconds, text};
use crate::{Failure, json as form};

/// An open watch.
pub(crate) type Watching = Pin<Box<dyn Stream<Item = Result<WatchItem, Error>> + Send>>;

fn open(client: &Client, args: &Map<String, Value>) -> Watching {
    let kinds = args.get("kinds").and_then(Value::as_array).cloned().unwrap_or_default();
    let kinds = kinds.iter().filter_map(|kind| v1::ResourceKind::from_str_name(kind.as_str()?));
    let interval = milliseconds(args, "progress_interval_ms");
    let request = v1::WatchRequest {
        parent: text(args, "parent").unwrap_or_default().to_owned(),
        kinds: kinds.map(Into::into).collect(),
        resume_token: text(args, "resume_token").unwrap_or_default().to_owned(),
        include_snapshot: args.get("include_snapshot").and_then(Value::as_bool).unwrap_or(false),
        progress_interval: interval.and_then(|interval| interval.try_into().ok()),
        ..Default::default()
    };
    Box::pin(client.watch(request))
}

/// Reads until one of the stops is reached.
async fn read(watching: &mut Watching, args: &Map<String, Value>) -> Result<Value, Failure> {
    let stop = |key: &str| args.get(key).and_then(Value::as_u64);
    let stops = [stop("events"), stop("resyncs"), stop("progress"), stop("snapshots")];
    let mut seen = [0; 4];
    let mut items = Vec::new();
    while !stops.iter().zip(&seen).any(|(stop, seen)| stop.is_some_and(|stop| *seen >= stop)) {
        let Some(item) = watching.next().await else { break };
        items.push(match item? {
            WatchItem::Event(event) => {
                seen[0] += 1;
                json!({"event": form::show("WatchEvent", event.as_ref())?})
            }
            WatchItem::Resync => {
                seen[1] += 1;
                json!({"resync": {}})
            }
            WatchItem::Progress(mark) => {
                seen[2] += 1;
                seen[3] += u64::from(mark.snapshot_complete);
                let cursor = form::show("Cursor", &mark.cursor.unwrap_or_default())?;
                json!({"progress": {"cursor": cursor, "snapshotComplete": mark.snapshot_complete}})
            }
        });
    }
    Ok(json!({"items": items}))
}

pub(crate) async fn watch(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    read(&mut open(client, args), args).await
}

fn name(client: &str, args: &Map<String, Value>) -> String {
    format!("{client}/{}", text(args, "watch").unwrap_or_default())
}

pub(crate) fn start(clients: &Clients, client: &str, args: &Map<String, Value>) -> Result<Value, Failure> {
    let watching = Arc::new(tokio::sync::Mutex::new(open(&clients.get(client)?, args)));
    let mut all = clients.watches.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert(name(client, args), watching);
    Ok(json!({}))
}

pub(crate) async fn next(
    clients: &Clients,
    client: &str,
    args: &Map<String, Value>,
) -> Result<Value, Failure> {
    let name = name(client, args);
    let watching = clients.watches.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
    let watching = watching.ok_or_else(|| format!("no watch `{name}`"))?;
    let mut watching = watching.lock().await;
    read(&mut watching, args).await
}

pub(crate) fn stop(clients: &Clients, client: &str, args: &Map<String, Value>) -> Result<Value, Failure> {
    clients.watches.lock().unwrap_or_else(PoisonError::into_inner).remove(&name(client, args));
    Ok(json!({}))
}
