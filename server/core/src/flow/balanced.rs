//! Which nodes can a load balancer choose for a service's frontend, and why not the others.
//!
//! An index of the nodes that take balanced traffic keeps the cost with the nodes that are listed and chosen. Where
//! security groups may keep a health probe from a node, each node is looked at; that is also the judge of the other way.
//! This module must not know packets.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::backends::nodes_with_endpoints;
use super::filter;
use super::step::Backend;
use super::world::World;
use crate::address::Family;
use crate::limits;
use crate::model::{Node, NodeState, Service, ServicePort, TrafficPolicy};
use crate::name::Segment;

/// The nodes behind a frontend.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Backends {
    /// The first ones by name, at most as many as a step lists and one more.
    pub(super) listed: Arc<[Backend]>,
    /// All that can be chosen, by name.
    pub(super) eligible: Arc<[Backend]>,
    /// How many there are.
    pub(super) count: usize,
    /// How many nodes are healthy, also without an address of the family.
    pub(super) healthy: usize,
}

/// One more than a step lists, so that it knows that there are more.
const LISTED: usize = limits::BACKENDS_LISTED_MAX + 1;

/// The nodes behind the frontend of a service.
pub(super) fn backends(world: World<'_>, service: &Service, port: &ServicePort, family: Family) -> Backends {
    match world.state.network_security_groups.is_empty() {
        true => by_index(world, service, port, family),
        false => by_scan(world, service, port, family),
    }
}

/// The nodes with a ready endpoint, where the health probe asks for one.
fn probed(service: &Service, family: Family) -> Option<BTreeSet<&Segment>> {
    match service.external_traffic_policy {
        TrafficPolicy::Local => Some(nodes_with_endpoints(service, family)),
        TrafficPolicy::Cluster => None,
    }
}

fn share(healthy: usize) -> f64 {
    1.0 / f64::from(u32::try_from(healthy).unwrap_or(u32::MAX)).max(1.0)
}

/// A node as a backend; `None` without an address of the family.
fn backend(
    node: &Node,
    service: &Service,
    port: &ServicePort,
    family: Family,
    (reason, share): (&'static str, f64),
) -> Option<Backend> {
    node.address(family).map(|address| Backend {
        address,
        port: if service.floating_ip { None } else { Some(port.node_port) },
        node: Some(node.name.clone()),
        weight: if reason.is_empty() { share } else { 0.0 },
        explanation: reason.to_owned(),
    })
}

fn by_index(world: World<'_>, service: &Service, port: &ServicePort, family: Family) -> Backends {
    let cluster = service.name.cluster_name();
    let ready = probed(service, family);
    let known = world.state.index.balanced(&cluster.cluster);
    let willing: Vec<&Arc<Node>> = match (&ready, known) {
        (_, None) => Vec::new(),
        (Some(ready), Some(known)) => ready.iter().filter_map(|name| known.willing.get(*name)).collect(),
        (None, Some(known)) => known.willing.values().collect(),
    };
    let share = share(willing.len());
    let row = |node: &Arc<Node>, reason| backend(node, service, port, family, (reason, share));
    let nodes = world.state.nodes_of(&cluster);
    let listed = nodes.filter_map(|node| row(node, why_not(node, ready.as_ref()))).take(LISTED).collect();
    let eligible = willing.iter().filter_map(|node| row(node, "")).collect();
    Backends { listed, eligible, count: known.map_or(0, |known| known.count(family)), healthy: willing.len() }
}

/// Every node is looked at.
pub(super) fn by_scan(world: World<'_>, service: &Service, port: &ServicePort, family: Family) -> Backends {
    let nodes: Vec<_> = world.state.nodes_of(&service.name.cluster_name()).collect();
    let ready = probed(service, family);
    let reason = |node: &&Arc<Node>| match why_not(node, ready.as_ref()) {
        "" if filter::probe_denied(world, service, port, node) => {
            "a network security group keeps the health probe from the node"
        }
        reason => reason,
    };
    let reasons: Vec<_> = nodes.iter().map(reason).collect();
    let healthy = reasons.iter().filter(|reason| reason.is_empty()).count();
    let share = share(healthy);
    let rows = nodes.iter().zip(&reasons);
    let rows = rows.filter_map(|(node, reason)| backend(node, service, port, family, (reason, share)));
    let rows: Vec<_> = rows.collect();
    let eligible = rows.iter().filter(|backend| backend.eligible()).cloned().collect();
    let listed = rows.iter().take(LISTED).cloned().collect();
    Backends { listed, eligible, count: rows.len(), healthy }
}

/// Why a node gets no new flows; empty if it does. A cordoned node keeps its flows. `ready` are the nodes with a ready
/// endpoint, where the health probe asks for one.
fn why_not(node: &Node, ready: Option<&BTreeSet<&Segment>>) -> &'static str {
    if node.state == NodeState::NotReady {
        "not ready"
    } else if node.excluded_from_load_balancers {
        "excluded from load balancers"
    } else if ready.is_some_and(|ready| !ready.contains(&node.name.node)) {
        "no ready endpoint on the node, and the policy is Local"
    } else {
        ""
    }
}

#[cfg(test)]
pub(super) fn agree(world: World<'_>, service: &Service, port: &ServicePort, family: Family) -> bool {
    by_index(world, service, port, family) == by_scan(world, service, port, family)
}
