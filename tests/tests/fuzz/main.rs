//! Does everything that a fuzzer found before still go well: the kept corpus, replayed without a fuzzer.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::path::Path;

use podnet_tests::fuzz::TARGETS;

#[test]
fn the_corpus_goes_well() {
    for (name, target) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .expect("each target has a corpus")
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        assert!(files.len() >= 5, "{name} has a corpus worth replaying");
        for file in files {
            target(&std::fs::read(&file).unwrap());
        }
    }
}
