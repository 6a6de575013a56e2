//! Do packets do what podnet predicts? Every kept scenario, in namespaces with real packets.
//!
//! `cargo test -p podnet-lab --test lab [-- part of a title]`. Without the privilege or a tool it says what is missing: a
//! failure in CI, a skip elsewhere.
#![expect(clippy::print_stdout, reason = "the table of scenarios is what this test is for")]

use std::process::ExitCode;

use podnet_lab::run::{Report, run};
use podnet_lab::scenario::parse::parse;
use podnet_lab::{Outcome, privilege};

const FILES: [(&str, &str); 3] = [
    ("kubenet", include_str!("../scenarios/kubenet.txt")),
    ("services", include_str!("../scenarios/services.txt")),
    ("azure_cni", include_str!("../scenarios/azure_cni.txt")),
];

fn main() -> ExitCode {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if let Some(missing) = privilege::missing() {
        println!("skipped the kernel lab: missing {missing}");
        return if podnet_workshop::in_ci() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    }
    match all(&wanted) {
        Ok((passed, 0)) => {
            println!("test result: ok. {passed} passed; 0 failed; 0 ignored");
            ExitCode::SUCCESS
        }
        Ok((passed, failed)) => {
            println!("test result: FAILED. {passed} passed; {failed} failed; 0 ignored");
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn all(wanted: &[String]) -> Outcome<(usize, usize)> {
    let (mut passed, mut failed) = (0, 0);
    let (mut flows, mut packets, mut milliseconds) = (0, 0, 0);
    for (file, text) in FILES {
        for scenario in parse(text).map_err(|error| format!("{file}: {error}"))? {
            if !wanted.is_empty() && !wanted.iter().any(|part| scenario.title.contains(part.as_str())) {
                continue;
            }
            let report = run(&scenario)?;
            flows += report.flows;
            packets += report.packets;
            milliseconds += report.took.as_millis();
            show(&report);
            *(if report.mismatches.is_empty() { &mut passed } else { &mut failed }) += 1;
        }
    }
    let scenarios = passed + failed;
    println!(
        "{scenarios} scenarios, {flows} flows, {packets} packets, {failed} with mismatches, {milliseconds} ms"
    );
    Ok((passed, failed))
}

fn show(report: &Report) {
    let verdict = if report.mismatches.is_empty() { "ok" } else { "MISMATCH" };
    println!(
        "{verdict:<9}{:<70} {:>3} flows {:>5} packets {:>5} ms",
        report.title,
        report.flows,
        report.packets,
        report.took.as_millis()
    );
    for mismatch in report.mismatches.iter().take(3) {
        println!("  {}", mismatch.flow);
        mismatch.problems.iter().for_each(|problem| println!("    {problem}"));
        println!("{}", mismatch.columns);
    }
}
