//! TypeScript: the harness runs on Node and takes the client from the tree.

use std::process::Command;

use super::{Language, run};
use crate::root;

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "typescript",
    tools: &[],
    generators: &[],
    generated: &[],
    generate: |_out| Ok(()),
    build,
    harness,
    sources: &["sdk/typescript"],
};

fn build() -> Result<(), String> {
    let folder = root().join("sdk/typescript");
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&folder))?;
    run(Command::new("npm").args(["run", "build"]).current_dir(&folder))
}

fn harness() -> Command {
    let mut command = Command::new("node");
    command.arg(root().join("tests/harness/typescript/harness.js"));
    command
}
