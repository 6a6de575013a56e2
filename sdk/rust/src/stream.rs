//! Many allocations and releases over one stream, which is made again when it breaks.
//!
//! What is unanswered is sent again unchanged: each operation has its request id, so it is carried out once.

use std::collections::{BTreeMap, VecDeque};
use std::pin::pin;

use async_stream::stream;
use futures_core::Stream;
use podnet_proto::v1::ipam_service_client::IpamServiceClient;
use podnet_proto::v1::{StreamAddressesRequest, StreamAddressesResponse};
use tokio::sync::mpsc;
use tonic::Code;
use uuid::Uuid;

use crate::client::{Client, MESSAGE_BYTES_MAX};
use crate::error::Error;

pub use podnet_proto::v1::stream_addresses_request::Operation;

/// Initial metadata that says how many operations may be unanswered.
const MAX_IN_FLIGHT: &str = "podnet-max-in-flight";
/// How many are, where a server does not say.
const IN_FLIGHT_DEFAULT: usize = 64;

/// A stream that is open.
struct Open {
    requests: mpsc::Sender<StreamAddressesRequest>,
    answers: tonic::Streaming<StreamAddressesResponse>,
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
            let mut unanswered: BTreeMap<u64, StreamAddressesRequest> = BTreeMap::new();
            let (mut last, mut ended, mut attempt) = (0, false, 1);
            loop {
                let error = match client.open_addresses().await {
                    Err(error) => error,
                    Ok(mut open) => {
                        let mut unsent: VecDeque<_> = unanswered.values().cloned().collect();
                        loop {
                            if ended && unanswered.is_empty() {
                                return;
                            }
                            let room = unsent.is_empty() && !ended && unanswered.len() < open.in_flight_max;
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
                                permit = open.requests.reserve(), if !unsent.is_empty() => match permit {
                                    Ok(permit) => if let Some(request) = unsent.pop_front() {
                                        permit.send(request);
                                    },
                                    // The answers say why.
                                    Err(_) => unsent.clear(),
                                },
                                operation = next(operations.as_mut()), if room => match operation {
                                    Some(operation) => {
                                        last += 1;
                                        let request = numbered(last, operation);
                                        unanswered.insert(last, request.clone());
                                        unsent.push_back(request);
                                    }
                                    None => ended = true,
                                },
                            }
                        }
                    }
                };
                let Some(wait) = client.options().retry.wait(&error, attempt) else {
                    yield Err(error);
                    return;
                };
                tokio::time::sleep(wait).await;
                attempt += 1;
            }
        }
    }

    async fn open_addresses(&self) -> Result<Open, Error> {
        let (requests, mut taken) = mpsc::channel(1);
        let outgoing = stream! {
            while let Some(request) = taken.recv().await {
                yield request;
            }
        };
        let response = IpamServiceClient::new(self.channel())
            .max_decoding_message_size(MESSAGE_BYTES_MAX)
            .max_encoding_message_size(MESSAGE_BYTES_MAX)
            .stream_addresses(self.request(outgoing).await?)
            .await
            .map_err(|status| self.error(&status))?;
        let limit =
            response.metadata().get(MAX_IN_FLIGHT).and_then(|value| value.to_str().ok()?.parse().ok());
        let in_flight_max = limit.filter(|limit| *limit > 0).unwrap_or(IN_FLIGHT_DEFAULT);
        Ok(Open { requests, answers: response.into_inner(), in_flight_max })
    }
}

fn numbered(correlation_id: u64, mut operation: Operation) -> StreamAddressesRequest {
    let request_id = match &mut operation {
        Operation::Allocate(request) => &mut request.request_id,
        Operation::Release(request) => &mut request.request_id,
    };
    if request_id.is_empty() {
        *request_id = Uuid::new_v4().to_string();
    }
    StreamAddressesRequest { correlation_id, operation: Some(operation) }
}

async fn next<S: Stream>(mut operations: std::pin::Pin<&mut S>) -> Option<S::Item> {
    std::future::poll_fn(|context| operations.as_mut().poll_next(context)).await
}
