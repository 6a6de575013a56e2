//! What is said between a client and the server, and what goes wrong there? HTTP passes through, is written down, and
//! meets the faults of the case.
//!
//! Must not know what a client should have done.

pub mod fault;
pub mod frames;
mod pass;
pub mod record;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use hyper::header::{HeaderMap, USER_AGENT};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio_rustls::TlsAcceptor;

use self::fault::Fault;
use self::pass::Upstream;
use self::record::Records;

/// A proxy with its listeners. They close when it is dropped.
#[derive(Debug)]
pub struct Proxy {
    shared: Arc<Shared>,
    listeners: Mutex<Vec<AbortHandle>>,
}

/// Where calls go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To a server.
    Server(SocketAddr),
    /// Connections are closed at once, as where nobody listens.
    Nobody,
    /// Calls wait for the next server, as in front of one that is replaced.
    Next,
}

/// What all connections of a proxy share.
#[derive(Debug)]
pub(crate) struct Shared {
    records: Records,
    faults: Mutex<Vec<Fault>>,
    upstream: Upstream,
    server: watch::Sender<Aim>,
    connections: AtomicUsize,
    /// Connections of a generation break together.
    cut: watch::Sender<usize>,
    /// How long after it was taken a connection is served, in milliseconds.
    late_ms: AtomicU64,
    /// How the user agent of the case's client begins.
    agent: OnceLock<String>,
}

impl Shared {
    /// Whether a call is of another language's client, which still looks for the server of its own case at a port that
    /// is used again.
    pub(crate) fn is_astray(&self, headers: &HeaderMap) -> bool {
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        self.agent.get().is_some_and(|own| agent.starts_with("podnet-") && !agent.starts_with(own.as_str()))
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        for listener in self.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener.abort();
        }
        self.cut();
    }
}

impl Default for Proxy {
    fn default() -> Self {
        Self::new()
    }
}

impl Proxy {
    /// A proxy that listens nowhere yet.
    #[must_use]
    pub fn new() -> Self {
        let shared = Shared {
            records: Records::default(),
            faults: Mutex::default(),
            upstream: Upstream::default(),
            server: watch::channel(Aim::Nobody).0,
            connections: AtomicUsize::new(0),
            cut: watch::channel(0).0,
            late_ms: AtomicU64::new(0),
            agent: OnceLock::new(),
        };
        Self { shared: Arc::new(shared), listeners: Mutex::default() }
    }

    /// Serves the clients of one language from now on; those of others are told that nobody is here, and not recorded.
    #[must_use]
    pub fn only_for(self, language: &str) -> Self {
        let _known = self.shared.agent.set(format!("podnet-{language}/")).is_err();
        self
    }

    /// What it saw.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.shared.records
    }

    /// Where calls go from now on.
    pub fn aim(&self, aim: Aim) {
        self.shared.server.send_replace(aim);
    }

    /// Faults from now on, instead of those before; attempts are counted from now.
    pub fn plan(&self, faults: Vec<Fault>) {
        *self.shared.faults.lock().unwrap_or_else(PoisonError::into_inner) = faults;
    }

    /// Breaks every open connection.
    pub fn cut(&self) {
        self.shared.cut.send_modify(|generation| *generation += 1);
    }

    /// Serves each connection of a port so much after it was taken, from now on.
    pub fn delay_connections(&self, by: Duration) {
        let milliseconds = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.shared.late_ms.store(milliseconds, Ordering::Relaxed);
    }

    /// Listens on a free port of the loopback.
    ///
    /// # Errors
    /// There is none.
    pub async fn listen(&self, tls: Option<TlsAcceptor>) -> Result<SocketAddr, String> {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let shared = self.shared.clone();
        self.keep(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Without it small answers wait for the acknowledgement of others.
                let _delayed = stream.set_nodelay(true).is_err();
                let (shared, tls) = (shared.clone(), tls.clone());
                drop(tokio::spawn(async move {
                    late(&shared).await;
                    match tls {
                        None => connection(shared, stream).await,
                        // A client that is not let in learns it from the handshake.
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                connection(shared, stream).await;
                            }
                        }
                    }
                }));
            }
        }));
        Ok(address)
    }

    /// Listens on a Unix socket.
    ///
    /// # Errors
    /// The path cannot be had.
    pub fn listen_unix(&self, path: &Path) -> Result<(), String> {
        let listener = UnixListener::bind(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let shared = self.shared.clone();
        self.keep(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                drop(tokio::spawn(connection(shared.clone(), stream)));
            }
        }));
        Ok(())
    }

    fn keep(&self, task: tokio::task::JoinHandle<()>) {
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(task.abort_handle());
    }
}

#[expect(clippy::disallowed_methods, reason = "a connection that is long in the making takes real time")]
async fn late(shared: &Shared) {
    let milliseconds = shared.late_ms.load(Ordering::Relaxed);
    if milliseconds > 0 {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
}

/// Serves one connection until it ends or is cut.
async fn connection(shared: Arc<Shared>, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
    if *shared.server.borrow() == Aim::Nobody {
        return;
    }
    let number = shared.connections.fetch_add(1, Ordering::Relaxed) + 1;
    let mut all = shared.cut.subscribe();
    let (cutter, mut one) = watch::channel(false);
    let its = shared.clone();
    let service = service_fn(move |request| pass::pass(its.clone(), number, cutter.clone(), request));
    let builder = Builder::new(TokioExecutor::new());
    let serving = builder.serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // How a connection ends is the client's business.
        _ended = serving => {}
        _changed = all.changed() => {}
        _changed = one.changed() => {}
    }
}

/// The first planned fault that meets an attempt.
pub(crate) fn planned(shared: &Shared, method: &str, attempt: usize) -> Option<Fault> {
    let faults = shared.faults.lock().unwrap_or_else(PoisonError::into_inner);
    faults.iter().find(|fault| fault.meets(method, attempt)).cloned()
}
