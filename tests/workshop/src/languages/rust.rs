//! Rust: the harness is a program of this workspace, and `cargo xtask gen` makes the generated code by itself.

use std::process::Command;

use super::{Language, run};
use crate::{cargo, root};

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "rust",
    tools: &[],
    generators: &[],
    generated: &[],
    generate: |_out| Ok(()),
    build,
    harness,
    sources: &["sdk/rust/src"],
};

/// The profile of whoever asks, and its folder: what is measured is built as a release.
const PROFILE: (&str, &str) = if cfg!(debug_assertions) { ("dev", "debug") } else { ("release", "release") };

/// Builds with the features of the whole workspace, as tests are built, so that no dependency is compiled twice.
fn build() -> Result<(), String> {
    run(cargo().args(["build", "--workspace", "--bin", "podnet-harness", "--profile", PROFILE.0]))
}

fn harness() -> Command {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    Command::new(target.join(PROFILE.1).join("podnet-harness"))
}
