//! Do packets do what podnet predicts? Every kept scenario and seeded random ones, in namespaces with real packets.
//!
//! `cargo test -p podnet-lab --test lab [-- [part of a title] [--random N] [--seed S] [--threads T]]`. A part of a title
//! chooses among the kept scenarios and leaves the random ones out. Without the privilege or a tool it says what is
//! missing: a failure in CI, a skip elsewhere.
#![expect(clippy::print_stdout, reason = "the table of scenarios is what this test is for")]
#![expect(clippy::disallowed_methods, reason = "the time that a trial took is part of what it shows")]

use std::process::ExitCode;
use std::time::Instant;

use podnet_lab::random::scenario;
use podnet_lab::run::{Mismatch, Report, run, run_changed};
use podnet_lab::scenario::Scenario;
use podnet_lab::shrink::shrink;
use podnet_lab::trial::{Summary, trial};
use podnet_lab::{Outcome, privilege};

const PLANTED: &str = include_str!("../planted.txt");
/// Random scenarios when nobody says otherwise: about ten seconds.
const RANDOM: usize = 48;
/// First seed when nobody says otherwise; any number will do. Each scenario has the next one.
const SEED: u64 = 20_261_123;
/// Labs at once. They wait for packets most of the time.
const THREADS: usize = 3;
/// Random scenarios between two lines of progress.
const PROGRESS: usize = 25;
/// Mismatches that are made small: each takes a minute.
const SHRUNK: usize = 3;

struct Options {
    wanted: Vec<String>,
    random: usize,
    seed: u64,
    threads: usize,
    planted: bool,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => {
            println!("{error}");
            return ExitCode::from(2);
        }
    };
    if let Some(missing) = privilege::missing() {
        println!("skipped the kernel lab: missing {missing}");
        return if podnet_workshop::in_ci() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    }
    match all(&options) {
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

fn options() -> Outcome<Options> {
    let mut options =
        Options { wanted: Vec::new(), random: RANDOM, seed: SEED, threads: THREADS, planted: false };
    let mut said = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || -> Outcome<u64> {
            let value = arguments.next().ok_or_else(|| format!("{argument} takes a number"))?;
            Ok(value.parse().map_err(|error| format!("{argument} {value}: {error}"))?)
        };
        match argument.as_str() {
            "--random" => {
                options.random = usize::try_from(number()?)?;
                said = true;
            }
            "--planted" => options.planted = true,
            "--seed" => options.seed = number()?,
            "--threads" => options.threads = usize::try_from(number()?)?,
            // Flags of the usual test program.
            flag if flag.starts_with('-') => {}
            title => options.wanted.push(title.to_owned()),
        }
    }
    if !options.wanted.is_empty() && !said {
        options.random = 0;
    }
    Ok(options)
}

fn all(options: &Options) -> Outcome<(usize, usize)> {
    if options.planted {
        return planted(options);
    }
    let kept = kept(options)?;
    let begin = Instant::now();
    let (mut passed, mut failed) = (0, 0);
    let mut count = |summary: &Summary| {
        passed += summary.scenarios - summary.failed.len();
        failed += summary.failed.len();
    };
    if !kept.is_empty() {
        let summary =
            trial(kept.len(), options.threads, |number| kept.get(number).cloned(), |report, _| show(report))?;
        println!("{}", total("kept scenarios", &summary, begin));
        summary.failed.iter().for_each(|(_, scenario, mismatches)| show_mismatches(scenario, mismatches));
        count(&summary);
    }
    if options.random > 0 {
        count(&random(options)?);
    }
    Ok((passed, failed))
}

fn kept(options: &Options) -> Outcome<Vec<Scenario>> {
    let mut kept = podnet_lab::scenario::kept()?;
    let wanted = &options.wanted;
    kept.retain(|scenario| {
        wanted.is_empty() || wanted.iter().any(|part| scenario.title.contains(part.as_str()))
    });
    Ok(kept)
}

fn random(options: &Options) -> Outcome<Summary> {
    let begin = Instant::now();
    let (first, count) = (options.seed, options.random);
    println!("{count} random scenarios, seeds from {first}, {} at once", options.threads);
    let made = |number| Some(scenario(first + u64::try_from(number).ok()?));
    let summary = trial(count, options.threads, made, |report, summary| {
        if !report.mismatches.is_empty() {
            show(report);
        }
        if summary.scenarios.is_multiple_of(PROGRESS) {
            println!("{}", total("random scenarios", summary, begin));
        }
    })?;
    println!("{} (seeds from {first})", total("random scenarios", &summary, begin));
    for (_, scenario, _) in summary.failed.iter().take(SHRUNK) {
        small(scenario)?;
    }
    Ok(summary)
}

/// Plants each fault of the list, and prints which flow noticed it where.
fn planted(options: &Options) -> Outcome<(usize, usize)> {
    let (kept, wanted) = (podnet_lab::scenario::kept()?, &options.wanted);
    let (mut found, mut missed) = (0, 0);
    println!("| planted fault | scenario | flow that noticed | what it noticed |\n|---|---|---|---|");
    for fault in podnet_lab::planted::parse(PLANTED)? {
        if !wanted.is_empty() && !wanted.iter().any(|part| fault.name.contains(part.as_str())) {
            continue;
        }
        let scenario = kept.iter().find(|scenario| scenario.title == fault.scenario);
        let scenario = scenario.ok_or_else(|| format!("no scenario {}", fault.scenario))?;
        let report = run_changed(scenario, |plan| fault.plant(plan))?;
        let noticed = report.mismatches.first();
        let flow = noticed.map_or("**none**", |mismatch| mismatch.flow.as_str());
        let what =
            noticed.and_then(|mismatch| mismatch.problems.first()).map(String::as_str).unwrap_or_default();
        println!("| {} | {} | `{flow}` | {what} |", fault.name, fault.scenario);
        *(if noticed.is_some() { &mut found } else { &mut missed }) += 1;
    }
    println!("{found} planted faults were noticed, {missed} were not");
    Ok((found, missed))
}

/// Makes a scenario small, shows it and keeps it as a file.
fn small(scenario: &Scenario) -> Outcome<()> {
    let small = shrink(scenario, |tried| run(tried).is_ok_and(|report| !report.mismatches.is_empty()));
    let report = run(&small)?;
    println!("the smallest scenario found from {}:\n", scenario.title);
    show_mismatches(&small, &report.mismatches);
    let folder = podnet_workshop::root().join("target/lab");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}.txt", scenario.title.replace(' ', "-")));
    std::fs::write(&path, small.to_string())?;
    println!("kept as {}", path.display());
    Ok(())
}

fn total(what: &str, summary: &Summary, begin: Instant) -> String {
    let Summary { scenarios, flows, answered, open_ended, packets, .. } = summary;
    let given_up: usize = summary.not_predicted.values().sum();
    let reasons: Vec<_> =
        summary.not_predicted.iter().map(|(why, count)| format!(" {why} {count}")).collect();
    let (reasons, failed) = (reasons.concat(), summary.failed.len());
    format!(
        "{scenarios} {what}, {flows} flows ({answered} answered, {open_ended} open-ended), {packets} packets, {failed} with \
         mismatches, {given_up} flows not predicted{reasons}, {:.1} s",
        begin.elapsed().as_secs_f64()
    )
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
    for mismatch in report.mismatches.iter().take(1) {
        println!(
            "    {}: {}",
            mismatch.flow,
            mismatch.problems.first().map(String::as_str).unwrap_or_default()
        );
    }
}

fn show_mismatches(scenario: &Scenario, mismatches: &[Mismatch]) {
    println!("{scenario}");
    for mismatch in mismatches.iter().take(3) {
        println!("  {}", mismatch.flow);
        mismatch.problems.iter().for_each(|problem| println!("    {problem}"));
        println!("{}", mismatch.columns);
    }
}
