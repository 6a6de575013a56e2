//! Whether and when to try again: the reason decides, not the code.

use std::sync::Mutex;
use std::time::Duration;

use podnet_proto::v1::ErrorReason;
use tonic::Code;
use uuid::Uuid;

use crate::error::Error;

/// How often and how patiently to try again.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    /// Attempts of one call at most, the first included; 1 turns retries off. Default 4.
    pub attempts_max: u32,
    /// Longest wait before the second attempt; each further one doubles it. Default 0.1 s.
    pub backoff_initial: Duration,
    /// Longest wait between two attempts. Default 2 s.
    pub backoff_max: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts_max: 4,
            backoff_initial: Duration::from_millis(100),
            backoff_max: Duration::from_secs(2),
        }
    }
}

impl RetryPolicy {
    /// The wait before another attempt; `None` if the error stays. Waits are drawn evenly below the backoff (full
    /// jitter), or are what the server asked for.
    pub(crate) fn wait(&self, error: &Error, attempt: u32, repeatable: bool) -> Option<Duration> {
        if attempt >= self.attempts_max || !may_retry(error, repeatable) {
            return None;
        }
        let doubled = self.backoff_initial.saturating_mul(2u32.saturating_pow(attempt.saturating_sub(1)));
        let ceiling = doubled.min(self.backoff_max);
        let share = f64::from(u32::try_from(Uuid::new_v4().as_u128() & 0xffff).unwrap_or(0)) / 65_536.0;
        Some(error.retry_after.unwrap_or_default() + ceiling.mul_f64(share))
    }
}

fn may_retry(error: &Error, repeatable: bool) -> bool {
    match error.reason {
        Some(
            ErrorReason::Overloaded
            | ErrorReason::RateLimited
            | ErrorReason::ServerStarting
            | ErrorReason::ServerDraining
            | ErrorReason::StoreReadOnly
            | ErrorReason::RequestInProgress,
        ) => true,
        Some(_) => false,
        // Without a reason the answer is the transport's; the call may have been carried out, so only what can be
        // repeated is.
        None => error.code == Code::Unavailable && repeatable,
    }
}

/// Stops retries when most calls fail (gRFC A6): 100 tokens, a failure costs one, a success gives 0.1 back, and
/// retries rest while half of them are gone.
#[derive(Debug)]
pub(crate) struct Throttle(Mutex<f64>);

const TOKENS_MAX: f64 = 100.0;
const TOKENS_PER_SUCCESS: f64 = 0.1;

impl Default for Throttle {
    fn default() -> Self {
        Self(Mutex::new(TOKENS_MAX))
    }
}

impl Throttle {
    /// Counts an outcome and says whether retries are allowed.
    pub(crate) fn note(&self, succeeded: bool) -> bool {
        let mut tokens = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *tokens = (*tokens + if succeeded { TOKENS_PER_SUCCESS } else { -1.0 }).clamp(0.0, TOKENS_MAX);
        *tokens > TOKENS_MAX / 2.0
    }
}
