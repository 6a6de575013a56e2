//! `cargo xtask deny`: may every dependency be here? Licence, origin, who pulls it in, known advisories.

use std::process::Command;

use podnet_workshop::tools::{CARGO_DENY, find};
use podnet_workshop::{in_ci, root};

use crate::failure::Failure;
use crate::report::Report;
use crate::shell;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask deny` takes no arguments".to_owned()));
    }
    all(report);
    Ok(())
}

/// The checks that need only the tree, then the one that needs the advisory database.
pub(crate) fn all(report: &mut Report) {
    let deny = match find(&CARGO_DENY) {
        Ok(deny) => deny,
        Err(missing) if in_ci() => {
            report.step("deny", || Err::<(), _>(Failure::Missing(missing)));
            return;
        }
        Err(missing) => return report.skip("deny", &missing.to_string()),
    };
    let command = |arguments: &[&str]| {
        let mut command = Command::new(&deny);
        command.args(arguments).current_dir(root());
        command
    };
    report.step("deny", || shell::run(&mut command(&["check", "bans", "licenses", "sources"])));
    // The database is a git repository on a public host. Being cut off from it says nothing about our dependencies, so
    // it is a skip even in CI; an advisory that was found is a failure.
    // Git neither asks for a password nor waits for a dead connection.
    let mut fetch = command(&["fetch", "db"]);
    fetch.envs([
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_HTTP_LOW_SPEED_LIMIT", "1000"),
        ("GIT_HTTP_LOW_SPEED_TIME", "30"),
    ]);
    if shell::run(&mut fetch).is_ok() {
        report.step("advisories", || shell::run(&mut command(&["check", "--disable-fetch", "advisories"])));
    } else {
        report.skip("advisories", "the advisory database cannot be fetched from this machine");
    }
}
