//! `cargo xtask ci`: what does CI run? The same as a developer: everything, and every failure in one run.

use crate::failure::Failure;
use crate::report::Report;
use crate::{demo, deny, lint, test, tools};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage(
            "`cargo xtask ci` takes no arguments; `cargo xtask test` does".to_owned(),
        ));
    }
    let environment = tools::set_up(report);
    lint::all(report);
    test::all(report, &environment, &[]);
    deny::all(report);
    // The README's first command, ended as soon as everything that it shows was shown.
    demo::run(report, &["--once".to_owned()])
}
