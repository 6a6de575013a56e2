//! Which networks stand around a cluster: address spaces, subnets, peers, gateways, machines and appliances.

use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{Command, NetworkSpec, Place, ReservationSpec, SubnetSpec};
use podnet_core::model::{Appliance, Gateway, GatewayKind, Machine, Peering, Purpose};
use podnet_core::name::{NetworkName, ReservationName, RouteTableName, SubnetName};
use podnet_core::prefix::Prefix;

use super::Limits;
use crate::random::Random;
use crate::world::{World, prefix, unlabelled};

/// What was planned for the networks, for the parts that follow.
pub(super) struct Plan {
    /// Whether there are IPv6 prefixes.
    pub(super) dual: bool,
    /// Address space of the hub.
    pub(super) space: Space,
}

/// An address space with its subnets. Nodes live in the first two.
pub(super) struct Space {
    /// Address space.
    pub(super) prefixes: &'static [&'static str],
    /// Subnets: id and prefix.
    pub(super) subnets: &'static [(&'static str, &'static str)],
    /// Pod prefixes that do not overlap it.
    pub(super) pods: &'static [&'static str],
}

/// One inside a reserved range, one in two parts, one equal to a reserved range, one that holds a reserved range.
const SPACES: [Space; 5] = [
    Space {
        prefixes: &["10.224.0.0/12"],
        subnets: &[
            ("nodes", "10.224.0.0/24"),
            ("nodes2", "10.224.1.0/24"),
            ("machines", "10.225.0.0/24"),
            ("transit", "10.226.0.0/28"),
        ],
        pods: &["10.244.0.0/16", "192.168.0.0/16", "10.244.0.0/22"],
    },
    Space {
        prefixes: &["10.240.0.0/16", "10.241.0.0/16"],
        subnets: &[
            ("nodes", "10.240.0.0/24"),
            ("nodes2", "10.241.1.0/24"),
            ("machines", "10.241.0.0/24"),
            ("transit", "10.240.9.0/28"),
        ],
        pods: &["10.244.0.0/16", "172.20.0.0/16"],
    },
    Space {
        prefixes: &["192.168.0.0/16"],
        subnets: &[
            ("nodes", "192.168.0.0/24"),
            ("nodes2", "192.168.1.0/24"),
            ("machines", "192.168.2.0/24"),
            ("transit", "192.168.3.0/28"),
        ],
        pods: &["10.244.0.0/16", "172.20.0.0/16"],
    },
    Space {
        prefixes: &["100.0.0.0/9"],
        subnets: &[
            ("nodes", "100.64.0.0/24"),
            ("nodes2", "100.64.1.0/24"),
            ("machines", "100.1.0.0/24"),
            ("transit", "100.64.3.0/28"),
        ],
        pods: &["10.244.0.0/16", "192.168.0.0/16"],
    },
    Space {
        prefixes: &["172.16.0.0/16", "10.1.0.0/16"],
        subnets: &[
            ("nodes", "10.1.0.0/24"),
            ("nodes2", "172.16.1.0/24"),
            ("machines", "172.16.0.0/24"),
            ("transit", "10.1.3.0/28"),
        ],
        pods: &["10.244.0.0/16", "10.2.0.0/16"],
    },
];

/// A name of the hub.
pub(super) fn subnet_name(network: &str, id: &str) -> Option<SubnetName> {
    SubnetName::parse(&format!("networks/{network}/subnets/{id}")).ok()
}

/// The hub, and perhaps a spoke that is known and one that is not.
pub(super) fn networks(world: &mut World, random: &mut Random, limits: Limits) -> Plan {
    let dual = match limits.family {
        Some(family) => family == Family::V6,
        None => random.percent(50),
    };
    let [first, second, third, fourth, fifth] = SPACES;
    let space = match random.below(10) {
        0..=3 => first,
        4 | 5 => second,
        6 => third,
        7 => fourth,
        _ => fifth,
    };
    let spoke = limits.neighbours && random.percent(60);
    let stranger = limits.neighbours && random.percent(35);
    let gateway = limits.neighbours && random.percent(55);
    let mut prefixes: Vec<_> = space.prefixes.iter().map(|text| prefix(text)).collect();
    if dual {
        prefixes.push(prefix("fd00:1::/48"));
    }
    let mut peerings = Vec::new();
    if spoke && random.percent(90) {
        peerings.push(peering(random, "spoke", Some("networks/spoke"), spoke_prefixes(dual)));
    }
    if stranger {
        peerings.push(peering(random, "stranger", None, vec![prefix("10.51.0.0/16")]));
    }
    let own_gateway = gateway.then(|| gateway_of(random, &space));
    create(world, "hub", prefixes, own_gateway, peerings);
    for (index, (id, text)) in space.subnets.iter().enumerate() {
        let v6 = dual.then(|| format!("fd00:1:0:{}::/64", index + 1));
        subnet(world, "hub", id, text, v6.as_deref(), random);
    }
    if spoke {
        let mut peerings = Vec::new();
        if random.percent(90) {
            let mut own: Vec<_> = space.prefixes.iter().map(|text| prefix(text)).collect();
            own.extend(dual.then(|| prefix("fd00:1::/48")));
            peerings.push(peering(random, "hub", Some("networks/hub"), own));
        }
        let own = random.percent(25).then(|| gateway_of(random, &space));
        create(world, "spoke", spoke_prefixes(dual), own, peerings);
        subnet(world, "spoke", "work", "10.50.0.0/24", dual.then_some("fd00:50:0:1::/64"), random);
        subnet(world, "spoke", "edge", "10.50.1.0/24", None, random);
    }
    Plan { dual, space }
}

fn spoke_prefixes(dual: bool) -> Vec<Prefix> {
    let v6 = dual.then(|| prefix("fd00:50::/48"));
    [prefix("10.50.0.0/16")].into_iter().chain(v6).collect()
}

fn peering(random: &mut Random, name: &str, remote: Option<&str>, prefixes: Vec<Prefix>) -> Peering {
    Peering {
        name: name.to_owned(),
        remote_network: remote.and_then(|name| NetworkName::parse(name).ok()),
        remote_prefixes: prefixes,
        allow_virtual_network_access: random.percent(85),
        allow_forwarded_traffic: random.percent(60),
        allow_gateway_transit: random.percent(50),
        use_remote_gateways: random.percent(25),
    }
}

/// On-premises prefixes: outside of all, inside the network, equal to it, a peer's, a default route.
fn gateway_of(random: &mut Random, space: &Space) -> Gateway {
    let mut learned = vec![prefix("10.60.0.0/16")];
    for text in ["10.61.0.0/16", "fd00:60::/48", "0.0.0.0/0", "10.50.0.0/24", "203.0.113.0/24", "10.0.0.0/8"]
    {
        if random.percent(18) {
            learned.push(prefix(text));
        }
    }
    if random.percent(15) {
        learned.extend(space.subnets.first().map(|(_, text)| prefix(text)));
    }
    if random.percent(10) {
        learned.extend(space.prefixes.first().map(|text| prefix(text)));
    }
    if random.percent(10) {
        learned.extend(space.pods.first().map(|text| prefix(text)));
    }
    let kind = if random.percent(50) { GatewayKind::Vpn } else { GatewayKind::ExpressRoute };
    Gateway { kind, on_premises_prefixes: learned }
}

fn create(
    world: &mut World,
    id: &str,
    address_prefixes: Vec<Prefix>,
    gateway: Option<Gateway>,
    peerings: Vec<Peering>,
) {
    if let Ok(name) = NetworkName::parse(&format!("networks/{id}")) {
        let labels = unlabelled();
        let spec = NetworkSpec { name, labels, address_prefixes, gateway, peerings };
        world.attempt(Command::CreateNetwork(spec));
    }
}

fn subnet(world: &mut World, network: &str, id: &str, v4: &str, v6: Option<&str>, random: &mut Random) {
    let Some(name) = subnet_name(network, id) else { return };
    let endpoints = if random.percent(5) { vec!["Microsoft.Storage".to_owned()] } else { Vec::new() };
    world.attempt(Command::CreateSubnet(SubnetSpec {
        network_security_group: None,
        name,
        labels: unlabelled(),
        address_prefixes: std::iter::once(v4).chain(v6).map(prefix).collect(),
        route_table: None,
        service_endpoints: endpoints,
        delegation: String::new(),
        cooldown: Duration::ZERO,
    }));
}

/// Machines, appliances, frontends and reserved ranges in all subnets.
pub(super) fn machines(world: &mut World, random: &mut Random, plan: &Plan) {
    let subnets: Vec<_> = world.state.subnets.keys().cloned().collect();
    for subnet in subnets {
        let count = random.below(3);
        for index in 0..count {
            let purpose = match random.below(20) {
                0..=13 => Purpose::VirtualMachine,
                14 | 15 => Purpose::InternalLoadBalancer,
                16 | 17 => Purpose::PrivateEndpoint,
                _ => Purpose::Other,
            };
            let family = if plan.dual && random.percent(25) { Family::V6 } else { Family::V4 };
            let narrow = random.percent(93);
            let length = if narrow { family.bits() } else { family.bits() - 2 };
            reserve(world, &subnet, &format!("m{index}"), purpose, Place::NextFree(family, length), random);
        }
    }
    for (network, id) in [("hub", "transit"), ("hub", "machines"), ("spoke", "edge")] {
        if let Some(subnet) = subnet_name(network, id).filter(|_| random.percent(55)) {
            let place = Place::NextFree(Family::V4, 32);
            reserve(world, &subnet, "firewall", Purpose::VirtualMachine, place, random);
        }
    }
}

fn reserve(
    world: &mut World,
    subnet: &SubnetName,
    id: &str,
    purpose: Purpose,
    place: Place,
    random: &mut Random,
) {
    let Ok(name) = ReservationName::parse(&format!("{subnet}/reservations/{id}")) else { return };
    let ip_forwarding = if id == "firewall" { random.percent(85) } else { random.percent(20) };
    let appliance = match random.below(10) {
        0 | 1 => Appliance::Unknown,
        2..=4 => Appliance::Router,
        5..=7 => Appliance::Firewall,
        _ => Appliance::SourceNat,
    };
    let machine = Machine {
        stopped: random.percent(4),
        appliance,
        public_addresses: if purpose == Purpose::VirtualMachine && random.percent(45) {
            vec![IpAddr::from([20, 0, 2, u8::try_from(world.state.reservations.len()).unwrap_or(0)])]
        } else {
            Vec::new()
        },
    };
    let network_security_group = super::security::of_machine(world, &name);
    world.attempt(Command::CreateReservation(ReservationSpec {
        network_security_group,
        name,
        labels: unlabelled(),
        purpose,
        place,
        display_name: id.to_owned(),
        ip_forwarding,
        machine,
    }));
}

/// The name of a table of a network.
pub(super) fn table_name(network: &str, id: &str) -> Option<RouteTableName> {
    RouteTableName::parse(&format!("networks/{network}/routeTables/{id}")).ok()
}
