//! The slow, obvious model of address management, and the lock-step run that judges the domain by it.
//!
//! [`operation`] says what can happen in a small world, [`oracle`] says what must come of it (plain maps, linear scans,
//! written from the rules of DESIGN.md and the reference pages, not from the code), [`run`] lets both do the same and
//! compares everything after each step.

pub mod operation;
pub mod oracle;
pub mod run;
pub mod space;
pub mod world;
