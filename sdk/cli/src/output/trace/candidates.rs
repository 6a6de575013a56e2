//! How is a choice explained: a table of every candidate with its reason?

use podnet::v1::{self, RouteOutcome, trace_step::Detail};

use super::said::backend_rows;
use crate::output::routes::{next_hop, source, why};
use crate::output::table::Table;
use crate::output::words::{camel, hop_type, id, printable, wrap};

/// Narrowest last column that is still read as a sentence.
const REASON_WIDTH_MIN: usize = 24;

/// The candidates of a step, the winner marked with `*`, in lines of at most `width`; empty for a step without a choice.
#[must_use]
pub fn lines(step: &v1::TraceStep, width: usize) -> Vec<String> {
    match &step.detail {
        Some(Detail::Route(decision)) => routes(decision, width),
        Some(Detail::Backend(choice)) => {
            let rows = backend_rows(choice).into_iter().map(Vec::from).collect();
            fitted(&["", "BACKEND", "NODE", "SHARE", "REASON"], rows, width)
        }
        Some(_) | None => Vec::new(),
    }
}

fn routes(decision: &v1::RouteDecision, width: usize) -> Vec<String> {
    let all = decision.winner.iter().chain(&decision.losers);
    let row = |route: &v1::RouteCandidate| {
        let mark = if route.outcome() == RouteOutcome::Selected { "*" } else { "" };
        let hop = format!("{} {}", hop_type(route.next_hop_type()), next_hop(route));
        let name =
            if route.route.is_empty() { String::new() } else { format!("; route {}", id(&route.route)) };
        vec![
            mark.to_owned(),
            route.address_prefix.clone(),
            source(route.source()).to_owned(),
            hop.trim().to_owned(),
            camel(route.state().as_str_name(), "ROUTE_STATE_"),
            printable(&format!("{}{name}", why(route))),
        ]
    };
    fitted(&["", "PREFIX", "SOURCE", "NEXT HOP", "STATE", "REASON"], all.map(row).collect(), width)
}

/// A table whose last column is folded to the width; where that would be too narrow, the reason goes on lines of its own.
fn fitted(headers: &[&str], rows: Vec<Vec<String>>, width: usize) -> Vec<String> {
    let columns = headers.len();
    let used: usize = (0..columns - 1)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count().max(1));
            cells.chain([headers.get(column).map_or(0, |header| header.len())]).max().unwrap_or(0) + 2
        })
        .sum();
    let room = width.saturating_sub(used);
    if room < REASON_WIDTH_MIN {
        return stacked(headers, rows, width);
    }
    let mut table = Table::new(headers.iter().copied());
    for mut row in rows {
        let mut reason = wrap(&row.pop().unwrap_or_default(), room).into_iter();
        let cells = row.into_iter().enumerate().map(|(index, cell)| match (index, cell.is_empty()) {
            (0, true) => " ".to_owned(),
            _ => cell,
        });
        table.row(cells.chain([reason.next().filter(|line| !line.is_empty()).unwrap_or_else(|| " ".into())]));
        for line in reason {
            table.row(std::iter::repeat_n(" ".to_owned(), columns - 1).chain([line]));
        }
    }
    table.render(true).lines().map(str::to_owned).collect()
}

/// The table without its last column, whose cells stand on lines of their own.
fn stacked(headers: &[&str], rows: Vec<Vec<String>>, width: usize) -> Vec<String> {
    let mut table = Table::new(headers.iter().take(headers.len().saturating_sub(1)).copied());
    let mut reasons = vec![String::new()];
    for mut row in rows {
        reasons.push(row.pop().unwrap_or_default());
        table.row(row.into_iter().map(|cell| if cell.is_empty() { " ".to_owned() } else { cell }));
    }
    let text = table.render(true);
    let below = |reason: &str| {
        let lines = wrap(reason, width.saturating_sub(5)).into_iter().filter(|line| !line.is_empty());
        lines.map(|line| format!("     {line}")).collect::<Vec<_>>()
    };
    text.lines()
        .zip(&reasons)
        .flat_map(|(line, reason)| std::iter::once(line.to_owned()).chain(below(reason)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn every_candidate_has_its_reason() {
        let result = sample::result();
        let step = &result.forward_traces[0].steps[3];
        let expected = [
            "   PREFIX         SOURCE  NEXT HOP     STATE   REASON",
            "*  10.250.0.0/16  System  VnetPeering  Active  selected",
            "   10.0.0.0/8     System  None         Active  shorter prefix",
        ];
        assert_eq!(lines(step, 96), expected);
    }

    #[test]
    fn a_reason_without_room_stands_below_its_row() {
        let rows = vec![vec!["*".to_owned(), "10.0.0.0/8".to_owned(), "longest".to_owned()]];
        let expected = ["   PREFIX", "*  10.0.0.0/8", "     longest"];
        assert_eq!(fitted(&["", "PREFIX", "REASON"], rows, 20), expected);
    }

    #[test]
    fn long_reasons_are_folded_in_their_column() {
        let rows = vec![vec!["*".to_owned(), "10.0.0.0/8".to_owned(), "a reason of many words".repeat(3)]];
        let lines = fitted(&["", "PREFIX", "REASON"], rows, 48);
        assert!(lines.len() > 2 && lines.iter().all(|line| line.chars().count() <= 48), "{lines:?}");
    }
}
