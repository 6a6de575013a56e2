//! Which routes hold in a subnet: the platform's own, those of gateways, and those of the associated table.
//!
//! The rules are Azure's (aks-networking.md section 4): a route of the same prefix wins by its source, and system routes
//! for the network, its peers and service endpoints go before gateway routes of any length. This module must not know
//! destinations; [`super::lookup()`] does.
//!
//! Not modelled: routes of service endpoints (their public prefixes are not part of the model, so subnets with such
//! endpoints list no row for them), service tags, and the reserved ranges outside of RFC 1918 and RFC 6598 that real
//! tables show and no document names.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

pub use super::source::{EffectiveNextHop, RouteSource, RouteState};
use crate::address::Family;
use crate::model::{Network, Route, Subnet};
use crate::name::RouteName;
use crate::prefix::Prefix;
use crate::state::State;

/// Which effective route overrides another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shadow {
    /// Its prefix.
    pub prefix: Prefix,
    /// Its source.
    pub source: RouteSource,
}

/// A route that holds in a subnet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EffectiveRoute {
    /// Destination.
    pub prefix: Prefix,
    /// Who made it.
    pub source: RouteSource,
    /// Where it sends packets.
    pub next_hop: EffectiveNextHop,
    /// Name of the user route.
    pub route: Option<RouteName>,
    /// The route that overrides it; then it takes no part in the choice.
    pub shadowed_by: Option<Shadow>,
}

impl EffectiveRoute {
    pub(super) fn new(prefix: Prefix, source: RouteSource, next_hop: EffectiveNextHop) -> Self {
        Self { prefix, source, next_hop, route: None, shadowed_by: None }
    }

    /// Whether it takes part in the choice.
    pub fn state(&self) -> RouteState {
        if self.shadowed_by.is_none() { RouteState::Active } else { RouteState::Invalid }
    }
}

/// The routes of a subnet and family, by prefix, then source. Overridden routes are listed as invalid, except reserved
/// ranges, which vanish. Gateway routes are left out where the table switches propagation off.
pub fn effective_routes(state: &State, subnet: &Subnet, family: Family) -> Vec<EffectiveRoute> {
    let user = subnet.route_table.iter().flat_map(|table| state.routes_of(table));
    let mut routes = rows(state, subnet, family, user, |_| true, true).listed;
    routes.sort_by(|a, b| (a.prefix, a.source, &a.route).cmp(&(b.prefix, b.source, &b.route)));
    routes
}

/// The rows that take part without any route of a user's, in one family. `reserved_vanish` says that a user has a route
/// for everything, and `propagates` whether the subnet takes gateway routes. A user's row of the same prefix goes first,
/// and leaves all others as they are.
pub(crate) fn platform_rows(
    state: &State,
    network: &Network,
    family: Family,
    reserved_vanish: bool,
    propagates: bool,
) -> Vec<EffectiveRoute> {
    let wanted = |prefix: &Prefix| prefix.family() == family;
    let mut rows = Vec::new();
    system_rows(network, family, reserved_vanish, &wanted, &mut rows);
    if propagates {
        rows.extend(gateway_rows(state, network).filter(|row| wanted(&row.prefix)));
    }
    let mut rows = resolve(rows);
    rows.retain(|row| row.shadowed_by.is_none());
    rows
}

/// Rows of a subnet before the choice.
pub(super) struct Rows {
    /// Rows that the platform lists, with what overrides them.
    pub(super) listed: Vec<EffectiveRoute>,
    /// Gateway rows that the table keeps out.
    pub(super) withheld: Vec<EffectiveRoute>,
}

/// Rows of a subnet whose prefix is wanted. A row and all that may override it hold the same destinations, so the rows
/// that hold one destination are the same whether the others are left out before or after.
///
/// `user` are the routes of the subnet's table that are wanted, or more, those of one prefix in the order of their names;
/// they keep their names if those are asked for.
pub(super) fn rows<'a>(
    state: &State,
    subnet: &Subnet,
    family: Family,
    user: impl Iterator<Item = &'a Arc<Route>>,
    wanted: impl Fn(&Prefix) -> bool,
    named: bool,
) -> Rows {
    let wanted = |prefix: &Prefix| prefix.family() == family && wanted(prefix);
    let table = subnet.route_table.as_ref().and_then(|name| state.route_tables.get(name));
    let mut listed = Vec::with_capacity(ROWS_EXPECTED);
    if table.is_some() {
        listed.extend(user.filter(|route| wanted(&route.prefix)).map(|route| user_row(route, named)));
    }
    let mut withheld = Vec::new();
    if let Some(network) = state.networks.get(&subnet.name.network_name()) {
        let reserved_vanish = listed.iter().any(|row| row.prefix.length() == 0);
        system_rows(network, family, reserved_vanish, &wanted, &mut listed);
        let gateway = gateway_rows(state, network).filter(|row| wanted(&row.prefix));
        if table.is_some_and(|table| table.disable_bgp_route_propagation) {
            withheld.extend(gateway);
        } else {
            listed.extend(gateway);
        }
    }
    Rows { listed: resolve(listed), withheld }
}

/// Room for the rows that hold one destination, in most subnets.
const ROWS_EXPECTED: usize = 6;

fn user_row(route: &Route, named: bool) -> EffectiveRoute {
    EffectiveRoute {
        route: named.then(|| route.name.clone()),
        ..EffectiveRoute::new(route.prefix, RouteSource::User, route.next_hop.into())
    }
}

/// Rows that the platform makes by itself. A reserved range that equals an address space is that space's row, one inside
/// of an address space is gone, and one around it stays: the longer row wins. For address spaces of peers this is
/// inferred. IPv6 has no reserved ranges; its default route to the Internet is the platform's too.
fn system_rows(
    network: &Network,
    family: Family,
    reserved_vanish: bool,
    wanted: &impl Fn(&Prefix) -> bool,
    rows: &mut Vec<EffectiveRoute>,
) {
    let before = rows.len();
    let own = network.address_prefixes.iter().filter(|p| wanted(p));
    let own = own.map(|p| EffectiveRoute::new(*p, RouteSource::SystemVnet, EffectiveNextHop::VnetLocal));
    let peers = network.peerings.iter().filter(|peering| peering.allow_virtual_network_access);
    let peers = peers.flat_map(|peering| {
        let next_hop = EffectiveNextHop::VnetPeering(peering.remote_network.clone());
        let prefixes = peering.remote_prefixes.iter().filter(move |p| wanted(p));
        prefixes.map(move |p| EffectiveRoute::new(*p, RouteSource::SystemPeering, next_hop.clone()))
    });
    rows.extend(own.chain(peers));
    if !reserved_vanish {
        for range in reserved_ranges().filter(|range| wanted(range)) {
            let taken = rows.iter().skip(before).any(|row| row.prefix.contains_prefix(&range));
            if !taken {
                rows.push(EffectiveRoute::new(range, RouteSource::SystemReserved, EffectiveNextHop::None));
            }
        }
    }
    rows.extend(
        default_prefix(family)
            .filter(|p| wanted(p))
            .map(|p| EffectiveRoute::new(p, RouteSource::SystemInternet, EffectiveNextHop::Internet)),
    );
}

/// Rows of the network's gateway, or of a peer's gateway that both sides agree to share; a network with a gateway of
/// its own uses no other.
fn gateway_rows<'a>(state: &'a State, network: &'a Network) -> impl Iterator<Item = EffectiveRoute> + 'a {
    let own = network.gateway.is_some();
    let remote =
        network.peerings.iter().filter(move |peering| !own && peering.use_remote_gateways).filter_map(
            move |peering| {
                let remote = state.networks.get(peering.remote_network.as_ref()?)?;
                let shared = remote.peerings.iter().any(|back| {
                    back.allow_gateway_transit && back.remote_network.as_ref() == Some(&network.name)
                });
                if shared { remote.gateway.as_ref() } else { None }
            },
        );
    let prefixes = network.gateway.iter().chain(remote).flat_map(|gateway| &gateway.on_premises_prefixes);
    prefixes.map(|p| EffectiveRoute::new(*p, RouteSource::Bgp, EffectiveNextHop::VirtualNetworkGateway))
}

/// Marks what is overridden; reserved ranges that are overridden vanish.
fn resolve(mut rows: Vec<EffectiveRoute>) -> Vec<EffectiveRoute> {
    rows.sort_by(|a, b| {
        (a.prefix, a.source.rank(), a.source, &a.route).cmp(&(b.prefix, b.source.rank(), b.source, &b.route))
    });
    let shadow = |row: &EffectiveRoute| Shadow { prefix: row.prefix, source: row.source };
    let overriding = rows.iter().filter(|row| row.source.overrides_gateway()).map(shadow);
    let learned = rows.iter().any(|row| row.source == RouteSource::Bgp);
    let preferred: Vec<_> = if learned { overriding.collect() } else { Vec::new() };
    let mut leader: Option<Shadow> = None;
    for row in &mut rows {
        match &leader {
            Some(first) if first.prefix == row.prefix => row.shadowed_by = Some(first.clone()),
            Some(_) | None => leader = Some(shadow(row)),
        }
        if row.shadowed_by.is_none() && row.source.rank() == RouteSource::Bgp.rank() {
            row.shadowed_by = preferred.iter().find(|p| p.prefix.contains_prefix(&row.prefix)).cloned();
        }
    }
    rows.retain(|row| row.source != RouteSource::SystemReserved || row.shadowed_by.is_none());
    rows
}

fn default_prefix(family: Family) -> Option<Prefix> {
    match family {
        Family::V4 => Prefix::containing(Ipv4Addr::UNSPECIFIED.into(), 0),
        Family::V6 => Prefix::containing(Ipv6Addr::UNSPECIFIED.into(), 0),
    }
}

/// Private ranges that the platform drops: RFC 1918 and RFC 6598.
fn reserved_ranges() -> impl Iterator<Item = Prefix> {
    let ranges = [([10, 0, 0, 0], 8), ([172, 16, 0, 0], 12), ([192, 168, 0, 0], 16), ([100, 64, 0, 0], 10)];
    ranges.into_iter().filter_map(|(first, length)| Prefix::containing(Ipv4Addr::from(first).into(), length))
}
