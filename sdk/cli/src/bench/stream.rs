//! What does a caller with a stream do? Keeps a window of operations open on it, and sends one for each that is answered.
//!
//! As a job, without the wait for an answer in between; must not know how many streams there are.

use std::collections::VecDeque;
use std::pin::pin;

use podnet::v1::stream_addresses_response::Result as Answer;
use podnet::{Client, Code, Error, Operation, v1};
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;

use super::job::{World, outcome, released};
use super::record::{Outcome, Sample, Verb};

/// A stream over slots.
#[derive(Debug)]
pub struct Streaming {
    /// What comes next, in order.
    ready: VecDeque<(u32, Verb)>,
    /// Whether a slot is released and allocated again, round and round.
    churn: bool,
    /// Operations without an answer.
    window: usize,
}

/// An operation without an answer.
#[derive(Clone, Copy)]
struct Open {
    slot: u32,
    verb: Verb,
    sent: u64,
}

impl Streaming {
    /// A stream that does `first` to each slot.
    pub fn new(slots: Vec<u32>, first: Verb, churn: bool, window: usize) -> Self {
        let ready = slots.into_iter().map(|slot| (slot, first)).collect();
        Self { ready, churn, window: window.max(1) }
    }

    /// Runs until `goes_on` says no or nothing is left to do; says whether nothing was left.
    pub async fn run(
        &mut self,
        client: &Client,
        world: &World,
        prefix: &str,
        goes_on: impl Fn(u64) -> bool,
    ) -> bool {
        let (sender, operations) = mpsc::channel(self.window);
        let mut answers = pin!(client.stream_addresses(ReceiverStream::new(operations)));
        // The stream counts its operations from 1.
        let mut opened: VecDeque<Option<Open>> = VecDeque::new();
        let (mut forgotten, mut open) = (0_u64, 0);
        let mut exhausted = false;
        loop {
            let now = world.clock.now();
            while open < self.window && !exhausted && goes_on(now) {
                let Some((slot, verb)) = self.ready.pop_front() else {
                    exhausted = open == 0 || !self.churn;
                    break;
                };
                let number = forgotten + opened.len() as u64;
                let request_id = format!("{prefix}.{number}");
                let operation = match verb {
                    Verb::Allocate => Operation::Allocate(world.fleet.allocate(slot, request_id)),
                    Verb::Release => Operation::Release(world.fleet.release(slot, request_id)),
                };
                if sender.try_send(operation).is_err() {
                    // The channel holds a whole window, so that only a stream that is gone does not take it.
                    self.ready.push_front((slot, verb));
                    return exhausted;
                }
                opened.push_back(Some(Open { slot, verb, sent: now }));
                open += 1;
            }
            if open == 0 {
                return exhausted;
            }
            match answers.next().await {
                Some(Ok(answer)) => {
                    let place = usize::try_from(answer.correlation_id.saturating_sub(forgotten + 1));
                    let found = place.ok().and_then(|place| opened.get_mut(place)).and_then(Option::take);
                    while opened.front().is_some_and(Option::is_none) {
                        opened.pop_front();
                        forgotten += 1;
                    }
                    if let Some(operation) = found {
                        open -= 1;
                        self.answered(world, operation, answer);
                    }
                }
                Some(Err(error)) => {
                    lost(world, &opened, Some(&error));
                    return exhausted;
                }
                None => {
                    lost(world, &opened, None);
                    return exhausted;
                }
            }
        }
    }

    fn answered(&mut self, world: &World, open: Open, answer: v1::StreamAddressesResponse) {
        let answered = world.clock.now();
        let outcome = match &answer.result {
            Some(Answer::Allocate(answer)) => outcome(answer.allocation.as_ref()),
            Some(Answer::Release(answer)) => released(answer, answer.cursor.as_ref()),
            Some(Answer::Error(_)) => Outcome::Refused,
            None => Outcome::Unknown,
        };
        let mut record = world.record();
        match answer.result {
            // Its reason is in the details; by code is enough here.
            Some(Answer::Error(status)) => record.failed(format!("{:?}", Code::from(status.code))),
            Some(Answer::Allocate(_) | Answer::Release(_)) | None => record.answered(open.sent, answered, 1),
        }
        let Open { slot, verb, sent } = open;
        record.samples.push(Sample { slot, verb, outcome, sent, answered });
        drop(record);
        if outcome != Outcome::Refused {
            world.count(1);
        }
        if self.churn {
            let next = match (outcome, verb) {
                (Outcome::Refused, verb) => verb,
                (_, Verb::Allocate) => Verb::Release,
                (_, Verb::Release) => Verb::Allocate,
            };
            self.ready.push_back((slot, next));
        }
    }
}

/// What had no answer when the stream ended for good may have been done.
fn lost(world: &World, opened: &VecDeque<Option<Open>>, error: Option<&Error>) {
    let answered = world.clock.now();
    let mut record = world.record();
    for Open { slot, verb, sent } in opened.iter().flatten().copied() {
        record.failed(error.map_or_else(|| "STREAM_ENDED".to_owned(), super::job::why));
        record.samples.push(Sample { slot, verb, outcome: Outcome::Unknown, sent, answered });
    }
}
