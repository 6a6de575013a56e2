//! `cargo xtask trials [--long]`, first half: what does a server do that is asked for ten times what it can do?
//!
//! Finds the most that it does, then asks for ten times that with more calls at once than may wait, from several
//! programs, and then for the first load again. What was acknowledged is judged by each program; memory is the highest
//! that the kernel saw. Must not know how a server sheds.

use podnet_workshop::root;

use super::measured::{Measured, bench};
use super::server::{Server, target};
use super::table;
use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// Programs that ask at once. Each has at most 4,096 calls without an answer, and 16,384 may wait in the server.
const PROGRAMS: u32 = 6;
/// How much more is asked for than was done before.
const TIMES: f64 = 10.0;
/// The load that finds the most, before and after.
const CLOSED: &str = "churn --no-echo --in-flight 256 --connections 4 --repeats 3 --duration 3s";

/// Runs the trial and keeps its table.
pub(crate) fn run(report: &mut Report, long: bool) -> Option<()> {
    let build = ["build", "--release", "--workspace", "--bin", "podnetd", "--bin", "podnet"];
    report.step("build", || shell::run(&mut cargo(&build)))?;
    let folder = target().join("load");
    let server = report.step("start", || Server::start(&folder))?;
    let load = |name: &str, words: &str| {
        let arguments: Vec<String> = words.split(' ').map(str::to_owned).collect();
        bench(&server.url, &folder.join(format!("{name}.html")), &arguments)
    };
    let before = report.step("most", || load("most", CLOSED))?;
    let memory_before = report.step("memory", || server.peak_memory_megabytes())?;
    let duration = if long { "120s" } else { "15s" };
    let asked = before.rate[0] * TIMES;
    let words = format!(
        "churn --no-echo --rate {:.0} --in-flight 4096 --connections 24 --nodes 100 --repeats 1 --duration {duration}",
        (asked / f64::from(PROGRAMS)).max(1.0)
    );
    let during = report.step("overload", || at_once(&load, &words))?;
    let memory_during = report.step("memory then", || server.peak_memory_megabytes())?;
    let after = report.step("right after", || load("after", CLOSED))?;
    drop(server);
    report.step("table", || {
        let done: f64 = during.iter().map(|one| one.rate[0]).sum();
        let shed: u64 = during.iter().map(|one| one.shed).sum();
        let failed: u64 = during.iter().map(|one| one.failures).sum();
        let all = || during.iter().chain([&before, &after]);
        let violations: u64 = all().map(|one| one.violations).sum();
        let share = |part: f64| if before.rate[0] > 0.0 { part / before.rate[0] } else { 0.0 };
        let text = format!(
            "# Overload\n\n`cargo xtask trials`: {}. Release and allocate, {PROGRAMS} programs that ask for {TIMES} times\n\
             the most, {duration}.\n\n\
             | figure | goal | measured |\n|---|---|---|\n\
             | most, operations/s | | {:.0} |\n\
             | asked for under overload, operations/s | | {asked:.0} |\n\
             | done under overload / most | at least 0.80 | {:.2} |\n\
             | calls refused with OVERLOADED, which says to come again | | {shed} |\n\
             | calls that failed otherwise | | {failed} |\n\
             | right after / most | at least 0.95 | {:.2} |\n\
             | highest memory before and with overload, MB | bounded | {memory_before} and {memory_during} |\n\
             | duplicates, leaks, lost acknowledged writes, disorders | 0 | {violations} |\n",
            table::circumstances()?,
            before.rate[0],
            share(done),
            share(after.rate[0]),
        );
        println!("\n{text}");
        if violations > 0 {
            return Err(Failure::Demo(format!("{violations} answers were wrong under overload")));
        }
        let path = root().join("tests/load/OVERLOAD.md");
        std::fs::write(&path, text).map_err(|source| Failure::Io {
            action: "write",
            path: path.display().to_string(),
            source,
        })
    })
}

/// Runs the same load from several programs.
fn at_once(
    load: &(impl Fn(&str, &str) -> Result<Measured, Failure> + Sync),
    words: &str,
) -> Result<Vec<Measured>, Failure> {
    std::thread::scope(|scope| {
        let start = |program: u32| scope.spawn(move || load(&format!("overload-{program}"), words));
        let programs: Vec<_> = (0..PROGRAMS).map(start).collect();
        let join = |program: std::thread::ScopedJoinHandle<'_, Result<Measured, Failure>>| {
            program.join().unwrap_or_else(|_| Err(Failure::Demo("a program of the load panicked".to_owned())))
        };
        programs.into_iter().map(join).collect()
    })
}
