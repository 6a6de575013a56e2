//! Do the crates depend on each other in one direction only, and the domain on nothing but its short list?
//!
//! `server -> core`, `server -> proto <- sdk <- cli`; `core` knows nothing of the workspace; tests see all.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::assert_none;

/// What each crate may know of the workspace. `ANYTHING` is for the crate that tests them all.
const ARROWS: [(&str, &[&str]); 12] = [
    ("podnet-core", &[]),
    ("podnet-proto", &[]),
    ("podnet-server", &["podnet-core", "podnet-proto"]),
    ("podnet", &["podnet-proto"]),
    ("podnet-cli", &["podnet"]),
    ("podnet-faults", &[]),
    ("podnet-lab", &["podnet-core", "podnet-naive", "podnet-workshop"]),
    ("podnet-naive", &["podnet-core"]),
    ("podnet-vectors", &["podnet", "podnet-core", "podnet-server", "podnet-tests", "podnet-workshop"]),
    ("podnet-workshop", &[]),
    ("xtask", &["podnet-workshop"]),
    ("podnet-tests", ANYTHING),
];
const ANYTHING: &[&str] = &["*"];

/// Crates that only test, and know at most the domain. Unit tests of any crate may use them, since tests see all: nothing
/// that is built gets to know more by it, and an oracle need not be written twice to judge from inside of a crate.
const FOR_UNIT_TESTS: [&str; 1] = ["podnet-naive"];

/// All that the domain is built from: persistent maps, prefixes, error enums.
const CORE_DEPENDENCIES: [&str; 3] = ["imbl", "ipnetwork", "thiserror"];

/// What the domain's own unit tests and benchmarks may use beside that; benchmarks measure with the server's allocator.
const CORE_TEST_DEPENDENCIES: [&str; 2] = ["mimalloc", "proptest"];

/// Direct dependencies of one crate, by kind.
#[derive(Debug, Default, Clone)]
struct Dependencies {
    /// In the crate itself or its build script.
    built_in: Vec<String>,
    /// In its unit tests only.
    test_only: Vec<String>,
}

type Workspace = BTreeMap<String, Dependencies>;

#[test]
fn crates_depend_in_one_direction() {
    assert_none("crates point the wrong way", &wrong_arrows(&workspace()));
}

#[test]
fn the_domain_depends_on_its_list_and_nothing_else() {
    assert_none("podnet-core's dependencies", &unlisted_core_dependencies(&workspace()));
}

#[test]
fn arrows_that_point_back_are_found() {
    let mut workspace = tidy_workspace();
    assert_none("the tidy example", &wrong_arrows(&workspace));
    let mut add = |from: &str, to: &str| workspace.get_mut(from).unwrap().built_in.push(to.to_owned());
    add("podnet-core", "podnet-proto");
    add("podnet", "podnet-server");
    workspace.get_mut("podnet-proto").unwrap().test_only.push("podnet-core".to_owned());
    workspace.insert("podnet-new".to_owned(), Dependencies::default());
    let found = wrong_arrows(&workspace);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn what_only_tests_is_known_by_unit_tests_only() {
    let mut workspace = tidy_workspace();
    let server = workspace.get_mut("podnet-server").unwrap();
    server.test_only.extend(FOR_UNIT_TESTS.map(String::from));
    assert_none("an oracle in unit tests", &wrong_arrows(&workspace));
    workspace.get_mut("podnet-server").unwrap().built_in.extend(FOR_UNIT_TESTS.map(String::from));
    workspace.get_mut("podnet-server").unwrap().test_only.push("podnet-tests".to_owned());
    assert_eq!(wrong_arrows(&workspace), ["podnet-server -> podnet-naive", "podnet-server -> podnet-tests"]);
}

#[test]
fn a_new_dependency_of_the_domain_is_found() {
    let mut workspace = tidy_workspace();
    assert_none("the tidy example", &unlisted_core_dependencies(&workspace));
    let core = workspace.get_mut("podnet-core").unwrap();
    core.built_in.push("tokio".to_owned());
    core.test_only.push("tempfile".to_owned());
    assert_eq!(unlisted_core_dependencies(&workspace).len(), 2);
    workspace.get_mut("podnet-core").unwrap().built_in.retain(|name| name != "tokio" && name != "imbl");
    assert_eq!(
        unlisted_core_dependencies(&workspace).len(),
        2,
        "a dependency that is gone leaves the list too"
    );
}

/// A workspace that uses every arrow there may be.
fn tidy_workspace() -> Workspace {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let mut all: Workspace = ARROWS
        .iter()
        .map(|(name, allowed)| {
            (String::from(*name), Dependencies { built_in: owned(allowed), test_only: Vec::new() })
        })
        .collect();
    all.get_mut("podnet-core").unwrap().built_in = owned(&CORE_DEPENDENCIES);
    all
}

fn wrong_arrows(workspace: &Workspace) -> Vec<String> {
    let mut violations = Vec::new();
    for (name, dependencies) in workspace {
        let Some((_, allowed)) = ARROWS.iter().find(|(listed, _)| listed == name) else {
            violations.push(format!("{name}: not in the table of arrows"));
            continue;
        };
        let tests = dependencies.test_only.iter().filter(|name| !FOR_UNIT_TESTS.contains(&name.as_str()));
        let all = dependencies.built_in.iter().chain(tests);
        let ours = all.filter(|dependency| workspace.contains_key(*dependency));
        let wrong = ours.filter(|dependency| *allowed != ANYTHING && !allowed.contains(&dependency.as_str()));
        violations.extend(wrong.map(|dependency| format!("{name} -> {dependency}")));
    }
    violations
}

fn unlisted_core_dependencies(workspace: &Workspace) -> Vec<String> {
    let core = &workspace["podnet-core"];
    let new = core.built_in.iter().filter(|name| !CORE_DEPENDENCIES.contains(&name.as_str()));
    let gone = CORE_DEPENDENCIES.iter().filter(|listed| !core.built_in.iter().any(|name| name == *listed));
    let test = core.test_only.iter().filter(|name| !CORE_TEST_DEPENDENCIES.contains(&name.as_str()));
    new.map(|name| format!("{name} is not in the list"))
        .chain(gone.map(|name| format!("{name} is in the list and not in the manifest")))
        .chain(test.map(|name| format!("{name} is not in the list for unit tests")))
        .collect()
}

/// The crates of the workspace with their direct dependencies, as cargo sees them.
fn workspace() -> Workspace {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
    let output =
        cargo.current_dir(podnet_workshop::root()).stderr(Stdio::inherit()).output().expect("cargo starts");
    assert!(output.status.success(), "cargo metadata: {}", output.status);
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages.iter().map(|package| (text(&package["name"]), dependencies_of(package))).collect()
}

fn dependencies_of(package: &Value) -> Dependencies {
    let listed = package["dependencies"].as_array().expect("a list of dependencies");
    // `kind` is null for ordinary ones, else "build" or "dev".
    let (test_only, built_in) =
        listed.iter().partition::<Vec<_>, _>(|dependency| dependency["kind"] == "dev");
    let names = |some: Vec<&Value>| some.into_iter().map(|dependency| text(&dependency["name"])).collect();
    Dependencies { built_in: names(built_in), test_only: names(test_only) }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a name").to_owned()
}
