//! Which devices does a lab have, which links are between them, and where can a packet be seen?
//!
//! The virtual network is one router with a port of its own for each network interface; the load balancer, NAT gateways and
//! the gateway stand around it, the Internet and on-premises hosts behind those. Must not know routes or rules.

use std::fmt;

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::model::{OutboundType, Purpose};

/// A device: one namespace each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Device {
    /// A pod.
    Pod(String),
    /// A node.
    Node(String),
    /// A virtual machine.
    Vm(String),
    /// The virtual network.
    Fabric,
    /// The public load balancer.
    Balancer,
    /// The NAT gateway of a subnet.
    Nat(String),
    /// The gateway.
    Gateway,
    /// Hosts behind the gateway.
    OnPremises,
    /// Hosts on the Internet.
    Internet,
}

impl Device {
    /// Name of its namespace.
    pub fn space(&self) -> String {
        match self {
            Self::Pod(name) | Self::Node(name) | Self::Vm(name) => name.clone(),
            Self::Fabric => "vnet".to_owned(),
            Self::Balancer => "azlb".to_owned(),
            Self::Nat(subnet) => format!("nat-{subnet}"),
            Self::Gateway => "vgw".to_owned(),
            Self::OnPremises => "onprem".to_owned(),
            Self::Internet => "internet".to_owned(),
        }
    }
}

/// Where a packet is seen: an interface of a device, and its direction there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Name of the namespace.
    pub space: String,
    /// Interface.
    pub interface: String,
    /// Whether it leaves the device there.
    pub leaves: bool,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.space, self.interface, if self.leaves { "out" } else { "in" })
    }
}

/// Two devices that are linked, each with its interface.
#[derive(Clone, Debug)]
pub struct Link {
    /// One end.
    pub one: (Device, String),
    /// The other.
    pub other: (Device, String),
}

/// A link that is passed: where the packet leaves, where it enters, and which device.
pub type Passed = (Point, Point, Device);

/// All links of a lab.
#[derive(Clone, Debug, Default)]
pub struct Wiring {
    /// The links; each device but the Internet has one way to each other.
    pub links: Vec<Link>,
}

/// Name of the fabric's port for a machine; interface names have at most 15 characters.
pub fn port_of(machine: &str) -> String {
    format!("p-{machine}")
}

impl Wiring {
    /// The links of a state with one cluster.
    pub fn of(state: &State) -> Self {
        let mut wiring = Self::default();
        let fabric = |interface: String| (Device::Fabric, interface);
        for node in state.nodes.values() {
            let name = node.name.node.to_string();
            wiring.link(fabric(port_of(&name)), (Device::Node(name), "eth0".to_owned()));
        }
        for pod in state.allocations.values() {
            let (pod, node) = (pod.name.allocation.to_string(), pod.node.to_string());
            wiring.link((Device::Node(node), inside_port(&pod)), (Device::Pod(pod), "eth0".to_owned()));
        }
        let machines = state.reservations.values().filter(|r| r.purpose == Purpose::VirtualMachine);
        for machine in machines.filter(|r| r.prefix.family() == Family::V4) {
            let name = machine.name.reservation.to_string();
            wiring.link(fabric(port_of(&name)), (Device::Vm(name), "eth0".to_owned()));
        }
        wiring.link(fabric("p-lb".to_owned()), (Device::Balancer, "in".to_owned()));
        wiring.link((Device::Balancer, "out".to_owned()), (Device::Internet, "eth0".to_owned()));
        for subnet in nat_subnets(state) {
            let nat = Device::Nat(subnet.clone());
            wiring.link(fabric(port_of("nat")), (nat.clone(), "in".to_owned()));
            wiring.link((nat, "out".to_owned()), (Device::Internet, "nat".to_owned()));
        }
        if state.networks.values().any(|network| network.gateway.is_some()) {
            wiring.link(fabric("p-gw".to_owned()), (Device::Gateway, "in".to_owned()));
            wiring.link((Device::Gateway, "out".to_owned()), (Device::OnPremises, "eth0".to_owned()));
        }
        wiring
    }

    fn link(&mut self, one: (Device, String), other: (Device, String)) {
        self.links.push(Link { one, other });
    }

    /// Whether the lab has this device.
    pub fn has(&self, device: &Device) -> bool {
        self.links.iter().any(|link| link.one.0 == *device || link.other.0 == *device)
    }

    /// Where the nodes' packets leave for the Internet.
    pub fn outlet(&self) -> Device {
        let nat = self.links.iter().find(|link| matches!(link.other.0, Device::Nat(_)));
        nat.map_or(Device::Balancer, |link| link.other.0.clone())
    }

    /// The points that a packet passes on the shortest way from one device to another, with the device that it enters
    /// at each second point. Between devices that have public addresses it is the Internet, not the network.
    pub fn way(&self, from: &Device, to: &Device) -> Option<Vec<Passed>> {
        let public = |device: &Device| matches!(device, Device::Balancer | Device::Nat(_) | Device::Internet);
        let outside = public(from) && public(to);
        let mut reached: Vec<(Device, Vec<Passed>)> = vec![(from.clone(), Vec::new())];
        let mut next = 0;
        while let Some((at, way)) = reached.get(next).cloned() {
            if at == *to {
                return Some(way);
            }
            next += 1;
            for link in &self.links {
                for (here, there) in [(&link.one, &link.other), (&link.other, &link.one)] {
                    let allowed = !outside || public(&there.0);
                    if here.0 == at && allowed && !reached.iter().any(|(known, _)| *known == there.0) {
                        let leaves = Point { space: at.space(), interface: here.1.clone(), leaves: true };
                        let enters =
                            Point { space: there.0.space(), interface: there.1.clone(), leaves: false };
                        let mut longer = way.clone();
                        longer.push((leaves, enters, there.0.clone()));
                        reached.push((there.0.clone(), longer));
                    }
                }
            }
        }
        None
    }
}

/// Node's end of a pod's link.
pub fn inside_port(pod: &str) -> String {
    format!("azv-{pod}")
}

/// Whether a point is looked at. A node's inner interfaces are not: what passes them is seen at the pod, and on a bridge
/// half-translated packets would be seen (kernel-lab.md 0.5).
pub fn is_watched(point: &Point) -> bool {
    !point.interface.starts_with("azv-")
}

/// Subnets of nodes that leave by a NAT gateway: one lab has at most one.
pub fn nat_subnets(state: &State) -> Vec<String> {
    let by_gateway = |cluster: &&std::sync::Arc<podnet_core::model::Cluster>| {
        cluster.outbound.kind == OutboundType::NatGateway
    };
    let Some(cluster) = state.clusters.values().find(by_gateway) else { return Vec::new() };
    let pools = state.node_pools.values().filter(|pool| pool.name.cluster_name() == cluster.name);
    let mut subnets: Vec<_> = pools.map(|pool| pool.subnet.subnet.to_string()).collect();
    subnets.sort();
    subnets.dedup();
    subnets.truncate(1);
    subnets
}
