//! Which work waits for all other?
//!
//! What writes checkpoints and exports has a thread of its own and time; who asks for an address has not. With a lower
//! priority the system gives such a thread about a tenth of a core that is fully used, and all of one that is not.

use std::io;
use std::thread::{Builder, JoinHandle};

use rustix::process::setpriority_process;

/// How far behind others: a tenth of their weight in Linux's scheduler (sched(7), a factor of 1.25 for each step).
const NICENESS: i32 = 10;

/// Starts a thread that stays behind others.
///
/// # Errors
/// The system refuses a thread.
pub(crate) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    Builder::new().name(format!("podnet-{name}")).spawn(move || {
        step_back();
        work();
    })
}

/// Puts the calling thread behind others, for good: without privileges there is no way back. Linux only, elsewhere it
/// would be the whole process.
fn step_back() {
    if cfg!(target_os = "linux")
        && let Err(error) = setpriority_process(None, NICENESS)
    {
        tracing::debug!(%error, "the priority of a background thread stays");
    }
}
