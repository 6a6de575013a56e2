//! `cargo xtask lab [part of a title] [--random N] [--seed S] [--threads T] [--planted]`: do real packets do what podnet
//! predicts, in every kept scenario and in a thousand random ones; and is each planted fault of the lab noticed?

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{cargo, run_tests};

/// Random scenarios when nobody says otherwise; a test run without this task has fewer.
const RANDOM: &str = "1000";

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut command = cargo(&["test", "-p", "podnet-lab", "--test", "lab", "--"]);
    command.args(arguments);
    if arguments.is_empty()
        || arguments.first().is_some_and(|first| first == "--seed" || first == "--threads")
    {
        command.args(["--random", RANDOM]);
    }
    let mut count = None;
    report.step("lab", || {
        let (counted, result) = run_tests(&mut command);
        count = Some(counted);
        result
    });
    if let Some(count) = count {
        report.count_tests(count);
    }
    Ok(())
}
