//! Is what came out what was expected? Values against patterns.
//!
//! A pattern names what it cares about: an object's other keys may be anything, a list has exactly its elements. Keys
//! with `$` are questions: `$any`, `$absent`, `$count`, `$has` (an element), `$none` (no such element), `$min` and `$max`,
//! `$contains` and `$begins` (text), `$not`, `$distinct` (elements, or their field), `$each` (element).

use serde_json::{Map, Value};

/// Nothing if the value fits, or where and why not.
///
/// # Errors
/// The first difference with its path.
pub fn check(pattern: &Value, value: Option<&Value>) -> Result<(), String> {
    at("", pattern, value)
}

fn at(path: &str, pattern: &Value, value: Option<&Value>) -> Result<(), String> {
    let shown = || if path.is_empty() { "it".to_owned() } else { path.to_owned() };
    if let Value::Object(map) = pattern
        && map.keys().any(|key| key.starts_with('$'))
    {
        return questions(path, map, value);
    }
    let Some(value) = value else {
        return if is_default(pattern) {
            Ok(())
        } else {
            Err(format!("{} is missing, wanted {pattern}", shown()))
        };
    };
    match (pattern, value) {
        (Value::Object(wanted), Value::Object(found)) => {
            wanted.iter().try_for_each(|(key, pattern)| at(&format!("{path}.{key}"), pattern, found.get(key)))
        }
        (Value::Array(wanted), Value::Array(found)) if wanted.len() == found.len() => {
            wanted.iter().zip(found).enumerate().try_for_each(|(index, (pattern, value))| {
                at(&format!("{path}[{index}]"), pattern, Some(value))
            })
        }
        (Value::Array(wanted), Value::Array(found)) => {
            Err(format!("{} has {} elements, wanted {}: {value}", shown(), found.len(), wanted.len()))
        }
        _ if plain(pattern) == plain(value) => Ok(()),
        _ => Err(format!("{} is {value}, wanted {pattern}", shown())),
    }
}

/// A value of protobuf that need not be sent.
fn is_default(pattern: &Value) -> bool {
    match pattern {
        Value::Null => true,
        Value::Bool(yes) => !yes,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        // A message that is there says something, even if nothing is in it.
        Value::Object(map) => !map.is_empty() && map.values().all(is_default),
    }
}

/// Numbers of 64 bits are text in protobuf's JSON.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            value.to_string()
        }
    }
}

fn questions(path: &str, questions: &Map<String, Value>, value: Option<&Value>) -> Result<(), String> {
    let null = Value::Null;
    let found = value.unwrap_or(&null);
    let elements = found.as_array().map_or(&[][..], Vec::as_slice);
    let number = |value: &Value| plain(value).parse::<f64>().ok();
    for (question, wanted) in questions {
        let fits = match question.as_str() {
            "$any" => value.is_some_and(|value| !is_default(value)),
            "$absent" => value.is_none_or(is_default),
            "$count" => {
                at(&format!("{path} (its count)"), wanted, Some(&elements.len().into()))?;
                true
            }
            "$has" => elements.iter().any(|element| at(path, wanted, Some(element)).is_ok()),
            "$none" => elements.iter().all(|element| at(path, wanted, Some(element)).is_err()),
            "$each" => {
                elements.iter().enumerate().try_for_each(|(index, element)| {
                    at(&format!("{path}[{index}]"), wanted, Some(element))
                })?;
                true
            }
            "$min" => matches!((number(found), number(wanted)), (Some(a), Some(b)) if a >= b),
            "$max" => matches!((number(found), number(wanted)), (Some(a), Some(b)) if a <= b),
            "$contains" => plain(found).contains(&plain(wanted)),
            "$begins" => plain(found).starts_with(&plain(wanted)),
            "$not" => at(path, wanted, value).is_err(),
            "$distinct" => {
                let mut seen = std::collections::BTreeSet::new();
                let of = |element: &Value| match wanted {
                    Value::String(pointer) => element.pointer(pointer).map(plain),
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                        Some(plain(element))
                    }
                };
                elements.iter().all(|element| seen.insert(of(element)))
            }
            other => return Err(format!("`{other}` is no question")),
        };
        if !fits {
            return Err(format!("{path} is {found}, wanted {question}: {wanted}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::check;

    fn fits(pattern: &Value, value: &Value) -> bool {
        check(pattern, Some(value)).is_ok()
    }

    #[test]
    fn a_pattern_names_what_it_cares_about() {
        assert!(fits(&json!({"a": 1}), &json!({"a": "1", "b": 2})));
        assert!(!fits(&json!({"a": 1}), &json!({"b": 1})));
        assert!(fits(&json!({"a": ""}), &json!({})));
        assert!(!fits(&json!([1]), &json!([1, 2])));
    }

    #[test]
    fn questions_are_answered() {
        let list = json!([{"n": "a"}, {"n": "b"}]);
        assert!(fits(
            &json!({"$count": 2, "$has": {"n": "b"}, "$none": {"n": "c"}, "$distinct": "/n"}),
            &list
        ));
        assert!(!fits(&json!({"$has": {"n": "c"}}), &list));
        assert!(!fits(&json!({"$count": 2, "$has": {"n": "c"}}), &list));
        assert!(!fits(&json!({"$distinct": true}), &json!([1, 1])));
        assert!(fits(&json!({"$min": 3, "$max": 3}), &json!("3")));
        assert!(!fits(&json!({"$min": 4}), &json!(3)));
        assert!(!fits(&json!({"$any": true}), &json!("")));
        assert!(fits(&json!({"$contains": "b"}), &json!("abc")));
        assert!(!fits(&json!({"$wrong": 1}), &json!(1)));
    }
}
