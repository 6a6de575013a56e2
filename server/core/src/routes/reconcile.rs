//! How is a plan applied: as a whole, in one revision, under the etag that it was made for.

use super::attach::associate;
use super::plan::{ChangeKind, DriftClass, Plan, RouteChange, plan};
use super::table;
use crate::command::Reconcile;
use crate::decide::Draft;
use crate::event::{Change, Event};
use crate::model::{Cluster, Route, RouteManagement};
use crate::name::ClusterName;
use crate::rejection::{Reason, Rejection};
use crate::state::State;

/// Brings the routes of a manager to what is wanted. A cluster becomes MANAGED by it.
pub(crate) fn apply(draft: &mut Draft<'_>, wish: &Reconcile) -> Result<(), Rejection> {
    if wish.etag.is_none() {
        let message = "etag is missing; make a plan first and apply it with the table's etag";
        return Err(Rejection::invalid("etag", message));
    }
    let plan = plan(draft.state(), wish)?;
    if let Some(refusal) = plan.refusal() {
        return Err(refusal);
    }
    let before = table::get(draft.state(), &plan.table)?;
    draft.confirm(Event::RouteTable(Change::Updated((*before).clone())));
    for change in plan.changes {
        apply_one(draft, &plan.table, change);
    }
    let cluster =
        ClusterName::parse(&plan.manager).ok().and_then(|name| draft.state().clusters.get(&name).cloned());
    if let Some(before) = cluster
        && before.route_management == RouteManagement::Observed
    {
        let after = Cluster { route_management: RouteManagement::Managed, ..(*before).clone() };
        draft.update(before.as_ref(), after, Event::Cluster);
    }
    Ok(())
}

fn apply_one(draft: &mut Draft<'_>, table: &crate::name::RouteTableName, change: RouteChange) {
    match (change.kind, change.before, change.after, change.subnet) {
        (ChangeKind::Remove, Some(route), _, _) => draft.emit(Event::Route(Change::Deleted(route))),
        (ChangeKind::Replace, Some(before), Some(after), _) => draft.update(&before, after, Event::Route),
        (ChangeKind::Add, _, Some(after), _) => {
            let meta = draft.new_meta(&after.meta.labels, &after.meta.managed_by);
            draft.emit(Event::Route(Change::Created(Route { meta, ..after })));
        }
        (ChangeKind::AssociateTable, _, _, Some(subnet)) => associate(draft, &subnet, Some(table.clone())),
        (
            ChangeKind::Remove
            | ChangeKind::Replace
            | ChangeKind::Add
            | ChangeKind::AssociateTable
            | ChangeKind::KeepForeign,
            _,
            _,
            _,
        ) => {}
    }
}

/// What the table of a cluster lacks; `None` if the cluster has no table, and so no routes.
///
/// # Errors
/// The table does not exist.
pub fn drift(state: &State, cluster: &Cluster) -> Result<Option<Plan>, Rejection> {
    let Some(table) = cluster.route_table.clone() else { return Ok(None) };
    let wish = Reconcile { table, manager: cluster.name.to_string(), desired: None, etag: None };
    plan(state, &wish).map(Some)
}

/// Refuses to keep the routes of a cluster whose table has drift.
pub(crate) fn refuse_drift(state: &State, cluster: &Cluster) -> Result<(), Rejection> {
    let Some(plan) = drift(state, cluster)? else { return Ok(()) };
    if plan.is_clean() {
        return Ok(());
    }
    let count = |class| plan.changes.iter().filter(|change| change.class == class).count();
    let stale = plan.count(ChangeKind::Remove) + plan.count(ChangeKind::Replace);
    let (missing, foreign) = (count(DriftClass::Missing), plan.count(ChangeKind::KeepForeign));
    let detached = plan.count(ChangeKind::AssociateTable);
    let message = format!(
        "{} differs from what the nodes of {} need: {missing} routes missing, {stale} stale or wrong, {detached} subnets \
         without the table, {foreign} of others; plan and apply a reconciliation first",
        plan.table, cluster.name
    );
    Err(Rejection::new(Reason::RouteDrift, message)
        .with("route_table", &plan.table)
        .with("missing", missing)
        .with("stale", stale)
        .with("detached", detached)
        .with("foreign", foreign))
}
