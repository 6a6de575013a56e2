//! May a packet pass: the security groups of network interfaces, and the network policies of pods.
//!
//! `fit` says whether a condition holds, does not, or cannot be told (law L18); `service_tag`, `security_group` and
//! `interface` are the groups, `selector`, `peer`, `policy` and `pod` the policies. A stage takes a step down only where
//! a group or a policy exists, so that traces without them are as they were.

mod ask;
mod fit;
mod interface;
mod peer;
mod pod;
mod policy;
mod security_group;
mod selector;
mod service_tag;

pub(crate) use ask::{Passing, at_interface, at_pod, fit_of_tag, groups_at, likeness};
pub(super) use interface::{inbound, outbound, probe_denied};
pub(super) use pod::{Crossing, check as check_pod};
