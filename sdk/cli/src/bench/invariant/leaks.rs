//! Does the server hold what was acknowledged, and nothing else? What it lists, beside what the answers said.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use super::Findings;

/// Compares what each slot holds by the answers with what the server lists.
pub fn check(
    held: &BTreeMap<u32, Ipv4Addr>,
    listed: &BTreeMap<u32, Ipv4Addr>,
    uncertain: &BTreeSet<u32>,
    findings: &mut Findings,
) {
    for (slot, address) in listed {
        if !held.contains_key(slot) && !uncertain.contains(slot) {
            findings.leaks += 1;
            findings.tell(|| format!("slot {slot} holds {address} on the server, and nobody has it"));
        }
    }
    for (slot, address) in held {
        let there = listed.get(slot);
        if there != Some(address) && !uncertain.contains(slot) {
            findings.lost += 1;
            let there = there.map_or_else(|| "nothing".to_owned(), Ipv4Addr::to_string);
            findings.tell(|| format!("slot {slot} was given {address}, the server lists {there}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 4);
    const B: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 5);

    fn found(held: &[(u32, Ipv4Addr)], listed: &[(u32, Ipv4Addr)], uncertain: &[u32]) -> (u64, u64) {
        let mut findings = Findings::default();
        let map = |pairs: &[(u32, Ipv4Addr)]| pairs.iter().copied().collect();
        check(&map(held), &map(listed), &uncertain.iter().copied().collect(), &mut findings);
        (findings.leaks, findings.lost)
    }

    #[test]
    fn what_was_acknowledged_and_is_there_is_right() {
        assert_eq!(found(&[(1, A), (2, B)], &[(1, A), (2, B)], &[]), (0, 0));
    }

    #[test]
    fn a_planted_leak_and_a_lost_address_are_found() {
        assert_eq!(found(&[(1, A)], &[(1, A), (2, B)], &[]), (1, 0));
        assert_eq!(found(&[(1, A)], &[], &[]), (0, 1));
        assert_eq!(found(&[(1, A)], &[(1, B)], &[]), (0, 1), "another address");
    }

    #[test]
    fn an_unknown_outcome_may_have_gone_either_way() {
        assert_eq!(found(&[(1, A)], &[(2, B)], &[1, 2]), (0, 0));
    }
}
