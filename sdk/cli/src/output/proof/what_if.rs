//! How is told what changes would do: what gets better and worse, and what would be refused?

use anstyle::AnsiColor;
use podnet::v1::{self, Invariant};

use super::extent::grouped;
use super::report::{name, outcome};
use crate::hint::reason_name;
use crate::output::table::Table;
use crate::output::trace::Question;
use crate::output::trace::summary::{cause, verdict};
use crate::output::trace::text::{keyed, styled};
use crate::output::words::{count, elide, id, list, printable};

/// Longest name that is shown whole.
const NAME_WIDTH: usize = 40;

/// The whole answer; `tried` is the number of changes.
#[must_use]
pub fn text(response: &v1::WhatIfResponse, tried: usize) -> String {
    let lost_flows = response.flows.iter().filter(|flow| flow.lost).count();
    let gained_flows = response.flows.iter().filter(|flow| flow.gained).count();
    let worse = response.node_pairs_lost > 0 || !response.broken_invariants.is_empty() || lost_flows > 0;
    let better = response.node_pairs_gained > 0 || !response.mended_invariants.is_empty() || gained_flows > 0;
    let (word, colour) = match (worse, better) {
        (true, _) => ("WORSE", AnsiColor::Red),
        (false, true) => ("BETTER", AnsiColor::Green),
        (false, false) => ("SAME", AnsiColor::Green),
    };
    let revision = response.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    let changes = count(tried as u64, "change", "changes");
    let mut lines =
        vec![format!("{}  {changes} tried on revision {revision}", styled(colour.on_default().bold(), word))];
    for refused in &response.refused {
        let why =
            format!("change {}: {}: {}", refused.index + 1, reason_name(refused.reason()), refused.message);
        keyed(&mut lines, "refused", &printable(&why));
    }
    let invariants = |numbers: &[i32]| {
        let names = numbers.iter().filter_map(|number| Invariant::try_from(*number).ok());
        names.map(name).collect::<Vec<_>>().join(", ")
    };
    keyed(&mut lines, "broken", &invariants(&response.broken_invariants));
    keyed(&mut lines, "mended", &invariants(&response.mended_invariants));
    for (key, pairs, prefixes) in [
        ("lost", response.node_pairs_lost, response.prefixes_lost_count),
        ("gained", response.node_pairs_gained, response.prefixes_gained_count),
    ] {
        let pairs = format!("{} ordered node pairs", grouped(pairs));
        keyed(&mut lines, key, &format!("{pairs}, {}", count(prefixes, "pod prefix", "pod prefixes")));
    }
    lines.push(String::new());
    let mut text = lines.join("\n");
    for table in [comparison(response), reachability(response), flows(response)] {
        if !table.is_empty() {
            text.push('\n');
            text.push_str(&table.render(true));
        }
    }
    text
}

/// Invariants whose outcome differs, or that do not hold.
fn comparison(response: &v1::WhatIfResponse) -> Table {
    let mut table = Table::new(["INVARIANT", "BEFORE", "AFTER", "WHY"]);
    for pair in &response.invariants {
        let (Some(before), Some(after)) = (&pair.before, &pair.after) else { continue };
        let why = if before.outcome == after.outcome { "" } else { after.explanation.as_str() };
        table.row([
            name(after.invariant()),
            outcome(before.outcome()),
            outcome(after.outcome()),
            printable(why).as_str(),
        ]);
    }
    table
}

fn reachability(response: &v1::WhatIfResponse) -> Table {
    let mut table = Table::new(["TO THE PODS OF", "PREFIXES", "NODES GAINED", "NODES LOST"]);
    for change in &response.reachability {
        table.row([
            elide(&printable(id(&change.node)), NAME_WIDTH),
            list(&change.pod_prefixes),
            change.nodes_gained.to_string(),
            change.nodes_lost.to_string(),
        ]);
    }
    table
}

fn flows(response: &v1::WhatIfResponse) -> Table {
    let mut table = Table::new(["FLOW", "BEFORE", "AFTER", "CAUSE"]);
    for flow in &response.flows {
        let question = flow.flow.as_ref().map(Question::of).unwrap_or_default();
        let word = |result: Option<&v1::FlowResult>| result.map_or("", |result| verdict(result.verdict()));
        let why = match &flow.after {
            Some(after) => after.cause.as_ref().map(|found| cause(found, &question)).unwrap_or_default(),
            None => printable(&flow.after_refusal),
        };
        let (before, after) = (word(flow.before.as_ref()), word(flow.after.as_ref()));
        table.row([printable(&question.ends()), before.to_owned(), after.to_owned(), why]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use podnet::v1::InvariantOutcome;

    #[test]
    fn what_gets_worse_is_the_answer() {
        let result = |outcome: InvariantOutcome, explanation: &str| {
            Some(v1::InvariantResult {
                invariant: Invariant::PodToPodNoNat.into(),
                outcome: outcome.into(),
                explanation: explanation.into(),
                ..Default::default()
            })
        };
        let response = v1::WhatIfResponse {
            invariants: vec![v1::InvariantComparison {
                before: result(InvariantOutcome::Holds, ""),
                after: result(InvariantOutcome::Violated, "no route to aks-1"),
            }],
            reachability: vec![v1::ReachabilityChange {
                node: "clusters/c/nodes/aks-1".into(),
                pod_prefixes: vec!["10.244.1.0/24".into()],
                nodes_lost: 2,
                ..Default::default()
            }],
            node_pairs_lost: 2,
            prefixes_lost_count: 1,
            broken_invariants: vec![Invariant::PodToPodNoNat.into()],
            refused: vec![v1::RefusedChange {
                index: 1,
                reason: v1::ErrorReason::ResourceNotFound.into(),
                message: "routes/x does not exist".into(),
                ..Default::default()
            }],
            cursor: Some(v1::Cursor { revision: 812, ..Default::default() }),
            ..Default::default()
        };
        let text = anstream::adapter::strip_str(&text(&response, 2)).to_string();
        let expected = "\
WORSE  2 changes tried on revision 812
refused change 2: RESOURCE_NOT_FOUND: routes/x does not exist
broken  POD_TO_POD_NO_NAT
lost    2 ordered node pairs, 1 pod prefix
gained  0 ordered node pairs, 0 pod prefixes

INVARIANT          BEFORE  AFTER     WHY
POD_TO_POD_NO_NAT  HOLDS   VIOLATED  no route to aks-1

TO THE PODS OF  PREFIXES       NODES GAINED  NODES LOST
aks-1           10.244.1.0/24  0             2
";
        assert_eq!(text, expected);
    }
}
