//! What is said about a cluster: the invariants, what came of each, and how much is concerned.

use std::sync::{Arc, OnceLock};

use super::contracts::Proof;
use super::filters::Probe;
use super::host::{Class, HostKey};
use super::looks::Settled;
use super::pairs::Between;
use super::rows::RowKey;
use crate::address::Family;
use crate::meta::Revision;
use crate::name::ServiceName;

/// Statements about a whole cluster (flow-tracing.md section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Invariant {
    /// Pods reach pods and get answers, without rewriting.
    PodToPodNoNat,
    /// Nodes reach pods and get answers, without rewriting.
    NodeToPodNoNat,
    /// Pods reach nodes and get answers, without rewriting.
    PodToNodeNoNat,
    /// Pods and nodes that a pod's packet reaches see the pod's own address.
    PodSelfIpIsSeenIp,
    /// Each table of the cluster's nodes has exactly one route for each node and family, and no other inside of the pod
    /// CIDR. Only in kubenet.
    RoutePerNodeExact,
    /// No two nodes may give the same address to pods.
    PodPrefixUnique,
    /// No packet that a machine of the cluster sends comes twice to one place.
    NoRoutingLoop,
    /// If a packet from or to a pod arrives, at a pod, a node or a virtual machine of the network, so does its answer.
    ReturnPathExists,
    /// From every node, each port of each service with a cluster address has an endpoint that answers.
    ServiceHasReachableEndpoint,
}

impl Invariant {
    /// All, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::PodToPodNoNat,
        Self::NodeToPodNoNat,
        Self::PodToNodeNoNat,
        Self::PodSelfIpIsSeenIp,
        Self::RoutePerNodeExact,
        Self::PodPrefixUnique,
        Self::NoRoutingLoop,
        Self::ReturnPathExists,
        Self::ServiceHasReachableEndpoint,
    ];
}

/// What came of an invariant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It holds for all.
    Holds,
    /// Something breaks it.
    Violated,
    /// There is nothing that it speaks of.
    NotApplicable,
    /// The model does not know enough.
    Undetermined,
}

/// How much is concerned; 0 where the invariant does not speak of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Ordered pairs of pods, by the pods that the nodes may hold.
    pub pod_pairs: u64,
    /// Pairs of a pod and a node, or of a pod and a virtual machine.
    pub pod_host_pairs: u64,
    /// Ordered pairs of nodes, a node with itself included.
    pub node_pairs: u64,
    /// Nodes at one end of such a pair.
    pub nodes: u64,
    /// Prefixes of pods or routes: those that are not reached, or reached under another source.
    pub prefixes: u64,
    /// Services.
    pub services: u64,
}

/// Size of what was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Nodes that take packets.
    pub nodes: u64,
    /// Nodes that don't.
    pub nodes_not_ready: u64,
    /// Pods that the nodes may hold.
    pub pods: u64,
    /// Ordered pairs of different ones.
    pub pod_pairs: u64,
    /// Tables that decide for some machine.
    pub tables: u64,
    /// Classes of nodes.
    pub classes: u64,
    /// Virtual machines of the network.
    pub machines: u64,
    /// Services with a cluster address.
    pub services: u64,
}

/// Where a packet is to be found that shows a finding.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Witness {
    /// Between machines of two classes.
    Pair {
        /// Ends.
        between: Between,
        /// The sender's class.
        from: Arc<Class>,
        /// The receiver's class.
        to: Arc<Class>,
        /// Family.
        family: Family,
        /// The flow, if it has to be a certain one.
        probe: Option<Probe>,
    },
    /// Between two pods of one node of a class; which flow, if it has to be a certain one.
    Home(Arc<Class>, Option<(Family, Probe)>),
    /// Towards a node's block that a table has no proper row for.
    Row {
        /// Index of the table.
        table: usize,
        /// The row.
        row: RowKey,
    },
    /// Towards an address of two nodes.
    Shared(Family, u128),
    /// Towards any address, from a machine with this table.
    Far {
        /// Index of the table.
        table: usize,
        /// The address.
        to: (Family, u128),
    },
    /// Towards a service, from a node without an endpoint of its own.
    Service(ServiceName, Option<HostKey>),
}

/// Why a statement stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// A next hop whose doing is not in the model.
    NextHop,
    /// An address of a service or load balancer is also one that a machine or pod may have.
    VirtualIsReal,
    /// Two nodes may give the same address to pods.
    SharedPrefix,
    /// Whether security groups or network policies let everything pass is not known, or too much to judge.
    Filters,
    /// An endpoint that is no pod and no node.
    Endpoint,
    /// A route leads to an appliance; that it passes packets on unchanged is assumed.
    Appliance,
}

impl Doubt {
    const ALL: [Self; 6] = [
        Self::NextHop,
        Self::VirtualIsReal,
        Self::SharedPrefix,
        Self::Filters,
        Self::Endpoint,
        Self::Appliance,
    ];
}

/// Some of the doubts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubts(u8);

impl Doubts {
    pub(super) fn insert(&mut self, doubt: Doubt) {
        self.0 |= 1 << doubt as u8;
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In their order.
    pub(super) fn iter(self) -> impl Iterator<Item = Doubt> {
        Doubt::ALL.into_iter().filter(move |doubt| self.0 & (1 << *doubt as u8) != 0)
    }
}

impl FromIterator<Doubt> for Doubts {
    fn from_iter<I: IntoIterator<Item = Doubt>>(all: I) -> Self {
        let mut doubts = Self::default();
        all.into_iter().for_each(|doubt| doubts.insert(doubt));
        doubts
    }
}

/// What came of one invariant. Where a packet is found that shows it is looked up when one is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// Which one.
    pub invariant: Invariant,
    /// What came of it.
    pub outcome: Outcome,
    /// How much breaks it.
    pub broken: Extent,
    /// How much is not known.
    pub unknown: Extent,
    pub(super) doubts: Doubts,
}

impl Finding {
    /// That nothing is broken and nothing is open.
    pub(super) fn new(invariant: Invariant, outcome: Outcome) -> Self {
        let none = Extent::default();
        Self { invariant, outcome, broken: none, unknown: none, doubts: Doubts::default() }
    }

    /// Whether outcome and extents are the same; where the example is taken from does not matter.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.invariant, self.outcome, self.broken, self.unknown)
            == (other.invariant, other.outcome, other.broken, other.unknown)
    }
}

/// What came of all invariants.
#[derive(Clone, Debug)]
pub struct Report {
    /// The revision that it is of.
    pub revision: Revision,
    /// Size of what was judged.
    pub size: Size,
    /// One finding for each invariant, in their order.
    pub findings: [Finding; 9],
    /// What was looked up for it; nothing as long as there is nothing to look up.
    pub(super) settled: OnceLock<Settled>,
}

impl Report {
    /// The classes with what was looked up. `proof` is the one that the report is of.
    pub(super) fn settled(&self, proof: &Proof) -> &Settled {
        self.settled.get_or_init(|| proof.classes.settled())
    }

    /// What came of an invariant.
    pub fn finding(&self, invariant: Invariant) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.invariant == invariant)
    }

    /// Invariants that hold here and not there.
    pub fn lost_in(&self, later: &Self) -> Vec<Invariant> {
        let holds = |report: &Self, invariant| {
            report.finding(invariant).is_some_and(|finding| finding.outcome == Outcome::Holds)
        };
        let all = Invariant::ALL.into_iter();
        all.filter(|invariant| holds(self, *invariant) && !holds(later, *invariant)).collect()
    }
}
