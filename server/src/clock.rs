//! What time is it? The only file of the server that reads a clock.
//!
//! The wall clock is read once; from then on time goes as the monotonic clock does, so that a step of the wall clock
//! neither shortens nor stretches a cool-down. It never starts below the last recorded time. This module must not know
//! what time is used for.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use podnet_core::time::Timestamp;

/// A source of time. Clones share it.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    /// Goes by itself: the moment of `anchor`, in nanoseconds since 1970, and what elapsed since.
    System { anchor: Instant, at_anchor: AtomicU64 },
    /// Goes when told to; nanoseconds since 1970.
    Manual(AtomicU64),
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the file that reads the clock")]
    pub fn system() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(Arc::new(Source::System {
            anchor: Instant::now(),
            at_anchor: AtomicU64::new(nanoseconds(wall)),
        }))
    }

    /// A clock that stands until it is moved: the same run gives the same times.
    #[must_use]
    pub fn manual(start: Timestamp) -> Self {
        Self(Arc::new(Source::Manual(AtomicU64::new(start.0))))
    }

    /// The time; never less than it was before.
    pub fn now(&self) -> Timestamp {
        match self.0.as_ref() {
            Source::System { anchor, at_anchor } => {
                Timestamp(at_anchor.load(Ordering::Acquire).saturating_add(nanoseconds(anchor.elapsed())))
            }
            Source::Manual(now) => Timestamp(now.load(Ordering::Acquire)),
        }
    }

    /// Makes sure that the time is not below a recorded one, and goes on from there.
    pub fn not_before(&self, recorded: Timestamp) {
        match self.0.as_ref() {
            Source::System { anchor, at_anchor } => {
                let needed = recorded.0.saturating_sub(nanoseconds(anchor.elapsed()));
                at_anchor.fetch_max(needed, Ordering::AcqRel);
            }
            Source::Manual(now) => {
                now.fetch_max(recorded.0, Ordering::AcqRel);
            }
        }
    }

    /// Moves a manual clock; the machine's clock goes by itself and stays as it is.
    pub fn advance(&self, by: Duration) {
        match self.0.as_ref() {
            Source::System { .. } => {}
            Source::Manual(now) => {
                now.fetch_add(nanoseconds(by), Ordering::AcqRel);
            }
        }
    }
}

/// A moment, to measure how long something takes. What is measured goes to monitors and never decides anything.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the file that reads the clock")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since then.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }

    /// Time from then until another moment; nothing if that was before.
    #[must_use]
    pub fn until(self, other: Self) -> Duration {
        other.0.saturating_duration_since(self.0)
    }
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_clock_goes_on_from_a_recorded_time_in_the_future() {
        let clock = Clock::system();
        let future = clock.now().plus(Duration::from_secs(3600));
        clock.not_before(future);
        let (first, second) = (clock.now(), clock.now());
        assert!(first >= future && second >= first);
    }

    #[test]
    fn a_recorded_time_in_the_past_changes_nothing() {
        let clock = Clock::manual(Timestamp(100));
        clock.not_before(Timestamp(50));
        assert_eq!(clock.now(), Timestamp(100));
        clock.not_before(Timestamp(200));
        assert_eq!(clock.now(), Timestamp(200));
        clock.advance(Duration::from_nanos(5));
        assert_eq!(clock.now(), Timestamp(205));
    }
}
