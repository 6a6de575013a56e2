//! What resources are there: plain data, one file for each bounded context.
//!
//! These types hold values that were parsed at the edge. They decide nothing: rules live in the context folders.

mod allocated_addresses;
mod allocation;
mod cluster;
mod network;
mod network_policy;
mod node;
mod owner;
mod route;
mod security_group;
mod service;

pub use allocated_addresses::{AddressIter, AllocatedAddress, AllocatedAddresses};
pub use allocation::{Allocation, Tombstone};
pub use cluster::{
    Cluster, InboundDistribution, NetworkMode, Outbound, OutboundType, PodDataPath, ProvisioningTool,
    RouteManagement,
};
pub use network::{Appliance, Gateway, GatewayKind, Machine, Network, Peering, Purpose, Reservation, Subnet};
pub use network_policy::{
    LabelSelector, Namespace, NetworkPolicy, NetworkPolicyEngine, PodPort, PodTraits, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, Requirement,
};
pub use node::{Interface, Node, NodePool, NodeState, OsType};
pub use owner::{INTERFACE_USUAL, KeptOwner, Owner, OwnerTexts};
pub use route::{NextHop, Route, RouteTable};
pub use security_group::{
    Access, AddressSelector, NetworkSecurityGroup, PortSpan, SecurityRule, ServiceTag, TrafficDirection,
};
pub use service::{
    Endpoint, Protocol, Service, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy,
};
