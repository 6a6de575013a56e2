//! How does the code of the other languages come from the `.proto` files? Each language's generator writes into a folder
//! of its own below `target`; here the result is compared with what is committed, or takes its place. Knows no generator.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use podnet_workshop::languages::{ALL, Language};
use podnet_workshop::{in_ci, root};

use crate::failure::Failure;
use crate::report::Report;

/// Contents of files by their paths from the root of the workspace.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// One step for each language that has generated code, or whose name is given.
pub(super) fn steps(report: &mut Report, check: bool, only: Option<&str>) {
    for language in &ALL {
        let wanted = match only {
            Some(name) => name == language.name,
            None => language.is_generated(),
        };
        if !wanted || language.generated.is_empty() {
            continue;
        }
        let name = format!("generated code of {}", language.name);
        match language.ready(language.generators) {
            Err(missing) if !in_ci() => report.skip(&name, &missing.to_string()),
            ready => {
                report.step(&name, || {
                    ready?;
                    one(language, check).map_err(Failure::Generate)
                });
            }
        }
    }
}

fn one(language: &Language, check: bool) -> Result<(), String> {
    let scratch = root().join("target/gen").join(language.name);
    if scratch.exists() {
        fs::remove_dir_all(&scratch)
            .map_err(|error| format!("cannot empty {}: {error}", scratch.display()))?;
    }
    fs::create_dir_all(&scratch).map_err(|error| format!("cannot make {}: {error}", scratch.display()))?;
    (language.generate)(&scratch)?;
    let fresh = files_of(&scratch, language.generated)?;
    if fresh.is_empty() {
        return Err(format!(
            "the generator of {} wrote nothing below {:?}",
            language.name, language.generated
        ));
    }
    let committed = files_of(&root(), language.generated)?;
    let mut differing: Vec<String> = fresh
        .iter()
        .filter(|(path, bytes)| committed.get(*path) != Some(bytes))
        .map(|(path, _)| path.display().to_string())
        .collect();
    let stale: Vec<&PathBuf> = committed.keys().filter(|path| !fresh.contains_key(*path)).collect();
    differing.extend(stale.iter().map(|path| path.display().to_string()));
    if differing.is_empty() {
        return Ok(());
    }
    if check {
        let name = language.name;
        return Err(format!(
            "{} out of date; run `cargo xtask gen {name}` and commit it",
            differing.join(", ")
        ));
    }
    for path in stale {
        fs::remove_file(root().join(path))
            .map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
    }
    for (path, bytes) in &fresh {
        write(&root().join(path), bytes)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// All files below the folders, which may be missing. What compilers leave there (`__pycache__`) is none of it.
fn files_of(base: &Path, folders: &[&str]) -> Result<Files, String> {
    let mut files = Files::new();
    let mut open: Vec<PathBuf> =
        folders.iter().map(|folder| base.join(folder)).filter(|path| path.is_dir()).collect();
    while let Some(folder) = open.pop() {
        let problem = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
        for entry in fs::read_dir(&folder).map_err(problem)? {
            let path = entry.map_err(problem)?.path();
            if path.is_dir() {
                if !path.ends_with("__pycache__") {
                    open.push(path);
                }
            } else {
                let below = path.strip_prefix(base).unwrap_or(&path).to_path_buf();
                files.insert(below, fs::read(&path).map_err(problem)?);
            }
        }
    }
    Ok(files)
}
