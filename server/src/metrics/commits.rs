//! How long does a change wait, how long does a batch take, how long its sync; how many addresses are handed out?
//!
//! The writer observes once for each batch and once for each request's wait; callers add one when they queue. Every
//! request that changes something goes this way, allocations being nearly all of them.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use podnet_core::model::NetworkMode;
use podnet_core::{Command, State};
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Unit;

use super::histogram::{BATCH_REQUESTS, CALL_NANOSECONDS, Histogram, SECOND};
use super::page::{NO_EXEMPLAR, gauge, labels};
use crate::clock::Stopwatch;
use crate::engine::AnswerKind;

/// What came of a request for addresses.
const RESULTS: [&str; 5] = ["committed", "unchanged", "replayed", "validated", "refused"];
/// Modes of clusters, and of a cluster that does not exist.
const MODES: [&str; 3] = ["kubenet", "azure_cni", "unknown"];

/// Attachments that a request wants addresses for, by mode of their cluster.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    mode: usize,
    count: u64,
}

/// The figures of the queue and of the writer.
#[derive(Debug)]
pub(crate) struct Commits {
    queue_requests_max: usize,
    queued: AtomicU64,
    taken: AtomicU64,
    wait: Histogram,
    commit: Histogram,
    sync: Histogram,
    batch: Histogram,
    allocations: [[AtomicU64; RESULTS.len()]; MODES.len()],
}

impl Commits {
    pub(crate) fn new(queue_requests_max: usize) -> Self {
        Self {
            queue_requests_max,
            queued: AtomicU64::new(0),
            taken: AtomicU64::new(0),
            wait: Histogram::new(CALL_NANOSECONDS),
            commit: Histogram::new(CALL_NANOSECONDS),
            sync: Histogram::new(CALL_NANOSECONDS),
            batch: Histogram::new(BATCH_REQUESTS),
            allocations: Default::default(),
        }
    }

    /// A request was queued.
    pub(crate) fn queued(&self) {
        self.queued.fetch_add(1, Ordering::Relaxed);
    }

    /// A request was taken from the queue, by a batch that began at a moment.
    pub(crate) fn waited(&self, queued: Stopwatch, batch: Stopwatch) {
        self.wait.observe_duration(queued.until(batch));
    }

    /// A batch of so many requests was answered, so long after it began.
    pub(crate) fn answered(&self, requests: usize, after: Duration) {
        let requests = requests as u64;
        self.taken.fetch_add(requests, Ordering::Relaxed);
        self.batch.observe(requests);
        self.commit.observe_duration(after);
    }

    /// A batch was written and synced.
    pub(crate) fn synced(&self, took: Duration) {
        self.sync.observe_duration(took);
    }

    /// What a command wants, if it wants addresses.
    pub(crate) fn wanted(state: &State, command: &Command) -> Option<Wanted> {
        let Command::Allocate(specs) = command else { return None };
        let cluster = specs.first().and_then(|spec| state.clusters.get(&spec.name.cluster_name()));
        let mode = match cluster.map(|cluster| cluster.mode) {
            Some(NetworkMode::Kubenet) => 0,
            Some(NetworkMode::AzureCni) => 1,
            None => 2,
        };
        Some(Wanted { mode, count: specs.len() as u64 })
    }

    /// What came of it; `None` for a refusal.
    pub(crate) fn came_of(&self, wanted: Option<Wanted>, kind: Option<AnswerKind>) {
        let Some(Wanted { mode, count }) = wanted else { return };
        let result = match kind {
            Some(AnswerKind::Committed) => 0,
            Some(AnswerKind::Unchanged) => 1,
            Some(AnswerKind::Replayed) => 2,
            Some(AnswerKind::Validated) => 3,
            None => 4,
        };
        if let Some(counter) = self.allocations.get(mode).and_then(|of_mode| of_mode.get(result)) {
            counter.fetch_add(count, Ordering::Relaxed);
        }
    }

    /// Requests that wait or are being made durable.
    pub(crate) fn waiting(&self) -> u64 {
        let taken = self.taken.load(Ordering::Relaxed);
        self.queued.load(Ordering::Relaxed).saturating_sub(taken)
    }

    pub(super) fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let help = "Time of a change by phase: queue until the writer takes it, for each request; commit until its batch \
                    is answered and fsync until it is on the disk, for each batch";
        let unit = Some(&Unit::Seconds);
        let mut family =
            encoder.encode_descriptor("podnet_allocation_duration", help, unit, MetricType::Histogram)?;
        for (phase, histogram) in [("queue", &self.wait), ("commit", &self.commit), ("fsync", &self.sync)] {
            histogram.encode(family.encode_family(&labels([("phase", phase)]))?, SECOND)?;
        }
        let help = "Requests that were made durable with one sync";
        let unit = Some(&Unit::Other("requests".to_owned()));
        let family = encoder.encode_descriptor("podnet_commit_batch", help, unit, MetricType::Histogram)?;
        self.batch.encode(family, 1.0)?;

        let help =
            "Attachments that addresses were asked for, by mode of their cluster and by what came of it";
        let mut family = encoder.encode_descriptor("podnet_allocations", help, None, MetricType::Counter)?;
        for (mode, of_mode) in MODES.into_iter().zip(&self.allocations) {
            for (result, count) in RESULTS.into_iter().zip(of_mode) {
                let labels = labels([("mode", mode), ("result", result)]);
                let count = count.load(Ordering::Relaxed);
                family.encode_family(&labels)?.encode_counter(&count, NO_EXEMPLAR)?;
            }
        }
        gauge(
            encoder,
            "podnet_queue_requests",
            "Changes that wait or are being made durable",
            self.waiting(),
        )?;
        let help = "Changes that may wait; one more is refused with OVERLOADED";
        gauge(encoder, "podnet_queue_limit_requests", help, self.queue_requests_max as u64)
    }
}
