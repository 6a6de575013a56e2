//! With which public addresses do the cluster's packets reach the Internet, as far as the files tell?

use std::net::IpAddr;

use crate::import::aks::{ManagedCluster, OutboundType};
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::resource_id::ResourceId;

/// The addresses, and the ids of those that no document resolves.
pub(super) fn addresses(
    inventory: &Inventory,
    cluster: &ManagedCluster,
    findings: &mut Findings,
) -> (Vec<IpAddr>, Vec<String>) {
    let profile = &cluster.network;
    let balancer = profile.load_balancer.as_ref();
    let ids: Vec<&ResourceId> = match profile.outbound_type {
        Some(OutboundType::LoadBalancer) | None => {
            balancer.map(|profile| profile.effective_outbound_addresses.iter().collect()).unwrap_or_default()
        }
        Some(OutboundType::ManagedNatGateway | OutboundType::ManagedNatGatewayV2) => {
            profile.nat_gateway_addresses.iter().collect()
        }
        Some(
            OutboundType::UserDefinedRouting
            | OutboundType::UserAssignedNatGateway
            | OutboundType::None
            | OutboundType::Block
            | OutboundType::Other(_),
        ) => Vec::new(),
    };
    let mut addresses = Vec::new();
    let mut unresolved = Vec::new();
    for id in ids {
        let known = inventory.public_addresses.iter().find(|address| address.id.as_ref() == Some(id));
        match known.and_then(|address| address.address) {
            Some(address) => addresses.push(address),
            None => unresolved.push(id.to_string()),
        }
    }
    if !unresolved.is_empty() {
        let group = cluster.node_resource_group.as_deref().unwrap_or("<node resource group>");
        let names: Vec<&str> = unresolved.iter().filter_map(|id| id.rsplit('/').next()).collect();
        findings.push(Finding::new(
            Rule::OutboundAddressUnknown,
            cluster.source.clone(),
            format!("az aks show names the outbound addresses {} by id only", names.join(", ")),
            format!(
                "traces to the Internet cannot name the public source address; give az network public-ip list -g {group}"
            ),
        ));
    }
    (addresses, unresolved)
}
