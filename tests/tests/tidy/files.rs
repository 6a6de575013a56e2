//! Is each file small, introduced, finished, and free of traces of one machine?

use podnet_workshop::sources::{SourceFile, everything, quantile};

use crate::{assert_none, rust_sources};

/// A file beyond this holds more than one concept.
const LINES_MAX: usize = 600;

/// Half of the files are at most this long: a screen or four.
const LINES_MEDIAN_MAX: usize = 200;

/// Marks of unfinished work. Written in halves, so that this file does not hold what it looks for.
const UNFINISHED: [&str; 7] = [
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("TO", "DO"),
    concat!("#[", "ignore"),
    concat!("dbg", "!("),
];

/// Folders that exist on one machine only.
const MACHINE_PATHS: [&str; 3] = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/")];

#[test]
fn no_file_is_too_long() {
    assert_none("files too long", &too_long(&rust_sources()));
}

#[test]
fn half_of_the_files_are_short() {
    let median = median(&rust_sources());
    assert!(median <= LINES_MEDIAN_MAX, "the median file has {median} lines, more than {LINES_MEDIAN_MAX}");
}

#[test]
fn every_module_says_what_it_is_for() {
    assert_none("modules without a header", &without_header(&rust_sources()));
}

#[test]
fn nothing_is_left_unfinished() {
    assert_none("marks of unfinished work", &containing(&rust_sources(), &UNFINISHED));
}

#[test]
fn nothing_names_a_folder_of_one_machine() {
    let files = everything(&podnet_workshop::root()).expect("readable tree");
    assert!(files.iter().any(|file| file.path == "Cargo.toml"), "the walk missed the root");
    assert_none("machine paths", &containing(&files, &MACHINE_PATHS));
}

#[test]
fn each_check_can_fail() {
    let file = |text: &str| vec![SourceFile { path: "bad.rs".to_owned(), text: text.to_owned() }];
    assert_eq!(too_long(&file(&"//! x\n".repeat(LINES_MAX + 1))).len(), 1);
    assert_none("a file of the largest size", &too_long(&file(&"//! x\n".repeat(LINES_MAX))));
    assert_eq!(median(&file(&"//! x\n".repeat(201))), 201);
    assert_eq!(without_header(&file("// not a header\n")).len(), 1);
    assert_eq!(without_header(&file("use a;\n//! too late\n")).len(), 1);
    for mark in UNFINISHED.iter().chain(&MACHINE_PATHS) {
        let bad = file(&format!("//! Header.\nlet x = {mark}"));
        assert_eq!(containing(&bad, &[mark]), [format!("bad.rs:2: {mark}")]);
    }
}

fn too_long(files: &[SourceFile]) -> Vec<String> {
    let long = files.iter().filter(|file| file.lines() > LINES_MAX);
    long.map(|file| format!("{}: {} lines, at most {LINES_MAX}", file.path, file.lines())).collect()
}

fn median(files: &[SourceFile]) -> usize {
    let mut lines: Vec<usize> = files.iter().map(SourceFile::lines).collect();
    lines.sort_unstable();
    quantile(&lines, 50)
}

fn without_header(files: &[SourceFile]) -> Vec<String> {
    let bare = files.iter().filter(|file| !file.text.starts_with("//! "));
    bare.map(|file| format!("{}: begins without `//! `", file.path)).collect()
}

fn containing(files: &[SourceFile], marks: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            let here = marks.iter().filter(|mark| line.contains(**mark));
            found.extend(here.map(|mark| format!("{}:{number}: {mark}", file.path)));
        }
    }
    found
}
