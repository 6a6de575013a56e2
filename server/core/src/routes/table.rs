//! How does a route table come, change and go.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::ownership::{managed, table_keeper};
use crate::command::{Delete, RouteTableSpec, RouteTableUpdate};
use crate::decide::Draft;
use crate::event::{Change, Event};
use crate::limits;
use crate::meta::{Fingerprint, Meta};
use crate::model::{RouteManagement, RouteTable, Subnet};
use crate::name::RouteTableName;
use crate::rejection::{Reason, Rejection};
use crate::state::State;
use crate::topology::network;

/// Creates an empty route table.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &RouteTableSpec) -> Result<(), Rejection> {
    if draft.state().route_tables.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    network::get(draft, &spec.name.network_name())?;
    check_room(draft.state(), &spec.name)?;
    draft.emit(Event::RouteTable(Change::Created(RouteTable {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        disable_bgp_route_propagation: spec.disable_bgp_route_propagation,
    })));
    Ok(())
}

/// Refuses a table too many in the network of the name.
pub(super) fn check_room(state: &State, name: &RouteTableName) -> Result<(), Rejection> {
    let network = name.network_name();
    let (count, limit) = (state.route_tables_of(&network).count(), limits::ROUTE_TABLES_MAX);
    if count < limit {
        return Ok(());
    }
    let message = format!("{network} has {count} route tables, and {limit} is the limit; delete one first");
    Err(Rejection::new(Reason::ResourceLimitReached, message).with("limit", limit).with("count", count))
}

/// Changes a route table. Of one that a cluster made, only the labels are open.
pub(crate) fn update(draft: &mut Draft<'_>, update: &RouteTableUpdate) -> Result<(), Rejection> {
    let before = get(draft.state(), &update.name)?;
    check_table_etag(draft.state(), &before, update.etag.as_ref())?;
    let mut after = (*before).clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(disable) = update.disable_bgp_route_propagation {
        after.disable_bgp_route_propagation = disable;
    }
    if after.disable_bgp_route_propagation != before.disable_bgp_route_propagation
        && let Some(cluster) = table_keeper(draft.state(), &before)
    {
        return Err(managed(
            &before.name,
            &cluster.name.to_string(),
            "bring a table of your own to set this",
        ));
    }
    draft.update(before.as_ref(), after, Event::RouteTable);
    Ok(())
}

/// Deletes a route table that no subnet and no cluster uses, with its routes.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<RouteTableName>) -> Result<(), Rejection> {
    let name = &delete.name;
    if delete.allow_missing && !draft.state().route_tables.contains_key(name) {
        return Ok(());
    }
    let table = get(draft.state(), name)?;
    check_table_etag(draft.state(), &table, delete.etag.as_ref())?;
    if let Some(cluster) = table_keeper(draft.state(), &table) {
        return Err(managed(name, &cluster.name.to_string(), "delete the cluster"));
    }
    let clusters =
        draft.state().clusters.values().filter(|cluster| cluster.route_table.as_ref() == Some(name));
    let mut users: Vec<_> = clusters.map(|cluster| cluster.name.to_string()).collect();
    users.extend(table_subnets(draft.state(), name).map(|subnet| subnet.name.to_string()));
    if let Some(first) = users.first() {
        let message = format!(
            "{name} is used by {first} ({} users); take the table away from subnets and delete clusters first",
            users.len()
        );
        return Err(Rejection::new(Reason::ResourceInUse, message)
            .with("resource", name)
            .with("user", first)
            .with("count", users.len()));
    }
    remove(draft, &table);
    Ok(())
}

/// Ends a table and its routes.
pub(super) fn remove(draft: &mut Draft<'_>, table: &RouteTable) {
    let routes: Vec<_> = draft.state().routes_of(&table.name).cloned().collect();
    for route in routes {
        draft.emit(Event::Route(Change::Deleted((*route).clone())));
    }
    draft.emit(Event::RouteTable(Change::Deleted(table.clone())));
}

/// The table, or a refusal.
pub(super) fn get(state: &State, name: &RouteTableName) -> Result<Arc<RouteTable>, Rejection> {
    state.route_tables.get(name).cloned().ok_or_else(|| Rejection::not_found(name))
}

/// The subnets that are associated with the table, by name.
pub fn table_subnets<'a>(
    state: &'a State,
    name: &RouteTableName,
) -> impl Iterator<Item = &'a Arc<Subnet>> + use<'a> {
    let name = name.clone();
    state.subnets_of(&name.network_name()).filter(move |subnet| subnet.route_table.as_ref() == Some(&name))
}

/// Strong etag of a table with all that a reconciliation plan rests on: the table, its routes, its subnets, and the
/// addresses of the nodes of a cluster in OBSERVED, whose changes leave no trace in the routes.
pub fn table_etag(state: &State, table: &RouteTable) -> String {
    let mut hasher = Fingerprint::default();
    for route in state.routes_of(&table.name) {
        (&route.name, route.meta.revision).hash(&mut hasher);
    }
    for subnet in table_subnets(state, &table.name) {
        subnet.name.hash(&mut hasher);
    }
    let observed = state.clusters.values().filter(|cluster| {
        cluster.route_management == RouteManagement::Observed
            && cluster.route_table.as_ref() == Some(&table.name)
    });
    for node in observed.flat_map(|cluster| state.nodes_of(&cluster.name)) {
        (&node.name, &node.addresses, &node.pod_prefixes).hash(&mut hasher);
    }
    let revision = Meta::etag_of(table.meta.revision);
    format!("{}-{:016x}\"", revision.trim_end_matches('"'), hasher.finish())
}

/// Checks the etag that a caller gave against the table and its routes.
pub(super) fn check_table_etag(
    state: &State,
    table: &RouteTable,
    etag: Option<&String>,
) -> Result<(), Rejection> {
    let current = table_etag(state, table);
    match etag {
        Some(given) if *given != current => Err(Rejection::etag(&table.name, given, &current)),
        Some(_) | None => Ok(()),
    }
}
