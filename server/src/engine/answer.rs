//! What does a caller get back, and what of it is kept for a repetition of the call?
//!
//! Most answers are functions of the events, which the log has anyway. An answer that shows more, as counts, needs the
//! states around its own revision, which only the writer has. It renders such an answer before the revision is made
//! durable, and keeps it in the record, so that a repeated call is answered with the same bytes (law L5). This module
//! must not know what is rendered.

use std::sync::Arc;

use podnet_core::State;
use podnet_core::event::{Event, Record};
use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;

use crate::store::StoreId;

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// New facts, durable as one revision.
    Committed,
    /// What was asked for holds already; the facts show it.
    Unchanged,
    /// The answer that this request id had before.
    Replayed,
    /// What would happen; nothing was changed.
    Validated,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What came of it.
    pub kind: AnswerKind,
    /// The facts. Revision and time are those of the answer: of the new revision, of the one that is repeated, or of the
    /// state that was looked at.
    pub record: Arc<Record>,
    /// What the request's [`Render`] made of it, now or when it was answered first; empty without one.
    pub rendered: Vec<u8>,
}

impl Answer {
    /// The facts, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.record.events
    }

    /// The revision of the answer.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.record.revision
    }

    /// Time of that revision.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        self.record.time
    }
}

/// What an answer may be rendered from: all that holds at its own revision.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// What came of the request.
    pub kind: AnswerKind,
    /// The facts.
    pub record: &'a Record,
    /// The state before them.
    pub before: &'a State,
    /// The state with them; of a dry run, as it would be.
    pub after: &'a State,
    /// The store.
    pub store_id: StoreId,
}

/// Makes the bytes of an answer, on the writer's thread: it must be as cheap as deciding.
pub type Render = Box<dyn FnOnce(&Decided<'_>) -> Vec<u8> + Send>;
