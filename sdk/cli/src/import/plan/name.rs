//! How is an object of the cluster called in podnet? Resource names, and ids made of Azure's more generous names.

use std::collections::BTreeSet;
use std::fmt;

use crate::import::finding::{Finding, Findings, Rule, Source};

/// A podnet resource name such as `networks/vnet1/subnets/nodes`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// The name of `id` in the top-level collection.
    #[must_use]
    pub fn top(collection: &str, id: &str) -> Self {
        Self(format!("{collection}/{id}"))
    }

    /// The name of `id` in a collection of this resource.
    #[must_use]
    pub fn child(&self, collection: &str, id: &str) -> Self {
        Self(format!("{}/{collection}/{id}", self.0))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The name of the resource that this one belongs to; absent for top-level resources.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (collection, _) = self.0.rsplit_once('/')?;
        let (parent, _) = collection.rsplit_once('/')?;
        Some(Self(parent.to_owned()))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Longest id.
const LONGEST_ID: usize = 128;

/// `text` as an id: 1 to 128 letters, digits, dots, underscores and hyphens, starting and ending with a letter or digit.
/// Nearly every name that Azure or Kubernetes allow is one already.
pub(super) fn id_of(text: &str) -> String {
    let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-');
    let id: String = text.chars().map(|character| if allowed(character) { character } else { '-' }).collect();
    let id = id.trim_start_matches(['.', '_', '-']);
    let id = id.get(..id.len().min(LONGEST_ID)).unwrap_or_default().trim_end_matches(['.', '_', '-']);
    if id.is_empty() { "x".to_owned() } else { id.to_owned() }
}

/// Whether a Kubernetes name can be an id as it is; reports it when it cannot. Pods, endpoints and routes refer to
/// Kubernetes objects by name, so these names are never changed.
pub(super) fn is_usable(name: &str, source: &Source, findings: &mut Findings) -> bool {
    let usable = id_of(name) == name;
    if !usable {
        findings.push(Finding::new(
            Rule::NameUnusable,
            source.clone(),
            format!(
                "the name {name:?} is not 1 to {LONGEST_ID} letters, digits, dots, underscores and hyphens"
            ),
            "left out",
        ));
    }
    usable
}

/// The ids given out so far in one collection: two Azure names may become one id.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// A free id for `text`; reports it when the id is not the text.
    pub(super) fn take(&mut self, text: &str, source: &Source, findings: &mut Findings) -> String {
        let id = self.take_quietly(text);
        if id != text {
            findings.push(Finding::new(
                Rule::NameChanged,
                source.clone(),
                format!("the name {text:?} is no resource id of podnet"),
                format!("called {id}; the name is kept as display name"),
            ));
        }
        id
    }

    /// A free id for `text`.
    pub(super) fn take_quietly(&mut self, text: &str) -> String {
        let wanted = id_of(text);
        let mut id = wanted.clone();
        let mut number = 2;
        while !self.0.insert(id.clone()) {
            let tail = format!("-{number}");
            let kept = wanted.get(..wanted.len().min(LONGEST_ID - tail.len())).unwrap_or_default();
            id = format!("{kept}{tail}");
            number += 1;
        }
        id
    }
}
