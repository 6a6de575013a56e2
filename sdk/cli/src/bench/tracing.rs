//! What does a caller do that traces flows? Asks for the way from one held slot to another, in both directions, and counts
//! what it was told: the pods of a run reach one another, so that any other verdict is a failure.

use podnet::v1::flow_endpoint::Endpoint;
use podnet::{Client, Error, v1};

use super::fleet::Fleet;
use super::job::{Step, World, why};

/// A walk over pairs of slots.
#[derive(Debug)]
pub struct Tracing {
    slots: Vec<u32>,
    from: usize,
    batch: usize,
}

/// Distance between the ends of a flow, in slots; a prime, so that all pairs of nodes come.
const DISTANCE: usize = 7;

impl Tracing {
    /// Over these slots, so many flows in a call.
    pub fn new(slots: Vec<u32>, batch: usize) -> Self {
        Self { slots, from: 0, batch: batch.max(1) }
    }

    /// Makes one call.
    pub async fn step(&mut self, client: &Client, world: &World, intended: u64) -> Step {
        let flows: Option<Vec<_>> = (0..self.batch).map(|_| self.flow(&world.fleet)).collect();
        let Some(flows) = flows else { return Step::Exhausted };
        let parent = world.fleet.clusters.first().cloned().unwrap_or_default();
        let verdicts = match self.batch {
            1 => one(client, parent, flows).await,
            _ => many(client, parent, flows).await,
        };
        let answered = world.clock.now();
        let mut record = world.record();
        match verdicts {
            Ok(verdicts) => {
                record.answered(intended, answered, verdicts.len() as u64);
                world.count(verdicts.len() as u64);
                for verdict in verdicts.into_iter().filter(|verdict| *verdict != v1::Verdict::Reachable) {
                    record.failed(verdict.as_str_name().to_owned());
                }
            }
            Err(error) => record.failed(why(&error)),
        }
        Step::Made
    }

    fn flow(&mut self, fleet: &Fleet) -> Option<v1::Flow> {
        let (source, to) = (*self.slots.get(self.from)?, (self.from + DISTANCE) % self.slots.len());
        self.from = (self.from + 1) % self.slots.len();
        Some(v1::Flow {
            source: Some(end(fleet, source)),
            destination: Some(end(fleet, *self.slots.get(to)?)),
            protocol: v1::Protocol::Tcp.into(),
            destination_port: 80,
            ..Default::default()
        })
    }
}

fn end(fleet: &Fleet, slot: u32) -> v1::FlowEndpoint {
    let allocation = fleet.release(slot, String::new()).name;
    let pod = v1::PodReference { allocation, ..Default::default() };
    v1::FlowEndpoint { endpoint: Some(Endpoint::Pod(pod)) }
}

async fn one(client: &Client, parent: String, mut flows: Vec<v1::Flow>) -> Result<Vec<v1::Verdict>, Error> {
    let answer =
        client.call(v1::TraceFlowRequest { parent, flow: flows.pop(), ..Default::default() }).await?;
    Ok(answer.result.iter().map(v1::FlowResult::verdict).collect())
}

async fn many(client: &Client, parent: String, flows: Vec<v1::Flow>) -> Result<Vec<v1::Verdict>, Error> {
    let answer = client.call(v1::BatchTraceFlowsRequest { parent, flows, ..Default::default() }).await?;
    Ok(answer.results.iter().map(v1::FlowResult::verdict).collect())
}
