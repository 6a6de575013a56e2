//! How does a server live: bind, recover, serve, drain, stop?
//!
//! ```text
//!   Starting ── state rebuilt ──▶ Serving ── asked to stop ──▶ NOT_SERVING, delay ──▶ Draining ── calls done ──▶ closed
//! ```
//!
//! While the state is rebuilt, health answers NOT_SERVING and every other call is refused with SERVER_STARTING.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Server, ServerTlsConfig};
use tonic_health::ServingStatus;
use tonic_web::GrpcWebLayer;
use tower::layer::util::{Identity, Stack};
use tower_http::cors::CorsLayer;

use crate::clock::Clock;
use crate::config::{Config, Reflection};
use crate::cores::Cores;
use crate::engine::{Engine, EngineHandle, EngineOptions, StartError};
use crate::grpc::lifecycle::{Lifecycle, Phase};
use crate::grpc::{self, DeadlineLayer, Facts, Shell, health};
use crate::limits;
use crate::metrics::{self, CallsLayer};
use crate::shutdown::Stop;
use crate::store::{self, StoreError, StoreKind};
use crate::tls::{self, TlsError};

/// Why a server does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be had.
    #[error("cannot listen on {address}: {source}; choose another address or port, or 0 for any")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's answer.
        source: io::Error,
    },
    /// TLS cannot be served with its files.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The log cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The state cannot be rebuilt.
    #[error(transparent)]
    Start(#[from] StartError),
    /// TLS or the connections fail.
    #[error("the server cannot serve: {0}")]
    Transport(#[from] tonic::transport::Error),
    /// The descriptor set is broken.
    #[error("reflection cannot be served: {0}")]
    Reflection(#[from] tonic_reflection::server::Error),
    /// The system refuses something else.
    #[error(transparent)]
    System(#[from] io::Error),
    /// A part of the server ended by itself.
    #[error("{0} ended by itself; the log has the reason")]
    Ended(&'static str),
}

/// What a server listens on.
#[derive(Debug)]
pub struct Bound {
    calls: TcpListener,
    metrics: Option<TcpListener>,
}

impl Bound {
    /// Where the metrics are, if they are served.
    ///
    /// # Errors
    /// The system does not say.
    pub fn metrics_address(&self) -> io::Result<Option<SocketAddr>> {
        self.metrics.as_ref().map(TcpListener::local_addr).transpose()
    }
}

/// Binds the addresses of the configuration.
///
/// # Errors
/// An address cannot be had.
pub async fn bind(config: &Config) -> Result<Bound, ServeError> {
    let listen = |address: SocketAddr| async move {
        TcpListener::bind(address).await.map_err(|source| ServeError::Listen { address, source })
    };
    let metrics = match config.metrics_listen {
        Some(address) => Some(listen(address).await?),
        None => None,
    };
    Ok(Bound { calls: listen(config.listen).await?, metrics })
}

/// Serves until it is asked to stop, under a clock that is the caller's to choose. `ready` is called with the bound
/// address once the state is rebuilt and calls are taken.
///
/// # Errors
/// The server does not come up, or it ends by itself.
pub async fn serve(
    config: &Config,
    bound: Bound,
    clock: Clock,
    stop: Stop,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let Bound { calls: listener, metrics } = bound;
    let address = listener.local_addr()?;
    let tls = config.tls.as_ref().map(tls::load).transpose()?;
    let lifecycle = Lifecycle::default();
    let folder = (config.store != StoreKind::Memory).then(|| config.data_dir.clone());
    let page = metrics::Page::new(lifecycle.clone(), config.store.name(), folder, clock.now());
    // Ends with this function: a monitor sees the server start and drain.
    let _monitored =
        metrics.map(|listener| AbortOnDropHandle::new(tokio::spawn(metrics::serve(listener, page.clone()))));
    let (mut reporter, health_service) = tonic_health::server::health_reporter();
    health::starting(&reporter).await;

    // A server of its own answers probes while the state is rebuilt; its connections are told to come again.
    let (listener, early) = (listener.into_std()?, oneshot::channel::<()>());
    let incoming = |listener: std::net::TcpListener| {
        Ok::<_, io::Error>(TcpIncoming::from(TcpListener::from_std(listener)?).with_nodelay(Some(true)))
    };
    let starting = builder(config, tls.clone(), &lifecycle, &page)?
        .add_service(health_service.clone())
        .serve_with_incoming_shutdown(incoming(listener.try_clone()?)?, ended(early.1));
    let mut starting = tokio::spawn(starting);

    let engine = recover(config, clock.clone()).await?;
    page.engine(&engine);
    let facts = facts(config, &clock);
    let shell = Shell::new(engine.clone(), clock, lifecycle.clone(), facts);
    let mut routes = grpc::routes(&shell).add_service(health_service);
    if reflected(config, address) {
        routes = grpc::with_reflection(routes)?;
    }
    // It must be gone before the real one takes connections: both would take from one socket, and a connection that the
    // early one took late would break under its first call.
    drop(early.0);
    if timeout(limits::EARLY_SERVER_GRACE, &mut starting).await.is_err() {
        starting.abort();
    }
    let server = builder(config, tls, &lifecycle, &page)?.add_routes(routes);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut cores = Cores::start(TcpListener::from_std(listener)?, cores, |share| {
        server.clone().serve_with_incoming_shutdown(share.connections, ended(share.closing))
    })?;
    lifecycle.enter(Phase::Serving);
    health::set(&reporter, ServingStatus::Serving).await;
    tracing::info!(%address, store = config.store.name(), tls = config.tls.is_some(), "serving");
    ready(address);

    tokio::select! {
        broken = cores.broken() => {
            engine.shutdown().await;
            broken?;
            return Err(ServeError::Ended("the server"));
        }
        () = stop.asked() => {}
    }
    health::set(&reporter, ServingStatus::NotServing).await;
    tracing::info!(delay_ms = milliseconds(config.drain_delay), "draining: health is NOT_SERVING");
    let _waited = timeout(config.drain_delay, stop.urged()).await;
    lifecycle.enter(Phase::Draining);
    cores.close();
    health::end(&mut reporter).await;
    let drained = tokio::select! {
        ended = timeout(config.drain_timeout, cores.ended()) => ended.is_ok(),
        () = stop.urged() => false,
    };
    if !drained {
        tracing::warn!(
            timeout_ms = milliseconds(config.drain_timeout),
            "calls were still open and are cut off"
        );
    }
    drop(cores);
    engine.shutdown().await;
    tracing::info!(drained, "stopped");
    Ok(())
}

/// Opens the log and rebuilds the state, beside the runtime's threads.
async fn recover(config: &Config, clock: Clock) -> Result<EngineHandle, ServeError> {
    let (kind, folder) = (config.store, config.data_dir.clone());
    let options = EngineOptions { checkpoint_records: config.checkpoint_records, ..EngineOptions::default() };
    let work = move || {
        let log = store::open(kind, &folder)?;
        Ok::<_, ServeError>(Engine::start(options, log, clock)?)
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| ServeError::Ended("recovery"))?
}

fn facts(config: &Config, clock: &Clock) -> Facts {
    Facts {
        store_kind: config.store.name(),
        start_time: clock.now(),
        stream_operations_max: grpc::limits::STREAM_OPERATIONS_MAX,
        watches_max: grpc::limits::WATCHES_MAX,
        queue_jobs_max: limits::QUEUE_JOBS_MAX,
        request_timeout: config.deadline_max,
        connection_streams_max: config.calls_in_flight_max,
    }
}

/// From the outside: who may call from a browser, gRPC-Web, times of calls, deadlines.
type Builder =
    Server<Stack<DeadlineLayer, Stack<CallsLayer, Stack<GrpcWebLayer, Stack<CorsLayer, Identity>>>>>;

fn builder(
    config: &Config,
    tls: Option<ServerTlsConfig>,
    lifecycle: &Lifecycle,
    page: &metrics::Page,
) -> Result<Builder, ServeError> {
    let mut server = Server::builder()
        // gRPC-Web comes over HTTP/1.1, too.
        .accept_http1(true)
        .tcp_nodelay(true)
        .max_concurrent_streams(Some(config.calls_in_flight_max))
        .http2_keepalive_interval(Some(grpc::limits::KEEPALIVE_INTERVAL))
        .http2_keepalive_timeout(Some(grpc::limits::KEEPALIVE_TIMEOUT));
    if let Some(tls) = tls {
        server = server.tls_config(tls)?;
    }
    Ok(server
        .layer(grpc::cors(&config.web_origins))
        .layer(GrpcWebLayer::new())
        .layer(CallsLayer(page.calls()))
        .layer(DeadlineLayer { longest: config.deadline_max, lifecycle: lifecycle.clone() }))
}

fn reflected(config: &Config, address: SocketAddr) -> bool {
    match config.reflection {
        Reflection::On => true,
        Reflection::Off => false,
        Reflection::Auto => address.ip().is_loopback(),
    }
}

/// Waits until the other end says so or is gone.
async fn ended(receiver: oneshot::Receiver<()>) {
    let _gone = receiver.await.is_err();
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
