//! What must come of an operation: plain maps and linear scans, written from the rules.
//!
//! Numbers are addresses of a family as integers; blocks are counted from the start of the pod CIDR. A space holds only
//! what is not free. Each method mutates a copy and the caller keeps it on success, so "all or nothing" is obvious here.

use std::collections::BTreeMap;

use podnet_core::Reason;
use podnet_core::address::{Family, address_of};
use podnet_core::model::NetworkMode;

use super::operation::{Etag, Wish};
use super::space::{Space, Taken, holes};
use super::world;

/// The second at which every run starts: late enough for lists that were made before.
pub const START_SECONDS: u64 = 1_000_000;

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Own addresses by family.
    pub own: BTreeMap<Family, u128>,
    /// Block indices by family.
    pub blocks: BTreeMap<Family, u128>,
    /// Secondary addresses, rising.
    pub secondary: Vec<u128>,
    /// Pod numbers by family: addresses of the block, or indices of the secondary list.
    pub pods: BTreeMap<Family, Space>,
    /// Whether it takes new pods.
    pub active: bool,
    /// When it joined: count of joins so far.
    pub age: u64,
    /// First list of a sweep that missed an attachment.
    pub missing_since: BTreeMap<String, u64>,
    /// Last list of a sweep.
    pub listed: u64,
}

/// A live allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Node.
    pub node: String,
    /// Pod, 0 for none.
    pub pod: u8,
    /// Whether the owner named a container.
    pub container: bool,
    /// Requested number.
    pub wish: Option<u8>,
    /// Numbers by family.
    pub numbers: BTreeMap<Family, u128>,
    /// Second of creation.
    pub since: u64,
    /// Step that made it, so that two lives of one id differ.
    pub step: u64,
}

/// Everything that the model knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oracle {
    /// Seconds since 1970.
    pub now: u64,
    /// Count of steps.
    pub step: u64,
    /// Subnet spaces by index and family.
    pub subnets: BTreeMap<(u8, Family), Space>,
    /// Block spaces by cluster and family.
    pub blocks: BTreeMap<(u8, Family), Space>,
    /// Nodes by cluster and name.
    pub nodes: BTreeMap<(u8, String), Node>,
    /// Allocations by cluster and id.
    pub held: BTreeMap<(u8, String), Held>,
    /// Tombstones by cluster and id: whether single-use.
    pub tombstones: BTreeMap<(u8, String), bool>,
    /// Reservations by subnet and name: first number and count.
    pub reservations: BTreeMap<(u8, u8), (u128, u128)>,
    joins: u64,
}

fn bounds(text: &str) -> (Family, u128, u128) {
    let prefix = world::prefix(text);
    (prefix.family(), prefix.first_number(), prefix.last_number())
}

impl Default for Oracle {
    fn default() -> Self {
        let (mut subnets, mut blocks) = (BTreeMap::new(), BTreeMap::new());
        for (index, (_, prefixes)) in (0u8..).zip(world::SUBNETS) {
            for text in prefixes {
                let (family, low, high) = bounds(text);
                let mut space = Space::new(low, high);
                for number in [low, low + 1, low + 2, low + 3, high] {
                    space.taken.insert(number, Taken::Platform);
                }
                subnets.insert((index, family), space);
            }
        }
        for (index, (_, _, prefixes)) in (0u8..).zip(world::CLUSTERS) {
            for text in prefixes {
                let (family, low, high) = bounds(text);
                blocks.insert((index, family), Space::new(0, (high - low + 1) / block_size(family) - 1));
            }
        }
        Self {
            now: START_SECONDS,
            step: 0,
            subnets,
            blocks,
            nodes: BTreeMap::new(),
            held: BTreeMap::new(),
            tombstones: BTreeMap::new(),
            reservations: BTreeMap::new(),
            joins: 0,
        }
    }
}

fn block_size(family: Family) -> u128 {
    match family {
        Family::V4 => 1 << (32 - world::BLOCK_LENGTH_V4),
        Family::V6 => 1 << (128 - world::BLOCK_LENGTH_V6),
    }
}

fn kubenet(cluster: u8) -> bool {
    world::CLUSTERS[usize::from(cluster)].1 == NetworkMode::Kubenet
}

fn pod_base(cluster: u8, family: Family) -> u128 {
    world::CLUSTERS[usize::from(cluster)]
        .2
        .iter()
        .map(|text| bounds(text))
        .find(|(own, _, _)| *own == family)
        .map_or(0, |(_, low, _)| low)
}

impl Oracle {
    /// Ends cool-downs that are over.
    pub fn tick(&mut self) {
        let now = self.now;
        let thaw = |space: &mut Space| {
            space.taken.retain(|_, taken| !matches!(taken, Taken::Cooling(end) if *end <= now));
        };
        self.subnets.values_mut().for_each(thaw);
        self.blocks.values_mut().for_each(thaw);
        for node in self.nodes.values_mut() {
            node.pods.values_mut().for_each(thaw);
        }
    }

    fn free_again(&self) -> u64 {
        self.now + world::COOLDOWN_SECONDS
    }

    /// A node joins; explicit wishes are an offset in the subnet and a block index.
    pub fn join(
        &mut self,
        cluster: u8,
        name: &str,
        address: Option<u8>,
        block: Option<u8>,
    ) -> Result<(), Reason> {
        if self.nodes.contains_key(&(cluster, name.to_owned())) {
            return Err(Reason::ResourceExists);
        }
        let mut node = Node {
            own: BTreeMap::new(),
            blocks: BTreeMap::new(),
            secondary: Vec::new(),
            pods: BTreeMap::new(),
            active: true,
            age: self.joins,
            missing_since: BTreeMap::new(),
            listed: 0,
        };
        for family in world::families(cluster) {
            let space = self.subnets.get_mut(&(cluster, *family)).ok_or(Reason::ResourceNotFound)?;
            let secondary = if kubenet(cluster) { 0 } else { u128::from(world::MAX_PODS) };
            let wish = address.filter(|_| *family == Family::V4).map(|offset| space.low + u128::from(offset));
            if wish.is_none() && space.free_count() < 1 + secondary {
                return Err(Reason::SubnetFull);
            }
            let own = match wish {
                Some(number) => {
                    space.refuse(number)?;
                    number
                }
                None => space.lowest().ok_or(Reason::SubnetFull)?,
            };
            space.hold(own, name.to_owned());
            node.own.insert(*family, own);
            if secondary > 0 {
                for _ in 0..secondary {
                    let number = space.lowest().ok_or(Reason::SubnetFull)?;
                    space.hold(number, format!("the pods of {name}"));
                    node.secondary.push(number);
                }
                node.pods.insert(*family, Space::new(0, secondary - 1));
            } else {
                self.take_block(cluster, *family, name, block, &mut node)?;
            }
        }
        self.joins += 1;
        self.nodes.insert((cluster, name.to_owned()), node);
        Ok(())
    }

    fn take_block(
        &mut self,
        cluster: u8,
        family: Family,
        name: &str,
        wish: Option<u8>,
        node: &mut Node,
    ) -> Result<(), Reason> {
        let blocks = self.blocks.get_mut(&(cluster, family)).ok_or(Reason::ResourceNotFound)?;
        let index = match wish.filter(|_| family == Family::V4) {
            Some(index) => {
                let index = u128::from(index);
                blocks.refuse(index).map_err(|reason| {
                    if reason == Reason::AddressOutOfPool { Reason::CidrOutsideParent } else { reason }
                })?;
                index
            }
            None => blocks.in_turn().ok_or(Reason::BlockExhausted)?,
        };
        blocks.hold(index, name.to_owned());
        node.blocks.insert(family, index);
        let first = pod_base(cluster, family) + index * block_size(family);
        let last = first + block_size(family) - 1;
        let mut pods = Space::new(first, last);
        pods.taken.insert(first, Taken::Platform);
        pods.taken.insert(first + 1, Taken::Platform);
        if family == Family::V4 {
            pods.taken.insert(last, Taken::Platform);
        }
        node.pods.insert(family, pods);
        Ok(())
    }

    /// A node leaves.
    pub fn leave(&mut self, cluster: u8, name: &str, force: bool) -> Result<(), Reason> {
        let key = (cluster, name.to_owned());
        if !self.nodes.contains_key(&key) {
            return Err(Reason::ResourceNotFound);
        }
        let ids: Vec<_> = self.live_on(cluster, name);
        if !ids.is_empty() && !force {
            return Err(Reason::NodeNotEmpty);
        }
        for id in ids {
            self.end(cluster, &id);
        }
        let until = self.free_again();
        let Some(node) = self.nodes.remove(&key) else { return Ok(()) };
        for (family, number) in &node.own {
            self.cool_in_subnet(cluster, *family, *number, until);
        }
        for number in &node.secondary {
            self.cool_in_subnet(cluster, Family::V4, *number, until);
        }
        for (family, index) in &node.blocks {
            if let Some(blocks) = self.blocks.get_mut(&(cluster, *family)) {
                blocks.taken.insert(*index, Taken::Cooling(until));
            }
        }
        Ok(())
    }

    fn cool_in_subnet(&mut self, subnet: u8, family: Family, number: u128, until: u64) {
        if let Some(space) = self.subnets.get_mut(&(subnet, family)) {
            space.taken.insert(number, Taken::Cooling(until));
        }
    }

    /// A node gets another IPv4 address.
    pub fn move_node(&mut self, cluster: u8, name: &str, offset: u8) -> Result<(), Reason> {
        let key = (cluster, name.to_owned());
        let Some(node) = self.nodes.get_mut(&key) else { return Err(Reason::ResourceNotFound) };
        let Some(space) = self.subnets.get_mut(&(cluster, Family::V4)) else {
            return Err(Reason::ResourceNotFound);
        };
        let (old, new) = (node.own[&Family::V4], space.low + u128::from(offset));
        if old == new {
            return Ok(());
        }
        space.refuse(new)?;
        space.taken.insert(old, Taken::Cooling(self.now + world::COOLDOWN_SECONDS));
        space.hold(new, name.to_owned());
        node.own.insert(Family::V4, new);
        Ok(())
    }

    /// Names of a cluster's nodes, the newest first.
    pub fn newest_first(&self, cluster: u8) -> Vec<String> {
        let mut nodes: Vec<_> = self.nodes.iter().filter(|((own, _), _)| *own == cluster).collect();
        nodes.sort_by_key(|((_, name), node)| (node.age, name.clone()));
        nodes.into_iter().rev().map(|((_, name), _)| name.clone()).collect()
    }

    /// Ids of live allocations on a node.
    pub fn live_on(&self, cluster: u8, node: &str) -> Vec<String> {
        self.held
            .iter()
            .filter(|((own, _), held)| *own == cluster && held.node == node)
            .map(|((_, id), _)| id.clone())
            .collect()
    }

    fn end(&mut self, cluster: u8, id: &str) {
        let until = self.free_again();
        let Some(held) = self.held.remove(&(cluster, id.to_owned())) else { return };
        if let Some(node) = self.nodes.get_mut(&(cluster, held.node.clone())) {
            for (family, number) in &held.numbers {
                if let Some(space) = node.pods.get_mut(family) {
                    space.taken.insert(*number, Taken::Cooling(until));
                }
            }
            node.missing_since.remove(id);
        }
        self.tombstones.insert((cluster, id.to_owned()), held.container);
    }

    /// An attachment asks for addresses. `Ok(true)` if it had them before.
    pub fn allocate(&mut self, cluster: u8, wish: &Wish) -> Result<bool, Reason> {
        let key = (cluster, format!("id-{}", wish.id));
        let node_name = format!("node-{}", wish.node);
        if let Some(live) = self.held.get(&key) {
            let same = live.node == node_name && live.pod == wish.pod && live.wish == wish.address;
            return if same { Ok(true) } else { Err(Reason::AllocationConflict) };
        }
        if let Some(single_use) = self.tombstones.get(&key)
            && (*single_use || wish.container)
        {
            return Err(Reason::AttachmentReleased);
        }
        let Some(node) = self.nodes.get(&(cluster, node_name.clone())) else {
            return Err(Reason::ResourceNotFound);
        };
        let first_pool = &node.pods[&Family::V4];
        let wanted = wish.address.map(|offset| first_pool.low + u128::from(offset));
        let other = self
            .held
            .iter()
            .find(|((own, _), held)| {
                *own == cluster && wish.pod != 0 && held.pod == wish.pod && held.node == node_name
            })
            .map(|((_, id), held)| (id.clone(), held.clone()));
        let mut numbers = None;
        if let Some((old_id, old)) = other {
            let keeps = wanted.is_none_or(|number| old.numbers[&Family::V4] == number);
            match wish.supersede {
                2 => return Err(Reason::OwnerAlreadyAttached),
                0 if keeps => {
                    self.held.remove(&(cluster, old_id.clone()));
                    self.tombstones.insert((cluster, old_id.clone()), old.container);
                    if let Some(node) = self.nodes.get_mut(&(cluster, node_name.clone())) {
                        node.missing_since.remove(&old_id);
                        for (family, number) in &old.numbers {
                            if let Some(space) = node.pods.get_mut(family) {
                                space.taken.insert(*number, Taken::Held(key.1.clone()));
                            }
                        }
                    }
                    numbers = Some(old.numbers);
                }
                _ => self.end(cluster, &old_id),
            }
        }
        let numbers = match numbers {
            Some(numbers) => numbers,
            None => self.fresh(cluster, &node_name, &key.1, wanted)?,
        };
        self.tombstones.remove(&key);
        self.held.insert(
            key,
            Held {
                node: node_name,
                pod: wish.pod,
                container: wish.container,
                wish: wish.address,
                numbers,
                since: self.now,
                step: self.step,
            },
        );
        Ok(false)
    }

    fn fresh(
        &mut self,
        cluster: u8,
        node_name: &str,
        id: &str,
        wanted: Option<u128>,
    ) -> Result<BTreeMap<Family, u128>, Reason> {
        let live = self.live_on(cluster, node_name).len();
        let Some(node) = self.nodes.get_mut(&(cluster, node_name.to_owned())) else {
            return Err(Reason::ResourceNotFound);
        };
        if !node.active {
            return Err(Reason::NodeNotActive);
        }
        if live >= world::MAX_PODS as usize {
            return Err(Reason::NodePodLimitReached);
        }
        let mut numbers = BTreeMap::new();
        for (family, space) in &mut node.pods {
            let number = match wanted.filter(|_| *family == Family::V4) {
                Some(number) => {
                    space.refuse(number)?;
                    number
                }
                None => space.in_turn().ok_or(Reason::PoolExhausted)?,
            };
            space.hold(number, id.to_owned());
            numbers.insert(*family, number);
        }
        Ok(numbers)
    }

    /// An attachment is released.
    pub fn release(&mut self, cluster: u8, id: u8, etag: Etag) -> Result<(), Reason> {
        let key = (cluster, format!("id-{id}"));
        if self.held.contains_key(&key) {
            if etag == Etag::Stale {
                return Err(Reason::EtagMismatch);
            }
            self.end(cluster, &key.1);
        } else {
            self.tombstones.entry(key).or_insert(false);
        }
        Ok(())
    }

    /// A reservation of 2^bits addresses: exactly at an offset, or in the smallest hole that fits.
    pub fn reserve(&mut self, subnet: u8, name: u8, first: u8, bits: u8, exact: bool) -> Result<(), Reason> {
        if self.reservations.contains_key(&(subnet, name)) {
            return Err(Reason::ResourceExists);
        }
        let Some(space) = self.subnets.get_mut(&(subnet, Family::V4)) else {
            return Err(Reason::ResourceNotFound);
        };
        let count = 1u128 << bits;
        let start = if exact {
            let start = (space.low + u128::from(first)) & !(count - 1);
            if start < space.low || start + count - 1 > space.high {
                return Err(Reason::AddressOutOfPool);
            }
            for number in start..start + count {
                space.refuse(number)?;
            }
            start
        } else {
            let holes = holes(space);
            holes
                .iter()
                .filter_map(|(low, high)| {
                    let start = (low + count - 1) & !(count - 1);
                    (start + count - 1 <= *high).then_some((high - low, start))
                })
                .min()
                .map(|(_, start)| start)
                .ok_or(Reason::NoContiguousPrefix)?
        };
        for number in start..start + count {
            space.taken.insert(number, Taken::Claimed(name));
        }
        self.reservations.insert((subnet, name), (start, count));
        Ok(())
    }

    /// A reservation ends; its addresses cool down.
    pub fn unreserve(&mut self, subnet: u8, name: u8) -> Result<(), Reason> {
        let until = self.free_again();
        let Some((start, count)) = self.reservations.remove(&(subnet, name)) else {
            return Err(Reason::ResourceNotFound);
        };
        if let Some(space) = self.subnets.get_mut(&(subnet, Family::V4)) {
            for number in start..start + count {
                space.taken.insert(number, Taken::Cooling(until));
            }
        }
        Ok(())
    }

    /// A node's list of live attachments, made some seconds ago.
    pub fn sweep(
        &mut self,
        cluster: u8,
        node: &str,
        valid: &[String],
        age: u64,
        allow_empty: bool,
    ) -> Result<(), Reason> {
        let observed = self.now.saturating_sub(age);
        let live = self.live_on(cluster, node);
        let ages: BTreeMap<_, _> =
            live.iter().map(|id| (id.clone(), self.held[&(cluster, id.clone())].since)).collect();
        let Some(node) = self.nodes.get_mut(&(cluster, node.to_owned())) else {
            return Err(Reason::ResourceNotFound);
        };
        if observed < node.listed {
            return Err(Reason::SweepObservationStale);
        }
        if valid.is_empty() && !live.is_empty() && !allow_empty {
            return Err(Reason::SweepEmptyRefused);
        }
        node.listed = observed;
        let mut leaked = Vec::new();
        let before = std::mem::take(&mut node.missing_since);
        for id in live {
            if valid.contains(&id) || ages[&id] > observed {
                continue;
            }
            match before.get(&id) {
                Some(first) if observed - first >= 60 => leaked.push(id),
                Some(first) => {
                    node.missing_since.insert(id, *first);
                }
                None => {
                    node.missing_since.insert(id, observed);
                }
            }
        }
        for id in leaked {
            self.end(cluster, &id);
        }
        Ok(())
    }

    /// The addresses of an allocation as text.
    pub fn addresses(&self, cluster: u8, held: &Held) -> Vec<String> {
        let text = |(family, number): (&Family, &u128)| {
            let number = if kubenet(cluster) {
                *number
            } else {
                let index = usize::try_from(*number).unwrap_or(usize::MAX);
                self.nodes[&(cluster, held.node.clone())].secondary[index]
            };
            address_of(*family, number).to_string()
        };
        held.numbers.iter().map(text).collect()
    }
}
