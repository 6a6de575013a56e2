//! Does a cluster keep the Kubernetes network model: every pair of pods and nodes, without looking at pairs.
//!
//! # The lemma
//!
//! Forwarding between machines of a cluster is decided in few places (see [`crate::flow`]): a node rewrites a source by
//! the destination alone; a subnet chooses a route by its table and the destination alone; a machine takes what is for
//! one of its addresses. So what happens between two machines follows from facts about one machine and one table each:
//!
//! 1. for each table that decides for some machine, and each machine: does every address that the machine's pods may
//!    get, and the machine's own address, lead to that machine (`host`, over the atoms of `rows`);
//! 2. for each machine: is it in the cluster's non-masquerade list, and may it carry packets of pods;
//! 3. for each two kinds of machines that filters tell apart: do security groups and policies let every new flow of TCP or
//!    UDP pass (`filters`, over the stretches of addresses, ports and labels of their rules); answers pass with the flow;
//! 4. for the whole: no address is translated or balanced and real at once, and no two nodes share an address.
//!
//! `pairs` composes these to what a trace of the pair would say. A fact that depends on more than the row (the next hop is
//! another machine) is looked up by `looks`, in the state and at last by a trace; what stays open makes a statement
//! UNDETERMINED. So HOLDS is said only if every pair is decided, and VIOLATED only with a pair whose trace shows it
//! (`example`): if the trace does not, the answer is UNDETERMINED and says so. `tests/naive/tests/proof.rs` holds the lemma to
//! traces of all pairs on small random states, with every kind of fault, in both directions.
//!
//! Statements are about every address that a pod may get, taken or not: so allocations change none, except whether a
//! service has an endpoint.
//!
//! # The cost
//!
//! Machines with equal facts are one class, and pairs are counted by classes: evaluation is linear in machines, routes
//! and tables. [`Proof::follow`] renews only the facts of machines whose addresses a changed row holds.

mod by_family;
mod classes;
mod contracts;
mod difference;
mod example;
mod few;
mod filter_kinds;
mod filters;
mod finding;
mod follow;
mod host;
mod looks;
mod loops;
mod matrix;
mod pairs;
mod reachable;
mod report;
mod rows;
mod services;
mod setting;
mod verify;
mod what_if;
mod witness;

pub use contracts::Proof;
pub use difference::{Difference, FlowDifference, broken_between, broken_by};
pub use example::Counterexample;
pub use finding::{Extent, Finding, Invariant, Outcome, Report, Size};
pub use matrix::{Matrix, NodeClass};
pub use verify::{Answer, Judged, verify};
pub use what_if::{Fork, NodeReach, Reach, Side, compare};

#[cfg(test)]
mod tests;
