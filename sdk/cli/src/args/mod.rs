//! What can be typed: the grammar of the command line, and nothing of what the commands do.

pub mod admin;
pub mod bench;
pub mod cluster;
pub mod ip;
pub mod network;
pub mod proof;
pub mod route;
pub mod trace;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

/// Addresses, routes and flows of AKS-style cluster networks.
///
/// Names may be given in full (`networks/vnet/subnets/nodes`) or short (`vnet/nodes`, or `nodes` with --network). Where a
/// network or cluster is left out and the server holds exactly one, that one is meant.
///
/// Exit status: 0 done; 1 wrong usage or malformed request; 2 server or connection error; 3 not found; 4 conflict or failed
/// precondition; 5 exhausted; 6 no route; 7 drift found; 124 timeout. `trace`, `verify` and `what-if` give a verdict: 0 good, 1 bad,
/// 2 not decided, 3 none.
#[derive(Debug, Parser)]
#[command(name = "podnet", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    /// Settings of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The address under the older name of its variable, or where a server listens by default.
fn older_address() -> String {
    std::env::var("PODNET_SERVER").unwrap_or_else(|_| "http://127.0.0.1:7443".to_owned())
}

/// Settings of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Address of the server, `http://` or `https://`; PODNET_SERVER is an older name of the variable
    #[arg(
        long,
        global = true,
        env = "PODNET_ADDR",
        default_value_t = older_address(),
        value_name = "URL"
    )]
    pub server: String,
    /// Certificates (PEM) of the authorities that may have signed the server's; needed for https
    #[arg(long, global = true, env = "PODNET_TLS_AUTHORITY", value_name = "FILE")]
    pub tls_authority: Option<PathBuf>,
    /// Own certificate (PEM), for mutual TLS
    #[arg(long, global = true, env = "PODNET_TLS_CERTIFICATE", value_name = "FILE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,
    /// Own private key (PEM), for mutual TLS
    #[arg(long, global = true, env = "PODNET_TLS_KEY", value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// Name in the server's certificate, if it is not that of the address
    #[arg(long, global = true, env = "PODNET_TLS_SERVER_NAME", value_name = "NAME")]
    pub tls_server_name: Option<String>,
    /// Longest time of one call in seconds, over all attempts
    #[arg(long, global = true, default_value_t = 10, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,
    /// Network that short names are in
    #[arg(long, global = true, env = "PODNET_NETWORK", value_name = "NETWORK")]
    pub network: Option<String>,
    /// Cluster that short names are in
    #[arg(long, global = true, env = "PODNET_CLUSTER", value_name = "CLUSTER")]
    pub cluster: Option<String>,
    /// Form of the output
    #[arg(short, long, global = true, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    pub output: Format,
    /// Leave out the header line of tables
    #[arg(long, global = true)]
    pub no_headers: bool,
    /// Make every check and show what would happen, without changing anything
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Key of idempotency; the same key with the same request gives the stored answer for 60 minutes
    #[arg(long, global = true, value_name = "ID")]
    pub request_id: Option<String>,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for people; for a trace, its text
    #[value(alias = "text")]
    Table,
    /// Columns for people, more of them
    Wide,
    /// The protobuf JSON mapping; one object per line when watching
    Json,
    /// The same, one object per line
    #[value(alias = "jsonl")]
    Ndjson,
    /// The same as YAML
    Yaml,
    /// Resource names only
    Name,
    /// Markdown (verdicts only)
    Md,
    /// Sequence diagram for Mermaid (traces only)
    Mermaid,
    /// Picture of the hops (traces only)
    Svg,
}

impl Format {
    /// Only answers to questions about flows can be shown so.
    #[must_use]
    pub fn is_for_flows(self) -> bool {
        match self {
            Self::Md | Self::Mermaid | Self::Svg => true,
            Self::Table | Self::Wide | Self::Json | Self::Ndjson | Self::Yaml | Self::Name => false,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Virtual networks
    #[command(subcommand, visible_alias = "networks")]
    Network(network::NetworkCommand),
    /// Subnets of a network
    #[command(subcommand, visible_alias = "subnets")]
    Subnet(network::SubnetCommand),
    /// Reserved addresses and prefixes of a subnet: machines, load balancers, private endpoints
    #[command(subcommand, visible_alias = "reservations")]
    Reservation(network::ReservationCommand),
    /// Clusters
    #[command(subcommand, visible_alias = "clusters")]
    Cluster(cluster::ClusterCommand),
    /// Node pools of a cluster
    #[command(subcommand, visible_alias = "nodepools")]
    Nodepool(cluster::NodePoolCommand),
    /// Nodes of a cluster
    #[command(subcommand, visible_alias = "nodes")]
    Node(cluster::NodeCommand),
    /// Kubernetes Services of a cluster
    #[command(subcommand, visible_aliases = ["services", "svc"])]
    Service(cluster::ServiceCommand),
    /// Addresses of pods: allocate, release, find, count
    #[command(subcommand)]
    Ip(ip::IpCommand),
    /// Route tables of a network
    #[command(subcommand, visible_alias = "routetables")]
    Routetable(route::RouteTableCommand),
    /// Routes: keep, explain, reconcile
    #[command(subcommand, visible_alias = "routes")]
    Route(route::RouteCommand),
    /// Show what happens to a packet, hop by hop, both ways
    Trace(trace::TraceArgs),
    /// Prove that a cluster keeps the network model, or show a packet that breaks it
    Verify(proof::VerifyArgs),
    /// Show what changes would do to a cluster, without making them
    WhatIf(proof::WhatIfArgs),
    /// Show changes as they happen
    Watch(admin::WatchArgs),
    /// Import a real cluster from what az and kubectl print with -o json
    Import(admin::ImportArgs),
    /// Export and import the whole state
    #[command(subcommand)]
    Snapshot(admin::SnapshotCommand),
    /// Information about the server, and its checks
    #[command(subcommand)]
    Server(admin::ServerCommand),
    /// Load tests of a server, with the proof that its answers were right
    #[command(subcommand)]
    Bench(bench::BenchCommand),
    /// Print the completion script of a shell
    Completion(admin::CompletionArgs),
    /// Print the version of this program
    Version,
}

impl Command {
    /// Its exit status is a verdict: 0 good, 1 bad, 2 not decided, 3 no verdict.
    #[must_use]
    pub fn gives_verdict(&self) -> bool {
        matches!(self, Self::Trace(_) | Self::Verify(_) | Self::WhatIf(_))
    }
}

/// Whether a command line that could not be read was meant to give a verdict.
#[must_use]
pub fn meant_verdict(arguments: impl IntoIterator<Item = OsString>) -> bool {
    let lenient = Cli::command().ignore_errors(true).try_get_matches_from(arguments);
    lenient.is_ok_and(|matches| VERDICTS.iter().any(|name| matches.subcommand_name() == Some(name)))
}

/// Names of the commands for which [`Command::gives_verdict`] holds.
const VERDICTS: [&str; 3] = ["trace", "verify", "what-if"];

/// One resource.
#[derive(Debug, Args)]
pub struct NameArg {
    /// Name, in full or short
    pub name: String,
}

/// Which one to delete.
#[derive(Debug, Args)]
pub struct DeleteArgs {
    /// Name, in full or short
    pub name: String,
    /// Delete only if this is the current etag
    #[arg(long, default_value = "", hide_default_value = true)]
    pub etag: String,
    /// Succeed if there is none
    #[arg(long, visible_alias = "ignore-not-found")]
    pub allow_missing: bool,
}

/// How to list.
#[derive(Debug, Clone, Copy, Args)]
pub struct ListArgs {
    /// Go on with changes as they happen
    #[arg(short, long)]
    pub watch: bool,
}

/// A resource from a file.
#[derive(Debug, Clone, Args)]
pub struct FileArg {
    /// Resource as JSON or YAML in the form of `-o json`; `-` reads standard input. Flags override its fields
    #[arg(short, long, value_name = "FILE")]
    pub file: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_command_line_is_still_known_to_want_a_verdict() {
        let meant = |line: &str| meant_verdict(line.split(' ').map(OsString::from));
        assert!(meant("podnet trace a"));
        assert!(meant("podnet --cluster c trace a b --no-such-flag"));
        assert!(meant("podnet -o nonsense trace a b"));
        assert!(!meant("podnet route lookup --no-such-flag"));
        assert!(!meant("podnet"));
    }
}
