//! What passes the gateway between a virtual network and on-premises networks.
//!
//! Gateways tell the other side the address space of the network and nothing else: a kubenet pod's address is no part of
//! it, so on-premises hosts have no route to pods (aks-networking.md 0.16).

use std::sync::Arc;

use super::hop::{Control, End, Ending, Hop, Station, abort, deliver, drop, forward};
use super::next_hop;
use super::pod::sentence;
use super::recorder::Recorder;
use super::step::{Detail, Place, RouteDecision};
use super::transit::Transit;
use super::vocabulary::{AbortCause, AssumptionKind, DropCause, FlowDirection, ForwardTarget, StepKind};
use super::world::World;
use crate::model::{Gateway, Network};
use crate::name::{NetworkName, Segment, SubnetName};
use crate::routes::{
    Candidate, CandidateOutcome, EffectiveNextHop, EffectiveRoute, Lookup, RouteSource, Why, lookup,
};

/// Name that the platform demands for the subnet of gateways.
const GATEWAY_SUBNET: &str = "GatewaySubnet";

/// A route leads to the gateway.
pub(super) fn leave(network: &NetworkName) -> Control {
    Control::Next(Hop::Gateway(network.clone()))
}

/// The packet is at the gateway, on its way out.
pub(super) fn outward<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    transit: &mut Transit<R>,
) -> Control {
    let destination = transit.packet.destination;
    let Some((owner, gateway)) = gateway_of(world, network) else {
        let place = Arc::new(Place::Gateway(network.clone()));
        let text = format!("{network} has no gateway and uses none of a peer");
        return drop(DropCause::RouteNextHopNotFound, &place, text);
    };
    let place = Arc::new(Place::Gateway(owner.name.clone()));
    transit.pass(&place);
    transit.say(StepKind::ArriveAtGateway, &place, || format!("enters the gateway of {}", owner.name));
    if let Some(expired) = transit.route_hop(&place) {
        return expired;
    }
    if !gateway.on_premises_prefixes.iter().any(|prefix| prefix.contains(destination)) {
        let text = format!(
            "{destination} is in no on-premises prefix that is known; the gateway takes it elsewhere"
        );
        return forward(ForwardTarget::OnpremGateway, &place, text);
    }
    transit.assume(
        AssumptionKind::OnPremisesRoutesSymmetric,
        owner.name.to_string(),
        || "on-premises networks route answers back by the same gateway",
    );
    transit.assume(
        AssumptionKind::RemoteHostAnswers,
        destination.to_string(),
        || "the on-premises host takes the packet and answers",
    );
    deliver(world, Station::OnPremises(owner.name.clone()), format!("{destination} is on premises"))
}

/// An on-premises host sends.
pub(super) fn inward<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    transit: &mut Transit<R>,
) -> Control {
    let outside = Arc::new(Place::OnPremises(network.clone()));
    let Some((owner, _)) = gateway_of(world, network) else {
        return abort(AbortCause::ConfigNotFound, &outside, format!("{network} has no gateway"));
    };
    let destination = transit.packet.destination;
    let advertised = advertised(owner, world);
    let choice = Arc::new(longest(&advertised, destination));
    transit.record(StepKind::ApplyRoute, &outside, || {
        let decision = RouteDecision::Vnet(Arc::clone(&choice));
        (sentence(&decision), Detail::Route(decision))
    });
    if choice.winner.is_none() {
        let cause = match transit.direction {
            FlowDirection::Forward => DropCause::NoRoute,
            FlowDirection::Reply => DropCause::NoReturnRoute,
        };
        let listed: Vec<_> = advertised.iter().map(|row| row.prefix.to_string()).collect();
        let text = format!("the gateway advertises {}, which does not have {destination}", listed.join(", "));
        return End::at(Ending::Drop(cause), outside, text, Some(choice));
    }
    let place = Arc::new(Place::Gateway(owner.name.clone()));
    transit.pass(&place);
    transit.say(StepKind::ArriveAtGateway, &place, || format!("enters the gateway of {}", owner.name));
    if let Some(expired) = transit.route_hop(&place) {
        return expired;
    }
    let sharing = match choice.winner.as_ref().map(|won| won.route.next_hop.clone()) {
        Some(EffectiveNextHop::VnetPeering(sharing)) => sharing,
        Some(_) | None => None,
    };
    into_network(world, &owner.name, sharing.as_ref(), &place, transit)
}

/// The subnet of the gateway may have a route table of its own; without one the network delivers, its own or the one
/// that shares the gateway.
fn into_network<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    sharing: Option<&NetworkName>,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Control {
    let destination = transit.packet.destination;
    let subnet = Segment::parse(GATEWAY_SUBNET).ok().and_then(|segment| {
        world.state.subnets.get(&SubnetName { network: network.network.clone(), subnet: segment })
    });
    let Some(subnet) = subnet else {
        let expired = transit.route_hop(place);
        let target = sharing.unwrap_or(network);
        return expired.unwrap_or_else(|| next_hop::deliver_in(world, target, place, transit));
    };
    let choice = Arc::new(lookup(world.state, subnet, destination));
    let place = Arc::new(Place::Subnet(subnet.name.clone()));
    transit.record(StepKind::ApplyRoute, &place, || {
        let decision = RouteDecision::Vnet(Arc::clone(&choice));
        (sentence(&decision), Detail::Route(decision))
    });
    if let Some(expired) = transit.route_hop(&place) {
        return expired;
    }
    match choice.winner.as_ref().map(|won| won.route.next_hop.clone()) {
        Some(EffectiveNextHop::VirtualAppliance(address)) => {
            next_hop::follow(world, network, &place, address, transit)
        }
        Some(EffectiveNextHop::VnetLocal) => next_hop::deliver_in(world, network, &place, transit),
        Some(EffectiveNextHop::None) => {
            let text = format!("{destination} leads nowhere from {place}");
            End::at(Ending::Drop(DropCause::RouteNone), place, text, Some(choice))
        }
        Some(
            EffectiveNextHop::VnetPeering(_)
            | EffectiveNextHop::Internet
            | EffectiveNextHop::VirtualNetworkGateway
            | EffectiveNextHop::ServiceEndpoint,
        ) => {
            let text = format!("traffic from on premises that leaves {network} again is not modelled");
            abort(AbortCause::UnsupportedFeature, &place, text)
        }
        None => End::at(
            Ending::Drop(DropCause::NoRoute),
            place,
            format!("no route for {destination}"),
            Some(choice),
        ),
    }
}

/// The gateway that a network uses: its own, or a peer's that both agree to share.
pub(super) fn gateway_of<'a>(world: World<'a>, network: &NetworkName) -> Option<(&'a Network, &'a Gateway)> {
    let own = world.network(network)?;
    if let Some(gateway) = &own.gateway {
        return Some((own, gateway));
    }
    let remotes = own.peerings.iter().filter(|peering| peering.use_remote_gateways);
    remotes.filter_map(|peering| world.network(peering.remote_network.as_ref()?)).find_map(|remote| {
        let shared = remote
            .peerings
            .iter()
            .any(|p| p.allow_gateway_transit && p.remote_network.as_ref() == Some(network));
        remote.gateway.as_ref().filter(|_| shared).map(|gateway| (remote.as_ref(), gateway))
    })
}

/// What the gateway tells the other side: the address spaces of its network and of the networks that share it.
fn advertised(owner: &Network, world: World<'_>) -> Vec<EffectiveRoute> {
    let uses =
        |network: &NetworkName| gateway_of(world, network).is_some_and(|(of, _)| of.name == owner.name);
    let sharing = world.state.networks.values().filter(|other| other.name != owner.name && uses(&other.name));
    let rows = |own: &Network, source: RouteSource, next_hop: EffectiveNextHop| -> Vec<EffectiveRoute> {
        let row = |prefix: &crate::prefix::Prefix| EffectiveRoute {
            prefix: *prefix,
            source,
            next_hop: next_hop.clone(),
            route: None,
            shadowed_by: None,
        };
        own.address_prefixes.iter().map(row).collect()
    };
    let mut list = rows(owner, RouteSource::SystemVnet, EffectiveNextHop::VnetLocal);
    for network in sharing {
        let next_hop = EffectiveNextHop::VnetPeering(Some(network.name.clone()));
        list.extend(rows(network, RouteSource::SystemPeering, next_hop));
    }
    list
}

fn longest(rows: &[EffectiveRoute], destination: std::net::IpAddr) -> Lookup {
    let mut matching: Vec<_> = rows.iter().filter(|row| row.prefix.contains(destination)).cloned().collect();
    matching.sort_by_key(|row| std::cmp::Reverse(row.prefix.length()));
    let mut candidates = matching.into_iter().enumerate().map(|(index, route)| {
        let (outcome, reason) = match index {
            0 => (CandidateOutcome::Selected, Why::Advertised(true)),
            _ => (CandidateOutcome::ShorterPrefix, Why::Advertised(false)),
        };
        Candidate { route, outcome, reason }
    });
    Lookup { winner: candidates.next(), losers: candidates.collect() }
}
