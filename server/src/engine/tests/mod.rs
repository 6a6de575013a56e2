//! Does the engine keep its promises: durable before answered, same after a restart, nothing lost to watchers, nothing
//! without a bound?

mod cluster;
mod durability;
mod faults;
mod filters;
mod histories;
mod moving;
mod watching;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use podnet_core::time::Timestamp;
use tempfile::TempDir;

use super::{Engine, EngineHandle, EngineOptions};
use crate::clock::Clock;
use crate::store::{self, Log, StoreKind};

/// Where the tests' time begins.
const START: Timestamp = Timestamp(1_790_000_000_000_000_000);

/// A folder with a log, and a clock that stands until it is moved.
struct Place {
    folder: TempDir,
    kind: StoreKind,
    clock: Clock,
}

impl Place {
    fn new(kind: StoreKind) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), kind, clock: Clock::manual(START) }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn log(&self) -> Box<dyn Log> {
        store::open(self.kind, self.path()).unwrap()
    }

    fn start(&self) -> EngineHandle {
        self.start_with(EngineOptions::default())
    }

    fn start_with(&self, options: EngineOptions) -> EngineHandle {
        Engine::start(options, self.log(), self.clock.clone()).unwrap()
    }

    fn advance(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }
}

/// A runtime like the server's: one thread.
fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

/// What two states must share: themselves, and their digest.
fn assert_same(left: &Arc<super::Snapshot>, right: &Arc<super::Snapshot>) {
    assert_eq!(left.state.revision, right.state.revision);
    assert!(left.state == right.state, "states of revision {} differ", left.state.revision);
    assert_eq!(left.digest(), right.digest());
}
