//! How often was a figure how large? Counts by bucket, cheap enough for the way of every call.
//!
//! Two relaxed additions for each figure and no lock; the count of all is the sum of the buckets, made when it is read.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use prometheus_client::encoding::{MetricEncoder, NoLabelSet};

/// Bounds of times of calls, in nanoseconds: those that OpenTelemetry gives for RPC, and five below them, since a durable
/// answer takes less than its lowest.
pub(super) const CALL_NANOSECONDS: &[u64] = &[
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000,
    25_000_000,
    50_000_000,
    75_000_000,
    100_000_000,
    250_000_000,
    500_000_000,
    750_000_000,
    1_000_000_000,
    2_500_000_000,
    5_000_000_000,
    7_500_000_000,
    10_000_000_000,
];

/// Bounds of counts of requests in one batch: powers of two up to the largest batch.
pub(super) const BATCH_REQUESTS: &[u64] = &[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

/// Counts by bucket.
#[derive(Debug)]
pub(super) struct Histogram {
    /// Highest value of each bucket but the last, rising.
    bounds: &'static [u64],
    /// One more than there are bounds.
    counts: Box<[AtomicU64]>,
    sum: AtomicU64,
}

impl Histogram {
    pub(super) fn new(bounds: &'static [u64]) -> Self {
        let counts = (0..=bounds.len()).map(|_| AtomicU64::new(0)).collect();
        Self { bounds, counts, sum: AtomicU64::new(0) }
    }

    pub(super) fn observe(&self, value: u64) {
        let bucket = self.bounds.partition_point(|bound| *bound < value);
        if let Some(count) = self.counts.get(bucket) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.sum.fetch_add(value, Ordering::Relaxed);
    }

    pub(super) fn observe_duration(&self, duration: Duration) {
        self.observe(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX));
    }

    /// Writes the buckets; `unit` values are one of what is shown, as a billion nanoseconds are a second.
    pub(super) fn encode(&self, mut encoder: MetricEncoder<'_>, unit: f64) -> fmt::Result {
        let bounds = self.bounds.iter().map(|bound| approximate(*bound) / unit).chain([f64::INFINITY]);
        let counts = self.counts.iter().map(|count| count.load(Ordering::Relaxed));
        let buckets: Vec<(f64, u64)> = bounds.zip(counts).collect();
        let count = buckets.iter().map(|(_, count)| count).sum();
        let sum = approximate(self.sum.load(Ordering::Relaxed)) / unit;
        encoder.encode_histogram::<NoLabelSet>(sum, count, &buckets, None)
    }
}

/// Nanoseconds of a second.
pub(super) const SECOND: f64 = 1e9;

/// A whole number as the format has it.
#[expect(clippy::cast_precision_loss, reason = "the format knows floating point only")]
pub(super) fn approximate(value: u64) -> f64 {
    value as f64
}
