//! How does what a step says fit into a column? Broken between its parts first, between words only inside a part.

use crate::output::words::wrap;

/// Between parts that share a line.
const GAP: &str = "  ";

/// The parts in lines of at most `width` characters.
#[must_use]
pub fn fold(parts: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let length = part.chars().count();
        if !line.is_empty() && line.chars().count() + GAP.len() + length <= width {
            line.push_str(GAP);
            line.push_str(part);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut words = wrap(part, width);
        line = words.pop().unwrap_or_default();
        lines.append(&mut words);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_parts_first() {
        let parts = ["NODE_MASQUERADE", "src a => b", "dst c => d"].map(str::to_owned);
        assert_eq!(fold(&parts, 40), ["NODE_MASQUERADE  src a => b  dst c => d"]);
        assert_eq!(fold(&parts, 30), ["NODE_MASQUERADE  src a => b", "dst c => d"]);
        assert_eq!(fold(&parts[1..], 8), ["src a =>", "b", "dst c =>", "d"]);
        assert!(fold(&[String::new()], 8).is_empty());
    }
}
