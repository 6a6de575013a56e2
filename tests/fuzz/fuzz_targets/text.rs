//! Fuzzes `podnet_tests::fuzz::text`: `cargo +nightly fuzz run --fuzz-dir tests/fuzz text`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| podnet_tests::fuzz::text(data));
