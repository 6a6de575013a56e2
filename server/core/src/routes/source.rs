//! Who made a route, where does it lead, and does it take part: the words of effective routes, with Azure's spellings.

use std::net::IpAddr;

use crate::model::NextHop;
use crate::name::NetworkName;

/// Who made a route. The order is the one of lists: user, gateway, platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteSource {
    /// A route of the associated table.
    User,
    /// Learned by the gateway, or static behind it.
    Bgp,
    /// The platform, for an address space of the network.
    SystemVnet,
    /// The platform, for an address space of a peered network.
    SystemPeering,
    /// The platform, for a service endpoint of the subnet. Listed only where its public prefixes are known; the model
    /// does not know them.
    SystemServiceEndpoint,
    /// The platform, for static prefixes of a gateway where they are told apart from learned ones; the model lists both
    /// as learned.
    SystemGateway,
    /// The platform's default route.
    SystemInternet,
    /// The platform, for private ranges that lead nowhere.
    SystemReserved,
}

impl RouteSource {
    /// The spelling of Azure's effective route list.
    pub fn azure(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Bgp | Self::SystemGateway => "VirtualNetworkGateway",
            Self::SystemVnet
            | Self::SystemPeering
            | Self::SystemServiceEndpoint
            | Self::SystemInternet
            | Self::SystemReserved => "Default",
        }
    }

    /// Who goes first at the same prefix, the lowest number. Rows of the network, its peers and service endpoints stand
    /// before gateway routes: they are preferred even over longer ones (aks-networking.md 4.2, rule 3).
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::User => 0,
            Self::SystemVnet | Self::SystemPeering | Self::SystemServiceEndpoint => 1,
            Self::Bgp => 2,
            Self::SystemGateway => 3,
            Self::SystemInternet => 4,
            Self::SystemReserved => 5,
        }
    }

    /// Whether gateway routes inside of this one are overridden whatever their length.
    pub(super) fn overrides_gateway(self) -> bool {
        self.rank() == Self::SystemVnet.rank()
    }
}

/// Where an effective route sends packets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EffectiveNextHop {
    /// To the network interface that holds the address.
    VnetLocal,
    /// To a peered network; its name if it is known here.
    VnetPeering(Option<NetworkName>),
    /// To the Internet.
    Internet,
    /// To the network interface or internal load balancer at this address.
    VirtualAppliance(IpAddr),
    /// To the gateway.
    VirtualNetworkGateway,
    /// To a platform service.
    ServiceEndpoint,
    /// Nowhere: packets are dropped.
    None,
}

impl EffectiveNextHop {
    /// The spelling of Azure's effective route list.
    pub fn azure(&self) -> &'static str {
        match self {
            Self::VnetLocal => "VnetLocal",
            Self::VnetPeering(_) => "VNetPeering",
            Self::Internet => "Internet",
            Self::VirtualAppliance(_) => "VirtualAppliance",
            Self::VirtualNetworkGateway => "VirtualNetworkGateway",
            Self::ServiceEndpoint => "VirtualNetworkServiceEndpoint",
            Self::None => "None",
        }
    }

    /// The address of an appliance.
    pub fn address(&self) -> Option<IpAddr> {
        match self {
            Self::VirtualAppliance(address) => Some(*address),
            Self::VnetLocal
            | Self::VnetPeering(_)
            | Self::Internet
            | Self::VirtualNetworkGateway
            | Self::ServiceEndpoint
            | Self::None => None,
        }
    }
}

impl From<NextHop> for EffectiveNextHop {
    fn from(next_hop: NextHop) -> Self {
        match next_hop {
            NextHop::VnetLocal => Self::VnetLocal,
            NextHop::VirtualAppliance(address) => Self::VirtualAppliance(address),
            NextHop::VirtualNetworkGateway => Self::VirtualNetworkGateway,
            NextHop::Internet => Self::Internet,
            NextHop::None => Self::None,
        }
    }
}

/// Whether an effective route takes part in the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RouteState {
    /// It takes part.
    Active,
    /// Another route overrides it, whatever the destination.
    Invalid,
}

impl RouteState {
    /// The spelling of Azure.
    pub fn azure(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Invalid => "Invalid",
        }
    }
}
