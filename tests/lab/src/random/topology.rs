//! What stands there: subnets, nodes, pods, machines, and the way out.

use std::net::{IpAddr, Ipv4Addr};

use podnet_core::model::Appliance;
use podnet_core::prefix::Prefix;
use podnet_naive::Random;

use crate::scenario::{Machine, Mode, Node, Outbound, Peering, Scenario};

/// Pods of a kubenet cluster; the cluster's own default.
pub(super) const POD_CIDR: &str = "10.244.0.0/16";

/// The other network.
const SPOKE: &str = "10.250.0.0/16";

/// Address ranges that are laid out together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    /// Subnet of the nodes.
    pub(super) nodes: &'static str,
    /// Subnet of more nodes.
    pub(super) more: &'static str,
    /// Subnet of machines.
    pub(super) machines: &'static str,
    /// Subnet of the gateway.
    pub(super) gateway: &'static str,
    /// Behind the gateway.
    pub(super) on_premises: &'static str,
}

/// One in the largest reserved range, one in two of them, one in a range that is as large as a reserved one.
const GROUNDS: [Ground; 3] = [
    Ground {
        nodes: "10.240.0.0/16",
        more: "10.243.0.0/24",
        machines: "10.241.0.0/16",
        gateway: "10.242.0.0/27",
        on_premises: "192.168.50.0/24",
    },
    Ground {
        nodes: "172.16.0.0/16",
        more: "10.3.0.0/24",
        machines: "10.1.0.0/24",
        gateway: "10.2.0.0/27",
        on_premises: "172.20.0.0/16",
    },
    Ground {
        nodes: "192.168.0.0/17",
        more: "192.168.192.0/24",
        machines: "192.168.128.0/18",
        gateway: "100.64.0.0/27",
        on_premises: "10.99.0.0/16",
    },
];

impl Ground {
    /// One of them.
    pub(super) fn some(random: &mut Random) -> Self {
        let [first, ..] = GROUNDS;
        if random.percent(50) { first } else { random.pick(GROUNDS) }
    }
}

/// A prefix of the tables in this folder.
pub(super) fn prefix(text: &str) -> Option<Prefix> {
    Prefix::parse(text).ok()
}

/// The address of a prefix with this number.
pub(super) fn host(text: &str, number: u32) -> IpAddr {
    let first = match prefix(text).map(|prefix| prefix.first()) {
        Some(IpAddr::V4(first)) => u32::from(first),
        Some(IpAddr::V6(_)) | None => 0,
    };
    Ipv4Addr::from(first + number).into()
}

/// Address of a node: they get addresses in order, each of Azure CNI with ten for its pods.
pub(super) fn node_address(scenario: &Scenario, ground: &Ground, index: usize) -> Option<IpAddr> {
    let node = scenario.nodes.get(index)?;
    let before = scenario.nodes.iter().take(index).filter(|other| other.subnet == node.subnet).count();
    let each = if scenario.mode == Mode::Kubenet { 1 } else { 11 };
    let subnet = if node.subnet == "nodes" { ground.nodes } else { ground.more };
    Some(host(subnet, 4 + u32::try_from(before * each).ok()?))
}

pub(super) fn topology(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    scenario.mode = match random.below(20) {
        0..=9 => Mode::Kubenet,
        10..=15 => Mode::Transparent,
        _ => Mode::Bridge,
    };
    scenario.cni = scenario.mode != Mode::Bridge && random.percent(6);
    scenario.round_robin = random.percent(25);
    outbound(scenario, random);
    let mut subnet = |name: &str, text: &str| {
        scenario.subnets.extend(prefix(text).map(|prefix| (name.to_owned(), prefix)));
    };
    subnet("nodes", ground.nodes);
    subnet("machines", ground.machines);
    // A lab has one NAT gateway, on one subnet.
    let more = scenario.outbound.kind != "nat-gateway" && random.percent(20);
    if more {
        subnet("more", ground.more);
    }
    if random.percent(55) {
        if random.percent(50) {
            subnet("GatewaySubnet", ground.gateway);
        }
        scenario.on_premises.extend(prefix(ground.on_premises));
    }
    for index in 1..=random.pick([1, 2, 2, 2, 2, 3, 3]) {
        let subnet = if more && index == 2 { "more" } else { "nodes" };
        let name = format!("node{index}");
        for pod in 1..=random.pick([1, 1, 2, 2, 2, 0]) {
            scenario.pods.push((format!("p{index}{pod}"), name.clone()));
        }
        scenario.nodes.push(Node {
            name,
            subnet: subnet.to_owned(),
            ready: !random.percent(6),
            excluded: random.percent(6),
            forwards: !random.percent(6),
        });
    }
    machines(scenario, random, ground);
    scenario.keep_source = keep_source(random, ground);
    if random.percent(25) {
        peers(scenario, random);
    }
}

/// A second network with a machine; now and then one side of the peering is not as it should be.
fn peers(scenario: &mut Scenario, random: &mut Random) {
    let Some(range) = prefix(SPOKE) else { return };
    scenario.networks.push(("spoke".to_owned(), "work".to_owned(), range));
    let shares = !scenario.on_premises.is_empty() && random.percent(50);
    for (from, to) in [("lab", "spoke"), ("spoke", "lab")] {
        if random.percent(92) {
            scenario.peerings.push(Peering {
                from: from.to_owned(),
                to: to.to_owned(),
                access: random.percent(92),
                forwarded: random.percent(65),
                transit: from == "lab" && (shares || random.percent(20)),
                remote_gateway: from == "spoke" && shares,
            });
        }
    }
    scenario.machines.push(Machine {
        name: "other".to_owned(),
        subnet: "work".to_owned(),
        address: host(SPOKE, 4),
        forwards: random.percent(35).then_some(Appliance::Router),
    });
}

fn machines(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    let mut machine = |name: &str, near: bool, number: u32, forwards: Option<Appliance>| {
        let (subnet, range) = if near { ("nodes", ground.nodes) } else { ("machines", ground.machines) };
        scenario.machines.push(Machine {
            name: name.to_owned(),
            subnet: subnet.to_owned(),
            address: host(range, number),
            forwards,
        });
    };
    if random.percent(60) {
        machine("near", true, 200, None);
    }
    if random.percent(80) {
        machine("far", false, 4, None);
    }
    if scenario.outbound.kind == "udr" || random.percent(45) {
        let kind = match random.below(10) {
            0..=4 => Appliance::Router,
            5 | 6 => Appliance::Firewall,
            7 | 8 => Appliance::SourceNat,
            _ => Appliance::Unknown,
        };
        machine("nva", random.percent(25), 9, Some(kind));
    }
}

fn outbound(scenario: &mut Scenario, random: &mut Random) {
    let kind = match random.below(20) {
        0..=12 => "load-balancer",
        13..=15 => "nat-gateway",
        16 | 17 => "udr",
        _ => "none",
    };
    let address = |last: u8| IpAddr::from([203, 0, 113, last]);
    let mut addresses = vec![address(10)];
    if kind == "load-balancer" && random.percent(20) {
        addresses.push(address(11));
    }
    let ports = if kind == "load-balancer" { random.pick([0, 0, 0, 8, 64, 16_000]) } else { 0 };
    scenario.outbound = Outbound { kind: kind.to_owned(), addresses, ports };
}

fn keep_source(random: &mut Random, ground: &Ground) -> Option<Vec<Prefix>> {
    let listed: &[&str] = match random.below(20) {
        0..=10 => return None,
        11 | 12 => &[],
        13 => &["0.0.0.0/0"],
        14 | 15 => &["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
        16 => &[POD_CIDR, ground.nodes],
        17 => &[POD_CIDR, ground.nodes, ground.machines],
        18 => &[POD_CIDR, ground.on_premises],
        _ => &["198.51.100.0/24", ground.nodes],
    };
    Some(listed.iter().filter_map(|text| prefix(text)).collect())
}
