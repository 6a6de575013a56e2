//! `podnet-flows-judge [--flows N] [--seed S] [--threads T]`: millions of random flows before both judges.
//!
//! Ends with 0 if they agree on all, with 1 and the smallest scenario found if they do not.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what a trial does is shown on the terminal; that is its user interface"
)]
#![expect(clippy::disallowed_methods, reason = "the time that a trial took is part of what it shows")]

use std::process::ExitCode;
use std::time::Instant;

use podnet_naive::Limits;
use podnet_naive::trial::{Plan, run};

/// Flows when nobody says otherwise.
const FLOWS: u64 = 5_000_000;
/// Seed when nobody says otherwise; any number will do.
const SEED: u64 = 20_261_123;

fn main() -> ExitCode {
    let mut plan =
        Plan { seed: SEED, flows: FLOWS, threads: 2, limits: Limits { filters: true, ..Limits::default() } };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for pair in arguments.chunks(2) {
        let (Some(flag), Some(Ok(value))) = (pair.first(), pair.get(1).map(|value| value.parse::<u64>()))
        else {
            eprintln!("usage: podnet-flows-judge [--flows N] [--seed S] [--threads T]");
            return ExitCode::from(2);
        };
        match flag.as_str() {
            "--flows" => plan.flows = value,
            "--seed" => plan.seed = value,
            "--threads" => plan.threads = usize::try_from(value).unwrap_or(1),
            other => {
                eprintln!("podnet-flows-judge does not know {other}");
                return ExitCode::from(2);
            }
        }
    }
    let start = Instant::now();
    let summary = run(&plan, |done| {
        println!("{done:>10} of {} flows, {:.0} s", plan.flows, start.elapsed().as_secs_f64());
    });
    let seconds = start.elapsed().as_secs_f64();
    let [reachable, unreachable, ambiguous, undetermined] = summary.verdicts;
    println!(
        "seed {}, {} worlds, {} flows, {} branches, {} route choices; {reachable} REACHABLE, {unreachable} UNREACHABLE, \
         {ambiguous} AMBIGUOUS, {undetermined} UNDETERMINED; {seconds:.1} s on {} threads, {:.0} flows/s",
        plan.seed,
        summary.worlds,
        summary.flows,
        summary.branches,
        summary.choices,
        plan.threads,
        summary.flows as f64 / seconds.max(f64::MIN_POSITIVE),
    );
    println!("branches by ending:");
    for (ending, count) in &summary.endings {
        println!("{count:>10} {ending}");
    }
    match summary.difference {
        None => {
            println!("no mismatch");
            ExitCode::SUCCESS
        }
        Some(text) => {
            println!("MISMATCH after {} flows\n{text}", summary.flows);
            ExitCode::FAILURE
        }
    }
}
