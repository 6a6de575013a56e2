//! The disk forgets: a bit of a file of a stopped log is flipped. Whatever is read is right, or is refused; nothing is
//! silently missing.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use podnet_server::store::{self, StoreError};
use podnet_tests::log_trial::payload;
use podnet_tests::random::Random;

use crate::trial::{KINDS, Trial};

#[test]
fn a_flipped_bit_is_noticed_or_changes_nothing() {
    for kind in KINDS {
        let mut trial = Trial::new(kind);
        trial.write(9, None);
        // Opening once lets fjall cut its preallocated journal, so that 300 copies cost little.
        read_everything(&trial).unwrap();
        let sound = trial.data().parent().unwrap().join("sound");
        copy(&trial.data(), &sound);
        let files: Vec<PathBuf> = files_below(&sound);
        let bytes: u64 = files.iter().map(|file| written_bytes(file)).sum();
        let (mut refused, mut harmless) = (0, 0);
        for seed in 0..300 {
            let mut random = Random::new(seed);
            let mut position = random.below(bytes);
            let file = files.iter().find(|file| {
                let length = written_bytes(file);
                let here = position < length;
                if !here {
                    position -= length;
                }
                here
            });
            let name = file.unwrap().strip_prefix(&sound).unwrap();
            std::fs::remove_dir_all(trial.data()).unwrap();
            copy(&sound, &trial.data());
            flip(&trial.data().join(name), position, 1 << random.below(8));
            let context = format!("{kind} seed {seed}: {} byte {position}", name.display());
            match read_everything(&trial) {
                Ok(last) => {
                    assert_eq!(
                        last,
                        trial.acknowledged(),
                        "{context}: acknowledged records are silently gone"
                    );
                    harmless += 1;
                }
                Err(error) => {
                    assert!(!matches!(error, StoreError::Poisoned { .. }), "{context}: {error}");
                    refused += 1;
                }
            }
        }
        println!("{kind}: of 300 flipped bits {refused} were refused, {harmless} changed nothing");
        assert!(refused > 30, "{kind}: only {refused} flips were noticed");
    }
}

/// Opens the log and reads its checkpoint and records; answers the last revision.
fn read_everything(trial: &Trial) -> Result<u64, StoreError> {
    let log = store::open(trial.kind, &trial.data())?;
    let reader = log.reader();
    if let Some(checkpoint) = reader.latest_checkpoint()? {
        let chunks: Vec<Vec<u8>> = checkpoint.chunks.collect::<Result<_, _>>()?;
        assert!(chunks.into_iter().eq(podnet_tests::log_trial::checkpoint_chunks(checkpoint.revision)));
    }
    let mut next = log.first_revision();
    while next <= log.last_revision() {
        for record in reader.read(next, 100, 1 << 20)? {
            assert_eq!((record.revision, record.payload), (next, payload(next)));
            next += 1;
        }
    }
    Ok(log.last_revision())
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.into_iter().flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The length of a file without the zeros at its end, which are preallocated.
fn written_bytes(file: &Path) -> u64 {
    let bytes = std::fs::read(file).unwrap();
    let pages = bytes.chunks(4096).rposition(|page| *page != [0; 4096][..page.len()]);
    pages.map_or(0, |page| bytes.len().min((page + 1) * 4096) as u64)
}

fn flip(path: &Path, position: u64, bit: u8) {
    let file = File::options().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, position).unwrap();
    file.write_all_at(&[byte[0] ^ bit], position).unwrap();
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let _bytes = std::fs::copy(path, target).unwrap();
        }
    }
}
