//! Java: the jar of the client, the jars that it stands on, and the classes of the harness.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Language, run, work_folder};
use crate::root;
use crate::tools::{JDK, MAVEN};

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "java",
    tools: &[&JDK, &MAVEN],
    generators: &[&JDK, &MAVEN],
    generated: &["sdk/java/src/generated/java"],
    generate,
    build,
    harness,
    sources: &["sdk/java", "sdk/service_config.json"],
};

/// The pins of the generators stand in the project's own file.
fn generate(out: &Path) -> Result<(), String> {
    let folder = out.join("sdk/java/src/generated/java");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    run(maven("generate-sources").arg("-Pgenerate").arg(format!("-Dgenerated={}", folder.display())))
}

fn build() -> Result<(), String> {
    let jars = jars();
    run(maven("package")
        .args(["-DskipTests", "dependency:copy-dependencies"])
        .arg(format!("-DoutputDirectory={}", jars.display())))?;
    let mut javac = Command::new(JDK.program);
    javac.args(["-Xlint:all,-serial", "-Werror", "-cp"]).arg(class_path(&[]));
    run(javac.arg("-d").arg(classes()).arg(root().join("tests/harness/java/Harness.java")))
}

fn harness() -> Command {
    let mut command = Command::new("java");
    command.arg("-cp").arg(class_path(&[classes()])).arg("Harness");
    command
}

fn maven(goal: &str) -> Command {
    let mut command = Command::new(MAVEN.program);
    command.args(["--batch-mode", "--quiet", goal]).current_dir(root().join("sdk/java"));
    command
}

fn jars() -> PathBuf {
    work_folder("java").join("jars")
}

fn classes() -> PathBuf {
    work_folder("java").join("classes")
}

/// The client as it is published, what it stands on, and more.
fn class_path(more: &[PathBuf]) -> std::ffi::OsString {
    let client =
        root().join("sdk/java/target").join(concat!("podnet-client-", env!("CARGO_PKG_VERSION"), ".jar"));
    let mut entries: Vec<PathBuf> = vec![client, jars().join("*")];
    entries.extend_from_slice(more);
    std::env::join_paths(entries).unwrap_or_default()
}
