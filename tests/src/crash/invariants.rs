//! What must hold in any view of the world, whatever happened before? No address twice, pairs whole, routes with nodes.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use podnet::v1;

use super::judge::Findings;
use super::view::View;

/// Checks a view.
pub fn check(view: &View, findings: &mut Findings) {
    addresses(view, findings);
    for node in view.all.nodes.values() {
        let Some(cluster) = cluster_of(view, &node.name) else { continue };
        let families = cluster.ip_families.len();
        let kubenet = cluster.network_mode == v1::NetworkMode::Kubenet as i32;
        if node.addresses.len() != families || (kubenet && node.pod_prefixes.len() != families) {
            findings.partial.push(format!("{families} families, but {node:?}"));
        }
        if !kubenet && node.pod_addresses.len() != node.max_pods as usize * families {
            findings.partial.push(format!("{} secondary addresses in {node:?}", node.pod_addresses.len()));
        }
    }
    for allocation in view.all.allocations.values() {
        let families = cluster_of(view, &allocation.name).map(|cluster| cluster.ip_families.len());
        if families != Some(allocation.addresses.len()) {
            findings.partial.push(format!("{families:?} families, but {allocation:?}"));
        }
        if !view.all.nodes.contains_key(&allocation.node) {
            findings.partial.push(format!("the node is gone of {allocation:?}"));
        }
    }
    routes(view, findings);
}

fn cluster_of<'a>(view: &'a View, name: &str) -> Option<&'a v1::Cluster> {
    let id = name.strip_prefix("clusters/")?.split('/').next()?;
    view.clusters.get(&format!("clusters/{id}"))
}

/// Each address has one holder in its space: that of the network, or of a kubenet cluster's pods.
fn addresses(view: &View, findings: &mut Findings) {
    let mut holders: BTreeMap<(String, String), &str> = BTreeMap::new();
    let mut hold = |space: &str, address: &str, holder| {
        if let Some(other) = holders.insert((space.to_owned(), address.to_owned()), holder) {
            findings.duplicates.push(format!("{space} {address}: {other} and {holder}"));
        }
    };
    for node in view.all.nodes.values() {
        let secondary = node.pod_addresses.iter().map(|address| &address.address);
        node.addresses.iter().chain(secondary).for_each(|address| hold("network", address, &node.name));
        let cluster = cluster_of(view, &node.name).map_or("", |cluster| cluster.name.as_str());
        node.pod_prefixes.iter().for_each(|prefix| hold(cluster, prefix, &node.name));
    }
    for allocation in view.all.allocations.values() {
        let pods =
            cluster_of(view, &allocation.name).map_or_else(String::new, |c| format!("pods of {}", c.name));
        allocation.addresses.iter().for_each(|one| hold(&pods, &one.address, &allocation.name));
    }
    for reservation in view.all.reservations.values() {
        for address in members(&reservation.address_prefix) {
            hold("network", &address, &reservation.name);
        }
    }
}

/// The addresses of a small IPv4 prefix, as the load reserves them.
fn members(prefix: &str) -> Vec<String> {
    let Some((address, length)) = prefix.split_once('/') else { return vec![prefix.to_owned()] };
    match (address.parse(), length.parse::<u32>()) {
        (Ok(IpAddr::V4(first)), Ok(length @ 20..=32)) => {
            let first = u32::from(first);
            (first..=first + ((1 << (32 - length)) - 1))
                .map(|bits| std::net::Ipv4Addr::from(bits).to_string())
                .collect()
        }
        (_, _) => vec![prefix.to_owned()],
    }
}

/// In kubenet the managed routes are one for each node and family, to its block, through its address.
fn routes(view: &View, findings: &mut Findings) {
    let is_ipv6 = |text: &str| text.contains(':');
    let mut expected = BTreeSet::new();
    for node in view.all.nodes.values() {
        for prefix in &node.pod_prefixes {
            let hop = node.addresses.iter().find(|address| is_ipv6(address) == is_ipv6(prefix));
            expected.insert((node.name.clone(), prefix.clone(), hop.cloned().unwrap_or_default()));
        }
    }
    let found: BTreeSet<_> = view
        .managed
        .iter()
        .map(|route| (route.node.clone(), route.address_prefix.clone(), route.next_hop_address.clone()))
        .collect();
    if found.len() != view.managed.len() {
        findings.partial.push("two managed routes are alike".to_owned());
    }
    for gone in expected.difference(&found) {
        findings.partial.push(format!("a node without its route: {gone:?}"));
    }
    for alone in found.difference(&expected) {
        findings.partial.push(format!("a route without its node: {alone:?}"));
    }
}
