//! How is one value of a JSON document looked up and typed, whatever its letter case and nesting?
//!
//! Keys are found case-insensitively, directly or below `properties` (the REST interface nests there, `az` does not).
//! Null, absent and empty text are one and the same: nothing. What has an unexpected type is reported, never fatal.

use std::net::IpAddr;
use std::rc::Rc;
use std::str::FromStr;

use ipnetwork::IpNetwork;
use serde_json::{Map, Value};

use super::finding::{Finding, Findings, Rule, Source};
use super::open_enum::OpenEnum;
use super::resource_id::ResourceId;

/// A value and the way to it from the root of its document.
#[derive(Clone)]
pub(super) struct Json<'a> {
    value: &'a Value,
    path: Rc<Path<'a>>,
}

enum Path<'a> {
    Document(usize),
    Key(Rc<Self>, &'a str),
    Index(Rc<Self>, usize),
}

static NOTHING: Value = Value::Null;

impl<'a> Json<'a> {
    /// The root of the document with this index, from 0, in its file.
    pub(super) fn root(value: &'a Value, document: usize) -> Self {
        Self { value, path: Rc::new(Path::Document(document)) }
    }

    /// The value of `key`; nothing when this is not an object or has no such key.
    pub(super) fn get(&self, key: &'a str) -> Self {
        let Value::Object(map) = self.value else {
            return self.child(&NOTHING, Path::Key(Rc::clone(&self.path), key));
        };
        if let Some((written, value)) = find(map, key) {
            return self.child(value, Path::Key(Rc::clone(&self.path), written));
        }
        if let Some((nesting, Value::Object(properties))) = find(map, "properties")
            && let Some((written, value)) = find(properties, key)
        {
            let nested = Rc::new(Path::Key(Rc::clone(&self.path), nesting));
            return self.child(value, Path::Key(nested, written));
        }
        self.child(&NOTHING, Path::Key(Rc::clone(&self.path), key))
    }

    fn child(&self, value: &'a Value, path: Path<'a>) -> Self {
        Self { value, path: Rc::new(path) }
    }

    /// Whether there is a value here.
    pub(super) fn exists(&self) -> bool {
        match self.value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => true,
        }
    }

    pub(super) fn is_array(&self) -> bool {
        self.value.is_array()
    }

    pub(super) fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// The elements of a list; a single object stands for a list of one.
    pub(super) fn items(&self) -> Vec<Self> {
        match self.value {
            Value::Array(values) => values
                .iter()
                .enumerate()
                .map(|(index, value)| self.child(value, Path::Index(Rc::clone(&self.path), index)))
                .collect(),
            Value::Object(_) | Value::String(_) if self.exists() => vec![self.clone()],
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                Vec::new()
            }
        }
    }

    /// The entries of an object whose values are text, as labels and annotations are.
    pub(super) fn entries(&self) -> Vec<(&'a str, &'a str)> {
        let Value::Object(map) = self.value else { return Vec::new() };
        map.iter().filter_map(|(key, value)| Some((key.as_str(), value.as_str()?))).collect()
    }

    /// The text here, without a report when it is something else: for recognising documents.
    pub(super) fn peek(&self) -> Option<&'a str> {
        self.value.as_str().filter(|text| !text.is_empty())
    }

    /// Text; numbers are taken as they print.
    pub(super) fn text(&self, findings: &mut Findings) -> Option<String> {
        match self.value {
            Value::Null => None,
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => self.wrong_type(findings, "text"),
        }
    }

    /// True or false, also as text.
    pub(super) fn boolean(&self, findings: &mut Findings) -> Option<bool> {
        match self.value {
            Value::Null => None,
            Value::Bool(value) => Some(*value),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Value::String(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                self.wrong_type(findings, "true or false")
            }
        }
    }

    /// A whole number that fits `T`, also as text: Kubernetes quantities are text.
    pub(super) fn number<T: FromStr + TryFrom<u64>>(&self, findings: &mut Findings) -> Option<T> {
        let number = match self.value {
            Value::Null => return None,
            Value::String(text) if text.is_empty() => return None,
            Value::String(text) => text.parse().ok(),
            Value::Number(number) => number.as_u64().and_then(|number| T::try_from(number).ok()),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        if number.is_none() {
            return self.wrong_type(findings, "a whole number in range");
        }
        number
    }

    /// An address.
    pub(super) fn address(&self, findings: &mut Findings) -> Option<IpAddr> {
        let text = self.text(findings)?;
        match text.parse() {
            Ok(address) => Some(address),
            Err(_) => self.wrong_type(findings, "an IP address"),
        }
    }

    /// A prefix. Host bits are cut off and reported: podnet takes canonical prefixes only.
    pub(super) fn prefix(&self, findings: &mut Findings) -> Option<IpNetwork> {
        let text = self.text(findings)?;
        let Some(prefix) = parse_prefix(&text) else {
            return self.wrong_type(findings, "a prefix in CIDR notation");
        };
        let canonical = canonical(prefix);
        if canonical != prefix {
            findings.push(Finding::new(
                Rule::HostBitsSet,
                self.source(findings),
                format!("{text} has host bits set"),
                format!("read as {canonical}"),
            ));
        }
        Some(canonical)
    }

    /// All prefixes of a list; a single text stands for a list of one.
    pub(super) fn prefixes(&self, findings: &mut Findings) -> Vec<IpNetwork> {
        self.items().iter().filter_map(|item| item.prefix(findings)).collect()
    }

    /// All addresses of a list; a single text stands for a list of one.
    pub(super) fn addresses(&self, findings: &mut Findings) -> Vec<IpAddr> {
        self.items().iter().filter_map(|item| item.address(findings)).collect()
    }

    /// The resource id here, or the `id` of the object here.
    pub(super) fn resource_id(&self, findings: &mut Findings) -> Option<ResourceId> {
        let text = if self.is_object() { self.get("id").text(findings) } else { self.text(findings) };
        text.map(|text| ResourceId::new(&text))
    }

    /// A word of an open list. A word that this version does not know is reported and kept.
    pub(super) fn word<T: OpenEnum>(&self, findings: &mut Findings) -> Option<T> {
        let text = self.text(findings)?;
        let word = T::from_text(&text);
        if !word.is_known() {
            findings.push(Finding::new(
                Rule::UnknownWord,
                self.source(findings),
                format!("{text:?} is not a value that this version knows"),
                "kept as written".to_owned(),
            ));
        }
        Some(word)
    }

    /// Where this value stands.
    pub(super) fn source(&self, findings: &Findings) -> Source {
        let mut text = String::new();
        write_path(&self.path, &mut text);
        Source { file: findings.file(), object: text }
    }

    fn wrong_type<T>(&self, findings: &mut Findings, expected: &str) -> Option<T> {
        let source = self.source(findings);
        let shown = shorten(&self.value.to_string());
        findings.push(Finding::new(
            Rule::WrongType,
            source,
            format!("{shown} is not {expected}"),
            "ignored, as if it were absent".to_owned(),
        ));
        None
    }
}

/// The prefix in `text`; an address alone is no prefix.
pub(super) fn parse_prefix(text: &str) -> Option<IpNetwork> {
    let (address, length) = text.split_once('/')?;
    IpNetwork::new(address.parse().ok()?, length.parse().ok()?).ok()
}

/// `prefix` with its host bits cleared.
pub(super) fn canonical(prefix: IpNetwork) -> IpNetwork {
    IpNetwork::new(prefix.network(), prefix.prefix()).unwrap_or(prefix)
}

fn find<'a>(map: &'a Map<String, Value>, key: &str) -> Option<(&'a str, &'a Value)> {
    let exact = map.get_key_value(key).filter(|(_, value)| !value.is_null());
    let found = exact.or_else(|| {
        map.iter().find(|(written, value)| !value.is_null() && written.eq_ignore_ascii_case(key))
    });
    found.map(|(written, value)| (written.as_str(), value))
}

fn write_path(path: &Path<'_>, text: &mut String) {
    match path {
        Path::Document(0) => text.push('$'),
        Path::Document(index) => {
            text.push_str("document ");
            text.push_str(&(index + 1).to_string());
            text.push_str(" $");
        }
        Path::Key(parent, key) => {
            write_path(parent, text);
            text.push('.');
            text.push_str(key);
        }
        Path::Index(parent, index) => {
            write_path(parent, text);
            text.push('[');
            text.push_str(&index.to_string());
            text.push(']');
        }
    }
}

/// At most 80 characters of `text`, for messages.
pub(super) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
