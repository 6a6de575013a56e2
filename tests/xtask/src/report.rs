//! Which steps did a task take, how long did each last, and how did it end?
//!
//! A failed step does not end the task: later steps still run, so that one run shows everything that is wrong.
//! Must not know what any step does.
#![expect(clippy::disallowed_methods, reason = "the time that a step took is what this module shows")]

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::shell::TestCount;

/// How one step ended.
enum End {
    Passed,
    Failed(String),
    Skipped(String),
}

struct Step {
    name: String,
    took: Duration,
    end: End,
}

/// The record of one task.
pub(crate) struct Report {
    started: Instant,
    steps: Vec<Step>,
    tests: Option<TestCount>,
}

impl Report {
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), steps: Vec::new(), tests: None }
    }

    /// Runs one step, shows its name before and its time after, and remembers how it ended.
    ///
    /// Returns the value of a step that passed.
    pub(crate) fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Option<T> {
        self.take(name, work, End::Failed)
    }

    /// Like [`Self::step`] for work that may be impossible here: its failure counts as a skip.
    pub(crate) fn step_or_skip<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Option<T> {
        self.take(name, work, End::Skipped)
    }

    fn take<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Failure>,
        otherwise: impl FnOnce(String) -> End,
    ) -> Option<T> {
        println!("\n==> {name}");
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        let (value, end) = match result {
            Ok(value) => (Some(value), End::Passed),
            Err(failure) => (None, otherwise(with_causes(&failure))),
        };
        println!("    {name}: {}, {}{}", end.word(), seconds(took), end.reason());
        self.steps.push(Step { name: name.to_owned(), took, end });
        value
    }

    /// Records a step that was not taken, and says why at once.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        println!("\n==> {name}\n    {name}: skipped: {why}");
        let end = End::Skipped(why.to_owned());
        self.steps.push(Step { name: name.to_owned(), took: Duration::ZERO, end });
    }

    /// Adds to the number of tests that ran, for the last line.
    pub(crate) fn count_tests(&mut self, count: TestCount) {
        let sum = self.tests.unwrap_or_default();
        self.tests = Some(TestCount { passed: sum.passed + count.passed, failed: sum.failed + count.failed });
    }

    /// Prints the table of steps and, where tests ran, one plain line with their number; gives the exit code.
    pub(crate) fn finish(self, outcome: Result<(), Failure>) -> ExitCode {
        let failed = self.steps.iter().filter(|step| matches!(step.end, End::Failed(_))).count();
        let total = self.steps.len();
        let outcome = outcome.and(if failed == 0 { Ok(()) } else { Err(Failure::Steps { failed, total }) });
        if total > 0 {
            self.print_table();
        }
        if let Err(failure) = &outcome {
            println!("\nerror: {}", with_causes(failure));
        }
        if let Some(TestCount { passed, failed }) = self.tests {
            println!("\n{passed} passed, {failed} failed");
        }
        if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn print_table(&self) {
        let width = self.steps.iter().map(|step| step.name.len()).max().unwrap_or(0);
        println!("\n{:width$}  {:7}  {:>8}", "STEP", "RESULT", "TIME");
        for step in &self.steps {
            println!(
                "{:width$}  {:7}  {:>8}{}",
                step.name,
                step.end.word(),
                seconds(step.took),
                step.end.reason()
            );
        }
        println!("{:width$}  {:7}  {:>8}", "total", "", seconds(self.started.elapsed()));
    }
}

impl End {
    fn word(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "FAILED",
            Self::Skipped(_) => "skipped",
        }
    }

    fn reason(&self) -> String {
        match self {
            Self::Passed => String::new(),
            Self::Failed(why) | Self::Skipped(why) => format!("  {why}"),
        }
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// The message of an error and of everything below it, on one line.
fn with_causes(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        line = format!("{line}: {cause}");
        below = cause.source();
    }
    line
}
