//! The power fails: of what was written and not synced, any part is gone.

use podnet_tests::faults::{Fault, Loss};
use podnet_tests::random::Random;

use crate::trial::{KINDS, Trial};

#[test]
fn any_part_of_what_was_not_synced_may_be_lost() {
    lose_power_at_every_sync(Loss::OldOrNew);
}

#[test]
fn a_torn_and_garbled_tail_is_cut() {
    lose_power_at_every_sync(Loss::Garbled);
}

fn lose_power_at_every_sync(loss: Loss) {
    for kind in KINDS {
        let (mut trials, mut sectors_unsynced, mut sectors_changed) = (0, 0, 0);
        for seed in 0..6 {
            let mut random = Random::new(seed);
            for syncs in 0.. {
                let mut trial = Trial::new(kind);
                let (run, lost) = trial.write_and_lose_power(8, Fault::KillAtSync(syncs), loss, &mut random);
                trial.judge(&format!("{loss:?} seed {seed}: power lost at sync {syncs}"));
                if run.code == Some(0) {
                    break;
                }
                trials += 1;
                sectors_unsynced += lost.sectors_unsynced;
                sectors_changed += lost.sectors_changed;
            }
        }
        println!(
            "{kind}: {trials} losses of power, {sectors_changed} of {sectors_unsynced} unsynced sectors lost"
        );
        assert!(sectors_changed > 100, "{kind}: only {sectors_changed} sectors were lost");
    }
}
