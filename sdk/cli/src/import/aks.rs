//! What does `az aks show` say about a cluster?

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::resource_id::ResourceId;

open_enum! {
    /// `networkProfile.networkPlugin`.
    NetworkPlugin {
        /// One pod prefix per node, one route per node.
        Kubenet = "kubenet",
        /// Azure CNI in one of its modes.
        Azure = "azure",
        /// The user installs a plugin.
        None = "none",
    }
}

open_enum! {
    /// `networkProfile.networkPluginMode`; absent for kubenet and for Azure CNI with addresses of the subnet.
    NetworkPluginMode {
        /// Pods take addresses of a pod CIDR that Azure routes.
        Overlay = "overlay",
    }
}

open_enum! {
    /// `networkProfile.outboundType`: how packets leave for the Internet.
    OutboundType {
        /// The public load balancer's outbound rule.
        LoadBalancer = "loadBalancer",
        /// The subnet's route table decides.
        UserDefinedRouting = "userDefinedRouting",
        /// A NAT gateway that AKS makes.
        ManagedNatGateway = "managedNATGateway",
        /// The second generation of it.
        ManagedNatGatewayV2 = "managedNATGatewayV2",
        /// A NAT gateway that the user made.
        UserAssignedNatGateway = "userAssignedNATGateway",
        /// No way out.
        None = "none",
        /// The way out is denied.
        Block = "block",
    }
}

open_enum! {
    /// `networkProfile.loadBalancerSku`.
    LoadBalancerSku {
        /// The only one for new clusters.
        Standard = "standard",
        /// Retired.
        Basic = "basic",
    }
}

/// A cluster.
#[derive(Debug, Clone)]
pub struct ManagedCluster {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Azure region.
    pub location: Option<String>,
    /// Kubernetes version that runs.
    pub kubernetes_version: Option<String>,
    /// Resource group of the nodes; the label `kubernetes.azure.com/cluster` of its nodes holds the same.
    pub node_resource_group: Option<String>,
    /// Network settings.
    pub network: NetworkProfile,
    /// Node pools.
    pub pools: Vec<AgentPool>,
}

/// The network settings of a cluster.
#[derive(Debug, Clone)]
pub struct NetworkProfile {
    /// Network plugin.
    pub plugin: Option<NetworkPlugin>,
    /// Mode of the plugin.
    pub plugin_mode: Option<NetworkPluginMode>,
    /// Engine of network policies, as written.
    pub policy: Option<String>,
    /// Pod CIDR, one per family; empty for Azure CNI with addresses of the subnet.
    pub pod_prefixes: Vec<IpNetwork>,
    /// Service CIDR, one per family.
    pub service_prefixes: Vec<IpNetwork>,
    /// Address of the cluster's DNS.
    pub dns_service_address: Option<IpAddr>,
    /// Way to the Internet.
    pub outbound_type: Option<OutboundType>,
    /// Kind of load balancer.
    pub load_balancer_sku: Option<LoadBalancerSku>,
    /// Settings of the load balancer, if the cluster has one.
    pub load_balancer: Option<LoadBalancerProfile>,
    /// Public addresses of the NAT gateway, if the cluster has one.
    pub nat_gateway_addresses: Vec<ResourceId>,
}

/// How the load balancer translates outbound flows.
#[derive(Debug, Clone)]
pub struct LoadBalancerProfile {
    /// Ports per node; 0 = by the platform's table.
    pub allocated_outbound_ports: Option<u32>,
    /// Idle timeout of outbound flows, in minutes.
    pub idle_timeout_minutes: Option<u32>,
    /// Public addresses that outbound flows use. Azure prints the ids only.
    pub effective_outbound_addresses: Vec<ResourceId>,
}

/// A node pool.
#[derive(Debug, Clone)]
pub struct AgentPool {
    /// Where it was read.
    pub source: Source,
    /// Name.
    pub name: String,
    /// Nodes now.
    pub count: Option<u32>,
    /// Bounds of the autoscaler, when it is on.
    pub autoscaling: Option<(u32, u32)>,
    /// Pods per node.
    pub max_pods: Option<u32>,
    /// `System` or `User`, as written.
    pub mode: Option<String>,
    /// `Linux` or `Windows`, as written.
    pub operating_system: Option<String>,
    /// Subnet of the nodes; absent with a network that Azure manages.
    pub node_subnet: Option<ResourceId>,
    /// Subnet of the pods, in the pod subnet modes.
    pub pod_subnet: Option<ResourceId>,
    /// Nodes added during an upgrade, as written: a number or a percentage.
    pub max_surge: Option<String>,
}

impl ManagedCluster {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let Some(name) = json.get("name").text(findings) else {
            findings.push(Finding::new(Rule::MissingField, source, "a cluster without a name", "left out"));
            return None;
        };
        let source = source.object(format!("cluster {name}"));
        let version = json.get("currentKubernetesVersion").text(findings);
        Some(Self {
            id: json.get("id").resource_id(findings),
            location: json.get("location").text(findings),
            kubernetes_version: version.or_else(|| json.get("kubernetesVersion").text(findings)),
            node_resource_group: json.get("nodeResourceGroup").text(findings),
            network: NetworkProfile::read(&json.get("networkProfile"), findings),
            pools: json
                .get("agentPoolProfiles")
                .items()
                .iter()
                .filter_map(|pool| AgentPool::read(pool, &source, findings))
                .collect(),
            source,
            name,
        })
    }
}

impl NetworkProfile {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Self {
        let balancer = json.get("loadBalancerProfile");
        let effective = |json: &Json<'_>, findings: &mut Findings| -> Vec<ResourceId> {
            let items = json.get("effectiveOutboundIPs").items();
            items.iter().filter_map(|item| item.resource_id(findings)).collect()
        };
        Self {
            plugin: json.get("networkPlugin").word(findings),
            plugin_mode: json.get("networkPluginMode").word(findings),
            policy: json.get("networkPolicy").text(findings),
            pod_prefixes: list_or_single(json, "podCidrs", "podCidr", findings),
            service_prefixes: list_or_single(json, "serviceCidrs", "serviceCidr", findings),
            dns_service_address: json.get("dnsServiceIP").address(findings),
            outbound_type: json.get("outboundType").word(findings),
            load_balancer_sku: json.get("loadBalancerSku").word(findings),
            load_balancer: balancer.is_object().then(|| LoadBalancerProfile {
                allocated_outbound_ports: balancer.get("allocatedOutboundPorts").number(findings),
                idle_timeout_minutes: balancer.get("idleTimeoutInMinutes").number(findings),
                effective_outbound_addresses: effective(&balancer, findings),
            }),
            nat_gateway_addresses: effective(&json.get("natGatewayProfile"), findings),
        }
    }
}

impl AgentPool {
    fn read(json: &Json<'_>, cluster: &Source, findings: &mut Findings) -> Option<Self> {
        let Some(name) = json.get("name").text(findings) else {
            let source = json.source(findings);
            findings.push(Finding::new(Rule::MissingField, source, "a node pool without a name", "left out"));
            return None;
        };
        let autoscaling = if json.get("enableAutoScaling").boolean(findings) == Some(true) {
            json.get("minCount").number(findings).zip(json.get("maxCount").number(findings))
        } else {
            None
        };
        Some(Self {
            source: cluster.object(format!("{} pool {name}", cluster.object)),
            count: json.get("count").number(findings),
            autoscaling,
            max_pods: json.get("maxPods").number(findings),
            mode: json.get("mode").text(findings),
            operating_system: json.get("osType").text(findings),
            node_subnet: json.get("vnetSubnetID").resource_id(findings),
            pod_subnet: json.get("podSubnetID").resource_id(findings),
            max_surge: json.get("upgradeSettings").get("maxSurge").text(findings),
            name,
        })
    }
}

/// The prefixes of the list, or the single prefix that older versions print in its place.
pub(super) fn list_or_single<'a>(
    json: &Json<'a>,
    list: &'a str,
    single: &'a str,
    findings: &mut Findings,
) -> Vec<IpNetwork> {
    let list = json.get(list);
    let list = if list.items().is_empty() { json.get(single) } else { list };
    let mut prefixes = list.prefixes(findings);
    let mut seen = std::collections::BTreeSet::new();
    prefixes.retain(|prefix| seen.insert(*prefix));
    prefixes
}
