//! `cargo xtask flows-judge [--flows N] [--seed S] [--threads T]`: does the naive evaluator agree with the domain on
//! millions of random flows?

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut command =
        cargo(&["run", "--profile", "trial", "-p", "podnet-naive", "--bin", "podnet-flows-judge", "--"]);
    command.args(arguments);
    report.step("flows before two judges", || shell::run(&mut command));
    Ok(())
}
