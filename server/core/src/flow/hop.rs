//! Where can a packet be, and what can come of a stage.

use std::sync::Arc;

use super::packet::Packet;
use super::service::Choice;
use super::step::{Backend, Place};
use super::text::Text;
use super::vocabulary::{AbortCause, DropCause, ForwardTarget};
use super::world::World;
use crate::model::{Allocation, Node, Reservation, Service};
use crate::name::NetworkName;
use crate::routes::Lookup;

/// Where a flow starts or ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Station {
    /// A pod.
    Pod(Arc<Allocation>),
    /// A process of a node.
    Node(Arc<Node>),
    /// A virtual machine.
    Vm(Arc<Reservation>),
    /// A host behind the gateway of a network.
    OnPremises(NetworkName),
    /// A host on the Internet.
    Internet,
}

impl Station {
    /// The place of the same name.
    pub(super) fn place(&self, world: World<'_>) -> Arc<Place> {
        match self {
            Self::Pod(pod) => world.pod_place(pod),
            Self::Node(node) => world.node_place(&node.name),
            Self::Vm(vm) => Arc::new(Place::Vm(vm.name.clone())),
            Self::OnPremises(network) => Arc::new(Place::OnPremises(network.clone())),
            Self::Internet => Arc::new(Place::Internet),
        }
    }

    /// The hop at which a packet of this station starts.
    pub(super) fn start(&self) -> Hop {
        match self {
            Self::Pod(pod) => Hop::Pod(Arc::clone(pod)),
            Self::Node(node) => Hop::Node(Arc::clone(node), Ingress::Process),
            Self::Vm(vm) => Hop::Vnet(Nic::Vm(Arc::clone(vm))),
            Self::OnPremises(network) => Hop::OnPremises(network.clone()),
            Self::Internet => Hop::Internet,
        }
    }
}

/// How a packet comes to a node's network stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ingress {
    /// From the network.
    Wire,
    /// From a pod of the node; `bridged` if the pod addressed a neighbour directly, so that the node does not route.
    Pod {
        /// Whether the frame stays on the bridge.
        bridged: bool,
    },
    /// From a process of the node.
    Process,
}

/// A network interface that sends into the virtual network.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Nic {
    /// Of a node.
    Node(Arc<Node>),
    /// Of a virtual machine.
    Vm(Arc<Reservation>),
}

impl Nic {
    /// The machine.
    pub(super) fn place(&self) -> Arc<Place> {
        Arc::new(match self {
            Self::Node(node) => Place::Node(node.name.clone()),
            Self::Vm(vm) => Place::Vm(vm.name.clone()),
        })
    }
}

/// Where a packet is.
#[derive(Clone, Debug)]
pub(super) enum Hop {
    /// In a pod that sends it.
    Pod(Arc<Allocation>),
    /// At the network stack of a node.
    Node(Arc<Node>, Ingress),
    /// At a node that has the endpoints of a service to choose from; this branch takes the one with the index.
    Endpoint(Arc<Node>, Ingress, Packet, Arc<Choice>, usize),
    /// At a network interface, on its way into the virtual network.
    Vnet(Nic),
    /// At the gateway of a network, on its way out.
    Gateway(NetworkName),
    /// At a host on premises that sends it.
    OnPremises(NetworkName),
    /// On the Internet.
    Internet,
    /// At the load balancer, for the frontend of a service.
    LoadBalancer(Arc<Service>),
    /// At the load balancer, which has nodes to choose from; this branch takes the one with the index.
    Backend(Arc<Service>, Arc<[Backend]>, usize),
}

/// What comes of a stage.
#[derive(Debug)]
pub(super) enum Control {
    /// The packet goes on.
    Next(Hop),
    /// It goes on in one of several ways, each with its share of new flows.
    Branch(Vec<(f64, Hop)>),
    /// It ends here.
    End(Box<End>),
}

/// How a packet ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ending {
    /// It arrives.
    Deliver(Station),
    /// It is dropped.
    Drop(DropCause),
    /// It leaves the modelled world, and nothing is known of the rest.
    Forward(ForwardTarget),
    /// The model can't go on.
    Abort(AbortCause),
}

/// The end of a branch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    /// How.
    pub(super) ending: Ending,
    /// Where.
    pub(super) place: Arc<Place>,
    /// Why, as a sentence with figures.
    pub(super) explanation: Text,
    /// The choice of route that led to it, if one did.
    pub(super) route: Option<Arc<Lookup>>,
}

impl End {
    /// The end of a branch, with the route that led to it.
    pub(super) fn at(
        ending: Ending,
        place: Arc<Place>,
        explanation: impl Into<Text>,
        route: Option<Arc<Lookup>>,
    ) -> Control {
        Control::End(Box::new(Self { ending, place, explanation: explanation.into(), route }))
    }
}

/// Arrives.
pub(super) fn deliver(world: World<'_>, station: Station, explanation: impl Into<Text>) -> Control {
    let place = station.place(world);
    End::at(Ending::Deliver(station), place, explanation, None)
}

/// Is dropped.
pub(super) fn drop(cause: DropCause, place: &Arc<Place>, explanation: impl Into<Text>) -> Control {
    End::at(Ending::Drop(cause), Arc::clone(place), explanation, None)
}

/// Leaves the modelled world.
pub(super) fn forward(target: ForwardTarget, place: &Arc<Place>, explanation: impl Into<Text>) -> Control {
    End::at(Ending::Forward(target), Arc::clone(place), explanation, None)
}

/// Can't be followed.
pub(super) fn abort(cause: AbortCause, place: &Arc<Place>, explanation: impl Into<Text>) -> Control {
    End::at(Ending::Abort(cause), Arc::clone(place), explanation, None)
}
