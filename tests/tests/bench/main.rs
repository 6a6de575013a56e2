//! Does `podnet bench` work on a real server, in each of its forms, and do the files for other load tools fit the contract?
//!
//! The counts are small, and no figure is judged: a machine may be slow. That the invariants are found broken where they
//! are is shown beside them, in `sdk/cli/src/bench/invariant`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod forms;
mod other_tools;
