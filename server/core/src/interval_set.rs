//! Which numbers are taken: a set of numbers kept as disjoint intervals.
//!
//! Cost and memory follow the count of intervals, never the size of the space (law L8): an empty /8 is as cheap as an
//! empty /24, and a full one too. The map is persistent, so a copy for readers is a pointer copy.
//! This module must not know what the numbers mean.

use imbl::OrdMap;

/// A set of numbers as maximal disjoint intervals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntervalSet {
    /// First number of each interval to its last number. No two intervals touch.
    intervals: OrdMap<u128, u128>,
    /// Count of numbers, saturating.
    count: u128,
}

impl IntervalSet {
    /// Count of numbers in the set, saturating at `u128::MAX`.
    pub fn count(&self) -> u128 {
        self.count
    }

    /// Whether the number is in the set.
    pub fn contains(&self, number: u128) -> bool {
        self.interval_of(number).is_some()
    }

    /// The interval that holds the number.
    fn interval_of(&self, number: u128) -> Option<(u128, u128)> {
        let (&first, &last) = self.intervals.get_prev(&number)?;
        (number <= last).then_some((first, last))
    }

    /// Adds every number of `first..=last` that is not there yet.
    pub fn insert(&mut self, first: u128, last: u128) {
        debug_assert!(first <= last, "an interval runs upwards");
        let joined = self.intervals.get_prev(&first).map(|(before, end)| (*before, *end));
        let joined = joined.filter(|(_, end)| end.checked_add(1).is_none_or(|behind| behind >= first));
        let mut high = last;
        match joined {
            Some((_, end)) if end >= last => return,
            Some((before, end)) => self.uncount(before, end),
            None => {}
        }
        // What follows and touches becomes a part.
        while let Some(behind) = first.checked_add(1)
            && let Some((&next, &end)) = self.intervals.get_next(&behind)
            && (next <= high || high.checked_add(1) == Some(next))
        {
            high = high.max(end);
            self.intervals.remove(&next);
            self.uncount(next, end);
        }
        match joined {
            Some((before, _)) => self.stretch(before, high),
            None => self.keep(first, high),
        }
    }

    /// Removes every number of `first..=last` that is there.
    pub fn remove(&mut self, first: u128, last: u128) {
        if let Some((&before, &end)) = self.intervals.get_prev(&first)
            && end >= first
        {
            self.uncount(before, end);
            if before < first {
                self.stretch(before, first - 1);
            } else {
                self.intervals.remove(&before);
            }
            if end > last {
                return self.keep(last + 1, end);
            }
        }
        while let Some((&next, &end)) = self.intervals.get_next(&first)
            && next <= last
        {
            self.intervals.remove(&next);
            self.uncount(next, end);
            if end > last {
                self.keep(last + 1, end);
            }
        }
    }

    /// Every number, rising.
    pub fn numbers(&self) -> impl Iterator<Item = u128> {
        self.intervals.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// Takes an interval out of the count.
    fn uncount(&mut self, first: u128, last: u128) {
        self.count = self.count.saturating_sub((last - first).saturating_add(1));
    }

    /// Lets an interval that is there end elsewhere, in place.
    fn stretch(&mut self, first: u128, last: u128) {
        if let Some(end) = self.intervals.get_mut(&first) {
            *end = last;
        }
        self.count = self.count.saturating_add((last - first).saturating_add(1));
    }

    fn keep(&mut self, first: u128, last: u128) {
        self.intervals.insert(first, last);
        self.count = self.count.saturating_add((last - first).saturating_add(1));
    }

    /// The lowest number of `from..=to` that is not in the set.
    pub fn first_absent(&self, from: u128, to: u128) -> Option<u128> {
        if from > to {
            return None;
        }
        match self.interval_of(from) {
            None => Some(from),
            Some((_, last)) if last < to => Some(last + 1),
            Some(_) => None,
        }
    }

    /// The lowest number of `from..=to` that is in the set.
    pub fn first_present(&self, from: u128, to: u128) -> Option<u128> {
        if self.contains(from) {
            return Some(from);
        }
        self.intervals.get_next(&from).map(|(first, _)| *first).filter(|first| *first <= to)
    }

    /// Whether a number of `first..=last` is in the set.
    pub fn overlaps(&self, first: u128, last: u128) -> bool {
        self.first_present(first, last).is_some()
    }

    /// The maximal runs of `low..=high` that are not in the set, in rising order. Cost follows the intervals.
    pub fn gaps(&self, low: u128, high: u128) -> Gaps<'_> {
        Gaps { set: self, next: Some(low), high }
    }
}

/// Iterator over the runs that are absent from an [`IntervalSet`].
pub struct Gaps<'a> {
    set: &'a IntervalSet,
    next: Option<u128>,
    high: u128,
}

impl Iterator for Gaps<'_> {
    type Item = (u128, u128);

    fn next(&mut self) -> Option<(u128, u128)> {
        let from = self.next.take()?;
        let start = self.set.first_absent(from, self.high)?;
        let end = match self.set.intervals.get_next(&start) {
            Some((&taken, &last)) if taken <= self.high => {
                self.next = last.checked_add(1).filter(|next| *next <= self.high);
                taken - 1
            }
            _ => self.high,
        };
        Some((start, end))
    }
}

/// The largest aligned block inside `first..=last`, as its count of host bits.
pub fn largest_aligned_bits(first: u128, last: u128) -> u32 {
    // An aligned block of 2^bits fits when its first multiple at or after `first` ends at or before `last`.
    (0..=127u32)
        .rev()
        .find(|bits| {
            let mask = (1u128 << bits) - 1;
            first
                .checked_add(mask)
                .map(|up| up & !mask)
                .is_some_and(|start| start.checked_add(mask).is_some_and(|end| end <= last))
        })
        .unwrap_or(0)
}

/// The first number of the lowest aligned block of 2^bits numbers inside `first..=last`.
pub fn aligned_block(first: u128, last: u128, bits: u32) -> Option<u128> {
    let mask = 1u128.checked_shl(bits).map_or(u128::MAX, |size| size - 1);
    let start = first.checked_add(mask)? & !mask;
    (start.checked_add(mask)? <= last).then_some(start)
}
