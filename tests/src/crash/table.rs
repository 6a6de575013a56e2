//! What did the trials come to, as a table for people?

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use super::trial::{Death, Trial};

/// The sums of one kind of death on one store.
#[derive(Clone, Debug, Default)]
struct Row {
    trials: u64,
    acknowledged: u64,
    unanswered: u64,
    lost: usize,
    partial: usize,
    answers: usize,
    duplicates: usize,
    others: usize,
    restarts: Vec<Duration>,
}

/// One row for each kind and store, and one for all.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: BTreeMap<(Death, &'static str), Row>,
    refusals: BTreeMap<&'static str, u64>,
}

const HEADINGS: [&str; 11] = [
    "kind",
    "store",
    "trials",
    "acknowledged",
    "unanswered",
    "lost",
    "partial",
    "other answer",
    "held twice",
    "other",
    "restart ms median / max",
];

impl Table {
    /// Adds a trial.
    pub fn add(&mut self, death: Death, store: &'static str, trial: &Trial) {
        self.rows.entry((death, store)).or_default().add(trial);
        for (reason, count) in &trial.refusals {
            *self.refusals.entry(reason).or_default() += count;
        }
    }

    /// Changes that were acknowledged in all.
    #[must_use]
    pub fn acknowledged(&self) -> u64 {
        self.rows.values().map(|row| row.acknowledged).sum()
    }

    /// The table in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut lines: Vec<[String; 11]> = vec![HEADINGS.map(str::to_owned)];
        let mut total = Row::default();
        for ((death, store), row) in &self.rows {
            lines.push(row.cells(death.name(), store));
            total.join(row);
        }
        lines.push(total.cells("all", ""));
        let width = |column: usize| lines.iter().map(|line| line[column].len()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..HEADINGS.len()).map(width).collect();
        let mut text = String::new();
        for (number, line) in lines.iter().enumerate() {
            for (cell, width) in line.iter().zip(&widths) {
                // Writing to a String cannot fail.
                let _ = write!(text, "| {cell:width$} ");
            }
            text.push_str("|\n");
            if number == 0 {
                for width in &widths {
                    let _ = write!(text, "|{}", "-".repeat(width + 2));
                }
                text.push_str("|\n");
            }
        }
        let reasons: Vec<String> =
            self.refusals.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
        let _ = writeln!(text, "\nRefused under load: {}.", reasons.join(", "));
        text
    }
}

impl Row {
    fn add(&mut self, trial: &Trial) {
        self.trials += 1;
        self.acknowledged += trial.acknowledged;
        self.unanswered += trial.unanswered;
        self.lost += trial.findings.lost.len();
        self.partial += trial.findings.partial.len();
        self.answers += trial.findings.answers.len();
        self.duplicates += trial.findings.duplicates.len();
        self.others += trial.findings.others.len();
        self.restarts.push(trial.restart);
    }

    fn join(&mut self, other: &Self) {
        self.trials += other.trials;
        self.acknowledged += other.acknowledged;
        self.unanswered += other.unanswered;
        self.lost += other.lost;
        self.partial += other.partial;
        self.answers += other.answers;
        self.duplicates += other.duplicates;
        self.others += other.others;
        self.restarts.extend(&other.restarts);
    }

    fn cells(&self, kind: &str, store: &str) -> [String; 11] {
        let mut restarts = self.restarts.clone();
        restarts.sort_unstable();
        let millis = |at: usize| restarts.get(at).map_or(0, Duration::as_millis);
        [
            kind.to_owned(),
            store.to_owned(),
            self.trials.to_string(),
            self.acknowledged.to_string(),
            self.unanswered.to_string(),
            self.lost.to_string(),
            self.partial.to_string(),
            self.answers.to_string(),
            self.duplicates.to_string(),
            self.others.to_string(),
            format!("{} / {}", millis(restarts.len() / 2), millis(restarts.len().saturating_sub(1))),
        ]
    }
}
