//! `cargo xtask demo [--once]`: build podnet, start the server with a sample cluster loaded, and say what to try.
//!
//! The server runs until Ctrl-C. With `--once` it is stopped as soon as the sample is loaded and the commands below were
//! run, which is how CI shows that this page of the README is true.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use podnet_workshop::root;

use crate::failure::Failure;
use crate::report::Report;
use crate::shell::{self, cargo};

/// Where people find the server when the port is free.
const ADDRESS: &str = "127.0.0.1:7443";
/// The sample cluster: what `az` and `kubectl` print for a kubenet cluster of three nodes.
const SAMPLE: &str = "tests/samples/kubenet";
/// What is worth trying first.
const TRY: [&[&str]; 3] = [
    &["ip", "usage", "--cluster", "aks-kubenet-demo", "--blocks"],
    &["route", "effective", "--subnet", "networks/vnet-kubenet/subnets/aks-nodes", "--to", "10.244.2.9"],
    &["trace", "--cluster", "aks-kubenet-demo", "pod:shop/web-5f6d8c9b77-4xk9d", "198.51.100.90:443"],
];

pub(crate) fn run(report: &mut Report, arguments: &[String]) -> Result<(), Failure> {
    let once = arguments.iter().any(|argument| argument == "--once");
    let built = report.step("build", || {
        shell::run(&mut cargo(&["build", "--workspace", "--bin", "podnetd", "--bin", "podnet"]))
    });
    if built.is_none() {
        return Ok(());
    }
    let address = if once { "127.0.0.1:0" } else { ADDRESS };
    let Some(mut server) = report.step("start", || start(address)) else { return Ok(()) };
    let url = format!("http://{}", server.address);
    report.step("load", || {
        let mut import = podnet(&url);
        import.arg("import").args(sample_files()?);
        shell::run(&mut import)
    });
    println!("\npodnet serves on {}. Worth trying, in another terminal:\n", server.address);
    for arguments in TRY {
        println!("  target/debug/podnet {}", arguments.join(" "));
    }
    println!("\nCtrl-C stops the server; the data stays in target/demo until the next demo.\n");
    if once {
        for arguments in TRY {
            report.step(arguments[0], || shell::run(podnet(&url).args(arguments)));
        }
        report.step("stop", || {
            shell::run(Command::new("kill").args(["-TERM", &server.child.id().to_string()]))
        });
    }
    let ended = server.child.wait();
    report.step("end", || match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Demo(format!("the server ended with {status}"))),
        Err(error) => Err(Failure::Demo(format!("the server can't be waited for: {error}"))),
    });
    Ok(())
}

struct Server {
    child: Child,
    address: String,
}

fn start(address: &str) -> Result<Server, Failure> {
    let data = root().join("target/demo");
    if data.exists() {
        std::fs::remove_dir_all(&data)
            .map_err(|error| Failure::Demo(format!("{}: {error}", data.display())))?;
    }
    let mut child = Command::new(binary("podnetd"))
        .args(["--listen", address, "--log-format", "text", "--log-level", "warn", "--data-dir"])
        .arg(&data)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::Demo(format!("podnetd can't be started: {error}")))?;
    let mut line = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout)
            .read_line(&mut line)
            .map_err(|error| Failure::Demo(format!("podnetd: {error}")))?;
    }
    match line.trim().strip_prefix("listening on ") {
        Some(bound) => Ok(Server { child, address: bound.to_owned() }),
        None => Err(Failure::Demo(format!("podnetd did not start; is {address} taken?"))),
    }
}

fn podnet(url: &str) -> Command {
    let mut command = Command::new(binary("podnet"));
    command.current_dir(root()).args(["--server", url]);
    command
}

fn binary(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug").join(name)
}

fn sample_files() -> Result<Vec<PathBuf>, Failure> {
    let folder = root().join(SAMPLE);
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| Failure::Demo(format!("{}: {error}", folder.display())))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    Ok(files)
}
