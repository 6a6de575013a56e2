//! Where are facts kept under keys of two families, in trees as small and as flat as each family allows?
//!
//! A key of IPv4 is one number here that is compared at once, and the trees hold nothing but numbers: what is kept stands
//! beside them in a row, so a node of a tree is a line or two of memory and most of them stay in the cache. A change looks
//! up three or four keys, and that is most of what it costs (README.md). Order is that of the keys, IPv4 first. This module
//! must not know what is kept.

use std::collections::BTreeMap;
use std::fmt::Debug;

/// A key with its two small forms.
pub(super) trait Key: Copy + Debug + PartialOrd {
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

/// Where something stands, as long as it is kept.
pub(super) type Slot = u32;

/// A first and a last key, if there is any.
type Span<K> = Option<(K, K)>;

/// A map from such keys.
#[derive(Clone, Debug)]
pub(super) struct ByFamily<K: Key, V> {
    four: BTreeMap<K::Four, Slot>,
    six: BTreeMap<K::Six, Slot>,
    values: Vec<Option<V>>,
    /// Slots without a value.
    free: Vec<Slot>,
    /// First and last key that ever was, by family: nothing is beyond.
    spans: [Span<K>; 2],
}

impl<K: Key, V> Default for ByFamily<K, V> {
    fn default() -> Self {
        Self {
            four: BTreeMap::new(),
            six: BTreeMap::new(),
            values: Vec::new(),
            free: Vec::new(),
            spans: [None, None],
        }
    }
}

/// The same under the same keys; where it stands does not matter.
impl<K: Key, V: PartialEq> PartialEq for ByFamily<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.four.len() == other.four.len()
            && self.six.len() == other.six.len()
            && self.iter().eq(other.iter())
    }
}

impl<K: Key, V> ByFamily<K, V> {
    /// Where a key's value stands.
    pub(super) fn slot(&self, key: &K) -> Option<Slot> {
        match key.form() {
            Form::Four(key) => self.four.get(&key).copied(),
            Form::Six(key) => self.six.get(&key).copied(),
        }
    }

    /// What stands somewhere.
    pub(super) fn at(&self, slot: Slot) -> Option<&V> {
        self.values.get(slot as usize)?.as_ref()
    }

    /// What stands somewhere, for changes.
    pub(super) fn at_mut(&mut self, slot: Slot) -> Option<&mut V> {
        self.values.get_mut(slot as usize)?.as_mut()
    }

    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.at(self.slot(key)?)
    }

    pub(super) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.at_mut(self.slot(key)?)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.four.len() + self.six.len()
    }

    pub(super) fn contains_key(&self, key: &K) -> bool {
        self.slot(key).is_some()
    }

    /// Puts one in; what was there is gone. Gives where it stands.
    pub(super) fn insert(&mut self, key: K, value: V) -> Slot {
        if let Some(slot) = self.slot(&key) {
            self.values[slot as usize] = Some(value);
            return slot;
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.values.push(None);
            Slot::try_from(self.values.len() - 1).unwrap_or(Slot::MAX)
        });
        if let Some(place) = self.values.get_mut(slot as usize) {
            *place = Some(value);
        }
        let span = match key.form() {
            Form::Four(four) => {
                let _new = self.four.insert(four, slot);
                &mut self.spans[0]
            }
            Form::Six(six) => {
                let _new = self.six.insert(six, slot);
                &mut self.spans[1]
            }
        };
        *span = wider(*span, key);
        slot
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        let slot = match key.form() {
            Form::Four(key) => self.four.remove(&key),
            Form::Six(key) => self.six.remove(&key),
        }?;
        self.free.push(slot);
        self.values.get_mut(slot as usize)?.take()
    }

    /// All, in the order of the keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        let four = self.four.iter().map(|(key, slot)| (K::of(Form::Four(*key)), *slot));
        let six = self.six.iter().map(|(key, slot)| (K::of(Form::Six(*key)), *slot));
        four.chain(six).filter_map(|(key, slot)| Some((key, self.at(slot)?)))
    }

    /// Keeps those that fit.
    pub(super) fn retain(&mut self, keeps: impl Fn(&V) -> bool) {
        let gone: Vec<K> = self.iter().filter(|(_, value)| !keeps(value)).map(|(key, _)| key).collect();
        gone.iter().for_each(|key| drop(self.remove(key)));
    }

    /// The keys from one to another one of its family, with where each stands.
    pub(super) fn between(&self, first: K, last: K) -> impl Iterator<Item = (K, Slot)> {
        let (four, six) = match (first.form(), last.form()) {
            (Form::Four(first), Form::Four(last)) => (Some(self.four.range(first..=last)), None),
            (Form::Six(first), Form::Six(last)) => (None, Some(self.six.range(first..=last))),
            (Form::Four(_), Form::Six(_)) | (Form::Six(_), Form::Four(_)) => (None, None),
        };
        let four = four.into_iter().flatten().map(|(key, slot)| (K::of(Form::Four(*key)), *slot));
        four.chain(six.into_iter().flatten().map(|(key, slot)| (K::of(Form::Six(*key)), *slot)))
    }

    /// No key of the family of a key is before the first or behind the last of these.
    pub(super) fn span(&self, like: K) -> Span<K> {
        match like.form() {
            Form::Four(_) => self.spans[0],
            Form::Six(_) => self.spans[1],
        }
    }
}

/// Cheapest in the order of the keys. The slots are those of a list: each stands where it comes.
impl<K: Key, V> FromIterator<(K, V)> for ByFamily<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Self {
        let mut map = Self::default();
        let (mut four, mut six) = (Vec::new(), Vec::new());
        for (key, value) in all {
            let slot = Slot::try_from(map.values.len()).unwrap_or(Slot::MAX);
            map.values.push(Some(value));
            let span = match key.form() {
                Form::Four(form) => {
                    four.push((form, slot));
                    &mut map.spans[0]
                }
                Form::Six(form) => {
                    six.push((form, slot));
                    &mut map.spans[1]
                }
            };
            *span = wider(*span, key);
        }
        map.four = four.into_iter().collect();
        map.six = six.into_iter().collect();
        map
    }
}

/// A span with one more key.
fn wider<K: Key>(span: Span<K>, key: K) -> Span<K> {
    let (first, last) = span.unwrap_or((key, key));
    Some((if key < first { key } else { first }, if key > last { key } else { last }))
}
