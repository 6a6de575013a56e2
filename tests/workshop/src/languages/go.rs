//! Go: the harness is a command of its own module, which takes the client from the tree.

use std::process::Command;

use super::{Language, run, work_folder};
use crate::root;

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "go",
    tools: &[],
    generators: &[],
    generated: &[],
    generate: |_out| Ok(()),
    build,
    harness,
    sources: &["sdk/go"],
};

fn build() -> Result<(), String> {
    let mut go = Command::new("go");
    go.args(["build", "-o"]).arg(work_folder("go").join("harness")).arg(".");
    run(go.current_dir(root().join("tests/harness/go")))
}

fn harness() -> Command {
    Command::new(work_folder("go").join("harness"))
}
