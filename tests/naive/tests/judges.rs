//! Do the domain and the naive evaluator agree on a hundred thousand random flows, and does the judge notice a
//! difference?

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use podnet_naive::Limits;
use podnet_naive::trial::{Plan, run};

#[test]
fn both_judges_agree_on_a_hundred_thousand_flows() {
    let plan =
        Plan { seed: 1, flows: 100_000, threads: 2, limits: Limits { filters: true, ..Limits::default() } };
    let summary = run(&plan, |_| ());
    if let Some(text) = summary.difference {
        panic!("{text}");
    }
    assert_eq!((summary.worlds, summary.flows), (400, 100_000));
    assert!(
        summary.verdicts.iter().all(|count| *count > 100),
        "every verdict is met: {:?}",
        summary.verdicts
    );
}
