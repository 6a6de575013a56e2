//! How does a user route come, change and go.

use std::net::IpAddr;

use super::ownership::refuse_kept;
use super::table;
use crate::address::Family;
use crate::command::{Delete, RouteSpec, RouteUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::{NextHop, Route};
use crate::name::{RouteName, RouteTableName};
use crate::prefix::Prefix;
use crate::rejection::{Reason, Rejection};
use crate::state::State;

/// Creates a route.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &RouteSpec) -> Result<(), Rejection> {
    let table = spec.name.table_name();
    table::get(draft.state(), &table)?;
    if draft.state().routes.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    refuse_kept(draft.state(), &spec.name, &spec.managed_by)?;
    if let Some(node) = &spec.node
        && node.cluster_name().to_string() != spec.managed_by
    {
        let message = format!(
            "node is {node}, but managed_by is `{}`; a route of a node is its cluster's",
            spec.managed_by
        );
        return Err(Rejection::invalid("node", message));
    }
    check_next_hop(draft.state(), &table, spec.prefix, spec.next_hop)?;
    check_prefix(draft.state(), &spec.name, spec.prefix)?;
    check_room(draft.state(), &table, 1)?;
    draft.emit(Event::Route(Change::Created(Route {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, &spec.managed_by),
        prefix: spec.prefix,
        next_hop: spec.next_hop,
        node: spec.node.clone(),
    })));
    Ok(())
}

/// Changes a route.
pub(crate) fn update(draft: &mut Draft<'_>, update: &RouteUpdate) -> Result<(), Rejection> {
    let before =
        draft.state().routes.get(&update.name).cloned().ok_or_else(|| Rejection::not_found(&update.name))?;
    check_etag(before.as_ref(), update.etag.as_ref())?;
    refuse_kept(draft.state(), &before.name, &before.meta.managed_by)?;
    let mut after = (*before).clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(prefix) = update.prefix {
        after.prefix = prefix;
    }
    if let Some(next_hop) = update.next_hop {
        after.next_hop = next_hop;
    }
    check_next_hop(draft.state(), &after.name.table_name(), after.prefix, after.next_hop)?;
    check_prefix(draft.state(), &after.name, after.prefix)?;
    draft.update(before.as_ref(), after, Event::Route);
    Ok(())
}

/// Deletes a route: this one, and never another whose name begins alike (law L12).
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<RouteName>) -> Result<(), Rejection> {
    let Some(route) = draft.state().routes.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(route.as_ref(), delete.etag.as_ref())?;
    refuse_kept(draft.state(), &route.name, &route.meta.managed_by)?;
    draft.emit(Event::Route(Change::Deleted((*route).clone())));
    Ok(())
}

/// A table holds one route for each prefix.
fn check_prefix(state: &State, name: &RouteName, prefix: Prefix) -> Result<(), Rejection> {
    let other =
        state.routes_of(&name.table_name()).find(|route| route.prefix == prefix && route.name != *name);
    other.map_or(Ok(()), |other| Err(prefix_exists(name, other)))
}

/// The refusal of a second route with a prefix.
pub(super) fn prefix_exists(name: &impl std::fmt::Display, other: &Route) -> Rejection {
    let message = format!(
        "{name} would have the prefix {} of {}; a table holds one route for each prefix: change that route, or choose \
         another prefix",
        other.prefix, other.name
    );
    Rejection::new(Reason::RoutePrefixExists, message)
        .with("name", name)
        .with("route", &other.name)
        .with("address_prefix", other.prefix)
        .with("managed_by", &other.meta.managed_by)
        .platform("RouteConflict")
}

/// Refuses routes beyond the limit of a table.
pub(super) fn check_room(state: &State, table: &RouteTableName, more: usize) -> Result<(), Rejection> {
    let count = state.routes_of(table).count();
    if count + more <= limits::ROUTES_PER_TABLE_MAX {
        Ok(())
    } else {
        Err(table_full(table, count, count + more))
    }
}

/// The refusal of a table with too many routes.
pub(super) fn table_full(table: &RouteTableName, count: usize, wanted: usize) -> Rejection {
    let limit = limits::ROUTES_PER_TABLE_MAX;
    let message = format!(
        "{table} has {count} of at most {limit} routes and would have {wanted}; remove routes or nodes, or use a mode \
         without routes for nodes"
    );
    Rejection::new(Reason::RouteTableFull, message)
        .with("route_table", table)
        .with("limit", limit)
        .with("count", count)
        .with("wanted", wanted)
}

/// An appliance has an address of the prefix's family that is private: of a private range, or of an address space of the
/// table's network or its peers, which may be public ranges (aks-networking.md 4.3).
pub(super) fn check_next_hop(
    state: &State,
    table: &RouteTableName,
    prefix: Prefix,
    next_hop: NextHop,
) -> Result<(), Rejection> {
    let Some(address) = next_hop.address() else { return Ok(()) };
    let family = Family::of(address);
    if family != prefix.family() {
        let message = format!(
            "next_hop_address {address} is {}, but {prefix} is {}; name an address of the prefix's family",
            family.word(),
            prefix.family().word()
        );
        return Err(Rejection::invalid("next_hop_address", message)
            .with("address", address)
            .with("prefix", prefix));
    }
    let network = state.networks.get(&table.network_name());
    let spaces = network.into_iter().flat_map(|network| {
        network
            .address_prefixes
            .iter()
            .chain(network.peerings.iter().flat_map(|peering| &peering.remote_prefixes))
    });
    if is_private(address) || spaces.into_iter().any(|space| space.contains(address)) {
        return Ok(());
    }
    let message = format!(
        "next_hop_address {address} is public; name the private address of a network interface or internal load balancer"
    );
    Err(Rejection::invalid("next_hop_address", message).with("address", address))
}

/// RFC 1918, RFC 6598 and RFC 4193.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_private() || (v4.octets()[0] == 100 && v4.octets()[1] & 0xc0 == 64),
        IpAddr::V6(v6) => v6.is_unique_local(),
    }
}
