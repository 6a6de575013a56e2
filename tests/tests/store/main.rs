//! Does the log keep what it acknowledged (law L3), whatever the disk and the power do?
//!
//! A child process (`log_writer`) suffers, then this process opens what is left and judges it. Each check runs against every
//! kind of log that keeps something. Seeds are in the messages: a failure repeats with the same seed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails; what a trial saw is shown with --nocapture"
)]

mod crashes;
mod full_disk_and_errors;
mod power;
mod rot;
mod trial;
