//! Is each of the 48 known pitfalls of address management covered, and do the tests that cover them exist?

use std::fs;

use podnet_workshop::root;

use crate::assert_none;

/// How many there are.
const PITFALLS: usize = 48;

#[test]
fn every_pitfall_is_answered() {
    let text = fs::read_to_string(root().join("tests/PITFALLS.md")).unwrap();
    assert_none("tests/PITFALLS.md", &faults(&text, exists));
}

#[test]
fn a_missing_answer_is_found() {
    let complete: String = (1..=PITFALLS).map(|n| format!("| {n} | x | `tests/PITFALLS.md` |\n")).collect();
    assert_none("the complete example", &faults(&complete, exists));
    assert_eq!(faults(&complete.replace("| 7 |", "| 77 |"), exists).len(), 2);
    assert_eq!(faults(&complete.replacen("`tests/PITFALLS.md`", "`tests/no.txt`", 1), exists).len(), 1);
    assert_eq!(
        faults(&complete.replacen("`tests/PITFALLS.md`", "`tests/PITFALLS.md: no_such_test`", 1), exists)
            .len(),
        1
    );
    assert_eq!(faults(&complete.replacen("`tests/PITFALLS.md`", "", 1), exists).len(), 1);
}

/// Rows are `| number | pitfall | answer |`. An answer names `path` or `path: test`, or begins with `can't occur`.
fn faults(text: &str, exists: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut numbers = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let Some(Ok(number)) = cells.get(1).map(|cell| cell.parse::<usize>()) else { continue };
        numbers.push(number);
        let answer = cells.get(3).copied().unwrap_or_default();
        let places: Vec<_> = answer.split('`').skip(1).step_by(2).collect();
        if places.is_empty() && !answer.starts_with("can't occur") {
            found.push(format!("{number}: names no test"));
        }
        for place in places {
            let (path, name) = place.split_once(": ").unwrap_or((place, ""));
            if !exists(path, name) {
                found.push(format!("{number}: `{place}` does not exist"));
            }
        }
    }
    found.extend(
        (1..=PITFALLS).filter(|number| !numbers.contains(number)).map(|number| format!("{number}: missing")),
    );
    found.extend(
        numbers.iter().filter(|number| !(1..=PITFALLS).contains(*number)).map(|n| format!("{n}: unknown")),
    );
    found
}

/// Whether the file exists and has the test.
fn exists(path: &str, name: &str) -> bool {
    let Ok(text) = fs::read_to_string(root().join(path)) else { return false };
    name.is_empty() || text.contains(&format!("fn {name}(")) || text.contains(&format!("# {name}"))
}
