//! Do clients that know nothing of this repository but its contract get along with a real server?
//!
//! grpcurl knows only what the server tells about itself; the Python client is generated from `proto/` by another code
//! generator on another gRPC stack. Each test starts a server of its own. A missing tool is a skip with its name, and a
//! failure in CI.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod calls;
mod contract;
mod grpcurl;
mod health;
mod python;
mod reflection;
