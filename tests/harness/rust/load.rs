//! How fast is the client? Allocations and releases in pairs, or nothing at all, as fast as the server answers.

use podnet::{Client, Operation, v1};
use serde_json::{Map, Value, json};
use tokio::task::JoinSet;
use tokio_stream::StreamExt as _;

use crate::Failure;
use crate::clients::text;

/// What a load says.
#[derive(Clone)]
struct Load {
    parent: String,
    nodes: Vec<String>,
    prefix: String,
    batch: usize,
}

impl Load {
    fn allocate(&self, index: usize) -> v1::AllocateAddressRequest {
        v1::AllocateAddressRequest {
            parent: self.parent.clone(),
            allocation_id: format!("{}-{index}", self.prefix),
            node: self.nodes.get(index % self.nodes.len().max(1)).cloned().unwrap_or_default(),
            ..Default::default()
        }
    }

    fn release(&self, index: usize) -> v1::ReleaseAddressRequest {
        let name = format!("{}/allocations/{}-{index}", self.parent, self.prefix);
        v1::ReleaseAddressRequest { name, ..Default::default() }
    }

    /// One piece of work of a shape; gives the operations that it was.
    async fn piece(&self, client: &Client, shape: &str, index: usize) -> Result<usize, podnet::Error> {
        match shape {
            "echo" => client.call(v1::GetServerInfoRequest::default()).await.map(|_| 1),
            "batch" => {
                let places = index * self.batch..(index + 1) * self.batch;
                let requests = places.clone().map(|place| self.allocate(place)).collect();
                let parent = self.parent.clone();
                let request = v1::BatchAllocateAddressesRequest { parent, requests, ..Default::default() };
                client.call(request).await?;
                let requests = places.map(|place| self.release(place)).collect();
                let parent = self.parent.clone();
                let request = v1::BatchReleaseAddressesRequest { parent, requests, ..Default::default() };
                client.call(request).await?;
                Ok(2 * self.batch)
            }
            _unary => {
                client.call(self.allocate(index)).await?;
                client.call(self.release(index)).await?;
                Ok(2)
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a load measures real time")]
pub(crate) async fn load(client: &Client, args: &Map<String, Value>) -> Result<Value, Failure> {
    let number = |key: &str, default: usize| {
        args.get(key)
            .and_then(Value::as_u64)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(default)
    };
    let shape = text(args, "shape").unwrap_or("unary").to_owned();
    let (count, in_flight) = (number("count", 1000), number("in_flight", 1).max(1));
    let nodes = args.get("nodes").and_then(Value::as_array).into_iter().flatten();
    let load = Load {
        parent: text(args, "parent").unwrap_or_default().to_owned(),
        nodes: nodes.filter_map(|node| node.as_str().map(str::to_owned)).collect(),
        prefix: text(args, "prefix").unwrap_or("load").to_owned(),
        batch: number("batch_size", 256),
    };
    let begin = tokio::time::Instant::now();
    let done = if shape == "stream" {
        // Allocates of a window first, then its releases, so that both are on their way at once.
        let window = in_flight;
        let operations = (0..count / 2).step_by(window).flat_map(|first| {
            let places = first..(first + window).min(count / 2);
            let (allocates, releases) = (places.clone(), places);
            let (one, other) = (load.clone(), load.clone());
            allocates
                .map(move |place| Operation::Allocate(one.allocate(place)))
                .chain(releases.map(move |place| Operation::Release(other.release(place))))
        });
        let operations: Vec<Operation> = operations.collect();
        let mut answers = std::pin::pin!(client.stream_addresses(tokio_stream::iter(operations)));
        let mut done = 0;
        while let Some(answer) = answers.next().await {
            answer?;
            done += 1;
        }
        done
    } else {
        let each = match shape.as_str() {
            "echo" => 1,
            "batch" => 2 * load.batch,
            _unary => 2,
        };
        let (pieces, mut next, mut done) = (count.div_ceil(each), 0, 0);
        let mut open = JoinSet::new();
        while next < pieces || !open.is_empty() {
            if next < pieces && open.len() < in_flight {
                let (client, load, shape, index) = (client.clone(), load.clone(), shape.clone(), next);
                open.spawn(async move { load.piece(&client, &shape, index).await });
                next += 1;
            } else if let Some(ended) = open.join_next().await {
                done += ended.map_err(|error| error.to_string())??;
            }
        }
        done
    };
    Ok(json!({"seconds": begin.elapsed().as_secs_f64(), "operations": done}))
}
