//! Runs many scenarios at once, each in namespaces of its own, and sums up what came of them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::Outcome;
use crate::run::{Mismatch, Report, run};
use crate::scenario::Scenario;

/// What came of all scenarios.
#[derive(Debug, Default)]
pub struct Summary {
    /// Scenarios that ran.
    pub scenarios: usize,
    /// Flows that were sent and compared.
    pub flows: usize,
    /// Those that got an answer.
    pub answered: usize,
    /// Those whose prediction ends before the lab does.
    pub open_ended: usize,
    /// Packets, each once at each point.
    pub packets: usize,
    /// Flows that are not predicted, by the word for why.
    pub not_predicted: BTreeMap<&'static str, usize>,
    /// Scenarios with mismatches, by their number in the run.
    pub failed: Vec<(usize, Scenario, Vec<Mismatch>)>,
}

impl Summary {
    fn add(&mut self, number: usize, scenario: Scenario, report: Report) {
        self.scenarios += 1;
        self.flows += report.flows;
        self.answered += report.answered;
        self.open_ended += report.open_ended;
        self.packets += report.packets;
        for (why, count) in report.not_predicted {
            *self.not_predicted.entry(why).or_default() += count;
        }
        if !report.mismatches.is_empty() {
            self.failed.push((number, scenario, report.mismatches));
        }
    }
}

/// Runs the scenarios with these numbers on several threads; `show` hears of each as it ends, with the count so far.
///
/// # Errors
/// What can't be built or asked; the others are not begun then.
pub fn trial(
    count: usize,
    threads: usize,
    scenario: impl Fn(usize) -> Option<Scenario> + Sync,
    show: impl Fn(&Report, &Summary) + Sync,
) -> Outcome<Summary> {
    let next = AtomicUsize::new(0);
    let summary = Mutex::new(Summary::default());
    let work = || -> Outcome<()> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(scenario) = (number < count).then(|| scenario(number)).flatten() else { return Ok(()) };
            let ended = run(&scenario).map_err(|error| format!("{}: {error}", scenario.title));
            if ended.is_err() {
                next.store(count, Ordering::Relaxed);
            }
            let report = ended?;
            // A thread that panicked ends the trial anyway; what the others counted stays true.
            let mut summary = summary.lock().unwrap_or_else(PoisonError::into_inner);
            summary.add(number, scenario, report.clone());
            show(&report, &summary);
        }
    };
    let ended: Vec<Outcome<()>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let all = running.into_iter();
        all.map(|thread| thread.join().unwrap_or_else(|_| Err("a thread of the trial panicked".into())))
            .collect()
    });
    ended.into_iter().collect::<Outcome<()>>()?;
    let mut summary = summary.into_inner().unwrap_or_else(PoisonError::into_inner);
    summary.failed.sort_by_key(|(number, ..)| *number);
    Ok(summary)
}
