//! What does an Azure resource id name? Ids compare without regard to letter case: `resourcegroups` and
//! `resourceGroups` both occur in one cluster's output.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// An Azure Resource Manager id, kept as written and compared case-insensitively.
#[derive(Debug, Clone)]
pub struct ResourceId {
    written: String,
    key: String,
}

impl ResourceId {
    /// The id in `text`; the `azure://` of a Kubernetes provider id is taken off.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        let written = text.strip_prefix("azure://").unwrap_or(text).trim_end_matches('/').to_owned();
        let key = written.to_ascii_lowercase();
        Self { written, key }
    }

    /// The id as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The last segment: the name of the resource itself.
    #[must_use]
    pub fn name(&self) -> &str {
        self.written.rsplit('/').next().unwrap_or_default()
    }

    /// The segment that follows the segment `collection`, in any letter case: `"virtualNetworks"` gives the network's name.
    #[must_use]
    pub fn segment(&self, collection: &str) -> Option<&str> {
        let mut segments = self.written.split('/');
        segments.find(|segment| segment.eq_ignore_ascii_case(collection))?;
        segments.next().filter(|name| !name.is_empty())
    }

    /// The id up to and including the named collection and the name after it, if the id has both.
    #[must_use]
    pub fn up_to(&self, collection: &str) -> Option<Self> {
        let mut end = 0;
        let mut found = false;
        for segment in self.written.split('/') {
            end += segment.len() + 1;
            if found {
                return self.written.get(..end - 1).map(Self::new);
            }
            found = segment.eq_ignore_ascii_case(collection);
        }
        None
    }
}

impl PartialEq for ResourceId {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for ResourceId {}

impl PartialOrd for ResourceId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ResourceId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl Hash for ResourceId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}
