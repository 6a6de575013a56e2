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

/// Trailer that says when to try again (gRFC A6).
const PUSHBACK: &str = "grpc-retry-pushback-ms";

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

/// What callers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The pool has no free address (reason POOL_EXHAUSTED).
    PoolExhausted,
    /// Somebody else was first, or the resource changed (ALREADY_EXISTS, ABORTED).
    Conflict,
    /// The state does not allow it (FAILED_PRECONDITION).
    PreconditionFailed,
    /// It is not there (NOT_FOUND).
    NotFound,
    /// The server cannot be reached, or does not serve now (UNAVAILABLE).
    Unavailable,
    /// The time is over (DEADLINE_EXCEEDED); a change may still have happened.
    DeadlineExceeded,
    /// Anything else: see code and reason.
    Other,
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
    /// Fields at fault.
    pub violations: Vec<Violation>,
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
            reason_name: info.map(|info| info.reason.clone()).unwrap_or_default(),
            message,
            metadata,
            violations,
            retry_after: details.retry_info().and_then(|retry| retry.retry_delay),
            // A value that is no number means never (gRFC A6).
            pushback_ms: status
                .metadata()
                .get(PUSHBACK)
                .map(|value| value.to_str().ok().and_then(|text| text.parse().ok()).unwrap_or(-1)),
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
        match self.code {
            Code::ResourceExhausted if self.is(ErrorReason::PoolExhausted) => Kind::PoolExhausted,
            Code::AlreadyExists | Code::Aborted => Kind::Conflict,
            Code::FailedPrecondition => Kind::PreconditionFailed,
            Code::NotFound => Kind::NotFound,
            Code::Unavailable => Kind::Unavailable,
            Code::DeadlineExceeded => Kind::DeadlineExceeded,
            Code::Ok
            | Code::Cancelled
            | Code::Unknown
            | Code::InvalidArgument
            | Code::PermissionDenied
            | Code::ResourceExhausted
            | Code::OutOfRange
            | Code::Unimplemented
            | Code::Internal
            | Code::DataLoss
            | Code::Unauthenticated => Kind::Other,
        }
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
        let reason = self.reason_name.trim_start_matches("ERROR_REASON_");
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
