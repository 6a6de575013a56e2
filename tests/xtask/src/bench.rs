//! `cargo xtask bench [name]`: how fast is it? Every benchmark target of the workspace, or one.

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let name = arguments.first().map_or("*", String::as_str);
    let mut command = cargo(&["bench", "--workspace", "--bench", name]);
    report.step("benchmarks", || shell::run(&mut command));
    Ok(())
}
