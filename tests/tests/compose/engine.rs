//! How does a test get a container engine of its own, and leave the machine as it was?
//!
//! `dockerd` with its folders, socket and process id in a temporary folder, without packet filter rules, forwarding or a
//! default bridge: a project's own network and a published port need none of them.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use podnet_tests::server::signal;
use podnet_workshop::tools::{COMPOSE, DOCKER, DOCKERD, want};

/// Longest wait for the engine to listen; generous, since it only ends runs that hang.
const DEADLINE: Duration = Duration::from_secs(60);

/// Longest run of one client command, in seconds.
const CLIENT_SECONDS: &str = "180";

/// A running engine and its clients.
pub(crate) struct Engine {
    dockerd: Child,
    docker: PathBuf,
    compose: PathBuf,
    folder: tempfile::TempDir,
}

impl Engine {
    /// An engine, or `None` after the skip of this test has been told.
    pub(crate) fn wanted_by(test: &str) -> Option<Self> {
        let (dockerd, docker, compose) = (want(&DOCKERD, test)?, want(&DOCKER, test)?, want(&COMPOSE, test)?);
        if std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() != 0) {
            assert!(!podnet_workshop::in_ci(), "{test}: a container engine needs root");
            eprintln!("skipped {test}: a container engine needs root");
            return None;
        }
        // Short, because the path of a socket has at most 107 bytes.
        let folder = tempfile::Builder::new().prefix("engine-").tempdir_in("/tmp").unwrap();
        Some(Self { dockerd: start(&dockerd, folder.path()), docker, compose, folder })
    }

    /// Runs `docker ARGUMENTS`; gives what it prints.
    pub(crate) fn docker(&self, arguments: &[&str]) -> String {
        printed(self.client(&self.docker).args(arguments))
    }

    /// Runs `docker-compose ARGUMENTS` on the repository's file; gives what it prints.
    pub(crate) fn compose(&self, arguments: &[&str]) -> String {
        printed(&mut self.composed(arguments))
    }

    fn composed(&self, arguments: &[&str]) -> Command {
        let mut command = self.client(&self.compose);
        command.args(["--project-name", "podnet-test"]).args(arguments);
        command
    }

    /// A client that knows this engine only; it is ended when it hangs.
    fn client(&self, program: &Path) -> Command {
        let mut command = Command::new("timeout");
        command.arg(CLIENT_SECONDS).arg(program).current_dir(podnet_workshop::root());
        command.env("DOCKER_HOST", format!("unix://{}", self.folder.path().join("socket").display()));
        command.env("DOCKER_CONFIG", self.folder.path());
        // Port 0: the engine takes a free one.
        command.env("PODNET_PORT", "0").stdin(Stdio::null());
        command
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let logs = self.composed(&["logs", "--no-color"]).output();
            eprintln!("the containers wrote:\n{}", logs.map(|output| said(&output)).unwrap_or_default());
        }
        // Takes the project's network away; whether there still is a project does not matter.
        let _down = self.composed(&["down", "--volumes", "--timeout", "1"]).output();
        signal(self.dockerd.id(), "TERM");
        let _status = self.dockerd.wait();
    }
}

/// Starts the daemon and waits until it says that it listens.
fn start(dockerd: &Path, folder: &Path) -> Child {
    let configuration = folder.join("daemon.json");
    // One of its own, because the machine's may contradict the flags.
    std::fs::write(&configuration, "{}").unwrap();
    let mut command = Command::new(dockerd);
    command.arg("--config-file").arg(configuration).arg("--data-root").arg(folder.join("data"));
    command.arg("--exec-root").arg(folder.join("exec")).arg("--pidfile").arg(folder.join("pid"));
    command.arg("--host").arg(format!("unix://{}", folder.join("socket").display()));
    command.args(["--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false"]);
    command.arg("--bridge=none").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let stderr = BufReader::new(child.stderr.take().unwrap());
    let (sender, listening) = channel();
    // Reads to the end, since the daemon would stop at a full pipe.
    let reader = std::thread::spawn(move || {
        let mut log = String::new();
        for line in stderr.lines().map_while(Result::ok) {
            if line.contains("API listen on") {
                let _heard = sender.send(());
            }
            log += &line;
            log.push('\n');
        }
        log
    });
    if listening.recv_timeout(DEADLINE).is_err() {
        signal(child.id(), "TERM");
        let _status = child.wait();
        panic!("dockerd does not listen; it wrote:\n{}", reader.join().unwrap_or_default());
    }
    child
}

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, said(&output));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
