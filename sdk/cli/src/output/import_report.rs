//! How is the outcome of an import told: counts of each kind, then what was passed over, then what was odd in the files?

use serde_json::{Value, json};

use super::table::Table;
use super::words::{count, short, wrap};
use crate::import::plan::Step;
use crate::import::{Finding, ImportPlan, Severity};

/// Widest line.
const WIDTH: usize = 100;

/// What became of one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Kind, as the message is called.
    pub kind: &'static str,
    /// Resource name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created,
    /// It was there and equal.
    Kept,
    /// It was not made, for this reason.
    Skipped(String),
    /// Nothing was done yet.
    Planned,
}

/// Every object of a plan, nothing done.
#[must_use]
pub fn planned(plan: &ImportPlan) -> Vec<Entry> {
    let entry = |kind, name: String| Entry { kind, name, outcome: Outcome::Planned };
    let mut entries = Vec::new();
    for step in plan.steps() {
        entries.push(entry(kind(&step), step.name().to_string()));
        if let Step::RouteTable(table) = step {
            entries.extend(table.routes.iter().map(|route| entry("Route", route.name.to_string())));
        }
    }
    entries
}

fn kind(step: &Step<'_>) -> &'static str {
    match step {
        Step::Network(_) => "Network",
        Step::RouteTable(_) => "RouteTable",
        Step::Subnet(_) => "Subnet",
        Step::Reservation(_) => "Reservation",
        Step::Cluster(_) => "Cluster",
        Step::NodePool(_) => "NodePool",
        Step::Node(_) => "Node",
        Step::Service(_) => "Service",
        Step::Allocation(_) => "Allocation",
    }
}

/// Kinds in the order of their first entry.
fn kinds(entries: &[Entry]) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for entry in entries {
        if !kinds.contains(&entry.kind) {
            kinds.push(entry.kind);
        }
    }
    kinds
}

/// The report. Notes about what needs no attention are only counted, unless `wide`.
#[must_use]
pub fn render(entries: &[Entry], findings: &[Finding], dry_run: bool, wide: bool) -> String {
    let mut table = if dry_run {
        Table::new(["KIND", "PLANNED"])
    } else {
        Table::new(["KIND", "CREATED", "KEPT", "SKIPPED"])
    };
    for kind in kinds(entries) {
        let of = |test: fn(&Outcome) -> bool| {
            entries.iter().filter(|entry| entry.kind == kind && test(&entry.outcome)).count().to_string()
        };
        let mut row = vec![kind.to_owned()];
        if dry_run {
            row.push(of(|outcome| *outcome == Outcome::Planned));
        } else {
            row.push(of(|outcome| *outcome == Outcome::Created));
            row.push(of(|outcome| *outcome == Outcome::Kept));
            row.push(of(|outcome| matches!(outcome, Outcome::Skipped(_))));
        }
        table.row(row);
    }
    let mut lines: Vec<String> = table.render(true).lines().map(str::to_owned).collect();
    if dry_run && wide {
        lines.extend(entries.iter().map(|entry| format!("+ {} {}", entry.kind, short(&entry.name))));
    }
    for entry in entries {
        if let Outcome::Skipped(reason) = &entry.outcome {
            hanging(&mut lines, &format!("skipped {} {}: {reason}", entry.kind, entry.name));
        }
    }
    let told = |finding: &&Finding| wide || finding.severity() > Severity::Info;
    for finding in findings.iter().filter(told) {
        hanging(&mut lines, &finding.to_string());
    }
    let quiet = findings.iter().filter(|finding| !told(finding)).count();
    if quiet > 0 {
        lines.push(format!("{} (-o wide shows them)", count(quiet as u64, "further note", "further notes")));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn hanging(lines: &mut Vec<String>, text: &str) {
    for (index, part) in wrap(text, WIDTH - 2).into_iter().enumerate() {
        lines.push(format!("{}{part}", if index == 0 { "" } else { "  " }));
    }
}

/// The same for programs.
#[must_use]
pub fn value(entries: &[Entry], findings: &[Finding]) -> Value {
    let entries: Vec<Value> = entries
        .iter()
        .map(|entry| {
            let (outcome, reason) = match &entry.outcome {
                Outcome::Created => ("CREATED", None),
                Outcome::Kept => ("KEPT", None),
                Outcome::Skipped(reason) => ("SKIPPED", Some(reason)),
                Outcome::Planned => ("PLANNED", None),
            };
            match reason {
                None => json!({ "kind": entry.kind, "name": entry.name, "outcome": outcome }),
                Some(reason) => {
                    json!({ "kind": entry.kind, "name": entry.name, "outcome": outcome, "reason": reason })
                }
            }
        })
        .collect();
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.rule.id(),
                "severity": finding.severity().as_str(),
                "file": &*finding.source.file,
                "object": finding.source.object,
                "what": finding.what,
                "done": finding.done,
            })
        })
        .collect();
    json!({ "objects": entries, "findings": findings })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_come_first_and_then_the_reasons() {
        let entry = |kind, name: &str, outcome| Entry { kind, name: name.to_owned(), outcome };
        let entries = [
            entry("Network", "networks/vnet", Outcome::Kept),
            entry("Node", "clusters/prod/nodes/aks-0", Outcome::Created),
            entry(
                "Node",
                "clusters/prod/nodes/aks-1",
                Outcome::Skipped("AlreadyExists ADDRESS_IN_USE: 10.240.0.5".into()),
            ),
        ];
        let expected = "\
KIND     CREATED  KEPT  SKIPPED
Network  0        1     0
Node     1        0     1
skipped Node clusters/prod/nodes/aks-1: AlreadyExists ADDRESS_IN_USE: 10.240.0.5
";
        assert_eq!(render(&entries, &[], false, false), expected);
    }
}
