//! What a proof knows of the cluster and its network as a whole, and of each table that decides for a machine in it.
//!
//! These change seldom; when they do, the proof is made from cold.

use std::collections::BTreeSet;

use super::by_family::Slot;
use super::host::Run;
use super::rows::{RowKey, Rows, key_of};
use crate::address::{Family, number_of};
use crate::model::{Cluster, NetworkMode, NetworkPolicyEngine, NextHop, Node};
use crate::name::{ClusterName, NetworkName, RouteTableName};
use crate::prefix::Prefix;
use crate::routes::effective::platform_rows;
use crate::state::State;

/// Destinations that keep a pod's source address: disjoint IPv4 ranges, rising.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keep(Vec<(u128, u128)>);

impl Keep {
    fn new(prefixes: impl Iterator<Item = Prefix>) -> Self {
        let v4 = prefixes.filter(|prefix| prefix.family() == Family::V4);
        let mut ranges: Vec<_> = v4.map(|prefix| (prefix.first_number(), prefix.last_number())).collect();
        ranges.sort_unstable();
        let mut merged: Vec<(u128, u128)> = Vec::new();
        for (first, last) in ranges {
            match merged.last_mut() {
                Some(range) if first <= range.1 + 1 => range.1 = range.1.max(last),
                Some(_) | None => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    /// Whether an IPv4 address is among them.
    pub(super) fn holds(&self, number: u128) -> bool {
        self.first_outside(number, number).is_none()
    }

    /// The first number of a range that is not among them.
    pub(super) fn first_outside(&self, first: u128, last: u128) -> Option<u128> {
        let after = self.0.partition_point(|range| range.0 <= first);
        let end = after.checked_sub(1).and_then(|index| self.0.get(index)).map(|range| range.1);
        match end {
            Some(end) if end >= last => None,
            Some(end) if end >= first => Some(end + 1),
            Some(_) | None => Some(first),
        }
    }

    /// Last number of the gap that a number is in, cut at `last`.
    pub(super) fn end_of_gap(&self, number: u128, last: u128) -> u128 {
        let next = self.0.iter().find(|range| range.0 > number);
        next.map_or(last, |range| (range.0 - 1).min(last))
    }

    /// Whether all IPv4 addresses of the runs are among them. IPv6 is not masqueraded.
    pub(super) fn holds_all(&self, runs: &[Run]) -> bool {
        let v4 = runs.iter().filter(|run| run.family == Family::V4);
        v4.into_iter().all(|run| self.first_outside(run.first, run.last).is_none())
    }
}

/// The cluster and its network.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setting {
    /// The cluster.
    pub(super) cluster: ClusterName,
    /// Its network.
    pub(super) network: NetworkName,
    /// Its mode.
    pub(super) mode: NetworkMode,
    /// Its families.
    pub(super) families: Vec<Family>,
    /// Its pod CIDRs.
    pub(super) pod_prefixes: Vec<Prefix>,
    /// Destinations that keep a pod's source.
    pub(super) keep: Keep,
    /// Whether a pod CIDR overlaps the network's address space, which the rules refuse.
    pub(super) pods_in_network: bool,
    /// Whether security groups or network policies may drop what routes deliver.
    pub(super) filters: bool,
}

impl Setting {
    /// Reads it; `None` if the cluster does not exist.
    pub(super) fn read(state: &State, name: &ClusterName) -> Option<Self> {
        let cluster = state.clusters.get(name)?;
        let spaces = state.networks.get(&cluster.network).map(|network| network.address_prefixes.clone());
        let spaces = spaces.unwrap_or_default();
        let pods_in_network = cluster.pod_prefixes.iter().any(|pods| spaces.iter().any(|s| s.overlaps(pods)));
        Some(Self {
            cluster: name.clone(),
            network: cluster.network.clone(),
            mode: cluster.mode,
            families: cluster.families.clone(),
            pod_prefixes: cluster.pod_prefixes.clone(),
            keep: keep(cluster, &spaces),
            pods_in_network,
            filters: filters(state, cluster),
        })
    }

    /// Whether a row is inside of a pod CIDR of a kubenet cluster.
    pub(super) fn in_pods(&self, key: RowKey) -> bool {
        self.pod_prefixes.iter().any(|pods| {
            let pods = key_of(pods);
            pods.0 == key.0
                && pods.2 <= key.2
                && pods.1 <= key.1
                && super::rows::last_of(key) <= super::rows::last_of(pods)
        })
    }

    /// Whether a node may send and take packets with addresses of pods that its interface does not have.
    pub(super) fn carries(&self, node: &Node) -> bool {
        match self.mode {
            NetworkMode::Kubenet => node.interface.ip_forwarding.unwrap_or(true),
            // Pods have addresses of the interface itself.
            NetworkMode::AzureCni => true,
        }
    }
}

/// Whether anything filters packets of the cluster's nodes and pods, or of the network's machines.
pub(super) fn filters(state: &State, cluster: &Cluster) -> bool {
    let enforced = cluster.network_policy_engine != NetworkPolicyEngine::None
        && state.network_policies_of(&cluster.name).next().is_some();
    let subnets = || state.subnets_of(&cluster.network);
    enforced
        || subnets().any(|subnet| subnet.network_security_group.is_some())
        || state.node_pools_of(&cluster.name).any(|pool| pool.network_security_group.is_some())
        || subnets()
            .flat_map(|subnet| state.reservations_of(&subnet.name))
            .any(|vm| vm.network_security_group.is_some())
}

/// As [`crate::flow`] decides it for a node: the list of the cluster, else that of the mode. The subnet of a node, which
/// the default of Azure CNI names too, is inside of the network's address space.
fn keep(cluster: &Cluster, spaces: &[Prefix]) -> Keep {
    match (&cluster.non_masquerade_prefixes, cluster.mode) {
        (Some(list), _) => Keep::new(list.iter().copied()),
        (None, NetworkMode::Kubenet) => Keep::new(cluster.pod_prefixes.iter().copied()),
        (None, NetworkMode::AzureCni) => Keep::new(spaces.iter().chain(&cluster.service_prefixes).copied()),
    }
}

/// A route table as machines behind it see it, or none.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The table; `None` for subnets without one.
    pub(super) name: Option<RouteTableName>,
    /// Its rows.
    pub(super) rows: Rows,
    /// User rows inside of a pod CIDR that are not the one route of a node.
    pub(super) extra: BTreeSet<RowKey>,
    /// User rows to appliances that are not inside of a pod CIDR.
    pub(super) outer: BTreeSet<RowKey>,
    /// Nodes of the cluster that it decides for.
    pub(super) nodes: usize,
}

impl Table {
    /// Reads a table. Which rows are extra is not known before the nodes are.
    pub(super) fn read(state: &State, setting: &Setting, name: Option<RouteTableName>) -> Self {
        let routes = name.iter().flat_map(|name| state.routes_of(name));
        let rows =
            Rows::of(routes.map(|route| (key_of(&route.prefix), route.name.route.clone(), route.next_hop)));
        let mut table = Self { name, rows, extra: BTreeSet::new(), outer: BTreeSet::new(), nodes: 0 };
        table.read_platform(state, setting);
        table
    }

    /// Reads the rows of the platform again: they depend on whether there is a user row for everything.
    pub(super) fn read_platform(&mut self, state: &State, setting: &Setting) {
        let propagates = self.name.as_ref().and_then(|name| state.route_tables.get(name));
        let propagates = propagates.is_none_or(|table| !table.disable_bgp_route_propagation);
        let Some(network) = state.networks.get(&setting.network) else { return };
        let rows = setting.families.iter().flat_map(|family| {
            platform_rows(state, network, *family, self.rows.has_default(*family), propagates)
        });
        let rows: Vec<_> = rows.map(|row| (key_of(&row.prefix), row.next_hop)).collect();
        self.rows.set_platform(rows);
    }

    /// Files a user row, or what is left of it, among the extra and the outer ones; `slot` is where it stands, if that is
    /// known.
    pub(super) fn note(&mut self, setting: &Setting, key: RowKey, slot: Option<Slot>, exact: bool) {
        let rows = self.rows.see(key, slot).rows;
        let inside = setting.in_pods(key);
        let is_appliance = |(_, hop): &(_, NextHop)| matches!(hop, NextHop::VirtualAppliance(_));
        file(&mut self.extra, key, rows.is_some() && inside && !exact);
        file(&mut self.outer, key, !inside && rows.is_some_and(|rows| rows.iter().any(is_appliance)));
    }
}

fn file(set: &mut BTreeSet<RowKey>, key: RowKey, belongs: bool) {
    if belongs {
        set.insert(key);
    } else {
        set.remove(&key);
    }
}

/// Numbers of the platform's own addresses, which no route table concerns.
pub(super) fn platform_numbers() -> impl Iterator<Item = u128> {
    crate::flow::PLATFORM_ADDRESSES.into_iter().map(|address| number_of(address.into()))
}
