//! Which networks, subnets, gateways and route tables does the plan have, and in which subnet does an address lie?

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::desired::{
    DesiredGateway, DesiredNetwork, DesiredPeering, DesiredRouteTable, DesiredSubnet, GatewayKind,
};
use super::name::{Ids, Name, id_of};
use crate::import::effective::EffectiveRouteTable;
use crate::import::finding::{Finding, Findings, Rule, Source};
use crate::import::gateway::GatewayType;
use crate::import::inventory::Inventory;
use crate::import::resource_id::ResourceId;
use crate::import::vnet::{Peering, PeeringState, VirtualNetwork};

/// The planned networks with their subnets and, once routes are planned, their tables.
#[derive(Debug, Default)]
pub(super) struct Topology {
    pub(super) networks: Vec<DesiredNetwork>,
    pub(super) subnets: Vec<DesiredSubnet>,
    pub(super) route_tables: Vec<DesiredRouteTable>,
    /// Route tables that subnets name, by Azure id.
    pub(super) tables_by_id: BTreeMap<ResourceId, Name>,
    subnets_by_id: BTreeMap<ResourceId, Name>,
}

impl Topology {
    /// The planned subnet with this Azure id.
    pub(super) fn subnet_by_id(&self, id: &ResourceId) -> Option<&DesiredSubnet> {
        self.subnet(self.subnets_by_id.get(id)?)
    }

    pub(super) fn subnet(&self, name: &Name) -> Option<&DesiredSubnet> {
        self.subnets.iter().find(|subnet| subnet.name == *name)
    }

    /// The planned subnet that holds the address. Subnets of several networks may overlap; the first by name is taken.
    pub(super) fn subnet_of(&self, address: IpAddr) -> Option<&DesiredSubnet> {
        self.subnets.iter().find(|subnet| holds(&subnet.prefixes, address))
    }

    /// The podnet name of the subnet with this id, also when no document describes the subnet.
    pub(super) fn subnet_name(&self, id: &ResourceId) -> Name {
        self.subnets_by_id.get(id).cloned().unwrap_or_else(|| {
            let network = id_of(id.segment("virtualNetworks").unwrap_or_default());
            Name::top("networks", &network).child("subnets", &id_of(id.name()))
        })
    }
}

/// The first of each family, IPv4 first; reports the others.
pub(super) fn one_per_family<T: Copy + ToString>(
    items: &[T],
    is_ipv6: impl Fn(&T) -> bool,
    place: &Source,
    findings: &mut Findings,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        if kept.iter().any(|other| is_ipv6(other) == is_ipv6(item)) {
            findings.push(Finding::new(
                Rule::ExtraOfFamily,
                place.clone(),
                format!("{} is the second of its family", item.to_string()),
                "left out: only the first of each family is used",
            ));
        } else {
            kept.push(*item);
        }
    }
    kept.sort_by_key(is_ipv6);
    kept
}

/// Whether one of the prefixes holds the address.
pub(super) fn holds(prefixes: &[IpNetwork], address: IpAddr) -> bool {
    prefixes.iter().any(|prefix| prefix.contains(address))
}

pub(super) fn build(inventory: &Inventory, findings: &mut Findings) -> Topology {
    let mut topology = Topology::default();
    let mut ids = Ids::default();
    let mut names: BTreeMap<ResourceId, Name> = BTreeMap::new();
    let mut planned: Vec<(&VirtualNetwork, Name)> = Vec::new();
    for network in &inventory.networks {
        let name = Name::top("networks", &ids.take(&network.name, &network.source, findings));
        names.extend(network.id.clone().map(|id| (id, name.clone())));
        planned.push((network, name));
    }
    for (network, name) in planned {
        add_subnets(network, &name, &mut topology, findings);
        topology.networks.push(DesiredNetwork {
            gateway: gateway(inventory, network, findings),
            peerings: peerings(&network.peerings, &names, findings),
            display_name: network.name.clone(),
            azure_id: network.id.as_ref().map(ToString::to_string),
            location: network.location.clone(),
            address_prefixes: network.address_prefixes.clone(),
            dns_servers: network.dns_servers.clone(),
            name,
        });
    }
    topology
}

fn add_subnets(network: &VirtualNetwork, name: &Name, topology: &mut Topology, findings: &mut Findings) {
    let mut ids = Ids::default();
    let mut table_ids = Ids::default();
    for subnet in &network.subnets {
        let subnet_name = name.child("subnets", &ids.take(&subnet.name, &subnet.source, findings));
        let route_table = subnet.route_table.as_ref().map(|id| {
            let known = topology.tables_by_id.entry(id.clone());
            known.or_insert_with(|| name.child("routeTables", &table_ids.take_quietly(id.name()))).clone()
        });
        if let Some(id) = &subnet.id {
            topology.subnets_by_id.insert(id.clone(), subnet_name.clone());
        }
        topology.subnets.push(DesiredSubnet {
            name: subnet_name,
            display_name: subnet.name.clone(),
            azure_id: subnet.id.as_ref().map(ToString::to_string),
            prefixes: subnet.prefixes.clone(),
            route_table,
            service_endpoints: subnet.service_endpoints.clone(),
            nat_gateway: subnet.nat_gateway.as_ref().map(ToString::to_string),
            delegations: subnet.delegations.clone(),
        });
    }
}

fn peerings(
    peerings: &[Peering],
    names: &BTreeMap<ResourceId, Name>,
    findings: &mut Findings,
) -> Vec<DesiredPeering> {
    let mut ids = Ids::default();
    let mut desired = Vec::new();
    for peering in peerings {
        if peering.state != Some(PeeringState::Connected) {
            let state = peering.state.as_ref().map_or("unknown", PeeringState::as_str);
            findings.push(Finding::new(
                Rule::PeeringNotConnected,
                peering.source.clone(),
                format!("the peering's state is {state}: it carries no traffic"),
                "left out",
            ));
            continue;
        }
        desired.push(DesiredPeering {
            id: ids.take(&peering.name, &peering.source, findings),
            display_name: peering.name.clone(),
            remote_azure_id: peering.remote_network.as_ref().map(ToString::to_string),
            remote_network: peering
                .remote_network
                .as_ref()
                .and_then(|id| names.get(id))
                .cloned()
                .unwrap_or_else(|| {
                    let remote =
                        peering.remote_network.as_ref().map_or(peering.name.as_str(), ResourceId::name);
                    Name::top("networks", &id_of(remote))
                }),
            remote_prefixes: peering.remote_prefixes.clone(),
            allow_virtual_network_access: peering.allow_virtual_network_access,
            allow_forwarded_traffic: peering.allow_forwarded_traffic,
            allow_gateway_transit: peering.allow_gateway_transit,
            use_remote_gateways: peering.use_remote_gateways,
        });
    }
    desired
}

/// The network in which the table's interface stands: the one with the table's own prefixes, or the only one.
fn network_of<'a>(inventory: &'a Inventory, table: &EffectiveRouteTable) -> Option<&'a VirtualNetwork> {
    let own = |network: &&VirtualNetwork| {
        table.network_prefixes().any(|prefix| network.address_prefixes.contains(&prefix))
    };
    inventory.networks.iter().find(own).or(match inventory.networks.as_slice() {
        [only] => Some(only),
        _ => None,
    })
}

/// Whether gateway routes that an interface in `seen_from` has are of the gateway of `network`: its own network's, unless
/// that one uses the gateway of a peer.
fn brings_routes(network: &VirtualNetwork, seen_from: &VirtualNetwork) -> bool {
    let mut remote = seen_from.peerings.iter().filter(|peering| peering.use_remote_gateways).peekable();
    if remote.peek().is_none() {
        return std::ptr::eq(network, seen_from);
    }
    remote.any(|peering| peering.remote_network.is_some() && peering.remote_network == network.id)
}

/// The network's gateway: from a gateway's own document, from what holds addresses of `GatewaySubnet`, or from effective
/// routes that a gateway brought.
fn gateway(
    inventory: &Inventory,
    network: &VirtualNetwork,
    findings: &mut Findings,
) -> Option<DesiredGateway> {
    let subnets: Vec<&ResourceId> = network.subnets.iter().filter_map(|subnet| subnet.id.as_ref()).collect();
    let described =
        inventory.gateways.iter().find(|gateway| gateway.subnets.iter().any(|id| subnets.contains(&id)));
    let held = network
        .subnets
        .iter()
        .filter(|subnet| subnet.name.eq_ignore_ascii_case("GatewaySubnet"))
        .flat_map(|subnet| &subnet.ip_configurations)
        .any(|id| id.segment("virtualNetworkGateways").is_some());
    let mut on_premises: BTreeSet<IpNetwork> = BTreeSet::new();
    for table in &inventory.effective_route_tables {
        let seen_from = network_of(inventory, table);
        if seen_from.is_some_and(|seen_from| brings_routes(network, seen_from)) {
            on_premises.extend(table.gateway_prefixes());
        } else if seen_from.is_some_and(|seen_from| std::ptr::eq(seen_from, network))
            && table.gateway_prefixes().next().is_some()
            && !inventory.networks.iter().any(|other| brings_routes(other, network))
        {
            findings.push(Finding::new(
                Rule::GatewayPrefixesUnknown,
                table.source.clone(),
                format!(
                    "network {} uses the gateway of a peered network, which is not in the input",
                    network.name
                ),
                "the on-premises prefixes are left out; give az network vnet show of the peered network",
            ));
        }
    }
    if described.is_none() && !held && on_premises.is_empty() {
        return None;
    }
    if on_premises.is_empty() {
        findings.push(Finding::new(
            Rule::GatewayPrefixesUnknown,
            network.source.clone(),
            "the network has a gateway, and no effective route table tells what lies behind it",
            "the gateway has no on-premises prefixes; give az network nic show-effective-route-table of a machine \
             in the network",
        ));
    }
    let kind = match described.and_then(|gateway| gateway.kind.as_ref()) {
        Some(GatewayType::Vpn) => GatewayKind::Vpn,
        Some(GatewayType::ExpressRoute) => GatewayKind::ExpressRoute,
        Some(GatewayType::Other(_)) | None => {
            findings.push(Finding::new(
                Rule::MissingDocument,
                network.source.clone(),
                "the kind of the network's gateway is in no document",
                "taken to be a VPN gateway; give az network vnet-gateway list",
            ));
            GatewayKind::Vpn
        }
    };
    Some(DesiredGateway { kind, on_premises_prefixes: on_premises.into_iter().collect() })
}
