//! Grammar of load tests.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

/// What to put under load.
///
/// Every run makes a network and clusters of its own, named `bench-…`, and takes them away at the end. Beside each figure
/// stands that of an echo: the health check of the same server over the same connections, which does nothing. At the end
/// every answer is checked: no address was held twice, none leaked or was lost, and revisions are in the order of the calls.
/// Latencies count from the intended start of a call. Exit status: 0 done; 7 an invariant does not hold.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Allocate addresses, one after the other, in batches or over streams
    Alloc(AllocArgs),
    /// Release an address and allocate it again, in pools that are nearly full
    Churn(ChurnArgs),
    /// Grow a pool of nodes in one call, and shrink it again
    Scale(ScaleArgs),
    /// Churn with watchers and without, by turns
    Watch(WatchArgs),
    /// Trace flows between pods
    Trace(TraceArgs),
}

/// How much load, for how long.
#[derive(Debug, Clone, Args)]
pub struct LoadArgs {
    /// Calls without an answer at any time; a new one is sent when one is answered (closed loop). With --rate: the most
    /// there may be, what is due beyond them waits, and the wait counts [default: 64, with --rate 1024]
    #[arg(long, value_name = "CALLS", value_parser = clap::value_parser!(u32).range(1..=4096))]
    pub in_flight: Option<u32>,
    /// Calls to start in each second, whether or not earlier ones are answered (open loop)
    #[arg(long, value_name = "CALLS", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub rate: Option<u32>,
    /// Connections; more than 64 to 128 calls in flight on one of them are slower than on two
    #[arg(long, default_value_t = 2, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=256))]
    pub connections: u32,
    /// Measured time of each repeat, as `3s`
    #[arg(long, default_value = "3s", value_name = "TIME", value_parser = duration)]
    pub duration: Duration,
    /// Time before the first measurement that does not count
    #[arg(long, default_value = "1s", value_name = "TIME", value_parser = duration)]
    pub warm_up: Duration,
    /// Measurements; the median is the figure, lowest and highest are its spread
    #[arg(long, default_value_t = 3, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub repeats: u32,
    /// Measure an echo before each repeat, and show the ratio (the default)
    #[arg(long, overrides_with = "no_echo")]
    pub echo: bool,
    /// Do not measure an echo
    #[arg(long, overrides_with = "echo")]
    pub no_echo: bool,
    /// Write the report as one page with plots, too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Leave the clusters of the run, with what is allocated in them
    #[arg(long)]
    pub keep: bool,
}

impl LoadArgs {
    /// Calls without an answer.
    #[must_use]
    pub fn in_flight(&self) -> u32 {
        self.in_flight.unwrap_or_else(|| if self.rate.is_some() { 1024 } else { 64 })
    }
}

/// How operations go over the wire.
#[derive(Debug, Clone, Args)]
pub struct ShapeArgs {
    /// Operations in one call, all or none
    #[arg(long, default_value_t = 1, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub batch: u32,
    /// Send operations over streams; --in-flight is shared among them
    #[arg(long, conflicts_with_all = ["batch", "rate"])]
    pub stream: bool,
}

/// The clusters of a run.
#[derive(Debug, Clone, Args)]
pub struct FleetArgs {
    /// Clusters, each in a subnet of its own
    #[arg(long, default_value_t = 1, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=8))]
    pub clusters: u32,
    /// Nodes of each cluster
    #[arg(long, default_value_t = 400, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=5000))]
    pub nodes: u32,
    /// Addresses of each node
    #[arg(long, default_value_t = 250, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(10..=250))]
    pub pods: u32,
}

/// Allocating.
#[derive(Debug, Args)]
pub struct AllocArgs {
    /// The load.
    #[command(flatten)]
    pub load: LoadArgs,
    /// Its form.
    #[command(flatten)]
    pub shape: ShapeArgs,
    /// The clusters.
    #[command(flatten)]
    pub fleet: FleetArgs,
}

/// Releasing and allocating.
#[derive(Debug, Args)]
pub struct ChurnArgs {
    /// The load.
    #[command(flatten)]
    pub load: LoadArgs,
    /// Its form.
    #[command(flatten)]
    pub shape: ShapeArgs,
    /// The clusters.
    #[command(flatten)]
    pub fleet: FleetArgs,
    /// Percent of the addresses that are held
    #[arg(long, default_value_t = 90, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub fill: u32,
}

/// Scaling.
#[derive(Debug, Args)]
pub struct ScaleArgs {
    /// Nodes to grow to in one call
    #[arg(long, default_value_t = 1000, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=5000))]
    pub nodes: u32,
    /// Addresses of each node
    #[arg(long, default_value_t = 30, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(10..=250))]
    pub pods: u32,
    /// Times to grow and shrink
    #[arg(long, default_value_t = 3, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub repeats: u32,
    /// Write the report as one page with plots, too
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Watching.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// The load.
    #[command(flatten)]
    pub load: LoadArgs,
    /// Its form.
    #[command(flatten)]
    pub shape: ShapeArgs,
    /// The clusters.
    #[command(flatten)]
    pub fleet: FleetArgs,
    /// Watchers; each has a stream
    #[arg(long, default_value_t = 1000, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub watchers: u32,
    /// Watch the allocations of the load, too, so that every watcher gets every change; else nodes and routes only, as
    /// controllers do
    #[arg(long)]
    pub allocations: bool,
}

/// Tracing.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// The load.
    #[command(flatten)]
    pub load: LoadArgs,
    /// Flows in one call
    #[arg(long, default_value_t = 1, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub batch: u32,
    /// Nodes, each with 30 pods
    #[arg(long, default_value_t = 100, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=5000))]
    pub nodes: u32,
}

/// Reads `3s`, `500ms`, `10m`; at most an hour.
fn duration(text: &str) -> Result<Duration, String> {
    let duration = humantime::parse_duration(text).map_err(|error| error.to_string())?;
    if duration > Duration::from_secs(3600) {
        return Err("at most 1h".to_owned());
    }
    Ok(duration)
}
