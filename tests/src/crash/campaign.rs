//! Which trials are run, in which order, and when is it enough?

use std::time::{Duration, Instant};

use super::table::Table;
use super::trial::{Death, Series, Trial};
use crate::random::Random;

/// Tries until a fault strikes under load and not at the start, or not at all.
const ATTEMPTS_MAX: u64 = 6;

/// How much is tried.
#[derive(Clone, Copy, Debug)]
pub struct Campaign {
    /// Kills; faults come on top.
    pub kills: u64,
    /// How often each fault strikes on each store.
    pub faults: u64,
    /// Seed of everything but the scheduling of threads.
    pub seed: u64,
    /// When to give up; then the campaign has failed.
    pub deadline: Duration,
}

/// Kills on one folder.
struct Part {
    store: &'static str,
    kills: u64,
    faults: u64,
}

impl Campaign {
    /// Runs all trials. `tell` gets a line of progress now and then; the table is complete up to the first failure.
    ///
    /// # Errors
    /// What is wrong, with the seed that shows it again.
    #[expect(clippy::disallowed_methods, reason = "a campaign that hangs is ended by a deadline")]
    pub fn run(&self, table: &mut Table, mut tell: impl FnMut(&str)) -> Result<(), String> {
        let begin = Instant::now();
        let mut random = Random::new(self.seed);
        for part in self.parts() {
            let Part { store, kills, faults } = part;
            let mut series = Series::new(store, random.bits())?;
            let plan = std::iter::repeat_n(None, kills as usize)
                .chain((0..faults).flat_map(|_| Death::FAULTS.map(Some)))
                .enumerate();
            for (number, fault) in plan {
                if begin.elapsed() > self.deadline {
                    return Err(format!("not done after {:?}, seed {}", self.deadline, self.seed));
                }
                let kill = if random.below(4) == 0 { Death::QuietKill } else { Death::Kill };
                let death = fault.unwrap_or(kill);
                let context =
                    format!("{store}, trial {number} of its folder, {}, seed {}", death.name(), self.seed);
                let trial = self.until_it_strikes(&mut series, death, store, table, &context)?;
                if fault.is_some() || number % 10 == 9 {
                    tell(&format!(
                        "{:4} s  {store}: {} trials on this folder, {} changes in all; {}: {} ms to recover",
                        begin.elapsed().as_secs(),
                        number + 1,
                        table.acknowledged(),
                        death.name(),
                        trial.restart.as_millis(),
                    ));
                }
            }
        }
        Ok(())
    }

    /// One folder that lives through most kills, several that live through a few, on the default store; fewer on the other.
    fn parts(&self) -> Vec<Part> {
        let redb = self.kills / 5;
        let fresh = self.kills / 10;
        let long = self.kills - redb - fresh;
        let mut parts = vec![Part { store: "fjall", kills: long, faults: self.faults }];
        let series = fresh.div_ceil(5).max(1);
        parts.extend((0..series).map(|index| {
            let kills = fresh / series + u64::from(index < fresh % series);
            Part { store: "fjall", kills, faults: 0 }
        }));
        parts.push(Part { store: "redb", kills: redb, faults: self.faults });
        parts
    }

    fn until_it_strikes(
        &self,
        series: &mut Series,
        death: Death,
        store: &'static str,
        table: &mut Table,
        context: &str,
    ) -> Result<Trial, String> {
        for attempt in 0..ATTEMPTS_MAX {
            let trial = series.trial(death, attempt).map_err(|error| {
                format!("{context}: {error}\nthe server's log ends with:\n{}", tail(&series.log()))
            })?;
            table.add(death, store, &trial);
            if !trial.findings.none() {
                let lines: Vec<String> = trial.findings.lines().collect();
                let shown = lines.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
                return Err(format!("{context}: {} findings\n{shown}\n{}", lines.len(), tail(&series.log())));
            }
            if trial.struck {
                return Ok(trial);
            }
        }
        Err(format!("{context}: the fault did not strike under load in {ATTEMPTS_MAX} trials"))
    }
}

fn tail(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}
