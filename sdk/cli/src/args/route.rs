//! Grammar of route tables and routes.

use clap::{Args, Subcommand, ValueEnum};

use super::{DeleteArgs, ListArgs, NameArg};

/// Route tables.
#[derive(Debug, Subcommand)]
pub enum RouteTableCommand {
    /// Create a route table
    Create(RouteTableSpec),
    /// Show a route table
    Get(NameArg),
    /// List the route tables of a network
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Change a route table
    Update(RouteTableSpec),
    /// Associate a table with a subnet, instead of the present one
    Associate {
        /// Table, or network/table
        table: String,
        /// Subnet
        #[arg(long)]
        subnet: String,
        /// Change only if this is the current etag of the subnet
        #[arg(long, default_value = "", hide_default_value = true)]
        etag: String,
    },
    /// Take the table away from a subnet
    Dissociate {
        /// Subnet, or network/subnet
        #[arg(long)]
        subnet: String,
        /// Change only if this is the current etag of the subnet
        #[arg(long, default_value = "", hide_default_value = true)]
        etag: String,
    },
    /// Delete a route table
    Delete(DeleteArgs),
}

/// Fields of a route table.
#[derive(Debug, Args)]
pub struct RouteTableSpec {
    /// Name: table, or network/table
    pub name: String,
    /// Whether routes that gateways learn are kept out
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub disable_bgp_route_propagation: Option<bool>,
}

/// Routes.
#[derive(Debug, Subcommand)]
pub enum RouteCommand {
    /// List the routes of a table
    #[command(visible_alias = "ls")]
    List {
        /// Table, or network/table
        table: String,
        /// How to list
        #[command(flatten)]
        list: ListArgs,
    },
    /// Show a route
    Get(NameArg),
    /// Create a user's route
    Create(RouteSpec),
    /// Change what is given of a user's route
    Update(RouteSpec),
    /// Delete a user's route
    Delete(DeleteArgs),
    /// Show all routes that apply in a subnet or on a node, and which one wins
    Effective {
        /// Where
        #[command(flatten)]
        at: AtArgs,
        /// Only routes that match this address, with the winner and the reason of each loser
        #[arg(long, value_name = "ADDRESS")]
        to: Option<String>,
    },
    /// Show which route a packet takes, and why the others lose
    Lookup {
        /// Destination address
        destination: String,
        /// Where
        #[command(flatten)]
        at: AtArgs,
    },
    /// Compare a table with what its cluster needs and repair it; --dry-run shows the plan (exit status 7 on drift)
    Reconcile {
        /// Table, or network/table
        table: String,
        /// Whose routes: `clusters/{cluster}` or the name of a tool [default: the cluster of the table]
        #[arg(long, default_value = "", hide_default_value = true)]
        manager: String,
        /// Etag of the table that the plan was made for [default: the present one]
        #[arg(long, default_value = "", hide_default_value = true)]
        etag: String,
    },
}

/// Where routes apply.
#[derive(Debug, Args)]
pub struct AtArgs {
    /// Subnet
    #[arg(long, conflicts_with = "node", required_unless_present = "node")]
    pub subnet: Option<String>,
    /// Node; its subnet decides
    #[arg(long)]
    pub node: Option<String>,
    /// At this revision instead of now
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "REVISION")]
    pub at_revision: i64,
}

/// Fields of a route.
#[derive(Debug, Args)]
pub struct RouteSpec {
    /// Name: table/route, or network/table/route
    pub name: String,
    /// Destination
    #[arg(long, value_name = "CIDR")]
    pub prefix: Option<String>,
    /// Type of the next hop [default: virtual-appliance with --next-hop]
    #[arg(long = "type", value_enum)]
    pub kind: Option<HopType>,
    /// Address of the next hop
    #[arg(long, value_name = "ADDRESS")]
    pub next_hop: Option<String>,
    /// Tool that keeps the route, as terraform
    #[arg(long, default_value = "", hide_default_value = true, value_name = "TOOL")]
    pub managed_by: String,
}

/// Type of a next hop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HopType {
    /// A machine that carries packets of others
    VirtualAppliance,
    /// The network itself
    VnetLocal,
    /// The gateway of the network
    VirtualNetworkGateway,
    /// The Internet
    Internet,
    /// Nowhere: packets are dropped
    None,
}
