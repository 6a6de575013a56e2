//! What does `az network vnet-gateway show` say about a gateway to other sites?

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::resource_id::ResourceId;

open_enum! {
    /// `gatewayType`.
    GatewayType {
        /// A VPN gateway.
        Vpn = "Vpn",
        /// An ExpressRoute gateway.
        ExpressRoute = "ExpressRoute",
    }
}

/// A virtual network gateway.
#[derive(Debug, Clone)]
pub struct VirtualNetworkGateway {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: Option<GatewayType>,
    /// Subnets of its addresses: the network's `GatewaySubnet`.
    pub subnets: Vec<ResourceId>,
}

impl VirtualNetworkGateway {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let Some(name) = json.get("name").text(findings) else {
            findings.push(Finding::new(Rule::MissingField, source, "a gateway without a name", "left out"));
            return None;
        };
        let configurations = json.get("ipConfigurations").items();
        Some(Self {
            source: source.object(format!("gateway {name}")),
            id: json.get("id").resource_id(findings),
            kind: json.get("gatewayType").word(findings),
            subnets: configurations
                .iter()
                .filter_map(|item| item.get("subnet").resource_id(findings))
                .collect(),
            name,
        })
    }
}
