//! Does a client that another generator made from the contract, on another gRPC stack, get along with the server?

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use podnet_tests::server::Home;
use podnet_workshop::tools::{PYTHON, want};

#[test]
fn a_generated_python_client_uses_every_kind_of_call() {
    let Some(python) = want(&PYTHON, "a_generated_python_client_uses_every_kind_of_call") else { return };
    let generated = tempfile::tempdir().unwrap();
    generate(&python, generated.path());
    let home = Home::new();
    let server = home.start();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/client.py");
    let mut client = Command::new(&python);
    client.arg(script).arg(server.address().to_string()).env("PYTHONPATH", generated.path());
    // The interpreter would put its compiled form of the script beside it.
    let output = client.env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "client.py:\n{}", said(&output));
    let last = said(&output).lines().last().unwrap_or_default().to_owned();
    assert_eq!(last, "7 steps passed", "{}", said(&output));
    assert!(server.stop().success(), "{}", home.log());
}

/// Python code of `podnet.v1`; that of the standard types comes with its packages.
fn generate(python: &Path, folder: &Path) {
    let proto = podnet_workshop::root().join("proto");
    let files = std::fs::read_dir(proto.join("podnet/v1")).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "proto")).collect();
    let mut command = Command::new(python);
    command.args(["-m", "grpc_tools.protoc", "--proto_path"]).arg(&proto);
    for kind in ["--python_out", "--grpc_python_out"] {
        command.arg(kind).arg(folder);
    }
    let output = command.args(files).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "generating Python code:\n{}", said(&output));
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
