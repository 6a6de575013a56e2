//! What does `az network vnet show` say about a virtual network?

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::aks::list_or_single;
use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::resource_id::ResourceId;

open_enum! {
    /// `virtualNetworkPeerings[].peeringState`.
    PeeringState {
        /// Only this side exists.
        Initiated = "Initiated",
        /// Carries traffic.
        Connected = "Connected",
        /// The other side is gone.
        Disconnected = "Disconnected",
    }
}

/// A virtual network.
#[derive(Debug, Clone)]
pub struct VirtualNetwork {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Azure region.
    pub location: Option<String>,
    /// Address space.
    pub address_prefixes: Vec<IpNetwork>,
    /// DNS servers of the network; empty = the platform's.
    pub dns_servers: Vec<IpAddr>,
    /// Subnets, by name.
    pub subnets: Vec<Subnet>,
    /// Peerings, by name.
    pub peerings: Vec<Peering>,
}

/// A subnet.
#[derive(Debug, Clone)]
pub struct Subnet {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Prefixes, at most one per family.
    pub prefixes: Vec<IpNetwork>,
    /// Associated route table.
    pub route_table: Option<ResourceId>,
    /// Associated network security group.
    pub network_security_group: Option<ResourceId>,
    /// Associated NAT gateway.
    pub nat_gateway: Option<ResourceId>,
    /// Everything that holds an address of the subnet; Azure prints ids, not addresses.
    pub ip_configurations: Vec<ResourceId>,
    /// Services that the subnet is delegated to, as written.
    pub delegations: Vec<String>,
    /// Service endpoints of the subnet, as written.
    pub service_endpoints: Vec<String>,
}

/// A peering with another virtual network.
#[derive(Debug, Clone)]
pub struct Peering {
    /// Where it was read.
    pub source: Source,
    /// Name.
    pub name: String,
    /// The other network.
    pub remote_network: Option<ResourceId>,
    /// Address space of the other network.
    pub remote_prefixes: Vec<IpNetwork>,
    /// State.
    pub state: Option<PeeringState>,
    /// Whether the networks may talk; default true.
    pub allow_virtual_network_access: bool,
    /// Whether packets that the other network only forwards are let in.
    pub allow_forwarded_traffic: bool,
    /// Whether the other network may use this one's gateway.
    pub allow_gateway_transit: bool,
    /// Whether this network uses the other one's gateway.
    pub use_remote_gateways: bool,
}

impl VirtualNetwork {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let Some(name) = json.get("name").text(findings) else {
            findings.push(Finding::new(
                Rule::MissingField,
                source,
                "a virtual network without a name",
                "left out",
            ));
            return None;
        };
        let source = source.object(format!("virtual network {name}"));
        let mut subnets: Vec<Subnet> = json
            .get("subnets")
            .items()
            .iter()
            .filter_map(|subnet| Subnet::read(subnet, &source, findings))
            .collect();
        subnets.sort_by(|left, right| left.name.cmp(&right.name));
        let mut peerings: Vec<Peering> = json
            .get("virtualNetworkPeerings")
            .items()
            .iter()
            .filter_map(|peering| Peering::read(peering, &source, findings))
            .collect();
        peerings.sort_by(|left, right| left.name.cmp(&right.name));
        Some(Self {
            id: json.get("id").resource_id(findings),
            location: json.get("location").text(findings),
            address_prefixes: json.get("addressSpace").get("addressPrefixes").prefixes(findings),
            dns_servers: json.get("dhcpOptions").get("dnsServers").addresses(findings),
            subnets,
            peerings,
            source,
            name,
        })
    }
}

impl Subnet {
    fn read(json: &Json<'_>, network: &Source, findings: &mut Findings) -> Option<Self> {
        let Some(name) = json.get("name").text(findings) else {
            let source = json.source(findings);
            findings.push(Finding::new(Rule::MissingField, source, "a subnet without a name", "left out"));
            return None;
        };
        let named = |list, key, findings: &mut Findings| -> Vec<String> {
            json.get(list).items().iter().filter_map(|item| item.get(key).text(findings)).collect()
        };
        Some(Self {
            source: network.object(format!("{} subnet {name}", network.object)),
            id: json.get("id").resource_id(findings),
            prefixes: list_or_single(json, "addressPrefixes", "addressPrefix", findings),
            route_table: json.get("routeTable").resource_id(findings),
            network_security_group: json.get("networkSecurityGroup").resource_id(findings),
            nat_gateway: json.get("natGateway").resource_id(findings),
            ip_configurations: json
                .get("ipConfigurations")
                .items()
                .iter()
                .filter_map(|configuration| configuration.resource_id(findings))
                .collect(),
            delegations: named("delegations", "serviceName", findings),
            service_endpoints: named("serviceEndpoints", "service", findings),
            name,
        })
    }
}

impl Peering {
    fn read(json: &Json<'_>, network: &Source, findings: &mut Findings) -> Option<Self> {
        let Some(name) = json.get("name").text(findings) else {
            let source = json.source(findings);
            findings.push(Finding::new(Rule::MissingField, source, "a peering without a name", "left out"));
            return None;
        };
        let flag = |key, findings: &mut Findings| json.get(key).boolean(findings);
        let space = json.get("remoteVirtualNetworkAddressSpace").get("addressPrefixes").prefixes(findings);
        let remote_prefixes = if space.is_empty() {
            json.get("remoteAddressSpace").get("addressPrefixes").prefixes(findings)
        } else {
            space
        };
        Some(Self {
            source: network.object(format!("{} peering {name}", network.object)),
            remote_network: json.get("remoteVirtualNetwork").resource_id(findings),
            remote_prefixes,
            state: json.get("peeringState").word(findings),
            allow_virtual_network_access: flag("allowVirtualNetworkAccess", findings).unwrap_or(true),
            allow_forwarded_traffic: flag("allowForwardedTraffic", findings).unwrap_or(false),
            allow_gateway_transit: flag("allowGatewayTransit", findings).unwrap_or(false),
            use_remote_gateways: flag("useRemoteGateways", findings).unwrap_or(false),
            name,
        })
    }
}
