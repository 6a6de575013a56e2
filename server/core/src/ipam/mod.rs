//! How are addresses handed out and taken back.
//!
//! `spaces` says what each pool looks like, [`allocate`] and [`release`] are the life of an attachment, [`pod_traits`] what is
//! known of its pod, [`sweep`] finds what was left behind, [`reservation`] keeps addresses for others, [`tick`] lets time go on, [`usage`] counts.

pub mod allocate;
pub mod pod_traits;
pub mod release;
pub mod reservation;
mod spaces;
pub mod sweep;
pub mod tick;
pub mod usage;

pub(crate) use allocate::interface_of;
pub use spaces::{block_pool, node_block_pool, subnet_pool};
