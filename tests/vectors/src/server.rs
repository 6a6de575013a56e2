//! How does a case get a server of its own? The real one, in this process, under a clock that the case moves.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use podnet_core::time::Timestamp;
use podnet_server::clock::Clock;
use podnet_server::config::{self, Config};
use podnet_server::serve::{self, ServeError};
use podnet_server::shutdown::Stopper;
use podnet_server::store::StoreError;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Longest wait for a server to come up or to end; generous, since it only ends runs that hang.
const PATIENCE: Duration = Duration::from_secs(60);
/// When every case begins: 2026-01-01 00:00 UTC.
const START: Timestamp = Timestamp(1_767_225_600_000_000_000);

/// A place for a server: its data, its clock and, while it runs, the server.
#[derive(Debug)]
pub struct Place {
    folder: TempDir,
    clock: Clock,
    arguments: Vec<String>,
    stores: usize,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    address: SocketAddr,
    stopper: Stopper,
    served: JoinHandle<Result<(), ServeError>>,
}

impl Place {
    /// An empty place.
    ///
    /// # Errors
    /// There is no room for temporary files.
    pub fn new(durable: bool, settings: &BTreeMap<String, String>) -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let store = if durable { "redb" } else { "memory" };
        let mut arguments: Vec<String> =
            ["podnetd", "--listen", "127.0.0.1:0", "--drain-delay", "0s", "--store", store]
                .map(str::to_owned)
                .to_vec();
        for (name, value) in settings {
            arguments.extend([format!("--{name}"), value.clone()]);
        }
        Ok(Self { folder, clock: Clock::manual(START), arguments, stores: 1, running: None })
    }

    /// Starts a server and says where it listens.
    ///
    /// # Errors
    /// It does not come up.
    #[expect(
        clippy::disallowed_methods,
        reason = "a log that is never given back ends the wait by real time"
    )]
    pub async fn start(&mut self) -> Result<SocketAddr, String> {
        let data = self.folder.path().join(format!("data-{}", self.stores));
        let data = ["--data-dir".to_owned(), data.to_string_lossy().into_owned()];
        let matches = config::command()
            .try_get_matches_from(self.arguments.iter().chain(&data))
            .map_err(|error| error.to_string())?;
        let nothing = |_: &str| Err(std::io::Error::from(std::io::ErrorKind::NotFound));
        let config = config::load(&matches, |_| None, nothing).map_err(|error| error.to_string())?.config;
        // A server that was asked to stop gives its log back when its last call has ended.
        let begin = tokio::time::Instant::now();
        loop {
            match self.try_start(&config).await? {
                Some(address) => return Ok(address),
                None if begin.elapsed() > PATIENCE => return Err("the log is not given back".to_owned()),
                None => tokio::task::yield_now().await,
            }
        }
    }

    /// Starts a server; `None` while the one before it still has the log.
    async fn try_start(&mut self, config: &Config) -> Result<Option<SocketAddr>, String> {
        let config = config.clone();
        let (stopper, stop) = Stopper::new();
        let (ready, address) = oneshot::channel();
        let clock = self.clock.clone();
        let served = tokio::spawn(async move {
            let listener = serve::bind(&config).await?;
            let ready = |address| {
                // The receiver is gone only when nobody waits any more.
                let _gone = ready.send(address).is_err();
            };
            serve::serve(&config, listener, clock, stop, ready).await
        });
        let address = match tokio::time::timeout(PATIENCE, address).await {
            Ok(Ok(address)) => address,
            Ok(Err(_)) => match served.await {
                Ok(Err(ServeError::Store(StoreError::Locked { .. }))) => return Ok(None),
                ended => return Err(format!("the server ended: {ended:?}")),
            },
            Err(_) => return Err("the server did not come up".to_owned()),
        };
        self.running = Some(Running { address, stopper, served });
        Ok(Some(address))
    }

    /// Where the server listens; `None` while none runs.
    #[must_use]
    pub fn address(&self) -> Option<SocketAddr> {
        self.running.as_ref().map(|running| running.address)
    }

    /// Asks the server to stop in order, as SIGTERM does, without waiting.
    pub fn drain(&self) {
        if let Some(running) = &self.running {
            running.stopper.stop();
        }
    }

    /// Stops the server at once and waits until it is gone.
    ///
    /// # Errors
    /// It does not end, or it ends badly.
    pub async fn stop(&mut self) -> Result<(), String> {
        let Some(running) = self.running.take() else { return Ok(()) };
        running.stopper.stop();
        running.stopper.stop();
        match tokio::time::timeout(PATIENCE, running.served).await {
            Ok(Ok(Ok(()))) => Ok(()),
            Ok(ended) => Err(format!("the server ended badly: {ended:?}")),
            Err(_) => Err("the server does not end".to_owned()),
        }
    }

    /// Gives the next server another store, an empty one.
    pub fn forget(&mut self) {
        self.stores += 1;
    }

    /// Moves the clock of the server.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }
}
