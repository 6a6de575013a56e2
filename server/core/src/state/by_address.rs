//! How is something found by the address or prefix that it has, in as few comparisons as there can be?
//!
//! Families are kept apart, so that a key is a number: an IPv4 key has four bytes, and a node of the tree few lines of
//! memory. Prefixes are kept by length, so that a destination is found by one exact look-up for each length that occurs.
//! This module must not know what is found.

use std::net::IpAddr;

use imbl::OrdMap;

use crate::address::{Family, address_of, number_of};
use crate::address_runs::AddressRun;
use crate::prefix::Prefix;

/// A map from addresses.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ByAddress<T> {
    v4: OrdMap<u32, T>,
    v6: OrdMap<u128, T>,
}

impl<T> Default for ByAddress<T> {
    fn default() -> Self {
        Self { v4: OrdMap::new(), v6: OrdMap::new() }
    }
}

impl<T: Clone> ByAddress<T> {
    pub(super) fn get(&self, address: &IpAddr) -> Option<&T> {
        match address {
            IpAddr::V4(v4) => self.v4.get(&v4.to_bits()),
            IpAddr::V6(v6) => self.v6.get(&v6.to_bits()),
        }
    }

    /// Puts an entry under an address; what was there is gone.
    pub(super) fn insert(&mut self, address: IpAddr, entry: T) {
        match address {
            IpAddr::V4(v4) => drop(self.v4.insert(v4.to_bits(), entry)),
            IpAddr::V6(v6) => drop(self.v6.insert(v6.to_bits(), entry)),
        }
    }

    pub(super) fn remove(&mut self, address: &IpAddr) {
        match address {
            IpAddr::V4(v4) => drop(self.v4.remove(&v4.to_bits())),
            IpAddr::V6(v6) => drop(self.v6.remove(&v6.to_bits())),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// The entry of the last address up to one, with how far it is before that one.
    fn last_up_to(&self, address: &IpAddr) -> Option<(u128, &T)> {
        match address {
            IpAddr::V4(v4) => {
                let (first, entry) = self.v4.get_prev(&v4.to_bits())?;
                Some((u128::from(v4.to_bits() - first), entry))
            }
            IpAddr::V6(v6) => {
                let (first, entry) = self.v6.get_prev(&v6.to_bits())?;
                Some((v6.to_bits() - first, entry))
            }
        }
    }
}

/// A map from runs of addresses. No two runs of it share an address: who has one holds its place in the subnet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ByRun<T> {
    /// By the first address, with what comes behind it.
    firsts: ByAddress<(u32, T)>,
}

impl<T> Default for ByRun<T> {
    fn default() -> Self {
        Self { firsts: ByAddress::default() }
    }
}

impl<T: Clone> ByRun<T> {
    pub(super) fn insert(&mut self, run: &AddressRun, entry: T) {
        self.firsts.insert(run.first(), (run.more(), entry));
    }

    pub(super) fn remove(&mut self, run: &AddressRun) {
        self.firsts.remove(&run.first());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.firsts.is_empty()
    }

    /// The entry of the run that holds an address.
    pub(super) fn holding(&self, address: &IpAddr) -> Option<&T> {
        let (behind, (more, entry)) = self.firsts.last_up_to(address)?;
        (behind <= u128::from(*more)).then_some(entry)
    }
}

/// A map from prefixes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ByPrefix<T> {
    /// By family and length, shortest first; none is empty.
    lengths: Vec<(Family, u8, ByAddress<T>)>,
}

impl<T> Default for ByPrefix<T> {
    fn default() -> Self {
        Self { lengths: Vec::new() }
    }
}

impl<T: Clone> ByPrefix<T> {
    fn place(&self, prefix: &Prefix) -> Result<usize, usize> {
        let key = (prefix.family(), prefix.length());
        self.lengths.binary_search_by(|(family, length, _)| (*family, *length).cmp(&key))
    }

    pub(super) fn get(&self, prefix: &Prefix) -> Option<&T> {
        let place = self.place(prefix).ok()?;
        self.lengths.get(place)?.2.get(&prefix.first())
    }

    /// Puts an entry under a prefix; what was there is gone.
    pub(super) fn insert(&mut self, prefix: Prefix, entry: T) {
        let place = self.place(&prefix).unwrap_or_else(|place| {
            self.lengths.insert(place, (prefix.family(), prefix.length(), ByAddress::default()));
            place
        });
        if let Some((.., entries)) = self.lengths.get_mut(place) {
            entries.insert(prefix.first(), entry);
        }
    }

    pub(super) fn remove(&mut self, prefix: &Prefix) {
        let Ok(place) = self.place(prefix) else { return };
        let Some((.., entries)) = self.lengths.get_mut(place) else { return };
        entries.remove(&prefix.first());
        if entries.is_empty() {
            drop(self.lengths.remove(place));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Entries of the prefixes that hold an address, shortest first.
    pub(super) fn holding(&self, address: IpAddr) -> impl DoubleEndedIterator<Item = &T> {
        let (family, number) = (Family::of(address), number_of(address));
        self.lengths.iter().filter(move |(of, ..)| *of == family).filter_map(move |(_, length, entries)| {
            let below = u32::from(family.bits() - length);
            let first = number.checked_shr(below).and_then(|n| n.checked_shl(below)).unwrap_or(0);
            entries.get(&address_of(family, first))
        })
    }

    /// The entry of the longest prefix that holds an address.
    pub(super) fn longest(&self, address: IpAddr) -> Option<&T> {
        self.holding(address).next_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_entries_that_hold_an_address_and_keeps_nothing_empty() {
        let prefix = |text: &str| Prefix::parse(text).unwrap();
        let all =
            ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3/32", "::/0", "fd00::/8", "fd00::1/128"];
        let mut map = ByPrefix::default();
        all.iter().for_each(|text| map.insert(prefix(text), *text));
        for address in ["10.1.2.3", "10.1.2.4", "10.2.0.0", "192.0.2.1", "fd00::1", "fd00::2", "2001:db8::1"]
        {
            let address: IpAddr = address.parse().unwrap();
            let scan: Vec<_> = all.iter().copied().filter(|text| prefix(text).contains(address)).collect();
            assert_eq!(map.holding(address).copied().collect::<Vec<_>>(), scan, "{address}");
            assert_eq!(map.longest(address), scan.last(), "{address}");
        }
        for text in all {
            assert_eq!(map.get(&prefix(text)), Some(&text));
            map.remove(&prefix(text));
            assert_eq!(map.get(&prefix(text)), None);
        }
        assert!(map.is_empty());
    }
}
