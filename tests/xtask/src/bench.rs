//! `cargo xtask bench [name]`: how fast is it? Every benchmark target of the workspace, or one; `clients` is the throughput
//! of every client against a release server, `load` is the allocator under load, each as a table.

use std::path::PathBuf;
use std::process::Command;

use podnet_workshop::root;

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
        _ => {
            let mut command = cargo(&["bench", "--workspace", "--bench", name]);
            report.step("benchmarks", || shell::run(&mut command));
        }
    }
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
