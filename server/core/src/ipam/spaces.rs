//! What does an empty pool of each kind look like: its numbers and what the platform keeps.

use crate::address::Family;
use crate::model::Cluster;
use crate::pool::Pool;
use crate::prefix::Prefix;

/// Pool of a subnet. Azure keeps five addresses: the network, the gateway, two for DNS and the last one
/// (aks-networking.md section 3), so the first that can be had is `.4`; in an IPv6 subnet likewise.
pub fn subnet_pool(prefix: &Prefix) -> Pool {
    let mut pool = Pool::new(prefix.first_number(), prefix.last_number());
    pool.reserve(prefix.first_number(), prefix.first_number().saturating_add(3));
    pool.reserve(prefix.last_number(), prefix.last_number());
    pool
}

/// Pool of the node blocks of a pod CIDR, by index. The node CIDR allocator goes round with a cursor.
pub fn block_pool(cluster: &Cluster, prefix: &Prefix) -> Pool {
    let count = prefix.child_count(cluster.node_prefix_length(prefix.family())).unwrap_or(1);
    Pool::new(0, count - 1)
}

/// Pool of a node's block, as host-local sees it: not the network address, not the gateway (the first host), and for
/// IPv4 not the broadcast address. A /24 keeps 253 addresses, `.2` to `.254` (aks-networking.md 1.6).
pub fn node_block_pool(prefix: &Prefix) -> Pool {
    let mut pool = Pool::new(prefix.first_number(), prefix.last_number());
    pool.reserve(prefix.first_number(), prefix.first_number().saturating_add(1));
    if prefix.family() == Family::V4 {
        pool.reserve(prefix.last_number(), prefix.last_number());
    }
    pool
}
