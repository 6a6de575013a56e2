//! The podnet server, podnetd.

pub mod store;
