//! Which classes of machines there are, and what becomes of flows between each two of them.
//!
//! What two classes come to depends on nothing else, so it is found once, when a class first appears, and kept while the
//! class may come back. This module must not know machines one by one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::contracts::Sum;
use super::host::{Class, Host, Kind, Ways};
use super::looks::Settled;
use super::pairs::{Judgement, judge};
use super::setting::Setting;
use crate::address::Family;

/// Classes without machines that are kept: a machine that fails and comes back finds what is known of it.
const EMPTY_MAX: usize = 16;

/// A class with what its machines come to together.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The class.
    pub(super) class: Arc<Class>,
    /// Its machines.
    pub(super) sum: Sum,
}

/// The classes of a cluster, in no order.
#[derive(Clone, Debug)]
pub(super) struct Classes {
    entries: Vec<Entry>,
    /// For each class as sender, then as receiver; without filters.
    judgements: Vec<Vec<Judgement>>,
    families: Vec<Family>,
    empty: usize,
}

impl Classes {
    /// None yet.
    pub(super) fn new(setting: &Setting) -> Self {
        Self { entries: Vec::new(), judgements: Vec::new(), families: setting.families.clone(), empty: 0 }
    }

    /// All of them, also those without machines, with their judgements as senders.
    pub(super) fn all(&self) -> (&[Entry], &[Vec<Judgement>]) {
        (&self.entries, &self.judgements)
    }

    /// Those with machines, in order.
    pub(super) fn sorted(&self) -> Vec<(Arc<Class>, Sum)> {
        let there = self.entries.iter().filter(|entry| entry.sum.hosts > 0);
        let mut all: Vec<_> = there.map(|entry| (Arc::clone(&entry.class), entry.sum)).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    /// Puts a machine into the class of a kind with ways, beside the rest of the class that it has.
    pub(super) fn put(&mut self, host: &mut Host, kind: Kind, ways: &[Ways]) {
        let index = self.find_or_make(&host.class, kind, ways.iter().copied());
        self.join(host, index);
    }

    fn join(&mut self, host: &mut Host, index: usize) {
        let entry = &mut self.entries[index];
        self.empty -= usize::from(entry.sum.hosts == 0);
        if !Arc::ptr_eq(&entry.class, &host.class) {
            host.class = Arc::clone(&entry.class);
        }
        entry.sum.add(host);
    }

    /// Moves a machine to the class that has another one of its ways, and is like its own else.
    pub(super) fn change_way(&mut self, host: &mut Host, index: usize, ways: Ways) {
        self.take(host);
        let all = host.class.ways.iter().enumerate();
        let all = all.map(|(at, known)| if at == index { ways } else { *known });
        let found = self.find_or_make(&host.class, host.class.kind, all);
        self.join(host, found);
    }

    /// Takes a machine out of its class.
    pub(super) fn take(&mut self, host: &Host) {
        let same = |entry: &Entry| Arc::ptr_eq(&entry.class, &host.class);
        let Some(entry) = self.entries.iter_mut().find(|entry| same(entry)) else { return };
        entry.sum.take(host);
        self.empty += usize::from(entry.sum.hosts == 0);
        if self.empty > EMPTY_MAX {
            self.forget();
        }
    }

    fn find_or_make(&mut self, like: &Class, kind: Kind, ways: impl Iterator<Item = Ways> + Clone) -> usize {
        let is_it = |entry: &Entry| {
            let class = &*entry.class;
            class.kind == kind
                && class.table == like.table
                && class.keeps_to_own == like.keeps_to_own
                && class.ways.iter().copied().eq(ways.clone())
        };
        if let Some(index) = self.entries.iter().position(is_it) {
            return index;
        }
        let ways = ways.collect();
        let class =
            Arc::new(Class { kind, table: like.table, keeps_to_own: like.keeps_to_own, ways, profile: 0 });
        let families = &self.families;
        for (entry, row) in self.entries.iter().zip(&mut self.judgements) {
            row.push(judge(&entry.class, &class, families, None));
        }
        let others = self.entries.iter().map(|entry| &entry.class).chain([&class]);
        self.judgements.push(others.map(|other| judge(&class, other, families, None)).collect());
        self.entries.push(Entry { class, sum: Sum::default() });
        self.empty += 1;
        self.entries.len() - 1
    }

    /// Drops classes without machines.
    fn forget(&mut self) {
        let there: Vec<bool> = self.entries.iter().map(|entry| entry.sum.hosts > 0).collect();
        let keep = |index: usize| there.get(index).copied().unwrap_or(false);
        let mut index = 0..;
        self.entries.retain(|_| index.next().is_some_and(keep));
        let mut index = 0..;
        self.judgements.retain(|_| index.next().is_some_and(keep));
        for row in &mut self.judgements {
            let mut index = 0..;
            row.retain(|_| index.next().is_some_and(keep));
        }
        self.empty = 0;
    }

    /// The classes with nothing looked up and nothing filtered.
    pub(super) fn settled(&self) -> Settled {
        Settled::new(self, BTreeMap::new())
    }
}

/// The same machines in the same classes; what is kept beside does not matter.
impl PartialEq for Classes {
    fn eq(&self, other: &Self) -> bool {
        self.families == other.families && self.sorted() == other.sorted()
    }
}
