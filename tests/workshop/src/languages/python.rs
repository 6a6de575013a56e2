//! Python: a virtual environment below `target` with the client installed from the tree.

use std::process::Command;

use super::{Language, run, work_folder};
use crate::root;
use crate::tools::{PYTHON, find};

/// The language.
pub(super) const LANGUAGE: Language = Language {
    name: "python",
    tools: &[&PYTHON],
    generators: &[],
    generated: &[],
    generate: |_out| Ok(()),
    build,
    harness,
    sources: &["sdk/python"],
};

fn build() -> Result<(), String> {
    let python = find(&PYTHON).map_err(|missing| missing.to_string())?;
    let venv = work_folder("python");
    run(Command::new(python).args(["-m", "venv", "--system-site-packages"]).arg(&venv))?;
    let mut pip = Command::new(venv.join("bin/python3"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", "sdk/python"]);
    run(pip.current_dir(root()))
}

fn harness() -> Command {
    let mut command = Command::new(work_folder("python").join("bin/python3"));
    command.arg(root().join("tests/harness/python/harness.py"));
    command
}
