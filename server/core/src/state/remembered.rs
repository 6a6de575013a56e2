//! What is remembered for a while: answered request ids and released attachments.
//!
//! Both are bounded by time and by count (law L19); when the count is reached the oldest go first.

use imbl::{OrdMap, OrdSet};

use crate::limits;
use crate::meta::Revision;
use crate::model::Tombstone;
use crate::name::AllocationName;
use crate::time::Timestamp;

/// A request that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Fingerprint of its command.
    pub fingerprint: u64,
    /// Revision that holds its answer.
    pub revision: Revision,
    /// When it is forgotten.
    pub until: Timestamp,
}

/// Answered request ids, by caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requests {
    by_id: OrdMap<(String, String), Remembered>,
    by_revision: OrdMap<Revision, (String, String)>,
}

impl Requests {
    /// What was answered to this caller's id.
    pub fn get(&self, actor: &str, id: &str) -> Option<&Remembered> {
        self.by_id.get(&(actor.to_owned(), id.to_owned()))
    }

    /// Remembers an answer.
    pub(super) fn insert(&mut self, actor: &str, id: &str, remembered: Remembered) {
        let key = (actor.to_owned(), id.to_owned());
        if let Some(before) = self.by_id.insert(key.clone(), remembered) {
            self.by_revision.remove(&before.revision);
        }
        self.by_revision.insert(remembered.revision, key);
        while self.by_revision.len() > limits::REQUESTS_MAX {
            self.pop_oldest();
        }
    }

    /// Whether something is to be forgotten at a time.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.oldest().is_some_and(|remembered| remembered.until <= now)
    }

    /// Forgets what is over.
    pub(super) fn expire(&mut self, now: Timestamp) {
        while self.has_expired(now) {
            self.pop_oldest();
        }
    }

    /// Every remembered request, oldest first: caller, id and what is remembered.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &Remembered)> {
        self.by_revision.values().filter_map(|key| {
            self.by_id.get(key).map(|remembered| (key.0.as_str(), key.1.as_str(), remembered))
        })
    }

    fn oldest(&self) -> Option<&Remembered> {
        self.by_revision.get_min().and_then(|(_, key)| self.by_id.get(key))
    }

    fn pop_oldest(&mut self) {
        if let Some((revision, key)) = self.by_revision.get_min().cloned() {
            self.by_revision.remove(&revision);
            self.by_id.remove(&key);
        }
    }
}

/// Released attachments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tombstones {
    by_name: OrdMap<AllocationName, Tombstone>,
    by_end: OrdSet<(Timestamp, AllocationName)>,
}

impl Tombstones {
    /// What is left of an attachment.
    pub fn get(&self, name: &AllocationName) -> Option<&Tombstone> {
        self.by_name.get(name)
    }

    /// Remembers a release.
    pub(super) fn insert(&mut self, name: AllocationName, tombstone: Tombstone) {
        self.remove(&name);
        self.by_end.insert((tombstone.until, name.clone()));
        self.by_name.insert(name, tombstone);
        while self.by_name.len() > limits::TOMBSTONES_MAX {
            self.pop_oldest();
        }
    }

    /// Forgets an attachment that lives again.
    pub(super) fn remove(&mut self, name: &AllocationName) {
        if let Some(tombstone) = self.by_name.remove(name) {
            self.by_end.remove(&(tombstone.until, name.clone()));
        }
    }

    /// Whether something is to be forgotten at a time.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.by_end.get_min().is_some_and(|(until, _)| *until <= now)
    }

    /// Forgets what is over.
    pub(super) fn expire(&mut self, now: Timestamp) {
        while self.has_expired(now) {
            self.pop_oldest();
        }
    }

    /// Every tombstone by name.
    pub fn iter(&self) -> impl Iterator<Item = (&AllocationName, &Tombstone)> {
        self.by_name.iter()
    }

    fn pop_oldest(&mut self) {
        if let Some((until, name)) = self.by_end.get_min().cloned() {
            self.by_end.remove(&(until, name.clone()));
            self.by_name.remove(&name);
        }
    }
}
