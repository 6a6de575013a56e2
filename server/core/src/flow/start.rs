//! What is the first packet of a flow: which ends, which family, which ports.

use std::net::IpAddr;

use super::endpoint::{EndpointRef, Resolved};
use super::hop::Station;
use super::packet::{EPHEMERAL_PORTS, Packet, Ports, TTL_START};
use super::service;
use super::trace::Flow;
use super::vocabulary::AbortCause;
use super::world::own_source;
use crate::address::Family;

/// The first packet and where it starts, or why there is none.
pub(super) fn first_packet(
    flow: &Flow,
    source: &Resolved,
    destination: &Resolved,
) -> Result<(Station, Packet), (AbortCause, String)> {
    if let Some(obstacle) = &source.obstacle {
        return Err(obstacle.clone());
    }
    let Some(station) = source.station.clone() else {
        return Err((AbortCause::UnknownIp, "nothing is known to stand at the source".to_owned()));
    };
    if destination.addresses.is_empty() {
        return Err((
            AbortCause::InvalidArgument,
            "the destination has no address (a headless service?)".to_owned(),
        ));
    }
    if station == Station::Internet && destination.station == Some(Station::Internet) {
        return Err((AbortCause::InvalidArgument, "neither end is in the model".to_owned()));
    }
    let target = |family| match (&destination.service, &flow.destination) {
        (Some(found), EndpointRef::Service(_)) => service::address_for(found, &station, family),
        (_, _) => destination.address(family),
    };
    let families = source.addresses.iter().map(|address| Family::of(*address));
    let mut both = families
        .filter(|family| flow.family.is_none_or(|wanted| wanted == *family))
        .filter_map(|family| Some((source.address(family)?, target(family)?)));
    let Some((from, to)) = both.next() else {
        return Err((
            AbortCause::MismatchedIpVersion,
            "the ends have no address family in common".to_owned(),
        ));
    };
    let from = match &station {
        Station::Node(node) => own_source(node, to).unwrap_or(from),
        Station::Pod(_) | Station::Vm(_) | Station::OnPremises(_) | Station::Internet => from,
    };
    let packet = packet(flow, from, to, destination);
    Ok((station, packet))
}

/// The first packet between two addresses.
pub(super) fn packet(flow: &Flow, source: IpAddr, destination: IpAddr, end: &Resolved) -> Packet {
    let only = end.service.as_ref().filter(|service| service.ports.len() == 1).and_then(|s| s.ports.first());
    let port = flow.destination_port.unwrap_or_else(|| only.map_or(80, |port| port.port));
    let source_ports = flow.source_port.map_or(EPHEMERAL_PORTS, Ports::One);
    Packet {
        source,
        source_ports: Ports::of(flow.protocol, source_ports),
        destination,
        destination_ports: Ports::of(flow.protocol, Ports::One(port)),
        protocol: flow.protocol,
        ttl: TTL_START,
    }
}
