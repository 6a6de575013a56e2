//! How does a pool of nodes grow and shrink in one call: all of it or nothing, in one revision.
//!
//! Nodes are named as AKS names the instances of a scale set. Shrinking removes the newest nodes first, as a scale set
//! does by default.

use std::collections::BTreeMap;
use std::hash::Hasher;

use crate::command::{Delete, NodeSpec, Scale};
use crate::decide::{Draft, check_etag};
use crate::event::Event;
use crate::limits;
use crate::meta::Fingerprint;
use crate::model::{Interface, NetworkMode, NodePool, NodeState};
use crate::name::{NodeName, Segment};
use crate::pool::PoolKey;
use crate::rejection::{Reason, Rejection};
use crate::topology::node_addresses::subnet_full;
use crate::topology::{cluster, node, node_pool};

/// Brings a pool to a count of nodes.
pub(crate) fn scale(draft: &mut Draft<'_>, scale: &Scale) -> Result<(), Rejection> {
    let before = node_pool::get(draft, &scale.pool)?;
    check_etag(&before, scale.etag.as_ref())?;
    if scale.node_count > limits::SCALE_NODES_MAX {
        let limit = limits::SCALE_NODES_MAX;
        let message = format!("node_count is {}; AKS takes at most {limit}", scale.node_count);
        return Err(Rejection::invalid("node_count", message)
            .with("value", scale.node_count)
            .with("limit", limit));
    }
    let cluster_name = scale.pool.cluster_name();
    let mut members: Vec<_> =
        draft.state().nodes_of(&cluster_name).filter(|node| node.pool == scale.pool).cloned().collect();
    let wanted = scale.node_count as usize;
    if members.len() < wanted {
        return grow(draft, &before, wanted - members.len());
    }
    if members.len() == wanted {
        draft.confirm(Event::NodePool(crate::event::Change::Updated(before)));
        return Ok(());
    }
    members.sort_by(|a, b| (b.meta.created_revision, &b.name).cmp(&(a.meta.created_revision, &a.name)));
    for member in members.iter().take(members.len() - wanted) {
        let delete = Delete { force: scale.force, ..Delete::new(member.name.clone()) };
        node::leave(draft, &delete)?;
    }
    Ok(())
}

fn grow(draft: &mut Draft<'_>, before: &NodePool, count: usize) -> Result<(), Rejection> {
    check_room(draft, before, count)?;
    let cluster_name = before.name.cluster_name();
    let mut pool = before.clone();
    let mut names = Vec::with_capacity(count);
    while names.len() < count {
        let name = instance_name(before, pool.next_instance);
        pool.next_instance += 1;
        if !draft.state().nodes.contains_key(&name) {
            names.push(name);
        }
    }
    draft.update(before, pool, Event::NodePool);
    for name in names {
        debug_assert_eq!(name.cluster, cluster_name.cluster, "a pool's nodes are in its cluster");
        node::join(
            draft,
            &NodeSpec {
                name,
                labels: BTreeMap::new(),
                pool: before.name.clone(),
                uid: String::new(),
                addresses: Vec::new(),
                pod_prefixes: Vec::new(),
                pod_addresses: Vec::new(),
                state: NodeState::Active,
                excluded_from_load_balancers: false,
                interface: Interface::default(),
            },
        )?;
    }
    Ok(())
}

/// Counts before anything is tried, so that the figures of the refusal are those of the whole wish.
fn check_room(draft: &Draft<'_>, pool: &NodePool, count: usize) -> Result<(), Rejection> {
    let cluster = cluster::get(draft, &pool.name.cluster_name())?;
    let per_node = match cluster.mode {
        NetworkMode::AzureCni => 1 + u128::from(pool.max_pods),
        NetworkMode::Kubenet => 1,
    };
    for family in &cluster.families {
        let Some(space) = draft.state().pool(&PoolKey::Subnet(pool.subnet.clone(), *family)) else {
            continue;
        };
        let needed = per_node * count as u128;
        if space.usage().free < needed {
            let rejection = subnet_full(pool, *family, space, needed);
            return Err(rejection.with("nodes", count).platform("InsufficientSubnetSize"));
        }
    }
    let present = draft.state().nodes_of(&cluster.name).count();
    if present + count > limits::NODES_PER_CLUSTER_MAX {
        let limit = limits::NODES_PER_CLUSTER_MAX;
        let message =
            format!("{} would have {} nodes; AKS takes at most {limit}", cluster.name, present + count);
        return Err(Rejection::new(Reason::NodeLimitReached, message)
            .with("name", &cluster.name)
            .with("limit", limit)
            .with("count", present)
            .with("wanted", present + count)
            .with("limited_by", "CLUSTER"));
    }
    Ok(())
}

/// Name of an instance, as AKS has it: `aks-<pool>-<8 digits>-vmss<6 digits in base 36>`.
fn instance_name(pool: &NodePool, instance: u64) -> NodeName {
    let mut hasher = Fingerprint::default();
    hasher.write(pool.name.cluster.as_str().as_bytes());
    let digits = hasher.finish() % 100_000_000;
    let text = format!("aks-{}-{digits:08}-vmss{}", pool.name.pool, base36(instance));
    NodeName { cluster: pool.name.cluster.clone(), node: Segment::generated(&text) }
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.len() < 6 {
        digits.push(char::from_digit(u32::try_from(number % 36).unwrap_or(0), 36).unwrap_or('0'));
        number /= 36;
    }
    digits.iter().rev().collect()
}
