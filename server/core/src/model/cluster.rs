//! What is a cluster to the network: its mode, its address ranges and its way out.

use std::net::IpAddr;
use std::time::Duration;

use crate::address::Family;
use crate::limits;
use crate::meta::{Meta, Resource};
use crate::model::NetworkPolicyEngine;
use crate::model::network::resource;
use crate::name::{ClusterName, NetworkName, RouteTableName};
use crate::prefix::Prefix;

/// How pods get addresses and how their packets travel. Fixed at creation (law L13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkMode {
    /// A block of the pod CIDR for each node, host-local order within, user-defined routes between nodes.
    Kubenet,
    /// Azure CNI with addresses of the node's own subnet.
    AzureCni,
}

impl NetworkMode {
    /// Pods per node when a pool does not say otherwise (aks-networking.md 0.10).
    pub fn max_pods_default(self) -> u32 {
        match self {
            Self::Kubenet => limits::MAX_PODS_KUBENET,
            Self::AzureCni => limits::MAX_PODS_AZURE_CNI,
        }
    }
}

/// Who keeps the routes of a kubenet cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RouteManagement {
    /// podnet keeps exactly one route for each node and family.
    Managed,
    /// The table is held as it was observed; reconciling repairs it and makes it managed.
    Observed,
}

/// With what tool the cluster was made; it decides which settings were open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProvisioningTool {
    /// The portal, which the lecture says has a fixed number of pods per node.
    Portal,
    /// The Azure CLI.
    Cli,
    /// A resource manager template.
    Arm,
}

/// How packets leave for the Internet (AKS `outboundType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutboundType {
    /// Source NAT with port translation at the public load balancer.
    LoadBalancer,
    /// Whatever the user-defined default route says.
    UserDefinedRouting,
    /// A NAT gateway on the subnet.
    NatGateway,
    /// No way out.
    None,
}

/// Settings of the way out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outbound {
    /// Kind.
    pub kind: OutboundType,
    /// Public addresses; the first is used until its ports are spent.
    pub addresses: Vec<IpAddr>,
    /// Ports for each node, a multiple of 8 up to 64,000; 0 follows the pool size.
    pub allocated_ports: u32,
}

/// How the inbound load balancer spreads new flows over healthy nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InboundDistribution {
    /// Hash of source and destination address, both ports and protocol (Azure).
    FiveTupleHash,
    /// In turn, as the lecture has it.
    RoundRobin,
}

/// How packets move inside an Azure CNI node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PodDataPath {
    /// One host route for each pod, gateway 169.254.1.1 (Azure since about 2021).
    Transparent,
    /// One virtual bridge, one segment (the lecture).
    Bridge,
}

/// A cluster.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cluster {
    /// Name.
    pub name: ClusterName,
    /// Bookkeeping.
    pub meta: Meta,
    /// The virtual network of all its node pools.
    pub network: NetworkName,
    /// Mode.
    pub mode: NetworkMode,
    /// Families of the cluster: IPv4, or IPv4 and IPv6.
    pub families: Vec<Family>,
    /// One pod CIDR for each family in kubenet; empty in Azure CNI.
    pub pod_prefixes: Vec<Prefix>,
    /// Length of a node's block of the IPv4 pod CIDR.
    pub node_prefix_length_v4: u8,
    /// Length of a node's block of the IPv6 pod CIDR.
    pub node_prefix_length_v6: u8,
    /// One service CIDR for each family.
    pub service_prefixes: Vec<Prefix>,
    /// Address of the cluster's DNS Service.
    pub dns_address: IpAddr,
    /// The kubenet route table: named by the user, else chosen with the first node pool.
    pub route_table: Option<RouteTableName>,
    /// Who keeps its routes.
    pub route_management: RouteManagement,
    /// The way out.
    pub outbound: Outbound,
    /// How inbound flows are spread.
    pub inbound_distribution: InboundDistribution,
    /// Destinations that keep the pod's source address; `None` follows the mode (see [`crate::flow`]).
    pub non_masquerade_prefixes: Option<Vec<Prefix>>,
    /// Provisioning tool.
    pub provisioning_tool: ProvisioningTool,
    /// How long a released address is kept from reuse.
    pub cooldown: Duration,
    /// Data path inside an Azure CNI node.
    pub pod_data_path: PodDataPath,
    /// Who enforces network policies.
    pub network_policy_engine: NetworkPolicyEngine,
}

impl Cluster {
    /// The pod CIDR of a family.
    pub fn pod_prefix(&self, family: Family) -> Option<Prefix> {
        self.pod_prefixes.iter().copied().find(|prefix| prefix.family() == family)
    }

    /// Length of a node's block of a family.
    pub fn node_prefix_length(&self, family: Family) -> u8 {
        match family {
            Family::V4 => self.node_prefix_length_v4,
            Family::V6 => self.node_prefix_length_v6,
        }
    }
}

resource!(Cluster: ClusterName);
