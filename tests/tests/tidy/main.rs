//! Is the tree in the shape that CONTRIBUTING.md promises?
//!
//! Each check is a function from text to violations. It is run on the tree, and beside that on a text that breaks it,
//! so that a check which can no longer fail is itself a failure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod arrows;
mod contract;
mod core_fence;
mod documents;
mod files;

/// Fails with every violation, one a line, and not just the first.
fn assert_none(what: &str, violations: &[String]) {
    assert!(violations.is_empty(), "{what}:\n  {}", violations.join("\n  "));
}

/// Every hand-written Rust file of the tree.
fn rust_sources() -> Vec<podnet_workshop::sources::SourceFile> {
    let files =
        podnet_workshop::sources::with_extension(&podnet_workshop::root(), &["rs"]).expect("readable tree");
    assert!(files.len() > 10, "the walk found only {} Rust files", files.len());
    files
}
