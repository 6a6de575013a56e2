//! Allocates many addresses and releases them again, in each of the ways that there are, and says how fast that was.
//!
//! Usage: `load [ADDRESSES [CLUSTER]]`. Batches and the stream are the fast paths: see the README.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]

mod generator;

use podnet::{Client, Error, Options, v1};
use tokio_stream::StreamExt as _;

use crate::generator::Load;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(500);
    let cluster = arguments.next().unwrap_or_else(|| "clusters/aks-kubenet-demo".to_owned());
    let client = Client::connect(Options::new(""))?;
    let listed = client.list(v1::ListNodesRequest { parent: cluster.clone(), ..Default::default() });
    let nodes: Vec<v1::Node> = listed.collect::<Result<_, _>>().await?;
    // Operations of a stream run at once, so the releases wait for all allocates.
    for (way, in_flight) in [("echo", 16), ("unary", 16), ("batch", 1), ("stream", count)] {
        let load = Load {
            client: client.clone(),
            cluster: cluster.clone(),
            nodes: nodes.iter().map(|node| node.name.clone()).collect(),
            prefix: format!("{way}-{}", std::process::id()),
            in_flight,
            batch_size: count.min(256),
        };
        let took = load.run(way, 2 * count).await?;
        println!("{way}: {} operations in {:.3} s", 2 * count, took.as_secs_f64());
    }
    Ok(())
}
