//! One folder, the runs of the writer on it, and what must be true of it afterwards.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use podnet_server::store::{self, Log, LogReader, StoreId, StoreKind};
use podnet_tests::faults::{self, Fault, Loss, Lost};
use podnet_tests::log_trial::{checkpoint_chunks, group_size, is_group_end, payload};
use podnet_tests::random::Random;

/// The kinds that keep something.
pub(crate) const KINDS: [StoreKind; 2] = [StoreKind::Redb, StoreKind::Fjall];

/// A folder under trial, and what it has promised so far.
pub(crate) struct Trial {
    pub(crate) kind: StoreKind,
    folder: tempfile::TempDir,
    /// The last revision acknowledged by any run.
    acknowledged: u64,
    /// The last checkpoint acknowledged by any run.
    checkpoint: u64,
}

/// How a run of the writer ended.
#[derive(Debug)]
pub(crate) struct Run {
    /// 0, 3 for a refusal, `None` for killed.
    pub(crate) code: Option<i32>,
    /// How many groups it acknowledged.
    pub(crate) groups: u64,
    /// Its last words.
    pub(crate) output: String,
}

impl Trial {
    pub(crate) fn new(kind: StoreKind) -> Self {
        // Faults come from the calls and not from the disk, so a folder in memory is as good, and its syncs are free.
        let memory = Path::new("/dev/shm");
        let folder = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        Self { kind, folder, acknowledged: 0, checkpoint: 0 }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn journal(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    /// The last revision that was acknowledged.
    pub(crate) fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    /// Runs the writer for so many groups, with or without a fault, and takes note of what it acknowledged.
    pub(crate) fn write(&mut self, groups: u64, fault: Option<Fault>) -> Run {
        let run = self.run(&[&groups.to_string()], fault, false);
        self.note(&run);
        run
    }

    /// As [`write`](Self::write), and then the power fails.
    pub(crate) fn write_and_lose_power(
        &mut self,
        groups: u64,
        fault: Fault,
        loss: Loss,
        random: &mut Random,
    ) -> (Run, Lost) {
        let run = self.run(&[&groups.to_string()], Some(fault), true);
        self.note(&run);
        let sector_bytes = if random.below(2) == 0 { 512 } else { 4096 };
        let lost = faults::lose_power(&self.journal(), sector_bytes, loss, random).unwrap();
        std::fs::remove_file(self.journal()).unwrap();
        (run, lost)
    }

    /// Runs an import of a state at `revision`.
    pub(crate) fn install(&self, revision: u64, fault: Fault) -> Run {
        self.run(&["install", &revision.to_string()], Some(fault), false)
    }

    fn run(&self, arguments: &[&str], fault: Option<Fault>, journal: bool) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_log_writer"));
        command.arg(self.kind.name()).arg(self.data()).args(arguments).stdin(Stdio::null());
        if let Some(fault) = fault {
            fault.inject(&mut command, &self.data()).unwrap();
        }
        if journal {
            faults::record_unsynced(&mut command, &self.journal());
        }
        let output = command.output().unwrap();
        let text =
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let groups = text.lines().filter(|line| line.starts_with("acknowledged ")).count() as u64;
        Run { code: output.status.code(), groups, output: text }
    }

    fn note(&mut self, run: &Run) {
        for line in run.output.lines() {
            if let Some(revision) = line.strip_prefix("acknowledged ") {
                self.acknowledged = revision.parse().unwrap();
            }
            if let Some(revision) = line.strip_prefix("checkpoint ") {
                self.checkpoint = revision.parse().unwrap();
            }
        }
    }

    /// Opens the log and judges it: what was acknowledged is there, a group is there wholly or not at all, every record and
    /// checkpoint is what was written, and the log goes on.
    pub(crate) fn judge(&mut self, context: &str) {
        let mut log = match store::open(self.kind, &self.data()) {
            Ok(log) => log,
            Err(error) => panic!("{} {context}: the log does not open: {error}", self.kind),
        };
        let last = log.last_revision();
        let next_group_end = self.acknowledged + group_size(self.acknowledged + 1);
        assert!(
            last == self.acknowledged || last == next_group_end,
            "{} {context}: acknowledged {}, found {last}",
            self.kind,
            self.acknowledged
        );
        assert!(is_group_end(last), "{} {context}: {last} is inside a group", self.kind);
        self.judge_records(&*log, context);
        // What is found is from here on a promise: nobody may lose it any more.
        self.acknowledged = last;
        let records: Vec<_> = (last + 1..=last + group_size(last + 1)).map(payload).collect();
        log.append(last + 1, &records)
            .unwrap_or_else(|error| panic!("{} {context}: does not go on: {error}", self.kind));
        self.acknowledged = log.last_revision();
    }

    fn judge_records(&self, log: &dyn Log, context: &str) {
        let reader = log.reader();
        let (first, last) = (log.first_revision(), log.last_revision());
        let checkpoint = judge_checkpoint(&*reader, context);
        assert!(
            checkpoint >= self.checkpoint,
            "{} {context}: checkpoint {} is gone, found {checkpoint}",
            self.kind,
            self.checkpoint
        );
        assert!(first <= checkpoint + 1, "{} {context}: nothing holds what is before {first}", self.kind);
        let mut next = first;
        while next <= last {
            let page = reader
                .read(next, 100, 1 << 20)
                .unwrap_or_else(|error| panic!("{} {context}: {error}", self.kind));
            for record in page {
                assert_eq!(record.revision, next, "{} {context}", self.kind);
                assert_eq!(record.payload, payload(next), "{} {context}: revision {next}", self.kind);
                next += 1;
            }
        }
    }

    /// Opens the log and checks that it is either as it was or the imported one.
    pub(crate) fn judge_install(&mut self, revision: u64, context: &str) {
        let log = store::open(self.kind, &self.data()).unwrap();
        if log.store_id() == StoreId::from_u128(revision.into()) {
            assert_eq!((log.first_revision(), log.last_revision()), (revision + 1, revision), "{context}");
            assert_eq!(judge_checkpoint(&*log.reader(), context), revision, "{context}");
        } else {
            drop(log);
            self.judge(context);
        }
    }
}

/// The revision of the newest checkpoint, which must be whole; 0 when there is none.
fn judge_checkpoint(reader: &dyn LogReader, context: &str) -> u64 {
    let Some(checkpoint) = reader.latest_checkpoint().unwrap() else { return 0 };
    let revision = checkpoint.revision;
    let chunks: Result<Vec<Vec<u8>>, _> = checkpoint.chunks.collect();
    let chunks = chunks.unwrap_or_else(|error| panic!("{context}: {error}"));
    assert!(chunks.into_iter().eq(checkpoint_chunks(revision)), "{context}: checkpoint {revision}");
    revision
}

/// The number of files of one name ending below a folder.
pub(crate) fn count_files(folder: &Path, ending: &str) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| match path.is_dir() {
            true => count_files(&path, ending),
            false => usize::from(path.to_string_lossy().ends_with(ending)),
        })
        .sum()
}
