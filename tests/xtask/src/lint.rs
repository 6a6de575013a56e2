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
    let clippy = ["clippy", "--workspace", "--all-targets", "--keep-going", "--", "--deny=warnings"];
    report.step("clippy", || shell::run(&mut cargo(&clippy)));
    // Module headers may link to private items: who reads them reads the source, or the pages that this command makes.
    let rustdoc = ["doc", "--workspace", "--no-deps", "--document-private-items", "--keep-going"];
    let flags = "--deny=warnings --allow=rustdoc::private_intra_doc_links";
    report.step("rustdoc", || shell::run(cargo(&rustdoc).env("RUSTDOCFLAGS", flags)));
    tools::step(report, "spelling", &TYPOS, |typos| shell::run(typos.arg("--format=brief")));
    r#gen::steps(report, true, None);
    contract::lint(report);
    contract::breaking(report);
}
