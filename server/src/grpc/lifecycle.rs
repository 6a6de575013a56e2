//! In which part of its life is the server?
//!
//! While it starts and while it drains it refuses calls; a drain ends watches too. This module must not know why the
//! server drains.

use std::sync::Arc;

use tokio::sync::watch;

/// The part of its life that the server is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It rebuilds its state and takes no calls yet.
    Starting,
    /// It takes calls.
    Serving,
    /// It takes no new calls and ends watches.
    Draining,
}

/// The phase, shared by all that heed it.
#[derive(Clone, Debug)]
pub struct Lifecycle(Arc<watch::Sender<Phase>>);

impl Default for Lifecycle {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Phase::Starting)))
    }
}

impl Lifecycle {
    /// Goes on to a later phase. There is no way back.
    pub fn enter(&self, phase: Phase) {
        self.0.send_if_modified(|present| {
            let later = phase > *present;
            *present = phase.max(*present);
            later
        });
    }

    /// The present phase.
    #[must_use]
    pub fn phase(&self) -> Phase {
        *self.0.borrow()
    }

    /// Waits until the server drains.
    pub async fn draining(&self) {
        // The sender lives as long as `self`, so an error cannot come.
        let _ended = self.0.subscribe().wait_for(|phase| *phase == Phase::Draining).await.is_err();
    }
}
