//! Answers: what should happen to this call? It must not know files or descriptors, only counts.

use libc::c_int;

/// What happens, and after how many calls or bytes.
///
/// | `PODNET_FAULT` | what happens |
/// |---|---|
/// | `short-write:N` | the write that reaches byte N writes up to that byte, then the process is killed |
/// | `short-write-continue:N` | every N-th write writes half and says so, which is legal |
/// | `enospc:N` | from byte N on the disk is full |
/// | `sync-error:N` | the sync after N others fails once with `EIO` |
/// | `kill:N` | the process is killed before the call after N others (writes, syncs, truncations, renames) |
/// | `kill-at-sync:N` | the process is killed before the sync after N others |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    Nothing,
    ShortWrite { bytes_left: u64 },
    ShortWriteContinue { every: u64, calls: u64 },
    NoSpace { bytes_left: u64 },
    SyncError { syncs_left: u64, failed: bool },
    Kill { calls_left: u64 },
    KillAtSync { syncs_left: u64 },
}

/// What to do with one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Pass,
    WriteOnly(usize),
    WriteThenKill(usize),
    Fail(c_int),
    Kill,
}

impl Plan {
    /// Reads `kind:N`; `None` when it is not a plan.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (kind, count) = text.split_once(':')?;
        let count = count.parse().ok()?;
        match kind {
            "short-write" => Some(Self::ShortWrite { bytes_left: count }),
            "short-write-continue" if count > 0 => Some(Self::ShortWriteContinue { every: count, calls: 0 }),
            "enospc" => Some(Self::NoSpace { bytes_left: count }),
            "sync-error" => Some(Self::SyncError { syncs_left: count, failed: false }),
            "kill" => Some(Self::Kill { calls_left: count }),
            "kill-at-sync" => Some(Self::KillAtSync { syncs_left: count }),
            _ => None,
        }
    }

    pub(crate) fn before_write(&mut self, count: usize) -> Verdict {
        match self {
            Self::ShortWrite { bytes_left } => match take(bytes_left, count) {
                all if all == count && *bytes_left > 0 => Verdict::Pass,
                part => Verdict::WriteThenKill(part),
            },
            Self::ShortWriteContinue { every, calls } => {
                *calls += 1;
                let short = calls.is_multiple_of(*every) && count > 1;
                if short { Verdict::WriteOnly(count / 2) } else { Verdict::Pass }
            }
            Self::NoSpace { bytes_left } => match take(bytes_left, count) {
                all if all == count => Verdict::Pass,
                0 => Verdict::Fail(libc::ENOSPC),
                part => Verdict::WriteOnly(part),
            },
            Self::Nothing | Self::SyncError { .. } | Self::Kill { .. } | Self::KillAtSync { .. } => {
                self.before_other_call()
            }
        }
    }

    pub(crate) fn before_sync(&mut self) -> Verdict {
        match self {
            Self::SyncError { syncs_left: 0, failed } if !*failed => {
                *failed = true;
                Verdict::Fail(libc::EIO)
            }
            Self::SyncError { syncs_left, .. } => {
                *syncs_left = syncs_left.saturating_sub(1);
                Verdict::Pass
            }
            Self::KillAtSync { syncs_left: 0 } => Verdict::Kill,
            Self::KillAtSync { syncs_left } => {
                *syncs_left -= 1;
                Verdict::Pass
            }
            Self::Nothing
            | Self::ShortWrite { .. }
            | Self::ShortWriteContinue { .. }
            | Self::NoSpace { .. }
            | Self::Kill { .. } => self.before_other_call(),
        }
    }

    pub(crate) fn before_other_call(&mut self) -> Verdict {
        match self {
            Self::Kill { calls_left: 0 } => Verdict::Kill,
            Self::Kill { calls_left } => {
                *calls_left -= 1;
                Verdict::Pass
            }
            Self::Nothing
            | Self::ShortWrite { .. }
            | Self::ShortWriteContinue { .. }
            | Self::NoSpace { .. }
            | Self::SyncError { .. }
            | Self::KillAtSync { .. } => Verdict::Pass,
        }
    }
}

/// Takes up to `count` from what is left, and answers how much it was.
fn take(bytes_left: &mut u64, count: usize) -> usize {
    let part = count.min(usize::try_from(*bytes_left).unwrap_or(usize::MAX));
    *bytes_left -= part as u64;
    part
}
