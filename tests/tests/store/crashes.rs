//! The process dies: before any call, and inside any write.

use podnet_tests::faults::Fault;
use podnet_tests::random::Random;

use crate::trial::{KINDS, Trial, count_files};

#[test]
fn killed_before_any_call_from_an_empty_folder_on() {
    for kind in KINDS {
        let mut killed = 0;
        for calls in 0.. {
            let mut trial = Trial::new(kind);
            let run = trial.write(6, Some(Fault::Kill(calls)));
            trial.judge(&format!("killed before call {calls}"));
            trial.judge("once more");
            if run.code == Some(0) {
                break;
            }
            assert_eq!(run.code, None, "{}", run.output);
            killed += 1;
        }
        println!("{kind}: killed before each of {killed} calls");
        assert!(killed > 50, "{kind}: only {killed} calls were seen");
    }
}

#[test]
fn crashed_inside_a_write_at_any_byte() {
    for kind in KINDS {
        let mut random = Random::new(0xb17e);
        let (mut crashed, mut trials, mut groups) = (0, 0, 0);
        for folder in 0..8 {
            let mut trial = Trial::new(kind);
            for round in 0..12 {
                let bytes = random.below(if round == 0 { 5_000 } else { 400_000 });
                let run = trial.write(25, Some(Fault::ShortWrite(bytes)));
                trial.judge(&format!("folder {folder} round {round} cut at byte {bytes}"));
                trials += 1;
                groups += run.groups;
                crashed += u64::from(run.code.is_none());
            }
        }
        println!("{kind}: {crashed} of {trials} runs crashed inside a write, {groups} groups acknowledged");
        assert!(crashed * 2 > trials, "{kind}: only {crashed} of {trials} runs crashed");
    }
}

#[test]
fn killed_while_importing() {
    for kind in KINDS {
        for calls in 0.. {
            let mut trial = Trial::new(kind);
            trial.write(6, None);
            let run = trial.install(1000, Fault::Kill(calls));
            trial.judge_install(1000, &format!("{kind}: import killed before call {calls}"));
            assert_eq!(count_files(&trial.data(), ".new"), 0, "{kind}: an unfinished switch stays");
            if run.code == Some(0) {
                assert!(calls > 20, "{kind}: only {calls} calls were seen");
                break;
            }
        }
    }
}

#[test]
fn short_writes_that_are_legal_are_continued() {
    for kind in KINDS {
        for every in [1, 2, 3] {
            let mut trial = Trial::new(kind);
            let run = trial.write(12, Some(Fault::ShortWriteContinue(every)));
            assert_eq!(run.code, Some(0), "{kind}: {}", run.output);
            trial.judge(&format!("every {every}th write was short"));
        }
    }
}
