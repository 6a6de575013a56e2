//! `cargo xtask trials [--long]`: is anything lost or doubled under overload, or when the server dies under load?
//!
//! Overload first, then kills and faults; both print counts and keep their tables.

use crate::failure::Failure;
use crate::report::Report;
use crate::{crash, load};

/// Kills of the short form.
const KILLS: &str = "50";
/// Kills of the long form.
const KILLS_LONG: &str = "500";

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let long = match arguments {
        [] => false,
        [flag] if flag == "--long" => true,
        other => return Err(Failure::Usage(format!("trials takes only --long, not `{}`", other.join(" ")))),
    };
    // What fails is a failed step of the report.
    let _shown = load::overload(report, long).is_some();
    let kills = if long { KILLS_LONG } else { KILLS };
    crash::run(report, &["--trials".to_owned(), kills.to_owned()])
}
