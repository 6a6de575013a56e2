//! How do revisions and states become the bytes of the log, and how do they come back?
//!
//! One file for each group of resources, each way in one place, exhaustive in both directions. Decoding is total: bytes
//! that this version can't read give [`DecodeError`], never a panic and never a guess. This module must not know where
//! the bytes are kept, nor decide whether their content is allowed.

mod allocation;
mod checkpoint;
mod cluster;
mod event;
#[cfg(test)]
pub(crate) mod examples;
mod network;
mod network_policy;
mod node;
mod piece;
mod pool;
mod record;
mod route;
mod scalar;
mod security_group;
mod service;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;

pub(crate) use checkpoint::{Chunks, state_digest};
pub(crate) use piece::{PieceDecoder, PieceReader};
pub use record::{decode_record, encode_record};

/// Why bytes are no record or state of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{place} can't be read: {problem}; start the server version that wrote it, or restore a backup or an export"
)]
pub struct DecodeError {
    /// Where: the revision, or the piece of a state.
    pub place: String,
    /// What is wrong: field and value.
    pub problem: String,
}

/// A field that has no meaning in the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Malformed(String);

impl Malformed {
    fn new(field: &str, problem: impl std::fmt::Display) -> Self {
        Self(format!("{field}: {problem}"))
    }

    fn missing(field: &str) -> Self {
        Self::new(field, "is missing")
    }

    fn at(self, place: impl Into<String>) -> DecodeError {
        DecodeError { place: place.into(), problem: self.0 }
    }
}

/// Revision and time of the record around a resource: what equals them is not written again.
#[derive(Clone, Copy, Debug, Default)]
struct Moment {
    revision: Revision,
    time: Timestamp,
}

/// A value of the domain with its message of the log.
trait Stored: Sized {
    /// The message.
    type Message;

    /// The message of this value.
    fn store(&self, moment: Moment) -> Self::Message;

    /// The value of a message.
    fn load(message: Self::Message, moment: Moment) -> Result<Self, Malformed>;
}

impl<T: Stored> Stored for Arc<T> {
    type Message = T::Message;

    fn store(&self, moment: Moment) -> Self::Message {
        self.as_ref().store(moment)
    }

    fn load(message: Self::Message, moment: Moment) -> Result<Self, Malformed> {
        T::load(message, moment).map(Self::new)
    }
}

/// Loads the message of a field that must be there.
fn required<T: Stored>(field: &str, message: Option<T::Message>, moment: Moment) -> Result<T, Malformed> {
    T::load(message.ok_or_else(|| Malformed::missing(field))?, moment)
}

/// Loads each message of a list.
fn load_all<T: Stored>(messages: Vec<T::Message>, moment: Moment) -> Result<Vec<T>, Malformed> {
    messages.into_iter().map(|message| T::load(message, moment)).collect()
}

/// Stores each value of a list.
fn store_all<T: Stored>(values: &[T], moment: Moment) -> Vec<T::Message> {
    values.iter().map(|value| value.store(moment)).collect()
}
