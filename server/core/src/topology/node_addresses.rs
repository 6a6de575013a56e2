//! Which addresses and blocks does a joining node get.
//!
//! In kubenet one address of the subnet and one block of the pod CIDR for each family; in Azure CNI `1 + max_pods`
//! addresses of the subnet. All of them or none (laws L9, L10). The lowest free address of the subnet is taken, as Azure
//! does; blocks go round with a cursor, as the node CIDR allocator does.

use std::net::IpAddr;

use crate::address::{Family, address_of, number_of};
use crate::decide::Draft;
use crate::flow::packet::is_private;
use crate::ipam;
use crate::model::{Cluster, NetworkMode, NodePool};
use crate::name::NodeName;
use crate::pool::{Holder, Pool, PoolKey, Status};
use crate::prefix::Prefix;
use crate::rejection::{Reason, Rejection};

/// Refuses public addresses of a machine that can't be its own: private ones, and two of one family.
pub(crate) fn check_public_addresses(addresses: &[IpAddr]) -> Result<(), Rejection> {
    for (index, address) in addresses.iter().enumerate() {
        let family = Family::of(*address);
        if is_private(*address) || address.is_unspecified() {
            return Err(Rejection::invalid("public_addresses", format!("{address} is no public address")));
        }
        if addresses.iter().take(index).any(|other| Family::of(*other) == family) {
            let message = format!("{address} is the second {} address; give one at most", family.word());
            return Err(Rejection::invalid("public_addresses", message));
        }
    }
    Ok(())
}

/// What a node gets.
pub(super) struct NodeAddresses {
    pub(super) addresses: Vec<IpAddr>,
    pub(super) pod_prefixes: Vec<Prefix>,
    pub(super) pod_addresses: Vec<IpAddr>,
}

/// What a node asks for; empty lists leave the choice to the pools.
pub(super) struct Wish<'a> {
    pub(super) name: &'a NodeName,
    pub(super) addresses: &'a [IpAddr],
    pub(super) pod_prefixes: &'a [Prefix],
    pub(super) pod_addresses: &'a [IpAddr],
}

/// Chooses everything for one node.
pub(super) fn choose(
    draft: &Draft<'_>,
    cluster: &Cluster,
    pool: &NodePool,
    wish: &Wish<'_>,
) -> Result<NodeAddresses, Rejection> {
    let mut chosen =
        NodeAddresses { addresses: Vec::new(), pod_prefixes: Vec::new(), pod_addresses: Vec::new() };
    refuse_surplus(cluster, wish)?;
    for family in &cluster.families {
        let key = PoolKey::Subnet(pool.subnet.clone(), *family);
        let Some(space) = draft.state().pool(&key) else { return Err(Rejection::not_found(&pool.subnet)) };
        let secondary = if cluster.mode == NetworkMode::AzureCni { pool.max_pods as usize } else { 0 };
        let usage = space.usage();
        if usage.free < 1 + secondary as u128 && wish.addresses.is_empty() {
            return Err(subnet_full(pool, *family, space, 1 + secondary as u128));
        }
        let primary = match wanted(wish.addresses, *family) {
            Some(address) => take(&key, space, address, "addresses")?,
            None => space.lowest_free().ok_or_else(|| subnet_full(pool, *family, space, 1))?,
        };
        chosen.addresses.push(address_of(*family, primary));
        if secondary > 0 {
            choose_secondary(pool, *family, (&key, space), primary, wish, &mut chosen)?;
        }
        if cluster.mode == NetworkMode::Kubenet {
            chosen.pod_prefixes.push(choose_block(draft, cluster, *family, wish)?);
        }
    }
    Ok(chosen)
}

fn refuse_surplus(cluster: &Cluster, wish: &Wish<'_>) -> Result<(), Rejection> {
    let once = |field: &str, families: Vec<Family>| {
        let mut seen = Vec::new();
        for family in families {
            if !cluster.families.contains(&family) || seen.contains(&family) {
                let message = format!("{field} takes at most one entry for each family of {}", cluster.name);
                return Err(Rejection::invalid(field, message));
            }
            seen.push(family);
        }
        Ok(())
    };
    once("addresses", wish.addresses.iter().map(|address| Family::of(*address)).collect())?;
    once("pod_prefixes", wish.pod_prefixes.iter().map(Prefix::family).collect())?;
    if cluster.mode == NetworkMode::AzureCni && !wish.pod_prefixes.is_empty() {
        return Err(Rejection::invalid(
            "pod_prefixes",
            "nodes of AZURE_CNI have no blocks; leave pod_prefixes empty",
        ));
    }
    if cluster.mode == NetworkMode::Kubenet && !wish.pod_addresses.is_empty() {
        return Err(Rejection::invalid(
            "pod_addresses",
            "nodes of KUBENET have no secondary addresses; leave them out",
        ));
    }
    Ok(())
}

fn choose_secondary(
    pool: &NodePool,
    family: Family,
    (key, space): (&PoolKey, &Pool),
    primary: u128,
    wish: &Wish<'_>,
    chosen: &mut NodeAddresses,
) -> Result<(), Rejection> {
    let count = pool.max_pods as usize;
    let asked: Vec<_> = wish.pod_addresses.iter().filter(|address| Family::of(**address) == family).collect();
    let mut numbers = Vec::with_capacity(count);
    if asked.is_empty() {
        let mut from = space.low();
        while numbers.len() < count {
            let Some(number) = space.lowest_free_from(from) else {
                return Err(subnet_full(pool, family, space, 1 + count as u128));
            };
            if number != primary {
                numbers.push(number);
            }
            from = number + 1;
        }
    } else {
        if asked.len() != count {
            let message = format!(
                "pod_addresses has {} entries; {} takes max_pods = {count} for each node",
                asked.len(),
                pool.name
            );
            return Err(Rejection::invalid("pod_addresses", message)
                .with("count", asked.len())
                .with("wanted", count));
        }
        for address in asked {
            numbers.push(take(key, space, *address, "pod_addresses")?);
        }
        numbers.sort_unstable();
        if numbers.windows(2).any(|pair| pair[0] == pair[1]) || numbers.contains(&primary) {
            return Err(Rejection::invalid(
                "pod_addresses",
                "an address is named twice; each holds one place",
            ));
        }
    }
    chosen.pod_addresses.extend(numbers.into_iter().map(|number| address_of(family, number)));
    Ok(())
}

fn choose_block(
    draft: &Draft<'_>,
    cluster: &Cluster,
    family: Family,
    wish: &Wish<'_>,
) -> Result<Prefix, Rejection> {
    let key = PoolKey::PodBlocks(cluster.name.clone(), family);
    let (Some(blocks), Some(space)) = (draft.state().pool(&key), cluster.pod_prefix(family)) else {
        return Err(Rejection::not_found(&cluster.name));
    };
    let length = cluster.node_prefix_length(family);
    let asked = wish.pod_prefixes.iter().find(|prefix| prefix.family() == family);
    let index = match asked {
        None => blocks.next_in_turn().ok_or_else(|| blocks_exhausted(cluster, family, blocks))?,
        Some(prefix) => {
            let index = space.child_index(length, prefix.first()).filter(|_| prefix.length() == length);
            let Some(index) = index else {
                let message = format!("{prefix} is no /{length} block of the pod CIDR {space}");
                return Err(Rejection::new(Reason::CidrOutsideParent, message)
                    .with("prefix", prefix)
                    .with("parent", space)
                    .field("pod_prefixes"));
            };
            refuse_taken(&blocks.status(index), &prefix.to_string(), wish.name, "pod_prefixes")?;
            index
        }
    };
    space.child(length, index).ok_or_else(|| blocks_exhausted(cluster, family, blocks))
}

fn wanted(addresses: &[IpAddr], family: Family) -> Option<IpAddr> {
    addresses.iter().copied().find(|address| Family::of(*address) == family)
}

/// The number of an address that was asked for, if it is free.
pub(super) fn take(key: &PoolKey, space: &Pool, address: IpAddr, field: &str) -> Result<u128, Rejection> {
    let number = number_of(address);
    let status = space.status(number);
    if status == Status::Outside {
        let pool = ipam::usage::pool_name(key);
        let message = format!("{address} is not inside {pool}; ask for an address of that pool");
        return Err(Rejection::new(Reason::AddressOutOfPool, message)
            .with("address", address)
            .with("pool", pool)
            .with("prefixes", ipam::usage::prefix_of(key, space))
            .field(field));
    }
    refuse_taken(&status, &address.to_string(), &ipam::usage::pool_name(key), field)?;
    Ok(number)
}

/// Refuses a number that is not free, saying who has it.
pub(crate) fn refuse_taken(
    status: &Status,
    what: &str,
    place: &impl std::fmt::Display,
    field: &str,
) -> Result<(), Rejection> {
    let refuse =
        |reason, message: String| Err(Rejection::new(reason, message).with("address", what).field(field));
    match status {
        Status::Free => Ok(()),
        Status::Held(holder) => {
            let name = match holder {
                Holder::Node(name) | Holder::NodePods(name) => name.to_string(),
                Holder::Pod => holder.to_string(),
            };
            refuse(Reason::AddressInUse, format!("{what} is held by {holder}; ask for another"))
                .map_err(|rejection| rejection.with("holder", name))
        }
        Status::Claimed(name) => refuse(
            Reason::AddressReserved,
            format!("{what} is part of {name}; delete it, or ask for another"),
        )
        .map_err(|rejection| {
            rejection.with("kind", "RESERVATION").with("reservation", name).with("pool", place)
        }),
        Status::Reserved => refuse(
            Reason::AddressReserved,
            format!("{what} is kept by the platform in {place}; ask for another"),
        )
        .map_err(|rejection| rejection.with("kind", "PLATFORM").with("pool", place)),
        Status::Cooling(until) => refuse(
            Reason::AddressCoolingDown,
            format!("{what} was given back and is free at {until}; wait, or ask for another"),
        )
        .map_err(|rejection| rejection.with("reusable_time", until)),
        Status::Outside => refuse(Reason::AddressOutOfPool, format!("{what} is not part of {place}"))
            .map_err(|rejection| rejection.with("pool", place).with("prefixes", "")),
    }
}

/// The refusal of a subnet with too few free addresses. AKS counts before it asks the network, hence its own code.
pub(super) fn subnet_full(pool: &NodePool, family: Family, space: &Pool, needed: u128) -> Rejection {
    let usage = ipam::usage::counts(space);
    let message = format!(
        "{} does not have enough capacity for {needed} {} addresses: {} of {} are free ({} held, {} reserved, {} cooling \
         down); use a larger subnet, fewer nodes or fewer pods for each node",
        pool.subnet,
        family.word(),
        usage.free,
        usage.capacity,
        usage.allocated,
        usage.reserved,
        usage.cooling
    );
    let rejection = Rejection::new(Reason::SubnetFull, message)
        .with("subnet", &pool.subnet)
        .with("family", ipam::usage::family_word(family))
        .with("needed", needed)
        .platform("SubnetIsFull");
    ipam::usage::figures(rejection, space)
}

fn blocks_exhausted(cluster: &Cluster, family: Family, blocks: &Pool) -> Rejection {
    let usage = blocks.usage();
    let space = cluster.pod_prefix(family).map(|prefix| prefix.to_string()).unwrap_or_default();
    let length = cluster.node_prefix_length(family);
    let message = format!(
        "CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range: {space} has {} blocks \
         of /{length}, {} held and {} cooling down; remove nodes, or build a cluster with a wider pod CIDR",
        usage.capacity, usage.allocated, usage.cooling
    );
    let rejection = Rejection::new(Reason::BlockExhausted, message)
        .with("cluster", &cluster.name)
        .with("pod_prefix", space)
        .with("node_prefix_length", length)
        .platform("CIDRNotAvailable");
    ipam::usage::figures(rejection, blocks)
}
