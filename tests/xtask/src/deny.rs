//! `cargo xtask deny`: may every dependency be here? Licence, origin, who pulls it in, known advisories.

use std::path::Path;
use std::process::Command;

use podnet_workshop::tools::{CARGO_DENY, find};

use crate::failure::Failure;
use crate::report::Report;
use crate::{shell, tools};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask deny` takes no arguments".to_owned()));
    }
    all(report);
    Ok(())
}

/// The checks that need only the tree, then the one that needs the advisory database.
pub(crate) fn all(report: &mut Report) {
    let checks = ["check", "bans", "licenses", "sources"];
    tools::step(report, "deny", &CARGO_DENY, |deny| shell::run(deny.args(checks)));
    // The database is a git repository on a public host. Being cut off from it says nothing about our dependencies, so
    // it is a skip even in CI; an advisory that was found is a failure.
    if find(&CARGO_DENY).is_ok_and(|deny| shell::run(&mut fetch(&deny)).is_err()) {
        report.skip("advisories", "the advisory database cannot be fetched from this machine");
        return;
    }
    let checks = ["check", "--disable-fetch", "advisories"];
    tools::step(report, "advisories", &CARGO_DENY, |deny| shell::run(deny.args(checks)));
}

/// Brings the advisory database; git neither asks for a password nor waits for a dead connection.
fn fetch(deny: &Path) -> Command {
    let mut command = Command::new(deny);
    command.args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0");
    command.env("GIT_HTTP_LOW_SPEED_LIMIT", "1000").env("GIT_HTTP_LOW_SPEED_TIME", "30");
    command
}
