//! How does a test get a real `podnetd`, as a process of its own that can be stopped, killed and started again?
//!
//! A [`Home`] is what outlives a process: the folder of its data and its flags. [`Home::start`] gives a [`Server`], which
//! is gone at the latest when it is dropped. Both programs are built once by the cargo that runs the test, so that they
//! are never older than the source. Must not know what a test asks the server.
#![expect(clippy::expect_used, clippy::panic, reason = "a test without its server cannot go on")]

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// Longest wait for the server to listen and to end; generous, since it only ends runs that hang.
const DEADLINE: Duration = Duration::from_secs(60);

/// The server, built once for each process in the profile of this test.
///
/// # Panics
/// Where it does not build.
pub fn podnetd() -> &'static Path {
    static PODNETD: OnceLock<PathBuf> = OnceLock::new();
    PODNETD.get_or_init(|| build("podnetd"))
}

/// The command line, built as [`podnetd`].
///
/// # Panics
/// Where it does not build.
pub fn podnet() -> &'static Path {
    static PODNET: OnceLock<PathBuf> = OnceLock::new();
    PODNET.get_or_init(|| build("podnet"))
}

fn build(program: &str) -> PathBuf {
    let mut command = podnet_workshop::cargo();
    // Features are unified over the whole workspace, as for the tests themselves, so that no dependency is built twice.
    command.args(["build", "--workspace", "--bin", program]);
    command.args(["--message-format=json-render-diagnostics", "--profile", profile()]);
    let output = command.stdin(Stdio::null()).output().expect("cargo starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} does not build:\n{errors}");
    let messages = output.stdout.split(|byte| *byte == b'\n');
    let mut messages = messages.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let built = messages.find(|message| {
        message["reason"] == "compiler-artifact"
            && message["target"]["name"] == program
            && message["executable"].is_string()
    });
    let path = built.as_ref().and_then(|message| message["executable"].as_str());
    PathBuf::from(path.unwrap_or_else(|| panic!("cargo build made no program `{program}`\n{errors}")))
}

/// The profile of the running test or program, from the folder that it stands in: `target/debug/deps/test-…`.
fn profile() -> &'static str {
    let test = std::env::current_exe().expect("a test knows where it stands");
    let folders = || test.ancestors().skip(1).take(2).filter_map(Path::file_name);
    let is_of = |profile: &&str| folders().any(|folder| folder == OsStr::new(profile));
    ["release", "trial"].into_iter().find(is_of).unwrap_or("dev")
}

/// What outlives a server: the folder with its data, and its flags.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
    arguments: Vec<String>,
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

impl Home {
    /// An empty folder and default flags.
    ///
    /// # Panics
    /// Where no temporary folder can be made.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("podnetd-").tempdir().expect("a temporary folder");
        Self { folder, arguments: Vec::new() }
    }

    /// Adds flags for every start, as `["--store", "redb"]`.
    #[must_use]
    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        self
    }

    /// The folder of the log; made by the first server.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What every server of this home has written to its standard error.
    #[must_use]
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.log_file()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("stderr")
    }

    /// The command that [`Self::start`] runs, for a test that changes it, as with an environment.
    ///
    /// # Panics
    /// Where the programs do not build or the log file cannot be written.
    #[must_use]
    pub fn command(&self) -> Command {
        let log = File::options().create(true).append(true).open(self.log_file()).expect("a log file");
        let mut command = Command::new(podnetd());
        command.args(["--listen", "127.0.0.1:0", "--data-dir"]).arg(self.data()).args(&self.arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        command
    }

    /// Starts a server and waits until it listens.
    ///
    /// # Panics
    /// With the server's own words, where it ends or stays silent.
    #[must_use]
    pub fn start(&self) -> Server<'_> {
        self.spawn(&mut self.command())
    }

    /// As [`Self::start`], with a changed [`Self::command`].
    ///
    /// # Panics
    /// As [`Self::start`].
    #[must_use]
    pub fn spawn(&self, command: &mut Command) -> Server<'_> {
        match self.launch(command) {
            Ok(server) => server,
            Err(first) => panic!("podnetd does not say where it listens, but {first:?}\n{}", self.log()),
        }
    }

    /// As [`Self::spawn`], for a server that may end before it listens; `None` if it did.
    ///
    /// # Panics
    /// Where it stays silent or says something else.
    #[must_use]
    pub fn try_spawn(&self, command: &mut Command) -> Option<Server<'_>> {
        match self.launch(command) {
            Ok(server) => Some(server),
            Err(Err(RecvTimeoutError::Disconnected)) => None,
            Err(first) => panic!("podnetd does not say where it listens, but {first:?}\n{}", self.log()),
        }
    }

    /// A server that listens, or what came instead of its first line.
    fn launch(&self, command: &mut Command) -> Result<Server<'_>, Result<String, RecvTimeoutError>> {
        let mut child = command.spawn().expect("podnetd starts");
        let stdout = child.stdout.take().expect("stdout is piped");
        let (sender, lines) = channel();
        // Ends with the process: the other end of the pipe is closed then.
        let _reader = std::thread::spawn(move || {
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            lines.map_while(|line| sender.send(line).ok()).for_each(drop);
        });
        let unspecified = SocketAddr::from(([0, 0, 0, 0], 0));
        let mut server = Server { home: self, child, lines, address: unspecified, metrics: OnceLock::new() };
        let first = server.lines.recv_timeout(DEADLINE);
        let address = first.as_deref().ok().and_then(|line| line.strip_prefix("listening on "));
        match address.and_then(|address| address.trim().parse().ok()) {
            Some(address) => server.address = address,
            None => return Err(first),
        }
        Ok(server)
    }
}

/// A running server.
#[derive(Debug)]
pub struct Server<'home> {
    home: &'home Home,
    child: Child,
    lines: Receiver<String>,
    address: SocketAddr,
    metrics: OnceLock<SocketAddr>,
}

impl Server<'_> {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it listens, as clients want it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where its metrics are; said as the second line by a server with `--metrics-listen`.
    ///
    /// # Panics
    /// Where it does not say so.
    #[must_use]
    pub fn metrics_address(&self) -> SocketAddr {
        *self.metrics.get_or_init(|| {
            let second = self.lines.recv_timeout(DEADLINE);
            let url = second.as_deref().ok().and_then(|line| line.strip_prefix("metrics on http://"));
            let address = url.and_then(|url| url.strip_suffix("/metrics")?.parse().ok());
            address.unwrap_or_else(|| panic!("podnetd does not say where its metrics are, but {second:?}"))
        })
    }

    /// Its process id.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        self.child.id()
    }

    /// The command line, pointed at this server.
    #[must_use]
    pub fn podnet(&self) -> Command {
        let mut command = Command::new(podnet());
        command.args(["--server", &self.url()]).current_dir(podnet_workshop::root()).stdin(Stdio::null());
        command
    }

    /// Asks it to end (SIGTERM), without waiting.
    ///
    /// # Panics
    /// Where there is no shell.
    pub fn terminate(&self) {
        signal(self.child.id(), "TERM");
    }

    /// Asks it to end, and gives its exit status.
    ///
    /// # Panics
    /// With its own words, if it is still there after a minute.
    pub fn stop(mut self) -> ExitStatus {
        self.terminate();
        self.wait()
    }

    /// Waits for a server that ends by itself, and gives its exit status.
    ///
    /// # Panics
    /// As [`Self::stop`].
    pub fn wait(&mut self) -> ExitStatus {
        loop {
            match self.lines.recv_timeout(DEADLINE) {
                Ok(_line) => {}
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().expect("a child of ours"),
                Err(RecvTimeoutError::Timeout) => panic!("podnetd does not end"),
            }
        }
    }

    /// Kills it (SIGKILL), and returns when it is gone.
    ///
    /// # Panics
    /// Where the system refuses.
    pub fn kill(mut self) {
        self.child.kill().expect("a child of ours");
        let _status = self.child.wait().expect("a child of ours");
    }
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing left to do.
        let _killed = self.child.kill();
        let _status = self.child.wait();
        if std::thread::panicking() {
            let shown = String::from("podnetd wrote:\n") + &self.home.log();
            let _told = std::io::Write::write_all(&mut std::io::stderr().lock(), shown.as_bytes());
        }
    }
}

/// Sends a signal to a process that this test has started.
///
/// # Panics
/// Where there is no shell.
pub fn signal(process_id: u32, name: &str) {
    let mut kill = Command::new("sh");
    kill.args(["-c", "kill -s \"$1\" \"$2\"", "kill", name, &process_id.to_string()]);
    let status = kill.stdin(Stdio::null()).stderr(Stdio::null()).status().expect("a shell");
    // A process that is gone already is no failure of the signal's sender; whoever waits for it sees how it ended.
    let _sent = status.success();
}
