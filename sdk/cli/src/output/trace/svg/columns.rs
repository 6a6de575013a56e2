//! In which column does each hop stand, so that both ways share a place's column where they can?

use crate::output::trace::align::pairs;

/// Columns of the hops of both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// How many there are.
    pub(super) count: usize,
    /// Column of each hop of the forward way, from left to right.
    pub(super) forward: Vec<usize>,
    /// Column of each hop of the way back, from right to left.
    pub(super) back: Vec<usize>,
}

/// Aligns the places of the forward way with those of the way back, read backwards, by their longest common sequence.
#[must_use]
pub(super) fn align(forward: &[String], back: &[String]) -> Columns {
    let mirrored: Vec<String> = back.iter().rev().cloned().collect();
    let mut result = Columns { count: 0, forward: Vec::new(), back: Vec::new() };
    for (there, here) in pairs(forward, &mirrored) {
        if there.is_some() {
            result.forward.push(result.count);
        }
        if here.is_some() {
            result.back.push(result.count);
        }
        result.count += 1;
    }
    result.back.reverse();
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[test]
    fn the_same_path_shares_all_columns() {
        let columns = align(&names("abc"), &names("cba"));
        assert_eq!(columns, Columns { count: 3, forward: vec![0, 1, 2], back: vec![2, 1, 0] });
    }

    #[test]
    fn other_places_get_columns_of_their_own() {
        let columns = align(&names("abcd"), &names("dxba"));
        assert_eq!(columns.forward, [0, 1, 2, 4]);
        assert_eq!(columns.back, [4, 3, 1, 0]);
        assert_eq!(columns.count, 5);
    }

    #[test]
    fn a_reply_that_is_lost_stays_on_the_right() {
        let columns = align(&names("abcd"), &names("dx"));
        assert_eq!((columns.back, columns.count), (vec![4, 3], 5));
        assert_eq!(align(&names("ab"), &[]).count, 2);
    }
}
