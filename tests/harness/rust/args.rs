//! What may a line of input say? The arguments of all operations together (tests/vectors/README.md, "The harness").

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

/// Arguments; what a line leaves out is as good as empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Args {
    pub target: String,
    pub transport: String,
    pub ca_file: Option<PathBuf>,
    pub cert_file: Option<PathBuf>,
    pub key_file: Option<PathBuf>,
    pub server_name: Option<String>,
    pub token: Option<String>,
    pub tokens: Vec<String>,
    pub token_over_plaintext: bool,
    #[serde(rename = "deadline_ms", deserialize_with = "milliseconds")]
    pub deadline: Option<Duration>,
    #[serde(rename = "batch_deadline_ms", deserialize_with = "milliseconds")]
    pub batch_deadline: Option<Duration>,
    pub retries: Option<bool>,
    pub method: String,
    #[serde(default = "empty")]
    pub request: Value,
    #[serde(rename = "timeout_ms", deserialize_with = "milliseconds")]
    pub timeout: Option<Duration>,
    #[serde(rename = "cancel_after_ms", deserialize_with = "milliseconds")]
    pub cancel_after: Option<Duration>,
    pub limit: Option<usize>,
    pub end: String,
    pub operations: Vec<Value>,
    pub watch: String,
    pub parent: String,
    pub kinds: Vec<String>,
    pub resume_token: String,
    pub include_snapshot: bool,
    #[serde(rename = "progress_interval_ms", deserialize_with = "milliseconds")]
    pub progress_interval: Option<Duration>,
    pub events: Option<u64>,
    pub resyncs: Option<u64>,
    pub progress: Option<u64>,
    pub snapshots: Option<u64>,
    pub shape: String,
    pub count: usize,
    pub in_flight: usize,
    pub batch_size: usize,
    pub nodes: Vec<String>,
    pub prefix: String,
}

impl Args {
    /// Name of the method, without its service.
    pub(crate) fn method(&self) -> &str {
        self.method.rsplit('/').next().unwrap_or_default()
    }
}

fn milliseconds<'de, D: Deserializer<'de>>(given: D) -> Result<Option<Duration>, D::Error> {
    Ok(Option::deserialize(given)?.map(Duration::from_millis))
}

fn empty() -> Value {
    json!({})
}
