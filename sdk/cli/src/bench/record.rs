//! What did the calls of a run answer, and when? Kept by each thread, put together at the end.
//!
//! Knows nothing of how the calls are made or judged.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use hdrhistogram::Histogram;

use crate::exit::Failure;

/// Longest latency that is told apart; beyond it everything counts as this.
const LATENCY_MAX_NANOSECONDS: u64 = 60_000_000_000;
/// Digits of a latency that are exact.
const LATENCY_DIGITS: u8 = 3;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// To hold an address.
    Allocate,
    /// To give it back.
    Release,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done, with this address, in this revision.
    Done {
        /// The address.
        address: Ipv4Addr,
        /// The revision of the change.
        revision: i64,
    },
    /// A release that found nothing to release.
    Nothing,
    /// Refused with a reason: nothing has changed.
    Refused,
    /// No answer, or one without a reason: it may have been done.
    Unknown,
}

/// One operation on one slot of the fleet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Which slot.
    pub slot: u32,
    /// What was asked for.
    pub verb: Verb,
    /// How it ended.
    pub outcome: Outcome,
    /// When the call was sent.
    pub sent: u64,
    /// When its answer was there.
    pub answered: u64,
}

/// What happened in a pass, or in several.
#[derive(Debug, Clone)]
pub struct Record {
    /// Time from the intended start of a call to its answer, in nanoseconds.
    pub latency: Histogram<u64>,
    /// Operations that succeeded; a batch has many, all else one for each call.
    pub operations: u64,
    /// Failures by reason, or by code where there is no reason.
    pub errors: BTreeMap<String, u64>,
    /// Every operation on a slot, in no order.
    pub samples: Vec<Sample>,
    /// Operations that succeeded in each tenth of a second of the run, and the longest latency there.
    pub timeline: BTreeMap<u64, (u64, u64)>,
    /// When the last answer came.
    pub last_answered: u64,
}

/// Nanoseconds of one step of the timeline.
pub const TIMELINE_STEP: u64 = 100_000_000;

impl Record {
    /// Nothing yet.
    ///
    /// # Errors
    /// The library does not take the bounds of the histogram, which are constants.
    pub fn new() -> Result<Self, Failure> {
        let latency = Histogram::new_with_max(LATENCY_MAX_NANOSECONDS, LATENCY_DIGITS)
            .map_err(|error| Failure::Render(format!("histogram: {error}")))?;
        Ok(Self {
            latency,
            operations: 0,
            errors: BTreeMap::new(),
            samples: Vec::new(),
            timeline: BTreeMap::new(),
            last_answered: 0,
        })
    }

    /// A call that was to start at `intended` was answered with this many operations done.
    pub fn answered(&mut self, intended: u64, answered: u64, operations: u64) {
        let latency = answered.saturating_sub(intended);
        self.latency.saturating_record(latency);
        self.operations += operations;
        self.last_answered = self.last_answered.max(answered);
        let step = self.timeline.entry(answered / TIMELINE_STEP).or_default();
        *step = (step.0 + operations, step.1.max(latency));
    }

    /// A call failed.
    pub fn failed(&mut self, why: String) {
        *self.errors.entry(why).or_default() += 1;
    }

    /// Adds what another thread or pass has.
    pub fn add(&mut self, other: Self) {
        // Both have the same bounds, so that there is nothing that does not fit.
        let added = self.latency.add(&other.latency);
        debug_assert!(added.is_ok(), "{added:?}");
        self.operations += other.operations;
        for (why, count) in other.errors {
            *self.errors.entry(why).or_default() += count;
        }
        self.samples.extend(other.samples);
        for (step, (operations, longest)) in other.timeline {
            let own = self.timeline.entry(step).or_default();
            *own = (own.0 + operations, own.1.max(longest));
        }
        self.last_answered = self.last_answered.max(other.last_answered);
    }

    /// Number of failures.
    #[must_use]
    pub fn failures(&self) -> u64 {
        self.errors.values().sum()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    /// A generator that needs no state but its last number (Knuth's MMIX).
    fn numbers(seed: u64) -> impl Iterator<Item = u64> {
        std::iter::successors(Some(seed), |last| {
            Some(last.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
        })
    }

    #[test]
    fn percentiles_are_those_of_the_sorted_list() {
        let mut record = Record::new().unwrap();
        let mut list: Vec<u64> = numbers(7).take(10_000).map(|n| 1_000 + (n >> 40)).collect();
        for latency in &list {
            record.answered(5, 5 + latency, 1);
        }
        list.sort_unstable();
        for (quantile, index) in [(0.5, 4_999), (0.9, 8_999), (0.99, 9_899), (0.999, 9_989), (1.0, 9_999)] {
            let (seen, exact) = (record.latency.value_at_quantile(quantile), list[index]);
            assert!(seen >= exact && seen - exact <= exact / 1_000 + 1, "{quantile}: {seen} for {exact}");
        }
    }

    #[test]
    fn latency_counts_from_the_intended_start_and_has_an_end() {
        let mut record = Record::new().unwrap();
        record.answered(1_000, 5_000_001_000, 1);
        record.answered(0, u64::MAX, 1);
        assert!(record.latency.value_at_quantile(0.5) >= 5_000_000_000);
        assert!(record.latency.max() >= LATENCY_MAX_NANOSECONDS);
    }

    #[test]
    fn records_add_up() {
        let (mut one, mut two) = (Record::new().unwrap(), Record::new().unwrap());
        one.answered(0, 10, 1);
        one.failed("OVERLOADED".into());
        two.answered(0, TIMELINE_STEP + 20, 256);
        two.failed("OVERLOADED".into());
        one.add(two);
        assert_eq!((one.operations, one.latency.len(), one.failures()), (257, 2, 2));
        assert_eq!(one.timeline.len(), 2);
        assert_eq!(one.last_answered, TIMELINE_STEP + 20);
    }
}
