//! Which fields of a request are wrong? Collects every violation of a message before it is refused.
//!
//! A parser asks for each field, keeps what it gets, and builds its value at the end: only when nothing was refused.
//! This module must not know any message.

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::parse_address;
use podnet_core::limits::{LABELS_MAX, TEXT_BYTES_MAX};
use podnet_core::meta::Labels;
use podnet_core::name::{NameError, Segment};
use podnet_core::prefix::Prefix;
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use crate::grpc::limits::{LABEL_KEY_BYTES_MAX, LABEL_VALUE_BYTES_MAX};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Path of the field from the request, as `cluster.pod_prefixes[0]`.
    pub(crate) field: String,
    /// What is wrong and what to write instead.
    pub(crate) description: String,
}

/// A request that cannot be read: every field that is wrong, in the order of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invalid(pub(crate) Vec<Violation>);

impl Invalid {
    /// One field is wrong.
    pub(crate) fn one(field: impl Into<String>, description: impl fmt::Display) -> Self {
        Self(vec![Violation { field: field.into(), description: description.to_string() }])
    }
}

/// A message being read.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    prefix: String,
    violations: Vec<Violation>,
}

impl Fields {
    /// A message whose fields have this path in front, as `cluster.`; empty for the request itself.
    pub(crate) fn under(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into(), violations: Vec::new() }
    }

    /// Reads a part of the message with a path in front of its fields.
    pub(crate) fn nested<T>(&mut self, path: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.prefix.len();
        self.prefix.push_str(path);
        self.prefix.push('.');
        let value = read(self);
        self.prefix.truncate(outer);
        value
    }

    /// Refuses a field.
    pub(crate) fn refuse(&mut self, path: impl fmt::Display, description: impl fmt::Display) {
        let field = format!("{}{path}", self.prefix);
        self.violations.push(Violation { field, description: description.to_string() });
    }

    /// Keeps a value, or the refusal of its field.
    pub(crate) fn keep<T, E: fmt::Display>(
        &mut self,
        path: impl fmt::Display,
        value: Result<T, E>,
    ) -> Option<T> {
        value.map_err(|error| self.refuse(path, error)).ok()
    }

    /// Keeps a value that must be there.
    pub(crate) fn required<T>(&mut self, path: impl fmt::Display, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.refuse(path, "is required");
        }
        value
    }

    /// The value, if no field was refused.
    pub(crate) fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Invalid> {
        if !self.violations.is_empty() {
            return Err(Invalid(self.violations));
        }
        build().ok_or_else(|| Invalid::one(self.prefix.trim_end_matches('.'), "is incomplete"))
    }

    /// A resource name that may be left out.
    pub(crate) fn optional_name<N>(
        &mut self,
        path: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<N, NameError>,
    ) -> Option<N> {
        if text.is_empty() { None } else { self.keep(path, parse(text)) }
    }

    /// The last part of a new name.
    pub(crate) fn segment(&mut self, path: impl fmt::Display, text: &str) -> Option<Segment> {
        self.keep(path, Segment::parse(text))
    }

    /// Prefixes in canonical form.
    pub(crate) fn prefixes(&mut self, path: &str, texts: &[String]) -> Vec<Prefix> {
        let parsed = texts.iter().enumerate();
        parsed
            .filter_map(|(index, text)| self.keep(format_args!("{path}[{index}]"), Prefix::parse(text)))
            .collect()
    }

    /// Addresses in canonical form.
    pub(crate) fn addresses(&mut self, path: &str, texts: &[String]) -> Vec<IpAddr> {
        let parsed = texts.iter().enumerate();
        parsed
            .filter_map(|(index, text)| self.keep(format_args!("{path}[{index}]"), parse_address(text)))
            .collect()
    }

    /// A short text of the caller's own.
    pub(crate) fn text(&mut self, path: &str, text: &str) -> String {
        if text.len() > TEXT_BYTES_MAX {
            self.refuse(path, format_args!("has {} bytes; at most {TEXT_BYTES_MAX} are allowed", text.len()));
            return String::new();
        }
        text.to_owned()
    }

    /// An etag; empty for none.
    pub(crate) fn etag(text: &str) -> Option<String> {
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Labels of a resource.
    pub(crate) fn labels(&mut self, meta: Option<&pb::Meta>) -> Labels {
        meta.map(|meta| self.label_map("meta.labels", &meta.labels)).unwrap_or_default()
    }

    /// Labels, in the order of their keys.
    pub(crate) fn label_map(&mut self, path: &str, given: &BTreeMap<String, String>) -> Labels {
        if given.len() > LABELS_MAX {
            let count = given.len();
            self.refuse(path, format_args!("has {count} entries; at most {LABELS_MAX} are allowed"));
            return Labels::new();
        }
        let labels = given.clone();
        for (key, value) in &labels {
            if key.is_empty() || key.len() > LABEL_KEY_BYTES_MAX || value.len() > LABEL_VALUE_BYTES_MAX {
                let shown: String = key.chars().take(40).collect();
                self.refuse(
                    format_args!("{path}[{shown}]"),
                    format_args!(
                        "keys have 1 to {LABEL_KEY_BYTES_MAX} bytes and values at most {LABEL_VALUE_BYTES_MAX}"
                    ),
                );
            }
        }
        labels
    }

    /// A span of time; `None` if it is absent.
    pub(crate) fn duration(&mut self, path: &str, value: Option<&prost_types::Duration>) -> Option<Duration> {
        let value = value?;
        let parts = u64::try_from(value.seconds).ok().zip(u32::try_from(value.nanos).ok());
        let read = parts.filter(|(_, nanos)| *nanos < 1_000_000_000).map(|(s, n)| Duration::new(s, n));
        if read.is_none() {
            self.refuse(
                path,
                "is negative or malformed; give seconds of 0 or more and nanos below a billion",
            );
        }
        read
    }

    /// A moment; `None` if it is absent.
    pub(crate) fn timestamp(
        &mut self,
        path: &str,
        value: Option<&prost_types::Timestamp>,
    ) -> Option<Timestamp> {
        let value = value?;
        let read =
            u64::try_from(value.seconds).ok().zip(u32::try_from(value.nanos).ok()).and_then(|(s, n)| {
                let nanos = s.checked_mul(1_000_000_000)?.checked_add(u64::from(n))?;
                (n < 1_000_000_000).then_some(Timestamp(nanos))
            });
        if read.is_none() {
            self.refuse(path, "is not between 1970 and 2554");
        }
        read
    }

    /// A number of an enum of the contract.
    pub(crate) fn word<E: TryFrom<i32>>(&mut self, path: impl fmt::Display, value: i32) -> Option<E> {
        let word = E::try_from(value).ok();
        if word.is_none() {
            self.refuse(path, format_args!("{value} is no value of this enum that the server knows"));
        }
        word
    }

    /// A number that fits a smaller type.
    pub(crate) fn number<T: TryFrom<u32>>(
        &mut self,
        path: impl fmt::Display,
        value: u32,
        limit: u32,
    ) -> Option<T> {
        let number = T::try_from(value).ok().filter(|_| value <= limit);
        if number.is_none() {
            self.refuse(path, format_args!("{value} is over the limit of {limit}"));
        }
        number
    }
}
