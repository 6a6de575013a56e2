//! What every resource carries beside its own content: when it came, when it changed, who manages it.
//!
//! This module must not know any single resource.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;

use crate::time::Timestamp;

/// Number of a revision: 1 for the first command of a log, then one more for each command. 0 is the empty state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Labels: caller's own key-value pairs, ordered by key.
pub type Labels = BTreeMap<String, String>;

/// Bookkeeping of one resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Meta {
    /// Revision that created it.
    pub created_revision: Revision,
    /// Revision that changed it last.
    pub revision: Revision,
    /// Time of the creating revision.
    pub create_time: Timestamp,
    /// Time of the last change.
    pub update_time: Timestamp,
    /// Caller's labels.
    pub labels: Labels,
    /// Who keeps it: empty for a user's own, `clusters/{c}` for what a cluster keeps, else a tool's name.
    pub managed_by: String,
}

impl Meta {
    /// Strong etag of a resource that was last changed at a revision, with the quotes of RFC 9110.
    pub fn etag_of(revision: Revision) -> String {
        format!("\"r{revision}\"")
    }

    /// Strong etag.
    pub fn etag(&self) -> String {
        Self::etag_of(self.revision)
    }
}

/// Identity of a resource that differs between two resources of one name that lived one after the other.
pub fn uid(created_revision: Revision, name: &impl fmt::Display) -> String {
    let mut hasher = Fingerprint::default();
    hasher.write(name.to_string().as_bytes());
    format!("{:08x}-{:016x}", created_revision.0, hasher.finish())
}

/// A resource that lives under a name.
pub trait Resource: Clone {
    /// Type of its name.
    type Name: Clone + Ord + fmt::Display;

    /// Its name.
    fn name(&self) -> &Self::Name;
    /// Its bookkeeping.
    fn meta(&self) -> &Meta;
    /// Its bookkeeping, to be changed.
    fn meta_mut(&mut self) -> &mut Meta;
}

/// FNV-1a in 64 bits: a stable fingerprint, the same on every machine and in every run, unlike the default hasher.
#[derive(Clone, Copy, Debug)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fingerprint {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
