//! `cargo xtask crash [--trials N] [--seed S]`: does the real server keep what it acknowledged, however it dies?
//!
//! The table is printed and written to `crash-report.md` in the target folder.

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{cargo, run_tests};

/// Kills when nobody says otherwise; faults come on top.
const TRIALS: &str = "200";

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut command = cargo(&["test", "-p", "podnet-tests", "--test", "crash", "--", "--nocapture"]);
    command.env("PODNET_CRASH_TRIALS", TRIALS);
    let mut rest = arguments.iter();
    while let Some(flag) = rest.next() {
        let variable = match flag.as_str() {
            "--trials" => "PODNET_CRASH_TRIALS",
            "--seed" => "PODNET_CRASH_SEED",
            other => return Err(Failure::Usage(format!("crash does not know `{other}`"))),
        };
        let value = rest.next().ok_or_else(|| Failure::Usage(format!("{flag} takes a number")))?;
        command.env(variable, value);
    }
    let mut count = None;
    report.step("crash", || {
        let (counted, result) = run_tests(&mut command);
        count = Some(counted);
        result
    });
    if let Some(count) = count {
        report.count_tests(count);
    }
    Ok(())
}
