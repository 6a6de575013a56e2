//! Which nodes join, with which addresses and pod prefixes?

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::cluster::{PlannedCluster, default_max_pods};
use super::desired::{DesiredNode, DesiredNodePool, NetworkMode};
use super::name::{Name, id_of, is_usable};
use super::topology::{Topology, holds, one_per_family};
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::nic::NetworkInterface;
use crate::import::nodes::ClusterNode;
use crate::import::resource_id::ResourceId;

/// The nodes of the plan: first those with pod prefixes, each part by name.
#[derive(Debug, Default)]
pub(super) struct PlannedNodes {
    pub(super) nodes: Vec<DesiredNode>,
    by_name: BTreeMap<String, usize>,
    /// Azure CNI nodes whose network interface is not in the input.
    pub(super) without_interface: BTreeSet<Name>,
    /// Length of the pod prefixes, IPv4 and IPv6.
    pub(super) prefix_lengths: (Option<u8>, Option<u8>),
}

impl PlannedNodes {
    /// The planned node of this Kubernetes name.
    pub(super) fn get(&self, name: &str) -> Option<&DesiredNode> {
        self.nodes.get(*self.by_name.get(name)?)
    }
}

/// Adds the pools that nodes name and `az aks show` does not list: it may be older than the nodes.
pub(super) fn add_unlisted_pools(
    inventory: &Inventory,
    cluster: &Name,
    mode: NetworkMode,
    pools: &mut Vec<DesiredNodePool>,
    topology: &Topology,
    findings: &mut Findings,
) {
    for node in &inventory.nodes {
        let pool = pool_name(node);
        let name = cluster.child("nodePools", &id_of(&pool));
        let subnet = node.internal_addresses.iter().find_map(|address| topology.subnet_of(*address));
        let (false, Some(subnet)) = (pools.iter().any(|known| known.name == name), subnet) else { continue };
        let max_pods = node.pod_capacity.unwrap_or_else(|| default_max_pods(mode));
        findings.push(Finding::new(
            Rule::PoolUnknown,
            node.source.clone(),
            format!("az aks show lists no usable node pool {pool}"),
            format!("the pool is made from the node: {} with {max_pods} max pods", subnet.name),
        ));
        pools.push(DesiredNodePool {
            name,
            subnet: subnet.name.clone(),
            max_pods,
            autoscaling: None,
            surge: None,
            operating_system: None,
            mode: None,
        });
    }
}

/// The node's pool: from its labels, else from its name `aks-<pool>-<digits>-vmss<instance>`.
fn pool_name(node: &ClusterNode) -> String {
    let from_name = || node.name.strip_prefix("aks-").and_then(|rest| rest.split('-').next());
    node.pool.as_deref().or_else(from_name).unwrap_or("unknown").to_owned()
}

pub(super) fn plan(
    inventory: &Inventory,
    cluster: &PlannedCluster,
    topology: &Topology,
    findings: &mut Findings,
) -> PlannedNodes {
    let mut planned = PlannedNodes::default();
    let mut addresses: BTreeMap<IpAddr, String> = BTreeMap::new();
    let owners = prefix_owners(inventory, cluster, findings);
    if cluster.mode == NetworkMode::Kubenet {
        planned.prefix_lengths =
            (usual_length(inventory, IpNetwork::is_ipv4), usual_length(inventory, IpNetwork::is_ipv6));
    }
    for node in &inventory.nodes {
        if !is_usable(&node.name, &node.source, findings) {
            continue;
        }
        let interface = interface_of(inventory, node);
        let Some(own) = addresses_of(node, interface, findings) else { continue };
        if let Some((address, other)) =
            own.iter().find_map(|address| Some((address, addresses.get(address)?)))
        {
            findings.push(Finding::new(
                Rule::NodeAddressDuplicate,
                node.source.clone(),
                format!("{address} is the address of node {other} too"),
                "the node is left out",
            ));
            continue;
        }
        if !in_its_subnet(node, &own, cluster, topology, findings) {
            continue;
        }
        let Some(pod_prefixes) = pod_prefixes(node, cluster, &owners, planned.prefix_lengths, findings)
        else {
            continue;
        };
        addresses.extend(own.iter().map(|address| (*address, node.name.clone())));
        let name = cluster.name.child("nodes", &node.name);
        let pool = cluster.name.child("nodePools", &id_of(&pool_name(node)));
        let max_pods = cluster.pools.iter().find(|known| known.name == pool).map(|pool| pool.max_pods);
        let secondary_addresses = match (cluster.mode, interface) {
            (NetworkMode::Kubenet, _) => Vec::new(),
            (NetworkMode::AzureCni, Some(interface)) => {
                secondary(node, interface, &own, &mut addresses, findings)
            }
            (NetworkMode::AzureCni, None) => {
                planned.without_interface.insert(name.clone());
                Vec::new()
            }
        };
        let held = u32::try_from(secondary_addresses.len()).ok().filter(|held| *held > 0);
        let max_pods = own_max_pods(node, held.or(node.pod_capacity), max_pods, findings);
        planned.nodes.push(DesiredNode {
            name,
            pool,
            uid: node.uid.clone(),
            addresses: own,
            pod_prefixes,
            secondary_addresses,
            max_pods,
            machine: node.machine.as_ref().map(ToString::to_string),
            zone: node.zone.clone(),
            ready: node.ready,
            excluded_from_load_balancers: node.excluded_from_load_balancers,
        });
    }
    if cluster.mode == NetworkMode::Kubenet {
        // A node without prefix is given a free one: not before all taken ones are known.
        planned.nodes.sort_by_key(|node| node.pod_prefixes.is_empty());
    }
    planned.by_name =
        planned.nodes.iter().enumerate().map(|(index, node)| (node.name.id().to_owned(), index)).collect();
    planned
}

/// The interface of the node's machine; else the one with the node's address.
fn interface_of<'a>(inventory: &'a Inventory, node: &ClusterNode) -> Option<&'a NetworkInterface> {
    let interfaces = || inventory.network_interfaces.iter().filter(|interface| interface.primary);
    let by_machine = |machine: &ResourceId| {
        interfaces().find(|interface| interface.virtual_machine.as_ref() == Some(machine))
    };
    let by_address = || {
        interfaces().find(|interface| {
            interface.primary_addresses().iter().any(|address| node.internal_addresses.contains(address))
        })
    };
    node.machine.as_ref().and_then(by_machine).or_else(by_address)
}

/// The node's addresses, IPv4 first.
fn addresses_of(
    node: &ClusterNode,
    interface: Option<&NetworkInterface>,
    findings: &mut Findings,
) -> Option<Vec<IpAddr>> {
    let mut addresses = node.internal_addresses.clone();
    if addresses.is_empty() {
        addresses = interface.map(NetworkInterface::primary_addresses).unwrap_or_default();
        let what = "status.addresses has no InternalIP";
        let finding = if addresses.is_empty() {
            Finding::new(
                Rule::NodeWithoutAddress,
                node.source.clone(),
                what,
                "the node is left out; give az vmss nic list or wait until the node has registered",
            )
        } else {
            let list: Vec<String> = addresses.iter().map(ToString::to_string).collect();
            let done = format!("taken from its network interface: {}", list.join(", "));
            Finding::new(Rule::NodeWithoutAddress, node.source.clone(), what, done)
        };
        findings.push(finding);
    }
    let addresses = one_per_family(&addresses, IpAddr::is_ipv6, &node.source, findings);
    (!addresses.is_empty()).then_some(addresses)
}

fn in_its_subnet(
    node: &ClusterNode,
    addresses: &[IpAddr],
    cluster: &PlannedCluster,
    topology: &Topology,
    findings: &mut Findings,
) -> bool {
    if !cluster.pools_known {
        return true;
    }
    let pool = cluster.name.child("nodePools", &id_of(&pool_name(node)));
    let Some(pool) = cluster.pools.iter().find(|known| known.name == pool) else {
        findings.push(Finding::new(
            Rule::NodeOutsideSubnet,
            node.source.clone(),
            format!("pool {} has no known subnet, and no known subnet holds the node's address", pool.id()),
            "the node is left out",
        ));
        return false;
    };
    // A subnet that no document describes is podnet's already: podnet checks the address itself.
    let Some(subnet) = topology.subnet(&pool.subnet) else { return true };
    let Some(outside) = addresses.iter().find(|address| !holds(&subnet.prefixes, **address)) else {
        return true;
    };
    findings.push(Finding::new(
        Rule::NodeOutsideSubnet,
        node.source.clone(),
        format!("{outside} is outside {}, the subnet of pool {}", subnet.name, pool.name.id()),
        "the node is left out",
    ));
    false
}

/// Which node keeps a pod prefix that several nodes show: the one that the cluster's routes lead to, else the first.
fn prefix_owners(
    inventory: &Inventory,
    cluster: &PlannedCluster,
    findings: &mut Findings,
) -> BTreeMap<IpNetwork, String> {
    let mut holders: BTreeMap<IpNetwork, Vec<&ClusterNode>> = BTreeMap::new();
    if cluster.mode == NetworkMode::AzureCni {
        return BTreeMap::new();
    }
    for node in &inventory.nodes {
        for prefix in &node.pod_prefixes {
            holders.entry(*prefix).or_default().push(node);
        }
    }
    let routed = |prefix: IpNetwork, node: &ClusterNode| {
        inventory.route_tables.iter().flat_map(|table| &table.routes).any(|route| {
            route.prefix() == Some(prefix)
                && route.next_hop_address.is_some_and(|hop| node.internal_addresses.contains(&hop))
        })
    };
    let mut owners = BTreeMap::new();
    for (prefix, nodes) in holders {
        let owner = nodes.iter().find(|node| routed(prefix, node)).or_else(|| nodes.first());
        let Some(owner) = owner.map(|owner| owner.name.clone()) else { continue };
        for node in nodes.iter().filter(|node| node.name != owner) {
            findings.push(Finding::new(
                Rule::PodCidrDuplicate,
                node.source.clone(),
                format!("{prefix} is the podCIDR of node {owner} too"),
                "the node is left out: no two nodes can hold one pod prefix",
            ));
        }
        owners.insert(prefix, owner);
    }
    owners
}

/// The node's pod prefixes, IPv4 first; nothing when the node cannot join with them.
fn pod_prefixes(
    node: &ClusterNode,
    cluster: &PlannedCluster,
    owners: &BTreeMap<IpNetwork, String>,
    lengths: (Option<u8>, Option<u8>),
    findings: &mut Findings,
) -> Option<Vec<IpNetwork>> {
    match cluster.mode {
        NetworkMode::AzureCni => return Some(Vec::new()),
        NetworkMode::Kubenet => {}
    }
    let prefixes = one_per_family(&node.pod_prefixes, IpNetwork::is_ipv6, &node.source, findings);
    if prefixes.is_empty() {
        findings.push(Finding::new(
            Rule::NodeWithoutPodCidr,
            node.source.clone(),
            "the node has no podCIDR: its pods have no network yet",
            "podnet gives it the next free pod prefix",
        ));
        return Some(prefixes);
    }
    if prefixes.iter().any(|prefix| owners.get(prefix).is_some_and(|owner| *owner != node.name)) {
        return None;
    }
    if let Some(desired) = &cluster.desired
        && let Some(outside) = prefixes.iter().find(|prefix| !holds(&desired.pod_prefixes, prefix.network()))
    {
        findings.push(Finding::new(
            Rule::PodCidrOutsideCluster,
            node.source.clone(),
            format!("podCIDR {outside} is outside the cluster's pod CIDR"),
            "the node is left out",
        ));
        return None;
    }
    let usual = |prefix: &IpNetwork| if prefix.is_ipv4() { lengths.0 } else { lengths.1 };
    if let Some(other) = prefixes.iter().find(|prefix| usual(prefix) != Some(prefix.prefix())) {
        let length = usual(other).map_or_else(String::new, |length| format!(" /{length}"));
        findings.push(Finding::new(
            Rule::PodCidrOutsideCluster,
            node.source.clone(),
            format!("podCIDR {other} has another length than those of most nodes,{length}"),
            "the node is left out: a cluster has one length of pod prefixes per family",
        ));
        return None;
    }
    Some(prefixes)
}

/// The length that most pod prefixes of a family have; of equals the longest.
fn usual_length(inventory: &Inventory, family: fn(&IpNetwork) -> bool) -> Option<u8> {
    let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
    for prefix in inventory.nodes.iter().flat_map(|node| &node.pod_prefixes).filter(|prefix| family(prefix)) {
        *counts.entry(prefix.prefix()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(length, count)| (*count, *length)).map(|(length, _)| length)
}

/// The node's own max pods, when it is another number than its pool's.
fn own_max_pods(
    node: &ClusterNode,
    own: Option<u32>,
    pool: Option<u32>,
    findings: &mut Findings,
) -> Option<u32> {
    let (own, pool) = (own?, pool?);
    if own == pool {
        return None;
    }
    findings.push(Finding::new(
        Rule::MaxPodsDiffers,
        node.source.clone(),
        format!("the node takes {own} pods, its pool's max pods is {pool}"),
        format!("imported with {own}"),
    ));
    Some(own)
}

/// The addresses for pods that the interface holds, sorted; marks them as the node's.
fn secondary(
    node: &ClusterNode,
    interface: &NetworkInterface,
    own: &[IpAddr],
    holders: &mut BTreeMap<IpAddr, String>,
    findings: &mut Findings,
) -> Vec<IpAddr> {
    let configurations = interface.ip_configurations.iter().filter(|configuration| !configuration.primary);
    let held: BTreeSet<IpAddr> = configurations
        .filter_map(|configuration| configuration.address)
        .filter(|address| !own.contains(address))
        .collect();
    let mut addresses = Vec::with_capacity(held.len());
    for address in held {
        if let Some(other) = holders.get(&address) {
            findings.push(Finding::new(
                Rule::AddressConflict,
                interface.source.clone(),
                format!("{address} is claimed by node {} and by node {other}", node.name),
                format!("node {other} keeps it"),
            ));
            continue;
        }
        holders.insert(address, node.name.clone());
        addresses.push(address);
    }
    addresses
}
