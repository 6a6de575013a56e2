//! Which allocation is that of a pod's interface on a node?

use std::sync::Arc;

use super::by_number::{ByNumber, number_of_parts};
use crate::model::Allocation;
use crate::name::NodeName;

/// Live allocations of pods by node, pod UID and interface. Allocations whose holder is no pod are not among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attachments(ByNumber<Allocation>);

/// A UID is of one pod, nearly always on one node.
fn number(pod_uid: &str, interface: &str) -> u64 {
    number_of_parts([interface], pod_uid)
}

/// The number of an allocation's attachment; `None` if its holder is no pod.
pub(super) fn number_of(allocation: &Allocation) -> Option<u64> {
    let owner = allocation.owner();
    (!owner.pod_uid.is_empty()).then(|| number(owner.pod_uid, owner.interface))
}

impl Attachments {
    /// The allocation of a pod's interface on a node.
    pub fn get(&self, node: &NodeName, pod_uid: &str, interface: &str) -> Option<&Arc<Allocation>> {
        let NodeName { cluster, node } = node;
        self.0.find(number(pod_uid, interface), |found| {
            found.name.cluster == *cluster
                && found.node == *node
                && found.owner().pod_uid == pod_uid
                && found.owner().interface == interface
        })
    }

    /// Every allocation that a pod holds, in an order that follows from their attachments.
    pub fn values(&self) -> impl Iterator<Item = &Arc<Allocation>> {
        self.0.iter()
    }

    pub(super) fn insert(&mut self, allocation: &Arc<Allocation>) {
        if let Some(number) = number_of(allocation) {
            let _before = self.0.insert(number, Arc::clone(allocation));
        }
    }

    /// Adds allocations by their numbers, none of which is there yet.
    pub(super) fn insert_many(&mut self, allocations: Vec<(u64, Arc<Allocation>)>) {
        self.0.insert_many(allocations);
    }

    pub(super) fn remove(&mut self, allocation: &Allocation) {
        if let Some(number) = number_of(allocation) {
            let _gone = self.0.remove(number, &allocation.name);
        }
    }
}
