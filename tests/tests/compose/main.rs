//! Does `docker-compose up` do what the README says, in a real container engine: a server that is healthy, confined and
//! keeps its data, with the sample cluster loaded once?
//!
//! The engine is this test's own and is gone afterwards, with everything that it made. It needs root. Where it cannot run,
//! the test is a skip with the reason, and a failure in CI.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what the containers said"
)]

mod engine;
mod stack;
