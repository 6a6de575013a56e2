//! The domain alone as a world: `decide` and `State::apply` under a clock that stands until it is moved.
//!
//! Before each command time goes on, as the engine lets it. After each step the laws are checked; at the end the records
//! are replayed and must give the same state (law L4).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each file takes the verbs and events of its matter and passes the others on; the last one refuses"
)]

mod command;
mod flow;
mod history;
mod parse;
mod read;
mod routes;
mod security;
mod show;
mod topology;

use std::collections::BTreeMap;
use std::time::Duration;

use podnet_core::command::{Command, Request};
use podnet_core::decide::{Context, Outcome, decide};
use podnet_core::event::{Event, Record, RequestMark};
use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;
use podnet_core::{Code, Rejection, State, invariants};

use super::answer::{Answer, Refusal};
use super::step::{Step, Verb, duration};
use super::world::World;

/// Time of the first step: 2026-11-23T01:00:00Z.
pub const START: Timestamp = Timestamp(1_795_395_600_000_000_000);

/// The domain and its log.
#[derive(Debug)]
pub struct CoreWorld {
    state: State,
    now: Timestamp,
    log: Vec<Record>,
    /// What was answered at each revision, for repeated requests.
    answered: BTreeMap<Revision, Vec<String>>,
    last: Option<Step>,
    /// Etag of the last plan, by table.
    plans: BTreeMap<String, String>,
}

impl Default for CoreWorld {
    fn default() -> Self {
        Self {
            state: State::default(),
            now: START,
            log: Vec::new(),
            answered: BTreeMap::new(),
            last: None,
            plans: BTreeMap::new(),
        }
    }
}

impl World for CoreWorld {
    fn kind(&self) -> &'static str {
        "core"
    }

    fn run(&mut self, step: &Step) -> Result<Answer, String> {
        let answer = self.answer(step)?;
        let violations = invariants::check(&self.state);
        if let Some(violation) = violations.first() {
            return Err(format!("law {} is broken: {}", violation.law, violation.what));
        }
        Ok(answer)
    }

    fn finish(&mut self) -> Result<(), String> {
        let mut replayed = State::default();
        self.log.iter().for_each(|record| replayed.apply(record));
        if replayed == self.state {
            Ok(())
        } else {
            Err("replaying the log gives another state (law L4)".to_owned())
        }
    }
}

impl CoreWorld {
    fn answer(&mut self, step: &Step) -> Result<Answer, String> {
        match step.verb {
            Verb::Retry => {
                let last = self.last.clone().ok_or("there is no command to repeat")?;
                self.answer(&last)
            }
            Verb::Advance => {
                self.advance(duration(step.word(0)?)?);
                Ok(Answer::Shown(vec![format!("{} r{}", self.now, self.state.revision)]))
            }
            Verb::Plan => self.plan(step),
            Verb::Trace => self.trace(step),
            Verb::Find
            | Verb::Usage
            | Verb::Free
            | Verb::History
            | Verb::Effective
            | Verb::Lookup
            | Verb::Show => self.read(step),
            _ => {
                self.last = Some(step.clone());
                let command = self.command(step)?;
                let request =
                    Request { command, request_id: step.text("request").map(str::to_owned), sent: None };
                Ok(self.submit(&request, step.has("validate-only")))
            }
        }
    }

    fn advance(&mut self, by: Duration) {
        self.now = self.now.plus(by);
        self.tick();
    }

    fn tick(&mut self) {
        if podnet_core::ipam::tick::is_due(&self.state, self.now) {
            let context = Context { now: self.now, actor: "podnetd".to_owned() };
            if let Ok(Outcome::Committed(events)) =
                decide(&self.state, &Request::plain(Command::Tick), &context)
            {
                self.commit(&Request::plain(Command::Tick), context, events);
            }
        }
    }

    fn submit(&mut self, request: &Request, validate_only: bool) -> Answer {
        self.tick();
        let context = Context { now: self.now, actor: "scenario".to_owned() };
        let before = self.state.clone();
        match decide(&self.state, request, &context) {
            Err(rejection) => Answer::Refused(refusal(&rejection)),
            Ok(Outcome::Committed(events)) => {
                let lines = show::outcome(&request.command, &before, &events);
                if validate_only {
                    return Answer::Done { revision: None, is_new: false, lines };
                }
                self.commit(request, context, events);
                self.answered.insert(self.state.revision, lines.clone());
                Answer::Done { revision: Some(self.state.revision.0), is_new: true, lines }
            }
            Ok(Outcome::Unchanged(events)) => {
                let lines = show::outcome(&request.command, &before, &events);
                let revision = (!validate_only).then_some(self.state.revision.0);
                Answer::Done { revision, is_new: false, lines }
            }
            Ok(Outcome::Replayed(revision)) => {
                let lines = self.answered.get(&revision).cloned().unwrap_or_default();
                Answer::Done { revision: Some(revision.0), is_new: false, lines }
            }
        }
    }

    fn commit(&mut self, request: &Request, context: Context, events: Vec<Event>) {
        let mark = |id: &String| RequestMark {
            id: id.clone(),
            fingerprint: request.fingerprint(),
            answer: Vec::new(),
        };
        let record = Record {
            revision: self.state.revision.next(),
            time: context.now,
            actor: context.actor,
            request: request.request_id.as_ref().map(mark),
            events,
        };
        self.state.apply(&record);
        self.log.push(record);
    }
}

fn refusal(rejection: &Rejection) -> Refusal {
    let code = match rejection.reason.code() {
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
    };
    Refusal {
        code: code.to_owned(),
        reason: rejection.reason.text().to_owned(),
        metadata: rejection.metadata.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect(),
    }
}
