//! How is grpcurl asked, and what did it answer?

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use podnet_tests::server::Server;
use podnet_workshop::tools::{GRPCURL, want};
use serde_json::{Deserializer, Value};

/// grpcurl, for the servers of one test.
pub(crate) struct Grpcurl {
    program: PathBuf,
}

/// A call that failed: what grpcurl shows of the status.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) code: u64,
    pub(crate) details: Vec<Value>,
    /// Everything, for messages.
    pub(crate) status: Value,
}

impl Grpcurl {
    /// grpcurl, or `None` after the skip of this test has been told.
    pub(crate) fn wanted_by(test: &str) -> Option<Self> {
        want(&GRPCURL, test).map(|program| Self { program })
    }

    /// A command without its last arguments, which are an address and what to do there.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["-plaintext", "-format-error", "-max-time", "30"]).stdin(Stdio::null());
        command
    }

    /// The lines that `grpcurl ADDRESS ARGUMENTS` prints.
    pub(crate) fn lines(&self, server: &Server<'_>, arguments: &[&str]) -> Vec<String> {
        let output = self.command().arg(server.address().to_string()).args(arguments).output().unwrap();
        assert!(output.status.success(), "grpcurl {arguments:?}: {}", errors(&output));
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Calls a method; gives every message of the answer.
    pub(crate) fn call(
        &self,
        server: &Server<'_>,
        method: &str,
        request: &Value,
    ) -> Result<Vec<Value>, Refusal> {
        let mut command = self.command();
        command.args(["-d", &request.to_string(), &server.address().to_string(), method]);
        let output = command.output().unwrap();
        if output.status.success() {
            return Ok(Deserializer::from_slice(&output.stdout).into_iter().map(Result::unwrap).collect());
        }
        let status: Value = serde_json::from_slice(&output.stderr)
            .unwrap_or_else(|error| panic!("{method}: no status ({error}): {}", errors(&output)));
        let details = status["details"].as_array().cloned().unwrap_or_default();
        Err(Refusal { code: status["code"].as_u64().unwrap_or(0), details, status })
    }

    /// Calls a unary method that succeeds.
    pub(crate) fn ask(&self, server: &Server<'_>, method: &str, request: &Value) -> Value {
        let mut answers = self.call(server, method, request).unwrap_or_else(|refusal| {
            panic!("{method} {request}: refused with {}", refusal.status);
        });
        assert_eq!(answers.len(), 1, "{method}: {answers:?}");
        answers.remove(0)
    }

    /// Calls a method that fails.
    pub(crate) fn refusal(&self, server: &Server<'_>, method: &str, request: &Value) -> Refusal {
        match self.call(server, method, request) {
            Ok(answers) => panic!("{method} {request}: not refused but {answers:?}"),
            Err(refusal) => refusal,
        }
    }
}

impl Refusal {
    /// The detail of a type of `google.rpc`, in the clear.
    pub(crate) fn detail(&self, name: &str) -> &Value {
        let wanted = format!("type.googleapis.com/google.rpc.{name}");
        let detail = self.details.iter().find(|detail| detail["@type"] == *wanted);
        detail.unwrap_or_else(|| panic!("no {name} in {}", self.status))
    }
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
