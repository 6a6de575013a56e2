//! What does a node do with a packet: recognise its flow, translate its destination, route it, translate its source.
//!
//! The order is netfilter's. The destination is translated before the choice of route, the source after it, and neither
//! for a flow that is known (aks-networking.md 1.7 and 7.3, kernel-lab.md 1 and 2).

use std::net::IpAddr;
use std::sync::Arc;

use super::filter::{self, Crossing, check_pod};
use super::hop::{Control, Hop, Ingress, Nic, Station, abort, deliver, drop};
use super::nat::{NonMasquerade, SourceNat, decide, masquerade};
use super::packet::Packet;
use super::pod::{Matching, sentence};
use super::recorder::Recorder;
use super::service;
use super::session::{matching, repeated};
use super::step::{Detail, NatRecord, NatSkip, Place, RouteDecision};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{
    AbortCause, DropCause, FlowDirection, NatHook, NatKind, NatSkipReason, RouteScope, StepKind,
};
use super::world::{World, bridge_address, is_local, owns_pod_address};
use crate::model::{Cluster, NetworkMode, Node, NodeState, PodDataPath, Protocol, Subnet, TrafficDirection};
use crate::text::put_all;

/// How a packet passes a node.
#[derive(Clone, Copy)]
pub(super) struct Passage {
    /// Where it came from.
    pub(super) ingress: Ingress,
    /// The packet as it came.
    pub(super) original: Packet,
    /// Why the source is not looked at: the flow is known.
    pub(super) known: Option<NatSkipReason>,
    /// What the service rules want done to the source.
    pub(super) mark: Option<NatKind>,
}

/// The packet comes to the node's network stack.
pub(super) fn arrive<R: Recorder>(
    world: World<'_>,
    node: &Arc<Node>,
    ingress: Ingress,
    transit: &mut Transit<R>,
) -> Control {
    let place = transit.node_place(world, &node.name);
    transit.pass(&place);
    match ingress {
        Ingress::Process => {}
        Ingress::Pod { bridged: true } => {
            transit.say(StepKind::ArriveAtBridge, &place, || "enters the bridge from the pod");
        }
        Ingress::Pod { bridged: false } => {
            transit.say(StepKind::ArriveAtNode, &place, || "enters the node from the pod");
        }
        Ingress::Wire => {
            if let Some(refused) = filter::inbound(world, &Nic::Node(Arc::clone(node)), transit) {
                return refused;
            }
            transit.say(StepKind::ArriveAtNode, &place, || "enters the node by eth0");
        }
    }
    if node.state == NodeState::NotReady {
        return drop(DropCause::NodeNotReady, &place, format!("{} is not ready", node.name));
    }
    let original = transit.packet;
    let mut passage = Passage { ingress, original, known: None, mark: None };
    if let Some(session) = matching(&transit.sessions, &place, &original).cloned() {
        passage.known = Some(NatSkipReason::ReturnPacket);
        transit.record(StepKind::MatchSession, &place, || {
            let text = Text::of_packet(session.original, |text, original| {
                put_all(text, &[&"is the answer to ", &original]);
            });
            (text, Detail::Session(session.clone()))
        });
        if session.rewrites() {
            let after = session.reverse(&original);
            transit.rewrite(&place, after, || {
                let rule = format!("conntrack {}", session.id());
                (
                    Text::later(move || format!("{original} is rewritten back to {after}")),
                    NatRecord {
                        kind: NatKind::SessionReverse,
                        hook: NatHook::Prerouting,
                        rule,
                        port_allocation: None,
                        session: session.id(),
                    },
                )
            });
        }
        return route(world, node, &place, passage, transit);
    }
    if let Some(session) = repeated(&transit.sessions, &place, &original).cloned() {
        passage.known = Some(NatSkipReason::FlowAlreadyTracked);
        transit.record(StepKind::MatchSession, &place, || {
            ("the flow passed here before".to_owned(), Detail::Session(session))
        });
        return route(world, node, &place, passage, transit);
    }
    if let Some(refused) = unknown_answer(node, &place, ingress, transit) {
        return refused;
    }
    service::resolve(world, node, &place, ingress, transit)
        .unwrap_or_else(|| route(world, node, &place, passage, transit))
}

/// A node passes no answer on whose beginning it did not see: connection tracking calls it invalid, and kube-proxy drops
/// what is (KUBE-FORWARD). A datagram begins a flow of its own.
fn unknown_answer<R: Recorder>(
    node: &Node,
    place: &Arc<Place>,
    ingress: Ingress,
    transit: &Transit<R>,
) -> Option<Control> {
    let packet = transit.packet;
    let tracked = match packet.protocol {
        Protocol::Tcp | Protocol::Sctp | Protocol::Icmp => true,
        Protocol::Udp => false,
    };
    let passes = ingress == Ingress::Wire && !is_local(node, packet.destination);
    (tracked && passes && transit.direction == FlowDirection::Reply).then(|| {
        let text =
            format!("{} gets the answer {packet} to a request that it did not see, and drops it", node.name);
        drop(DropCause::NoSessionForReply, place, text)
    })
}

/// Where a node sends a packet.
enum Exit {
    Own,
    Pod,
    Wire,
}

/// The node chooses the way, and then the source.
pub(super) fn route<R: Recorder>(
    world: World<'_>,
    node: &Arc<Node>,
    place: &Arc<Place>,
    passage: Passage,
    transit: &mut Transit<R>,
) -> Control {
    let (Some(cluster), Some(subnet)) = (world.cluster_of(node), world.subnet_of_node(node)) else {
        let text = format!("the cluster or subnet of {} is not in the model", node.name);
        return abort(AbortCause::ConfigNotFound, place, text);
    };
    let destination = transit.packet.destination;
    let matching = Matching::new(destination, R::KEEPS);
    let decision = routes(world, cluster, subnet, node, matching).choose(RouteScope::Node);
    let exit = exit_of(node, &decision, destination);
    let kind = if matches!(exit, Exit::Wire) { StepKind::ApplyRoute } else { StepKind::RouteLocal };
    transit.record(kind, place, || (sentence(&decision), Detail::Route(decision)));
    if let Some(refused) = apply_policies(world, cluster, node, &passage, &exit, transit) {
        return refused;
    }
    if routes_between(cluster, &passage, &exit)
        && let Some(expired) = transit.route_hop(place)
    {
        return expired;
    }
    translate_source(world, (cluster, subnet), (node, place), &passage, &exit, transit);
    if passage.known.is_none() {
        transit.remember(place, passage.original);
    }
    match exit {
        Exit::Own => {
            let text = Text::of_address(destination, |text, own| {
                put_all(text, &[&own, &" is an address of the node"]);
            });
            deliver(world, Station::Node(Arc::clone(node)), text)
        }
        Exit::Wire => Control::Next(Hop::Vnet(Nic::Node(Arc::clone(node)))),
        Exit::Pod => match world.pod_on(node, destination) {
            Some(pod) => {
                if passage.mark == Some(NatKind::ServiceHairpinSnat) {
                    transit.say(StepKind::CheckHairpin, place, || {
                        "the packet may leave by the port it came in (promiscuous bridge or routed veth)"
                            .to_owned()
                    });
                }
                let text = Text::of_address(destination, |text, held| {
                    put_all(text, &[&held, &" is the pod's address"]);
                });
                deliver(world, Station::Pod(Arc::clone(pod)), text)
            }
            None => {
                let text = format!("no pod on {} has {destination}", node.name);
                drop(DropCause::NeighborUnreachable, place, text)
            }
        },
    }
}

/// The policies of the pod that the packet comes from, and of the one that it goes to.
fn apply_policies<R: Recorder>(
    world: World<'_>,
    cluster: &Cluster,
    node: &Node,
    passage: &Passage,
    exit: &Exit,
    transit: &mut Transit<R>,
) -> Option<Control> {
    if world.state.network_policies.is_empty() {
        return None;
    }
    let crossing = |own_node| match (passage.known, own_node) {
        (Some(NatSkipReason::ReturnPacket), _) => Crossing::Answer,
        (_, true) => Crossing::OwnNode,
        (_, false) => Crossing::New,
    };
    if matches!(passage.ingress, Ingress::Pod { .. })
        && let Some(pod) = world.pod_on(node, passage.original.source)
    {
        let crossing = crossing(matches!(exit, Exit::Own));
        let refused = check_pod(world, cluster, pod, TrafficDirection::Outbound, crossing, transit);
        if refused.is_some() {
            return refused;
        }
    }
    if matches!(exit, Exit::Pod)
        && let Some(pod) = world.pod_on(node, transit.packet.destination)
    {
        let crossing = crossing(passage.ingress == Ingress::Process);
        return check_pod(world, cluster, pod, TrafficDirection::Inbound, crossing, transit);
    }
    None
}

fn translate_source<R: Recorder>(
    world: World<'_>,
    (cluster, subnet): (&Cluster, &Subnet),
    (node, place): (&Node, &Arc<Place>),
    passage: &Passage,
    exit: &Exit,
    transit: &mut Transit<R>,
) {
    let skip =
        |reason| NatSkip { kind: NatKind::NodeMasquerade, reason, prefix: None, prefix_is_default: false };
    match (passage.known, exit) {
        (Some(_), Exit::Own) => {}
        (Some(reason), Exit::Pod | Exit::Wire) => {
            if transit.packet.same_flow(&passage.original) && passage.ingress != Ingress::Process {
                transit.skip_nat(place, skip(reason), "the first packet of the flow has decided");
            }
        }
        (None, Exit::Own) => {
            if matches!(passage.ingress, Ingress::Pod { .. }) {
                let text = format!("{} is an address of the node itself", transit.packet.destination);
                transit.skip_nat(place, skip(NatSkipReason::DestinationLocalAddress), text);
            }
        }
        (None, Exit::Pod | Exit::Wire) => {
            let network = world.network(&cluster.network).map(AsRef::as_ref);
            let list = NonMasquerade::of(cluster, network, subnet);
            let family = transit.packet.family();
            let on_bridge = matches!(exit, Exit::Pod).then(|| bridge_address(node, family)).flatten();
            match (
                decide(list, passage.ingress, passage.mark, &transit.packet),
                on_bridge.or_else(|| node.address(family)),
            ) {
                (SourceNat::Rewrite(kind, rule), Some(address)) => {
                    masquerade(transit, place, kind, address, rule);
                }
                (SourceNat::Rewrite(..), None) => {
                    let text = format!("{} has no {} address", node.name, family.word());
                    transit.skip_nat(place, skip(NatSkipReason::NoRuleMatched), text);
                }
                (SourceNat::Keep(skip, text), _) => transit.skip_nat(place, skip, text),
            }
        }
    }
}

/// Whether the node takes a routed hop from the packet; packets of the node's own processes and frames that stay on a
/// bridge don't, also where their destination was translated on it (the kernel then hands the frame on, and seen so in
/// the kernel lab). On the older Azure CNI data path the node's interface is a port of the bridge.
fn routes_between(cluster: &Cluster, passage: &Passage, exit: &Exit) -> bool {
    let bridge_mode = cluster.mode == NetworkMode::AzureCni && cluster.pod_data_path == PodDataPath::Bridge;
    match (passage.ingress, exit) {
        (Ingress::Process, _) | (_, Exit::Own) | (Ingress::Pod { bridged: true }, _) => false,
        (Ingress::Pod { bridged: false }, Exit::Pod) if cluster.mode == NetworkMode::Kubenet => false,
        (Ingress::Pod { bridged: false } | Ingress::Wire, Exit::Pod | Exit::Wire) => !bridge_mode,
    }
}

fn exit_of(node: &Node, decision: &RouteDecision, destination: IpAddr) -> Exit {
    let local = match decision {
        RouteDecision::Device { winner: Some(winner), .. } => winner.device == LOCAL,
        RouteDecision::Device { winner: None, .. } | RouteDecision::Vnet(_) => false,
    };
    match (local, owns_pod_address(node, destination)) {
        (true, _) => Exit::Own,
        (false, true) => Exit::Pod,
        (false, false) => Exit::Wire,
    }
}

/// Device of a node's own addresses.
const LOCAL: &str = "lo";

/// A node's routes: its own addresses, its pods, its subnet, and the default route to the subnet's gateway.
fn routes(
    world: World<'_>,
    cluster: &Cluster,
    subnet: &Subnet,
    node: &Node,
    mut matching: Matching,
) -> Matching {
    let destination = matching.destination;
    let family = crate::address::Family::of(destination);
    for own in node.address(family).into_iter().chain(bridge_address(node, family)) {
        matching.offer_host(own, LOCAL);
    }
    match cluster.mode {
        NetworkMode::Kubenet => {
            if let Some(block) = node.pod_prefix(family) {
                matching.offer(block, "cbr0", None);
            }
        }
        NetworkMode::AzureCni => {
            let name = match cluster.pod_data_path {
                PodDataPath::Transparent => "azv",
                PodDataPath::Bridge => "azure0",
            };
            if world.pod_on(node, destination).is_some() {
                matching.offer_host(destination, name);
            }
        }
    }
    if let Some(segment) = subnet.prefix(family) {
        matching.offer(segment, "eth0", None);
        if let Some(gateway) = segment.second() {
            matching.offer_default(gateway);
        }
    }
    matching
}
