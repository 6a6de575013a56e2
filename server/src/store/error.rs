//! Answers: what went wrong in the log, and what can be done about it?
//!
//! One variant per action of the caller. Every message carries the figures and ends with what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::{Format, StoreKind};

/// Why the log refused or failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The operating system refused an operation.
    #[error("cannot {action} {}: {source}; check the disk and the permissions of the data folder, then restart", path.display())]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The disk or the quota is full.
    #[error("no space left to {action} {}: {source}; free space on that disk, then restart: nothing acknowledged is lost", path.display())]
    Full {
        /// What was tried, as a verb.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// Stored bytes are not what was written.
    #[error(
        "the log in {} is damaged{}: {detail}; restore a backup of the folder or import an export",
        path.display(),
        revision.map(|revision| format!(" at revision {revision}")).unwrap_or_default()
    )]
    Corrupt {
        /// The file or folder.
        path: PathBuf,
        /// The first revision that cannot be trusted, when it is known.
        revision: Option<u64>,
        /// What did not match.
        detail: String,
    },
    /// Another process has the folder open.
    #[error("{} is in use by another process; stop that server or choose another data folder", path.display())]
    Locked {
        /// The lock file.
        path: PathBuf,
    },
    /// The folder was written by a newer version.
    #[error("the log in {} has format {found}, this server reads up to {supported}; start the newer server or import its export", path.display())]
    FormatTooNew {
        /// The folder.
        path: PathBuf,
        /// The format found.
        found: Format,
        /// The newest format that this version reads.
        supported: Format,
    },
    /// The folder holds a log of another kind.
    #[error("{} holds a {found} log, but {asked} was asked for; choose {found}, or export with {found} and import into a new folder", path.display())]
    KindMismatch {
        /// The folder.
        path: PathBuf,
        /// The kind it holds.
        found: StoreKind,
        /// The kind that was asked for.
        asked: StoreKind,
    },
    /// No such kind of log.
    #[error("no log is of the kind {found:?}; choose memory, redb or fjall")]
    UnknownKind {
        /// What was given.
        found: String,
    },
    /// The group does not follow the last revision.
    #[error("a group starting at revision {got} does not follow; the next revision is {expected}")]
    Gap {
        /// The revision that comes next.
        expected: u64,
        /// The revision that was given.
        got: u64,
    },
    /// A checkpoint of a revision that is not durable yet.
    #[error(
        "a checkpoint at revision {got} is ahead of the last durable revision {last}; write it after that revision is acknowledged"
    )]
    CheckpointAhead {
        /// The last durable revision.
        last: u64,
        /// The revision that was given.
        got: u64,
    },
    /// The record, group or chunk is above its limit.
    #[error("{what} of {bytes} bytes is above the limit of {limit_bytes}; split it")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// Its size.
        bytes: usize,
        /// The limit.
        limit_bytes: usize,
    },
    /// The revision was dropped by compaction.
    #[error(
        "revision {requested} was compacted away; the oldest kept is {first}; start from a checkpoint or a list"
    )]
    Compacted {
        /// The revision that was asked for.
        requested: u64,
        /// The oldest one kept.
        first: u64,
    },
    /// An earlier append failed, so the log refuses to go on.
    #[error(
        "the log stopped after an earlier failure ({cause}); restart the server: it recovers every acknowledged revision"
    )]
    Poisoned {
        /// The earlier failure.
        cause: String,
    },
}

impl StoreError {
    /// Sorts an operating system error into [`Full`](Self::Full) or [`Io`](Self::Io).
    pub(super) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        if matches!(
            source.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
        ) {
            Self::Full { action, path, source }
        } else {
            Self::Io { action, path, source }
        }
    }

    /// Damage that cannot be pinned to a revision unless one is given.
    pub(super) fn corrupt(path: &Path, revision: impl Into<Option<u64>>, detail: impl Into<String>) -> Self {
        Self::Corrupt { path: path.to_owned(), revision: revision.into(), detail: detail.into() }
    }
}
