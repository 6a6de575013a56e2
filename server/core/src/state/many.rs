//! How do all live allocations of a checkpoint come into a state that is put together?
//!
//! The same as one [`Event::AllocationCreated`](crate::event::Event::AllocationCreated) for each, only quicker: each map
//! takes what it gets in its own order, at its edge, instead of somewhere among millions each time. What comes out is the
//! same (law L4). This module must not know how allocations come about while the server runs.

use std::net::IpAddr;
use std::sync::Arc;

use super::{State, attachments, index};
use crate::model::Allocation;
use crate::pool::PoolKey;

/// A pod at one of its addresses.
pub(super) type Placed = (IpAddr, Arc<Allocation>);

/// Allocations that are in the state, and not yet found by what they have.
///
/// Each is read once, when it comes: to come back to ten million of them, in another order for each map, is what would
/// take the time.
#[derive(Debug, Default)]
pub(super) struct Unlisted {
    attachments: Vec<(u64, Arc<Allocation>)>,
    pods: Vec<(u64, Arc<Allocation>)>,
    places: Vec<Placed>,
}

impl Unlisted {
    /// Adds an allocation to the state that does not live yet and was not released. They come in the order of names.
    pub(super) fn add(&mut self, state: &mut State, allocation: Arc<Allocation>) {
        let listed = || Arc::clone(&allocation);
        self.attachments.extend(attachments::number_of(&allocation).map(|number| (number, listed())));
        self.pods.push((index::number_of_pod(&allocation), listed()));
        self.places.extend(allocation.addresses.iter().map(|held| (held.address, listed())));
        let _none = state.allocations.insert(allocation);
    }

    /// Lets all be found. Their nodes must be there.
    pub(super) fn list(self, state: &mut State) {
        let Self { attachments, pods, mut places } = self;
        state.attachments.insert_many(attachments);
        state.index.name_pods(pods);
        places.sort_unstable_by_key(|(address, _)| *address);
        // Neighbours are nearly always of one node.
        let on_one_node =
            |a: &Placed, b: &Placed| a.1.node == b.1.node && a.1.name.cluster == b.1.name.cluster;
        for of_node in places.chunk_by(on_one_node) {
            state.place_on_node(of_node);
        }
    }
}

impl State {
    /// Puts pods of one node where their addresses are: in the index, and in the pools of the node.
    fn place_on_node(&mut self, pods: &[Placed]) {
        let Some((_, first)) = pods.first() else { return };
        self.index.place_pods(self.pod_space(&first.name.cluster_name()), pods);
        let Some(node) = self.nodes.get(&first.node_name()).map(Arc::clone) else { return };
        let mut runs: Vec<(PoolKey, u128, u128)> = Vec::new();
        for (key, number) in pods.iter().filter_map(|(address, _)| self.pod_number(&node, *address)) {
            match runs.last_mut() {
                Some((run, _, last)) if *run == key && last.checked_add(1) == Some(number) => *last = number,
                Some(_) | None => runs.push((key, number, number)),
            }
        }
        for (key, first, last) in runs {
            self.change_pool(&key, |pool| pool.restore_pods(first, last));
        }
    }
}
