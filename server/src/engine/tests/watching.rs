//! Does a watcher get every revision once, or a clear word why not?

use podnet_core::Command;
use podnet_core::meta::Revision;

use super::super::{
    Cursor, EngineHandle, EngineOptions, PastError, Start, Subscription, TokenError, WatchError,
};
use super::cluster::{allocate, nodes, release, set_up, submit};
use super::{Place, run};
use crate::store::{StoreId, StoreKind};

/// Reads up to a revision, and checks that none is missing or doubled.
async fn read_up_to(watch: &mut Subscription, last: Revision) {
    while watch.cursor().revision < last {
        let expected = watch.cursor().revision.next();
        let records = watch.next(|_| true).await.unwrap();
        for (index, record) in records.iter().enumerate() {
            assert_eq!(record.revision.0, expected.0 + index as u64);
        }
    }
    assert_eq!(watch.cursor().revision, last);
}

async fn churn(engine: &EngineHandle, rounds: usize) -> Revision {
    let node = nodes(engine, "blue")[0].clone();
    for round in 0..rounds {
        submit(engine, allocate(&node, &format!("x{round}"))).await.unwrap();
        submit(engine, release("blue", &format!("x{round}"))).await.unwrap();
    }
    engine.snapshot().state.revision
}

#[test]
fn a_watcher_resumes_without_a_gap_over_restarts() {
    run(async {
        let place = Place::new(StoreKind::Fjall);
        let small = || EngineOptions { feed_records_max: 3, ..EngineOptions::default() };
        let engine = place.start_with(small());
        let mut watch = engine.subscribe(&Start::Now).unwrap();
        set_up(&engine, 1).await;
        let last = churn(&engine, 5).await;
        read_up_to(&mut watch, last).await;
        let token = watch.cursor().token();
        churn(&engine, 3).await;
        engine.shutdown().await;
        // What is durable is given even after the end, then the end is said.
        read_up_to(&mut watch, engine.snapshot().state.revision).await;
        assert!(matches!(watch.next(|_| true).await, Err(WatchError::Stopping)));
        drop((engine, watch));

        let engine = place.start_with(small());
        let mut watch = engine.subscribe(&Start::Token(token)).unwrap();
        let last = churn_more(&engine).await;
        read_up_to(&mut watch, last).await;
        engine.shutdown().await;
    });
}

#[test]
fn what_is_not_wanted_is_passed_over_up_to_a_state_that_readers_have() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let mut watch = engine.subscribe(&Start::Now).unwrap();
        let last = churn(&engine, 5).await;
        assert!(watch.next(|_| false).await.unwrap().is_empty());
        assert_eq!(watch.cursor().revision, last);
        assert!(watch.take_reached().unwrap() == engine.snapshot().state);

        // One that is wanted brings all since then, the others too: what is shown of it may need them.
        let last = churn(&engine, 2).await;
        let records = watch.next(|record| record.revision == last).await.unwrap();
        let revisions: Vec<_> = records.iter().map(|record| record.revision.0).collect();
        assert_eq!(revisions, (last.0 - 3..=last.0).collect::<Vec<_>>());
        engine.shutdown().await;
        assert!(matches!(watch.next(|_| false).await, Err(WatchError::Stopping)));
    });
}

async fn churn_more(engine: &EngineHandle) -> Revision {
    let node = nodes(engine, "green")[0].clone();
    for round in 0..4 {
        submit(engine, allocate(&node, &format!("y{round}"))).await.unwrap();
    }
    engine.snapshot().state.revision
}

#[test]
fn a_waiting_watcher_is_woken() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        let mut watch = engine.subscribe(&Start::Now).unwrap();
        let setup = set_up(&engine, 1);
        let watching = async {
            let mut seen = 0;
            while seen < 9 {
                seen += watch.next(|_| true).await.unwrap().len();
            }
            seen
        };
        let ((), seen) = tokio::join!(setup, watching);
        assert_eq!(seen, 9);
        engine.shutdown().await;
    });
}

#[test]
fn wrong_positions_are_refused_with_what_to_do() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let cursor = engine.snapshot().cursor();
        let refused = |start| engine.subscribe(&start).err().unwrap();
        assert!(matches!(
            refused(Start::Token("nonsense".to_owned())),
            WatchError::Token(TokenError::Malformed)
        ));
        let foreign = Cursor { store_id: StoreId::from_u128(1), ..cursor };
        assert!(matches!(refused(Start::After(foreign)), WatchError::StoreChanged { .. }));
        let future = Cursor { revision: cursor.revision.next(), ..cursor };
        assert!(matches!(refused(Start::After(future)), WatchError::StoreChanged { .. }));
        engine.shutdown().await;
    });
}

#[test]
fn compaction_ends_a_watcher_that_is_too_far_behind() {
    run(async {
        let place = Place::new(StoreKind::Fjall);
        let engine = place.start_with(EngineOptions { feed_records_max: 2, ..EngineOptions::default() });
        let start = engine.snapshot().cursor();
        let mut slow = engine.subscribe(&Start::Now).unwrap();
        set_up(&engine, 1).await;
        let last = churn(&engine, 20).await;
        let kept = engine.compact(last).await.unwrap();
        assert!(kept > Revision(1) && kept <= last, "{kept}");
        assert_eq!(engine.oldest_record(), kept);
        let behind = slow.next(|_| true).await;
        assert!(
            matches!(behind, Err(WatchError::Compacted { requested: Revision(1), oldest }) if oldest == kept)
        );
        let again = engine.subscribe(&Start::After(start)).err().unwrap();
        assert!(matches!(again, WatchError::Compacted { oldest, .. } if oldest == kept));

        let past = engine.snapshot_at(Revision(3)).await;
        assert!(matches!(past, Err(PastError::Compacted { oldest, .. }) if oldest == last), "{past:?}");
        let future = engine.snapshot_at(last.next()).await;
        assert!(matches!(future, Err(PastError::Future { latest, .. }) if latest == last));
        assert!(matches!(engine.compact(Revision(last.0 + 2)).await, Err(PastError::Future { .. })));
        submit(&engine, Command::Tick).await.unwrap();
        engine.shutdown().await;
    });
}
