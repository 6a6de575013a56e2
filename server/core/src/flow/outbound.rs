//! How does a packet of a node or machine become one of the Internet.
//!
//! Ports are a block of each node: nodes stand in the order of their names, and public addresses are used one after
//! another (aks-networking.md 5.2). In which order the platform itself gives out blocks is not documented; that a block
//! belongs to one node and how large it is, is.

use std::net::IpAddr;

use super::hop::{Control, Hop, Nic, drop, forward};
use super::packet::{Packet, Ports, is_private};
use super::recorder::Recorder;
use super::step::{NatRecord, Place, PortAllocation};
use super::transit::Transit;
use super::vocabulary::{AssumptionKind, DropCause, ForwardTarget, NatHook, NatKind, StepKind};
use super::world::World;
use crate::address::Family;
use crate::model::{Cluster, Node, OutboundType, Protocol, Subnet};
use crate::topology::outbound::{PORTS_PER_ADDRESS, ports_by_pool_size};

/// First port of the first block.
const FIRST_PORT: u32 = 1024;
/// Ports of a NAT gateway, taken on demand by any machine (aks-networking.md 5.3).
const NAT_GATEWAY_PORTS: Ports = Ports::Range(1024, 65_535);
/// Count of those.
const NAT_GATEWAY_CAPACITY: u32 = 64_512;

/// The route of the packet leads to the Internet.
pub(super) fn leave<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    subnet: &Subnet,
    transit: &mut Transit<R>,
) -> Control {
    let packet = transit.packet;
    let answers_frontend = transit
        .sessions
        .iter()
        .any(|s| matches!(s.place, Place::LoadBalancer(_)) && s.original.answer().same_flow(&packet));
    if answers_frontend {
        return Control::Next(Hop::Internet);
    }
    let node = match nic {
        Nic::Node(node) => node,
        Nic::Vm(vm) => {
            transit.assume(AssumptionKind::OutboundAddressUnknown, vm.name.to_string(), || {
                "which public address the virtual machine leaves with is not in the model".to_owned()
            });
            let text = format!("{} leaves by an outbound method that is not in the model", vm.name);
            return forward(ForwardTarget::Internet, &Place::Vm(vm.name.clone()), text);
        }
    };
    let place = Place::Node(node.name.clone());
    let Some(cluster) = world.cluster_of(node) else {
        return drop(DropCause::NoOutboundMethod, &place, format!("the cluster of {} is gone", node.name));
    };
    match cluster.outbound.kind {
        OutboundType::LoadBalancer => by_load_balancer(world, cluster, node, transit),
        OutboundType::NatGateway => by_nat_gateway(cluster, node, subnet, transit),
        OutboundType::UserDefinedRouting => {
            let text = format!(
                "{} leaves by user-defined routing, but the route for {} leads straight to the Internet",
                cluster.name, packet.destination
            );
            drop(DropCause::NoOutboundMethod, &place, text)
        }
        OutboundType::None => {
            drop(DropCause::NoOutboundMethod, &place, format!("outbound type of {} is none", cluster.name))
        }
    }
}

fn by_load_balancer<R: Recorder>(
    world: World<'_>,
    cluster: &Cluster,
    node: &Node,
    transit: &mut Transit<R>,
) -> Control {
    let packet = transit.packet;
    let place = Place::LoadBalancer(cluster.name.clone());
    if !node.addresses.contains(&packet.source) {
        return not_primary(node, &packet);
    }
    if let Some(refused) = refuse_protocol(&packet, &place) {
        return refused;
    }
    transit.pass(&place);
    transit.say(StepKind::ArriveAtLoadBalancer, &place, || "meets the outbound rule".to_owned());
    let (index, count) = position(world, cluster, node);
    let ports = match cluster.outbound.allocated_ports {
        0 => ports_by_pool_size(count),
        fixed => fixed,
    };
    let frontends: Vec<_> = of_family(cluster, packet.family()).collect();
    let per_frontend = (u32::try_from(PORTS_PER_ADDRESS).unwrap_or(u32::MAX) / ports.max(1)).max(1);
    let frontend = usize::try_from(index / per_frontend).unwrap_or(usize::MAX);
    if frontend >= frontends.len().max(1) {
        let text = format!(
            "node {} of {count} finds no block: {} public addresses hold {} blocks of {ports} ports",
            index + 1,
            frontends.len().max(1),
            u64::from(per_frontend) * frontends.len().max(1) as u64
        );
        return drop(DropCause::SnatPortsExhausted, &place, text);
    }
    let address =
        frontends.get(frontend).copied().unwrap_or_else(|| unknown(cluster, packet.family(), transit));
    let first = FIRST_PORT + (index % per_frontend) * ports;
    let range = Ports::Range(port(first), port(first + ports - 1));
    let rule = format!("outbound rule: block {} of {ports} ports", index % per_frontend + 1);
    translate(transit, &place, NatKind::LbOutboundSnat, address, (range, ports), rule)
}

fn by_nat_gateway<R: Recorder>(
    cluster: &Cluster,
    node: &Node,
    subnet: &Subnet,
    transit: &mut Transit<R>,
) -> Control {
    let packet = transit.packet;
    let place = Place::NatGateway(subnet.name.clone());
    if !node.addresses.contains(&packet.source) && !node.pod_addresses.contains(&packet.source) {
        return not_primary(node, &packet);
    }
    if let Some(refused) = refuse_protocol(&packet, &place) {
        return refused;
    }
    transit.pass(&place);
    let first = of_family(cluster, packet.family()).next();
    let address = first.unwrap_or_else(|| unknown(cluster, packet.family(), transit));
    let ports = (NAT_GATEWAY_PORTS, NAT_GATEWAY_CAPACITY);
    translate(transit, &place, NatKind::NatGateway, address, ports, "NAT gateway of the subnet".to_owned())
}

fn translate<R: Recorder>(
    transit: &mut Transit<R>,
    place: &Place,
    kind: NatKind,
    address: IpAddr,
    (ports, capacity): (Ports, u32),
    rule: String,
) -> Control {
    let before = transit.packet;
    let after = Packet { source: address, source_ports: ports, ..before };
    transit.rewrite(place, after, || {
        let text = format!(
            "{} becomes {}; {capacity} flows at a time to this destination",
            super::packet::socket(before.source, before.source_ports),
            super::packet::socket(address, ports)
        );
        let port_allocation = Some(PortAllocation { ports, capacity, in_use: 0 });
        (text, NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation, session: String::new() })
    });
    transit.remember(place, before);
    Control::Next(Hop::Internet)
}

/// Public addresses of a family in the order in which they are used.
fn of_family(cluster: &Cluster, family: Family) -> impl Iterator<Item = IpAddr> + '_ {
    cluster.outbound.addresses.iter().copied().filter(move |address| Family::of(*address) == family)
}

fn unknown<R: Recorder>(cluster: &Cluster, family: Family, transit: &mut Transit<R>) -> IpAddr {
    transit.assume(AssumptionKind::OutboundAddressUnknown, cluster.name.to_string(), || {
        format!("{} has an {} outbound address that is not in the model", cluster.name, family.word())
    });
    Packet::unknown_address(family)
}

/// Index of a node among the nodes of its cluster, by name, and their count.
fn position(world: World<'_>, cluster: &Cluster, node: &Node) -> (u32, usize) {
    let names = world.state.nodes_of(&cluster.name).map(|node| &node.name);
    let (mut index, mut count) = (0, 0);
    for name in names {
        index += u32::from(*name < node.name);
        count += 1;
    }
    (index, count)
}

fn port(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn not_primary(node: &Node, packet: &Packet) -> Control {
    let place = Place::Node(node.name.clone());
    let source = packet.source;
    if !node.pod_addresses.contains(&source) && is_private(source) {
        let text = format!("{source} is a private address of no interface; the Internet can't answer it");
        return drop(DropCause::PrivateTrafficToInternet, &place, text);
    }
    let text = format!("{source} is not the node's primary address; only that one has a way out");
    drop(DropCause::NoOutboundMethod, &place, text)
}

fn refuse_protocol(packet: &Packet, place: &Place) -> Option<Control> {
    match packet.protocol {
        Protocol::Tcp | Protocol::Udp => None,
        Protocol::Sctp | Protocol::Icmp => Some(drop(
            DropCause::ProtocolNotNattable,
            place,
            "only TCP and UDP are translated on the way out".to_owned(),
        )),
    }
}
