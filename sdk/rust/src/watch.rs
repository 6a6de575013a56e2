//! Changes as a stream that survives lost connections.

use std::time::Duration;

use async_stream::stream;
use futures_core::Stream;
use podnet_proto::v1::{self, ErrorReason, watch_response::Frame, watch_service_client::WatchServiceClient};
use tokio::time::{sleep, timeout};
use tonic::{Code, Streaming};

use crate::client::{Client, MESSAGE_BYTES_MAX};
use crate::error::Error;

/// Longest silence before the connection is taken for dead: three times the progress interval.
const SILENCE_FACTOR: u32 = 3;
/// The progress interval of a request that has none.
const PROGRESS_INTERVAL: Duration = Duration::from_secs(10);

/// What a watch yields.
#[derive(Clone, Debug)]
pub enum WatchItem {
    /// A change, or a resource of the snapshot.
    Event(Box<v1::WatchEvent>),
    /// Everything up to here has been seen; `snapshot_complete` ends a snapshot.
    Progress(v1::WatchProgress),
    /// The position was gone (compacted, another store), or a snapshot broke off: what follows is a new snapshot; forget
    /// what was known.
    Resync,
}

impl Client {
    /// Watches. Lost connections are made again and resumed; a position that is gone is said by [`WatchItem::Resync`].
    /// Only errors that stay end the stream.
    #[expect(clippy::disallowed_methods, reason = "silence and back-off are about real time")]
    pub fn watch(
        &self,
        request: v1::WatchRequest,
    ) -> impl Stream<Item = Result<WatchItem, Error>> + Send + use<> {
        let client = self.clone();
        stream! {
            let interval = request.progress_interval.and_then(|interval| interval.try_into().ok());
            let silence = interval.unwrap_or(PROGRESS_INTERVAL) * SILENCE_FACTOR;
            // The request is the position: what it says is where the next connection begins.
            let mut at = request;
            at.include_snapshot &= at.resume_token.is_empty();
            let mut failures = 0;
            loop {
                let error = match client.open_watch(&at).await {
                    Err(error) => error,
                    Ok(mut frames) => loop {
                        let frame = match timeout(silence, frames.message()).await {
                            Ok(Ok(Some(response))) => response.frame,
                            Ok(Ok(None)) => break Error::local(Code::Unavailable, "the stream ended"),
                            Ok(Err(status)) => break client.error(&status),
                            Err(_) => break Error::local(Code::Unavailable, format!("no frame for {silence:?}")),
                        };
                        failures = 0;
                        let cursor = match &frame {
                            Some(Frame::Opened(opened)) => &opened.cursor,
                            Some(Frame::Batch(batch)) => &batch.cursor,
                            Some(Frame::Progress(progress)) => {
                                at.include_snapshot &= !progress.snapshot_complete;
                                &progress.cursor
                            }
                            None => &None,
                        };
                        // A snapshot that breaks off is taken again from its start.
                        if let Some(cursor) = cursor.as_ref().filter(|_| !at.include_snapshot) {
                            at.resume_token.clone_from(&cursor.resume_token);
                        }
                        match frame {
                            Some(Frame::Batch(batch)) => {
                                for event in batch.events {
                                    yield Ok(WatchItem::Event(Box::new(event)));
                                }
                            }
                            Some(Frame::Progress(progress)) => yield Ok(WatchItem::Progress(progress)),
                            Some(Frame::Opened(_)) | None => {}
                        }
                    },
                };
                match error.reason {
                    Some(ErrorReason::RevisionCompacted | ErrorReason::StoreChanged) => {
                        at.resume_token.clear();
                        at.include_snapshot = true;
                    }
                    Some(ErrorReason::WatchLagged) => {
                        if let Some(token) = error.figure("resume_token").filter(|_| !at.include_snapshot) {
                            at.resume_token = token.to_owned();
                        }
                    }
                    _ if error.code == Code::Unavailable => {}
                    _ => {
                        yield Err(error);
                        return;
                    }
                }
                if at.include_snapshot {
                    yield Ok(WatchItem::Resync);
                }
                failures += 1;
                sleep(client.options.retry.backoff(&error, failures)).await;
            }
        }
    }

    async fn open_watch(&self, at: &v1::WatchRequest) -> Result<Streaming<v1::WatchResponse>, Error> {
        let mut client = WatchServiceClient::new(self.channel()).max_decoding_message_size(MESSAGE_BYTES_MAX);
        let opened = client.watch(self.request(at.clone()).await?).await;
        opened.map(tonic::Response::into_inner).map_err(|status| self.error(&status))
    }
}
