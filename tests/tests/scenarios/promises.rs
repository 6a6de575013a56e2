//! Is every refusal of the domain shown by a scenario, and every promise about refusals read?

use std::collections::BTreeSet;

use podnet_core::Reason;
use podnet_tests::scenario::core::CoreWorld;
use podnet_tests::scenario::run;

use crate::assert_none;

/// Reasons that no scenario can produce, each with why.
const NOT_HERE: [(Reason, &str); 3] = [
    (Reason::RevisionCompacted, "the domain has one revision; the engine refuses to look back"),
    (Reason::RevisionInFuture, "the domain has one revision; the engine refuses to look ahead"),
    (Reason::FeatureDisabled, "the contract's edge refuses modes that the domain has no word for"),
];

#[test]
fn every_reason_of_the_domain_is_shown() {
    let contract = run::contract().unwrap();
    let mut shown = BTreeSet::new();
    for script in run::scripts().unwrap() {
        shown.extend(run::run(&script, &mut CoreWorld::default(), &contract, false).unwrap().reasons);
    }
    let excused: Vec<_> = NOT_HERE.iter().map(|(reason, _)| *reason).collect();
    let missing =
        Reason::ALL.iter().filter(|reason| !shown.contains(reason.text()) && !excused.contains(reason));
    assert_none(
        "reasons without a scenario",
        &missing.map(|reason| reason.text().to_owned()).collect::<Vec<_>>(),
    );
    let stale = excused.iter().filter(|reason| shown.contains(reason.text()));
    assert_none(
        "excuses that are not needed",
        &stale.map(|reason| reason.text().to_owned()).collect::<Vec<_>>(),
    );
}

#[test]
fn every_reason_of_the_domain_is_in_the_contract() {
    let contract = run::contract().unwrap();
    assert!(contract.len() > Reason::ALL.len(), "the contract names only {} reasons", contract.len());
}
