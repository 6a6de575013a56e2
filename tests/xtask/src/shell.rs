//! How does a task run another program?
//!
//! Always visibly: the command is printed as one could type it, its output goes through, it gets no input.
//! Must not know what the programs mean, but for the result lines of `cargo test`.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use podnet_workshop::root;

use crate::failure::Failure;

/// How many tests ran, summed over every test binary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TestCount {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

/// The cargo that runs this task, in the workspace's root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = podnet_workshop::cargo();
    command.args(arguments);
    command
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    announce(command);
    let ended = command.stdin(Stdio::null()).status();
    judge(command, ended)
}

/// Runs `cargo test`, passes its lines on as they come, and sums its result lines, whether or not it succeeds.
pub(crate) fn run_tests(command: &mut Command) -> (TestCount, Result<(), Failure>) {
    announce(command);
    let mut count = TestCount::default();
    let mut child = match command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return (count, judge(command, Err(error))),
    };
    if let Some(stdout) = child.stdout.take() {
        // A line that is not UTF-8 cannot be a result line; it is still shown.
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(more) = parse_result_line(&line) {
                count.passed += more.passed;
                count.failed += more.failed;
            }
        }
    }
    let ended = child.wait();
    (count, judge(command, ended))
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn parse_result_line(line: &str) -> Option<TestCount> {
    let (_verdict, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |unit: &str| {
        let part = numbers.split("; ").find_map(|part| part.strip_suffix(unit));
        part.and_then(|digits| digits.trim().parse::<u64>().ok())
    };
    Some(TestCount { passed: number(" passed")?, failed: number(" failed")? })
}

fn announce(command: &Command) {
    println!("    $ {}", typed(command));
}

/// The command as one would type it, with its own environment variables; paths below the root are shown from the root.
fn typed(command: &Command) -> String {
    let root = root();
    let below_root = format!("{}/", root.display());
    let shown = |word: &std::ffi::OsStr| word.to_string_lossy().replace(&below_root, "");
    let program = std::path::Path::new(command.get_program());
    // Cargo gives its own full path to the programs that it runs.
    let program = match program.file_name() {
        Some(name) if name == "cargo" => "cargo".to_owned(),
        Some(_) | None => shown(program.as_os_str()),
    };
    let arguments = command.get_args().map(|argument| quoted(&shown(argument)));
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:@,+%#".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{word}'") }
}

fn judge(command: &Command, ended: std::io::Result<ExitStatus>) -> Result<(), Failure> {
    let status = match ended {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    Err(Failure::Command { command: typed(command), status })
}

#[cfg(test)]
mod tests {
    use super::{TestCount, parse_result_line};

    #[test]
    fn result_lines_of_cargo_test_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.5s";
        assert_eq!(parse_result_line(line), Some(TestCount { passed: 12, failed: 3 }));
    }

    #[test]
    fn other_lines_are_not_taken_for_results() {
        for line in ["test tidy::arrows ... ok", "test result: nothing", "3 passed; 0 failed"] {
            assert_eq!(parse_result_line(line), None, "{line}");
        }
    }
}
