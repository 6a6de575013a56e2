//! How is a comparison told to people: both verdicts, then two columns?

use anstyle::{AnsiColor, Style};

use super::{Cell, Row, Rows, Side};
use crate::output::trace::lines::fold;
use crate::output::trace::summary::{cause, verdict, ways};
use crate::output::trace::text::{WIDTH, keyed, styled, verdict_style};
use crate::output::words::{count, elide, printable};

/// Between the columns: a space, the mark, a space.
const GUTTER: usize = 3;
/// Width of one column.
const COLUMN: usize = (WIDTH - GUTTER) / 2;
/// Longest label of a side that is shown whole.
const LABEL_WIDTH: usize = 24;

/// The whole comparison. Decisions that differ have a mark between the columns.
#[must_use]
pub fn render(sides: &[Side<'_>; 2], rows: &Rows, unicode: bool) -> String {
    let mut lines = Vec::new();
    let width = sides.iter().map(|side| side.label.chars().count()).max().unwrap_or(0).min(LABEL_WIDTH);
    for side in sides {
        let word = verdict(side.result.verdict());
        let style = verdict_style(side.result.verdict());
        let gap = " ".repeat(14 - word.len());
        let label = elide(&printable(&side.label), LABEL_WIDTH);
        let room = WIDTH.saturating_sub(14 + width + 2);
        let mut told = fold(&[printable(&side.question.ends()), ways(side.result)], room).into_iter();
        lines.push(format!(
            "{}{gap}{label:<width$}  {}",
            styled(style, word),
            told.next().unwrap_or_default()
        ));
        lines.extend(told.map(|line| format!("{:1$}{line}", "", 14 + width + 2)));
    }
    for side in sides {
        if let Some(found) = &side.result.cause {
            keyed(
                &mut lines,
                "cause",
                &format!("{}: {}", printable(&side.label), cause(found, side.question)),
            );
            keyed(&mut lines, "fix", &printable(&found.remediation));
        }
    }
    keyed(&mut lines, "differ", &count(rows.changes() as u64, "decision", "decisions"));
    for (title, rows) in [("forward", &rows.forward), ("return", &rows.back)] {
        if rows.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(title.to_owned());
        let [one, other] = sides;
        lines.extend(beside([&one.label, &other.label].map(|label| vec![elide(label, COLUMN)]), " ", None));
        let mut places = [String::new(), String::new()];
        for row in rows {
            lines.extend(step(row, &mut places, unicode));
        }
    }
    lines.push(String::new());
    let text = lines.join("\n");
    if unicode { text } else { text.replace('…', "~") }
}

/// The lines of a row; a place is written where it is new in its column.
fn step(row: &Row, places: &mut [String; 2], unicode: bool) -> Vec<String> {
    let [one_place, other_place] = places;
    let cells =
        [(&row.one, one_place), (&row.other, other_place)].map(|(cell, place)| column(cell.as_ref(), place));
    if row.differs() {
        let mark = if unicode { "≠" } else { "!" };
        beside(cells, mark, Some(AnsiColor::Yellow.on_default().bold()))
    } else {
        beside(cells, " ", None)
    }
}

fn column(cell: Option<&Cell>, place: &mut String) -> Vec<String> {
    let Some(cell) = cell else { return Vec::new() };
    let mut lines = Vec::new();
    if cell.place != *place {
        lines.push(elide(&cell.place, COLUMN));
        place.clone_from(&cell.place);
    }
    let mut text = fold(&cell.parts, COLUMN - 4).into_iter();
    lines.extend(text.next().map(|line| format!("  {line}")));
    lines.extend(text.map(|line| format!("    {}", line.trim_start())));
    lines
}

fn beside(columns: [Vec<String>; 2], mark: &str, style: Option<Style>) -> Vec<String> {
    let [one, other] = columns;
    let line = |index: usize| {
        let left = one.get(index).map_or("", String::as_str);
        let right = other.get(index).map_or("", String::as_str);
        let mark = if index == 0 { mark } else { " " };
        let gap = " ".repeat(COLUMN.saturating_sub(left.chars().count()));
        let shown = |text: &str| match style {
            Some(style) if !text.is_empty() => styled(style, text),
            Some(_) | None => text.to_owned(),
        };
        format!("{}{gap} {mark} {}", shown(left), shown(right)).trim_end().to_owned()
    };
    (0..one.len().max(other.len())).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;
    use crate::output::trace::sample;

    #[test]
    fn both_verdicts_come_first_and_differences_are_marked() {
        let (question, one) = (sample::question(), sample::result());
        let other = sample::branching();
        let sides = [("revision 812", &one), ("revision 813", &other)].map(|(label, result)| Side {
            label: label.into(),
            question: &question,
            result,
        });
        let text = render(&sides, &rows(&sides, false), true);
        let text = anstream::adapter::strip_str(&text).to_string();
        assert!(text.starts_with("UNREACHABLE   revision 812  pod shop/web-1"), "{text}");
        assert!(text.contains("\nAMBIGUOUS     revision 813  pod shop/web-1"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.contains(" ≠ "), "{text}");
    }
}
