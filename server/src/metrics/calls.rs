//! How long do calls take, by method and by how they end?
//!
//! A layer around every call. A unary call ends with its answer, a stream with its last message; whoever gives up before
//! that is counted as CANCELLED. Methods are those of the contract, all others are one.

use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

use http::{HeaderMap, Request, Response};
use hyper::body::{Bytes, Frame, SizeHint};
use podnet_proto::FILE_DESCRIPTOR_SET;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Unit;
use prost::Message as _;
use prost_types::FileDescriptorSet;
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};

use super::histogram::{CALL_NANOSECONDS, Histogram, SECOND};
use super::page::labels;
use crate::clock::Stopwatch;

/// Name of every method that is not of this server.
const OTHER: &str = "_OTHER";
/// Where a call says how it ended.
const STATUS: &str = "grpc-status";
/// Codes in the order of their numbers.
const CODES: [&str; 17] = [
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
];

/// The times of every method.
#[derive(Debug)]
pub(crate) struct Calls {
    /// Place of a method by its path, as `/podnet.v1.IpamService/AllocateAddress`.
    places: HashMap<String, usize>,
    /// The one of all paths that are not of this server.
    other: usize,
    /// By name; those that are never called cost a few words.
    methods: Vec<Method>,
}

#[derive(Debug)]
struct Method {
    name: String,
    streams: bool,
    by_code: [OnceLock<Histogram>; CODES.len()],
}

impl Calls {
    /// Nothing called yet.
    pub(crate) fn new() -> Self {
        let sets = [
            FILE_DESCRIPTOR_SET,
            tonic_health::pb::FILE_DESCRIPTOR_SET,
            tonic_reflection::pb::v1::FILE_DESCRIPTOR_SET,
            tonic_reflection::pb::v1alpha::FILE_DESCRIPTOR_SET,
        ];
        let mut methods: Vec<_> = sets.into_iter().flat_map(methods_of).collect();
        methods.push((OTHER.to_owned(), false));
        methods.sort();
        methods.dedup();
        let places: HashMap<_, _> =
            methods.iter().enumerate().map(|(place, (name, _))| (format!("/{name}"), place)).collect();
        Self {
            other: methods.iter().position(|(name, _)| name == OTHER).unwrap_or(0),
            places,
            methods: methods
                .into_iter()
                .map(|(name, streams)| Method { name, streams, by_code: Default::default() })
                .collect(),
        }
    }

    /// Place of a path; all that are not of this server share one.
    fn place(&self, path: &str) -> usize {
        self.places.get(path).copied().unwrap_or(self.other)
    }

    fn ended(&self, call: &Begun, code: Code) {
        let by_code = self.methods.get(call.place).and_then(|method| method.by_code.get(code as usize));
        if let Some(histogram) = by_code {
            let histogram = histogram.get_or_init(|| Histogram::new(CALL_NANOSECONDS));
            histogram.observe_duration(call.since.elapsed());
        }
    }

    pub(super) fn encode(&self, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
        let help = "Time of calls by method and by code; of a stream until its end";
        let (unit, histogram) = (Some(&Unit::Seconds), MetricType::Histogram);
        let mut family = encoder.encode_descriptor("rpc_server_call_duration", help, unit, histogram)?;
        for method in &self.methods {
            for (code, histogram) in CODES.into_iter().zip(&method.by_code) {
                let Some(histogram) = histogram.get() else { continue };
                let labels = labels([("rpc_method", method.name.as_str()), ("rpc_status_code", code)]);
                histogram.encode(family.encode_family(&labels)?, SECOND)?;
            }
        }
        Ok(())
    }
}

/// Names of the methods of a descriptor set, and whether each streams its answers.
fn methods_of(set: &[u8]) -> Vec<(String, bool)> {
    let set = FileDescriptorSet::decode(set).unwrap_or_default();
    let mut methods = Vec::new();
    for file in &set.file {
        for service in &file.service {
            let service_name = format!("{}.{}", file.package(), service.name());
            let named = |name: &str| format!("{service_name}/{name}");
            methods.extend(service.method.iter().map(|m| (named(m.name()), m.server_streaming())));
        }
    }
    methods
}

/// The layer.
#[derive(Clone, Debug)]
pub(crate) struct CallsLayer(pub(crate) Arc<Calls>);

/// A service whose calls are timed.
#[derive(Clone, Debug)]
pub(crate) struct Timed<S> {
    inner: S,
    calls: Arc<Calls>,
}

impl<S> Layer<S> for CallsLayer {
    type Service = Timed<S>;

    fn layer(&self, inner: S) -> Timed<S> {
        Timed { inner, calls: Arc::clone(&self.0) }
    }
}

impl<S, B> Service<Request<B>> for Timed<S>
where
    S: Service<Request<B>, Response = Response<Body>>,
    S::Future: Unpin,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = TimedCall<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let begun = Begun::new(&self.calls, request.uri().path());
        TimedCall { inner: self.inner.call(request), begun: Some(begun) }
    }
}

/// A call that has begun; one that is dropped was given up.
#[derive(Debug)]
struct Begun {
    calls: Arc<Calls>,
    place: usize,
    streams: bool,
    since: Stopwatch,
    ended: bool,
}

impl Begun {
    fn new(calls: &Arc<Calls>, path: &str) -> Self {
        let since = Stopwatch::start();
        let place = calls.place(path);
        let streams = calls.methods.get(place).is_some_and(|method| method.streams);
        Self { calls: Arc::clone(calls), place, streams, since, ended: false }
    }

    /// Counts the call with what it said at its end.
    fn end(mut self, headers: Option<&HeaderMap>) {
        self.ended = true;
        let code =
            headers.and_then(|headers| headers.get(STATUS)).map(|code| Code::from_bytes(code.as_bytes()));
        self.calls.ended(&self, code.unwrap_or(Code::Ok));
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if !self.ended {
            self.calls.ended(self, Code::Cancelled);
        }
    }
}

/// A call on its way.
#[derive(Debug)]
pub(crate) struct TimedCall<F> {
    inner: F,
    /// Taken at the end.
    begun: Option<Begun>,
}

impl<F, E> Future for TimedCall<F>
where
    F: Future<Output = Result<Response<Body>, E>> + Unpin,
{
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let answer = ready!(Pin::new(&mut self.inner).poll(context));
        let Some(begun) = self.begun.take() else { return Poll::Ready(answer) };
        Poll::Ready(answer.map(|response| {
            // A refusal is all in the headers, whatever the method would stream.
            if !begun.streams || response.headers().contains_key(STATUS) {
                begun.end(Some(response.headers()));
                return response;
            }
            response.map(|inner| Body::new(TimedBody { inner, begun: Some(begun) }))
        }))
    }
}

/// The answers of a stream, the last of which ends the call.
#[derive(Debug)]
struct TimedBody {
    inner: Body,
    /// Taken at the end.
    begun: Option<Begun>,
}

impl TimedBody {
    fn end(&mut self, trailers: Option<&HeaderMap>) {
        if let Some(begun) = self.begun.take() {
            begun.end(trailers);
        }
    }
}

impl hyper::body::Body for TimedBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        match &frame {
            Some(Ok(frame)) if frame.is_data() => {}
            Some(Ok(frame)) => self.end(frame.trailers_ref()),
            Some(Err(_)) | None => self.end(None),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
