//! Every pool by its key.

use std::sync::Arc;

use super::by_number::{ByNumber, Named, number_of_parts};
use crate::address::Family;
use crate::pool::{Pool, PoolKey};

/// A pool under its key.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    key: PoolKey,
    pool: Pool,
}

impl Named for Kept {
    type Name = PoolKey;

    fn name(&self) -> &PoolKey {
        &self.key
    }
}

/// Every pool.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pools(ByNumber<Kept>);

fn number(key: &PoolKey) -> u64 {
    let (kind, parts, family) = match key {
        PoolKey::Subnet(name, family) => ("subnet", [name.network.as_str(), name.subnet.as_str()], family),
        PoolKey::PodBlocks(name, family) => ("blocks", [name.cluster.as_str(), ""], family),
        PoolKey::NodeBlock(name, family) => ("block", [name.cluster.as_str(), name.node.as_str()], family),
        PoolKey::NodeAddresses(name, family) => {
            ("addresses", [name.cluster.as_str(), name.node.as_str()], family)
        }
    };
    let family = match family {
        Family::V4 => "4",
        Family::V6 => "6",
    };
    let [first, second] = parts;
    number_of_parts([kind, family, first], second)
}

impl Pools {
    /// A pool.
    pub fn get(&self, key: &PoolKey) -> Option<&Pool> {
        self.0.find(number(key), |kept| kept.key == *key).map(|kept| &kept.pool)
    }

    /// Whether there is such a pool.
    pub fn contains_key(&self, key: &PoolKey) -> bool {
        self.get(key).is_some()
    }

    /// Count of pools.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every pool with its key, in an order that follows from the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&PoolKey, &Pool)> {
        self.0.iter().map(|kept| (&kept.key, &kept.pool))
    }

    /// A pool, to be changed.
    pub(super) fn get_mut(&mut self, key: &PoolKey) -> Option<&mut Pool> {
        self.0.get_mut(number(key), key).map(|kept| &mut Arc::make_mut(kept).pool)
    }

    /// Puts a pool under a key; what was there is gone.
    pub(super) fn insert(&mut self, key: PoolKey, pool: Pool) {
        let _before = self.0.insert(number(&key), Arc::new(Kept { key, pool }));
    }

    /// Takes a pool out.
    pub(super) fn remove(&mut self, key: &PoolKey) -> Option<Pool> {
        self.0.remove(number(key), key).map(|kept| Arc::unwrap_or_clone(kept).pool)
    }
}
