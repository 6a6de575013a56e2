//! Why can a task fail?

use podnet_workshop::tools::{InstallError, Missing};

/// What ended a task; every variant says what to do or where the reason stands.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A command ran and said no; its own lines are above.
    #[error("`{command}` failed: {status}")]
    Command { command: String, status: String },
    /// One or more steps failed; the summary names them.
    #[error("{failed} of {total} steps failed")]
    Steps { failed: usize, total: usize },
    /// The arguments make no sense.
    #[error("{0}")]
    Usage(String),
    /// The demo did not come up.
    #[error("{0}")]
    Demo(String),
    /// A tool is not there.
    #[error(transparent)]
    Missing(#[from] Missing),
    /// A tool could not be installed.
    #[error(transparent)]
    Install(#[from] InstallError),
    /// Code could not be generated, or the committed code is out of date.
    #[error("{0}")]
    Generate(String),
    /// A file could not be read or written.
    #[error("cannot {action} {path}")]
    Io { action: &'static str, path: String, source: std::io::Error },
}
