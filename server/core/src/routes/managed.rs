//! Which routes does a kubenet cluster keep: exactly one for each node and family (law L11), changed in the revision in
//! which the node joins, changes or leaves (law L10).
//!
//! A route is the cluster's if its `managed_by` says so, and a node's if its `node` does (law L12). Clusters in OBSERVED
//! and in other modes keep nothing here. Routes of others are never changed; a user's route that is exactly the one a
//! node needs is taken over, as AKS does.

use std::net::IpAddr;

pub(crate) use super::attach::{attach_first_pool, check_brought_table, cluster_left};
use super::ownership::{is_of, keeps_routes};
use super::route::{check_room, prefix_exists};
use crate::decide::Draft;
use crate::event::{Change, Event};
use crate::limits::NAME_SEGMENT_CHARACTERS_MAX;
use crate::meta::Labels;
use crate::model::{Cluster, NextHop, Node, Route};
use crate::name::{NodeName, RouteName, RouteTableName, Segment};
use crate::prefix::Prefix;
use crate::rejection::Rejection;
use crate::state::State;

/// A route that a cluster needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DesiredRoute {
    /// The node that it leads to.
    pub node: NodeName,
    /// The node's block.
    pub prefix: Prefix,
    /// The node's address of the same family.
    pub next_hop: IpAddr,
    /// Its name, unless a foreign route has that: the node's, in dual stack with the block's digits.
    pub name: Segment,
}

/// The routes that a cluster's nodes need, by node and family.
pub fn desired(state: &State, cluster: &Cluster) -> Vec<DesiredRoute> {
    state.nodes_of(&cluster.name).flat_map(|node| desired_of(cluster, node)).collect()
}

/// The routes that one node needs.
pub(super) fn desired_of(cluster: &Cluster, node: &Node) -> Vec<DesiredRoute> {
    let wanted = |prefix: &Prefix| {
        let next_hop = node.address(prefix.family())?;
        let name = route_name(cluster, &node.name, *prefix);
        Some(DesiredRoute { node: node.name.clone(), prefix: *prefix, next_hop, name })
    };
    node.pod_prefixes.iter().filter_map(wanted).collect()
}

/// The cloud provider's name of a node's route (aks-networking.md 1.5).
fn route_name(cluster: &Cluster, node: &NodeName, prefix: Prefix) -> Segment {
    if cluster.families.len() < 2 {
        return node.node.clone();
    }
    let digits: String = prefix.to_string().chars().filter(|c| !matches!(c, '.' | ':' | '/')).collect();
    Segment::generated(&format!("{}____{digits}", node.node))
}

/// Adds the routes of a node that joined.
pub(crate) fn node_joined(draft: &mut Draft<'_>, cluster: &Cluster, node: &Node) -> Result<(), Rejection> {
    let Some(table) = kept_table(cluster) else { return Ok(()) };
    for wanted in desired_of(cluster, node) {
        ensure(draft, cluster, &table, &wanted)?;
    }
    Ok(())
}

/// Takes the routes of a node along to its new addresses.
pub(crate) fn node_changed(
    draft: &mut Draft<'_>,
    cluster: &Cluster,
    before: &Node,
    after: &Node,
) -> Result<(), Rejection> {
    if desired_of(cluster, before) == desired_of(cluster, after) {
        return Ok(());
    }
    node_joined(draft, cluster, after)
}

/// Removes the routes of a node that leaves.
pub(crate) fn node_left(draft: &mut Draft<'_>, cluster: &Cluster, node: &Node) {
    let Some(table) = kept_table(cluster) else { return };
    let routes = draft.state().routes_of(&table);
    let own = routes.filter(|route| is_of(route, &cluster.name) && route.node.as_ref() == Some(&node.name));
    let own: Vec<_> = own.cloned().collect();
    for route in own {
        draft.emit(Event::Route(Change::Deleted((*route).clone())));
    }
}

fn kept_table(cluster: &Cluster) -> Option<RouteTableName> {
    if keeps_routes(cluster) { cluster.route_table.clone() } else { None }
}

fn ensure(
    draft: &mut Draft<'_>,
    cluster: &Cluster,
    table: &RouteTableName,
    wanted: &DesiredRoute,
) -> Result<(), Rejection> {
    let present = draft.state().routes_of(table).find(|route| route.prefix == wanted.prefix).cloned();
    let Some(before) = present else {
        check_room(draft.state(), table, 1)?;
        let route = Route {
            name: free_name(table, &wanted.name, |name| draft.state().routes.contains_key(name)),
            meta: draft.new_meta(&Labels::new(), &cluster.name.to_string()),
            prefix: wanted.prefix,
            next_hop: NextHop::VirtualAppliance(wanted.next_hop),
            node: Some(wanted.node.clone()),
        };
        draft.emit(Event::Route(Change::Created(route)));
        return Ok(());
    };
    if !is_of(&before, &cluster.name) && !is_adoptable(&before, wanted.next_hop) {
        return Err(prefix_exists(&table.route(wanted.name.clone()), &before));
    }
    let after = fitted(&before, cluster, wanted);
    if after != *before {
        draft.update(before.as_ref(), after, Event::Route);
    }
    Ok(())
}

/// Whether a cluster that needs this route may take it over: it is the user's own and the very same.
pub(super) fn is_adoptable(route: &Route, next_hop: IpAddr) -> bool {
    route.meta.managed_by.is_empty() && route.next_hop == NextHop::VirtualAppliance(next_hop)
}

/// The route as the cluster needs it, under the name that it has.
pub(super) fn fitted(route: &Route, cluster: &Cluster, wanted: &DesiredRoute) -> Route {
    let mut after = route.clone();
    after.meta.managed_by = cluster.name.to_string();
    after.next_hop = NextHop::VirtualAppliance(wanted.next_hop);
    after.node = Some(wanted.node.clone());
    after
}

/// The wanted name, with a number behind it if a route has it already: nothing is ever overwritten.
pub(super) fn free_name(
    table: &RouteTableName,
    wanted: &Segment,
    is_taken: impl Fn(&RouteName) -> bool,
) -> RouteName {
    let mut name = table.route(wanted.clone());
    let mut number = 1u64;
    while is_taken(&name) {
        number += 1;
        let suffix = format!("-{number}");
        let kept = wanted.as_str().chars().take(NAME_SEGMENT_CHARACTERS_MAX - suffix.len());
        name = table.route(Segment::generated(&format!("{}{suffix}", kept.collect::<String>())));
    }
    name
}
