//! What is remembered for a while: answered request ids and released attachments.
//!
//! Both are bounded by time and by count (law L19); when the count is reached the oldest go first.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::by_number::{ByNumber, Named, number_of_parts};
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

/// An answered request id under its caller and id.
#[derive(Clone, Debug, PartialEq)]
struct Answered {
    /// Caller and id.
    key: (Box<str>, Box<str>),
    remembered: Remembered,
}

impl Named for Answered {
    type Name = (Box<str>, Box<str>);

    fn name(&self) -> &Self::Name {
        &self.key
    }
}

/// Answered request ids, by caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requests {
    by_id: ByNumber<Answered>,
    by_revision: OrdMap<Revision, Arc<Answered>>,
}

impl Requests {
    /// What was answered to this caller's id.
    pub fn get(&self, actor: &str, id: &str) -> Option<&Remembered> {
        let wanted = |answered: &Answered| *answered.key.0 == *actor && *answered.key.1 == *id;
        self.by_id.find(number_of_parts([actor], id), wanted).map(|answered| &answered.remembered)
    }

    /// Remembers an answer.
    pub(super) fn insert(&mut self, actor: &str, id: &str, remembered: Remembered) {
        let answered = Arc::new(Answered { key: (actor.into(), id.into()), remembered });
        if let Some(before) = self.by_id.insert(number_of_parts([actor], id), Arc::clone(&answered)) {
            self.by_revision.remove(&before.remembered.revision);
        }
        self.by_revision.insert(remembered.revision, answered);
        while self.by_revision.len() > limits::REQUESTS_MAX {
            self.pop_oldest();
        }
    }

    /// Whether something is to be forgotten at a time.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.by_revision.get_min().is_some_and(|(_, answered)| answered.remembered.until <= now)
    }

    /// Forgets what is over.
    pub(super) fn expire(&mut self, now: Timestamp) {
        while self.has_expired(now) {
            self.pop_oldest();
        }
    }

    /// Every remembered request, oldest first: caller, id and what is remembered.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &Remembered)> {
        self.by_revision.values().map(|answered| (&*answered.key.0, &*answered.key.1, &answered.remembered))
    }

    fn pop_oldest(&mut self) {
        if let Some((revision, answered)) = self.by_revision.get_min().cloned() {
            let (actor, id) = &answered.key;
            self.by_revision.remove(&revision);
            let _gone = self.by_id.remove(number_of_parts([&**actor], id), &answered.key);
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
        // Nearly always there is none, and a map copies its way down even to what is not there.
        if self.by_name.contains_key(name)
            && let Some(tombstone) = self.by_name.remove(name)
        {
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
