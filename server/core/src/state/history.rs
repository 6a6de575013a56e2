//! Who held an address, and from when to when: the holdings that ended.
//!
//! Live holdings are not repeated here; they are in the resources themselves. Bounded by time and by count (law L19):
//! [`History::complete_since`] says from which revision on the answer is complete.

use std::net::IpAddr;
use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use crate::address::{Family, number_of};
use crate::limits;
use crate::meta::Revision;
use crate::model::Owner;
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
        /// Its owner.
        owner: Owner,
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

type Key = (Space, Family, u128, Revision);

/// An address that a node gave back, found by the node and in order of the end.
type NodeKey = (NodeName, Family, Revision, u128);

/// Ended holdings by address and end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    entries: OrdMap<Key, Arc<HistoryEntry>>,
    /// Reserved blocks of more than one address, by end.
    blocks: OrdMap<(Space, Revision, u128), Arc<HistoryEntry>>,
    by_end: OrdSet<(Timestamp, Key)>,
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
        let (family, number) = (Family::of(address), number_of(address));
        let key = |revision| (space.clone(), family, number, Revision(revision));
        let mut found: Vec<_> =
            self.entries.range(key(0)..=key(u64::MAX)).map(|(_, entry)| Arc::clone(entry)).collect();
        let block = |revision| (space.clone(), Revision(revision), 0);
        found.extend(
            self.blocks
                .range(block(0)..=(space.clone(), Revision(u64::MAX), u128::MAX))
                .filter(|(_, entry)| entry.prefix.contains(address))
                .map(|(_, entry)| Arc::clone(entry)),
        );
        found.sort_by_key(|entry| entry.until.0);
        found
    }

    /// Every ended holding, in order of the address.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<HistoryEntry>> {
        self.entries.values().chain(self.blocks.values())
    }

    /// When a node last gave back an address of a family, as far as is kept.
    pub(super) fn last_of_node(&self, node: &NodeName, family: Family) -> Option<(Revision, Timestamp)> {
        let key = |revision, number| (node.clone(), family, Revision(revision), number);
        let mut ended = self.by_node.range(key(0, 0)..=key(u64::MAX, u128::MAX));
        ended.next_back().map(|((_, _, revision, _), time)| (*revision, *time))
    }

    /// Keeps a holding that ended.
    pub(crate) fn insert(&mut self, entry: HistoryEntry) {
        let (prefix, revision) = (entry.prefix, entry.until.0);
        let key = (entry.space.clone(), prefix.family(), prefix.first_number(), revision);
        self.by_end.insert((entry.until.1, key.clone()));
        if let Some(key) = node_key(&entry) {
            self.by_node.insert(key, entry.until.1);
        }
        if prefix.size() == 1 {
            self.entries.insert(key, Arc::new(entry));
        } else {
            self.blocks.insert((key.0, revision, prefix.first_number()), Arc::new(entry));
        }
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
        self.by_end.get_min().is_some_and(|(end, _)| end.plus(limits::HISTORY_WINDOW) <= now)
    }

    /// Forgets what is over.
    pub(super) fn expire(&mut self, now: Timestamp) {
        while self.has_expired(now) {
            self.pop_oldest();
        }
    }

    fn pop_oldest(&mut self) {
        if let Some((end, key)) = self.by_end.get_min().cloned() {
            self.complete_since = self.complete_since.max(key.3.next());
            let entry = self.entries.remove(&key);
            if let Some(key) = entry.as_deref().and_then(node_key) {
                self.by_node.remove(&key);
            }
            self.blocks.remove(&(key.0.clone(), key.3, key.2));
            self.by_end.remove(&(end, key));
        }
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
}
