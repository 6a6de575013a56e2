//! Grammar of proofs and of changes that are tried.

use std::path::PathBuf;

use clap::Args;

/// What to prove.
///
/// Exit status: 0 all invariants hold or do not apply, 1 one is violated, 2 one is undetermined, 3 wrong usage or an error of
/// the server.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Only this invariant, as POD_TO_POD_NO_NAT; may be repeated
    #[arg(long = "invariant", value_name = "INVARIANT")]
    pub invariants: Vec<String>,
    /// At this revision instead of now
    #[arg(
        long,
        default_value_t = 0,
        hide_default_value = true,
        value_name = "REVISION",
        conflicts_with = "watch"
    )]
    pub at_revision: i64,
    /// Show the trace of every counterexample, not only of the first
    #[arg(long)]
    pub explain: bool,
    /// Go on with every change of an outcome, as it happens
    #[arg(short, long)]
    pub watch: bool,
}

/// What to try.
///
/// Changes are tried in order: those of the file, then removals of routes, nodes, tables, policies and groups, then additions.
/// Nothing is made.
///
/// Exit status: 0 nothing gets worse, 1 an invariant breaks or something becomes unreachable, 2 a change would be refused,
/// 3 wrong usage or an error of the server.
#[derive(Debug, Args)]
pub struct WhatIfArgs {
    /// Changes and flows as JSON or YAML of a WhatIfRequest; `-` reads standard input
    #[arg(short, long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Remove a route; may be repeated
    #[arg(long, value_name = "ROUTE")]
    pub remove_route: Vec<String>,
    /// Remove a node; may be repeated
    #[arg(long, value_name = "NODE")]
    pub remove_node: Vec<String>,
    /// Take the route table away from a subnet; may be repeated
    #[arg(long, value_name = "SUBNET")]
    pub dissociate: Vec<String>,
    /// Give a subnet a route table; may be repeated
    #[arg(long, value_name = "SUBNET=TABLE")]
    pub associate: Vec<String>,
    /// Remove a network policy, as namespace/policy; may be repeated
    #[arg(long, value_name = "POLICY")]
    pub remove_policy: Vec<String>,
    /// Give a subnet a network security group; may be repeated
    #[arg(long, value_name = "SUBNET=GROUP")]
    pub guard: Vec<String>,
    /// Take the network security group away from a subnet; may be repeated
    #[arg(long, value_name = "SUBNET")]
    pub unguard: Vec<String>,
    /// Add a route; HOP is an address, or `none`, `internet`, `vnet-local` or `gateway`; may be repeated
    #[arg(long, value_name = "ROUTE=PREFIX=HOP")]
    pub add_route: Vec<String>,
    /// Change the number of nodes of a pool; may be repeated
    #[arg(long, value_name = "POOL=NODES")]
    pub scale: Vec<String>,
    /// Trace this flow before and after, as "SOURCE DESTINATION"; may be repeated
    #[arg(long = "flow", value_name = "FLOW")]
    pub flows: Vec<String>,
    /// Start from this revision instead of now
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "REVISION")]
    pub at_revision: i64,
}
