//! Which tables and user routes there are: none, right ones, and every kind of wrong one.

use std::net::IpAddr;

use podnet_core::address::Family;
use podnet_core::command::{Command, RouteSpec, RouteTableSpec, SubnetRouteTable};
use podnet_core::model::{NetworkMode, NextHop, RouteManagement};
use podnet_core::name::{NodeName, RouteName, RouteTableName};
use podnet_core::prefix::Prefix;

use super::Limits;
use super::network::{Plan, table_name};
use crate::random::Random;
use crate::world::{World, address, prefix, unlabelled};

/// Three tables of the hub and one of the spoke, with default routes in some, so that clusters can bring them.
pub(super) fn tables(world: &mut World, random: &mut Random, plan: &Plan) {
    for (network, id) in [("hub", "rt-a"), ("hub", "rt-b"), ("hub", "rt-c"), ("spoke", "rt-s")] {
        let Some(name) = table_name(network, id) else { continue };
        let disable_bgp_route_propagation = random.percent(30);
        let spec = RouteTableSpec { name: name.clone(), labels: unlabelled(), disable_bgp_route_propagation };
        world.attempt(Command::CreateRouteTable(spec));
        if random.percent(30) {
            let hop = default_hop(random, plan);
            route(world, &name, "default", prefix("0.0.0.0/0"), hop, None);
        }
        if plan.dual && random.percent(10) {
            let hop = random.pick([
                NextHop::Internet,
                NextHop::None,
                NextHop::VirtualAppliance(address("fd00:1:0:3::4")),
            ]);
            route(world, &name, "default6", prefix("::/0"), hop, None);
        }
    }
    let subnets: Vec<_> = world.state.subnets.keys().cloned().collect();
    for subnet in subnets {
        if !random.percent(35) {
            continue;
        }
        let id = random.pick(["rt-a", "rt-a", "rt-b", "rt-c", "rt-s"]);
        let table = table_name(subnet.network.as_str(), id);
        world.attempt(Command::SetSubnetRouteTable(SubnetRouteTable { subnet, table, etag: None }));
    }
}

/// The first address that a reservation of the transit subnet gets, or another way out.
fn default_hop(random: &mut Random, plan: &Plan) -> NextHop {
    let transit = plan.space.subnets.iter().find(|(id, _)| *id == "transit");
    let appliance = transit.map_or_else(|| address("10.9.9.9"), |(_, text)| offset(prefix(text), 4));
    random.pick([
        NextHop::VirtualAppliance(appliance),
        NextHop::VirtualAppliance(appliance),
        NextHop::VirtualNetworkGateway,
        NextHop::Internet,
        NextHop::None,
    ])
}

fn offset(prefix: Prefix, count: u128) -> IpAddr {
    podnet_core::address::address_of(prefix.family(), prefix.first_number() + count)
}

/// Routes of observed clusters, right and wrong, and the users' own; tables put on and taken away.
pub(super) fn user_routes(world: &mut World, random: &mut Random, limits: Limits, plan: &Plan) {
    if limits.faults {
        observed(world, random);
    }
    let tables: Vec<_> = world.state.route_tables.keys().cloned().collect();
    for table in &tables {
        for index in 0..random.below(4) {
            let destination = destination(world, random, plan);
            let hop = next_hop(world, random, destination.family());
            route(world, table, &format!("u{index}"), destination, hop, None);
        }
    }
    if limits.faults {
        let subnets: Vec<_> = world.state.subnets.keys().cloned().collect();
        for subnet in subnets {
            if !random.percent(15) {
                continue;
            }
            let of_network: Vec<_> =
                tables.iter().filter(|table| table.network == subnet.network).cloned().collect();
            let table = random.of(&of_network).cloned().filter(|_| random.percent(75));
            world.attempt(Command::SetSubnetRouteTable(SubnetRouteTable { subnet, table, etag: None }));
        }
    }
}

/// The routes of a kubenet cluster that is only observed: most are right.
fn observed(world: &mut World, random: &mut Random) {
    let clusters: Vec<_> = world.state.clusters.values().cloned().collect();
    for cluster in clusters {
        if cluster.mode != NetworkMode::Kubenet || cluster.route_management != RouteManagement::Observed {
            continue;
        }
        let Some(table) = cluster.route_table.clone() else { continue };
        let nodes: Vec<_> = world.state.nodes_of(&cluster.name).cloned().collect();
        for node in &nodes {
            for block in &node.pod_prefixes {
                let family = block.family();
                let other = random.of(&nodes).and_then(|other| other.address(family));
                let hop = match random.below(20) {
                    0 => None,
                    1 => other.map(NextHop::VirtualAppliance),
                    2 => Some(NextHop::None),
                    3 => Some(random.pick([
                        NextHop::VnetLocal,
                        NextHop::Internet,
                        NextHop::VirtualNetworkGateway,
                    ])),
                    4 if family == Family::V4 => Some(NextHop::VirtualAppliance(address("10.9.9.9"))),
                    _ => node.address(family).map(NextHop::VirtualAppliance),
                };
                let id = format!("{}-{family:?}", node.name.node);
                if let Some(hop) = hop {
                    route(world, &table, &id, *block, hop, Some(&node.name));
                }
                let half = block.child(block.length() + 1, 0).filter(|_| random.percent(4));
                if let (Some(half), Some(other)) = (half, other) {
                    route(world, &table, &format!("{id}-half"), half, NextHop::VirtualAppliance(other), None);
                }
            }
        }
        let pools: Vec<_> = world.state.node_pools_of(&cluster.name).cloned().collect();
        for pool in pools.into_iter().filter(|_| random.percent(85)) {
            let wish =
                SubnetRouteTable { subnet: pool.subnet.clone(), table: Some(table.clone()), etag: None };
            world.attempt(Command::SetSubnetRouteTable(wish));
        }
    }
}

/// Rows inside of the blocks of nodes, and rows that hold several of them.
pub(super) fn by_blocks(world: &mut World, random: &mut Random) {
    let tables: Vec<_> = world.state.route_tables.keys().cloned().collect();
    let nodes: Vec<_> = world.state.nodes.values().cloned().collect();
    let blocks: Vec<Prefix> = nodes.iter().flat_map(|node| node.pod_prefixes.clone()).collect();
    for table in &tables {
        for index in 0..random.below(5) {
            let Some(block) = random.of(&blocks).copied() else { continue };
            let family = block.family();
            let more = u8::try_from(random.between(1, 6)).unwrap_or(1);
            let row = if random.percent(70) {
                let offset = u128::from(random.bits()) % block.size().min(1 << 16);
                let inside = self::offset(block, offset);
                Prefix::containing(inside, (block.length() + more).min(family.bits()))
            } else {
                Prefix::containing(block.first(), block.length().saturating_sub(more))
            };
            let own: Vec<_> = nodes.iter().filter_map(|node| node.address(family)).collect();
            let hop = match random.below(4) {
                0 => next_hop(world, random, family),
                1 => NextHop::None,
                _ => random.of(&own).map_or(NextHop::None, |own| NextHop::VirtualAppliance(*own)),
            };
            if let Some(row) = row {
                route(world, table, &format!("b{index}"), row, hop, None);
            }
        }
    }
}

fn destination(world: &World, random: &mut Random, plan: &Plan) -> Prefix {
    let nodes: Vec<_> = world.state.nodes.values().cloned().collect();
    let blocks: Vec<_> = nodes.iter().flat_map(|node| node.pod_prefixes.clone()).collect();
    let fixed = [
        "0.0.0.0/0",
        "0.0.0.0/0",
        "10.0.0.0/8",
        "10.60.0.0/16",
        "10.50.0.0/16",
        "10.50.0.0/24",
        "198.51.100.0/24",
        "192.168.0.0/16",
        "172.16.0.0/12",
        "203.0.113.0/24",
        "20.0.0.0/24",
        "8.0.0.0/6",
        "10.51.0.0/16",
        "198.51.100.7/32",
        "100.64.0.0/10",
        "10.0.0.0/16",
    ];
    let of_space: Vec<_> =
        plan.space.prefixes.iter().copied().chain(plan.space.subnets.iter().map(|(_, text)| *text)).collect();
    match random.below(12) {
        0 | 1 => random.of(&blocks).copied().unwrap_or_else(|| prefix("10.244.0.0/16")),
        2 => prefix(random.of(plan.space.pods).copied().unwrap_or("10.244.0.0/16")),
        3 | 4 => prefix(random.of(&of_space).copied().unwrap_or("10.224.0.0/12")),
        5 => {
            let own: Vec<_> = nodes.iter().flat_map(|node| node.addresses.clone()).collect();
            random.of(&own).map_or_else(|| prefix("10.224.0.0/16"), |own| Prefix::host(*own))
        }
        6 if plan.dual => {
            prefix(random.pick(["fd00:244::/56", "::/0", "fd00:1::/48", "fd00:1:0:3::/64", "2001:db8::/32"]))
        }
        _ => prefix(random.pick(fixed)),
    }
}

fn next_hop(world: &World, random: &mut Random, family: Family) -> NextHop {
    let of_family = |address: &IpAddr| Family::of(*address) == family;
    let nodes = world.state.nodes.values().flat_map(|node| node.addresses.clone());
    let machines = world.state.reservations.values().map(|machine| machine.prefix.first());
    let owners: Vec<_> = match random.below(10) {
        0..=6 => machines.filter(of_family).collect(),
        _ => nodes.filter(of_family).collect(),
    };
    match random.below(20) {
        0 | 1 => NextHop::None,
        2 | 3 => NextHop::Internet,
        4 | 5 => NextHop::VnetLocal,
        6 | 7 => NextHop::VirtualNetworkGateway,
        8 if family == Family::V4 => NextHop::VirtualAppliance(address(random.pick([
            "10.9.9.9",
            "10.51.0.9",
            "10.60.0.9",
            "10.224.0.77",
        ]))),
        _ => random.of(&owners).map_or(NextHop::None, |owner| NextHop::VirtualAppliance(*owner)),
    }
}

fn route(
    world: &mut World,
    table: &RouteTableName,
    id: &str,
    destination: Prefix,
    next_hop: NextHop,
    node: Option<&NodeName>,
) {
    let Ok(name) = RouteName::parse(&format!("{table}/routes/{id}")) else { return };
    world.attempt(Command::CreateRoute(RouteSpec {
        name,
        labels: unlabelled(),
        managed_by: node.map_or_else(String::new, |node| node.cluster_name().to_string()),
        prefix: destination,
        next_hop,
        node: node.cloned(),
    }));
}
