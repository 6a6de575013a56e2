//! Who held an address, and from when to when: the holdings that ended.
//!
//! Live holdings are not repeated here; they are in the resources themselves. Bounded by time and by count (law L19):
//! [`History::complete_since`] says from which revision on the answer is complete.

use std::net::IpAddr;
use std::sync::Arc;

use imbl::OrdMap;

use super::by_number::number_of_parts;
use crate::address::{Family, number_of};
use crate::limits;
use crate::meta::Revision;
use crate::model::KeptOwner;
use crate::name::{AllocationName, ClusterName, NetworkName, NodeName, ReservationName, Segment};
use crate::prefix::Prefix;
use crate::time::Timestamp;

/// In which an address is unique: a virtual network, or a kubenet cluster's pod CIDR.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// Addresses of a virtual network.
    Network(NetworkName),
    /// Pod addresses of a kubenet cluster.
    Pods(ClusterName),
}

/// Who held an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastHolder {
    /// An attachment of a pod.
    Allocation {
        /// Its name.
        name: AllocationName,
        /// Its node.
        node: Segment,
        /// Its owner; the id in the name reads it.
        owner: KeptOwner,
    },
    /// A node.
    Node(NodeName),
    /// A reservation.
    Reservation(ReservationName),
}

/// A holding that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Space of the address.
    pub space: Space,
    /// The address, as a block of one, or the reserved block.
    pub prefix: Prefix,
    /// Who held it.
    pub holder: PastHolder,
    /// Revision and time from which it was held.
    pub from: (Revision, Timestamp),
    /// Revision and time at which it was given back.
    pub until: (Revision, Timestamp),
}

/// A place and the end of the holding there.
type Key = (Family, u128, Revision);

/// An end: its time and revision, and what sets holdings apart that ended in one revision: place, and number of the space.
type End = (Timestamp, Key, u64);

/// An address that a node gave back, found by the node and in order of the end.
type NodeKey = (NodeName, Family, Revision, u128);

/// Ended holdings of one space. Keys are numbers, since rows of them are copied for each change beside a reader.
#[derive(Clone, Debug, Default, PartialEq)]
struct OfSpace {
    addresses: OrdMap<Key, Arc<HistoryEntry>>,
    /// Reserved blocks of more than one address.
    blocks: OrdMap<Key, Arc<HistoryEntry>>,
}

impl OfSpace {
    fn of(&mut self, prefix: &Prefix) -> &mut OrdMap<Key, Arc<HistoryEntry>> {
        if prefix.size() == 1 { &mut self.addresses } else { &mut self.blocks }
    }

    fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.blocks.is_empty()
    }
}

/// Ended holdings by space, address and end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    spaces: OrdMap<Space, OfSpace>,
    by_end: OrdMap<End, Arc<HistoryEntry>>,
    by_node: OrdMap<NodeKey, Timestamp>,
    complete_since: Revision,
}

impl History {
    /// The revision from which on every ended holding is still here.
    pub fn complete_since(&self) -> Revision {
        self.complete_since
    }

    /// Count of kept holdings.
    pub fn len(&self) -> usize {
        self.by_end.len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.by_end.is_empty()
    }

    /// Ended holdings of an address, oldest first.
    pub fn of_address(&self, space: &Space, address: IpAddr) -> Vec<Arc<HistoryEntry>> {
        let Some(OfSpace { addresses, blocks }) = self.spaces.get(space) else { return Vec::new() };
        let key = |revision| (Family::of(address), number_of(address), Revision(revision));
        let blocks = blocks.values().filter(|entry| entry.prefix.contains(address));
        let addresses = addresses.range(key(0)..=key(u64::MAX)).map(|(_, entry)| entry);
        let mut found: Vec<_> = addresses.chain(blocks).cloned().collect();
        found.sort_by_key(|entry| entry.until.0);
        found
    }

    /// Every ended holding: single addresses, then blocks, each in order of space and address.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<HistoryEntry>> {
        let addresses = self.spaces.values().flat_map(|of| of.addresses.values());
        addresses.chain(self.spaces.values().flat_map(|of| of.blocks.values()))
    }

    /// Every ended holding of a space: single addresses, then blocks, each in order of the address.
    pub fn of_space(&self, space: &Space) -> impl Iterator<Item = &Arc<HistoryEntry>> {
        let of = self.spaces.get(space);
        of.into_iter().flat_map(|of| of.addresses.values().chain(of.blocks.values()))
    }

    /// When a node last gave back an address of a family, as far as is kept.
    pub(super) fn last_of_node(&self, node: &NodeName, family: Family) -> Option<(Revision, Timestamp)> {
        let key = |revision, number| (node.clone(), family, Revision(revision), number);
        let mut ended = self.by_node.range(key(0, 0)..=key(u64::MAX, u128::MAX));
        ended.next_back().map(|((_, _, revision, _), time)| (*revision, *time))
    }

    /// Keeps a holding that ended.
    pub(crate) fn insert(&mut self, entry: HistoryEntry) {
        let entry = Arc::new(entry);
        let key = key_of(&entry);
        let mut end = (entry.until.1, key, number_of_space(&entry.space));
        // What has one number, as a block and its first address have, is kept apart by the next one.
        let differs =
            |other: &Arc<HistoryEntry>| (&other.space, other.prefix) != (&entry.space, entry.prefix);
        while self.by_end.get(&end).is_some_and(differs) {
            end.2 = end.2.wrapping_add(1);
        }
        self.by_end.insert(end, Arc::clone(&entry));
        if let Some(key) = node_key(&entry) {
            self.by_node.insert(key, entry.until.1);
        }
        self.spaces.entry(entry.space.clone()).or_default().of(&entry.prefix).insert(key, entry);
        while self.by_end.len() > limits::HISTORY_ENTRIES_MAX {
            self.pop_oldest();
        }
    }

    /// Sets from which revision on nothing is missing, when a state is rebuilt from a checkpoint.
    pub(crate) fn set_complete_since(&mut self, revision: Revision) {
        self.complete_since = revision;
    }

    /// Whether something is to be forgotten at a time.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.by_end.get_min().is_some_and(|(end, _)| end.0.plus(limits::HISTORY_WINDOW) <= now)
    }

    /// Forgets what is over.
    pub(super) fn expire(&mut self, now: Timestamp) {
        while self.has_expired(now) {
            self.pop_oldest();
        }
    }

    fn pop_oldest(&mut self) {
        let Some((end, entry)) = self.by_end.get_min().map(|(end, entry)| (*end, Arc::clone(entry))) else {
            return;
        };
        self.by_end.remove(&end);
        self.complete_since = self.complete_since.max(entry.until.0.next());
        if let Some(key) = node_key(&entry) {
            self.by_node.remove(&key);
        }
        if let Some(of) = self.spaces.get_mut(&entry.space) {
            of.of(&entry.prefix).remove(&key_of(&entry));
            if of.is_empty() {
                self.spaces.remove(&entry.space);
            }
        }
    }
}

fn key_of(entry: &HistoryEntry) -> Key {
    (entry.prefix.family(), entry.prefix.first_number(), entry.until.0)
}

fn number_of_space(space: &Space) -> u64 {
    match space {
        Space::Network(name) => number_of_parts(["network"], name.network.as_str()),
        Space::Pods(name) => number_of_parts(["pods"], name.cluster.as_str()),
    }
}

/// The key of what a node held: single addresses, always.
fn node_key(entry: &HistoryEntry) -> Option<NodeKey> {
    let PastHolder::Node(node) = &entry.holder else { return None };
    let family = entry.prefix.family();
    Some((node.clone(), family, entry.until.0, entry.prefix.first_number()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each node's last end, by looking through everything.
    fn slowly(history: &History, node: &NodeName, family: Family) -> Option<(Revision, Timestamp)> {
        let of_node = |entry: &&Arc<HistoryEntry>| {
            entry.prefix.family() == family && entry.holder == PastHolder::Node(node.clone())
        };
        history.iter().filter(of_node).map(|entry| entry.until).max()
    }

    #[test]
    fn the_last_end_of_a_node_is_that_of_a_look_through_all() {
        let segment = |text: &str| Segment::parse(text).unwrap();
        let node = |n: u64| NodeName { cluster: segment("prod"), node: segment(&format!("n{n}")) };
        let network = NetworkName { network: segment("hub") };
        let mut history = History::default();
        for step in 1..=300u64 {
            // Nodes, families and addresses in turn, more than one end at a time.
            let text = if step % 3 == 0 {
                format!("fd00::{step:x}")
            } else {
                format!("10.0.{}.9", 251 - step % 251)
            };
            let time = Timestamp((step / 2) * 1_000_000_000);
            history.insert(HistoryEntry {
                space: Space::Network(network.clone()),
                prefix: Prefix::host(text.parse().unwrap()),
                holder: PastHolder::Node(node(step % 7)),
                from: (Revision(0), Timestamp(0)),
                until: (Revision(step), time),
            });
            if step % 50 == 0 {
                let window = u64::try_from(limits::HISTORY_WINDOW.as_nanos()).unwrap();
                history.expire(Timestamp(time.0 - 20_000_000_000 + window));
            }
            for n in 0..7 {
                for family in [Family::V4, Family::V6] {
                    assert_eq!(
                        history.last_of_node(&node(n), family),
                        slowly(&history, &node(n), family),
                        "{step}"
                    );
                }
            }
        }
        history.expire(Timestamp(u64::MAX));
        assert_eq!(history, History { complete_since: history.complete_since(), ..History::default() });
    }

    #[test]
    fn a_block_and_its_first_address_end_in_one_revision_and_are_both_forgotten() {
        let space = Space::Network(NetworkName::parse("networks/hub").unwrap());
        let entry = |prefix: &str| HistoryEntry {
            space: space.clone(),
            prefix: Prefix::parse(prefix).unwrap(),
            holder: PastHolder::Reservation(
                ReservationName::parse("networks/hub/subnets/nodes/reservations/vm").unwrap(),
            ),
            from: (Revision(1), Timestamp(1)),
            until: (Revision(2), Timestamp(2)),
        };
        let mut history = History::default();
        let places = ["10.0.0.0/28", "10.0.0.0/32", "10.0.0.1/32"];
        places.iter().for_each(|prefix| history.insert(entry(prefix)));
        let shown = |history: &History| history.iter().map(|one| one.prefix.to_string()).collect::<Vec<_>>();
        assert_eq!(shown(&history), ["10.0.0.0/32", "10.0.0.1/32", "10.0.0.0/28"]);
        assert_eq!(history.of_address(&space, "10.0.0.0".parse().unwrap()).len(), 2);
        assert_eq!(history.of_space(&space).count(), 3);
        history.expire(Timestamp(2).plus(limits::HISTORY_WINDOW));
        assert!(history.is_empty());
        assert_eq!(shown(&history), Vec::<String>::new());
        assert_eq!(history.complete_since(), Revision(3));
    }
}
