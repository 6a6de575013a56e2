//! Do the laws hold in this state: a second look, written apart from the code that it judges.
//!
//! Recounts everything from the resources and compares it with pools and indexes (laws L1, L2, L10, L11 and the
//! agreement of indexes). Slow and obvious on purpose; used by tests and by the consistency check, never by `decide`.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use crate::address::Family;
use crate::model::{NetworkMode, Node, RouteManagement, Service};
use crate::name::NodeName;
use crate::pool::{Holder, PoolKey};
use crate::state::{Index, Space, State};

/// A law that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The law, such as `L1`.
    pub law: &'static str,
    /// What is wrong, with names and figures.
    pub what: String,
}

/// Every violation, in a stable order. Empty for a sound state.
pub fn check(state: &State) -> Vec<Violation> {
    let mut found = Vec::new();
    addresses_have_one_holder(state, &mut found);
    pools_add_up(state, &mut found);
    pools_agree_with_resources(state, &mut found);
    indexes_agree(state, &mut found);
    routes_agree_with_nodes(state, &mut found);
    index_agrees(state, &mut found);
    found
}

fn violated(found: &mut Vec<Violation>, law: &'static str, what: String) {
    found.push(Violation { law, what });
}

fn addresses_have_one_holder(state: &State, found: &mut Vec<Violation>) {
    let mut holders: BTreeMap<(Space, IpAddr), String> = BTreeMap::new();
    let mut hold = |space: Space, address: IpAddr, holder: String| {
        if let Some(other) = holders.insert((space.clone(), address), holder.clone()) {
            violated(found, "L1", format!("{address} in {space:?} is held by {other} and by {holder}"));
        }
    };
    for allocation in state.allocations.values() {
        let Some(space) = state.pod_space(&allocation.name.cluster_name()) else { continue };
        for held in &allocation.addresses {
            hold(space.clone(), held.address, allocation.name.to_string());
        }
    }
    for node in state.nodes.values() {
        let Some(cluster) = state.clusters.get(&node.name.cluster_name()) else { continue };
        for address in &node.addresses {
            hold(Space::Network(cluster.network.clone()), *address, node.name.to_string());
        }
    }
    for reservation in state.reservations.values() {
        let network = reservation.name.subnet_name().network_name();
        if reservation.prefix.size() == 1 {
            hold(Space::Network(network), reservation.prefix.first(), reservation.name.to_string());
        }
    }
}

fn pools_add_up(state: &State, found: &mut Vec<Violation>) {
    for (key, pool) in state.pools.iter() {
        let usage = pool.usage();
        let sum = usage
            .free
            .saturating_add(usage.allocated)
            .saturating_add(usage.cooling)
            .saturating_add(usage.reserved);
        let gaps = pool
            .gaps()
            .fold(0u128, |sum, (first, last)| sum.saturating_add((last - first).saturating_add(1)));
        if sum != usage.capacity || gaps != usage.free {
            violated(found, "L2", format!("{key:?}: {usage:?}, but the gaps hold {gaps}"));
        }
        for (first, _, until) in pool.cooling() {
            if !state.cooling.contains(&(until, key.clone(), first)) {
                violated(
                    found,
                    "L7",
                    format!("{key:?}: {first} cools until {until} and nothing will end it"),
                );
            }
        }
    }
    for (until, key, first) in &state.cooling {
        if state.pool(key).and_then(|pool| pool.cooling_until(*first)) != Some(*until) {
            violated(
                found,
                "L7",
                format!("{key:?}: the end of {first} at {until} is planned, but it does not cool"),
            );
        }
    }
}

fn pools_agree_with_resources(state: &State, found: &mut Vec<Violation>) {
    let mut expected: BTreeMap<PoolKey, BTreeSet<(u128, String)>> = BTreeMap::new();
    let mut expect = |key: PoolKey, number: u128, holder: &Holder| {
        expected.entry(key).or_default().insert((number, holder.to_string()));
    };
    for node in state.nodes.values() {
        let Some(pool) = state.node_pools.get(&node.pool) else {
            continue;
        };
        let Some(cluster) = state.clusters.get(&node.name.cluster_name()) else { continue };
        for address in &node.addresses {
            let key = PoolKey::Subnet(pool.subnet.clone(), Family::of(*address));
            expect(key, crate::address::number_of(*address), &Holder::Node(node.name.clone()));
        }
        for address in node.pod_addresses.iter() {
            let key = PoolKey::Subnet(pool.subnet.clone(), Family::of(address));
            expect(key, crate::address::number_of(address), &Holder::NodePods(node.name.clone()));
        }
        for prefix in &node.pod_prefixes {
            let family = prefix.family();
            let index = cluster
                .pod_prefix(family)
                .and_then(|space| space.child_index(cluster.node_prefix_length(family), prefix.first()));
            let Some(index) = index else { continue };
            let key = PoolKey::PodBlocks(cluster.name.clone(), family);
            expect(key, index, &Holder::Node(node.name.clone()));
        }
    }
    for allocation in state.allocations.values() {
        let numbers = state.numbers_of(allocation);
        if numbers.len() != allocation.addresses.len() {
            violated(found, "L9", format!("{} has addresses outside its node", allocation.name));
        }
        for (key, number) in numbers {
            expect(key, number, &Holder::Pod);
        }
    }
    for (key, pool) in state.pools.iter() {
        let held: BTreeSet<_> = pool.held().map(|(number, holder)| (number, holder.to_string())).collect();
        let wanted = expected.remove(key).unwrap_or_default();
        if held != wanted {
            let differ: Vec<_> = held.symmetric_difference(&wanted).take(3).collect();
            violated(found, "L1", format!("{key:?}: pool and resources differ, first in {differ:?}"));
        }
    }
    for key in expected.keys() {
        violated(found, "L1", format!("{key:?}: addresses are held in a pool that does not exist"));
    }
}

fn indexes_agree(state: &State, found: &mut Vec<Violation>) {
    for listed in state.attachments.values() {
        if !state.allocations.get(&listed.name).is_some_and(|live| Arc::ptr_eq(live, listed)) {
            violated(
                found,
                "L6",
                format!("{} is in the index of attachments and does not live so", listed.name),
            );
        }
    }
    for allocation in state.allocations.values() {
        let (name, owner) = (&allocation.name, allocation.owner());
        let node = NodeName { cluster: name.cluster.clone(), node: allocation.node.clone() };
        let attached = state.attachments.get(&node, owner.pod_uid, owner.interface);
        if !owner.pod_uid.is_empty() && attached.is_none_or(|attached| attached.name != *name) {
            violated(found, "L6", format!("{name} is not in the index of attachments"));
        }
        if state.tombstones.get(&allocation.name).is_some() {
            violated(found, "L6", format!("{} lives and has a tombstone", allocation.name));
        }
    }
    for name in state.suspects.keys() {
        if !state.allocations.contains_key(name) {
            violated(found, "L6", format!("{name} is suspected and does not live"));
        }
    }
}

fn routes_agree_with_nodes(state: &State, found: &mut Vec<Violation>) {
    for cluster in state.clusters.values() {
        if cluster.mode != NetworkMode::Kubenet || cluster.route_management != RouteManagement::Managed {
            continue;
        }
        let Some(table) = &cluster.route_table else { continue };
        let manager = cluster.name.to_string();
        let mut wanted: BTreeSet<_> = BTreeSet::new();
        for node in state.nodes_of(&cluster.name) {
            for prefix in &node.pod_prefixes {
                wanted.insert((node.name.clone(), *prefix, node.address(prefix.family())));
            }
        }
        let mut present = BTreeSet::new();
        for route in state.routes_of(table).filter(|route| route.meta.managed_by == manager) {
            let Some(node) = route.node.clone() else {
                violated(found, "L12", format!("{} is kept by {manager} and names no node", route.name));
                continue;
            };
            if !present.insert((node, route.prefix, route.next_hop.address())) {
                violated(found, "L11", format!("{} repeats another route of {manager}", route.name));
            }
        }
        for (node, prefix, hop) in wanted.symmetric_difference(&present) {
            violated(
                found,
                "L11",
                format!("{table}: {node} {prefix} via {hop:?} is wanted or present, not both"),
            );
        }
    }
    for route in state.routes.values() {
        if !state.route_tables.contains_key(&route.name.table_name()) {
            violated(found, "L10", format!("{} has no table", route.name));
        }
    }
}

/// Routes whose destination is looked for by a scan of the whole table; the rest are in the index that is made anew.
const ROUTES_SCANNED_MAX: usize = 32;

/// The index holds what a scan finds, and nothing else: it equals one that is made anew.
fn index_agrees(state: &State, found: &mut Vec<Violation>) {
    if state.index != Index::of(state) {
        violated(found, "L4", "the index differs from one that is made from the resources".to_owned());
    }
    let mut expect = |holds: bool, what: &str, name: &dyn std::fmt::Display| {
        if !holds {
            violated(found, "L4", format!("the index does not have {what} of {name}"));
        }
    };
    let index = &state.index;
    for node in state.nodes.values() {
        let Some(cluster) = state.clusters.get(&node.name.cluster_name()) else { continue };
        let network = Space::Network(cluster.network.clone());
        let here = |at: Option<&Arc<Node>>| at.is_some_and(|at| at.name == node.name);
        let own = node.addresses.iter().all(|address| here(index.node_at(&network, *address)));
        expect(own, "the addresses", &node.name);
    }
    for cluster in state.clusters.values() {
        for (place, node) in state.nodes_of(&cluster.name).enumerate() {
            expect(index.rank(&node.name).0 == place, "the rank", &node.name);
        }
    }
    for pod in state.allocations.values() {
        let Some(space) = state.pod_space(&pod.name.cluster_name()) else { continue };
        for held in &pod.addresses {
            let at = index.pod_at(&space, held.address);
            expect(at.is_some_and(|at| at.name == pod.name), "an address", &pod.name);
            let home = index.home_of(&space, held.address).map(|node| &node.name.node);
            expect(home == Some(&pod.node), "the home", &pod.name);
        }
        let named = index.pod_named(&pod.name.cluster_name(), pod.owner().namespace, pod.owner().pod);
        expect(named.is_some_and(|other| other.owner().pod == pod.owner().pod), "the pod", &pod.name);
    }
    for service in state.services.values() {
        let has = |list: &[Arc<Service>]| list.iter().any(|other| other.name == service.name);
        let addresses = service.cluster_addresses.iter().all(|a| has(index.at_cluster_address(*a)))
            && service.load_balancer_addresses.iter().all(|a| has(index.at_frontend(*a)));
        expect(addresses, "an address", &service.name);
    }
    for route in state.routes.values().take(ROUTES_SCANNED_MAX) {
        let table = route.name.table_name();
        let scan = state.routes_of(&table).filter(|other| other.prefix.contains(route.prefix.first()));
        let mut scan: Vec<_> = scan.map(|other| &other.name).collect();
        let mut known: Vec<_> =
            index.routes_to(&table, route.prefix.first()).map(|other| &other.name).collect();
        scan.sort();
        known.sort();
        expect(scan == known, "every route to the prefix", &route.name);
    }
}
