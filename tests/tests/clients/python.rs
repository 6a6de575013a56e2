//! Is the Python client sound by its own tests and tools, on the oldest and newest libraries, and does its package work?

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use podnet_tests::server::{Home, Server, podnet};
use podnet_workshop::languages::run;
use podnet_workshop::tools::{PYTHON_NEWEST, PYTHON_OLDEST, Tool, want};

/// The sample cluster that the README's example and the programs beside it ask for.
const SAMPLE: &str = "tests/samples/kubenet";

#[test]
fn its_tests_pass_on_the_oldest_and_newest_libraries() {
    for tool in [&PYTHON_OLDEST, &PYTHON_NEWEST] {
        let Some(python) = want(tool, "its_tests_pass_on_the_oldest_and_newest_libraries") else { continue };
        let home = Home::new().with(&["--store", "memory"]);
        let server = home.start();
        load_sample(&server);
        let mut pytest = module(&python, &["pytest", "--quiet", "--strict-markers", "-W", "error"]);
        pytest.env("PODNET_ADDR", format!("http://{}", server.address())).env("PYTHONPATH", client());
        run(&mut pytest).unwrap_or_else(|words| panic!("{}: {words}", tool.name));
    }
}

#[test]
fn its_types_and_style_are_clean() {
    let Some(python) = newest("its_types_and_style_are_clean") else { return };
    // The caches of these tools stay out of the tree.
    let cache = tempfile::tempdir().unwrap();
    let cache = cache.path().to_str().unwrap();
    for arguments in [
        &["mypy", "--cache-dir", cache][..],
        &["ruff", "check", "--no-cache", ".", "../../tests/harness/python"],
        &["ruff", "format", "--no-cache", "--check", ".", "../../tests/harness/python"],
    ] {
        run(&mut module(&python, arguments)).unwrap_or_else(|words| panic!("{words}"));
    }
}

#[test]
fn its_documentation_builds_without_a_warning() {
    let Some(python) = newest("its_documentation_builds_without_a_warning") else { return };
    let pages = tempfile::tempdir().unwrap();
    let mut pdoc = module(
        &python,
        &["pdoc", "--docformat", "markdown", "podnet", "podnet.v1.services", "podnet.v1.reason"],
    );
    let output =
        pdoc.arg("--output-directory").arg(pages.path()).env("PYTHONPATH", client()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "pdoc ({}):\n{said}", output.status);
    let page = std::fs::read_to_string(pages.path().join("podnet/v1/services.html")).unwrap();
    assert!(
        page.contains("Allocates the addresses of one pod interface"),
        "the contract's words are missing"
    );
}

#[test]
fn the_readme_example_runs_from_a_wheel_in_an_empty_environment() {
    let Some(python) = newest("the_readme_example_runs_from_a_wheel_in_an_empty_environment") else { return };
    let folder = tempfile::tempdir().unwrap();
    let built = folder.path().join("dist");
    // First the source package, and of it alone the wheel: what is missing from the one is missing from the other.
    let mut build = module(&python, &["build", "--no-isolation", "--outdir"]);
    run(build.arg(&built)).unwrap_or_else(|words| panic!("{words}"));
    let wheel = built.join("podnet-0.1.0-py3-none-any.whl");
    run(Command::new(&python).args(["-m", "venv"]).arg(folder.path().join("venv"))).unwrap();
    let installed = folder.path().join("venv/bin/python3");
    let mut pip = Command::new(&installed);
    pip.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]);
    run(pip.arg(&wheel)).unwrap_or_else(|words| panic!("{words}"));

    let readme = std::fs::read_to_string(client().join("README.md")).unwrap();
    let example = readme.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(example.trim().lines().count() <= 12, "the example is to be short:\n{example}");
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    load_sample(&server);
    let mut program = Command::new(&installed);
    program.args(["-I", "-c", example]).current_dir(folder.path()).stdin(Stdio::null());
    let output = program.env("PODNET_ADDR", format!("http://{}", server.address())).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(printed.lines().count(), 5, "{printed}");
    assert!(printed.contains("\naddress 10.244.2."), "{printed}");
    let files =
        "from importlib.resources import files; assert files('podnet').joinpath('py.typed').is_file()";
    run(Command::new(&installed).args(["-I", "-c", files])).unwrap_or_else(|words| panic!("{words}"));
}

fn newest(test: &str) -> Option<PathBuf> {
    let tool: &Tool = &PYTHON_NEWEST;
    want(tool, test)
}

fn client() -> PathBuf {
    podnet_workshop::root().join("sdk/python")
}

/// A module of the tool's interpreter, run in the client's folder; it leaves no compiled files there.
fn module(python: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(python);
    command.args(["-B", "-m"]).args(arguments).current_dir(client()).stdin(Stdio::null());
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

pub(crate) fn load_sample(server: &Server<'_>) {
    let folder = podnet_workshop::root().join(SAMPLE);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut import = Command::new(podnet());
    import.args(["--server", &format!("http://{}", server.address()), "import"]).args(files);
    run(&mut import).unwrap_or_else(|words| panic!("{words}"));
}
