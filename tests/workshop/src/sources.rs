//! Which files of the workspace are source that people write and read?
//!
//! Walks the top folders instead of asking git, so that a file counts before it is committed, and an exported
//! tree without history can be checked. Must not judge the files: that is the tidy tests' task.

use std::io;
use std::path::{Path, PathBuf};

/// The folders that hold source, below the workspace root.
pub const FOLDERS: [&str; 4] = ["proto", "server", "sdk", "tests"];

/// Folders with code that nobody writes by hand: generated, fetched or built.
const NOT_OURS: [&str; 6] = ["gen", "generated", "target", "node_modules", "__pycache__", ".venv"];

/// Folders at the root with configuration.
const CONFIGURATION: [&str; 3] = [".ci", ".cargo", ".config"];

/// One hand-written file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the workspace root, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// Number of lines.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }
}

/// Every hand-written file with one of the extensions (without the dot), sorted by path.
///
/// # Errors
/// Where a folder or file cannot be read, or is not UTF-8.
pub fn with_extension(root: &Path, extensions: &[&str]) -> io::Result<Vec<SourceFile>> {
    let mut paths = Vec::new();
    for folder in FOLDERS.map(|folder| root.join(folder)) {
        if folder.is_dir() {
            collect(&folder, &mut paths)?;
        }
    }
    paths.retain(|path| {
        extensions.iter().any(|wanted| path.extension().is_some_and(|found| found == *wanted))
    });
    paths.sort();
    paths
        .into_iter()
        .map(|path| Ok(SourceFile { text: std::fs::read_to_string(&path)?, path: below(root, &path) }))
        .collect()
}

/// Every text file that the repository holds outside generated folders, sorted by path: source, manifests, documents,
/// configuration. Lock files and what is not UTF-8 are left out.
///
/// # Errors
/// Where a folder or file cannot be read.
pub fn everything(root: &Path) -> io::Result<Vec<SourceFile>> {
    let mut paths = Vec::new();
    for folder in FOLDERS.iter().chain(&CONFIGURATION).map(|folder| root.join(folder)) {
        if folder.is_dir() {
            collect(&folder, &mut paths)?;
        }
    }
    for entry in std::fs::read_dir(root)? {
        let entry = entry?;
        // In a worktree `.git` is a file with the path of the repository.
        if entry.file_type()?.is_file() && entry.file_name() != ".git" {
            paths.push(entry.path());
        }
    }
    paths.retain(|path| path.extension().is_none_or(|extension| extension != "lock"));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if let Ok(text) = String::from_utf8(std::fs::read(&path)?) {
            files.push(SourceFile { path: below(root, &path), text });
        }
    }
    Ok(files)
}

fn below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let name = entry.file_name();
        if kind.is_dir() && !NOT_OURS.iter().any(|not_ours| name == *not_ours) {
            collect(&entry.path(), into)?;
        } else if kind.is_file() {
            into.push(entry.path());
        }
    }
    Ok(())
}

/// The value below or at which so many percent of a sorted list lie, by nearest rank; 0 for an empty list.
#[must_use]
pub fn quantile(sorted: &[usize], percent: usize) -> usize {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_are_by_nearest_rank() {
        let ten: Vec<usize> = (1..=10).collect();
        assert_eq!(
            [quantile(&ten, 50), quantile(&ten, 90), quantile(&ten, 100), quantile(&[], 50)],
            [5, 9, 10, 0]
        );
    }
}
