//! Which addresses are in a list that is mostly one run of neighbours?
//!
//! The secondary addresses of an Azure CNI node are up to 250 for each family and nearly always follow each other, so a list
//! costs what its runs cost: to keep, to compare, and to look through. This module must not know what the addresses are for.

use std::net::IpAddr;

use crate::address::{Family, address_of, number_of};

/// Addresses of one family that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AddressRun {
    first: IpAddr,
    /// How many come behind the first one.
    more: u32,
}

impl AddressRun {
    /// A run; `None` if it would leave its family.
    pub fn new(first: IpAddr, more: u32) -> Option<Self> {
        let last = match Family::of(first) {
            Family::V4 => u128::from(u32::MAX),
            Family::V6 => u128::MAX,
        };
        (u128::from(more) <= last - number_of(first)).then_some(Self { first, more })
    }

    /// The first address.
    pub fn first(&self) -> IpAddr {
        self.first
    }

    /// How many addresses come behind the first one.
    pub fn more(&self) -> u32 {
        self.more
    }

    /// The family.
    pub fn family(&self) -> Family {
        Family::of(self.first)
    }

    /// First and last number.
    pub fn numbers(&self) -> (u128, u128) {
        let first = number_of(self.first);
        (first, first + u128::from(self.more))
    }

    fn count(&self) -> usize {
        self.more as usize + 1
    }

    /// Where an address is in the run.
    fn position(&self, address: IpAddr) -> Option<usize> {
        let (first, last) = self.numbers();
        let number = number_of(address);
        let within = self.family() == Family::of(address) && first <= number && number <= last;
        if within { usize::try_from(number - first).ok() } else { None }
    }

    fn iter(self) -> impl DoubleEndedIterator<Item = IpAddr> {
        let (first, last) = self.numbers();
        (first..=last).map(move |number| address_of(self.family(), number))
    }
}

/// A list of addresses in the order in which they were put in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AddressRuns(Box<[AddressRun]>);

impl AddressRuns {
    /// The runs, each as long as it can be.
    pub fn runs(&self) -> &[AddressRun] {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(AddressRun::count).sum()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = IpAddr> + '_ {
        self.0.iter().flat_map(|run| run.iter())
    }

    /// Whether an address is among them.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|run| run.position(address).is_some())
    }

    /// Those of one family, in order.
    pub fn of(&self, family: Family) -> impl Iterator<Item = IpAddr> + '_ {
        self.runs_of(family).flat_map(|run| run.iter())
    }

    /// How many there are of one family.
    pub fn count_of(&self, family: Family) -> usize {
        self.runs_of(family).map(AddressRun::count).sum()
    }

    /// The one at a position among those of its family.
    pub fn at(&self, family: Family, position: usize) -> Option<IpAddr> {
        let mut before = 0;
        let run = self.runs_of(family).find(|run| {
            let holds = position - before < run.count();
            before += if holds { 0 } else { run.count() };
            holds
        })?;
        Some(address_of(family, run.numbers().0 + (position - before) as u128))
    }

    /// The position of an address among those of its family.
    pub fn position(&self, address: IpAddr) -> Option<usize> {
        let mut before = 0;
        for run in self.runs_of(Family::of(address)) {
            match run.position(address) {
                Some(position) => return Some(before + position),
                None => before += run.count(),
            }
        }
        None
    }

    fn runs_of(&self, family: Family) -> impl Iterator<Item = &AddressRun> + '_ {
        self.0.iter().filter(move |run| run.family() == family)
    }
}

/// Runs that follow each other become one.
impl FromIterator<AddressRun> for AddressRuns {
    fn from_iter<I: IntoIterator<Item = AddressRun>>(runs: I) -> Self {
        let mut all: Vec<AddressRun> = Vec::new();
        for run in runs {
            match all.last_mut().and_then(|before| Some((joined(before, &run)?, before))) {
                Some((more, before)) => before.more = more,
                None => all.push(run),
            }
        }
        Self(all.into())
    }
}

/// How many come behind the first of two runs that are one; `None` if they are not.
fn joined(before: &AddressRun, run: &AddressRun) -> Option<u32> {
    let follows =
        before.family() == run.family() && before.numbers().1.checked_add(1) == Some(run.numbers().0);
    if follows { before.more.checked_add(run.more)?.checked_add(1) } else { None }
}

impl FromIterator<IpAddr> for AddressRuns {
    fn from_iter<I: IntoIterator<Item = IpAddr>>(addresses: I) -> Self {
        addresses.into_iter().map(|first| AddressRun { first, more: 0 }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists that hold runs, gaps, steps back, both families and both ends of each.
    const LISTS: [&[&str]; 6] = [
        &[],
        &["10.0.0.1"],
        &["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.5", "10.0.0.4"],
        &["255.255.255.254", "255.255.255.255", "::", "::1"],
        &["10.0.0.1", "fd00::1", "fd00::2", "10.0.0.2", "10.0.0.3"],
        &["ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0"],
    ];

    #[test]
    fn answers_as_a_plain_list_does() {
        for texts in LISTS {
            let list: Vec<IpAddr> = texts.iter().map(|text| text.parse().unwrap()).collect();
            let runs: AddressRuns = list.iter().copied().collect();
            assert_eq!(runs.iter().collect::<Vec<_>>(), list);
            assert_eq!(runs.iter().next_back(), list.last().copied());
            assert_eq!((runs.len(), runs.is_empty()), (list.len(), list.is_empty()));
            let more: Vec<IpAddr> =
                ["10.0.0.0", "10.0.0.6", "fd00::3", "::2"].map(|a| a.parse().unwrap()).into();
            for family in [Family::V4, Family::V6] {
                let of: Vec<_> =
                    list.iter().copied().filter(|address| Family::of(*address) == family).collect();
                assert_eq!(runs.of(family).collect::<Vec<_>>(), of);
                assert_eq!(runs.count_of(family), of.len());
                for position in 0..of.len() + 2 {
                    assert_eq!(runs.at(family, position), of.get(position).copied(), "{of:?} {position}");
                }
                for address in list.iter().chain(&more).filter(|address| Family::of(**address) == family) {
                    assert_eq!(runs.contains(*address), list.contains(address));
                    assert_eq!(
                        runs.position(*address),
                        of.iter().position(|held| held == address),
                        "{address}"
                    );
                }
            }
        }
    }

    #[test]
    fn runs_are_as_long_as_they_can_be_and_stay_in_their_family() {
        let list = |texts: &[&str]| -> AddressRuns {
            texts.iter().map(|text| text.parse::<IpAddr>().unwrap()).collect()
        };
        assert_eq!(list(LISTS[2]).runs().len(), 3);
        assert_eq!(list(LISTS[3]).runs().len(), 2);
        let end: IpAddr = "255.255.255.254".parse().unwrap();
        assert!(AddressRun::new(end, 1).is_some());
        assert_eq!(AddressRun::new(end, 2), None);
    }
}
