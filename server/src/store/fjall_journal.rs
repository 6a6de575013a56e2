//! Answers: does a journal of fjall end in a torn commit, or is it damaged where it was acknowledged?
//!
//! fjall itself does not tell these apart. After a loss of power the pages of the last commit may be on the disk in any
//! mixture, and fjall refuses to open where a page in the middle of it is missing; a flipped bit further up may look like the
//! end of the journal, and fjall cuts off everything behind it. So the journals are read before fjall opens them: a torn
//! last commit is cut, because it was never acknowledged, and anything else that does not verify is reported.
//!
//! The rule behind it: every commit is synced before the next one is written, so what is followed by a whole commit was
//! acknowledged. This reads the layout of fjall's format 3, which a test holds to what fjall really writes:
//!
//! ```text
//!   commit := 1 | items u32 | sequence u64 | item{items} | 3 | xxh3 of the items u64 | "FJL" 3          (little endian)
//!   item   := 2 | value kind u8 | compression u8 | keyspace u64 | key length u16 | value length u32 | stored length u32
//!             | key | stored value
//!           | 4 | keyspace u64                                                                  (a keyspace is cleared)
//! ```

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

use super::StoreError;

const START: u8 = 1;
const ITEM: u8 = 2;
const END: u8 = 3;
const CLEAR: u8 = 4;
const TRAILER: &[u8; 4] = b"FJL\x03";

/// What stands behind the last whole commit.
#[derive(Debug, PartialEq, Eq)]
enum Tail {
    /// Nothing but preallocated zeros.
    Empty,
    /// Part of one commit. No whole commit follows.
    Torn,
    /// Something that does not verify, and a whole commit behind it.
    Damaged,
}

/// Cuts a torn last commit off the newest journal in `folder`, and refuses journals that are damaged.
pub(super) fn check(folder: &Path) -> Result<(), StoreError> {
    let mut journals = journals(folder)?;
    let newest = journals.pop();
    for (_, path) in journals {
        // An older journal was synced whole before the next one was begun, so it has no excuse.
        let (valid_bytes, tail) = read(&path)?;
        if tail != Tail::Empty {
            return Err(damaged(&path, valid_bytes));
        }
    }
    let Some((_, path)) = newest else { return Ok(()) };
    match read(&path)? {
        (_, Tail::Empty) => Ok(()),
        (valid_bytes, Tail::Torn) => cut(&path, valid_bytes),
        (valid_bytes, Tail::Damaged) => Err(damaged(&path, valid_bytes)),
    }
}

/// The journals by ascending number.
fn journals(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StoreError> {
    let parse = |path: PathBuf| {
        let number = path.file_name()?.to_str()?.strip_suffix(".jnl")?.parse().ok()?;
        Some((number, path))
    };
    let fail = |error| StoreError::io("list", folder, error);
    let mut journals = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        journals.extend(parse(entry.map_err(fail)?.path()));
    }
    journals.sort_unstable();
    Ok(journals)
}

/// The length of the whole commits at the head of a journal, and what follows them.
fn read(path: &Path) -> Result<(usize, Tail), StoreError> {
    let bytes = read_without_zeros(path).map_err(|error| StoreError::io("read", path, error))?;
    let mut valid_bytes = 0;
    while let Some(length) = commit_length(&bytes[valid_bytes..]) {
        valid_bytes += length;
    }
    let rest = &bytes[valid_bytes..];
    let tail = if rest.iter().all(|byte| *byte == 0) {
        Tail::Empty
    } else if (1..rest.len()).any(|at| commit_length(&rest[at..]).is_some()) {
        Tail::Damaged
    } else {
        Tail::Torn
    };
    Ok((valid_bytes, tail))
}

/// The bytes of a file up to the last page that is not all zeros: a journal is a few written pages in 64 MiB of holes.
fn read_without_zeros(path: &Path) -> io::Result<Vec<u8>> {
    const PAGE_BYTES: usize = 4096;
    let mut file = File::open(path)?;
    let (mut bytes, mut zeros) = (Vec::new(), 0);
    let mut buffer = vec![0; 64 * PAGE_BYTES];
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => return Ok(bytes),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        for page in buffer[..read].chunks(PAGE_BYTES) {
            if *page == [0; PAGE_BYTES][..page.len()] {
                zeros += page.len();
            } else {
                bytes.resize(bytes.len() + zeros, 0);
                bytes.extend_from_slice(page);
                zeros = 0;
            }
        }
    }
}

fn cut(path: &Path, valid_bytes: usize) -> Result<(), StoreError> {
    let fail = |error| StoreError::io("cut the torn end of", path, error);
    let file = File::options().write(true).open(path).map_err(fail)?;
    file.set_len(valid_bytes as u64).map_err(fail)?;
    file.sync_all().map_err(fail)
}

fn damaged(path: &Path, valid_bytes: usize) -> StoreError {
    let detail =
        format!("a commit at byte {valid_bytes} of the journal does not verify, yet others follow it");
    StoreError::corrupt(path, None, detail)
}

/// The length of the commit at the head of these bytes, if a whole and sound one is there.
fn commit_length(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    if take::<1>(&mut rest)? != [START] {
        return None;
    }
    let items = u32::from_le_bytes(take(&mut rest)?);
    let _sequence: [u8; 8] = take(&mut rest)?;
    let items_start = rest;
    for _ in 0..items {
        skip_item(&mut rest)?;
    }
    let items_bytes = &items_start[..items_start.len() - rest.len()];
    if take::<1>(&mut rest)? != [END] {
        return None;
    }
    let expected = u64::from_le_bytes(take(&mut rest)?);
    if take::<4>(&mut rest)? != *TRAILER {
        return None;
    }
    let mut hasher = Xxh3::new();
    hasher.update(items_bytes);
    (items > 0 && hasher.digest() == expected).then(|| bytes.len() - rest.len())
}

fn skip_item(rest: &mut &[u8]) -> Option<()> {
    match take::<1>(rest)? {
        [ITEM] => {
            let _kind_compression_keyspace: [u8; 10] = take(rest)?;
            let key_bytes = usize::from(u16::from_le_bytes(take(rest)?));
            let _value_bytes: [u8; 4] = take(rest)?;
            let stored_bytes = u32::from_le_bytes(take(rest)?) as usize;
            *rest = rest.get(key_bytes + stored_bytes..)?;
            Some(())
        }
        [CLEAR] => take::<8>(rest).map(|_keyspace| ()),
        [_] => None,
    }
}

fn take<const LENGTH: usize>(rest: &mut &[u8]) -> Option<[u8; LENGTH]> {
    let (part, behind) = rest.split_first_chunk::<LENGTH>()?;
    *rest = behind;
    Some(*part)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use fjall::{Database, KeyspaceCreateOptions, PersistMode};

    use super::*;

    /// A journal as fjall writes it, without its preallocated end, and where each commit of records ends.
    fn journal() -> (tempfile::TempDir, PathBuf, Vec<u8>, Vec<usize>) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::builder(folder.path()).worker_threads(1).open().unwrap();
        let keyspace = database.keyspace("records", KeyspaceCreateOptions::default).unwrap();
        let path = journals(folder.path()).unwrap().pop().unwrap().1;
        let mut ends = Vec::new();
        for commit in 1..=4u64 {
            let mut batch = database.batch().durability(Some(PersistMode::SyncData));
            for item in 0..commit {
                batch.insert(&keyspace, item.to_be_bytes(), vec![commit as u8; 3000]);
            }
            if commit == 3 {
                batch.remove(&keyspace, 0u64.to_be_bytes());
            }
            batch.commit().unwrap();
            let (valid_bytes, tail) = read(&path).unwrap();
            assert_eq!(tail, Tail::Empty);
            ends.push(valid_bytes);
        }
        drop((keyspace, database));
        let mut bytes = fs::read(&path).unwrap();
        bytes.truncate(*ends.last().unwrap());
        (folder, path, bytes, ends)
    }

    #[test]
    fn reads_what_fjall_writes() {
        let (_folder, _path, _bytes, ends) = journal();
        let sizes: Vec<usize> = ends.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(
            sizes.iter().zip(2..).all(|(size, items)| (items * 3000..items * 3000 + 200).contains(size)),
            "{sizes:?}"
        );
    }

    #[test]
    fn a_last_commit_with_any_damage_is_torn_and_cut() {
        let (folder, path, bytes, ends) = journal();
        let (third, fourth) = (ends[2], ends[3]);
        for at in (third..fourth).step_by(61) {
            let mut torn = bytes.clone();
            torn[at] ^= 0x55;
            // The sequence number is the one field that fjall's checksum leaves out; it does not change the records.
            if commit_length(&torn[third..]).is_none() {
                fs::write(&path, torn).unwrap();
                check(folder.path()).unwrap();
                assert_eq!(fs::metadata(&path).unwrap().len() as usize, third, "damage at {at}");
            }
            fs::write(&path, &bytes[..at]).unwrap();
            check(folder.path()).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().len() as usize, third, "cut at {at}");
        }
    }

    #[test]
    fn damage_before_a_whole_commit_is_reported_and_left_alone() {
        let (folder, path, bytes, ends) = journal();
        for at in (0..ends[2]).step_by(211) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x55;
            // As above.
            let start = ends.iter().rev().find(|end| **end <= at).copied().unwrap_or(0);
            if commit_length(&damaged[start..]).is_some() {
                continue;
            }
            fs::write(&path, &damaged).unwrap();
            assert!(matches!(check(folder.path()), Err(StoreError::Corrupt { .. })), "damage at {at}");
            assert_eq!(fs::read(&path).unwrap(), damaged);
        }
    }
}
