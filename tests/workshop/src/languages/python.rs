//! Python: the client runs from its folder, without a build; the generator is protoc of the oldest supported grpcio-tools.

use std::path::Path;
use std::process::Command;

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
    build: || Ok(()),
    harness,
    sources: &["sdk/python"],
};

fn generate(out: &Path) -> Result<(), String> {
    let python = find(&PYTHON_OLDEST).map_err(|missing| missing.to_string())?;
    let folder = out.join("sdk/python");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    run(Command::new(python).arg(root().join("sdk/python/generate.py")).arg(root()).arg(folder))
}

fn harness() -> Command {
    // Without the interpreter the command fails with the name of the tool, which is what a person wants to read.
    let python = find(&PYTHON_NEWEST).unwrap_or_else(|_| PYTHON_NEWEST.name.into());
    let mut command = Command::new(python);
    command.arg(root().join("tests/harness/python/harness.py"));
    command.env("PYTHONPATH", root().join("sdk/python")).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}
