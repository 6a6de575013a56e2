//! How do messages and errors look in JSON?

use std::any::type_name;

use podnet::{Code, Kind};
use podnet_vectors::contract;
use podnet_vectors::proxy::fault::code_name;
use prost::Message;
use serde_json::{Value, json};

/// The name of a message of the contract, which Rust's type ends with.
fn name<M>() -> &'static str {
    type_name::<M>().rsplit("::").next().unwrap_or_default()
}

/// A message of the contract from JSON.
pub(crate) fn read<M: Message + Default>(json: &Value) -> Result<M, String> {
    let bytes = contract::encode(&contract::message(name::<M>())?, json)?;
    M::decode(bytes.as_slice()).map_err(|error| error.to_string())
}

/// A message of the contract as JSON.
pub(crate) fn show<M: Message>(message: &M) -> Result<Value, String> {
    contract::decode(&contract::message(name::<M>())?, &message.encode_to_vec())
}

/// An error of the client; what has no value is left out.
pub(crate) fn error(error: &podnet::Error) -> Value {
    let violation =
        |one: &podnet::FieldViolation| json!({"field": one.field, "description": one.description});
    // The kinds are called like the subclasses of other languages.
    let kind = format!("{:?}", error.kind());
    let class = if error.kind() == Kind::Other { "PodnetError" } else { &kind };
    let mut shown = json!({
        "code": code_name(error.code),
        "class": class,
        "message": error.message,
        "attempts": error.attempts,
        "reason": error.reason_name,
        "metadata": error.metadata,
        "violations": error.violations.iter().map(violation).collect::<Vec<_>>(),
        "retry_after_ms": error.retry_after.and_then(|after| u64::try_from(after.as_millis()).ok()),
        "request_id": error.request_id,
    });
    let empty = [json!(""), json!({}), json!([]), Value::Null];
    if let Some(fields) = shown.as_object_mut() {
        fields.retain(|_, value| !empty.contains(value));
    }
    shown
}

/// The error of a call that its caller gave up.
pub(crate) fn given_up() -> Value {
    json!({"code": code_name(Code::Cancelled), "class": "PodnetError", "message": "given up by the caller"})
}
