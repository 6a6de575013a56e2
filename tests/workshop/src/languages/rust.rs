//! Rust: the harness is a program of this workspace, and `cargo xtask gen` makes the generated code by itself.

use std::process::Command;

use super::{Language, run};
use crate::root;

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

/// Builds with the features of the whole workspace, as tests are built, so that no dependency is compiled twice.
fn build() -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).args(["build", "--workspace", "--bin", "podnet-harness"]).current_dir(root()))
}

fn harness() -> Command {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    Command::new(target.join("debug/podnet-harness"))
}
