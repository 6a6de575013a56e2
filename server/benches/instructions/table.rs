//! The kept table: how is it read, written and compared?

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Instructions of one operation, in the order of the cases.
pub(crate) type Table = Vec<(&'static str, u64)>;

/// Where the table begins and ends in its document.
const MARKS: [&str; 2] = ["<!-- counted -->\n", "<!-- end -->"];

/// Difference that is told, in thousandths. Counts repeat to the last digits; what moves them this far is a change.
const DIFFERENCE_PER_MILLE: u64 = 10;

/// The table of a document.
pub(crate) fn read(document: &str) -> BTreeMap<String, u64> {
    let rows =
        document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.filter_map(|(name, count)| Some((name.to_owned(), count.replace(',', "").parse().ok()?))).collect()
}

/// The rows as they are kept.
pub(crate) fn written(counted: &Table) -> String {
    let mut text = "| operation | instructions |\n|---|---:|\n".to_owned();
    for (name, count) in counted {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| {name} | {} |", grouped(*count));
    }
    text
}

/// The document with another table.
pub(crate) fn replaced(document: &str, counted: &Table) -> String {
    let rest =
        |text: &str| Some((text.split_once(MARKS[0])?.0.to_owned(), text.split_once(MARKS[1])?.1.to_owned()));
    let (before, after) = rest(document).unwrap_or_else(|| panic!("the document has no {MARKS:?}"));
    format!("{before}{}{}{}{after}", MARKS[0], written(counted), MARKS[1])
}

/// Both side by side, and whether they differ.
pub(crate) fn compared(kept: &BTreeMap<String, u64>, counted: &Table) -> (String, bool) {
    let mut text = "| operation | kept | now | |\n|---|---:|---:|---|\n".to_owned();
    let mut differs = false;
    for (name, now) in counted {
        let (before, verdict) = match kept.get(*name) {
            Some(before) if now.abs_diff(*before) * 1000 <= before * DIFFERENCE_PER_MILLE => {
                (grouped(*before), String::new())
            }
            Some(before) => {
                let (sign, by) = if now > before { ('+', now - before) } else { ('-', before - now) };
                (grouped(*before), format!("{sign}{}.{} %", by * 100 / before, by * 1000 / before % 10))
            }
            None => (String::new(), "new".to_owned()),
        };
        differs |= !verdict.is_empty();
        let _ = writeln!(text, "| {name} | {before} | {} | {verdict} |", grouped(*now));
    }
    for gone in kept.keys().filter(|name| !counted.iter().any(|(own, _)| own == name)) {
        differs = true;
        let _ = writeln!(text, "| {gone} | | | gone |");
    }
    (text, differs)
}

/// A number with commas between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
