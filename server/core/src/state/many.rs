//! How do all live allocations of a checkpoint come into a state that is put together?
//!
//! The same as one [`Event::AllocationCreated`](crate::event::Event::AllocationCreated) for each, only quicker: each map
//! takes what it gets in its own order, at its edge, instead of somewhere among millions each time. What comes out is the
//! same (law L4). This module must not know how allocations come about while the server runs.

use std::net::IpAddr;
use std::sync::Arc;

use super::State;
use crate::model::Allocation;
use crate::pool::PoolKey;

/// A pod at one of its addresses.
pub(super) type Placed<'a> = (IpAddr, &'a Arc<Allocation>);

impl State {
    /// Adds allocations, none of which lives yet or was released. Their nodes must be there.
    pub(super) fn hold_many(&mut self, allocations: &[Arc<Allocation>]) {
        for allocation in allocations {
            let _none = self.allocations.insert(Arc::clone(allocation));
        }
        self.attachments.insert_many(allocations);
        self.index.name_pods(allocations);
        self.place_many(allocations);
    }

    /// Puts pods where their addresses are: in the index, and in the pools of their nodes.
    fn place_many(&mut self, allocations: &[Arc<Allocation>]) {
        let mut places: Vec<Placed<'_>> = Vec::with_capacity(allocations.len());
        for allocation in allocations {
            places.extend(allocation.addresses.iter().map(|held| (held.address, allocation)));
        }
        places.sort_unstable_by_key(|(address, _)| *address);
        // Neighbours are nearly always of one node.
        let on_one_node =
            |a: &Placed<'_>, b: &Placed<'_>| a.1.node == b.1.node && a.1.name.cluster == b.1.name.cluster;
        for of_node in places.chunk_by(on_one_node) {
            let Some((_, first)) = of_node.first() else { continue };
            self.index.place_pods(self.pod_space(&first.name.cluster_name()), of_node);
            let Some(node) = self.nodes.get(&first.node_name()).map(Arc::clone) else { continue };
            let mut runs: Vec<(PoolKey, u128, u128)> = Vec::new();
            for (key, number) in of_node.iter().filter_map(|(address, _)| self.pod_number(&node, *address)) {
                match runs.last_mut() {
                    Some((run, _, last)) if *run == key && last.checked_add(1) == Some(number) => {
                        *last = number;
                    }
                    Some(_) | None => runs.push((key, number, number)),
                }
            }
            for (key, first, last) in runs {
                self.change_pool(&key, |pool| pool.restore_pods(first, last));
            }
        }
    }
}
