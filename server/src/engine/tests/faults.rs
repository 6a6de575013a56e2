//! What happens when the log fails or is slow, or callers are too many?

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use podnet_core::Request;
use podnet_core::meta::Revision;
use podnet_core::rejection::Reason;

use super::super::{Engine, EngineOptions, Fatal, SubmitError};
use super::cluster::{scale, set_up, setup, submit};
use super::{Place, START, run};
use crate::clock::Clock;
use crate::store::{Checkpointer, Log, LogReader, MemoryLog, StoreError, StoreId, StoreKind};

/// A log whose appends can be made to fail or to wait.
struct FaultyLog {
    inner: MemoryLog,
    appends: u32,
    /// The append that fails, counted from 1; 0 for none.
    failing: u32,
    /// Says that an append began, and waits for leave to go on.
    gate: Option<(Sender<()>, Receiver<()>)>,
}

impl FaultyLog {
    fn new(failing: u32) -> Self {
        Self { inner: MemoryLog::new(StoreId::from_u128(1)), appends: 0, failing, gate: None }
    }
}

impl Log for FaultyLog {
    fn store_id(&self) -> StoreId {
        self.inner.store_id()
    }

    fn last_revision(&self) -> u64 {
        self.inner.last_revision()
    }

    fn first_revision(&self) -> u64 {
        self.inner.first_revision()
    }

    fn append(&mut self, first_revision: u64, records: &[Bytes]) -> Result<(), StoreError> {
        self.appends += 1;
        if let Some((entered, leave)) = &self.gate {
            entered.send(()).unwrap();
            leave.recv().unwrap();
        }
        if self.appends == self.failing {
            let source = std::io::Error::other("the disk is gone");
            return Err(StoreError::Io { action: "sync", path: "journal".into(), source });
        }
        self.inner.append(first_revision, records)
    }

    fn reader(&self) -> Box<dyn LogReader> {
        self.inner.reader()
    }

    fn checkpointer(&self) -> Box<dyn Checkpointer> {
        self.inner.checkpointer()
    }

    fn install(
        &mut self,
        store_id: StoreId,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError> {
        self.inner.install(store_id, revision, chunks)
    }
}

#[test]
fn a_failed_sync_ends_the_engine_and_shows_nothing() {
    run(async {
        let seen: Arc<Mutex<Option<Fatal>>> = Arc::default();
        let sink = Arc::clone(&seen);
        let fatal = Box::new(move |fatal| *sink.lock().unwrap() = Some(fatal));
        let log = Box::new(FaultyLog::new(3));
        let options = EngineOptions { fatal, ..EngineOptions::default() };
        let engine = Engine::start(options, log, Clock::manual(START)).unwrap();
        let mut commands = setup(1).into_iter();
        for _ in 0..2 {
            submit(&engine, commands.next().unwrap()).await.unwrap();
        }
        let failed = submit(&engine, commands.next().unwrap()).await;
        assert!(matches!(failed, Err(SubmitError::Stopping)), "{failed:?}");
        assert_eq!(engine.snapshot().state.revision, Revision(2), "memory is not ahead of the disk");
        let after = submit(&engine, commands.next().unwrap()).await;
        assert!(matches!(after, Err(SubmitError::Stopping)));
        engine.shutdown().await;
        assert!(engine.is_stopping());
        let fatal = seen.lock().unwrap().take().unwrap();
        assert_eq!(fatal.revision, Revision(3));
        assert!(matches!(fatal.source, StoreError::Io { .. }));
    });
}

#[test]
fn a_full_queue_sheds_and_loses_nothing_that_it_took() {
    run(async {
        let (entered, began) = channel();
        let (go, leave) = channel();
        let log = FaultyLog { gate: Some((entered, leave)), ..FaultyLog::new(0) };
        let options = EngineOptions { queue_jobs_max: 4, ..EngineOptions::default() };
        let engine = Engine::start(options, Box::new(log), Clock::manual(START)).unwrap();
        let local = tokio::task::LocalSet::new();
        local
            .run_until(async {
                let ask = |command| {
                    let engine = engine.clone();
                    tokio::task::spawn_local(async move { submit(&engine, command).await })
                };
                let mut commands = setup(1).into_iter();
                let first = ask(commands.next().unwrap());
                tokio::task::yield_now().await;
                // The writer is inside its first append and takes nothing more.
                began.recv().unwrap();
                let waiting: Vec<_> = commands.by_ref().take(4).map(ask).collect();
                tokio::task::yield_now().await;
                let shed = submit(&engine, commands.next().unwrap()).await;
                assert_eq!(shed.unwrap_err(), SubmitError::Overloaded { queue_jobs_max: 4 });
                go.send(()).unwrap();
                go.send(()).unwrap();
                let first = first.await.unwrap().unwrap();
                let mut revisions = vec![first.revision()];
                for task in waiting {
                    revisions.push(task.await.unwrap().unwrap().revision());
                }
                assert_eq!(revisions, (1..=5).map(Revision).collect::<Vec<_>>());
                began.recv().unwrap();
                assert!(began.try_recv().is_err(), "what waited became one sync");
            })
            .await;
        engine.shutdown().await;
    });
}

#[test]
fn what_waits_at_a_shutdown_is_answered() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        let local = tokio::task::LocalSet::new();
        local
            .run_until(async {
                let ask = |command| {
                    let engine = engine.clone();
                    tokio::task::spawn_local(async move { submit(&engine, command).await })
                };
                let tasks: Vec<_> = setup(1).into_iter().map(ask).collect();
                tokio::task::yield_now().await;
                tokio::join!(engine.shutdown(), engine.shutdown());
                for task in tasks {
                    task.await.unwrap().unwrap();
                }
            })
            .await;
        assert_eq!(engine.snapshot().state.revision, Revision(9));
    });
}

#[test]
fn a_refusal_carries_its_reason_and_changes_nothing() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let before = engine.snapshot();
        let refused = engine.submit(Request::plain(scale("absent", 3)), "tester", false).await;
        let Err(SubmitError::Rejected(rejection)) = refused else { panic!("{refused:?}") };
        assert_eq!(rejection.reason, Reason::ResourceNotFound);
        super::assert_same(&before, &engine.snapshot());
        engine.shutdown().await;
    });
}
