//! What does `sdk/service_config.json` say? Deadlines and retries of all clients, from which each language has a module of
//! constants. Knows the form of the file; must not know a language.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::root;

/// The table, as far as clients follow it by themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceConfig {
    /// Longest time of a unary call over all its attempts.
    pub deadline: Duration,
    /// The same for a call that carries many items.
    pub batch_deadline: Duration,
    /// Those calls, as `podnet.v1.IpamService/BatchAllocateAddresses`.
    pub batches: Vec<String>,
    /// Attempts of one call at most, the first included.
    pub attempts_max: u32,
    /// Longest wait before the second attempt; each further one doubles it.
    pub backoff_first: Duration,
    /// Longest wait between two attempts.
    pub backoff_max: Duration,
    /// Tokens of the throttle (gRFC A6): a failure costs one, and retries rest while half of them are gone.
    pub tokens_max: u32,
    /// What a success gives back.
    pub token_ratio: f64,
    /// Reasons, without their prefix, for which a call is tried again under any code.
    pub retryable_reasons: Vec<String>,
    /// What a stack of gRPC is to know of it: without timeouts, to which stacks would shorten a caller's own deadline, and
    /// which they would start anew for a retry above theirs.
    pub native: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    method_config: [Entry; 3],
    retry_throttling: Throttling,
    retryable_reasons: Vec<String>,
}

#[derive(Deserialize)]
struct Entry {
    name: Vec<Name>,
    timeout: Option<String>,
    #[serde(rename = "retryPolicy")]
    retry_policy: Option<Policy>,
}

#[derive(Deserialize)]
struct Name {
    service: String,
    method: Option<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Policy {
    max_attempts: u32,
    initial_backoff: String,
    max_backoff: String,
    backoff_multiplier: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Throttling {
    max_tokens: u32,
    token_ratio: f64,
}

/// Reads the file.
///
/// # Errors
/// The file is not there, has another form, or says what the clients do not follow.
pub fn read() -> Result<ServiceConfig, String> {
    let path = root().join("sdk/service_config.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text).map_err(|problem| format!("{}: {problem}", path.display()))
}

fn parse(text: &str) -> Result<ServiceConfig, String> {
    let malformed = |error: serde_json::Error| error.to_string();
    let File { method_config: [calls, batches, streams], retry_throttling, retryable_reasons } =
        serde_json::from_str(text).map_err(malformed)?;
    let (Some(policy), Some(same)) = (calls.retry_policy, batches.retry_policy) else {
        return Err("calls and batches have no `retryPolicy`".to_owned());
    };
    if policy != same || policy.backoff_multiplier != 2 || streams.retry_policy.is_some() {
        return Err(
            "the clients know one policy, of calls and batches, whose waits double, and none of streams"
                .to_owned(),
        );
    }
    let path = |name: Name| format!("{}/{}", name.service, name.method.unwrap_or_default());
    let mut native: Value = serde_json::from_str(text).map_err(malformed)?;
    if let Value::Object(entries) = &mut native {
        entries.remove("retryableReasons");
    }
    for entry in native["methodConfig"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
    {
        entry.remove("timeout");
    }
    Ok(ServiceConfig {
        deadline: duration(&calls.timeout.unwrap_or_default())?,
        batch_deadline: duration(&batches.timeout.unwrap_or_default())?,
        batches: batches.name.into_iter().map(path).collect(),
        attempts_max: policy.max_attempts,
        backoff_first: duration(&policy.initial_backoff)?,
        backoff_max: duration(&policy.max_backoff)?,
        tokens_max: retry_throttling.max_tokens,
        token_ratio: retry_throttling.token_ratio,
        retryable_reasons,
        native,
    })
}

/// A duration in the JSON of protobuf, as `0.1s`.
fn duration(text: &str) -> Result<Duration, String> {
    let seconds = text.strip_suffix('s').and_then(|seconds| seconds.parse().ok());
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| format!("`{text}` is no duration"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{parse, read};

    #[test]
    fn what_the_stacks_are_told_has_no_deadlines() -> Result<(), String> {
        let table = read()?;
        assert_eq!(table.deadline, Duration::from_secs(10));
        assert_eq!(table.backoff_first, Duration::from_millis(100));
        assert!(table.batches.contains(&"podnet.v1.ClusterService/ScaleNodePool".to_owned()));
        let told = table.native.to_string();
        assert!(told.contains("maxAttempts") && told.contains("maxTokens"), "{told}");
        assert!(!told.contains("timeout") && !told.contains("OVERLOADED"), "{told}");
        Ok(())
    }

    #[test]
    fn a_table_that_the_clients_do_not_follow_is_refused() -> std::io::Result<()> {
        let text = std::fs::read_to_string(crate::root().join("sdk/service_config.json"))?;
        for (old, new) in [
            ("\"backoffMultiplier\": 2", "\"backoffMultiplier\": 3"),
            ("\"timeout\": \"30s\"", "\"timeout\": \"soon\""),
            ("\"maxTokens\"", "\"tokens\""),
        ] {
            assert!(parse(&text.replacen(old, new, 1)).is_err(), "{new}");
        }
        Ok(())
    }
}
