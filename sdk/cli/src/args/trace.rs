//! Grammar of traces.

use clap::{Args, ValueEnum};

/// What to trace.
///
/// An end is `pod:NAMESPACE/NAME`, `allocation:ID`, `node:NAME`, `vm:SUBNET/RESERVATION`, `svc:NAMESPACE/NAME` (destination
/// only), an address, or `internet` (198.51.100.250, a host of the documentation range). The destination may have a port:
/// `svc:shop/web:80`, `10.240.0.9:443`, `[fd00::1]:443`.
///
/// Exit status: 0 reachable, 1 unreachable, 2 ambiguous or undetermined, 3 wrong usage or an error of the server.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// Where the packet starts
    pub source: String,
    /// Where it is sent to
    pub destination: String,
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
