//! What did one `podnet bench` say? Runs it and reads its JSON; must not know what is aimed at.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::server::release;
use crate::failure::Failure;

/// The figures of one run that rows are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    /// Operations per second: median, lowest, highest.
    pub(crate) rate: [f64; 3],
    /// Ratio to what the run compares with.
    pub(crate) ratio: [f64; 3],
    /// 99th percentile of the latency in milliseconds.
    pub(crate) p99_ms: f64,
    /// Longest time without an answer in milliseconds.
    pub(crate) pause_ms: f64,
    /// Calls that the server refused because too many wait.
    pub(crate) shed: u64,
    /// Calls that failed otherwise.
    pub(crate) failures: u64,
    /// Violations of invariants.
    pub(crate) violations: u64,
}

impl Measured {
    /// Of runs that only have a rate.
    pub(crate) fn of_rates(mut rates: Vec<f64>) -> Self {
        rates.sort_by(f64::total_cmp);
        let at = |index: usize| rates.get(index).copied().unwrap_or(0.0);
        let rate = [at(rates.len() / 2), at(0), at(rates.len().saturating_sub(1))];
        Self { rate, ratio: [0.0; 3], p99_ms: 0.0, pause_ms: 0.0, shed: 0, failures: 0, violations: 0 }
    }
}

/// What `podnet bench` calls a refusal because too many requests wait.
const SHED: &str = "OVERLOADED";

/// Runs `podnet bench` and reads what it says.
pub(crate) fn bench(url: &str, page: &Path, arguments: &[String]) -> Result<Measured, Failure> {
    let mut command = Command::new(release("podnet"));
    command
        .args(["--server", url, "--timeout", "60", "-o", "json", "bench"])
        .args(arguments)
        .arg("--html")
        .arg(page);
    let shown = format!("podnet bench {}", arguments.join(" "));
    println!("    $ {shown}");
    let failed = |status: String| Failure::Command { command: shown.clone(), status };
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| failed(error.to_string()))?;
    let report: Value =
        serde_json::from_slice(&output.stdout).map_err(|_| failed(output.status.to_string()))?;
    Ok(read(&report))
}

/// The figures of a report; what it does not have is 0.
fn read(report: &Value) -> Measured {
    let spread =
        |value: &Value| ["median", "lowest", "highest"].map(|key| value[key].as_f64().unwrap_or(0.0));
    let figure = &report["figures"][0];
    let violations = ["duplicates", "leaks", "lost", "order"]
        .iter()
        .filter_map(|key| report["invariants"][*key].as_u64())
        .sum();
    let errors =
        || figure["errors"].as_object().into_iter().flatten().filter_map(|(_, count)| count.as_u64());
    let shed = figure["errors"][SHED].as_u64().unwrap_or(0);
    Measured {
        rate: spread(&figure["per_second"]),
        ratio: spread(&report["ratio"]),
        p99_ms: figure["latency"]["p99_ms"].as_f64().unwrap_or(0.0),
        pause_ms: figure["longest_pause_ms"].as_f64().unwrap_or(0.0),
        shed,
        failures: errors().sum::<u64>() - shed,
        violations,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_figures_of_a_report_are_read() {
        let report = serde_json::json!({
            "figures": [{
                "per_second": { "median": 5.0, "lowest": 4.0, "highest": 6.0 },
                "latency": { "p99_ms": 1.5 },
                "longest_pause_ms": 9.0,
                "errors": { "OVERLOADED": 3, "POOL_EXHAUSTED": 4 },
            }],
            "ratio": { "median": 0.5, "lowest": 0.4, "highest": 0.6 },
            "invariants": { "duplicates": 1, "leaks": 2, "lost": 0, "order": 0 },
        });
        let measured = read(&report);
        assert_eq!((measured.rate, measured.ratio), ([5.0, 4.0, 6.0], [0.5, 0.4, 0.6]));
        assert_eq!((measured.p99_ms, measured.pause_ms), (1.5, 9.0));
        assert_eq!((measured.shed, measured.failures, measured.violations), (3, 4, 3));
    }
}
