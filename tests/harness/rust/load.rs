//! How fast is the client? Allocations and releases in pairs, or nothing at all, as fast as the server answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use podnet::{Client, Operation, v1};
use serde_json::{Value, json};
use tokio_stream::StreamExt as _;

use crate::Failure;
use crate::args::Args;

fn allocate(args: &Args, number: usize) -> v1::AllocateAddressRequest {
    v1::AllocateAddressRequest {
        parent: args.parent.clone(),
        allocation_id: format!("{}-{number}", args.prefix),
        node: args.nodes.get(number % args.nodes.len().max(1)).cloned().unwrap_or_default(),
        ..Default::default()
    }
}

fn release(args: &Args, number: usize) -> v1::ReleaseAddressRequest {
    let name = format!("{}/allocations/{}-{number}", args.parent, args.prefix);
    v1::ReleaseAddressRequest { name, ..Default::default() }
}

#[expect(clippy::disallowed_methods, reason = "a load measures real time")]
pub(crate) async fn load(client: &Client, args: &Args) -> Result<Value, Failure> {
    let begin = tokio::time::Instant::now();
    if args.shape == "stream" {
        let operations: Vec<Operation> = (0..args.count).map(|place| operation(args, place)).collect();
        let mut answers = std::pin::pin!(client.stream_addresses(tokio_stream::iter(operations)));
        while let Some(answer) = answers.next().await {
            answer?;
        }
    } else {
        let (args, next) = (Arc::new(args.clone()), Arc::new(AtomicUsize::new(0)));
        let worker = |_| tokio::spawn(pieces(client.clone(), args.clone(), next.clone()));
        for worker in (0..args.in_flight).map(worker).collect::<Vec<_>>() {
            worker.await.map_err(|error| error.to_string())??;
        }
    }
    Ok(json!({"seconds": begin.elapsed().as_secs_f64(), "operations": args.count}))
}

/// The allocates of a window, then its releases, so that both are on their way at once.
fn operation(args: &Args, place: usize) -> Operation {
    let first = place / (2 * args.in_flight) * args.in_flight;
    let window = args.in_flight.min(args.count / 2 - first);
    let within = place - 2 * first;
    if within < window {
        Operation::Allocate(allocate(args, first + within))
    } else {
        Operation::Release(release(args, first + within - window))
    }
}

/// Works off pieces, of which several workers take one after another.
async fn pieces(client: Client, args: Arc<Args>, next: Arc<AtomicUsize>) -> Result<(), podnet::Error> {
    let size = match args.shape.as_str() {
        "echo" => 1,
        "batch" => 2 * args.batch_size,
        _unary => 2,
    };
    loop {
        let piece = next.fetch_add(1, Ordering::Relaxed);
        if piece * size >= args.count {
            return Ok(());
        }
        match args.shape.as_str() {
            "echo" => drop(client.call(v1::GetServerInfoRequest::default()).await?),
            "batch" => {
                let numbers = piece * args.batch_size..(piece + 1) * args.batch_size;
                let parent = || args.parent.clone();
                let requests = numbers.clone().map(|number| allocate(&args, number)).collect();
                let batch =
                    v1::BatchAllocateAddressesRequest { parent: parent(), requests, ..Default::default() };
                client.call(batch).await?;
                let requests = numbers.map(|number| release(&args, number)).collect();
                let batch =
                    v1::BatchReleaseAddressesRequest { parent: parent(), requests, ..Default::default() };
                client.call(batch).await?;
            }
            _unary => {
                client.call(allocate(&args, piece)).await?;
                client.call(release(&args, piece)).await?;
            }
        }
    }
}
