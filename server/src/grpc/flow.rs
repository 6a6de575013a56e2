//! `FlowService`: parse, read, render. Traces run beside the calls, on the workers.

use std::sync::Arc;

use podnet_core::flow::{self, trace, verdicts};
use podnet_proto::v1 as pb;
use podnet_proto::v1::flow_service_server::FlowService;
use tonic::{Request, Response, Status, Streaming};

use super::limits::BATCH_PIECE_FLOWS;
use super::parse::{self, flow as read};
use super::render::{self, flow as show};
use super::shell::Shell;
use super::status::Refusal;
use super::trace_stream::{self, Answers};
use super::workers::Workers;
use crate::engine::Snapshot;

/// The service.
#[derive(Clone)]
pub(crate) struct Flow {
    pub(super) shell: Shell,
    workers: Workers,
}

impl Flow {
    /// The service with workers of its own.
    pub(crate) fn new(shell: Shell) -> Self {
        Self { shell, workers: Workers::of_this_machine() }
    }

    /// Traces one flow.
    pub(super) async fn one(
        &self,
        request: &pb::TraceFlowRequest,
        verdicts_only: bool,
    ) -> Result<pb::TraceFlowResponse, Refusal> {
        let wish = read::trace_flow(request)?;
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let cursor = render::cursor(&snapshot);
        let result = self.workers.run(move || run(&snapshot, &wish, verdicts_only)).await??;
        Ok(pb::TraceFlowResponse { result: Some(result), cursor })
    }
}

#[tonic::async_trait]
impl FlowService for Flow {
    type StreamTraceFlowsStream = Answers;

    async fn trace_flow(
        &self,
        request: Request<pb::TraceFlowRequest>,
    ) -> Result<Response<pb::TraceFlowResponse>, Status> {
        Ok(Response::new(self.one(request.get_ref(), false).await?))
    }

    async fn batch_trace_flows(
        &self,
        request: Request<pb::BatchTraceFlowsRequest>,
    ) -> Result<Response<pb::BatchTraceFlowsResponse>, Status> {
        let request = request.get_ref();
        let wishes: Arc<[flow::Flow]> = read::batch_trace_flows(request)?.into();
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let verdicts_only = request.verdicts_only;
        let mut pieces = Vec::new();
        for first in (0..wishes.len()).step_by(BATCH_PIECE_FLOWS) {
            let (workers, wishes, snapshot) =
                (self.workers.clone(), Arc::clone(&wishes), Arc::clone(&snapshot));
            let work = move || {
                let piece = wishes.iter().enumerate().skip(first).take(BATCH_PIECE_FLOWS);
                let numbered = piece.map(|(index, wish)| {
                    let refused = |refusal: Refusal| match wishes.len() {
                        1 => refusal,
                        _ => refusal.with("index", index),
                    };
                    run(&snapshot, wish, verdicts_only).map_err(refused)
                });
                numbered.collect::<Result<Vec<_>, _>>()
            };
            pieces.push(tokio::spawn(async move { workers.run(work).await? }));
        }
        let mut results = Vec::with_capacity(wishes.len());
        for piece in pieces {
            let done = piece.await;
            let lost = |error| Refusal::internal(format!("a piece of the batch was lost: {error}"));
            results.extend(done.map_err(lost)??);
        }
        Ok(Response::new(pb::BatchTraceFlowsResponse { results, cursor: render::cursor(&snapshot) }))
    }

    async fn stream_trace_flows(
        &self,
        request: Request<Streaming<pb::StreamTraceFlowsRequest>>,
    ) -> Result<Response<Answers>, Status> {
        Ok(trace_stream::open(self.clone(), request.into_inner()))
    }
}

/// Traces one flow at one revision.
fn run(snapshot: &Snapshot, wish: &flow::Flow, verdicts_only: bool) -> Result<pb::FlowResult, Refusal> {
    let state = &snapshot.state;
    if verdicts_only {
        Ok(show::verdicts(state.revision, &verdicts(state, wish)?))
    } else {
        Ok(show::result(state, &trace(state, wish)?))
    }
}
