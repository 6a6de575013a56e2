//! A server behind its contract as a world: gRPC on a port of its own, the embedded log in a folder of its own, under a
//! clock that stands until it is moved.
//!
//! Calls carry the request id that the step has, or none, so that the log has the same revisions as the domain alone.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each file takes the verbs of its matter and passes the others on; the last one refuses"
)]

mod addresses;
mod flow;
mod message;
mod read;
mod routes;
mod security;
mod server;
mod show;
mod topology;

use std::collections::BTreeMap;
use std::time::Duration;

use podnet::{Rpc, v1 as pb};
use podnet_core::time::Timestamp;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::{Code, Request, Status};
use tonic_prost::ProstCodec;
use tonic_types::StatusExt as _;

use self::server::Server;
use super::answer::{Answer, Refusal};
use super::core::START;
use super::step::{Step, Verb, duration};
use super::world::World;

/// Fields of the resources in requests: the domain names a field without the resource that has it.
const RESOURCES: [&str; 13] = [
    "network",
    "subnet",
    "cluster",
    "node_pool",
    "node",
    "route_table",
    "route",
    "service",
    "reservation",
    "network_security_group",
    "namespace",
    "network_policy",
    "allocation",
];

/// A server and what a scenario knows of it.
pub struct WireWorld {
    server: Server,
    now: Timestamp,
    /// Highest revision seen.
    latest: i64,
    last: Option<Step>,
    /// Etag of the last plan, by table.
    plans: BTreeMap<String, String>,
}

impl World for WireWorld {
    fn kind(&self) -> &'static str {
        "wire"
    }

    fn run(&mut self, step: &Step) -> Result<Answer, String> {
        match step.verb {
            Verb::Retry => {
                let last = self.last.clone().ok_or("there is no command to repeat")?;
                self.run(&last)
            }
            Verb::Advance => self.advance(duration(step.word(0)?)?),
            Verb::Find
            | Verb::Usage
            | Verb::Free
            | Verb::History
            | Verb::Effective
            | Verb::Lookup
            | Verb::Show => self.read(step),
            Verb::Plan => self.reconcile(step, true),
            Verb::Trace => self.trace(step),
            _ => {
                self.last = Some(step.clone());
                self.mutate(step)
            }
        }
    }

    fn finish(&mut self) -> Result<(), String> {
        self.server.stop()
    }
}

impl WireWorld {
    /// A fresh server.
    ///
    /// # Errors
    /// It does not come up.
    pub fn start() -> Result<Self, String> {
        let server = Server::start(START)?;
        Ok(Self { server, now: START, latest: 0, last: None, plans: BTreeMap::new() })
    }

    /// One attempt of a call.
    fn call<R: Rpc>(&self, request: R) -> Result<R::Response, Answer> {
        let mut grpc = Grpc::new(self.server.channel());
        let sent = self.server.run(async {
            grpc.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
            let codec = ProstCodec::<R, R::Response>::default();
            grpc.unary(Request::new(request), PathAndQuery::from_static(R::PATH), codec).await
        });
        sent.map(tonic::Response::into_inner).map_err(|status| Answer::Refused(refusal(&status)))
    }

    /// The answer to a mutation with its lines.
    fn done(&mut self, step: &Step, cursor: Option<pb::Cursor>, lines: Vec<String>) -> Answer {
        let is_new = self.is_new(step, cursor.as_ref());
        let revision = cursor.map(|cursor| cursor.revision).unwrap_or_default();
        if step.has("validate-only") || step.verb == Verb::Plan {
            return Answer::Done { revision: None, is_new: false, lines };
        }
        self.latest = self.latest.max(revision);
        Answer::Done { revision: u64::try_from(revision).ok(), is_new, lines }
    }

    /// Whether the answer is of a revision that was not seen before.
    fn is_new(&self, step: &Step, cursor: Option<&pb::Cursor>) -> bool {
        !step.has("validate-only") && cursor.is_some_and(|cursor| cursor.revision > self.latest)
    }

    /// Moves the clock, and lets the server notice by a command that changes nothing.
    fn advance(&mut self, by: Duration) -> Result<Answer, String> {
        self.now = self.now.plus(by);
        self.server.advance(by);
        let request = pb::DeleteNetworkRequest {
            name: "networks/nobody-has-this-name".to_owned(),
            allow_missing: true,
            ..pb::DeleteNetworkRequest::default()
        };
        let answer = self.call(request).map_err(|answer| answer.lines().join(" "))?;
        self.latest = self.latest.max(answer.cursor.map(|cursor| cursor.revision).unwrap_or_default());
        Ok(Answer::Shown(vec![format!("{} r{}", self.now, self.latest)]))
    }

    fn mutate(&mut self, step: &Step) -> Result<Answer, String> {
        if let Some(answer) = self.topology(step)? {
            return Ok(answer);
        }
        if let Some(answer) = self.routes(step)? {
            return Ok(answer);
        }
        if let Some(answer) = self.filters(step)? {
            return Ok(answer);
        }
        self.addresses(step)?.ok_or_else(|| "this step is no command".to_owned())
    }
}

fn refusal(status: &Status) -> Refusal {
    let code = match status.code() {
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        other => {
            return Refusal {
                code: format!("{other:?}"),
                reason: status.message().to_owned(),
                metadata: BTreeMap::new(),
            };
        }
    };
    let (reason, metadata) = match status.get_details_error_info() {
        Some(info) => (info.reason, info.metadata),
        None => (format!("no reason: {}", status.message()), std::collections::HashMap::new()),
    };
    let mut metadata: BTreeMap<_, _> = metadata.into_iter().collect();
    if let Some(field) = metadata.get_mut("field")
        && let Some((resource, rest)) = field.split_once('.')
        && RESOURCES.contains(&resource)
    {
        *field = rest.to_owned();
    }
    let reason = reason.trim_start_matches("ERROR_REASON_").to_owned();
    Refusal { code: code.to_owned(), reason, metadata }
}
