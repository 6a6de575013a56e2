//! Were the answers right? Judged from what the server said, after the run, by rules that know nothing of how it works.

pub mod duplicates;
pub mod leaks;
pub mod ledger;
pub mod order;

use std::fmt;

/// Violations that are told in words; the rest is only counted.
const TOLD_MAX: usize = 10;

/// Counts of violations over the run.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Findings {
    /// Operations that were checked.
    pub operations: u64,
    /// Operations whose outcome is not known; they excuse what they may have caused, and no more.
    pub unknown: u64,
    /// An address that two slots held at one revision, or that was released by another slot than its holder.
    pub duplicates: u64,
    /// Allocations that the server lists and nobody holds.
    pub leaks: u64,
    /// Acknowledged allocations that the server does not list, or lists with another address.
    pub lost: u64,
    /// Calls that ended before another began and have a later revision, or two calls with one revision.
    pub order: u64,
    /// The first of them, in words.
    pub told: Vec<String>,
}

impl Findings {
    /// Whether nothing was found.
    #[must_use]
    pub fn hold(&self) -> bool {
        self.duplicates + self.leaks + self.lost + self.order == 0
    }

    /// Keeps the words of a violation, as long as there is room.
    pub(crate) fn tell(&mut self, words: impl FnOnce() -> String) {
        if self.told.len() < TOLD_MAX {
            self.told.push(words());
        }
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "duplicates {}, leaks {}, lost {}, order {} over {} operations",
            self.duplicates, self.leaks, self.lost, self.order, self.operations
        )?;
        if self.unknown > 0 {
            write!(f, " ({} with unknown outcome)", self.unknown)?;
        }
        Ok(())
    }
}
