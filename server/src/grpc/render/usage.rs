//! How full is a pool, in the words of the contract?

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::ipam::usage::{counts, largest_free_prefix_length};
use podnet_core::model::{Cluster, Node, Subnet};
use podnet_core::pool::{PoolKey, Usage};
use podnet_proto::v1 as pb;

/// Counts of one family, and the length of its largest free prefix.
struct Counts {
    usage: Usage,
    largest_free: Option<u8>,
}

fn render(family: Family, counts: &Counts) -> pb::AddressUsage {
    let usage = counts.usage;
    let saturating = |count: u128| u64::try_from(count).unwrap_or(u64::MAX);
    pb::AddressUsage {
        family: super::family(family),
        capacity: saturating(usage.capacity),
        allocated: saturating(usage.allocated),
        cooling_down: saturating(usage.cooling),
        reserved: saturating(usage.reserved),
        free: saturating(usage.free),
        largest_free_prefix_length: counts.largest_free.map(u32::from),
        capacity_decimal: usage.capacity.to_string(),
        free_decimal: usage.free.to_string(),
    }
}

/// Counts of a subnet, one entry for each family.
pub(crate) fn of_subnet(state: &State, subnet: &Subnet) -> Vec<pb::AddressUsage> {
    let of = |family| {
        let pool = state.pool(&PoolKey::Subnet(subnet.name.clone(), family))?;
        let largest_free = largest_free_prefix_length(pool, family);
        Some(render(family, &Counts { usage: counts(pool), largest_free }))
    };
    [Family::V4, Family::V6].into_iter().filter_map(of).collect()
}

/// Counts of a node's pod addresses, one entry for each family.
pub(crate) fn of_node(state: &State, node: &Node) -> Vec<pb::AddressUsage> {
    [Family::V4, Family::V6]
        .into_iter()
        .filter_map(|family| Some(render(family, &node_counts(state, node, family)?)))
        .collect()
}

fn node_counts(state: &State, node: &Node, family: Family) -> Option<Counts> {
    let key = state.pod_pool_key(node, family);
    let pool = state.pool(&key)?;
    let usage = pool.usage();
    let largest_free = match key {
        // Secondary addresses need not be neighbours: what is free are single addresses.
        PoolKey::NodeAddresses(..) => (usage.free > 0).then_some(family.bits()),
        PoolKey::NodeBlock(..) | PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => {
            largest_free_prefix_length(pool, family)
        }
    };
    Some(Counts { usage, largest_free })
}

/// Counts of the addresses of a kubenet cluster's pod prefixes: those of its nodes' blocks, and whole blocks.
pub(crate) fn of_cluster(state: &State, cluster: &Cluster) -> Vec<pb::AddressUsage> {
    let of = |prefix: &podnet_core::prefix::Prefix| {
        let family = prefix.family();
        let blocks = state.pool(&PoolKey::PodBlocks(cluster.name.clone(), family))?;
        let length = cluster.node_prefix_length(family);
        let size = 1u128.checked_shl(u32::from(family.bits() - length)).unwrap_or(u128::MAX);
        let whole = blocks.usage();
        let mut counts = Counts {
            usage: Usage {
                capacity: prefix.size(),
                allocated: 0,
                cooling: whole.cooling.saturating_mul(size),
                reserved: whole.reserved.saturating_mul(size),
                free: whole.free.saturating_mul(size),
            },
            largest_free: blocks
                .largest_free_bits()
                .and_then(|bits| length.checked_sub(u8::try_from(bits).ok()?)),
        };
        for node in state.nodes_of(&cluster.name) {
            let Some(of_node) = node_counts(state, node, family) else { continue };
            counts.usage.allocated += of_node.usage.allocated;
            counts.usage.cooling = counts.usage.cooling.saturating_add(of_node.usage.cooling);
            counts.usage.reserved = counts.usage.reserved.saturating_add(of_node.usage.reserved);
            counts.usage.free = counts.usage.free.saturating_add(of_node.usage.free);
            counts.largest_free = [counts.largest_free, of_node.largest_free].into_iter().flatten().min();
        }
        Some(render(family, &counts))
    };
    cluster.pod_prefixes.iter().filter_map(of).collect()
}

/// Counts of the blocks of a kubenet cluster, one entry for each family.
pub(crate) fn blocks_of_cluster(state: &State, cluster: &Cluster) -> Vec<pb::BlockUsage> {
    let of = |prefix: &podnet_core::prefix::Prefix| {
        let family = prefix.family();
        let usage = state.pool(&PoolKey::PodBlocks(cluster.name.clone(), family))?.usage();
        let saturating = |count: u128| u64::try_from(count).unwrap_or(u64::MAX);
        Some(pb::BlockUsage {
            family: super::family(family),
            prefix_length: u32::from(cluster.node_prefix_length(family)),
            capacity: saturating(usage.capacity),
            allocated: saturating(usage.allocated),
            cooling_down: saturating(usage.cooling),
            reserved: saturating(usage.reserved),
            free: saturating(usage.free),
        })
    };
    cluster.pod_prefixes.iter().filter_map(of).collect()
}
