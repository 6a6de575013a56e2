//! Whether and when to try again? The numbers are those of `sdk/service_config.json`, which all clients share.

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
    /// No retries: what fails is told at once.
    #[must_use]
    pub fn off() -> Self {
        Self { attempts_max: 1, ..Self::default() }
    }

    /// The wait before another attempt; `None` if the error stays.
    pub(crate) fn wait(&self, error: &Error, attempt: u32) -> Option<Duration> {
        if attempt >= self.attempts_max || !may_retry(error) {
            return None;
        }
        match error.pushback_ms {
            Some(pushback) => {
                let wait = Duration::from_millis(u64::try_from(pushback).ok()?);
                Some(wait.max(error.retry_after.unwrap_or_default()))
            }
            None => Some(self.backoff(attempt) + error.retry_after.unwrap_or_default()),
        }
    }

    /// A wait drawn evenly below the back-off of the attempt (full jitter).
    pub(crate) fn backoff(&self, attempt: u32) -> Duration {
        jittered(
            self.backoff_initial
                .saturating_mul(2u32.saturating_pow(attempt.saturating_sub(1)))
                .min(self.backoff_max),
        )
    }
}

/// A share of the time, drawn evenly.
pub(crate) fn jittered(ceiling: Duration) -> Duration {
    let share = f64::from(u32::try_from(Uuid::new_v4().as_u128() & 0xffff).unwrap_or(0)) / 65_536.0;
    ceiling.mul_f64(share)
}

/// Whether a repetition may help. Every call can be repeated: reads change nothing, and the rest carries a request id.
pub(crate) fn may_retry(error: &Error) -> bool {
    match error.reason {
        Some(ErrorReason::Overloaded | ErrorReason::RateLimited | ErrorReason::RequestInProgress) => true,
        // The server's own time was over, or the transport's; the caller's deadline ends the call elsewhere.
        Some(_) | None => matches!(error.code, Code::Unavailable | Code::DeadlineExceeded),
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
    /// Counts a success.
    pub(crate) fn succeeded(&self) {
        self.change(TOKENS_PER_SUCCESS);
    }

    /// Counts a failure that could be tried again, and says whether it may be.
    pub(crate) fn failed(&self) -> bool {
        self.change(-1.0) > TOKENS_MAX / 2.0
    }

    fn change(&self, by: f64) -> f64 {
        let mut tokens = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *tokens = (*tokens + by).clamp(0.0, TOKENS_MAX);
        *tokens
    }
}
