//! `cargo xtask planted [name]`: is every fault of the list noticed when it is planted in the domain?
//!
//! The list is `tests/naive/planted.txt`: a file, the text that is there and the text that takes its place. Each fault is
//! put into a copy of the domain and of the naive judge under the target folder, built, and tried on random flows; the
//! judge must find a difference. Must not know what the faults mean.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// Flows that a fault is tried on; rare faults need most of them.
const FLOWS: &str = "400000";
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
    let faults: Vec<_> = parse(&list)?.into_iter().filter(wanted).collect();
    let copy = root().join("target/planted");
    report.step("the domain as it is agrees with the judge", || {
        fresh_copy(&copy)?;
        build(&copy)?;
        shell::run(&mut judge(&copy)).map(drop)
    });
    let mut lines = vec!["| planted fault | file | noticed |".to_owned(), "|---|---|---|".to_owned()];
    for fault in &faults {
        let noticed = report.step(&fault.name, || noticed(&copy, fault));
        let shown = if noticed.is_some() { "yes" } else { "**no**" };
        lines.push(format!("| {} | `{}` | {shown} |", fault.name, fault.file));
    }
    let table = format!("{}\n", lines.join("\n"));
    println!("\n{table}");
    let path = copy.join("report.md");
    fs::write(&path, table).map_err(|source| io("write", &path, source))
}

/// Plants a fault, builds, and succeeds only if the judge finds a difference.
fn noticed(copy: &Path, fault: &Fault) -> Result<(), Failure> {
    fresh_copy(copy)?;
    let path = copy.join(&fault.file);
    let text = read(&path)?;
    let places = text.matches(&fault.old).count();
    if places != 1 {
        let message =
            format!("the old text of `{}` is in {} {places} times, not once", fault.name, fault.file);
        return Err(Failure::Usage(message));
    }
    fs::write(&path, text.replace(&fault.old, &fault.new)).map_err(|source| io("write", &path, source))?;
    build(copy)?;
    let mut trial = judge(copy);
    let ended = trial.stdin(Stdio::null()).stdout(Stdio::piped()).output();
    let output = ended.map_err(|source| io("run", &copy.join("podnet-flows-judge"), source))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let found = said.lines().find(|line| line.starts_with("the judges differ"));
    match (output.status.code(), found) {
        (Some(1), Some(line)) => {
            println!("    noticed: {line}");
            Ok(())
        }
        (_, Some(_) | None) => {
            let status = format!("{}; the judge did not notice", output.status);
            Err(Failure::Command { command: "podnet-flows-judge".to_owned(), status })
        }
    }
}

fn build(copy: &Path) -> Result<(), Failure> {
    let mut command = cargo(&["build", "--quiet", "--profile", "trial", "--bin", "podnet-flows-judge"]);
    command.current_dir(copy).env("CARGO_TARGET_DIR", copy.join("target")).env("RUSTFLAGS", "-Awarnings");
    shell::run(&mut command)
}

fn judge(copy: &Path) -> Command {
    let mut command = Command::new(copy.join("target/trial/podnet-flows-judge"));
    command.args(["--flows", FLOWS]);
    command
}

/// Puts the sources there as they are in the workspace. A file that did not change keeps its time, so that only what
/// differs is built again.
fn fresh_copy(copy: &Path) -> Result<(), Failure> {
    for name in CRATES {
        copy_folder(&root().join(name), &copy.join(name))?;
    }
    let manifest = read(&root().join("Cargo.toml"))?;
    let members = CRATES.map(|name| format!("\"{name}\"")).join(", ");
    let lines = manifest.lines().map(|line| match line.split_once(" = ") {
        Some(("members", _)) => format!("members = [{members}]\n"),
        Some(("exclude", _)) => String::new(),
        Some(_) | None => format!("{line}\n"),
    });
    write_if_changed(&copy.join("Cargo.toml"), lines.collect::<String>().as_bytes())?;
    let lock = root().join("Cargo.lock");
    let there = copy.join("Cargo.lock");
    if there.exists() {
        return Ok(());
    }
    fs::copy(&lock, &there).map(drop).map_err(|source| io("copy", &lock, source))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(|source| io("create", to, source))?;
    for entry in fs::read_dir(from).map_err(|source| io("read", from, source))? {
        let path = entry.map_err(|source| io("read", from, source))?.path();
        let Some(name) = path.file_name() else { continue };
        let there = to.join(name);
        if path.is_dir() {
            copy_folder(&path, &there)?;
        } else {
            let bytes = fs::read(&path).map_err(|source| io("read", &path, source))?;
            write_if_changed(&there, &bytes)?;
        }
    }
    Ok(())
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
    use super::{Fault, parse};

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
}
