//! What went wrong, typed: canonical code, reason of the contract, figures, and when to come back.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::time::Duration;

use podnet_proto::v1::ErrorReason;
use tonic::{Code, Status};
use tonic_types::StatusExt;

use crate::transport;

/// A field of the request that is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Path of the field.
    pub field: String,
    /// What is wrong with it.
    pub description: String,
}

/// A failed call. The details are one pointer away, so that a result stays small.
#[derive(Clone, Debug)]
pub struct Error(Box<Details>);

impl Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0
    }
}

/// What is known of a failed call.
#[derive(Clone, Debug)]
pub struct Details {
    /// Canonical code.
    pub code: Code,
    /// Reason; `None` if the error did not come from podnet (transport, proxy) or is newer than this client.
    pub reason: Option<ErrorReason>,
    /// Sentence for people.
    pub message: String,
    /// Figures by key, as the contract documents for the reason.
    pub metadata: BTreeMap<String, String>,
    /// Fields at fault.
    pub violations: Vec<Violation>,
    /// When the server wants to be asked again.
    pub retry_after: Option<Duration>,
    /// The `request_id` of the call, if it had one.
    pub request_id: Option<String>,
    /// Attempts that were made.
    pub attempts: u32,
}

impl Error {
    /// Reads a status with its details.
    pub(crate) fn from_status(status: &Status) -> Self {
        let details = status.get_error_details();
        let info = details.error_info();
        let metadata = info.map(|info| info.metadata.clone().into_iter().collect()).unwrap_or_default();
        let violations = details
            .bad_request()
            .map(|bad| {
                let one = |v: &tonic_types::FieldViolation| Violation {
                    field: v.field.clone(),
                    description: v.description.clone(),
                };
                bad.field_violations.iter().map(one).collect()
            })
            .unwrap_or_default();
        let (code, message) = match status.source() {
            Some(cause) => transport::explain(status, cause),
            None => (status.code(), status.message().to_owned()),
        };
        Self(Box::new(Details {
            code,
            reason: info.and_then(|info| ErrorReason::from_str_name(&info.reason)),
            message,
            metadata,
            violations,
            retry_after: details.retry_info().and_then(|retry| retry.retry_delay),
            request_id: None,
            attempts: 1,
        }))
    }

    /// An error of this side, before anything was sent.
    pub(crate) fn local(code: Code, message: impl Into<String>) -> Self {
        Self::from_status(&Status::new(code, message))
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
        let reason =
            self.reason.map_or("", |reason| reason.as_str_name().trim_start_matches("ERROR_REASON_"));
        write!(f, "{:?}", self.code)?;
        if !reason.is_empty() {
            write!(f, " {reason}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Error {}

/// For callers of the generated clients, as for streams.
impl From<Status> for Error {
    fn from(status: Status) -> Self {
        Self::from_status(&status)
    }
}
