//! Who holds what, by the answers so far? Takes the passes one after the other and has each judged.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::Ipv4Addr;

use super::{Findings, duplicates, leaks, order};
use crate::bench::record::{Outcome, Sample, Verb};

/// The books of a run.
#[derive(Debug, Default)]
pub struct Ledger {
    held: BTreeMap<u32, Ipv4Addr>,
    uncertain: BTreeSet<u32>,
    findings: Findings,
}

impl Ledger {
    /// Judges a pass and enters it. Nothing of an earlier pass is in flight any more.
    pub fn enter(&mut self, samples: &[Sample]) {
        for sample in samples {
            if sample.outcome == Outcome::Unknown {
                self.findings.unknown += 1;
                self.uncertain.insert(sample.slot);
            }
        }
        self.findings.operations += samples.len() as u64;
        let by_address: HashMap<Ipv4Addr, u32> =
            self.held.iter().map(|(slot, address)| (*address, *slot)).collect();
        duplicates::check(&by_address, samples, &self.uncertain, &mut self.findings);
        order::check(samples, &self.uncertain, &mut self.findings);
        let mut last: Vec<&Sample> = samples.iter().collect();
        // Calls on one slot follow one another.
        last.sort_unstable_by_key(|sample| (sample.slot, sample.sent));
        for sample in last {
            match (sample.verb, sample.outcome) {
                (Verb::Allocate, Outcome::Done { address, .. }) => {
                    self.held.insert(sample.slot, address);
                }
                (Verb::Release, Outcome::Done { .. } | Outcome::Nothing) => {
                    self.held.remove(&sample.slot);
                }
                (Verb::Allocate, Outcome::Nothing) | (_, Outcome::Refused | Outcome::Unknown) => {}
            }
            // A later answer settles what an earlier call may have done.
            match sample.outcome {
                Outcome::Done { .. } | Outcome::Nothing => {
                    self.uncertain.remove(&sample.slot);
                }
                Outcome::Unknown => {
                    self.uncertain.insert(sample.slot);
                }
                Outcome::Refused => {}
            }
        }
    }

    /// Compares with what the server lists.
    pub fn audit(&mut self, listed: &BTreeMap<u32, Ipv4Addr>) {
        leaks::check(&self.held, listed, &self.uncertain, &mut self.findings);
    }

    /// Enters changes that watchers saw in another order than that of their revisions.
    pub fn add_disorders(&mut self, count: u64) {
        self.findings.order += count;
    }

    /// The slots that hold an address, or may.
    #[must_use]
    pub fn live(&self) -> Vec<u32> {
        let mut slots: BTreeSet<u32> = self.held.keys().copied().collect();
        slots.extend(&self.uncertain);
        slots.into_iter().collect()
    }

    /// What was found so far.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 4);

    fn sample(verb: Verb, slot: u32, outcome: Outcome, sent: u64) -> Sample {
        Sample { slot, verb, outcome, sent, answered: sent + 1 }
    }

    fn done(revision: i64) -> Outcome {
        Outcome::Done { address: A, revision }
    }

    #[test]
    fn passes_are_judged_with_what_was_held_before() {
        let mut ledger = Ledger::default();
        ledger.enter(&[sample(Verb::Allocate, 1, done(1), 0)]);
        ledger.enter(&[sample(Verb::Allocate, 2, done(2), 9)]);
        assert_eq!(ledger.findings().duplicates, 1);
        assert!(!ledger.findings().hold());
    }

    #[test]
    fn what_is_released_is_held_no_more() {
        let mut ledger = Ledger::default();
        ledger.enter(&[sample(Verb::Release, 1, done(2), 5), sample(Verb::Allocate, 1, done(1), 0)]);
        assert!(ledger.live().is_empty());
        ledger.audit(&BTreeMap::new());
        assert!(ledger.findings().hold(), "{}", ledger.findings());
    }

    #[test]
    fn a_slot_without_an_answer_may_hold_something() {
        let mut ledger = Ledger::default();
        ledger.enter(&[sample(Verb::Allocate, 1, Outcome::Unknown, 0)]);
        assert_eq!(ledger.live(), [1]);
        ledger.audit(&BTreeMap::from([(1, A)]));
        assert_eq!((ledger.findings().leaks, ledger.findings().unknown), (0, 1));
    }
}
