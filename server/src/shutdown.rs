//! Who says that the server is to stop, and how urgently?
//!
//! The first SIGTERM or SIGINT asks for an orderly stop, the second for one at once. Tests stop a server the same way,
//! without a signal. This module must not know what stopping means.

use std::io;
use std::sync::Arc;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Asks a server to stop.
#[derive(Clone, Debug)]
pub struct Stopper(Arc<watch::Sender<u32>>);

/// What a server heeds.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<u32>);

impl Stopper {
    /// A stopper and what its server heeds.
    #[must_use]
    pub fn new() -> (Self, Stop) {
        let (sender, receiver) = watch::channel(0);
        (Self(Arc::new(sender)), Stop(receiver))
    }

    /// Asks once more: first for an orderly stop, then for one at once.
    pub fn stop(&self) {
        self.0.send_modify(|count| *count = count.saturating_add(1));
    }
}

impl Stop {
    /// Waits for an orderly stop to be asked for; also when the stopper is gone.
    pub async fn asked(&self) {
        self.at_least(1).await;
    }

    /// Waits for a stop at once to be asked for. A stopper that is gone asks for none.
    pub async fn urged(&self) {
        if !self.at_least(2).await {
            std::future::pending::<()>().await;
        }
    }

    async fn at_least(&self, wanted: u32) -> bool {
        self.0.clone().wait_for(|count| *count >= wanted).await.is_ok()
    }
}

/// Turns the signals of the process into stops, until the runtime ends.
///
/// # Errors
/// The system refuses to watch the signals.
pub fn on_signals() -> io::Result<Stop> {
    let (stopper, stop) = Stopper::new();
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // Not joined: it waits for signals as long as the process lives.
    drop(tokio::spawn(async move {
        loop {
            let name = tokio::select! {
                _received = terminate.recv() => "SIGTERM",
                _received = interrupt.recv() => "SIGINT",
            };
            tracing::info!(signal = name, "asked to stop; once more stops at once");
            stopper.stop();
        }
    }));
    Ok(stop)
}
