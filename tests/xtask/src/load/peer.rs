//! How does another address server fare under the same load? go-ipam's gRPC server, built from its Go module at the version
//! of `tests/load/peer/go.mod`, with its memory backend, which keeps nothing, and with Redis, which syncs each write.
//!
//! Each run of podnet is followed by one of the peer, by the same program.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use podnet_workshop::root;
use serde_json::Value;

use super::measured::Measured;
use super::server::{Server, release};
use super::table::Line;
use crate::failure::Failure;
use crate::report::Report;
use crate::shell;

const MODULE: &str = "github.com/metal-stack/go-ipam/cmd/server";
/// Looks whether a program listens, 100 ms apart.
const LOOKS: u32 = 100;

/// Adds the rows of the peer; what the machine does not have is a named skip.
pub(super) fn run(report: &mut Report, folder: &Path, repeats: u32, lines: &mut Vec<Line>) {
    let program = folder.join("go-ipam");
    let mut build = Command::new("go");
    build.args(["build", "-o"]).arg(&program).arg(MODULE).current_dir(root().join("tests/load/peer"));
    if report.step_or_skip("build the peer", || shell::run(&mut build)).is_none() {
        return;
    }
    for (backend, goal) in [("memory", 100.0), ("redis", 1000.0)] {
        let measured = report.step_or_skip(&format!("peer, {backend}"), || {
            let peer = Peer::start(&program, folder, backend)?;
            beside(&Server::start(folder)?, &peer, repeats)
        });
        if let Some((ours, theirs)) = measured {
            let name = format!(
                "durable unary allocate / go-ipam, {backend} ({:.0}/s), one load tool, 64 in flight",
                theirs.rate[0]
            );
            lines.push(Line::times(&name, ours, theirs.rate[0], goal));
        }
    }
}

/// Both by turns.
fn beside(server: &Server, peer: &Peer, repeats: u32) -> Result<(Measured, Measured), Failure> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..repeats {
        ours.push(rate("podnet", &server.url)?);
        theirs.push(rate("go-ipam", &peer.url)?);
        println!("    podnet {:.0}/s, go-ipam {:.0}/s", ours[ours.len() - 1], theirs[theirs.len() - 1]);
    }
    Ok((Measured::of_rates(ours), Measured::of_rates(theirs)))
}

/// Addresses per second of one run.
fn rate(kind: &str, url: &str) -> Result<f64, Failure> {
    let mut command = Command::new(release("peer_load"));
    command.args([kind, url, "64", "3"]).stdin(Stdio::null()).stderr(Stdio::inherit());
    let failed = |status: String| Failure::Command { command: format!("peer_load {kind}"), status };
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let figures: Value = serde_json::from_str(&said).map_err(|_| failed(said.clone()))?;
    match (figures["per_second"].as_f64(), figures["failed"].as_u64()) {
        (Some(rate), Some(0)) => Ok(rate),
        _ => Err(failed(format!("a run with failures is none: {said}"))),
    }
}

/// The peer, and its store if that is another program.
struct Peer {
    programs: Vec<Child>,
    url: String,
}

impl Peer {
    fn start(program: &Path, folder: &Path, backend: &str) -> Result<Self, Failure> {
        // From the first program on, so that none is left behind when the next one does not start.
        let mut peer = Self { programs: Vec::new(), url: String::new() };
        let mut arguments = vec![backend.to_owned()];
        if backend == "redis" {
            let port = free_port()?;
            let data = folder.join("redis");
            std::fs::create_dir_all(&data).map_err(|source| Failure::Io {
                action: "prepare",
                path: data.display().to_string(),
                source,
            })?;
            let mut redis = Command::new("redis-server");
            redis.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", ""]);
            redis.args(["--appendonly", "yes", "--appendfsync", "always", "--dir"]).arg(&data);
            peer.programs.push(spawn(&mut redis, folder.join("redis.log"))?);
            listens(port)?;
            arguments.extend(["--host", "127.0.0.1", "--port", &port.to_string()].map(str::to_owned));
        }
        let (port, metrics) = (free_port()?, free_port()?);
        let mut command = Command::new(program);
        command.args(["--grpc-server-endpoint", &format!("127.0.0.1:{port}")]);
        command.args(["--metrics-endpoint", &format!("127.0.0.1:{metrics}"), "--log-level", "error"]);
        command.args(arguments);
        peer.programs.push(spawn(&mut command, folder.join("go-ipam.log"))?);
        peer.url = format!("http://127.0.0.1:{port}");
        listens(port)?;
        Ok(peer)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        for program in self.programs.iter_mut().rev() {
            // It may have ended already; then there is nothing left to do.
            let _killed = program.kill();
            let _status = program.wait();
        }
    }
}

fn spawn(command: &mut Command, log: PathBuf) -> Result<Child, Failure> {
    let program = command.get_program().to_string_lossy().into_owned();
    let spawned = std::fs::File::create(&log).and_then(|file| {
        let errors = file.try_clone()?;
        command.stdin(Stdio::null()).stdout(file).stderr(errors).spawn()
    });
    spawned.map_err(|error| Failure::Command { command: program, status: error.to_string() })
}

/// A port that nobody has now. These programs don't say which one they took.
fn free_port() -> Result<u16, Failure> {
    let bound = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    bound.map(|address| address.port()).map_err(|error| Failure::Demo(format!("no free port: {error}")))
}

/// Waits until a program listens.
#[expect(clippy::disallowed_methods, reason = "these programs don't say when they listen")]
fn listens(port: u16) -> Result<(), Failure> {
    for _ in 0..LOOKS {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err(Failure::Demo(format!("nobody listens on port {port}; the logs in the load folder say why")))
}
