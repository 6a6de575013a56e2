//! What happens to a flow, worked out the slow way: the second judge of the domain's traces.
//!
//! Written from the rules of the platform, of Kubernetes and of Linux, and not from the domain's forwarding code, of which
//! it takes only the words of the contract. Every question is answered by looking at everything there is.
//!
//! Reading order: [`answer`] (what a judgement consists of), `trip` (a packet under way), `who` (who has an address),
//! `ends` (where a flow starts), `choice` (routes), `host` (pods and nodes), `proxy` (services on a node), `fabric`,
//! `security` (filters of interfaces), `policy` (those of pods), `edge` (load balancers, ways out, gateways, the Internet), `run` (branches, answers, verdicts).

pub mod answer;
mod choice;
mod edge;
mod ends;
mod fabric;
mod host;
mod policy;
mod proxy;
mod run;
mod security;
mod trip;
mod who;

pub use answer::{Answer, Branch, Choice, Ending, Row};
pub use run::judge;
