//! What is the figure of several repeats? The median, with lowest and highest beside it, and percentiles over all of them.

use hdrhistogram::Histogram;
use serde::Serialize;
use std::collections::BTreeMap;

use super::clock::seconds;
use super::record::Record;

/// One measured repeat.
#[derive(Debug)]
pub struct Repeat {
    /// What was recorded.
    pub record: Record,
    /// How long it took, in nanoseconds; what lies between passes does not count.
    pub took: u64,
}

impl Repeat {
    /// Operations per second.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    pub fn rate(&self) -> f64 {
        if self.took == 0 { 0.0 } else { self.record.operations as f64 / seconds(self.took) }
    }
}

/// A number with its spread.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spread {
    /// Median of the repeats.
    pub median: f64,
    /// Lowest.
    pub lowest: f64,
    /// Highest.
    pub highest: f64,
}

impl Spread {
    /// Of these values; zeros if there are none.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
        let middle = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            at(middle)
        } else {
            f64::midpoint(at(middle.saturating_sub(1)), at(middle))
        };
        Self { median, lowest: at(0), highest: at(values.len().saturating_sub(1)) }
    }
}

/// Latencies in milliseconds, from the intended start of a call to its answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Latency {
    /// Half of the calls took at most this.
    pub p50_ms: f64,
    /// Nine of ten.
    pub p90_ms: f64,
    /// 99 of 100.
    pub p99_ms: f64,
    /// 999 of 1,000.
    pub p999_ms: f64,
    /// The longest.
    pub max_ms: f64,
}

impl Latency {
    /// Of a histogram of nanoseconds.
    #[must_use]
    pub fn of(histogram: &Histogram<u64>) -> Self {
        let at = |quantile: f64| milliseconds(histogram.value_at_quantile(quantile));
        Self {
            p50_ms: at(0.5),
            p90_ms: at(0.9),
            p99_ms: at(0.99),
            p999_ms: at(0.999),
            max_ms: milliseconds(if histogram.is_empty() { 0 } else { histogram.max() }),
        }
    }
}

/// Nanoseconds in milliseconds.
#[must_use]
pub fn milliseconds(nanoseconds: u64) -> f64 {
    seconds(nanoseconds) * 1e3
}

/// A measured thing.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// What was measured, as `allocate`.
    pub name: String,
    /// Operations per second.
    pub per_second: Spread,
    /// Operations per second of each repeat, in order.
    pub repeats: Vec<f64>,
    /// Latencies of the calls of all repeats.
    pub latency: Latency,
    /// Calls that were answered.
    pub calls: u64,
    /// Operations that succeeded.
    pub operations: u64,
    /// Failed calls by reason.
    pub errors: BTreeMap<String, u64>,
    /// Longest time without any answer while calls were open, in milliseconds.
    pub longest_pause_ms: f64,
}

impl Figure {
    /// Of repeats, at least one.
    #[must_use]
    pub fn of(name: &str, repeats: Vec<Repeat>, longest_pause: u64) -> Self {
        let rates: Vec<f64> = repeats.iter().map(Repeat::rate).collect();
        let mut records = repeats.into_iter().map(|repeat| repeat.record);
        let whole = records.next().map(|mut whole| {
            records.for_each(|record| whole.add(record));
            whole
        });
        let (latency, calls, operations, errors) = match whole {
            Some(whole) => (Latency::of(&whole.latency), whole.latency.len(), whole.operations, whole.errors),
            None => {
                let none = Latency { p50_ms: 0.0, p90_ms: 0.0, p99_ms: 0.0, p999_ms: 0.0, max_ms: 0.0 };
                (none, 0, 0, BTreeMap::new())
            }
        };
        Self {
            name: name.to_owned(),
            per_second: Spread::of(rates.iter().copied()),
            repeats: rates,
            latency,
            calls,
            operations,
            errors,
            longest_pause_ms: milliseconds(longest_pause),
        }
    }

    /// The ratio to another figure, repeat by repeat: what ran side by side is compared.
    #[must_use]
    pub fn ratio(&self, base: &Self) -> Spread {
        let pairs = self.repeats.iter().zip(&base.repeats).filter(|(_, base)| **base > 0.0);
        Spread::of(pairs.map(|(own, base)| own / base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert_eq!(Spread::of([4.0, 1.0, 3.0, 2.0]), Spread { median: 2.5, lowest: 1.0, highest: 4.0 });
        assert_eq!(Spread::of([5.0]), Spread { median: 5.0, lowest: 5.0, highest: 5.0 });
    }

    #[test]
    fn ratios_compare_what_ran_side_by_side() {
        let figure = |repeats: &[f64]| {
            let mut figure = Figure::of("x", Vec::new(), 0);
            figure.repeats = repeats.to_vec();
            figure
        };
        let ratio = figure(&[50.0, 40.0]).ratio(&figure(&[100.0, 50.0]));
        assert_eq!((ratio.lowest, ratio.highest), (0.5, 0.8));
    }
}
