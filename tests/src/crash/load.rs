//! How do the clients work at once, until the server dies or enough is acknowledged? Each keeps its journal.
//!
//! Must not know how the server ends, nor what is right afterwards.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use podnet::v1::ErrorReason;
use podnet::{Client, Error, Options, RetryPolicy};

use super::journal::Journal;
use super::mix;
use super::operation::Operation;
use super::world::Place;
use crate::random::Random;

/// One client with its memory, which outlives every server.
#[derive(Clone, Debug)]
pub struct Worker {
    /// Where it works.
    pub place: Place,
    /// What it knows.
    pub journal: Journal,
    /// Its own choices.
    pub random: Random,
}

/// What happens in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// So many changes were acknowledged as were wanted.
    Reached,
    /// All clients are at their end.
    Over,
}

/// What all clients of one run share.
#[derive(Debug)]
pub struct Signal {
    moments: Sender<Moment>,
    changes_wanted: u64,
    calls_max: u64,
    /// Whether the clients finish by themselves when the wanted number is reached.
    finish: bool,
    calls: AtomicU64,
    changes: AtomicU64,
    stopped: AtomicBool,
    refusals: Mutex<BTreeMap<&'static str, u64>>,
    findings: Mutex<Vec<String>>,
}

impl Signal {
    /// For a run until so many changes are acknowledged.
    #[must_use]
    pub fn new(moments: Sender<Moment>, changes_wanted: u64, finish: bool) -> Self {
        Self {
            moments,
            changes_wanted,
            // A server that refuses everything must not keep a run going.
            calls_max: changes_wanted * 20 + 1000,
            finish,
            calls: AtomicU64::new(0),
            changes: AtomicU64::new(0),
            stopped: AtomicBool::new(false),
            refusals: Mutex::default(),
            findings: Mutex::default(),
        }
    }

    /// Changes that were acknowledged.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

    /// Refusals by reason.
    #[must_use]
    pub fn refusals(&self) -> BTreeMap<&'static str, u64> {
        self.refusals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What clients were told that cannot be right.
    #[must_use]
    pub fn findings(&self) -> Vec<String> {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn go_on(&self) -> bool {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        if call == self.calls_max {
            self.tell();
        }
        call < self.calls_max && !self.stopped.load(Ordering::SeqCst)
    }

    fn acknowledged(&self) {
        if self.changes.fetch_add(1, Ordering::SeqCst) + 1 == self.changes_wanted {
            self.tell();
        }
    }

    fn tell(&self) {
        if self.finish {
            self.stopped.store(true, Ordering::SeqCst);
        }
        // Nobody listens any more when the server is dead already.
        let _heard = self.moments.send(Moment::Reached);
    }

    /// To be called when all clients are at their end.
    pub fn over(&self) {
        let _heard = self.moments.send(Moment::Over);
    }

    fn failed(&self, operation: &Operation, error: &Error) -> Next {
        match verdict(error) {
            Verdict::Refused(reason) => {
                let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
                *refusals.entry(reason.as_str_name().trim_start_matches("ERROR_REASON_")).or_default() += 1;
                Next::Continue
            }
            Verdict::Unknown => Next::Gone,
            Verdict::Wrong => self.wrong(format!("{operation:?} was answered with {error}")),
        }
    }

    fn wrong(&self, finding: String) -> Next {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner).push(finding);
        Next::Stop
    }
}

/// A client of a server at this URL, that tries twice and does not wait long for the dead.
///
/// # Errors
/// The URL is malformed.
pub fn connect(url: &str) -> Result<Client, Error> {
    let mut options = Options::new(url);
    options.deadline = Duration::from_secs(30);
    options.retry = RetryPolicy {
        attempts_max: 2,
        backoff_initial: Duration::from_millis(2),
        backoff_max: Duration::from_millis(2),
    };
    Client::connect(options)
}

/// What the error of a call says about its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing changed, for this reason.
    Refused(ErrorReason),
    /// It may have been carried out.
    Unknown,
    /// No server should say this.
    Wrong,
}

/// Reads an error.
#[must_use]
pub fn verdict(error: &Error) -> Verdict {
    match error.reason {
        Some(ErrorReason::ServerDraining | ErrorReason::RequestInProgress) | None => Verdict::Unknown,
        Some(
            ErrorReason::LogCorrupt
            | ErrorReason::FieldInvalid
            | ErrorReason::RequestIdReused
            | ErrorReason::Unspecified,
        ) => Verdict::Wrong,
        Some(reason) => Verdict::Refused(reason),
    }
}

/// Works until the server is gone, or the signal says so, or something is wrong. Whether the server is gone.
pub async fn work(worker: &mut Worker, client: &Client, signal: &Signal) -> bool {
    while signal.go_on() {
        let kind = worker.random.below(100);
        let next = match kind {
            0..3 => repeat(worker, client, signal).await,
            3..6 => dry_run(worker, client, signal).await,
            _real => change(worker, client, signal).await,
        };
        match next {
            Next::Continue => {}
            Next::Stop => return false,
            Next::Gone => return true,
        }
    }
    false
}

enum Next {
    Continue,
    Stop,
    Gone,
}

async fn change(worker: &mut Worker, client: &Client, signal: &Signal) -> Next {
    let operation = choose(worker, false);
    match operation.send(client).await {
        Ok(answer) => match worker.journal.note(&operation, &answer) {
            Ok(()) => {
                if answer.changed() {
                    signal.acknowledged();
                }
                Next::Continue
            }
            Err(contradiction) => signal.wrong(contradiction),
        },
        Err(error) => {
            let next = signal.failed(&operation, &error);
            if matches!(next, Next::Gone) {
                worker.journal.unanswered = Some(operation);
            }
            next
        }
    }
}

async fn dry_run(worker: &mut Worker, client: &Client, signal: &Signal) -> Next {
    let operation = choose(worker, true);
    match operation.send(client).await {
        Ok(_shown) => Next::Continue,
        Err(error) => signal.failed(&operation, &error),
    }
}

/// The next call with its own key of idempotency.
fn choose(worker: &mut Worker, dry_run: bool) -> Operation {
    let operation = mix::choose(&worker.place, &mut worker.journal, &mut worker.random);
    let request_id = format!("{}request-{}", worker.place.prefix, worker.journal.number());
    operation.numbered(request_id, dry_run)
}

/// Sends an acknowledged call once more; the answer must be the same.
async fn repeat(worker: &mut Worker, client: &Client, signal: &Signal) -> Next {
    let count = worker.journal.answers.len() as u64;
    let chosen = worker.random.below(count.max(1)) as usize;
    let Some((operation, answer)) = worker.journal.answers.get(chosen) else { return Next::Continue };
    match operation.send(client).await {
        Ok(second) if second.clone().settled() == answer.clone().settled() => Next::Continue,
        Ok(second) => {
            signal.wrong(format!("{operation:?} was answered with {answer:?}, then with {second:?}"))
        }
        Err(error) => match verdict(&error) {
            Verdict::Unknown => Next::Gone,
            Verdict::Refused(ErrorReason::Overloaded | ErrorReason::StoreReadOnly) => Next::Continue,
            Verdict::Refused(_) | Verdict::Wrong => {
                signal.wrong(format!("{operation:?} was answered with {answer:?}, then with {error}"))
            }
        },
    }
}
