//! `cargo xtask bench load [--long]`: how much load does the allocator take, beside its goals?
//!
//! Builds the release programs, starts a server on a free port with an empty folder, runs `podnet bench` for each row of the
//! table, and prints what came out beside the goal. Each run leaves its page with plots in `target/load`; the table itself is
//! kept in `tests/load/RESULTS.md`. The short form takes less than three minutes; `--long` repeats more, and churns for ten
//! minutes to find the longest pause.

mod disk;
mod measured;
mod overload;
mod peer;
mod rows;
mod server;
mod table;

pub(crate) use overload::run as overload;
use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// How long a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Repeats of each measurement.
    pub(crate) repeats: u32,
    /// Each repeat, as the command line wants it.
    pub(crate) duration: &'static str,
    /// The churn that looks for pauses.
    pub(crate) churn: &'static str,
}

/// For a look.
const SHORT: Extent = Extent { repeats: 3, duration: "1s", churn: "10s" };
/// For the record.
const LONG: Extent = Extent { repeats: 5, duration: "3s", churn: "10m" };

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let extent = match arguments {
        [] => SHORT,
        [flag] if flag == "--long" => LONG,
        other => {
            return Err(Failure::Usage(format!("bench load takes only --long, not `{}`", other.join(" "))));
        }
    };
    let programs = ["--bin", "podnetd", "--bin", "podnet", "--bin", "peer_load"];
    let build: Vec<&str> = ["build", "--release", "--workspace"].into_iter().chain(programs).collect();
    if report.step("build", || shell::run(&mut cargo(&build))).is_none() {
        return Ok(());
    }
    let folder = server::target().join("load");
    let made = std::fs::create_dir_all(&folder).map_err(|source| Failure::Io {
        action: "prepare",
        path: folder.display().to_string(),
        source,
    });
    if report.step("folder", || made).is_none() {
        return Ok(());
    }
    let sync = report.step("disk", || disk::sync_milliseconds(&folder)).unwrap_or(0.0);
    let mut lines = Vec::new();
    rows::run(report, &folder, extent, sync, &mut lines);
    peer::run(report, &folder, extent.repeats, &mut lines);
    report.step("table", || {
        let text = table::render(&lines, sync, extent)?;
        println!("\n{text}");
        let path = root().join("tests/load/RESULTS.md");
        std::fs::write(&path, text).map_err(|source| Failure::Io {
            action: "write",
            path: path.display().to_string(),
            source,
        })
    });
    Ok(())
}
