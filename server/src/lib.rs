//! The podnet server, podnetd.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod background;
pub mod clock;
pub mod config;
mod cores;
pub mod engine;
pub mod grpc;
pub mod limits;
mod metrics;
pub mod serve;
pub mod shutdown;
pub mod store;
pub mod telemetry;
pub mod tls;
