//! Grammar of pod addresses.

use clap::{Args, Subcommand, ValueEnum};

use super::ListArgs;

/// Addresses of pods.
#[derive(Debug, Subcommand)]
pub enum IpCommand {
    /// Allocate the addresses of a pod interface
    #[command(visible_alias = "allocate")]
    Alloc(AllocArgs),
    /// Release an allocation; one that is gone is fine
    Release {
        /// Allocation
        name: String,
        /// Release only if this is the current etag
        #[arg(long, default_value = "", hide_default_value = true)]
        etag: String,
    },
    /// Show an allocation
    #[command(visible_alias = "get")]
    Show {
        /// Allocation
        name: String,
    },
    /// List allocations of a cluster
    #[command(visible_alias = "ls")]
    List {
        /// Only on this node
        #[arg(long)]
        node: Option<String>,
        /// Only of pods in this namespace
        #[arg(short, long, default_value = "", hide_default_value = true)]
        namespace: String,
        /// Only of pods of this name
        #[arg(long, default_value = "", hide_default_value = true)]
        pod: String,
        /// How to list
        #[command(flatten)]
        list: ListArgs,
    },
    /// Count addresses: total, used, cooling, free, largest hole
    Usage {
        /// Only this pool: the resource name of a cluster, node or subnet
        pool: Option<String>,
        /// Show the block or addresses of each node too
        #[arg(long)]
        blocks: bool,
    },
    /// Say everything that an address is
    Find {
        /// Address
        address: String,
        /// At this revision instead of now
        #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "REVISION")]
        at_revision: i64,
    },
    /// Say who held an address, and when
    History(HistoryArgs),
    /// List the free ranges of a pool
    Free {
        /// Resource name of a cluster, node or subnet
        pool: String,
    },
    /// Release what a node does not know any more: two observations a grace period apart
    Sweep {
        /// Node
        #[arg(long)]
        node: String,
        /// Allocation id that the node still has; may be repeated or separated by commas
        #[arg(long = "valid", value_name = "ID", value_delimiter = ',')]
        valid: Vec<String>,
        /// When the node was observed, as 2026-11-23T14:05:00Z [default: now]
        #[arg(long, value_name = "TIME")]
        observed_time: Option<String>,
        /// Sweep although no id is valid
        #[arg(long)]
        allow_empty: bool,
    },
}

/// What to allocate.
#[derive(Debug, Args)]
pub struct AllocArgs {
    /// Id of the attachment, used once [default: made of --container-id and --interface, else random]
    pub id: Option<String>,
    /// Node that the pod runs on
    #[arg(long)]
    pub node: String,
    /// Pod, as namespace/name
    #[arg(long, value_name = "NAMESPACE/POD")]
    pub pod: Option<String>,
    /// UID of the pod in Kubernetes
    #[arg(long, default_value = "", hide_default_value = true)]
    pub pod_uid: String,
    /// Id of the container, from CNI
    #[arg(long, default_value = "", hide_default_value = true)]
    pub container_id: String,
    /// Interface of the pod
    #[arg(long, default_value = "eth0")]
    pub interface: String,
    /// Exact address to ask for, one per family
    #[arg(long = "address", value_name = "ADDRESS")]
    pub addresses: Vec<String>,
    /// What to do if the pod interface holds another allocation [default: keep-address]
    #[arg(long, value_enum)]
    pub supersede: Option<Supersede>,
}

/// What a new attachment does to the old one of its pod.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Supersede {
    /// Takes over its address
    KeepAddress,
    /// Takes another address
    NewAddress,
    /// Is refused
    Reject,
}

/// Whose history.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// Address
    #[arg(required_unless_present_any = ["allocation", "pod"], conflicts_with_all = ["allocation", "pod"])]
    pub address: Option<String>,
    /// Allocation
    #[arg(long, conflicts_with = "pod")]
    pub allocation: Option<String>,
    /// Pod, as namespace/name
    #[arg(long, value_name = "NAMESPACE/POD")]
    pub pod: Option<String>,
    /// Holder at this time only, as 2026-11-23T14:05:00Z
    #[arg(long, value_name = "TIME", conflicts_with = "at_revision")]
    pub at_time: Option<String>,
    /// Holder at this revision only
    #[arg(long, value_name = "REVISION")]
    pub at_revision: Option<i64>,
}
