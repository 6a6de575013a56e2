//! Command line of podnet.

pub mod import;
