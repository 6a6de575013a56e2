//! What is gained and what is lost between two states of a cluster: invariants, pods that reach each other, single flows.
//!
//! This module must not know how the later state came about.

use std::collections::BTreeSet;

use super::finding::Invariant;
use super::verify::{Answer, Judged};
use super::what_if::{Fork, Reach, Side, compare};
use crate::command::{Command, Reconcile};
use crate::flow::vocabulary::Verdict;
use crate::flow::{Flow, FlowResult, trace};
use crate::name::{ClusterName, RouteTableName};
use crate::rejection::Rejection;
use crate::routes::table_etag;
use crate::state::State;

/// What is otherwise about a cluster.
#[derive(Clone, Debug)]
pub struct Difference {
    /// All invariants before and after, in the order of the contract.
    pub invariants: Vec<(Answer, Answer)>,
    /// Who reaches whom.
    pub reach: Reach,
    /// Invariants that hold before and not after.
    pub broken: Vec<Invariant>,
    /// Invariants that hold after and not before.
    pub mended: Vec<Invariant>,
}

impl Difference {
    /// Judges a cluster at two states; `None` if one of them does not have it.
    pub fn between(before: &State, after: &State, cluster: &ClusterName) -> Option<Self> {
        let (old, new) = (Judged::of(before, cluster)?, Judged::of(after, cluster)?);
        let answers = |judged: &Judged, state| judged.answers(state, &Invariant::ALL);
        let invariants = answers(&old, before).into_iter().zip(answers(&new, after)).collect();
        let reach = compare(
            Side { state: before, proof: &old.proof, report: &old.report },
            Side { state: after, proof: &new.proof, report: &new.report },
        );
        let (broken, mended) = (old.report.lost_in(&new.report), new.report.lost_in(&old.report));
        Some(Self { invariants, reach, broken, mended })
    }
}

/// What becomes of one flow.
#[derive(Clone, Debug)]
pub struct FlowDifference {
    /// What happens before.
    pub before: FlowResult,
    /// What happens after, or why there is no such flow then.
    pub after: Result<FlowResult, Rejection>,
    /// Whether it works only after. A flow works if packet and answer arrive on every branch.
    pub gained: bool,
    /// Whether it works only before.
    pub lost: bool,
}

impl FlowDifference {
    /// Traces a flow in two states.
    ///
    /// # Errors
    /// The refusal of the trace before; one after is part of the answer.
    pub fn between(before: &State, after: &State, flow: &Flow) -> Result<Self, Rejection> {
        let (old, new) = (trace(before, flow)?, trace(after, flow));
        let works = |result: &FlowResult| result.verdicts.overall == Verdict::Reachable;
        let (worked, works) = (works(&old), new.as_ref().is_ok_and(works));
        Ok(Self { before: old, after: new, gained: works && !worked, lost: worked && !works })
    }
}

/// Invariants that hold, and would not any more after a reconciliation; none where it is refused, which says so itself.
pub fn broken_by(state: &State, wish: &Reconcile) -> Vec<Invariant> {
    let etag = state.route_tables.get(&wish.table).map(|table| table_etag(state, table));
    let mut fork = Fork::of(state);
    match fork.attempt(Command::ReconcileRouteTable(Reconcile { etag, ..wish.clone() })) {
        Ok(()) => broken_between(state, &fork.state, &wish.table),
        Err(_) => Vec::new(),
    }
}

/// Invariants that some cluster keeps before and not after a change of a table, whosever routes changed: the table
/// decides for nodes, or for machines that pods talk to, of any cluster in its network.
pub fn broken_between(before: &State, after: &State, table: &RouteTableName) -> Vec<Invariant> {
    let network = table.network_name();
    let near = before.clusters.values().filter(|cluster| cluster.network == network);
    let lost = near.flat_map(|cluster| {
        match (Judged::of(before, &cluster.name), Judged::of(after, &cluster.name)) {
            (Some(old), Some(new)) => old.report.lost_in(&new.report),
            (_, None) | (None, Some(_)) => Vec::new(),
        }
    });
    lost.collect::<BTreeSet<_>>().into_iter().collect()
}
