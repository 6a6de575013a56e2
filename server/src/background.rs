//! Which work waits for all other?
//!
//! What writes checkpoints and exports has a thread of its own and time; who asks for an address has not. With a lower
//! priority the system gives such a thread about a tenth of a core that is fully used, and all of one that is not.

use rustix::process::setpriority_process;

/// How far behind others: a tenth of their weight in Linux's scheduler (sched(7), a factor of 1.25 for each step).
const NICENESS: i32 = 10;

/// Puts the calling thread behind others, for good: without privileges there is no way back. Linux only, elsewhere it
/// would be the whole process.
pub(crate) fn step_back() {
    if cfg!(target_os = "linux")
        && let Err(error) = setpriority_process(None, NICENESS)
    {
        tracing::debug!(%error, "the priority of a background thread stays");
    }
}
