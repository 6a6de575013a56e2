//! What does `az network route-table show` say about a route table?

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::{Json, canonical, parse_prefix};
use super::open_enum::open_enum;
use super::resource_id::ResourceId;

open_enum! {
    /// `nextHopType` of routes and effective routes.
    NextHopType {
        /// The address in `nextHopIpAddress`.
        VirtualAppliance = "VirtualAppliance",
        /// The virtual network itself.
        VnetLocal = "VnetLocal",
        /// The Internet.
        Internet = "Internet",
        /// The network's gateway.
        VirtualNetworkGateway = "VirtualNetworkGateway",
        /// Dropped.
        None = "None",
        /// A peered network.
        VnetPeering = "VNetPeering",
        /// A peered network of another region.
        VnetGlobalPeering = "VNetGlobalPeering",
        /// A service endpoint.
        ServiceEndpoint = "VirtualNetworkServiceEndpoint",
        /// A private endpoint.
        InterfaceEndpoint = "InterfaceEndpoint",
    }
}

/// A route table.
#[derive(Debug, Clone)]
pub struct RouteTable {
    /// Where it was read.
    pub source: Source,
    /// Azure resource id.
    pub id: Option<ResourceId>,
    /// Name.
    pub name: String,
    /// Whether routes learned from gateways are kept out of the subnets of this table.
    pub disable_bgp_route_propagation: bool,
    /// Routes, by name.
    pub routes: Vec<Route>,
    /// Associated subnets.
    pub subnets: Vec<ResourceId>,
}

/// A user-defined route.
#[derive(Debug, Clone)]
pub struct Route {
    /// Where it was read.
    pub source: Source,
    /// Name.
    pub name: String,
    /// Destination.
    pub destination: Destination,
    /// Kind of next hop.
    pub next_hop_type: Option<NextHopType>,
    /// Address of the next hop, for a virtual appliance.
    pub next_hop_address: Option<IpAddr>,
}

/// What a route's `addressPrefix` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A prefix.
    Prefix(IpNetwork),
    /// A service tag, or anything else that is no prefix, as written.
    ServiceTag(String),
}

impl RouteTable {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let source = json.source(findings);
        let Some(name) = json.get("name").text(findings) else {
            findings.push(Finding::new(
                Rule::MissingField,
                source,
                "a route table without a name",
                "left out",
            ));
            return None;
        };
        let source = source.object(format!("route table {name}"));
        let mut routes: Vec<Route> = json
            .get("routes")
            .items()
            .iter()
            .filter_map(|route| Route::read(route, &source, findings))
            .collect();
        routes.sort_by(|left, right| left.name.cmp(&right.name));
        Some(Self {
            id: json.get("id").resource_id(findings),
            disable_bgp_route_propagation: json
                .get("disableBgpRoutePropagation")
                .boolean(findings)
                .unwrap_or(false),
            routes,
            subnets: json
                .get("subnets")
                .items()
                .iter()
                .filter_map(|item| item.resource_id(findings))
                .collect(),
            source,
            name,
        })
    }
}

impl Route {
    /// The destination, unless it is a service tag.
    #[must_use]
    pub fn prefix(&self) -> Option<IpNetwork> {
        match self.destination {
            Destination::Prefix(prefix) => Some(prefix),
            Destination::ServiceTag(_) => None,
        }
    }

    fn read(json: &Json<'_>, table: &Source, findings: &mut Findings) -> Option<Self> {
        let name = json.get("name").text(findings);
        let prefix = json.get("addressPrefix").text(findings);
        let (Some(name), Some(prefix)) = (name, prefix) else {
            let source = json.source(findings);
            findings.push(Finding::new(
                Rule::MissingField,
                source,
                "a route without name or addressPrefix",
                "left out",
            ));
            return None;
        };
        let source = table.object(format!("{} route {name}", table.object));
        let destination = match parse_prefix(&prefix) {
            Some(written) if canonical(written) != written => {
                findings.push(Finding::new(
                    Rule::HostBitsSet,
                    source.clone(),
                    format!("{written} has host bits set"),
                    format!("read as {}", canonical(written)),
                ));
                Destination::Prefix(canonical(written))
            }
            Some(written) => Destination::Prefix(written),
            None => Destination::ServiceTag(prefix),
        };
        Some(Self {
            destination,
            next_hop_type: json.get("nextHopType").word(findings),
            next_hop_address: json.get("nextHopIpAddress").address(findings),
            source,
            name,
        })
    }
}
