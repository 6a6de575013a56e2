//! The lock-step run: the domain and the oracle do the same, and everything is compared after each step.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use podnet_core::address::{Family, address_of};
use podnet_core::command::{
    AllocateSpec, Delete, NodeSpec, NodeUpdate, Place, ReleaseSpec, ReservationSpec, Scale, Supersede,
    SweepSpec,
};
use podnet_core::decide::draft;
use podnet_core::event::RequestMark;
use podnet_core::meta::Meta;
use podnet_core::model::{Interface, Machine, NodeState, Owner, Purpose};
use podnet_core::name::{AllocationName, NodeName, ReservationName};
use podnet_core::pool::{Holder, PoolKey, Status};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_core::{Change, Command, Context, Event, Outcome, Reason, Record, Request, State, invariants};

use super::operation::{Etag, Operation, Wish};
use super::oracle::Oracle;
use super::space::{Space, Taken};
use super::world;

/// What a run has seen, to show that it saw everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Steps done.
    pub operations: u64,
    /// Revisions made.
    pub revisions: u64,
    /// Refusals by reason.
    pub refusals: BTreeMap<&'static str, u64>,
}

impl Tally {
    /// Adds another run.
    pub fn add(&mut self, other: &Self) {
        self.operations += other.operations;
        self.revisions += other.revisions;
        for (reason, count) in &other.refusals {
            *self.refusals.entry(reason).or_default() += count;
        }
    }
}

struct Run {
    state: State,
    records: Vec<Record>,
    oracle: Oracle,
    last: Option<(Request, podnet_core::meta::Revision, u64)>,
    tally: Tally,
}

/// Lets the domain and the oracle do the same operations.
///
/// # Errors
/// The first difference, or the first law that does not hold, in words.
pub fn run(operations: &[Operation]) -> Result<Tally, String> {
    let mut run = Run {
        state: State::default(),
        records: Vec::new(),
        oracle: Oracle::default(),
        last: None,
        tally: Tally::default(),
    };
    for command in world::founding() {
        run.submit(&Request::plain(command.clone())).map_err(|reason| format!("{command:?}: {reason:?}"))?;
    }
    for (index, operation) in operations.iter().enumerate() {
        run.step(operation).map_err(|what| format!("step {index}, {operation:?}: {what}"))?;
    }
    let mut replay = State::default();
    for record in &run.records {
        replay.apply(record);
    }
    if replay != run.state {
        return Err("L4: the replayed log gives another state".to_owned());
    }
    run.tally.revisions = run.records.len() as u64;
    Ok(run.tally)
}

impl Run {
    fn now(&self) -> Timestamp {
        Timestamp(0).plus(Duration::from_secs(self.oracle.now))
    }

    fn submit(&mut self, request: &Request) -> Result<Outcome, Reason> {
        let context = Context { now: self.now(), actor: "model".to_owned() };
        let drafted = draft(&self.state, request, &context).map_err(|rejection| rejection.reason)?;
        let outcome = drafted.outcome;
        if let Outcome::Committed(events) = &outcome {
            let mark = |id: &String| RequestMark {
                id: id.clone(),
                fingerprint: request.fingerprint(),
                answer: Vec::new(),
            };
            let record = Record {
                revision: self.state.revision.next(),
                time: context.now,
                actor: context.actor,
                request: request.request_id.as_ref().map(mark),
                events: events.clone(),
            };
            // As the server does; the replay at the end folds the same records in without drafts.
            match drafted.evolved {
                Some(evolved) => {
                    self.state = evolved;
                    self.state.conclude(&record);
                }
                None => self.state.apply(&record),
            }
            self.records.push(record);
        }
        Ok(outcome)
    }

    fn step(&mut self, operation: &Operation) -> Result<(), String> {
        self.oracle.step += 1;
        self.tally.operations += 1;
        if let Operation::Advance { seconds } = operation {
            self.oracle.now += u64::from(*seconds);
        }
        self.oracle.tick();
        self.submit(&Request::plain(Command::Tick)).map_err(|reason| format!("tick: {reason:?}"))?;
        if let Operation::Repeat { same } = operation {
            self.repeat(*same)?;
        } else if let Some(command) = self.command(operation) {
            let request =
                Request { command, request_id: Some(format!("step-{}", self.oracle.step)), sent: None };
            self.both(operation, request)?;
        }
        self.compare()
    }

    fn repeat(&mut self, same: bool) -> Result<(), String> {
        let Some((mut request, revision, at)) = self.last.clone() else { return Ok(()) };
        if self.oracle.now >= at + 3600 {
            return Ok(());
        }
        if same {
            let outcome = self.submit(&request);
            return if outcome == Ok(Outcome::Replayed(revision)) {
                Ok(())
            } else {
                Err(format!("L5: {outcome:?}"))
            };
        }
        request.command = Command::DeleteNodes(vec![Delete::new(world::node(0, 200))]);
        let outcome = self.submit(&request);
        *self.tally.refusals.entry(Reason::RequestIdReused.text()).or_default() += 1;
        if outcome == Err(Reason::RequestIdReused) { Ok(()) } else { Err(format!("L5: {outcome:?}")) }
    }

    fn both(&mut self, operation: &Operation, request: Request) -> Result<(), String> {
        let mut next = self.oracle.clone();
        let mut expected = expect(&mut next, operation, &[]);
        let outcome = self.submit(&request);
        if let (Operation::Scale { .. }, Ok(Outcome::Committed(events))) = (operation, &outcome) {
            let joined: Vec<_> = events.iter().filter_map(joined).collect();
            next = self.oracle.clone();
            expected = expect(&mut next, operation, &joined);
        }
        match (&expected, &outcome) {
            (Ok(()), Ok(_)) => self.oracle = next,
            (Err(wanted), Err(reason)) if wanted == reason => {
                *self.tally.refusals.entry(reason.text()).or_default() += 1;
            }
            _ => return Err(format!("expected {expected:?}, got {outcome:?}")),
        }
        if let Ok(Outcome::Committed(_)) = outcome {
            self.last = Some((request, self.state.revision, self.oracle.now));
        }
        Ok(())
    }

    fn allocation(cluster: u8, id: u8) -> AllocationName {
        AllocationName {
            cluster: world::cluster(cluster).cluster,
            allocation: world::segment(&format!("id-{id}")),
        }
    }

    fn command(&self, operation: &Operation) -> Option<Command> {
        Some(match operation {
            Operation::Join { cluster, node, address, block } => {
                let low = Prefix::parse(world::SUBNETS[usize::from(*cluster)].1[0]).ok()?.first_number();
                let pods = world::CLUSTERS[usize::from(*cluster)].2.first().map(|text| world::prefix(text));
                let block = block.zip(pods).and_then(|(index, pods)| {
                    let first = pods.first_number() + (u128::from(index) << (32 - world::BLOCK_LENGTH_V4));
                    Prefix::from_number(Family::V4, first, world::BLOCK_LENGTH_V4)
                });
                Command::CreateNodes(vec![NodeSpec {
                    name: world::node(*cluster, *node),
                    labels: BTreeMap::new(),
                    pool: world::pool(*cluster),
                    uid: String::new(),
                    addresses: address
                        .iter()
                        .map(|offset| address_of(Family::V4, low + u128::from(*offset)))
                        .collect(),
                    pod_prefixes: block.into_iter().collect(),
                    pod_addresses: Vec::new(),
                    state: NodeState::Active,
                    excluded_from_load_balancers: false,
                    interface: Interface::default(),
                }])
            }
            Operation::Leave { cluster, node, force } => Command::DeleteNodes(vec![Delete {
                force: *force,
                ..Delete::new(world::node(*cluster, *node))
            }]),
            Operation::Move { cluster, node, address } => {
                let name = world::node(*cluster, *node);
                let low = Prefix::parse(world::SUBNETS[usize::from(*cluster)].1[0]).ok()?.first_number();
                let mut addresses =
                    self.state.nodes.get(&name).map(|node| node.addresses.clone()).unwrap_or_default();
                if let Some(first) = addresses.first_mut() {
                    *first = address_of(Family::V4, low + u128::from(*address));
                }
                Command::UpdateNode(NodeUpdate { addresses: Some(addresses), ..keep(name) })
            }
            Operation::Cordon { cluster, node, cordoned } => {
                let state = if *cordoned { NodeState::Cordoned } else { NodeState::Active };
                Command::UpdateNode(NodeUpdate { state: Some(state), ..keep(world::node(*cluster, *node)) })
            }
            Operation::Scale { cluster, count, force } => Command::ScaleNodePool(Scale {
                pool: world::pool(*cluster),
                node_count: u32::from(*count),
                force: *force,
                etag: None,
            }),
            Operation::Allocate { cluster, wishes } => {
                Command::Allocate(wishes.iter().map(|wish| self.allocate_spec(*cluster, wish)).collect())
            }
            Operation::Release { cluster, ids } => Command::Release(
                ids.iter().map(|(id, etag)| self.release_spec(*cluster, *id, *etag)).collect(),
            ),
            Operation::Reserve { subnet, name, first, bits, exact } => {
                let low = Prefix::parse(world::SUBNETS[usize::from(*subnet)].1[0]).ok()?.first_number();
                let start = (low + u128::from(*first)) & !((1u128 << bits) - 1);
                let place = if *exact {
                    Place::Exact(Prefix::from_number(Family::V4, start, 32 - bits)?)
                } else {
                    Place::NextFree(Family::V4, 32 - bits)
                };
                Command::CreateReservation(ReservationSpec {
                    network_security_group: None,
                    name: reservation(*subnet, *name),
                    labels: BTreeMap::new(),
                    purpose: Purpose::Other,
                    place,
                    display_name: String::new(),
                    ip_forwarding: false,
                    machine: Machine::default(),
                })
            }
            Operation::Unreserve { subnet, name } => {
                Command::DeleteReservation(Delete::new(reservation(*subnet, *name)))
            }
            Operation::Sweep { cluster, node, valid, age_seconds, allow_empty } => {
                Command::Sweep(SweepSpec {
                    node: world::node(*cluster, *node),
                    valid: valid_ids(*valid).iter().map(|id| world::segment(id)).collect::<BTreeSet<_>>(),
                    observed: self.now().minus(Duration::from_secs(u64::from(*age_seconds))),
                    allow_empty: *allow_empty,
                })
            }
            Operation::Advance { .. } | Operation::Repeat { .. } => return None,
        })
    }

    fn allocate_spec(&self, cluster: u8, wish: &Wish) -> AllocateSpec {
        let node = world::node(cluster, wish.node);
        let requested = wish.address.and_then(|offset| {
            let body = self.state.nodes.get(&node)?;
            match body.pod_prefix(Family::V4) {
                Some(block) => Some(address_of(Family::V4, block.first_number() + u128::from(offset))),
                // Beyond the list, an address that is none of the node's.
                None => Some(
                    body.pod_addresses
                        .iter()
                        .nth(usize::from(offset))
                        .unwrap_or_else(|| address_of(Family::V4, 0x0aff_0001)),
                ),
            }
        });
        let text = |yes: bool, prefix: &str, number: u8| {
            if yes { format!("{prefix}-{number}") } else { String::new() }
        };
        AllocateSpec {
            pod_traits: None,
            name: Self::allocation(cluster, wish.id),
            node: node.node,
            owner: Owner {
                namespace: "default".to_owned(),
                pod: text(true, "pod", wish.pod),
                pod_uid: text(wish.pod != 0, "uid", wish.pod),
                container_id: text(wish.container, "container", wish.id),
                interface: "eth0".to_owned(),
            },
            requested_addresses: requested.into_iter().collect(),
            supersede: match wish.supersede {
                0 => Supersede::KeepAddress,
                1 => Supersede::NewAddress,
                _ => Supersede::Reject,
            },
        }
    }

    fn release_spec(&self, cluster: u8, id: u8, etag: Etag) -> ReleaseSpec {
        let name = Self::allocation(cluster, id);
        let current = self.state.allocations.get(&name).map(|live| Meta::etag_of(live.revision));
        let etag = match etag {
            Etag::Absent => None,
            Etag::Current => current,
            Etag::Stale => Some("\"r0\"".to_owned()),
        };
        ReleaseSpec { name, etag }
    }

    fn compare(&self) -> Result<(), String> {
        if let Some(violation) = invariants::check(&self.state).first() {
            return Err(format!("{violation:?}"));
        }
        let live: BTreeMap<_, _> = self
            .state
            .allocations
            .values()
            .map(|live| {
                let addresses: Vec<_> = live.addresses.iter().map(|held| held.address.to_string()).collect();
                (live.name.to_string(), addresses)
            })
            .collect();
        let wanted: BTreeMap<_, _> = self
            .oracle
            .held
            .iter()
            .map(|((cluster, id), held)| {
                (
                    format!("{}/allocations/{id}", world::cluster(*cluster)),
                    self.oracle.addresses(*cluster, held),
                )
            })
            .collect();
        if live != wanted {
            return Err(format!("allocations are {live:?}, not {wanted:?}"));
        }
        let mut pools = 0;
        for (key, pool) in self.state.pools.iter() {
            let Some(space) = self.space(key) else { return Err(format!("{key:?} should not exist")) };
            compare_pool(pool, space, |number| self.pod_with(key, number))
                .map_err(|what| format!("{key:?}: {what}"))?;
            pools += 1;
        }
        let oracle = &self.oracle;
        let spaces = oracle.subnets.len()
            + oracle.blocks.len()
            + oracle.nodes.values().map(|node| node.pods.len()).sum::<usize>();
        if pools == spaces { Ok(()) } else { Err(format!("{pools} pools, not {spaces}")) }
    }

    /// The id of the pod that holds a number of a node's pool, by the index of addresses.
    fn pod_with(&self, key: &PoolKey, number: u128) -> Option<String> {
        let (node, address) = match key {
            PoolKey::NodeBlock(name, family) => (name, Some(address_of(*family, number))),
            PoolKey::NodeAddresses(name, family) => {
                let mut addresses = self.state.nodes.get(name)?.pod_addresses.of(*family);
                (name, addresses.nth(usize::try_from(number).ok()?))
            }
            PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => return None,
        };
        let space = self.state.pod_space(&node.cluster_name())?;
        self.state.index.pod_at(&space, address?).map(|pod| pod.name.allocation.to_string())
    }

    fn space(&self, key: &PoolKey) -> Option<&Space> {
        let cluster_of =
            |name: &str| (0u8..).zip(world::CLUSTERS).find(|(_, own)| own.0 == name).map(|(index, _)| index);
        match key {
            PoolKey::Subnet(name, family) => {
                let index = (0u8..).zip(world::SUBNETS).find(|(_, own)| own.0 == name.subnet.as_str())?.0;
                self.oracle.subnets.get(&(index, *family))
            }
            PoolKey::PodBlocks(name, family) => {
                self.oracle.blocks.get(&(cluster_of(name.cluster.as_str())?, *family))
            }
            PoolKey::NodeBlock(name, family) | PoolKey::NodeAddresses(name, family) => {
                let key = (cluster_of(name.cluster.as_str())?, name.node.to_string());
                self.oracle.nodes.get(&key)?.pods.get(family)
            }
        }
    }
}

fn compare_pool(
    pool: &podnet_core::pool::Pool,
    space: &Space,
    pod_with: impl Fn(u128) -> Option<String>,
) -> Result<(), String> {
    for (number, taken) in &space.taken {
        let status = pool.status(*number);
        let agrees = match (taken, &status) {
            (Taken::Platform, Status::Reserved) => true,
            (Taken::Claimed(name), Status::Claimed(claim)) => {
                claim.reservation.as_str() == format!("r-{name}")
            }
            (Taken::Held(name), Status::Held(Holder::Pod)) => pod_with(*number).as_ref() == Some(name),
            (Taken::Held(name), Status::Held(holder)) => same_holder(name, &holder.to_string()),
            (Taken::Cooling(end), Status::Cooling(until)) => {
                *until == Timestamp(0).plus(Duration::from_secs(*end))
            }
            _ => false,
        };
        if !agrees {
            return Err(format!("{number} is {status:?}, not {taken:?}"));
        }
    }
    if pool.usage().free != space.free_count() {
        return Err(format!("{:?}, but {} should be free", pool.usage(), space.free_count()));
    }
    if pool.cursor() != space.cursor {
        return Err(format!("the cursor is at {}, not at {}", pool.cursor(), space.cursor));
    }
    Ok(())
}

/// The oracle calls holders by their last name part.
fn same_holder(name: &str, holder: &str) -> bool {
    match name.strip_prefix("the pods of ") {
        Some(node) => holder.starts_with("the pods of ") && holder.ends_with(node),
        None => !holder.starts_with("the pods of ") && holder.ends_with(name),
    }
}

fn keep(name: NodeName) -> NodeUpdate {
    NodeUpdate {
        name,
        etag: None,
        immutable: Vec::new(),
        labels: None,
        addresses: None,
        state: None,
        excluded_from_load_balancers: None,
        ip_forwarding: None,
        public_addresses: None,
    }
}

fn joined(event: &Event) -> Option<String> {
    if let Event::Node(Change::Created(node)) = event { Some(node.name.node.to_string()) } else { None }
}

fn reservation(subnet: u8, name: u8) -> ReservationName {
    let subnet = world::subnet(subnet);
    ReservationName {
        network: subnet.network,
        subnet: subnet.subnet,
        reservation: world::segment(&format!("r-{name}")),
    }
}

fn valid_ids(mask: u32) -> Vec<String> {
    (0..super::operation::ATTACHMENTS)
        .filter(|bit| mask & (1 << bit) != 0)
        .map(|bit| format!("id-{bit}"))
        .collect()
}

/// Lets the oracle do an operation; `names` are those that the domain gave to nodes of a scale-out.
fn expect(oracle: &mut Oracle, operation: &Operation, names: &[String]) -> Result<(), Reason> {
    match operation {
        Operation::Join { cluster, node, address, block } => {
            let block = block.filter(|_| !world::CLUSTERS[usize::from(*cluster)].2.is_empty());
            oracle.join(*cluster, &format!("node-{node}"), *address, block)
        }
        Operation::Leave { cluster, node, force } => oracle.leave(*cluster, &format!("node-{node}"), *force),
        Operation::Move { cluster, node, address } => {
            oracle.move_node(*cluster, &format!("node-{node}"), *address)
        }
        Operation::Cordon { cluster, node, cordoned } => {
            let key = (*cluster, format!("node-{node}"));
            oracle.nodes.get_mut(&key).map(|node| node.active = !cordoned).ok_or(Reason::ResourceNotFound)
        }
        Operation::Scale { cluster, count, force } => {
            scale(oracle, *cluster, usize::from(*count), *force, names)
        }
        Operation::Allocate { cluster, wishes } => {
            batch(wishes.iter().map(|wish| wish.id).collect())?;
            wishes.iter().try_for_each(|wish| oracle.allocate(*cluster, wish).map(|_| ()))
        }
        Operation::Release { cluster, ids } => {
            batch(ids.iter().map(|(id, _)| *id).collect())?;
            ids.iter().try_for_each(|(id, etag)| oracle.release(*cluster, *id, *etag))
        }
        Operation::Reserve { subnet, name, first, bits, exact } => {
            oracle.reserve(*subnet, *name, *first, *bits, *exact)
        }
        Operation::Unreserve { subnet, name } => oracle.unreserve(*subnet, *name),
        Operation::Sweep { cluster, node, valid, age_seconds, allow_empty } => oracle.sweep(
            *cluster,
            &format!("node-{node}"),
            &valid_ids(*valid),
            u64::from(*age_seconds),
            *allow_empty,
        ),
        Operation::Advance { .. } | Operation::Repeat { .. } => Ok(()),
    }
}

fn batch(ids: Vec<u8>) -> Result<(), Reason> {
    if ids.is_empty() {
        return Err(Reason::BatchTooLarge);
    }
    let distinct: BTreeSet<_> = ids.iter().collect();
    if distinct.len() == ids.len() { Ok(()) } else { Err(Reason::BatchItemDuplicate) }
}

fn scale(
    oracle: &mut Oracle,
    cluster: u8,
    count: usize,
    force: bool,
    names: &[String],
) -> Result<(), Reason> {
    let members = oracle.newest_first(cluster);
    if members.len() > count {
        return members
            .iter()
            .take(members.len() - count)
            .try_for_each(|name| oracle.leave(cluster, name, force));
    }
    let per_node =
        if world::CLUSTERS[usize::from(cluster)].2.is_empty() { 1 + u128::from(world::MAX_PODS) } else { 1 };
    let needed = per_node * (count - members.len()) as u128;
    if world::families(cluster).iter().any(|family| oracle.subnets[&(cluster, *family)].free_count() < needed)
    {
        return Err(Reason::SubnetFull);
    }
    (members.len()..count).enumerate().try_for_each(|(index, _)| {
        let name = names.get(index).cloned().unwrap_or_else(|| format!("new-{index}"));
        oracle.join(cluster, &name, None, None)
    })
}
