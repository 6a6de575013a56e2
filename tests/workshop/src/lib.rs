//! What do the tests and the task runner both have to know about the workshop, as opposed to the product?
//!
//! Three things: which outside programs tests use ([`tools`]), which files are hand-written source ([`sources`]), and which
//! languages have a client ([`languages`]).
//! Must not know any crate of the product, so that it builds in a second and `cargo xtask` starts at once.

pub mod languages;
pub mod sources;
pub mod tools;

use std::path::PathBuf;
use std::process::Command;

/// The folder of the workspace's root manifest.
///
/// Cargo tells each program that it runs where its package is; that is asked before the place of the build, which need
/// not be the place of the run.
#[must_use]
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&package).to_path_buf()
}

/// The cargo that runs this program, in the workspace's root, as if from a shell.
///
/// Cargo tells each program that it runs about its package. Build scripts of dependencies look at the same variables (that
/// of `ring` does), so with them every caller of another package would find the dependencies changed, and build `ring` and
/// all that stands on it anew.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let told = name.to_string_lossy();
        if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command.current_dir(root());
    command
}

/// Whether this run is CI's: `CI=true` (or `1`) in the environment.
///
/// In CI a missing tool is a failure; elsewhere it is a skip that names the tool.
#[must_use]
pub fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
