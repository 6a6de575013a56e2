//! How does a monitor get the page? HTTP/1.1 on a port of its own, so that it can be open to others than the calls are.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http::{Method, Request, Response, StatusCode, header};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::page::Page;
use crate::limits::{METRICS_CONNECTION, METRICS_CONNECTIONS_MAX};

/// Path of the page.
const PATH: &str = "/metrics";
/// Pause after a connection that the system refused.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// The format, as a monitor wants it named.
const FORMAT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Answers monitors for as long as it is polled.
pub(crate) async fn serve(listener: TcpListener, page: Page) {
    let places = Arc::new(Semaphore::new(METRICS_CONNECTIONS_MAX));
    loop {
        // One more waits in the system's own queue until a place is free.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let connection = match listener.accept().await {
            Ok((connection, _from)) => connection,
            Err(error) => {
                tracing::warn!(%error, "a monitor could not connect");
                pause().await;
                continue;
            }
        };
        let page = page.clone();
        // Not joined: it ends with its connection, or when its time is over.
        drop(tokio::spawn(async move {
            let _until_done = place;
            if let Err(error) = answer(connection, page).await {
                tracing::debug!(error, "a monitor was not answered");
            }
        }));
    }
}

/// Where the system has no more files or sockets, asking again at once would only burn a core.
#[expect(clippy::disallowed_methods, reason = "a back-off")]
async fn pause() {
    tokio::time::sleep(ACCEPT_PAUSE).await;
}

/// One request, then the connection is closed: a monitor comes again in seconds, and no place is held meanwhile.
async fn answer(connection: TcpStream, page: Page) -> Result<(), String> {
    let service = service_fn(move |request| {
        let page = page.clone();
        async move { Ok::<_, Infallible>(respond(&request, page).await) }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(METRICS_CONNECTION).keep_alive(false);
    let served = server.serve_connection(TokioIo::new(connection), service);
    match timeout(METRICS_CONNECTION, served).await {
        Ok(served) => served.map_err(|error| error.to_string()),
        Err(elapsed) => Err(elapsed.to_string()),
    }
}

async fn respond(request: &Request<Incoming>, page: Page) -> Response<Full<Bytes>> {
    let asked = request.method() == Method::GET || request.method() == Method::HEAD;
    let (status, kind, text) = match request.uri().path() {
        PATH if asked => {
            // Counting takes milliseconds in a large store: not on a thread that serves calls.
            match tokio::task::spawn_blocking(move || page.text()).await {
                Ok(Ok(text)) => (StatusCode::OK, FORMAT, text),
                Ok(Err(_)) | Err(_) => (
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "text/plain",
                    "no figures; the log says why\n".to_owned(),
                ),
            }
        }
        PATH => (StatusCode::METHOD_NOT_ALLOWED, "text/plain", "use GET\n".to_owned()),
        _ => (StatusCode::NOT_FOUND, "text/plain", format!("the metrics are at {PATH}\n")),
    };
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response
}
