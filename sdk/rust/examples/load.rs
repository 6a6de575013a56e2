//! Allocates many addresses over one stream, releases them again, and says how fast that was.
//!
//! Usage: `load [ADDRESSES [CLUSTER]]`. The stream is the fast path where operations come one after another.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]
#![expect(clippy::disallowed_methods, reason = "a load is measured in real time")]

use podnet::{Client, Error, Operation, Options, v1};
use tokio_stream::{StreamExt as _, iter};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(500);
    let cluster = arguments.next().unwrap_or_else(|| "clusters/aks-kubenet-demo".to_owned());
    let client = Client::connect(Options::new(""))?;
    let nodes = client.list(v1::ListNodesRequest { parent: cluster.clone(), ..Default::default() });
    let nodes: Vec<v1::Node> = nodes.collect::<Result<_, _>>().await?;
    let run = std::process::id();
    let allocate = |(number, node): (usize, &v1::Node)| {
        Operation::Allocate(v1::AllocateAddressRequest {
            parent: cluster.clone(),
            allocation_id: format!("load-{run}-{number}"),
            node: node.name.clone(),
            ..Default::default()
        })
    };
    let release = |number| {
        let name = format!("{cluster}/allocations/load-{run}-{number}");
        Operation::Release(v1::ReleaseAddressRequest { name, ..Default::default() })
    };
    let allocates: Vec<Operation> = (0..count).zip(nodes.iter().cycle()).map(allocate).collect();
    // Operations of a stream run at once, so the releases wait for all allocates.
    for (what, operations) in [("allocated", allocates), ("released", (0..count).map(release).collect())] {
        let begin = std::time::Instant::now();
        let mut answers = std::pin::pin!(client.stream_addresses(iter(operations)));
        let (mut done, mut refused) = (0, 0);
        while let Some(answer) = answers.next().await.transpose()? {
            match answer.result {
                Some(v1::stream_addresses_response::Result::Error(_)) => refused += 1,
                Some(_) | None => done += 1,
            }
        }
        println!("{what} {done} in {:.3} s, {refused} refused", begin.elapsed().as_secs_f64());
    }
    Ok(())
}
