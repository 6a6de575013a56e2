//! How does a report read on a terminal?

use crate::bench::figure::Figure;
use crate::bench::report::Report;
use crate::output::table::Table;

/// Heads of the columns.
pub(super) const HEADERS: [&str; 10] = [
    "WHAT",
    "PER SECOND",
    "LOWEST",
    "HIGHEST",
    "P50 MS",
    "P90 MS",
    "P99 MS",
    "P99.9 MS",
    "MAX MS",
    "PAUSE MS",
];

/// The report in lines.
#[must_use]
pub fn render(report: &Report, headers: bool) -> String {
    let mut table = Table::new(HEADERS);
    for figure in &report.figures {
        table.row(row(figure));
    }
    let mut lines = vec![
        format!("podnet bench {}: {}", report.command, report.load),
        format!("server: {}", report.server),
        String::new(),
        table.render(headers),
    ];
    if let Some(ratio) = report.ratio {
        lines.push(format!(
            "ratio to {}  {:.2} ({:.2} to {:.2})",
            report.compared_with, ratio.median, ratio.lowest, ratio.highest
        ));
    }
    for figure in report.figures.iter().filter(|figure| !figure.errors.is_empty()) {
        let errors: Vec<String> = figure.errors.iter().map(|(why, count)| format!("{why} {count}")).collect();
        lines.push(format!("errors         {}: {}", figure.name, errors.join(", ")));
    }
    if let Some(findings) = &report.invariants {
        lines.push(format!("invariants     {findings}"));
        lines.extend(findings.told.iter().map(|words| format!("  {words}")));
    }
    lines.extend(report.notes.iter().map(|note| format!("note           {note}")));
    lines.push(String::new());
    lines.join("\n")
}

/// The cells of a figure.
pub(super) fn row(figure: &Figure) -> [String; 10] {
    let latency = figure.latency;
    [
        figure.name.clone(),
        thousands(figure.per_second.median),
        thousands(figure.per_second.lowest),
        thousands(figure.per_second.highest),
        format!("{:.2}", latency.p50_ms),
        format!("{:.2}", latency.p90_ms),
        format!("{:.2}", latency.p99_ms),
        format!("{:.2}", latency.p999_ms),
        format!("{:.2}", latency.max_ms),
        if figure.longest_pause_ms > 0.0 {
            format!("{:.1}", figure.longest_pause_ms)
        } else {
            "-".to_owned()
        },
    ]
}

/// A whole number with a comma at each thousand.
#[must_use]
pub fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn thousands_have_commas() {
        assert_eq!(thousands(0.4), "0");
        assert_eq!(thousands(999.0), "999");
        assert_eq!(thousands(1_234_567.0), "1,234,567");
    }
}
