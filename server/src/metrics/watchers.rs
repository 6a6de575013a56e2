//! Who watches, and how far behind is the slowest?
//!
//! A watcher notes the revision that it has taken, in a place of its own; nobody looks at the places before a scrape. The
//! writer knows nothing of it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Every open watch.
#[derive(Clone, Debug, Default)]
pub(crate) struct Watchers(Arc<Mutex<Places>>);

#[derive(Debug, Default)]
struct Places {
    next: u64,
    taken: BTreeMap<u64, Arc<AtomicU64>>,
}

/// The place of one watch; given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Watcher {
    all: Watchers,
    place: u64,
    taken: Arc<AtomicU64>,
}

impl Watchers {
    /// A place for a watch that has taken everything up to a revision.
    pub(crate) fn open(&self, revision: u64) -> Watcher {
        let taken = Arc::new(AtomicU64::new(revision));
        let mut places = self.places();
        let place = places.next;
        places.next += 1;
        places.taken.insert(place, Arc::clone(&taken));
        Watcher { all: self.clone(), place, taken }
    }

    /// Count of open watches, and the lowest revision that one of them has taken.
    pub(crate) fn count_and_slowest(&self) -> (usize, Option<u64>) {
        let places = self.places();
        (places.taken.len(), places.taken.values().map(|taken| taken.load(Ordering::Relaxed)).min())
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watcher {
    /// Notes that everything up to a revision was taken.
    pub(crate) fn took(&self, revision: u64) {
        self.taken.store(revision, Ordering::Relaxed);
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.all.places().taken.remove(&self.place);
    }
}
