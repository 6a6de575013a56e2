//! How is a proof told: one line for each invariant, who reaches whom, and what breaks it?

use std::fmt::Write as _;

use anstyle::AnsiColor;
use podnet::v1::{self, Invariant, InvariantOutcome};

use super::extent::{grouped, words};
use crate::output::trace::markdown::escaped;
use crate::output::trace::text::{WIDTH, keyed, styled};
use crate::output::words::{count, elide, id, printable, wrap};

/// Widest name of an invariant, and a gap.
const NAME_WIDTH: usize = 32;
/// Widest outcome, and a gap.
const OUTCOME_WIDTH: usize = 16;

/// The name without prefix.
#[must_use]
pub fn name(invariant: Invariant) -> &'static str {
    let name = invariant.as_str_name();
    name.strip_prefix("INVARIANT_").unwrap_or(name)
}

/// The outcome as its enum name.
#[must_use]
pub fn outcome(outcome: InvariantOutcome) -> &'static str {
    match outcome {
        InvariantOutcome::Holds => "HOLDS",
        InvariantOutcome::Violated => "VIOLATED",
        InvariantOutcome::NotApplicable => "NOT_APPLICABLE",
        InvariantOutcome::Undetermined | InvariantOutcome::Unspecified => "UNDETERMINED",
    }
}

fn coloured(value: InvariantOutcome) -> String {
    let colour = match value {
        InvariantOutcome::Holds => AnsiColor::Green,
        InvariantOutcome::Violated => AnsiColor::Red,
        InvariantOutcome::NotApplicable => return outcome(value).to_owned(),
        InvariantOutcome::Undetermined | InvariantOutcome::Unspecified => AnsiColor::Yellow,
    };
    styled(colour.on_default().bold(), outcome(value))
}

/// Counts of each outcome, the worst as the verdict.
fn headline(results: &[v1::InvariantResult]) -> (InvariantOutcome, String) {
    let number = |outcome: InvariantOutcome| results.iter().filter(|r| r.outcome() == outcome).count();
    let (violated, unknown) = (number(InvariantOutcome::Violated), number(InvariantOutcome::Undetermined));
    let verdict = match (violated, unknown) {
        (0, 0) => InvariantOutcome::Holds,
        (0, _) => InvariantOutcome::Undetermined,
        (_, _) => InvariantOutcome::Violated,
    };
    let counts = format!(
        "{} hold, {violated} violated, {unknown} undetermined, {} not applicable",
        number(InvariantOutcome::Holds),
        number(InvariantOutcome::NotApplicable)
    );
    (verdict, counts)
}

/// The whole report but for traces.
#[must_use]
pub fn text(cluster: &str, response: &v1::VerifyClusterResponse) -> String {
    let (verdict, counts) = headline(&response.results);
    let revision = response.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    let mut lines = vec![format!("{}  {}    {counts}", coloured(verdict), printable(cluster))];
    if let Some(scope) = &response.scope {
        keyed(&mut lines, "scope", &self::scope(scope));
    }
    keyed(&mut lines, "at", &format!("revision {revision}"));
    lines.push(String::new());
    lines.extend(rows(&response.results));
    if let Some(matrix) = &response.matrix {
        lines.extend(self::matrix(matrix));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn scope(scope: &v1::VerificationScope) -> String {
    let mut text = format!(
        "{}, {} pods, {} pod pairs, {}, {}, {}, {}",
        count(scope.nodes, "node", "nodes"),
        grouped(scope.pods),
        grouped(scope.pod_pairs),
        count(scope.node_classes, "class of nodes", "classes of nodes"),
        count(scope.route_tables, "route table", "route tables"),
        count(scope.virtual_machines, "virtual machine", "virtual machines"),
        count(scope.services, "service", "services"),
    );
    if scope.nodes_not_ready > 0 {
        text.extend([format!("; {} not ready", count(scope.nodes_not_ready, "node", "nodes"))]);
    }
    text
}

/// One line for each invariant with its extent; below it why, and what to change, where it does not hold.
fn rows(results: &[v1::InvariantResult]) -> Vec<String> {
    let mut lines = Vec::new();
    for result in results {
        let gap = OUTCOME_WIDTH - outcome(result.outcome()).len();
        let extent = result.extent.as_ref().or(result.undetermined.as_ref()).map(words).unwrap_or_default();
        let line = format!(
            "{:<NAME_WIDTH$}{}{:gap$}{extent}",
            name(result.invariant()),
            coloured(result.outcome()),
            ""
        );
        lines.push(line.trim_end().to_owned());
        let explained =
            matches!(result.outcome(), InvariantOutcome::Violated | InvariantOutcome::Undetermined);
        for (key, sentence) in [("why", &result.explanation), ("fix", &result.remediation)] {
            if explained && !sentence.is_empty() {
                let folded = wrap(&printable(sentence), WIDTH - 8);
                for (index, part) in folded.into_iter().enumerate() {
                    lines.push(format!("    {:<4}{part}", if index == 0 { key } else { "" }));
                }
            }
        }
    }
    lines
}

/// Classes of nodes with one letter for each pair.
fn matrix(matrix: &v1::VerificationMatrix) -> Vec<String> {
    if matrix.classes.is_empty() {
        return Vec::new();
    }
    let mut lines =
        vec![String::new(), "who reaches whom, by classes of nodes: rows send, columns receive".to_owned()];
    for (index, (class, row)) in matrix.classes.iter().zip(&matrix.rows).enumerate() {
        let table = if class.route_table.is_empty() { "no route table" } else { id(&class.route_table) };
        let letters: Vec<String> = row.chars().map(String::from).collect();
        let about = format!(
            "{}, {} pods, as {}, {table}",
            count(class.nodes, "node", "nodes"),
            grouped(class.pods),
            id(&class.example_node)
        );
        let line = format!("{:>4}  {}   ", index + 1, letters.join(" "));
        let room = WIDTH.saturating_sub(line.chars().count()).max(20);
        lines.push(format!("{line}{}", elide(&printable(&about), room)));
    }
    lines.push(
        "      . both ways without rewriting  N with rewriting  R answer lost  X lost  ? unknown".to_owned(),
    );
    lines
}

/// Title of the trace that shows a violation.
#[must_use]
pub fn example_title(result: &v1::InvariantResult, example: &v1::Counterexample) -> String {
    let pods = if example.hypothetical_pods { ", with pods that could run there" } else { "" };
    format!("counterexample of {}{pods}", name(result.invariant()))
}

/// The outcomes that a watch begins with.
#[must_use]
pub fn table(results: &[v1::InvariantResult], revision: i64) -> String {
    let mut lines = vec![format!("revision {revision}")];
    lines.extend(rows(results));
    lines.push(String::new());
    lines.join("\n")
}

/// What a revision changed: a line for each invariant.
#[must_use]
pub fn changed(changed: &v1::VerificationChanged) -> String {
    let revision = changed.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    let by: Vec<&str> = changed.changed_resources.iter().map(|resource| id(resource)).collect();
    let mut text = String::new();
    for change in &changed.changes {
        let Some(now) = &change.result else { continue };
        let extent = now.extent.as_ref().map(words).unwrap_or_default();
        // A string takes all that is written to it.
        let _written = writeln!(
            text,
            "revision {revision}  {}  {} -> {}  {extent}  by {}",
            name(now.invariant()),
            outcome(change.outcome_before()),
            coloured(now.outcome()),
            printable(&by.join(", "))
        );
    }
    text
}

/// The report as Markdown.
#[must_use]
pub fn markdown(cluster: &str, response: &v1::VerifyClusterResponse) -> String {
    let (verdict, counts) = headline(&response.results);
    let revision = response.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    let mut text =
        format!("## {}: {}\n\n{counts}. Revision {revision}.\n\n", outcome(verdict), escaped(cluster));
    text.push_str("| invariant | outcome | extent | why | fix |\n|---|---|---|---|---|\n");
    for result in &response.results {
        let extent = result.extent.as_ref().or(result.undetermined.as_ref()).map(words).unwrap_or_default();
        let cells = [
            name(result.invariant()).to_owned(),
            outcome(result.outcome()).to_owned(),
            extent,
            result.explanation.clone(),
            result.remediation.clone(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        let _written = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response() -> v1::VerifyClusterResponse {
        let result =
            |invariant: Invariant, outcome: InvariantOutcome, explanation: &str| v1::InvariantResult {
                invariant: invariant.into(),
                outcome: outcome.into(),
                explanation: explanation.into(),
                ..Default::default()
            };
        let mut broken = result(
            Invariant::PodToNodeNoNat,
            InvariantOutcome::Violated,
            "node aks-0 masquerades 10.240.0.5",
        );
        broken.extent = Some(v1::InvariantExtent { pod_host_pairs: 660, nodes: 3, ..Default::default() });
        broken.remediation = "add 10.240.0.0/22 to the non-masquerade list".into();
        let class = |node: &str| v1::NodeClass {
            example_node: format!("clusters/c/nodes/{node}"),
            nodes: 2,
            pods: 220,
            ..Default::default()
        };
        v1::VerifyClusterResponse {
            results: vec![result(Invariant::PodToPodNoNat, InvariantOutcome::Holds, "all"), broken],
            matrix: Some(v1::VerificationMatrix {
                classes: vec![class("aks-0"), class("aks-7")],
                rows: vec!["..".into(), "X.".into()],
            }),
            scope: Some(v1::VerificationScope {
                nodes: 4,
                pods: 440,
                pod_pairs: 193_160,
                ..Default::default()
            }),
            cursor: Some(v1::Cursor { revision: 812, ..Default::default() }),
        }
    }

    #[test]
    fn the_worst_outcome_is_the_answer_and_each_invariant_a_line() {
        let text = anstream::adapter::strip_str(&text("clusters/c", &response())).to_string();
        let expected = "\
VIOLATED  clusters/c    1 hold, 1 violated, 0 undetermined, 0 not applicable
scope   4 nodes, 440 pods, 193,160 pod pairs, 0 classes of nodes, 0 route tables, 0 virtual
        machines, 0 services
at      revision 812

POD_TO_POD_NO_NAT               HOLDS
POD_TO_NODE_NO_NAT              VIOLATED        660 pod-host pairs, 3 nodes
    why node aks-0 masquerades 10.240.0.5
    fix add 10.240.0.0/22 to the non-masquerade list

who reaches whom, by classes of nodes: rows send, columns receive
   1  . .   2 nodes, 220 pods, as aks-0, no route table
   2  X .   2 nodes, 220 pods, as aks-7, no route table
      . both ways without rewriting  N with rewriting  R answer lost  X lost  ? unknown
";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_change_names_before_after_and_what_did_it() {
        let change = v1::InvariantChange {
            outcome_before: InvariantOutcome::Holds.into(),
            result: response().results.pop(),
            ..Default::default()
        };
        let changed = v1::VerificationChanged {
            cursor: Some(v1::Cursor { revision: 813, ..Default::default() }),
            changes: vec![change],
            changed_resources: vec!["networks/v/routeTables/t/routes/aks-0".into()],
        };
        let text = anstream::adapter::strip_str(&super::changed(&changed)).to_string();
        assert_eq!(
            text,
            "revision 813  POD_TO_NODE_NO_NAT  HOLDS -> VIOLATED  660 pod-host pairs, 3 nodes  by aks-0\n"
        );
    }
}
