//! Are revisions in the order of the calls? A call that was answered before another was sent must have the earlier revision
//! (linearizability of the log), and no two calls share one.

use std::collections::BTreeSet;

use super::Findings;
use crate::bench::record::{Outcome, Sample};

/// A change, as one call made it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Change {
    sent: u64,
    answered: u64,
    revision: i64,
}

/// Judges the samples of a pass. Of an `uncertain` slot an answer may repeat an earlier change, with its revision.
pub fn check(samples: &[Sample], uncertain: &BTreeSet<u32>, findings: &mut Findings) {
    let mut changes: Vec<Change> = samples
        .iter()
        .filter(|sample| !uncertain.contains(&sample.slot))
        .filter_map(|sample| match sample.outcome {
            Outcome::Done { revision, .. } => {
                Some(Change { sent: sample.sent, answered: sample.answered, revision })
            }
            Outcome::Nothing | Outcome::Refused | Outcome::Unknown => None,
        })
        .collect();
    changes.sort_unstable_by_key(|change| (change.revision, change.sent, change.answered));
    // The items of a batch are one call.
    changes.dedup();
    for pair in changes.windows(2) {
        if let [one, next] = pair
            && one.revision == next.revision
        {
            findings.order += 1;
            findings.tell(|| format!("revision {} is the answer of two calls", one.revision));
        }
    }
    let mut by_answer = changes.clone();
    by_answer.sort_unstable_by_key(|change| change.answered);
    changes.sort_unstable_by_key(|change| change.sent);
    let mut answered = by_answer.iter().peekable();
    let mut latest = i64::MIN;
    for change in &changes {
        while let Some(before) = answered.next_if(|before| before.answered < change.sent) {
            latest = latest.max(before.revision);
        }
        if latest >= change.revision {
            findings.order += 1;
            let revision = change.revision;
            findings
                .tell(|| format!("revision {revision} was sent for after revision {latest} was answered"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;
    use crate::bench::record::Verb;

    fn sample(sent: u64, answered: u64, revision: i64) -> Sample {
        let outcome = Outcome::Done { address: Ipv4Addr::LOCALHOST, revision };
        Sample { slot: 0, verb: Verb::Allocate, outcome, sent, answered }
    }

    fn violations(samples: &[Sample]) -> u64 {
        let mut findings = Findings::default();
        check(samples, &BTreeSet::new(), &mut findings);
        findings.order
    }

    #[test]
    fn calls_that_overlap_may_come_in_any_order() {
        assert_eq!(violations(&[sample(0, 10, 3), sample(1, 9, 2), sample(11, 20, 4)]), 0);
    }

    #[test]
    fn a_planted_disorder_is_found() {
        assert_eq!(violations(&[sample(0, 10, 5), sample(11, 20, 4)]), 1);
    }

    #[test]
    fn a_repeated_answer_of_an_uncertain_slot_is_no_disorder() {
        let mut findings = Findings::default();
        check(&[sample(0, 10, 5), sample(11, 20, 4)], &BTreeSet::from([0]), &mut findings);
        assert!(findings.hold());
    }

    #[test]
    fn the_items_of_one_call_share_a_revision_and_those_of_two_must_not() {
        assert_eq!(violations(&[sample(0, 10, 5), sample(0, 10, 5)]), 0);
        assert_eq!(violations(&[sample(0, 10, 5), sample(1, 10, 5)]), 1);
    }
}
