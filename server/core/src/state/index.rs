//! Where do readers look something up by what it has, and not by its name: an address, a port, a destination, a place.
//!
//! Everything here follows from the resources; [`State::evolve`](super::State::evolve) keeps it in step by taking out
//! what a resource was and putting in what it is. `invariants::check` compares it with a scan. Keys are numbers and short
//! names, so that a trace costs the same in a cluster of ten nodes and of five thousand.

use std::hash::Hasher;
use std::net::IpAddr;
use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::State;
use super::history::Space;
use crate::address::{Family, number_of};
use crate::meta::Fingerprint;
use crate::model::{Allocation, Cluster, NetworkMode, Node, Protocol, Reservation, Route, Service, Subnet};
use crate::name::{ClusterName, NetworkName, RouteTableName, Segment};
use crate::prefix::Prefix;

/// What is found under one key, by name.
type Found<T> = Arc<[Arc<T>]>;

/// Every index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    spaces: OrdMap<Space, Addresses>,
    tables: OrdMap<RouteTableName, Table>,
    cluster_addresses: OrdMap<IpAddr, Found<Service>>,
    frontends: OrdMap<IpAddr, Found<Service>>,
    node_ports: OrdMap<(u16, Protocol), Found<Service>>,
    outbound_addresses: OrdMap<IpAddr, Found<Cluster>>,
    public_nodes: OrdMap<IpAddr, Found<Node>>,
    public_machines: OrdMap<IpAddr, Found<Reservation>>,
    clusters: OrdMap<NetworkName, Found<Cluster>>,
    pods: OrdMap<u64, Found<Allocation>>,
    ranks: OrdMap<Segment, Vector<Segment>>,
}

/// Who is where in one space.
#[derive(Clone, Debug, Default, PartialEq)]
struct Addresses {
    /// Subnets by their first address.
    subnets: OrdMap<IpAddr, Arc<Subnet>>,
    /// Reservations by their first address.
    reservations: OrdMap<IpAddr, Arc<Reservation>>,
    /// Nodes by their own addresses.
    nodes: OrdMap<IpAddr, Arc<Node>>,
    /// Nodes by each of their secondary addresses, or by the first address of their block.
    homes: OrdMap<IpAddr, Arc<Node>>,
    /// Pods by address.
    pods: OrdMap<IpAddr, Arc<Allocation>>,
}

/// Routes of one table by destination.
#[derive(Clone, Debug, Default, PartialEq)]
struct Table {
    routes: OrdMap<(Family, u8, u128), Found<Route>>,
    /// Lengths that occur, with how many prefixes have each.
    lengths: Arc<[(Family, u8, usize)]>,
}

/// What an index holds under a key.
trait Entry {
    type Name: Ord;
    fn name(&self) -> &Self::Name;
}

macro_rules! entries {
    ($($type:ty: $name:ty),+) => {$(
        impl Entry for $type {
            type Name = $name;
            fn name(&self) -> &$name { &self.name }
        }
    )+};
}
entries!(
    Service: crate::name::ServiceName, Cluster: ClusterName, Node: crate::name::NodeName,
    Reservation: crate::name::ReservationName, Route: crate::name::RouteName,
    Allocation: crate::name::AllocationName
);

fn add<K: Ord + Clone, T: Entry>(map: &mut OrdMap<K, Found<T>>, key: K, entry: &Arc<T>) {
    let mut list: Vec<_> = map.get(&key).map(|found| found.to_vec()).unwrap_or_default();
    if let Err(place) = list.binary_search_by(|other| other.name().cmp(entry.name())) {
        list.insert(place, Arc::clone(entry));
    }
    map.insert(key, list.into());
}

fn remove<K: Ord + Clone, T: Entry>(map: &mut OrdMap<K, Found<T>>, key: &K, entry: &T) {
    let Some(found) = map.get(key) else { return };
    let list: Vec<_> = found.iter().filter(|other| other.name() != entry.name()).cloned().collect();
    if list.is_empty() {
        map.remove(key);
    } else {
        map.insert(key.clone(), list.into());
    }
}

fn first<'a, K: Ord, T>(map: &'a OrdMap<K, Found<T>>, key: &K) -> Option<&'a Arc<T>> {
    map.get(key).and_then(|found| found.first())
}

/// The entry that starts at an address or before it.
fn at_or_before<T>(map: &OrdMap<IpAddr, Arc<T>>, address: IpAddr) -> Option<&Arc<T>> {
    map.get_prev(&address).map(|(_, found)| found)
}

/// Stable number of a pod's Kubernetes name; what is found under it is compared by the name itself.
fn pod_key(cluster: &Segment, namespace: &str, pod: &str) -> u64 {
    let mut hasher = Fingerprint::default();
    for part in [cluster.as_str(), namespace, pod] {
        hasher.write(part.as_bytes());
        hasher.write(&[0]);
    }
    hasher.finish()
}

fn route_key(prefix: &Prefix) -> (Family, u8, u128) {
    (prefix.family(), prefix.length(), prefix.first_number())
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
            self.in_space(network.map(Space::Network), |space| drop(space.subnets.remove(&prefix.first())));
        }
        for (subnet, prefix) in after.iter().flat_map(|s| s.address_prefixes.iter().map(move |p| (s, p))) {
            let network = Space::Network(subnet.name.network_name());
            self.in_space(Some(network), |space| {
                space.subnets.insert(prefix.first(), Arc::clone(subnet));
            });
        }
    }

    pub(super) fn reservation(&mut self, before: Option<&Reservation>, after: Option<&Arc<Reservation>>) {
        let space = |r: &Reservation| Some(Space::Network(r.name.subnet_name().network_name()));
        if let Some(gone) = before {
            self.in_space(space(gone), |space| drop(space.reservations.remove(&gone.prefix.first())));
            for address in &gone.machine.public_addresses {
                remove(&mut self.public_machines, address, gone);
            }
        }
        if let Some(come) = after {
            self.in_space(space(come), |space| {
                space.reservations.insert(come.prefix.first(), Arc::clone(come));
            });
            for address in &come.machine.public_addresses {
                add(&mut self.public_machines, *address, come);
            }
        }
    }

    pub(super) fn route(&mut self, before: Option<&Arc<Route>>, after: Option<&Arc<Route>>) {
        if let Some(gone) = before {
            let name = gone.name.table_name();
            if let Some(table) = self.tables.get_mut(&name) {
                let had = table.routes.len();
                remove(&mut table.routes, &route_key(&gone.prefix), gone.as_ref());
                if table.routes.len() < had {
                    table.count(&gone.prefix, false);
                }
                if table.routes.is_empty() {
                    self.tables.remove(&name);
                }
            }
        }
        if let Some(come) = after {
            let mut table = self.tables.remove(&come.name.table_name()).unwrap_or_default();
            let had = table.routes.len();
            add(&mut table.routes, route_key(&come.prefix), come);
            if table.routes.len() > had {
                table.count(&come.prefix, true);
            }
            self.tables.insert(come.name.table_name(), table);
        }
    }

    pub(super) fn cluster(&mut self, before: Option<&Cluster>, after: Option<&Arc<Cluster>>) {
        if let Some(gone) = before {
            remove(&mut self.clusters, &gone.network, gone);
            for address in &gone.outbound.addresses {
                remove(&mut self.outbound_addresses, address, gone);
            }
        }
        if let Some(come) = after {
            add(&mut self.clusters, come.network.clone(), come);
            for address in &come.outbound.addresses {
                add(&mut self.outbound_addresses, *address, come);
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
            self.in_space(network(), |space| gone.addresses.iter().for_each(|a| drop(space.nodes.remove(a))));
            self.in_space(home(), |space| homes(gone).for_each(|a| drop(space.homes.remove(&a))));
            for address in &gone.interface.public_addresses {
                remove(&mut self.public_nodes, address, gone);
            }
        }
        if let Some(come) = after {
            self.in_space(network(), |space| {
                space.nodes.extend(come.addresses.iter().map(|address| (*address, Arc::clone(come))));
            });
            self.in_space(home(), |space| {
                space.homes.extend(homes(come).map(|address| (address, Arc::clone(come))));
            });
            for address in &come.interface.public_addresses {
                add(&mut self.public_nodes, *address, come);
            }
        }
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

    pub(super) fn service(&mut self, before: Option<&Service>, after: Option<&Arc<Service>>) {
        if let Some(gone) = before {
            for address in &gone.cluster_addresses {
                remove(&mut self.cluster_addresses, address, gone);
            }
            for address in &gone.load_balancer_addresses {
                remove(&mut self.frontends, address, gone);
            }
            for port in gone.ports.iter().filter(|port| port.node_port > 0) {
                remove(&mut self.node_ports, &(port.node_port, port.protocol), gone);
            }
        }
        if let Some(come) = after {
            for address in &come.cluster_addresses {
                add(&mut self.cluster_addresses, *address, come);
            }
            for address in &come.load_balancer_addresses {
                add(&mut self.frontends, *address, come);
            }
            for port in come.ports.iter().filter(|port| port.node_port > 0) {
                add(&mut self.node_ports, (port.node_port, port.protocol), come);
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
        let key = |a: &Allocation| pod_key(&a.name.cluster, &a.owner.namespace, &a.owner.pod);
        if let Some(gone) = before {
            self.in_space(space.clone(), |space| {
                for held in &gone.addresses {
                    if space.pods.get(&held.address).is_some_and(|pod| pod.name == gone.name) {
                        space.pods.remove(&held.address);
                    }
                }
            });
            remove(&mut self.pods, &key(gone), gone);
        }
        if let Some(come) = after {
            self.in_space(space, |space| {
                space.pods.extend(come.addresses.iter().map(|held| (held.address, Arc::clone(come))));
            });
            add(&mut self.pods, key(come), come);
        }
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
        let Self { subnets, reservations, nodes, homes, pods } = self;
        let places = nodes.is_empty() && homes.is_empty() && pods.is_empty();
        places && subnets.is_empty() && reservations.is_empty()
    }
}

fn homes(node: &Node) -> impl Iterator<Item = IpAddr> + '_ {
    node.pod_addresses.iter().copied().chain(node.pod_prefixes.iter().map(Prefix::first))
}

impl Table {
    fn count(&mut self, prefix: &Prefix, more: bool) {
        let mut lengths = self.lengths.to_vec();
        let key = (prefix.family(), prefix.length());
        match lengths.binary_search_by(|(family, length, _)| (*family, *length).cmp(&key)) {
            Ok(place) if more => lengths[place].2 += 1,
            Ok(place) if lengths[place].2 > 1 => lengths[place].2 -= 1,
            Ok(place) => drop(lengths.remove(place)),
            Err(place) if more => lengths.insert(place, (key.0, key.1, 1)),
            Err(_) => {}
        }
        self.lengths = lengths.into();
    }
}

impl Index {
    /// The subnet of a network that holds an address.
    pub fn subnet_with(&self, space: &Space, address: IpAddr) -> Option<&Arc<Subnet>> {
        let found = at_or_before(&self.spaces.get(space)?.subnets, address)?;
        found.address_prefixes.iter().any(|prefix| prefix.contains(address)).then_some(found)
    }

    /// The reservation that holds an address.
    pub fn reservation_with(&self, space: &Space, address: IpAddr) -> Option<&Arc<Reservation>> {
        at_or_before(&self.spaces.get(space)?.reservations, address).filter(|found| found.contains(address))
    }

    /// The node whose own address this is.
    pub fn node_at(&self, space: &Space, address: IpAddr) -> Option<&Arc<Node>> {
        self.spaces.get(space)?.nodes.get(&address)
    }

    /// The node whose block or secondary addresses hold an address, held by a pod or not.
    pub fn home_of(&self, space: &Space, address: IpAddr) -> Option<&Arc<Node>> {
        let homes = &self.spaces.get(space)?.homes;
        match space {
            Space::Network(_) => homes.get(&address),
            Space::Pods(_) => at_or_before(homes, address)
                .filter(|node| node.pod_prefixes.iter().any(|block| block.contains(address))),
        }
    }

    /// The pod that holds an address.
    pub fn pod_at(&self, space: &Space, address: IpAddr) -> Option<&Arc<Allocation>> {
        self.spaces.get(space)?.pods.get(&address)
    }

    /// A pod by its Kubernetes name: the first by the name of its allocation.
    pub fn pod_named(&self, cluster: &ClusterName, namespace: &str, pod: &str) -> Option<&Arc<Allocation>> {
        let found = self.pods.get(&pod_key(&cluster.cluster, namespace, pod))?;
        found.iter().find(|a| {
            a.name.cluster == cluster.cluster && a.owner.namespace == namespace && a.owner.pod == pod
        })
    }

    /// Routes of a table that match a destination: shortest prefix first, then by name.
    pub fn routes_to(
        &self,
        table: &RouteTableName,
        destination: IpAddr,
    ) -> impl Iterator<Item = &Arc<Route>> {
        let (family, number) = (Family::of(destination), number_of(destination));
        let table = self.tables.get(table);
        let lengths = table.map_or(&[] as &[_], |table| &table.lengths);
        lengths.iter().filter(move |(of, ..)| *of == family).flat_map(move |(_, length, _)| {
            let below = u32::from(family.bits() - length);
            let first = number.checked_shr(below).and_then(|n| n.checked_shl(below)).unwrap_or(0);
            let found = table.and_then(|table| table.routes.get(&(family, *length, first)));
            found.into_iter().flat_map(|found| found.iter())
        })
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
        first(&self.outbound_addresses, &address)
    }

    /// The first node by name that has a public address of its own.
    pub fn public_node(&self, address: IpAddr) -> Option<&Arc<Node>> {
        first(&self.public_nodes, &address)
    }

    /// The first machine by name that has a public address of its own.
    pub fn public_machine(&self, address: IpAddr) -> Option<&Arc<Reservation>> {
        first(&self.public_machines, &address)
    }

    /// Clusters of a network, by name.
    pub fn clusters_in(&self, network: &NetworkName) -> &[Arc<Cluster>] {
        self.clusters.get(network).map_or(&[], AsRef::as_ref)
    }

    /// Index of a node among those of its cluster, by name, and their count.
    pub fn rank(&self, node: &crate::name::NodeName) -> (usize, usize) {
        let ranks = self.ranks.get(&node.cluster);
        let place = ranks.map(|ranks| ranks.binary_search(&node.node).unwrap_or_else(|place| place));
        (place.unwrap_or_default(), ranks.map_or(0, Vector::len))
    }
}
