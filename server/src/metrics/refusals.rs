//! How often was what refused, by reason?
//!
//! One place of the server makes every refusal, for calls and for items of streams alike, without a server at hand. So
//! these counts are the process's, as everything is that a monitor reads from one port.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use podnet_proto::v1::ErrorReason;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;

use super::page::{NO_EXEMPLAR, labels};

/// Numbers of reasons; the contract's highest is below.
const REASONS: usize = 256;

static COUNTS: [AtomicU64; REASONS] = [const { AtomicU64::new(0) }; REASONS];

/// Counts a refusal.
pub(crate) fn count(reason: ErrorReason) {
    if let Some(count) = usize::try_from(reason as i32).ok().and_then(|number| COUNTS.get(number)) {
        count.fetch_add(1, Ordering::Relaxed);
    }
}

/// Every reason of the contract with its count, also those that never came.
pub(super) fn all() -> impl Iterator<Item = (ErrorReason, u64)> {
    COUNTS.iter().enumerate().filter_map(|(number, count)| {
        let reason = ErrorReason::try_from(i32::try_from(number).ok()?).ok()?;
        (reason != ErrorReason::Unspecified).then(|| (reason, count.load(Ordering::Relaxed)))
    })
}

pub(super) fn encode(encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
    let help = "Refusals by the reason that the caller reads in ErrorInfo, of calls and of items of streams";
    let mut family = encoder.encode_descriptor("podnet_errors", help, None, MetricType::Counter)?;
    for (reason, count) in all() {
        let labels = labels([("reason", reason.as_str_name())]);
        family.encode_family(&labels)?.encode_counter(&count, NO_EXEMPLAR)?;
    }
    Ok(())
}
