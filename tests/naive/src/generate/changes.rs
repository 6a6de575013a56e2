//! What changes after everything stands: nodes that move, fail or leave, pods that go, machines that are deleted.

use podnet_core::address::{Family, address_of};
use podnet_core::command::{Command, Delete, NodeUpdate, ReleaseSpec};
use podnet_core::model::NodeState;

use crate::random::Random;
use crate::world::World;

/// A few changes, each legal and each a common reason of trouble.
pub(super) fn changes(world: &mut World, random: &mut Random) {
    let nodes: Vec<_> = world.state.nodes.values().cloned().collect();
    for node in nodes {
        match random.below(40) {
            0 => {
                let moved = node
                    .addresses
                    .iter()
                    .map(|a| address_of(Family::of(*a), podnet_core::address::number_of(*a) + 40));
                let update = NodeUpdate { addresses: Some(moved.collect()), ..unchanged(&node.name) };
                world.attempt(Command::UpdateNode(update));
            }
            1 => {
                world.attempt(Command::UpdateNode(NodeUpdate {
                    state: Some(NodeState::NotReady),
                    ..unchanged(&node.name)
                }));
            }
            2 => {
                world.attempt(Command::DeleteNodes(vec![Delete::forced(node.name.clone())]));
            }
            _ => {}
        }
    }
    let pods: Vec<_> = world.state.allocations.keys().cloned().collect();
    for name in pods.into_iter().filter(|_| random.percent(4)) {
        world.attempt(Command::Release(vec![ReleaseSpec { name, etag: None }]));
    }
    let machines: Vec<_> = world.state.reservations.keys().cloned().collect();
    for name in machines.into_iter().filter(|_| random.percent(4)) {
        world.attempt(Command::DeleteReservation(Delete::new(name)));
    }
}

fn unchanged(name: &podnet_core::name::NodeName) -> NodeUpdate {
    NodeUpdate {
        name: name.clone(),
        etag: None,
        immutable: Vec::new(),
        labels: None,
        addresses: None,
        state: None,
        excluded_from_load_balancers: None,
        ip_forwarding: None,
        public_addresses: None,
    }
}
