//! Integration tests of podnet.

pub mod crash;
pub mod faults;
pub mod fuzz;
pub mod log_trial;
pub mod metrics;
pub mod model;
pub mod random;
pub mod scenario;
pub mod server;
