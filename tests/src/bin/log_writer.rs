//! The program that suffers in trials of the log: `log_writer <kind> <folder> <groups>` opens the log and appends groups,
//! with a checkpoint and a compaction now and then; `log_writer <kind> <folder> install <revision>` imports a state.
//!
//! It says on its output what was acknowledged, one line each, and ends with 3 when the log refuses, after a look whether
//! a failed log keeps refusing.
#![expect(clippy::print_stdout, reason = "what was acknowledged goes to the harness")]

use std::path::Path;
use std::process::ExitCode;

use bytes::Bytes;
use podnet_server::store::{self, Log, StoreError, StoreId, StoreKind};
use podnet_tests::log_trial::{
    GROUPS_PER_CHECKPOINT, REVISIONS_KEPT, checkpoint_chunks, group_size, payload,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome =
        match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [kind, folder, "install", revision] => parse(kind, revision)
                .and_then(|(kind, revision)| run(kind, folder, |log| install(log, revision))),
            [kind, folder, groups] => parse(kind, groups)
                .and_then(|(kind, groups)| run(kind, folder, |log| append_groups(log, groups))),
            _ => Err("log_writer <kind> <folder> <groups> | <kind> <folder> install <revision>".to_owned()),
        };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("refused {error}");
            ExitCode::from(3)
        }
    }
}

fn parse(kind: &str, number: &str) -> Result<(StoreKind, u64), String> {
    let kind = kind.parse().map_err(|error: StoreError| error.to_string())?;
    Ok((kind, number.parse().map_err(|_| format!("{number} is not a number"))?))
}

fn run(
    kind: StoreKind,
    folder: &str,
    work: impl FnOnce(&mut dyn Log) -> Result<(), StoreError>,
) -> Result<(), String> {
    let mut log = store::open(kind, Path::new(folder)).map_err(|error| error.to_string())?;
    println!("opened {}", log.last_revision());
    work(&mut *log).map_err(|error| error.to_string())
}

fn append_groups(log: &mut dyn Log, groups: u64) -> Result<(), StoreError> {
    let mut checkpointer = log.checkpointer();
    for group in 1..=groups {
        let first = log.last_revision() + 1;
        let records: Vec<Bytes> = (first..first + group_size(first)).map(payload).collect();
        if let Err(error) = log.append(first, &records) {
            if matches!(log.append(first, &records), Err(StoreError::Poisoned { .. })) {
                println!("poisoned");
            }
            return Err(error);
        }
        let last = log.last_revision();
        println!("acknowledged {last}");
        if group % GROUPS_PER_CHECKPOINT == 0 {
            checkpointer.write(last, &mut checkpoint_chunks(last))?;
            println!("checkpoint {last}");
            checkpointer.compact(last.saturating_sub(REVISIONS_KEPT))?;
        }
    }
    Ok(())
}

fn install(log: &mut dyn Log, revision: u64) -> Result<(), StoreError> {
    log.install(StoreId::from_u128(revision.into()), revision, &mut checkpoint_chunks(revision))?;
    println!("installed {revision}");
    Ok(())
}
