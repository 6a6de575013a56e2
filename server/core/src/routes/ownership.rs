//! Whose is a route, and whose is a table: answers from data alone (law L12).

use std::sync::Arc;

use crate::model::{Cluster, NetworkMode, Route, RouteManagement, RouteTable};
use crate::name::{ClusterName, RouteTableName};
use crate::rejection::{Reason, Rejection};
use crate::state::State;

/// The kubenet cluster whose nodes have their routes in the table: the one that names it, else the one that made it.
pub fn table_user(state: &State, table: &RouteTableName) -> Option<ClusterName> {
    let named = state.clusters.values().find(|cluster| cluster.route_table.as_ref() == Some(table));
    named.map(|cluster| cluster.name.clone()).or_else(|| {
        let table = state.route_tables.get(table)?;
        table_keeper(state, table).map(|cluster| cluster.name.clone())
    })
}

/// The cluster that made the table for itself, if it lives.
pub(super) fn table_keeper<'a>(state: &'a State, table: &RouteTable) -> Option<&'a Arc<Cluster>> {
    state.clusters.get(&ClusterName::parse(&table.meta.managed_by).ok()?)
}

/// Whether podnet keeps this cluster's routes.
pub(super) fn keeps_routes(cluster: &Cluster) -> bool {
    cluster.mode == NetworkMode::Kubenet && cluster.route_management == RouteManagement::Managed
}

/// Whether the cluster keeps the route: `managed_by` is its name, compared without building the text for each route.
pub(super) fn is_of(route: &Route, cluster: &ClusterName) -> bool {
    route.meta.managed_by.strip_prefix("clusters/") == Some(cluster.cluster.as_str())
}

/// Refuses that a user writes what a manager keeps. Routes of a cluster in OBSERVED, and of a cluster that is gone or not
/// there yet, are nobody's work: a user may write them. Another tool writes its routes by reconciling under its name.
pub(super) fn refuse_kept(
    state: &State,
    name: &impl std::fmt::Display,
    manager: &str,
) -> Result<(), Rejection> {
    if manager.is_empty() {
        return Ok(());
    }
    let advice = match ClusterName::parse(manager) {
        Ok(cluster) if state.clusters.get(&cluster).is_some_and(|cluster| keeps_routes(cluster)) => {
            "change its nodes, or reconcile the table"
        }
        Ok(_) => return Ok(()),
        Err(_) => "reconcile the table as that manager",
    };
    Err(managed(name, manager, advice))
}

/// The refusal to touch what a manager keeps.
pub(super) fn managed(name: &impl std::fmt::Display, manager: &str, advice: &str) -> Rejection {
    Rejection::new(Reason::RouteManaged, format!("{name} is kept by {manager}; {advice}"))
        .with("name", name)
        .with("managed_by", manager)
}

/// The refusal to use the table of another kubenet cluster.
pub(super) fn shared(table: &RouteTableName, cluster: &ClusterName) -> Rejection {
    let message =
        format!("{table} has the routes of {cluster}; use a table of its own for each kubenet cluster");
    Rejection::new(Reason::RouteTableShared, message).with("route_table", table).with("cluster", cluster)
}
