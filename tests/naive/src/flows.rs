//! Which flows are tried in a state: from and to everything that has an address, and things that have none.
//!
//! An end is drawn by its class first, so that a state with many pods still has flows of every kind. Must not know how
//! flows are judged.

use std::net::IpAddr;

use podnet_core::State;
use podnet_core::address::{Family, address_of};
use podnet_core::flow::{EndpointRef, Flow, Scope};
use podnet_core::model::Protocol;
use podnet_core::name::ClusterName;

use crate::random::Random;
use crate::world::address;

/// The ends that flows of a state are made of, by class.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    pods: Vec<EndpointRef>,
    nodes: Vec<EndpointRef>,
    machines: Vec<EndpointRef>,
    services: Vec<EndpointRef>,
    /// Addresses that nobody has, or that are of no host.
    odd: Vec<EndpointRef>,
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

impl Ends {
    /// The ends of a state.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut ends = Self::default();
        for pod in state.allocations.values() {
            let by_name = EndpointRef::Pod {
                cluster: pod.name.cluster_name(),
                namespace: pod.owner.namespace.clone(),
                pod: pod.owner.pod.clone(),
            };
            ends.pods.extend([EndpointRef::Allocation(pod.name.clone()), by_name]);
            ends.pods.extend(pod.addresses.iter().map(|held| EndpointRef::Address(held.address)));
        }
        for node in state.nodes.values() {
            ends.nodes.extend([EndpointRef::Node(node.name.clone()), EndpointRef::Node(node.name.clone())]);
            ends.nodes.extend(node.addresses.iter().map(|a| EndpointRef::Address(*a)));
            for block in &node.pod_prefixes {
                for offset in [1, 99] {
                    let address = address_of(block.family(), block.first_number() + offset);
                    ends.odd.push(EndpointRef::Address(address));
                }
            }
            ends.odd.extend(node.pod_addresses.last().map(|a| EndpointRef::Address(*a)));
        }
        let public = state.nodes.values().flat_map(|node| &node.interface.public_addresses);
        let public =
            public.chain(state.reservations.values().flat_map(|held| &held.machine.public_addresses));
        ends.public = public.copied().collect();
        ends.machines.extend(ends.public.iter().map(|a| EndpointRef::Address(*a)));
        for machine in state.reservations.values() {
            ends.machines.push(EndpointRef::VirtualMachine(machine.name.clone()));
            ends.machines.push(EndpointRef::Address(machine.prefix.last()));
        }
        for service in state.services.values() {
            let named = EndpointRef::Service(service.name.clone());
            ends.services.extend([named.clone(), named]);
            let addresses = service.cluster_addresses.iter().chain(&service.load_balancer_addresses);
            ends.services.extend(addresses.map(|a| EndpointRef::Address(*a)));
        }
        for subnet in state.subnets.values() {
            for prefix in &subnet.address_prefixes {
                let gateway = address_of(prefix.family(), prefix.first_number() + 1);
                let free = address_of(prefix.family(), prefix.last_number() - 2);
                ends.odd.extend([EndpointRef::Address(gateway), EndpointRef::Address(free)]);
            }
        }
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
        let source = self.source(random);
        let destination = self.destination(random);
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
            family: match random.below(20) {
                0 => Some(Family::V4),
                1 | 2 => Some(Family::V6),
                _ => None,
            },
            one_way: random.percent(4),
            concurrent_flows: if random.percent(90) {
                0
            } else {
                random.pick([1, 7, 8, 63, 64, 1023, 1024, 4000, 64_000, 70_000])
            },
        })
    }

    fn source(&self, random: &mut Random) -> EndpointRef {
        let class = match random.below(40) {
            0..=15 => &self.pods,
            16..=22 => &self.nodes,
            23..=29 => &self.machines,
            30 => &self.odd,
            31 => &self.services,
            _ => return outside(random),
        };
        random.of(class).cloned().unwrap_or_else(|| outside(random))
    }

    fn destination(&self, random: &mut Random) -> EndpointRef {
        let class = match random.below(20) {
            0..=3 => &self.pods,
            4 | 5 => &self.nodes,
            6..=8 => &self.machines,
            9..=15 => &self.services,
            16 => &self.odd,
            _ => return outside(random),
        };
        random.of(class).cloned().unwrap_or_else(|| outside(random))
    }
}

fn outside(random: &mut Random) -> EndpointRef {
    EndpointRef::Address(address(random.pick(OUTSIDE)))
}
