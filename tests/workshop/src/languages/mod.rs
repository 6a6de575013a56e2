//! Which languages have a client beside Rust, how is its code generated, and how does its harness start?
//!
//! One file for each language, and [`ALL`] is the list. `cargo xtask gen` calls [`Language::generate`], the runner of the
//! vectors [`Language::build`] and [`Language::harness`]. A language whose client is not in the tree yet is passed over;
//! one whose tools are missing is a failure in CI and a skip with its name elsewhere. Must not know what a vector is.

mod go;
mod java;
mod python;
mod rust;
pub mod service_config;
mod services;
pub mod surface;
mod typescript;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::root;
use crate::tools::{Missing, Tool, find};

/// A language with a client.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// Name, as in `sdk/<name>` and `tests/harness/<name>`.
    pub name: &'static str,
    /// What its harness needs to build and run.
    pub tools: &'static [&'static Tool],
    /// What its generators need.
    pub generators: &'static [&'static Tool],
    /// Folders, from the root of the workspace, that hold generated code and nothing else.
    pub generated: &'static [&'static str],
    /// Writes the generated code below a folder, with the paths that it has below the root of the workspace.
    pub generate: fn(out: &Path) -> Result<(), String>,
    /// Makes the harness ready: an environment, packages, a build. Called once before any harness starts.
    pub build: fn() -> Result<(), String>,
    /// The command that starts the harness; it speaks lines of JSON (tests/vectors/README.md).
    pub harness: fn() -> Command,
    /// Folders of hand-written source that planted faults may change, from the root; they are copied with the harness.
    pub sources: &'static [&'static str],
}

/// Every language, in the order of the parity table.
pub const ALL: [Language; 5] =
    [rust::LANGUAGE, python::LANGUAGE, go::LANGUAGE, typescript::LANGUAGE, java::LANGUAGE];

impl Language {
    /// Whether its harness is in the tree.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.harness_folder().is_dir()
    }

    /// Whether its generated code is in the tree.
    #[must_use]
    pub fn is_generated(&self) -> bool {
        self.generated.iter().any(|folder| root().join(folder).is_dir())
    }

    /// The folder of its harness.
    #[must_use]
    pub fn harness_folder(&self) -> PathBuf {
        root().join("tests/harness").join(self.name)
    }

    /// The first of its tools that cannot be found.
    ///
    /// # Errors
    /// [`Missing`], which says how to get it.
    pub fn ready(&self, tools: &[&Tool]) -> Result<(), Missing> {
        tools.iter().try_for_each(|tool| find(tool).map(drop))
    }
}

/// The folder, below `target`, where a language builds what is not committed.
#[must_use]
pub fn work_folder(name: &str) -> PathBuf {
    root().join("target").join("languages").join(name)
}

/// Runs a command of a build or generator; its words are the error if it fails.
///
/// # Errors
/// The command as typed, how it ended, and what it printed.
pub fn run(command: &mut Command) -> Result<(), String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let typed = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("`{typed}` does not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("`{typed}` failed ({}):\n{}", output.status, String::from_utf8_lossy(&said)))
}

/// Writes a generated file below a folder, with the path that it has below the root of the workspace.
fn write(out: &Path, file: &str, text: &str) -> Result<(), String> {
    let path = out.join(file);
    std::fs::create_dir_all(path.parent().unwrap_or(out))
        .and_then(|()| std::fs::write(&path, text))
        .map_err(|error| format!("{file}: {error}"))
}

/// The `.proto` files of the public contract, from the folder `proto`, in order.
#[must_use]
pub fn contract_files() -> Vec<String> {
    let folder = root().join("proto/podnet/v1");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| {
            entries
                .filter_map(Result::ok)
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    names.retain(|name| name.ends_with(".proto"));
    names.sort();
    names.into_iter().map(|name| format!("podnet/v1/{name}")).collect()
}
