//! `cargo xtask bench [name]`: how fast is it? Every benchmark target of the workspace, or one; `clients` is the throughput
//! of every client against a release server, as a table.

use std::path::PathBuf;
use std::process::Command;

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};
use crate::tools;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if let Some(("clients", rest)) = arguments.split_first().map(|(name, rest)| (name.as_str(), rest)) {
        clients(report, rest);
        return Ok(());
    }
    let name = arguments.first().map_or("*", String::as_str);
    let mut command = cargo(&["bench", "--workspace", "--bench", name]);
    report.step("benchmarks", || shell::run(&mut command));
    Ok(())
}

fn clients(report: &mut Report, arguments: &[String]) {
    let environment = tools::set_up(report);
    let programs = ["--bin", "podnet-vectors", "--bin", "podnet-harness", "--bin", "podnetd"];
    let mut build = cargo(&["build", "--workspace", "--release"]);
    report.step("release build", || shell::run(build.args(programs)));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut command = Command::new(target.join("release/podnet-vectors"));
    command.arg("--throughput").args(arguments).current_dir(root());
    command.envs(environment.iter().map(|(variable, path)| (*variable, path)));
    report.step("throughput of the clients", || shell::run(&mut command));
}
