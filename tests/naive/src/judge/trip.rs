//! What is a packet under way: its header, where it has been, and who remembers it.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::flow::vocabulary::NatKind;
use podnet_core::flow::{Packet, Place};
use podnet_core::model::{Allocation, Node, Reservation, Service, TrafficDirection};
use podnet_core::name::{NetworkName, SubnetName};

use super::answer::{Choice, Ending};

/// A flow that a place remembers.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    pub(super) place: Place,
    /// The packet as it came.
    pub(super) came: Packet,
    /// The packet as it left.
    pub(super) left: Packet,
}

/// A packet that the security groups of an interface let pass.
#[derive(Clone, Debug)]
pub(super) struct Permit {
    pub(super) place: Place,
    pub(super) direction: TrafficDirection,
    pub(super) packet: Packet,
}

/// A packet under way.
#[derive(Clone, Debug)]
pub(super) struct Trip {
    pub(super) packet: Packet,
    pub(super) weight: f64,
    pub(super) path: Vec<(Place, Packet)>,
    pub(super) choices: Vec<Choice>,
    pub(super) rewritings: Vec<(Place, NatKind)>,
    /// What filters said, and where.
    pub(super) filters: Vec<(Place, String)>,
    pub(super) memories: Vec<Memory>,
    pub(super) permits: Vec<Permit>,
    /// Machines that the packet came to, in order, to compare the two ways.
    pub(super) machines: Vec<Place>,
    /// Whether this is the way back.
    pub(super) back: bool,
    /// Flows to the same destination that the sender has already.
    pub(super) concurrent: u32,
    /// What was sent into the network, and by whom.
    pub(super) sent: Vec<(Place, Packet)>,
}

/// Where a packet is next.
#[derive(Clone, Debug)]
pub(super) enum At {
    /// A pod sends it.
    PodSends(Arc<Allocation>),
    /// It comes to a node: from a pod, from the network, or from a process of the node.
    Node(Arc<Node>, From),
    /// A network interface of the subnet sends it: the sender, and the addresses that are its own.
    Subnet(SubnetName, Sender),
    /// It comes to a pod.
    PodGets(Arc<Allocation>),
    /// It comes to a machine.
    Machine(Arc<Reservation>),
    /// It comes to an appliance, to be passed on.
    Appliance(Arc<Reservation>),
    /// It comes to the frontend of a load balancer.
    Frontend(Arc<Service>),
    /// It comes to the gateway of a network, from inside.
    GatewayOut(NetworkName),
    /// A host on premises behind the gateway of a network sends it.
    OnPremises(NetworkName),
    /// It is on the Internet.
    Internet,
    /// It ends.
    End(Ending, Option<Station>),
}

/// From where a packet comes to a node.
#[derive(Clone, Debug)]
pub(super) enum From {
    Pod,
    Network,
    Itself,
}

/// Who sends into the network.
#[derive(Clone, Debug)]
pub(super) enum Sender {
    Node(Arc<Node>),
    Machine(Arc<Reservation>),
}

/// Who can send and receive.
#[derive(Clone, Debug)]
pub(super) enum Station {
    Pod(Arc<Allocation>),
    Node(Arc<Node>),
    Machine(Arc<Reservation>),
    OnPremises(NetworkName),
    Internet,
}

impl Station {
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Pod(pod) => Place::Pod(pod.name.clone()),
            Self::Node(node) => Place::Node(node.name.clone()),
            Self::Machine(machine) => Place::Vm(machine.name.clone()),
            Self::OnPremises(network) => Place::OnPremises(network.clone()),
            Self::Internet => Place::Internet,
        }
    }
}

impl Trip {
    /// The packet is at a place; staying there only changes what it leaves as.
    pub(super) fn be_at(&mut self, place: &Place) {
        match self.path.last_mut() {
            Some((last, packet)) if last == place => *packet = self.packet,
            Some(_) | None => self.path.push((place.clone(), self.packet)),
        }
    }

    /// The same, at a machine.
    pub(super) fn be_at_machine(&mut self, place: &Place) {
        self.be_at(place);
        if self.machines.last() != Some(place) {
            self.machines.push(place.clone());
        }
    }

    /// A router takes one from the time to live.
    pub(super) fn routed(&mut self, place: &Place) {
        self.packet.ttl = self.packet.ttl.saturating_sub(1);
        self.be_at(place);
    }

    /// Notes a rewriting.
    pub(super) fn rewritten(&mut self, place: &Place, kind: NatKind) {
        self.rewritings.push((place.clone(), kind));
        self.be_at(place);
    }

    /// Remembers the flow: it came as one packet and leaves as it is now.
    pub(super) fn remember(&mut self, place: &Place, came: Packet) {
        self.memories.push(Memory { place: place.clone(), came, left: self.packet });
    }

    /// What the place remembers of the flow that this packet answers.
    pub(super) fn answered(&self, place: &Place) -> Option<Memory> {
        self.memories.iter().find(|m| m.place == *place && same(&turned(&m.left), &self.packet)).cloned()
    }

    /// Whether the place has handled this very packet before.
    pub(super) fn handled(&self, place: &Place) -> bool {
        self.memories.iter().any(|memory| memory.place == *place && same(&memory.came, &self.packet))
    }

    /// Notes that the place sends the packet into the network; whether it did so before.
    pub(super) fn sent_again(&mut self, place: &Place) -> bool {
        let again = self.sent.iter().any(|(sender, packet)| sender == place && same(packet, &self.packet));
        self.sent.push((place.clone(), self.packet));
        again
    }

    /// Takes the answer back to the ends that the place saw first.
    pub(super) fn undo(&mut self, memory: &Memory) {
        let back = turned(&memory.came);
        self.packet = Packet { ttl: self.packet.ttl, ..back };
    }

    /// An end here.
    pub(super) fn end(mut self, place: &Place, ending: Ending) -> Vec<(Self, At)> {
        self.be_at(place);
        vec![(self, At::End(ending, None))]
    }
}

/// The same addresses, ports and protocol.
pub(super) fn same(a: &Packet, b: &Packet) -> bool {
    (a.source, a.source_ports, a.destination, a.destination_ports, a.protocol)
        == (b.source, b.source_ports, b.destination, b.destination_ports, b.protocol)
}

/// Ends exchanged.
pub(super) fn turned(packet: &Packet) -> Packet {
    Packet {
        source: packet.destination,
        source_ports: packet.destination_ports,
        destination: packet.source,
        destination_ports: packet.source_ports,
        ..*packet
    }
}

/// The first address of a list that is of the same family as another.
pub(super) fn of_family(addresses: &[IpAddr], like: IpAddr) -> Option<IpAddr> {
    addresses.iter().copied().find(|address| address.is_ipv4() == like.is_ipv4())
}
