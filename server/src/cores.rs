//! On which threads are calls served, and how does a connection come to one of them?
//!
//! Each core has a thread with a runtime of its own, and each connection stays on one thread: a runtime of one thread
//! runs all calls that are ready and then writes their answers at once, where one of many threads writes each by itself.
//! One acceptor hands the connections out in turn, so that few connections are spread evenly; the system, which hashes
//! them, would often put two on one core. This module must not know what is served.
//!
//! What only computes or follows the log belongs on the runtime that starts the server, beside the cores.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio_stream::Stream;

use crate::engine::Desk;
use crate::limits::CONNECTIONS_WAITING_MAX;

/// How long the acceptor rests when the system gives no connection, as when no more files may be open.
const ACCEPT_REST: Duration = Duration::from_millis(50);

/// The threads that serve.
pub(crate) struct Cores {
    threads: Vec<Core>,
    acceptor: JoinHandle<()>,
    cut: watch::Sender<bool>,
}

struct Core {
    close: Option<oneshot::Sender<()>>,
    ended: oneshot::Receiver<Result<(), tonic::transport::Error>>,
}

/// What one core's server works with: its connections, and when to take no more.
pub(crate) struct Share {
    /// The connections of this core.
    pub(crate) connections: Connections,
    /// Comes when the server is to end its connections in order.
    pub(crate) closing: oneshot::Receiver<()>,
}

/// Connections that the acceptor gave to a core.
pub(crate) struct Connections(mpsc::Receiver<std::net::TcpStream>);

impl Stream for Connections {
    type Item = io::Result<TcpStream>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|given| given.map(TcpStream::from_std))
    }
}

impl Cores {
    /// Starts `count` threads, each with the server that `serve` makes for it, and the acceptor, on the present runtime.
    ///
    /// # Errors
    /// The system gives no thread.
    pub(crate) fn start<F>(
        listener: TcpListener,
        count: usize,
        mut serve: impl FnMut(Share) -> F,
    ) -> io::Result<Self>
    where
        F: Future<Output = Result<(), tonic::transport::Error>> + Send + 'static,
    {
        let (cut, _) = watch::channel(false);
        let (mut threads, mut senders) = (Vec::new(), Vec::new());
        for index in 0..count.max(1) {
            let (sender, connections) = mpsc::channel(CONNECTIONS_WAITING_MAX);
            let (close, closing) = oneshot::channel();
            let (done, ended) = oneshot::channel();
            let server = serve(Share { connections: Connections(connections), closing });
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let mut cut = cut.subscribe();
            let work = move || {
                let served = runtime.block_on(async move {
                    // Not joined: it ends with the runtime.
                    drop(tokio::spawn(Desk::open()));
                    tokio::select! {
                        served = server => Some(served),
                        // An error says that nobody holds the server any more.
                        _cut = cut.wait_for(|cut| *cut) => None,
                    }
                });
                // Calls that were cut off end here; reads of the log that they began end by themselves.
                runtime.shutdown_background();
                // Nobody waits for a server that was cut off.
                let _gone = served.is_some_and(|served| done.send(served).is_err());
            };
            // Not joined: its end is told by `ended`, or nobody waits for it.
            drop(thread::Builder::new().name(format!("podnet-core-{index}")).spawn(work)?);
            threads.push(Core { close: Some(close), ended });
            senders.push(sender);
        }
        Ok(Self { threads, acceptor: tokio::spawn(accept(listener, senders)), cut })
    }

    /// Takes no more connections, and lets those that are open end in order.
    pub(crate) fn close(&mut self) {
        self.acceptor.abort();
        for close in self.threads.iter_mut().filter_map(|core| core.close.take()) {
            // An error says that it ended already.
            let _ended = close.send(()).is_err();
        }
    }

    /// Waits until a server ended that was not to.
    ///
    /// # Errors
    /// What it ended with.
    pub(crate) async fn broken(&mut self) -> Result<(), tonic::transport::Error> {
        std::future::poll_fn(|context| {
            for core in &mut self.threads {
                if let Poll::Ready(ended) = Pin::new(&mut core.ended).poll(context) {
                    return Poll::Ready(ended.unwrap_or(Ok(())));
                }
            }
            Poll::Pending
        })
        .await
    }

    /// Waits until every server ended.
    pub(crate) async fn ended(&mut self) {
        for core in &mut self.threads {
            // How it ended does not matter any more.
            let _ended = (&mut core.ended).await.is_ok();
        }
    }
}

impl Drop for Cores {
    /// Cuts off what is still open.
    fn drop(&mut self) {
        self.acceptor.abort();
        self.cut.send_replace(true);
    }
}

/// Gives connections to the cores in turn. While the next core has taken none of those that wait for it, the system
/// holds the others.
#[expect(clippy::disallowed_methods, reason = "a back-off: nobody tells when files may be opened again")]
async fn accept(listener: TcpListener, cores: Vec<mpsc::Sender<std::net::TcpStream>>) {
    for core in cores.iter().cycle() {
        let Ok(place) = core.reserve().await else { return };
        let stream = loop {
            match listener.accept().await.and_then(|(stream, _peer)| prepare(stream)) {
                Ok(stream) => break stream,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(ACCEPT_REST).await;
                }
            }
        };
        place.send(stream);
    }
}

/// Small answers are sent at once. Leaves the present runtime.
fn prepare(stream: TcpStream) -> io::Result<std::net::TcpStream> {
    stream.set_nodelay(true)?;
    stream.into_std()
}
