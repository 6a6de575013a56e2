//! Does the real server keep what it acknowledged, however it dies (laws L3, L4, L5, L21)?
//!
//! ```text
//!   world ── mix ─▶ operation ─▶ load ─▶ journal     the clients, and what they were told
//!                                  │        │
//!   trial: start, load, death, start again  ▼
//!                                  └─▶ judge ◀─ view, invariants
//! ```
//!
//! [`campaign`] runs many trials and tells what they came to as a table.

pub mod campaign;
pub mod invariants;
pub mod journal;
pub mod judge;
pub mod load;
pub mod mix;
pub mod operation;
pub mod table;
pub mod trial;
pub mod view;
pub mod world;
