//! Where does a tool stand on this machine, and what if it does not?
//!
//! The order is: the tool's environment variable, `target/tools`, the search path. Each candidate is run once with its
//! probe, since a file that exists may still not start. Must not install anything.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Source, Tool, folder};

/// No usable program was found.
#[derive(Debug, thiserror::Error)]
#[error("{tool} not found ({purpose}): set {variable}, or run `cargo xtask tools`, which installs {pin}")]
pub struct Missing {
    tool: &'static str,
    purpose: &'static str,
    variable: &'static str,
    pin: String,
}

/// Finds a usable program, or says which is missing and how to get it.
///
/// # Errors
/// [`Missing`] where no candidate starts.
pub fn find(tool: &Tool) -> Result<PathBuf, Missing> {
    candidates(tool).into_iter().find(|path| starts(tool, path)).ok_or_else(|| Missing {
        tool: tool.name,
        purpose: tool.purpose,
        variable: tool.variable,
        pin: tool.source.pin(),
    })
}

/// The tool for a test: its path, or `None` after a line that names the skipped test and the tool.
///
/// The line goes past the test harness's capture, because a skip that nobody sees is a test that nobody has.
///
/// # Panics
/// In CI (`CI=true`), where a missing tool is a failure.
#[must_use]
pub fn want(tool: &Tool, test: &str) -> Option<PathBuf> {
    match find(tool) {
        Ok(path) => Some(path),
        Err(missing) => {
            assert!(!crate::in_ci(), "{test}: {missing}");
            // A closed stderr leaves nobody to tell.
            let _told = writeln!(std::io::stderr().lock(), "skipped {test}: {missing}");
            None
        }
    }
}

/// Where `install` puts the program; `None` for one that the system's package manager places.
pub(super) fn installed_path(tool: &Tool) -> Option<PathBuf> {
    let folder = folder();
    match tool.source {
        Source::Npm { .. } => {
            Some(folder.join("npm").join(tool.name).join("node_modules/.bin").join(tool.program))
        }
        Source::Cargo { .. } | Source::Go { .. } => Some(folder.join("bin").join(tool.program)),
        Source::Python { .. } => Some(folder.join("python").join(tool.name).join("bin").join(tool.program)),
        Source::Debian { .. } => None,
    }
}

fn candidates(tool: &Tool) -> Vec<PathBuf> {
    let from_variable = std::env::var_os(tool.variable).map(PathBuf::from);
    let mut all: Vec<PathBuf> = from_variable.into_iter().chain(installed_path(tool)).collect();
    all.extend(on_search_path(tool.program));
    all
}

/// Every file of that name on the search path, and in the folders of system programs, which are often not on it.
pub(super) fn on_search_path(program: &str) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin", "/sbin"].map(PathBuf::from));
    folders.map(|folder| folder.join(program)).filter(|candidate| candidate.is_file()).collect()
}

pub(super) fn starts(tool: &Tool, path: &Path) -> bool {
    let mut probe = Command::new(path);
    probe.args(tool.probe).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::super::BUF;
    use super::{Tool, find};

    #[test]
    fn a_program_that_starts_is_found_on_the_search_path() {
        let shell = Tool { program: "sh", variable: "PODNET_NO_SUCH", probe: &["-c", "true"], ..BUF };
        let path = find(&shell).map(|path| path.ends_with("sh"));
        assert!(path.is_ok_and(|is_shell| is_shell));
    }

    #[test]
    fn a_program_that_fails_its_probe_is_missing_and_the_message_says_what_to_do() {
        let broken = Tool { program: "sh", variable: "PODNET_NO_SUCH", probe: &["-c", "false"], ..BUF };
        let message = find(&broken).map_err(|missing| missing.to_string());
        let expected = "buf not found (lint and breaking-change check of proto/): set PODNET_NO_SUCH, \
                        or run `cargo xtask tools`, which installs @bufbuild/buf 1.75.0";
        assert_eq!(message, Err(expected.to_owned()));
    }
}
