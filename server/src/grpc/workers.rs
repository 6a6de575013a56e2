//! Where does work go that only computes, so that no call waits for another's, and when is there too much of it?
//!
//! Pieces of work run beside the calls, one on each core at a time, first come, first served: a batch comes as many small
//! pieces, so a call that needs one of its own gets in between. What waits is bounded; the rest is shed.

use std::sync::Arc;

use podnet_proto::v1::ErrorReason;
use tokio::sync::Semaphore;
use tonic::Code;

use super::limits::{OVERLOADED_RETRY, WORK_PIECES_WAITING_MAX};
use super::status::Refusal;

/// Threads for work that only computes.
#[derive(Clone, Debug)]
pub(crate) struct Workers {
    places: Arc<Semaphore>,
    cores: Arc<Semaphore>,
}

impl Workers {
    /// As many as the machine has cores.
    pub(crate) fn of_this_machine() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            places: Arc::new(Semaphore::new(WORK_PIECES_WAITING_MAX)),
            cores: Arc::new(Semaphore::new(cores)),
        }
    }

    /// Runs one piece, when its turn comes.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| overloaded())?;
        let core = Arc::clone(&self.cores).acquire_owned().await;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop((core, place));
            result
        });
        done.await.map_err(|error| Refusal::internal(format!("the work did not end: {error}")))
    }
}

fn overloaded() -> Refusal {
    let message =
        format!("{WORK_PIECES_WAITING_MAX} pieces of work are waiting, the limit; repeat in a moment");
    Refusal::new(ErrorReason::Overloaded, Code::Unavailable, message)
        .with("limit", WORK_PIECES_WAITING_MAX)
        .retry(OVERLOADED_RETRY)
}
