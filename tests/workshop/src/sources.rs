//! Which files of the workspace are source that people write and read?
//!
//! Walks the four top folders instead of asking git, so that a file counts before it is committed, and an exported
//! tree without history can be checked. Must not judge the files: that is the tidy tests' task.

use std::io;
use std::path::{Path, PathBuf};

/// The folders that hold source, below the workspace root.
pub const FOLDERS: [&str; 4] = ["proto", "server", "sdk", "tests"];

/// Folders with code that nobody writes by hand: generated, fetched or built.
const NOT_OURS: [&str; 6] = ["gen", "generated", "target", "node_modules", "__pycache__", ".venv"];

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
    for folder in FOLDERS {
        let folder = root.join(folder);
        if folder.is_dir() {
            collect(&folder, extensions, &mut paths)?;
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let relative = path.strip_prefix(root).unwrap_or(&path);
        let text = std::fs::read_to_string(&path)?;
        Ok(SourceFile { path: relative.to_string_lossy().replace('\\', "/"), text })
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, extensions: &[&str], into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let kind = entry.file_type()?;
        let name = entry.file_name();
        if kind.is_dir() {
            if !NOT_OURS.iter().any(|not_ours| name == *not_ours) {
                collect(&path, extensions, into)?;
            }
        } else if kind.is_file()
            && extensions.iter().any(|wanted| path.extension().is_some_and(|e| e == *wanted))
        {
            into.push(path);
        }
    }
    Ok(())
}

/// The middle value of a sorted list at a share between 0 and 1, by nearest rank; 0 for an empty list.
#[must_use]
pub fn quantile(sorted: &[usize], percent: usize) -> usize {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(0)
}
