//! Many allocations and releases over one stream, which is made again when it breaks.
//!
//! What is unanswered is sent again unchanged: each operation has its request id, so it is carried out once.

use std::collections::BTreeMap;
use std::pin::pin;

use async_stream::stream;
use futures_core::Stream;
use podnet_proto::v1::ipam_service_client::IpamServiceClient;
use podnet_proto::v1::{StreamAddressesRequest, StreamAddressesResponse};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::UnboundedReceiverStream;
use tonic::{Code, Streaming};

use crate::call::numbered;
use crate::client::{Client, MESSAGE_BYTES_MAX};
use crate::error::Error;

pub use podnet_proto::v1::stream_addresses_request::Operation;

/// Initial metadata that says how many operations may be unanswered.
const MAX_IN_FLIGHT: &str = "podnet-max-in-flight";
/// How many are, where a server does not say.
const IN_FLIGHT_DEFAULT: usize = 64;

/// Operations by their correlation ids. Those without an answer are what the queue of a stream can hold at most.
type Operations = BTreeMap<u64, StreamAddressesRequest>;

/// A stream that is open.
struct Open {
    requests: UnboundedSender<StreamAddressesRequest>,
    answers: Streaming<StreamAddressesResponse>,
    in_flight_max: usize,
}

impl Client {
    /// Carries operations out and yields their answers as they come; `correlation_id` counts the operations from 1. An
    /// operation that is refused is an answer with `error`; an error of the stream is one that stays.
    ///
    /// No more operations are taken than the server allows to be unanswered.
    #[expect(clippy::disallowed_methods, reason = "a back-off is about real time")]
    pub fn stream_addresses<S>(
        &self,
        operations: S,
    ) -> impl Stream<Item = Result<StreamAddressesResponse, Error>> + Send + use<S>
    where
        S: Stream<Item = Operation> + Send,
    {
        let client = self.clone();
        stream! {
            let mut operations = pin!(operations);
            let mut unanswered = Operations::new();
            let (mut last, mut ended, mut attempt) = (0, false, 1);
            loop {
                let error = match client.open_addresses(&unanswered).await {
                    Err(error) => error,
                    Ok(mut open) => loop {
                        if ended && unanswered.is_empty() {
                            return;
                        }
                        tokio::select! {
                            answer = open.answers.message() => match answer {
                                Ok(Some(answer)) => {
                                    attempt = 1;
                                    // An answer that comes twice was carried out once.
                                    if unanswered.remove(&answer.correlation_id).is_some() {
                                        yield Ok(answer);
                                    }
                                }
                                Ok(None) => break Error::local(Code::Unavailable, "the stream ended"),
                                Err(status) => break client.error(&status),
                            },
                            operation = operations.next(), if !ended && unanswered.len() < open.in_flight_max => {
                                ended = operation.is_none();
                                if let Some(operation) = operation {
                                    last += 1;
                                    let request = request(last, operation);
                                    // Where nobody takes it any more, the answers say why.
                                    let _closed = open.requests.send(request.clone()).is_err();
                                    unanswered.insert(last, request);
                                }
                            }
                        }
                    },
                };
                let Some(wait) = client.options.retry.wait(&error, attempt) else {
                    yield Err(error);
                    return;
                };
                tokio::time::sleep(wait).await;
                attempt += 1;
            }
        }
    }

    /// Opens a stream that begins with what has no answer yet.
    async fn open_addresses(&self, unanswered: &Operations) -> Result<Open, Error> {
        let (requests, outgoing) = unbounded_channel();
        for request in unanswered.values() {
            let _closed = requests.send(request.clone()).is_err();
        }
        let response = IpamServiceClient::new(self.channel())
            .max_decoding_message_size(MESSAGE_BYTES_MAX)
            .stream_addresses(self.request(UnboundedReceiverStream::new(outgoing)).await?)
            .await
            .map_err(|status| self.error(&status))?;
        let limit =
            response.metadata().get(MAX_IN_FLIGHT).and_then(|value| value.to_str().ok()?.parse().ok());
        let in_flight_max = limit.filter(|limit| *limit > 0).unwrap_or(IN_FLIGHT_DEFAULT);
        Ok(Open { requests, answers: response.into_inner(), in_flight_max })
    }
}

fn request(correlation_id: u64, mut operation: Operation) -> StreamAddressesRequest {
    let _id = match &mut operation {
        Operation::Allocate(request) => numbered(&mut request.request_id),
        Operation::Release(request) => numbered(&mut request.request_id),
    };
    StreamAddressesRequest { correlation_id, operation: Some(operation) }
}
