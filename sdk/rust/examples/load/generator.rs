//! How fast is the client? Allocations and releases in pairs, one by one, in batches or over a stream, or calls that carry
//! nothing, as fast as the server answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use podnet::{Client, Error, Operation, v1};
use tokio_stream::StreamExt as _;

/// What to allocate, and how much at once.
#[derive(Clone, Debug)]
pub(crate) struct Load {
    pub client: Client,
    /// Cluster and nodes of the pods; the nodes are taken one after another.
    pub cluster: String,
    pub nodes: Vec<String>,
    /// Prefix of the ids of allocations.
    pub prefix: String,
    /// Calls at once; of a stream, how many addresses are taken before they are released.
    pub in_flight: usize,
    /// Addresses of one batch.
    pub batch_size: usize,
}

impl Load {
    /// Makes so many operations, each release after its allocate, and says how long that took.
    #[expect(clippy::disallowed_methods, reason = "a load measures real time")]
    pub(crate) async fn run(self, way: &str, count: usize) -> Result<Duration, Error> {
        let begin = tokio::time::Instant::now();
        if way == "stream" {
            let operations: Vec<Operation> = (0..count).map(|place| self.operation(place, count)).collect();
            let mut answers = std::pin::pin!(self.client.stream_addresses(tokio_stream::iter(operations)));
            while let Some(answer) = answers.next().await {
                answer?;
            }
        } else {
            let (load, next, way): (_, _, Arc<str>) =
                (Arc::new(self), Arc::new(AtomicUsize::new(0)), way.into());
            let worker = |_| tokio::spawn(load.clone().pieces(way.clone(), count, next.clone()));
            for worker in (0..load.in_flight).map(worker).collect::<Vec<_>>() {
                // A task that panics has said why.
                worker.await.unwrap_or(Ok(()))?;
            }
        }
        Ok(begin.elapsed())
    }

    fn allocate(&self, number: usize) -> v1::AllocateAddressRequest {
        v1::AllocateAddressRequest {
            parent: self.cluster.clone(),
            allocation_id: format!("{}-{number}", self.prefix),
            node: self.nodes.get(number % self.nodes.len().max(1)).cloned().unwrap_or_default(),
            ..Default::default()
        }
    }

    fn release(&self, number: usize) -> v1::ReleaseAddressRequest {
        let name = format!("{}/allocations/{}-{number}", self.cluster, self.prefix);
        v1::ReleaseAddressRequest { name, ..Default::default() }
    }

    /// The allocates of a window, then its releases, so that both are on their way at once.
    fn operation(&self, place: usize, count: usize) -> Operation {
        let first = place / (2 * self.in_flight) * self.in_flight;
        let window = self.in_flight.min(count / 2 - first);
        let within = place - 2 * first;
        if within < window {
            Operation::Allocate(self.allocate(first + within))
        } else {
            Operation::Release(self.release(first + within - window))
        }
    }

    /// Works off pieces, of which several workers take one after another.
    async fn pieces(
        self: Arc<Self>,
        way: Arc<str>,
        count: usize,
        next: Arc<AtomicUsize>,
    ) -> Result<(), Error> {
        let size = match &*way {
            "echo" => 1,
            "batch" => 2 * self.batch_size,
            _unary => 2,
        };
        loop {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece * size >= count {
                return Ok(());
            }
            match &*way {
                "echo" => drop(self.client.call(v1::GetServerInfoRequest::default()).await?),
                "batch" => self.batch(piece * self.batch_size).await?,
                _unary => {
                    self.client.call(self.allocate(piece)).await?;
                    self.client.call(self.release(piece)).await?;
                }
            }
        }
    }

    /// Many in one call, all or none and in one revision.
    async fn batch(&self, first: usize) -> Result<(), Error> {
        let numbers = first..first + self.batch_size;
        let parent = || self.cluster.clone();
        let requests = numbers.clone().map(|number| self.allocate(number)).collect();
        let batch = v1::BatchAllocateAddressesRequest { parent: parent(), requests, ..Default::default() };
        self.client.call(batch).await?;
        let requests = numbers.map(|number| self.release(number)).collect();
        let batch = v1::BatchReleaseAddressesRequest { parent: parent(), requests, ..Default::default() };
        self.client.call(batch).await?;
        Ok(())
    }
}
