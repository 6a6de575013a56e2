//! What is a node pool and a node.

use std::net::IpAddr;

use crate::address::Family;
use crate::address_runs::AddressRuns;
use crate::meta::{Meta, Resource};
use crate::model::network::resource;
use crate::name::{NetworkSecurityGroupName, NodeName, NodePoolName, SubnetName};
use crate::prefix::Prefix;

/// Operating system of a pool's nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OsType {
    /// Linux.
    Linux,
    /// Windows; not in kubenet.
    Windows,
}

/// A node pool: nodes of one shape in one subnet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NodePool {
    /// Name.
    pub name: NodePoolName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Subnet of its nodes.
    pub subnet: SubnetName,
    /// Pods per node, 10 to 250; fixed at creation.
    pub max_pods: u32,
    /// Operating system.
    pub os: OsType,
    /// Extra nodes during an upgrade, counted by plans.
    pub surge: u32,
    /// Number of the next node that scaling out makes; never used twice.
    pub next_instance: u64,
    /// The network security group of the interfaces of its nodes.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

/// Whether a node takes pods and packets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeState {
    /// Ready.
    Active,
    /// Takes no new pods.
    Cordoned,
    /// Takes neither new pods nor packets.
    NotReady,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// Name.
    pub name: NodeName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Its pool.
    pub pool: NodePoolName,
    /// Identity (Kubernetes UID, else made here): two nodes of one name are two nodes.
    pub uid: String,
    /// Its address in the subnet, one for each family.
    pub addresses: Vec<IpAddr>,
    /// Its blocks of the pod CIDR in kubenet, one for each family.
    pub pod_prefixes: Vec<Prefix>,
    /// Its secondary IP configurations in Azure CNI, `max_pods` for each family, rising within a family.
    pub pod_addresses: AddressRuns,
    /// Pods that it takes, copied from the pool.
    pub max_pods: u32,
    /// State.
    pub state: NodeState,
    /// Whether load balancers skip it (label `node.kubernetes.io/exclude-from-external-load-balancers`).
    pub excluded_from_load_balancers: bool,
    /// Its network interface.
    pub interface: Interface,
}

/// What traces know of a node's network interface. The default is what the mode wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interface {
    /// Whether it takes and sends packets of addresses that are not its own (Azure `enableIPForwarding`); `None` as the
    /// mode wants it: on in kubenet, off in Azure CNI.
    pub ip_forwarding: Option<bool>,
    /// Public addresses of the machine itself, at most one for each family.
    pub public_addresses: Vec<IpAddr>,
}

impl Node {
    /// The node's address of a family.
    pub fn address(&self, family: Family) -> Option<IpAddr> {
        self.addresses.iter().copied().find(|address| Family::of(*address) == family)
    }

    /// Whether load balancers send it new flows, as far as its own state says. A cordoned node keeps its flows.
    pub fn takes_balanced(&self) -> bool {
        self.state != NodeState::NotReady && !self.excluded_from_load_balancers
    }

    /// The node's block of a family.
    pub fn pod_prefix(&self, family: Family) -> Option<Prefix> {
        self.pod_prefixes.iter().copied().find(|prefix| prefix.family() == family)
    }
}

resource!(NodePool: NodePoolName, Node: NodeName);
