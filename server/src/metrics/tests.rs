//! Figures are counted where they belong and shown as the format wants them.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, Request, Response};
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Bytes, Frame};
use podnet_core::time::Timestamp;
use podnet_proto::v1::ErrorReason;
use prometheus_client::registry::Registry;
use tonic::body::Body;
use tower::{Layer as _, Service as _};

use super::histogram::{CALL_NANOSECONDS, Histogram, SECOND};
use super::*;
use crate::grpc::lifecycle::Lifecycle;

const STREAM: &str = "/podnet.v1.WatchService/Watch";
const UNARY: &str = "/podnet.v1.IpamService/AllocateAddress";

/// The page after one call of a method with an answer.
async fn after(path: &str, answer: Option<Response<Body>>) -> String {
    let page = Page::new(Lifecycle::default(), "memory", None, Timestamp(0));
    let answer = Arc::new(std::sync::Mutex::new(answer));
    let mut service = CallsLayer(page.calls()).layer(tower::service_fn(move |_request: Request<()>| {
        let answer = answer.lock().unwrap().take();
        Box::pin(async move {
            match answer {
                Some(answer) => Ok::<_, Infallible>(answer),
                None => std::future::pending().await,
            }
        })
    }));
    let request = Request::builder().uri(path).body(()).unwrap();
    let call = service.call(request);
    // A call without an answer is given up at once.
    if let Ok(Ok(answer)) = tokio::time::timeout(Duration::ZERO, call).await {
        let _read = answer.into_body().collect().await.is_ok();
    }
    page.text().unwrap()
}

fn check(page: &str, method: &str, code: &str) {
    let method = method.trim_start_matches('/');
    let lines: Vec<_> =
        page.lines().filter(|line| line.starts_with("rpc_server_call_duration_seconds_count")).collect();
    let expected = format!(
        "rpc_server_call_duration_seconds_count{{rpc_method=\"{method}\",rpc_status_code=\"{code}\"}} 1"
    );
    assert_eq!(lines, [expected], "{page}");
}

fn full() -> Body {
    Body::new(Full::from("answer"))
}

#[tokio::test]
async fn calls_are_counted_by_method_and_code() {
    check(&after(UNARY, Some(Response::new(full()))).await, UNARY, "OK");
    let refused = Response::builder().header("grpc-status", "8").body(full()).unwrap();
    check(&after(UNARY, Some(refused)).await, UNARY, "RESOURCE_EXHAUSTED");
    check(&after(UNARY, None).await, UNARY, "CANCELLED");
    check(&after("/podnet.v1.IpamService/Guess", Some(Response::new(full()))).await, "_OTHER", "OK");
    check(
        &after("/grpc.health.v1.Health/Check", Some(Response::new(full()))).await,
        "/grpc.health.v1.Health/Check",
        "OK",
    );
}

#[tokio::test]
async fn a_stream_ends_with_its_trailers_its_end_or_its_reader() {
    let trailers = HeaderMap::from_iter([(
        http::HeaderName::from_static("grpc-status"),
        HeaderValue::from_static("14"),
    )]);
    let frames = [Frame::data(Bytes::from("one")), Frame::trailers(trailers)].map(Ok::<_, tonic::Status>);
    let body = Body::new(StreamBody::new(tokio_stream::iter(frames)));
    check(&after(STREAM, Some(Response::new(body))).await, STREAM, "UNAVAILABLE");
    check(&after(STREAM, Some(Response::new(full()))).await, STREAM, "OK");
    let refused = Response::builder().header("grpc-status", "3").body(full()).unwrap();
    check(&after(STREAM, Some(refused)).await, STREAM, "INVALID_ARGUMENT");

    let page = Page::new(Lifecycle::default(), "memory", None, Timestamp(0));
    let mut service = CallsLayer(page.calls()).layer(tower::service_fn(|_request: Request<()>| {
        std::future::ready(Ok::<_, Infallible>(Response::new(full())))
    }));
    let answer = service.call(Request::builder().uri(STREAM).body(()).unwrap()).await.unwrap();
    assert!(!page.text().unwrap().contains("duration_seconds_count"), "an open stream is not over");
    drop(answer);
    check(&page.text().unwrap(), STREAM, "CANCELLED");
}

#[test]
fn a_figure_falls_into_the_bucket_whose_bound_it_reaches() {
    let histogram = Histogram::new(CALL_NANOSECONDS);
    for nanoseconds in [0, 100_000, 100_001, 10_000_000_000, 10_000_000_001] {
        histogram.observe(nanoseconds);
    }
    let mut page = String::new();
    let mut registry = Registry::default();
    registry.register_collector(Box::new(One(histogram)));
    prometheus_client::encoding::text::encode(&mut page, &registry).unwrap();
    for line in [
        "one_bucket{le=\"0.0001\"} 2",
        "one_bucket{le=\"0.00025\"} 3",
        "one_bucket{le=\"10.0\"} 4",
        "one_bucket{le=\"+Inf\"} 5",
        "one_count 5",
        "one_sum 20.000200002",
    ] {
        assert!(page.lines().any(|own| own == line), "{line} is not in\n{page}");
    }
}

#[derive(Debug)]
struct One(Histogram);

impl prometheus_client::collector::Collector for One {
    fn encode(&self, mut encoder: prometheus_client::encoding::DescriptorEncoder<'_>) -> std::fmt::Result {
        let histogram = prometheus_client::metrics::MetricType::Histogram;
        self.0.encode(encoder.encode_descriptor("one", "one", None, histogram)?, SECOND)
    }
}

#[test]
fn every_reason_of_the_contract_has_a_count() {
    let highest = (1..10_000).filter(|number| ErrorReason::try_from(*number).is_ok()).count();
    assert_eq!(refusals::all().count(), highest);
    let of = |wanted| refusals::all().find(|(reason, _)| *reason == wanted).unwrap().1;
    let before = of(ErrorReason::Overloaded);
    count_refusal(ErrorReason::Overloaded);
    assert!(of(ErrorReason::Overloaded) > before);
}

#[test]
fn the_slowest_watch_says_how_far_behind() {
    let watchers = Watchers::default();
    assert_eq!(watchers.count_and_slowest(), (0, None));
    let (quick, slow) = (watchers.open(7), watchers.open(5));
    quick.took(20);
    assert_eq!(watchers.count_and_slowest(), (2, Some(5)));
    slow.took(19);
    assert_eq!(watchers.count_and_slowest(), (2, Some(19)));
    drop(slow);
    assert_eq!(watchers.count_and_slowest(), (1, Some(20)));
}
