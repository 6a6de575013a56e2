//! `ProofService`: parse, evaluate, render. Proofs are made beside the calls, on workers.

use std::sync::Arc;

use podnet_core::State;
use podnet_core::command::{Command, Reconcile};
use podnet_core::flow::vocabulary::Verdict;
use podnet_core::flow::{self, trace};
use podnet_core::name::ClusterName;
use podnet_core::proof::{Answer, Fork, Invariant, Proof, Reach, Report, Side, compare, verify};
use podnet_core::routes::table_etag;
use podnet_proto::v1 as pb;
use podnet_proto::v1::proof_service_server::ProofService;
use tonic::{Request, Response, Status};

use super::limits::WHAT_IF_NODES_MAX;
use super::parse::{self, proof as read};
use super::proof_watch::{self, Frames};
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

/// A cluster that was judged.
pub(super) struct Judged {
    pub(super) proof: Proof,
    pub(super) report: Report,
}

impl Judged {
    /// Judges a cluster from cold.
    pub(super) fn of(state: &State, cluster: &ClusterName) -> Result<Self, Refusal> {
        let proof = found(Proof::evaluate(state, cluster), cluster)?;
        let report = proof.report(state);
        Ok(Self { proof, report })
    }

    /// The answers about some invariants.
    pub(super) fn answers(&self, state: &State, invariants: &[Invariant]) -> Vec<Answer> {
        verify(state, &self.proof, &self.report, invariants)
    }
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
            let judged = Judged::of(state, &cluster)?;
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
    let old = Judged::of(before, cluster)?;
    let (fork, refused) = try_changes(before, &request.changes)?;
    let after = &fork.state;
    let new = Judged::of(after, cluster)?;
    let with_traces = !request.outcomes_only;
    let pairs = old.answers(before, &Invariant::ALL).into_iter().zip(new.answers(after, &Invariant::ALL));
    let invariants = pairs.map(|(old, new)| pb::InvariantComparison {
        before: Some(show::answer(before, &old, with_traces)),
        after: Some(show::answer(after, &new, with_traces)),
    });
    let invariants = invariants.collect();
    let words = |list: Vec<Invariant>| list.into_iter().map(|i| show::invariant(i) as i32).collect();
    let reach = compare(
        Side { state: before, proof: &old.proof, report: &old.report },
        Side { state: after, proof: &new.proof, report: &new.report },
    );
    let traced: Result<Vec<_>, Refusal> =
        flows.iter().map(|flow| compare_flow(before, after, flow, with_traces)).collect();
    let of = |has: fn(&podnet_core::proof::NodeReach) -> bool| {
        render::count(reach.nodes.iter().filter(|node| has(node)).count())
    };
    Ok(pb::WhatIfResponse {
        invariants,
        reachability: reachability(before, &reach),
        node_pairs_gained: reach.pairs_gained,
        node_pairs_lost: reach.pairs_lost,
        flows: traced?,
        refused,
        broken_invariants: words(old.report.lost_in(&new.report)),
        mended_invariants: words(new.report.lost_in(&old.report)),
        prefixes_lost_count: of(|node| node.lost > 0),
        prefixes_gained_count: of(|node| node.gained > 0),
        cursor: render::cursor(snapshot),
    })
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

/// Names of the invariants that a reconciliation of a cluster's table would break.
pub(super) async fn broken_by(snapshot: &Arc<Snapshot>, wish: Reconcile) -> Result<Vec<String>, Refusal> {
    let snapshot = Arc::clone(snapshot);
    let work = move || {
        let state = &snapshot.state;
        let Some(cluster) = ClusterName::parse(&wish.manager).ok() else { return Vec::new() };
        let etag = state.route_tables.get(&wish.table).map(|table| table_etag(state, table));
        let mut fork = Fork::of(state);
        // A plan that can't be applied says so itself.
        if fork.attempt(Command::ReconcileRouteTable(Reconcile { etag, ..wish })).is_err() {
            return Vec::new();
        }
        let (before, after) = (Judged::of(state, &cluster), Judged::of(&fork.state, &cluster));
        let (Ok(before), Ok(after)) = (before, after) else { return Vec::new() };
        let broken = before.report.lost_in(&after.report).into_iter();
        broken.map(|invariant| show::invariant(invariant).as_str_name().to_owned()).collect()
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Refusal::internal(format!("the proof did not end: {error}")))
}

fn reachability(state: &State, reach: &Reach) -> Vec<pb::ReachabilityChange> {
    let prefixes = |node: &podnet_core::model::Node| match node.pod_prefixes.as_slice() {
        [] => {
            let ends = node.pod_addresses.first().into_iter().chain(node.pod_addresses.last());
            ends.map(ToString::to_string).collect()
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

fn compare_flow(
    before: &State,
    after: &State,
    flow: &flow::Flow,
    with_traces: bool,
) -> Result<pb::FlowComparison, Refusal> {
    let show = |state: &State, result: &flow::FlowResult| {
        if with_traces {
            show_flow::result(state, result)
        } else {
            show_flow::verdicts(result.revision, &result.verdicts)
        }
    };
    let old = trace(before, flow)?;
    let new = trace(after, flow);
    let works = |result: &flow::FlowResult| result.verdicts.overall == Verdict::Reachable;
    let (worked, works_then) = (works(&old), new.as_ref().is_ok_and(works));
    Ok(pb::FlowComparison {
        flow: Some(show::flow_of(flow)),
        before: Some(show(before, &old)),
        after: new.as_ref().ok().map(|new| show(after, new)),
        after_refusal: new.err().map(|rejection| rejection.message).unwrap_or_default(),
        gained: works_then && !worked,
        lost: worked && !works_then,
    })
}
