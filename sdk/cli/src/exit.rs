//! What does a command end with: which status, and which words on standard error?

use std::path::PathBuf;
use std::process::ExitCode;

use podnet::{Code, Error};

use crate::hint;
use crate::import::ImportError;

/// Status that the process ends with. Scripts branch on it, so the numbers never change.
///
/// Commands that give a verdict, as `trace`, have numbers of their own, so that all of them are about the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done; of a verdict: it is good, as reachable.
    Ok,
    /// Wrong usage, or a request that the server calls malformed.
    Usage,
    /// Server or connection error.
    Server,
    /// Something named does not exist.
    NotFound,
    /// Conflict with what is there, or a failed precondition.
    Conflict,
    /// No address, block, route or other limited thing is left.
    Exhausted,
    /// A route table differs from what its cluster needs, or a law does not hold.
    Drift,
    /// No answer in time.
    Timeout,
    /// A look-up: no route matches.
    NoRoute,
    /// Verdict: unreachable, violated, or worse than before.
    Unreachable,
    /// Verdict: ambiguous or undetermined.
    Undecided,
    /// No verdict: wrong usage, or an error of the server or the connection.
    NoVerdict,
}

impl Exit {
    /// The number.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::Usage | Self::Unreachable => 1,
            Self::Server | Self::Undecided => 2,
            Self::NotFound | Self::NoVerdict => 3,
            Self::Conflict => 4,
            Self::Exhausted => 5,
            Self::NoRoute => 6,
            Self::Drift => 7,
            Self::Timeout => 124,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.status())
    }
}

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line, or a file named on it, is wrong.
    #[error("{0}")]
    Usage(String),
    /// The server refused, or could not be reached.
    #[error(transparent)]
    Rpc(#[from] Error),
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A file to import cannot be read as what it should be.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Standard output is closed or full.
    #[error("standard output: {0}")]
    Output(std::io::Error),
    /// An answer could not be written in the form asked for.
    #[error("{0}")]
    Render(String),
}

impl Failure {
    /// A usage failure.
    pub fn usage(text: impl Into<String>) -> Self {
        Self::Usage(text.into())
    }

    /// The status that the process ends with.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) | Self::Import(_) => Exit::Usage,
            Self::File { error, .. } if error.kind() == std::io::ErrorKind::NotFound => Exit::Usage,
            Self::Rpc(error) => of_code(error.code),
            // Whoever reads our output has read enough, as `head` does.
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Ok,
            Self::File { .. } | Self::Output(_) | Self::Render(_) => Exit::Server,
        }
    }

    /// What to print on standard error; empty: nothing.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Rpc(error) => of_error(error),
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => String::new(),
            Self::Usage(_) | Self::File { .. } | Self::Import(_) | Self::Output(_) | Self::Render(_) => {
                format!("error: {self}\n")
            }
        }
    }
}

fn of_code(code: Code) -> Exit {
    match code {
        Code::Ok => Exit::Ok,
        Code::InvalidArgument => Exit::Usage,
        Code::NotFound => Exit::NotFound,
        Code::AlreadyExists | Code::FailedPrecondition | Code::Aborted | Code::OutOfRange => Exit::Conflict,
        Code::ResourceExhausted => Exit::Exhausted,
        Code::DeadlineExceeded => Exit::Timeout,
        Code::Cancelled
        | Code::Unknown
        | Code::PermissionDenied
        | Code::Unimplemented
        | Code::Internal
        | Code::Unavailable
        | Code::DataLoss
        | Code::Unauthenticated => Exit::Server,
    }
}

/// Code, reason, message, fields, figures, hint and request id, each on a line of its own.
fn of_error(error: &Error) -> String {
    let reason = error.reason.map(hint::reason_name);
    let mut lines = vec![match reason {
        Some(reason) => format!("error: {:?} {reason}: {}", error.code, error.message),
        None => format!("error: {:?}: {}", error.code, error.message),
    }];
    lines.extend(error.violations.iter().map(|v| format!("  field    {}: {}", v.field, v.description)));
    if !error.metadata.is_empty() {
        let figures: Vec<String> =
            error.metadata.iter().map(|(key, value)| format!("{key}={value}")).collect();
        lines.push(format!("  figures  {}", figures.join(" ")));
    }
    let hint = match error.reason {
        Some(reason) => hint::of_reason(reason),
        None if error.code == Code::Unavailable => {
            "start podnetd, or name its address with --server or PODNET_ADDR; for TLS see the --tls- options"
        }
        None if error.code == Code::DeadlineExceeded => "give more time with --timeout, or ask for less",
        None => "",
    };
    if !hint.is_empty() {
        lines.push(format!("  hint     {hint}"));
    }
    if let Some(after) = error.retry_after {
        lines.push(format!("  retry    after {:.1} s", after.as_secs_f64()));
    }
    if let Some(id) = &error.request_id {
        let attempts =
            if error.attempts > 1 { format!(" ({} attempts)", error.attempts) } else { String::new() };
        lines.push(format!("  request  {id}{attempts}"));
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_code_has_its_own_status() {
        let pairs = [
            (Code::InvalidArgument, 1),
            (Code::Unavailable, 2),
            (Code::Internal, 2),
            (Code::NotFound, 3),
            (Code::AlreadyExists, 4),
            (Code::Aborted, 4),
            (Code::FailedPrecondition, 4),
            (Code::ResourceExhausted, 5),
            (Code::DeadlineExceeded, 124),
        ];
        for (code, status) in pairs {
            assert_eq!(of_code(code).status(), status, "{code:?}");
        }
    }

    #[test]
    fn verdicts_have_the_statuses_of_the_field() {
        let statuses = [Exit::Ok, Exit::Unreachable, Exit::Undecided, Exit::NoVerdict].map(Exit::status);
        assert_eq!(statuses, [0, 1, 2, 3]);
    }

    #[test]
    fn a_closed_pipe_is_no_failure() {
        let failure = Failure::Output(std::io::ErrorKind::BrokenPipe.into());
        assert_eq!((failure.exit(), failure.text()), (Exit::Ok, String::new()));
    }
}
