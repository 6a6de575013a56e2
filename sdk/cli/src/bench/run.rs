//! In which order is a run done? Echo and load by turns, so that both see the same machine; between passes everything that
//! was allocated goes back, outside of the measurement.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use podnet::{Client, v1};
use tokio_stream::StreamExt;

use super::clock::{Clock, nanoseconds};
use super::figure::Repeat;
use super::fleet::Fleet;
use super::invariant::ledger::Ledger;
use super::job::{Job, Turns};
use super::record::{Record, Sample, Verb};
use super::rig::{Pass, Rig};
use crate::exit::Failure;

/// Longest pass: its answers are kept until they are judged.
const PASS_NANOSECONDS_MAX: u64 = 10_000_000_000;
/// Addresses in one call of clearing up.
const CLEAR_BATCH: usize = 500;
/// Operations open on one stream: what a server allows, see `podnet-max-in-flight`.
const STREAM_WINDOW_MAX: u32 = 256;
/// Echoes in flight beside a load that has a schedule.
const ECHO_CALLERS: u32 = 64;
/// Calls of clearing up at a time.
const CLEAR_CALLERS: usize = 4;

/// What the callers of a phase do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// Nothing: the baseline.
    Echo,
    /// Allocate, until the fleet is full.
    Fill,
    /// Release and allocate again, on the first so many slots, which are held.
    Churn {
        /// How many.
        slots: u32,
    },
    /// Trace flows between the first so many slots, which are held.
    Trace {
        /// How many.
        slots: u32,
    },
}

/// How operations go over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One in each call.
    Unary,
    /// So many in each call.
    Batch(usize),
    /// Over streams.
    Stream,
}

impl Shape {
    /// Operations in a call.
    fn batch(self) -> usize {
        match self {
            Self::Unary | Self::Stream => 1,
            Self::Batch(size) => size,
        }
    }
}

/// A run: what it has made, and what it knows.
#[derive(Debug)]
pub struct Run {
    /// Time.
    pub clock: Clock,
    /// Threads and connections.
    pub rig: Rig,
    /// Where it allocates.
    pub fleet: Arc<Fleet>,
    /// What the answers said.
    pub ledger: Ledger,
    /// Calls in flight.
    pub in_flight: u32,
    /// How the load goes over the wire.
    pub shape: Shape,
    /// Calls per second of the load; `None`: as fast as answers come.
    pub rate: Option<f64>,
    /// Longest time without an answer within a pass of the load, in nanoseconds.
    pub longest_pause: u64,
    callers: u32,
}

impl Run {
    /// A run that has made nothing yet.
    #[must_use]
    pub fn new(clock: Clock, rig: Rig, fleet: Fleet, in_flight: u32, shape: Shape) -> Self {
        let fleet = Arc::new(fleet);
        Self {
            clock,
            rig,
            fleet,
            ledger: Ledger::default(),
            in_flight,
            shape,
            rate: None,
            longest_pause: 0,
            callers: 0,
        }
    }

    /// Runs passes until they took the time.
    ///
    /// # Errors
    /// A thread ended, or nothing at all succeeds.
    pub async fn phase(&mut self, load: Load, duration: Duration) -> Result<Repeat, Failure> {
        let (mut left, mut whole, mut took) = (nanoseconds(duration), Record::new()?, 0);
        let negligible = left / 50;
        while left > negligible {
            let jobs = self.jobs(load);
            let wanted = left.min(PASS_NANOSECONDS_MAX);
            let until = self.clock.now().saturating_add(wanted);
            // The baseline is what the connections can do at most, whatever the rate of the load.
            let rate = self.rate.filter(|_| load != Load::Echo);
            let pass = Pass { until, together: true, rate };
            let mut passed = self.rig.pass(jobs, &self.fleet, pass).await?;
            let lasted = passed.record.last_answered.saturating_sub(passed.began);
            if passed.record.operations == 0 {
                let why: Vec<String> = passed.record.errors.keys().cloned().collect();
                return Err(Failure::Render(format!("no call of the load succeeded: {}", why.join(", "))));
            }
            let samples = std::mem::take(&mut passed.record.samples);
            self.longest_pause = self.longest_pause.max(longest_pause(passed.began, &samples));
            self.ledger.enter(&samples);
            drop(samples);
            took += lasted;
            left = left.saturating_sub(if passed.exhausted { lasted.max(1) } else { wanted });
            whole.add(passed.record);
            if load == Load::Fill {
                self.clear().await?;
            }
        }
        Ok(Repeat { record: whole, took })
    }

    /// Allocates the first so many slots, outside of any measurement.
    ///
    /// # Errors
    /// A thread ended.
    pub async fn hold(&mut self, slots: u32) -> Result<(), Failure> {
        self.sweep(Verb::Allocate, (0..slots).collect()).await
    }

    /// Releases what is held.
    ///
    /// # Errors
    /// A thread ended.
    pub async fn clear(&mut self) -> Result<(), Failure> {
        let live = self.ledger.live();
        self.sweep(Verb::Release, live).await
    }

    /// Compares the books with what the server lists.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn audit(&mut self, client: &Client) -> Result<(), Failure> {
        let mut listed: BTreeMap<u32, Ipv4Addr> = BTreeMap::new();
        for cluster in &self.fleet.clusters {
            let request = v1::ListAllocationsRequest {
                parent: cluster.clone(),
                page_size: 1000,
                view: v1::AllocationView::Basic.into(),
                ..Default::default()
            };
            let mut pages = std::pin::pin!(client.list(request));
            while let Some(allocation) = pages.next().await {
                let allocation = allocation?;
                let address = allocation.addresses.first().and_then(|address| address.address.parse().ok());
                if let (Some(slot), Some(address)) = (self.fleet.slot_of(&allocation.name), address) {
                    listed.insert(slot, address);
                }
            }
        }
        self.ledger.audit(&listed);
        Ok(())
    }

    /// Does one thing to many slots, in large batches.
    async fn sweep(&mut self, verb: Verb, slots: Vec<u32>) -> Result<(), Failure> {
        let mut shares = vec![Vec::new(); CLEAR_CALLERS];
        for (index, part) in slots.chunks(CLEAR_BATCH).enumerate() {
            shares[index % CLEAR_CALLERS].extend_from_slice(part);
        }
        let jobs = shares
            .into_iter()
            .map(|slots| Job::walk(self.caller(), slots, CLEAR_BATCH, Turns::Once(verb)))
            .collect();
        let pass = Pass { until: u64::MAX, together: false, rate: None };
        let passed = self.rig.pass(jobs, &self.fleet, pass).await?;
        self.ledger.enter(&passed.record.samples);
        Ok(())
    }

    fn jobs(&mut self, load: Load) -> Vec<Job> {
        let (slots, turns) = match load {
            Load::Echo => {
                // A schedule's bound is no load: the baseline then has one that connections carry well.
                let callers = if self.rate.is_some() { ECHO_CALLERS } else { self.in_flight };
                return (0..callers).map(|_| Job::echo(self.caller())).collect();
            }
            Load::Trace { slots } => {
                let batch = self.shape.batch();
                let shares = shares(slots, 1, self.in_flight);
                return shares.into_iter().map(|own| Job::trace(self.caller(), own, batch)).collect();
            }
            Load::Fill => (self.fleet.slots(), Turns::Once(Verb::Allocate)),
            Load::Churn { slots } => (slots, Turns::Churn { next: Verb::Release }),
        };
        if self.shape == Shape::Stream {
            let connections = u32::try_from(self.rig.connections()).unwrap_or(1);
            let streams = self.in_flight.div_ceil(STREAM_WINDOW_MAX).max(connections).min(self.in_flight);
            let window = usize::try_from(self.in_flight / streams).unwrap_or(1);
            let shares = shares(slots, 1, streams);
            return shares.into_iter().map(|own| Job::stream(self.caller(), own, window, turns)).collect();
        }
        let batch = self.shape.batch();
        let shares = shares(slots, batch, self.in_flight);
        shares.into_iter().map(|own| Job::walk(self.caller(), own, batch, turns)).collect()
    }

    fn caller(&mut self) -> u32 {
        self.callers += 1;
        self.callers
    }
}

/// The slots of each caller. Whole batches go round, so that all callers are through at about the same time; a caller
/// without slots does not come.
fn shares(slots: u32, batch: usize, callers: u32) -> Vec<Vec<u32>> {
    let callers = usize::try_from(callers).unwrap_or(1).max(1);
    let batch = u32::try_from(batch).unwrap_or(1).max(1);
    let mut shares = vec![Vec::new(); callers];
    for slot in 0..slots {
        shares[usize::try_from(slot / batch).unwrap_or(0) % callers].push(slot);
    }
    shares.retain(|share| !share.is_empty());
    shares
}

/// Longest time between two answers, or between the start and the first.
fn longest_pause(began: u64, samples: &[Sample]) -> u64 {
    let mut answered: Vec<u64> = samples.iter().map(|sample| sample.answered).collect();
    answered.push(began);
    answered.sort_unstable();
    answered.windows(2).filter_map(|pair| pair[1].checked_sub(pair[0])).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::record::Outcome;

    #[test]
    fn each_slot_has_one_caller_and_each_caller_a_slot() {
        assert_eq!(shares(5, 2, 2), [vec![0, 1, 4], vec![2, 3]]);
        assert_eq!(shares(2, 1, 64), [vec![0], vec![1]]);
    }

    #[test]
    fn the_longest_pause_is_between_two_answers() {
        let sample =
            |answered| Sample { slot: 0, verb: Verb::Allocate, outcome: Outcome::Refused, sent: 0, answered };
        assert_eq!(longest_pause(10, &[sample(40), sample(12), sample(90)]), 50);
        assert_eq!(longest_pause(10, &[]), 0);
    }
}
