//! How does a node join, change and leave: its addresses, its block and its routes in one revision (law L10).

use std::collections::BTreeSet;

use crate::address::{Family, number_of};
use crate::command::{Delete, NodeSpec, NodeUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event, ReleaseCause};
use crate::ipam;
use crate::limits;
use crate::meta::uid;
use crate::model::{Cluster, Node, NodePool};
use crate::name::NodeName;
use crate::pool::PoolKey;
use crate::rejection::{Reason, Rejection};
use crate::routes;
use crate::topology::node_addresses::{Wish, check_public_addresses, choose, take};
use crate::topology::{cluster, node_pool, outbound};

/// Lets nodes join, all or none.
pub(crate) fn create(draft: &mut Draft<'_>, specs: &[NodeSpec]) -> Result<(), Rejection> {
    if specs.is_empty() || specs.len() > limits::BATCH_ITEMS_MAX {
        let limit = limits::BATCH_ITEMS_MAX;
        let message = format!("the batch has {} nodes; send 1 to {limit}", specs.len());
        return Err(Rejection::new(Reason::BatchTooLarge, message)
            .with("count", specs.len())
            .with("limit", limit));
    }
    let mut names = BTreeSet::new();
    for (index, spec) in specs.iter().enumerate() {
        if !names.insert(&spec.name) {
            let message = format!("{} is in the batch twice; send each node once", spec.name);
            return Err(Rejection::new(Reason::BatchItemDuplicate, message)
                .with("index", index)
                .with("key", &spec.name));
        }
        join(draft, spec).map_err(|rejection| in_batch(rejection, index, specs.len()))?;
    }
    Ok(())
}

/// Names the item of a batch that a refusal is about.
pub(crate) fn in_batch(rejection: Rejection, index: usize, count: usize) -> Rejection {
    if count > 1 { rejection.with("index", index) } else { rejection }
}

/// Lets one node join.
pub(super) fn join(draft: &mut Draft<'_>, spec: &NodeSpec) -> Result<(), Rejection> {
    let name = &spec.name;
    if let Some(node) = draft.state().nodes.get(name) {
        if !spec.uid.is_empty() && spec.uid != node.uid {
            let message = format!(
                "{name} has UID {}, not {}: it is another machine; delete the old node first",
                node.uid, spec.uid
            );
            return Err(Rejection::new(Reason::NodeUidMismatch, message)
                .with("name", name)
                .with("uid", &spec.uid)
                .with("current_uid", &node.uid));
        }
        return Err(Rejection::exists(name));
    }
    let cluster = cluster::get(draft, &name.cluster_name())?;
    let pool = node_pool::get(draft, &spec.pool)?;
    if pool.name.cluster != name.cluster {
        return Err(Rejection::invalid("node_pool", format!("{} is a pool of another cluster", pool.name)));
    }
    let count = draft.state().nodes_of(&cluster.name).count();
    if count >= limits::NODES_PER_CLUSTER_MAX {
        let limit = limits::NODES_PER_CLUSTER_MAX;
        let message = format!("{} has {count} nodes, the limit of AKS; use another cluster", cluster.name);
        return Err(Rejection::new(Reason::NodeLimitReached, message)
            .with("name", &cluster.name)
            .with("limit", limit)
            .with("count", count)
            .with("wanted", count + 1)
            .with("limited_by", "CLUSTER"));
    }
    outbound::check_nodes(&cluster.outbound, count + 1)?;
    let wish = Wish {
        name,
        addresses: &spec.addresses,
        pod_prefixes: &spec.pod_prefixes,
        pod_addresses: &spec.pod_addresses,
    };
    check_public_addresses(&spec.interface.public_addresses)?;
    let chosen = choose(draft, &cluster, &pool, &wish)?;
    let node = Node {
        name: name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        pool: pool.name.clone(),
        uid: if spec.uid.is_empty() { uid(draft.revision(), name) } else { spec.uid.clone() },
        addresses: chosen.addresses,
        pod_prefixes: chosen.pod_prefixes,
        pod_addresses: chosen.pod_addresses.into_iter().collect(),
        max_pods: pool.max_pods,
        state: spec.state,
        excluded_from_load_balancers: spec.excluded_from_load_balancers,
        interface: spec.interface.clone(),
    };
    draft.emit(Event::Node(Change::Created(node.clone())));
    routes::managed::node_joined(draft, &cluster, &node)
}

/// Changes a node; new addresses take their routes along.
pub(crate) fn update(draft: &mut Draft<'_>, update: &NodeUpdate) -> Result<(), Rejection> {
    let before = get(draft, &update.name)?;
    check_etag(&before, update.etag.as_ref())?;
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "delete the node and let another one join"));
    }
    let mut after = before.clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(state) = update.state {
        after.state = state;
    }
    if let Some(excluded) = update.excluded_from_load_balancers {
        after.excluded_from_load_balancers = excluded;
    }
    if let Some(forwarding) = update.ip_forwarding {
        after.interface.ip_forwarding = forwarding;
    }
    if let Some(addresses) = &update.public_addresses {
        check_public_addresses(addresses)?;
        after.interface.public_addresses.clone_from(addresses);
    }
    let cluster = cluster::get(draft, &update.name.cluster_name())?;
    if let Some(addresses) = &update.addresses {
        let pool = node_pool::get(draft, &before.pool)?;
        after.addresses.clone_from(addresses);
        check_addresses(draft, &cluster, &pool, &before, &after)?;
    }
    draft.update(&before, after, Event::Node);
    let after = get(draft, &update.name)?;
    routes::managed::node_changed(draft, &cluster, &before, &after)
}

fn check_addresses(
    draft: &Draft<'_>,
    cluster: &Cluster,
    pool: &NodePool,
    before: &Node,
    after: &Node,
) -> Result<(), Rejection> {
    let families: Vec<_> = after.addresses.iter().map(|address| Family::of(*address)).collect();
    if families != cluster.families {
        let message = format!("addresses takes one address for each family of {}, IPv4 first", cluster.name);
        return Err(Rejection::invalid("addresses", message));
    }
    for address in after.addresses.iter().filter(|address| !before.addresses.contains(address)) {
        let key = PoolKey::Subnet(pool.subnet.clone(), Family::of(*address));
        let Some(space) = draft.state().pool(&key) else { return Err(Rejection::not_found(&pool.subnet)) };
        let number = take(&key, space, *address, "addresses")?;
        debug_assert_eq!(number, number_of(*address), "a subnet's numbers are addresses");
    }
    Ok(())
}

/// Lets nodes leave, all or none.
pub(crate) fn delete(draft: &mut Draft<'_>, deletes: &[Delete<NodeName>]) -> Result<(), Rejection> {
    if deletes.is_empty() || deletes.len() > limits::BATCH_ITEMS_MAX {
        let limit = limits::BATCH_ITEMS_MAX;
        let message = format!("the batch has {} nodes; send 1 to {limit}", deletes.len());
        return Err(Rejection::new(Reason::BatchTooLarge, message)
            .with("count", deletes.len())
            .with("limit", limit));
    }
    for (index, delete) in deletes.iter().enumerate() {
        leave(draft, delete).map_err(|rejection| in_batch(rejection, index, deletes.len()))?;
    }
    Ok(())
}

/// Lets one node leave: refused while pods live on it, unless forced.
pub(super) fn leave(draft: &mut Draft<'_>, delete: &Delete<NodeName>) -> Result<(), Rejection> {
    let Some(node) = draft.state().nodes.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(node.as_ref(), delete.etag.as_ref())?;
    let cluster = cluster::get(draft, &delete.name.cluster_name())?;
    let live: Vec<_> = draft.state().allocations_on(&node).cloned().collect();
    if !live.is_empty() && !delete.force {
        let message = format!("{} holds {} allocations; drain it first, or force", node.name, live.len());
        return Err(Rejection::new(Reason::NodeNotEmpty, message)
            .with("node", &node.name)
            .with("allocations", live.len()));
    }
    for allocation in live {
        ipam::release::end(draft, &allocation, ReleaseCause::NodeLeft);
    }
    routes::managed::node_left(draft, &cluster, &node);
    draft.emit(Event::Node(Change::Deleted((*node).clone())));
    Ok(())
}

/// The node, or a refusal.
pub(crate) fn get(draft: &Draft<'_>, name: &NodeName) -> Result<Node, Rejection> {
    draft.state().nodes.get(name).map(|node| (**node).clone()).ok_or_else(|| Rejection::not_found(name))
}
