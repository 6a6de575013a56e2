//! Is the page of the lecture's flows what a real server and the command line say today (law L14)?
//!
//! `cargo xtask flows` writes the page and its pictures anew; without it, they are compared byte by byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod cluster;
mod flow;
mod page;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cluster::Cluster;
use podnet_tests::server::{Home, Server};

/// Folder of the page, from the root of the workspace.
const DOCS: &str = "sdk/cli/docs";

#[test]
fn the_page_is_what_the_tool_says() {
    let mut files = BTreeMap::new();
    let mut sections = Vec::new();
    for cluster in cluster::BOTH {
        let home = Home::new();
        let server = home.start();
        cluster::load(&server, &cluster);
        let mut traces = Vec::new();
        for flow in flow::flows(&cluster) {
            let text = trace(&server, &cluster, &flow.arguments, "table");
            let picture = format!("flows/{}/{}.svg", cluster.slug, flow.slug);
            files.insert(PathBuf::from(&picture), trace(&server, &cluster, &flow.arguments, "svg"));
            traces.push(page::Trace { flow, text, picture });
        }
        sections.push((cluster, traces));
    }
    files.insert("flows.md".into(), page::render(&sections));
    let folder = podnet_workshop::root().join(DOCS);
    if std::env::var_os("PODNET_BLESS").is_some() {
        write(&folder, &files);
        return;
    }
    let differing = differences(&folder, &files);
    assert!(differing.is_empty(), "{differing:?} differ: run `cargo xtask flows` and read what changed");
}

/// What `podnet trace` prints; an answer of any verdict is an answer.
fn trace(server: &Server<'_>, cluster: &Cluster, arguments: &[String], form: &str) -> String {
    let mut command = server.podnet();
    command.args(["--cluster", cluster.name, "-o", form, "trace"]).args(arguments);
    command.env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1");
    let output = command.output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code < 3), "{arguments:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

fn write(folder: &Path, files: &BTreeMap<PathBuf, String>) {
    let pictures = folder.join("flows");
    if pictures.exists() {
        std::fs::remove_dir_all(&pictures).unwrap();
    }
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// Files that are not as they should be, and pictures that should not be there.
fn differences(folder: &Path, files: &BTreeMap<PathBuf, String>) -> Vec<PathBuf> {
    let mut differing: Vec<PathBuf> = files
        .iter()
        .filter(|(name, text)| std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name.clone())
        .collect();
    for cluster in cluster::BOTH {
        let pictures = Path::new("flows").join(cluster.slug);
        let Ok(entries) = std::fs::read_dir(folder.join(&pictures)) else { continue };
        let names = entries.map(|entry| pictures.join(entry.unwrap().file_name()));
        differing.extend(names.filter(|name| !files.contains_key(name)));
    }
    differing
}

#[test]
fn a_page_that_differs_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let files = BTreeMap::from([(PathBuf::from("flows/kubenet/a.svg"), "<svg/>".to_owned())]);
    let names = |files: &BTreeMap<PathBuf, String>| differences(folder.path(), files);
    assert_eq!(names(&files), [PathBuf::from("flows/kubenet/a.svg")], "a missing picture");
    write(folder.path(), &files);
    assert!(names(&files).is_empty());
    std::fs::write(folder.path().join("flows/kubenet/b.svg"), "").unwrap();
    assert_eq!(names(&files), [PathBuf::from("flows/kubenet/b.svg")], "a picture that nothing shows");
}
