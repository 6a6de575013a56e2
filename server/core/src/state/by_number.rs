//! How is something found by a name of several parts, when nearly every change to it happens beside a reader?
//!
//! A map from names copies, for each change that a reader must not see, whole rows of names, part by part. Here a row has
//! a stable number of each name and a reference to what it stands for, which has the name itself, so that a copy is cheap
//! and short. Two names with one number are kept apart by the whole name. Equal contents are equal maps, whatever the way
//! to them. This module must not know what is found.

use std::fmt::Debug;
use std::hash::Hasher;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::Entry;

use crate::meta::Fingerprint;

/// What sets entries apart.
pub(crate) trait Named: Clone {
    /// Type of its name.
    type Name: Ord + Clone + Debug;

    /// Its name.
    fn name(&self) -> &Self::Name;
}

/// Bytes at the end of a name that its number has as they are.
const TAIL_BYTES: usize = 4;

/// The stable number of a name of several parts, of which the last tells most. Names that differ in their last bytes only,
/// as counted ones do, have neighbouring numbers: those that come together share rows, and one copy of a row is for many.
pub(super) fn number_of_parts<const N: usize>(leading: [&str; N], last: &str) -> u64 {
    let mut hasher = Fingerprint::default();
    for part in leading {
        hasher.write(part.as_bytes());
        // No part has this byte, so `a`, `bc` is not `ab`, `c`.
        hasher.write(&[0]);
    }
    let (head, tail) = last.as_bytes().split_at(last.len().saturating_sub(TAIL_BYTES));
    hasher.write(head);
    let head = hasher.finish();
    let tail = tail.iter().fold(0, |tail, byte| tail << 8 | u64::from(*byte));
    (head ^ head >> 32) << 32 | tail
}

/// Entries with one number: nearly always one, and as many as there are where callers give many pods one name.
#[derive(Clone, Debug, PartialEq)]
enum Entries<T: Named> {
    /// One.
    One(Arc<T>),
    /// More than one. Behind a reference, so that the usual row stays short.
    More(Arc<OrdMap<T::Name, Arc<T>>>),
}

impl<T: Named> Entries<T> {
    /// Adds an entry, or puts it in place of what it was.
    fn insert(&mut self, entry: Arc<T>) -> Option<Arc<T>> {
        match self {
            Self::One(one) if one.name() == entry.name() => Some(std::mem::replace(one, entry)),
            Self::One(one) => {
                let named = |entry: &Arc<T>| (entry.name().clone(), Arc::clone(entry));
                *self = Self::More(Arc::new([named(one), named(&entry)].into_iter().collect()));
                None
            }
            Self::More(more) => Arc::make_mut(more).insert(entry.name().clone(), entry),
        }
    }

    /// Takes an entry out; the second says whether none is left.
    fn remove(&mut self, name: &T::Name) -> (Option<Arc<T>>, bool) {
        match self {
            Self::One(one) if one.name() == name => (Some(Arc::clone(one)), true),
            Self::One(_) => (None, false),
            Self::More(more) => {
                let gone = Arc::make_mut(more).remove(name);
                if let (1, Some((_, last))) = (more.len(), more.get_min()) {
                    *self = Self::One(Arc::clone(last));
                }
                (gone, false)
            }
        }
    }

    /// The one of a name.
    fn get(&self, name: &T::Name) -> Option<&Arc<T>> {
        match self {
            Self::One(one) => Some(one).filter(|one| one.name() == name),
            Self::More(more) => more.get(name),
        }
    }

    /// The first by name that is wanted.
    fn find(&self, wanted: impl Fn(&T) -> bool) -> Option<&Arc<T>> {
        match self {
            Self::One(one) => Some(one).filter(|one| wanted(one)),
            Self::More(more) => more.values().find(|entry| wanted(entry)),
        }
    }

    fn get_mut(&mut self, name: &T::Name) -> Option<&mut Arc<T>> {
        match self {
            Self::One(one) => Some(one).filter(|one| one.name() == name),
            Self::More(more) => Arc::make_mut(more).get_mut(name),
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        let (one, more) = match self {
            Self::One(one) => (Some(one), None),
            Self::More(more) => (None, Some(more.values())),
        };
        one.into_iter().chain(more.into_iter().flatten())
    }
}

/// Entries by number. A number may have several words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ByNumber<T: Named, N: Ord + Copy = u64> {
    entries: OrdMap<N, Entries<T>>,
    count: usize,
}

impl<T: Named, N: Ord + Copy> Default for ByNumber<T, N> {
    fn default() -> Self {
        Self { entries: OrdMap::new(), count: 0 }
    }
}

impl<T: Named, N: Ord + Copy> ByNumber<T, N> {
    /// Count of entries.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The entry of a number and a name.
    pub(super) fn get(&self, number: N, name: &T::Name) -> Option<&Arc<T>> {
        self.entries.get(&number)?.get(name)
    }

    /// The first entry by name that has a number and is wanted.
    pub(super) fn find(&self, number: N, wanted: impl Fn(&T) -> bool) -> Option<&Arc<T>> {
        self.entries.get(&number)?.find(wanted)
    }

    /// An entry to be changed; its name and number must stay.
    pub(super) fn get_mut(&mut self, number: N, name: &T::Name) -> Option<&mut Arc<T>> {
        self.entries.get_mut(&number)?.get_mut(name)
    }

    /// Adds an entry; answers the one of its name that was there.
    pub(super) fn insert(&mut self, number: N, entry: Arc<T>) -> Option<Arc<T>> {
        let before = match self.entries.entry(number) {
            Entry::Occupied(mut found) => found.get_mut().insert(entry),
            Entry::Vacant(place) => {
                place.insert(Entries::One(entry));
                None
            }
        };
        self.count += usize::from(before.is_none());
        before
    }

    /// Adds entries, in the order of their numbers: millions of them one after the other at the edge of the map are many
    /// times as quick as here and there.
    pub(super) fn insert_many(&mut self, mut entries: Vec<(N, Arc<T>)>) {
        entries.sort_by_key(|(number, _)| *number);
        for (number, entry) in entries {
            let _before = self.insert(number, entry);
        }
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, number: N, name: &T::Name) -> Option<Arc<T>> {
        // A way down that ends at nothing is not copied.
        self.get(number, name)?;
        let (gone, last) = self.entries.get_mut(&number)?.remove(name);
        if last {
            self.entries.remove(&number);
        }
        self.count -= usize::from(gone.is_some());
        gone
    }

    /// Every entry, in the order of numbers, then names.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.entries.values().flat_map(Entries::iter)
    }

    /// Entries behind a name that has a number, in the order of numbers, then names.
    pub(super) fn behind(&self, number: N, name: T::Name) -> impl Iterator<Item = &Arc<T>> {
        let rest = self.entries.range(number..).flat_map(|(_, entries)| entries.iter());
        rest.skip_while(move |entry| *entry.name() <= name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Word(String, u8);

    impl Named for Word {
        type Name = String;

        fn name(&self) -> &String {
            &self.0
        }
    }

    fn word(text: &str, version: u8) -> Arc<Word> {
        Arc::new(Word(text.to_owned(), version))
    }

    #[test]
    fn entries_with_one_number_are_kept_apart_and_the_first_by_name_is_found() {
        let mut map = ByNumber::default();
        for text in ["b", "d", "a", "c"] {
            assert_eq!(map.insert(7, word(text, 1)), None);
        }
        assert_eq!(map.insert(8, word("e", 1)), None);
        assert_eq!(map.insert(7, word("c", 2)), Some(word("c", 1)), "an entry takes the place of its name");
        assert_eq!(map.len(), 5);
        assert_eq!(map.find(7, |_| true), Some(&word("a", 1)));
        assert_eq!(map.find(7, |entry| entry.1 == 2), Some(&word("c", 2)));
        assert_eq!(map.find(8, |entry| entry.0 == "a"), None);
        assert_eq!(map.get_mut(7, &"d".to_owned()).cloned(), Some(word("d", 1)));
        let order: Vec<_> = map.iter().map(|entry| entry.0.as_str()).collect();
        assert_eq!(order, ["a", "b", "c", "d", "e"]);
        for text in ["a", "b", "c", "d"] {
            assert_eq!(map.find(7, |_| true).map(|entry| entry.0.as_str()), Some(text));
            assert_eq!(map.remove(7, &text.to_owned()).map(|entry| entry.0.clone()), Some(text.to_owned()));
            assert_eq!(map.remove(7, &text.to_owned()), None);
        }
        assert_eq!(map.remove(8, &"e".to_owned()), Some(word("e", 1)));
        assert_eq!(map, ByNumber::default(), "one way in and another out give the same");
    }

    #[test]
    fn parts_are_not_run_together() {
        assert_ne!(number_of_parts(["a"], "bc"), number_of_parts(["ab"], "c"));
        assert_ne!(number_of_parts(["abcdef"], ""), number_of_parts(["ab"], "cdef"));
    }

    #[test]
    fn counted_names_are_neighbours() {
        let numbers: Vec<_> =
            (0..10_000).map(|n| number_of_parts(["prod"], &format!("pod-{n:05}"))).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b));
    }
}
