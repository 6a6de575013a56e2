//! How do network security groups, namespaces and network policies come, change and go.
//!
//! What they do to packets is [`crate::flow`]'s; this context keeps them well-formed and tied to what is there.

pub mod engine;
pub mod group;
pub mod namespace;
pub mod policy;

use crate::decide::Draft;
use crate::event::{Change, Event};
use crate::name::ClusterName;
use crate::rejection::Rejection;
use crate::topology::network;

/// A cluster with namespaces or policies goes only by force, and never one that keeps a security group.
pub(crate) fn refuse_cluster_in_use(
    draft: &Draft<'_>,
    cluster: &ClusterName,
    force: bool,
) -> Result<(), Rejection> {
    let mut groups = draft.state().network_security_groups.values();
    if let Some(group) = groups.find(|group| group.cluster.as_ref() == Some(cluster)) {
        return Err(network::in_use(cluster, &group.name));
    }
    if force {
        return Ok(());
    }
    if let Some(policy) = draft.state().network_policies_of(cluster).next() {
        return Err(network::in_use(cluster, &policy.name));
    }
    if let Some(namespace) = draft.state().namespaces_of(cluster).next() {
        return Err(network::in_use(cluster, &namespace.name));
    }
    Ok(())
}

/// Namespaces and policies leave with their cluster.
pub(crate) fn cluster_left(draft: &mut Draft<'_>, cluster: &ClusterName) {
    let policies: Vec<_> = draft.state().network_policies_of(cluster).cloned().collect();
    for policy in policies {
        draft.emit(Event::NetworkPolicy(Change::Deleted((*policy).clone())));
    }
    let namespaces: Vec<_> = draft.state().namespaces_of(cluster).cloned().collect();
    for namespace in namespaces {
        draft.emit(Event::Namespace(Change::Deleted((*namespace).clone())));
    }
}

/// A list is not longer than it may be.
fn check_count(field: &str, count: usize, limit: usize) -> Result<(), Rejection> {
    if count <= limit {
        return Ok(());
    }
    let message = format!("{field} has {count} entries; at most {limit} are allowed");
    Err(Rejection::invalid(field, message).with("count", count).with("limit", limit))
}
