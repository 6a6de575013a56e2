//! What does a stage ask the state: the machines, services and frontends behind names and addresses.
//!
//! Everything here is a look-up; nothing decides where a packet goes.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::Nic;
use crate::address::Family;
use crate::model::{Allocation, Cluster, Network, NetworkMode, Node, OutboundType, Service, Subnet};
use crate::name::{ClusterName, NetworkName, NodeName, NodePoolName, Segment};
use crate::prefix::Prefix;
use crate::state::{Addresses, Found, Space, State};

/// The state as stages see it.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    /// The state.
    pub(super) state: &'a State,
    /// Flows that the sender has to the destination already.
    pub(super) concurrent_flows: u32,
    home: Option<Home<'a>>,
}

/// The cluster that a flow is traced in, looked up once: every stage asks for it, and most ask for no other.
#[derive(Clone, Copy)]
struct Home<'a> {
    cluster: &'a Arc<Cluster>,
    pods: Option<&'a Addresses>,
    network: Option<&'a Addresses>,
    /// The subnet of its first node pool, which is mostly the only one.
    first: Option<(&'a NodePoolName, &'a Arc<Subnet>)>,
}

impl<'a> World<'a> {
    /// The state for one flow. `cluster` is where most of it happens; it changes no answer.
    pub(super) fn new(state: &'a State, concurrent_flows: u32, cluster: Option<&'a Arc<Cluster>>) -> Self {
        let home = cluster.map(|cluster| {
            let network = state.index.space(&Space::Network(cluster.network.clone()));
            let pods = match cluster.pod_prefixes.is_empty() {
                true => network,
                false => state.index.space(&Space::Pods(cluster.name.clone())),
            };
            let pool = state.node_pools_of(&cluster.name).next();
            let first = pool.and_then(|pool| Some((&pool.name, state.subnets.get(&pool.subnet)?)));
            Home { cluster, pods, network, first }
        });
        Self { state, concurrent_flows, home }
    }

    /// The same state for who has no flows yet.
    pub(super) fn without_flows(self) -> Self {
        Self { concurrent_flows: 0, ..self }
    }

    fn home(&self, cluster: &Segment) -> Option<Home<'a>> {
        self.home.filter(|home| home.cluster.name.cluster == *cluster)
    }

    pub(super) fn cluster_of(&self, node: &Node) -> Option<&'a Arc<Cluster>> {
        match self.home(&node.name.cluster) {
            Some(home) => Some(home.cluster),
            None => self.state.clusters.get(&node.name.cluster_name()),
        }
    }

    /// Who is where in the space of a cluster's pods.
    fn pods_of(&self, cluster: &Segment) -> Option<&'a Addresses> {
        match self.home(cluster) {
            Some(home) => home.pods,
            None => {
                let space = self.state.pod_space(&ClusterName { cluster: cluster.clone() })?;
                self.state.index.space(&space)
            }
        }
    }

    /// Whether a node's interface sends and takes packets of other addresses: as it says, else as the mode wants.
    pub(super) fn forwards(&self, node: &Node) -> bool {
        let wanted = || self.cluster_of(node).is_some_and(|cluster| cluster.mode == NetworkMode::Kubenet);
        node.interface.ip_forwarding.unwrap_or_else(wanted)
    }

    pub(super) fn node_of(&self, pod: &Allocation) -> Option<&'a Arc<Node>> {
        // Without its cluster there is none.
        let space = self.pods_of(&pod.name.cluster);
        let address = pod.addresses.first()?.address;
        // The block or the address is the node's, so what names say need not be read.
        space.and_then(|space| space.home_of(address)).or_else(|| self.node_named(pod))
    }

    fn node_named(&self, pod: &Allocation) -> Option<&'a Arc<Node>> {
        self.state.nodes.get(&NodeName { cluster: pod.name.cluster.clone(), node: pod.node.clone() })
    }

    pub(super) fn subnet_of_node(&self, node: &Node) -> Option<&'a Arc<Subnet>> {
        match self.home.and_then(|home| home.first).filter(|(pool, _)| **pool == node.pool) {
            Some((_, subnet)) => Some(subnet),
            None => {
                self.state.node_pools.get(&node.pool).and_then(|pool| self.state.subnets.get(&pool.subnet))
            }
        }
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
    pub(super) fn clusters_in(&self, network: &NetworkName) -> std::slice::Iter<'a, Arc<Cluster>> {
        self.state.index.clusters_in(network).iter()
    }

    /// What an address is in a virtual network.
    pub(super) fn find(&self, network: &NetworkName, address: IpAddr) -> Option<Found> {
        let space = Space::Network(network.clone());
        let known = match self.home.filter(|home| home.cluster.network == *network) {
            Some(home) => home.network,
            None => self.state.index.space(&space),
        };
        self.state.find_among(&space, known, address)
    }

    /// What an address is in the pod CIDR of a cluster.
    pub(super) fn find_pod(&self, cluster: &ClusterName, address: IpAddr) -> Option<Found> {
        let space = Space::Pods(cluster.clone());
        let known = match self.home(&cluster.cluster) {
            Some(home) if home.cluster.pod_prefixes.is_empty() => return None,
            Some(home) => home.pods,
            None => self.state.index.space(&space),
        };
        self.state.find_among(&space, known, address)
    }

    /// The pod of a node that has an address.
    pub(super) fn pod_on(&self, node: &Node, address: IpAddr) -> Option<&'a Arc<Allocation>> {
        let space = self.pods_of(&node.name.cluster)?;
        space.home_of(address).filter(|home| home.name == node.name)?;
        space.pod_at(address)
    }

    /// The service that has a cluster address, of any cluster.
    pub(super) fn cluster_address_owner(&self, address: IpAddr) -> Option<&'a Arc<Service>> {
        self.state.index.at_cluster_address(address).first()
    }

    /// The service that has a load balancer frontend at an address, of any cluster.
    pub(super) fn frontend(&self, address: IpAddr) -> Option<&'a Arc<Service>> {
        self.state.index.at_frontend(address).first()
    }

    /// The node or machine that has a public address of its own.
    pub(super) fn public_holder(&self, address: IpAddr) -> Option<Nic> {
        let node = self.state.index.public_node(address).cloned().map(Nic::Node);
        node.or_else(|| self.state.index.public_machine(address).cloned().map(Nic::Vm))
    }

    /// Rules of load balancers that use an address as frontend: one for each port of a service there.
    pub(super) fn rules_on(&self, address: IpAddr) -> usize {
        self.state.index.at_frontend(address).iter().map(|service| service.ports.len()).sum()
    }

    /// Index of a node among the nodes of its cluster, by name, and their count.
    pub(super) fn rank(&self, node: &Node) -> (u32, usize) {
        let (index, count) = self.state.index.rank(&node.name);
        (u32::try_from(index).unwrap_or(u32::MAX), count)
    }

    /// The cluster whose NAT gateway is on a subnet.
    pub(super) fn nat_gateway_on(&self, subnet: &Subnet) -> Option<&'a Arc<Cluster>> {
        let network = subnet.name.network_name();
        let in_subnet = |cluster: &&Arc<Cluster>| {
            cluster.outbound.kind == OutboundType::NatGateway
                && self.state.node_pools_of(&cluster.name).any(|pool| pool.subnet == subnet.name)
        };
        self.clusters_in(&network).find(in_subnet)
    }

    /// The cluster that translates its nodes' packets to an address.
    pub(super) fn outbound_owner(&self, address: IpAddr) -> Option<&'a Arc<Cluster>> {
        self.state.index.outbound_owner(address)
    }
}

/// Whether an address is one of a node's own: of its interface or its bridge.
pub(super) fn is_local(node: &Node, address: IpAddr) -> bool {
    node.addresses.contains(&address) || bridge_address(node, Family::of(address)) == Some(address)
}

/// Whether an address is one of a node's pod addresses, held by a pod or not.
pub(super) fn owns_pod_address(node: &Node, address: IpAddr) -> bool {
    node.pod_prefixes.iter().any(|block| block.contains(address)) || node.pod_addresses.contains(&address)
}

/// The address of a kubenet node's bridge: the first host of its block.
pub(super) fn bridge_address(node: &Node, family: Family) -> Option<IpAddr> {
    node.pod_prefix(family)?.second()
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
