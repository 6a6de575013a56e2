//! What does a stage ask the state: the machines, services and frontends behind names and addresses.
//!
//! Everything here is a look-up; nothing decides where a packet goes.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::Nic;
use crate::address::Family;
use crate::model::{Allocation, Cluster, Network, NetworkMode, Node, Service, Subnet};
use crate::name::{NetworkName, NodeName};
use crate::prefix::Prefix;
use crate::state::{AddressHolder, Found, Space, State};

/// The state as stages see it.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    /// The state.
    pub(super) state: &'a State,
}

impl<'a> World<'a> {
    pub(super) fn cluster_of(&self, node: &Node) -> Option<&'a Arc<Cluster>> {
        self.state.clusters.get(&node.name.cluster_name())
    }

    pub(super) fn node_of(&self, pod: &Allocation) -> Option<&'a Arc<Node>> {
        self.state.nodes.get(&NodeName { cluster: pod.name.cluster.clone(), node: pod.node.clone() })
    }

    pub(super) fn subnet_of_node(&self, node: &Node) -> Option<&'a Arc<Subnet>> {
        self.state.node_pools.get(&node.pool).and_then(|pool| self.state.subnets.get(&pool.subnet))
    }

    pub(super) fn subnet_of(&self, nic: &Nic) -> Option<&'a Arc<Subnet>> {
        match nic {
            Nic::Node(node) => self.subnet_of_node(node),
            Nic::Vm(vm) => self.state.subnets.get(&vm.name.subnet_name()),
        }
    }

    pub(super) fn network(&self, name: &NetworkName) -> Option<&'a Arc<Network>> {
        self.state.networks.get(name)
    }

    /// Clusters of a network, by name.
    pub(super) fn clusters_in<'n>(
        &self,
        network: &'n NetworkName,
    ) -> impl Iterator<Item = &'a Arc<Cluster>> + use<'a, 'n> {
        self.state.clusters.values().filter(move |cluster| cluster.network == *network)
    }

    /// What an address is in a virtual network.
    pub(super) fn find(&self, network: &NetworkName, address: IpAddr) -> Option<Found> {
        self.state.find(&Space::Network(network.clone()), address)
    }

    /// The pod of a node that has an address.
    pub(super) fn pod_on(&self, node: &Node, address: IpAddr) -> Option<Arc<Allocation>> {
        let space = self.state.pod_space(&node.name.cluster_name())?;
        match self.state.find(&space, address)?.holder {
            AddressHolder::Allocation(pod) if pod.node == node.name.node => Some(pod),
            AddressHolder::Allocation(_)
            | AddressHolder::Node(_)
            | AddressHolder::Reservation(_)
            | AddressHolder::Platform
            | AddressHolder::Cooling(_)
            | AddressHolder::Free => None,
        }
    }

    /// The service that has a load balancer frontend at an address, of any cluster.
    pub(super) fn frontend(&self, address: IpAddr) -> Option<&'a Arc<Service>> {
        self.state.services.values().find(|service| service.load_balancer_addresses.contains(&address))
    }

    /// The cluster that translates its nodes' packets to an address.
    pub(super) fn outbound_owner(&self, address: IpAddr) -> Option<&'a Arc<Cluster>> {
        self.state.clusters.values().find(|cluster| cluster.outbound.addresses.contains(&address))
    }
}

/// Whether an address is one of a node's pod addresses, held by a pod or not.
pub(super) fn owns_pod_address(node: &Node, address: IpAddr) -> bool {
    node.pod_prefixes.iter().any(|block| block.contains(address)) || node.pod_addresses.contains(&address)
}

/// The address of a kubenet node's bridge: the first host of its block.
pub(super) fn bridge_address(node: &Node, family: Family) -> Option<IpAddr> {
    let block = node.pod_prefix(family)?;
    block.child(family.bits(), 1).map(|host| host.first())
}

/// The address from which a node's own process sends to a destination: that of the bridge towards its own pods in
/// kubenet, else that of the network interface.
pub(super) fn own_source(node: &Node, destination: IpAddr) -> Option<IpAddr> {
    let family = Family::of(destination);
    if node.addresses.contains(&destination) {
        return Some(destination);
    }
    match node.pod_prefix(family) {
        Some(block) if block.contains(destination) => bridge_address(node, family),
        Some(_) | None => node.address(family),
    }
}

/// The pod CIDR of a kubenet cluster that holds an address.
pub(super) fn pod_cidr_with(cluster: &Cluster, address: IpAddr) -> Option<Prefix> {
    match cluster.mode {
        NetworkMode::Kubenet => cluster.pod_prefixes.iter().copied().find(|prefix| prefix.contains(address)),
        NetworkMode::AzureCni => None,
    }
}
