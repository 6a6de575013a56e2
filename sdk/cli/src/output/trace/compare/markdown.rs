//! How does a comparison look in Markdown?

use std::fmt::Write as _;

use super::{Cell, Row, Rows, Side};
use crate::output::trace::markdown::escaped;
use crate::output::trace::summary::{cause, verdict, ways};

/// Both verdicts, then the steps side by side; those that differ are bold and marked.
#[must_use]
pub fn render(sides: &[Side<'_>; 2], rows: &Rows) -> String {
    let mut text = format!(
        "## {} decisions differ\n\n| | flow | verdict | cause |\n|---|---|---|---|\n",
        rows.changes()
    );
    for side in sides {
        let why = match &side.result.cause {
            Some(found) => cause(found, side.question),
            None => ways(side.result),
        };
        let cells = [side.label.clone(), side.question.ends(), verdict(side.result.verdict()).into(), why];
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        // A string takes all that is written to it, here and below.
        let _written = writeln!(text, "| {} |", cells.join(" | "));
    }
    let [one, other] = sides;
    for (title, rows) in [("Forward", &rows.forward), ("Return", &rows.back)] {
        if rows.is_empty() {
            continue;
        }
        let labels = [escaped(&one.label), escaped(&other.label)].join(" | ");
        let _written = write!(text, "\n### {title}\n\n| | {labels} |\n|---|---|---|\n");
        for row in rows {
            let mark = if row.differs() { "≠" } else { "" };
            let _written = writeln!(text, "| {mark} | {} | {} |", cell(row, &row.one), cell(row, &row.other));
        }
    }
    text
}

fn cell(row: &Row, cell: &Option<Cell>) -> String {
    let Some(cell) = cell else { return String::new() };
    let text = format!("{}: {}", escaped(&cell.place), escaped(&cell.text()));
    if row.differs() { format!("**{text}**") } else { text }
}
