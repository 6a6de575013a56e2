//! Who gets in over TLS, and what is everybody else told? With the real server, SDK and command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod authority;
mod refused;
mod served;
mod startup;

use std::path::Path;
use std::process::{Command, Output};

use podnet_tests::server::{Home, Server, podnet};
use tempfile::TempDir;

use crate::authority::{Authority, Signed};

/// The name in the client's certificate.
const CLIENT: &str = "spiffe://podnet.test/operator";

/// An authority and what it signed, for a server on loopback and one client.
struct Keys {
    folder: TempDir,
    authority: Authority,
    server: Signed,
    client: Signed,
}

impl Keys {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let authority = Authority::new(folder.path(), "authority");
        let (server, client) = (authority.server("127.0.0.1"), authority.client(CLIENT));
        Self { folder, authority, server, client }
    }

    /// A server with this certificate.
    fn home(&self) -> Home {
        Home::new().with(&["--store", "memory"]).with(&[
            "--tls-certificate",
            text(&self.server.certificate),
            "--tls-key",
            text(&self.server.key),
        ])
    }

    /// The same, for clients of the authority only.
    fn mutual_home(&self) -> Home {
        self.home().with(&["--tls-client-authority", text(&self.authority.file)])
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The address over TLS.
fn url(server: &Server<'_>) -> String {
    format!("https://{}", server.address())
}

/// What the command line says about a server, with TLS settings as flags and one attempt's time.
fn info(url: &str, flags: &[&str]) -> Output {
    Command::new(podnet()).args(["server", "info", "--server", url]).args(flags).output().unwrap()
}

/// What a refused command line prints; it must have ended with the status of connections.
fn refusal(output: &Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{error}");
    error
}
