//! What are the objects of a plan? Plain data in podnet's terms, free of the wire's types.

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::name::Name;
use crate::import::aks::OutboundType;
use crate::import::endpoint_slices::EndpointPort;
use crate::import::services::{Protocol, ServiceType, SessionAffinity, TargetPort, TrafficPolicy};

/// Everything that podnet should hold. Apply the lists in the order of the fields; [`ImportPlan::steps`] does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// Virtual networks.
    pub networks: Vec<DesiredNetwork>,
    /// Route tables with their routes.
    pub route_tables: Vec<DesiredRouteTable>,
    /// Subnets, each with the name of its route table.
    pub subnets: Vec<DesiredSubnet>,
    /// Addresses that are not the cluster's to give. Before nodes, so that no node is given one of them.
    pub reservations: Vec<DesiredReservation>,
    /// The cluster; absent when none was described: then the rest belongs to one that podnet holds already.
    pub cluster: Option<DesiredCluster>,
    /// Its node pools.
    pub node_pools: Vec<DesiredNodePool>,
    /// Its nodes: first those with explicit pod prefixes.
    pub nodes: Vec<DesiredNode>,
    /// Its Services.
    pub services: Vec<DesiredService>,
    /// Its pods' addresses.
    pub allocations: Vec<DesiredAllocation>,
}

/// One object of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the object of that name")]
pub enum Step<'a> {
    Network(&'a DesiredNetwork),
    RouteTable(&'a DesiredRouteTable),
    Subnet(&'a DesiredSubnet),
    Reservation(&'a DesiredReservation),
    Cluster(&'a DesiredCluster),
    NodePool(&'a DesiredNodePool),
    Node(&'a DesiredNode),
    Service(&'a DesiredService),
    Allocation(&'a DesiredAllocation),
}

impl Step<'_> {
    /// Resource name of the object.
    #[must_use]
    pub fn name(&self) -> &Name {
        match self {
            Self::Network(object) => &object.name,
            Self::RouteTable(object) => &object.name,
            Self::Subnet(object) => &object.name,
            Self::Reservation(object) => &object.name,
            Self::Cluster(object) => &object.name,
            Self::NodePool(object) => &object.name,
            Self::Node(object) => &object.name,
            Self::Service(object) => &object.name,
            Self::Allocation(object) => &object.name,
        }
    }
}

impl ImportPlan {
    /// All objects, each after those that it refers to.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let networks = self.networks.iter().map(Step::Network);
        networks
            .chain(self.route_tables.iter().map(Step::RouteTable))
            .chain(self.subnets.iter().map(Step::Subnet))
            .chain(self.reservations.iter().map(Step::Reservation))
            .chain(self.cluster.iter().map(Step::Cluster))
            .chain(self.node_pools.iter().map(Step::NodePool))
            .chain(self.nodes.iter().map(Step::Node))
            .chain(self.services.iter().map(Step::Service))
            .chain(self.allocations.iter().map(Step::Allocation))
    }
}

/// A virtual network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredNetwork {
    /// `networks/{n}`.
    pub name: Name,
    /// Name in Azure.
    pub display_name: String,
    /// Azure resource id.
    pub azure_id: Option<String>,
    /// Azure region.
    pub location: Option<String>,
    /// Address space.
    pub address_prefixes: Vec<IpNetwork>,
    /// DNS servers; empty = the platform's.
    pub dns_servers: Vec<IpAddr>,
    /// Way to other sites.
    pub gateway: Option<DesiredGateway>,
    /// Peerings that carry traffic.
    pub peerings: Vec<DesiredPeering>,
}

/// The gateway of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredGateway {
    /// Kind.
    pub kind: GatewayKind,
    /// What lies behind it; sorted.
    pub on_premises_prefixes: Vec<IpNetwork>,
}

/// Technology of a gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GatewayKind {
    /// A VPN gateway.
    Vpn,
    /// An ExpressRoute gateway.
    ExpressRoute,
}

/// A peering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredPeering {
    /// Id, unique in its network.
    pub id: String,
    /// Name in Azure.
    pub display_name: String,
    /// Azure id of the other network.
    pub remote_azure_id: Option<String>,
    /// The other network; this plan need not have it.
    pub remote_network: Name,
    /// Address space of the other network.
    pub remote_prefixes: Vec<IpNetwork>,
    /// Whether the networks may talk.
    pub allow_virtual_network_access: bool,
    /// Whether packets that the other network only forwards are let in.
    pub allow_forwarded_traffic: bool,
    /// Whether the other network may use this one's gateway.
    pub allow_gateway_transit: bool,
    /// Whether this network uses the other one's gateway.
    pub use_remote_gateways: bool,
}

/// A route table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredRouteTable {
    /// `networks/{n}/routeTables/{t}`.
    pub name: Name,
    /// Name in Azure.
    pub display_name: String,
    /// Azure resource id.
    pub azure_id: Option<String>,
    /// Whether routes learned from gateways are kept out.
    pub disable_bgp_route_propagation: bool,
    /// All usable routes, by name.
    pub routes: Vec<DesiredRoute>,
}

/// A user-defined route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredRoute {
    /// `networks/{n}/routeTables/{t}/routes/{r}`.
    pub name: Name,
    /// Name in Azure.
    pub display_name: String,
    /// Destination.
    pub prefix: IpNetwork,
    /// Next hop.
    pub next_hop: NextHop,
    /// The cluster that owns the route; absent = the user's own. Joining nodes bring these routes along when the cluster
    /// is [`RouteManagement::Managed`]: then only routes without an owner are created by hand.
    pub managed_by: Option<Name>,
    /// The node that a route of the cluster leads to; absent when the node is gone.
    pub node: Option<Name>,
}

/// Next hop of a user-defined route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NextHop {
    /// A machine that forwards packets.
    VirtualAppliance(IpAddr),
    /// The network itself.
    VnetLocal,
    /// The Internet.
    Internet,
    /// The network's gateway.
    VirtualNetworkGateway,
    /// Dropped.
    None,
}

/// A subnet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredSubnet {
    /// `networks/{n}/subnets/{s}`.
    pub name: Name,
    /// Name in Azure.
    pub display_name: String,
    /// Azure resource id.
    pub azure_id: Option<String>,
    /// Prefixes, at most one per family.
    pub prefixes: Vec<IpNetwork>,
    /// Associated route table.
    pub route_table: Option<Name>,
    /// Azure id of the NAT gateway.
    pub nat_gateway: Option<String>,
    /// Platform services reached by a direct route, as `Microsoft.Storage`.
    pub service_endpoints: Vec<String>,
    /// Services that it is delegated to.
    pub delegations: Vec<String>,
}

/// What an address is reserved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReservationPurpose {
    /// A machine that is no node of the cluster.
    VirtualMachine,
    /// Frontend of an internal load balancer.
    InternalLoadBalancer,
    /// A private endpoint.
    PrivateEndpoint,
    /// Anything else.
    Other,
}

/// An address of a subnet that is not the cluster's to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredReservation {
    /// `networks/{n}/subnets/{s}/reservations/{r}`.
    pub name: Name,
    /// The address.
    pub address: IpAddr,
    /// What it is for.
    pub purpose: ReservationPurpose,
    /// Who holds it, in words.
    pub description: String,
    /// Whether the holder takes packets that are not addressed to it, as an appliance does.
    pub ip_forwarding: bool,
}

/// How pods get their addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkMode {
    /// A pod prefix per node, a route per node.
    Kubenet,
    /// Addresses of the node's own subnet.
    AzureCni,
}

/// Whether the cluster's route table is as its nodes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteManagement {
    /// Every node has exactly its route: podnet keeps it so.
    Managed,
    /// It differs: podnet holds it as it is and shows the drift.
    Observed,
}

/// A cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredCluster {
    /// `clusters/{c}`.
    pub name: Name,
    /// Name in Azure.
    pub display_name: String,
    /// Azure resource id.
    pub azure_id: Option<String>,
    /// Network of the node subnets.
    pub network: Name,
    /// Mode.
    pub mode: NetworkMode,
    /// Pod CIDR, one per family; empty in Azure CNI mode.
    pub pod_prefixes: Vec<IpNetwork>,
    /// Length of the nodes' IPv4 pod prefixes, in kubenet mode; absent when no node tells it.
    pub node_prefix_length_ipv4: Option<u8>,
    /// Length of the nodes' IPv6 pod prefixes, in kubenet mode; absent when no node tells it.
    pub node_prefix_length_ipv6: Option<u8>,
    /// Service CIDR, one per family.
    pub service_prefixes: Vec<IpNetwork>,
    /// Address of the DNS Service.
    pub dns_service_address: Option<IpAddr>,
    /// Way to the Internet; never `Other`.
    pub outbound_type: Option<OutboundType>,
    /// Public addresses of outbound flows, as far as known, in Azure's order.
    pub outbound_addresses: Vec<IpAddr>,
    /// Azure ids of public addresses of outbound flows that no document resolves.
    pub unresolved_outbound_ids: Vec<String>,
    /// Ports per node for outbound translation; 0 or absent = by the platform's table.
    pub allocated_outbound_ports: Option<u32>,
    /// Idle timeout of outbound flows, in minutes.
    pub outbound_idle_timeout_minutes: Option<u32>,
    /// Engine of network policies, as written.
    pub network_policy: Option<String>,
    /// Kubernetes version.
    pub kubernetes_version: Option<String>,
    /// The route table of the cluster, in kubenet mode; absent = podnet makes one.
    pub route_table: Option<Name>,
    /// Who keeps the table.
    pub route_management: RouteManagement,
}

/// A node pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredNodePool {
    /// `clusters/{c}/nodePools/{p}`.
    pub name: Name,
    /// Subnet of its nodes.
    pub subnet: Name,
    /// Most pods per node.
    pub max_pods: u32,
    /// Bounds of the autoscaler, when it is on.
    pub autoscaling: Option<(u32, u32)>,
    /// Nodes that an upgrade adds at a time; a percentage is of the pool's nodes now, rounded up.
    pub surge: Option<u32>,
    /// `Linux` or `Windows`, as written.
    pub operating_system: Option<String>,
    /// `System` or `User`, as written.
    pub mode: Option<String>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredNode {
    /// `clusters/{c}/nodes/{node}`.
    pub name: Name,
    /// `clusters/{c}/nodePools/{p}`.
    pub pool: Name,
    /// Kubernetes UID.
    pub uid: Option<String>,
    /// Addresses of the node, IPv4 first, one per family at most.
    pub addresses: Vec<IpAddr>,
    /// Pod prefixes, one per family; empty in Azure CNI mode, and for a node that has none yet.
    pub pod_prefixes: Vec<IpNetwork>,
    /// Azure CNI: the addresses for pods that the node's interface holds, sorted; as many as its max pods. Those that no
    /// document tells are free ones of the subnet, which a finding says. Empty when nothing is known: podnet chooses.
    pub secondary_addresses: Vec<IpAddr>,
    /// Most pods, when that is another number than the pool's.
    pub max_pods: Option<u32>,
    /// Azure id of the machine.
    pub machine: Option<String>,
    /// Availability zone.
    pub zone: Option<String>,
    /// Whether the node is ready.
    pub ready: Option<bool>,
    /// Whether load balancers leave the node out.
    pub excluded_from_load_balancers: bool,
}

/// A Service with its endpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredService {
    /// `clusters/{c}/namespaces/{ns}/services/{svc}`.
    pub name: Name,
    /// Namespace.
    pub namespace: String,
    /// Kubernetes UID.
    pub uid: Option<String>,
    /// Type; never `ExternalName` or `Other`.
    pub kind: ServiceType,
    /// Cluster addresses; empty when headless.
    pub cluster_addresses: Vec<IpAddr>,
    /// Addresses that users route to the nodes themselves.
    pub external_addresses: Vec<IpAddr>,
    /// Addresses of its load balancer.
    pub load_balancer_addresses: Vec<IpAddr>,
    /// Whether its load balancer is internal.
    pub internal_load_balancer: bool,
    /// Sources that the load balancer lets in; empty = all.
    pub source_prefixes: Vec<IpNetwork>,
    /// Ports, in the Service's order.
    pub ports: Vec<DesiredServicePort>,
    /// Policy for traffic from outside; never `Other`.
    pub external_traffic_policy: TrafficPolicy,
    /// Policy for traffic from inside; never `Other`.
    pub internal_traffic_policy: TrafficPolicy,
    /// Affinity; never `Other`.
    pub session_affinity: SessionAffinity,
    /// How long affinity lasts, in seconds.
    pub session_affinity_seconds: Option<u32>,
    /// Port of the health check with the policy `Local`.
    pub health_check_node_port: Option<u16>,
    /// Endpoints, each address once, sorted by address.
    pub endpoints: Vec<DesiredEndpoint>,
}

/// A port of a Service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredServicePort {
    /// Name; absent when the Service has one port. Endpoints' ports carry the same name.
    pub name: Option<String>,
    /// Protocol; never `Other`.
    pub protocol: Protocol,
    /// Port number.
    pub port: u16,
    /// Where it goes, as the Service says; what each endpoint listens on is in its own ports.
    pub target: TargetPort,
    /// Port on every node.
    pub node_port: Option<u16>,
    /// Application protocol, as written.
    pub application_protocol: Option<String>,
}

/// An endpoint of a Service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredEndpoint {
    /// Address.
    pub address: IpAddr,
    /// Ports, sorted: the name of the Service port, and the number at the endpoint.
    pub ports: Vec<EndpointPort>,
    /// Ready.
    pub ready: bool,
    /// Serving.
    pub serving: bool,
    /// Being terminated.
    pub terminating: bool,
    /// The planned node that it is on.
    pub node: Option<Name>,
    /// The planned allocation of its address; absent when its pod is in its node's network or is no pod.
    pub allocation: Option<Name>,
    /// Zone.
    pub zone: Option<String>,
    /// Zones that should use it.
    pub zone_hints: Vec<String>,
    /// Namespace and name of the pod behind it, as `shop/web-0`.
    pub pod: Option<String>,
}

/// A pod's addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DesiredAllocation {
    /// `clusters/{c}/allocations/{allocation_id}`.
    pub name: Name,
    /// `clusters/{c}/nodes/{node}`.
    pub node: Name,
    /// Addresses to ask for, IPv4 first, one per family at most.
    pub addresses: Vec<IpAddr>,
    /// Whose they are.
    pub owner: PodOwner,
}

/// The pod that holds an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PodOwner {
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub pod: String,
    /// Kubernetes UID.
    pub pod_uid: Option<String>,
    /// Interface inside the pod.
    pub interface: String,
}
