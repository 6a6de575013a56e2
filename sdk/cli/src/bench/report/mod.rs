//! What does a run say? The same report as JSON and as text.

pub mod text;

use serde::Serialize;

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
    /// What was measured; the echo last.
    pub figures: Vec<Figure>,
    /// The first figure to the echo: the median of the repeats' own ratios.
    pub ratio: Option<Spread>,
    /// What was found in the answers. Absent where there is nothing to check.
    pub invariants: Option<Findings>,
}
