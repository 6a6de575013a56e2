//! Which addresses does a service tag of a security group mean, seen from one subnet (aks-networking.md 4.3 and 8.2)?
//!
//! `VirtualNetwork` is the network, the peers that may talk to it, what is behind the gateway, the platform's address,
//! and the prefixes of the user-defined routes of the subnet: so pods of kubenet are in it, and with a default route
//! everything is. `Internet` is what is public and not in the network itself.

use std::net::{IpAddr, Ipv4Addr};

use super::fit::Fit;
use crate::flow::gateway::gateway_of;
use crate::flow::packet::{Packet, is_private};
use crate::flow::world::World;
use crate::model::{AddressSelector, ServiceTag, Subnet};

/// Where the load balancer's health probes come from.
pub(super) const PLATFORM: IpAddr = IpAddr::V4(Ipv4Addr::new(168, 63, 129, 16));

/// A subnet with its network, whose tags are asked for.
#[derive(Clone, Copy)]
pub(super) struct Tags<'a> {
    pub(super) world: World<'a>,
    pub(super) subnet: &'a Subnet,
}

impl Tags<'_> {
    /// Whether an address is one of those that a rule is for, none for any.
    pub(super) fn fit(&self, selectors: &[AddressSelector], address: IpAddr) -> Fit {
        if selectors.is_empty() {
            return Fit::Yes;
        }
        let Some(address) = Packet::known(address) else { return Fit::Unknown };
        Fit::any(selectors.iter().map(|selector| match selector {
            AddressSelector::Prefix(prefix) => Fit::of(prefix.contains(address)),
            AddressSelector::Tag(tag) => self.tag(tag, address),
        }))
    }

    /// Whether an address is of a tag.
    pub(super) fn tag(&self, tag: &ServiceTag, address: IpAddr) -> Fit {
        let Some(address) = Packet::known(address) else { return Fit::Unknown };
        match tag {
            ServiceTag::VirtualNetwork => Fit::of(self.is_near(address) || self.is_routed(address)),
            ServiceTag::AzureLoadBalancer => Fit::of(address == PLATFORM),
            ServiceTag::Internet => Fit::of(!is_private(address) && !self.is_near(address)),
            ServiceTag::Other(_) if is_private(address) || self.is_near(address) => Fit::No,
            ServiceTag::Other(_) => Fit::Unknown,
        }
    }

    /// In the network, a peer, behind the gateway that the network uses, or the platform's.
    fn is_near(&self, address: IpAddr) -> bool {
        if address == PLATFORM {
            return true;
        }
        let Some(network) = self.world.network(&self.subnet.name.network_name()) else { return false };
        let gateway = gateway_of(self.world, &network.name).map(|(_, gateway)| gateway);
        let mut behind = gateway.iter().flat_map(|gateway| &gateway.on_premises_prefixes);
        network.address_prefixes.iter().any(|prefix| prefix.contains(address))
            || behind.any(|prefix| prefix.contains(address))
            || network.peerings.iter().filter(|peering| peering.allow_virtual_network_access).any(|peering| {
                let remote = peering.remote_network.as_ref().and_then(|name| self.world.network(name));
                let prefixes = remote.map_or(&peering.remote_prefixes, |remote| &remote.address_prefixes);
                prefixes.iter().any(|prefix| prefix.contains(address))
            })
    }

    /// In a prefix of a user-defined route of the subnet.
    fn is_routed(&self, address: IpAddr) -> bool {
        let Some(table) = &self.subnet.route_table else { return false };
        self.world.state.routes_of(table).any(|route| route.prefix.contains(address))
    }
}
