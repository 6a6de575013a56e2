//! What is a sentence of a trace before somebody reads it: the facts and how to say them.
//!
//! Most traces are judged and not read, and writing takes longer than finding out. A sentence keeps what it needs and is
//! written each time it is shown.

use std::fmt;
use std::sync::Arc;

/// A sentence, written when it is shown.
#[derive(Clone)]
pub struct Text(Words);

#[derive(Clone)]
enum Words {
    Fixed(&'static str),
    Written(String),
    Later(Arc<dyn Fn() -> String + Send + Sync>),
}

impl Text {
    /// A sentence that these facts make.
    pub(super) fn later(write: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Words::Later(Arc::new(write)))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Words::Written(text))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Words::Fixed(text))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Words::Fixed(text) => f.write_str(text),
            Words::Written(text) => f.write_str(text),
            Words::Later(write) => f.write_str(&write()),
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}
