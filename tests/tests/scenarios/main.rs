//! Does podnet answer as the scenarios say, on the domain and over the wire?
//!
//! `PODNET_BLESS=1` writes what the domain answers into the scenarios; read the difference before committing it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod pitfalls;
mod promises;

use podnet_tests::scenario::core::CoreWorld;
use podnet_tests::scenario::run;
use podnet_tests::scenario::wire::WireWorld;

/// Fails with every problem, one a line, and not just the first.
fn assert_none(what: &str, problems: &[String]) {
    assert!(problems.is_empty(), "{what}:\n  {}", problems.join("\n  "));
}

#[test]
fn the_domain_answers_every_scenario() {
    let contract = run::contract().unwrap();
    let (mut problems, mut steps) = (Vec::new(), 0);
    for script in run::scripts().unwrap() {
        let report = run::run(&script, &mut CoreWorld::default(), &contract, run::is_blessing()).unwrap();
        problems.extend(report.problems);
        steps += report.steps;
    }
    assert_none("scenarios on the domain", &problems);
    assert!(steps > 500, "only {steps} steps ran");
}

#[test]
fn a_server_answers_every_scenario_alike() {
    let contract = run::contract().unwrap();
    let (mut problems, mut steps) = (Vec::new(), 0);
    for script in run::scripts().unwrap().iter().filter(|script| script.core_only.is_none()) {
        let mut world = WireWorld::start().unwrap();
        let report = run::run(script, &mut world, &contract, false).unwrap();
        problems.extend(report.problems);
        steps += report.steps;
    }
    assert_none("scenarios over the wire", &problems);
    assert!(steps > 500, "only {steps} steps ran");
}
