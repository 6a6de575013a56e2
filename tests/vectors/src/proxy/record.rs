//! What did a client put on the wire? One record for each attempt of each call.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use serde_json::Value;
use tokio::time::Instant;

/// One attempt, as the proxy saw it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Name of the method.
    pub method: String,
    /// Which connection it came over, counted from 1.
    pub connection: usize,
    /// When it came.
    pub at: Instant,
    /// Its headers.
    pub headers: HeaderMap,
    /// `HTTP/2.0` or `HTTP/1.1`.
    pub version: http::Version,
    /// The messages of the request so far, in JSON.
    pub messages: Vec<Value>,
    /// Messages of the answer that were passed on.
    pub answered: usize,
    /// Messages of the request at most that had no answer when one more came, itself included.
    pub unanswered_max: usize,
    /// Whether the client ended it before it had an answer to its end.
    pub cancelled: bool,
}

impl Attempt {
    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The `request_id` of its first message.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.messages.first().and_then(|message| message.get("request_id")).and_then(Value::as_str)
    }
}

/// All attempts of a case. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Records(Arc<Mutex<Vec<Attempt>>>);

impl Records {
    /// Adds an attempt; gives its place, and which attempt of its method it is.
    pub fn add(&self, attempt: Attempt) -> (usize, usize) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let method = attempt.method.clone();
        all.push(attempt);
        (all.len() - 1, all.iter().filter(|attempt| attempt.method == method).count())
    }

    /// Changes an attempt.
    pub fn change(&self, place: usize, change: impl FnOnce(&mut Attempt)) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(attempt) = all.get_mut(place) {
            change(attempt);
        }
    }

    /// All attempts of a method so far.
    #[must_use]
    pub fn of(&self, method: &str) -> Vec<Attempt> {
        self.all().into_iter().filter(|attempt| attempt.method == method).collect()
    }

    /// All attempts so far.
    #[must_use]
    pub fn all(&self) -> Vec<Attempt> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
