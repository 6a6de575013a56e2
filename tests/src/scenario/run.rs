//! Does a world answer a scenario as it is written?

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use podnet_workshop::root;

use super::answer::Answer;
use super::contract::Contract;
use super::script::{EXPECTED_LINES_MAX, Script};
use super::world::World;

/// What came of one scenario.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What differs from what is written, or breaks a promise.
    pub problems: Vec<String>,
    /// Reasons of the refusals that came.
    pub reasons: BTreeSet<String>,
    /// How many steps were done.
    pub steps: usize,
}

/// Folder of the scenarios.
#[must_use]
pub fn folder() -> PathBuf {
    root().join("tests").join("scenarios")
}

/// Every scenario, by name.
///
/// # Errors
/// A file can't be read or makes no sense.
pub fn scripts() -> Result<Vec<Script>, String> {
    let entries = fs::read_dir(folder()).map_err(|error| format!("{}: {error}", folder().display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Script::parse(&name, &text)
    };
    paths.iter().map(read).collect()
}

/// The promises about refusals.
///
/// # Errors
/// The proto file can't be read.
pub fn contract() -> Result<Contract, String> {
    let path = root().join("proto/podnet/v1/error_reason.proto");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Contract::parse(&text))
}

/// Whether differences are to be accepted: `PODNET_BLESS=1`.
#[must_use]
pub fn is_blessing() -> bool {
    env::var("PODNET_BLESS").is_ok_and(|value| value == "1")
}

/// Runs a scenario in a world. With `bless`, what the world answers becomes what is written; broken promises stay problems.
///
/// # Errors
/// The file can't be written back.
pub fn run(
    script: &Script,
    world: &mut dyn World,
    contract: &Contract,
    bless: bool,
) -> Result<Report, String> {
    let mut report = Report::default();
    let mut answers = Vec::with_capacity(script.cases.len());
    for case in &script.cases {
        let place = format!("{}:{} ({})", script.name, case.line, world.kind());
        let mut lines = Vec::new();
        let mut before = None;
        let last = case.steps.len().saturating_sub(1);
        for (index, step) in case.steps.iter().enumerate() {
            report.steps += 1;
            let answer = match world.run(step) {
                Ok(answer) => answer,
                Err(problem) => {
                    report.problems.push(format!("{place}: {problem}"));
                    return Ok(report);
                }
            };
            if let Answer::Refused(refusal) = &answer {
                report.reasons.insert(refusal.reason.clone());
                report.problems.extend(contract.violations(refusal).iter().map(|v| format!("{place}: {v}")));
            }
            let is_new_kind = before != Some(answer.kind());
            before = Some(answer.kind());
            if last > 0 && (is_new_kind || index == last) {
                lines.extend(answer.lines().iter().map(|line| format!("{}: {line}", index + 1)));
            } else if last == 0 {
                lines = answer.lines();
            }
        }
        if lines.len() > EXPECTED_LINES_MAX {
            report.problems.push(format!("{place}: {} lines of answer; write a smaller step", lines.len()));
        }
        if lines != case.expected && !bless {
            report.problems.push(difference(&place, &case.expected, &lines));
        }
        answers.push(lines);
    }
    if let Err(problem) = world.finish() {
        report.problems.push(format!("{} ({}): {problem}", script.name, world.kind()));
    }
    if bless {
        let path = folder().join(&script.name);
        fs::write(&path, script.with_answers(&answers))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(report)
}

fn difference(place: &str, expected: &[String], got: &[String]) -> String {
    let mut text = format!("{place}:");
    for line in expected.iter().filter(|line| !got.contains(line)) {
        text += &format!("\n    expected {line}");
    }
    for line in got.iter().filter(|line| !expected.contains(line)) {
        text += &format!("\n    got      {line}");
    }
    if !text.contains('\n') {
        text += "\n    the same lines in another order";
    }
    text
}
