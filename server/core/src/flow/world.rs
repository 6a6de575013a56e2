//! What does a stage ask the state: the machines, services and frontends behind names and addresses.
//!
//! Everything here is a look-up; nothing decides where a packet goes.

use std::cell::{Cell, OnceCell};
use std::net::IpAddr;
use std::sync::Arc;

use super::hop::Nic;
use super::step::Place;
use crate::address::Family;
use crate::model::{Allocation, Cluster, Network, NetworkMode, Node, OutboundType, Service, Subnet};
use crate::name::{AllocationName, ClusterName, NetworkName, NodeName, NodePoolName, Segment, SubnetName};
use crate::prefix::Prefix;
use crate::state::{AddressHolder, Addresses, Found, Space, State};

/// The state as stages see it.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    /// The state.
    pub(super) state: &'a State,
    /// Flows that the sender has to the destination already.
    pub(super) concurrent_flows: u32,
    home: Option<&'a Home<'a>>,
}

/// The cluster that a flow is traced in, looked up once: every stage asks for it, and most ask for no other.
pub(super) struct Home<'a> {
    cluster: &'a Arc<Cluster>,
    pods: Option<&'a Addresses>,
    network: Option<&'a Addresses>,
    /// Names that nearly every place has, in memory of this tracer: all tracers of a server count the holders of the
    /// originals.
    cluster_segment: Segment,
    network_name: NetworkName,
    network_space: Space,
    pod_space: Space,
    /// The place of the subnet below.
    subnet_place: OnceCell<Arc<Place>>,
    /// The subnet of its first node pool, which is mostly the only one.
    first: Option<(&'a NodePoolName, &'a Arc<Subnet>)>,
    /// What its pods' addresses turned out to be. Every stage asks for one of the few that a flow has, and each look-up
    /// among all pods of a large cluster waits for memory.
    seen: [Cell<Option<Seen<'a>>>; ADDRESSES_SEEN],
    oldest: Cell<usize>,
}

/// Addresses that are kept in mind: those of a flow to a service with three endpoints.
const ADDRESSES_SEEN: usize = 4;

/// What an address is among the pods of a cluster.
#[derive(Clone, Copy)]
struct Seen<'a> {
    address: IpAddr,
    /// The node whose block or secondary addresses hold it.
    node: Option<&'a Arc<Node>>,
    pod: Option<&'a Arc<Allocation>>,
}

impl<'a> Seen<'a> {
    fn of(pods: &'a Addresses, address: IpAddr) -> Self {
        Self { address, node: pods.home_of(address), pod: pods.pod_at(address) }
    }
}

impl<'a> Home<'a> {
    /// A cluster of the state.
    pub(super) fn new(state: &'a State, cluster: &'a Arc<Cluster>) -> Self {
        let cluster_segment = cluster.name.cluster.copied();
        let network_name = NetworkName { network: cluster.network.network.copied() };
        let network_space = Space::Network(network_name.clone());
        let pod_space = Space::Pods(ClusterName { cluster: cluster_segment.clone() });
        let network = state.index.space(&network_space);
        let pods = match cluster.pod_prefixes.is_empty() {
            true => network,
            false => state.index.space(&pod_space),
        };
        let pool = state.node_pools_of(&cluster.name).next();
        let first = pool.and_then(|pool| Some((&pool.name, state.subnets.get(&pool.subnet)?)));
        let seen = std::array::from_fn(|_| Cell::new(None));
        Self {
            cluster,
            pods,
            network,
            cluster_segment,
            network_name,
            network_space,
            pod_space,
            subnet_place: OnceCell::new(),
            first,
            seen,
            oldest: Cell::new(0),
        }
    }

    fn see(&self, address: IpAddr) -> Option<Seen<'a>> {
        let mut known = self.seen.iter().filter_map(Cell::get);
        known.find(|seen| seen.address == address).or_else(|| {
            let seen = Seen::of(self.pods?, address);
            let oldest = self.oldest.get();
            self.seen[oldest].set(Some(seen));
            self.oldest.set((oldest + 1) % ADDRESSES_SEEN);
            Some(seen)
        })
    }
}

impl<'a> World<'a> {
    /// The state for one flow. `home` is where most of it happens; it changes no answer.
    pub(super) fn new(state: &'a State, concurrent_flows: u32, home: Option<&'a Home<'a>>) -> Self {
        Self { state, concurrent_flows, home }
    }

    /// The same state for who has no flows yet.
    pub(super) fn without_flows(self) -> Self {
        Self { concurrent_flows: 0, ..self }
    }

    fn home(&self, cluster: &Segment) -> Option<&'a Home<'a>> {
        self.home.filter(|home| home.cluster.name.cluster == *cluster)
    }

    pub(super) fn cluster_of(&self, node: &Node) -> Option<&'a Arc<Cluster>> {
        match self.home(&node.name.cluster) {
            Some(home) => Some(home.cluster),
            None => self.state.clusters.get(&node.name.cluster_name()),
        }
    }

    /// What an address is among the pods of a cluster; `None` if there is no such cluster, or nobody is there.
    fn see(&self, cluster: &Segment, address: IpAddr) -> Option<Seen<'a>> {
        match self.home(cluster) {
            Some(home) => home.see(address),
            None => {
                let space = self.state.pod_space(&ClusterName { cluster: cluster.clone() })?;
                Some(Seen::of(self.state.index.space(&space)?, address))
            }
        }
    }

    /// Whether a node's interface sends and takes packets of other addresses: as it says, else as the mode wants.
    pub(super) fn forwards(&self, node: &Node) -> bool {
        let wanted = || self.cluster_of(node).is_some_and(|cluster| cluster.mode == NetworkMode::Kubenet);
        node.interface.ip_forwarding.unwrap_or_else(wanted)
    }

    pub(super) fn node_of(&self, pod: &Allocation) -> Option<&'a Arc<Node>> {
        let address = pod.addresses.first()?.address;
        // The block or the address is the node's, so what names say need not be read.
        let seen = self.see(&pod.name.cluster, address);
        seen.and_then(|seen| seen.node).or_else(|| self.node_named(pod))
    }

    fn node_named(&self, pod: &Allocation) -> Option<&'a Arc<Node>> {
        self.state.nodes.get(&pod.node_name())
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

    /// The name of a cluster of this flow, to be held.
    fn cluster_segment(&self, cluster: &Segment) -> Segment {
        self.home(cluster).map_or(cluster, |home| &home.cluster_segment).clone()
    }

    /// The place of a pod.
    pub(super) fn pod_place(&self, pod: &Allocation) -> Arc<Place> {
        let AllocationName { cluster, allocation } = &pod.name;
        let cluster = self.cluster_segment(cluster);
        Arc::new(Place::Pod(AllocationName { cluster, allocation: allocation.clone() }))
    }

    /// The place of a node. See also [`super::transit::Transit::node_place`].
    pub(super) fn node_place(&self, NodeName { cluster, node }: &NodeName) -> Arc<Place> {
        Arc::new(Place::Node(NodeName { cluster: self.cluster_segment(cluster), node: node.clone() }))
    }

    /// The place of a subnet.
    pub(super) fn subnet_place(&self, subnet: &Subnet) -> Arc<Place> {
        let new = || Arc::new(Place::Subnet(subnet.name.clone()));
        let home = self.home.filter(|home| home.first.is_some_and(|(_, first)| first.name == subnet.name));
        match home {
            Some(home) => Arc::clone(home.subnet_place.get_or_init(|| {
                let subnet = subnet.name.subnet.copied();
                Arc::new(Place::Subnet(SubnetName { network: home.network_name.network.clone(), subnet }))
            })),
            None => new(),
        }
    }

    /// The name of a subnet's network, to be held.
    pub(super) fn network_of(&self, subnet: &Subnet) -> NetworkName {
        match self.home.filter(|home| home.network_name.network == subnet.name.network) {
            Some(home) => home.network_name.clone(),
            None => subnet.name.network_name(),
        }
    }

    /// What an address is in a virtual network.
    pub(super) fn find(&self, network: &NetworkName, address: IpAddr) -> Option<Located> {
        let Some(home) = self.home.filter(|home| home.cluster.network == *network) else {
            return self.state.find(&Space::Network(network.clone()), address).map(Located::from);
        };
        if home.cluster.pod_prefixes.is_empty()
            && let Some(Seen { node, pod: Some(pod), .. }) = home.see(address)
        {
            // Nobody is where no subnet is.
            let _subnet = home.network?.subnet_with(address)?;
            return Some(Located::pod(pod, node));
        }
        self.state.find_among(&home.network_space, home.network, address).map(Located::from)
    }

    /// What an address is in the pod CIDR of a cluster.
    pub(super) fn find_pod(&self, cluster: &ClusterName, address: IpAddr) -> Option<Located> {
        match self.home(&cluster.cluster) {
            Some(home) if home.cluster.pod_prefixes.is_empty() => None,
            Some(home) => match home.see(address) {
                Some(Seen { node, pod: Some(pod), .. }) => Some(Located::pod(pod, node)),
                Some(Seen { pod: None, .. }) | None => {
                    self.state.find_among(&home.pod_space, home.pods, address).map(Located::from)
                }
            },
            None => self.state.find(&Space::Pods(cluster.clone()), address).map(Located::from),
        }
    }

    /// The pod of a node that has an address.
    pub(super) fn pod_on(&self, node: &Node, address: IpAddr) -> Option<&'a Arc<Allocation>> {
        let seen = self.see(&node.name.cluster, address)?;
        seen.node.filter(|home| home.name == node.name)?;
        seen.pod
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

/// What an address is, as far as it matters to a packet.
pub(super) struct Located {
    /// The node whose block or secondary addresses hold it, if one does.
    pub(super) node: Option<Arc<Node>>,
    /// Who holds it.
    pub(super) holder: AddressHolder,
}

impl Located {
    fn pod(pod: &Arc<Allocation>, node: Option<&Arc<Node>>) -> Self {
        Self { node: node.cloned(), holder: AddressHolder::Allocation(Arc::clone(pod)) }
    }
}

impl From<Found> for Located {
    fn from(Found { node, holder, .. }: Found) -> Self {
        Self { node, holder }
    }
}

/// Whether an address is one of a node's own: of its interface or its bridge.
pub(super) fn is_local(node: &Node, address: IpAddr) -> bool {
    node.addresses.contains(&address) || bridge_address(node, Family::of(address)) == Some(address)
}

/// Whether an address is one of a node's pod addresses, held by a pod or not.
pub(super) fn owns_pod_address(node: &Node, address: IpAddr) -> bool {
    node.pod_prefixes.iter().any(|block| block.contains(address)) || node.pod_addresses.contains(address)
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
