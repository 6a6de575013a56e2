//! How fast is a durable commit, how long does a start take, and what does it cost on disk?
//!
//! `cargo bench -p podnet-server --bench store` prints the tables that `src/store/README.md` keeps. The measure beside each
//! kind is a plain append to a preallocated file with one `fdatasync`: what the disk can do at all, in the same run. Under
//! `cargo test` it runs once with small numbers, so that it cannot rot.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and stops at the first failure"
)]

use std::fs::File;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::Path;
use std::time::{Duration, Instant};

use bytes::Bytes;
use podnet_server::store::{self, StoreKind};

const RECORD_BYTES: usize = 200;
const GROUP_SIZES: [usize; 5] = [1, 16, 64, 256, 1024];
/// The baseline's file. Appends beyond it start again at its head, so that it never grows.
const PREALLOCATED_BYTES: u64 = 64 << 20;

/// How much is measured.
struct Effort {
    time_per_run: Duration,
    records_per_run_max: u64,
    rounds: usize,
    reopen_records: u64,
}

fn main() {
    // `cargo bench` says so; `cargo test --benches` does not.
    let effort = if std::env::args().any(|argument| argument == "--bench") {
        Effort {
            time_per_run: Duration::from_secs(2),
            records_per_run_max: 2_000_000,
            rounds: 3,
            reopen_records: 1_000_000,
        }
    } else {
        Effort { time_per_run: Duration::ZERO, records_per_run_max: 1, rounds: 1, reopen_records: 1000 }
    };
    commits(&effort);
    reopening(&effort);
}

fn commits(effort: &Effort) {
    println!("| commit of | plain file | memory | redb | fjall |");
    println!("| --- | --- | --- | --- | --- |");
    for size in GROUP_SIZES {
        // Rounds alternate between the subjects, so that a noisy minute touches all of them; the median round counts.
        let mut rounds: [Vec<Commits>; 4] = Default::default();
        for _ in 0..effort.rounds {
            rounds[0].push(commit_to_plain_file(effort, size));
            for (kind, results) in
                [StoreKind::Memory, StoreKind::Redb, StoreKind::Fjall].into_iter().zip(&mut rounds[1..])
            {
                results.push(commit_to_log(effort, kind, size));
            }
        }
        let cells = rounds.map(|mut results| {
            results.sort_by(|a, b| a.records_per_second.total_cmp(&b.records_per_second));
            results[results.len() / 2].to_string()
        });
        println!("| {size} | {} |", cells.join(" | "));
    }
}

struct Commits {
    records_per_second: f64,
    p50: Duration,
    p99: Duration,
}

impl std::fmt::Display for Commits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
        write!(
            formatter,
            "{:.1} k/s, {:.2} / {:.2} ms",
            self.records_per_second / 1e3,
            milliseconds(self.p50),
            milliseconds(self.p99)
        )
    }
}

/// Commits groups of `size` until the time or the number of records is used up.
fn measure(effort: &Effort, size: usize, mut commit: impl FnMut(u64, &[Bytes])) -> Commits {
    let group: Vec<Bytes> = (0..size).map(|index| Bytes::from(vec![index as u8; RECORD_BYTES])).collect();
    let mut times = Vec::new();
    let start = now();
    let mut records = 0;
    while records < effort.records_per_run_max && (times.is_empty() || start.elapsed() < effort.time_per_run)
    {
        let before = now();
        commit(records + 1, &group);
        times.push(before.elapsed());
        records += size as u64;
    }
    let elapsed = start.elapsed();
    times.sort_unstable();
    Commits {
        records_per_second: records as f64 / elapsed.as_secs_f64(),
        p50: times[times.len() / 2],
        p99: times[times.len() * 99 / 100],
    }
}

fn commit_to_log(effort: &Effort, kind: StoreKind, size: usize) -> Commits {
    let folder = tempfile::tempdir().unwrap();
    let mut log = store::open(kind, folder.path()).unwrap();
    measure(effort, size, |first, group| log.append(first, group).unwrap())
}

fn commit_to_plain_file(effort: &Effort, size: usize) -> Commits {
    let folder = tempfile::tempdir().unwrap();
    let file = File::create_new(folder.path().join("plain")).unwrap();
    for megabyte in 0..PREALLOCATED_BYTES >> 20 {
        file.write_all_at(&vec![0; 1 << 20], megabyte << 20).unwrap();
    }
    file.sync_all().unwrap();
    let mut offset = 0;
    measure(effort, size, |_, group| {
        let bytes = group.concat();
        if offset + bytes.len() as u64 > PREALLOCATED_BYTES {
            offset = 0;
        }
        file.write_all_at(&bytes, offset).unwrap();
        file.sync_data().unwrap();
        offset += bytes.len() as u64;
    })
}

/// Opens what a killed server leaves: a copy of the folder, taken while the log was open.
fn reopening(effort: &Effort) {
    println!("\n| {} records in groups of 64 | redb | fjall |", effort.reopen_records);
    println!("| --- | --- | --- |");
    let columns = [StoreKind::Redb, StoreKind::Fjall].map(|kind| {
        let folder = tempfile::tempdir().unwrap();
        let (live, crashed) = (folder.path().join("live"), folder.path().join("crashed"));
        let mut log = store::open(kind, &live).unwrap();
        let group: Vec<Bytes> = (0..64u8).map(|index| Bytes::from(vec![index; RECORD_BYTES])).collect();
        while log.last_revision() < effort.reopen_records {
            log.append(log.last_revision() + 1, &group).unwrap();
        }
        copy(&live, &crashed);
        let disk_bytes = disk_bytes(&live);
        let last = log.last_revision();
        drop(log);
        let open = |path: &Path| {
            let before = now();
            let log = store::open(kind, path).unwrap();
            (log, before.elapsed())
        };
        let (log, after_crash) = open(&crashed);
        let before = now();
        let reader = log.reader();
        let mut next = 1;
        while next <= last {
            next += reader.read(next, 10_000, 16 << 20).unwrap().len() as u64;
        }
        let reading = before.elapsed();
        drop((log, reader));
        let (_log, after_stop) = open(&live);
        [after_crash, after_stop, reading]
            .map(|time| format!("{:.3} s", time.as_secs_f64()))
            .into_iter()
            .chain([format!("{} MB", disk_bytes / 1_000_000)])
            .collect::<Vec<_>>()
    });
    for (row, name) in ["open after a crash", "open after a stop", "read all", "disk"].iter().enumerate() {
        println!("| {name} | {} | {} |", columns[0][row], columns[1][row]);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            let _bytes = std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Space taken, as the file system counts it: holes in sparse files take none.
fn disk_bytes(folder: &Path) -> u64 {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            if entry.path().is_dir() {
                disk_bytes(&entry.path())
            } else {
                entry.metadata().unwrap().blocks() * 512
            }
        })
        .sum()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock; it decides nothing")]
fn now() -> Instant {
    Instant::now()
}
