//! Changes as a stream that survives lost connections.

use std::time::Duration;

use async_stream::stream;
use futures_core::Stream;
use podnet_proto::v1::{self, ErrorReason, watch_response::Frame, watch_service_client::WatchServiceClient};
use tonic::Code;

use crate::client::{Client, MESSAGE_BYTES_MAX};
use crate::error::Error;
use crate::retry::jittered;

/// Longest silence before the connection is taken for dead: three times the progress interval.
const SILENCE_FACTOR: u32 = 3;
/// First and longest wait before connecting again.
const BACKOFF: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(5));

/// What to watch.
#[derive(Clone, Debug)]
pub struct WatchOptions {
    /// Only resources at or below this name; empty for all.
    pub parent: String,
    /// Only these kinds; empty for all.
    pub kinds: Vec<v1::ResourceKind>,
    /// Continue after this cursor's token; empty to start at the latest revision.
    pub resume_token: String,
    /// Begin with what is there.
    pub include_snapshot: bool,
    /// Longest time between two frames of the server.
    pub progress_interval: Duration,
}

impl Default for WatchOptions {
    fn default() -> Self {
        Self {
            parent: String::new(),
            kinds: Vec::new(),
            resume_token: String::new(),
            include_snapshot: false,
            progress_interval: Duration::from_secs(10),
        }
    }
}

/// What a watch yields.
#[derive(Clone, Debug)]
pub enum WatchItem {
    /// A change, or a resource of the snapshot.
    Event(Box<v1::WatchEvent>),
    /// Everything up to here has been seen; `snapshot_complete` ends a snapshot.
    Progress {
        /// Position to resume from.
        cursor: v1::Cursor,
        /// Whether the snapshot is complete.
        snapshot_complete: bool,
    },
    /// The position was gone (compacted, or another store): what follows is a new snapshot; forget what was known.
    Resync,
}

impl Client {
    /// Watches. Lost connections are made again and resumed; a position that is gone is said by [`WatchItem::Resync`].
    /// Only errors that stay end the stream.
    #[expect(clippy::disallowed_methods, reason = "silence and back-off are about real time")]
    pub fn watch(
        &self,
        options: WatchOptions,
    ) -> impl Stream<Item = Result<WatchItem, Error>> + Send + use<> {
        let client = self.clone();
        stream! {
            let mut position = options.resume_token.clone();
            let mut snapshot = options.include_snapshot && position.is_empty();
            let mut wait = BACKOFF.0;
            loop {
                let error = match open(&client, &options, &position, snapshot).await {
                    Ok(mut frames) => loop {
                        let silence = options.progress_interval * SILENCE_FACTOR;
                        match tokio::time::timeout(silence, frames.message()).await {
                            Err(_) => break Error::local(Code::Unavailable, format!("no frame for {silence:?}")),
                            Ok(Err(status)) => break client.error(&status),
                            Ok(Ok(None)) => break Error::local(Code::Unavailable, "the stream ended"),
                            Ok(Ok(Some(response))) => {
                                wait = BACKOFF.0;
                                let token = |cursor: &Option<v1::Cursor>| {
                                    cursor.as_ref().map(|cursor| cursor.resume_token.clone()).unwrap_or_default()
                                };
                                match response.frame {
                                    Some(Frame::Opened(opened)) if !snapshot => position = token(&opened.cursor),
                                    Some(Frame::Opened(_)) | None => {}
                                    Some(Frame::Batch(batch)) => {
                                        // A snapshot that breaks off is taken again from its start.
                                        if !snapshot {
                                            position = token(&batch.cursor);
                                        }
                                        for event in batch.events {
                                            yield Ok(WatchItem::Event(Box::new(event)));
                                        }
                                    }
                                    Some(Frame::Progress(progress)) => {
                                        position = token(&progress.cursor);
                                        snapshot &= !progress.snapshot_complete;
                                        yield Ok(WatchItem::Progress {
                                            cursor: progress.cursor.unwrap_or_default(),
                                            snapshot_complete: progress.snapshot_complete,
                                        });
                                    }
                                }
                            }
                        }
                    },
                    Err(error) => error,
                };
                match error.reason {
                    Some(ErrorReason::RevisionCompacted | ErrorReason::StoreChanged) => {
                        position = String::new();
                        snapshot = true;
                        yield Ok(WatchItem::Resync);
                    }
                    Some(ErrorReason::WatchLagged) => {
                        if let Some(token) = error.figure("resume_token").filter(|_| !snapshot) {
                            position = token.to_owned();
                        }
                    }
                    _ if error.code == Code::Unavailable => {
                        if snapshot {
                            yield Ok(WatchItem::Resync);
                        }
                        tokio::time::sleep(error.retry_after.unwrap_or_default() + jittered(wait)).await;
                        wait = (wait * 2).min(BACKOFF.1);
                    }
                    _ => {
                        yield Err(error);
                        return;
                    }
                }
            }
        }
    }
}

async fn open(
    client: &Client,
    options: &WatchOptions,
    position: &str,
    snapshot: bool,
) -> Result<tonic::Streaming<v1::WatchResponse>, Error> {
    let request = v1::WatchRequest {
        parent: options.parent.clone(),
        kinds: options.kinds.iter().map(|kind| i32::from(*kind)).collect(),
        resume_token: position.to_owned(),
        include_snapshot: snapshot,
        progress_interval: prost_types::Duration::try_from(options.progress_interval).ok(),
        include_previous: false,
    };
    WatchServiceClient::new(client.channel())
        .max_decoding_message_size(MESSAGE_BYTES_MAX)
        .watch(client.request(request).await?)
        .await
        .map(tonic::Response::into_inner)
        .map_err(|status| client.error(&status))
}
