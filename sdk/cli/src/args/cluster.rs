//! Grammar of clusters, node pools, nodes and services.

use clap::{Args, Subcommand, ValueEnum};

use super::{DeleteArgs, FileArg, ListArgs, NameArg};

/// Clusters.
#[derive(Debug, Subcommand)]
pub enum ClusterCommand {
    /// Create a cluster in a network
    Create(Box<ClusterSpec>),
    /// Show a cluster
    Get(NameArg),
    /// List all clusters
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Change what is given, leave the rest
    Update(Box<ClusterSpec>),
    /// Delete a cluster without node pools
    Delete {
        /// Which one
        #[command(flatten)]
        which: DeleteArgs,
        /// Delete its services too
        #[arg(long)]
        force: bool,
    },
}

/// Fields of a cluster. Its network is --network.
#[derive(Debug, Args)]
pub struct ClusterSpec {
    /// Name
    pub name: String,
    /// How pods get addresses
    #[arg(long, value_enum)]
    pub mode: Option<Mode>,
    /// Pod prefix of a kubenet cluster, one per family [default: 10.244.0.0/16]
    #[arg(long = "pod-prefix", value_name = "CIDR")]
    pub pod_prefixes: Vec<String>,
    /// Length of each node's IPv4 block [default: 24]
    #[arg(long, value_name = "BITS")]
    pub node_prefix_length: Option<u32>,
    /// Prefix of cluster addresses, one per family [default: 10.0.0.0/16]
    #[arg(long = "service-prefix", value_name = "CIDR")]
    pub service_prefixes: Vec<String>,
    /// Address of cluster DNS [default: the tenth of the service prefix]
    #[arg(long, value_name = "ADDRESS")]
    pub dns_service_address: Option<String>,
    /// IPv4 and IPv6
    #[arg(long)]
    pub dual_stack: bool,
    /// Route table to bring along, for kubenet [default: podnet makes one]
    #[arg(long, value_name = "TABLE")]
    pub route_table: Option<String>,
    /// Who keeps the routes of the nodes
    #[arg(long, value_enum)]
    pub route_management: Option<Management>,
    /// How traffic leaves for the Internet
    #[arg(long, value_enum)]
    pub outbound_type: Option<Outbound>,
    /// Public address of outgoing traffic; may be repeated
    #[arg(long = "outbound-address", value_name = "ADDRESS")]
    pub outbound_addresses: Vec<String>,
    /// Destination that pods reach under their own address; may be repeated
    #[arg(long = "non-masquerade-prefix", value_name = "CIDR")]
    pub non_masquerade_prefixes: Vec<String>,
    /// How the load balancer picks nodes
    #[arg(long, value_enum)]
    pub inbound_distribution: Option<Distribution>,
    /// Tool that the cluster is made with; portal pins max pods to 30
    #[arg(long, value_enum)]
    pub provisioning_tool: Option<Tool>,
    /// Seconds before a released address is given out again [default: 30]
    #[arg(long, value_name = "SECONDS")]
    pub cooldown: Option<i64>,
    /// Whole cluster
    #[command(flatten)]
    pub file: FileArg,
}

/// How pods get addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// A block of the pod prefix and a route for each node
    Kubenet,
    /// Addresses of the node subnet
    #[value(aliases = ["cni", "azure"])]
    AzureCni,
}

/// Who keeps the routes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Management {
    /// podnet: one route per node and family
    Managed,
    /// Somebody else: podnet shows the drift
    Observed,
}

/// How traffic leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Outbound {
    /// Through the load balancer
    LoadBalancer,
    /// By the routes of the subnet
    UserDefinedRouting,
    /// Through a NAT gateway
    NatGateway,
    /// Not at all
    None,
}

/// How the load balancer picks nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Distribution {
    /// By a hash of addresses, ports and protocol
    FiveTupleHash,
    /// One after the other
    RoundRobin,
}

/// Tool that a cluster is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tool {
    /// Azure portal
    Portal,
    /// Azure command line
    Cli,
    /// Azure Resource Manager
    Arm,
}

/// Node pools.
#[derive(Debug, Subcommand)]
pub enum NodePoolCommand {
    /// Create a node pool without nodes
    Create(NodePoolSpec),
    /// Show a node pool
    Get(NameArg),
    /// List the node pools of a cluster
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Change the surge of a pool; all else is fixed at creation
    Update {
        /// Name
        name: String,
        /// Nodes that an upgrade adds at a time
        #[arg(long)]
        surge: u32,
    },
    /// Add or remove nodes, all or none, in one revision
    Scale {
        /// Name
        name: String,
        /// Number of nodes to have
        #[arg(long)]
        nodes: u32,
        /// Remove nodes with pods too, and release their addresses
        #[arg(long)]
        force: bool,
        /// Scale only if this is the current etag of the pool
        #[arg(long, default_value = "", hide_default_value = true)]
        etag: String,
    },
    /// Delete a pool without nodes
    Delete(DeleteArgs),
}

/// Fields of a node pool.
#[derive(Debug, Args)]
pub struct NodePoolSpec {
    /// Name: pool, or cluster/pool
    pub name: String,
    /// Subnet of the nodes
    #[arg(long, value_name = "SUBNET")]
    pub subnet: String,
    /// Largest number of pods on a node, 10 to 250 [default: 110 in kubenet, 30 in Azure CNI]
    #[arg(long)]
    pub max_pods: Option<u32>,
    /// Windows nodes
    #[arg(long)]
    pub windows: bool,
    /// Nodes that an upgrade adds at a time [default: 1]
    #[arg(long)]
    pub surge: Option<u32>,
}

/// Nodes.
#[derive(Debug, Subcommand)]
pub enum NodeCommand {
    /// Let a node join: address, block or pod addresses, and route in one revision
    Create(NodeSpec),
    /// Show a node
    Get(NameArg),
    /// List the nodes of a cluster
    #[command(visible_alias = "ls")]
    List {
        /// Only nodes of this pool
        #[arg(long, value_name = "POOL")]
        pool: Option<String>,
        /// Only nodes in this state
        #[arg(long, value_enum)]
        state: Option<State>,
        /// How to list
        #[command(flatten)]
        list: ListArgs,
    },
    /// Change state, address or load balancing of a node; routes follow
    Update {
        /// Name
        name: String,
        /// State
        #[arg(long, value_enum)]
        state: Option<State>,
        /// Address, one per family
        #[arg(long = "address", value_name = "ADDRESS")]
        addresses: Vec<String>,
        /// Whether load balancers leave the node out
        #[arg(long, value_name = "BOOL")]
        exclude_from_load_balancer: Option<bool>,
    },
    /// Let a node leave; its route goes in the same revision
    Delete {
        /// Which one
        #[command(flatten)]
        which: DeleteArgs,
        /// Release the allocations of its pods too
        #[arg(long)]
        force: bool,
    },
}

/// Fields of a node.
#[derive(Debug, Args)]
pub struct NodeSpec {
    /// Name: node, or cluster/node
    pub name: String,
    /// Node pool
    #[arg(long, value_name = "POOL")]
    pub pool: String,
    /// UID of the node in Kubernetes
    #[arg(long, default_value = "", hide_default_value = true)]
    pub uid: String,
    /// Address, one per family [default: the lowest free one]
    #[arg(long = "address", value_name = "ADDRESS")]
    pub addresses: Vec<String>,
    /// Block of a kubenet node, one per family [default: the allocator's next one]
    #[arg(long = "pod-prefix", value_name = "CIDR")]
    pub pod_prefixes: Vec<String>,
}

/// State of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum State {
    /// Takes new pods
    Ready,
    /// Runs, takes no new pods
    Cordoned,
    /// Does not run
    NotReady,
}

/// Services.
#[derive(Debug, Subcommand)]
pub enum ServiceCommand {
    /// Record a service
    Create(ServiceSpec),
    /// Show a service
    Get(NameArg),
    /// List the services of a cluster
    #[command(visible_alias = "ls")]
    List {
        /// Only this namespace
        #[arg(short, long, default_value = "-", hide_default_value = true)]
        namespace: String,
        /// How to list
        #[command(flatten)]
        list: ListArgs,
    },
    /// Replace what is given; endpoints as a whole
    Update(ServiceSpec),
    /// Delete a service
    Delete(DeleteArgs),
}

/// Fields of a service.
#[derive(Debug, Args)]
pub struct ServiceSpec {
    /// Name: namespace/service, or cluster/namespace/service
    pub name: String,
    /// Type
    #[arg(long = "type", value_enum)]
    pub kind: Option<ServiceType>,
    /// Cluster address, one per family
    #[arg(long = "cluster-address", value_name = "ADDRESS")]
    pub cluster_addresses: Vec<String>,
    /// Frontend address of the load balancer
    #[arg(long = "load-balancer-address", value_name = "ADDRESS")]
    pub load_balancer_addresses: Vec<String>,
    /// Port, as 80, 80:8080 (port:target) or 80:8080:30080 (port:target:node port), with /udp or /sctp behind
    #[arg(long = "port", value_name = "PORT")]
    pub ports: Vec<String>,
    /// Endpoint, as 10.244.1.5 or 10.244.1.5@node; ready
    #[arg(long = "endpoint", value_name = "ADDRESS[@NODE]")]
    pub endpoints: Vec<String>,
    /// Policy for traffic from outside
    #[arg(long, value_enum)]
    pub external_traffic_policy: Option<Policy>,
    /// Whole service
    #[command(flatten)]
    pub file: FileArg,
}

/// Type of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ServiceType {
    /// Reachable in the cluster
    ClusterIp,
    /// Also at a port of each node
    NodePort,
    /// Also through a load balancer
    LoadBalancer,
}

/// Which endpoints a node may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Policy {
    /// All
    Cluster,
    /// Those on the same node
    Local,
}
