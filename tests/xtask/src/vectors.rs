//! `cargo xtask vectors [--language A,B] [--case TEXT] [--all] [--planted]`: do the clients of all languages behave alike?
//!
//! Sets up what the languages need, builds the runner and the harness of Rust, and prints the parity table, which is also
//! written to `target/vectors/parity.md` and `parity.json`.

use std::path::PathBuf;
use std::process::Command;

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};
use crate::tools;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let environment = tools::set_up(report);
    // One build with the features of the whole workspace, as for tests, so that no dependency is compiled twice.
    let build = ["build", "--workspace", "--bin", "podnet-vectors", "--bin", "podnet-harness"];
    report.step("runner", || shell::run(&mut cargo(&build)));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut command = Command::new(target.join("debug/podnet-vectors"));
    command
        .args(arguments)
        .current_dir(root())
        .envs(environment.iter().map(|(variable, path)| (*variable, path)));
    report.step("vectors", || shell::run(&mut command));
    Ok(())
}
