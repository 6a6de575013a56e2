//! How full is a pool, and what are the figures of a refusal.

use crate::address::Family;
use crate::pool::{Pool, PoolKey, Usage};
use crate::prefix::Prefix;
use crate::rejection::Rejection;

/// The resource that a pool belongs to: a subnet, a cluster (its pod CIDR) or a node.
pub fn pool_name(key: &PoolKey) -> String {
    match key {
        PoolKey::Subnet(name, _) => name.to_string(),
        PoolKey::PodBlocks(name, _) => name.to_string(),
        PoolKey::NodeBlock(name, _) | PoolKey::NodeAddresses(name, _) => name.to_string(),
    }
}

/// Family of a pool's addresses.
pub fn family_of(key: &PoolKey) -> Family {
    match key {
        PoolKey::Subnet(_, family)
        | PoolKey::PodBlocks(_, family)
        | PoolKey::NodeBlock(_, family)
        | PoolKey::NodeAddresses(_, family) => *family,
    }
}

/// The prefix that a pool of addresses covers; empty if its numbers are no addresses.
pub fn prefix_of(key: &PoolKey, pool: &Pool) -> String {
    match key {
        PoolKey::Subnet(_, family) | PoolKey::NodeBlock(_, family) => {
            let host_bits = u8::try_from((pool.high() - pool.low()).count_ones()).unwrap_or(u8::MAX);
            let prefix = Prefix::from_number(*family, pool.low(), family.bits().saturating_sub(host_bits));
            prefix.map(|prefix| prefix.to_string()).unwrap_or_default()
        }
        PoolKey::PodBlocks(..) | PoolKey::NodeAddresses(..) => String::new(),
    }
}

/// Name of a family in metadata and on the wire.
pub fn family_word(family: Family) -> &'static str {
    match family {
        Family::V4 => "IPV4",
        Family::V6 => "IPV6",
    }
}

/// Counts of a pool as callers see them: reservations are made for a purpose, so they count as held, and only what the
/// platform keeps counts as reserved.
pub fn counts(pool: &Pool) -> Usage {
    let usage = pool.usage();
    let sizes = pool.claims().map(|(first, last, _)| (last - first).saturating_add(1));
    let claimed = sizes.fold(0u128, u128::saturating_add);
    Usage {
        allocated: usage.allocated.saturating_add(claimed),
        reserved: usage.reserved.saturating_sub(claimed),
        ..usage
    }
}

/// Adds the counts of a pool to a refusal.
pub(crate) fn figures(rejection: Rejection, pool: &Pool) -> Rejection {
    let usage = counts(pool);
    rejection
        .with("capacity", usage.capacity)
        .with("allocated", usage.allocated)
        .with("reserved", usage.reserved)
        .with("cooling_down", usage.cooling)
        .with("free", usage.free)
}

/// Length of the largest free prefix of a pool whose numbers are addresses; `None` if nothing is free.
pub fn largest_free_prefix_length(pool: &Pool, family: Family) -> Option<u8> {
    let bits = u8::try_from(pool.largest_free_bits()?).ok()?;
    family.bits().checked_sub(bits)
}
