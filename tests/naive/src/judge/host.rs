//! What do pods and nodes do with a packet: own routes, connection tracking, service translation, masquerade.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::packet::MASQUERADE_PORTS;
use podnet_core::flow::vocabulary::{DropCause, NatKind};
use podnet_core::flow::{Packet, Place, Ports};
use podnet_core::model::{
    Allocation, Cluster, NetworkMode, Node, NodeState, PodDataPath, Protocol, TrafficDirection,
};
use podnet_core::prefix::Prefix;

use super::answer::Ending;
use super::edge;
use super::policy;
use super::proxy::{self, Mark};
use super::security;
use super::trip::{At, From, Sender, Station, Trip, of_family, same};
use super::who::{self, inside};

/// A pod sends: to itself, to the bridge, or to the node.
pub(super) fn pod_sends(state: &State, mut trip: Trip, pod: &Arc<Allocation>) -> Vec<(Trip, At)> {
    let place = Place::Pod(pod.name.clone());
    trip.be_at_machine(&place);
    if pod.addresses.iter().any(|held| held.address == trip.packet.destination) {
        return vec![(trip, At::PodGets(Arc::clone(pod)))];
    }
    match who::node_of_pod(state, pod) {
        Some(node) => vec![(trip, At::Node(node, From::Pod))],
        None => trip.end(&place, Ending::Drop(DropCause::NodeNotReady)),
    }
}

/// Where a node's own routes lead.
enum Way {
    Itself,
    Pod(Arc<Allocation>),
    /// A range of the node's pods, and nobody has the address.
    Vacant,
    Network,
}

/// A node handles a packet.
pub(super) fn node(state: &State, mut trip: Trip, node: &Arc<Node>, from: &From) -> Vec<(Trip, At)> {
    let place = Place::Node(node.name.clone());
    let Some(cluster) = who::cluster_of(state, node) else { return Vec::new() };
    if matches!(from, From::Network) {
        let interface = Sender::Node(Arc::clone(node));
        if let Some((at, ending)) = security::cross(state, &mut trip, &interface, TrafficDirection::Inbound) {
            return trip.end(&at, ending);
        }
    }
    trip.be_at_machine(&place);
    if node.state == NodeState::NotReady {
        return trip.end(&place, Ending::Drop(DropCause::NodeNotReady));
    }
    if let Some(memory) = trip.answered(&place) {
        let before = trip.packet;
        trip.undo(&memory);
        if !same(&before, &trip.packet) {
            trip.rewritten(&place, NatKind::SessionReverse);
        }
        return leave(state, trip, node, &cluster, from, before, Tracking::Answer);
    }
    // Connection tracking calls an answer without its request invalid, and the node drops it; a datagram is no answer to it.
    let to = trip.packet.destination;
    let own = node.addresses.contains(&to) || who::bridge_address(node, to) == Some(to);
    if trip.back && matches!(from, From::Network) && !own && trip.packet.protocol != Protocol::Udp {
        return trip.end(&place, Ending::Drop(DropCause::NoSessionForReply));
    }
    let came = trip.packet;
    if trip.handled(&place) {
        return leave(state, trip, node, &cluster, from, came, Tracking::Again);
    }
    proxy::translate(state, trip, node, &cluster, from)
        .into_iter()
        .flat_map(|translated| match translated {
            Ok((trip, mark)) => leave(state, trip, node, &cluster, from, came, Tracking::New(mark)),
            Err((trip, cause)) => trip.end(&place, Ending::Drop(cause)),
        })
        .collect()
}

/// The source that a sender chooses: a process of a kubenet node that sends to a pod of its own takes the address of the
/// bridge.
pub(super) fn own_source(state: &State, station: &Station, packet: &Packet) -> IpAddr {
    let Station::Node(node) = station else { return packet.source };
    let Some(cluster) = who::cluster_of(state, node) else { return packet.source };
    let bridge =
        who::bridge_address(node, packet.destination).filter(|_| cluster.mode == NetworkMode::Kubenet);
    match way(state, node, &cluster, packet.destination) {
        Way::Pod(_) | Way::Vacant => bridge.unwrap_or(packet.source),
        Way::Itself => packet.destination,
        Way::Network => packet.source,
    }
}

/// Whether the node knows the flow already.
enum Tracking {
    /// It is the answer to a flow.
    Answer,
    /// The very packet was here before.
    Again,
    New(Mark),
}

/// Routing on the node, then what happens after it.
fn leave(
    state: &State,
    mut trip: Trip,
    node: &Arc<Node>,
    cluster: &Cluster,
    from: &From,
    came: Packet,
    tracking: Tracking,
) -> Vec<(Trip, At)> {
    let place = Place::Node(node.name.clone());
    let way = way(state, node, cluster, trip.packet.destination);
    if let Some((at, ending)) = policies(state, &mut trip, (node, cluster, from), &way, &came, &tracking) {
        return trip.end(&at, ending);
    }
    if routes(cluster, from, &way) {
        trip.routed(&place);
    }
    if let (Tracking::New(mark), Way::Pod(_) | Way::Vacant | Way::Network) = (&tracking, &way) {
        masquerade(&mut trip, node, cluster, &way, (*mark, matches!(from, From::Itself)), state);
    }
    let tracked = matches!(tracking, Tracking::Answer | Tracking::Again);
    match way {
        Way::Itself => {
            if !tracked {
                trip.remember(&place, came);
            }
            trip.be_at(&place);
            vec![(trip, At::End(Ending::Deliver, Some(Station::Node(Arc::clone(node)))))]
        }
        Way::Vacant => trip.end(&place, Ending::Drop(DropCause::NeighborUnreachable)),
        Way::Pod(pod) => {
            if !tracked {
                trip.remember(&place, came);
            }
            vec![(trip, At::PodGets(pod))]
        }
        Way::Network => {
            if !tracked {
                trip.remember(&place, came);
            }
            let Some(subnet) = who::subnet_of_node(state, node) else { return Vec::new() };
            let source = trip.packet.source;
            let own =
                node.addresses.contains(&source) || node.pod_addresses.iter().any(|held| held == source);
            // The answer of a flow that came with the load balancer's address left on it leaves with that address.
            let balanced = tracked && who::frontend(state, source).is_some();
            if !own && !balanced && !who::carries(cluster, node) {
                return trip.end(&place, Ending::Drop(DropCause::SpoofedSource));
            }
            let interface = Sender::Node(Arc::clone(node));
            if let Some((at, ending)) =
                security::cross(state, &mut trip, &interface, TrafficDirection::Outbound)
            {
                return trip.end(&at, ending);
            }
            if trip.sent_again(&place) {
                return trip.end(&place, Ending::Drop(DropCause::RoutingLoop));
            }
            edge::spread_back(&mut trip, cluster);
            vec![(trip, At::Subnet(subnet, Sender::Node(Arc::clone(node))))]
        }
    }
}

/// The policies of the pod that sends, and then those of the pod that gets the packet. What goes between a pod and its
/// own node always passes.
fn policies(
    state: &State,
    trip: &mut Trip,
    (node, cluster, from): (&Node, &Cluster, &From),
    way: &Way,
    came: &Packet,
    tracking: &Tracking,
) -> Option<(Place, Ending)> {
    if matches!(tracking, Tracking::Answer) {
        return None;
    }
    if matches!(from, From::Pod) && !matches!(way, Way::Itself) {
        let sender = who::pod_on(state, node, came.source);
        let ended =
            sender.and_then(|pod| policy::cross(state, trip, cluster, &pod, TrafficDirection::Outbound));
        if ended.is_some() {
            return ended;
        }
    }
    match way {
        Way::Pod(pod) if !matches!(from, From::Itself) => {
            policy::cross(state, trip, cluster, pod, TrafficDirection::Inbound)
        }
        Way::Pod(_) | Way::Itself | Way::Vacant | Way::Network => None,
    }
}

/// Whether the node routes the packet, so that it loses a hop: not what its processes send or take, not what stays on the
/// bridge of kubenet, and nothing where its own interface is a port of the bridge.
fn routes(cluster: &Cluster, from: &From, way: &Way) -> bool {
    let bridge = cluster.mode == NetworkMode::AzureCni && cluster.pod_data_path == PodDataPath::Bridge;
    match (from, way) {
        (From::Itself, _) | (_, Way::Itself) => false,
        (From::Pod, Way::Pod(_) | Way::Vacant) if cluster.mode == NetworkMode::Kubenet => false,
        (From::Pod | From::Network, Way::Pod(_) | Way::Vacant | Way::Network) => !bridge,
    }
}

fn way(state: &State, node: &Arc<Node>, cluster: &Cluster, to: IpAddr) -> Way {
    let kubenet = cluster.mode == NetworkMode::Kubenet;
    if node.addresses.contains(&to) || (kubenet && who::bridge_address(node, to) == Some(to)) {
        return Way::Itself;
    }
    let in_range = if kubenet {
        node.pod_prefixes.iter().any(|block| inside(block, to))
    } else {
        node.pod_addresses.iter().any(|held| held == to)
    };
    if !in_range {
        return Way::Network;
    }
    who::pod_on(state, node, to).map_or(Way::Vacant, Way::Pod)
}

/// The node's address takes the place of the source: for flows that the service translation marked, and for everything
/// whose destination is not in the list (ip-masq-agent; the choice is by destination alone).
fn masquerade(
    trip: &mut Trip,
    node: &Node,
    cluster: &Cluster,
    way: &Way,
    (mark, itself): (Mark, bool),
    state: &State,
) {
    let place = Place::Node(node.name.clone());
    let to = trip.packet.destination;
    let address = match way {
        Way::Pod(_) | Way::Vacant if cluster.mode == NetworkMode::Kubenet => who::bridge_address(node, to),
        Way::Pod(_) | Way::Vacant | Way::Network | Way::Itself => of_family(&node.addresses, to),
    };
    let Some(address) = address else { return };
    let kind = match mark {
        Mark::External => NatKind::ExternalTrafficSnat,
        Mark::Hairpin => NatKind::ServiceHairpinSnat,
        Mark::None => {
            if itself || to.is_ipv6() || kept(state, cluster, to) {
                return;
            }
            NatKind::NodeMasquerade
        }
    };
    trip.packet.source = address;
    trip.packet.source_ports = masqueraded(trip.packet.source_ports);
    trip.rewritten(&place, kind);
}

/// Linux gives a privileged port for a privileged one, in two classes.
pub(super) fn masqueraded(ports: Ports) -> Ports {
    let first = match ports {
        Ports::Absent => return Ports::Absent,
        Ports::One(port) | Ports::Range(port, _) => port,
    };
    match first {
        0..512 => Ports::Range(1, 511),
        512..1024 => Ports::Range(600, 1023),
        1024.. => MASQUERADE_PORTS,
    }
}

/// Whether packets to a destination keep their source: the cluster's list, else that of the mode.
fn kept(state: &State, cluster: &Cluster, to: IpAddr) -> bool {
    let list: Vec<Prefix> = match &cluster.non_masquerade_prefixes {
        Some(list) => list.clone(),
        None => match cluster.mode {
            NetworkMode::Kubenet => cluster.pod_prefixes.clone(),
            NetworkMode::AzureCni => {
                let pools =
                    state.node_pools.values().filter(|pool| pool.name.cluster == cluster.name.cluster);
                let subnets = pools.filter_map(|pool| state.subnets.get(&pool.subnet));
                let network = state.networks.get(&cluster.network);
                subnets
                    .flat_map(|subnet| subnet.address_prefixes.clone())
                    .chain(cluster.service_prefixes.clone())
                    .chain(network.map(|network| network.address_prefixes.clone()).unwrap_or_default())
                    .collect()
            }
        },
    };
    list.iter().any(|prefix| inside(prefix, to))
}

/// A pod gets a packet.
pub(super) fn pod_gets(mut trip: Trip, pod: &Arc<Allocation>) -> Vec<(Trip, At)> {
    let place = Place::Pod(pod.name.clone());
    trip.be_at_machine(&place);
    vec![(trip, At::End(Ending::Deliver, Some(Station::Pod(Arc::clone(pod)))))]
}
