//! Which pools, free ranges and reservations are there, in the order of their lists?

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::address::{Family, address_of, number_of};
use podnet_core::model::{Allocation, Reservation};
use podnet_core::name::{AllocationName, ClusterName, SubnetName};
use podnet_core::pool::PoolKey;
use podnet_core::prefix::Prefix;
use podnet_core::state::Space;
use podnet_proto::v1 as pb;

use crate::grpc::parse::ipam::{PoolFilter, PoolOf};
use crate::grpc::shell::found;
use crate::grpc::status::Refusal;

/// Refuses a space that does not exist.
pub(crate) fn space_exists(state: &State, space: &Space) -> Result<(), Refusal> {
    match space {
        Space::Network(name) => found(state.networks.get(name), name).map(|_| ()),
        Space::Pods(name) => found(state.clusters.get(name), name).map(|_| ()),
    }
}

/// Allocations of a cluster behind one of them, or all.
pub(crate) fn allocations_after<'a>(
    state: &'a State,
    cluster: &ClusterName,
    after: Option<AllocationName>,
) -> Box<dyn Iterator<Item = &'a Arc<Allocation>> + 'a> {
    match after {
        None => Box::new(state.allocations_of(cluster)),
        Some(name) => {
            let of_cluster = AllocationName { cluster: cluster.cluster.clone(), ..name };
            Box::new(state.allocations.behind(of_cluster))
        }
    }
}

/// Pools of a cluster (its pod prefixes and its nodes) or of a network (its subnets and those clusters), by name.
pub(crate) fn below(state: &State, filter: &PoolFilter) -> Result<Vec<PoolOf>, Refusal> {
    let clusters = state.clusters.values().filter(|cluster| match &filter.parent {
        None => true,
        Some(Space::Pods(name)) => cluster.name == *name,
        Some(Space::Network(name)) => cluster.network == *name,
    });
    let subnets = state.subnets.keys().filter(|subnet| match &filter.parent {
        None => true,
        Some(Space::Pods(_)) => false,
        Some(Space::Network(name)) => subnet.network_name() == *name,
    });
    if let Some(space) = &filter.parent {
        space_exists(state, space)?;
    }
    let nodes = |cluster: &ClusterName| {
        state.nodes_of(cluster).map(|node| PoolOf::Node(node.name.clone())).collect::<Vec<_>>()
    };
    let mut pools: Vec<_> = clusters
        .flat_map(|cluster| [vec![PoolOf::Cluster(cluster.name.clone())], nodes(&cluster.name)].concat())
        .chain(subnets.map(|subnet| PoolOf::Subnet(subnet.clone())))
        .collect();
    pools.sort_by_cached_key(PoolOf::name);
    Ok(pools)
}

/// Free ranges of a pool behind an address, in the order of families and addresses.
pub(crate) fn free_ranges<'a>(
    state: &'a State,
    pool: &'a PoolOf,
    families: &'a [Family],
    after: Option<IpAddr>,
) -> impl Iterator<Item = pb::FreeRange> + 'a {
    let of_family = move |family: &Family| -> Box<dyn Iterator<Item = (Family, u128, u128)> + 'a> {
        let family = *family;
        let key = pool.keys(family).into_iter().find(|key| state.pools.contains_key(key));
        let Some((key, numbers)) = key.and_then(|key| Some((key.clone(), state.pool(&key)?))) else {
            return Box::new(std::iter::empty());
        };
        match key {
            PoolKey::PodBlocks(name, _) => {
                let cluster = state.clusters.get(&name);
                let whole = cluster.and_then(|cluster| {
                    Some((cluster.pod_prefix(family)?, cluster.node_prefix_length(family)))
                });
                Box::new(whole.into_iter().flat_map(move |(prefix, length)| {
                    let block = move |index| prefix.child(length, index);
                    numbers.gaps().filter_map(move |(first, last)| {
                        Some((family, block(first)?.first_number(), block(last)?.last_number()))
                    })
                }))
            }
            PoolKey::NodeAddresses(name, _) => {
                // Numbers are positions in the node's list; what is free are single addresses, joined where they touch.
                let node = state.nodes.get(&name);
                let positions = numbers.gaps().flat_map(|(first, last)| first..=last);
                let address = |at| node?.pod_addresses.at(family, usize::try_from(at).ok()?);
                let mut free: Vec<_> = positions.filter_map(address).map(number_of).collect();
                free.sort_unstable();
                Box::new(joined(&free).into_iter().map(move |(first, last)| (family, first, last)))
            }
            PoolKey::NodeBlock(..) | PoolKey::Subnet(..) => {
                Box::new(numbers.gaps().map(move |(first, last)| (family, first, last)))
            }
        }
    };
    let behind = move |range: &(Family, u128, u128)| {
        after.is_none_or(|after| (range.0, range.1) > (Family::of(after), number_of(after)))
    };
    families.iter().flat_map(of_family).filter(behind).map(|(family, first, last)| pb::FreeRange {
        first_address: address_of(family, first).to_string(),
        last_address: address_of(family, last).to_string(),
        count: u64::try_from((last - first).saturating_add(1)).unwrap_or(u64::MAX),
    })
}

/// Rising numbers as runs.
fn joined(numbers: &[u128]) -> Vec<(u128, u128)> {
    let mut runs: Vec<(u128, u128)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *number - *last == 1 => *last = *number,
            Some(_) | None => runs.push((*number, *number)),
        }
    }
    runs
}

/// Reservations of a subnet in the order of their addresses, then names, behind one of them.
pub(crate) fn reservations(
    state: &State,
    subnet: &SubnetName,
    after: Option<&(Prefix, String)>,
) -> Vec<Arc<Reservation>> {
    let mut rows: Vec<_> = state.reservations_of(subnet).cloned().collect();
    rows.sort_by_cached_key(|row| (row.prefix, row.name.to_string()));
    rows.retain(|row| after.is_none_or(|after| (row.prefix, row.name.to_string()) > *after));
    rows
}

/// Key of a reservation in a page token.
pub(crate) fn reservation_key(reservation: &Reservation) -> String {
    format!("{} {}", reservation.prefix, reservation.name)
}

/// Reads the key of a reservation.
pub(crate) fn parse_reservation_key(text: &str) -> Result<(Prefix, String), Refusal> {
    let (prefix, name) = text.split_once(' ').ok_or_else(Refusal::page_token)?;
    Ok((Prefix::parse(prefix).map_err(|_| Refusal::page_token())?, name.to_owned()))
}
