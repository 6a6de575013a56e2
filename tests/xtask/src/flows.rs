//! `cargo xtask flows`: how does the page of the lecture's flows come about? A real server is asked by the real command
//! line; the test that otherwise compares the page writes it.

use crate::failure::Failure;
use crate::report::Report;
use crate::shell;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask flows` takes no arguments".to_owned()));
    }
    step(report);
    Ok(())
}

/// Writes the page and its pictures.
pub(crate) fn step(report: &mut Report) {
    report.step("flows", || {
        let test = ["test", "--workspace", "--test", "flows"];
        shell::run(shell::cargo(&test).env("PODNET_BLESS", "1"))
    });
}
