//! How does a scenario get a server of its own?

use std::future::Future;
use std::time::Duration;

use podnet_core::time::Timestamp;
use podnet_server::clock::Clock;
use podnet_server::config;
use podnet_server::serve::{self, ServeError};
use podnet_server::shutdown::Stopper;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::transport::{Channel, Endpoint};

/// Longest wait for the server to come up; generous, since it only ends runs that hang.
const DEADLINE: Duration = Duration::from_secs(60);

/// A running server in this process, in the runtime that it brings along.
pub(super) struct Server {
    runtime: Runtime,
    channel: Channel,
    clock: Clock,
    stopper: Stopper,
    served: Option<JoinHandle<Result<(), ServeError>>>,
    _folder: TempDir,
}

impl Server {
    /// A server on an empty log, with a clock that stands at a time.
    pub(super) fn start(now: Timestamp) -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let data = folder.path().to_string_lossy().into_owned();
        let arguments = ["podnetd", "--listen", "127.0.0.1:0", "--data-dir", &data, "--drain-delay", "0s"];
        let matches = config::command().try_get_matches_from(arguments).map_err(|error| error.to_string())?;
        let nothing = |_: &str| Err(std::io::Error::from(std::io::ErrorKind::NotFound));
        let config = config::load(&matches, |_| None, nothing).map_err(|error| error.to_string())?.config;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let clock = Clock::manual(now);
        let (stopper, stop) = Stopper::new();
        let (ready, address) = oneshot::channel();
        let its_clock = clock.clone();
        let served = runtime.spawn(async move {
            let listener = serve::bind(&config).await?;
            let ready = |address| {
                // The receiver is gone only when nobody waits any more.
                let _gone = ready.send(address).is_err();
            };
            serve::serve(&config, listener, its_clock, stop, ready).await
        });
        let address = runtime.block_on(async { tokio::time::timeout(DEADLINE, address).await });
        let address = match address {
            Ok(Ok(address)) => address,
            Ok(Err(_)) => {
                let ended = runtime.block_on(served).map_err(|error| error.to_string())?;
                return Err(ended
                    .err()
                    .map_or_else(|| "the server ended".to_owned(), |error| error.to_string()));
            }
            Err(_) => return Err("the server did not come up".to_owned()),
        };
        let endpoint =
            Endpoint::from_shared(format!("http://{address}")).map_err(|error| error.to_string())?;
        let channel = runtime.block_on(endpoint.connect()).map_err(|error| error.to_string())?;
        Ok(Self { runtime, channel, clock, stopper, served: Some(served), _folder: folder })
    }

    pub(super) fn channel(&self) -> Channel {
        self.channel.clone()
    }

    /// Runs something to its end.
    pub(super) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    pub(super) fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Stops in order.
    pub(super) fn stop(&mut self) -> Result<(), String> {
        self.stopper.stop();
        let Some(served) = self.served.take() else { return Ok(()) };
        // Two stops: open connections of this client need not be waited for.
        self.stopper.stop();
        let ended = self.runtime.block_on(served).map_err(|error| error.to_string())?;
        ended.map_err(|error| error.to_string())
    }
}
