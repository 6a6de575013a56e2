//! How does one call pass the proxy? Read, written down, forwarded, and changed on the way where a fault says so.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use async_stream::stream;
use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderValue, Request, Response, Version, header};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Body as _, Frame, Incoming};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use prost_reflect::MethodDescriptor;
use tokio::sync::watch;
use tokio::time::Instant;
use tonic::Status;

use super::fault::{Fault, Then};
use super::frames::{Frames, TRAILERS, frame, unknown_field};
use super::record::Attempt;
use super::{Aim, Shared, planned};
use crate::contract;

type Problem = Box<dyn std::error::Error + Send + Sync>;
type Body = UnsyncBoxBody<Bytes, Problem>;
type Parts = Pin<Box<dyn Stream<Item = Result<Frame<Bytes>, Problem>> + Send>>;

/// Clients towards the server, one for each version of HTTP, so that the server sees what the client spoke.
#[derive(Debug)]
pub(crate) struct Upstream {
    two: Client<HttpConnector, Body>,
    one: Client<HttpConnector, Body>,
}

impl Default for Upstream {
    fn default() -> Self {
        let client = |two| Client::builder(TokioExecutor::new()).http2_only(two).build(HttpConnector::new());
        Self { two: client(true), one: client(false) }
    }
}

/// Notes that the client went away before the answer had come to its end.
struct Watchdog {
    shared: Arc<Shared>,
    place: usize,
    done: bool,
}

impl Watchdog {
    fn finish(&mut self) {
        self.done = true;
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        if !self.done {
            self.shared.records.change(self.place, |attempt| attempt.cancelled = true);
        }
    }
}

/// Passes one call.
#[expect(
    clippy::disallowed_methods,
    reason = "what is on the wire has real times, and some faults are delays"
)]
pub(crate) async fn pass(
    shared: Arc<Shared>,
    connection: usize,
    cutter: watch::Sender<bool>,
    request: Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    if shared.is_astray(request.headers()) {
        let status = Status::unavailable("the case that this port was opened for has ended");
        return Ok(status.into_http::<Full<Bytes>>().map(|_| empty()));
    }
    let name = request.uri().path().rsplit('/').next().unwrap_or_default().to_owned();
    let method = contract::method(&name).ok();
    let (place, number) = shared.records.add(Attempt {
        method: name.clone(),
        connection,
        at: Instant::now(),
        headers: request.headers().clone(),
        version: request.version(),
        messages: Vec::new(),
        answered: 0,
        unanswered_max: 0,
        cancelled: false,
    });
    let mut watchdog = Watchdog { shared: shared.clone(), place, done: false };
    let web = request.headers().get(header::CONTENT_TYPE).cloned();
    let web = web.filter(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("application/grpc-web")));
    let fault = planned(&shared, &name, number).unwrap_or_default();
    let (parts, incoming) = request.into_parts();
    // A unary request is read first, so that it is written down whatever happens to it.
    let body = match &method {
        Some(known) if !known.is_client_streaming() => {
            let bytes = incoming.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
            let mut frames = Frames::default();
            frames.add(&bytes);
            note(&shared, place, known, &mut frames);
            Full::new(bytes).map_err(|never| match never {}).boxed_unsync()
        }
        Some(known) => StreamBody::new(noted(shared.clone(), place, known.clone(), incoming)).boxed_unsync(),
        None => incoming.map_err(Into::into).boxed_unsync(),
    };
    if fault.delay_ms > 0 {
        tokio::time::sleep(fault.delay()).await;
    }
    let answer = if fault.keeps_away() {
        instead(&fault, method.as_ref(), web.as_ref(), &cutter).await
    } else {
        let forwarded = forward(&shared, Request::from_parts(parts, body)).await;
        match forwarded {
            // A server that is gone breaks the connection of its client.
            Err(_) => cut(&cutter).await,
            Ok(response) if fault.forward => {
                // Only when the answer is whole has the server done what it was asked to.
                drop(response.into_body().collect().await);
                instead(&fault, method.as_ref(), web.as_ref(), &cutter).await
            }
            Ok(response) => {
                watchdog.finish();
                let guard = Watchdog { shared: shared.clone(), place, done: false };
                Ok(altered(response, fault, web, cutter, guard))
            }
        }
    };
    watchdog.finish();
    Ok(answer.unwrap_or_else(|problem| {
        let status = Status::internal(format!("the proxy cannot do what the case says: {problem}"));
        status.into_http::<Full<Bytes>>().map(|_| empty())
    }))
}

fn empty() -> Body {
    Full::new(Bytes::new()).map_err(|never| match never {}).boxed_unsync()
}

/// Breaks the connection that this call came over; never returns.
async fn cut<T>(cutter: &watch::Sender<bool>) -> Result<T, String> {
    cutter.send_replace(true);
    std::future::pending().await
}

/// Writes the messages of a request down.
fn note(shared: &Shared, place: usize, method: &MethodDescriptor, frames: &mut Frames) {
    while let Some((_, content)) = frames.next_frame() {
        let shown = contract::decode(&method.input(), &content)
            .unwrap_or_else(|problem| serde_json::json!({"unreadable": problem}));
        shared.records.change(place, |attempt| {
            attempt.messages.push(shown);
            let unanswered = attempt.messages.len().saturating_sub(attempt.answered);
            attempt.unanswered_max = attempt.unanswered_max.max(unanswered);
        });
    }
}

fn noted(
    shared: Arc<Shared>,
    place: usize,
    method: MethodDescriptor,
    mut incoming: Incoming,
) -> impl Stream<Item = Result<Frame<Bytes>, Problem>> + Send {
    stream! {
        let mut frames = Frames::default();
        while let Some(part) = incoming.frame().await {
            match part {
                Ok(part) => {
                    if let Some(data) = part.data_ref() {
                        frames.add(data);
                        note(&shared, place, &method, &mut frames);
                    }
                    yield Ok(part);
                }
                Err(error) => {
                    yield Err(error.into());
                    return;
                }
            }
        }
    }
}

async fn forward(shared: &Shared, mut request: Request<Body>) -> Result<Response<Incoming>, String> {
    let mut aim = shared.server.subscribe();
    let aimed =
        aim.wait_for(|aim| *aim != Aim::Next).await.map(|aim| *aim).map_err(|error| error.to_string())?;
    let Aim::Server(server) = aimed else { return Err("nobody is there".to_owned()) };
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let uri = format!("http://{server}{path}");
    *request.uri_mut() = uri.parse().map_err(|error: http::uri::InvalidUri| error.to_string())?;
    request.headers_mut().remove(header::HOST);
    let client =
        if request.version() == Version::HTTP_2 { &shared.upstream.two } else { &shared.upstream.one };
    client.request(request).await.map_err(|error| error.to_string())
}

/// The answer of a fault in place of the server's.
async fn instead(
    fault: &Fault,
    method: Option<&MethodDescriptor>,
    web: Option<&HeaderValue>,
    cutter: &watch::Sender<bool>,
) -> Result<Response<Body>, String> {
    let mut response = if let Some(status) = fault.status()? {
        status.into_http::<Full<Bytes>>().map(|_| empty())
    } else if let Some(then) = fault.then {
        match then {
            Then::Drop => return cut(cutter).await,
            Then::Silent => return std::future::pending().await,
            Then::End => plain(Vec::new()),
        }
    } else if let Some(bytes) = fault.oversized_bytes {
        plain(unknown_field(bytes))
    } else {
        let method = method.ok_or("a response for an unknown method")?;
        let json = fault.response.as_ref().ok_or("a fault without an answer")?;
        let mut bytes = contract::encode(&method.output(), json)?;
        if fault.unknown_field {
            bytes.extend(unknown_field(3));
        }
        plain(bytes)
    };
    if let Some(kind) = web {
        response.headers_mut().insert(header::CONTENT_TYPE, kind.clone());
        return Ok(response.map(web_trailers));
    }
    Ok(response)
}

/// An answer of one message and a good end.
fn plain(bytes: Vec<u8>) -> Response<Body> {
    let parts = stream! {
        if !bytes.is_empty() {
            yield Ok(Frame::data(frame(0, &bytes)));
        }
        yield Ok(Frame::trailers(trailers_of(&Status::new(tonic::Code::Ok, ""))));
    };
    let mut response = Response::new(StreamBody::new(parts).boxed_unsync());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/grpc"));
    response
}

fn trailers_of(status: &Status) -> HeaderMap {
    let mut headers = HeaderMap::new();
    // A status with characters that no header has is still a status.
    let _odd = status.add_header(&mut headers).is_err();
    headers
}

/// Trailers as the last frame of the body, as gRPC-Web has them.
fn web_trailers(mut body: Body) -> Body {
    if body.is_end_stream() {
        return body;
    }
    let parts = stream! {
        while let Some(Ok(part)) = body.frame().await {
            match part.into_trailers() {
                Ok(trailers) => yield Ok(web_frame(&trailers)),
                Err(part) => yield Ok(part),
            }
        }
    };
    StreamBody::new(parts).boxed_unsync()
}

fn web_frame(trailers: &HeaderMap) -> Frame<Bytes> {
    let mut text = Vec::new();
    for (name, value) in trailers {
        text.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    Frame::data(frame(TRAILERS, &text))
}

/// The server's answer, message by message, until a fault ends it.
#[expect(clippy::disallowed_methods, reason = "some faults are delays")]
fn altered(
    response: Response<Incoming>,
    fault: Fault,
    web: Option<HeaderValue>,
    cutter: watch::Sender<bool>,
    mut guard: Watchdog,
) -> Response<Body> {
    let (mut parts, mut incoming) = response.into_parts();
    // A refusal without a message is headers only, and has to stay so.
    if incoming.is_end_stream() {
        guard.finish();
        return Response::from_parts(parts, empty());
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    for (name, value) in &fault.headers {
        if let (Ok(name), Ok(value)) = (http::HeaderName::try_from(name), HeaderValue::try_from(value)) {
            parts.headers.insert(name, value);
        }
    }
    let stream: Parts = Box::pin(stream! {
        let mut frames = Frames::default();
        let mut shown = 0;
        loop {
            if fault.frames.is_some_and(|frames| shown >= frames) {
                match (fault.status(), fault.then) {
                    (Ok(Some(status)), _) => {
                        let trailers = trailers_of(&status);
                        guard.finish();
                        yield Ok(if web.is_some() { web_frame(&trailers) } else { Frame::trailers(trailers) });
                    }
                    (_, Some(Then::Drop)) => {
                        guard.finish();
                        cutter.send_replace(true);
                        std::future::pending::<()>().await;
                    }
                    (_, Some(Then::Silent)) => std::future::pending().await,
                    (_, Some(Then::End) | None) => {
                        let trailers = trailers_of(&Status::new(tonic::Code::Ok, ""));
                        guard.finish();
                        yield Ok(if web.is_some() { web_frame(&trailers) } else { Frame::trailers(trailers) });
                    }
                }
                return;
            }
            if let Some((flags, content)) = frames.next_frame() {
                let mut content = content.to_vec();
                if flags & TRAILERS == 0 {
                    if fault.answer_delay_ms > 0 {
                        tokio::time::sleep(Duration::from_millis(fault.answer_delay_ms)).await;
                    }
                    shown += 1;
                    guard.shared.records.change(guard.place, |attempt| attempt.answered += 1);
                    if fault.unknown_field {
                        content.extend(unknown_field(3));
                    }
                }
                yield Ok(Frame::data(frame(flags, &content)));
                continue;
            }
            match incoming.frame().await {
                Some(Ok(part)) => match part.into_data() {
                    Ok(data) => frames.add(&data),
                    Err(part) => {
                        guard.finish();
                        yield Ok(part);
                    }
                },
                // The server is gone: so is the connection.
                Some(Err(_)) => {
                    guard.finish();
                    cutter.send_replace(true);
                    std::future::pending::<()>().await;
                }
                None => {
                    guard.finish();
                    return;
                }
            }
        }
    });
    Response::from_parts(parts, StreamBody::new(stream).boxed_unsync())
}
