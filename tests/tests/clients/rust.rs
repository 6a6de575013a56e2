//! The Rust client: its examples run against a real server, and its README from an empty project.

use std::path::Path;
use std::process::{Command, Stdio};

use podnet_tests::server::Home;
use podnet_workshop::root;

use crate::python::load_sample;

/// A cluster as the README names it.
const CLUSTER: [&[&str]; 5] = [
    &["network", "create", "hub", "--prefix", "10.240.0.0/16"],
    &["subnet", "create", "hub/nodes", "--prefix", "10.240.0.0/24"],
    &["cluster", "create", "prod", "--network", "hub", "--mode", "kubenet"],
    &["nodepool", "create", "prod/np1", "--subnet", "hub/nodes", "--max-pods", "250"],
    &["node", "create", "prod/np1-0", "--pool", "np1"],
];

#[test]
fn its_examples_run() {
    let examples = ["allocate", "routes", "trace", "load"];
    let mut build = cargo(&root());
    build.args(["build", "--workspace"]).args(examples.iter().flat_map(|name| ["--example", name]));
    said(&mut build);
    // `target/debug/deps/clients-…` runs, and the examples are beside its folder.
    let this = std::env::current_exe().unwrap();
    let folder = this.ancestors().nth(2).unwrap().join("examples");
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    load_sample(&server);
    for (name, arguments, words) in [
        ("allocate", vec![], "released"),
        ("routes", vec!["networks/vnet-kubenet", "0"], "all routes at revision"),
        ("trace", vec![], "VERDICT_"),
        ("load", vec!["100"], "stream: 200 operations in "),
    ] {
        let printed = said(Command::new(folder.join(name)).args(arguments).env("PODNET_ADDR", server.url()));
        assert!(printed.contains(words), "{name}: {printed}");
    }
}

#[test]
fn its_readme_runs_from_an_empty_project() {
    let readme = std::fs::read_to_string(root().join("sdk/rust/README.md")).unwrap();
    let example = readme.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(example.trim().lines().count() <= 12, "the example is to be short:\n{example}");
    let project = tempfile::tempdir().unwrap();
    std::fs::create_dir(project.path().join("src")).unwrap();
    std::fs::write(project.path().join("src/main.rs"), example).unwrap();
    let manifest = format!(
        "[package]\nname = \"example\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         podnet = {{ path = {:?} }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n",
        root().join("sdk/rust")
    );
    std::fs::write(project.path().join("Cargo.toml"), manifest).unwrap();
    // The versions of this tree, which are here already.
    std::fs::copy(root().join("Cargo.lock"), project.path().join("Cargo.lock")).unwrap();
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    for words in CLUSTER {
        said(server.podnet().args(words));
    }
    let mut run = cargo(project.path());
    // Features are its own here, so that one which only this workspace turns on is missed.
    run.args(["run", "--quiet", "--offline"]).env("CARGO_TARGET_DIR", root().join("target/rust-package"));
    let printed = said(run.env("PODNET_ADDR", server.url()));
    assert!(printed.starts_with("the pod has 10.244."), "{printed}");
}

fn cargo(folder: &Path) -> Command {
    let mut command = podnet_workshop::cargo();
    command.current_dir(folder);
    command
}

fn said(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}:\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
