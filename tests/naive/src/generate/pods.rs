//! Which pods run on the nodes.

use podnet_core::command::{AllocateSpec, Command, Supersede};
use podnet_core::model::Owner;
use podnet_core::name::AllocationName;

use super::Limits;
use crate::random::Random;
use crate::world::World;

/// Up to so many pods on each node.
pub(super) fn pods(world: &mut World, random: &mut Random, limits: Limits) {
    let nodes: Vec<_> = world.state.nodes.keys().cloned().collect();
    for node in nodes {
        for index in 0..random.below(limits.pods_of_node + 1) {
            let id = format!("{}-p{index}", node.node);
            let Ok(name) = AllocationName::parse(&format!("{}/allocations/{id}", node.cluster_name())) else {
                continue;
            };
            let owner = Owner {
                namespace: if random.percent(75) { "default".into() } else { "other".into() },
                pod: id.clone(),
                pod_uid: id.clone(),
                container_id: format!("c-{id}"),
                interface: "eth0".into(),
            };
            world.attempt(Command::Allocate(vec![AllocateSpec {
                pod_traits: None,
                name,
                node: node.node.clone(),
                owner,
                requested_addresses: Vec::new(),
                supersede: Supersede::KeepAddress,
            }]));
        }
    }
}
