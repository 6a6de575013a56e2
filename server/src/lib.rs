//! The podnet server, podnetd.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod clock;
pub mod engine;
pub mod limits;
pub mod store;
