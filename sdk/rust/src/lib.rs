//! Rust client of podnet.
