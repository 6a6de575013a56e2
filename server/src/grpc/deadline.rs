//! How long may a call take, and which code does it end with when its time is over?
//!
//! tonic answers an expired `grpc-timeout` with CANCELLED, which tells a caller that it gave up by itself. This layer is
//! inside of tonic's own, ends at the same moment or earlier, and answers DEADLINE_EXCEEDED with its reason. It also caps
//! the time of every call, and refuses calls while the server starts or drains. A stream is bound only until it is open; after
//! that its client and the drain end it.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderValue, Request, Response};
use podnet_proto::v1::ErrorReason;
use tokio::time::{Instant, timeout_at};
use tonic::{Code, Status};
use tower::{Layer, Service};

use super::lifecycle::{Lifecycle, Phase};
use super::status::Refusal;

/// Prefix of the paths that are always answered: probes look at them.
const HEALTH: &str = "/grpc.health.v1.Health/";
/// Digits of a `grpc-timeout` at most (gRPC over HTTP/2).
const TIMEOUT_DIGITS_MAX: usize = 8;

/// The layer.
#[derive(Clone, Debug)]
pub(crate) struct DeadlineLayer {
    /// Time that a call may take, whatever its caller says.
    pub(crate) longest: Duration,
    /// Whether the server takes calls.
    pub(crate) lifecycle: Lifecycle,
}

/// A service with a deadline for each call.
#[derive(Clone, Debug)]
pub(crate) struct Deadline<S> {
    inner: S,
    layer: DeadlineLayer,
}

impl<S> Layer<S> for DeadlineLayer {
    type Service = Deadline<S>;

    fn layer(&self, inner: S) -> Deadline<S> {
        Deadline { inner, layer: self.clone() }
    }
}

impl<S, B, R> Service<Request<B>> for Deadline<S>
where
    S: Service<Request<B>, Response = Response<R>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
    R: Default + Send + 'static,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    #[expect(clippy::disallowed_methods, reason = "a deadline is about real time")]
    fn call(&mut self, request: Request<B>) -> Self::Future {
        let refusal = match self.layer.lifecycle.phase() {
            Phase::Serving => None,
            _ if request.uri().path().starts_with(HEALTH) => None,
            Phase::Starting => Some(Refusal::starting()),
            Phase::Draining => Some(Refusal::draining()),
        };
        if let Some(refusal) = refusal {
            return Box::pin(std::future::ready(Ok(Status::from(refusal).into_http())));
        }
        let asked = request.headers().get("grpc-timeout").and_then(parse);
        let limit = asked.map_or(self.layer.longest, |asked| asked.min(self.layer.longest));
        // The timer starts before the call, so that it is never behind tonic's own.
        let deadline = Instant::now() + limit;
        let answer = timeout_at(deadline, self.inner.call(request));
        Box::pin(async move {
            // A timer has ticks: a call whose time is over before it begins is not begun.
            if Instant::now() >= deadline {
                return Ok(Status::from(exceeded(limit)).into_http());
            }
            match answer.await {
                Ok(answer) => answer,
                Err(_elapsed) => Ok(Status::from(exceeded(limit)).into_http()),
            }
        })
    }
}

/// The refusal of a call whose time is over.
fn exceeded(limit: Duration) -> Refusal {
    let elapsed_ms = limit.as_millis();
    let message = format!(
        "the call was not done after {elapsed_ms} ms; a change may still happen: repeat with the same request_id"
    );
    Refusal::new(ErrorReason::DeadlineExceeded, Code::DeadlineExceeded, message)
        .with("elapsed_ms", elapsed_ms)
}

/// The time in a `grpc-timeout`: up to eight digits and a unit.
fn parse(value: &HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?;
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.is_empty() || digits.len() > TIMEOUT_DIGITS_MAX || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let count: u64 = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(count * 3600)),
        "M" => Some(Duration::from_secs(count * 60)),
        "S" => Some(Duration::from_secs(count)),
        "m" => Some(Duration::from_millis(count)),
        "u" => Some(Duration::from_micros(count)),
        "n" => Some(Duration::from_nanos(count)),
        _other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Duration>) {
        assert_eq!(parse(&HeaderValue::from_str(text).unwrap()), expected, "{text}");
    }

    #[test]
    fn timeouts_are_read_as_grpc_writes_them() {
        check("1H", Some(Duration::from_secs(3600)));
        check("2M", Some(Duration::from_secs(120)));
        check("99999999S", Some(Duration::from_secs(99_999_999)));
        check("250m", Some(Duration::from_millis(250)));
        check("7u", Some(Duration::from_micros(7)));
        check("7n", Some(Duration::from_nanos(7)));
        for text in ["", "S", "5", "123456789S", "-1S", "1.5S", "1 S", "1x"] {
            check(text, None);
        }
    }

    async fn answer(lifecycle: Lifecycle, path: &str, asked: &str) -> Status {
        let never = tower::service_fn(|_request: Request<()>| {
            std::future::pending::<Result<Response<()>, std::convert::Infallible>>()
        });
        let layer = DeadlineLayer { longest: Duration::from_secs(60), lifecycle };
        let request = Request::builder().uri(path).header("grpc-timeout", asked).body(()).unwrap();
        let response = layer.layer(never).call(request).await.unwrap();
        Status::from_header_map(response.headers()).unwrap()
    }

    #[tokio::test]
    async fn an_expired_call_is_deadline_exceeded_and_says_why() {
        let lifecycle = Lifecycle::default();
        lifecycle.enter(Phase::Serving);
        let status = answer(lifecycle, "/podnet.v1.IpamService/GetAllocation", "1m").await;
        assert_eq!(status.code(), Code::DeadlineExceeded);
        assert_eq!(crate::grpc::status::reason_of(&status), ErrorReason::DeadlineExceeded);
    }

    #[tokio::test]
    async fn a_starting_or_draining_server_refuses_calls_except_probes() {
        let lifecycle = Lifecycle::default();
        let status = answer(lifecycle.clone(), "/podnet.v1.IpamService/GetAllocation", "1S").await;
        assert_eq!(crate::grpc::status::reason_of(&status), ErrorReason::ServerStarting);
        lifecycle.enter(Phase::Draining);
        lifecycle.enter(Phase::Serving);
        let status = answer(lifecycle.clone(), "/podnet.v1.IpamService/GetAllocation", "1S").await;
        assert_eq!(status.code(), Code::Unavailable);
        assert_eq!(crate::grpc::status::reason_of(&status), ErrorReason::ServerDraining);
        let probe = answer(lifecycle, "/grpc.health.v1.Health/Check", "1m").await;
        assert_eq!(probe.code(), Code::DeadlineExceeded);
    }
}
