//! Which items of two sequences stand for each other? Those of a longest common sequence.

/// Pairs of indices in order; `None` where one sequence has nothing for an item of the other.
#[must_use]
pub fn pairs<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(Option<usize>, Option<usize>)> {
    let (rows, columns) = (one.len(), other.len());
    // common[i][j]: length of the longest common sequence of one[i..] and other[j..].
    let mut common = vec![vec![0_usize; columns + 1]; rows + 1];
    let at = |common: &[Vec<usize>], i: usize, j: usize| {
        common.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0)
    };
    let same = |i: usize, j: usize| one.get(i).zip(other.get(j)).is_some_and(|(one, other)| one == other);
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let best = if same(i, j) {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = best;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < rows || j < columns {
        let pair = same(i, j);
        let take_one = i < rows && (pair || j >= columns || at(&common, i + 1, j) >= at(&common, i, j + 1));
        let take_other = j < columns && (pair || !take_one);
        pairs.push((take_one.then_some(i), take_other.then_some(j)));
        i += usize::from(take_one);
        j += usize::from(take_other);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_in_common_are_paired_and_the_others_stand_alone() {
        let (one, other): (Vec<char>, Vec<char>) = ("abcd".chars().collect(), "abxd".chars().collect());
        let both = |i, j| (Some(i), Some(j));
        assert_eq!(
            pairs(&one, &other),
            [both(0, 0), both(1, 1), (Some(2), None), (None, Some(2)), both(3, 3)]
        );
        assert_eq!(pairs(&one, &[]).len(), 4);
    }
}
