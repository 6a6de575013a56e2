//! `FlowService`: parse, read, render. Traces run beside the calls, on the workers, and are written there too.

use std::sync::Arc;

use podnet_core::flow::{self, Tracer};
use podnet_proto::v1 as pb;
use podnet_proto::v1::flow_service_server::FlowService;
use prost::Message;
use tonic::{Request, Response, Status, Streaming};

use super::encoded::Encoded;
use super::limits::BATCH_PIECE_FLOWS;
use super::parse::{self, flow as read};
use super::render::{self, trace as show};
use super::shell::Shell;
use super::status::Refusal;
use super::trace_stream::{self, Answers};
use super::wire::Wire;
use super::workers::Workers;
use crate::engine::Snapshot;

/// The service.
#[derive(Clone)]
pub(crate) struct Flow {
    pub(super) shell: Shell,
    workers: Workers,
}

/// Number of the field that has the results, in both answers, and of the one with the cursor.
const RESULTS: u32 = 1;
const CURSOR: u32 = 15;

/// Bytes that the length of a result takes.
const RESULT_LENGTH: usize = 2;
/// Bytes of a result of verdicts only, with key and length.
const VERDICTS_BYTES_EXPECTED: usize = 16;

impl Flow {
    /// The service with workers of its own.
    pub(crate) fn new(shell: Shell) -> Self {
        Self { shell, workers: Workers::of_this_machine() }
    }

    /// Traces one flow: what `answer` makes of the fields of a `TraceFlowResponse`, on the worker too. To read them again
    /// as a message takes a good part of what tracing takes, and the connection's thread serves other calls.
    pub(super) async fn one<T: Send + 'static>(
        &self,
        request: &pb::TraceFlowRequest,
        verdicts_only: bool,
        answer: impl FnOnce(Encoded) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let wish = read::trace_flow(request)?;
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let work = move || {
            let result = run(&snapshot, std::slice::from_ref(&wish), verdicts_only);
            answer(Encoded(vec![result.map_err(|(_, refusal)| refusal)?, cursor(&snapshot)]))
        };
        self.workers.run(work).await?
    }

    /// Traces flows: the fields of a `BatchTraceFlowsResponse`.
    pub(super) async fn batch(&self, request: &pb::BatchTraceFlowsRequest) -> Result<Encoded, Refusal> {
        let wishes: Arc<[flow::Flow]> = read::batch_trace_flows(request)?.into();
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let cursor = cursor(&snapshot);
        let verdicts_only = request.verdicts_only;
        let mut pieces = Vec::new();
        for first in (0..wishes.len()).step_by(BATCH_PIECE_FLOWS) {
            let (workers, wishes, snapshot) =
                (self.workers.clone(), Arc::clone(&wishes), Arc::clone(&snapshot));
            let work = move || {
                let end = wishes.len().min(first + BATCH_PIECE_FLOWS);
                run(&snapshot, &wishes[first..end], verdicts_only).map_err(|(index, refusal)| {
                    match wishes.len() {
                        1 => refusal,
                        _ => refusal.with("index", first + index),
                    }
                })
            };
            pieces.push(tokio::spawn(async move { workers.run(work).await? }));
        }
        let mut results = Vec::with_capacity(pieces.len() + 1);
        for piece in pieces {
            let done = piece.await;
            let lost = |error| Refusal::internal(format!("a piece of the batch was lost: {error}"));
            results.push(done.map_err(lost)??);
        }
        results.push(cursor);
        Ok(Encoded(results))
    }
}

/// The server answers the first two by [`super::encoded`]; these are the same answers as messages.
#[tonic::async_trait]
impl FlowService for Flow {
    type StreamTraceFlowsStream = Answers;

    async fn trace_flow(
        &self,
        request: Request<pb::TraceFlowRequest>,
    ) -> Result<Response<pb::TraceFlowResponse>, Status> {
        Ok(Response::new(self.one(request.get_ref(), false, Encoded::message).await?))
    }

    async fn batch_trace_flows(
        &self,
        request: Request<pb::BatchTraceFlowsRequest>,
    ) -> Result<Response<pb::BatchTraceFlowsResponse>, Status> {
        Ok(Response::new(self.batch(request.get_ref()).await?.message()?))
    }

    async fn stream_trace_flows(
        &self,
        request: Request<Streaming<pb::StreamTraceFlowsRequest>>,
    ) -> Result<Response<Answers>, Status> {
        Ok(trace_stream::open(self.clone(), request.into_inner()))
    }
}

/// The field with the position of a snapshot.
fn cursor(snapshot: &Snapshot) -> Vec<u8> {
    let mut wire = Wire::default();
    if let Some(cursor) = render::cursor(snapshot) {
        wire.message_of(CURSOR, &cursor.encode_to_vec());
    }
    wire.into_bytes()
}

/// Traces some flows at one revision: a field for each result, or the index of the first that was refused.
fn run(snapshot: &Snapshot, wishes: &[flow::Flow], verdicts_only: bool) -> Result<Vec<u8>, (usize, Refusal)> {
    let state = &snapshot.state;
    let each = if verdicts_only { VERDICTS_BYTES_EXPECTED } else { show::RESULT_BYTES_EXPECTED };
    let mut wire = Wire::with_capacity(wishes.len() * each);
    let Some(first) = wishes.first() else { return Ok(Vec::new()) };
    let tracer = Tracer::new(state, &first.scope);
    for (index, wish) in wishes.iter().enumerate() {
        let refused = |rejection| (index, Refusal::from(rejection));
        if verdicts_only {
            let verdicts = tracer.verdicts(wish).map_err(refused)?;
            wire.message(RESULTS, |wire| {
                show::verdicts(wire, &verdicts);
                show::at(wire, state.revision);
            });
        } else {
            let result = tracer.trace(wish).map_err(refused)?;
            let start = wire.begin(RESULTS, RESULT_LENGTH);
            show::result(&mut wire, state, &result);
            wire.end(start, RESULT_LENGTH);
        }
    }
    Ok(wire.into_bytes())
}
