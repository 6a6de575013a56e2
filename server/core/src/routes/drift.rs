//! How does a cluster's table differ from what its nodes need.
//!
//! More is compared than the cloud provider does: the next hop, routes of one prefix, and the association of every node
//! subnet (aks-networking.md 1.4 and section 11).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::managed::{DesiredRoute, desired, fitted, free_name, is_adoptable};
use super::ownership::is_of;
use super::plan::{ChangeKind, DriftClass, RouteChange};
use super::route::prefix_exists;
use crate::meta::Meta;
use crate::model::{Cluster, NextHop, Route};
use crate::name::RouteTableName;
use crate::prefix::Prefix;
use crate::rejection::Rejection;
use crate::state::State;

type ByPrefix<'a> = BTreeMap<Prefix, Vec<&'a Arc<Route>>>;

/// The changes that give the cluster's nodes their routes, and what is in the way.
pub(super) fn compare(
    state: &State,
    cluster: &Cluster,
    table: &RouteTableName,
) -> (Vec<RouteChange>, Option<Rejection>) {
    let (mut own, mut foreign) = (ByPrefix::new(), ByPrefix::new());
    for route in state.routes_of(table) {
        let side = if is_of(route, &cluster.name) { &mut own } else { &mut foreign };
        side.entry(route.prefix).or_default().push(route);
    }
    let mut changes = Vec::new();
    let mut conflict = None;
    let mut missing = Vec::new();
    for wanted in desired(state, cluster) {
        if let Some(present) = own.remove(&wanted.prefix) {
            keep_one(cluster, &wanted, &present, &mut changes);
        } else if let Some(other) = foreign.get(&wanted.prefix).and_then(|routes| routes.first()) {
            if is_adoptable(other, wanted.next_hop) {
                let reason = format!("the route of {} is the user's; the cluster takes it over", wanted.node);
                let change =
                    RouteChange::new(ChangeKind::Replace, DriftClass::UnknownNameInPodPrefix, reason);
                changes.push(change.before(other).after(fitted(other, cluster, &wanted)));
            } else {
                let reason = format!(
                    "{} needs this prefix for {}, and it is not the cluster's",
                    wanted.node, wanted.next_hop
                );
                let change = RouteChange::new(ChangeKind::KeepForeign, DriftClass::DuplicatePrefix, reason);
                changes.push(RouteChange { node: Some(wanted.node.clone()), ..change.before(other) });
                conflict.get_or_insert_with(|| prefix_exists(&table.route(wanted.name.clone()), other));
            }
        } else {
            missing.push(wanted);
        }
    }
    changes.extend(own.into_values().flatten().map(|route| stale(state, cluster, route)));
    add_missing(state, cluster, table, &missing, &mut changes);
    changes.extend(detached(state, cluster, table));
    (changes, conflict)
}

/// Of the cluster's routes with a wanted prefix, the best stays.
fn keep_one(
    cluster: &Cluster,
    wanted: &DesiredRoute,
    present: &[&Arc<Route>],
    changes: &mut Vec<RouteChange>,
) {
    let exact = present.iter().position(|route| fitted(route, cluster, wanted) == ***route);
    let kept = exact.unwrap_or(0);
    for (index, route) in present.iter().enumerate() {
        if index != kept {
            let reason = format!("{} has the prefix {} too", present[kept].name, route.prefix);
            let change = RouteChange::new(ChangeKind::Remove, DriftClass::DuplicatePrefix, reason);
            changes.push(change.before(route));
        } else if exact.is_none() {
            let (class, reason) = difference(route, wanted);
            let change = RouteChange::new(ChangeKind::Replace, class, reason);
            let after = fitted(route, cluster, wanted);
            changes
                .push(RouteChange { node: Some(wanted.node.clone()), ..change.before(route).after(after) });
        }
    }
}

fn difference(route: &Route, wanted: &DesiredRoute) -> (DriftClass, String) {
    if route.next_hop != NextHop::VirtualAppliance(wanted.next_hop) {
        let given =
            route.next_hop.address().map_or_else(|| route.next_hop.azure().to_owned(), |a| a.to_string());
        let reason = format!("leads to {given}, but {} has {}", wanted.node, wanted.next_hop);
        return (DriftClass::WrongNextHop, reason);
    }
    match &route.node {
        Some(other) => {
            (DriftClass::StaleNode, format!("is marked for {other}, but {} holds the prefix", wanted.node))
        }
        None => (
            DriftClass::UnknownNameInPodPrefix,
            format!("is marked for no node; {} holds the prefix", wanted.node),
        ),
    }
}

/// Adds what is missing, under names that are free once the removals are done.
fn add_missing(
    state: &State,
    cluster: &Cluster,
    table: &RouteTableName,
    missing: &[DesiredRoute],
    changes: &mut Vec<RouteChange>,
) {
    let mut taken: BTreeSet<_> = state.routes_of(table).map(|route| route.name.clone()).collect();
    let removed = changes.iter().filter(|change| change.kind == ChangeKind::Remove);
    removed.filter_map(RouteChange::route).for_each(|name| {
        taken.remove(name);
    });
    for wanted in missing {
        let name = free_name(table, &wanted.name, |name| taken.contains(name));
        taken.insert(name.clone());
        let reason = format!("no route leads to {} of {}", wanted.prefix, wanted.node);
        changes.push(RouteChange::new(ChangeKind::Add, DriftClass::Missing, reason).after(Route {
            name,
            meta: Meta { managed_by: cluster.name.to_string(), ..Meta::default() },
            prefix: wanted.prefix,
            next_hop: NextHop::VirtualAppliance(wanted.next_hop),
            node: Some(wanted.node.clone()),
        }));
    }
}

/// A route of the cluster that no node needs.
fn stale(state: &State, cluster: &Cluster, route: &Route) -> RouteChange {
    let (class, reason) = match &route.node {
        Some(node) if state.nodes.contains_key(node) => {
            (DriftClass::StalePrefix, format!("{node} does not hold {}", route.prefix))
        }
        Some(node) => (DriftClass::StaleNode, format!("{node} is gone")),
        None if cluster.pod_prefixes.iter().any(|pods| pods.overlaps(&route.prefix)) => (
            DriftClass::UnknownNameInPodPrefix,
            format!("no node of {} holds {}", cluster.name, route.prefix),
        ),
        None => (DriftClass::StalePrefix, format!("{} is outside the pod CIDR", route.prefix)),
    };
    RouteChange::new(ChangeKind::Remove, class, reason).before(route)
}

/// Subnets with pools of the cluster that have another table, or none.
fn detached(state: &State, cluster: &Cluster, table: &RouteTableName) -> Vec<RouteChange> {
    let subnets: BTreeSet<_> = state.node_pools_of(&cluster.name).map(|pool| pool.subnet.clone()).collect();
    let subnets = subnets.iter().filter_map(|name| state.subnets.get(name));
    let detached = subnets.filter(|subnet| subnet.route_table.as_ref() != Some(table)).map(|subnet| {
        let reason = match &subnet.route_table {
            Some(other) => format!("{} has {other}, so the routes have no effect there", subnet.name),
            None => format!("{} has no route table, so the routes have no effect there", subnet.name),
        };
        let change = RouteChange::new(ChangeKind::AssociateTable, DriftClass::TableNotAssociated, reason);
        RouteChange { subnet: Some(subnet.name.clone()), ..change }
    });
    detached.collect()
}
