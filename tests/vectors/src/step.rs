//! What does one step of a case say? Its operation, arguments and expectation, with all `$name`s filled in.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Values for `$name`.
pub type Names = BTreeMap<String, Value>;

/// Puts values in the place of names: a text that is `$name` becomes the value, `${name}` inside of a text its words.
/// A name that has no value stays as it is, since `$any` and others are questions.
#[must_use]
pub fn fill(value: &Value, names: &Names) -> Value {
    match value {
        Value::String(text) => filled(text, names),
        Value::Array(list) => list.iter().map(|value| fill(value, names)).collect(),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), fill(value, names))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn filled(text: &str, names: &Names) -> Value {
    if let Some(value) = text.strip_prefix('$').and_then(|name| names.get(name)) {
        return value.clone();
    }
    let mut text = text.to_owned();
    for (name, value) in names {
        let words = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text = text.replace(&format!("${{{name}}}"), &words);
    }
    Value::String(text)
}

/// One step, taken apart.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is done: the one key that is an operation.
    pub operation: String,
    /// The value of that key.
    pub subject: Value,
    /// Everything else.
    pub rest: Map<String, Value>,
}

/// Operations of the harness and of the runner.
const OPERATIONS: [&str; 21] = [
    "connect",
    "call",
    "list",
    "hold",
    "stream",
    "watch",
    "watch_start",
    "watch_next",
    "watch_stop",
    "load",
    "close",
    "hello",
    "server",
    "advance_ms",
    "late_connections_ms",
    "restart",
    "faults",
    "wire",
    "clear_wire",
    "cut",
    "repeat",
];

impl Step {
    /// Takes a step apart.
    ///
    /// # Errors
    /// It has no operation, or two.
    pub fn read(value: Value) -> Result<Self, String> {
        let Value::Object(mut rest) = value else { return Err(format!("a step that is no map: {value}")) };
        let named: Vec<_> = OPERATIONS.iter().filter(|name| rest.contains_key(**name)).collect();
        let [operation] = named[..] else {
            return Err(format!("a step has one operation of {OPERATIONS:?}, not {named:?}"));
        };
        let subject = rest.remove(*operation).unwrap_or_default();
        Ok(Self { operation: (*operation).to_owned(), subject, rest })
    }

    /// Takes a key out.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.rest.remove(key)
    }

    /// Takes a text out.
    pub fn take_text(&mut self, key: &str) -> Option<String> {
        self.take(key).and_then(|value| value.as_str().map(str::to_owned))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use serde_json::json;

    use super::{Names, Step, fill};

    #[test]
    fn names_are_filled_in() {
        let names: Names = [("a".to_owned(), json!({"x": 1})), ("b".to_owned(), json!("t"))].into();
        assert_eq!(
            fill(&json!({"k": ["$a", "-${b}-", "$c"]}), &names),
            json!({"k": [{"x": 1}, "-t-", "$c"]})
        );
    }

    #[test]
    fn a_step_has_one_operation() {
        let step = Step::read(json!({"call": "GetServerInfo", "expect": {}})).unwrap();
        assert_eq!((step.operation.as_str(), step.subject), ("call", json!("GetServerInfo")));
        assert!(Step::read(json!({"call": 1, "wire": 2})).is_err());
        assert!(Step::read(json!({"cal": 1})).is_err());
    }
}
