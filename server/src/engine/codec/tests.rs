//! Does everything come back as it was, and does nothing that is damaged come in?

use podnet_core::event::{Event, Record};
use podnet_core::meta::Revision;
use podnet_core::model::{AllocatedAddress, AllocatedAddresses, Allocation, KeptOwner, OwnerTexts};
use podnet_core::name::{AllocationName, Segment};
use podnet_core::time::Timestamp;
use proptest::prelude::*;

use super::examples::Dice;
use super::{PieceDecoder, decode_record, encode_record};

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_comes_back_as_it_was(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        let record = Dice::new(&choices).record();
        let bytes = encode_record(&record);
        prop_assert_eq!(decode_record(record.revision.0, &bytes), Ok(record.clone()));
        prop_assert_eq!(encode_record(&record), bytes);
    }

    #[test]
    fn damaged_bytes_give_a_record_or_an_error(
        choices in prop::collection::vec(any::<u8>(), 0..200),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let record = Dice::new(&choices).record();
        let mut bytes = encode_record(&record).to_vec();
        bytes.push(0);
        for (place, value) in damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        bytes.truncate(cut.index(bytes.len() + 1));
        if let Err(error) = decode_record(record.revision.0, &bytes) {
            prop_assert!(error.place.contains(&record.revision.to_string()), "{}", error);
        }
    }

    #[test]
    fn any_bytes_give_a_piece_of_a_state_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let refused = PieceDecoder::default().decode(&bytes).is_err();
        prop_assert!(refused || !bytes.is_empty());
    }
}

/// An allocation as a CNI plugin asks for it.
fn allocation(id: &str, container_id: &str) -> Allocation {
    let segment = |text: &str| Segment::parse(text).unwrap();
    let held = AllocatedAddress {
        address: "10.244.3.17".parse().unwrap(),
        prefix_length: 24,
        gateway: "10.244.3.1".parse().unwrap(),
    };
    let owner = OwnerTexts {
        namespace: "default",
        pod: "web-7d4b9c6f5-x2x8z",
        pod_uid: "0f0c7a44-7e5e-4b57-9a4c-2f1f2a7a1d55",
        container_id,
        interface: "eth0",
    };
    Allocation {
        pod_traits: None,
        name: AllocationName { cluster: segment("prod"), allocation: segment(id) },
        node: segment("aks-np1-28471930-vmss00000a"),
        addresses: AllocatedAddresses::new([held], []),
        owner: KeptOwner::new(&segment(id), owner),
        created_revision: Revision(1_234_567),
        revision: Revision(1_234_567),
        create_time: Timestamp(1_790_000_000_000_000_000),
    }
}

fn record_of(allocation: Allocation) -> Record {
    Record {
        revision: allocation.revision,
        time: allocation.create_time,
        actor: "cni".to_owned(),
        request: None,
        events: vec![Event::AllocationCreated(std::sync::Arc::new(allocation))],
    }
}

#[test]
fn the_hot_record_is_small() {
    let short = encode_record(&record_of(allocation("web-7d4b9c6f5-x2x8z-eth0", ""))).len();
    assert!(short < 150, "{short} bytes");
    let container = "4f2a9c".repeat(10) + "b81d";
    let long = encode_record(&record_of(allocation(&format!("{container}-eth0"), &container))).len();
    assert!(long < 200, "{long} bytes: a container id of 64 characters is written once");
}

#[test]
fn a_record_of_another_revision_is_refused() {
    let bytes = encode_record(&record_of(allocation("a", "")));
    let error = decode_record(7, &bytes).unwrap_err();
    assert!(error.to_string().contains("revision 7") && error.to_string().contains("1234567"), "{error}");
}

#[test]
fn a_fact_of_a_later_version_is_refused() {
    // Field 6 of a record (an event) holding only field 99, which no version has yet.
    let unknown_fact = [0x08, 0x05, 0x32, 0x03, 0x98, 0x06, 0x01];
    let error = decode_record(5, &unknown_fact).unwrap_err();
    assert!(error.problem.contains("event.fact"), "{error}");
}
