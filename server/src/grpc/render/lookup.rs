//! What is an address, in every space that has it, in the words of the contract?

use std::net::IpAddr;
use std::sync::Arc;

use pb::AddressScope as Scope;
use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::model::Node;
use podnet_core::name::{ClusterName, NetworkName};
use podnet_core::routes::{RouteSource, lookup};
use podnet_core::state::{AddressHolder, Found, Space};
use podnet_proto::v1 as pb;

use super::{ipam, network, optional};

/// Everything that an address is: holders first, then pools, then wider prefixes.
pub(crate) fn matches(state: &State, address: IpAddr, within: Option<&Space>) -> Vec<pb::AddressMatch> {
    let found = match within {
        Some(space) => state.find(space, address).into_iter().collect(),
        None => state.find_everywhere(address),
    };
    let mut matches: Vec<_> = found.iter().map(|found| of_pool(state, address, found)).collect();
    matches.extend(of_clusters(state, address, within));
    matches.extend(of_networks(state, address, within));
    matches.sort_by_key(|entry| rank(entry.scope()));
    matches
}

fn rank(scope: Scope) -> u8 {
    match scope {
        Scope::Allocation | Scope::Node | Scope::Reservation | Scope::Service | Scope::Outbound => 0,
        Scope::NodeSecondary | Scope::PlatformReserved | Scope::CoolingDown | Scope::Free => 1,
        Scope::ServicePrefix | Scope::PeeredNetwork | Scope::OnPremises | Scope::Unspecified => 2,
    }
}

fn of_pool(state: &State, address: IpAddr, found: &Found) -> pb::AddressMatch {
    let family = Family::of(address);
    let cluster = match &found.space {
        Space::Pods(name) => state.clusters.get(name),
        Space::Network(_) => None,
    };
    let block = found.node.as_ref().and_then(|node| node.pod_prefix(family));
    let prefix =
        block.or_else(|| found.subnet.as_ref()?.prefix(family)).or_else(|| cluster?.pod_prefix(family));
    let pool = match (&found.node, &found.subnet) {
        (Some(node), _) => node.name.to_string(),
        (None, Some(subnet)) => subnet.name.to_string(),
        (None, None) => optional(cluster.map(|cluster| &cluster.name)),
    };
    let network = match &found.space {
        Space::Network(name) => Some(name.clone()),
        Space::Pods(_) => cluster.map(|cluster| cluster.network.clone()),
    };
    let mut entry = pb::AddressMatch {
        resource: pool.clone(),
        pool,
        prefix: optional(prefix.as_ref()),
        node: optional(found.node.as_ref().map(|node| &node.name)),
        network: optional(network.as_ref()),
        route: user_route(state, address, found.node.as_ref()),
        ..pb::AddressMatch::default()
    };
    let (scope, description) = match &found.holder {
        AddressHolder::Allocation(allocation) => {
            let name = &allocation.name;
            entry.resource = name.to_string();
            entry.node = ipam::node_of(allocation).to_string();
            entry.allocation = Some(ipam::allocation(allocation));
            let owner = allocation.owner();
            let pod = if owner.pod.is_empty() {
                name.to_string()
            } else {
                format!("pod {}/{}", owner.namespace, owner.pod)
            };
            (Scope::Allocation, format!("held by {pod} on {}", entry.node))
        }
        AddressHolder::Node(node) => {
            entry.resource = node.name.to_string();
            entry.node = node.name.to_string();
            (Scope::Node, format!("address of {}", node.name))
        }
        AddressHolder::Reservation(reservation) => {
            entry.resource = reservation.name.to_string();
            entry.reservation = Some(network::reservation(reservation));
            (Scope::Reservation, format!("reserved as {} by {}", reservation.prefix, reservation.name))
        }
        AddressHolder::Platform => {
            (Scope::PlatformReserved, format!("kept by the platform in {} and never given out", entry.prefix))
        }
        AddressHolder::Cooling(until) => {
            (Scope::CoolingDown, format!("released; cooling down in {} until {until}", entry.prefix))
        }
        AddressHolder::Free => match (&found.node, &found.subnet) {
            (Some(node), Some(_)) => {
                (Scope::NodeSecondary, format!("kept for pods of {}, and free", node.name))
            }
            (Some(_) | None, _) => (Scope::Free, format!("free in {}", entry.prefix)),
        },
    };
    entry.scope = scope as i32;
    entry.description = description;
    entry
}

/// The user route that leads to the address from the subnet of its node.
fn user_route(state: &State, address: IpAddr, node: Option<&Arc<Node>>) -> String {
    let subnet = node
        .and_then(|node| state.node_pools.get(&node.pool))
        .and_then(|pool| state.subnets.get(&pool.subnet));
    let winner = subnet.and_then(|subnet| lookup(state, subnet, address).winner);
    let winner = winner.filter(|winner| winner.route.source == RouteSource::User);
    optional(winner.and_then(|winner| winner.route.route).as_ref())
}

fn cluster_in(within: Option<&Space>, cluster: &ClusterName, network: &NetworkName) -> bool {
    match within {
        Some(Space::Network(name)) => name == network,
        Some(Space::Pods(name)) => name == cluster,
        None => true,
    }
}

/// Services, outbound addresses and service prefixes.
fn of_clusters(state: &State, address: IpAddr, within: Option<&Space>) -> Vec<pb::AddressMatch> {
    let mut matches = Vec::new();
    let clusters = state.clusters.values().filter(|c| cluster_in(within, &c.name, &c.network));
    for cluster in clusters {
        let entry = |scope: Scope, resource: String, prefix: String, description: String| pb::AddressMatch {
            scope: scope as i32,
            resource,
            prefix,
            network: cluster.network.to_string(),
            description,
            ..pb::AddressMatch::default()
        };
        let service_prefix = cluster.service_prefixes.iter().find(|prefix| prefix.contains(address));
        let prefix = optional(service_prefix);
        let mut held = false;
        for service in state.services_of(&cluster.name) {
            let of_cluster = service.cluster_addresses.contains(&address);
            if of_cluster || service.load_balancer_addresses.contains(&address) {
                held |= of_cluster;
                let what = if of_cluster { "cluster address" } else { "load balancer address" };
                let description = format!("{what} of {}", service.name);
                matches.push(entry(Scope::Service, service.name.to_string(), prefix.clone(), description));
            }
        }
        if cluster.outbound.addresses.contains(&address) {
            let description = format!("outbound address of {}", cluster.name);
            matches.push(entry(Scope::Outbound, cluster.name.to_string(), String::new(), description));
        }
        if service_prefix.is_some() && !held {
            let description =
                format!("in the service prefix of {}, held by no service that is known", cluster.name);
            matches.push(entry(Scope::ServicePrefix, cluster.name.to_string(), prefix, description));
        }
    }
    matches
}

/// Prefixes of peers and of on-premises networks.
fn of_networks(state: &State, address: IpAddr, within: Option<&Space>) -> Vec<pb::AddressMatch> {
    let in_scope = |name: &NetworkName| match within {
        Some(Space::Network(only)) => only == name,
        Some(Space::Pods(cluster)) => state.clusters.get(cluster).is_some_and(|c| c.network == *name),
        None => true,
    };
    let mut matches = Vec::new();
    for network in state.networks.values().filter(|network| in_scope(&network.name)) {
        let mut add = |scope: Scope, prefix: String, description: String| {
            matches.push(pb::AddressMatch {
                scope: scope as i32,
                resource: network.name.to_string(),
                prefix,
                network: network.name.to_string(),
                description,
                ..pb::AddressMatch::default()
            });
        };
        for peering in &network.peerings {
            if let Some(prefix) = peering.remote_prefixes.iter().find(|prefix| prefix.contains(address)) {
                let description = format!("behind peering {} of {}", peering.name, network.name);
                add(Scope::PeeredNetwork, prefix.to_string(), description);
            }
        }
        let on_premises = network.gateway.iter().flat_map(|gateway| &gateway.on_premises_prefixes);
        if let Some(prefix) = on_premises.filter(|prefix| prefix.contains(address)).max_by_key(|p| p.length())
        {
            let description = format!("on-premises, behind the gateway of {}", network.name);
            add(Scope::OnPremises, prefix.to_string(), description);
        }
    }
    matches
}
