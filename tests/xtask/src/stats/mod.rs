//! `cargo xtask stats`: how large are the files that people read? Per crate, so that growth shows where it happens, and
//! per client, beside its goal.

mod clients;

use std::collections::BTreeMap;
use std::path::Path;

use podnet_workshop::root;
use podnet_workshop::sources::{SourceFile, quantile, with_extension};

use crate::failure::Failure;
use crate::report::Report;

pub(crate) fn run(_report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    if !arguments.is_empty() {
        return Err(Failure::Usage("`cargo xtask stats` takes no arguments".to_owned()));
    }
    let root = root();
    let files = with_extension(&root, &["rs"]).map_err(|source| Failure::Io {
        action: "read",
        path: "the source files".to_owned(),
        source,
    })?;
    let mut crates: BTreeMap<String, Vec<&SourceFile>> = BTreeMap::new();
    for file in &files {
        crates.entry(crate_of(&root, &file.path)).or_default().push(file);
    }
    println!(
        "{:16}{:>6}{:>8}{:>8}{:>6}{:>9}  LARGEST FILE",
        "CRATE", "FILES", "LINES", "MEDIAN", "P90", "LARGEST"
    );
    for (name, files) in &crates {
        print_row(name, files);
    }
    print_row("all", &files.iter().collect::<Vec<_>>());
    clients::print()
}

fn print_row(name: &str, files: &[&SourceFile]) {
    let mut lines: Vec<usize> = files.iter().map(|file| file.lines()).collect();
    lines.sort_unstable();
    let total: usize = lines.iter().sum();
    let (median, p90) = (quantile(&lines, 50), quantile(&lines, 90));
    let largest = files.iter().max_by_key(|file| file.lines());
    let (longest, path) = largest.map_or((0, ""), |file| (file.lines(), file.path.as_str()));
    println!("{name:16}{:>6}{total:>8}{median:>8}{p90:>6}{longest:>9}  {path}", files.len());
}

/// The folder of the nearest manifest above the file.
fn crate_of(root: &Path, file: &str) -> String {
    let folders = Path::new(file).ancestors().skip(1);
    let owner = folders.into_iter().find(|folder| root.join(folder).join("Cargo.toml").is_file());
    owner.map_or_else(String::new, |folder| folder.display().to_string())
}
