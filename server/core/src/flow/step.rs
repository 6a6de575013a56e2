//! What is one step of a trace: what happened, where, and the packet before and after.
//!
//! This module must not know how steps come about.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use super::packet::{Packet, Ports};
use super::session::Session;
use super::text::Text;
use super::vocabulary::{
    AbortCause, DropCause, FilterOutcome, ForwardTarget, NatHook, NatKind, NatSkipReason, RouteScope,
    StepKind,
};
use crate::limits;
use crate::meta::Revision;
use crate::model::Service;
use crate::name::{
    AllocationName, ClusterName, NetworkName, NetworkPolicyName, NetworkSecurityGroupName, NodeName,
    ReservationName, ServiceName, SubnetName,
};
use crate::prefix::Prefix;
use crate::routes::{CandidateOutcome, Lookup};
use crate::text::{Put, text_of};

/// Where a step happens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A pod.
    Pod(AllocationName),
    /// A node.
    Node(NodeName),
    /// A virtual machine or other holder of addresses.
    Vm(ReservationName),
    /// A subnet: where the virtual network chooses the route of a sender.
    Subnet(SubnetName),
    /// A cluster's load balancer.
    LoadBalancer(ClusterName),
    /// The NAT gateway of a subnet.
    NatGateway(SubnetName),
    /// The gateway of a network.
    Gateway(NetworkName),
    /// The on-premises networks behind the gateway of a network.
    OnPremises(NetworkName),
    /// The Internet.
    Internet,
    /// Nowhere: a flow whose start is not known.
    Nowhere,
}

impl fmt::Display for Place {
    /// Resource name, or the name of a place that is no resource.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&[self]))
    }
}

impl Put for Place {
    fn put(&self, text: &mut String) {
        match self {
            Self::Pod(name) => name.put(text),
            Self::Node(name) => name.put(text),
            Self::Vm(name) => name.put(text),
            Self::Subnet(name) => name.put(text),
            Self::LoadBalancer(_) => text.push_str("load-balancer"),
            Self::NatGateway(_) => text.push_str("nat-gateway"),
            Self::Gateway(_) => text.push_str("gateway"),
            Self::OnPremises(_) => text.push_str("on-premises"),
            Self::Internet => text.push_str("internet"),
            Self::Nowhere => text.push_str("unknown"),
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What happens.
    pub kind: StepKind,
    /// Where.
    pub place: Arc<Place>,
    /// The step as an English sentence with figures.
    pub description: Text,
    /// The packet before.
    pub before: Packet,
    /// The packet after; equal to `before` in addresses and ports unless it was rewritten.
    pub after: Packet,
    /// What belongs to the kind.
    pub detail: Detail,
}

/// A resource as it was when it decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Resource name.
    pub name: String,
    /// Revision that changed it last; its etag follows from it.
    pub revision: Revision,
}

/// What belongs to the kind of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Nothing.
    None,
    /// A choice among routes.
    Route(RouteDecision),
    /// Who has the address of a next hop.
    NextHop {
        /// The address.
        address: IpAddr,
        /// Its owner.
        owner: Option<Arc<Place>>,
    },
    /// A rewriting.
    Nat(NatRecord),
    /// A rewriting that does not happen.
    SkipNat(NatSkip),
    /// A choice among backends.
    Backend(BackendSelection),
    /// What a security group or network policy said.
    Filter(FilterDecision),
    /// A flow that is remembered.
    Session(Session),
    /// Dropped.
    Drop(DropCause),
    /// Left the modelled world.
    Forward(ForwardTarget),
    /// Given up.
    Abort(AbortCause),
}

/// A choice among routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteDecision {
    /// At the sender's subnet.
    Vnet(Arc<Lookup>),
    /// In a pod or a node, among its own routes.
    Device {
        /// Pod or node.
        scope: RouteScope,
        /// The route that is taken.
        winner: Option<DeviceRoute>,
        /// All others that match, longest first.
        losers: Vec<DeviceRoute>,
    },
}

/// A route of a pod or a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceRoute {
    /// Destination.
    pub prefix: Prefix,
    /// Device, as `cbr0`.
    pub device: &'static str,
    /// Next hop; `None` if the destination is on the device itself.
    pub gateway: Option<IpAddr>,
    /// Whether and why it won or lost.
    pub outcome: CandidateOutcome,
}

/// A rewriting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NatRecord {
    /// Kind.
    pub kind: NatKind,
    /// Where.
    pub hook: NatHook,
    /// Rule that did it, as text.
    pub rule: String,
    /// Ports that the new source port is taken from, and how many; `None` if the port is kept or a node chooses it.
    pub port_allocation: Option<PortAllocation>,
    /// The session that remembers it; empty if it is stateless or set up later.
    pub session: String,
}

/// Source ports of one node on a public address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortAllocation {
    /// Ports that can be taken.
    pub ports: Ports,
    /// Number of ports for each node and destination.
    pub capacity: u32,
    /// How many of them other flows to the destination hold, as the question says.
    pub in_use: u32,
}

/// Where a rule that filters is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterSource {
    /// In a network security group.
    Group(NetworkSecurityGroupName),
    /// In a network policy.
    Policy(NetworkPolicyName),
}

/// What a security group or network policy said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterDecision {
    /// What it said.
    pub outcome: FilterOutcome,
    /// Whose rule decided; `None` if none did alone.
    pub source: Option<FilterSource>,
    /// The rule; empty if none did alone.
    pub rule: String,
    /// Why, as a sentence.
    pub explanation: String,
}

impl FilterDecision {
    /// It lets the packet pass.
    pub(super) fn allowed(source: Option<FilterSource>, rule: String, explanation: String) -> Self {
        Self { outcome: FilterOutcome::Allowed, source, rule, explanation }
    }

    /// It does not concern the packet.
    pub(super) fn skipped(explanation: String) -> Self {
        Self { outcome: FilterOutcome::NotApplied, source: None, rule: String::new(), explanation }
    }
}

/// A rewriting that does not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NatSkip {
    /// Kind that would have been.
    pub kind: NatKind,
    /// Why it does not happen.
    pub reason: NatSkipReason,
    /// Range that the destination is in.
    pub prefix: Option<Prefix>,
    /// Whether the range is in the default list of the mode.
    pub prefix_is_default: bool,
}

/// A choice among backends.
#[derive(Clone, Debug, PartialEq)]
pub struct BackendSelection {
    /// The service.
    pub service: ServiceName,
    /// Name of its port.
    pub port_name: String,
    /// How it is chosen.
    pub method: &'static str,
    /// In the step that lists: the first [`limits::BACKENDS_LISTED_MAX`] that were considered, the description has the
    /// counts, and branches share the list. In the step that chooses: the one that this branch chose.
    pub backends: Arc<[Backend]>,
    /// Index in the list of the one that this branch chose; `None` in the step that lists.
    pub selected: Option<usize>,
}

impl BackendSelection {
    /// The step that lists, or with an index the step that chooses.
    pub(super) fn new(
        service: &Service,
        port_name: &str,
        method: &'static str,
        all: &Arc<[Backend]>,
        chosen: Option<usize>,
    ) -> Self {
        let backends = match chosen {
            Some(index) => all.get(index).cloned().into_iter().collect(),
            None if all.len() > limits::BACKENDS_LISTED_MAX => {
                all.iter().take(limits::BACKENDS_LISTED_MAX).cloned().collect()
            }
            None => Arc::clone(all),
        };
        let (service, port_name) = (service.name.clone(), port_name.to_owned());
        Self { service, port_name, method, backends, selected: chosen.map(|_| 0) }
    }
}

/// A node of a load balancer, or an endpoint of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Backend {
    /// Address.
    pub address: IpAddr,
    /// Port; `None` for that of the packet.
    pub port: Option<u16>,
    /// The node.
    pub node: Option<NodeName>,
    /// Share of new flows, 0 to 1; 0 if it can't be chosen.
    pub weight: f64,
    /// Why it can't be chosen; empty if it can.
    pub explanation: String,
}

impl Backend {
    /// Whether it can be chosen.
    pub fn eligible(&self) -> bool {
        self.explanation.is_empty()
    }
}
