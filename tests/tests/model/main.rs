//! Does the domain agree with the slow, obvious model, step by step, with all laws checked after each step.
//!
//! `PODNET_MODEL_OPERATIONS` sets how many operations are tried; `cargo xtask model` runs a million.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use podnet_tests::model::operation::any_operation;
use podnet_tests::model::run::{Tally, run};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Operations of one case on average: long enough to fill every pool of the small world, short enough to shrink well.
const OPERATIONS_PER_CASE: usize = 200;
/// Operations of an ordinary test run.
const OPERATIONS_DEFAULT: u64 = 40_000;

#[test]
fn the_domain_agrees_with_the_oracle() {
    let wanted: u64 = std::env::var("PODNET_MODEL_OPERATIONS")
        .ok()
        .map(|text| text.parse().expect("PODNET_MODEL_OPERATIONS is a count"))
        .unwrap_or(OPERATIONS_DEFAULT);
    let total = std::cell::RefCell::new(Tally::default());
    let case = proptest::collection::vec(any_operation(), 1..2 * OPERATIONS_PER_CASE);
    while total.borrow().operations < wanted {
        let left = wanted - total.borrow().operations;
        let cases = u32::try_from(left.div_ceil(OPERATIONS_PER_CASE as u64).min(500)).unwrap();
        let config =
            Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
        TestRunner::new(config)
            .run(&case, |operations| {
                let tally = run(&operations).map_err(TestCaseError::fail)?;
                total.borrow_mut().add(&tally);
                Ok(())
            })
            .unwrap();
        println!("{} of {wanted} operations agree", total.borrow().operations);
    }
    let total = total.into_inner();
    println!(
        "{} operations, {} revisions, refusals: {:#?}",
        total.operations, total.revisions, total.refusals
    );
    assert!(total.refusals.len() >= 20, "the operations are too tame: only {:?} refused", total.refusals);
}
