//! How much load does a server take, and are its answers right under it? The load tests of `podnet bench`.
//!
//! ```text
//! fleet (its own clusters) ─► rig (threads, connections) ─► jobs (callers) ─► record ─► figures ─► report
//!                                                                               └────► invariants ─┘
//! ```
//!
//! Everything is done through the SDK, as users would. Both client and server may share the machine, which is why each
//! figure has an echo of the same run beside it: the ratio says what the server's own work costs, whatever the machine.

pub mod clock;
pub mod figure;
pub mod fleet;
pub mod invariant;
pub mod job;
pub mod pace;
pub mod progress;
pub mod record;
pub mod report;
pub mod rig;
pub mod run;
pub mod scale;
pub mod stream;
pub mod tracing;
pub mod watchers;
