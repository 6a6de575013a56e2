//! How does a trial make the disk fail under a real program?
//!
//! [`library`] builds `tests/faults`; [`Fault::inject`] loads it into a command; [`lose_power`] takes away, after the
//! program was killed, any part of what it had written and not synced. The table of faults stands in the library.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::random::Random;

/// What goes wrong, and after how many bytes or calls on files of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The write that reaches this byte ends there, and the process is killed.
    ShortWrite(u64),
    /// Every so many writes, one is short, which is legal and has to be continued.
    ShortWriteContinue(u64),
    /// The disk is full from this byte on.
    NoSpace(u64),
    /// The sync after so many others fails once with an I/O error.
    SyncError(u64),
    /// The process is killed before the call after so many others.
    Kill(u64),
    /// The process is killed before the sync after so many others.
    KillAtSync(u64),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ShortWrite(count) => write!(formatter, "short-write:{count}"),
            Self::ShortWriteContinue(count) => write!(formatter, "short-write-continue:{count}"),
            Self::NoSpace(count) => write!(formatter, "enospc:{count}"),
            Self::SyncError(count) => write!(formatter, "sync-error:{count}"),
            Self::Kill(count) => write!(formatter, "kill:{count}"),
            Self::KillAtSync(count) => write!(formatter, "kill-at-sync:{count}"),
        }
    }
}

impl Fault {
    /// Makes `command` suffer this fault on files below `folder`.
    ///
    /// # Errors
    /// When the library cannot be built.
    pub fn inject(self, command: &mut Command, folder: &Path) -> io::Result<()> {
        // The kernel names files by their real path, and that is what the library compares.
        command.env("LD_PRELOAD", library()?).env("PODNET_FAULT_DIR", fs::canonicalize(folder)?);
        command.env("PODNET_FAULT", self.to_string());
        Ok(())
    }
}

/// Makes a command that has a [`Fault`] record in `journal` what it changes, for [`lose_power`]. The journal must stand
/// outside the folder of faults.
pub fn record_unsynced(command: &mut Command, journal: &Path) {
    command.env("PODNET_FAULT_JOURNAL", journal);
}

/// The library, built once per process by the cargo that runs the tests.
///
/// # Errors
/// When cargo fails or builds no library.
pub fn library() -> io::Result<&'static Path> {
    static LIBRARY: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = LIBRARY.get_or_init(|| build().map_err(|error| error.to_string()));
    built.as_deref().map_err(|error| io::Error::other(error.clone()))
}

fn build() -> io::Result<PathBuf> {
    let output = podnet_workshop::cargo()
        .args(["build", "--quiet", "--package", "podnet-faults", "--message-format=json"])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut libraries = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        let ours = message["reason"] == "compiler-artifact" && message["target"]["name"] == "podnet_faults";
        ours.then(|| message["filenames"][0].as_str().map(PathBuf::from)).flatten()
    });
    libraries
        .next_back()
        .ok_or_else(|| io::Error::other(format!("cargo built no podnet_faults: {}", output.status)))
}

/// What a loss of power does to a sector that was written and not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// It holds the old or the new bytes.
    OldOrNew,
    /// As above; a sector that held nothing before may also hold anything at all (a torn and garbled tail).
    Garbled,
}

/// What [`lose_power`] did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lost {
    /// Sectors written since the last sync of their file.
    pub sectors_unsynced: u64,
    /// Of these, the ones that hold something else now.
    pub sectors_changed: u64,
}

/// Takes away a random part of what was not synced, as if the power had failed instead of the process: each sector of
/// `sector_bytes` for itself, and each file's length. Names of files are left: renames are synced by their own means.
///
/// # Errors
/// When the journal or a file cannot be read or written.
pub fn lose_power(journal: &Path, sector_bytes: u64, loss: Loss, random: &mut Random) -> io::Result<Lost> {
    let mut lost = Lost::default();
    for (path, changes) in unsynced_changes(&fs::read(journal)?)? {
        // A file that was written and then removed or renamed over holds nothing to lose.
        let Ok(mut image) = Image::read(&path, &changes) else { continue };
        image.lose(sector_bytes, loss, random, &mut lost);
        fs::write(&path, &image.now)?;
    }
    Ok(lost)
}

struct Change {
    offset: u64,
    count: u64,
    length_before: u64,
    old: Vec<u8>,
}

/// The journal's changes that no sync settled, per file, in order.
fn unsynced_changes(mut journal: &[u8]) -> io::Result<BTreeMap<PathBuf, Vec<Change>>> {
    let mut files: BTreeMap<PathBuf, Vec<Change>> = BTreeMap::new();
    while let [kind, rest @ ..] = journal {
        journal = rest;
        let path_length = u32::from_le_bytes(take(&mut journal)?) as usize;
        let path = PathBuf::from(String::from_utf8_lossy(split(&mut journal, path_length)?).into_owned());
        let (offset, count) =
            (u64::from_le_bytes(take(&mut journal)?), u64::from_le_bytes(take(&mut journal)?));
        let length_before = u64::from_le_bytes(take(&mut journal)?);
        let old_length = u32::from_le_bytes(take(&mut journal)?) as usize;
        let old = split(&mut journal, old_length)?.to_vec();
        let changes = files.entry(path).or_default();
        if *kind == 1 {
            changes.push(Change { offset, count, length_before, old });
        } else {
            changes.clear();
        }
    }
    files.retain(|_, changes| !changes.is_empty());
    Ok(files)
}

fn split<'a>(journal: &mut &'a [u8], length: usize) -> io::Result<&'a [u8]> {
    let (part, rest) = journal.split_at_checked(length).ok_or(io::ErrorKind::UnexpectedEof)?;
    *journal = rest;
    Ok(part)
}

fn take<const LENGTH: usize>(journal: &mut &[u8]) -> io::Result<[u8; LENGTH]> {
    split(journal, LENGTH)?.try_into().map_err(|_| io::ErrorKind::UnexpectedEof.into())
}

/// A file as it is, and as it was when it was last synced.
struct Image {
    now: Vec<u8>,
    synced: Vec<u8>,
    /// Ranges that changed in between.
    changed: Vec<(u64, u64)>,
}

impl Image {
    fn read(path: &Path, changes: &[Change]) -> io::Result<Self> {
        let now = fs::read(path)?;
        let mut synced = now.clone();
        for change in changes.iter().rev() {
            let offset = change.offset as usize;
            let end = offset + change.count as usize;
            synced.resize(synced.len().max(end), 0);
            synced[offset..end].fill(0);
            synced[offset..offset + change.old.len()].copy_from_slice(&change.old);
            synced.resize(change.length_before as usize, 0);
        }
        let changed = changes.iter().map(|change| (change.offset, change.offset + change.count)).collect();
        Ok(Self { now, synced, changed })
    }

    fn lose(&mut self, sector_bytes: u64, loss: Loss, random: &mut Random, lost: &mut Lost) {
        let mut sectors: Vec<u64> = self
            .changed
            .iter()
            .flat_map(|(from, to)| from / sector_bytes..to.div_ceil(sector_bytes))
            .collect();
        sectors.sort_unstable();
        sectors.dedup();
        if random.below(2) == 0 && self.now.len() != self.synced.len() {
            self.now.resize(self.synced.len(), 0);
        }
        let length = self.now.len();
        // Sometimes nearly all is lost, sometimes nearly nothing, sometimes half.
        let lose_of_eight = random.below(9);
        for sector in sectors {
            lost.sectors_unsynced += 1;
            if random.below(8) >= lose_of_eight {
                continue;
            }
            lost.sectors_changed += 1;
            let from = (sector * sector_bytes) as usize;
            let held_nothing = (from..from + sector_bytes as usize)
                .all(|at| self.synced.get(at).is_none_or(|byte| *byte == 0));
            let garble = loss == Loss::Garbled && held_nothing && random.below(2) == 0;
            for at in from..(from + sector_bytes as usize).min(length) {
                let old = self.synced.get(at).copied().unwrap_or(0);
                self.now[at] = if garble { random.bits() as u8 } else { old };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
    use super::*;

    fn entry(kind: u8, path: &Path, offset: u64, count: u64, length_before: u64, old: &[u8]) -> Vec<u8> {
        let path = path.to_str().unwrap().as_bytes();
        let mut entry = vec![kind];
        entry.extend((path.len() as u32).to_le_bytes());
        entry.extend(path);
        for number in [offset, count, length_before] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend((old.len() as u32).to_le_bytes());
        entry.extend(old);
        entry
    }

    #[test]
    fn only_unsynced_bytes_are_lost_and_all_of_them_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let (file, journal) = (folder.path().join("file"), folder.path().join("journal"));
        // "aabb" was synced; then "bb" was overwritten, and "dd" appended.
        let entries = [
            entry(1, &file, 0, 4, 0, b""),
            entry(2, &file, 0, 0, 0, b""),
            entry(1, &file, 2, 2, 4, b"bb"),
            entry(1, &file, 4, 2, 4, b""),
        ];
        fs::write(&journal, entries.concat()).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..200 {
            fs::write(&file, b"aaccdd").unwrap();
            let lost = lose_power(&journal, 2, Loss::OldOrNew, &mut Random::new(seed)).unwrap();
            assert_eq!(lost.sectors_unsynced, 2, "seed {seed}");
            seen.insert(fs::read(&file).unwrap());
        }
        let all: Vec<&[u8]> = vec![b"aabb", b"aabb\0\0", b"aabbdd", b"aacc", b"aacc\0\0", b"aaccdd"];
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), all);
    }
}
