//! How are proofs, and what changes would do, told?

mod extent;
pub mod report;
pub mod what_if;
