//! Does what was on the wire fit what a case expects of it?

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::expect;
use crate::proxy::record::Attempt;

/// What a case expects of the attempts of one method.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Name of the method.
    pub method: String,
    /// How many attempts there were.
    #[serde(default)]
    pub attempts: Option<Value>,
    /// `uuid`, `none`, or the text itself.
    #[serde(default)]
    pub request_id: Option<String>,
    /// Whether all attempts carry the same message, and with it the same request id.
    #[serde(default)]
    pub same_message: bool,
    /// Whether each attempt has another request id.
    #[serde(default)]
    pub own_request_ids: bool,
    /// The time that `grpc-timeout` gives, of every attempt: `none`, or a pattern in milliseconds.
    #[serde(default)]
    pub timeout_ms: Option<Value>,
    /// Patterns of the milliseconds that `grpc-timeout` gives, attempt by attempt.
    #[serde(default)]
    pub timeouts_ms: Option<Vec<Value>>,
    /// Whether no attempt has more time than the one before it. Equal is fine: gRPC's C core sends an older figure again
    /// while it is within three percent.
    #[serde(default)]
    pub timeouts_fall: bool,
    /// The `authorization` of each attempt; `none` for no such header.
    #[serde(default)]
    pub authorization: Option<Vec<String>>,
    /// Pattern of the list of milliseconds between an attempt and the next; only lower bounds make sense.
    #[serde(default)]
    pub gaps_ms: Option<Value>,
    /// Pattern of the list of first messages.
    #[serde(default)]
    pub messages: Option<Value>,
    /// Pattern of the list of all messages of all attempts, for streams.
    #[serde(default)]
    pub stream: Option<Value>,
    /// Pattern of the list of headers by name.
    #[serde(default)]
    pub headers: Option<Value>,
    /// Messages of a stream at most that had no answer when one more came.
    #[serde(default)]
    pub unanswered_max: Option<usize>,
    /// Whether the last attempt was ended by the client.
    #[serde(default)]
    pub cancelled: Option<bool>,
    /// How many connections the attempts came over.
    #[serde(default)]
    pub connections: Option<usize>,
}

/// Checks the attempts of one method.
///
/// # Errors
/// The first difference.
pub fn check(expected: &Expected, attempts: &[Attempt]) -> Result<(), String> {
    let differs = |problem: String| format!("wire of {}: {problem}", expected.method);
    if let Some(wanted) = &expected.attempts {
        expect::check(wanted, Some(&attempts.len().into()))
            .map_err(|problem| differs(format!("attempts: {problem}")))?;
    }
    if let Some(wanted) = &expected.request_id {
        for attempt in attempts {
            let found = attempt.request_id().unwrap_or_default();
            let fits = match wanted.as_str() {
                "uuid" => is_uuid(found),
                "none" => found.is_empty(),
                text => text == found,
            };
            if !fits {
                return Err(differs(format!("request_id `{found}`, wanted {wanted}")));
            }
        }
    }
    if expected.same_message && attempts.windows(2).any(|pair| pair[0].messages != pair[1].messages) {
        let shown: Vec<_> = attempts.iter().map(|attempt| json!(attempt.messages).to_string()).collect();
        return Err(differs(format!("attempts differ: {}", shown.join(" / "))));
    }
    if expected.own_request_ids {
        let ids: std::collections::BTreeSet<_> = attempts.iter().map(Attempt::request_id).collect();
        if ids.len() != attempts.len() {
            return Err(differs(format!("two calls have one request_id: {ids:?}")));
        }
    }
    timeouts(expected, attempts).map_err(differs)?;
    if let Some(wanted) = &expected.authorization {
        let found: Vec<_> =
            attempts.iter().map(|attempt| attempt.header("authorization").unwrap_or("none")).collect();
        if found != *wanted {
            return Err(differs(format!("authorization {found:?}, wanted {wanted:?}")));
        }
    }
    if let Some(wanted) = &expected.gaps_ms {
        let gaps: Vec<Value> =
            attempts.windows(2).map(|pair| milliseconds(pair[1].at - pair[0].at).into()).collect();
        expect::check(wanted, Some(&json!(gaps))).map_err(|problem| differs(format!("gaps: {problem}")))?;
    }
    if let Some(wanted) = &expected.messages {
        let first: Vec<Value> = attempts.iter().map(|attempt| json!(attempt.messages.first())).collect();
        expect::check(wanted, Some(&json!(first)))
            .map_err(|problem| differs(format!("messages: {problem}")))?;
    }
    if let Some(wanted) = &expected.stream {
        let all: Vec<&Value> = attempts.iter().flat_map(|attempt| &attempt.messages).collect();
        expect::check(wanted, Some(&json!(all))).map_err(|problem| differs(format!("stream: {problem}")))?;
    }
    if let Some(wanted) = &expected.headers {
        let all: Vec<Value> = attempts.iter().map(headers).collect();
        expect::check(wanted, Some(&json!(all))).map_err(|problem| differs(format!("headers: {problem}")))?;
    }
    if let Some(wanted) = expected.cancelled {
        let found = attempts.last().is_some_and(|attempt| attempt.cancelled);
        if found != wanted {
            return Err(differs(format!("cancelled by the client: {found}, wanted {wanted}")));
        }
    }
    if let Some(wanted) = expected.unanswered_max {
        let found = attempts.iter().map(|attempt| attempt.unanswered_max).max().unwrap_or(0);
        if found > wanted {
            return Err(differs(format!("{found} messages without an answer, wanted {wanted} at most")));
        }
    }
    if let Some(wanted) = expected.connections {
        let found: std::collections::BTreeSet<_> =
            attempts.iter().map(|attempt| attempt.connection).collect();
        if found.len() != wanted {
            return Err(differs(format!("over {} connections, wanted {wanted}", found.len())));
        }
    }
    Ok(())
}

fn headers(attempt: &Attempt) -> Value {
    let all = attempt
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), json!(String::from_utf8_lossy(value.as_bytes()))));
    Value::Object(all.collect())
}

fn timeouts(expected: &Expected, attempts: &[Attempt]) -> Result<(), String> {
    let found: Vec<Option<Duration>> =
        attempts.iter().map(|attempt| attempt.header("grpc-timeout").and_then(timeout)).collect();
    if let Some(wanted) = &expected.timeout_ms {
        for one in &found {
            match (wanted.as_str(), one) {
                (Some("none"), None) => {}
                (Some("none"), Some(found)) => return Err(format!("grpc-timeout {found:?}, wanted none")),
                (_, None) => return Err(format!("no grpc-timeout, wanted {wanted}")),
                (_, Some(found)) => expect::check(wanted, Some(&milliseconds(*found).into()))
                    .map_err(|problem| format!("grpc-timeout in ms: {problem}"))?,
            }
        }
    }
    if expected.timeouts_fall && found.windows(2).any(|pair| pair[1] > pair[0]) {
        return Err(format!("the time left rises: {found:?}"));
    }
    if let Some(wanted) = &expected.timeouts_ms {
        let each: Vec<Value> = found.iter().map(|one| one.map(milliseconds).into()).collect();
        expect::check(&json!(wanted), Some(&json!(each)))
            .map_err(|problem| format!("grpc-timeouts: {problem}"))?;
    }
    Ok(())
}

/// A `grpc-timeout`: digits and a unit.
fn timeout(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let count: u64 = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(count * 3600)),
        "M" => Some(Duration::from_secs(count * 60)),
        "S" => Some(Duration::from_secs(count)),
        "m" => Some(Duration::from_millis(count)),
        "u" => Some(Duration::from_micros(count)),
        "n" => Some(Duration::from_nanos(count)),
        _other => None,
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12]
        && text.chars().all(|character| character == '-' || character.is_ascii_hexdigit())
}

/// What holds for every attempt of every case.
///
/// # Errors
/// The first attempt that breaks it.
pub fn habits(language: &str, attempts: &[Attempt]) -> Result<(), String> {
    for attempt in attempts {
        let Ok(method) = crate::contract::method(&attempt.method) else {
            return Err(format!("`{}` is no method of the contract", attempt.method));
        };
        // A browser sets `user-agent` by itself; gRPC-Web has a header of its own for it.
        let agents = [attempt.header("user-agent"), attempt.header("x-user-agent")];
        let wanted = format!("podnet-{language}/");
        if !agents.iter().flatten().any(|agent| agent.starts_with(&wanted)) {
            return Err(format!("{}: user-agent {agents:?} does not begin with `{wanted}`", attempt.method));
        }
        let streams = method.is_client_streaming() || method.is_server_streaming();
        if !streams && attempt.header("grpc-timeout").is_none() {
            return Err(format!("{}: a unary attempt without grpc-timeout", attempt.method));
        }
    }
    Ok(())
}
