//! `cargo xtask model [operations]`: does the domain agree with the slow model over a million random operations?

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{cargo, run_tests};

/// Operations when nobody says otherwise.
const OPERATIONS: &str = "1000000";

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let operations = arguments.first().map_or(OPERATIONS, String::as_str);
    let mut command =
        cargo(&["test", "--profile", "trial", "-p", "podnet-tests", "--test", "model", "--", "--nocapture"]);
    command.env("PODNET_MODEL_OPERATIONS", operations);
    let mut count = None;
    report.step("model", || {
        let (counted, result) = run_tests(&mut command);
        count = Some(counted);
        result
    });
    if let Some(count) = count {
        report.count_tests(count);
    }
    Ok(())
}
