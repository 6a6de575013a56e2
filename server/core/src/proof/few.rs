//! A list that has one entry nearly always, without an allocation then.
//!
//! This module must not know what is listed.

use std::ops::Deref;

/// A few things in order.
#[derive(Clone, Debug)]
pub(super) enum Few<T> {
    /// One.
    One(T),
    /// None or several.
    List(Vec<T>),
}

impl<T> Few<T> {
    /// Puts one in at an index.
    pub(super) fn insert(&mut self, index: usize, one: T) {
        let mut list = match std::mem::take(self) {
            Self::One(first) => vec![first],
            Self::List(list) => list,
        };
        list.insert(index.min(list.len()), one);
        *self = list.into_iter().collect();
    }

    /// Puts one in behind the others.
    pub(super) fn push(&mut self, one: T) {
        match self {
            Self::List(list) if list.is_empty() => *self = Self::One(one),
            Self::List(list) => list.push(one),
            Self::One(_) => self.insert(1, one),
        }
    }

    /// Keeps those that fit.
    pub(super) fn retain(&mut self, keeps: impl Fn(&T) -> bool) {
        let kept = match std::mem::take(self) {
            Self::One(one) => std::iter::once(one).filter(|one| keeps(one)).collect(),
            Self::List(list) => list.into_iter().filter(|one| keeps(one)).collect(),
        };
        *self = kept;
    }

    /// For changes in place.
    pub(super) fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Self::One(one) => std::slice::from_mut(one),
            Self::List(list) => list,
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::List(list) => list,
        }
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut all = all.into_iter();
        match (all.next(), all.next()) {
            (None, _) => Self::default(),
            (Some(one), None) => Self::One(one),
            (Some(first), Some(second)) => Self::List([first, second].into_iter().chain(all).collect()),
        }
    }
}
