//! Calls, lists, scoped allocations and streams: JSON in, the typed client, JSON out.

use podnet::{Client, Paged, Rpc, v1};
use prost::Message;
use serde_json::{Value, json};
use tokio_stream::StreamExt as _;

use crate::args::Args;
use crate::load::Load;
use crate::{Failure, json as form, methods};

/// Calls the method of a request's type.
pub(crate) async fn unary<R: Rpc + Default>(client: &Client, args: &Args) -> Result<Value, Failure> {
    let response = client.call(form::read::<R>(&args.request)?).await?;
    Ok(json!({"response": form::show(&response)?}))
}

/// Lists by the method of a request's type.
pub(crate) async fn listed<R: Paged + Default>(client: &Client, args: &Args) -> Result<Value, Failure>
where
    R::Item: Message,
{
    let (mut items, mut pages) = (Vec::new(), 0);
    let mut stream = std::pin::pin!(client.pages(form::read::<R>(&args.request)?));
    'pages: while let Some(page) = stream.next().await {
        pages += 1;
        for one in page? {
            items.push(form::show(&one)?);
            if args.limit == Some(items.len()) {
                break 'pages;
            }
        }
    }
    Ok(json!({"items": items, "pages": pages}))
}

pub(crate) async fn call(client: &Client, args: &Args) -> Result<Value, Failure> {
    let client = args.timeout.map_or_else(|| client.clone(), |timeout| client.with_deadline(timeout));
    let calling = methods::call(&client, args);
    match args.cancel_after {
        None => calling.await,
        Some(limit) => tokio::time::timeout(limit, calling).await.unwrap_or(Err(Failure::GivenUp)),
    }
}

/// On a thread of its own: what a scope works with need not be able to change threads.
pub(crate) async fn hold(client: &Client, args: &Args) -> Result<Value, Failure> {
    let (client, args) = (client.clone(), args.clone());
    let runtime = tokio::runtime::Handle::current();
    let held = tokio::task::spawn_blocking(move || runtime.block_on(scope(&client, &args))).await;
    let held = held.map_err(|error| error.to_string())??;
    Ok(json!({"allocation": form::show(&held)?}))
}

async fn scope(client: &Client, args: &Args) -> Result<v1::Allocation, Failure> {
    let request: v1::AllocateAddressRequest = form::read(&args.request)?;
    if args.end == "keep" {
        return Ok(client.hold(request).await?.keep().unwrap_or_default());
    }
    let mut held = v1::Allocation::default();
    let work = async |allocation: Option<&v1::Allocation>| {
        held = allocation.cloned().unwrap_or_default();
        if args.end == "error" { Err(Failure::GivenUp) } else { Ok(()) }
    };
    match client.with_allocation(request, work).await {
        Ok(()) | Err(Failure::GivenUp) => Ok(held),
        Err(failure) => Err(failure),
    }
}

pub(crate) async fn stream(client: &Client, args: &Args) -> Result<Value, Failure> {
    let mut operations = Vec::new();
    for one in &args.operations {
        operations.extend(form::read::<v1::StreamAddressesRequest>(one)?.operation);
    }
    let mut results = std::collections::BTreeMap::new();
    let mut answers = std::pin::pin!(client.stream_addresses(tokio_stream::iter(operations)));
    while let Some(answer) = answers.next().await {
        let answer = answer?;
        results.insert(answer.correlation_id, form::show(&answer)?);
    }
    Ok(json!({"results": results.into_values().collect::<Vec<_>>()}))
}

/// By the load generator of the client's examples.
pub(crate) async fn load(client: Client, args: Args) -> Result<Value, Failure> {
    let Args { parent: cluster, nodes, prefix, in_flight, batch_size, .. } = args;
    let load = Load { client, cluster, nodes, prefix, in_flight, batch_size };
    let took = load.run(&args.shape, args.count).await?;
    Ok(json!({"seconds": took.as_secs_f64(), "operations": args.count}))
}
