//! Does every link of the documents lead somewhere, and is what they tell people to run what CI runs?

use std::path::{Component, Path, PathBuf};

use podnet_workshop::sources::{SourceFile, everything};

use crate::assert_none;

#[test]
fn links_between_documents_resolve() {
    let root = podnet_workshop::root();
    let files = everything(&root).expect("readable tree");
    let documents: Vec<&SourceFile> = files.iter().filter(|file| file.path.ends_with(".md")).collect();
    assert!(!documents.is_empty(), "the walk found no document");
    let read = |path: &Path| match path.is_dir() {
        true => Some(String::new()),
        false => std::fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    };
    let broken: Vec<String> =
        documents.into_iter().flat_map(|file| broken_links(&root, file, &read)).collect();
    assert_none("links that lead nowhere", &broken);
}

#[test]
fn a_broken_link_is_found() {
    let text = "# Here\n[a](gone.md) [b](#here) [c](#nowhere) [d](there.md#the-part) [e](there.md#no) <https://x.y>\n\
                ```\n[in code](gone.md)\n```\n[f](https://example.com/gone)\n";
    let file = SourceFile { path: "docs/README.md".to_owned(), text: text.to_owned() };
    let read = |path: &Path| match path.to_str() {
        Some("docs/README.md") => Some(text.to_owned()),
        Some("docs/there.md") => Some("## The part!\n".to_owned()),
        Some(_) | None => None,
    };
    let broken = broken_links(Path::new(""), &file, &read);
    assert_eq!(broken, ["gone.md", "#nowhere", "there.md#no"].map(|link| format!("docs/README.md: {link}")));
}

#[test]
fn ci_runs_the_command_that_the_documents_name() {
    let root = podnet_workshop::root();
    let script = std::fs::read_to_string(root.join(".ci/run")).expect(".ci/run");
    let command =
        script.lines().last().and_then(|line| line.strip_prefix("exec ")).expect("the last line runs it");
    let names = |document: &str| {
        let text = std::fs::read_to_string(root.join(document)).ok()?;
        Some(text.lines().any(|line| line.trim_start().starts_with(command)))
    };
    assert_eq!(names("CONTRIBUTING.md"), Some(true), "CONTRIBUTING.md does not name `{command}`");
    assert_ne!(names("README.md"), Some(false), "README.md does not name `{command}`");
}

/// Links to files and headings of the tree that are not there; `read` gives a file's text, empty for a folder.
fn broken_links(root: &Path, document: &SourceFile, read: &impl Fn(&Path) -> Option<String>) -> Vec<String> {
    let folder = Path::new(&document.path).parent().unwrap_or_else(|| Path::new(""));
    let leads_nowhere = |link: &&str| {
        let (path, heading) = link.split_once('#').unwrap_or((link, ""));
        let target = if path.is_empty() { PathBuf::from(&document.path) } else { folder.join(path) };
        match read(&root.join(normal(&target))) {
            None => true,
            Some(text) => !heading.is_empty() && !headings(&text).any(|slug| slug == heading),
        }
    };
    let links = links(&document.text);
    links.into_iter().filter(leads_nowhere).map(|link| format!("{}: {link}", document.path)).collect()
}

/// Targets of `[text](target)` outside code blocks, without those on the web.
fn links(text: &str) -> Vec<&str> {
    let prose = outside_code(text).flat_map(|line| line.split("](").skip(1));
    let targets = prose.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")).collect()
}

/// Each heading as its anchor: lower case, spaces as hyphens, punctuation gone.
fn headings(text: &str) -> impl Iterator<Item = String> {
    let titles = outside_code(text).filter(|line| line.starts_with('#'));
    titles.map(|line| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    })
}

fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        !code && !fence
    })
}

fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            normal.pop();
        } else {
            normal.push(part);
        }
    }
    normal
}
