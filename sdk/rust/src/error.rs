//! What went wrong, typed: canonical code, reason of the contract, figures, and when to come back.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fmt;
use std::ops::Deref;
use std::time::Duration;

use podnet_proto::v1::ErrorReason;
use tonic::{Code, Status};
use tonic_types::{FieldViolation, StatusExt};

use crate::kinds::Kind;
use crate::transport;

/// Trailer that says when to try again (gRFC A6).
const PUSHBACK: &str = "grpc-retry-pushback-ms";

/// A failed call. The details are one pointer away, so that a result stays small.
#[derive(Clone, Debug)]
pub struct Error(pub(crate) Box<Details>);

impl Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

/// What is known of a failed call.
#[derive(Clone, Debug)]
pub struct Details {
    /// Canonical code.
    pub code: Code,
    /// Reason; `None` if the error did not come from podnet (transport, proxy) or is newer than this client.
    pub reason: Option<ErrorReason>,
    /// The reason as it was sent, also one that is newer than this client; empty if there was none.
    pub reason_name: String,
    /// Sentence for people.
    pub message: String,
    /// Figures by key, as the contract documents for the reason.
    pub metadata: BTreeMap<String, String>,
    /// Fields of the request that are at fault.
    pub violations: Vec<FieldViolation>,
    /// When the server wants to be asked again.
    pub retry_after: Option<Duration>,
    /// What the server says to retries: milliseconds to wait; negative for never.
    pub pushback_ms: Option<i64>,
    /// The `request_id` of the call, if it had one.
    pub request_id: Option<String>,
    /// Attempts that were made.
    pub attempts: u32,
}

impl Error {
    /// Reads a status with its details.
    pub(crate) fn from_status(status: &Status) -> Self {
        let details = status.get_error_details();
        let (reason_name, metadata) =
            details.error_info().map(|info| (info.reason.clone(), info.metadata.clone())).unwrap_or_default();
        let (code, message) = match status.source() {
            Some(cause) => transport::explain(status, cause),
            None => (status.code(), status.message().to_owned()),
        };
        // A value that is no number means never (gRFC A6).
        let milliseconds = |text: &str| text.parse().unwrap_or(-1);
        let pushback = status.metadata().get(PUSHBACK).map(|value| value.to_str().unwrap_or_default());
        Self(Box::new(Details {
            code,
            reason: ErrorReason::from_str_name(&reason_name),
            reason_name,
            message,
            metadata: metadata.into_iter().collect(),
            violations: details.bad_request().map(|bad| bad.field_violations.clone()).unwrap_or_default(),
            retry_after: details.retry_info().and_then(|retry| retry.retry_delay),
            pushback_ms: pushback.map(milliseconds),
            request_id: None,
            attempts: 1,
        }))
    }

    /// An error of this side, before anything was sent.
    pub(crate) fn local(code: Code, message: impl Into<String>) -> Self {
        Self::from_status(&Status::new(code, message))
    }

    /// What callers tell apart.
    pub fn kind(&self) -> Kind {
        Kind::of(self.reason, self.code)
    }

    /// A figure of the reason.
    pub fn figure(&self, key: &str) -> Option<&str> {
        self.metadata.get(key).map(String::as_str)
    }

    /// Whether the error has a reason.
    pub fn is(&self, reason: ErrorReason) -> bool {
        self.reason == Some(reason)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.reason_name.is_empty() { "" } else { " " };
        let reason = self.reason_name.trim_start_matches("ERROR_REASON_");
        write!(f, "{:?}{space}{reason}: {}", self.code, self.message)
    }
}

impl std::error::Error for Error {}

/// For callers of the generated clients, as for streams.
impl From<Status> for Error {
    fn from(status: Status) -> Self {
        Self::from_status(&status)
    }
}
