//! `cargo xtask lab [part of a title]`: do real packets do what podnet predicts, in every kept scenario?

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{cargo, run_tests};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut command = cargo(&["test", "-p", "podnet-lab", "--test", "lab", "--"]);
    command.args(arguments);
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
