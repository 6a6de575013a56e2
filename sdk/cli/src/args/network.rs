//! Grammar of networks, subnets and reservations.

use clap::{Args, Subcommand, ValueEnum};

use super::{DeleteArgs, FileArg, ListArgs, NameArg};

/// Virtual networks.
#[derive(Debug, Subcommand)]
pub enum NetworkCommand {
    /// Create a network
    Create(NetworkSpec),
    /// Show a network
    Get(NameArg),
    /// List all networks
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Change what is given, leave the rest
    Update(NetworkSpec),
    /// Delete a network
    Delete {
        /// Which one
        #[command(flatten)]
        which: DeleteArgs,
        /// Delete its empty subnets and route tables too
        #[arg(long)]
        force: bool,
    },
}

/// Fields of a network.
#[derive(Debug, Args)]
pub struct NetworkSpec {
    /// Name
    pub name: String,
    /// Address prefix, as 10.240.0.0/12; may be repeated
    #[arg(long = "prefix", value_name = "CIDR")]
    pub prefixes: Vec<String>,
    /// Gateway of the network
    #[arg(long, value_enum)]
    pub gateway: Option<GatewayKind>,
    /// Prefix behind the gateway; may be repeated
    #[arg(long = "on-premises-prefix", value_name = "CIDR", requires = "gateway")]
    pub on_premises_prefixes: Vec<String>,
    /// Whole network; also for peerings
    #[command(flatten)]
    pub file: FileArg,
}

/// Technology of a gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GatewayKind {
    /// VPN gateway
    Vpn,
    /// ExpressRoute gateway
    ExpressRoute,
}

/// Subnets.
#[derive(Debug, Subcommand)]
pub enum SubnetCommand {
    /// Create a subnet
    Create(SubnetSpec),
    /// Show a subnet
    Get(NameArg),
    /// List the subnets of a network
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Change what is given, leave the rest; `routetable associate` changes the table
    Update(SubnetSpec),
    /// Delete a subnet
    Delete(DeleteArgs),
}

/// Fields of a subnet.
#[derive(Debug, Args)]
pub struct SubnetSpec {
    /// Name: subnet, or network/subnet
    pub name: String,
    /// Address prefix, at most one per family
    #[arg(long = "prefix", value_name = "CIDR")]
    pub prefixes: Vec<String>,
    /// Route table to associate at creation
    #[arg(long, value_name = "TABLE")]
    pub route_table: Option<String>,
    /// Platform service with a direct route, as Microsoft.Storage; may be repeated
    #[arg(long = "service-endpoint", value_name = "SERVICE")]
    pub service_endpoints: Vec<String>,
    /// Service that the subnet is delegated to
    #[arg(long, value_name = "SERVICE")]
    pub delegation: Option<String>,
    /// Seconds before a released address is given out again
    #[arg(long, value_name = "SECONDS")]
    pub cooldown: Option<i64>,
}

/// Reservations.
#[derive(Debug, Subcommand)]
pub enum ReservationCommand {
    /// Reserve an address or prefix
    Create(ReservationSpec),
    /// Show a reservation
    Get(NameArg),
    /// List the reservations of a subnet
    #[command(visible_alias = "ls")]
    List {
        /// Subnet, or network/subnet
        subnet: String,
        /// How to list
        #[command(flatten)]
        list: ListArgs,
    },
    /// Delete a reservation
    Delete(DeleteArgs),
}

/// Fields of a reservation.
#[derive(Debug, Args)]
pub struct ReservationSpec {
    /// Name: subnet/reservation, or network/subnet/reservation
    pub name: String,
    /// Exact address or prefix
    #[arg(long, value_name = "ADDRESS", conflicts_with = "length", required_unless_present = "length")]
    pub prefix: Option<String>,
    /// Length of the prefix to find: the lowest free one is taken
    #[arg(long, value_name = "BITS")]
    pub length: Option<u32>,
    /// Look for an IPv6 prefix
    #[arg(long, requires = "length")]
    pub ipv6: bool,
    /// What it is for
    #[arg(long, value_enum, default_value_t = Purpose::VirtualMachine)]
    pub purpose: Purpose,
    /// Name for people
    #[arg(long, default_value = "", hide_default_value = true)]
    pub display_name: String,
    /// The machine carries packets of others, as an appliance does
    #[arg(long)]
    pub ip_forwarding: bool,
}

/// What addresses are reserved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Purpose {
    /// Virtual machine
    #[value(alias = "vm")]
    VirtualMachine,
    /// Frontend of an internal load balancer
    #[value(alias = "ilb")]
    InternalLoadBalancer,
    /// Private endpoint
    PrivateEndpoint,
    /// Anything else
    Other,
}
