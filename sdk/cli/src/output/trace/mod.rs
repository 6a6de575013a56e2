//! How is a trace shown? One reading of the result ([`said`], [`hop`], [`branches`], [`summary`]), drawn in several forms.
//!
//! Each form takes the same hops in the same words, so that text, Markdown, diagram and picture of one result agree. Must
//! not know where the result came from.

pub mod align;
pub mod batch;
pub mod branches;
pub mod candidates;
pub mod compare;
pub mod hop;
pub mod lines;
pub mod markdown;
pub mod mermaid;
pub mod place;
pub mod question;
pub mod said;
pub mod summary;
pub mod svg;
pub mod text;
pub mod tree;
pub mod tuple;

#[cfg(test)]
mod sample;

pub use question::Question;

/// How much to show, and with which characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// All steps, and all candidates of each choice.
    pub explain: bool,
    /// The tree of all branches.
    pub all_branches: bool,
    /// Number of the forward branch whose hops are shown, from 1; `None`: the one that decides the verdict.
    pub branch: Option<usize>,
    /// Characters beyond ASCII may be used.
    pub unicode: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { explain: false, all_branches: false, branch: None, unicode: true }
    }
}
