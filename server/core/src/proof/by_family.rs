//! Where are facts kept under keys of two families, in trees as small and as flat as each family allows?
//!
//! A key of IPv4 is one number here that is compared at once, and a node of the tree a line or two of memory: a change looks up
//! five or six of them, and that is most of what it costs (README.md). Order is that of the keys, IPv4 first. This module must
//! not know what is kept.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Debug;

/// A key with its two small forms.
pub(super) trait Key: Copy + Debug + PartialEq {
    /// The form of IPv4, in the order of the keys.
    type Four: Copy + Debug + Ord;
    /// The form of IPv6, in the order of the keys.
    type Six: Copy + Debug + Ord;

    /// The form that it has.
    fn form(self) -> Form<Self::Four, Self::Six>;
    /// The key of a form.
    fn of(form: Form<Self::Four, Self::Six>) -> Self;
}

/// One of the forms of a key.
pub(super) enum Form<A, B> {
    /// Of IPv4.
    Four(A),
    /// Of IPv6.
    Six(B),
}

/// A map from such keys.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ByFamily<K: Key, V> {
    four: BTreeMap<K::Four, V>,
    six: BTreeMap<K::Six, V>,
}

impl<K: Key, V> Default for ByFamily<K, V> {
    fn default() -> Self {
        Self { four: BTreeMap::new(), six: BTreeMap::new() }
    }
}

impl<K: Key, V> ByFamily<K, V> {
    pub(super) fn get(&self, key: &K) -> Option<&V> {
        match key.form() {
            Form::Four(key) => self.four.get(&key),
            Form::Six(key) => self.six.get(&key),
        }
    }

    pub(super) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        match key.form() {
            Form::Four(key) => self.four.get_mut(&key),
            Form::Six(key) => self.six.get_mut(&key),
        }
    }

    pub(super) fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Puts one in; what was there is gone.
    pub(super) fn insert(&mut self, key: K, value: V) {
        match key.form() {
            Form::Four(key) => drop(self.four.insert(key, value)),
            Form::Six(key) => drop(self.six.insert(key, value)),
        }
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        match key.form() {
            Form::Four(key) => self.four.remove(&key),
            Form::Six(key) => self.six.remove(&key),
        }
    }

    /// Changes what is under a key, and takes it out if it is not to be kept. Says whether it was taken out.
    pub(super) fn retain_at(&mut self, key: &K, keeps: impl FnOnce(&mut V) -> bool) -> bool {
        fn at<K: Ord, V>(entry: Entry<'_, K, V>, keeps: impl FnOnce(&mut V) -> bool) -> bool {
            let Entry::Occupied(mut place) = entry else { return false };
            let goes = !keeps(place.get_mut());
            if goes {
                place.remove();
            }
            goes
        }
        match key.form() {
            Form::Four(key) => at(self.four.entry(key), keeps),
            Form::Six(key) => at(self.six.entry(key), keeps),
        }
    }

    /// All, in the order of the keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        let four = self.four.iter().map(|(key, value)| (K::of(Form::Four(*key)), value));
        four.chain(self.six.iter().map(|(key, value)| (K::of(Form::Six(*key)), value)))
    }

    /// The keys from one to another one of its family.
    pub(super) fn between(&self, first: K, last: K) -> impl Iterator<Item = K> {
        let (four, six) = match (first.form(), last.form()) {
            (Form::Four(first), Form::Four(last)) => (Some(self.four.range(first..=last)), None),
            (Form::Six(first), Form::Six(last)) => (None, Some(self.six.range(first..=last))),
            (Form::Four(_), Form::Six(_)) | (Form::Six(_), Form::Four(_)) => (None, None),
        };
        let four = four.into_iter().flatten().map(|(key, _)| K::of(Form::Four(*key)));
        four.chain(six.into_iter().flatten().map(|(key, _)| K::of(Form::Six(*key))))
    }

    /// The first and the last key of the family of a key.
    pub(super) fn ends(&self, like: K) -> Option<(K, K)> {
        match like.form() {
            Form::Four(_) => {
                let (first, last) = (self.four.first_key_value()?.0, self.four.last_key_value()?.0);
                Some((K::of(Form::Four(*first)), K::of(Form::Four(*last))))
            }
            Form::Six(_) => {
                let (first, last) = (self.six.first_key_value()?.0, self.six.last_key_value()?.0);
                Some((K::of(Form::Six(*first)), K::of(Form::Six(*last))))
            }
        }
    }
}

/// Cheapest in the order of the keys.
impl<K: Key, V> FromIterator<(K, V)> for ByFamily<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Self {
        let mut all = all.into_iter().peekable();
        let four = std::iter::from_fn(|| match all.peek()?.0.form() {
            Form::Four(key) => all.next().map(|(_, value)| (key, value)),
            Form::Six(_) => None,
        });
        let mut map = Self { four: four.collect(), six: BTreeMap::new() };
        all.for_each(|(key, value)| map.insert(key, value));
        map
    }
}
