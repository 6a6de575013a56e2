//! Was an address held by two at once? Revisions order all changes, so that each address has one history: held by one
//! slot, released by the same, held by the next.

use std::collections::{BTreeSet, HashMap};
use std::net::Ipv4Addr;

use super::Findings;
use crate::bench::record::{Outcome, Sample, Verb};

/// Judges the samples of one pass, given who held what before it; `uncertain` slots have an operation with an unknown
/// outcome somewhere and excuse what involves them.
pub fn check(
    held: &HashMap<Ipv4Addr, u32>,
    samples: &[Sample],
    uncertain: &BTreeSet<u32>,
    findings: &mut Findings,
) {
    let mut changes: Vec<(Ipv4Addr, i64, Verb, u32)> = samples
        .iter()
        .filter_map(|sample| match sample.outcome {
            Outcome::Done { address, revision } => Some((address, revision, sample.verb, sample.slot)),
            Outcome::Nothing | Outcome::Refused | Outcome::Unknown => None,
        })
        .collect();
    changes.sort_unstable();
    for history in changes.chunk_by(|one, next| one.0 == next.0) {
        let Some((address, ..)) = history.first() else { continue };
        let mut holder = held.get(address).copied();
        for (_, revision, verb, slot) in history {
            let excused =
                uncertain.contains(slot) || holder.is_some_and(|holder| uncertain.contains(&holder));
            let right = match verb {
                // A repeated answer shows the same holder again.
                Verb::Allocate => holder.is_none_or(|holder| holder == *slot),
                Verb::Release => holder == Some(*slot),
            };
            if !right && !excused {
                findings.duplicates += 1;
                findings.tell(|| match (verb, holder) {
                    (Verb::Allocate, Some(other)) => {
                        format!("{address}: given to slot {slot} at revision {revision} while slot {other} held it")
                    }
                    (Verb::Allocate, None) => String::new(),
                    (Verb::Release, holder) => format!(
                        "{address}: released by slot {slot} at revision {revision} while {} held it",
                        holder.map_or_else(|| "nobody".to_owned(), |other| format!("slot {other}"))
                    ),
                });
            }
            holder = match verb {
                Verb::Allocate => Some(*slot),
                Verb::Release => None,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 4);
    const B: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 5);

    fn sample(verb: Verb, slot: u32, address: Ipv4Addr, revision: i64) -> Sample {
        Sample { slot, verb, outcome: Outcome::Done { address, revision }, sent: 0, answered: 1 }
    }

    fn duplicates(held: &[(Ipv4Addr, u32)], samples: &[Sample], uncertain: &[u32]) -> u64 {
        let mut findings = Findings::default();
        let uncertain = uncertain.iter().copied().collect();
        check(&held.iter().copied().collect(), samples, &uncertain, &mut findings);
        findings.duplicates
    }

    #[test]
    fn an_address_that_goes_from_hand_to_hand_is_right() {
        let samples = [
            sample(Verb::Allocate, 2, A, 12),
            sample(Verb::Release, 1, A, 11),
            sample(Verb::Allocate, 3, B, 13),
            sample(Verb::Release, 2, A, 14),
        ];
        assert_eq!(duplicates(&[(A, 1)], &samples, &[]), 0);
    }

    #[test]
    fn a_planted_duplicate_is_found() {
        let samples = [sample(Verb::Allocate, 1, A, 11), sample(Verb::Allocate, 2, A, 12)];
        assert_eq!(duplicates(&[], &samples, &[]), 1);
        assert_eq!(duplicates(&[(A, 7)], &samples[..1], &[]), 1, "held since before the pass");
        assert_eq!(duplicates(&[], &[sample(Verb::Release, 1, A, 9)], &[]), 1, "released what nobody held");
    }

    #[test]
    fn an_unknown_outcome_excuses_its_slot_and_no_other() {
        let samples = [sample(Verb::Allocate, 1, A, 11), sample(Verb::Allocate, 2, A, 12)];
        assert_eq!(duplicates(&[], &samples, &[1]), 0);
        assert_eq!(duplicates(&[], &samples, &[3]), 1);
    }
}
