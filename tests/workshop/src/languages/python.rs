//! Python: the client runs from its folder, without a build; the generator is protoc of the oldest supported grpcio-tools.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::{Language, run};
use crate::root;
use crate::tools::{PYTHON_NEWEST, PYTHON_OLDEST, find};

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "python",
    tools: &[&PYTHON_NEWEST],
    generators: &[&PYTHON_OLDEST],
    generated: &["sdk/python/podnet/v1"],
    generate,
    build,
    harness,
    sources: &["sdk/python"],
};

fn generate(out: &Path) -> Result<(), String> {
    let python = find(&PYTHON_OLDEST).map_err(|missing| missing.to_string())?;
    let folder = out.join("sdk/python");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    run(Command::new(python).arg(root().join("sdk/python/generate.py")).arg(root()).arg(folder))
}

/// The interpreter, looked for once: trying whether it has all that tests want takes seconds, and a harness is started where
/// nothing may wait. Without it the command fails with the name of the tool, which is what a person wants to read.
fn interpreter() -> &'static Path {
    static FOUND: OnceLock<PathBuf> = OnceLock::new();
    FOUND.get_or_init(|| find(&PYTHON_NEWEST).unwrap_or_else(|_| PYTHON_NEWEST.name.into()))
}

fn build() -> Result<(), String> {
    let _found = interpreter();
    Ok(())
}

fn harness() -> Command {
    let mut command = Command::new(interpreter());
    command.arg(root().join("tests/harness/python/harness.py"));
    // The load generator is that of the examples.
    let client = root().join("sdk/python");
    let path = std::env::join_paths([&client, &client.join("examples")]).unwrap_or_default();
    command.env("PYTHONPATH", path).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}
