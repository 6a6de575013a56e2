//! What is a route table and a user-defined route.

use std::net::IpAddr;

use crate::meta::{Meta, Resource};
use crate::model::network::resource;
use crate::name::{NodeName, RouteName, RouteTableName};
use crate::prefix::Prefix;

/// A route table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteTable {
    /// Name.
    pub name: RouteTableName,
    /// Bookkeeping; `managed_by` names the kubenet cluster whose table it is.
    pub meta: Meta,
    /// Whether routes learned by the gateway are kept away from the associated subnets.
    pub disable_bgp_route_propagation: bool,
}

/// Where a user-defined route sends packets (Azure `nextHopType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextHop {
    /// The virtual network itself.
    VnetLocal,
    /// A network interface or internal load balancer at this private address.
    VirtualAppliance(IpAddr),
    /// The VPN gateway.
    VirtualNetworkGateway,
    /// The Internet.
    Internet,
    /// Nowhere: packets are dropped.
    None,
}

impl NextHop {
    /// The spelling of Azure.
    pub fn azure(self) -> &'static str {
        match self {
            Self::VnetLocal => "VnetLocal",
            Self::VirtualAppliance(_) => "VirtualAppliance",
            Self::VirtualNetworkGateway => "VirtualNetworkGateway",
            Self::Internet => "Internet",
            Self::None => "None",
        }
    }

    /// The address of a virtual appliance.
    pub fn address(self) -> Option<IpAddr> {
        match self {
            Self::VirtualAppliance(address) => Some(address),
            Self::VnetLocal | Self::VirtualNetworkGateway | Self::Internet | Self::None => None,
        }
    }
}

/// A route of a route table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// Name.
    pub name: RouteName,
    /// Bookkeeping; `managed_by` says whose route it is (law L12), never the name.
    pub meta: Meta,
    /// Destination.
    pub prefix: Prefix,
    /// Next hop.
    pub next_hop: NextHop,
    /// The node that a cluster's route is for.
    pub node: Option<NodeName>,
}

resource!(RouteTable: RouteTableName, Route: RouteName);
