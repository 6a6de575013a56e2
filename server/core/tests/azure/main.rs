//! What the platform's pages publish as worked examples, held against the model: one file for each table.
#![expect(clippy::unwrap_used, reason = "a table that is not read fails its test")]

use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::{Family, parse_address};
use podnet_core::event::{Change, Event};
use podnet_core::flow::port_blocks::{port_blocks, ports_for_nodes};
use podnet_core::meta::{Meta, Revision};
use podnet_core::model::{Gateway, GatewayKind, Network, NextHop, Peering, Route, RouteTable, Subnet};
use podnet_core::name::{NetworkName, RouteTableName, Segment, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::routes::{EffectiveNextHop, effective_routes, lookup};
use podnet_core::state::State;
use podnet_core::time::Timestamp;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split_whitespace().collect())
}

fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

fn address(text: &str) -> IpAddr {
    parse_address(text).unwrap()
}

struct World(State);

impl World {
    fn emit(&mut self, event: &Event) {
        self.0.evolve(event, Revision(1), Timestamp(1));
    }

    fn network(&mut self, name: &str, space: &[&str], gateway: &[&str], peers: &[&str]) -> NetworkName {
        let name = NetworkName::parse(&format!("networks/{name}")).unwrap();
        let peering = Peering {
            name: "peer".to_owned(),
            remote_network: None,
            remote_prefixes: peers.iter().map(|p| prefix(p)).collect(),
            allow_virtual_network_access: true,
            allow_forwarded_traffic: false,
            allow_gateway_transit: false,
            use_remote_gateways: false,
        };
        let on_premises_prefixes: Vec<_> = gateway.iter().map(|p| prefix(p)).collect();
        self.emit(&Event::Network(Change::Created(Network {
            name: name.clone(),
            meta: Meta::default(),
            address_prefixes: space.iter().map(|p| prefix(p)).collect(),
            gateway: (!gateway.is_empty())
                .then_some(Gateway { kind: GatewayKind::Vpn, on_premises_prefixes }),
            peerings: if peers.is_empty() { Vec::new() } else { vec![peering] },
        })));
        name
    }

    fn subnet(&mut self, network: &NetworkName, name: &str, range: &str, routes: &[(&str, NextHop)]) {
        let id = |text: &str| Segment::parse(text).unwrap();
        let table = RouteTableName { network: network.network.clone(), table: id(name) };
        self.emit(&Event::RouteTable(Change::Created(RouteTable {
            name: table.clone(),
            meta: Meta::default(),
            disable_bgp_route_propagation: false,
        })));
        for (number, (destination, next_hop)) in routes.iter().enumerate() {
            self.emit(&Event::Route(Change::Created(Route {
                name: table.route(id(&format!("r{number}"))),
                meta: Meta::default(),
                prefix: prefix(destination),
                next_hop: *next_hop,
                node: None,
            })));
        }
        self.emit(&Event::Subnet(Change::Created(Subnet {
            name: SubnetName { network: network.network.clone(), subnet: id(name) },
            meta: Meta::default(),
            address_prefixes: vec![prefix(range)],
            route_table: Some(table),
            service_endpoints: Vec::new(),
            delegation: String::new(),
            network_security_group: None,
            cooldown: Duration::ZERO,
        })));
    }

    fn named(&self, subnet: &str) -> &Subnet {
        self.0.subnets.values().find(|found| found.name.subnet.as_str() == subnet).unwrap()
    }
}

fn world() -> World {
    let mut world = World(State::default());
    let appliance = |text: &str| NextHop::VirtualAppliance(address(text));
    let nva = appliance("10.0.100.4");
    let example =
        world.network("example", &["10.0.0.0/16"], &["10.10.0.0/16"], &["10.1.0.0/16", "10.2.0.0/16"]);
    let routes = [
        ("10.0.0.0/16", nva),
        ("10.0.0.0/24", NextHop::VnetLocal),
        ("10.1.0.0/16", NextHop::None),
        ("10.2.0.0/16", NextHop::None),
        ("10.10.0.0/16", nva),
        ("0.0.0.0/0", nva),
    ];
    world.subnet(&example, "Subnet1", "10.0.0.0/24", &routes);
    world.subnet(&example, "Subnet2", "10.0.1.0/24", &[]);
    let aks = world.network("aks", &["10.224.0.0/12"], &[], &[]);
    let pods = ("10.244.1.0/24", appliance("10.224.0.5"));
    world.subnet(&aks, "plain", "10.224.0.0/16", &[pods]);
    let firewall = ("0.0.0.0/0", appliance("10.200.0.4"));
    world.subnet(&aks, "forced", "10.225.0.0/16", &[pods, firewall]);
    world
}

fn show(next_hop: &EffectiveNextHop) -> String {
    match next_hop.address() {
        Some(address) => format!("{} {address}", next_hop.azure()),
        None => next_hop.azure().to_owned(),
    }
}

#[test]
fn effective_routes_are_as_published() {
    let world = world();
    for subnet in ["Subnet1", "Subnet2"] {
        let listed = effective_routes(&world.0, world.named(subnet), Family::V4);
        let mut listed: Vec<_> = listed
            .iter()
            .map(|row| {
                let (state, source) = (row.state().azure(), row.source.azure());
                format!("{state} {source} {} {}", row.prefix, show(&row.next_hop))
            })
            .collect();
        let published = rows(include_str!("effective_routes.txt")).filter(|row| row[0] == subnet);
        let mut published: Vec<_> = published.map(|row| row[1..].join(" ")).collect();
        listed.sort();
        published.sort();
        assert_eq!(listed, published, "{subnet}");
    }
}

#[test]
fn next_hops_are_as_published() {
    let world = world();
    for row in rows(include_str!("next_hops.txt")) {
        let choice = lookup(&world.0, world.named(row[1]), address(row[2]));
        let taken = choice.winner.map(|winner| show(&winner.route.next_hop));
        assert_eq!(taken, Some(row[3..].join(" ")), "{} to {}", row[1], row[2]);
    }
}

#[test]
fn source_ports_are_as_published() {
    for row in rows(include_str!("snat_ports.txt")) {
        let number = |index: usize| row[index].parse::<u32>().unwrap();
        let (addresses, rules) = (number(2) as usize, number(3) as usize);
        let available = vec![ports_for_nodes(rules); addresses];
        let blocks = port_blocks(number(0), number(4) - 1, number(1) as usize, &available);
        let ports: u32 = blocks.iter().map(|block| block.size).sum();
        assert_eq!(ports, number(5), "{row:?}");
        let apart = |block: &podnet_core::flow::port_blocks::PortBlock| {
            block.first >= 1024 && block.last() >= block.first
        };
        assert!(blocks.iter().all(apart), "{row:?}: {blocks:?}");
    }
}
