//! What is a step done to?

use super::answer::Answer;
use super::step::Step;

/// Something that answers steps: the domain alone, or a server behind its contract.
pub trait World {
    /// What kind of world it is, for messages.
    fn kind(&self) -> &'static str;

    /// Does one step.
    ///
    /// # Errors
    /// The step makes no sense here, or a law was broken by it; the scenario fails then.
    fn run(&mut self, step: &Step) -> Result<Answer, String>;

    /// Looks at everything once more after the last step.
    ///
    /// # Errors
    /// Something does not hold.
    fn finish(&mut self) -> Result<(), String>;
}
