//! What is an allocation: the addresses of one attachment of one pod interface.

use std::net::IpAddr;
use std::sync::Arc;

use crate::meta::Revision;
use crate::model::PodTraits;
use crate::name::{AllocationName, Segment};
use crate::time::Timestamp;

/// Who holds an allocation. Identity is pod UID and interface; the rest is for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner {
    /// Kubernetes namespace of the pod.
    pub namespace: String,
    /// Name of the pod.
    pub pod: String,
    /// UID of the pod; empty if the holder is no pod.
    pub pod_uid: String,
    /// Container (sandbox) id of the attachment; an id with a container is single-use, as in CNI.
    pub container_id: String,
    /// Interface inside the pod; `eth0` by default.
    pub interface: String,
}

/// One address of an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AllocatedAddress {
    /// The address.
    pub address: IpAddr,
    /// Length of the prefix that the pod's interface gets.
    pub prefix_length: u8,
    /// Default gateway of the pod.
    pub gateway: IpAddr,
}

/// A live allocation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allocation {
    /// Name; the last part is the caller's allocation id.
    pub name: AllocationName,
    /// Node of the pod, within the cluster.
    pub node: Segment,
    /// One address for each family of the cluster, IPv4 first.
    pub addresses: Vec<AllocatedAddress>,
    /// Holder.
    pub owner: Owner,
    /// Addresses that the request asked for; part of the request's identity.
    pub requested_addresses: Vec<IpAddr>,
    /// Revision that created it.
    pub created_revision: Revision,
    /// Revision that changed it last.
    pub revision: Revision,
    /// Time of creation.
    pub create_time: Timestamp,
    /// What network policies read of the pod; `None` if it is not known.
    pub pod_traits: Option<Arc<PodTraits>>,
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
