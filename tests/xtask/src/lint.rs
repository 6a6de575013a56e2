//! `cargo xtask lint`: is everything formatted, free of warnings, documented, and is the contract well formed?

use podnet_workshop::tools::TYPOS;

use crate::failure::Failure;
use crate::r#gen;
use crate::report::Report;
use crate::shell::{self, cargo};
use crate::{contract, tools};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask lint` takes no arguments".to_owned()));
    }
    all(report);
    Ok(())
}

/// Every check that runs no code of ours.
pub(crate) fn all(report: &mut Report) {
    report.step("format", || shell::run(&mut cargo(&["fmt", "--all", "--check"])));
    report.step("clippy", || {
        shell::run(&mut cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "--deny=warnings",
        ]))
    });
    report.step("rustdoc", || {
        let mut command = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
        shell::run(command.env("RUSTDOCFLAGS", "--deny=warnings"))
    });
    tools::step(report, "spelling", &TYPOS, |typos| shell::run(typos.arg("--format=brief")));
    r#gen::step(report, true);
    contract::lint(report);
    contract::breaking(report);
}
