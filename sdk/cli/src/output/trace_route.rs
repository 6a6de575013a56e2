//! How is a choice among routes explained: every candidate with its reason?

use podnet::v1;

use super::routes::{candidates, next_hop, source, why};
use super::words::{camel, hop_type, id};

/// Longest reason that fits beside the other columns.
const WIDTH: usize = 100;

/// The candidates as lines, the winner first, indented by `indent`. Reasons that do not fit stand on a line of their own.
#[must_use]
pub fn lines(decision: &v1::RouteDecision, indent: usize) -> Vec<String> {
    let all: Vec<&v1::RouteCandidate> = decision.winner.iter().chain(&decision.losers).collect();
    let space = " ".repeat(indent);
    let text = candidates(all.iter().copied(), true);
    if text.lines().all(|line| line.chars().count() + indent <= WIDTH) {
        return text.lines().map(|line| format!("{space}{line}")).collect();
    }
    let mut lines = Vec::new();
    for (index, route) in all.iter().enumerate() {
        let mark = if index == 0 && decision.winner.is_some() { '*' } else { ' ' };
        let words = [
            route.address_prefix.clone(),
            hop_type(route.next_hop_type()),
            next_hop(route),
            source(route.source()).to_owned(),
            camel(route.state().as_str_name(), "ROUTE_STATE_"),
            id(&route.route).to_owned(),
        ];
        let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        lines.push(format!("{space}{mark} {}", words.join("  ")));
        lines.extend(
            super::words::wrap(&why(route), WIDTH - indent - 4)
                .into_iter()
                .map(|line| format!("{space}    {line}")),
        );
    }
    lines
}
