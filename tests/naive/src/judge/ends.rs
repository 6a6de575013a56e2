//! Where does a flow start and where is it sent: from the names that the caller uses to stations and addresses.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::vocabulary::AbortCause;
use podnet_core::flow::{EndpointRef, Flow, Place, Scope};
use podnet_core::model::{Cluster, Protocol, Purpose, Service};
use podnet_core::name::NetworkName;

use super::trip::Station;
use super::who::{self, Owner};

/// An end of a flow.
#[derive(Clone, Debug, Default)]
pub(super) struct End {
    pub(super) station: Option<Station>,
    pub(super) service: Option<Arc<Service>>,
    pub(super) addresses: Vec<IpAddr>,
    /// Why nothing can start there.
    pub(super) obstacle: Option<AbortCause>,
}

/// A flow that can start.
pub(super) struct Start {
    pub(super) station: Station,
    pub(super) source: IpAddr,
    pub(super) destination: IpAddr,
    pub(super) destination_port: u16,
}

fn unknown(address: IpAddr, cause: AbortCause) -> End {
    End { addresses: vec![address], obstacle: Some(cause), ..End::default() }
}

fn at(station: Station, addresses: Vec<IpAddr>) -> End {
    let obstacle = match &station {
        Station::Machine(machine) if machine.purpose != Purpose::VirtualMachine => {
            Some(AbortCause::UnsupportedFeature)
        }
        Station::Machine(_)
        | Station::Pod(_)
        | Station::Node(_)
        | Station::OnPremises(_)
        | Station::Internet => None,
    };
    End { station: Some(station), addresses, obstacle, service: None }
}

fn service(service: &Arc<Service>, addresses: Vec<IpAddr>) -> End {
    End {
        service: Some(Arc::clone(service)),
        addresses,
        obstacle: Some(AbortCause::InvalidArgument),
        station: None,
    }
}

/// The network of a scope, and its cluster if the scope is one; `None` if it does not exist.
fn scope(state: &State, scope: &Scope) -> Option<(NetworkName, Option<Arc<Cluster>>)> {
    match scope {
        Scope::Cluster(name) => {
            let cluster = state.clusters.values().find(|cluster| cluster.name == *name)?;
            Some((cluster.network.clone(), Some(Arc::clone(cluster))))
        }
        Scope::Network(name) => state
            .networks
            .values()
            .find(|network| network.name == *name)
            .map(|network| (network.name.clone(), None)),
    }
}

fn resolve(
    state: &State,
    network: &NetworkName,
    cluster: Option<&Arc<Cluster>>,
    end: &EndpointRef,
) -> Option<End> {
    Some(match end {
        EndpointRef::Allocation(name) => {
            let pod = state.allocations.values().find(|pod| pod.name == *name)?;
            at(Station::Pod(Arc::clone(pod)), pod.addresses.iter().map(|held| held.address).collect())
        }
        EndpointRef::Pod { cluster, namespace, pod: wanted } => {
            let pod = state.allocations.values().find(|pod| {
                pod.name.cluster == cluster.cluster
                    && pod.owner().namespace == *namespace
                    && pod.owner().pod == *wanted
            })?;
            at(Station::Pod(Arc::clone(pod)), pod.addresses.iter().map(|held| held.address).collect())
        }
        EndpointRef::Node(name) => {
            let node = state.nodes.values().find(|node| node.name == *name)?;
            at(Station::Node(Arc::clone(node)), node.addresses.clone())
        }
        EndpointRef::VirtualMachine(name) => {
            let machine = state.reservations.values().find(|machine| machine.name == *name)?;
            at(Station::Machine(Arc::clone(machine)), vec![machine.prefix.first()])
        }
        EndpointRef::Service(name) => {
            let found = state.services.values().find(|service| service.name == *name)?;
            let addresses = found.cluster_addresses.iter().chain(&found.load_balancer_addresses);
            service(found, addresses.copied().collect())
        }
        EndpointRef::Address(address) => bare(state, network, cluster, *address),
    })
}

/// What has a bare address: pods first, then the network and its peers, services, hosts outside.
fn bare(state: &State, network: &NetworkName, scope: Option<&Arc<Cluster>>, address: IpAddr) -> End {
    let clusters: Vec<_> = state.clusters.values().filter(|c| c.network == *network).collect();
    let asked: Vec<_> = scope.map_or_else(|| clusters.clone(), |cluster| vec![cluster]);
    let with_pods: Vec<_> =
        asked.iter().filter(|c| c.pod_prefixes.iter().any(|prefix| who::inside(prefix, address))).collect();
    match with_pods.as_slice() {
        [] => {}
        [cluster] => {
            let mut pods = state.allocations.values().filter(|pod| pod.name.cluster == cluster.name.cluster);
            let pod = pods.find(|pod| pod.addresses.iter().any(|held| held.address == address));
            return match (pod, who::frontend(state, address)) {
                (Some(pod), _) => at(Station::Pod(Arc::clone(pod)), vec![address]),
                (None, Some(found)) => service(&found, vec![address]),
                (None, None) => unknown(address, AbortCause::UnknownIp),
            };
        }
        _ => return unknown(address, AbortCause::AmbiguousIp),
    }
    let own = state.networks.values().find(|n| n.name == *network);
    let peers: Vec<_> = own.iter().flat_map(|network| &network.peerings).collect();
    let near = peers.iter().filter_map(|peering| peering.remote_network.clone());
    for network in std::iter::once(network.clone()).chain(near) {
        let Some(owner) = who::owner(state, &network, address) else { continue };
        let frontend = who::frontend(state, address);
        return match (owner, frontend) {
            (Owner::Node(node), _) if node.addresses.contains(&address) => {
                at(Station::Node(node), vec![address])
            }
            (Owner::Node(node), frontend) => match (who::pod_on(state, &node, address), frontend) {
                (Some(pod), _) => at(Station::Pod(pod), vec![address]),
                (None, Some(found)) => service(&found, vec![address]),
                (None, None) => unknown(address, AbortCause::UnknownIp),
            },
            (_, Some(found)) => service(&found, vec![address]),
            (Owner::Reservation(machine), None) => at(Station::Machine(machine), vec![address]),
            (Owner::Platform | Owner::Released | Owner::Nobody, None) => {
                unknown(address, AbortCause::UnknownIp)
            }
        };
    }
    let mut services = state.services.values();
    let of_network = |found: &&Arc<Service>| clusters.iter().any(|c| c.name.cluster == found.name.cluster);
    if let Some(found) =
        services.find(|found| of_network(found) && found.cluster_addresses.contains(&address))
    {
        return service(found, vec![address]);
    }
    if let Some(found) = who::frontend(state, address) {
        return service(&found, vec![address]);
    }
    if who::outbound_owner(state, address).is_some() || who::public_owner(state, address).is_some() {
        return unknown(address, AbortCause::InvalidArgument);
    }
    let mut gateway = own.iter().filter_map(|network| network.gateway.as_ref());
    if gateway.any(|gateway| gateway.on_premises_prefixes.iter().any(|prefix| who::inside(prefix, address))) {
        return at(Station::OnPremises(network.clone()), vec![address]);
    }
    if peers.iter().any(|peering| peering.remote_prefixes.iter().any(|prefix| who::inside(prefix, address))) {
        return unknown(address, AbortCause::ConfigNotFound);
    }
    if who::private(address) || address.is_unspecified() {
        return unknown(address, AbortCause::UnknownIp);
    }
    at(Station::Internet, vec![address])
}

/// The cluster that a station is in.
fn in_cluster(station: &Station, service: &Service) -> bool {
    match station {
        Station::Pod(pod) => pod.name.cluster == service.name.cluster,
        Station::Node(node) => node.name.cluster == service.name.cluster,
        Station::Machine(_) | Station::OnPremises(_) | Station::Internet => false,
    }
}

/// Finds both ends and the addresses of the first packet. `None`: an end does not exist. The inner error: why the flow
/// can't start, and where.
pub(super) fn start(state: &State, flow: &Flow) -> Option<Result<Start, (AbortCause, Place)>> {
    let (network, cluster) = scope(state, &flow.scope)?;
    let source = resolve(state, &network, cluster.as_ref(), &flow.source)?;
    let destination = resolve(state, &network, cluster.as_ref(), &flow.destination)?;
    let place = source.station.as_ref().map_or(Place::Nowhere, Station::place);
    if let Some(cause) = source.obstacle {
        return Some(Err((cause, place)));
    }
    let station = source.station.clone()?;
    let outside = |station: &Station| matches!(station, Station::Internet);
    if outside(&station) && destination.station.as_ref().is_some_and(outside) {
        return Some(Err((AbortCause::InvalidArgument, place)));
    }
    let reached: Vec<IpAddr> = match (&destination.service, &flow.destination) {
        (Some(service), EndpointRef::Service(_)) => {
            let frontends: Vec<_> = service.load_balancer_addresses.clone();
            let (first, then) = if in_cluster(&station, service) || frontends.is_empty() {
                (&service.cluster_addresses, &frontends)
            } else {
                (&frontends, &service.cluster_addresses)
            };
            first.iter().chain(then).copied().collect()
        }
        _ => destination.addresses.clone(),
    };
    if reached.is_empty() {
        return Some(Err((AbortCause::InvalidArgument, place)));
    }
    let wanted = |address: &&IpAddr| {
        flow.family.is_none_or(|family| podnet_core::address::Family::of(**address) == family)
    };
    let pair = source.addresses.iter().filter(wanted).find_map(|from| {
        let to = reached.iter().find(|to| to.is_ipv4() == from.is_ipv4())?;
        Some((*from, *to))
    });
    let Some((from, to)) = pair else { return Some(Err((AbortCause::MismatchedIpVersion, place))) };
    let ports = destination.service.as_ref().map_or(&[][..], |service| service.ports.as_slice());
    let port = match (flow.destination_port, ports) {
        (Some(port), _) => port,
        (None, [only]) if flow.protocol != Protocol::Icmp => only.port,
        (None, _) => 80,
    };
    Some(Ok(Start { station, source: from, destination: to, destination_port: port }))
}
