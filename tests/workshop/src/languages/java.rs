//! Java: the harness is one jar with all that it needs.

use std::process::Command;

use super::{Language, run};
use crate::root;

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "java",
    tools: &[],
    generators: &[],
    generated: &[],
    generate: |_out| Ok(()),
    build,
    harness,
    sources: &["sdk/java"],
};

fn build() -> Result<(), String> {
    let mvn = |folder: &str, goal: &str| {
        let mut mvn = Command::new("mvn");
        mvn.args(["--batch-mode", "--quiet", "-DskipTests", goal]);
        run(mvn.current_dir(root().join(folder)))
    };
    mvn("sdk/java", "install")?;
    mvn("tests/harness/java", "package")
}

fn harness() -> Command {
    let mut command = Command::new("java");
    command.arg("-jar").arg(root().join("tests/harness/java/target/harness.jar"));
    command
}
