//! How do allocations, pools and the history of addresses look on the wire?

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::meta::{Meta, uid};
use podnet_core::model::{AllocatedAddress, Allocation, OwnerTexts, Tombstone};
use podnet_core::name::{ClusterName, NodeName};
use podnet_core::pool::PoolKey;
use podnet_core::state::PastHolder;
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use super::network_policy::pod_traits;
use super::{family, revision, texts, timestamp, usage};
use crate::grpc::parse::ipam::PoolOf;

/// A live allocation.
pub(crate) fn allocation(allocation: &Allocation) -> pb::Allocation {
    let node = node_of(allocation).to_string();
    pb::Allocation {
        name: allocation.name.to_string(),
        meta: Some(pb::Meta {
            uid: uid(allocation.created_revision, &allocation.name),
            etag: Meta::etag_of(allocation.revision),
            revision: revision(allocation.revision),
            create_time: Some(timestamp(allocation.create_time)),
            // What is known of the pod may change later, at a time that the allocation does not keep.
            update_time: (allocation.revision == allocation.created_revision)
                .then(|| timestamp(allocation.create_time)),
            ..pb::Meta::default()
        }),
        pool: node.clone(),
        node,
        addresses: allocation.addresses.iter().map(address).collect(),
        owner: Some(owner(allocation.owner())),
        state: pb::AllocationState::Active as i32,
        reusable_time: None,
        release_time: None,
        pod_traits: allocation.pod_traits.as_deref().map(pod_traits),
    }
}

/// An allocation without what a list of view BASIC leaves out.
pub(crate) fn allocation_basic(full: &Allocation) -> pb::Allocation {
    pb::Allocation { meta: None, owner: None, pod_traits: None, ..allocation(full) }
}

/// An allocation as it was when it was released.
pub(crate) fn released(body: &Allocation, reusable: Timestamp, tombstone: &Tombstone) -> pb::Allocation {
    pb::Allocation {
        state: pb::AllocationState::Released as i32,
        reusable_time: Some(timestamp(reusable)),
        release_time: Some(timestamp(tombstone.released)),
        ..allocation(body)
    }
}

/// Name of the node of an allocation.
pub(crate) fn node_of(allocation: &Allocation) -> NodeName {
    allocation.node_name()
}

fn address(address: AllocatedAddress) -> pb::AllocatedAddress {
    pb::AllocatedAddress {
        address: address.address.to_string(),
        prefix_length: u32::from(address.prefix_length),
        gateway: address.gateway.to_string(),
        family: family(Family::of(address.address)),
    }
}

/// A pod interface.
pub(crate) fn owner(owner: OwnerTexts<'_>) -> pb::Owner {
    pb::Owner {
        namespace: owner.namespace.to_owned(),
        pod: owner.pod.to_owned(),
        pod_uid: owner.pod_uid.to_owned(),
        container_id: owner.container_id.to_owned(),
        interface_name: owner.interface.to_owned(),
    }
}

/// A pool with its counts; `None` if there is no such pool.
pub(crate) fn pool(state: &State, pool: &PoolOf) -> Option<pb::AddressPool> {
    match pool {
        PoolOf::Cluster(name) => cluster_pool(state, name),
        PoolOf::Node(name) => {
            let node = state.nodes.get(name)?;
            let parent = if node.pod_prefixes.is_empty() {
                state.node_pools.get(&node.pool).map(|pool| pool.subnet.to_string())
            } else {
                Some(name.cluster_name().to_string())
            };
            let subnet = state.node_pools.get(&node.pool).and_then(|pool| state.subnets.get(&pool.subnet));
            let (kind, prefixes) = if node.pod_prefixes.is_empty() {
                let prefixes = subnet.map(|subnet| texts(&subnet.address_prefixes)).unwrap_or_default();
                (pb::PoolKind::NodeAddresses, prefixes)
            } else {
                (pb::PoolKind::NodeBlock, texts(&node.pod_prefixes))
            };
            Some(pb::AddressPool {
                name: name.to_string(),
                kind: kind as i32,
                prefixes,
                usage: usage::of_node(state, node),
                block_usage: Vec::new(),
                parent_pool: parent.unwrap_or_default(),
            })
        }
        PoolOf::Subnet(name) => {
            let subnet = state.subnets.get(name)?;
            Some(pb::AddressPool {
                name: name.to_string(),
                kind: pb::PoolKind::Subnet as i32,
                prefixes: texts(&subnet.address_prefixes),
                usage: usage::of_subnet(state, subnet),
                block_usage: Vec::new(),
                parent_pool: String::new(),
            })
        }
    }
}

fn cluster_pool(state: &State, name: &ClusterName) -> Option<pb::AddressPool> {
    let cluster = state.clusters.get(name)?;
    state.pool(&PoolKey::PodBlocks(name.clone(), cluster.pod_prefixes.first()?.family()))?;
    Some(pb::AddressPool {
        name: name.to_string(),
        kind: pb::PoolKind::ClusterPodPrefix as i32,
        prefixes: texts(&cluster.pod_prefixes),
        usage: usage::of_cluster(state, cluster),
        block_usage: usage::blocks_of_cluster(state, cluster),
        parent_pool: String::new(),
    })
}

/// A holder in the words of the history: resource, owner and node.
pub(crate) fn past_holder(holder: &PastHolder) -> (String, Option<pb::Owner>, String) {
    match holder {
        PastHolder::Allocation { name, node, owner: held_by } => {
            let held_by = owner(held_by.texts(&name.allocation));
            (name.to_string(), Some(held_by), name.cluster_name().node(node.clone()).to_string())
        }
        PastHolder::Node(name) => (name.to_string(), None, name.to_string()),
        PastHolder::Reservation(name) => (name.to_string(), None, String::new()),
    }
}
