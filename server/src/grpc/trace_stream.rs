//! `StreamTraceFlows`: many flows over one stream, answered as they are traced.
//!
//! At most [`STREAM_TRACES_MAX`] flows are unanswered: then the stream is not read until one is answered, so HTTP/2's own
//! flow control holds the client up. When the client closes its side the open ones are answered and the stream ends; so
//! it does when the server drains.

use std::pin::Pin;

use podnet_proto::v1 as pb;
use podnet_proto::v1::stream_trace_flows_response::Result as Answer;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt};
use tonic::metadata::MetadataValue;
use tonic::{Response, Status, Streaming};

use super::address_stream::{MAX_IN_FLIGHT, of_item};
use super::encoded::Encoded;
use super::flow::Flow;
use super::limits::STREAM_TRACES_MAX;
use super::parse::fields::Invalid;
use super::status::Refusal;

/// The answers of a stream.
pub(super) type Answers = Pin<Box<dyn Stream<Item = Result<pb::StreamTraceFlowsResponse, Status>> + Send>>;

/// Opens a stream.
pub(super) fn open(flow: Flow, requests: Streaming<pb::StreamTraceFlowsRequest>) -> Response<Answers> {
    let (answers, stream) = mpsc::channel(STREAM_TRACES_MAX);
    // Not joined: it ends with the stream of requests or of answers.
    drop(tokio::spawn(run(flow, requests, answers)));
    let mut response = Response::new(Box::pin(ReceiverStream::new(stream)) as Answers);
    response.metadata_mut().insert(MAX_IN_FLIGHT, MetadataValue::from(STREAM_TRACES_MAX));
    response
}

async fn run(
    flow: Flow,
    mut requests: Streaming<pb::StreamTraceFlowsRequest>,
    answers: mpsc::Sender<Result<pb::StreamTraceFlowsResponse, Status>>,
) {
    let mut open = JoinSet::new();
    let end = loop {
        while open.len() >= STREAM_TRACES_MAX {
            let _answered = open.join_next().await;
        }
        let request = tokio::select! {
            () = flow.shell.lifecycle().draining() => break Some(Refusal::draining().into()),
            () = answers.closed() => break None,
            request = requests.next() => request,
        };
        match request {
            Some(Ok(request)) => {
                let (flow, answers) = (flow.clone(), answers.clone());
                open.spawn(async move {
                    let answer = answer(&flow, request).await;
                    // An error says that the client is gone, and so is the need for the answer.
                    let _gone = answers.send(Ok(answer)).await.is_err();
                });
            }
            Some(Err(status)) => break Some(status),
            None => break None,
        }
        while open.try_join_next().is_some() {}
    };
    while open.join_next().await.is_some() {}
    if let Some(status) = end {
        let _gone = answers.send(Err(status)).await.is_err();
    }
}

async fn answer(flow: &Flow, request: pb::StreamTraceFlowsRequest) -> pb::StreamTraceFlowsResponse {
    let traced = match &request.trace {
        Some(wish) => flow.one(wish, request.verdicts_only, Encoded::message).await.map_err(Status::from),
        None => Err(Invalid::one("trace", "is required").into()),
    };
    let result = traced.map_or_else(|status| Answer::Error(of_item(&status)), Answer::Trace);
    pb::StreamTraceFlowsResponse { correlation_id: request.correlation_id, result: Some(result) }
}
