//! Peered networks: whose gateway is used, and what may pass between two networks (aks-networking.md 4).

use podnet_core::address::Family;
use podnet_core::model::{Gateway, Network};

use super::{World, list};
use crate::plan::Space;
use crate::wiring::port_of;

/// The gateway that a network uses: its own, or that of a peer that shares it.
pub(super) fn gateway_of<'a>(world: &World<'a>, network: &'a Network) -> Option<(&'a Network, &'a Gateway)> {
    if let Some(own) = &network.gateway {
        return Some((network, own));
    }
    network.peerings.iter().filter(|peering| peering.use_remote_gateways).find_map(|peering| {
        let remote = world.state.networks.get(peering.remote_network.as_ref()?)?;
        let mut back = remote.peerings.iter();
        let shares =
            back.any(|p| p.allow_gateway_transit && p.remote_network.as_ref() == Some(&network.name));
        Some((remote.as_ref(), remote.gateway.as_ref().filter(|_| shares)?))
    })
}

/// Networks whose addresses a network's gateway tells the other side: its own first.
pub(super) fn behind_gateway<'a>(world: &World<'a>, owner: &'a Network) -> Vec<&'a Network> {
    let uses = |network: &&&'a Network| {
        let gateway = gateway_of(world, network);
        network.name != owner.name && gateway.is_some_and(|(of, _)| of.name == owner.name)
    };
    std::iter::once(owner).chain(world.networks.iter().filter(uses).copied()).collect()
}

/// What peerings keep apart: both sides must allow access, and the receiving one what the other did not send itself.
pub(super) fn render(world: &World<'_>, space: &mut Space) {
    let interfaces = world.interfaces();
    let ports = |network: &Network| {
        let own =
            interfaces.iter().filter(|(_, interface)| interface.network == network.name.network.as_str());
        list(own.map(|(name, _)| format!("\"{}\"", port_of(name))))
    };
    space.nft("table ip peerings {");
    space.nft("chain between { type filter hook forward priority -5;");
    for (from, to) in world.networks.iter().flat_map(|from| world.networks.iter().map(move |to| (from, to))) {
        let (ours, theirs) = (ports(from), ports(to));
        if from.name == to.name || ours.is_empty() || theirs.is_empty() {
            continue;
        }
        let toward = |of: &Network, other: &Network| {
            of.peerings.iter().find(|peering| peering.remote_network.as_ref() == Some(&other.name)).cloned()
        };
        let (away, back) = (toward(from, to), toward(to, from));
        let way = format!("iifname {{ {ours} }} oifname {{ {theirs} }}");
        let open = away.is_none_or(|peering| peering.allow_virtual_network_access);
        match back {
            Some(back) if open && back.allow_virtual_network_access => {
                if !back.allow_forwarded_traffic {
                    let own = from.address_prefixes.iter().filter(|prefix| prefix.family() == Family::V4);
                    space.nft(format!("{way} ip saddr != {{ {} }} drop", list(own)));
                }
            }
            Some(_) | None => space.nft(format!("{way} drop")),
        }
    }
    space.nft("}");
    space.nft("}");
}
