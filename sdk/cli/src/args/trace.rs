//! Grammar of traces.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::exit::Failure;

/// What to trace.
///
/// An end is `pod:NAMESPACE/NAME`, `allocation:ID`, `node:NAME`, `vm:SUBNET/RESERVATION`, `svc:NAMESPACE/NAME` (destination
/// only), an address, or `internet` (198.51.100.250, a host of the documentation range). The destination may have a port:
/// `svc:shop/web:80`, `10.240.0.9:443`, `[fd00::1]:443`.
///
/// Exit status: 0 reachable, 1 unreachable, 2 ambiguous or undetermined, 3 wrong usage or an error of the server. Of
/// several flows (--batch, --compare-...) the worst.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// Where the packet starts
    #[arg(required_unless_present = "batch")]
    pub source: Option<String>,
    /// Where it is sent to
    #[arg(required_unless_present = "batch")]
    pub destination: Option<String>,
    /// Protocol
    #[arg(long, value_enum, default_value_t = Proto::Tcp)]
    pub proto: Proto,
    /// Source port [default: any ephemeral one]
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub from_port: Option<u16>,
    /// Use IPv6
    #[arg(long)]
    pub ipv6: bool,
    /// Trace only forward
    #[arg(long)]
    pub one_way: bool,
    /// At this revision instead of now
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "REVISION")]
    pub at_revision: i64,
    /// Show every step, and for each routing decision every candidate with its reason
    #[arg(long)]
    pub explain: bool,
    /// Show the tree of all branches of load balancers and Services with their shares
    #[arg(long)]
    pub all_branches: bool,
    /// Show the hops of this branch instead of the one that decides the verdict
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub branch: Option<u32>,
    /// Trace the flow at this revision too, and show both side by side
    #[arg(long, value_name = "REVISION", conflicts_with = "compare_cluster")]
    pub compare_revision: Option<i64>,
    /// Trace the flow in this cluster too, and show both side by side
    #[arg(long, value_name = "CLUSTER")]
    pub compare_cluster: Option<String>,
    /// The source in the other cluster [default: as in the first]
    #[arg(long, value_name = "SOURCE", requires = "compare_cluster")]
    pub compare_source: Option<String>,
    /// The destination in the other cluster [default: as in the first]
    #[arg(long, value_name = "DESTINATION", requires = "compare_cluster")]
    pub compare_destination: Option<String>,
    /// Trace many flows from a file, `-` for standard input: a line `SOURCE DESTINATION [PROTOCOL]` for each. Answers come
    /// one a line, in the order in which they are ready; -o ndjson has the traces
    #[arg(long, value_name = "FILE", conflicts_with_all = ["source", "destination", "compare_revision", "compare_cluster", "explain", "all_branches", "branch"])]
    pub batch: Option<PathBuf>,
    /// Use ASCII only, also where the locale says UTF-8
    #[arg(long)]
    pub ascii: bool,
}

/// Protocol of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Proto {
    /// TCP
    Tcp,
    /// UDP
    Udp,
    /// SCTP
    Sctp,
    /// ICMP or ICMPv6
    Icmp,
}

/// The protocol of a word.
///
/// # Errors
/// It is none.
pub fn protocol(word: &str) -> Result<Proto, Failure> {
    Proto::from_str(word, true)
        .map_err(|_| Failure::Usage(format!("`{word}` is no protocol: tcp, udp, sctp or icmp")))
}
