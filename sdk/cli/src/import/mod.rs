//! What do files printed by `az` and `kubectl` say about a real cluster, and what would podnet make of them?
//!
//! Three pure steps: [`read()`] turns bytes into an [`Inventory`] (what the files say), [`plan()`](plan::plan) turns an
//! inventory into an [`ImportPlan`] (what podnet should hold), and both report every thing they could
//! not use as a [`Finding`]. Nothing here opens a file, knows the wire protocol or talks to a server.

mod aks;
mod document;
mod effective;
mod endpoint_slices;
mod error;
mod finding;
mod gateway;
mod inventory;
mod json;
mod nic;
mod nodes;
mod open_enum;
pub mod plan;
mod pods;
mod public_address;
mod resource_id;
mod route_table;
mod services;
mod text;
mod vnet;

#[cfg(test)]
mod tests;

pub use aks::{
    AgentPool, LoadBalancerProfile, LoadBalancerSku, ManagedCluster, NetworkPlugin, NetworkPluginMode,
    NetworkProfile, OutboundType,
};
pub use document::DocumentKind;
pub use effective::{EffectiveRoute, EffectiveRouteTable, RouteSource, RouteState};
pub use endpoint_slices::{AddressType, Endpoint, EndpointPort, EndpointSlice};
pub use error::{ImportError, MAX_FILE_BYTES};
pub use finding::{Finding, Rule, Severity, Source};
pub use gateway::{GatewayType, VirtualNetworkGateway};
pub use inventory::{InputFile, Inventory, Reading, read};
pub use nic::{IpConfiguration, NetworkInterface};
pub use nodes::ClusterNode;
pub use plan::{ImportPlan, PlanOptions, Planning, plan};
pub use pods::{ContainerPort, Pod, PodPhase};
pub use public_address::PublicAddress;
pub use resource_id::ResourceId;
pub use route_table::{Destination, NextHopType, Route, RouteTable};
pub use services::{Protocol, Service, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy};
pub use vnet::{Peering, PeeringState, Subnet, VirtualNetwork};
