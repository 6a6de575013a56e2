//! Does the same call get the same answer, whatever happened in between (law L5)?
//!
//! On a real server, through the Rust SDK. Each answer that shows more than its own change, as counts, is asked for again
//! after everything has moved on, and again after a restart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod bodies;
mod imported;
mod merged;
mod planned;
mod repeated;

use podnet::{Client, Options, RetryPolicy};
use podnet_tests::server::Server;

/// A client of a server that says each answer as it is.
fn client(server: &Server<'_>) -> Client {
    let mut options = Options::new(server.url());
    options.retry = RetryPolicy { attempts_max: 1, ..RetryPolicy::default() };
    Client::connect(options).unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}
