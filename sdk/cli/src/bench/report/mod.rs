//! What does a run say? The same report as JSON, as text and as a page.

pub mod html;
mod plot;
pub mod text;

use serde::Serialize;

pub use plot::Plot;

use super::figure::{Figure, Spread};
use super::invariant::Findings;

/// The report of a run. Its JSON form only grows.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Which load, as `alloc`.
    pub command: String,
    /// How the load was made, for people.
    pub load: String,
    /// Version of the server, and its store.
    pub server: String,
    /// What was measured; what it is compared with comes last.
    pub figures: Vec<Figure>,
    /// The first figure to the one that it is compared with: the median of the repeats' own ratios.
    pub ratio: Option<Spread>,
    /// What the ratio is to, as `echo`. Empty: there is none.
    pub compared_with: String,
    /// What was found in the answers. Absent where there is nothing to check.
    pub invariants: Option<Findings>,
    /// What else is to be said.
    pub notes: Vec<String>,
    /// What the page draws.
    #[serde(skip)]
    pub plots: Vec<Plot>,
}

impl Report {
    /// Whether every invariant holds.
    #[must_use]
    pub fn hold(&self) -> bool {
        self.invariants.as_ref().is_none_or(Findings::hold)
    }
}
