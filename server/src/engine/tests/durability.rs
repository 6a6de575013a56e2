//! Is what was answered still there, and is it answered once?

use std::collections::BTreeSet;

use podnet_core::event::Event;
use podnet_core::meta::Revision;
use podnet_core::rejection::Reason;
use podnet_core::{Command, Request};

use super::super::{AnswerKind, SubmitError};
use super::cluster::{COOLDOWN_SECONDS, allocate, nodes, release, set_up, submit, submit_as};
use super::{Place, assert_same, run};
use crate::store::StoreKind;

#[test]
fn many_callers_get_an_address_each() {
    for kind in [StoreKind::Memory, StoreKind::Fjall] {
        run(async {
            let place = Place::new(kind);
            let engine = place.start();
            set_up(&engine, 4).await;
            let nodes = nodes(&engine, "blue");
            let local = tokio::task::LocalSet::new();
            let answers = local.run_until(async {
                let ask = |index: usize| {
                    let (engine, node) = (engine.clone(), nodes[index % nodes.len()].clone());
                    tokio::task::spawn_local(async move {
                        submit(&engine, allocate(&node, &format!("p{index}"))).await
                    })
                };
                let tasks: Vec<_> = (0..256).map(ask).collect();
                let mut answers = Vec::new();
                for task in tasks {
                    answers.push(task.await.unwrap().unwrap());
                }
                answers
            });
            let answers = answers.await;
            let mut addresses = BTreeSet::new();
            let mut revisions = BTreeSet::new();
            for answer in &answers {
                revisions.insert(answer.revision());
                let [Event::AllocationCreated(allocation)] = answer.events() else { panic!("{answer:?}") };
                addresses.extend(allocation.addresses.iter().map(|held| held.address));
            }
            assert_eq!((addresses.len(), revisions.len()), (256, 256));
            assert_eq!(engine.snapshot().state.allocations.len(), 256);
            assert!(podnet_core::invariants::check(&engine.snapshot().state).is_empty());
            engine.shutdown().await;
        });
    }
}

#[test]
fn a_restart_gives_the_same_state_and_the_same_answers() {
    for kind in [StoreKind::Redb, StoreKind::Fjall] {
        run(async {
            let place = Place::new(kind);
            let engine = place.start();
            set_up(&engine, 2).await;
            let node = nodes(&engine, "green")[0].clone();
            let first = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
            assert_eq!(first.kind, AnswerKind::Committed);
            submit(&engine, release("green", "a")).await.unwrap();
            let before = engine.snapshot();
            engine.shutdown().await;
            assert!(matches!(submit(&engine, release("green", "a")).await, Err(SubmitError::Stopping)));
            drop(engine);

            let engine = place.start();
            assert_same(&before, &engine.snapshot());
            assert_eq!(engine.recovered().records, before.state.revision.0);
            let again = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
            assert_eq!(again.kind, AnswerKind::Replayed);
            assert_eq!(again.record, first.record);
            assert_eq!(engine.snapshot().state.revision, before.state.revision);

            let reused = submit_as(&engine, "call-1", allocate(&node, "b")).await;
            let Err(SubmitError::Rejected(rejection)) = reused else { panic!("{reused:?}") };
            assert_eq!(rejection.reason, Reason::RequestIdReused);
            engine.shutdown().await;
        });
    }
}

#[test]
fn a_repeated_call_is_answered_from_the_log_when_memory_has_forgotten_it() {
    run(async {
        let place = Place::new(StoreKind::Fjall);
        let options = super::EngineOptions { feed_records_max: 1, ..super::EngineOptions::default() };
        let engine = place.start_with(options);
        set_up(&engine, 1).await;
        let node = nodes(&engine, "blue")[0].clone();
        let first = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
        submit(&engine, allocate(&node, "b")).await.unwrap();
        let again = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
        assert_eq!((again.kind, &again.record), (AnswerKind::Replayed, &first.record));
        engine.shutdown().await;
    });
}

#[test]
fn compaction_keeps_what_a_repeated_call_needs() {
    run(async {
        let place = Place::new(StoreKind::Fjall);
        let options = || super::EngineOptions { feed_records_max: 1, ..super::EngineOptions::default() };
        let engine = place.start_with(options());
        set_up(&engine, 1).await;
        let node = nodes(&engine, "blue")[0].clone();
        let first = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
        for index in 0..10 {
            submit(&engine, allocate(&node, &format!("b{index}"))).await.unwrap();
        }
        let last = engine.snapshot().state.revision;
        let kept = engine.compact(last).await.unwrap();
        assert!(kept.0 > 1 && kept <= first.revision(), "{kept}");
        let again = submit_as(&engine, "call-1", allocate(&node, "a")).await.unwrap();
        assert_eq!((again.kind, &again.record), (AnswerKind::Replayed, &first.record));

        // After the hour the request is forgotten, and its record may go.
        place.advance(3601);
        let tick = submit(&engine, Command::Tick).await;
        assert!(engine.snapshot().state.requests.iter().next().is_none(), "{tick:?}");
        let last = engine.snapshot().state.revision;
        assert_eq!(engine.compact(last).await.unwrap(), last);
        engine.shutdown().await;
    });
}

#[test]
fn a_dry_run_answers_and_changes_nothing() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let node = nodes(&engine, "blue")[0].clone();
        let before = engine.snapshot();
        let request = Request::plain(allocate(&node, "a"));
        let dry = engine.submit(request.clone(), "tester", true).await.unwrap();
        assert_eq!(dry.kind, AnswerKind::Validated);
        assert_eq!(dry.revision(), before.state.revision);
        assert_same(&before, &engine.snapshot());
        let real = engine.submit(request, "tester", false).await.unwrap();
        let address = |answer: &super::super::Answer| match answer.events() {
            [Event::AllocationCreated(allocation)] => allocation.addresses.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(address(&dry), address(&real));
        let unchanged = submit(&engine, allocate(&node, "a")).await.unwrap();
        assert_eq!(unchanged.kind, AnswerKind::Unchanged);
        assert_eq!(unchanged.revision(), engine.snapshot().state.revision);
        engine.shutdown().await;
    });
}

#[test]
fn time_goes_on_before_a_request_is_decided() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let node = nodes(&engine, "blue")[0].clone();
        submit(&engine, allocate(&node, "a")).await.unwrap();
        submit(&engine, release("blue", "a")).await.unwrap();
        assert!(!engine.snapshot().state.cooling.is_empty());
        place.advance(COOLDOWN_SECONDS);
        submit(&engine, allocate(&node, "b")).await.unwrap();
        assert!(engine.snapshot().state.cooling.is_empty());
        let tick = submit(&engine, Command::Tick).await.unwrap();
        assert_eq!(tick.kind, AnswerKind::Unchanged);
        engine.shutdown().await;
    });
}

#[test]
fn an_idle_engine_lets_time_go_on() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = place.start();
        set_up(&engine, 1).await;
        let node = nodes(&engine, "blue")[0].clone();
        submit(&engine, allocate(&node, "a")).await.unwrap();
        submit(&engine, release("blue", "a")).await.unwrap();
        let mut watch = engine.subscribe(&super::super::Start::Now).unwrap();
        place.advance(COOLDOWN_SECONDS);
        let records = watch.next(|_| true).await.unwrap();
        assert!(matches!(records[0].events[..], [Event::TimeAdvanced { .. }]), "{records:?}");
        engine.shutdown().await;
    });
}

#[test]
fn nobody_who_asks_for_the_oldest_state_is_turned_away() {
    let place = Place::new(StoreKind::Fjall);
    let engine = place.start();
    run(async {
        // As many at once as a server's clients ask what server it is.
        let asking: Vec<_> = (0..500)
            .map(|_| {
                tokio::spawn({
                    let engine = engine.clone();
                    async move { engine.oldest_state().await }
                })
            })
            .collect();
        for asked in asking {
            assert_eq!(asked.await.unwrap().unwrap(), Revision(0));
        }
    });
}
