//! Which objects should podnet hold, so that it is the cluster that the files describe?
//!
//! [`plan()`] is a pure function from an [`Inventory`] to an [`ImportPlan`]: lists of desired objects in a stable order,
//! in podnet's names, without any type of the wire. It decides nothing silently: whatever it leaves out, changes or
//! assumes is a [`Finding`].

mod allocations;
mod cluster;
mod desired;
mod endpoints;
mod name;
mod nodes;
mod outbound;
mod reservations;
mod routes;
mod secondary;
mod services;
mod topology;

pub use desired::{
    DesiredAllocation, DesiredCluster, DesiredEndpoint, DesiredGateway, DesiredNetwork, DesiredNode,
    DesiredNodePool, DesiredPeering, DesiredReservation, DesiredRoute, DesiredRouteTable, DesiredService,
    DesiredServicePort, DesiredSubnet, GatewayKind, ImportPlan, NetworkMode, NextHop, PodOwner,
    ReservationPurpose, RouteManagement, Step,
};
pub use name::Name;

use super::finding::{Finding, Findings};
use super::inventory::Inventory;

/// What the caller knows besides the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanOptions {
    /// Name of the cluster to import. Needed when the files describe none (kubectl output alone) or several.
    pub cluster: Option<String>,
    /// Mode of the cluster, when no file says it: kubectl output alone does not.
    pub mode: Option<NetworkMode>,
}

/// A plan, and what is odd about it.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// The desired objects.
    pub plan: ImportPlan,
    /// In the order of the plan.
    pub findings: Vec<Finding>,
}

/// Plans the import of everything in the inventory.
#[must_use]
pub fn plan(inventory: &Inventory, options: &PlanOptions) -> Planning {
    let mut findings = Findings::new();
    let mut topology = topology::build(inventory, &mut findings);
    let cluster = cluster::choose(inventory, options, &topology, &mut findings);
    let mut nodes = match &cluster {
        Some(cluster) => nodes::plan(inventory, cluster, &topology, &mut findings),
        None => nodes::PlannedNodes::default(),
    };
    let management = routes::plan(inventory, cluster.as_ref(), &nodes, &mut topology, &mut findings);
    let reservations =
        reservations::plan(inventory, cluster.as_ref(), &nodes.nodes, &topology, &mut findings);
    if let Some(cluster) = &cluster {
        secondary::fill(inventory, cluster, &topology, &reservations, &mut nodes, &mut findings);
    }
    let mut plan = ImportPlan {
        networks: topology.networks,
        route_tables: topology.route_tables,
        subnets: topology.subnets,
        reservations,
        ..ImportPlan::default()
    };
    if let Some(mut cluster) = cluster {
        if let Some(desired) = &mut cluster.desired {
            desired.route_table = management.route_table;
            desired.route_management = management.management;
            (desired.node_prefix_length_ipv4, desired.node_prefix_length_ipv6) = nodes.prefix_lengths;
        }
        plan.allocations = allocations::plan(inventory, &cluster, &nodes, &plan.reservations, &mut findings);
        plan.services = services::plan(inventory, &cluster.name, &nodes, &plan.allocations, &mut findings);
        plan.nodes = nodes.nodes;
        plan.node_pools = cluster.pools;
        plan.cluster = cluster.desired;
    }
    Planning { plan, findings: findings.into_list() }
}
