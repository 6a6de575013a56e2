//! How does an attachment get its addresses.
//!
//! The table of api-and-sdk.md 2.4, in its order: the same request again, an id that lives with another request, an id
//! that was released, another attachment of the same interface, and only then new addresses. One address for each family
//! of the cluster, all or none (law L9).

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use crate::address::{Family, address_of, number_of};
use crate::command::{AllocateSpec, Supersede};
use crate::decide::Draft;
use crate::event::{Event, ReleaseCause};
use crate::ipam::{pod_traits, release, usage};
use crate::limits;
use crate::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, Cluster, KeptOwner, Node, NodeState, Owner,
    PodDataPath, Tombstone,
};
use crate::name::{AllocationName, NodeName};
use crate::pool::{Holder, Pool, PoolKey, Status};
use crate::rejection::{Reason, Rejection};
use crate::state::State;
use crate::topology;
use crate::topology::node::in_batch;

/// Gateway that Azure CNI tells pods in transparent mode; a static neighbour entry answers for it.
const TRANSPARENT_GATEWAY: IpAddr = IpAddr::V4(Ipv4Addr::new(169, 254, 1, 1));

/// Hands out the addresses of a batch of attachments, all or none.
pub(crate) fn allocate(draft: &mut Draft<'_>, specs: &[AllocateSpec]) -> Result<(), Rejection> {
    check_batch(specs.len(), specs.iter().map(|spec| &spec.name))?;
    for (index, spec) in specs.iter().enumerate() {
        one(draft, spec).map_err(|rejection| in_batch(rejection, index, specs.len()))?;
    }
    Ok(())
}

/// A batch has 1 to 1,000 items with keys of their own.
pub(super) fn check_batch<'a>(
    count: usize,
    names: impl Iterator<Item = &'a AllocationName>,
) -> Result<(), Rejection> {
    let limit = limits::BATCH_ITEMS_MAX;
    if count == 0 || count > limit {
        let message = format!("the batch has {count} items; send 1 to {limit}");
        return Err(Rejection::new(Reason::BatchTooLarge, message).with("count", count).with("limit", limit));
    }
    let mut seen = BTreeSet::new();
    for (index, name) in names.enumerate() {
        if !seen.insert(name) {
            let message = format!("{name} is in the batch twice; send each attachment once");
            return Err(Rejection::new(Reason::BatchItemDuplicate, message)
                .with("index", index)
                .with("key", name));
        }
    }
    Ok(())
}

fn one(draft: &mut Draft<'_>, spec: &AllocateSpec) -> Result<(), Rejection> {
    draft.begin_step();
    let cluster = draft
        .state()
        .clusters
        .get(&spec.name.cluster_name())
        .cloned()
        .ok_or_else(|| Rejection::not_found(&spec.name.cluster_name()))?;
    check_spec(&cluster, spec)?;
    if let Some(live) = draft.state().allocations.get(&spec.name) {
        if same_request(live, spec) {
            let live = Arc::clone(live);
            draft.confirm(Event::AllocationConfirmed(live));
            return Ok(());
        }
        return Err(conflict(live));
    }
    refuse_released(draft, spec)?;
    let node_name = NodeName { cluster: spec.name.cluster.clone(), node: spec.node.clone() };
    let node =
        draft.state().nodes.get(&node_name).cloned().ok_or_else(|| Rejection::not_found(&node_name))?;
    if let Some(old) = other_attachment(draft, &node_name, &spec.owner) {
        let keeps = spec.requested_addresses.iter().all(|wish| old.addresses.has(*wish));
        match spec.supersede {
            Supersede::Reject => return Err(already_attached(&old)),
            Supersede::KeepAddress if keeps => {
                take_over(draft, spec, &old);
                return Ok(());
            }
            Supersede::KeepAddress | Supersede::NewAddress => {
                release::end(draft, &old, ReleaseCause::Superseded);
            }
        }
    }
    let addresses = choose(draft, &cluster, &node, spec)?;
    draft.conclude(Event::AllocationCreated(Arc::new(Allocation {
        // What others have already is shared with them.
        name: AllocationName {
            cluster: cluster.name.cluster.clone(),
            allocation: spec.name.allocation.clone(),
        },
        node: node.name.node.clone(),
        addresses,
        owner: KeptOwner::new(&spec.name.allocation, spec.owner.texts()),
        created_revision: draft.revision(),
        revision: draft.revision(),
        create_time: draft.now(),
        pod_traits: spec.pod_traits.clone(),
    })));
    Ok(())
}

fn check_spec(cluster: &Cluster, spec: &AllocateSpec) -> Result<(), Rejection> {
    let owner = &spec.owner;
    for (field, text) in [
        ("owner.namespace", &owner.namespace),
        ("owner.pod", &owner.pod),
        ("owner.pod_uid", &owner.pod_uid),
        ("owner.container_id", &owner.container_id),
        ("owner.interface_name", &owner.interface),
    ] {
        if text.len() > limits::TEXT_BYTES_MAX || text.chars().any(char::is_control) {
            let limit = limits::TEXT_BYTES_MAX;
            let message = format!(
                "{field} has {} bytes or control characters; use at most {limit} printable ones",
                text.len()
            );
            return Err(Rejection::invalid(field, message).with("limit", limit));
        }
    }
    if let Some(traits) = &spec.pod_traits {
        pod_traits::check(traits)?;
    }
    let mut seen = Vec::new();
    for (index, address) in spec.requested_addresses.iter().enumerate() {
        let family = Family::of(*address);
        if !cluster.families.contains(&family) || seen.contains(&family) {
            let message =
                format!("requested_addresses takes at most one address for each family of {}", cluster.name);
            return Err(
                Rejection::invalid(format!("requested_addresses[{index}]"), message).with("address", address)
            );
        }
        seen.push(family);
    }
    Ok(())
}

fn same_request(live: &Allocation, spec: &AllocateSpec) -> bool {
    live.node == spec.node
        && live.owner().pod_uid == spec.owner.pod_uid
        && live.owner().interface == spec.owner.interface
        && live.addresses.requested().eq(spec.requested_addresses.iter().copied())
}

fn conflict(live: &Allocation) -> Rejection {
    let message = format!(
        "{} lives on node {} for pod UID `{}` interface `{}` with another request; use another allocation_id, or release it",
        live.name,
        live.node,
        live.owner().pod_uid,
        live.owner().interface
    );
    Rejection::new(Reason::AllocationConflict, message)
        .with("allocation", &live.name)
        .with("node", &live.node)
        .with("pod_uid", live.owner().pod_uid)
}

fn refuse_released(draft: &Draft<'_>, spec: &AllocateSpec) -> Result<(), Rejection> {
    let Some(tombstone) = draft.state().tombstones.get(&spec.name) else { return Ok(()) };
    if !tombstone.single_use && spec.owner.container_id.is_empty() {
        return Ok(());
    }
    let message = format!(
        "{} was released at {}; an attachment of a container is used once: allocate for the new sandbox's id",
        spec.name, tombstone.released
    );
    Err(Rejection::new(Reason::AttachmentReleased, message)
        .with("allocation", &spec.name)
        .with("release_time", tombstone.released))
}

fn other_attachment(draft: &Draft<'_>, node: &NodeName, owner: &Owner) -> Option<Arc<Allocation>> {
    draft.state().attachments.get(node, &owner.pod_uid, &owner.interface).cloned()
}

fn already_attached(old: &Allocation) -> Rejection {
    let message = format!(
        "interface `{}` of pod UID `{}` is attached as {}; release that, or let this attachment supersede it",
        old.owner().interface,
        old.owner().pod_uid,
        old.name
    );
    Rejection::new(Reason::OwnerAlreadyAttached, message)
        .with("allocation", &old.name)
        .with("pod_uid", old.owner().pod_uid)
        .with("interface_name", old.owner().interface)
}

fn take_over(draft: &mut Draft<'_>, spec: &AllocateSpec, old: &Allocation) {
    let allocation = Allocation {
        name: AllocationName { cluster: old.name.cluster.clone(), allocation: spec.name.allocation.clone() },
        addresses: AllocatedAddresses::new(old.addresses.iter(), spec.requested_addresses.iter().copied()),
        owner: KeptOwner::new(&spec.name.allocation, spec.owner.texts()),
        created_revision: draft.revision(),
        revision: draft.revision(),
        create_time: draft.now(),
        pod_traits: spec.pod_traits.clone().or_else(|| old.pod_traits.clone()),
        ..old.clone()
    };
    let tombstone = tombstone(draft, old);
    let allocation = Arc::new(allocation);
    draft.emit(Event::AllocationMoved { allocation, superseded: old.name.allocation.clone(), tombstone });
}

/// What is left of an attachment that ends now.
pub(super) fn tombstone(draft: &Draft<'_>, ended: &Allocation) -> Tombstone {
    Tombstone {
        released: draft.now(),
        single_use: !ended.owner().container_id.is_empty(),
        until: draft.now().plus(limits::TOMBSTONE_WINDOW),
    }
}

fn choose(
    draft: &Draft<'_>,
    cluster: &Cluster,
    node: &Node,
    spec: &AllocateSpec,
) -> Result<AllocatedAddresses, Rejection> {
    if node.state != NodeState::Active {
        let state = if node.state == NodeState::Cordoned { "CORDONED" } else { "NOT_READY" };
        let message = format!("{} is {state} and takes no new pods; use another node", node.name);
        return Err(Rejection::new(Reason::NodeNotActive, message)
            .with("node", &node.name)
            .with("state", state));
    }
    let live = draft.state().allocation_count_on(node);
    if live >= node.max_pods as usize {
        let message =
            format!("{} holds {live} pods, as many as it takes; schedule the pod on another node", node.name);
        return Err(Rejection::new(Reason::NodePodLimitReached, message)
            .with("node", &node.name)
            .with("limit", node.max_pods)
            .with("allocated", live));
    }
    let families = cluster.families.iter();
    let chosen: Vec<_> = families
        .map(|family| choose_address(draft, cluster, node, spec, *family))
        .collect::<Result<_, _>>()?;
    Ok(AllocatedAddresses::new(chosen, spec.requested_addresses.iter().copied()))
}

fn choose_address(
    draft: &Draft<'_>,
    cluster: &Cluster,
    node: &Node,
    spec: &AllocateSpec,
    family: Family,
) -> Result<AllocatedAddress, Rejection> {
    let key = draft.state().pod_pool_key(node, family);
    let Some(pool) = draft.state().pool(&key) else { return Err(Rejection::not_found(&node.name)) };
    let wish = spec.requested_addresses.iter().copied().find(|address| Family::of(*address) == family);
    let number = match wish {
        Some(address) => requested(draft.state(), node, &key, pool, address)?,
        None => pool.next_in_turn().ok_or_else(|| exhausted(&key, pool, family))?,
    };
    let index = usize::try_from(number).unwrap_or(usize::MAX);
    let address = match &key {
        PoolKey::NodeBlock(..) => Some(address_of(family, number)),
        PoolKey::NodeAddresses(..) | PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => {
            node.pod_addresses.at(family, index)
        }
    };
    let interface = interface_of(draft.state(), cluster, node, family);
    let (Some(address), Some((prefix_length, gateway))) = (address, interface) else {
        return Err(Rejection::not_found(&node.pool));
    };
    Ok(AllocatedAddress { address, prefix_length, gateway })
}

/// Prefix length and default gateway of a pod's interface on a node.
pub(crate) fn interface_of(
    state: &State,
    cluster: &Cluster,
    node: &Node,
    family: Family,
) -> Option<(u8, IpAddr)> {
    if let Some(block) = node.pod_prefix(family) {
        return Some((block.length(), address_of(family, block.first_number() + 1)));
    }
    let subnet = state.subnets.get(&state.node_pools.get(&node.pool)?.subnet)?.prefix(family)?;
    let gateway = match cluster.pod_data_path {
        PodDataPath::Transparent => TRANSPARENT_GATEWAY,
        PodDataPath::Bridge => address_of(family, subnet.first_number() + 1),
    };
    Some((subnet.length(), gateway))
}

/// The number of an address that was asked for, if it is one of the node's and free.
fn requested(
    state: &State,
    node: &Node,
    key: &PoolKey,
    pool: &Pool,
    address: IpAddr,
) -> Result<u128, Rejection> {
    let family = Family::of(address);
    let number = match key {
        PoolKey::NodeAddresses(..) => node.pod_addresses.position(address).map(|index| index as u128),
        PoolKey::NodeBlock(..) | PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => {
            node.pod_prefix(family).filter(|block| block.contains(address)).map(|_| number_of(address))
        }
    };
    let Some(number) = number else {
        let prefixes: Vec<_> = node.pod_prefixes.iter().map(ToString::to_string).collect();
        let message = format!(
            "{address} is no pod address of {}; ask for an address of the node, or for any",
            node.name
        );
        return Err(Rejection::new(Reason::AddressOutOfPool, message)
            .with("address", address)
            .with("pool", &node.name)
            .with("prefixes", prefixes.join(","))
            .field("requested_addresses"));
    };
    let status = pool.status(number);
    if status == Status::Held(Holder::Pod)
        && let Some(space) = state.pod_space(&node.name.cluster_name())
        && let Some(pod) = state.index.pod_at(&space, address)
    {
        let message = format!("{address} is held by allocation {}; ask for another", pod.name.allocation);
        return Err(Rejection::new(Reason::AddressInUse, message)
            .with("address", address)
            .with("holder", &pod.name)
            .field("requested_addresses"));
    }
    topology::refuse_taken(&status, &address.to_string(), &node.name, "requested_addresses")?;
    Ok(number)
}

fn exhausted(key: &PoolKey, pool: &Pool, family: Family) -> Rejection {
    let counts = pool.usage();
    let name = usage::pool_name(key);
    let next = pool.next_reusable().map(|time| time.to_string()).unwrap_or_default();
    let advice =
        if next.is_empty() { "add a node".to_owned() } else { format!("wait until {next}, or add a node") };
    let message = format!(
        "no {} address is free in {name}: of {}, {} are held, {} cool down and {} are reserved; {advice}",
        family.word(),
        counts.capacity,
        counts.allocated,
        counts.cooling,
        counts.reserved
    );
    let rejection = Rejection::new(Reason::PoolExhausted, message)
        .with("pool", name)
        .with("family", usage::family_word(family))
        .with("largest_free_prefix_length", "")
        .with("next_reusable_time", next);
    usage::figures(rejection, pool)
}
