//! What is an end of a flow: from a reference or a bare address to what stands there and the addresses it has.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::Station;
use super::packet::is_private;
use super::vocabulary::AbortCause;
use super::world::World;
use crate::address::Family;
use crate::model::{Allocation, Node, Purpose, Reservation, Service};
use crate::name::{AllocationName, ClusterName, NetworkName, NodeName, ReservationName, ServiceName};
use crate::rejection::{Reason, Rejection};
use crate::state::AddressHolder;

/// One end of a flow, as the caller names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EndpointRef {
    /// A pod by its allocation.
    Allocation(AllocationName),
    /// A pod by its Kubernetes name. Pods of the host network hold no allocation: trace from their node.
    Pod {
        /// The cluster.
        cluster: ClusterName,
        /// Its namespace.
        namespace: String,
        /// Its name.
        pod: String,
    },
    /// A process of a node.
    Node(NodeName),
    /// A virtual machine.
    VirtualMachine(ReservationName),
    /// Whatever has this address.
    Address(IpAddr),
    /// A service; as a destination only.
    Service(ServiceName),
}

/// An end of a flow, found.
pub(super) struct Resolved {
    /// What stands there; `None` if nothing is known to.
    pub(super) station: Option<Station>,
    /// The service, if the end is one.
    pub(super) service: Option<Arc<Service>>,
    /// Its addresses.
    pub(super) addresses: Vec<IpAddr>,
    /// Why a flow can't start there, if it can't.
    pub(super) obstacle: Option<(AbortCause, String)>,
}

impl Resolved {
    fn at(station: Station, addresses: Vec<IpAddr>) -> Self {
        Self { station: Some(station), service: None, addresses, obstacle: None }
    }

    fn service(service: &Arc<Service>) -> Self {
        let text = format!("{} is a service; a flow starts at a pod, node, machine or host", service.name);
        let addresses =
            service.cluster_addresses.iter().chain(&service.load_balancer_addresses).copied().collect();
        let obstacle = Some((AbortCause::InvalidArgument, text));
        Self { station: None, service: Some(Arc::clone(service)), addresses, obstacle }
    }

    /// The address of a family.
    pub(super) fn address(&self, family: Family) -> Option<IpAddr> {
        self.addresses.iter().copied().find(|address| Family::of(*address) == family)
    }
}

/// Finds an end. `network` and `cluster` say where bare addresses are looked up.
pub(super) fn resolve(
    world: World<'_>,
    network: &NetworkName,
    cluster: Option<&ClusterName>,
    end: &EndpointRef,
) -> Result<Resolved, Rejection> {
    let state = world.state;
    match end {
        EndpointRef::Allocation(name) => {
            state.allocations.get(name).map(pod).ok_or_else(|| Rejection::not_found(name))
        }
        EndpointRef::Pod { cluster, namespace, pod: wanted } => {
            let found = state.index.pod_named(cluster, namespace, wanted);
            found.map(pod).ok_or_else(|| {
                let message = format!(
                    "pod {namespace}/{wanted} holds no allocation in {cluster}; check the name, or trace from its node \
                     if it uses the host network"
                );
                Rejection::new(Reason::ResourceNotFound, message).with("resource", format!("{namespace}/{wanted}"))
            })
        }
        EndpointRef::Node(name) => state.nodes.get(name).map(node).ok_or_else(|| Rejection::not_found(name)),
        EndpointRef::VirtualMachine(name) => {
            state.reservations.get(name).map(machine).ok_or_else(|| Rejection::not_found(name))
        }
        EndpointRef::Service(name) => {
            state.services.get(name).map(Resolved::service).ok_or_else(|| Rejection::not_found(name))
        }
        EndpointRef::Address(address) => Ok(at_address(world, network, cluster, *address)),
    }
}

fn pod(pod: &Arc<Allocation>) -> Resolved {
    let addresses = pod.addresses.iter().map(|held| held.address).collect();
    Resolved::at(Station::Pod(Arc::clone(pod)), addresses)
}

fn node(node: &Arc<Node>) -> Resolved {
    Resolved::at(Station::Node(Arc::clone(node)), node.addresses.clone())
}

fn machine(holder: &Arc<Reservation>) -> Resolved {
    let addresses = vec![holder.prefix.first()];
    let mut resolved = Resolved::at(Station::Vm(Arc::clone(holder)), addresses);
    if holder.purpose != Purpose::VirtualMachine {
        let text = format!("{} is no virtual machine; what it sends is not in the model", holder.name);
        resolved.obstacle = Some((AbortCause::UnsupportedFeature, text));
    }
    resolved
}

/// What has an address: pods of the cluster first, then the network, services, on-premises and peered networks, else
/// the Internet for a public address.
fn at_address(
    world: World<'_>,
    network: &NetworkName,
    cluster: Option<&ClusterName>,
    address: IpAddr,
) -> Resolved {
    let unknown = |cause, text: String| Resolved {
        station: None,
        service: None,
        addresses: vec![address],
        obstacle: Some((cause, text)),
    };
    let nobody = |text: &str| unknown(AbortCause::UnknownIp, format!("{address} {text}"));
    let in_pods = match cluster {
        Some(name) => world.find_pod(name, address),
        None => {
            let clusters = world.clusters_in(network);
            let mut all: Vec<_> =
                clusters.filter_map(|cluster| world.find_pod(&cluster.name, address)).collect();
            if all.len() > 1 {
                let text = format!(
                    "{address} is in the pod CIDR of {} clusters; name the cluster or the pod",
                    all.len()
                );
                return unknown(AbortCause::AmbiguousIp, text);
            }
            all.pop()
        }
    };
    let peers = world.network(network).into_iter().flat_map(|own| &own.peerings);
    let nearby = peers.clone().filter_map(|peering| peering.remote_network.as_ref());
    let in_network = || std::iter::once(network).chain(nearby).find_map(|name| world.find(name, address));
    if let Some(found) = in_pods.or_else(in_network) {
        return match found.holder {
            AddressHolder::Allocation(held) => Resolved::at(Station::Pod(held), vec![address]),
            AddressHolder::Node(held) => Resolved { addresses: vec![address], ..node(&held) },
            AddressHolder::Reservation(_) if world.frontend(address).is_some() => frontend(world, address),
            AddressHolder::Reservation(held) => Resolved { addresses: vec![address], ..machine(&held) },
            AddressHolder::Platform | AddressHolder::Cooling(_) | AddressHolder::Free => {
                match world.frontend(address) {
                    Some(_) => frontend(world, address),
                    None => nobody("belongs to nobody"),
                }
            }
        };
    }
    let here = |service: &&Arc<Service>| {
        world.clusters_in(network).any(|cluster| cluster.name.cluster == service.name.cluster)
    };
    if let Some(service) = world.state.index.at_cluster_address(address).iter().find(here) {
        return Resolved { addresses: vec![address], ..Resolved::service(service) };
    }
    if world.frontend(address).is_some() {
        return frontend(world, address);
    }
    if let Some(holder) = world.public_holder(address) {
        let text = format!("{address} is the public address of {}; the flow starts there", holder.place());
        return unknown(AbortCause::InvalidArgument, text);
    }
    if let Some(owner) = world.outbound_owner(address) {
        let text = format!("{address} is an outbound address of {}; flows start behind it", owner.name);
        return unknown(AbortCause::InvalidArgument, text);
    }
    let gateways = std::iter::once(network).filter_map(|name| world.network(name)?.gateway.as_ref());
    if gateways.flat_map(|gateway| &gateway.on_premises_prefixes).any(|prefix| prefix.contains(address)) {
        return Resolved::at(Station::OnPremises(network.clone()), vec![address]);
    }
    if peers.flat_map(|peering| &peering.remote_prefixes).any(|prefix| prefix.contains(address)) {
        return unknown(
            AbortCause::ConfigNotFound,
            format!("{address} is in a peered network that is not in the model"),
        );
    }
    if is_private(address) || address.is_unspecified() {
        return nobody("is a private address that nothing in the model has");
    }
    Resolved::at(Station::Internet, vec![address])
}

fn frontend(world: World<'_>, address: IpAddr) -> Resolved {
    let resolved = world.frontend(address).map(Resolved::service);
    let none = Resolved { station: None, service: None, addresses: Vec::new(), obstacle: None };
    Resolved { addresses: vec![address], ..resolved.unwrap_or(none) }
}
