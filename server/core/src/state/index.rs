//! Where do readers look something up by what it has, and not by its name: an address, a port, a destination, a place.
//!
//! Everything here follows from the resources; [`State::evolve`](super::State::evolve) keeps it in step by taking out
//! what a resource was and putting in what it is. `invariants::check` compares it with a scan. Keys are numbers and short
//! names, so that a trace costs the same in a cluster of ten nodes and of five thousand.

use std::net::IpAddr;
use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::State;
use super::by_address::{ByAddress, ByPrefix, ByRun};
use super::by_number::{ByNumber, Named, number_of_parts};
use super::history::Space;
use super::many::Placed;
use crate::address::Family;
use crate::model::{Allocation, Cluster, NetworkMode, Node, Protocol, Reservation, Route, Service, Subnet};
use crate::name::{ClusterName, NetworkName, RouteTableName, Segment};
use crate::prefix::Prefix;

/// What is found under one key, by name.
type Found<T> = Arc<[Arc<T>]>;

/// Every index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    spaces: OrdMap<Space, Addresses>,
    tables: OrdMap<RouteTableName, ByPrefix<Found<Route>>>,
    cluster_addresses: ByAddress<Found<Service>>,
    frontends: ByAddress<Found<Service>>,
    node_ports: OrdMap<(u16, Protocol), Found<Service>>,
    outbound_addresses: ByAddress<Found<Cluster>>,
    public_nodes: ByAddress<Found<Node>>,
    public_machines: ByAddress<Found<Reservation>>,
    clusters: OrdMap<NetworkName, Found<Cluster>>,
    pods: ByNumber<Allocation>,
    ranks: OrdMap<Segment, Vector<Segment>>,
    balanced: OrdMap<Segment, Balanced>,
}

/// The nodes of a cluster as its load balancer sees them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Balanced {
    /// Those that take new flows, as far as their own state says.
    pub(crate) willing: OrdMap<Segment, Arc<Node>>,
    /// How many have an address of each family, willing or not.
    v4: usize,
    v6: usize,
}

impl Balanced {
    /// How many nodes have an address of a family.
    pub(crate) fn count(&self, family: Family) -> usize {
        match family {
            Family::V4 => self.v4,
            Family::V6 => self.v6,
        }
    }
}

/// Who is where in one space.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Addresses {
    subnets: ByPrefix<Arc<Subnet>>,
    reservations: ByPrefix<Arc<Reservation>>,
    /// Nodes by their own addresses.
    nodes: ByAddress<Arc<Node>>,
    /// Nodes by the runs of their secondary addresses.
    secondary: ByRun<Arc<Node>>,
    /// Nodes by their blocks.
    blocks: ByPrefix<Arc<Node>>,
    pods: ByAddress<Arc<Allocation>>,
}

macro_rules! entries {
    ($($type:ty: $name:ty),+) => {$(
        impl Named for $type {
            type Name = $name;
            fn name(&self) -> &$name { &self.name }
        }
    )+};
}
entries!(
    Service: crate::name::ServiceName, Cluster: ClusterName, Node: crate::name::NodeName,
    Reservation: crate::name::ReservationName, Route: crate::name::RouteName
);

/// A list with one entry more.
fn with<T: Named>(found: Option<&Found<T>>, entry: &Arc<T>) -> Found<T> {
    let mut list: Vec<_> = found.map(|found| found.to_vec()).unwrap_or_default();
    if let Err(place) = list.binary_search_by(|other| other.name().cmp(entry.name())) {
        list.insert(place, Arc::clone(entry));
    }
    list.into()
}

/// A list without an entry; `None` if nothing is left.
fn without<T: Named>(found: &Found<T>, entry: &T) -> Option<Found<T>> {
    let list: Vec<_> = found.iter().filter(|other| other.name() != entry.name()).cloned().collect();
    (!list.is_empty()).then(|| list.into())
}

/// A map whose entries are lists.
trait Lists<T: Named> {
    type Key;
    /// Gives the list of a key another content; an empty one is not kept.
    fn change(&mut self, key: &Self::Key, change: impl FnOnce(Option<&Found<T>>) -> Option<Found<T>>);

    fn enlist(&mut self, key: &Self::Key, entry: &Arc<T>) {
        self.change(key, |found| Some(with(found, entry)));
    }

    fn strike(&mut self, key: &Self::Key, entry: &T) {
        self.change(key, |found| found.and_then(|found| without(found, entry)));
    }
}

macro_rules! lists {
    ($($map:ty, $key:ty $(, for any $generic:ident)?;)+) => {$(
        impl<$($generic: Ord + Clone,)? T: Named> Lists<T> for $map {
            type Key = $key;
            fn change(&mut self, key: &$key, change: impl FnOnce(Option<&Found<T>>) -> Option<Found<T>>) {
                match change(self.get(key)) {
                    Some(list) => drop(self.insert(key.clone(), list)),
                    None => drop(self.remove(key)),
                }
            }
        }
    )+};
}
lists! {
    OrdMap<K, Found<T>>, K, for any K;
    ByAddress<Found<T>>, IpAddr;
    ByPrefix<Found<T>>, Prefix;
}

/// Number of a pod's Kubernetes name.
fn pod_number(cluster: &Segment, namespace: &str, pod: &str) -> u64 {
    number_of_parts([cluster.as_str(), namespace], pod)
}

/// Number of the Kubernetes name of an allocation's pod.
pub(super) fn number_of_pod(pod: &Allocation) -> u64 {
    let owner = pod.owner();
    pod_number(&pod.name.cluster, owner.namespace, owner.pod)
}

impl Index {
    /// The index of a state, made anew from its resources.
    pub fn of(state: &State) -> Self {
        let mut index = Self::default();
        state.subnets.values().for_each(|subnet| index.subnet(None, Some(subnet)));
        state.reservations.values().for_each(|reservation| index.reservation(None, Some(reservation)));
        state.routes.values().for_each(|route| index.route(None, Some(route)));
        state.clusters.values().for_each(|cluster| index.cluster(None, Some(cluster)));
        for node in state.nodes.values() {
            if let Some(cluster) = state.clusters.get(&node.name.cluster_name()) {
                index.node(cluster, None, Some(node));
            }
        }
        state.services.values().for_each(|service| index.service(None, Some(service)));
        for pod in state.allocations.values() {
            index.allocation(state.pod_space(&pod.name.cluster_name()), None, Some(pod));
        }
        index
    }

    pub(super) fn subnet(&mut self, before: Option<&Subnet>, after: Option<&Arc<Subnet>>) {
        for prefix in before.iter().flat_map(|subnet| &subnet.address_prefixes) {
            let network = before.map(|subnet| subnet.name.network_name());
            self.in_space(network.map(Space::Network), |space| space.subnets.remove(prefix));
        }
        for (subnet, prefix) in after.iter().flat_map(|s| s.address_prefixes.iter().map(move |p| (s, p))) {
            let network = Space::Network(subnet.name.network_name());
            self.in_space(Some(network), |space| {
                space.subnets.insert(*prefix, Arc::clone(subnet));
            });
        }
    }

    pub(super) fn reservation(&mut self, before: Option<&Reservation>, after: Option<&Arc<Reservation>>) {
        let space = |r: &Reservation| Some(Space::Network(r.name.subnet_name().network_name()));
        if let Some(gone) = before {
            self.in_space(space(gone), |space| space.reservations.remove(&gone.prefix));
            for address in &gone.machine.public_addresses {
                self.public_machines.strike(address, gone);
            }
        }
        if let Some(come) = after {
            self.in_space(space(come), |space| {
                space.reservations.insert(come.prefix, Arc::clone(come));
            });
            for address in &come.machine.public_addresses {
                self.public_machines.enlist(address, come);
            }
        }
    }

    pub(super) fn route(&mut self, before: Option<&Arc<Route>>, after: Option<&Arc<Route>>) {
        if let Some(gone) = before {
            let name = gone.name.table_name();
            if let Some(table) = self.tables.get_mut(&name) {
                table.strike(&gone.prefix, gone.as_ref());
                if table.is_empty() {
                    self.tables.remove(&name);
                }
            }
        }
        if let Some(come) = after {
            self.tables.entry(come.name.table_name()).or_default().enlist(&come.prefix, come);
        }
    }

    pub(super) fn cluster(&mut self, before: Option<&Cluster>, after: Option<&Arc<Cluster>>) {
        if let Some(gone) = before {
            self.clusters.strike(&gone.network, gone);
            for address in &gone.outbound.addresses {
                self.outbound_addresses.strike(address, gone);
            }
        }
        if let Some(come) = after {
            self.clusters.enlist(&come.network, come);
            for address in &come.outbound.addresses {
                self.outbound_addresses.enlist(address, come);
            }
        }
    }

    /// `cluster` is the node's, whose mode and network do not change.
    pub(super) fn node(&mut self, cluster: &Cluster, before: Option<&Node>, after: Option<&Arc<Node>>) {
        let network = || Some(Space::Network(cluster.network.clone()));
        let home = || match cluster.mode {
            NetworkMode::Kubenet => Some(Space::Pods(cluster.name.clone())),
            NetworkMode::AzureCni => network(),
        };
        if let Some(gone) = before {
            self.in_space(network(), |space| gone.addresses.iter().for_each(|a| space.nodes.remove(a)));
            self.in_space(home(), |space| {
                gone.pod_addresses.runs().iter().for_each(|run| space.secondary.remove(run));
                gone.pod_prefixes.iter().for_each(|block| space.blocks.remove(block));
            });
            for address in &gone.interface.public_addresses {
                self.public_nodes.strike(address, gone);
            }
        }
        if let Some(come) = after {
            self.in_space(network(), |space| {
                come.addresses.iter().for_each(|address| space.nodes.insert(*address, Arc::clone(come)));
            });
            self.in_space(home(), |space| {
                come.pod_addresses
                    .runs()
                    .iter()
                    .for_each(|run| space.secondary.insert(run, Arc::clone(come)));
                come.pod_prefixes.iter().for_each(|block| space.blocks.insert(*block, Arc::clone(come)));
            });
            for address in &come.interface.public_addresses {
                self.public_nodes.enlist(address, come);
            }
        }
        self.balance(before, after);
        let name = before.or_else(|| after.map(AsRef::as_ref)).map(|node| &node.name);
        let Some(name) = name.filter(|_| before.is_some() != after.is_some()) else { return };
        let mut ranks = self.ranks.remove(&name.cluster).unwrap_or_default();
        match ranks.binary_search(&name.node) {
            Ok(place) if after.is_none() => drop(ranks.remove(place)),
            Err(place) if after.is_some() => ranks.insert(place, name.node.clone()),
            Ok(_) | Err(_) => {}
        }
        if !ranks.is_empty() {
            self.ranks.insert(name.cluster.clone(), ranks);
        }
    }

    fn balance(&mut self, before: Option<&Node>, after: Option<&Arc<Node>>) {
        let Some(cluster) = before.or_else(|| after.map(AsRef::as_ref)).map(|node| &node.name.cluster) else {
            return;
        };
        let has = |node: &Node, family| usize::from(node.address(family).is_some());
        let mut nodes = self.balanced.remove(cluster).unwrap_or_default();
        if let Some(gone) = before {
            nodes.willing.remove(&gone.name.node);
            nodes.v4 -= has(gone, Family::V4).min(nodes.v4);
            nodes.v6 -= has(gone, Family::V6).min(nodes.v6);
        }
        if let Some(come) = after {
            if come.takes_balanced() {
                nodes.willing.insert(come.name.node.clone(), Arc::clone(come));
            }
            nodes.v4 += has(come, Family::V4);
            nodes.v6 += has(come, Family::V6);
        }
        if nodes != Balanced::default() {
            self.balanced.insert(cluster.clone(), nodes);
        }
    }

    pub(super) fn service(&mut self, before: Option<&Service>, after: Option<&Arc<Service>>) {
        if let Some(gone) = before {
            for address in &gone.cluster_addresses {
                self.cluster_addresses.strike(address, gone);
            }
            for address in &gone.load_balancer_addresses {
                self.frontends.strike(address, gone);
            }
            for port in gone.ports.iter().filter(|port| port.node_port > 0) {
                self.node_ports.strike(&(port.node_port, port.protocol), gone);
            }
        }
        if let Some(come) = after {
            for address in &come.cluster_addresses {
                self.cluster_addresses.enlist(address, come);
            }
            for address in &come.load_balancer_addresses {
                self.frontends.enlist(address, come);
            }
            for port in come.ports.iter().filter(|port| port.node_port > 0) {
                self.node_ports.enlist(&(port.node_port, port.protocol), come);
            }
        }
    }

    /// `space` is that of the cluster's pods.
    pub(super) fn allocation(
        &mut self,
        space: Option<Space>,
        before: Option<&Allocation>,
        after: Option<&Arc<Allocation>>,
    ) {
        if let Some(gone) = before {
            self.in_space(space.clone(), |space| {
                for held in &gone.addresses {
                    if space.pods.get(&held.address).is_some_and(|pod| pod.name == gone.name) {
                        space.pods.remove(&held.address);
                    }
                }
            });
            let _gone = self.pods.remove(number_of_pod(gone), &gone.name);
        }
        if let Some(come) = after {
            self.in_space(space, |space| {
                come.addresses.iter().for_each(|held| space.pods.insert(held.address, Arc::clone(come)));
            });
            let _before = self.pods.insert(number_of_pod(come), Arc::clone(come));
        }
    }

    /// Lists pods by the numbers of their names, none of which is listed yet.
    pub(super) fn name_pods(&mut self, pods: Vec<(u64, Arc<Allocation>)>) {
        self.pods.insert_many(pods);
    }

    /// Lists pods by their addresses, in whose order they come, in the space of their cluster.
    pub(super) fn place_pods(&mut self, space: Option<Space>, pods: &[Placed]) {
        self.in_space(space, |space| {
            pods.iter().for_each(|(address, pod)| space.pods.insert(*address, Arc::clone(pod)));
        });
    }

    /// Changes a space; one that is empty is not kept.
    fn in_space(&mut self, space: Option<Space>, change: impl FnOnce(&mut Addresses)) {
        let Some(space) = space else { return };
        let addresses = self.spaces.entry(space.clone()).or_default();
        change(addresses);
        if addresses.is_empty() {
            self.spaces.remove(&space);
        }
    }
}

impl Addresses {
    fn is_empty(&self) -> bool {
        let Self { subnets, reservations, nodes, secondary, blocks, pods } = self;
        let places = nodes.is_empty() && secondary.is_empty() && blocks.is_empty() && pods.is_empty();
        places && subnets.is_empty() && reservations.is_empty()
    }

    /// The subnet that holds an address.
    pub(crate) fn subnet_with(&self, address: IpAddr) -> Option<&Arc<Subnet>> {
        self.subnets.longest(address)
    }

    /// The reservation that holds an address.
    pub(crate) fn reservation_with(&self, address: IpAddr) -> Option<&Arc<Reservation>> {
        self.reservations.longest(address)
    }

    /// The node whose own address this is.
    pub(crate) fn node_at(&self, address: IpAddr) -> Option<&Arc<Node>> {
        self.nodes.get(&address)
    }

    /// The node whose block or secondary addresses hold an address, held by a pod or not.
    pub(crate) fn home_of(&self, address: IpAddr) -> Option<&Arc<Node>> {
        self.secondary.holding(&address).or_else(|| self.blocks.longest(address))
    }

    /// The pod that holds an address.
    pub(crate) fn pod_at(&self, address: IpAddr) -> Option<&Arc<Allocation>> {
        self.pods.get(&address)
    }
}

impl Index {
    /// Who is where in a space; `None` if nobody is anywhere.
    pub(crate) fn space(&self, space: &Space) -> Option<&Addresses> {
        self.spaces.get(space)
    }

    /// The node whose own address this is.
    pub fn node_at(&self, space: &Space, address: IpAddr) -> Option<&Arc<Node>> {
        self.space(space)?.node_at(address)
    }

    /// The node whose block or secondary addresses hold an address, held by a pod or not.
    pub fn home_of(&self, space: &Space, address: IpAddr) -> Option<&Arc<Node>> {
        self.space(space)?.home_of(address)
    }

    /// The reservation that holds an address.
    pub fn reservation_with(&self, space: &Space, address: IpAddr) -> Option<&Arc<Reservation>> {
        self.space(space)?.reservation_with(address)
    }

    /// The pod that holds an address.
    pub fn pod_at(&self, space: &Space, address: IpAddr) -> Option<&Arc<Allocation>> {
        self.space(space)?.pod_at(address)
    }

    /// A pod by its Kubernetes name: the first by the name of its allocation.
    pub fn pod_named(&self, cluster: &ClusterName, namespace: &str, pod: &str) -> Option<&Arc<Allocation>> {
        self.pods.find(pod_number(&cluster.cluster, namespace, pod), |a| {
            a.name.cluster == cluster.cluster && a.owner().namespace == namespace && a.owner().pod == pod
        })
    }

    /// Routes of a table that match a destination: shortest prefix first, then by name.
    pub fn routes_to(
        &self,
        table: &RouteTableName,
        destination: IpAddr,
    ) -> impl Iterator<Item = &Arc<Route>> {
        let table = self.tables.get(table).into_iter();
        table.flat_map(move |table| table.holding(destination)).flat_map(|found| found.iter())
    }

    /// Services with a cluster address, by name.
    pub fn at_cluster_address(&self, address: IpAddr) -> &[Arc<Service>] {
        self.cluster_addresses.get(&address).map_or(&[], AsRef::as_ref)
    }

    /// Services with a load balancer frontend at an address, by name.
    pub fn at_frontend(&self, address: IpAddr) -> &[Arc<Service>] {
        self.frontends.get(&address).map_or(&[], AsRef::as_ref)
    }

    /// Services with a node port, of every cluster, by name.
    pub fn at_node_port(&self, port: u16, protocol: Protocol) -> &[Arc<Service>] {
        self.node_ports.get(&(port, protocol)).map_or(&[], AsRef::as_ref)
    }

    /// The first cluster by name that has a public address for its way out.
    pub fn outbound_owner(&self, address: IpAddr) -> Option<&Arc<Cluster>> {
        self.outbound_addresses.get(&address)?.first()
    }

    /// The first node by name that has a public address of its own.
    pub fn public_node(&self, address: IpAddr) -> Option<&Arc<Node>> {
        self.public_nodes.get(&address)?.first()
    }

    /// The first machine by name that has a public address of its own.
    pub fn public_machine(&self, address: IpAddr) -> Option<&Arc<Reservation>> {
        self.public_machines.get(&address)?.first()
    }

    /// Clusters of a network, by name.
    pub fn clusters_in(&self, network: &NetworkName) -> &[Arc<Cluster>] {
        self.clusters.get(network).map_or(&[], AsRef::as_ref)
    }

    /// The nodes of a cluster as its load balancer sees them; `None` if it has none.
    pub(crate) fn balanced(&self, cluster: &Segment) -> Option<&Balanced> {
        self.balanced.get(cluster)
    }

    /// Index of a node among those of its cluster, by name, and their count.
    pub fn rank(&self, node: &crate::name::NodeName) -> (usize, usize) {
        let ranks = self.ranks.get(&node.cluster);
        let place = ranks.map(|ranks| ranks.binary_search(&node.node).unwrap_or_else(|place| place));
        (place.unwrap_or_default(), ranks.map_or(0, Vector::len))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meta::Revision;
    use crate::model::{AllocatedAddresses, KeptOwner, OwnerTexts};
    use crate::name::AllocationName;
    use crate::time::Timestamp;

    fn pod(id: &str) -> Arc<Allocation> {
        let segment = |text| Segment::parse(text).unwrap();
        Arc::new(Allocation {
            name: AllocationName { cluster: segment("c"), allocation: segment(id) },
            node: segment("n"),
            addresses: AllocatedAddresses::default(),
            owner: KeptOwner::new(&segment(id), OwnerTexts::default()),
            created_revision: Revision(1),
            revision: Revision(1),
            create_time: Timestamp(0),
            pod_traits: None,
        })
    }

    #[test]
    fn pods_without_a_name_are_kept_apart_and_the_first_by_name_is_found() {
        let ids = ["b", "d", "a", "c"];
        let mut index = Index::default();
        for id in ids {
            index.allocation(None, None, Some(&pod(id)));
        }
        let cluster = ClusterName { cluster: Segment::parse("c").unwrap() };
        for id in ["a", "b", "c", "d"] {
            assert_eq!(index.pod_named(&cluster, "", ""), Some(&pod(id)));
            assert_eq!(index.pod_named(&cluster, "", "web"), None);
            index.allocation(None, Some(&pod(id)), None);
        }
        assert_eq!(index, Index::default(), "one way in and another out give the same");
    }
}
