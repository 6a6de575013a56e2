//! When is a call to start? At its place in a schedule that does not wait for answers (open loop).
//!
//! A server that stalls is then not spared the calls that would have come meanwhile: their latency counts from the start
//! that was intended. A thread of its own hands the starts out, since the timers of a runtime tick only each millisecond.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

use super::clock::Clock;

/// Time between two looks at the clock. Below a tenth of a millisecond the looks themselves would take a core.
const TICK: Duration = Duration::from_micros(100);

/// Time after the end in which calls that were due may still start; what is due then was never started.
const GRACE_NANOSECONDS: u64 = 1_000_000_000;

/// The schedule of one thread's calls.
#[derive(Debug)]
pub struct Schedule {
    began: u64,
    until: u64,
    interval: f64,
    due: Semaphore,
    taken: AtomicU64,
}

impl Schedule {
    /// One call each `interval` nanoseconds, from `began` to before `until`.
    #[must_use]
    pub fn new(began: u64, until: u64, interval: f64) -> Self {
        Self { began, until, interval, due: Semaphore::new(0), taken: AtomicU64::new(0) }
    }

    /// Waits for the next start and gives its time; `None`: the schedule is over.
    pub async fn next(&self) -> Option<u64> {
        self.due.acquire().await.ok()?.forget();
        Some(self.start(self.taken.fetch_add(1, Ordering::Relaxed)))
    }

    /// Intended start of a call.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "nanoseconds of an hour fit into 52 bits"
    )]
    fn start(&self, number: u64) -> u64 {
        self.began + (number as f64 * self.interval) as u64
    }

    /// Number of calls that are due before a time.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "nanoseconds of an hour fit into 52 bits"
    )]
    fn due_before(&self, now: u64) -> u64 {
        let passed = now.min(self.until).saturating_sub(self.began);
        (passed as f64 / self.interval).ceil() as u64
    }

    /// Calls that were due and that no caller was free for.
    #[must_use]
    pub fn not_started(&self) -> u64 {
        self.due_before(self.until).saturating_sub(self.taken.load(Ordering::Relaxed))
    }
}

/// Hands the starts of all schedules out, on a thread of its own, until the schedules are over or nobody has them any more.
///
/// # Errors
/// The system refuses a thread.
pub fn start(schedules: &[Arc<Schedule>], clock: Clock) -> std::io::Result<()> {
    let schedules: Vec<_> = schedules.iter().map(Arc::downgrade).collect();
    let hand_out = move || {
        let mut given = vec![0; schedules.len()];
        loop {
            let now = clock.now();
            let mut open = false;
            for (schedule, given) in schedules.iter().zip(&mut given) {
                let Some(schedule) = schedule.upgrade() else { continue };
                let due = schedule.due_before(now);
                let more = due.saturating_sub(*given);
                *given = due;
                schedule.due.add_permits(usize::try_from(more).unwrap_or(0));
                let over = now >= schedule.until.saturating_add(GRACE_NANOSECONDS);
                if over || (now >= schedule.until && schedule.not_started() == 0) {
                    schedule.due.close();
                } else {
                    open = true;
                }
            }
            if !open {
                return;
            }
            #[expect(clippy::disallowed_methods, reason = "the event is that time has passed")]
            std::thread::sleep(TICK);
        }
    };
    std::thread::Builder::new().name("bench-pace".to_owned()).spawn(hand_out).map(drop)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn starts_are_evenly_apart_whatever_the_clock_does() {
        let schedule = Schedule::new(100, 1_100, 250.0);
        assert_eq!([0, 1, 2, 3].map(|number| schedule.start(number)), [100, 350, 600, 850]);
        assert_eq!([100, 101, 350, 351, 5_000].map(|now| schedule.due_before(now)), [0, 1, 1, 2, 4]);
        assert_eq!(schedule.not_started(), 4);
    }

    #[test]
    fn a_schedule_is_handed_out_whole_and_ends() {
        let clock = Clock::start();
        let schedule = Arc::new(Schedule::new(0, 1_000_000, 1_000.0));
        start(&[Arc::clone(&schedule)], clock).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let starts = runtime.block_on(async {
            let mut starts = Vec::new();
            while let Some(start) = schedule.next().await {
                starts.push(start);
            }
            starts
        });
        assert!(starts.is_sorted());
        let started = u64::try_from(starts.len()).unwrap();
        assert_eq!(started + schedule.not_started(), 1_000);
    }
}
