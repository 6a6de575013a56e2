//! How do the words of a scenario become messages of the contract?

use std::time::Duration;

use podnet::v1 as pb;
use podnet_core::time::Timestamp;
use prost_types::FieldMask;

use crate::scenario::step::Step;

pub(super) fn texts(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

pub(super) fn list(step: &Step, key: &str) -> Vec<String> {
    texts(&step.list(key))
}

pub(super) fn text(step: &Step, key: &str) -> String {
    step.text_or(key, "").to_owned()
}

pub(super) fn duration(value: Duration) -> prost_types::Duration {
    prost_types::Duration { seconds: i64::try_from(value.as_secs()).unwrap_or(i64::MAX), nanos: 0 }
}

pub(super) fn timestamp(time: Timestamp) -> prost_types::Timestamp {
    let seconds = i64::try_from(time.0 / 1_000_000_000).unwrap_or(i64::MAX);
    prost_types::Timestamp { seconds, nanos: i32::try_from(time.0 % 1_000_000_000).unwrap_or(0) }
}

/// A mask of the paths whose option is there.
pub(super) fn mask(step: &Step, paths: &[(&str, &str)]) -> Option<FieldMask> {
    let named = paths.iter().filter(|(option, _)| step.has(option)).map(|(_, path)| (*path).to_owned());
    Some(FieldMask { paths: named.collect() })
}

/// The bookkeeping of an update: the etag that it must meet.
pub(super) fn meta(etag: String) -> Option<pb::Meta> {
    Some(pb::Meta { etag, ..pb::Meta::default() })
}

pub(super) fn request_id(step: &Step) -> String {
    text(step, "request")
}

/// A number of the contract by its word in a scenario.
pub(super) fn word(text: &str, words: &[(&str, i32)]) -> Result<i32, String> {
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| format!("`{text}`?"))
}
