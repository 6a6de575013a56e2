//! Does the server keep what it acknowledged, however it dies: killed, out of disk, out of power, in the middle of a write?
//!
//! A short campaign in every run. `cargo xtask crash` runs a long one: `PODNET_CRASH_TRIALS` sets the number of kills,
//! `PODNET_CRASH_SEED` the seed. The table is also written to `crash-report.md` in the target folder.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails; what a campaign does is shown with --nocapture"
)]

use std::path::PathBuf;
use std::time::Duration;

use podnet_tests::crash::campaign::Campaign;
use podnet_tests::crash::table::Table;

/// Kills of an ordinary test run.
const KILLS: u64 = 20;

#[test]
fn what_was_acknowledged_survives_every_death() {
    let kills = number("PODNET_CRASH_TRIALS");
    let campaign = Campaign {
        kills: kills.unwrap_or(KILLS),
        faults: kills.map_or(1, |kills| kills.div_ceil(50)),
        seed: number("PODNET_CRASH_SEED").unwrap_or(20_260_101),
        deadline: Duration::from_secs(if kills.is_some() { 3600 } else { 300 }),
    };
    println!("{campaign:?}");
    let mut table = Table::default();
    let outcome = campaign.run(&mut table, |line| println!("{line}"));
    let report = format!("Crash trials, seed {}.\n\n{}", campaign.seed, table.markdown());
    println!("\n{report}");
    std::fs::write(target().join("crash-report.md"), &report).expect("the target folder can be written");
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    assert!(table.acknowledged() > 0, "nothing was acknowledged");
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable} is a number")))
}

/// The folder of the build, from where this test stands.
fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it stands");
    test.ancestors().nth(3).expect("target/profile/deps/test").to_path_buf()
}
