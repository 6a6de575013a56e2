//! What is kept of the steps: all of them, or nothing.
//!
//! Stages describe a step in a closure, so that a run without a recorder pays nothing for words.

use super::step::Step;

/// Takes down steps.
pub trait Recorder: Clone + Default {
    /// Whether steps are kept. What only a step shows, as who lost a choice, need not be found out then.
    const KEEPS: bool;

    /// Takes down a step.
    fn record(&mut self, step: impl FnOnce() -> Step);
    /// The steps that were kept.
    fn into_steps(self) -> Vec<Step>;
}

/// Keeps every step.
#[derive(Clone, Debug)]
pub struct Steps(Vec<Step>);

/// Room for the steps of most branches, so that none is moved as more come.
const STEPS_EXPECTED: usize = 24;

impl Default for Steps {
    fn default() -> Self {
        Self(Vec::with_capacity(STEPS_EXPECTED))
    }
}

impl Recorder for Steps {
    const KEEPS: bool = true;

    fn record(&mut self, step: impl FnOnce() -> Step) {
        self.0.push(step());
    }

    fn into_steps(self) -> Vec<Step> {
        self.0
    }
}

/// Keeps nothing: for questions whose answer is a verdict.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Recorder for Silent {
    const KEEPS: bool = false;

    fn record(&mut self, _: impl FnOnce() -> Step) {}

    fn into_steps(self) -> Vec<Step> {
        Vec::new()
    }
}
