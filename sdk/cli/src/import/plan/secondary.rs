//! Which addresses for pods has an Azure CNI node whose network interface no document describes?
//!
//! Such a node holds as many addresses as its max pods, and only those of its running pods are known. The others are
//! chosen among the free ones of the subnet, lowest first, because a node joins with all of them or not at all.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use ipnetwork::{IpNetwork, Ipv4Network};

use super::cluster::PlannedCluster;
use super::desired::{DesiredNode, DesiredReservation};
use super::nodes::PlannedNodes;
use super::topology::Topology;
use crate::import::finding::{Finding, Findings, Rule, Source};
use crate::import::inventory::Inventory;

/// Addresses at the start of every subnet that Azure keeps for itself; the last one is kept too.
const RESERVED_AT_START: u32 = 4;

/// Completes the nodes without interface, in the order of the plan.
pub(super) fn fill(
    inventory: &Inventory,
    cluster: &PlannedCluster,
    topology: &Topology,
    reservations: &[DesiredReservation],
    nodes: &mut PlannedNodes,
    findings: &mut Findings,
) {
    if nodes.without_interface.is_empty() {
        return;
    }
    let mut taken: BTreeSet<IpAddr> = reservations.iter().map(|reservation| reservation.address).collect();
    taken.extend(nodes.nodes.iter().flat_map(|node| node.addresses.iter().chain(&node.secondary_addresses)));
    let mut used: Vec<Vec<IpAddr>> = Vec::new();
    for node in &nodes.nodes {
        used.push(if nodes.without_interface.contains(&node.name) {
            addresses_of_pods(inventory, node, &mut taken)
        } else {
            Vec::new()
        });
    }
    // Pods that cannot be told to be of one of these nodes hold their addresses all the same.
    taken
        .extend(inventory.pods.iter().filter(|pod| pod.holds_address()).flat_map(|pod| pod.addresses.iter()));
    for (node, used) in nodes.nodes.iter_mut().zip(used) {
        if !nodes.without_interface.contains(&node.name) {
            continue;
        }
        let pool = cluster.pools.iter().find(|pool| pool.name == node.pool);
        let wanted = node.max_pods.or_else(|| pool.map(|pool| pool.max_pods)).unwrap_or_default() as usize;
        let subnet = pool.and_then(|pool| topology.subnet(&pool.subnet));
        let prefixes = subnet.map(|subnet| subnet.prefixes.as_slice()).unwrap_or_default();
        let known = used.len();
        let mut addresses = used;
        while addresses.len() < wanted {
            let Some(free) = lowest_free(prefixes, &taken) else { break };
            taken.insert(free);
            addresses.push(free);
        }
        addresses.sort_unstable();
        findings.push(Finding::new(
            Rule::SecondaryAddressesUnknown,
            Source::none(node.name.as_str()),
            format!("no network interface of the node was given; {known} of its addresses are known from its pods"),
            format!(
                "{} more are taken to be free ones of its subnet, lowest first, {} of {wanted} in all; give az vmss nic list",
                addresses.len() - known,
                addresses.len(),
            ),
        ));
        node.secondary_addresses = addresses;
    }
}

/// The addresses of the pods on this node that nobody else has; marks them as taken.
fn addresses_of_pods(inventory: &Inventory, node: &DesiredNode, taken: &mut BTreeSet<IpAddr>) -> Vec<IpAddr> {
    let pods = inventory.pods.iter().filter(|pod| pod.node.as_deref() == Some(node.name.id()));
    let live = pods.filter(|pod| !pod.host_network && pod.holds_address());
    let addresses = live.flat_map(|pod| pod.addresses.iter().copied());
    addresses.filter(|address| taken.insert(*address)).collect()
}

/// The lowest free IPv4 address. Walks over taken addresses only, never over a whole subnet.
fn lowest_free(prefixes: &[IpNetwork], taken: &BTreeSet<IpAddr>) -> Option<IpAddr> {
    prefixes.iter().find_map(|prefix| match prefix {
        IpNetwork::V4(prefix) => lowest_free_in(*prefix, taken),
        IpNetwork::V6(_) => None,
    })
}

fn lowest_free_in(prefix: Ipv4Network, taken: &BTreeSet<IpAddr>) -> Option<IpAddr> {
    let mut candidate = u32::from(prefix.network()).checked_add(RESERVED_AT_START)?;
    let last = u32::from(prefix.broadcast());
    let from = IpAddr::V4(Ipv4Addr::from(candidate));
    for address in taken.range(from..) {
        if *address != IpAddr::V4(Ipv4Addr::from(candidate)) {
            break;
        }
        candidate = candidate.checked_add(1)?;
    }
    (candidate < last).then(|| IpAddr::V4(Ipv4Addr::from(candidate)))
}
