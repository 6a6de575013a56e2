//! Which nodes join, with which addresses and pod prefixes?

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::cluster::{PlannedCluster, default_max_pods};
use super::desired::{DesiredNode, DesiredNodePool, NetworkMode};
use super::name::{Name, id_of};
use super::topology::{Topology, holds};
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::nic::NetworkInterface;
use crate::import::nodes::ClusterNode;
use crate::import::pods::Pod;
use crate::import::resource_id::ResourceId;

/// The nodes of the plan: first those with pod prefixes, each part by name.
#[derive(Debug, Default)]
pub(super) struct PlannedNodes {
    pub(super) nodes: Vec<DesiredNode>,
    by_name: BTreeMap<String, usize>,
    /// Azure CNI nodes of which every secondary address is known.
    complete: BTreeSet<Name>,
}

impl PlannedNodes {
    /// The planned node of this Kubernetes name.
    pub(super) fn get(&self, name: &str) -> Option<&DesiredNode> {
        self.nodes.get(*self.by_name.get(name)?)
    }

    /// Whether the node's secondary addresses are known to the last.
    pub(super) fn is_complete(&self, node: &DesiredNode) -> bool {
        self.complete.contains(&node.name)
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
            max_surge: None,
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
    for node in &inventory.nodes {
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
        let Some(pod_prefixes) = pod_prefixes(node, cluster, &owners, findings) else { continue };
        addresses.extend(own.iter().map(|address| (*address, node.name.clone())));
        let name = cluster.name.child("nodes", &node.name);
        let pool = cluster.name.child("nodePools", &id_of(&pool_name(node)));
        let max_pods = cluster.pools.iter().find(|known| known.name == pool).map(|pool| pool.max_pods);
        check_max_pods(node, max_pods, findings);
        let secondary_addresses = match cluster.mode {
            NetworkMode::Kubenet => Vec::new(),
            NetworkMode::AzureCni => {
                let (secondary, complete) = secondary(inventory, node, interface, &own, max_pods, findings);
                if complete {
                    planned.complete.insert(name.clone());
                }
                secondary
            }
        };
        planned.nodes.push(DesiredNode {
            name,
            pool,
            uid: node.uid.clone(),
            addresses: own,
            pod_prefixes,
            secondary_addresses,
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
    addresses.sort_by_key(IpAddr::is_ipv6);
    addresses.dedup();
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
    findings: &mut Findings,
) -> Option<Vec<IpNetwork>> {
    match cluster.mode {
        NetworkMode::AzureCni => return Some(Vec::new()),
        NetworkMode::Kubenet => {}
    }
    let mut prefixes = node.pod_prefixes.clone();
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
    prefixes.sort_by_key(IpNetwork::is_ipv6);
    Some(prefixes)
}

fn check_max_pods(node: &ClusterNode, max_pods: Option<u32>, findings: &mut Findings) {
    if let (Some(capacity), Some(max_pods)) = (node.pod_capacity, max_pods)
        && capacity != max_pods
    {
        findings.push(Finding::new(
            Rule::MaxPodsDiffers,
            node.source.clone(),
            format!("the node takes {capacity} pods, its pool's max pods is {max_pods}"),
            format!("{max_pods} is used"),
        ));
    }
}

/// The addresses for pods that the node holds, sorted, and whether that is all of them.
fn secondary(
    inventory: &Inventory,
    node: &ClusterNode,
    interface: Option<&NetworkInterface>,
    own: &[IpAddr],
    max_pods: Option<u32>,
    findings: &mut Findings,
) -> (Vec<IpAddr>, bool) {
    if let Some(interface) = interface {
        let configurations =
            interface.ip_configurations.iter().filter(|configuration| !configuration.primary);
        let mut addresses: Vec<IpAddr> = configurations
            .filter_map(|configuration| configuration.address)
            .filter(|a| !own.contains(a))
            .collect();
        addresses.sort_unstable();
        addresses.dedup();
        return (addresses, true);
    }
    // Without the interface, only the addresses in use are known.
    let pods = inventory.pods.iter().filter(|pod| pod.node.as_deref() == Some(node.name.as_str()));
    let live = pods.filter(|pod| !pod.host_network && pod.holds_address());
    let used: BTreeSet<IpAddr> =
        live.flat_map(|pod: &Pod| pod.addresses.iter().copied()).filter(|a| !own.contains(a)).collect();
    let wanted =
        max_pods.or(node.pod_capacity).map_or_else(|| "max pods".to_owned(), |number| number.to_string());
    findings.push(Finding::new(
        Rule::SecondaryAddressesUnknown,
        node.source.clone(),
        format!(
            "no network interface of the node was given; {} addresses are known from its pods",
            used.len()
        ),
        format!("podnet reserves those and chooses the rest of {wanted} itself; give az vmss nic list"),
    ));
    (used.into_iter().collect(), false)
}
