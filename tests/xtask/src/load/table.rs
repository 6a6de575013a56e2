//! How is the table of a load run written? With date, machine and commit, since a figure without them is none.

use std::process::Command;

use podnet_workshop::root;

use super::Extent;
use super::measured::Measured;
use crate::failure::Failure;

/// A row.
#[derive(Debug)]
pub(crate) struct Line {
    figure: String,
    goal: String,
    value: String,
    met: bool,
    rate: f64,
    violations: u64,
}

impl Line {
    /// A ratio of the run itself, and the least that it should be.
    pub(crate) fn ratio(figure: &str, measured: Measured, goal: f64) -> Self {
        let [median, lowest, highest] = measured.ratio;
        let value = format!("{median:.2} ({lowest:.2} to {highest:.2})");
        Self::new(figure, format!("at least {goal:.2}"), value, median >= goal, measured)
    }

    /// A rate, and the least that it should be.
    pub(crate) fn rate(figure: &str, measured: Measured, goal: f64) -> Self {
        let [median, lowest, highest] = measured.rate;
        let value = format!("{median:.0} ({lowest:.0} to {highest:.0})");
        Self::new(figure, format!("at least {goal:.0}"), value, median >= goal, measured)
    }

    /// A rate as a multiple of another.
    pub(crate) fn times(figure: &str, measured: Measured, base: f64, goal: f64) -> Self {
        let share = measured.rate.map(|rate| if base > 0.0 { rate / base } else { 0.0 });
        let value = format!("{:.2} ({:.2} to {:.2})", share[0], share[1], share[2]);
        Self::new(figure, format!("at least {goal}"), value, share[0] >= goal, measured)
    }

    /// A number, and the most that it should be.
    pub(crate) fn at_most(figure: &str, value: f64, goal: f64, measured: Measured) -> Self {
        Self::new(figure, format!("at most {goal}"), format!("{value:.1}"), value <= goal, measured)
    }

    fn new(figure: &str, goal: String, value: String, met: bool, measured: Measured) -> Self {
        let (rate, violations) = (measured.rate[0], measured.violations);
        Self { figure: figure.to_owned(), goal, value, met, rate, violations }
    }
}

/// The table as Markdown.
pub(crate) fn render(lines: &[Line], sync: f64, extent: Extent) -> Result<String, Failure> {
    let rows: Vec<String> = lines
        .iter()
        .map(|line| {
            let met = if line.met { "yes" } else { "no" };
            let Line { figure, goal, value, rate, violations, .. } = line;
            format!("| {figure} | {goal} | {value} | {met} | {rate:.0} | {violations} |\n")
        })
        .collect();
    Ok(format!(
        "# The allocator under load\n\n\
         `cargo xtask bench load`: {}, one sync of this disk {sync:.2} ms. Server and client share the\n\
         machine; medians of {} repeats of {}, lowest and highest behind. The echo is the health check of the same server over\n\
         the same connections. The last column counts duplicates, leaks, lost addresses and disorders in the answers.\n\n\
         | figure | goal | measured | met | operations/s | violations |\n|---|---|---|---|---|---|\n{}",
        circumstances()?,
        extent.repeats,
        extent.duration,
        rows.concat(),
    ))
}

/// Date, commit and machine of a table.
pub(crate) fn circumstances() -> Result<String, Failure> {
    let date = said("date", &["-u", "+%Y-%m-%d %H:%M"])?;
    let commit = said("git", &["rev-parse", "--short", "HEAD"])?;
    Ok(format!("{date} UTC, commit {commit}, {}", machine()))
}

/// Processor and number of cores.
fn machine() -> String {
    let information = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("{cores} cores of {}", model.map_or("an unknown processor", |(_, model)| model.trim()))
}

/// The one line that a program says.
fn said(program: &str, arguments: &[&str]) -> Result<String, Failure> {
    let output = Command::new(program).args(arguments).current_dir(root()).output();
    match output {
        Ok(output) => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
        Err(error) => Err(Failure::Command { command: program.to_owned(), status: error.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEASURED: Measured = Measured {
        rate: [200.0, 100.0, 300.0],
        ratio: [0.5, 0.4, 0.9],
        p99_ms: 1.0,
        pause_ms: 1.0,
        shed: 0,
        failures: 0,
        violations: 0,
    };

    #[test]
    fn the_median_decides_whether_a_goal_is_met() {
        assert!(!Line::ratio("x", MEASURED, 0.8).met);
        assert!(Line::ratio("x", MEASURED, 0.5).met);
        assert!(Line::times("x", MEASURED, 100.0, 2.0).met);
        assert!(!Line::times("x", MEASURED, 0.0, 2.0).met);
        assert!(!Line::at_most("x", 3.1, 3.0, MEASURED).met);
    }
}
