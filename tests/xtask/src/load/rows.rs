//! Which figures are there, what is aimed at, and which run shows each?

use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::Extent;
use super::measured::{Measured, bench};
use super::server::{Server, release};
use super::table::Line;
use crate::failure::Failure;
use crate::report::Report;

/// Runs every row and adds its line; a run that fails is a failed step, and the other rows go on. Each has a server of its
/// own: what one row gives back cools down and ends, which is work that the next one would wait for.
pub(crate) fn run(report: &mut Report, folder: &Path, extent: Extent, sync: f64, lines: &mut Vec<Line>) {
    let load = |words: &str| -> Vec<String> {
        let common = format!("{words} --repeats {} --duration {}", extent.repeats, extent.duration);
        common.split(' ').map(str::to_owned).collect()
    };
    let mut measure = |name: &str, arguments: &[String]| -> Option<Measured> {
        report.step(name, || {
            let server = Server::start(folder)?;
            bench(&server.url, &folder.join(format!("{name}.html")), arguments)
        })
    };

    let unary = measure("unary-64", &load("alloc --in-flight 64"));
    if let Some(unary) = unary {
        lines.push(Line::ratio("durable unary allocate / empty echo, 64 in flight", unary, 0.80));
    }
    if let Some(more) = measure("unary-256", &load("alloc --in-flight 256 --connections 4")) {
        lines.push(Line::ratio("durable unary allocate / empty echo, 256 in flight", more, 0.80));
    }
    if let Some(churn) = measure("churn-64", &load("churn --nodes 1 --in-flight 64")) {
        lines.push(Line::ratio(
            "release, allocate at 90 % of one hot pool / echo, 64 in flight",
            churn,
            0.70,
        ));
    }
    if let Some(churn) = measure("churn-225", &load("churn --nodes 1 --in-flight 225 --connections 4")) {
        lines.push(Line::ratio("the same, every address in flight (225)", churn, 0.70));
    }
    let base = unary.map_or(0.0, |unary| unary.rate[0]);
    if let Some(batch) = measure("batch-256", &load("alloc --batch 256 --in-flight 8 --nodes 2000 --no-echo"))
    {
        lines.push(Line::rate("durable batches of 256, addresses/s", batch, 1_500_000.0));
        lines.push(Line::times("durable batches of 256 / unary", batch, base, 8.0));
    }
    if let Some(stream) = measure("stream", &load("alloc --stream --in-flight 1024 --nodes 2000 --no-echo")) {
        lines.push(Line::times("durable streams / unary", stream, base, 5.0));
    }
    let rate = format!("alloc --no-echo --rate {:.0}", (base * 0.7).max(1.0));
    if let Some(paced) = measure("paced", &load(&rate)) {
        lines.push(Line::at_most(
            "p99 of unary at 70 % of that rate, in syncs of this disk",
            paced.p99_ms / sync.max(1e-9),
            3.0,
            paced,
        ));
    }
    if let Some(watched) = measure("watched", &load("watch --watchers 1000")) {
        lines.push(Line::ratio("throughput with 1,000 watchers / none", watched, 0.90));
    }
    let long = format!("churn --no-echo --repeats 1 --duration {}", extent.churn);
    let arguments: Vec<String> = long.split(' ').map(str::to_owned).collect();
    if let Some(churn) = measure("pauses", &arguments) {
        lines.push(Line::at_most(
            &format!("longest pause in {} of churn, ms", extent.churn),
            churn.pause_ms,
            50.0,
            churn,
        ));
    }
    if let Some((quiet, busy)) = exported(report, folder, &load("churn --no-echo")) {
        lines.push(Line::times("throughput while snapshots are exported / not", busy, quiet.rate[0], 0.8));
    }
}

/// The same load, without and with an export of the whole state running all the time.
fn exported(report: &mut Report, folder: &Path, arguments: &[String]) -> Option<(Measured, Measured)> {
    let run = |name: &str, export: bool| {
        let server = Server::start(folder)?;
        let exporter = if export { Some(Exporter::start(&server, folder)?) } else { None };
        let measured = bench(&server.url, &folder.join(format!("{name}.html")), arguments);
        drop(exporter);
        measured
    };
    let quiet = report.step("not-exported", || run("not-exported", false))?;
    let busy = report.step("exported", || run("exported", true))?;
    Some((quiet, busy))
}

/// Exports again and again until it is dropped.
struct Exporter(Child);

impl Exporter {
    fn start(server: &Server, folder: &Path) -> Result<Self, Failure> {
        let script = "while \"$0\" --server \"$1\" snapshot export \"$2\"; do :; done";
        let child = Command::new("sh")
            .args(["-c", script])
            .arg(release("podnet"))
            .arg(&server.url)
            .arg(folder.join("export"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        child.map(Self).map_err(|error| Failure::Demo(format!("sh can't be started: {error}")))
    }
}

impl Drop for Exporter {
    fn drop(&mut self) {
        // It ends by itself when an export fails; then there is nothing left to do.
        let _killed = self.0.kill();
        let _status = self.0.wait();
    }
}
