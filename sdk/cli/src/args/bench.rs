//! Grammar of load tests.

use std::time::Duration;

use clap::{Args, Subcommand};

/// What to put under load.
///
/// Every run makes a network and clusters of its own, named `bench-…`, and takes them away at the end. Beside each figure
/// stands that of an echo: the health check of the same server over the same connections, which does nothing. At the end
/// every answer is checked: no address was held twice, none leaked or was lost, and revisions are in the order of the calls.
/// Exit status: 0 done; 7 an invariant does not hold.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Allocate addresses, one after the other, in batches or over streams
    Alloc(AllocArgs),
    /// Release an address and allocate it again, in pools that are nearly full
    Churn(ChurnArgs),
}

/// How much load, in which form, for how long.
#[derive(Debug, Clone, Args)]
pub struct LoadArgs {
    /// Calls without an answer at any time; a new one is sent when one is answered (closed loop)
    #[arg(long, default_value_t = 64, value_name = "CALLS", value_parser = clap::value_parser!(u32).range(1..=4096))]
    pub in_flight: u32,
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
    /// Addresses in one call, all or none
    #[arg(long, default_value_t = 1, value_name = "ADDRESSES", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub batch: u32,
    /// Leave the clusters of the run, with what is allocated in them
    #[arg(long)]
    pub keep: bool,
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
    /// The clusters.
    #[command(flatten)]
    pub fleet: FleetArgs,
    /// Percent of the addresses that are held
    #[arg(long, default_value_t = 90, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub fill: u32,
}

/// Reads `3s`, `500ms`, `10m`; at most an hour.
fn duration(text: &str) -> Result<Duration, String> {
    let duration = humantime::parse_duration(text).map_err(|error| error.to_string())?;
    if duration > Duration::from_secs(3600) {
        return Err("at most 1h".to_owned());
    }
    Ok(duration)
}
