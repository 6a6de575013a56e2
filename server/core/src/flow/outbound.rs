//! How does a packet of a node or machine become one of the Internet.
//!
//! The route has led to the Internet already, so user-defined routes go first. Then: NAT gateway of the subnet, public
//! address of the machine, outbound rule of the load balancer, default outbound access (aks-networking.md 5.1). A flow that
//! came in by a public address leaves by it, whatever else is there.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::{Control, Hop, Nic, drop, forward};
use super::packet::{Packet, Ports, is_private, socket};
use super::port_blocks::{port_blocks, ports_for_nodes};
use super::recorder::Recorder;
use super::step::{Detail, NatRecord, Place, PortAllocation};
use super::transit::Transit;
use super::vocabulary::{AssumptionKind, DropCause, ForwardTarget, NatHook, NatKind, StepKind};
use super::world::World;
use crate::address::Family;
use crate::model::{Appliance, Cluster, Node, OutboundType, Protocol, Reservation, Subnet};

/// Ports of a NAT gateway, taken on demand by any machine (aks-networking.md 5.3).
const NAT_GATEWAY_PORTS: Ports = Ports::Range(1024, 65_535);
/// Count of those on each of its addresses.
const NAT_GATEWAY_CAPACITY: u32 = 64_512;

/// The route of the packet leads to the Internet.
pub(super) fn leave<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    subnet: &Subnet,
    transit: &mut Transit<R>,
) -> Control {
    if let Some(back) = answer(subnet, transit) {
        return back;
    }
    if let Some(cluster) = world.nat_gateway_on(subnet) {
        return by_nat_gateway(world, cluster, nic, subnet, transit);
    }
    let source = transit.packet.source;
    let (own, public) = match nic {
        Nic::Node(node) => (node.addresses.contains(&source), &node.interface.public_addresses),
        Nic::Vm(vm) => (vm.contains(source), &vm.machine.public_addresses),
    };
    let family = Family::of(source);
    if let Some(address) = public.iter().copied().find(|address| own && Family::of(*address) == family) {
        return by_public_address(address, subnet, transit);
    }
    match nic {
        Nic::Node(node) => of_node(world, node, transit),
        Nic::Vm(vm) => of_machine(vm, own, transit),
    }
}

/// The answer to a flow that came in by a frontend or a public address goes out as it came.
fn answer<R: Recorder>(subnet: &Subnet, transit: &mut Transit<R>) -> Option<Control> {
    let packet = transit.packet;
    let frontend = |place: &Place| matches!(place, Place::LoadBalancer(_));
    if transit.sessions.iter().any(|s| frontend(&s.place) && s.original.answer().same_flow(&packet)) {
        return Some(Control::Next(Hop::Internet));
    }
    let place = Arc::new(Place::Subnet(subnet.name.clone()));
    let session = super::session::matching(&transit.sessions, &place, &packet)?.clone();
    transit.record(StepKind::MatchSession, &place, || {
        (format!("is the answer to {}", session.original), Detail::Session(session.clone()))
    });
    let after = session.reverse(&packet);
    transit.rewrite(&place, after, || {
        let rule = format!("public address of the machine, {}", session.id());
        let text = format!("{packet} is rewritten back to {after}");
        (text, NatRecord { session: session.id(), ..record(NatKind::SessionReverse, rule) })
    });
    Some(Control::Next(Hop::Internet))
}

fn of_node<R: Recorder>(world: World<'_>, node: &Node, transit: &mut Transit<R>) -> Control {
    let place = transit.node_place(world, &node.name);
    let Some(cluster) = world.cluster_of(node) else {
        return drop(DropCause::NoOutboundMethod, &place, format!("the cluster of {} is gone", node.name));
    };
    match cluster.outbound.kind {
        OutboundType::LoadBalancer => by_load_balancer(world, cluster, node, transit),
        OutboundType::NatGateway => {
            let text = format!("{} has a NAT gateway, but not on the subnet of {}", cluster.name, node.name);
            drop(DropCause::NoOutboundMethod, &place, text)
        }
        OutboundType::UserDefinedRouting => {
            let text = format!(
                "{} leaves by user-defined routing, but the route for {} leads straight to the Internet",
                cluster.name, transit.packet.destination
            );
            drop(DropCause::NoOutboundMethod, &place, text)
        }
        OutboundType::None => {
            drop(DropCause::NoOutboundMethod, &place, format!("outbound type of {} is none", cluster.name))
        }
    }
}

fn of_machine<R: Recorder>(vm: &Reservation, own: bool, transit: &mut Transit<R>) -> Control {
    let place = Arc::new(Place::Vm(vm.name.clone()));
    let source = transit.packet.source;
    if !own && vm.machine.appliance != Appliance::Unknown {
        let text = format!("{source} is no address of {}; the platform translates only those", vm.name);
        return drop(DropCause::PrivateTrafficToInternet, &place, text);
    }
    transit.assume(
        AssumptionKind::OutboundAddressUnknown,
        vm.name.to_string(),
        || "which public address the virtual machine leaves with is not in the model",
    );
    let text = match own {
        true => format!(
            "{} has no public address and its subnet no NAT gateway; whether default outbound access is on is not in the \
             model",
            vm.name
        ),
        false => format!("what {} makes of the source {source} on the way out is not in the model", vm.name),
    };
    forward(ForwardTarget::Internet, &place, text)
}

/// One to one: ports and protocol do not matter.
fn by_public_address<R: Recorder>(address: IpAddr, subnet: &Subnet, transit: &mut Transit<R>) -> Control {
    let place = Arc::new(Place::Subnet(subnet.name.clone()));
    let before = transit.packet;
    transit.rewrite(&place, Packet { source: address, ..before }, || {
        let text = format!("{} becomes the machine's public address {address}", before.source);
        (text, record(NatKind::InstancePublicIp, "public address of the machine".to_owned()))
    });
    transit.remember(&place, before);
    Control::Next(Hop::Internet)
}

fn by_load_balancer<R: Recorder>(
    world: World<'_>,
    cluster: &Cluster,
    node: &Node,
    transit: &mut Transit<R>,
) -> Control {
    let packet = transit.packet;
    let place = Arc::new(Place::LoadBalancer(cluster.name.clone()));
    if !node.addresses.contains(&packet.source) {
        return not_primary(node, &packet);
    }
    if let Some(refused) = refuse_protocol(&packet, &place) {
        return refused;
    }
    transit.pass(&place);
    transit.say(StepKind::ArriveAtLoadBalancer, &place, || "meets the outbound rule".to_owned());
    let frontends: Vec<_> = of_family(cluster, packet.family()).collect();
    let available: Vec<_> = match frontends.as_slice() {
        [] => vec![ports_for_nodes(0)],
        known => known.iter().map(|address| ports_for_nodes(world.rules_on(*address))).collect(),
    };
    let (index, count) = world.rank(node);
    let blocks = port_blocks(cluster.outbound.allocated_ports, index, count, &available);
    let capacity: u32 = blocks.iter().map(|block| block.size).sum();
    let mut used = world.concurrent_flows;
    let Some(block) = blocks.iter().find(|block| {
        let free = used < block.size;
        used -= if free { 0 } else { block.size };
        free
    }) else {
        return exhausted(world, node, (index, count, frontends.len().max(1)), capacity, transit);
    };
    let known = frontends.get(block.address).copied();
    let address = known.unwrap_or_else(|| unknown(cluster, packet.family(), transit));
    let range = Ports::Range(block.first, block.last());
    let size = block.size;
    let rule = move || format!("outbound rule: block {} of {size} ports", index + 1);
    translate(world, transit, &place, NatKind::LbOutboundSnat, address, (range, capacity), rule)
}

/// No port is left: the node has no block, or flows to this destination hold all of them.
fn exhausted<R: Recorder>(
    world: World<'_>,
    node: &Node,
    (index, count, addresses): (u32, usize, usize),
    capacity: u32,
    transit: &Transit<R>,
) -> Control {
    let place = Arc::new(Place::LoadBalancer(node.name.cluster_name()));
    let text = if capacity == 0 {
        format!(
            "{} is node {} of {count} and finds no block of ports on {addresses} public addresses",
            node.name,
            index + 1
        )
    } else {
        let (held, to) = (world.concurrent_flows, destination_of(&transit.packet));
        format!(
            "{} has {capacity} ports for flows to {to}, and {held} flows hold them; other destinations are not concerned",
            node.name
        )
    };
    drop(DropCause::SnatPortsExhausted, &place, text)
}

/// What a source port is held for: TCP reuses it for another address or port, UDP for another address only.
fn destination_of(packet: &Packet) -> String {
    match packet.protocol {
        Protocol::Udp => format!("{} (any UDP port)", packet.destination),
        Protocol::Tcp | Protocol::Sctp | Protocol::Icmp => {
            format!("{}/tcp", socket(packet.destination, packet.destination_ports))
        }
    }
}

fn by_nat_gateway<R: Recorder>(
    world: World<'_>,
    cluster: &Cluster,
    nic: &Nic,
    subnet: &Subnet,
    transit: &mut Transit<R>,
) -> Control {
    let packet = transit.packet;
    let place = Arc::new(Place::NatGateway(subnet.name.clone()));
    match nic {
        Nic::Node(node)
            if !node.addresses.contains(&packet.source) && !node.pod_addresses.contains(packet.source) =>
        {
            return not_primary(node, &packet);
        }
        Nic::Vm(vm) if !vm.contains(packet.source) => return of_machine(vm, false, transit),
        Nic::Node(_) | Nic::Vm(_) => {}
    }
    if let Some(refused) = refuse_protocol(&packet, &place) {
        return refused;
    }
    transit.pass(&place);
    let addresses: Vec<_> = of_family(cluster, packet.family()).collect();
    let count = u32::try_from(addresses.len().max(1)).unwrap_or(u32::MAX);
    let capacity = NAT_GATEWAY_CAPACITY.saturating_mul(count);
    if world.concurrent_flows >= capacity {
        let (held, to) = (world.concurrent_flows, destination_of(&packet));
        let text =
            format!("the NAT gateway has {capacity} ports for flows to {to}, and {held} flows hold them");
        return drop(DropCause::SnatPortsExhausted, &place, text);
    }
    let address = match addresses.as_slice() {
        [only] => *only,
        [] => unknown(cluster, packet.family(), transit),
        several => {
            transit.assume(AssumptionKind::OutboundAddressUnknown, cluster.name.to_string(), || {
                let list: Vec<_> = several.iter().map(ToString::to_string).collect();
                format!("the NAT gateway takes one of {} at random", list.join(", "))
            });
            Packet::unknown_address(packet.family())
        }
    };
    let ports = (NAT_GATEWAY_PORTS, capacity);
    let rule = || "NAT gateway of the subnet".to_owned();
    translate(world, transit, &place, NatKind::NatGateway, address, ports, rule)
}

fn translate<R: Recorder>(
    world: World<'_>,
    transit: &mut Transit<R>,
    place: &Arc<Place>,
    kind: NatKind,
    address: IpAddr,
    (ports, capacity): (Ports, u32),
    rule: impl FnOnce() -> String,
) -> Control {
    let before = transit.packet;
    let after = Packet { source: address, source_ports: ports, ..before };
    transit.rewrite(place, after, || {
        let text = format!(
            "{} becomes {}; {capacity} flows at a time to {}",
            socket(before.source, before.source_ports),
            socket(address, ports),
            destination_of(&before)
        );
        let port_allocation = Some(PortAllocation { ports, capacity, in_use: world.concurrent_flows });
        (text, NatRecord { port_allocation, ..record(kind, rule()) })
    });
    transit.remember(place, before);
    Control::Next(Hop::Internet)
}

fn record(kind: NatKind, rule: String) -> NatRecord {
    NatRecord { kind, hook: NatHook::Fabric, rule, port_allocation: None, session: String::new() }
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

fn not_primary(node: &Node, packet: &Packet) -> Control {
    let place = Arc::new(Place::Node(node.name.clone()));
    let source = packet.source;
    if !node.pod_addresses.contains(source) && is_private(source) {
        let text = format!("{source} is a private address of no interface; the Internet can't answer it");
        return drop(DropCause::PrivateTrafficToInternet, &place, text);
    }
    let text = format!("{source} is not the node's primary address; only that one has a way out");
    drop(DropCause::NoOutboundMethod, &place, text)
}

fn refuse_protocol(packet: &Packet, place: &Arc<Place>) -> Option<Control> {
    match packet.protocol {
        Protocol::Tcp | Protocol::Udp => None,
        Protocol::Sctp | Protocol::Icmp => Some(drop(
            DropCause::ProtocolNotNattable,
            place,
            "only TCP and UDP are translated on the way out".to_owned(),
        )),
    }
}
