//! Which routes does a subnet have: Azure's rules, as routes of a Linux table (flow-tracing.md 4, aks-networking.md 4).

use std::collections::BTreeMap;

use podnet_core::address::Family;
use podnet_core::model::{NextHop, Subnet};
use podnet_core::prefix::Prefix;

use super::World;
use super::peers::gateway_of;

/// Ranges that the platform sends nowhere.
const RESERVED: [&str; 4] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/// Where a route of a subnet leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hop {
    /// To whoever has the address in the network.
    Network,
    /// To whoever has the address in a peered network: its number.
    Peer(usize),
    /// To the gateway.
    Gateway,
    /// To the Internet.
    Internet,
    /// Nowhere.
    Nowhere,
    /// To this machine.
    Machine(std::net::IpAddr),
}

/// The routes that are in effect in a subnet, one for each prefix.
pub(super) fn of_subnet(world: &World<'_>, subnet: &Subnet) -> BTreeMap<Prefix, Hop> {
    let mut routes = BTreeMap::new();
    let table = subnet.route_table.as_ref().and_then(|name| world.state.route_tables.get(name));
    let own: Vec<(Prefix, Hop)> = table
        .map(|table| {
            let of_table = world.state.routes.values().filter(|route| route.name.table_name() == table.name);
            of_table.map(|route| (route.prefix, hop(route.next_hop))).collect()
        })
        .unwrap_or_default();
    let Some(network) = world.networks.iter().find(|network| network.name == subnet.name.network_name())
    else {
        return routes;
    };
    let v4 = |prefix: &Prefix| prefix.family() == Family::V4;
    let space: Vec<Prefix> = network.address_prefixes.iter().copied().filter(v4).collect();
    let mut peers: Vec<(Prefix, Hop)> = Vec::new();
    for peering in network.peerings.iter().filter(|peering| peering.allow_virtual_network_access) {
        let number =
            world.networks.iter().position(|other| Some(&other.name) == peering.remote_network.as_ref());
        let hop = number.map_or(Hop::Nowhere, Hop::Peer);
        peers.extend(peering.remote_prefixes.iter().copied().filter(v4).map(|prefix| (prefix, hop)));
    }
    let taken: Vec<Prefix> = space.iter().copied().chain(peers.iter().map(|(prefix, _)| *prefix)).collect();
    // System routes first; whoever comes later with the same prefix goes before them.
    let whole = Prefix::parse("0.0.0.0/0").ok();
    let default_taken = own.iter().any(|(prefix, _)| Some(*prefix) == whole);
    if !default_taken {
        let reserved = RESERVED.iter().filter_map(|text| Prefix::parse(text).ok());
        let left = reserved.filter(|range| !taken.iter().any(|own| own.contains_prefix(range)));
        routes.extend(left.map(|range| (range, Hop::Nowhere)));
    }
    routes.extend(whole.map(|whole| (whole, Hop::Internet)));
    routes.extend(peers);
    routes.extend(space.iter().map(|own| (*own, Hop::Network)));
    let propagates = table.is_none_or(|table| !table.disable_bgp_route_propagation);
    if let Some((_, gateway)) = gateway_of(world, network).filter(|_| propagates) {
        // A route of the network goes before a learned one of any length.
        let learned = gateway.on_premises_prefixes.iter().copied().filter(v4);
        let free = learned.filter(|learned| !taken.iter().any(|own| own.contains_prefix(learned)));
        routes.extend(free.map(|prefix| (prefix, Hop::Gateway)));
    }
    routes.extend(own);
    routes
}

fn hop(next_hop: NextHop) -> Hop {
    match next_hop {
        NextHop::VnetLocal => Hop::Network,
        NextHop::VirtualAppliance(address) => Hop::Machine(address),
        NextHop::VirtualNetworkGateway => Hop::Gateway,
        NextHop::Internet => Hop::Internet,
        NextHop::None => Hop::Nowhere,
    }
}
