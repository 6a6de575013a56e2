//! How do a reconciliation plan and its application look on the wire?

use podnet_core::command::Reconcile;
use podnet_core::meta::Revision;
use podnet_core::proof::{Invariant, broken_between};
use podnet_core::routes::{ChangeKind, DriftClass, Plan, RouteChange, plan};
use podnet_proto::v1 as pb;

use super::around::Around;
use super::{count, optional, proof, route};
use crate::engine::{AnswerKind, Snapshot};

/// What a reconciliation would break, judged beside the writer.
#[derive(Clone, Debug)]
pub(crate) struct Foreseen {
    /// The revision that it was judged at.
    pub(crate) revision: Revision,
    /// Invariants that hold there and would not after it.
    pub(crate) broken: Vec<Invariant>,
}

/// What a plan would do; the table is as it is now.
pub(crate) fn planned(snapshot: &Snapshot, plan: &Plan) -> pb::ReconcileRouteTableResponse {
    pb::ReconcileRouteTableResponse {
        route_table: snapshot
            .state
            .route_tables
            .get(&plan.table)
            .map(|table| route::route_table(&snapshot.state, table)),
        cursor: super::cursor(snapshot),
        ..shown(plan)
    }
}

/// What was applied: the plan for what the command found, which is the one that it applied. An answer of an older version
/// that is repeated has only what its events say.
pub(crate) fn applied(
    done: &Around<'_>,
    wish: Option<&Reconcile>,
    foreseen: &Foreseen,
) -> pb::ReconcileRouteTableResponse {
    let fresh = done.kind != AnswerKind::Replayed;
    let plan = wish.filter(|_| fresh).and_then(|wish| plan(done.before, wish).ok());
    let of_events = || {
        let changes = done.route_changes("reconciled");
        let of = |kind: pb::RouteChangeKind| count(changes.iter().filter(|c| c.kind() == kind).count());
        pb::ReconcileRouteTableResponse {
            add_count: of(pb::RouteChangeKind::Add),
            replace_count: of(pb::RouteChangeKind::Replace),
            remove_count: of(pb::RouteChangeKind::Remove),
            changes,
            ..pb::ReconcileRouteTableResponse::default()
        }
    };
    let answer = plan.as_ref().map_or_else(of_events, shown);
    let changes = plan.as_ref().is_some_and(|plan| !plan.is_clean());
    let broken = match wish.filter(|_| changes) {
        Some(_) if foreseen.revision == done.before.revision => foreseen.broken.clone(),
        // Somebody was faster: judged again, on the writer's thread.
        Some(wish) => broken_between(done.before, done.after, &wish.table),
        None => Vec::new(),
    };
    pb::ReconcileRouteTableResponse {
        route_table: done.route_table(),
        cursor: done.cursor(),
        broken_invariants: proof::names(&broken),
        ..answer
    }
}

/// The parts of a plan, without the table.
fn shown(plan: &Plan) -> pb::ReconcileRouteTableResponse {
    pb::ReconcileRouteTableResponse {
        route_table: None,
        drift: plan.changes.iter().map(drift).collect(),
        changes: plan.changes.iter().map(change).collect(),
        add_count: count(plan.count(ChangeKind::Add)),
        replace_count: count(plan.count(ChangeKind::Replace)),
        remove_count: count(plan.count(ChangeKind::Remove)),
        foreign_count: count(plan.count(ChangeKind::KeepForeign)),
        broken_invariants: Vec::new(),
        cursor: None,
    }
}

fn drift(change: &RouteChange) -> pb::RouteDrift {
    let kind = match change.class {
        DriftClass::Missing => pb::RouteDriftKind::Missing,
        DriftClass::StaleNode => pb::RouteDriftKind::StaleNode,
        DriftClass::StalePrefix => pb::RouteDriftKind::StalePrefix,
        DriftClass::WrongNextHop => pb::RouteDriftKind::WrongNextHop,
        DriftClass::UnknownNameInPodPrefix => pb::RouteDriftKind::UnknownNameInPodPrefix,
        DriftClass::DuplicatePrefix => pb::RouteDriftKind::DuplicatePrefix,
        DriftClass::ForeignKept => pb::RouteDriftKind::ForeignKept,
        DriftClass::TableNotAssociated => pb::RouteDriftKind::TableNotAssociated,
    };
    pb::RouteDrift {
        kind: kind as i32,
        // A route that is missing has no name yet.
        route: optional(change.before.as_ref().map(|route| &route.name)),
        node: optional(change.node.as_ref()),
        subnet: optional(change.subnet.as_ref()),
        address_prefix: optional(change.prefix().as_ref()),
        explanation: change.reason.clone(),
    }
}

fn change(change: &RouteChange) -> pb::RouteChange {
    let kind = match change.kind {
        ChangeKind::Remove => pb::RouteChangeKind::Remove,
        ChangeKind::Replace => pb::RouteChangeKind::Replace,
        ChangeKind::Add => pb::RouteChangeKind::Add,
        ChangeKind::AssociateTable => pb::RouteChangeKind::AssociateTable,
        ChangeKind::KeepForeign => pb::RouteChangeKind::KeepForeign,
    };
    pb::RouteChange {
        kind: kind as i32,
        before: change.before.as_ref().map(route::route),
        after: change.after.as_ref().map(route::route),
        subnet: optional(change.subnet.as_ref()),
        explanation: change.reason.clone(),
    }
}
