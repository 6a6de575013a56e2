//! How does a load run get its server? A release build on a free port, with a folder of its own, stopped at the end.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use podnet_workshop::root;

use crate::failure::Failure;

/// A running server.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) url: String,
}

impl Server {
    /// Starts one with its data in a new folder below `folder`.
    pub(crate) fn start(folder: &Path) -> Result<Self, Failure> {
        let data = folder.join("data");
        let io =
            |path: &Path, source| Failure::Io { action: "prepare", path: path.display().to_string(), source };
        if data.exists() {
            std::fs::remove_dir_all(&data).map_err(|source| io(&data, source))?;
        }
        std::fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
        let path = folder.join("podnetd.log");
        let log = File::create(&path).map_err(|source| io(&path, source))?;
        let mut child = Command::new(release("podnetd"))
            .args(["--listen", "127.0.0.1:0", "--log-level", "warn", "--data-dir"])
            .arg(&data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(|error| Failure::Demo(format!("podnetd can't be started: {error}")))?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout)
                .read_line(&mut line)
                .map_err(|error| Failure::Demo(format!("podnetd: {error}")))?;
        }
        match line.trim().strip_prefix("listening on ") {
            Some(address) => Ok(Self { child, url: format!("http://{address}") }),
            None => Err(Failure::Demo(format!("podnetd did not start; {} says why", path.display()))),
        }
    }

    /// The most memory that it had so far, as the kernel saw it (`VmHWM` of proc_pid_status(5)).
    pub(crate) fn peak_memory_megabytes(&self) -> Result<u64, Failure> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(&path).map_err(|source| Failure::Io {
            action: "read",
            path: path.clone(),
            source,
        })?;
        let kilobytes = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        kilobytes
            .map(|kilobytes| kilobytes / 1024)
            .ok_or_else(|| Failure::Demo(format!("{path} has no VmHWM")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing left to do.
        let _killed = self.child.kill();
        let _status = self.child.wait();
    }
}

/// The target folder.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program of the release build.
pub(crate) fn release(name: &str) -> PathBuf {
    target().join("release").join(name)
}
