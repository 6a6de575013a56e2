//! What may go wrong between a client and the server, as a case says it?

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tonic::metadata::MetadataMap;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

/// One fault. Without `forward`, `frames` or `unknown_field` the server never sees the call.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fault {
    /// Name of the method.
    pub method: String,
    /// Which attempts of the method, counted from 1 over the case; absent for all.
    pub attempts: Option<Vec<usize>>,
    /// Answer with this canonical code, as `UNAVAILABLE`.
    pub status: Option<String>,
    /// Words of the status.
    pub message: String,
    /// Reason in the details of the status, under our domain.
    pub reason: Option<String>,
    /// Figures of the reason.
    pub metadata: BTreeMap<String, String>,
    /// Fields at fault, with their descriptions.
    pub violations: BTreeMap<String, String>,
    /// `RetryInfo` of the details.
    pub retry_after_ms: Option<u64>,
    /// Trailers beside the status, as `grpc-retry-pushback-ms`.
    pub trailers: BTreeMap<String, String>,
    /// Headers that the answer has instead of the server's, as `podnet-max-in-flight`.
    pub headers: BTreeMap<String, String>,
    /// Let the server carry the call out, and throw its answer away.
    pub forward: bool,
    /// Wait before anything else.
    pub delay_ms: u64,
    /// Hold each message of the server's answer back for so long.
    pub answer_delay_ms: u64,
    /// Answer with this message, in JSON; the server never sees the call.
    pub response: Option<Value>,
    /// Answer with a message of so many bytes, in a field that nobody knows.
    pub oversized_bytes: Option<usize>,
    /// Add field 999 to every message of the answer.
    pub unknown_field: bool,
    /// Let so many messages of the answer through before `then` or the status.
    pub frames: Option<usize>,
    /// What happens instead of the answer, or of the rest of it.
    pub then: Option<Then>,
}

/// How an answer ends that does not come to its end.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// The connection breaks.
    Drop,
    /// Nothing comes any more, and the connection stays.
    Silent,
    /// The stream ends well, too early.
    End,
}

impl Fault {
    /// Whether it meets an attempt of a method.
    #[must_use]
    pub fn meets(&self, method: &str, attempt: usize) -> bool {
        self.method == method && self.attempts.as_ref().is_none_or(|attempts| attempts.contains(&attempt))
    }

    /// Whether the call never gets to the server.
    #[must_use]
    pub fn keeps_away(&self) -> bool {
        let instead = self.status.is_some()
            || self.response.is_some()
            || self.oversized_bytes.is_some()
            || self.then.is_some();
        instead && !self.forward && self.frames.is_none()
    }

    /// The time to wait first.
    #[must_use]
    pub fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms)
    }

    /// The status to answer with.
    ///
    /// # Errors
    /// Names that gRPC does not know.
    pub fn status(&self) -> Result<Option<Status>, String> {
        let Some(name) = &self.status else { return Ok(None) };
        let code = code(name)?;
        let mut details = ErrorDetails::new();
        if let Some(reason) = &self.reason {
            let metadata: HashMap<_, _> =
                self.metadata.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
            details.set_error_info(reason, "podnet", metadata);
        }
        for (field, description) in &self.violations {
            details.add_bad_request_violation(field, description);
        }
        if let Some(after) = self.retry_after_ms {
            details.set_retry_info(Some(Duration::from_millis(after)));
        }
        let mut headers = http::HeaderMap::new();
        for (name, value) in &self.trailers {
            let name = http::HeaderName::try_from(name.as_str()).map_err(|error| error.to_string())?;
            let value = http::HeaderValue::try_from(value.as_str()).map_err(|error| error.to_string())?;
            headers.insert(name, value);
        }
        let trailers = MetadataMap::from_headers(headers);
        let empty = self.reason.is_none() && self.violations.is_empty() && self.retry_after_ms.is_none();
        Ok(Some(if empty {
            Status::with_metadata(code, &self.message, trailers)
        } else {
            Status::with_error_details_and_metadata(code, &self.message, details, trailers)
        }))
    }
}

/// Every code by its canonical name.
const CODES: [(&str, Code); 17] = [
    ("OK", Code::Ok),
    ("CANCELLED", Code::Cancelled),
    ("UNKNOWN", Code::Unknown),
    ("INVALID_ARGUMENT", Code::InvalidArgument),
    ("DEADLINE_EXCEEDED", Code::DeadlineExceeded),
    ("NOT_FOUND", Code::NotFound),
    ("ALREADY_EXISTS", Code::AlreadyExists),
    ("PERMISSION_DENIED", Code::PermissionDenied),
    ("RESOURCE_EXHAUSTED", Code::ResourceExhausted),
    ("FAILED_PRECONDITION", Code::FailedPrecondition),
    ("ABORTED", Code::Aborted),
    ("OUT_OF_RANGE", Code::OutOfRange),
    ("UNIMPLEMENTED", Code::Unimplemented),
    ("INTERNAL", Code::Internal),
    ("UNAVAILABLE", Code::Unavailable),
    ("DATA_LOSS", Code::DataLoss),
    ("UNAUTHENTICATED", Code::Unauthenticated),
];

fn code(name: &str) -> Result<Code, String> {
    let found = CODES.iter().find(|(known, _)| *known == name);
    found.map(|(_, code)| *code).ok_or_else(|| format!("`{name}` is no code"))
}

/// The canonical name of a code.
#[must_use]
pub fn code_name(code: Code) -> &'static str {
    CODES.iter().find(|(_, known)| *known == code).map_or("UNKNOWN", |(name, _)| name)
}
