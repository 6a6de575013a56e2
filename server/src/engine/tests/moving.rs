//! Does a state move whole from one store to another, or not at all?

use podnet_core::event::{Change, Event};
use podnet_core::meta::Revision;

use super::super::Snapshot;
use super::super::export::export as export_snapshot;
use super::super::snapshot::Recent;
use super::super::{
    EngineHandle, ExportPart, ExportTrailer, Import, ImportError, ImportReader, InstallError, Start,
    WatchError,
};
use super::cluster::{allocate, nodes, release, set_up, setup, submit};
use super::{Place, assert_same, run};
use crate::store::StoreKind;

async fn export(engine: &EngineHandle, at: Option<Revision>) -> Vec<ExportPart> {
    let mut stream = engine.export(at).await.unwrap();
    let mut parts = Vec::new();
    while let Some(part) = stream.recv().await {
        parts.push(part);
    }
    parts
}

/// Reads an export, its data cut into pieces of a length.
fn import(parts: &[ExportPart], length: usize) -> Result<Import, ImportError> {
    let [ExportPart::Header(header), data @ .., ExportPart::Trailer(trailer)] = parts else {
        panic!("{parts:?}")
    };
    let mut reader = ImportReader::new(*header)?;
    for part in data {
        let ExportPart::Data(bytes) = part else { panic!("{part:?}") };
        for piece in bytes.chunks(length) {
            reader.data(piece)?;
        }
    }
    reader.finish(*trailer)
}

async fn filled(place: &Place) -> EngineHandle {
    let engine = place.start();
    set_up(&engine, 2).await;
    let node = nodes(&engine, "blue")[0].clone();
    for index in 0..20 {
        submit(&engine, allocate(&node, &format!("p{index}"))).await.unwrap();
    }
    submit(&engine, release("blue", "p3")).await.unwrap();
    engine
}

#[test]
fn a_state_moves_to_another_store_under_a_new_id() {
    run(async {
        let (from, to) = (Place::new(StoreKind::Fjall), Place::new(StoreKind::Redb));
        let source = filled(&from).await;
        let parts = export(&source, None).await;
        let target = to.start();
        let installed = target.install(import(&parts, 7).unwrap(), false).await.unwrap();
        assert_same(&source.snapshot(), &target.snapshot());
        assert_eq!(target.snapshot().store_id, installed.store_id);
        assert_ne!(installed.store_id, source.snapshot().store_id);
        let foreign = target.subscribe(&Start::After(source.snapshot().cursor())).err().unwrap();
        assert!(matches!(foreign, WatchError::StoreChanged { .. }));

        submit(&target, release("blue", "p4")).await.unwrap();
        assert_eq!(target.snapshot().state.revision, source.snapshot().state.revision.next());
        let before = target.snapshot();
        target.shutdown().await;
        drop(target);
        let target = to.start();
        assert_same(&before, &target.snapshot());
        assert_eq!(target.snapshot().store_id, installed.store_id);
        target.shutdown().await;
        source.shutdown().await;
    });
}

#[test]
fn an_earlier_revision_is_exported_as_it_was() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = filled(&place).await;
        let parts = export(&engine, Some(Revision(12))).await;
        let import = import(&parts, 4096).unwrap();
        assert_eq!(import.state().revision, Revision(12));
        assert!(*import.state() == engine.snapshot_at(Revision(12)).await.unwrap().state);
        engine.shutdown().await;
    });
}

#[test]
fn a_store_with_data_is_replaced_only_when_that_is_said() {
    run(async {
        let (from, to) = (Place::new(StoreKind::Memory), Place::new(StoreKind::Fjall));
        let source = filled(&from).await;
        let parts = export(&source, None).await;
        let target = to.start();
        set_up(&target, 1).await;
        let before = target.snapshot();
        let mut watch = target.subscribe(&Start::Now).unwrap();
        let refused = target.install(import(&parts, 4096).unwrap(), false).await;
        assert!(matches!(refused, Err(InstallError::NotEmpty { revision: Revision(9) })), "{refused:?}");
        assert_same(&before, &target.snapshot());
        target.install(import(&parts, 4096).unwrap(), true).await.unwrap();
        assert_same(&source.snapshot(), &target.snapshot());
        assert!(matches!(watch.next(|_| true).await, Err(WatchError::StoreChanged { .. })));
        target.shutdown().await;
        source.shutdown().await;

        let mut log = Place::new(StoreKind::Memory).log();
        import(&parts, 4096).unwrap().install_into(log.as_mut(), false).unwrap();
        assert_eq!(log.last_revision(), source.snapshot().state.revision.0);
        assert!(import(&parts, 4096).unwrap().install_into(log.as_mut(), false).is_err());
    });
}

#[test]
fn watchers_of_a_replaced_store_never_see_records_of_the_old_one() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = filled(&place).await;
        let early = export(&engine, Some(Revision(5))).await;
        engine.install(import(&early, 4096).unwrap(), true).await.unwrap();
        assert_eq!(engine.snapshot().state.revision, Revision(5));
        let mut watch = engine.subscribe(&Start::Now).unwrap();
        // What the old store had as its seventh revision is the sixth of the new one.
        let command = setup(1).into_iter().nth(6).unwrap();
        let answer = submit(&engine, command).await.unwrap();
        assert_eq!(answer.revision(), Revision(6));
        assert_eq!(watch.next(|_| true).await.unwrap(), [answer.record]);
        engine.shutdown().await;
    });
}

/// An export with a sound checksum can still hold a state that a law forbids, as when a tool has edited it.
#[test]
fn a_state_that_breaks_a_law_is_refused_with_figures() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = filled(&place).await;
        let snapshot = engine.snapshot();
        let mut state = snapshot.state.clone();
        let (revision, time) = (state.revision, state.time);
        let kept = state.routes.values().next().unwrap();
        let gone = Event::Route(Change::Deleted((**kept).clone()));
        state.evolve(&gone, revision, time);
        let mut parts = Vec::new();
        let recent = Recent::new(1, 1);
        export_snapshot(&Snapshot { state, store_id: snapshot.store_id, recent }, |part| {
            parts.push(part);
            true
        });
        let ImportError::Unsound { violations, law, what } = import(&parts, 4096).unwrap_err() else {
            panic!()
        };
        assert_eq!((violations, law), (1, "L11"), "{what}");
        assert!(what.contains("is wanted or present, not both"), "{what}");
        engine.shutdown().await;
    });
}

#[test]
fn a_damaged_or_cut_export_is_refused() {
    run(async {
        let place = Place::new(StoreKind::Memory);
        let engine = filled(&place).await;
        let parts = export(&engine, None).await;
        engine.shutdown().await;
        let damage = |change: &dyn Fn(&mut Vec<ExportPart>)| {
            let mut parts = parts.clone();
            change(&mut parts);
            import(&parts, 4096).unwrap_err()
        };
        assert!(matches!(
            damage(&|parts| {
                parts.remove(2);
            }),
            ImportError::Damaged { .. } | ImportError::Decode(_)
        ));
        for position in 0..40 {
            let error = damage(&|parts| {
                let ExportPart::Data(bytes) = &mut parts[1 + position % 3] else { panic!() };
                let place = (position * 31) % bytes.len();
                bytes[place] ^= 0x10;
            });
            assert!(matches!(error, ImportError::Damaged { .. } | ImportError::Decode(_)), "{error:?}");
        }
        let trailer = damage(&|parts| {
            let Some(ExportPart::Trailer(trailer)) = parts.last_mut() else { panic!() };
            *trailer = ExportTrailer { record_count: trailer.record_count + 1, ..*trailer };
        });
        assert!(matches!(trailer, ImportError::Damaged { .. }));
        let format = damage(&|parts| {
            let ExportPart::Header(header) = &mut parts[0] else { panic!() };
            header.format = 2;
        });
        assert_eq!(format, ImportError::Format { found: 2, supported: 1 });
        let revision = damage(&|parts| {
            let ExportPart::Header(header) = &mut parts[0] else { panic!() };
            header.revision = header.revision.next();
        });
        assert!(matches!(revision, ImportError::Damaged { .. }));
    });
}
