//! Live allocations by name, in the order of names.
//!
//! Their number is how their id begins, so that numbers have the order of names. An id is mostly a container's, which is
//! told from others by its first digits; ids that all begin alike are kept apart by the whole name, and cost more.

use std::sync::Arc;

use imbl::OrdMap;

use super::by_number::{ByNumber, Named};
use crate::model::Allocation;
use crate::name::{AllocationName, ClusterName, Segment};

impl Named for Allocation {
    type Name = AllocationName;

    fn name(&self) -> &AllocationName {
        &self.name
    }
}

/// The first bytes of an id, the first in the highest place; a shorter one ends with zeros, which no id has.
type Start = [u64; 3];

fn start(id: &Segment) -> Start {
    let mut start = Start::default();
    for (word, bytes) in start.iter_mut().zip(id.as_str().as_bytes().chunks(8)) {
        *word = (0..8).fold(0, |word, place| word << 8 | u64::from(bytes.get(place).copied().unwrap_or(0)));
    }
    start
}

/// Every live allocation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Allocations {
    /// By cluster; none is empty.
    clusters: OrdMap<Segment, ByNumber<Allocation, Start>>,
}

impl Allocations {
    /// An allocation.
    pub fn get(&self, name: &AllocationName) -> Option<&Arc<Allocation>> {
        self.clusters.get(&name.cluster)?.get(start(&name.allocation), name)
    }

    /// Whether there is such an allocation.
    pub fn contains_key(&self, name: &AllocationName) -> bool {
        self.get(name).is_some()
    }

    /// Count of allocations.
    pub fn len(&self) -> usize {
        self.clusters.values().map(ByNumber::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.clusters.is_empty()
    }

    /// Every allocation, in the order of names.
    pub fn values(&self) -> impl Iterator<Item = &Arc<Allocation>> {
        self.clusters.values().flat_map(ByNumber::iter)
    }

    /// Every name, in order.
    pub fn keys(&self) -> impl Iterator<Item = &AllocationName> {
        self.values().map(|allocation| &allocation.name)
    }

    /// Allocations of a cluster, in the order of names.
    pub fn of(&self, cluster: &ClusterName) -> impl Iterator<Item = &Arc<Allocation>> + use<'_> {
        self.clusters.get(&cluster.cluster).into_iter().flat_map(ByNumber::iter)
    }

    /// Allocations of a cluster behind one of its names, which need not live, in the order of names.
    pub fn behind(&self, name: AllocationName) -> impl Iterator<Item = &Arc<Allocation>> + use<'_> {
        let of_cluster = self.clusters.get(&name.cluster);
        of_cluster.into_iter().flat_map(move |found| found.behind(start(&name.allocation), name.clone()))
    }

    /// Adds an allocation; answers the one of its name that was there.
    pub(super) fn insert(&mut self, allocation: Arc<Allocation>) -> Option<Arc<Allocation>> {
        let AllocationName { cluster, allocation: id } = &allocation.name;
        let (number, cluster) = (start(id), cluster.clone());
        self.clusters.entry(cluster).or_default().insert(number, allocation)
    }

    /// Takes an allocation out.
    pub(super) fn remove(&mut self, name: &AllocationName) -> Option<Arc<Allocation>> {
        let of_cluster = self.clusters.get_mut(&name.cluster)?;
        let gone = of_cluster.remove(start(&name.allocation), name);
        if of_cluster.len() == 0 {
            self.clusters.remove(&name.cluster);
        }
        gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_order_of_ids() {
        let ids = ["0", "00", "A", "a", "a-", "a.b", "aa", "abcdefg", "abcdefgh", "abcdefgh0", "b", "z"];
        let mut numbers: Vec<_> = ids.iter().map(|id| start(&Segment::parse(id).unwrap())).collect();
        let given = numbers.clone();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(given, numbers);
    }
}
