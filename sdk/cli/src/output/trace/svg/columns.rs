//! In which column does each hop stand, so that both ways share a place's column where they can?

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
    let mirrored: Vec<&String> = back.iter().rev().collect();
    let (rows, columns) = (forward.len(), mirrored.len());
    // common[i][j]: length of the longest common sequence of forward[i..] and mirrored[j..].
    let mut common = vec![vec![0_usize; columns + 1]; rows + 1];
    let at = |common: &[Vec<usize>], i: usize, j: usize| {
        common.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0)
    };
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let same = forward.get(i) == mirrored.get(j).copied();
            let best = if same {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = best;
            }
        }
    }
    let mut result = Columns { count: 0, forward: Vec::new(), back: Vec::new() };
    let (mut i, mut j) = (0, 0);
    while i < rows || j < columns {
        let same = i < rows && j < columns && forward.get(i) == mirrored.get(j).copied();
        let take_forward =
            i < rows && (same || j >= columns || at(&common, i + 1, j) >= at(&common, i, j + 1));
        if take_forward {
            result.forward.push(result.count);
            i += 1;
        }
        if same || !take_forward {
            result.back.push(result.count);
            j += 1;
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
