//! What is a virtual network: its address space, its subnets, and what else holds addresses in them.

use std::net::IpAddr;
use std::time::Duration;

use crate::address::Family;
use crate::meta::{Meta, Resource};
use crate::name::{NetworkName, NetworkSecurityGroupName, ReservationName, RouteTableName, SubnetName};
use crate::prefix::Prefix;

/// A virtual network (Azure VNet).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Network {
    /// Name.
    pub name: NetworkName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Address space; at least one prefix, none overlapping another.
    pub address_prefixes: Vec<Prefix>,
    /// The gateway to on-premises networks, if there is one.
    pub gateway: Option<Gateway>,
    /// Peerings with other networks.
    pub peerings: Vec<Peering>,
}

/// A virtual network gateway.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Gateway {
    /// Kind of connection.
    pub kind: GatewayKind,
    /// Prefixes learned from the other side (BGP, or static of a local network gateway).
    pub on_premises_prefixes: Vec<Prefix>,
}

/// Kind of a virtual network gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GatewayKind {
    /// Site-to-site VPN.
    Vpn,
    /// ExpressRoute circuit.
    ExpressRoute,
}

/// A peering of two virtual networks, as seen from this one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Peering {
    /// Name, unique within the network.
    pub name: String,
    /// The other network, if it is known here.
    pub remote_network: Option<NetworkName>,
    /// Address space of the other network.
    pub remote_prefixes: Vec<Prefix>,
    /// Whether the two may talk (Azure `allowVirtualNetworkAccess`).
    pub allow_virtual_network_access: bool,
    /// Whether traffic that the other network did not originate is taken (`allowForwardedTraffic`).
    pub allow_forwarded_traffic: bool,
    /// Whether the other network may use this one's gateway (`allowGatewayTransit`).
    pub allow_gateway_transit: bool,
    /// Whether this network uses the other one's gateway (`useRemoteGateways`).
    pub use_remote_gateways: bool,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subnet {
    /// Name.
    pub name: SubnetName,
    /// Bookkeeping.
    pub meta: Meta,
    /// One IPv4 prefix, then at most one IPv6 prefix of length 64.
    pub address_prefixes: Vec<Prefix>,
    /// The associated route table: none or one.
    pub route_table: Option<RouteTableName>,
    /// Service endpoints, such as `Microsoft.Storage`.
    pub service_endpoints: Vec<String>,
    /// Service that the subnet is delegated to; empty for none.
    pub delegation: String,
    /// How long an address of a deleted reservation is kept from reuse.
    pub cooldown: Duration,
    /// The associated network security group.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

impl Subnet {
    /// The subnet's prefix of a family.
    pub fn prefix(&self, family: Family) -> Option<Prefix> {
        self.address_prefixes.iter().copied().find(|prefix| prefix.family() == family)
    }
}

/// What a reservation is for. Traces see virtual machines and load balancer frontends through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A virtual machine's network interface.
    VirtualMachine,
    /// The frontend of an internal load balancer.
    InternalLoadBalancer,
    /// A private endpoint.
    PrivateEndpoint,
    /// Anything else; also a range that is kept free.
    Other,
}

/// Addresses of a subnet that nodes and pods don't get.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reservation {
    /// Name.
    pub name: ReservationName,
    /// Bookkeeping.
    pub meta: Meta,
    /// What it is for.
    pub purpose: Purpose,
    /// The reserved block; a /32 or /128 for one address.
    pub prefix: Prefix,
    /// Name for people.
    pub display_name: String,
    /// Whether the network interface may take packets that are not addressed to it (Azure `enableIPForwarding`).
    pub ip_forwarding: bool,
    /// What traces know of the machine behind it.
    pub machine: Machine,
    /// The network security group of the interface.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

/// What a machine does with packets of others that a route sends to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Appliance {
    /// Not known: traces assume that it passes them on unchanged.
    #[default]
    Unknown,
    /// Passes them on unchanged and remembers nothing.
    Router,
    /// Passes them on unchanged and remembers flows; an answer to a flow that it did not see is dropped.
    Firewall,
    /// Puts its own address as source and remembers flows, as a firewall does.
    SourceNat,
}

/// What traces know of a machine that is not of a cluster. The default runs and is nothing special.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Machine {
    /// Whether it is stopped.
    pub stopped: bool,
    /// What it does as the next hop of a route.
    pub appliance: Appliance,
    /// Public addresses of its own, at most one for each family.
    pub public_addresses: Vec<IpAddr>,
}

impl Reservation {
    /// Whether the reserved block holds the address.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.prefix.contains(address)
    }
}

macro_rules! resource {
    ($($type:ty: $name:ty),+) => {$(
        impl Resource for $type {
            type Name = $name;
            fn name(&self) -> &$name { &self.name }
            fn meta(&self) -> &Meta { &self.meta }
            fn meta_mut(&mut self) -> &mut Meta { &mut self.meta }
        }
    )+};
}
pub(super) use resource;
resource!(Network: NetworkName, Subnet: SubnetName, Reservation: ReservationName);
