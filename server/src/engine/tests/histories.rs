//! Is the state the same, whichever way it comes: live, replayed, from a checkpoint, from an export (law L4)?

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{Delete, Place as Spot, ReservationSpec, SweepSpec};
use podnet_core::model::{Machine, Purpose};
use podnet_core::name::{NetworkPolicyName, ReservationName, SubnetName};
use podnet_core::state::Rebuild;
use podnet_core::time::Timestamp;
use podnet_core::{Command, Context, Outcome, Record, Request, State, decide};
use proptest::prelude::*;

use super::super::codec::examples::Dice;
use super::super::codec::{Chunks, PieceDecoder, PieceReader, state_digest};
use super::super::past::PastError;
use super::super::{EngineOptions, Snapshot};
use super::cluster::{allocate, release, scale, segment, service, setup};
use super::filters::{namespace, network_policy, pod_traits, security_group};
use super::{Place, START, assert_same, run};
use crate::store::StoreKind;

/// A legal or illegal next command, from the state and some choices.
fn next_command(state: &State, dice: &mut Dice<'_>) -> Command {
    let cluster = dice.pick(&["blue", "green"]);
    let id = format!("p{}", dice.byte() % 24);
    let nodes: Vec<_> = state.nodes.keys().cloned().collect();
    let subnet = SubnetName { network: segment("hub"), subnet: segment(dice.pick(&["kube", "cni"])) };
    let reservation = ReservationName {
        network: subnet.network.clone(),
        subnet: subnet.subnet,
        reservation: segment(dice.pick(&["vm", "lb"])),
    };
    match dice.byte() % 18 {
        0..=4 if !nodes.is_empty() => allocate(&dice.pick(&nodes), &id),
        5 | 6 => release(cluster, &id),
        7 => scale(cluster, u32::from(dice.byte() % 5)),
        8 => Command::CreateReservation(ReservationSpec {
            network_security_group: None,
            name: reservation,
            labels: [("kind".to_owned(), id)].into(),
            purpose: Purpose::VirtualMachine,
            place: Spot::NextFree(Family::V4, dice.pick(&[32, 30, 28])),
            display_name: "a machine".to_owned(),
            ip_forwarding: dice.bool(),
            machine: Machine::default(),
        }),
        9 => Command::DeleteReservation(Delete::new(reservation)),
        10 if !nodes.is_empty() => Command::Sweep(SweepSpec {
            node: dice.pick(&nodes),
            valid: BTreeSet::from([segment(&id)]),
            observed: state.time,
            allow_empty: false,
        }),
        11 if !nodes.is_empty() => Command::DeleteNodes(vec![Delete::forced(dice.pick(&nodes))]),
        12 => service(cluster, dice.pick(&["web", "api"])),
        13 => security_group(dice.pick(&["nodes", "machines"]), dice.byte()),
        14 => namespace(cluster, dice.pick(&["shop", "web"]), &id),
        15 => network_policy(cluster, dice.pick(&["shop", "web"]), dice.pick(&["deny", "allow"]), &id),
        16 => pod_traits(cluster, &id, dice.byte()),
        17 => Command::DeleteNetworkPolicy(Delete::new(NetworkPolicyName {
            cluster: segment(cluster),
            namespace: segment(dice.pick(&["shop", "web"])),
            policy: segment("deny"),
        })),
        _ => Command::Tick,
    }
}

/// Bytes without a pattern, the same in every run.
fn noise(seed: u32, length: u32) -> Vec<u8> {
    (0..length)
        .map(|index| (index.wrapping_mul(2_654_435_761).wrapping_mul(2 * seed + 1) >> 24) as u8)
        .collect()
}

/// A state with a history of many kinds of commands, and its records.
fn history(choices: &[u8]) -> (State, Vec<Record>) {
    let mut dice = Dice::new(choices);
    let (mut state, mut records, mut now) = (State::default(), Vec::new(), START);
    let mut step = |state: &mut State, command: Command, request_id: Option<String>, now: Timestamp| {
        let request = Request { command, request_id, sent: None };
        let context = Context { now, actor: "tester".to_owned() };
        if let Ok(Outcome::Committed(events)) = decide(state, &request, &context) {
            let fingerprint = request.fingerprint();
            let record = Record {
                revision: state.revision.next(),
                time: now,
                actor: context.actor,
                request: request.request_id.map(|id| podnet_core::event::RequestMark {
                    id,
                    fingerprint,
                    answer: Vec::new(),
                }),
                events,
            };
            state.apply(&record);
            records.push(record);
        }
    };
    for command in setup(2) {
        step(&mut state, command, None, now);
    }
    for index in 0..choices.len() / 6 {
        now = now.plus(Duration::from_secs(dice.pick(&[0, 1, 10, 40, 4000, 90_000])));
        let command = next_command(&state, &mut dice);
        let request_id = dice.bool().then(|| format!("call-{index}"));
        step(&mut state, command, request_id, now);
    }
    (state, records)
}

fn through_chunks(state: &State) -> State {
    let (mut decoder, mut pieces) = (PieceDecoder::default(), PieceReader::default());
    for chunk in Chunks::of(state) {
        pieces.add(decoder.decode(&chunk).unwrap());
    }
    pieces.finish().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_state_comes_back_from_its_parts_and_its_chunks(
        choices in prop::collection::vec(any::<u8>(), 100..1200),
        cut in any::<prop::sample::Index>(),
    ) {
        let (state, records) = history(&choices);
        let mut rebuild = Rebuild::new(state.head());
        for part in state.parts() {
            rebuild.add(part);
        }
        prop_assert!(rebuild.finish() == state, "from parts");
        let copy = through_chunks(&state);
        prop_assert!(copy == state, "from chunks");
        prop_assert_eq!(state_digest(&copy), state_digest(&state));

        // A checkpoint somewhere and the records behind it are the live state.
        let mut early = State::default();
        let cut = cut.index(records.len() + 1);
        for record in &records[..cut] {
            early.apply(record);
        }
        let mut late = through_chunks(&early);
        for record in &records[cut..] {
            late.apply(record);
        }
        prop_assert!(late == state, "from a checkpoint at {} of {}", cut, records.len());
    }
}

#[test]
fn histories_hold_every_kind_of_part() {
    let mut kinds = BTreeSet::new();
    for seed in 1..40u32 {
        let choices = noise(seed, 1200);
        let (state, _) = history(&choices);
        let word = |part| format!("{part:?}").split(['(', ' ']).next().unwrap().to_owned();
        kinds.extend(state.parts().map(word));
    }
    let wanted = [
        "Allocation",
        "Cluster",
        "Cooling",
        "Cursor",
        "Namespace",
        "Network",
        "NetworkPolicy",
        "NetworkSecurityGroup",
        "Node",
        "NodePool",
        "Observation",
        "Past",
        "Request",
        "Reservation",
        "Route",
        "RouteTable",
        "Service",
        "Subnet",
        "Suspect",
        "Tombstone",
    ];
    let missing: Vec<_> = wanted.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "no history has {missing:?}, only {kinds:?}");
}

#[test]
fn states_that_differ_have_other_digests() {
    let (state, _) = history(&[7; 60]);
    let mut other = state.clone();
    other.time = Timestamp(other.time.0 + 1);
    assert_ne!(state_digest(&state), state_digest(&other));
}

/// A long history through the engine: checkpoints and compaction on the way, restarts in between.
#[test]
fn every_kept_revision_is_rebuilt_as_it_was() {
    let choices = noise(1, 6000);
    for kind in [StoreKind::Redb, StoreKind::Fjall] {
        run(async {
            let place = Place::new(kind);
            let options = || EngineOptions {
                checkpoint_records: 40,
                history_records_max: 60,
                ..EngineOptions::default()
            };
            let mut dice = Dice::new(&choices);
            let mut seen: Vec<Arc<Snapshot>> = Vec::new();
            for run in 0..3 {
                let engine = place.start_with(options());
                if let Some(last) = seen.last() {
                    assert_same(last, &engine.snapshot());
                }
                if engine.snapshot().state.revision.0 == 0 {
                    super::cluster::set_up(&engine, 2).await;
                }
                for index in 0..120 {
                    place.advance(dice.pick(&[0, 1, 10, 40]));
                    let command = next_command(&engine.snapshot().state, &mut dice);
                    let request_id = (run == 2 && index % 50 == 0).then(|| format!("call-{index}"));
                    let request = Request { command, request_id, sent: None };
                    // Refusals are part of a history.
                    let _refused = engine.submit(request, "tester", false).await.is_err();
                    seen.push(engine.snapshot());
                }
                let last = engine.snapshot();
                assert_eq!(engine.replayed_digest(last.state.revision).await.unwrap(), last.digest());
                // Old records are dropped in the background: a state may go while the newer ones are compared.
                let mut compared = 0;
                for old in seen.iter().rev().step_by(7) {
                    match engine.snapshot_at(old.state.revision).await {
                        Ok(rebuilt) => assert_same(old, &rebuilt),
                        Err(PastError::Compacted { oldest, .. }) => {
                            assert!(oldest > old.state.revision, "{oldest} is kept, so is every later state");
                            break;
                        }
                        Err(other) => panic!("{other:?}"),
                    }
                    compared += 1;
                }
                assert!(compared >= 3, "{compared} states");
                engine.shutdown().await;
            }
            let engine = place.start_with(options());
            let recovered = engine.recovered();
            assert!(recovered.checkpoint_revision > 0, "{recovered:?}");
            assert!(engine.oldest_record().0 > 1, "old records were dropped on the way");
            assert_same(seen.last().unwrap(), &engine.snapshot());
            engine.shutdown().await;
        });
    }
}
