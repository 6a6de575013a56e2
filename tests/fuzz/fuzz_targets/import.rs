//! Fuzzes `podnet_tests::fuzz::import`: `cargo +nightly fuzz run --fuzz-dir tests/fuzz import`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| podnet_tests::fuzz::import(data));
