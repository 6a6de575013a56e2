//! Proofs of the kernel lab's clusters, and what is told of a difference between two states.

mod difference;
mod filters;
