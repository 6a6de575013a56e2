//! What can have happened: facts, in the past tense, with everything needed to apply and to show them.
//!
//! Events are what the log contains. An answer, a watch message and the state are all functions of events, so a replayed
//! answer is the first one. This module must not know why anything happened.

use std::sync::Arc;

use crate::meta::Revision;
use crate::model::{
    Allocation, Cluster, Namespace, Network, NetworkPolicy, NetworkSecurityGroup, Node, NodePool,
    Reservation, Route, RouteTable, Service, Subnet, Tombstone,
};
use crate::name::{AllocationName, NodeName, Segment};
use crate::pool::PoolKey;
use crate::time::Timestamp;

/// What happened to a resource. Each variant carries the whole resource: after the change, or as it was at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<T> {
    /// It came into being.
    Created(T),
    /// It changed.
    Updated(T),
    /// It ended; this is its last content.
    Deleted(T),
}

impl<T> Change<T> {
    /// The resource after the change, or as it was at its end.
    pub fn body(&self) -> &T {
        match self {
            Self::Created(body) | Self::Updated(body) | Self::Deleted(body) => body,
        }
    }
}

/// Why an allocation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReleaseCause {
    /// The holder released it.
    Released,
    /// A new attachment of the same pod took another address.
    Superseded,
    /// A sweep found that the attachment is gone.
    Swept,
    /// Its node left by force.
    NodeLeft,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A virtual network changed.
    Network(Change<Network>),
    /// A subnet changed.
    Subnet(Change<Subnet>),
    /// A reservation changed.
    Reservation(Change<Reservation>),
    /// A route table changed.
    RouteTable(Change<RouteTable>),
    /// A route changed.
    Route(Change<Route>),
    /// A cluster changed.
    Cluster(Change<Cluster>),
    /// A node pool changed.
    NodePool(Change<NodePool>),
    /// A node changed; its addresses and blocks are held or given back with it.
    Node(Change<Node>),
    /// A Kubernetes Service changed.
    Service(Change<Service>),
    /// A network security group changed.
    NetworkSecurityGroup(Change<NetworkSecurityGroup>),
    /// A namespace changed.
    Namespace(Change<Namespace>),
    /// A network policy changed.
    NetworkPolicy(Change<NetworkPolicy>),
    /// Addresses were handed out.
    AllocationCreated(Arc<Allocation>),
    /// The same request came again for a live allocation; nothing changed.
    AllocationConfirmed(Arc<Allocation>),
    /// A release came for an attachment that was released before; nothing changed.
    ReleaseConfirmed {
        /// The attachment.
        name: AllocationName,
    },
    /// A new attachment of the same pod took over the addresses of the old one.
    AllocationMoved {
        /// The allocation under its new id.
        allocation: Arc<Allocation>,
        /// The id that it had.
        superseded: Segment,
        /// What is left of that id.
        tombstone: Tombstone,
    },
    /// What is known of the pod of a live allocation changed; its addresses stay.
    AllocationUpdated(Arc<Allocation>),
    /// Addresses were given back and cool down.
    AllocationReleased {
        /// The allocation as it was.
        allocation: Arc<Allocation>,
        /// When its addresses may be handed out again.
        reusable: Timestamp,
        /// What is left of its id.
        tombstone: Tombstone,
        /// Why it ended.
        cause: ReleaseCause,
    },
    /// A release came for an attachment that holds nothing; a late ADD for it will be refused.
    AttachmentTombstoned {
        /// The attachment.
        name: AllocationName,
        /// What is remembered.
        tombstone: Tombstone,
    },
    /// A sweep saw these attachments of a node missing for the first time; an empty list takes all marks back.
    SweepObserved {
        /// The node.
        node: NodeName,
        /// When the list of attachments was made.
        observed: Timestamp,
        /// Attachments that are suspected from this revision on (all others of the node are cleared).
        suspects: Vec<Segment>,
    },
    /// Time went on: these runs of addresses are free again, and what expired by now is forgotten.
    TimeAdvanced {
        /// Pool and first number of each cooled run.
        thawed: Vec<(PoolKey, u128)>,
    },
}

/// The caller's id of a request, kept so that the same call gets the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestMark {
    /// The caller's id.
    pub id: String,
    /// Fingerprint of the command.
    pub fingerprint: u64,
    /// The answer as it was given, in the words of whoever asked for it to be kept; empty where the events say all of it.
    pub answer: Vec<u8>,
}

/// The events of one command: one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number.
    pub revision: Revision,
    /// When it was decided; never less than the time of the record before it.
    pub time: Timestamp,
    /// Who asked.
    pub actor: String,
    /// The request id, if the caller gave one.
    pub request: Option<RequestMark>,
    /// What happened, in order.
    pub events: Vec<Event>,
}
