//! `StreamAddresses`: many independent allocates and releases over one stream, answered as they are done.
//!
//! At most `stream_operations_max` operations are unanswered: then the stream is not read until one is answered, so
//! HTTP/2's own flow control holds the client up. When the client closes its side the open ones are answered and the
//! stream ends; so it does when the server drains.

use std::pin::Pin;

use podnet_proto::v1 as pb;
use podnet_proto::v1::stream_addresses_request::Operation;
use podnet_proto::v1::stream_addresses_response::Result as Answer;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt};
use tonic::metadata::MetadataValue;
use tonic::{Response, Status, Streaming};

use super::parse::fields::Invalid;
use super::parse::ipam as read;
use super::shell::{Caller, Shell};
use super::status::Refusal;

/// Initial metadata that says how many operations may be unanswered.
pub const MAX_IN_FLIGHT: &str = "podnet-max-in-flight";

/// The answers of a stream.
pub(super) type Answers = Pin<Box<dyn Stream<Item = Result<pb::StreamAddressesResponse, Status>> + Send>>;

/// Allocates for one attachment.
pub(super) async fn allocate(
    shell: &Shell,
    caller: &Caller,
    request: &pb::AllocateAddressRequest,
) -> Result<pb::AllocateAddressResponse, Status> {
    let done = shell.mutate(caller, request, read::allocate(request)).await?;
    let answer = done.allocated().into_iter().next();
    let answer = answer.ok_or_else(|| Refusal::internal("the revision has no allocation"))?;
    Ok(pb::AllocateAddressResponse { cursor: done.cursor(), ..answer })
}

/// Releases one attachment.
pub(super) async fn release(
    shell: &Shell,
    caller: &Caller,
    request: &pb::ReleaseAddressRequest,
) -> Result<pb::ReleaseAddressResponse, Status> {
    let done = shell.mutate(caller, request, read::release(request)).await?;
    let answer = done.released().into_iter().next().unwrap_or_default();
    Ok(pb::ReleaseAddressResponse { cursor: done.cursor(), ..answer })
}

/// Opens a stream.
pub(super) fn open(
    shell: Shell,
    caller: Caller,
    requests: Streaming<pb::StreamAddressesRequest>,
) -> Response<Answers> {
    let limit = shell.facts().stream_operations_max;
    let (answers, stream) = mpsc::channel(limit);
    // Not joined: it ends with the stream of requests or of answers.
    drop(tokio::spawn(run(shell, caller, requests, answers, limit)));
    let mut response = Response::new(Box::pin(ReceiverStream::new(stream)) as Answers);
    response.metadata_mut().insert(MAX_IN_FLIGHT, MetadataValue::from(limit));
    response
}

async fn run(
    shell: Shell,
    caller: Caller,
    mut requests: Streaming<pb::StreamAddressesRequest>,
    answers: mpsc::Sender<Result<pb::StreamAddressesResponse, Status>>,
    limit: usize,
) {
    let mut open = JoinSet::new();
    let end = loop {
        while open.len() >= limit {
            let _answered = open.join_next().await;
        }
        let request = tokio::select! {
            () = shell.lifecycle().draining() => break Some(Refusal::draining().into()),
            () = answers.closed() => break None,
            request = requests.next() => request,
        };
        match request {
            Some(Ok(request)) => {
                let (shell, caller, answers) = (shell.clone(), caller.clone(), answers.clone());
                open.spawn(async move {
                    let answer = answer(&shell, &caller, request).await;
                    // An error says that the client is gone; its operation is done all the same.
                    let _gone = answers.send(Ok(answer)).await.is_err();
                });
            }
            Some(Err(status)) => break Some(status),
            None => break None,
        }
    };
    while open.join_next().await.is_some() {}
    if let Some(status) = end {
        let _gone = answers.send(Err(status)).await.is_err();
    }
}

async fn answer(
    shell: &Shell,
    caller: &Caller,
    request: pb::StreamAddressesRequest,
) -> pb::StreamAddressesResponse {
    let result = match &request.operation {
        Some(Operation::Allocate(request)) => allocate(shell, caller, request).await.map(Answer::Allocate),
        Some(Operation::Release(request)) => release(shell, caller, request).await.map(Answer::Release),
        None => Err(Invalid::one("operation", "is required; give allocate or release").into()),
    };
    let result = result.unwrap_or_else(|status| Answer::Error(of_item(&status)));
    pb::StreamAddressesResponse { correlation_id: request.correlation_id, result: Some(result) }
}

/// The status of an item, with the same details as that of a unary call.
pub(super) fn of_item(status: &Status) -> tonic_types::pb::Status {
    let decoded = <tonic_types::pb::Status as prost::Message>::decode(status.details());
    decoded.unwrap_or_else(|_| tonic_types::pb::Status {
        code: status.code() as i32,
        message: status.message().to_owned(),
        details: Vec::new(),
    })
}
