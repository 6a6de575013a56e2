//! `ProofService`: parse, evaluate, render. Proofs are made beside the calls, on workers.

use std::sync::Arc;

use podnet_core::State;
use podnet_core::command::Reconcile;
use podnet_core::flow;
use podnet_core::name::ClusterName;
use podnet_core::proof::{Difference, FlowDifference, Fork, Invariant, Judged, NodeReach, Reach, broken_by};
use podnet_proto::v1 as pb;
use podnet_proto::v1::proof_service_server::ProofService;
use tonic::{Request, Response, Status};

use super::limits::WHAT_IF_NODES_MAX;
use super::parse::{self, proof as read};
use super::proof_watch::{self, Frames};
use super::render::reconcile::Foreseen;
use super::render::{self, flow as show_flow, proof as show};
use super::shell::{Shell, found};
use super::status::Refusal;
use super::workers::Workers;
use crate::engine::Snapshot;

/// The service.
#[derive(Clone)]
pub(crate) struct ProofOf {
    pub(super) shell: Shell,
    workers: Workers,
}

impl ProofOf {
    /// The service with workers of its own.
    pub(crate) fn new(shell: Shell) -> Self {
        Self { shell, workers: Workers::of_this_machine() }
    }
}

/// Judges a cluster from cold.
pub(super) fn judged(state: &State, cluster: &ClusterName) -> Result<Judged, Refusal> {
    found(Judged::of(state, cluster), cluster)
}

#[tonic::async_trait]
impl ProofService for ProofOf {
    type WatchVerificationStream = Frames;

    async fn verify_cluster(
        &self,
        request: Request<pb::VerifyClusterRequest>,
    ) -> Result<Response<pb::VerifyClusterResponse>, Status> {
        let request = request.get_ref();
        let cluster = read::parent(&request.parent)?;
        let invariants = read::invariants(&request.invariants)?;
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let cursor = render::cursor(&snapshot);
        let work = move || {
            let state = &snapshot.state;
            let judged = judged(state, &cluster)?;
            let answers = judged.answers(state, &invariants);
            Ok::<_, Refusal>(pb::VerifyClusterResponse {
                results: answers.iter().map(|answer| show::answer(state, answer, true)).collect(),
                matrix: Some(show::matrix(judged.proof.matrix(state, &judged.report))),
                scope: Some(show::scope(&judged.report)),
                cursor,
            })
        };
        Ok(Response::new(self.workers.run(work).await??))
    }

    async fn watch_verification(
        &self,
        request: Request<pb::WatchVerificationRequest>,
    ) -> Result<Response<Frames>, Status> {
        Ok(Response::new(proof_watch::open(&self.shell, request.get_ref()).await?))
    }

    async fn what_if(
        &self,
        request: Request<pb::WhatIfRequest>,
    ) -> Result<Response<pb::WhatIfResponse>, Status> {
        let request = request.into_inner();
        let cluster = read::parent(&request.parent)?;
        let flows = read::what_if(&request)?;
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let work = move || what_if(&snapshot, &cluster, &request, &flows);
        Ok(Response::new(self.workers.run(work).await??))
    }
}

fn what_if(
    snapshot: &Arc<Snapshot>,
    cluster: &ClusterName,
    request: &pb::WhatIfRequest,
    flows: &[flow::Flow],
) -> Result<pb::WhatIfResponse, Refusal> {
    let before = &snapshot.state;
    found(before.clusters.get(cluster), cluster)?;
    let (fork, refused) = try_changes(before, &request.changes)?;
    let after = &fork.state;
    let Difference { invariants, reach, broken, mended } =
        found(Difference::between(before, after, cluster), cluster)?;
    let with_traces = !request.outcomes_only;
    let traced = flows.iter().map(|flow| Ok(FlowDifference::between(before, after, flow)?));
    let traced = traced.collect::<Result<Vec<_>, Refusal>>()?;
    let invariants = invariants.iter().map(|(old, new)| pb::InvariantComparison {
        before: Some(show::answer(before, old, with_traces)),
        after: Some(show::answer(after, new, with_traces)),
    });
    let of = |has: fn(&NodeReach) -> bool| render::count(reach.nodes.iter().filter(|node| has(node)).count());
    Ok(pb::WhatIfResponse {
        invariants: invariants.collect(),
        reachability: reachability(before, &reach),
        node_pairs_gained: reach.pairs_gained,
        node_pairs_lost: reach.pairs_lost,
        flows: flows
            .iter()
            .zip(&traced)
            .map(|(flow, of)| show_flow_of(before, after, flow, of, with_traces))
            .collect(),
        refused,
        broken_invariants: words(&broken),
        mended_invariants: words(&mended),
        prefixes_lost_count: of(|node| node.lost > 0),
        prefixes_gained_count: of(|node| node.gained > 0),
        cursor: render::cursor(snapshot),
    })
}

fn words(invariants: &[Invariant]) -> Vec<i32> {
    invariants.iter().map(|invariant| show::invariant(*invariant) as i32).collect()
}

/// Tries the changes in order. What cannot be read refuses the request; what is refused is listed.
fn try_changes(
    state: &State,
    changes: &[pb::ProposedChange],
) -> Result<(Fork, Vec<pb::RefusedChange>), Refusal> {
    let mut fork = Fork::of(state);
    let mut refused = Vec::new();
    for (index, change) in changes.iter().enumerate() {
        let command = read::change(&fork.state, change)
            .map_err(|refusal| refusal.under(&format!("changes[{index}]")).with("index", index))?;
        if let Err(rejection) = fork.attempt(command) {
            let metadata = rejection.metadata.iter().map(|(key, value)| ((*key).to_owned(), value.clone()));
            let (message, metadata) = (rejection.message.clone(), metadata.collect());
            let reason = Refusal::from(rejection).reason as i32;
            refused.push(pb::RefusedChange { index: render::count(index), reason, message, metadata });
        }
    }
    Ok((fork, refused))
}

/// What a reconciliation would break.
pub(super) async fn foresee(snapshot: &Arc<Snapshot>, wish: Reconcile) -> Result<Foreseen, Refusal> {
    let snapshot = Arc::clone(snapshot);
    let work =
        move || Foreseen { revision: snapshot.state.revision, broken: broken_by(&snapshot.state, &wish) };
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Refusal::internal(format!("the proof did not end: {error}")))
}

fn reachability(state: &State, reach: &Reach) -> Vec<pb::ReachabilityChange> {
    let prefixes = |node: &podnet_core::model::Node| match node.pod_prefixes.as_slice() {
        [] => {
            let ends =
                node.pod_addresses.iter().next().into_iter().chain(node.pod_addresses.iter().next_back());
            ends.map(|address| address.to_string()).collect()
        }
        blocks => render::texts(blocks),
    };
    let nodes = reach.nodes.iter().take(WHAT_IF_NODES_MAX);
    nodes
        .map(|of| pb::ReachabilityChange {
            node: of.node.to_string(),
            pod_prefixes: state.nodes.get(&of.node).map(|node| prefixes(node)).unwrap_or_default(),
            nodes_gained: show::count(of.gained),
            nodes_lost: show::count(of.lost),
        })
        .collect()
}

fn show_flow_of(
    before: &State,
    after: &State,
    flow: &flow::Flow,
    of: &FlowDifference,
    with_traces: bool,
) -> pb::FlowComparison {
    let show = |state: &State, result: &flow::FlowResult| {
        if with_traces {
            show_flow::result(state, result)
        } else {
            show_flow::verdicts(result.revision, &result.verdicts)
        }
    };
    pb::FlowComparison {
        flow: Some(show::flow_of(flow)),
        before: Some(show(before, &of.before)),
        after: of.after.as_ref().ok().map(|result| show(after, result)),
        after_refusal: of.after.as_ref().err().map(|refusal| refusal.message.clone()).unwrap_or_default(),
        gained: of.gained,
        lost: of.lost,
    }
}
