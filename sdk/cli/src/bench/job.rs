//! What does one caller of a run do, call after call? Each has its own slots, so that callers need not agree on anything.
//!
//! Makes calls through the SDK and records the answers; must not know how many callers there are, or what is right.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use podnet::{Client, Error, HealthCheckRequest, v1};

use crate::hint;

use super::clock::Clock;
use super::fleet::Fleet;
use super::record::{Outcome, Record, Sample, Verb};
use super::stream::Streaming;
use super::tracing::Tracing;

/// What every caller shares.
#[derive(Debug, Clone)]
pub struct World {
    /// Time.
    pub clock: Clock,
    /// Where the slots are.
    pub fleet: Arc<Fleet>,
    /// What is recorded, by one thread.
    pub record: Arc<Mutex<Record>>,
    /// Operations that succeeded so far, for whoever watches the run.
    pub done: Arc<AtomicU64>,
}

impl World {
    /// The record, for one entry.
    pub fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts operations that succeeded.
    pub fn count(&self, operations: u64) {
        self.done.fetch_add(operations, Ordering::Relaxed);
    }
}

/// A caller.
#[derive(Debug)]
pub struct Job {
    /// Number in the run; begins its request ids.
    number: u32,
    /// Calls so far.
    calls: u64,
    work: Work,
}

/// What a caller does.
#[derive(Debug)]
enum Work {
    /// Calls that do nothing.
    Echo,
    /// Walks over slots.
    Walk(Walk),
    /// Has a stream of operations on slots.
    Stream(Streaming),
    /// Traces flows between slots that are held.
    Trace(Tracing),
}

/// A walk over slots.
#[derive(Debug)]
struct Walk {
    slots: Vec<u32>,
    next: usize,
    batch: usize,
    turns: Turns,
}

/// What is done at each place of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turns {
    /// One thing, once.
    Once(Verb),
    /// Release, then allocate again, round and round.
    Churn {
        /// What comes next.
        next: Verb,
    },
}

/// Whether a caller goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A call was made.
    Made,
    /// All slots are used up.
    Exhausted,
}

impl Job {
    /// A caller that calls and gets nothing.
    #[must_use]
    pub fn echo(number: u32) -> Self {
        Self { number, calls: 0, work: Work::Echo }
    }

    /// A caller that walks over slots, up to `batch` of them in one call.
    #[must_use]
    pub fn walk(number: u32, slots: Vec<u32>, batch: usize, turns: Turns) -> Self {
        Self { number, calls: 0, work: Work::Walk(Walk { slots, next: 0, batch: batch.max(1), turns }) }
    }

    /// A caller with a stream, that has a window of operations open on it.
    #[must_use]
    pub fn stream(number: u32, slots: Vec<u32>, window: usize, turns: Turns) -> Self {
        let (first, churn) = match turns {
            Turns::Once(verb) => (verb, false),
            Turns::Churn { next } => (next, true),
        };
        Self { number, calls: 0, work: Work::Stream(Streaming::new(slots, first, churn, window)) }
    }

    /// A caller that traces flows between slots, up to `batch` of them in one call.
    #[must_use]
    pub fn trace(number: u32, slots: Vec<u32>, batch: usize) -> Self {
        Self { number, calls: 0, work: Work::Trace(Tracing::new(slots, batch)) }
    }

    /// Runs its stream, if it has one, until `goes_on` says no; says whether its slots are used up.
    pub async fn run_stream(
        &mut self,
        client: &Client,
        world: &World,
        goes_on: impl Fn(u64) -> bool,
    ) -> Option<bool> {
        let Work::Stream(streaming) = &mut self.work else { return None };
        self.calls += 1;
        let prefix = format!("{}.{}.{}", world.fleet.run, self.number, self.calls);
        Some(streaming.run(client, world, &prefix, goes_on).await)
    }

    /// Makes one call that was to start at `intended`.
    pub async fn step(&mut self, client: &Client, world: &World, intended: u64) -> Step {
        let request_id = format!("{}.{}.{}", world.fleet.run, self.number, self.calls);
        self.calls += 1;
        match &mut self.work {
            Work::Echo => {
                let outcome = client.call(HealthCheckRequest::default()).await;
                let answered = world.clock.now();
                match outcome {
                    Ok(_) => {
                        world.record().answered(intended, answered, 1);
                        world.count(1);
                    }
                    Err(error) => world.record().failed(why(&error)),
                }
                Step::Made
            }
            Work::Walk(walk) => walk.step(client, world, intended, request_id).await,
            Work::Trace(tracing) => tracing.step(client, world, intended).await,
            // A stream runs by itself.
            Work::Stream(_) => Step::Exhausted,
        }
    }
}

impl Walk {
    async fn step(&mut self, client: &Client, world: &World, intended: u64, request_id: String) -> Step {
        let verb = match self.turns {
            Turns::Once(verb) | Turns::Churn { next: verb } => verb,
        };
        let (from, to) = self.places(&world.fleet);
        if from == to {
            return Step::Exhausted;
        }
        let slots = &self.slots[from..to];
        let sent = world.clock.now();
        let answers = match (verb, self.batch) {
            (Verb::Allocate, 1) => allocate_one(client, &world.fleet, slots[0], request_id).await,
            (Verb::Release, 1) => release_one(client, &world.fleet, slots[0], request_id).await,
            (Verb::Allocate, _) => allocate_many(client, &world.fleet, slots, request_id).await,
            (Verb::Release, _) => release_many(client, &world.fleet, slots, request_id).await,
        };
        let answered = world.clock.now();
        let mut record = world.record();
        let sample = |slot: u32, outcome: Outcome| Sample { slot, verb, outcome, sent, answered };
        let mut done = true;
        match answers {
            Ok(outcomes) => {
                record.answered(intended, answered, slots.len() as u64);
                world.count(slots.len() as u64);
                record
                    .samples
                    .extend(slots.iter().zip(outcomes).map(|(slot, outcome)| sample(*slot, outcome)));
            }
            Err(error) => {
                let outcome = if error.reason.is_some() { Outcome::Refused } else { Outcome::Unknown };
                done = outcome == Outcome::Unknown;
                record.failed(why(&error));
                record.samples.extend(slots.iter().map(|slot| sample(*slot, outcome)));
            }
        }
        drop(record);
        match &mut self.turns {
            Turns::Once(_) => self.next = to,
            // What was refused is tried again; what may have been done is taken as done, and the server says so if not.
            Turns::Churn { .. } if !done => {}
            Turns::Churn { next } => match *next {
                Verb::Release => *next = Verb::Allocate,
                Verb::Allocate => {
                    *next = Verb::Release;
                    self.next = if to == self.slots.len() { 0 } else { to };
                }
            },
        }
        Step::Made
    }

    /// The slots of the next call: as many as a batch has, all in one cluster.
    fn places(&self, fleet: &Fleet) -> (usize, usize) {
        let from = self.next.min(self.slots.len());
        let rest = &self.slots[from..];
        let Some(first) = rest.first() else { return (from, from) };
        let cluster = fleet.cluster_of(*first);
        let count =
            rest.iter().take(self.batch).take_while(|slot| fleet.cluster_of(**slot) == cluster).count();
        (from, from + count)
    }
}

type Answers = Result<Vec<Outcome>, Error>;

async fn allocate_one(client: &Client, fleet: &Fleet, slot: u32, request_id: String) -> Answers {
    let answer = client.call(fleet.allocate(slot, request_id)).await?;
    Ok(vec![outcome(answer.allocation.as_ref())])
}

async fn release_one(client: &Client, fleet: &Fleet, slot: u32, request_id: String) -> Answers {
    let answer = client.call(fleet.release(slot, request_id)).await?;
    Ok(vec![released(&answer, answer.cursor.as_ref())])
}

async fn allocate_many(client: &Client, fleet: &Fleet, slots: &[u32], request_id: String) -> Answers {
    let mut requests: Vec<_> = slots.iter().map(|slot| fleet.allocate(*slot, String::new())).collect();
    let parent = requests.first_mut().map(|first| std::mem::take(&mut first.parent)).unwrap_or_default();
    for request in &mut requests {
        request.parent.clear();
    }
    let request = v1::BatchAllocateAddressesRequest { parent, requests, request_id, ..Default::default() };
    let answer = client.call(request).await?;
    Ok(answer.responses.iter().map(|one| outcome(one.allocation.as_ref())).collect())
}

async fn release_many(client: &Client, fleet: &Fleet, slots: &[u32], request_id: String) -> Answers {
    let requests = slots.iter().map(|slot| fleet.release(*slot, String::new())).collect();
    let cluster = slots.first().map_or(0, |slot| fleet.cluster_of(*slot));
    let parent = fleet.clusters.get(cluster).cloned().unwrap_or_default();
    let request = v1::BatchReleaseAddressesRequest { parent, requests, request_id, ..Default::default() };
    let answer = client.call(request).await?;
    // The items have no cursor of their own: the batch is one revision.
    Ok(answer.responses.iter().map(|one| released(one, answer.cursor.as_ref())).collect())
}

/// The address that was released, in the revision of the answer: the allocation shows that of its last change before.
pub(super) fn released(answer: &v1::ReleaseAddressResponse, cursor: Option<&v1::Cursor>) -> Outcome {
    if !answer.released {
        return Outcome::Nothing;
    }
    match (outcome(answer.allocation.as_ref()), cursor) {
        (Outcome::Done { address, .. }, Some(cursor)) => Outcome::Done { address, revision: cursor.revision },
        (Outcome::Done { .. } | Outcome::Nothing | Outcome::Refused | Outcome::Unknown, _) => {
            Outcome::Unknown
        }
    }
}

/// The address and the revision of an allocation; an answer that lacks them says nothing that could be checked.
pub(super) fn outcome(allocation: Option<&v1::Allocation>) -> Outcome {
    let found = allocation.and_then(|allocation| {
        let address: Ipv4Addr = allocation.addresses.first()?.address.parse().ok()?;
        Some(Outcome::Done { address, revision: allocation.meta.as_ref()?.revision })
    });
    found.unwrap_or(Outcome::Unknown)
}

/// The reason of a failure, or its code.
pub(super) fn why(error: &Error) -> String {
    match error.reason {
        Some(reason) => hint::reason_name(reason).to_owned(),
        None => format!("{:?}", error.code),
    }
}
