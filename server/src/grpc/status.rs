//! How does a refusal travel? One place makes every status of the server: code, reason, figures and details (AIP-193).
//!
//! The details never exceed [`limits::STATUS_BYTES_MAX`], because clients turn a larger status into another error.
//! Native retry looks at codes only, so refusals that a repetition cannot heal tell it to stop in a trailer (gRFC A6).

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::time::Duration;

use podnet_core::rejection::{Code as DomainCode, Rejection};
use podnet_proto::v1::ErrorReason;
use tonic::metadata::{MetadataMap, MetadataValue};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

use super::limits;
use super::parse::fields::{Invalid, Violation};
use crate::engine::{PastError, SubmitError, WatchError};
use crate::metrics::count_refusal;

/// Domain of every reason.
pub const DOMAIN: &str = "podnet";
/// Trailer that tells native retry when to try again, in milliseconds; negative for never.
pub const PUSHBACK: &str = "grpc-retry-pushback-ms";

/// Everything that a status says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) reason: ErrorReason,
    code: Code,
    message: String,
    metadata: BTreeMap<String, String>,
    violations: Vec<Violation>,
    retry: Option<Duration>,
}

impl Refusal {
    /// A refusal that is not the domain's.
    pub(crate) fn new(reason: ErrorReason, code: Code, message: impl Into<String>) -> Self {
        Self {
            reason,
            code,
            message: message.into(),
            metadata: BTreeMap::new(),
            violations: Vec::new(),
            retry: None,
        }
    }

    /// Adds a figure.
    pub(crate) fn with(mut self, key: &str, value: impl fmt::Display) -> Self {
        self.metadata.insert(key.to_owned(), value.to_string());
        self
    }

    /// Asks the caller to repeat after a pause.
    pub(crate) fn retry(mut self, after: Duration) -> Self {
        self.retry = Some(after);
        self
    }

    /// Puts the path of the resource in the request before the field at fault.
    pub(crate) fn under(mut self, prefix: &str) -> Self {
        for violation in self.violations.iter_mut().filter(|v| !prefix.is_empty() && v.field != "request_id")
        {
            violation.field = format!("{prefix}.{}", violation.field);
        }
        self
    }

    /// A page token that is not of this list.
    pub(crate) fn page_token() -> Self {
        let message = "the page token is not of this list; start the list again without one";
        Self::new(ErrorReason::PageTokenInvalid, Code::InvalidArgument, message)
    }

    /// The server does not take requests yet.
    pub(crate) fn starting() -> Self {
        let message = "the server rebuilds its state; repeat in a moment";
        Self::new(ErrorReason::ServerStarting, Code::Unavailable, message).retry(limits::UNAVAILABLE_RETRY)
    }

    /// The server does not take requests any more.
    pub(crate) fn draining() -> Self {
        let message = "the server stops; repeat with the same request_id on the next one";
        Self::new(ErrorReason::ServerDraining, Code::Unavailable, message).retry(limits::UNAVAILABLE_RETRY)
    }

    /// The server broke its own rules.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorReason::InvariantViolated, Code::Internal, message)
    }

    fn quota(&self) -> Option<&str> {
        let keys = ["pool", "name", "node", "resource", "route_table", "subnet", "cluster"];
        let subject = keys.iter().find_map(|key| self.metadata.get(*key)).map_or("", String::as_str);
        (self.code == Code::ResourceExhausted && self.retry.is_none()).then_some(subject)
    }

    fn details(&self) -> ErrorDetails {
        let metadata: HashMap<_, _> = self
            .metadata
            .iter()
            .map(|(key, value)| (key.clone(), cut(value, limits::METADATA_VALUE_BYTES_MAX)))
            .collect();
        let mut details = ErrorDetails::with_error_info(self.reason.as_str_name(), DOMAIN, metadata);
        for violation in self.violations.iter().take(limits::VIOLATIONS_MAX) {
            let description = cut(&violation.description, limits::METADATA_VALUE_BYTES_MAX);
            details.add_bad_request_violation(
                cut(&violation.field, limits::METADATA_VALUE_BYTES_MAX),
                description,
            );
        }
        if let Some(subject) = self.quota() {
            details
                .add_quota_failure_violation(subject, cut(&self.message, limits::METADATA_VALUE_BYTES_MAX));
        }
        if matches!(self.reason, ErrorReason::ResourceNotFound | ErrorReason::ResourceExists)
            && let Some(name) = self.metadata.get("resource")
        {
            details.set_resource_info(resource_type(name), name, "", "");
        }
        if self.is_precondition() {
            let subject = ["user", "resource", "node"].iter().find_map(|key| self.metadata.get(*key));
            let description = cut(&self.message, limits::METADATA_VALUE_BYTES_MAX);
            let subject = subject.map_or("", String::as_str);
            details.add_precondition_failure_violation(self.reason.as_str_name(), subject, description);
        }
        if let Some(retry) = self.retry {
            details.set_retry_info(Some(retry));
        }
        details
    }

    fn is_precondition(&self) -> bool {
        use ErrorReason::{NodeNotActive, NodeNotEmpty, ResourceInUse, RouteTableShared};
        matches!(self.reason, ResourceInUse | NodeNotActive | NodeNotEmpty | RouteTableShared)
    }

    /// The trailer that native retry reads: when to repeat, or never for what a repetition cannot heal.
    fn pushback(&self) -> Option<i64> {
        match self.retry {
            Some(retry) => i64::try_from(retry.as_millis()).ok(),
            None => self.quota().map(|_| -1),
        }
    }
}

impl From<Refusal> for Status {
    fn from(mut refusal: Refusal) -> Self {
        count_refusal(refusal.reason);
        refusal.message = cut(&refusal.message, limits::STATUS_MESSAGE_BYTES_MAX);
        let mut trailers = MetadataMap::new();
        if let Some(pushback) = refusal.pushback() {
            trailers.insert(PUSHBACK, MetadataValue::from(pushback));
        }
        loop {
            let status = Self::with_error_details_and_metadata(
                refusal.code,
                &refusal.message,
                refusal.details(),
                trailers.clone(),
            );
            if status.details().len() <= limits::STATUS_BYTES_MAX {
                return status;
            }
            // The reason and the message stay; violations go first, from the last, then figures.
            let shown = refusal.violations.len().min(limits::VIOLATIONS_MAX);
            if shown > 1 {
                refusal.violations.truncate(shown / 2);
            } else if refusal.metadata.pop_last().is_none() {
                refusal.violations.clear();
                refusal.message = cut(&refusal.message, refusal.message.len() / 2);
            }
        }
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Self {
        let first = invalid.0.first().map_or_else(String::new, |v| format!("{} {}", v.field, v.description));
        let message = match invalid.0.len() {
            0 | 1 => first,
            count => format!("{first} (and {} more fields)", count - 1),
        };
        let field = invalid.0.first().map_or_else(String::new, |violation| violation.field.clone());
        let mut refusal =
            Self::new(ErrorReason::FieldInvalid, Code::InvalidArgument, message).with("field", field);
        refusal.violations = invalid.0;
        refusal
    }
}

impl From<Invalid> for Status {
    fn from(invalid: Invalid) -> Self {
        Refusal::from(invalid).into()
    }
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        let reason = ErrorReason::from_str_name(&format!("ERROR_REASON_{}", rejection.reason.text()))
            .unwrap_or(ErrorReason::Unspecified);
        let mut refusal = Self::new(reason, code(rejection.reason.code()), rejection.message);
        if refusal.code == Code::InvalidArgument
            && let Some(field) = rejection.field
        {
            refusal.violations = vec![Violation { field, description: refusal.message.clone() }];
        }
        for (key, value) in rejection.metadata {
            refusal.metadata.insert(key.to_owned(), value);
        }
        refusal
    }
}

impl From<SubmitError> for Refusal {
    fn from(error: SubmitError) -> Self {
        let message = error.to_string();
        match error {
            SubmitError::Rejected(rejection) => rejection.into(),
            SubmitError::Overloaded { queue_jobs_max } => {
                Self::new(ErrorReason::Overloaded, Code::Unavailable, message)
                    .with("queue_jobs_max", queue_jobs_max)
                    .retry(limits::OVERLOADED_RETRY)
            }
            SubmitError::Stopping => Self::draining(),
            SubmitError::AnswerGone { request_id, revision, store_id } => {
                Self::new(ErrorReason::StoreChanged, Code::FailedPrecondition, message)
                    .with("request_id", request_id)
                    .with("revision", revision)
                    .with("current_store_id", store_id)
            }
            SubmitError::Unreadable { revision, problem } => {
                Self::new(ErrorReason::LogCorrupt, Code::DataLoss, message)
                    .with("revision", revision)
                    .with("problem", problem)
            }
        }
    }
}

impl From<PastError> for Refusal {
    fn from(error: PastError) -> Self {
        let message = error.to_string();
        match error {
            PastError::Compacted { requested, oldest } => {
                Self::new(ErrorReason::RevisionCompacted, Code::OutOfRange, message)
                    .with("revision", requested)
                    .with("compact_revision", oldest)
            }
            PastError::Future { requested, latest } => {
                Self::new(ErrorReason::RevisionInFuture, Code::OutOfRange, message)
                    .with("revision", requested)
                    .with("current_revision", latest)
            }
            PastError::Busy { reads_max } => Self::new(ErrorReason::Overloaded, Code::Unavailable, message)
                .with("reads_max", reads_max)
                .retry(limits::OVERLOADED_RETRY),
            PastError::Thread(_) => {
                Self::new(ErrorReason::Overloaded, Code::Unavailable, message).retry(limits::OVERLOADED_RETRY)
            }
            PastError::Recover(_) => Self::new(ErrorReason::LogCorrupt, Code::DataLoss, message),
            PastError::Stopping => Self::draining(),
        }
    }
}

impl From<WatchError> for Refusal {
    fn from(error: WatchError) -> Self {
        let message = error.to_string();
        match error {
            WatchError::Token(_) => Invalid::one("resume_token", message).into(),
            WatchError::StoreChanged { theirs, ours, latest } => {
                Self::new(ErrorReason::StoreChanged, Code::FailedPrecondition, message)
                    .with("store_id", theirs)
                    .with("current_store_id", ours)
                    .with("current_revision", latest)
            }
            WatchError::Compacted { requested, oldest } => {
                Self::new(ErrorReason::RevisionCompacted, Code::OutOfRange, message)
                    .with("revision", requested)
                    .with("compact_revision", oldest)
            }
            WatchError::Unreadable(_) => Self::new(ErrorReason::LogCorrupt, Code::DataLoss, message),
            WatchError::Stopping => Self::draining(),
        }
    }
}

/// The reason that a status carries; `UNSPECIFIED` if it is none of ours.
pub fn reason_of(status: &Status) -> ErrorReason {
    let info = status.get_details_error_info();
    info.and_then(|info| ErrorReason::from_str_name(&info.reason)).unwrap_or(ErrorReason::Unspecified)
}

fn code(code: DomainCode) -> Code {
    match code {
        DomainCode::InvalidArgument => Code::InvalidArgument,
        DomainCode::NotFound => Code::NotFound,
        DomainCode::AlreadyExists => Code::AlreadyExists,
        DomainCode::FailedPrecondition => Code::FailedPrecondition,
        DomainCode::ResourceExhausted => Code::ResourceExhausted,
        DomainCode::Aborted => Code::Aborted,
        DomainCode::OutOfRange => Code::OutOfRange,
        DomainCode::Unimplemented => Code::Unimplemented,
    }
}

/// Collection of a resource name, as `nodePools`, which tells its type.
fn resource_type(name: &str) -> &str {
    name.rsplit('/').nth(1).unwrap_or("")
}

/// The text, cut at a character to at most this many bytes.
fn cut(text: &str, bytes_max: usize) -> String {
    if text.len() <= bytes_max {
        return text.to_owned();
    }
    let mut end = bytes_max.saturating_sub('…'.len_utf8());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &text[..end])
}
