//! Who has the address that a packet is handed to in a virtual network, and does it take the packet.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::{Control, Hop, Ingress, Nic, Station, abort, deliver, drop, forward};
use super::recorder::Recorder;
use super::step::{Detail, Place};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{AbortCause, AssumptionKind, DropCause, ForwardTarget, StepKind};
use super::world::{Located, World, owns_pod_address, pod_cidr_with};
use super::{appliance, filter, peering};
use crate::model::{Node, NodeState, Purpose, Reservation, Service};
use crate::name::NetworkName;
use crate::state::AddressHolder;
use crate::text::{Put, put_all};

/// Hands the packet to the interface that has its destination.
pub(super) fn deliver_in<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Control {
    let address = transit.packet.destination;
    let here = |service: &&Arc<Service>| {
        service.internal
            && world.clusters_in(network).any(|cluster| cluster.name.cluster == service.name.cluster)
    };
    if let Some(service) = world.frontend(address).filter(here) {
        return Control::Next(Hop::LoadBalancer(Arc::clone(service)));
    }
    let Some(found) = world.find(network, address) else {
        let text = format!("no subnet of {network} has {address}");
        return drop(DropCause::UnknownInternalAddress, place, text);
    };
    let nobody = |why: &str| drop(DropCause::NeighborUnreachable, place, format!("{address} {why}"));
    match found {
        Located { holder: AddressHolder::Node(node), .. } | Located { node: Some(node), .. } => {
            Control::Next(Hop::Node(node, Ingress::Wire))
        }
        Located { holder: AddressHolder::Reservation(holder), .. } => at_machine(world, &holder, transit)
            .unwrap_or_else(|| to_reservation(world, holder, place, transit)),
        Located { holder: AddressHolder::Platform, .. } => nobody("is kept by the platform"),
        Located { holder: AddressHolder::Cooling(_), .. } => nobody("was released; nobody has it"),
        Located { holder: AddressHolder::Free | AddressHolder::Allocation(_), .. } => {
            nobody("belongs to nobody")
        }
    }
}

/// The packet comes to the interface of a machine that runs; its end, if a security group does not let it.
fn at_machine<R: Recorder>(
    world: World<'_>,
    holder: &Arc<Reservation>,
    transit: &mut Transit<R>,
) -> Option<Control> {
    let runs = holder.purpose == Purpose::VirtualMachine && !holder.machine.stopped;
    if runs { filter::inbound(world, &Nic::Vm(Arc::clone(holder)), transit) } else { None }
}

/// Hands the packet to what has a reserved address.
pub(super) fn to_reservation<R: Recorder>(
    world: World<'_>,
    holder: Arc<Reservation>,
    place: &Arc<Place>,
    transit: &mut Transit<R>,
) -> Control {
    let address = transit.packet.destination;
    match holder.purpose {
        Purpose::VirtualMachine if holder.machine.stopped => {
            let machine = Arc::new(Place::Vm(holder.name.clone()));
            drop(DropCause::VmNotRunning, &machine, format!("{} is stopped", holder.name))
        }
        Purpose::VirtualMachine if appliance::translated(&holder, transit) => {
            appliance::pass(holder, transit)
        }
        Purpose::VirtualMachine => {
            transit.assume(
                AssumptionKind::RemoteHostAnswers,
                holder.name.to_string(),
                || "the virtual machine runs, takes the packet and answers",
            );
            deliver(
                world,
                Station::Vm(holder),
                Text::of_address(address, |text, address| {
                    put_all(text, &[&address, &" is the virtual machine's address"]);
                }),
            )
        }
        Purpose::PrivateEndpoint => {
            let text = format!("{address} is a private endpoint ({})", holder.name);
            forward(ForwardTarget::ServiceEndpoint, place, text)
        }
        Purpose::InternalLoadBalancer => {
            let text = format!(
                "{address} is an internal load balancer ({}) without a service in the model",
                holder.name
            );
            abort(AbortCause::ConfigNotFound, place, text)
        }
        Purpose::Other => {
            let text = format!("{address} is reserved ({}); what has it is not in the model", holder.name);
            abort(AbortCause::ConfigNotFound, place, text)
        }
    }
}

/// Hands the packet to the machine at the address of a user-defined route.
pub(super) fn follow<R: Recorder>(
    world: World<'_>,
    network: &NetworkName,
    place: &Arc<Place>,
    address: IpAddr,
    transit: &mut Transit<R>,
) -> Control {
    let found = world.find(network, address).map(|found| (None, found)).or_else(|| {
        let peers = world.network(network).into_iter().flat_map(|own| &own.peerings);
        let mut nearby = peers.filter_map(|peering| peering.remote_network.as_ref());
        nearby.find_map(|name| Some((Some(name), world.find(name, address)?)))
    });
    let (remote, found) = found.map_or((None, None), |(remote, found)| (remote, Some(found)));
    let owner = found.as_ref().and_then(|found| owner_of(world, found, transit));
    transit.record(StepKind::ResolveNextHop, place, || {
        let text = Text::of_owner(address, owner.clone(), |text, address, owner| match owner {
            Some(owner) => put_all(text, &[&"next hop ", &address, &" is ", owner]),
            None => put_all(text, &[&"next hop ", &address, &" belongs to nobody that is known"]),
        });
        (text, Detail::NextHop { address, owner })
    });
    let gone = |why: &str| {
        drop(
            DropCause::RouteNextHopNotFound,
            place,
            format!("next hop {address} {why}; the route leads nowhere"),
        )
    };
    if let Some(refused) =
        remote.and_then(|remote| peering::obstacle(world, network, remote, &transit.packet))
    {
        return drop(DropCause::PeeringForbids, place, refused);
    }
    match found {
        None => {
            let text = format!("next hop {address} is in no subnet that is known");
            drop(DropCause::RouteNextHopNotResolved, place, text)
        }
        Some(Located { holder: AddressHolder::Node(node), .. }) => to_node(world, node, address, transit),
        Some(Located { holder: AddressHolder::Reservation(holder), .. }) => {
            at_machine(world, &holder, transit)
                .unwrap_or_else(|| appliance::enter(world, holder, place, transit))
        }
        Some(Located { node: Some(node), .. }) => {
            let text = format!(
                "next hop {address} is a pod address of {}; what it does with packets is not known",
                node.name
            );
            forward(ForwardTarget::VirtualAppliance, place, text)
        }
        Some(Located { holder: AddressHolder::Cooling(_), .. }) => gone("was released a moment ago"),
        Some(Located { holder: AddressHolder::Platform, .. }) => gone("is kept by the platform"),
        Some(Located { holder: AddressHolder::Free | AddressHolder::Allocation(_), .. }) => {
            gone("belongs to nobody")
        }
    }
}

fn owner_of<R: Recorder>(world: World<'_>, found: &Located, transit: &mut Transit<R>) -> Option<Arc<Place>> {
    match (&found.holder, &found.node) {
        (AddressHolder::Node(node), _) | (_, Some(node)) => Some(transit.node_place(world, &node.name)),
        (AddressHolder::Reservation(holder), None) => Some(Arc::new(Place::Vm(holder.name.clone()))),
        (
            AddressHolder::Allocation(_)
            | AddressHolder::Platform
            | AddressHolder::Cooling(_)
            | AddressHolder::Free,
            None,
        ) => None,
    }
}

/// A node as next hop: it must be up, its interface must forward, and a pod's packet must be for its own block.
fn to_node<R: Recorder>(
    world: World<'_>,
    node: Arc<Node>,
    address: IpAddr,
    transit: &mut Transit<R>,
) -> Control {
    let place = transit.node_place(world, &node.name);
    let destination = transit.packet.destination;
    if node.state == NodeState::NotReady {
        let text = format!("next hop {address} is {}, which is not ready", node.name);
        return drop(DropCause::RouteNextHopNotRunning, &place, text);
    }
    let own = node.addresses.contains(&destination) || node.pod_addresses.contains(destination);
    let cluster = world.cluster_of(&node);
    if !own && !world.forwards(&node) {
        let text =
            format!("IP forwarding of {} is off, and {destination} is not one of its addresses", node.name);
        return drop(DropCause::IpForwardingDisabled, &place, text);
    }
    if !own {
        transit.say(StepKind::CheckIpForwarding, &place, || {
            Text::of_owner(destination, Some(Arc::clone(&place)), |text, destination, node| {
                text.push_str("IP forwarding of ");
                if let Some(name) = node {
                    name.put(text);
                }
                put_all(text, &[&" is on, so it takes packets for ", &destination]);
            })
        });
    }
    let pod_cidr = cluster.and_then(|cluster| pod_cidr_with(cluster, destination));
    if pod_cidr.is_some() && !owns_pod_address(&node, destination) {
        // The groups of the interface come first: what they refuse does not even go round.
        if let Some(refused) = filter::inbound(world, &Nic::Node(Arc::clone(&node)), transit) {
            return refused;
        }
        let blocks: Vec<_> = node.pod_prefixes.iter().map(ToString::to_string).collect();
        let text = format!("{} has {}, not the block of {destination}", node.name, blocks.join(" and "));
        return drop(DropCause::RouteNextHopWrongNode, &place, text);
    }
    Control::Next(Hop::Node(node, Ingress::Wire))
}
