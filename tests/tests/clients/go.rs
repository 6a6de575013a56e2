//! The Go module: vet, staticcheck, formatting, and its tests, which publish it to a proxy of files.

use std::path::{Path, PathBuf};
use std::process::Command;

use podnet_tests::server::podnetd;
use podnet_workshop::languages::run;
use podnet_workshop::root;
use podnet_workshop::tools::{GO, STATICCHECK, want};

const MODULES: [&str; 2] = ["sdk/go", "tests/harness/go"];

#[test]
fn the_module_is_sound_and_runs_from_an_empty_project() {
    let Some(go) = want(&GO, "the Go module") else { return };
    let mut test = Command::new(&go);
    test.args(["test", "-p", "1", "-count=1", "./..."]).env("PODNET_PODNETD", podnetd());
    run(test.current_dir(root().join("sdk/go"))).unwrap();
    for module in MODULES {
        run(Command::new(&go).args(["vet", "./..."]).current_dir(root().join(module))).unwrap();
        let unformatted = printed(Command::new(gofmt(&go)).args(["-l", "."]), module);
        assert_eq!(unformatted, "", "not as gofmt has it, in {module}");
    }
}

#[test]
fn staticcheck_has_nothing_to_say() {
    let (Some(go), Some(check)) = (want(&GO, "staticcheck"), want(&STATICCHECK, "staticcheck")) else {
        return;
    };
    for module in MODULES {
        let packages = printed(Command::new(&go).args(["list", "./..."]), module);
        // The generated package is as its generator writes it.
        let ours = packages.lines().filter(|package| !package.ends_with("/podnet/v1"));
        run(Command::new(&check).args(ours).current_dir(root().join(module))).unwrap();
    }
}

/// It stands beside `go` itself, which need not be where the search path leads.
fn gofmt(go: &Path) -> PathBuf {
    let home = printed(Command::new(go).args(["env", "GOROOT"]), "sdk/go");
    Path::new(home.trim()).join("bin/gofmt")
}

fn printed(command: &mut Command, folder: &str) -> String {
    let folder: PathBuf = root().join(folder);
    let output = command.current_dir(folder).output().expect("go starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
