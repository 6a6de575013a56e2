//! Whether and when to try again? The numbers are those of `sdk/service_config.json`, which all clients share.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tonic::Code;
use uuid::Uuid;

use crate::error::Error;
use crate::service_config::{self, RETRYABLE, TOKEN_RATIO, TOKENS_MAX};

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
            attempts_max: service_config::ATTEMPTS_MAX,
            backoff_initial: service_config::BACKOFF_FIRST,
            backoff_max: service_config::BACKOFF_MAX,
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
        if attempt >= self.attempts_max || !error.may_retry() {
            return None;
        }
        match error.pushback_ms {
            Some(pushback) => {
                let demanded = Duration::from_millis(u64::try_from(pushback).ok()?);
                Some(demanded.max(error.retry_after.unwrap_or_default()))
            }
            None => Some(self.backoff(error, attempt)),
        }
    }

    /// The wait after so many failures: drawn evenly below the doubled first one (full jitter), on top of what the server
    /// asked for.
    pub(crate) fn backoff(&self, error: &Error, failures: u32) -> Duration {
        let doubled = self.backoff_initial.saturating_mul(2u32.saturating_pow(failures - 1));
        let [one, two, ..] = Uuid::new_v4().into_bytes();
        let share = u32::from(u16::from_be_bytes([one, two]));
        error.retry_after.unwrap_or_default() + doubled.min(self.backoff_max) * share / (1 << 16)
    }
}

impl Error {
    /// Whether a repetition may help. Every call can be repeated: reads change nothing, and the rest carries a request id.
    pub(crate) fn may_retry(&self) -> bool {
        // The server's own time was over, or the transport's; the caller's deadline ends the call elsewhere.
        let by_code = matches!(self.code, Code::Unavailable | Code::DeadlineExceeded);
        by_code || self.reason.is_some_and(|reason| RETRYABLE.contains(&reason))
    }
}

/// Stops retries when most calls fail (gRFC A6): a failure costs a token, a success gives a little back, and retries rest
/// while half of them are gone. Holds how many are gone.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<f64>);

impl Throttle {
    /// Counts a success, or a failure that could be tried again, and says whether it may be.
    pub(crate) fn count(&self, failed: bool) -> bool {
        let mut gone = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *gone = (*gone + if failed { 1.0 } else { -TOKEN_RATIO }).clamp(0.0, TOKENS_MAX);
        *gone < TOKENS_MAX / 2.0
    }
}
