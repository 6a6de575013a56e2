//! Do the judges agree on very many flows: worlds from a seed, flows in each, on several threads.
//!
//! The count decides, not the time: a seed and a count give the same worlds and flows on every machine and with any
//! number of threads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use podnet_core::flow::Flow;
use podnet_core::flow::vocabulary::Verdict;

use crate::compare::{Difference, agreed, difference};
use crate::generate::{self, Limits};
use crate::judge::Answer;
use crate::random::Random;
use crate::shrink::{scenario, shrink};
use crate::{Ends, World};

/// Flows that are tried in one world.
pub const FLOWS_OF_WORLD: u64 = 250;

/// What is tried.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Where all random choices come from.
    pub seed: u64,
    /// Flows to try, rounded up to whole worlds.
    pub flows: u64,
    /// Threads.
    pub threads: usize,
    /// What worlds may have.
    pub limits: Limits,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Worlds.
    pub worlds: u64,
    /// Flows.
    pub flows: u64,
    /// Flows by verdict, in the order of the words.
    pub verdicts: [u64; 4],
    /// Branches, there and back.
    pub branches: u64,
    /// Choices of route that were compared with all their losers.
    pub choices: u64,
    /// Branches by the way they end, there and back.
    pub endings: BTreeMap<String, u64>,
    /// The first difference found, cut down and written out; `None` if the judges agree.
    pub difference: Option<String>,
}

/// Runs a plan. `progress` is told now and then how many flows are done.
pub fn run(plan: &Plan, progress: impl Fn(u64) + Sync) -> Summary {
    let worlds = plan.flows.div_ceil(FLOWS_OF_WORLD);
    let (next, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let total = Mutex::new(Summary::default());
    std::thread::scope(|scope| {
        for _ in 0..plan.threads.max(1) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= worlds || stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let found = one_world(plan, index);
                    if found.difference.is_some() {
                        stop.store(true, Ordering::Relaxed);
                    }
                    if let Ok(mut total) = total.lock() {
                        total.add(found);
                        if total.worlds % 200 == 0 {
                            progress(total.flows);
                        }
                    }
                }
            });
        }
    });
    total.into_inner().unwrap_or_default()
}

impl Summary {
    fn add(&mut self, other: Self) {
        self.worlds += other.worlds;
        self.flows += other.flows;
        self.branches += other.branches;
        self.choices += other.choices;
        for (ending, more) in other.endings {
            *self.endings.entry(ending).or_default() += more;
        }
        for (sum, more) in self.verdicts.iter_mut().zip(other.verdicts) {
            *sum += more;
        }
        self.difference = self.difference.take().or(other.difference);
    }

    fn count(&mut self, answer: &Answer) {
        self.flows += 1;
        let index = Verdict::ALL.iter().position(|verdict| *verdict == answer.overall).unwrap_or(0);
        if let Some(count) = self.verdicts.get_mut(index) {
            *count += 1;
        }
        for branch in answer.there.iter().chain(&answer.back) {
            self.branches += 1;
            self.choices += branch.choices.len() as u64;
            *self.endings.entry(format!("{:?}", branch.ending)).or_default() += 1;
        }
    }
}

/// The seed of a world of a plan.
#[must_use]
pub fn seed_of(seed: u64, index: u64) -> u64 {
    Random::new(seed ^ index.wrapping_mul(0x9e37_79b9_7f4a_7c15)).bits()
}

fn one_world(plan: &Plan, index: u64) -> Summary {
    let seed = seed_of(plan.seed, index);
    let world = generate::world(seed, plan.limits);
    let (ends, mut random) = (Ends::of(&world.state), Random::new(seed));
    let mut summary = Summary { worlds: 1, ..Summary::default() };
    for _ in 0..FLOWS_OF_WORLD {
        let Some(flow) = ends.flow(&mut random) else { break };
        match agreed(&world.state, &flow) {
            Ok(None) => {}
            Ok(Some(answer)) => summary.count(&answer),
            Err(found) => {
                summary.difference = Some(written(seed, &world, &flow, &found));
                break;
            }
        }
    }
    summary
}

/// A difference as a small scenario with both answers.
fn written(seed: u64, world: &World, flow: &Flow, found: &Difference) -> String {
    let same = |tried: &World| difference(&tried.state, flow).is_some_and(|other| other.what == found.what);
    let small = shrink(&world.commands, same);
    let found = difference(&small.state, flow).unwrap_or_else(|| found.clone());
    let mut text =
        format!("the judges differ in {}\nworld seed {seed}, cut down to\n{}", found.what, scenario(&small));
    let show =
        |answer: &Option<Answer>| answer.as_ref().map_or_else(|| "  refused\n".to_owned(), Answer::to_string);
    let written = write!(
        text,
        "flow\n  {:?} -> {:?}\n  {:?} source port {:?} destination port {:?} family {:?} scope {:?}{}\ndomain\n{}naive\n{}",
        flow.source,
        flow.destination,
        flow.protocol,
        flow.source_port,
        flow.destination_port,
        flow.family,
        flow.scope,
        if flow.one_way { " one way" } else { "" },
        show(&found.domain),
        show(&found.naive),
    );
    if written.is_err() {
        text.push_str("(the rest can't be written)");
    }
    text
}
