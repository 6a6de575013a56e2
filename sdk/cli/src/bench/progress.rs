//! What does a run show while it runs? The rate of the last half second, on one line of a terminal; nothing elsewhere.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::report::text::thousands;
use crate::output::Printer;

/// Time between two looks.
const STEP: Duration = Duration::from_millis(500);

/// Shows how a run goes on.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    printer: Printer,
    shown: bool,
}

impl Progress {
    /// To standard error, if somebody sits there.
    #[must_use]
    pub fn new(printer: Printer) -> Self {
        Self { printer, shown: std::io::stderr().is_terminal() }
    }

    /// Waits for an answer and shows, meanwhile, how a counter grows.
    pub async fn until<F: Future + Unpin>(&self, mut answer: F, done: &AtomicU64) -> F::Output {
        if !self.shown {
            return answer.await;
        }
        let mut ticks = tokio::time::interval(STEP);
        let mut last = done.load(Ordering::Relaxed);
        ticks.tick().await;
        let output = loop {
            tokio::select! {
                output = &mut answer => break output,
                _ = ticks.tick() => {
                    let now = done.load(Ordering::Relaxed);
                    self.printer.note(&line(now - last, now));
                    last = now;
                }
            }
        };
        self.printer.note(CLEARED);
        output
    }
}

/// Back to the start of the line, and clears it.
const CLEARED: &str = "\r\x1b[2K";

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn line(step: u64, total: u64) -> String {
    let rate = step as f64 / STEP.as_secs_f64();
    format!("{CLEARED}  {}/s, {} so far", thousands(rate), thousands(total as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_the_rate_of_its_step() {
        assert_eq!(line(500, 12_345), "\r\x1b[2K  1,000/s, 12,345 so far");
    }
}
