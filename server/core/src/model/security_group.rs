//! What is a network security group: rules on packets that cross a network interface.

use std::fmt;

use crate::meta::{Meta, Resource};
use crate::model::Protocol;
use crate::model::network::resource;
use crate::name::{ClusterName, NetworkSecurityGroupName};
use crate::prefix::Prefix;

/// Direction of packets, as the filtered side sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrafficDirection {
    /// They come in.
    Inbound,
    /// They go out.
    Outbound,
}

/// What a rule does with packets that match it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// They pass.
    Allow,
    /// They are dropped.
    Deny,
}

/// A name for addresses that Azure keeps the list of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceTag {
    /// The network, its peers, on-premises prefixes, 168.63.129.16 and prefixes of user-defined routes.
    VirtualNetwork,
    /// Where the load balancer's health probes come from.
    AzureLoadBalancer,
    /// Public addresses outside of the network.
    Internet,
    /// A list of public addresses that is not in the model, as `Storage.WestEurope`.
    Other(String),
}

impl ServiceTag {
    /// The tag of a name, as Azure spells it, upper and lower case alike.
    pub fn parse(text: &str) -> Self {
        match text.to_ascii_lowercase().as_str() {
            "virtualnetwork" => Self::VirtualNetwork,
            "azureloadbalancer" => Self::AzureLoadBalancer,
            "internet" => Self::Internet,
            _ => Self::Other(text.to_owned()),
        }
    }
}

impl fmt::Display for ServiceTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::VirtualNetwork => "VirtualNetwork",
            Self::AzureLoadBalancer => "AzureLoadBalancer",
            Self::Internet => "Internet",
            Self::Other(text) => text,
        })
    }
}

/// Addresses that a rule is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressSelector {
    /// Those of a prefix.
    Prefix(Prefix),
    /// Those of a service tag.
    Tag(ServiceTag),
}

impl fmt::Display for AddressSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prefix(prefix) => prefix.fmt(f),
            Self::Tag(tag) => tag.fmt(f),
        }
    }
}

/// Ports that follow each other, the last one included; never turned around.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortSpan {
    /// First.
    pub first: u16,
    /// Last.
    pub last: u16,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecurityRule {
    /// Name, unique in the group.
    pub name: String,
    /// Priority, 100 to 4096; the lowest number is looked at first.
    pub priority: u16,
    /// Direction.
    pub direction: TrafficDirection,
    /// What happens to packets that match.
    pub access: Access,
    /// Protocol; `None` for any.
    pub protocol: Option<Protocol>,
    /// Sources; empty for any.
    pub sources: Vec<AddressSelector>,
    /// Destinations; empty for any.
    pub destinations: Vec<AddressSelector>,
    /// Source ports; empty for any.
    pub source_ports: Vec<PortSpan>,
    /// Destination ports; empty for any.
    pub destination_ports: Vec<PortSpan>,
    /// Description for people.
    pub description: String,
}

/// A network security group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkSecurityGroup {
    /// Name.
    pub name: NetworkSecurityGroupName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Rules, inbound before outbound, by priority.
    pub rules: Vec<SecurityRule>,
    /// The cluster that keeps it and adds a rule for each Service of type LoadBalancer.
    pub cluster: Option<ClusterName>,
}

resource!(NetworkSecurityGroup: NetworkSecurityGroupName);
