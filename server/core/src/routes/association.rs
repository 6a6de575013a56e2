//! Which table does a subnet have: at most one, of its own network.

use super::ownership::{keeps_routes, managed, shared, table_user};
use super::table;
use crate::command::SubnetRouteTable;
use crate::decide::{Draft, check_etag};
use crate::event::Event;
use crate::model::{Cluster, NetworkMode, NextHop, OutboundType, Subnet};
use crate::name::{RouteTableName, SubnetName};
use crate::rejection::{Reason, Rejection};
use crate::state::State;
use crate::topology::subnet;

/// Associates a subnet with a table, or with none.
///
/// Subnets without nodes may share the table of a cluster, so that their machines reach its pods. Nodes of a managed
/// kubenet cluster never lose the cluster's table.
pub(crate) fn set(draft: &mut Draft<'_>, wish: &SubnetRouteTable) -> Result<(), Rejection> {
    let before = subnet::get(draft, &wish.subnet)?;
    check_etag(&before, wish.etag.as_ref())?;
    if let Some(name) = &wish.table {
        check_table(draft.state(), &before.name, name)?;
    }
    if let Some(cluster) = kubenet_cluster(draft.state(), &before.name)
        && before.route_table != wish.table
    {
        if keeps_routes(cluster) && cluster.route_table.is_some() && cluster.route_table != wish.table {
            let advice = "its nodes need the cluster's route table; delete the node pools first";
            return Err(managed(&before.name, &cluster.name.to_string(), advice)
                .platform("CustomRouteTableInvalidUpdateAttempt"));
        }
        if let Some(name) = &wish.table
            && let Some(user) = table_user(draft.state(), name).filter(|user| *user != cluster.name)
        {
            return Err(shared(name, &user));
        }
    }
    let mut after = before.clone();
    after.route_table.clone_from(&wish.table);
    draft.update(&before, after, Event::Subnet);
    Ok(())
}

/// The table exists and is of the subnet's network.
fn check_table(state: &State, subnet: &SubnetName, name: &RouteTableName) -> Result<(), Rejection> {
    table::get(state, name)?;
    if name.network == subnet.network {
        return Ok(());
    }
    let message =
        format!("{name} and {subnet} are of different networks; name a table of the subnet's network");
    Err(Rejection::new(Reason::NetworkMismatch, message)
        .with("name", subnet)
        .with("network", name.network_name()))
}

/// The kubenet cluster with a node pool in the subnet; a subnet takes one.
fn kubenet_cluster<'a>(state: &'a State, subnet: &SubnetName) -> Option<&'a Cluster> {
    let pools = state.node_pools.values().filter(|pool| pool.subnet == *subnet);
    let clusters = pools.filter_map(|pool| state.clusters.get(&pool.name.cluster_name()));
    clusters.map(AsRef::as_ref).find(|cluster| cluster.mode == NetworkMode::Kubenet)
}

/// Refuses a cluster whose way out is the user's default route, when the subnet's table has none that leads to an
/// appliance or gateway (AKS validates this for outbound type `userDefinedRouting`).
pub(crate) fn check_default_route(
    state: &State,
    cluster: &Cluster,
    subnet: &Subnet,
) -> Result<(), Rejection> {
    if cluster.outbound.kind != OutboundType::UserDefinedRouting {
        return Ok(());
    }
    let mut routes = subnet.route_table.iter().flat_map(|table| state.routes_of(table));
    let leads_out = |next_hop| match next_hop {
        NextHop::VirtualAppliance(_) | NextHop::VirtualNetworkGateway => true,
        NextHop::VnetLocal | NextHop::Internet | NextHop::None => false,
    };
    if routes.any(|route| route.prefix.length() == 0 && leads_out(route.next_hop)) {
        return Ok(());
    }
    let message = format!(
        "{} goes out by USER_DEFINED_ROUTING, but {} has no route table with a default route to an appliance or gateway; \
         add one first",
        cluster.name, subnet.name
    );
    Err(Rejection::new(Reason::DefaultRouteMissing, message)
        .with("cluster", &cluster.name)
        .with("subnet", &subnet.name))
}
