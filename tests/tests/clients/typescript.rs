//! Is the TypeScript client sound by its own linter, documentation and tests, which also pack it and install it into an
//! empty project?

use std::process::Command;

use podnet_tests::server::{podnet, podnetd};
use podnet_workshop::languages::{ALL, run};
use podnet_workshop::root;
use podnet_workshop::tools::{CHROMIUM, NODE, NPM, want};

const CLIENT: &str = "sdk/typescript";

/// One test, since every step needs the packages that the first one puts there.
#[test]
fn the_package_is_sound_and_runs_from_an_empty_project() {
    let test = "the_package_is_sound_and_runs_from_an_empty_project";
    let (Some(_node), Some(npm)) = (want(&NODE, test), want(&NPM, test)) else { return };
    // Without a browser the rest still runs, and the one test that wants it says that it did not.
    let chromium = want(&CHROMIUM, "calls, a list, a watch, a refusal and a closed door in a browser");
    let language = ALL.iter().find(|language| language.name == "typescript").unwrap();
    (language.build)().unwrap_or_else(|words| panic!("{words}"));
    for script in ["lint", "docs", "test"] {
        let mut command = Command::new(&npm);
        command.args(["run", script]).current_dir(root().join(CLIENT));
        command.env("PODNET_PODNETD", podnetd()).env("PODNET_CLI", podnet());
        command.envs(chromium.iter().map(|path| (CHROMIUM.variable, path)));
        run(&mut command).unwrap_or_else(|words| panic!("{words}"));
    }
}
