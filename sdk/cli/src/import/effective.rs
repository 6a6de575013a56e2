//! What does `az network nic show-effective-route-table` say? One list is the table of one interface, which it does not name.

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::finding::{Findings, Source};
use super::json::Json;
use super::open_enum::open_enum;
use super::route_table::NextHopType;

open_enum! {
    /// `source` of an effective route: who made it.
    RouteSource {
        /// The platform.
        Default = "Default",
        /// A route table.
        User = "User",
        /// A gateway: what lies on premises.
        VirtualNetworkGateway = "VirtualNetworkGateway",
        /// The platform does not say.
        Unknown = "Unknown",
    }
}

open_enum! {
    /// `state` of an effective route.
    RouteState {
        /// In force.
        Active = "Active",
        /// Overridden.
        Invalid = "Invalid",
    }
}

/// The routes in force at one interface.
#[derive(Debug, Clone)]
pub struct EffectiveRouteTable {
    /// Where it was read.
    pub source: Source,
    /// In the order printed.
    pub routes: Vec<EffectiveRoute>,
}

/// One line of it.
#[derive(Debug, Clone)]
pub struct EffectiveRoute {
    /// Name, of user routes only.
    pub name: Option<String>,
    /// Who made it.
    pub route_source: Option<RouteSource>,
    /// Whether it is in force.
    pub state: Option<RouteState>,
    /// Destinations.
    pub prefixes: Vec<IpNetwork>,
    /// Kind of next hop.
    pub next_hop_type: Option<NextHopType>,
    /// Addresses of the next hop.
    pub next_hop_addresses: Vec<IpAddr>,
}

impl EffectiveRouteTable {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Self {
        let list = if json.is_array() { json.clone() } else { json.get("value") };
        Self {
            source: json.source(findings).object("effective route table"),
            routes: list.items().iter().map(|route| EffectiveRoute::read(route, findings)).collect(),
        }
    }

    /// The network's own prefixes, by which the table's network is found.
    pub(super) fn network_prefixes(&self) -> impl Iterator<Item = IpNetwork> {
        self.routes
            .iter()
            .filter(|route| route.route_source == Some(RouteSource::Default))
            .filter(|route| route.next_hop_type == Some(NextHopType::VnetLocal))
            .flat_map(|route| route.prefixes.iter().copied())
    }

    /// The prefixes that a gateway brought, active or overridden.
    pub(super) fn gateway_prefixes(&self) -> impl Iterator<Item = IpNetwork> {
        self.routes
            .iter()
            .filter(|route| route.route_source == Some(RouteSource::VirtualNetworkGateway))
            .flat_map(|route| route.prefixes.iter().copied())
    }
}

impl EffectiveRoute {
    fn read(json: &Json<'_>, findings: &mut Findings) -> Self {
        let prefixes = json.get("addressPrefix").items();
        Self {
            name: json.get("name").text(findings),
            route_source: json.get("source").word(findings),
            state: json.get("state").word(findings),
            // Routes to service tags list the tag's name beside its prefixes.
            prefixes: prefixes
                .iter()
                .filter(|prefix| prefix.peek().is_some_and(|text| text.contains('/')))
                .filter_map(|prefix| prefix.prefix(findings))
                .collect(),
            next_hop_type: json.get("nextHopType").word(findings),
            next_hop_addresses: json.get("nextHopIpAddress").addresses(findings),
        }
    }
}
