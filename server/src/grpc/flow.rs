//! `FlowService`: parse, read, render. Traces run beside the calls, on threads of their own.

use std::sync::Arc;

use podnet_core::flow::{self, trace, verdicts};
use podnet_proto::v1 as pb;
use podnet_proto::v1::flow_service_server::FlowService;
use tonic::{Request, Response, Status};

use super::parse::{self, flow as read};
use super::render::{self, flow as show};
use super::shell::Shell;
use super::status::Refusal;
use crate::engine::Snapshot;

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Flow(pub(crate) Shell);

#[tonic::async_trait]
impl FlowService for Flow {
    async fn trace_flow(
        &self,
        request: Request<pb::TraceFlowRequest>,
    ) -> Result<Response<pb::TraceFlowResponse>, Status> {
        let request = request.get_ref();
        let wish = read::trace_flow(request)?;
        let snapshot = self.0.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let results = run(&snapshot, vec![wish], false).await?;
        let (result, cursor) = (results.into_iter().next(), render::cursor(&snapshot));
        Ok(Response::new(pb::TraceFlowResponse { result, cursor }))
    }

    async fn batch_trace_flows(
        &self,
        request: Request<pb::BatchTraceFlowsRequest>,
    ) -> Result<Response<pb::BatchTraceFlowsResponse>, Status> {
        let request = request.get_ref();
        let wishes = read::batch_trace_flows(request)?;
        let snapshot = self.0.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let results = run(&snapshot, wishes, request.verdicts_only).await?;
        Ok(Response::new(pb::BatchTraceFlowsResponse { results, cursor: render::cursor(&snapshot) }))
    }
}

/// Traces flows in order; the first that is refused refuses all.
async fn run(
    snapshot: &Arc<Snapshot>,
    flows: Vec<flow::Flow>,
    verdicts_only: bool,
) -> Result<Vec<pb::FlowResult>, Refusal> {
    let snapshot = Arc::clone(snapshot);
    let work = move || {
        let state = &snapshot.state;
        let one = |flow: &flow::Flow| {
            if verdicts_only {
                Ok(show::verdicts(state.revision, &verdicts(state, flow)?))
            } else {
                Ok(show::result(&trace(state, flow)?))
            }
        };
        let numbered = flows.iter().enumerate();
        let results = numbered.map(|(index, flow)| one(flow).map_err(|rejection| (index, rejection)));
        results.collect::<Result<Vec<_>, _>>().map_err(
            |(index, rejection): (usize, podnet_core::Rejection)| {
                let refusal = Refusal::from(rejection);
                if flows.len() > 1 { refusal.with("index", index) } else { refusal }
            },
        )
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Refusal::internal(format!("the trace did not end: {error}"))))
}
