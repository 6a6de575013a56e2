//! What does `az network nic show` or `az vmss nic list` say about a network interface?

use std::net::IpAddr;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::resource_id::ResourceId;

/// A network interface of a virtual machine, a scale set instance or a private endpoint.
#[derive(Debug, Clone)]
pub struct NetworkInterface {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id. Scale set instances have interfaces of one name, so the id alone tells them apart.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Machine that has it.
    pub virtual_machine: Option<ResourceId>,
    /// Private endpoint that has it.
    pub private_endpoint: Option<ResourceId>,
    /// Whether it is the machine's first.
    pub primary: bool,
    /// Whether it takes packets that are not addressed to it, as kubenet nodes must.
    pub ip_forwarding: Option<bool>,
    /// Addresses: first the primary one.
    pub ip_configurations: Vec<IpConfiguration>,
}

/// One address of an interface.
#[derive(Debug, Clone)]
pub struct IpConfiguration {
    /// Name.
    pub name: String,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Whether it is the interface's main address.
    pub primary: bool,
    /// The address.
    pub address: Option<IpAddr>,
    /// Subnet of the address.
    pub subnet: Option<ResourceId>,
    /// Public address that stands for it.
    pub public_address: Option<ResourceId>,
}

impl NetworkInterface {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let id = json.get("id").resource_id(findings);
        let name = json.get("name").text(findings).or_else(|| id.as_ref().map(|id| id.name().to_owned()));
        let Some(name) = name else {
            let what = "a network interface without name and id";
            findings.push(Finding::new(Rule::MissingField, source, what, "left out"));
            return None;
        };
        let source = source.object(format!("network interface {name}"));
        let configurations = json.get("ipConfigurations").items();
        let mut ip_configurations: Vec<IpConfiguration> =
            configurations.iter().map(|item| IpConfiguration::read(item, findings)).collect();
        // A stable sort: secondary configurations stay in the order in which Azure holds them.
        ip_configurations.sort_by_key(|configuration| !configuration.primary);
        let machine = json.get("virtualMachine").resource_id(findings);
        Some(Self {
            // `az vmss nic list` leaves the machine out at times; the id names it.
            virtual_machine: machine.or_else(|| id.as_ref().and_then(|id| id.up_to("virtualMachines"))),
            private_endpoint: json.get("privateEndpoint").resource_id(findings),
            primary: json.get("primary").boolean(findings).unwrap_or(true),
            ip_forwarding: json.get("enableIPForwarding").boolean(findings),
            ip_configurations,
            source,
            id,
            name,
        })
    }

    /// The primary addresses, one per family at most.
    pub(super) fn primary_addresses(&self) -> Vec<IpAddr> {
        let primary = self.ip_configurations.iter().filter(|configuration| configuration.primary);
        primary.filter_map(|configuration| configuration.address).collect()
    }
}

impl IpConfiguration {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Self {
        Self {
            name: json.get("name").text(findings).unwrap_or_default(),
            id: json.get("id").resource_id(findings),
            primary: json.get("primary").boolean(findings).unwrap_or(false),
            address: json.get("privateIPAddress").address(findings),
            subnet: json.get("subnet").resource_id(findings),
            public_address: json.get("publicIPAddress").resource_id(findings),
        }
    }
}
