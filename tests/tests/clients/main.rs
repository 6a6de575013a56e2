//! Is each language's client sound by the tools of its own language, and does its package work where nothing else is?
//!
//! A missing tool is a skip with its name, and a failure in CI.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod go;
mod java;
mod python;
mod rust;
mod typescript;
