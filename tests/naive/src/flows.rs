//! Which flows are tried in a state: from and to everything that has an address, and things that have none.
//!
//! An end is drawn by its class first, so that a state with many pods still has flows of every kind. Must not know how
//! flows are judged.

use std::net::IpAddr;

use podnet_core::State;
use podnet_core::address::{Family, address_of};
use podnet_core::flow::{EndpointRef, Flow, Scope};
use podnet_core::model::{Protocol, Purpose};
use podnet_core::name::ClusterName;

use crate::random::Random;
use crate::world::address;

/// An end with the families that it has: IPv4, IPv6.
type End = (EndpointRef, [bool; 2]);

/// The ends that flows of a state are made of, by class.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    pods: Vec<End>,
    nodes: Vec<End>,
    /// Machines that can send.
    senders: Vec<End>,
    machines: Vec<End>,
    services: Vec<End>,
    /// Addresses that nobody has, or that are of no host.
    odd: Vec<End>,
    /// Hosts outside that the state knows of: on the Internet, and on premises where a gateway leads there.
    known: Vec<End>,
    /// Public addresses of single machines and nodes.
    public: Vec<IpAddr>,
    node_ports: Vec<u16>,
    scopes: Vec<Scope>,
}

/// Addresses of hosts outside: on-premises, the Internet, peers, private ones of nobody.
const OUTSIDE: [&str; 20] = [
    "10.60.0.10",
    "10.60.0.10",
    "10.60.0.10",
    "10.61.0.1",
    "198.51.100.7",
    "198.51.100.7",
    "198.51.100.7",
    "198.51.100.7",
    "8.8.8.8",
    "8.8.8.8",
    "203.0.113.200",
    "10.51.0.5",
    "10.50.0.77",
    "10.99.0.1",
    "172.20.9.9",
    "20.0.0.10",
    "2001:db8::7",
    "2001:db8::7",
    "fd00:60::7",
    "169.254.169.254",
];

/// Hosts that are on the Internet, whatever the state.
const INTERNET: [&str; 4] = ["198.51.100.7", "198.51.100.7", "8.8.8.8", "2001:db8::7"];
/// Hosts that are on premises where a gateway has their prefix.
const PREMISES: [&str; 3] = ["10.60.0.10", "10.61.0.1", "fd00:60::7"];
/// Draws of ends that have no family in common before such a pair is taken.
const DRAWS: usize = 6;

fn families(addresses: impl Iterator<Item = IpAddr>) -> [bool; 2] {
    addresses.fold([false; 2], |[v4, v6], address| [v4 || address.is_ipv4(), v6 || address.is_ipv6()])
}

fn bare(address: IpAddr) -> End {
    (EndpointRef::Address(address), families(std::iter::once(address)))
}

fn in_common(a: &End, b: &End) -> [bool; 2] {
    [a.1[0] && b.1[0], a.1[1] && b.1[1]]
}

impl Ends {
    /// The ends of a state.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut ends = Self::default();
        for pod in state.allocations.values() {
            let by_name = EndpointRef::Pod {
                cluster: pod.name.cluster_name(),
                namespace: pod.owner().namespace.to_owned(),
                pod: pod.owner().pod.to_owned(),
            };
            let both = families(pod.addresses.iter().map(|held| held.address));
            ends.pods.extend([(EndpointRef::Allocation(pod.name.clone()), both), (by_name, both)]);
            ends.pods.extend(pod.addresses.iter().map(|held| bare(held.address)));
        }
        for node in state.nodes.values() {
            let named = (EndpointRef::Node(node.name.clone()), families(node.addresses.iter().copied()));
            ends.nodes.extend([named.clone(), named]);
            ends.nodes.extend(node.addresses.iter().map(|a| bare(*a)));
            for block in &node.pod_prefixes {
                for offset in [1, 99] {
                    ends.odd.push(bare(address_of(block.family(), block.first_number() + offset)));
                }
            }
            ends.odd.extend(node.pod_addresses.iter().next_back().map(bare));
        }
        let public = state.nodes.values().flat_map(|node| &node.interface.public_addresses);
        let public =
            public.chain(state.reservations.values().flat_map(|held| &held.machine.public_addresses));
        ends.public = public.copied().collect();
        ends.machines.extend(ends.public.iter().map(|a| bare(*a)));
        for machine in state.reservations.values() {
            let last = bare(machine.prefix.last());
            let named = (EndpointRef::VirtualMachine(machine.name.clone()), last.1);
            if machine.purpose == Purpose::VirtualMachine {
                ends.senders.extend([named.clone(), last.clone()]);
            }
            ends.machines.extend([named, last]);
        }
        for service in state.services.values() {
            let addresses = service.cluster_addresses.iter().chain(&service.load_balancer_addresses).copied();
            let named = (EndpointRef::Service(service.name.clone()), families(addresses.clone()));
            ends.services.extend([named.clone(), named]);
            ends.services.extend(addresses.map(bare));
        }
        for subnet in state.subnets.values() {
            for prefix in &subnet.address_prefixes {
                let gateway = address_of(prefix.family(), prefix.first_number() + 1);
                let free = address_of(prefix.family(), prefix.last_number() - 2);
                ends.odd.extend([bare(gateway), bare(free)]);
            }
        }
        // Most flows are asked in the scope of the first cluster, which is in the hub.
        let hub = state.networks.values().find(|network| network.name.network.as_str() == "hub");
        let gateway = hub.and_then(|network| network.gateway.as_ref());
        let behind = |address: &IpAddr| {
            let mut learned = gateway.iter().flat_map(|gateway| &gateway.on_premises_prefixes);
            learned.any(|prefix| prefix.length() > 0 && prefix.contains(*address))
        };
        ends.known.extend(PREMISES.into_iter().map(address).filter(behind).map(bare));
        ends.known.extend(INTERNET.into_iter().map(address).map(bare));
        let ports = state.services.values().flat_map(|s| s.ports.iter().map(|port| port.node_port));
        ends.node_ports = ports.filter(|port| *port != 0).collect();
        ends.scopes = state.clusters.keys().cloned().map(Scope::Cluster).collect();
        let networks = state.networks.keys().cloned().map(Scope::Network);
        ends.scopes.extend(networks);
        ends
    }

    /// A random flow; `None` if the state has nothing to trace in.
    pub fn flow(&self, random: &mut Random) -> Option<Flow> {
        let scope = match ClusterName::parse("clusters/prod").map(Scope::Cluster) {
            Ok(prod) if self.scopes.contains(&prod) && random.percent(75) => prod,
            Ok(_) | Err(_) => random.of(&self.scopes)?.clone(),
        };
        let mut pair = (self.source(random), self.destination(random));
        for _ in 0..DRAWS {
            let internet =
                |end: &End| INTERNET.iter().any(|text| end.0 == EndpointRef::Address(address(text)));
            if in_common(&pair.0, &pair.1) != [false; 2] && !(internet(&pair.0) && internet(&pair.1)) {
                break;
            }
            pair = (self.source(random), self.destination(random));
        }
        let common = in_common(&pair.0, &pair.1);
        let (source, destination) = (pair.0.0, pair.1.0);
        let destination_port = match random.below(10) {
            0 => None,
            1 => Some(53),
            2 => Some(8080),
            3..=5 if matches!(destination, EndpointRef::Node(_) | EndpointRef::Address(_)) => {
                random.of(&self.node_ports).copied()
            }
            _ => Some(80),
        };
        // Without ports an answer looks like the next request, which only matters where a packet comes back by a public
        // address of its own sender; echo requests to those are left out.
        let public = matches!(&destination, EndpointRef::Address(to) if self.public.contains(to));
        Some(Flow {
            scope,
            source,
            destination,
            protocol: match random.below(20) {
                0..=12 => Protocol::Tcp,
                13..=15 => Protocol::Udp,
                16 => Protocol::Sctp,
                _ if public => Protocol::Tcp,
                _ => Protocol::Icmp,
            },
            source_port: random.percent(40).then_some(41_000),
            destination_port,
            family: match (random.below(100), common) {
                // Also the one that an end has not.
                (0, _) => Some(Family::V6),
                (1, _) => Some(Family::V4),
                (2..=29, [_, true]) => Some(Family::V6),
                (30..=39, [true, _]) => Some(Family::V4),
                (_, _) => None,
            },
            one_way: random.percent(4),
            concurrent_flows: if random.percent(90) {
                0
            } else {
                random.pick([1, 7, 8, 63, 64, 1023, 1024, 4000, 64_000, 70_000])
            },
        })
    }

    fn source(&self, random: &mut Random) -> End {
        let class = match random.below(200) {
            0..=84 => &self.pods,
            85..=119 => &self.nodes,
            120..=154 => &self.senders,
            155 => &self.machines,
            156 => &self.odd,
            157 => &self.services,
            158 | 159 => return outside(random),
            _ => &self.known,
        };
        random.of(class).cloned().unwrap_or_else(|| self.host(random))
    }

    fn destination(&self, random: &mut Random) -> End {
        let class = match random.below(20) {
            0..=3 => &self.pods,
            4 | 5 => &self.nodes,
            6..=8 => &self.machines,
            9..=15 => &self.services,
            16 => &self.odd,
            17 | 18 => &self.known,
            _ => return outside(random),
        };
        random.of(class).cloned().unwrap_or_else(|| outside(random))
    }

    fn host(&self, random: &mut Random) -> End {
        random.of(&self.known).cloned().unwrap_or_else(|| outside(random))
    }
}

fn outside(random: &mut Random) -> End {
    bare(address(random.pick(OUTSIDE)))
}
