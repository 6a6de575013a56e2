//! `cargo xtask planted [name]`: is every fault of the list noticed when it is planted in the domain?
//!
//! The list is `tests/naive/planted.txt`: a file, the text that is there and the text that takes its place. All faults are
//! put at once into a copy of the domain and of the naive judge under the target folder, each behind a switch; so one build
//! has them all, and the judge is started once for each, on random flows, where it must find a difference. Must not know
//! what the faults mean.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// Flows that a fault is tried on; rare faults need most of them.
const FLOWS: &str = "400000";
/// Flows on which the domain as it is must agree; `cargo xtask flows-judge` tries millions.
const FLOWS_AS_IT_IS: &str = "50000";
/// Which fault is tried, by its number in the list from 1.
const VARIABLE: &str = "PODNET_PLANTED";
/// What stands in a new text for the switch of its fault.
const SWITCH: &str = "FAULT";
/// Builds fast, and still runs thousands of flows a second.
const PROFILE: &str = r#"
[profile.planted]
inherits = "release"
opt-level = 1
lto = false
codegen-units = 64
panic = "unwind"

[profile.planted.package."*"]
opt-level = 3
codegen-units = 16
"#;
/// The crates that are copied: the domain, and the judge.
const CRATES: [&str; 2] = ["server/core", "tests/naive"];

/// One fault.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    name: String,
    file: String,
    old: String,
    new: String,
}

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let list = read(&root().join("tests/naive/planted.txt"))?;
    let wanted = |fault: &Fault| arguments.first().is_none_or(|name| fault.name.contains(name.as_str()));
    let faults = parse(&list)?;
    let copy = root().join("target/planted");
    let built = report.step("the domain with a switch for each fault", || {
        fresh_copy(&copy, &faults)?;
        build(&copy)
    });
    if built.is_none() {
        return Ok(());
    }
    report.step("without a fault it agrees with the judge", || {
        shell::run(&mut judge(&copy, FLOWS_AS_IT_IS, 0)).map(drop)
    });
    let mut lines = vec![
        "| planted fault | file | noticed after flows | by a difference in |".to_owned(),
        "|---|---|---:|---|".to_owned(),
    ];
    for (index, fault) in faults.iter().enumerate().filter(|(_, fault)| wanted(fault)) {
        let noticed = report.step(&fault.name, || noticed(&copy, index + 1));
        let (flows, difference) =
            noticed.map_or_else(|| ("**never**".to_owned(), String::new()), |n| (n.flows, n.difference));
        lines.push(format!("| {} | `{}` | {flows} | {difference} |", fault.name, fault.file));
    }
    let table = format!("{}\n", lines.join("\n"));
    println!("\n{table}");
    let path = copy.join("report.md");
    fs::write(&path, table).map_err(|source| io("write", &path, source))
}

/// How the judge noticed a fault.
#[derive(Debug, PartialEq, Eq)]
struct Noticed {
    flows: String,
    difference: String,
}

/// Reads what the judge said of a difference; `None` if it found none.
fn read_difference(said: &str) -> Option<Noticed> {
    let after = |prefix: &str| said.lines().find_map(|line| line.strip_prefix(prefix).map(str::to_owned));
    let flows = after("MISMATCH after ")?.trim_end_matches(" flows").to_owned();
    Some(Noticed { flows, difference: after("the judges differ in ")? })
}

/// Tries a fault; succeeds only if the judge finds a difference.
fn noticed(copy: &Path, number: usize) -> Result<Noticed, Failure> {
    let mut trial = judge(copy, FLOWS, number);
    let ended = trial.stdin(Stdio::null()).stdout(Stdio::piped()).output();
    let output = ended.map_err(|source| io("run", &copy.join("podnet-flows-judge"), source))?;
    match (output.status.code(), read_difference(&String::from_utf8_lossy(&output.stdout))) {
        (Some(1), Some(found)) => {
            println!("    noticed after {} flows, by {}", found.flows, found.difference);
            Ok(found)
        }
        (_, Some(_) | None) => {
            let status = format!("{}; the judge did not notice", output.status);
            Err(Failure::Command { command: "podnet-flows-judge".to_owned(), status })
        }
    }
}

fn build(copy: &Path) -> Result<(), Failure> {
    let mut command = cargo(&["build", "--quiet", "--profile", "planted", "--bin", "podnet-flows-judge"]);
    command.current_dir(copy).env("CARGO_TARGET_DIR", copy.join("target")).env("RUSTFLAGS", "-Awarnings");
    shell::run(&mut command)
}

/// One thread, so that a fault is noticed at the same flow each time.
fn judge(copy: &Path, flows: &str, fault: usize) -> Command {
    let mut command = Command::new(copy.join("target/planted/podnet-flows-judge"));
    command.args(["--threads", "1", "--flows", flows]).env(VARIABLE, fault.to_string());
    command
}

/// Puts the sources there with all faults behind their switches. A file that did not change keeps its time, so that only
/// what differs is built again.
fn fresh_copy(copy: &Path, faults: &[Fault]) -> Result<(), Failure> {
    for name in CRATES {
        copy_folder(Path::new(name), copy, faults)?;
    }
    let manifest = read(&root().join("Cargo.toml"))?;
    let members = CRATES.map(|name| format!("\"{name}\"")).join(", ");
    let lines = manifest.lines().map(|line| match line.split_once(" = ") {
        Some(("members", _)) => format!("members = [{members}]\n"),
        Some(("exclude", _)) => String::new(),
        Some(_) | None => format!("{line}\n"),
    });
    let manifest = lines.collect::<String>() + PROFILE;
    write_if_changed(&copy.join("Cargo.toml"), manifest.as_bytes())?;
    let lock = root().join("Cargo.lock");
    let there = copy.join("Cargo.lock");
    if there.exists() {
        return Ok(());
    }
    fs::copy(&lock, &there).map(drop).map_err(|source| io("copy", &lock, source))
}

fn copy_folder(folder: &Path, copy: &Path, faults: &[Fault]) -> Result<(), Failure> {
    let (from, to) = (root().join(folder), copy.join(folder));
    fs::create_dir_all(&to).map_err(|source| io("create", &to, source))?;
    for entry in fs::read_dir(&from).map_err(|source| io("read", &from, source))? {
        let path = entry.map_err(|source| io("read", &from, source))?.path();
        let Some(name) = path.file_name() else { continue };
        let there = folder.join(name);
        if path.is_dir() {
            copy_folder(&there, copy, faults)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = plant(&there, read(&path)?, faults)?;
            write_if_changed(&copy.join(there), text.as_bytes())?;
        } else {
            let bytes = fs::read(&path).map_err(|source| io("read", &path, source))?;
            write_if_changed(&copy.join(there), &bytes)?;
        }
    }
    Ok(())
}

/// A file with its faults, and the domain's root with the switch.
fn plant(path: &Path, mut text: String, faults: &[Fault]) -> Result<String, Failure> {
    for (index, fault) in faults.iter().enumerate().filter(|(_, fault)| Path::new(&fault.file) == path) {
        let places = text.matches(&fault.old).count();
        if places != 1 || !fault.new.contains(SWITCH) {
            let message = format!(
                "the old text of `{}` is in {} {places} times, and must be once; the new one must have {SWITCH}",
                fault.name, fault.file
            );
            return Err(Failure::Usage(message));
        }
        let switched = fault.new.replace(SWITCH, &format!("crate::planted({})", index + 1));
        text = text.replace(&fault.old, &switched);
    }
    if path == Path::new(CRATES[0]).join("src/lib.rs") {
        text.push_str(&switch());
    }
    Ok(text)
}

/// The function of the domain's copy that says which fault is tried.
fn switch() -> String {
    format!(
        r#"
pub(crate) fn planted(number: usize) -> bool {{
    static TRIED: std::sync::OnceLock<Option<usize>> = std::sync::OnceLock::new();
    *TRIED.get_or_init(|| std::env::var("{VARIABLE}").ok()?.parse().ok()) == Some(number)
}}
"#
    )
}

fn write_if_changed(path: &PathBuf, bytes: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|source| io("write", path, source))
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| io("read", path, source))
}

fn io(action: &'static str, path: &Path, source: std::io::Error) -> Failure {
    Failure::Io { action, path: path.display().to_string(), source }
}

/// Reads the list: `== name`, `file path`, then the old lines after `--- old` and the new ones after `--- new`.
fn parse(list: &str) -> Result<Vec<Fault>, Failure> {
    let mut faults = Vec::new();
    for part in list.split("\n== ").skip(1) {
        let bad = || {
            Failure::Usage(format!(
                "a planted fault is malformed: {}",
                part.lines().next().unwrap_or_default()
            ))
        };
        let (head, rest) = part.split_once("\n--- old\n").ok_or_else(bad)?;
        let (name, file) = head.split_once("\nfile ").ok_or_else(bad)?;
        let (old, new) = rest.split_once("\n--- new\n").ok_or_else(bad)?;
        let trimmed = |text: &str| text.trim_end_matches('\n').to_owned();
        faults.push(Fault {
            name: name.trim().to_owned(),
            file: file.trim().to_owned(),
            old: trimmed(old),
            new: trimmed(new),
        });
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::{Fault, Noticed, parse, read_difference};

    #[test]
    fn a_list_of_faults_is_read() {
        let list = "# words\n\n== a rule\nfile a.rs\n--- old\nif x {\n    y\n--- new\nif !x {\n    y\n\n== b\nfile b.rs\n--- old\n1\n--- new\n2\n";
        let fault = |name: &str, file: &str, old: &str, new: &str| Fault {
            name: name.into(),
            file: file.into(),
            old: old.into(),
            new: new.into(),
        };
        let expected =
            vec![fault("a rule", "a.rs", "if x {\n    y", "if !x {\n    y"), fault("b", "b.rs", "1", "2")];
        assert_eq!(parse(list).ok(), Some(expected));
        assert!(parse("\n== nothing else").is_err());
    }

    #[test]
    fn a_difference_is_read() {
        let said = "seed 1\nMISMATCH after 12 flows\nthe judges differ in places: A against B\nworld";
        let noticed = Noticed { flows: "12".into(), difference: "places: A against B".into() };
        assert_eq!(read_difference(said), Some(noticed));
        assert_eq!(read_difference("no mismatch"), None);
    }
}
