//! Who holds which number of a space: free, reserved, held or cooling, each number in exactly one state.
//!
//! One structure serves a subnet (numbers are addresses), the blocks of a pod CIDR (numbers are block indices), a node's
//! block (addresses) and a node's secondary IP configurations (indices). Cost follows what is held, never the size of
//! the space (law L8). This module must not know modes, nodes or time beyond "cooling until".

use std::fmt;

use imbl::OrdMap;

use crate::address::Family;
use crate::interval_set::{Gaps, IntervalSet, aligned_block, largest_aligned_bits};
use crate::name::{ClusterName, NodeName, ReservationName, SubnetName};
use crate::time::Timestamp;

/// Which space a pool is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PoolKey {
    /// Addresses of a subnet. Numbers are addresses.
    Subnet(SubnetName, Family),
    /// Node blocks of a cluster's pod CIDR. Numbers are block indices.
    PodBlocks(ClusterName, Family),
    /// Pod addresses of a node's block. Numbers are addresses.
    NodeBlock(NodeName, Family),
    /// Secondary IP configurations of an Azure CNI node. Numbers are indices of the node's list of that family.
    NodeAddresses(NodeName, Family),
}

/// Who holds a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A node: its own address in a subnet, or its block in the pod CIDR.
    Node(NodeName),
    /// A node's secondary IP configuration, kept for its pods.
    NodePods(NodeName),
    /// A pod of the pool's node. Which one, the index says by the address.
    Pod,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node(name) => name.fmt(f),
            Self::NodePods(name) => write!(f, "the pods of {name}"),
            Self::Pod => f.write_str("a pod"),
        }
    }
}

/// State of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody's.
    Free,
    /// Kept by the platform (network, gateway, broadcast, provider).
    Reserved,
    /// Part of a user's reservation.
    Claimed(ReservationName),
    /// Held.
    Held(Holder),
    /// Released, and not to be handed out before this time.
    Cooling(Timestamp),
    /// Not a number of this pool.
    Outside,
}

/// Counts of a pool. The four states add up to the capacity, always (law L2). Saturating at `u128::MAX`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// All numbers.
    pub capacity: u128,
    /// Held.
    pub allocated: u128,
    /// Released and waiting.
    pub cooling: u128,
    /// Kept by the platform or by reservations.
    pub reserved: u128,
    /// Free.
    pub free: u128,
}

/// How many numbers a run has, saturating.
fn count_of(first: u128, last: u128) -> u128 {
    (last - first).saturating_add(1)
}

/// A space of numbers and who holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    low: u128,
    high: u128,
    /// Everything that is not free.
    occupied: IntervalSet,
    /// First number of a run that a node holds to its last number and the holder.
    held: OrdMap<u128, (u128, Holder)>,
    /// Count of numbers that nodes hold.
    held_count: u128,
    /// What pods hold: mostly one run, since addresses are handed out in turn.
    pods: IntervalSet,
    /// First number of a released run to its last number and the time at which it is free again.
    cooling: OrdMap<u128, (u128, Timestamp)>,
    /// Count of cooling numbers.
    cooling_count: u128,
    /// First number of a reservation to its last number and name.
    claims: OrdMap<u128, (u128, ReservationName)>,
    /// Count of numbers kept by the platform or by reservations.
    reserved: u128,
    /// Where the next search in turn starts.
    cursor: u128,
}

impl Pool {
    /// An empty pool of the numbers `low..=high`.
    pub fn new(low: u128, high: u128) -> Self {
        Self {
            low,
            high,
            occupied: IntervalSet::default(),
            held: OrdMap::new(),
            held_count: 0,
            pods: IntervalSet::default(),
            cooling: OrdMap::new(),
            cooling_count: 0,
            claims: OrdMap::new(),
            reserved: 0,
            cursor: low,
        }
    }

    /// Lowest number.
    pub fn low(&self) -> u128 {
        self.low
    }

    /// Highest number.
    pub fn high(&self) -> u128 {
        self.high
    }

    /// Keeps `first..=last` from everybody, for the platform. Numbers that are already reserved stay so.
    pub fn reserve(&mut self, first: u128, last: u128) {
        let before = self.occupied.count();
        self.occupied.insert(first, last);
        self.reserved = self.reserved.saturating_add(self.occupied.count() - before);
    }

    /// Records a reservation of `first..=last`, all of which was free.
    pub fn claim(&mut self, first: u128, last: u128, name: ReservationName) {
        self.reserve(first, last);
        self.claims.insert(first, (last, name));
    }

    /// Ends the reservation that starts at a number; its addresses are kept from everybody until a time.
    pub fn unclaim(&mut self, first: u128, until: Timestamp) {
        if let Some((last, _)) = self.claims.remove(&first) {
            let count = count_of(first, last);
            self.reserved = self.reserved.saturating_sub(count);
            self.cooling.insert(first, (last, until));
            self.cooling_count = self.cooling_count.saturating_add(count);
        }
    }

    /// Records a holder and moves the cursor behind the number, also for an address that was asked for by name
    /// (host-local does the same, kernel-lab.md section 5).
    pub fn hold(&mut self, number: u128, holder: Holder) {
        self.hold_run(number, number, holder);
    }

    /// Records one holder for all of `first..=last`, all of which was free. A run costs as much as a number.
    pub fn hold_run(&mut self, first: u128, last: u128, holder: Holder) {
        self.occupied.insert(first, last);
        match holder {
            Holder::Pod => self.pods.insert(first, last),
            Holder::Node(_) | Holder::NodePods(_) => {
                self.held.insert(first, (last, holder));
                self.held_count = self.held_count.saturating_add(count_of(first, last));
            }
        }
        self.cursor = if last >= self.high { self.low } else { last + 1 };
    }

    /// Takes a number from its holder and keeps it from everybody until a time. Of a run that a node holds, the first
    /// number takes all: nobody gives a part of it back.
    pub fn cool(&mut self, number: u128, until: Timestamp) {
        let last = if self.pods.contains(number) {
            self.pods.remove(number, number);
            number
        } else if let Some((last, _)) = self.held.remove(&number) {
            self.held_count = self.held_count.saturating_sub(count_of(number, last));
            last
        } else {
            return;
        };
        self.cooling.insert(number, (last, until));
        self.cooling_count = self.cooling_count.saturating_add(count_of(number, last));
    }

    /// Ends the cool-down of the run that starts at a number.
    pub fn thaw(&mut self, first: u128) {
        if let Some((last, _)) = self.cooling.remove(&first) {
            self.occupied.remove(first, last);
            self.cooling_count = self.cooling_count.saturating_sub(count_of(first, last));
        }
    }

    /// Puts a cooling run back, when a state is put together from its parts.
    pub(crate) fn restore_cooling(&mut self, first: u128, last: u128, until: Timestamp) {
        self.occupied.insert(first, last);
        self.cooling.insert(first, (last, until));
        self.cooling_count = self.cooling_count.saturating_add(count_of(first, last));
    }

    /// Puts a run that pods hold back, when a state is put together from its parts.
    pub(crate) fn restore_pods(&mut self, first: u128, last: u128) {
        self.occupied.insert(first, last);
        self.pods.insert(first, last);
    }

    /// Puts the cursor back, when a state is put together from its parts.
    pub(crate) fn restore_cursor(&mut self, next: u128) {
        self.cursor = next;
    }

    /// State of a number.
    pub fn status(&self, number: u128) -> Status {
        if number < self.low || number > self.high {
            return Status::Outside;
        }
        if self.pods.contains(number) {
            return Status::Held(Holder::Pod);
        }
        if let Some((_, (last, holder))) = self.held.get_prev(&number)
            && number <= *last
        {
            return Status::Held(holder.clone());
        }
        if let Some((_, (last, until))) = self.cooling.get_prev(&number)
            && number <= *last
        {
            return Status::Cooling(*until);
        }
        if let Some((_, (last, name))) = self.claims.get_prev(&number)
            && number <= *last
        {
            return Status::Claimed(name.clone());
        }
        if self.occupied.contains(number) { Status::Reserved } else { Status::Free }
    }

    /// The next free number in turn: from the cursor upwards, then from the lowest. `None` if all are taken.
    pub fn next_in_turn(&self) -> Option<u128> {
        self.occupied.first_absent(self.cursor, self.high).or_else(|| self.lowest_free())
    }

    /// The lowest free number.
    pub fn lowest_free(&self) -> Option<u128> {
        self.occupied.first_absent(self.low, self.high)
    }

    /// The lowest free number from a number on.
    pub fn lowest_free_from(&self, from: u128) -> Option<u128> {
        self.occupied.first_absent(from.max(self.low), self.high)
    }

    /// Where the next search in turn starts.
    pub fn cursor(&self) -> u128 {
        self.cursor
    }

    /// Whether all of `first..=last` is free.
    pub fn is_free(&self, first: u128, last: u128) -> bool {
        first >= self.low && last <= self.high && !self.occupied.overlaps(first, last)
    }

    /// The lowest number of `first..=last` that is not free, with its state.
    pub fn first_taken(&self, first: u128, last: u128) -> Option<(u128, Status)> {
        let number = self.occupied.first_present(first, last)?;
        Some((number, self.status(number)))
    }

    /// The lowest free aligned block of 2^bits numbers of the smallest gap that holds one, so that big gaps stay whole.
    pub fn best_fit(&self, bits: u32) -> Option<u128> {
        self.gaps()
            .filter_map(|(first, last)| Some((last - first, aligned_block(first, last, bits)?)))
            .min()
            .map(|(_, start)| start)
    }

    /// Free runs, rising.
    pub fn gaps(&self) -> Gaps<'_> {
        self.occupied.gaps(self.low, self.high)
    }

    /// Host bits of the largest free aligned block; `None` if nothing is free.
    pub fn largest_free_bits(&self) -> Option<u32> {
        self.gaps().map(|(first, last)| largest_aligned_bits(first, last)).max()
    }

    /// Count of the longest free run, saturating.
    pub fn largest_hole(&self) -> u128 {
        self.gaps().map(|(first, last)| count_of(first, last)).max().unwrap_or(0)
    }

    /// Counts.
    pub fn usage(&self) -> Usage {
        let capacity = (self.high - self.low).saturating_add(1);
        let (allocated, cooling) = (self.held_count() as u128, self.cooling_count);
        let free = capacity.saturating_sub(allocated).saturating_sub(cooling).saturating_sub(self.reserved);
        Usage { capacity, allocated, cooling, reserved: self.reserved, free }
    }

    /// Held numbers with their holders, rising: those of nodes, then those of pods.
    pub fn held(&self) -> impl Iterator<Item = (u128, &Holder)> {
        static POD: Holder = Holder::Pod;
        let nodes = self.held.iter();
        let nodes = nodes.flat_map(|(first, (last, holder))| (*first..=*last).map(move |n| (n, holder)));
        nodes.chain(self.pods.numbers().map(|number| (number, &POD)))
    }

    /// Count of held numbers.
    pub fn held_count(&self) -> usize {
        usize::try_from(self.held_count.saturating_add(self.pods.count())).unwrap_or(usize::MAX)
    }

    /// Cooling runs (first and last number) with the time at which each is free again, rising.
    pub fn cooling(&self) -> impl Iterator<Item = (u128, u128, Timestamp)> {
        self.cooling.iter().map(|(first, (last, until))| (*first, *last, *until))
    }

    /// When the cooling run that starts at a number is free again.
    pub fn cooling_until(&self, first: u128) -> Option<Timestamp> {
        self.cooling.get(&first).map(|(_, until)| *until)
    }

    /// When the next cooling number is free again.
    pub fn next_reusable(&self) -> Option<Timestamp> {
        self.cooling.values().map(|(_, until)| *until).min()
    }

    /// Reservations: first number, last number and name, rising.
    pub fn claims(&self) -> impl Iterator<Item = (u128, u128, &ReservationName)> {
        self.claims.iter().map(|(first, (last, name))| (*first, *last, name))
    }
}
