//! Who has an address: a scan over all nodes, pods, reservations and services.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::address::{Family, number_of};
use podnet_core::model::{
    Allocation, Cluster, NetworkMode, Node, OutboundType, Reservation, Service, ServiceType, Subnet,
};
use podnet_core::name::{NetworkName, SubnetName};
use podnet_core::pool::{PoolKey, Status};
use podnet_core::prefix::Prefix;

/// Who has an address of a virtual network.
#[derive(Clone, Debug)]
pub(super) enum Owner {
    /// A node, as its own address or as one of its pods'.
    Node(Arc<Node>),
    Reservation(Arc<Reservation>),
    /// The platform keeps it: the first four and the last of a subnet.
    Platform,
    /// It was given back a moment ago.
    Released,
    Nobody,
}

pub(super) fn cluster_of(state: &State, node: &Node) -> Option<Arc<Cluster>> {
    state.clusters.values().find(|cluster| cluster.name.cluster == node.name.cluster).cloned()
}

/// The subnet of a node: that of its pool.
pub(super) fn subnet_of_node(state: &State, node: &Node) -> Option<SubnetName> {
    state.node_pools.values().find(|pool| pool.name == node.pool).map(|pool| pool.subnet.clone())
}

/// The node that a pod runs on.
pub(super) fn node_of_pod(state: &State, pod: &Allocation) -> Option<Arc<Node>> {
    state.nodes.values().find(|n| n.name.cluster == pod.name.cluster && n.name.node == pod.node).cloned()
}

/// The live pod with an address on a node.
pub(super) fn pod_on(state: &State, node: &Node, address: IpAddr) -> Option<Arc<Allocation>> {
    let mut pods = state.allocations.values();
    pods.find(|pod| {
        pod.name.cluster == node.name.cluster
            && pod.node == node.name.node
            && pod.addresses.iter().any(|held| held.address == address)
    })
    .cloned()
}

/// The subnet of a network that holds an address.
pub(super) fn subnet_with(state: &State, network: &NetworkName, address: IpAddr) -> Option<Arc<Subnet>> {
    let mut subnets = state.subnets.values();
    subnets
        .find(|s| s.name.network == network.network && s.address_prefixes.iter().any(|p| inside(p, address)))
        .cloned()
}

/// Who has an address of a network; `None` if no subnet of it holds the address.
pub(super) fn owner(state: &State, network: &NetworkName, address: IpAddr) -> Option<Owner> {
    let subnet = subnet_with(state, network, address)?;
    for node in state.nodes.values() {
        let own = subnet_of_node(state, node).as_ref() == Some(&subnet.name);
        if own && (node.addresses.contains(&address) || node.pod_addresses.iter().any(|held| held == address))
        {
            return Some(Owner::Node(Arc::clone(node)));
        }
    }
    for reservation in state.reservations.values() {
        let name = &reservation.name;
        let own = name.network == subnet.name.network && name.subnet == subnet.name.subnet;
        if own && inside(&reservation.prefix, address) {
            return Some(Owner::Reservation(Arc::clone(reservation)));
        }
    }
    let number = number_of(address);
    let prefix = subnet.address_prefixes.iter().find(|prefix| inside(prefix, address))?;
    if number < prefix.first_number() + 4 || number == prefix.last_number() {
        return Some(Owner::Platform);
    }
    let key = PoolKey::Subnet(subnet.name.clone(), Family::of(address));
    let cooling = matches!(state.pools.get(&key)?.status(number), Status::Cooling(_));
    Some(if cooling { Owner::Released } else { Owner::Nobody })
}

/// Whether a prefix holds an address, bit by bit.
pub(super) fn inside(prefix: &Prefix, address: IpAddr) -> bool {
    let (first, bits) = match (prefix.first(), address) {
        (IpAddr::V4(first), IpAddr::V4(address)) => {
            (u128::from(first.to_bits() ^ address.to_bits()) << 96, prefix.length())
        }
        (IpAddr::V6(first), IpAddr::V6(address)) => (first.to_bits() ^ address.to_bits(), prefix.length()),
        (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => return false,
    };
    (0..u32::from(bits)).all(|bit| first & (1 << (127 - bit)) == 0)
}

/// Whether one prefix is inside another or equal to it.
pub(super) fn within(inner: &Prefix, outer: &Prefix) -> bool {
    inner.length() >= outer.length() && inside(outer, inner.first())
}

/// The gateway address of a node's bridge: the first host of its block.
pub(super) fn bridge_address(node: &Node, like: IpAddr) -> Option<IpAddr> {
    let block = node.pod_prefixes.iter().find(|block| block.first().is_ipv4() == like.is_ipv4())?;
    Some(match block.first() {
        IpAddr::V4(first) => IpAddr::V4((first.to_bits() + 1).into()),
        IpAddr::V6(first) => IpAddr::V6((first.to_bits() + 1).into()),
    })
}

/// The service whose load balancer has an address.
pub(super) fn frontend(state: &State, address: IpAddr) -> Option<Arc<Service>> {
    let mut services = state.services.values();
    services
        .find(|s| s.kind == ServiceType::LoadBalancer && s.load_balancer_addresses.contains(&address))
        .cloned()
}

/// The cluster whose NAT gateway is on a subnet: one with a node pool there.
pub(super) fn nat_gateway(state: &State, subnet: &SubnetName) -> Option<Arc<Cluster>> {
    let pools: Vec<_> = state.node_pools.values().filter(|pool| pool.subnet == *subnet).collect();
    let mut clusters = state.clusters.values();
    clusters
        .find(|cluster| {
            cluster.outbound.kind == OutboundType::NatGateway
                && pools.iter().any(|pool| pool.name.cluster == cluster.name.cluster)
        })
        .cloned()
}

/// The interface that has a public address of its own: its subnet, and its address inside of the same family.
pub(super) fn public_owner(state: &State, address: IpAddr) -> Option<(SubnetName, Option<IpAddr>)> {
    let mut nodes = state.nodes.values();
    if let Some(node) = nodes.find(|node| node.interface.public_addresses.contains(&address)) {
        let inside = node.addresses.iter().find(|own| own.is_ipv4() == address.is_ipv4());
        return Some((subnet_of_node(state, node)?, inside.copied()));
    }
    let mut machines = state.reservations.values();
    let machine = machines.find(|machine| machine.machine.public_addresses.contains(&address))?;
    let inside = Some(machine.prefix.first()).filter(|own| own.is_ipv4() == address.is_ipv4());
    Some((machine.name.subnet_name(), inside))
}

/// The cluster that goes out by an address.
pub(super) fn outbound_owner(state: &State, address: IpAddr) -> Option<Arc<Cluster>> {
    state.clusters.values().find(|cluster| cluster.outbound.addresses.contains(&address)).cloned()
}

/// Whether the Internet has no route to an address (RFC 1918, 6598, 4193, 3927, 4291, 1112, 5771).
pub(super) fn private(address: IpAddr) -> bool {
    let ranges = [
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "169.254.0.0/16",
        "127.0.0.0/8",
        "224.0.0.0/4",
        "fc00::/7",
        "fe80::/10",
        "::1/128",
        "ff00::/8",
    ];
    ranges.iter().filter_map(|text| Prefix::parse(text).ok()).any(|range| inside(&range, address))
}

/// Whether a node's interface takes and sends packets of others: as it is set, else in kubenet.
pub(super) fn carries(cluster: &Cluster, node: &Node) -> bool {
    node.interface.ip_forwarding.unwrap_or(cluster.mode == NetworkMode::Kubenet)
}
