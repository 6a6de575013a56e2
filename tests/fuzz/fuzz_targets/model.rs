//! Fuzzes `podnet_tests::fuzz::model`: `cargo +nightly fuzz run --fuzz-dir tests/fuzz model`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| podnet_tests::fuzz::model(data));
