//! `cargo xtask bench [name] [its arguments]`: how fast is it? Every benchmark target of the workspace, or one.
//!
//! `instructions` counts under valgrind and compares with the kept table, `--bless` keeps the new one; `clients` is the
//! throughput of every client against a release server, `load` is the allocator under load, each as a table.

use std::path::PathBuf;
use std::process::Command;

use podnet_workshop::root;
use podnet_workshop::tools::{VALGRIND, want};

use crate::failure::Failure;
use crate::load;
use crate::report::Report;
use crate::shell::{self, cargo};
use crate::tools;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("*", &[][..]),
    };
    match name {
        "clients" => clients(report, rest),
        "load" => return load::run(report, rest),
        _ => targets(report, name, rest),
    }
    Ok(())
}

/// Benchmark targets of the workspace.
fn targets(report: &mut Report, name: &str, arguments: &[String]) {
    let mut command = cargo(&["bench", "--workspace", "--bench", name]);
    if name == "instructions" {
        let Some(valgrind) = want(&VALGRIND, "the count of instructions") else { return };
        command.args(["--", "--valgrind"]).arg(valgrind).args(arguments);
    } else if !arguments.is_empty() {
        command.arg("--").args(arguments);
    }
    report.step("benchmarks", || shell::run(&mut command));
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
