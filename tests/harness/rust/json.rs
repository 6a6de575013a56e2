//! How do messages and errors look in JSON?

use podnet::{Code, Kind};
use podnet_vectors::contract;
use podnet_vectors::proxy::fault::code_name;
use prost::Message;
use serde_json::{Value, json};

/// A message of the contract from JSON.
pub(crate) fn read<M: Message + Default>(name: &str, json: &Value) -> Result<M, String> {
    let bytes = contract::encode(&contract::message(name)?, json)?;
    M::decode(bytes.as_slice()).map_err(|error| error.to_string())
}

/// A message of the contract as JSON.
pub(crate) fn show<M: Message>(name: &str, message: &M) -> Result<Value, String> {
    contract::decode(&contract::message(name)?, &message.encode_to_vec())
}

/// An error of the client.
pub(crate) fn error(error: &podnet::Error) -> Value {
    let mut shown = json!({
        "code": code_name(error.code),
        "class": class(error.kind()),
        "message": error.message,
        "attempts": error.attempts,
    });
    let mut put = |key: &str, value: Value| {
        if let Some(map) = shown.as_object_mut() {
            map.insert(key.to_owned(), value);
        }
    };
    if !error.reason_name.is_empty() {
        put("reason", json!(error.reason_name));
    }
    if !error.metadata.is_empty() {
        put("metadata", json!(error.metadata));
    }
    if !error.violations.is_empty() {
        let one = |violation: &podnet::FieldViolation| json!({"field": violation.field, "description": violation.description});
        put("violations", error.violations.iter().map(one).collect());
    }
    if let Some(after) = error.retry_after {
        put("retry_after_ms", json!(u64::try_from(after.as_millis()).unwrap_or(u64::MAX)));
    }
    if let Some(id) = &error.request_id {
        put("request_id", json!(id));
    }
    shown
}

/// Name of the subclass in languages that have them.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::PoolExhausted => "PoolExhausted",
        Kind::Conflict => "Conflict",
        Kind::PreconditionFailed => "PreconditionFailed",
        Kind::NotFound => "NotFound",
        Kind::Unavailable => "Unavailable",
        Kind::DeadlineExceeded => "DeadlineExceeded",
        Kind::Other => "PodnetError",
    }
}

/// The error of a call that its caller gave up.
pub(crate) fn given_up() -> Value {
    json!({"code": code_name(Code::Cancelled), "class": "PodnetError", "message": "given up by the caller"})
}
