//! What was asked, in the words of whoever asked?

use std::collections::BTreeMap;

/// What was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Source, as `pod shop/web-0`.
    pub source: String,
    /// Destination, as `10.240.1.10:443`.
    pub destination: String,
    /// Protocol in small letters.
    pub protocol: String,
    /// Namespace and name of pods by the resource names of their allocations; others are shown by their ids.
    pub pods: BTreeMap<String, String>,
}

impl Question {
    /// Both ends and the protocol.
    #[must_use]
    pub fn ends(&self) -> String {
        format!("{} -> {}/{}", self.source, self.destination, self.protocol)
    }
}
