//! What is fuzzed: functions from bytes that must never panic, hang or break a law.
//!
//! The targets under `tests/fuzz` call them with what a fuzzer finds; the test target `fuzz` replays the corpus that is
//! kept beside them, on every run, without a fuzzer.

use podnet_cli::import::{InputFile, read};
use podnet_core::address::parse_address;
use podnet_core::name::{AllocationName, NodeName, ReservationName, RouteName, ServiceName};
use podnet_core::prefix::Prefix;

use crate::model::operation::{Etag, Operation, Wish};
use crate::model::run::run;

/// A target: its name, which is its folder in the corpus, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[("text", text), ("import", import), ("model", model)];

/// Addresses, prefixes and names: what is accepted has one canonical text.
pub fn text(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(address) = parse_address(text) {
        assert_eq!(parse_address(&address.to_string()), Ok(address), "an address has one text");
    }
    if let Ok(prefix) = Prefix::parse(text) {
        assert_eq!(Prefix::parse(&prefix.to_string()), Ok(prefix), "a prefix has one text");
        assert!(prefix.contains(prefix.first()) && prefix.contains(prefix.last()), "a prefix holds its ends");
    }
    macro_rules! round_trip {
        ($($name:ident),+) => {$(
            if let Ok(name) = $name::parse(text) {
                assert_eq!(name.to_string(), text, "a name is its text");
            }
        )+};
    }
    round_trip!(NodeName, AllocationName, RouteName, ReservationName, ServiceName);
}

/// Files that claim to be the output of `az` or `kubectl`.
pub fn import(data: &[u8]) {
    let file = InputFile { name: "input.json".to_owned(), bytes: data.to_vec() };
    // Refusing is fine; panicking is not.
    drop(read(&[file]));
}

/// Any bytes are a life of the small world, judged by the oracle.
pub fn model(data: &[u8]) {
    if let Err(difference) = run(&operations(data)) {
        unreachable!("{difference}");
    }
}

/// Operations from bytes: every byte string is a legal list.
fn operations(data: &[u8]) -> Vec<Operation> {
    let mut bytes = data.iter().copied();
    let mut operations = Vec::new();
    while let Some(kind) = bytes.next() {
        let mut next = |below: u8| bytes.next().unwrap_or(0) % below;
        operations.push(match kind % 12 {
            0 => Operation::Join { cluster: next(3), node: next(4), address: None, block: None },
            1 => Operation::Join {
                cluster: next(3),
                node: next(4),
                address: Some(next(40)),
                block: Some(next(6)),
            },
            2 => Operation::Leave { cluster: next(3), node: next(4), force: next(2) == 0 },
            3 => Operation::Move { cluster: next(3), node: next(4), address: next(40) },
            4 => Operation::Scale { cluster: next(3), count: next(7), force: next(2) == 0 },
            5 => Operation::Release { cluster: next(3), ids: vec![(next(24), etag(next(3)))] },
            6 => Operation::Reserve {
                subnet: next(3),
                name: next(4),
                first: next(255),
                bits: next(5),
                exact: next(2) == 0,
            },
            7 => Operation::Unreserve { subnet: next(3), name: next(4) },
            8 => Operation::Advance { seconds: next(100) },
            9 => Operation::Sweep {
                cluster: next(3),
                node: next(4),
                valid: u32::from_be_bytes([next(255), next(255), next(255), next(255)]),
                age_seconds: next(40),
                allow_empty: next(2) == 0,
            },
            10 => Operation::Repeat { same: next(2) == 0 },
            _ => {
                let cluster = next(3);
                let count = next(6);
                let mut wish = || Wish {
                    id: next(24),
                    node: next(4),
                    pod: next(16),
                    container: next(2) == 0,
                    address: (next(8) == 0).then(|| next(20)),
                    supersede: next(3),
                };
                Operation::Allocate { cluster, wishes: (0..count).map(|_| wish()).collect() }
            }
        });
    }
    operations
}

fn etag(number: u8) -> Etag {
    match number {
        0 => Etag::Absent,
        1 => Etag::Current,
        _ => Etag::Stale,
    }
}
