//! Does a real server show its figures where it says, and are they right?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod figures;
mod queries;
