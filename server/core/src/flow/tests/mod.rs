//! Traces held against what packets did in the kernel lab (kernel-lab.md sections 1 and 2), and against the laws.

mod appliance;
mod azure_cni;
mod elsewhere;
mod faults;
pub(crate) mod filters;
mod groups;
mod inbound;
mod kubenet;
pub(crate) mod lab;
mod laws;
mod outbound;
mod policies;
mod services;
mod text;
