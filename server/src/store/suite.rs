//! Answers: does an implementation keep what `Log` promises?
//!
//! One suite, run against each implementation (`mod` blocks at the end). A check takes a [`Subject`]: how to open it, and
//! how to open it again after it was dropped. What survives a killed process is in `tests/` (crash trials, faults); here are
//! the promises that hold without a crash, and what a damaged or half-made folder does.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::path::{Path, PathBuf};

use super::*;

/// An implementation under test, with its own folder.
struct Subject {
    kind: StoreKind,
    folder: tempfile::TempDir,
}

impl Subject {
    fn new(kind: StoreKind) -> Self {
        Self { kind, folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn open(&self) -> Box<dyn Log> {
        open(self.kind, self.path()).unwrap()
    }
}

fn payload(revision: u64) -> Bytes {
    Bytes::from(format!("record {revision} {}", "x".repeat((revision % 97) as usize)))
}

fn payloads(revisions: std::ops::RangeInclusive<u64>) -> Vec<Bytes> {
    revisions.map(payload).collect()
}

fn append(log: &mut dyn Log, revisions: std::ops::RangeInclusive<u64>) {
    log.append(*revisions.start(), &payloads(revisions.clone())).unwrap();
}

/// Reads everything from `from` on, in small pages, and checks that it is what [`payload`] gives.
fn read_all(log: &dyn Log, from: u64) -> u64 {
    let reader = log.reader();
    let mut next = from;
    loop {
        let page = reader.read(next, 1000, 1 << 20).unwrap();
        if page.is_empty() {
            return next - from;
        }
        for record in page {
            assert_eq!(record, Record { revision: next, payload: payload(next) });
            next += 1;
        }
    }
}

fn checkpoint_chunks(revision: u64) -> Vec<Vec<u8>> {
    (0..3).map(|index| format!("state after {revision}, part {index}").into_bytes()).collect()
}

fn write_checkpoint(log: &dyn Log, revision: u64) {
    log.checkpointer().write(revision, &mut checkpoint_chunks(revision).into_iter()).unwrap();
}

fn assert_checkpoint(found: Option<Checkpoint>, revision: u64) {
    let found = found.unwrap();
    assert_eq!(found.revision, revision);
    let chunks: Vec<Vec<u8>> = found.chunks.collect::<Result<_, _>>().unwrap();
    assert_eq!(chunks, checkpoint_chunks(revision));
}

/// Files below a folder, for checks that look at or damage them.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

// The promises of every implementation.

fn a_new_log_is_empty(subject: &Subject) {
    let log = subject.open();
    assert_eq!((log.first_revision(), log.last_revision()), (1, 0));
    let reader = log.reader();
    assert_eq!(reader.read(1, 10, 1000).unwrap(), []);
    assert!(matches!(reader.read(0, 10, 1000), Err(StoreError::Compacted { requested: 0, first: 1 })));
    assert!(reader.latest_checkpoint().unwrap().is_none());
}

fn reads_what_was_appended(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=1);
    append(&mut *log, 2..=65);
    append(&mut *log, 66..=67);
    assert_eq!((log.first_revision(), log.last_revision()), (1, 67));
    assert_eq!(read_all(&*log, 1), 67);
    assert_eq!(read_all(&*log, 40), 28, "from inside a group");
    assert_eq!(read_all(&*log, 67), 1);
    assert_eq!(read_all(&*log, 68), 0);
    assert_eq!(read_all(&*log, u64::MAX), 0);
}

fn pages_by_records_and_by_bytes(subject: &Subject) {
    let mut log = subject.open();
    let records: Vec<Bytes> = (0..10).map(|_| Bytes::from(vec![7; 100])).collect();
    log.append(1, &records).unwrap();
    let reader = log.reader();
    let count = |from, records_max, bytes_max| reader.read(from, records_max, bytes_max).unwrap().len();
    assert_eq!(count(1, 4, 10_000), 4);
    assert_eq!(count(9, 4, 10_000), 2);
    assert_eq!(count(1, 100, 350), 3);
    assert_eq!(count(1, 100, 300), 3);
    assert_eq!(count(1, 100, 0), 1, "always at least one");
    assert_eq!(count(1, 0, 10_000), 0);
}

fn refuses_a_gap_and_stays_usable(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    for wrong in [0, 1, 3, 5, u64::MAX] {
        let error = log.append(wrong, &payloads(1..=1)).unwrap_err();
        assert!(matches!(error, StoreError::Gap { expected: 4, got } if got == wrong), "{error}");
    }
    log.append(4, &[]).unwrap();
    append(&mut *log, 4..=4);
    assert_eq!(read_all(&*log, 1), 4);
}

fn refuses_what_is_too_large_and_stays_usable(subject: &Subject) {
    let mut log = subject.open();
    let large = Bytes::from(vec![1; RECORD_BYTES_MAX + 1]);
    let error = log.append(1, &[payload(1), large]).unwrap_err();
    assert!(matches!(error, StoreError::TooLarge { limit_bytes: RECORD_BYTES_MAX, .. }), "{error}");
    append(&mut *log, 1..=2);
    assert_eq!(read_all(&*log, 1), 2);
    let chunk = vec![1; CHUNK_BYTES_MAX + 1];
    let error = log.checkpointer().write(2, &mut [chunk].into_iter()).unwrap_err();
    assert!(matches!(error, StoreError::TooLarge { limit_bytes: CHUNK_BYTES_MAX, .. }), "{error}");
    assert!(log.reader().latest_checkpoint().unwrap().is_none());
}

fn keeps_large_and_empty_records(subject: &Subject) {
    let mut log = subject.open();
    let large: Bytes = (0..4 << 20).map(|index: u32| (index % 251) as u8).collect();
    let group = [Bytes::new(), large.clone(), payload(3)];
    log.append(1, &group).unwrap();
    let records = log.reader().read(1, 10, usize::MAX).unwrap();
    let found: Vec<Bytes> = records.into_iter().map(|record| record.payload).collect();
    assert_eq!(found, group);
    assert_eq!(log.reader().read(2, 10, 1000).unwrap()[0].payload, large, "above the page, yet given");
}

fn keeps_a_hundred_thousand_records(subject: &Subject) {
    let mut log = subject.open();
    for first in (1..=100_000).step_by(500) {
        append(&mut *log, first..=first + 499);
    }
    assert_eq!(read_all(&*log, 1), 100_000);
}

fn readers_follow_from_other_threads(subject: &Subject) {
    let mut log = subject.open();
    let reader = log.reader();
    std::thread::scope(|scope| {
        let follower = scope.spawn(|| {
            let mut next = 1;
            while next <= 300 {
                for record in reader.read(next, 7, 1 << 20).unwrap() {
                    assert_eq!(record, Record { revision: next, payload: payload(next) });
                    next += 1;
                }
                std::thread::yield_now();
            }
        });
        for first in (1..=300).step_by(3) {
            append(&mut *log, first..=first + 2);
        }
        follower.join().unwrap();
    });
}

fn keeps_the_newest_two_checkpoints(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=30);
    for revision in [5, 10, 20] {
        write_checkpoint(&*log, revision);
    }
    let reader = log.reader();
    assert_checkpoint(reader.latest_checkpoint().unwrap(), 20);
    assert_checkpoint(reader.checkpoint_at_or_before(19).unwrap(), 10);
    assert!(reader.checkpoint_at_or_before(9).unwrap().is_none());
    write_checkpoint(&*log, 20);
    assert_checkpoint(reader.latest_checkpoint().unwrap(), 20);
    assert_checkpoint(reader.checkpoint_at_or_before(19).unwrap(), 10);
}

fn refuses_a_checkpoint_ahead_of_the_log(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    let error = log.checkpointer().write(4, &mut std::iter::empty()).unwrap_err();
    assert!(matches!(error, StoreError::CheckpointAhead { last: 3, got: 4 }), "{error}");
}

fn compaction_never_passes_the_latest_checkpoint(subject: &Subject) {
    let mut log = subject.open();
    for first in (1..=100).step_by(10) {
        append(&mut *log, first..=first + 9);
    }
    let mut checkpointer = log.checkpointer();
    assert_eq!(checkpointer.compact(50).unwrap(), 1, "no checkpoint, nothing goes");
    write_checkpoint(&*log, 60);
    let first = checkpointer.compact(35).unwrap();
    assert!((31..=35).contains(&first), "whole groups only, and not more than asked: {first}");
    let first = checkpointer.compact(u64::MAX).unwrap();
    assert_eq!(first, 61);
    assert_eq!(log.first_revision(), 61);
    assert_eq!(read_all(&*log, 61), 40);
    let error = log.reader().read(60, 10, 1000).unwrap_err();
    assert!(matches!(error, StoreError::Compacted { requested: 60, first: 61 }), "{error}");
    assert_eq!(checkpointer.compact(1).unwrap(), 61, "what is gone stays gone");
    append(&mut *log, 101..=102);
    assert_eq!(read_all(&*log, 61), 42);
}

fn compaction_keeps_the_last_record(subject: &Subject) {
    let mut log = subject.open();
    for revision in 1..=5 {
        append(&mut *log, revision..=revision);
    }
    write_checkpoint(&*log, 5);
    assert_eq!(log.checkpointer().compact(u64::MAX).unwrap(), 5);
    assert_eq!((log.first_revision(), log.last_revision()), (5, 5));
}

fn install_replaces_everything(subject: &Subject) {
    let mut log = subject.open();
    let reader = log.reader();
    let mut checkpointer = log.checkpointer();
    append(&mut *log, 1..=50);
    write_checkpoint(&*log, 40);
    let store_id = StoreId::from_u128(0xfeed);
    log.install(store_id, 1000, &mut checkpoint_chunks(1000).into_iter()).unwrap();
    assert_eq!(log.store_id(), store_id);
    assert_eq!((log.first_revision(), log.last_revision()), (1001, 1000));
    assert_eq!((reader.first_revision(), reader.last_revision()), (1001, 1000), "readers follow");
    assert_checkpoint(reader.latest_checkpoint().unwrap(), 1000);
    assert!(reader.checkpoint_at_or_before(999).unwrap().is_none());
    assert!(matches!(reader.read(50, 1, 1), Err(StoreError::Compacted { requested: 50, first: 1001 })));
    append(&mut *log, 1001..=1010);
    assert_eq!(read_all(&*log, 1001), 10);
    checkpointer.write(1005, &mut checkpoint_chunks(1005).into_iter()).unwrap();
    assert_checkpoint(reader.latest_checkpoint().unwrap(), 1005);
}

// The promises of those that keep something.

fn reopening_gives_everything_back(subject: &Subject) {
    let store_id = {
        let mut log = subject.open();
        append(&mut *log, 1..=100);
        append(&mut *log, 101..=101);
        write_checkpoint(&*log, 70);
        log.store_id()
    };
    for _ in 0..2 {
        let mut log = subject.open();
        assert_eq!(log.store_id(), store_id);
        let last = log.last_revision();
        assert_eq!(log.first_revision(), 1);
        assert_eq!(read_all(&*log, 1), last);
        assert_checkpoint(log.reader().latest_checkpoint().unwrap(), 70);
        append(&mut *log, last + 1..=last + 5);
    }
    assert_eq!(subject.open().last_revision(), 111);
}

fn reopening_keeps_compaction_and_install(subject: &Subject) {
    {
        let mut log = subject.open();
        for first in (1..=100).step_by(10) {
            append(&mut *log, first..=first + 9);
        }
        write_checkpoint(&*log, 60);
        log.checkpointer().compact(61).unwrap();
    }
    {
        let mut log = subject.open();
        assert_eq!((log.first_revision(), log.last_revision()), (61, 100));
        assert_eq!(read_all(&*log, 61), 40);
        log.install(StoreId::from_u128(7), 5, &mut checkpoint_chunks(5).into_iter()).unwrap();
    }
    {
        let mut log = subject.open();
        assert_eq!(log.store_id(), StoreId::from_u128(7));
        assert_eq!((log.first_revision(), log.last_revision()), (6, 5));
        assert_checkpoint(log.reader().latest_checkpoint().unwrap(), 5);
        append(&mut *log, 6..=6);
    }
    assert_eq!(read_all(&*subject.open(), 6), 1);
}

fn a_second_opener_is_refused(subject: &Subject) {
    let log = subject.open();
    let error = open(subject.kind, subject.path()).err().unwrap();
    assert!(matches!(error, StoreError::Locked { .. }), "{error}");
    drop(log);
    drop(subject.open());
}

fn another_kind_is_refused(subject: &Subject) {
    drop(subject.open());
    let other = if subject.kind == StoreKind::Redb { StoreKind::Fjall } else { StoreKind::Redb };
    let error = open(other, subject.path()).err().unwrap();
    assert!(
        matches!(error, StoreError::KindMismatch { found, asked, .. } if found == subject.kind && asked == other),
        "{error}"
    );
}

fn an_older_minor_opens_and_a_newer_format_is_refused(subject: &Subject) {
    let newer_minor = Format { minor: FORMAT.minor + 1, ..FORMAT };
    let mut log = log::FolderLog::open(subject.kind, subject.path()).unwrap();
    append(&mut log, 1..=10);
    drop(log);
    let log = log::FolderLog::open_as(subject.kind, subject.path(), newer_minor).unwrap();
    assert_eq!(read_all(&log, 1), 10);
    drop(log);
    let error = open(subject.kind, subject.path()).err().unwrap();
    assert!(
        matches!(error, StoreError::FormatTooNew { found, supported: FORMAT, .. } if found == newer_minor),
        "{error}"
    );
}

fn an_interrupted_creation_or_install_leaves_no_trace(subject: &Subject) {
    // What a process leaves that was killed before CURRENT was renamed: a folder that nothing names.
    let unnamed = subject.path().join("generation-000001");
    std::fs::create_dir_all(unnamed.join("fjall")).unwrap();
    std::fs::write(unnamed.join("log.redb"), b"half").unwrap();
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    drop(log);
    let unnamed = subject.path().join("generation-000002");
    std::fs::create_dir_all(&unnamed).unwrap();
    std::fs::write(subject.path().join("CURRENT.new"), b"half").unwrap();
    let mut log = subject.open();
    assert!(!unnamed.exists());
    assert_eq!(read_all(&*log, 1), 3);
    log.install(StoreId::from_u128(3), 9, &mut std::iter::empty()).unwrap();
    assert_eq!(log.last_revision(), 9);
}

fn an_interrupted_checkpoint_is_never_seen(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=9);
    write_checkpoint(&*log, 4);
    let mut chunks = checkpoint_chunks(9).into_iter().chain(std::iter::once_with(|| panic!("killed here")));
    let mut checkpointer = log.checkpointer();
    let killed =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| checkpointer.write(9, &mut chunks)));
    assert!(killed.is_err());
    assert_checkpoint(log.reader().latest_checkpoint().unwrap(), 4);
    drop((log, checkpointer));
    assert_checkpoint(subject.open().reader().latest_checkpoint().unwrap(), 4);
}

fn a_damaged_newest_checkpoint_leaves_the_older_one(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=9);
    write_checkpoint(&*log, 4);
    write_checkpoint(&*log, 9);
    let newest =
        files_below(subject.path()).into_iter().rfind(|path| path.to_string_lossy().ends_with(".checkpoint"));
    let newest = newest.unwrap();
    let mut bytes = std::fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&newest, bytes).unwrap();
    let found = log.reader().latest_checkpoint().unwrap().unwrap();
    let error = found.chunks.collect::<Result<Vec<_>, _>>().unwrap_err();
    assert!(matches!(error, StoreError::Corrupt { revision: Some(9), .. }), "{error}");
    assert_checkpoint(log.reader().checkpoint_at_or_before(8).unwrap(), 4);
}

/// The library returns other bytes than were given: only our own checksum can tell.
fn a_flipped_bit_below_names_its_revision(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    let path = subject.path().join("generation-000001");
    drop(log);
    let engine = engine::open(subject.kind, &path).unwrap();
    let mut group = block::encode(4, &payloads(4..=6)).unwrap();
    let last = group.len() - 1;
    group[last] ^= 0x10;
    engine.append(4, group).unwrap();
    engine.append(7, block::encode(7, &payloads(7..=7)).unwrap()).unwrap();
    drop(engine);
    let log = subject.open();
    let reader = log.reader();
    assert_eq!(reader.read(1, 100, 1 << 20).unwrap().len(), 5, "what precedes the damage is given");
    for from in [6, 6] {
        let error = reader.read(from, 100, 1 << 20).unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { revision: Some(6), .. }), "{error}");
    }
    assert_eq!(reader.read(7, 100, 1 << 20).unwrap().len(), 1);
}

fn a_missing_group_names_its_revision(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    drop(log);
    let engine = engine::open(subject.kind, &subject.path().join("generation-000001")).unwrap();
    engine.append(7, block::encode(7, &payloads(7..=7)).unwrap()).unwrap();
    drop(engine);
    let log = subject.open();
    assert_eq!(log.reader().read(1, 100, 1 << 20).unwrap().len(), 3);
    for from in 4..=6 {
        let error = log.reader().read(from, 100, 1 << 20).unwrap_err();
        assert!(
            matches!(error, StoreError::Corrupt { revision: Some(revision), .. } if revision == from),
            "{error}"
        );
    }
}

/// Nothing is torn in a log that was closed, so what is missing at its end was lost.
fn a_group_lost_since_a_clean_stop_is_noticed(subject: &Subject) {
    let mut log = subject.open();
    append(&mut *log, 1..=3);
    drop(log);
    stop_note::write(&subject.path().join("generation-000001"), 5);
    let error = open(subject.kind, subject.path()).err().unwrap();
    assert!(matches!(error, StoreError::Corrupt { revision: Some(4), .. }), "{error}");
}

macro_rules! run {
    ($kind:expr; $($check:ident),+ $(,)?) => {
        $(#[test] fn $check() { super::$check(&super::Subject::new($kind)); })+
    };
}

macro_rules! run_promises_of_all {
    ($kind:expr) => {
        run! { $kind;
            a_new_log_is_empty, reads_what_was_appended, pages_by_records_and_by_bytes,
            refuses_a_gap_and_stays_usable, refuses_what_is_too_large_and_stays_usable,
            keeps_large_and_empty_records, keeps_a_hundred_thousand_records, readers_follow_from_other_threads,
            keeps_the_newest_two_checkpoints, refuses_a_checkpoint_ahead_of_the_log,
            compaction_never_passes_the_latest_checkpoint, compaction_keeps_the_last_record,
            install_replaces_everything,
        }
    };
}

macro_rules! run_promises_of_folders {
    ($kind:expr) => {
        run! { $kind;
            reopening_gives_everything_back, reopening_keeps_compaction_and_install, a_second_opener_is_refused,
            another_kind_is_refused, an_older_minor_opens_and_a_newer_format_is_refused,
            an_interrupted_creation_or_install_leaves_no_trace, an_interrupted_checkpoint_is_never_seen,
            a_damaged_newest_checkpoint_leaves_the_older_one, a_flipped_bit_below_names_its_revision,
            a_missing_group_names_its_revision, a_group_lost_since_a_clean_stop_is_noticed,
        }
    };
}

mod memory_log {
    run_promises_of_all!(super::StoreKind::Memory);
}

mod redb_log {
    run_promises_of_all!(super::StoreKind::Redb);
    run_promises_of_folders!(super::StoreKind::Redb);
}

mod fjall_log {
    run_promises_of_all!(super::StoreKind::Fjall);
    run_promises_of_folders!(super::StoreKind::Fjall);
}
