//! `cargo xtask bench`: how fast is it? Every benchmark target of the workspace.

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let mut command = cargo(&["bench", "--workspace", "--bench", "*"]);
    command.args(arguments);
    report.step("benchmarks", || shell::run(&mut command));
    Ok(())
}
