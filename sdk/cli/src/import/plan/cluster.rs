//! Which cluster do the files describe, in which mode does it run, and which node pools has it?

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::desired::{DesiredCluster, DesiredNodePool, NetworkMode, RouteManagement};
use super::name::{Ids, Name, id_of};
use super::outbound;
use super::topology::Topology;
use super::{PlanOptions, nodes};
use crate::import::aks::{AgentPool, ManagedCluster, NetworkPlugin, NetworkPluginMode, OutboundType};
use crate::import::finding::{Finding, Findings, Rule, Source};
use crate::import::inventory::Inventory;
use crate::import::open_enum::known_or;

/// Max pods where `az aks show` does not tell: AKS's default of the mode.
pub(super) fn default_max_pods(mode: NetworkMode) -> u32 {
    match mode {
        NetworkMode::Kubenet => 110,
        NetworkMode::AzureCni => 30,
    }
}

/// The cluster that the plan is about.
#[derive(Debug)]
pub(super) struct PlannedCluster {
    /// `clusters/{c}`.
    pub(super) name: Name,
    pub(super) mode: NetworkMode,
    /// Resource group of the nodes' machines.
    pub(super) node_resource_group: Option<String>,
    /// Absent when podnet holds the cluster already.
    pub(super) desired: Option<DesiredCluster>,
    pub(super) pools: Vec<DesiredNodePool>,
    /// Names of pools of a cluster that podnet holds already are not known here.
    pub(super) pools_known: bool,
}

pub(super) fn choose(
    inventory: &Inventory,
    options: &PlanOptions,
    topology: &Topology,
    findings: &mut Findings,
) -> Option<PlannedCluster> {
    if inventory.clusters.is_empty() {
        return existing(inventory, options, findings);
    }
    let Some(chosen) = choose_document(inventory, options) else {
        let names: Vec<&str> = inventory.clusters.iter().map(|cluster| cluster.name.as_str()).collect();
        findings.push(Finding::new(
            Rule::ClusterUnknown,
            Source::none("clusters"),
            format!("no cluster can be chosen among {}", names.join(", ")),
            "no cluster is imported; name one of them",
        ));
        return None;
    };
    for other in inventory.clusters.iter().filter(|cluster| !std::ptr::eq(*cluster, chosen)) {
        findings.push(Finding::new(
            Rule::OtherCluster,
            other.source.clone(),
            format!("the import is about cluster {}", chosen.name),
            "left out; import each cluster by itself",
        ));
    }
    let mode = mode_of(chosen, findings)?;
    let mut ids = Ids::default();
    let name = Name::top("clusters", &ids.take(&chosen.name, &chosen.source, findings));
    let mut pools = pools(inventory, chosen, &name, mode, topology, findings);
    nodes::add_unlisted_pools(inventory, &name, mode, &mut pools, topology, findings);
    let Some(network) = pools.first().and_then(|pool| pool.subnet.parent()) else {
        findings.push(Finding::new(
            Rule::SubnetUnknown,
            chosen.source.clone(),
            "no node pool has a known subnet",
            "the cluster is not imported; give az network vnet show of its network",
        ));
        return None;
    };
    let (outbound_addresses, unresolved_outbound_ids) = outbound::addresses(inventory, chosen, findings);
    let profile = &chosen.network;
    let balancer = profile.load_balancer.as_ref();
    let desired = DesiredCluster {
        name: name.clone(),
        display_name: chosen.name.clone(),
        azure_id: chosen.id.as_ref().map(ToString::to_string),
        network,
        mode,
        pod_prefixes: match mode {
            NetworkMode::Kubenet => profile.pod_prefixes.clone(),
            NetworkMode::AzureCni => Vec::new(),
        },
        node_prefix_length_ipv4: None,
        node_prefix_length_ipv6: None,
        service_prefixes: profile.service_prefixes.clone(),
        dns_service_address: profile.dns_service_address,
        outbound_type: profile
            .outbound_type
            .as_ref()
            .map(|kind| known_or(kind, OutboundType::LoadBalancer, &chosen.source, "outboundType", findings)),
        outbound_addresses,
        unresolved_outbound_ids,
        allocated_outbound_ports: balancer.and_then(|profile| profile.allocated_outbound_ports),
        outbound_idle_timeout_minutes: balancer.and_then(|profile| profile.idle_timeout_minutes),
        network_policy: profile.policy.clone(),
        kubernetes_version: chosen.kubernetes_version.clone(),
        route_table: None,
        route_management: RouteManagement::Managed,
    };
    Some(PlannedCluster {
        name,
        mode,
        node_resource_group: chosen.node_resource_group.clone(),
        desired: Some(desired),
        pools,
        pools_known: true,
    })
}

/// A cluster that podnet holds already: the files are kubectl's alone.
fn existing(inventory: &Inventory, options: &PlanOptions, findings: &mut Findings) -> Option<PlannedCluster> {
    if inventory.nodes.is_empty() && inventory.pods.is_empty() && inventory.services.is_empty() {
        return None;
    }
    let Some(cluster) = &options.cluster else {
        findings.push(Finding::new(
            Rule::ClusterUnknown,
            Source::none("nodes, pods and services"),
            "no document tells which cluster they belong to",
            "they are left out; give az aks show, or name the cluster that podnet holds",
        ));
        return None;
    };
    let with_prefix = inventory.nodes.iter().any(|node| !node.pod_prefixes.is_empty());
    let guessed = if with_prefix { NetworkMode::Kubenet } else { NetworkMode::AzureCni };
    Some(PlannedCluster {
        name: Name::top("clusters", &id_of(cluster)),
        mode: options.mode.unwrap_or(guessed),
        node_resource_group: None,
        desired: None,
        pools: Vec::new(),
        pools_known: false,
    })
}

/// The cluster that the caller names, the only one, or the one whose label the nodes carry.
fn choose_document<'a>(inventory: &'a Inventory, options: &PlanOptions) -> Option<&'a ManagedCluster> {
    if let Some(name) = &options.cluster {
        return inventory.clusters.iter().find(|cluster| cluster.name.eq_ignore_ascii_case(name));
    }
    if let [only] = inventory.clusters.as_slice() {
        return Some(only);
    }
    let labels: BTreeSet<String> = inventory
        .nodes
        .iter()
        .filter_map(|node| node.cluster_label.as_deref())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut matching = inventory.clusters.iter().filter(|cluster| {
        cluster.node_resource_group.as_ref().is_some_and(|group| labels.contains(&group.to_ascii_lowercase()))
    });
    matching.next().filter(|_| matching.next().is_none())
}

fn mode_of(cluster: &ManagedCluster, findings: &mut Findings) -> Option<NetworkMode> {
    let profile = &cluster.network;
    let pod_subnet = cluster.pools.iter().any(|pool| pool.pod_subnet.is_some());
    let unsupported = match (&profile.plugin, &profile.plugin_mode) {
        (Some(NetworkPlugin::Kubenet), _) => return Some(NetworkMode::Kubenet),
        (Some(NetworkPlugin::Azure), None) if pod_subnet => "Azure CNI with a pod subnet".to_owned(),
        (Some(NetworkPlugin::Azure), None) => return Some(NetworkMode::AzureCni),
        (Some(NetworkPlugin::Azure), Some(NetworkPluginMode::Overlay)) => "Azure CNI Overlay".to_owned(),
        (Some(NetworkPlugin::Azure), Some(NetworkPluginMode::Other(mode))) => {
            format!("Azure CNI in mode {mode:?}")
        }
        (Some(NetworkPlugin::None), _) => {
            "a network plugin of the user's own (networkPlugin none)".to_owned()
        }
        (Some(NetworkPlugin::Other(plugin)), _) => format!("network plugin {plugin:?}"),
        (None, _) => "a network profile without networkPlugin".to_owned(),
    };
    findings.push(Finding::new(
        Rule::UnsupportedNetworkMode,
        cluster.source.clone(),
        format!("the cluster has {unsupported}; this version holds kubenet and Azure CNI with a node subnet"),
        "the cluster is left out; its networks, subnets and routes are imported",
    ));
    None
}

fn pools(
    inventory: &Inventory,
    cluster: &ManagedCluster,
    name: &Name,
    mode: NetworkMode,
    topology: &Topology,
    findings: &mut Findings,
) -> Vec<DesiredNodePool> {
    let mut pools = Vec::new();
    let mut listed: Vec<&AgentPool> = cluster.pools.iter().collect();
    listed.sort_by(|left, right| left.name.cmp(&right.name));
    for pool in listed {
        let Some(subnet) = pool_subnet(inventory, pool, topology, findings) else { continue };
        let name = name.child("nodePools", &id_of(&pool.name));
        if pools.iter().any(|known: &DesiredNodePool| known.name == name) {
            findings.push(Finding::new(
                Rule::DuplicateObject,
                pool.source.clone(),
                "the cluster lists two node pools of this name",
                "the first one is used",
            ));
            continue;
        }
        pools.push(DesiredNodePool {
            name,
            subnet,
            max_pods: pool.max_pods.unwrap_or_else(|| default_max_pods(mode)),
            autoscaling: pool.autoscaling,
            surge: pool.max_surge.as_deref().and_then(|surge| surge_nodes(surge, pool.count)),
            operating_system: pool.operating_system.clone(),
            mode: pool.mode.clone(),
        });
    }
    pools
}

/// `maxSurge` as a number of nodes: a number, or a percentage of the pool's nodes, rounded up.
fn surge_nodes(written: &str, count: Option<u32>) -> Option<u32> {
    match written.trim().strip_suffix('%') {
        None => written.trim().parse().ok(),
        Some(percent) => {
            let nodes = u64::from(count?).checked_mul(percent.trim().parse().ok()?)?.div_ceil(100);
            u32::try_from(nodes).ok()
        }
    }
}

fn pool_subnet(
    inventory: &Inventory,
    pool: &AgentPool,
    topology: &Topology,
    findings: &mut Findings,
) -> Option<Name> {
    if let Some(id) = &pool.node_subnet {
        if topology.subnet_by_id(id).is_none() {
            let network = id.segment("virtualNetworks").unwrap_or("its network");
            findings.push(Finding::new(
                Rule::MissingDocument,
                pool.source.clone(),
                format!("no document describes the pool's subnet {} of {network}", id.name()),
                "the subnet must be in podnet already; or give az network vnet show",
            ));
        }
        return Some(topology.subnet_name(id));
    }
    // A network that Azure manages: the subnet is the one that the pool's nodes have addresses of.
    let nodes = inventory.nodes.iter().filter(|node| node.pool.as_deref() == Some(pool.name.as_str()));
    let addresses: Vec<IpAddr> = nodes.flat_map(|node| node.internal_addresses.iter().copied()).collect();
    match addresses.iter().find_map(|address| topology.subnet_of(*address)) {
        Some(subnet) => {
            findings.push(Finding::new(
                Rule::ManagedNetwork,
                pool.source.clone(),
                "vnetSubnetId is null: Azure manages the network",
                format!("taken to be in {}, which holds its nodes' addresses", subnet.name),
            ));
            Some(subnet.name.clone())
        }
        None => {
            findings.push(Finding::new(
                Rule::SubnetUnknown,
                pool.source.clone(),
                "vnetSubnetId is null: Azure manages the network, and no given network holds the pool's nodes",
                "the pool is left out; give kubectl get nodes and az network vnet list of the node resource group",
            ));
            None
        }
    }
}
