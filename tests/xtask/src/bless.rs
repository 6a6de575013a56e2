//! `cargo xtask bless`: which recorded expectations are accepted anew?

use crate::failure::Failure;
use crate::report::Report;
use crate::{contract, flows, shell};

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask bless` takes no arguments".to_owned()));
    }
    contract::accept(report);
    report.step("scenarios", || {
        let tests =
            ["test", "--package", "podnet-tests", "--test", "scenarios", "the_domain_answers_every_scenario"];
        shell::run(shell::cargo(&tests).env("PODNET_BLESS", "1"))
    });
    report.step("forms of traces", || {
        let tests = ["test", "--workspace", "--test", "trace_forms"];
        shell::run(shell::cargo(&tests).env("PODNET_BLESS", "1"))
    });
    flows::step(report);
    println!("    read the difference that this makes before you commit it: it is a promise to every client");
    Ok(())
}
