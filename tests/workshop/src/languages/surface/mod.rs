//! What does `sdk/surface.json` say? The settings of a client, what its errors tell, and the kinds of errors that callers
//! branch at: what every language has in its own form. Knows the form of the file; each language has a file of its own.

pub(super) mod java;

use serde::Deserialize;

use crate::root;

/// What every client shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Surface {
    /// What can be set.
    pub settings: Vec<Setting>,
    /// What an error tells.
    pub properties: Vec<Property>,
    /// What callers tell apart.
    pub errors: Vec<Kind>,
}

/// One setting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Setting {
    /// Name, as `ca_file`.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: SettingKind,
    /// Where an unset one comes from.
    #[serde(default)]
    pub environment: String,
    /// What it is otherwise.
    #[serde(default)]
    pub default: String,
    /// Meaning, unit, default.
    pub comment: String,
}

/// What a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingKind {
    /// Address of a server.
    Target,
    /// Path of a file.
    File,
    /// Text.
    Text,
    /// A bearer token, or what gives one.
    Token,
    /// Yes or no.
    Flag,
    /// A time whose default is that of the setting's name in `sdk/service_config.json`.
    Deadline,
}

/// Something that an error tells.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Property {
    /// Name, as `retry_after`.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: PropertyKind,
    /// Meaning.
    pub comment: String,
}

/// What a property is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PropertyKind {
    /// Canonical code.
    Code,
    /// Text, perhaps empty.
    Text,
    /// Texts by key.
    Figures,
    /// Fields of the request, each with what is wrong.
    Violations,
    /// A time, perhaps none.
    Wait,
    /// A number.
    Count,
}

/// A kind of errors.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Kind {
    /// Name, as `NotFound`.
    pub name: String,
    /// Codes of which every error is of this kind.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The reason, without its prefix, that makes an error of this kind under any code.
    #[serde(default)]
    pub reason: String,
    /// Meaning.
    pub comment: String,
}

impl Surface {
    /// Each code that decides, with the kind that it makes.
    pub fn codes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.errors.iter().flat_map(|kind| kind.codes.iter().map(|code| (code.as_str(), kind.name.as_str())))
    }
}

/// Reads the file.
///
/// # Errors
/// The file is not there or has another form.
pub fn read() -> Result<Surface, String> {
    let path = root().join("sdk/surface.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// `ca_file` as `CaFile`, `NOT_FOUND` as `NotFound`.
#[must_use]
pub fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        format!("{}{}", first.to_uppercase(), rest.to_lowercase())
    };
    name.split('_').map(word).collect()
}

/// A text in lines of at most so many characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{pascal, read, wrapped};

    #[test]
    fn every_kind_has_a_code_or_a_reason() -> Result<(), String> {
        let surface = read()?;
        assert!(surface.errors.iter().all(|kind| kind.codes.is_empty() != kind.reason.is_empty()));
        assert!(surface.codes().any(|pair| pair == ("ABORTED", "Conflict")));
        Ok(())
    }

    #[test]
    fn names_and_lines_take_the_form_of_a_language() {
        assert_eq!((pascal("ca_file"), pascal("NOT_FOUND")), ("CaFile".to_owned(), "NotFound".to_owned()));
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
    }
}
