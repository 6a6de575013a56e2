//! Who holds this address now: from an address to the node, pod or reservation behind it.

use std::net::IpAddr;
use std::sync::Arc;

use super::history::Space;
use super::{Addresses, State};
use crate::address::{Family, number_of};
use crate::meta::Revision;
use crate::model::{Allocation, Cluster, Node, Reservation, Subnet};
use crate::pool::{Holder, PoolKey, Status};
use crate::time::Timestamp;

/// What an address is in one space.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The space.
    pub space: Space,
    /// The subnet, if the space is a network.
    pub subnet: Option<Arc<Subnet>>,
    /// The node whose block or secondary addresses hold it, if one does.
    pub node: Option<Arc<Node>>,
    /// Who holds it.
    pub holder: AddressHolder,
}

/// Who holds an address.
#[derive(Clone, Debug, PartialEq)]
pub enum AddressHolder {
    /// A pod.
    Allocation(Arc<Allocation>),
    /// A node, as its own address.
    Node(Arc<Node>),
    /// A reservation.
    Reservation(Arc<Reservation>),
    /// The platform (network, gateway, broadcast, provider).
    Platform,
    /// Nobody, until this time.
    Cooling(Timestamp),
    /// Nobody; it can be handed out.
    Free,
}

/// What an address is, if a node, pod or reservation has it: by the index, without the pools.
fn find_at_once(
    space: &Space,
    known: &Addresses,
    subnet: Option<&Arc<Subnet>>,
    address: IpAddr,
) -> Option<Found> {
    let pod = || known.pod_at(address).cloned().map(AddressHolder::Allocation);
    let node = || known.node_at(address).cloned().map(AddressHolder::Node);
    let reserved = || known.reservation_with(address).cloned().map(AddressHolder::Reservation);
    let holder = pod().or_else(node).or_else(reserved)?;
    let node = match &holder {
        AddressHolder::Allocation(_) => known.home_of(address).cloned(),
        AddressHolder::Node(_)
        | AddressHolder::Reservation(_)
        | AddressHolder::Platform
        | AddressHolder::Cooling(_)
        | AddressHolder::Free => None,
    };
    Some(Found { space: space.clone(), subnet: subnet.cloned(), node, holder })
}

impl State {
    /// What an address is in a space; `None` if no subnet or pod CIDR of the space holds it.
    pub fn find(&self, space: &Space, address: IpAddr) -> Option<Found> {
        self.find_among(space, self.index.space(space), address)
    }

    /// [`State::find`] for who has looked up who is in the space.
    pub(crate) fn find_among(
        &self,
        space: &Space,
        known: Option<&Addresses>,
        address: IpAddr,
    ) -> Option<Found> {
        match space {
            Space::Network(_) => {
                let known = known?;
                let subnet = known.subnet_with(address)?;
                let at_once = find_at_once(space, known, Some(subnet), address);
                at_once.or_else(|| self.find_in_subnet(space, subnet, address))
            }
            Space::Pods(name) => known
                .and_then(|known| find_at_once(space, known, None, address))
                .or_else(|| self.find_in_pod_prefix(space, self.clusters.get(name)?, address)),
        }
    }

    /// What an address is in every space that has it.
    pub fn find_everywhere(&self, address: IpAddr) -> Vec<Found> {
        let networks = self.networks.keys().cloned().map(Space::Network);
        let clusters = self
            .clusters
            .values()
            .filter(|cluster| cluster.pod_prefixes.iter().any(|prefix| prefix.contains(address)))
            .map(|cluster| Space::Pods(cluster.name.clone()));
        networks.chain(clusters).filter_map(|space| self.find(&space, address)).collect()
    }

    /// Since when a node has its address of a family: since it joined, or since it gave another one back. What changed
    /// before the history that is kept counts as since it joined.
    pub fn node_address_since(&self, node: &Node, family: Family) -> (Revision, Timestamp) {
        let changed = self.history.last_of_node(&node.name, family);
        changed.unwrap_or_default().max((node.meta.created_revision, node.meta.create_time))
    }

    fn find_in_subnet(&self, space: &Space, subnet: &Arc<Subnet>, address: IpAddr) -> Option<Found> {
        let family = Family::of(address);
        let pool = self.pool(&PoolKey::Subnet(subnet.name.clone(), family))?;
        let mut node = None;
        let holder = match pool.status(number_of(address)) {
            Status::Held(Holder::Node(name)) => AddressHolder::Node(Arc::clone(self.nodes.get(&name)?)),
            Status::Held(Holder::NodePods(name)) => {
                let owner = self.nodes.get(&name)?;
                node = Some(Arc::clone(owner));
                self.find_secondary(owner, address)
            }
            Status::Held(Holder::Pod) | Status::Outside => return None,
            Status::Claimed(name) => AddressHolder::Reservation(Arc::clone(self.reservations.get(&name)?)),
            Status::Reserved => AddressHolder::Platform,
            Status::Cooling(until) => AddressHolder::Cooling(until),
            Status::Free => AddressHolder::Free,
        };
        Some(Found { space: space.clone(), subnet: Some(Arc::clone(subnet)), node, holder })
    }

    fn find_secondary(&self, node: &Node, address: IpAddr) -> AddressHolder {
        let key = PoolKey::NodeAddresses(node.name.clone(), Family::of(address));
        let index = node.pod_addresses.position(address);
        let status = index
            .and_then(|index| self.pool(&key).map(|pool| pool.status(index as u128)))
            .unwrap_or(Status::Outside);
        no_pod(&status)
    }

    fn find_in_pod_prefix(&self, space: &Space, cluster: &Cluster, address: IpAddr) -> Option<Found> {
        let family = Family::of(address);
        let index = cluster.pod_prefix(family)?.child_index(cluster.node_prefix_length(family), address)?;
        let blocks = self.pool(&PoolKey::PodBlocks(cluster.name.clone(), family))?;
        let (node, holder) = match blocks.status(index) {
            Status::Held(Holder::Node(name)) => {
                let node = self.nodes.get(&name)?;
                let pool = self.pool(&PoolKey::NodeBlock(name, family))?;
                (Some(Arc::clone(node)), no_pod(&pool.status(number_of(address))))
            }
            Status::Cooling(until) => (None, AddressHolder::Cooling(until)),
            Status::Free => (None, AddressHolder::Free),
            Status::Reserved
            | Status::Claimed(_)
            | Status::Held(Holder::NodePods(_) | Holder::Pod)
            | Status::Outside => (None, AddressHolder::Platform),
        };
        Some(Found { space: space.clone(), subnet: None, node, holder })
    }
}

/// Who holds an address of a node that no pod has: the index was asked for those.
fn no_pod(status: &Status) -> AddressHolder {
    match status {
        Status::Cooling(until) => AddressHolder::Cooling(*until),
        Status::Free => AddressHolder::Free,
        Status::Reserved | Status::Claimed(_) | Status::Held(_) | Status::Outside => AddressHolder::Platform,
    }
}
