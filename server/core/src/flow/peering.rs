//! Does a peered network take a packet, and what happens to it there.

use std::sync::Arc;

use super::hop::{Control, drop, forward};
use super::next_hop;
use super::packet::Packet;
use super::recorder::Recorder;
use super::step::Place;
use super::transit::Transit;
use super::vocabulary::{AssumptionKind, DropCause, ForwardTarget};
use super::world::World;
use crate::name::NetworkName;

/// Into a peered network.
pub(super) fn enter<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    remote: Option<&NetworkName>,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Control {
    let Some(remote) = remote.filter(|name| world.network(name).is_some()) else {
        transit.assume(
            AssumptionKind::PeeredNetworkReturns,
            place.to_string(),
            || "the peered network is not in the model; whether it delivers and answers is not known",
        );
        let text = format!("{} is in a peered network that is not in the model", transit.packet.destination);
        return forward(ForwardTarget::PeeredVnet, place, text);
    };
    match obstacle(world, network, remote, &transit.packet) {
        Some(refused) => drop(DropCause::PeeringForbids, place, refused),
        None => next_hop::deliver_in(world, remote, place, transit),
    }
}

/// Why a peered network of the model does not take a packet; `None` if it does.
pub(super) fn obstacle(
    world: World<'_>,
    network: &NetworkName,
    remote: &NetworkName,
    packet: &Packet,
) -> Option<String> {
    let peer = world.network(remote)?;
    let own = world.network(network)?;
    let away = own.peerings.iter().find(|peering| peering.remote_network.as_ref() == Some(remote));
    if let Some(peering) = away.filter(|peering| !peering.allow_virtual_network_access) {
        return Some(format!("peering {} of {network} does not allow access", peering.name));
    }
    let back = peer.peerings.iter().find(|peering| peering.remote_network.as_ref() == Some(network));
    let native = own.address_prefixes.iter().any(|p| p.contains(packet.source));
    match back {
        None => Some(format!("{remote} has no peering back to {network}")),
        Some(peering) if !peering.allow_virtual_network_access => {
            Some(format!("peering {} of {remote} does not allow access", peering.name))
        }
        Some(peering) if !native && !peering.allow_forwarded_traffic => Some(format!(
            "{} is no address of {network}, and peering {} of {remote} does not allow forwarded traffic",
            packet.source, peering.name
        )),
        Some(_) => None,
    }
}
