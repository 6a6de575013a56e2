//! Which table does a kubenet cluster get, and what becomes of it when the cluster goes.
//!
//! AKS uses the table that the subnet has, or makes one; all node subnets of a cluster have the same (aks-networking.md
//! 1.2).

use std::hash::Hasher;

use super::association::check_default_route;
use super::ownership::{is_of, keeps_routes, shared, table_user};
use super::table;
use crate::decide::Draft;
use crate::event::{Change, Event};
use crate::meta::{Fingerprint, Labels};
use crate::model::{Cluster, RouteManagement, RouteTable, Subnet};
use crate::name::{ClusterName, RouteTableName, Segment, SubnetName};
use crate::rejection::{Reason, Rejection};
use crate::state::State;

/// Refuses a table that the cluster can't use: of another network, of another cluster, or with routes that are the
/// cluster's by name while no node needs them.
pub(crate) fn check_brought_table(
    state: &State,
    cluster: &Cluster,
    name: &RouteTableName,
) -> Result<(), Rejection> {
    table::get(state, name)?;
    if name.network != cluster.network.network {
        let message = format!("{name} is not of {}, the network of {}", cluster.network, cluster.name);
        return Err(Rejection::new(Reason::NetworkMismatch, message)
            .with("name", name)
            .with("network", &cluster.network)
            .field("route_table"));
    }
    if let Some(user) = table_user(state, name).filter(|user| *user != cluster.name) {
        return Err(shared(name, &user).field("route_table"));
    }
    let left = state.routes_of(name).filter(|route| is_of(route, &cluster.name)).count();
    if keeps_routes(cluster) && left > 0 && state.nodes_of(&cluster.name).next().is_none() {
        let message = format!(
            "{name} has {left} routes that {} keeps, and no node needs them; create the cluster as OBSERVED and reconcile",
            cluster.name
        );
        return Err(Rejection::new(Reason::RouteDrift, message)
            .with("route_table", name)
            .with("missing", 0)
            .with("stale", left)
            .with("detached", 0)
            .with("foreign", state.routes_of(name).count() - left)
            .field("route_management"));
    }
    Ok(())
}

/// Gives a new node pool's subnet the cluster's table: the cluster's own if it has one, else the subnet's, else a new one.
///
/// For a cluster in OBSERVED the association stays as it is.
pub(crate) fn attach_first_pool(
    draft: &mut Draft<'_>,
    cluster: &Cluster,
    subnet: &Subnet,
) -> Result<RouteTableName, Rejection> {
    let name = match (&cluster.route_table, &subnet.route_table) {
        (Some(name), _) => name.clone(),
        (None, Some(name)) => {
            check_brought_table(draft.state(), cluster, name)?;
            name.clone()
        }
        (None, None) => create_table(draft, cluster)?,
    };
    if cluster.route_table.is_none() {
        let after = Cluster { route_table: Some(name.clone()), ..cluster.clone() };
        draft.update(cluster, after, Event::Cluster);
    }
    if cluster.route_management == RouteManagement::Observed {
        return Ok(name);
    }
    match &subnet.route_table {
        Some(other) if *other != name => return Err(other_table(draft, cluster, subnet, &name, other)),
        Some(_) => {}
        None => associate(draft, &subnet.name, Some(name.clone())),
    }
    if let Some(subnet) = draft.state().subnets.get(&subnet.name) {
        check_default_route(draft.state(), cluster, subnet)?;
    }
    Ok(name)
}

fn other_table(
    draft: &Draft<'_>,
    cluster: &Cluster,
    subnet: &Subnet,
    wanted: &RouteTableName,
    other: &RouteTableName,
) -> Rejection {
    if let Some(user) = table_user(draft.state(), other).filter(|user| *user != cluster.name) {
        return shared(other, &user);
    }
    let message = format!(
        "{} has {other}, but all node subnets of {} need {wanted}; associate that one with the subnet first",
        subnet.name, cluster.name
    );
    Rejection::new(Reason::ResourceInUse, message)
        .with("resource", &subnet.name)
        .with("user", other)
        .with("route_table", wanted)
        .field("subnet")
}

/// Makes a table, named as AKS names it. The digits come from the cluster's name; if another table has them already,
/// the next ones are tried.
fn create_table(draft: &mut Draft<'_>, cluster: &Cluster) -> Result<RouteTableName, Rejection> {
    let mut hasher = Fingerprint::default();
    hasher.write(cluster.name.to_string().as_bytes());
    let first = hasher.finish() % 100_000_000;
    let candidate = |step: u64| {
        let text = format!("aks-agentpool-{:08}-routetable", (first + step) % 100_000_000);
        RouteTableName { network: cluster.network.network.clone(), table: Segment::generated(&text) }
    };
    let mut name = candidate(0);
    table::check_room(draft.state(), &name)?;
    let mut step = 0;
    while draft.state().route_tables.contains_key(&name) {
        step += 1;
        name = candidate(step);
    }
    let meta = draft.new_meta(&Labels::new(), &cluster.name.to_string());
    let table = RouteTable { name: name.clone(), meta, disable_bgp_route_propagation: false };
    draft.emit(Event::RouteTable(Change::Created(table)));
    Ok(name)
}

/// Sets a subnet's table, without asking whether that is allowed.
pub(super) fn associate(draft: &mut Draft<'_>, subnet: &SubnetName, table: Option<RouteTableName>) {
    if let Some(before) = draft.state().subnets.get(subnet).cloned() {
        let after = Subnet { route_table: table, ..(*before).clone() };
        draft.update(before.as_ref(), after, Event::Subnet);
    }
}

/// Takes a cluster's routes out of its table, and ends the table if the cluster made it and nobody else has a route in
/// it. With foreign routes it stays and becomes the user's (law L11).
pub(crate) fn cluster_left(draft: &mut Draft<'_>, cluster: &Cluster) {
    let name = cluster.route_table.as_ref();
    let Some(table) = name.and_then(|name| draft.state().route_tables.get(name)).cloned() else { return };
    let own: Vec<_> =
        draft.state().routes_of(&table.name).filter(|route| is_of(route, &cluster.name)).cloned().collect();
    for route in own {
        draft.emit(Event::Route(Change::Deleted((*route).clone())));
    }
    if ClusterName::parse(&table.meta.managed_by).ok().as_ref() != Some(&cluster.name) {
        return;
    }
    if draft.state().routes_of(&table.name).next().is_some() {
        let mut after = (*table).clone();
        after.meta.managed_by.clear();
        draft.update(table.as_ref(), after, Event::RouteTable);
        return;
    }
    let subnets: Vec<_> = table::table_subnets(draft.state(), &table.name).map(|s| s.name.clone()).collect();
    for subnet in subnets {
        associate(draft, &subnet, None);
    }
    table::remove(draft, &table);
}
