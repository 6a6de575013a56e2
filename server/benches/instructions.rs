//! How many instructions do the hot paths of the domain and of its records take?
//!
//! `cargo xtask bench instructions [--bless]` runs each case below under valgrind, which counts what the processor was
//! told and not how long it took: the same program gives the same number on a busy machine. It compares with the kept
//! table, `instructions.md` beside this file; `--bless` writes it anew. Without `--valgrind PATH` each case runs once, so
//! that it cannot rot.
#![expect(clippy::print_stdout, reason = "the table is the result")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a benchmark stops where it cannot go on")]

#[path = "instructions/cases.rs"]
mod cases;
#[path = "instructions/table.rs"]
mod table;
#[path = "../core/benches/world/mod.rs"]
#[allow(dead_code, reason = "other benchmarks use the rest of it")]
mod world;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use cases::{CASES, Case, OPERATIONS};
use table::Table;

/// What callgrind switches counting on and off by.
const COUNTED: &str = "*operations_that_are_counted*";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        arguments.iter().position(|own| own == name).and_then(|place| arguments.get(place + 1)).cloned()
    };
    if let Some(name) = after("--case") {
        run(CASES.iter().find(|case| case.name == name).unwrap());
        return ExitCode::SUCCESS;
    }
    let Some(valgrind) = after("--valgrind") else {
        CASES.iter().for_each(run);
        return ExitCode::SUCCESS;
    };
    let counted: Table = CASES.iter().map(|case| (case.name, count(Path::new(&valgrind), case))).collect();
    let kept_at = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.md");
    let kept = std::fs::read_to_string(&kept_at).unwrap_or_default();
    if arguments.iter().any(|argument| argument == "--bless") {
        std::fs::write(&kept_at, table::replaced(&kept, &counted)).unwrap();
        println!("{}", table::written(&counted));
        return ExitCode::SUCCESS;
    }
    let (text, differs) = table::compared(&table::read(&kept), &counted);
    println!("{text}");
    if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prepares a case and does its operations.
fn run(case: &Case) {
    let mut operation = (case.prepare)();
    operations_that_are_counted(&mut *operation);
}

/// Nothing before and after this is counted.
#[inline(never)]
fn operations_that_are_counted(operation: &mut dyn FnMut(usize)) {
    for number in 0..OPERATIONS {
        operation(black_box(number));
    }
}

/// Instructions of one operation of a case.
fn count(valgrind: &Path, case: &Case) -> u64 {
    let mut command = Command::new(valgrind);
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no"]);
    command.arg(format!("--toggle-collect={COUNTED}"));
    command.arg(std::env::current_exe().unwrap()).args(["--case", case.name]);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected : "));
    let collected: Option<u64> = collected.and_then(|(_, number)| number.trim().parse().ok());
    match collected {
        Some(all) if all > 0 && output.status.success() => all / OPERATIONS as u64,
        Some(_) | None => panic!("{}: {}\n{said}", case.name, output.status),
    }
}
