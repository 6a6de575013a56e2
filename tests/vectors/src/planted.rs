//! Is a client that is broken on purpose found out? Each fault of `planted.txt` is one text replacement, made in a copy of the
//! tree, so that a run that is interrupted leaves the tree as it was; the vectors that the fault names must pass before it,
//! and one must fail with it. Must not know what the faults mean.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use podnet_workshop::languages::{ALL, Language};
use podnet_workshop::root;
use serde_json::Value;

use crate::options::Options;

/// The runner itself, in the copy.
const RUNNER: &str = "target/podnet-vectors";

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    name: String,
    file: String,
    /// Part of the class and name of the vectors that must notice it; empty for whichever does.
    by: String,
    old: String,
    new: String,
}

/// Tries the faults that are asked for, and shows a row of a table for each as it comes; whether each was noticed.
///
/// # Errors
/// The list cannot be read, or no copy can be made.
pub fn run(options: &Options, show: impl Fn(&str)) -> Result<bool, String> {
    let list = root().join("tests/vectors/planted.txt");
    let text = std::fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    let faults: Vec<Fault> =
        parse(&text)?.into_iter().filter(|fault| options.wants_case(&fault.name)).collect();
    let copy = copied()?;
    show("| planted fault | file | noticed by |\n|---|---|---|");
    let (mut noticed, mut all) = (0, 0);
    for language in ALL.iter().filter(|language| options.wants(language.name)) {
        let mine: Vec<&Fault> = faults.iter().filter(|fault| is_of(language, fault)).collect();
        all += mine.len();
        if mine.is_empty() {
            continue;
        }
        // Without this, what fails with a fault would say nothing.
        let named: BTreeSet<&str> = mine.iter().map(|fault| fault.by.as_str()).collect();
        if let Err(problem) = passing(&copy, language, &named) {
            show(&format!("| {}: none | | **fails without a fault**: {problem} |", language.name));
            continue;
        }
        for fault in mine {
            let by = tried(&copy, language, fault);
            noticed += usize::from(by.is_ok());
            let by = by.map_or_else(|problem| format!("**nobody**: {problem}"), |case| format!("`{case}`"));
            show(&format!("| {} | `{}` | {by} |", fault.name, fault.file));
        }
    }
    show(&format!("{noticed} of {all} planted faults were noticed"));
    Ok(noticed == all)
}

/// Whether the vectors pass in the copy as it is.
fn passing(copy: &Path, language: &Language, cases: &BTreeSet<&str>) -> Result<(), String> {
    let found = outcomes(copy, language, cases)?;
    found.into_iter().find(|(_, outcome)| outcome != "passed").map_or(Ok(()), |(case, _)| Err(case))
}

/// Makes one fault in the copy, and takes it back; the case that noticed it.
fn tried(copy: &Path, language: &Language, fault: &Fault) -> Result<String, String> {
    let path = copy.join(&fault.file);
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(&path).map_err(problem)?;
    let places = text.matches(&fault.old).count();
    if places != 1 {
        return Err(format!("the old text is in {} {places} times, not once", fault.file));
    }
    std::fs::write(&path, text.replace(&fault.old, &fault.new)).map_err(problem)?;
    let found = outcomes(copy, language, &BTreeSet::from([fault.by.as_str()]));
    std::fs::write(&path, text).map_err(problem)?;
    let failed = found?.into_iter().find(|(_, outcome)| outcome == "failed");
    failed.map(|(case, _)| case).ok_or_else(|| "every vector passed".to_owned())
}

fn is_of(language: &Language, fault: &Fault) -> bool {
    language.sources.iter().any(|folder| fault.file.starts_with(&format!("{folder}/")))
}

/// The whole tree without what is built, in a folder that outlives the run, so that later ones build less.
fn copied() -> Result<PathBuf, String> {
    let copy = root().join("target/planted-clients");
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(root());
    let output = git.stdin(Stdio::null()).output().map_err(|error| format!("git: {error}"))?;
    for name in String::from_utf8_lossy(&output.stdout).split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root().join(name), copy.join(name));
        let (Ok(now), before) = (std::fs::read(&from), std::fs::read(&to)) else { continue };
        // What is as it was keeps its date, so that nothing is built twice.
        if before.is_ok_and(|before| before == now) {
            continue;
        }
        let made =
            to.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::copy(&from, &to));
        made.map_err(|error| format!("{}: {error}", to.display()))?;
    }
    share_libraries(&copy.join("target/debug"))?;
    // A run takes long; the runner may be built anew meanwhile.
    let runner = std::env::current_exe().and_then(|runner| std::fs::copy(runner, copy.join(RUNNER)));
    runner.map_err(|error| format!("{RUNNER}: {error}"))?;
    Ok(copy)
}

/// Libraries that do not depend on where the tree is are built already: the copy's first build takes them over, by links.
fn share_libraries(there: &Path) -> Result<(), String> {
    let runner = std::env::current_exe().map_err(|error| error.to_string())?;
    let Some(here) = runner.parent().filter(|_| !there.exists()) else { return Ok(()) };
    std::fs::create_dir_all(there).map_err(|error| format!("{}: {error}", there.display()))?;
    let folders = ["deps", "build", ".fingerprint"].map(|folder| here.join(folder));
    podnet_workshop::languages::run(Command::new("cp").args(["--archive", "--link"]).args(folders).arg(there))
}

/// Runs vectors of a language in the copy until one fails; the cases that ran, and how they ended.
fn outcomes(
    copy: &Path,
    language: &Language,
    cases: &BTreeSet<&str>,
) -> Result<Vec<(String, String)>, String> {
    let report = copy.join("target/vectors/parity.json");
    // That of a run before must not be taken for this one's.
    let _none = std::fs::remove_file(&report).is_err();
    let mut command = Command::new(copy.join(RUNNER));
    command.args(["--language", language.name, "--until-failure"]).stdin(Stdio::null()).stdout(Stdio::null());
    command.args(cases.iter().flat_map(|case| ["--case", case]));
    command
        .env("CARGO_MANIFEST_DIR", copy.join("tests/vectors"))
        .env("CARGO_TARGET_DIR", copy.join("target"));
    // The tools of the real tree, not of the copy.
    command.env("PODNET_TOOLS", podnet_workshop::tools::folder());
    let ended = command.status().map_err(|error| error.to_string())?;
    let text = std::fs::read_to_string(&report)
        .map_err(|error| format!("{} ({ended}): {error}", report.display()))?;
    let report: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let columns = report["columns"].as_array().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for column in &columns {
        if let Some(why) = column["absent"].as_str() {
            return Err(format!("{} cannot run: {why}", language.name));
        }
        let word = |case: &Value, key: &str| case[key].as_str().unwrap_or_default().to_owned();
        let of =
            |case: &Value| (format!("{} {}", word(case, "class"), word(case, "case")), word(case, "outcome"));
        found.extend(column["cases"].as_array().into_iter().flatten().map(of));
    }
    match (columns.is_empty(), found.is_empty()) {
        (true, _) => Err(format!("{} has no harness", language.name)),
        (false, true) => Err(format!("no vector is named {cases:?}")),
        (false, false) => Ok(found),
    }
}

/// Reads the list: `== name`, `file path`, `by vectors`, `--- old` and its lines, `--- new` and its lines.
fn parse(text: &str) -> Result<Vec<Fault>, String> {
    let mut faults = Vec::new();
    for block in text.split("\n== ").skip(1) {
        let bad = || format!("planted.txt: a block that is no fault:\n{block}");
        let (name, rest) = block.split_once('\n').ok_or_else(bad)?;
        let (head, rest) = rest.split_once("\n--- old\n").ok_or_else(bad)?;
        let (file, by) = head.split_once("\nby ").unwrap_or((head, ""));
        let (old, new) = rest.split_once("\n--- new\n").ok_or_else(bad)?;
        faults.push(Fault {
            name: name.trim().to_owned(),
            file: file.strip_prefix("file ").ok_or_else(bad)?.trim().to_owned(),
            by: by.trim().to_owned(),
            old: old.to_owned(),
            new: new.trim_end_matches('\n').to_owned(),
        });
    }
    Ok(faults)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::parse;

    #[test]
    fn the_list_is_read_and_names_places_that_are_there() {
        let text =
            std::fs::read_to_string(podnet_workshop::root().join("tests/vectors/planted.txt")).unwrap();
        let faults = parse(&text).unwrap();
        assert!(faults.len() >= 4, "{faults:?}");
        for fault in faults {
            let source = std::fs::read_to_string(podnet_workshop::root().join(&fault.file)).unwrap();
            assert_eq!(source.matches(&fault.old).count(), 1, "{}", fault.name);
        }
    }
}
