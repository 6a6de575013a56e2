//! Allocates the addresses of one pod interface, shows what the pod gets, and gives them back.
//!
//! Usage: `allocate [CLUSTER]`. The server is that of `PODNET_ADDR`.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use podnet::{Client, Error, Kind, Options, v1};
use tokio_stream::StreamExt as _;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let cluster = std::env::args().nth(1).unwrap_or_else(|| "clusters/aks-kubenet-demo".to_owned());
    let client = Client::connect(Options::new(""))?;
    let nodes = client.list(v1::ListNodesRequest { parent: cluster.clone(), ..Default::default() });
    let Some(node) = std::pin::pin!(nodes).next().await.transpose()? else {
        println!("{cluster} has no node");
        return Ok(());
    };
    // CNI: the id of an attachment is the container's id and the interface's name.
    let request = v1::AllocateAddressRequest {
        parent: cluster,
        allocation_id: "3f2a9c0de1-eth0".to_owned(),
        node: node.name.clone(),
        owner: Some(v1::Owner {
            namespace: "shop".to_owned(),
            pod: "example-0".to_owned(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let shown = client.with_allocation(request, async |allocation| {
        for given in allocation.iter().flat_map(|allocation| &allocation.addresses) {
            println!("shop/example-0 on {}: {}/{}", node.name, given.address, given.prefix_length);
        }
        Ok::<(), Error>(())
    });
    match shown.await {
        Err(error) if error.kind() == Kind::PoolExhausted => {
            println!(
                "{} is full: {:?} of {:?}",
                node.name,
                error.figure("allocated"),
                error.figure("capacity")
            );
            Ok(())
        }
        Ok(()) => {
            println!("released");
            Ok(())
        }
        Err(error) => Err(error),
    }
}
