//! `cargo xtask test`: do all tests pass, with the outside programs that some of them need?

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{cargo, run_tests};
use crate::tools::{self, Environment};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let environment = tools::set_up(report);
    all(report, &environment, arguments);
    Ok(())
}

/// Unit, integration and documentation tests of every crate.
pub(crate) fn all(report: &mut Report, environment: &Environment, arguments: &[String]) {
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    command.args(arguments).envs(environment.iter().map(|(variable, path)| (*variable, path)));
    let mut count = None;
    report.step("tests", || {
        let (counted, result) = run_tests(&mut command);
        count = Some(counted);
        result
    });
    if let Some(count) = count {
        report.count_tests(count);
    }
}
