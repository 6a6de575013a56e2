//! How does an event change the state: total, infallible, and the only way to change it.

use std::net::IpAddr;
use std::sync::Arc;

use imbl::OrdMap;

use super::State;
use super::history::{HistoryEntry, PastHolder, Space};
use super::remembered::Remembered;
use crate::address::{Family, number_of};
use crate::address_runs::AddressRun;
use crate::event::{Change, Event, Record};
use crate::limits;
use crate::meta::{Resource, Revision};
use crate::model::{Allocation, Cluster, Node, Reservation, Subnet};
use crate::pool::{Holder, Pool, PoolKey};
use crate::prefix::Prefix;
use crate::time::Timestamp;

impl State {
    /// Folds one revision into the state.
    pub fn apply(&mut self, record: &Record) {
        for event in &record.events {
            self.evolve(event, record.revision, record.time);
        }
        self.conclude(record);
    }

    /// Ends a revision whose events were folded in one by one: what is left is its number, its time and its request.
    pub fn conclude(&mut self, record: &Record) {
        self.revision = record.revision;
        self.time = self.time.max(record.time);
        if let Some(mark) = &record.request {
            let until = record.time.plus(limits::REQUEST_WINDOW);
            let remembered = Remembered { fingerprint: mark.fingerprint, revision: record.revision, until };
            self.requests.insert(&record.actor, &mark.id, remembered);
        }
    }

    /// Folds one event into the state.
    pub fn evolve(&mut self, event: &Event, revision: Revision, time: Timestamp) {
        match event {
            Event::Network(change) => drop(apply(&mut self.networks, change)),
            Event::Subnet(change) => self.evolve_subnet(change),
            Event::Reservation(change) => self.evolve_reservation(change, revision, time),
            Event::RouteTable(change) => drop(apply(&mut self.route_tables, change)),
            Event::Route(change) => {
                let (before, after) = apply(&mut self.routes, change);
                self.index.route(before.as_ref(), after.as_ref());
            }
            Event::Cluster(change) => self.evolve_cluster(change),
            Event::NodePool(change) => drop(apply(&mut self.node_pools, change)),
            Event::Node(change) => self.evolve_node(change, revision, time),
            Event::Service(change) => {
                let (before, after) = apply(&mut self.services, change);
                self.index.service(before.as_deref(), after.as_ref());
            }
            Event::NetworkSecurityGroup(change) => drop(apply(&mut self.network_security_groups, change)),
            Event::Namespace(change) => drop(apply(&mut self.namespaces, change)),
            Event::NetworkPolicy(change) => drop(apply(&mut self.network_policies, change)),
            Event::AllocationCreated(allocation) => self.hold(allocation),
            Event::AllocationUpdated(allocation) => self.list(Arc::clone(allocation)),
            Event::AllocationMoved { allocation, superseded, tombstone } => {
                let old =
                    crate::name::AllocationName { allocation: superseded.clone(), ..allocation.name.clone() };
                if let Some(before) = self.allocations.get(&old).cloned() {
                    self.forget(&before);
                    self.remember_past(&before, revision, time);
                }
                self.tombstones.insert(old, *tombstone);
                self.enlist(allocation);
            }
            Event::AllocationReleased { allocation, reusable, tombstone, cause: _ } => {
                self.forget(allocation);
                self.remember_past(allocation, revision, time);
                self.tombstones.insert(allocation.name.clone(), *tombstone);
                for (key, number) in self.numbers_of(allocation) {
                    self.cool(&key, number, *reusable);
                }
            }
            Event::AllocationConfirmed(_) | Event::ReleaseConfirmed { .. } => {}
            Event::AttachmentTombstoned { name, tombstone } => {
                self.tombstones.insert(name.clone(), *tombstone);
            }
            Event::SweepObserved { node, observed, suspects } => {
                self.observations.insert(node.clone(), *observed);
                let on_node: Vec<_> = self
                    .nodes
                    .get(node)
                    .map(|node| self.allocations_on(node).map(|a| a.name.clone()).collect())
                    .unwrap_or_default();
                for name in on_node {
                    if suspects.contains(&name.allocation) {
                        if !self.suspects.contains_key(&name) {
                            self.suspects.insert(name, *observed);
                        }
                    } else {
                        self.suspects.remove(&name);
                    }
                }
            }
            Event::TimeAdvanced { thawed } => {
                for (key, first) in thawed {
                    self.thaw(key, *first);
                }
                self.requests.expire(time);
                self.tombstones.expire(time);
                self.history.expire(time);
            }
        }
    }

    fn evolve_subnet(&mut self, change: &Change<Subnet>) {
        let (before, after) = apply(&mut self.subnets, change);
        self.index.subnet(before.as_deref(), after.as_ref());
        match change {
            Change::Created(subnet) => {
                for prefix in &subnet.address_prefixes {
                    self.pools.insert(
                        PoolKey::Subnet(subnet.name.clone(), prefix.family()),
                        crate::ipam::subnet_pool(prefix),
                    );
                }
            }
            Change::Updated(_) => {}
            Change::Deleted(subnet) => {
                for prefix in &subnet.address_prefixes {
                    self.drop_pool(&PoolKey::Subnet(subnet.name.clone(), prefix.family()));
                }
            }
        }
    }

    fn evolve_reservation(&mut self, change: &Change<Reservation>, revision: Revision, time: Timestamp) {
        let (before, after) = apply(&mut self.reservations, change);
        self.index.reservation(before.as_deref(), after.as_ref());
        let reservation = change.body();
        let subnet = reservation.name.subnet_name();
        let key = PoolKey::Subnet(subnet.clone(), reservation.prefix.family());
        let (first, last) = (reservation.prefix.first_number(), reservation.prefix.last_number());
        match change {
            Change::Created(_) => {
                self.change_pool(&key, |pool| pool.claim(first, last, reservation.name.clone()));
            }
            Change::Updated(_) => {}
            Change::Deleted(_) => {
                let cooldown = self.subnets.get(&subnet).map(|subnet| subnet.cooldown).unwrap_or_default();
                let until = time.plus(cooldown);
                self.change_pool(&key, |pool| pool.unclaim(first, until));
                self.cooling.insert((until, key, first));
                self.history.insert(HistoryEntry {
                    space: Space::Network(subnet.network_name()),
                    prefix: reservation.prefix,
                    holder: PastHolder::Reservation(reservation.name.clone()),
                    from: (reservation.meta.created_revision, reservation.meta.create_time),
                    until: (revision, time),
                });
            }
        }
    }

    fn evolve_cluster(&mut self, change: &Change<Cluster>) {
        let (before, after) = apply(&mut self.clusters, change);
        self.index.cluster(before.as_deref(), after.as_ref());
        let cluster = change.body();
        for prefix in &cluster.pod_prefixes {
            let key = PoolKey::PodBlocks(cluster.name.clone(), prefix.family());
            match change {
                Change::Created(_) => {
                    let pool = crate::ipam::block_pool(cluster, prefix);
                    self.pools.insert(key, pool);
                }
                Change::Updated(_) => {}
                Change::Deleted(_) => self.drop_pool(&key),
            }
        }
    }

    fn evolve_node(&mut self, change: &Change<Node>, revision: Revision, time: Timestamp) {
        let (before, after) = apply(&mut self.nodes, change);
        let node = change.body();
        let subnet = self.node_pools.get(&node.pool).map(|pool| pool.subnet.clone());
        let cluster = self.clusters.get(&node.name.cluster_name()).cloned();
        let (Some(subnet), Some(cluster)) = (subnet, cluster) else { return };
        self.index.node(&cluster, before.as_deref(), after.as_ref());
        let until = time.plus(cluster.cooldown);
        let in_subnet = |family| PoolKey::Subnet(subnet.clone(), family);
        match change {
            Change::Created(_) => {
                for address in &node.addresses {
                    let holder = Holder::Node(node.name.clone());
                    self.change_pool(&in_subnet(Family::of(*address)), |pool| {
                        pool.hold(number_of(*address), holder);
                    });
                }
                for run in node.pod_addresses.runs() {
                    let (first, last) = run.numbers();
                    self.change_pool(&in_subnet(run.family()), |pool| {
                        pool.hold_run(first, last, Holder::NodePods(node.name.clone()));
                    });
                }
                for prefix in &node.pod_prefixes {
                    self.hold_block(&cluster, node, *prefix);
                }
                for family in [Family::V4, Family::V6] {
                    let count = node.pod_addresses.count_of(family) as u128;
                    if count > 0 {
                        let key = PoolKey::NodeAddresses(node.name.clone(), family);
                        self.pools.insert(key, Pool::new(0, count - 1));
                    }
                }
            }
            Change::Updated(_) => {
                let old = before.as_ref().map(|node| node.addresses.clone()).unwrap_or_default();
                for address in old.iter().filter(|address| !node.addresses.contains(address)) {
                    self.cool(&in_subnet(Family::of(*address)), number_of(*address), until);
                    self.remember_node(
                        before.as_ref().map_or(node, AsRef::as_ref),
                        &subnet,
                        *address,
                        revision,
                        time,
                    );
                }
                for address in node.addresses.iter().filter(|address| !old.contains(address)) {
                    let holder = Holder::Node(node.name.clone());
                    self.change_pool(&in_subnet(Family::of(*address)), |pool| {
                        pool.hold(number_of(*address), holder);
                    });
                }
            }
            Change::Deleted(_) => {
                let runs = node.pod_addresses.runs().iter().map(AddressRun::first);
                for first in node.addresses.iter().copied().chain(runs) {
                    self.cool(&in_subnet(Family::of(first)), number_of(first), until);
                }
                for address in &node.addresses {
                    self.remember_node(node, &subnet, *address, revision, time);
                }
                for prefix in &node.pod_prefixes {
                    let family = prefix.family();
                    if let Some(index) = block_index(&cluster, *prefix) {
                        self.cool(&PoolKey::PodBlocks(cluster.name.clone(), family), index, until);
                    }
                    self.drop_pool(&PoolKey::NodeBlock(node.name.clone(), family));
                }
                for family in [Family::V4, Family::V6] {
                    self.drop_pool(&PoolKey::NodeAddresses(node.name.clone(), family));
                }
                self.observations.remove(&node.name);
            }
        }
    }

    fn hold_block(&mut self, cluster: &Cluster, node: &Node, prefix: Prefix) {
        let family = prefix.family();
        if let Some(index) = block_index(cluster, prefix) {
            let key = PoolKey::PodBlocks(cluster.name.clone(), family);
            self.change_pool(&key, |pool| pool.hold(index, Holder::Node(node.name.clone())));
        }
        let key = PoolKey::NodeBlock(node.name.clone(), family);
        self.pools.insert(key, crate::ipam::node_block_pool(&prefix));
    }

    /// Pools and numbers of an allocation's addresses.
    pub fn numbers_of(&self, allocation: &Allocation) -> Vec<(PoolKey, u128)> {
        let Some(node) = self.nodes.get(&allocation.node_name()) else { return Vec::new() };
        allocation.addresses.iter().filter_map(|held| self.pod_number(node, held.address)).collect()
    }

    /// Pool and number of a pod's address on a node.
    pub(super) fn pod_number(&self, node: &Node, address: IpAddr) -> Option<(PoolKey, u128)> {
        let key = self.pod_pool_key(node, Family::of(address));
        match key {
            PoolKey::NodeAddresses(..) => {
                node.pod_addresses.position(address).map(|index| (key, index as u128))
            }
            PoolKey::NodeBlock(..) | PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => {
                Some((key, number_of(address)))
            }
        }
    }

    fn hold(&mut self, allocation: &Arc<Allocation>) {
        for (key, number) in self.numbers_of(allocation) {
            self.change_pool(&key, |pool| pool.hold(number, Holder::Pod));
        }
        self.enlist(allocation);
    }

    fn enlist(&mut self, allocation: &Arc<Allocation>) {
        self.tombstones.remove(&allocation.name);
        self.list(Arc::clone(allocation));
    }

    /// Puts an allocation, or what it is now, into the map and into every index.
    fn list(&mut self, after: Arc<Allocation>) {
        let before = self.allocations.insert(Arc::clone(&after));
        if let Some(before) = &before {
            self.attachments.remove(before);
        }
        self.attachments.insert(&after);
        let space = self.pod_space(&after.name.cluster_name());
        self.index.allocation(space, before.as_deref(), Some(&after));
    }

    fn forget(&mut self, allocation: &Allocation) {
        if let Some(gone) = self.allocations.remove(&allocation.name) {
            let space = self.pod_space(&allocation.name.cluster_name());
            self.index.allocation(space, Some(&gone), None);
            self.attachments.remove(&gone);
        }
        if self.suspects.contains_key(&allocation.name) {
            self.suspects.remove(&allocation.name);
        }
    }

    fn remember_past(&mut self, allocation: &Allocation, revision: Revision, time: Timestamp) {
        let cluster = allocation.name.cluster_name();
        let Some(space) = self.pod_space(&cluster) else { return };
        for held in &allocation.addresses {
            self.history.insert(HistoryEntry {
                space: space.clone(),
                prefix: Prefix::host(held.address),
                holder: PastHolder::Allocation {
                    name: allocation.name.clone(),
                    node: allocation.node.clone(),
                    owner: allocation.owner.clone(),
                },
                from: (allocation.created_revision, allocation.create_time),
                until: (revision, time),
            });
        }
    }

    fn remember_node(
        &mut self,
        node: &Node,
        subnet: &crate::name::SubnetName,
        address: IpAddr,
        revision: Revision,
        time: Timestamp,
    ) {
        self.history.insert(HistoryEntry {
            space: Space::Network(subnet.network_name()),
            prefix: Prefix::host(address),
            holder: PastHolder::Node(node.name.clone()),
            from: self.node_address_since(node, Family::of(address)),
            until: (revision, time),
        });
    }

    /// The space in which a cluster's pod addresses are unique.
    pub fn pod_space(&self, cluster: &crate::name::ClusterName) -> Option<Space> {
        self.clusters.get(cluster).map(|cluster| {
            if cluster.pod_prefixes.is_empty() {
                Space::Network(cluster.network.clone())
            } else {
                Space::Pods(cluster.name.clone())
            }
        })
    }

    fn cool(&mut self, key: &PoolKey, number: u128, until: Timestamp) {
        self.change_pool(key, |pool| pool.cool(number, until));
        self.cooling.insert((until, key.clone(), number));
    }

    fn thaw(&mut self, key: &PoolKey, first: u128) {
        let until = self.pool(key).and_then(|pool| pool.cooling_until(first));
        if let Some(until) = until {
            self.cooling.remove(&(until, key.clone(), first));
        }
        self.change_pool(key, |pool| pool.thaw(first));
    }

    pub(super) fn change_pool(&mut self, key: &PoolKey, change: impl FnOnce(&mut Pool)) {
        if let Some(pool) = self.pools.get_mut(key) {
            change(pool);
        }
    }

    fn drop_pool(&mut self, key: &PoolKey) {
        if let Some(pool) = self.pools.remove(key) {
            for (first, _, until) in pool.cooling() {
                self.cooling.remove(&(until, key.clone(), first));
            }
        }
    }
}

/// Index of a node's block in the cluster's pod CIDR.
fn block_index(cluster: &Cluster, prefix: Prefix) -> Option<u128> {
    let family = prefix.family();
    cluster.pod_prefix(family)?.child_index(cluster.node_prefix_length(family), prefix.first())
}

/// Changes a map; gives what the resource was and what it is.
fn apply<T: Resource>(
    map: &mut OrdMap<T::Name, Arc<T>>,
    change: &Change<T>,
) -> (Option<Arc<T>>, Option<Arc<T>>) {
    match change {
        Change::Created(body) | Change::Updated(body) => {
            let after = Arc::new(body.clone());
            (map.insert(body.name().clone(), Arc::clone(&after)), Some(after))
        }
        Change::Deleted(body) => (map.remove(body.name()), None),
    }
}
