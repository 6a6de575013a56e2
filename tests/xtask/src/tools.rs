//! `cargo xtask tools`: which outside programs are here, and can the missing ones be installed?
//!
//! The table of programs and versions is `podnet_workshop::tools`. A program that cannot be had fails the task in CI;
//! elsewhere it is a skip with its name, and so are the tests that want it.

use std::path::PathBuf;
use std::process::Command;

use podnet_workshop::tools::{ALL, Tool, find, install};
use podnet_workshop::{in_ci, root};

use crate::failure::Failure;
use crate::report::Report;

/// Where each tool stands, by the variable through which tests find it.
pub(crate) type Environment = Vec<(&'static str, PathBuf)>;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask tools` takes no arguments".to_owned()));
    }
    let _environment = set_up(report);
    Ok(())
}

/// Installs what is missing; one step per tool.
pub(crate) fn set_up(report: &mut Report) -> Environment {
    ALL.iter().filter_map(|tool| Some((tool.variable, set_up_one(report, tool)?))).collect()
}

fn set_up_one(report: &mut Report, tool: &Tool) -> Option<PathBuf> {
    let step = format!("tool {}", tool.name);
    let ready = || {
        let installed = install(tool)?;
        let path = find(tool)?;
        println!("    {} {}", if installed { "installed" } else { "present:" }, tool.source.pin());
        Ok(path)
    };
    if in_ci() { report.step(&step, ready) } else { report.step_or_skip(&step, ready) }
}

/// One step that runs a tool in the workspace's root: without the tool a failure in CI and a skip elsewhere.
pub(crate) fn step(
    report: &mut Report,
    name: &str,
    tool: &Tool,
    work: impl FnOnce(&mut Command) -> Result<(), Failure>,
) -> Option<()> {
    match find(tool) {
        Ok(path) => report.step(name, || work(Command::new(path).current_dir(root()))),
        Err(missing) if in_ci() => report.step(name, || Err(Failure::Missing(missing))),
        Err(missing) => {
            report.skip(name, &missing.to_string());
            None
        }
    }
}
