//! What is an allocation: the addresses of one attachment of one pod interface.

use std::sync::Arc;

use crate::meta::Revision;
use crate::model::{AllocatedAddresses, KeptOwner, OwnerTexts, PodTraits};
use crate::name::{AllocationName, NodeName, Segment};
use crate::time::Timestamp;

/// A live allocation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allocation {
    /// Name; the last part is the caller's allocation id.
    pub name: AllocationName,
    /// Node of the pod, within the cluster.
    pub node: Segment,
    /// One address for each family of the cluster, and which of them the request named.
    pub addresses: AllocatedAddresses,
    /// Holder; [`Allocation::owner`] reads it.
    pub owner: KeptOwner,
    /// Revision that created it.
    pub created_revision: Revision,
    /// Revision that changed it last.
    pub revision: Revision,
    /// Time of creation.
    pub create_time: Timestamp,
    /// What network policies read of the pod; `None` if it is not known.
    pub pod_traits: Option<Arc<PodTraits>>,
}

impl Allocation {
    /// Name of the pod's node.
    pub fn node_name(&self) -> NodeName {
        self.name.cluster_name().node(self.node.clone())
    }

    /// Holder.
    pub fn owner(&self) -> OwnerTexts<'_> {
        self.owner.texts(&self.name.allocation)
    }
}

/// What is left of a released attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tombstone {
    /// When it was released.
    pub released: Timestamp,
    /// Whether the attachment named a container, so that its id may never come back.
    pub single_use: bool,
    /// When the tombstone goes.
    pub until: Timestamp,
}
