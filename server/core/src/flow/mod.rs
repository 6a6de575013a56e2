//! What happens to a packet on its way, and to its answer: one model of forwarding, run with a recorder.
//!
//! A packet is at a hop; each hop has a stage that reads the state, may rewrite the packet, writes down what it did,
//! and says where the packet is next. [`trace()`] drives the stages over every branch, forward and back. The same stages
//! answer with and without the written steps (DESIGN D5), so that a statement about reachability and the trace that
//! explains it can't differ.
//!
//! Reading order: [`vocabulary`] (the words of the public contract), [`packet`], [`step`], [`recorder`], [`session`],
//! `hop`, `transit`; the stages `pod`, `node` (with `service`, `backends` and `nat`), `fabric`, `next_hop`, `outbound`,
//! `load_balancer`, `gateway`, `internet`; then [`endpoint`] (what an end of a flow is), `start`, `walk`, [`trace()`],
//! `reply`, [`verdict`], `explain`. This context changes nothing and must not know who asks.

mod appliance;
mod backends;
mod balanced;
pub mod endpoint;
mod explain;
mod fabric;
mod filter;
mod gateway;
mod hop;
mod internet;
mod load_balancer;
mod nat;
mod next_hop;
mod node;
mod outbound;
pub mod packet;
mod peering;
mod pod;
pub mod port_blocks;
pub mod recorder;
mod references;
mod reply;
mod service;
pub mod session;
mod start;
pub mod step;
pub mod text;
pub mod trace;
mod transit;
pub mod verdict;
pub mod vocabulary;
mod walk;
mod world;

pub(crate) use backends::eligible_endpoints;
pub use endpoint::EndpointRef;
pub(crate) use fabric::PLATFORM_ADDRESSES;
pub(crate) use filter::{Passing, at_interface, at_pod, fit_of_tag, groups_at, likeness};
pub(crate) use packet::{EPHEMERAL_PORTS, MASQUERADE_PORTS, TTL_START};
pub use packet::{Packet, Ports};
pub use references::{reference_of_place, references, references_of_detail};
pub use step::{Detail, Place, Step};
pub use trace::{Flow, FlowResult, Scope, Trace, Tracer, trace, verdicts};
pub use verdict::{FlowCause, Verdicts};

#[cfg(test)]
pub(crate) mod tests;
