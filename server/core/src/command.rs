//! What can be asked for: one variant for each intent, with values that were parsed at the edge.
//!
//! Only values whose default needs the state are optional. This module must not decide anything.

mod security;
mod service;

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

pub use self::security::{
    AllocationUpdate, NamespaceSpec, NamespaceUpdate, NetworkPolicySpec, NetworkPolicyUpdate,
    SecurityGroupSpec, SecurityGroupUpdate,
};
pub use self::service::{ServiceSpec, ServiceUpdate};
use crate::address::Family;
use crate::meta::{Fingerprint, Labels};
use crate::model::{
    Gateway, InboundDistribution, Interface, Machine, NetworkMode, NetworkPolicyEngine, NextHop, NodeState,
    OsType, Outbound, Owner, Peering, PodDataPath, PodTraits, ProvisioningTool, Purpose, RouteManagement,
};
use crate::name::{
    AllocationName, ClusterName, NamespaceName, NetworkName, NetworkPolicyName, NetworkSecurityGroupName,
    NodeName, NodePoolName, ReservationName, RouteName, RouteTableName, Segment, ServiceName, SubnetName,
};
use crate::prefix::Prefix;
use crate::time::Timestamp;

/// A command with what the caller said about repeating it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The intent.
    pub command: Command,
    /// The caller's id of this logical call; the same id gets the same answer.
    pub request_id: Option<String>,
    /// Fingerprint of what the caller sent, where that differs from the command: an update that gives half of a value is
    /// completed from the state, and must still be known again when the state has moved on.
    pub sent: Option<u64>,
}

impl Request {
    /// A request without an id.
    pub fn plain(command: Command) -> Self {
        Self { command, request_id: None, sent: None }
    }

    /// Fingerprint of the intent, stable over runs.
    pub fn fingerprint(&self) -> u64 {
        if let Some(sent) = self.sent {
            return sent;
        }
        let mut hasher = Fingerprint::default();
        self.command.hash(&mut hasher);
        hasher.finish()
    }
}

/// An intent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each variant is named after its content, which is documented")]
pub enum Command {
    CreateNetwork(NetworkSpec),
    UpdateNetwork(NetworkUpdate),
    DeleteNetwork(Delete<NetworkName>),
    CreateSubnet(SubnetSpec),
    UpdateSubnet(SubnetUpdate),
    DeleteSubnet(Delete<SubnetName>),
    CreateReservation(ReservationSpec),
    DeleteReservation(Delete<ReservationName>),
    CreateRouteTable(RouteTableSpec),
    UpdateRouteTable(RouteTableUpdate),
    DeleteRouteTable(Delete<RouteTableName>),
    CreateRoute(RouteSpec),
    UpdateRoute(RouteUpdate),
    DeleteRoute(Delete<RouteName>),
    SetSubnetRouteTable(SubnetRouteTable),
    ReconcileRouteTable(Reconcile),
    CreateCluster(ClusterSpec),
    UpdateCluster(ClusterUpdate),
    DeleteCluster(Delete<ClusterName>),
    CreateNodePool(NodePoolSpec),
    UpdateNodePool(NodePoolUpdate),
    DeleteNodePool(Delete<NodePoolName>),
    ScaleNodePool(Scale),
    CreateNodes(Vec<NodeSpec>),
    UpdateNode(NodeUpdate),
    DeleteNodes(Vec<Delete<NodeName>>),
    CreateService(ServiceSpec),
    UpdateService(ServiceUpdate),
    DeleteService(Delete<ServiceName>),
    CreateNetworkSecurityGroup(SecurityGroupSpec),
    UpdateNetworkSecurityGroup(SecurityGroupUpdate),
    DeleteNetworkSecurityGroup(Delete<NetworkSecurityGroupName>),
    CreateNamespace(NamespaceSpec),
    UpdateNamespace(NamespaceUpdate),
    DeleteNamespace(Delete<NamespaceName>),
    CreateNetworkPolicy(NetworkPolicySpec),
    UpdateNetworkPolicy(NetworkPolicyUpdate),
    DeleteNetworkPolicy(Delete<NetworkPolicyName>),
    Allocate(Vec<AllocateSpec>),
    UpdateAllocation(AllocationUpdate),
    Release(Vec<ReleaseSpec>),
    Sweep(SweepSpec),
    /// Ends cool-downs and forgets what expired. Asked for by the server itself.
    Tick,
}

/// Ends a resource.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Delete<N> {
    /// Name.
    pub name: N,
    /// Refuse if the resource changed since it had this etag.
    pub etag: Option<String>,
    /// Succeed if it does not exist.
    pub allow_missing: bool,
    /// End what depends on it too, where that is offered.
    pub force: bool,
}

impl<N> Delete<N> {
    /// Ends a resource that must exist.
    pub fn new(name: N) -> Self {
        Self { name, etag: None, allow_missing: false, force: false }
    }

    /// Ends it together with what depends on it.
    pub fn forced(name: N) -> Self {
        Self { name, etag: None, allow_missing: false, force: true }
    }
}

/// A new virtual network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkSpec {
    /// Name.
    pub name: NetworkName,
    /// Labels.
    pub labels: Labels,
    /// Address space.
    pub address_prefixes: Vec<Prefix>,
    /// Gateway.
    pub gateway: Option<Gateway>,
    /// Peerings.
    pub peerings: Vec<Peering>,
}

/// Changes of a virtual network; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkUpdate {
    /// Name.
    pub name: NetworkName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Address space.
    pub address_prefixes: Option<Vec<Prefix>>,
    /// Gateway.
    pub gateway: Option<Option<Gateway>>,
    /// Peerings.
    pub peerings: Option<Vec<Peering>>,
}

/// A new subnet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubnetSpec {
    /// Name.
    pub name: SubnetName,
    /// Labels.
    pub labels: Labels,
    /// Prefixes.
    pub address_prefixes: Vec<Prefix>,
    /// Route table.
    pub route_table: Option<RouteTableName>,
    /// Service endpoints.
    pub service_endpoints: Vec<String>,
    /// Delegation.
    pub delegation: String,
    /// Cool-down of reserved addresses.
    pub cooldown: Duration,
    /// Network security group.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

/// Changes of a subnet; `None` keeps a value. The route table changes by [`SubnetRouteTable`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubnetUpdate {
    /// Name.
    pub name: SubnetName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Service endpoints.
    pub service_endpoints: Option<Vec<String>>,
    /// Delegation.
    pub delegation: Option<String>,
    /// Cool-down of reserved addresses.
    pub cooldown: Option<Duration>,
    /// Network security group.
    pub network_security_group: Option<Option<NetworkSecurityGroupName>>,
}

/// Where a reservation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Exactly here.
    Exact(Prefix),
    /// The next free block of this length.
    NextFree(Family, u8),
}

/// A new reservation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReservationSpec {
    /// Name.
    pub name: ReservationName,
    /// Labels.
    pub labels: Labels,
    /// Purpose.
    pub purpose: Purpose,
    /// Place.
    pub place: Place,
    /// Name for people.
    pub display_name: String,
    /// IP forwarding.
    pub ip_forwarding: bool,
    /// What traces know of the machine.
    pub machine: Machine,
    /// Network security group of the interface.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

/// A new route table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteTableSpec {
    /// Name.
    pub name: RouteTableName,
    /// Labels.
    pub labels: Labels,
    /// Whether gateway routes are kept away.
    pub disable_bgp_route_propagation: bool,
}

/// Changes of a route table; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteTableUpdate {
    /// Name.
    pub name: RouteTableName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Whether gateway routes are kept away.
    pub disable_bgp_route_propagation: Option<bool>,
}

/// A route as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteSpec {
    /// Name.
    pub name: RouteName,
    /// Labels.
    pub labels: Labels,
    /// Whose it is; empty for the user's own.
    pub managed_by: String,
    /// Destination.
    pub prefix: Prefix,
    /// Next hop.
    pub next_hop: NextHop,
    /// Node of a cluster's route.
    pub node: Option<NodeName>,
}

/// Changes of a route; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RouteUpdate {
    /// Name.
    pub name: RouteName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Destination.
    pub prefix: Option<Prefix>,
    /// Next hop.
    pub next_hop: Option<NextHop>,
}

/// Associates a subnet with a route table, or with none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubnetRouteTable {
    /// Subnet.
    pub subnet: SubnetName,
    /// Table; `None` takes the association away.
    pub table: Option<RouteTableName>,
    /// Etag that the subnet must have.
    pub etag: Option<String>,
}

/// Brings the routes of one manager in a table to what is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reconcile {
    /// Table.
    pub table: RouteTableName,
    /// Whose routes; a cluster's name for a cluster's routes.
    pub manager: String,
    /// The wanted routes; `None` for a cluster, whose nodes say what is wanted.
    pub desired: Option<Vec<RouteSpec>>,
    /// Etag that the table must have; required to apply.
    pub etag: Option<String>,
}

/// A new cluster.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClusterSpec {
    /// Name.
    pub name: ClusterName,
    /// Labels.
    pub labels: Labels,
    /// Virtual network.
    pub network: NetworkName,
    /// Mode.
    pub mode: NetworkMode,
    /// Families.
    pub families: Vec<Family>,
    /// Pod CIDRs; empty for the mode's default.
    pub pod_prefixes: Vec<Prefix>,
    /// Length of a node's IPv4 block.
    pub node_prefix_length_v4: u8,
    /// Length of a node's IPv6 block.
    pub node_prefix_length_v6: u8,
    /// Service CIDRs; empty for the default.
    pub service_prefixes: Vec<Prefix>,
    /// DNS address; `None` for the tenth address of the first service CIDR.
    pub dns_address: Option<IpAddr>,
    /// Route table that the user brings.
    pub route_table: Option<RouteTableName>,
    /// Who keeps the routes.
    pub route_management: RouteManagement,
    /// Way out.
    pub outbound: Outbound,
    /// Inbound distribution.
    pub inbound_distribution: InboundDistribution,
    /// Non-masquerade list; `None` for the mode's default.
    pub non_masquerade_prefixes: Option<Vec<Prefix>>,
    /// Provisioning tool.
    pub provisioning_tool: ProvisioningTool,
    /// Cool-down of released addresses.
    pub cooldown: Duration,
    /// Data path inside a node.
    pub pod_data_path: PodDataPath,
    /// Who enforces network policies.
    pub network_policy_engine: NetworkPolicyEngine,
}

/// Changes of a cluster; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClusterUpdate {
    /// Name.
    pub name: ClusterName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Who keeps the routes.
    pub route_management: Option<RouteManagement>,
    /// Way out.
    pub outbound: Option<Outbound>,
    /// Inbound distribution.
    pub inbound_distribution: Option<InboundDistribution>,
    /// Non-masquerade list.
    pub non_masquerade_prefixes: Option<Option<Vec<Prefix>>>,
    /// Cool-down.
    pub cooldown: Option<Duration>,
    /// Data path.
    pub pod_data_path: Option<PodDataPath>,
    /// Who enforces network policies.
    pub network_policy_engine: Option<NetworkPolicyEngine>,
}

/// A new node pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NodePoolSpec {
    /// Name.
    pub name: NodePoolName,
    /// Labels.
    pub labels: Labels,
    /// Subnet.
    pub subnet: SubnetName,
    /// Pods per node; `None` for the mode's default.
    pub max_pods: Option<u32>,
    /// Operating system.
    pub os: OsType,
    /// Extra nodes during an upgrade.
    pub surge: u32,
    /// Network security group of the interfaces of its nodes.
    pub network_security_group: Option<NetworkSecurityGroupName>,
}

/// Changes of a node pool; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NodePoolUpdate {
    /// Name.
    pub name: NodePoolName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Extra nodes during an upgrade.
    pub surge: Option<u32>,
    /// Network security group of the interfaces of its nodes.
    pub network_security_group: Option<Option<NetworkSecurityGroupName>>,
}

/// Brings a node pool to a count of nodes, all or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// Pool.
    pub pool: NodePoolName,
    /// Wanted count.
    pub node_count: u32,
    /// Remove nodes even if allocations live on them.
    pub force: bool,
    /// Etag that the pool must have.
    pub etag: Option<String>,
}

/// A node that joins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NodeSpec {
    /// Name.
    pub name: NodeName,
    /// Labels.
    pub labels: Labels,
    /// Pool.
    pub pool: NodePoolName,
    /// Kubernetes UID; empty to have one made.
    pub uid: String,
    /// Addresses that it must get; empty for the lowest free ones.
    pub addresses: Vec<IpAddr>,
    /// Blocks that it must get in kubenet; empty for the next in turn.
    pub pod_prefixes: Vec<Prefix>,
    /// Secondary addresses that it must get in Azure CNI; empty for the lowest free ones.
    pub pod_addresses: Vec<IpAddr>,
    /// State.
    pub state: NodeState,
    /// Whether load balancers skip it.
    pub excluded_from_load_balancers: bool,
    /// Network interface.
    pub interface: Interface,
}

/// Changes of a node; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NodeUpdate {
    /// Name.
    pub name: NodeName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Addresses; its routes follow in the same revision.
    pub addresses: Option<Vec<IpAddr>>,
    /// State.
    pub state: Option<NodeState>,
    /// Whether load balancers skip it.
    pub excluded_from_load_balancers: Option<bool>,
    /// IP forwarding of its interface; `Some(None)` goes back to what the mode wants.
    pub ip_forwarding: Option<Option<bool>>,
    /// Public addresses of its interface.
    pub public_addresses: Option<Vec<IpAddr>>,
}

/// What happens if the pod's interface has another live attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Supersede {
    /// The new attachment takes the address over.
    KeepAddress,
    /// The new attachment gets another address; the old one cools down.
    NewAddress,
    /// The request is refused.
    Reject,
}

/// A wish for the addresses of one attachment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AllocateSpec {
    /// Name; its last part is the caller's id of the attachment.
    pub name: AllocationName,
    /// Node of the pod.
    pub node: Segment,
    /// Holder.
    pub owner: Owner,
    /// Addresses that it must get, at most one for each family; empty for any.
    pub requested_addresses: Vec<IpAddr>,
    /// What to do about another attachment of the same interface.
    pub supersede: Supersede,
    /// What network policies read of the pod; `None` if it is not known.
    pub pod_traits: Option<Arc<PodTraits>>,
}

/// Gives the addresses of one attachment back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReleaseSpec {
    /// Name.
    pub name: AllocationName,
    /// Refuse if the allocation changed since it had this etag.
    pub etag: Option<String>,
}

/// What a node says is attached, to find what was left behind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SweepSpec {
    /// Node.
    pub node: NodeName,
    /// Ids of its live attachments.
    pub valid: BTreeSet<Segment>,
    /// When the list was made; attachments made after it are left alone.
    pub observed: Timestamp,
    /// Whether an empty list is meant.
    pub allow_empty: bool,
}
