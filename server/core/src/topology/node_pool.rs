//! How does a node pool come, change and go.

use crate::address::Family;
use crate::command::{Delete, NodePoolSpec, NodePoolUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::{Cluster, NetworkMode, NodePool, OsType, ProvisioningTool, Subnet};
use crate::name::NodePoolName;
use crate::rejection::{Reason, Rejection};
use crate::topology::{cluster, network, subnet};
use crate::{routes, security};

/// Creates a node pool. With the first pool of a kubenet cluster its route table is chosen and associated.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &NodePoolSpec) -> Result<(), Rejection> {
    if draft.state().node_pools.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let cluster = cluster::get(draft, &spec.name.cluster_name())?;
    let subnet = subnet::get(draft, &spec.subnet)?;
    check_subnet(draft, &cluster, &subnet)?;
    if cluster.mode == NetworkMode::Kubenet && spec.os == OsType::Windows {
        return Err(Rejection::new(Reason::FieldInvalid, "KUBENET has no Windows node pools; use AZURE_CNI")
            .with("network_mode", "KUBENET")
            .field("os_type"));
    }
    security::engine::check_os(&cluster, spec.os)?;
    security::group::check_use(draft, &cluster.network, spec.network_security_group.as_ref())?;
    let pool = NodePool {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        subnet: spec.subnet.clone(),
        max_pods: max_pods(&cluster, spec.max_pods)?,
        os: spec.os,
        surge: spec.surge,
        next_instance: 0,
        network_security_group: spec.network_security_group.clone(),
    };
    match cluster.mode {
        NetworkMode::Kubenet => drop(routes::managed::attach_first_pool(draft, &cluster, &subnet)?),
        NetworkMode::AzureCni => routes::association::check_default_route(draft.state(), &cluster, &subnet)?,
    }
    draft.emit(Event::NodePool(Change::Created(pool)));
    Ok(())
}

fn check_subnet(draft: &Draft<'_>, cluster: &Cluster, subnet: &Subnet) -> Result<(), Rejection> {
    if subnet.name.network_name() != cluster.network {
        let message = format!(
            "{} is not a subnet of {}, the network of {}",
            subnet.name, cluster.network, cluster.name
        );
        return Err(Rejection::new(Reason::NetworkMismatch, message)
            .with("name", &subnet.name)
            .with("network", &cluster.network)
            .field("subnet"));
    }
    if !subnet.delegation.is_empty() {
        let message = format!(
            "{} is delegated to {}; nodes need a subnet that is not delegated",
            subnet.name, subnet.delegation
        );
        return Err(Rejection::new(Reason::SubnetDelegated, message)
            .with("subnet", &subnet.name)
            .with("delegation", &subnet.delegation)
            .field("subnet"));
    }
    if let Some(family) = cluster.families.iter().find(|family| subnet.prefix(**family).is_none()) {
        let message =
            format!("{} has no {} prefix, and {} needs one", subnet.name, family.word(), cluster.name);
        return Err(Rejection::new(Reason::FieldInvalid, message)
            .with("family", crate::ipam::usage::family_word(*family))
            .field("subnet"));
    }
    let other = draft.state().node_pools.values().filter(|pool| pool.subnet == subnet.name).find(|pool| {
        let name = pool.name.cluster_name();
        let kubenet = |mode| mode == NetworkMode::Kubenet;
        name != cluster.name
            && (kubenet(cluster.mode)
                || draft.state().clusters.get(&name).is_some_and(|other| kubenet(other.mode)))
    });
    if let Some(pool) = other {
        let message = format!(
            "{} has nodes of {}; a subnet with a kubenet cluster takes no other cluster: use another subnet",
            subnet.name,
            pool.name.cluster_name()
        );
        return Err(Rejection::new(Reason::SubnetNotShareable, message)
            .with("subnet", &subnet.name)
            .with("cluster", pool.name.cluster_name())
            .field("subnet"));
    }
    Ok(())
}

fn max_pods(cluster: &Cluster, wanted: Option<u32>) -> Result<u32, Rejection> {
    let portal = cluster.provisioning_tool == ProvisioningTool::Portal;
    let default = if portal { limits::MAX_PODS_AZURE_CNI } else { cluster.mode.max_pods_default() };
    let value = wanted.unwrap_or(default);
    let refuse = |message: String| Rejection::invalid("max_pods", message).with("value", value);
    if portal && value != limits::MAX_PODS_AZURE_CNI {
        let message = format!(
            "max_pods is {value}, but the portal pins it to {default}; provision with the CLI or a template"
        );
        return Err(refuse(message).with("pinned", default));
    }
    let (low, high) = (limits::MAX_PODS_MIN, limits::MAX_PODS_MAX);
    if !(low..=high).contains(&value) {
        return Err(refuse(format!("max_pods is {value}; AKS takes {low} to {high}"))
            .with("minimum", low)
            .with("maximum", high));
    }
    if cluster.mode == NetworkMode::Kubenet {
        let bits = Family::V4.bits() - cluster.node_prefix_length_v4;
        let usable = (1u64 << bits) - 3;
        if u64::from(value) > usable {
            let length = cluster.node_prefix_length_v4;
            let message = format!(
                "max_pods is {value}, but a node's /{length} holds {usable} pods; lower it, or widen the block"
            );
            return Err(refuse(message).with("usable", usable));
        }
    }
    Ok(value)
}

/// Changes a node pool. Pods per node stay (law L13).
pub(crate) fn update(draft: &mut Draft<'_>, update: &NodePoolUpdate) -> Result<(), Rejection> {
    let before = get(draft, &update.name)?;
    check_etag(&before, update.etag.as_ref())?;
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "create another node pool and move the pods"));
    }
    let mut after = before.clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(surge) = update.surge {
        after.surge = surge;
    }
    if let Some(group) = &update.network_security_group {
        let network = cluster::get(draft, &update.name.cluster_name())?.network;
        security::group::check_use(draft, &network, group.as_ref())?;
        after.network_security_group.clone_from(group);
    }
    draft.update(&before, after, Event::NodePool);
    Ok(())
}

/// Deletes a node pool without nodes.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<NodePoolName>) -> Result<(), Rejection> {
    let Some(pool) = draft.state().node_pools.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(pool.as_ref(), delete.etag.as_ref())?;
    if let Some(node) =
        draft.state().nodes_of(&delete.name.cluster_name()).find(|node| node.pool == delete.name)
    {
        return Err(network::in_use(&delete.name, &node.name));
    }
    draft.emit(Event::NodePool(Change::Deleted((*pool).clone())));
    Ok(())
}

/// The node pool, or a refusal.
pub(crate) fn get(draft: &Draft<'_>, name: &NodePoolName) -> Result<NodePool, Rejection> {
    draft.state().node_pools.get(name).map(|pool| (**pool).clone()).ok_or_else(|| Rejection::not_found(name))
}
