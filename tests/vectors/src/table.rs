//! Which feature works in which language? The parity table, as text, Markdown and JSON.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::case::Case;
use crate::run::Outcome;
use crate::suite::{Absent, Column};

/// Outcomes of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    passed: usize,
    failed: usize,
    missing: usize,
}

impl Cell {
    fn shown(self) -> String {
        match self {
            Self { passed: 0, failed: 0, missing: 0 } => "–".to_owned(),
            Self { passed, failed: 0, missing: 0 } => format!("{passed} passed"),
            Self { passed: 0, failed: 0, missing } => format!("**{missing} missing**"),
            Self { passed, failed: 0, missing } => format!("{passed} passed, **{missing} missing**"),
            Self { passed, failed, missing: 0 } => format!("{passed} passed, **{failed} failed**"),
            Self { passed, failed, missing } => {
                format!("{passed} passed, **{failed} failed**, **{missing} missing**")
            }
        }
    }
}

/// The tables, with the names of the rows.
#[derive(Debug)]
pub struct Table {
    markdown: String,
    json: Value,
    problems: Vec<String>,
}

impl Table {
    /// Counts the outcomes.
    #[must_use]
    pub fn of(cases: &[Case], columns: &[Column]) -> Self {
        let mut problems = Vec::new();
        for column in columns {
            if let Some(why) = &column.absent {
                problems.push(format!("{}: {}", column.name, why.why()));
            }
            for (case, outcome) in cases.iter().zip(&column.outcomes) {
                match outcome {
                    Some(Outcome::Failed(problem)) => {
                        problems.push(format!("{}: {} {}: {problem}", column.name, case.class, case.name));
                    }
                    Some(Outcome::Missing(why)) => {
                        problems
                            .push(format!("{}: {} {}: missing: {why}", column.name, case.class, case.name));
                    }
                    Some(Outcome::Passed) | None => {}
                }
            }
        }
        let features = rows(cases, columns, |case| &case.feature);
        let classes = rows(cases, columns, |case| &case.class);
        let markdown =
            format!("{}\n{}", drawn("feature", columns, &features), drawn("class", columns, &classes));
        let detail: Vec<Value> = columns
            .iter()
            .map(|column| {
                let outcomes: Vec<Value> = cases
                    .iter()
                    .zip(&column.outcomes)
                    .filter_map(|(case, outcome)| {
                        let (outcome, why) = match outcome.as_ref()? {
                            Outcome::Passed => ("passed", None),
                            Outcome::Failed(problem) => ("failed", Some(problem)),
                            Outcome::Missing(why) => ("missing", Some(why)),
                        };
                        Some(json!({"class": case.class, "feature": case.feature, "case": case.name, "outcome": outcome, "why": why}))
                    })
                    .collect();
                let absent = column.absent.as_ref().map(Absent::why);
                json!({"name": column.name, "version": column.version, "absent": absent, "cases": outcomes})
            })
            .collect();
        Self { markdown, json: json!({"cases": cases.len(), "columns": detail}), problems }
    }

    /// Markdown: a table of features and one of classes.
    #[must_use]
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// Every outcome.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// What failed or is missing, one line each; empty if all is well.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

fn rows<'a>(
    cases: &'a [Case],
    columns: &[Column],
    of: impl Fn(&'a Case) -> &'a String,
) -> BTreeMap<String, Vec<Cell>> {
    let mut rows: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
    for (index, case) in cases.iter().enumerate() {
        let key = of(case);
        // F10 comes after F9.
        let key = key
            .strip_prefix('F')
            .and_then(|number| number.parse::<u32>().ok())
            .map_or_else(|| key.clone(), |number| format!("F{number:02}"));
        let row = rows.entry(key).or_insert_with(|| vec![Cell::default(); columns.len()]);
        for (cell, column) in row.iter_mut().zip(columns) {
            match column.outcomes.get(index).and_then(Option::as_ref) {
                Some(Outcome::Passed) => cell.passed += 1,
                Some(Outcome::Failed(_)) => cell.failed += 1,
                Some(Outcome::Missing(_)) => cell.missing += 1,
                // Of a language that is not there, everything is missing.
                None if column.absent.is_some() => cell.missing += 1,
                None => {}
            }
        }
    }
    rows
}

fn drawn(corner: &str, columns: &[Column], rows: &BTreeMap<String, Vec<Cell>>) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut lines = vec![
        format!("| {corner} | {} |", names.join(" | ")),
        format!("|---|{}", "---|".repeat(columns.len())),
    ];
    for (name, cells) in rows {
        let shown: Vec<String> = cells.iter().map(|cell| cell.shown()).collect();
        lines.push(format!("| {name} | {} |", shown.join(" | ")));
    }
    lines.push(String::new());
    lines.join("\n")
}
