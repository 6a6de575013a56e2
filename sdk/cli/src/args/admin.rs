//! Grammar of watching, importing and running a server.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use clap_complete::Shell;

/// What to watch.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// Kinds to show [default: all]
    #[arg(value_enum, value_name = "KIND")]
    pub kinds: Vec<Kind>,
    /// Only this resource and what is below it
    #[arg(long, default_value = "", hide_default_value = true, value_name = "NAME")]
    pub parent: String,
    /// Continue after this token (`cursor.resumeToken` of any answer)
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "TOKEN",
        conflicts_with = "snapshot"
    )]
    pub since: String,
    /// Begin with what is there
    #[arg(long)]
    pub snapshot: bool,
    /// Show marks of progress too
    #[arg(long)]
    pub progress: bool,
}

/// Kind of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "each variant is the kind of that name")]
pub enum Kind {
    Network,
    Subnet,
    Reservation,
    Routetable,
    Route,
    Cluster,
    Nodepool,
    Node,
    Allocation,
    Service,
    Nsg,
    Namespace,
    Policy,
}

/// What to import.
///
/// `podnet import az FILE…`, `podnet import kubectl FILE…` and `podnet import FILE…` are the same: every file may hold any
/// of the documents, which are told apart by their content. Applying is repeatable: what is there and equal is kept, what is
/// there and differs is left alone and reported. Exit status 7: the cluster's route table differs from its nodes.
///
/// Documents: az aks show; az network vnet show, route-table show, nic list, nic show-effective-route-table, public-ip list,
/// vnet-gateway show; az vmss nic list; kubectl get nodes, pods, services, endpointslices. All with -o json.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Files; `-` reads standard input; a leading `az` or `kubectl` may say where they are from
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Mode of the cluster, if no file says it (kubectl output alone does not)
    #[arg(long, value_enum)]
    pub mode: Option<super::cluster::Mode>,
}

/// Export and import.
#[derive(Debug, Subcommand)]
pub enum SnapshotCommand {
    /// Write the whole state to a file; `-` is standard output
    Export {
        /// File
        file: PathBuf,
        /// At this revision instead of now
        #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "REVISION")]
        at_revision: i64,
    },
    /// Replace the whole state by that of a file
    Import {
        /// File
        file: PathBuf,
        /// Overwrite a store that has data
        #[arg(long)]
        replace: bool,
    },
}

/// Running a server.
#[derive(Debug, Subcommand)]
pub enum ServerCommand {
    /// Version, store, limits and features
    Info,
    /// Check the laws of the state (exit status 7 if one does not hold)
    Check {
        /// Replay the log too and compare
        #[arg(long)]
        include_log: bool,
    },
    /// Drop history before a revision
    Compact {
        /// Oldest revision to keep
        revision: i64,
    },
}

/// Which shell.
#[derive(Debug, Args)]
pub struct CompletionArgs {
    /// Shell
    #[arg(value_enum)]
    pub shell: Shell,
}
