//! `cargo xtask bless`: which recorded expectations are accepted anew?

use crate::contract;
use crate::failure::Failure;
use crate::report::Report;

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask bless` takes no arguments".to_owned()));
    }
    contract::accept(report);
    println!("    read the difference that this makes before you commit it: it is a promise to every client");
    Ok(())
}
