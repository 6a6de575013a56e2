//! Which way packets go: what the platform chooses, what users may write, and what clusters keep.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on ends")]

mod choosing;
mod following;
mod reconciling;
mod world;
mod writing;
