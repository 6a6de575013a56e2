//! How many lines did people write for each client and each harness? Beside the goal, since a thin layer must stay one.
//!
//! Lines that are blank or only a comment do not count; generated code, tests and examples are none of it.

use podnet_workshop::languages::{ALL, Language};
use podnet_workshop::root;
use podnet_workshop::sources::{SourceFile, with_extension};

use crate::failure::Failure;

/// Lines of code that a client may have, about.
const CLIENT_GOAL: usize = 600;
/// Lines of code that a harness may have.
const HARNESS_GOAL: usize = 200;

/// Where a client's own code is, and how its language writes comments.
struct Home {
    language: &'static str,
    extensions: &'static [&'static str],
    client: &'static str,
    /// Folders and ends of names below it that are not the client.
    apart: &'static [&'static str],
    comments: &'static [&'static str],
    /// What opens and closes text that is a comment over several lines.
    block: (&'static str, &'static str),
}

const SLASHES: &[&str] = &["//"];
const STARS: (&str, &str) = ("/*", "*/");

const HOMES: [Home; 5] = [
    Home {
        language: "rust",
        extensions: &["rs"],
        client: "sdk/rust/src/",
        apart: &[],
        comments: SLASHES,
        block: STARS,
    },
    Home {
        language: "python",
        extensions: &["py"],
        client: "sdk/python/podnet/",
        apart: &["sdk/python/podnet/v1/"],
        comments: &["#"],
        block: ("\"\"\"", "\"\"\""),
    },
    Home {
        language: "go",
        extensions: &["go"],
        client: "sdk/go/",
        apart: &["sdk/go/podnet/", "sdk/go/examples/", "_test.go"],
        comments: SLASHES,
        block: STARS,
    },
    Home {
        language: "typescript",
        extensions: &["ts", "js"],
        client: "sdk/typescript/src/",
        apart: &[],
        comments: SLASHES,
        block: STARS,
    },
    Home {
        language: "java",
        extensions: &["java"],
        client: "sdk/java/src/main/java/",
        apart: &[],
        comments: SLASHES,
        block: STARS,
    },
];

impl Home {
    /// Lines of code in a text.
    fn code(&self, text: &str) -> usize {
        let (opens, closes) = self.block;
        let (mut within, mut count) = (false, 0);
        for line in text.lines().map(str::trim) {
            if within {
                within = !line.ends_with(closes);
            } else if let Some(rest) = line.strip_prefix(opens) {
                within = !rest.ends_with(closes);
            } else if !line.is_empty() && !self.comments.iter().any(|mark| line.starts_with(mark)) {
                count += 1;
            }
        }
        count
    }

    fn files<'a>(&self, files: &'a [SourceFile], folder: &str) -> Vec<(usize, &'a str)> {
        let other = |path: &str| self.apart.iter().any(|end| path.starts_with(end) || path.ends_with(end));
        files
            .iter()
            .filter(|file| file.path.starts_with(folder) && !other(&file.path))
            .map(|file| (self.code(&file.text), file.path.as_str()))
            .collect()
    }
}

/// Prints a row for each client and each harness.
pub(super) fn print() -> Result<(), Failure> {
    println!("\n{:24}{:>6}{:>8}{:>8}{:>9}  LARGEST FILE", "CLIENT", "FILES", "CODE", "GOAL", "LARGEST");
    for home in &HOMES {
        let files = with_extension(&root(), home.extensions).map_err(|source| Failure::Io {
            action: "read",
            path: format!("the files of {}", home.language),
            source,
        })?;
        let harness =
            ALL.iter().find(|language| language.name == home.language).map(Language::harness_folder);
        let harness =
            harness.and_then(|folder| Some(folder.strip_prefix(root()).ok()?.display().to_string()));
        row(home.language, &home.files(&files, home.client), CLIENT_GOAL);
        row("  its harness", &home.files(&files, &format!("{}/", harness.unwrap_or_default())), HARNESS_GOAL);
    }
    Ok(())
}

fn row(name: &str, files: &[(usize, &str)], goal: usize) {
    let code: usize = files.iter().map(|(lines, _)| lines).sum();
    let (largest, path) = files.iter().max().copied().unwrap_or_default();
    println!("{name:24}{:>6}{code:>8}{goal:>8}{largest:>9}  {path}", files.len());
}

#[cfg(test)]
mod tests {
    use super::HOMES;

    #[test]
    fn blank_lines_and_comments_are_no_code() {
        for (language, text) in [
            ("rust", "//! Header.\n\nfn one() {\n    // Why.\n    two() // here\n}\n"),
            (
                "python",
                "\"\"\"Header.\n\nMore.\n\"\"\"\n# Why.\ndef one():\n    \"\"\"What.\"\"\"\n    return two()\n\nthree()\n",
            ),
            ("go", "/* Header\nof two lines */\n\nfunc one() {\n\ttwo()\n}\n"),
            ("typescript", "/** What. */\none();\n/**\n * More.\n */\ntwo();\nthree();\n"),
            ("java", "/**\n * What.\n */\nclass One {\n  int two;\n}\n"),
        ] {
            let home = HOMES.iter().find(|home| home.language == language);
            assert_eq!(home.map(|home| home.code(text)), Some(3), "{language}");
        }
    }
}
