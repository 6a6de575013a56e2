//! The disk refuses: it is full, or a sync fails. The log stops, says what to do, and gives everything back on opening.

use podnet_tests::faults::Fault;
use podnet_tests::random::Random;

use crate::trial::{KINDS, Run, Trial};

#[test]
fn a_full_disk_stops_the_log_and_loses_nothing() {
    for kind in KINDS {
        let mut random = Random::new(0xf011);
        let mut refused = 0;
        for folder in 0..4 {
            let mut trial = Trial::new(kind);
            for round in 0..10 {
                let bytes = random.below(if round == 0 { 5_000 } else { 300_000 });
                let run = trial.write(25, Some(Fault::NoSpace(bytes)));
                trial.judge(&format!("folder {folder} round {round} full at byte {bytes}"));
                refused += u64::from(was_refused(&run, "no space left"));
            }
        }
        println!("{kind}: {refused} of 40 runs met a full disk");
        assert!(refused > 20, "{kind}: only {refused} runs met a full disk");
    }
}

#[test]
fn a_failed_sync_stops_the_log_and_loses_nothing() {
    for kind in KINDS {
        let mut refused = 0;
        for syncs in 0.. {
            let mut trial = Trial::new(kind);
            let run = trial.write(6, Some(Fault::SyncError(syncs)));
            trial.judge(&format!("sync {syncs} failed"));
            if was_refused(&run, "nput/output error") {
                refused += 1;
            } else {
                break;
            }
        }
        println!("{kind}: each of {refused} syncs failed once");
        assert!(refused > 10, "{kind}: only {refused} syncs were seen");
    }
}

#[test]
fn one_group_costs_one_sync() {
    for kind in KINDS {
        let syncs = |groups| {
            let killed =
                |syncs: &u64| Trial::new(kind).write(groups, Some(Fault::KillAtSync(*syncs))).code.is_none();
            (0..).find(|syncs| !killed(syncs)).unwrap()
        };
        // redb syncs once more each time it doubles its file; from the third group to the fourth it has no need to.
        let (three, four) = (syncs(3), syncs(4));
        assert_eq!(four - three, 1, "{kind}: {three} syncs for 3 groups, {four} for 4");
    }
}

/// Whether the log refused for that reason. A run that was not refused must have ended well.
fn was_refused(run: &Run, reason: &str) -> bool {
    if run.code == Some(0) {
        return false;
    }
    assert_eq!(run.code, Some(3), "{}", run.output);
    assert!(run.output.contains(reason), "{}", run.output);
    // After a failed append the log refuses the next one; a checkpoint or an opening may fail without an append.
    assert!(
        run.output.contains("poisoned") || !run.output.contains("append to"),
        "a failed log went on: {}",
        run.output
    );
    true
}
