//! How does one case run? Its server, its proxy, its steps, against one harness.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::case::{Case, Worlds};
use crate::certificates::{Certificates, Clients};
use crate::contract;
use crate::direct::Direct;
use crate::expect;
use crate::harness::{Answer, Harness};
use crate::proxy::{Aim, Proxy};
use crate::server::Place;
use crate::step::{Names, Step, fill};
use crate::wire;

/// How a case ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As expected.
    Passed,
    /// Otherwise.
    Failed(String),
    /// The client does not have what the case needs.
    Missing(String),
}

/// What all cases of a run share.
#[derive(Debug)]
pub struct Shared {
    /// Named preparations.
    pub worlds: Worlds,
    /// Files for TLS.
    pub certificates: Certificates,
}

/// Name of the client of steps that name none.
const CLIENT: &str = "c";

/// One case in the making.
pub(crate) struct Run<'a> {
    pub(crate) shared: Arc<Shared>,
    pub(crate) case: &'a Case,
    /// The style that the client is connected in.
    pub(crate) style: &'a str,
    pub(crate) language: &'a str,
    pub(crate) harness: &'a mut Harness,
    pub(crate) names: Names,
    pub(crate) place: Place,
    pub(crate) proxy: Proxy,
    pub(crate) connected: bool,
    pub(crate) prefix: String,
}

/// Why a case stops.
pub(crate) enum Stop {
    Failed(String),
    Missing(String),
}

impl From<String> for Stop {
    fn from(problem: String) -> Self {
        Self::Failed(problem)
    }
}

/// The places that a case may name: `$http` and others, each opened only if the case names it.
///
/// # Errors
/// A place cannot be opened.
pub async fn places(
    case: &Case,
    shared: &Shared,
    proxy: &Proxy,
    folder: &std::path::Path,
) -> Result<Names, String> {
    let text = format!("{:?} {:?} {:?} {:?}", case.steps, case.environment, case.connect, case.values);
    let mut names = Names::new();
    let http = proxy.listen(None).await?;
    names.insert("http".to_owned(), json!(format!("http://{http}")));
    names.insert("http_as_https".to_owned(), json!(format!("https://{http}")));
    let files = &shared.certificates;
    for (name, certificate, clients) in [
        ("https", "server", Clients::All),
        ("mtls", "server", Clients::Known),
        ("named", "named", Clients::All),
    ] {
        if text.contains(&format!("\"${name}\"")) || (name == "https" && text.contains("${https_as_http}")) {
            let acceptor = files.acceptor(certificate, clients).map_err(|error| error.to_string())?;
            let port = proxy.listen(Some(acceptor)).await?.port();
            names.insert(name.to_owned(), json!(format!("https://localhost:{port}")));
            names.insert(format!("{name}_as_http"), json!(format!("http://localhost:{port}")));
        }
    }
    if text.contains("\"$unix\"") {
        let path: PathBuf = folder.join("socket");
        proxy.listen_unix(&path)?;
        names.insert("unix".to_owned(), json!(format!("unix:{}", path.display())));
    }
    for (name, file) in [
        ("authority", "authority.pem"),
        ("stranger", "stranger.pem"),
        ("client_certificate", "client.crt"),
        ("client_key", "client.key"),
        ("other_certificate", "other.crt"),
        ("other_key", "other.key"),
    ] {
        names.insert(name.to_owned(), json!(files.file(file).to_string_lossy()));
    }
    // A port where nobody listens: taken, and given back.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    names.insert("nobody".to_owned(), json!(format!("http://{}", gone.map_err(|error| error.to_string())?)));
    // Values of the case's row may name places themselves.
    let values: Vec<_> =
        case.values.iter().map(|(name, value)| (name.clone(), fill(value, &names))).collect();
    names.extend(values);
    Ok(names)
}

impl Run<'_> {
    pub(crate) async fn steps(&mut self) -> Result<(), Stop> {
        self.faults(&Value::Array(self.case.faults.clone()))?;
        if let Some(world) = &self.case.world {
            let calls =
                self.shared.worlds.get(world).ok_or_else(|| format!("there is no world `{world}`"))?.clone();
            for (index, call) in calls.into_iter().enumerate() {
                self.step(call)
                    .await
                    .map_err(|stop| at(&format!("world {world}, call {}", index + 1), stop))?;
            }
        }
        for (index, step) in self.case.steps.iter().enumerate() {
            self.step(step.clone()).await.map_err(|stop| at(&format!("step {}", index + 1), stop))?;
        }
        wire::habits(self.language, &self.proxy.records().all())?;
        Ok(())
    }

    async fn step(&mut self, step: Value) -> Result<(), Stop> {
        let mut step = Step::read(fill(&step, &self.names))?;
        let problem = |what: &str| Stop::Failed(format!("{}: {what}", step.operation));
        match step.operation.clone().as_str() {
            "server" => self.server(step).await,
            "advance_ms" => {
                let by = step.subject.as_u64().ok_or_else(|| problem("takes milliseconds"))?;
                self.place.advance(Duration::from_millis(by));
                Ok(())
            }
            "late_connections_ms" => {
                let by = step.subject.as_u64().ok_or_else(|| problem("takes milliseconds"))?;
                self.proxy.delay_connections(Duration::from_millis(by));
                Ok(())
            }
            "restart" => self.restart(step.subject.as_str().unwrap_or_default()).await,
            "faults" => self.faults(&step.subject),
            "clear_wire" => {
                self.proxy.records().clear();
                Ok(())
            }
            "cut" => {
                self.proxy.cut();
                Ok(())
            }
            "wire" => self.wire(&step.subject),
            "repeat" => {
                let count = step.subject.as_u64().ok_or_else(|| problem("takes a count"))?;
                let inner =
                    step.take("steps").and_then(|steps| steps.as_array().cloned()).unwrap_or_default();
                for index in 0..count {
                    self.names.insert("index".to_owned(), json!(index));
                    for step in &inner {
                        Box::pin(self.step(step.clone())).await?;
                    }
                }
                Ok(())
            }
            _operation_of_the_harness => self.operate(step).await,
        }
    }

    fn faults(&self, planned: &Value) -> Result<(), Stop> {
        let faults =
            serde_json::from_value(fill(planned, &self.names)).map_err(|error| format!("faults: {error}"))?;
        self.proxy.plan(faults);
        Ok(())
    }

    fn wire(&self, expected: &Value) -> Result<(), Stop> {
        let expected: Vec<wire::Expected> =
            serde_json::from_value(expected.clone()).map_err(|error| format!("wire: {error}"))?;
        for one in &expected {
            wire::check(one, &self.proxy.records().of(&one.method))?;
        }
        Ok(())
    }

    /// A call of the runner itself.
    async fn server(&mut self, mut step: Step) -> Result<(), Stop> {
        let name = step.subject.as_str().unwrap_or_default().to_owned();
        let method = contract::method(&name)?;
        let request = step.take("request").unwrap_or_else(|| json!({}));
        let address = self.place.address().ok_or_else(|| "no server runs".to_owned())?;
        let answer = Direct::to(address)?.call(&method, &request).await?;
        let wanted = step.take("expect");
        let value = match answer {
            Ok(response) => json!({"response": response}),
            Err(error) if wanted.as_ref().is_some_and(|wanted| wanted.get("error").is_some()) => {
                json!({"error": {"reason": error.reason.map(|reason| reason.as_str_name()), "message": error.message}})
            }
            Err(error) => return Err(Stop::Failed(format!("{name} straight to the server: {error}"))),
        };
        self.finish(&name, step, wanted.as_ref(), &value)
    }

    /// Compares, keeps what is to be saved, and refuses keys that nothing has read.
    fn finish(
        &mut self,
        what: &str,
        mut step: Step,
        wanted: Option<&Value>,
        found: &Value,
    ) -> Result<(), Stop> {
        if let Some(wanted) = wanted {
            expect::check(wanted, Some(found))
                .map_err(|problem| format!("{what}: {problem}; the answer was {found}"))?;
        }
        if let Some(Value::Object(saved)) = step.take("save") {
            for (name, pointer) in saved {
                let pointer = pointer.as_str().unwrap_or_default();
                let value = found
                    .pointer(pointer)
                    .ok_or_else(|| format!("{what}: nothing at {pointer} of {found}"))?;
                self.names.insert(name, value.clone());
            }
        }
        match step.rest.keys().next() {
            Some(unread) => {
                Err(Stop::Failed(format!("{what}: the step has a key `{unread}` that says nothing")))
            }
            None => Ok(()),
        }
    }

    async fn restart(&mut self, how: &str) -> Result<(), Stop> {
        match how {
            // Asked to stop, as by SIGTERM; it ends its watches by itself.
            "drain" => self.place.drain(),
            "down" => {
                self.place.stop().await?;
                self.proxy.aim(Aim::Nobody);
                self.proxy.cut();
            }
            "up" => {
                self.place.stop().await?;
                let address = self.place.start().await?;
                self.proxy.aim(Aim::Server(address));
            }
            "replaced" => {
                self.place.stop().await?;
                self.place.forget();
                let address = self.place.start().await?;
                self.proxy.aim(Aim::Server(address));
                self.proxy.cut();
            }
            other => {
                return Err(Stop::Failed(format!("restart: down, up, drain or replaced, not `{other}`")));
            }
        }
        Ok(())
    }

    /// An operation of the harness.
    async fn operate(&mut self, mut step: Step) -> Result<(), Stop> {
        let operation = step.operation.clone();
        let client =
            format!("{}{}", self.prefix, step.take_text("client").unwrap_or_else(|| CLIENT.to_owned()));
        if operation == "connect" {
            let mut args = object(step.subject.clone())?;
            args.entry("style").or_insert_with(|| json!(self.style));
            self.connected = true;
            let wanted = step.take("expect");
            let answer = self.harness.run("connect", &client, args).await?;
            return self.judge("connect", step, wanted, answer, None);
        }
        if !self.connected && operation != "hello" {
            self.connected = true;
            let mut args = self.case.connect.clone();
            args.insert("target".to_owned(), json!("$http"));
            args.insert("style".to_owned(), json!(self.style));
            args.extend(self.case.connect.clone());
            let args = object(fill(&Value::Object(args), &self.names))?;
            if let Answer::Failed(error) = self.harness.run("connect", &client, args).await? {
                return Err(Stop::Failed(format!("connect: {error}")));
            }
        }
        let method = match operation.as_str() {
            "call" | "list" => Some(contract::method(step.subject.as_str().unwrap_or_default())?),
            "hold" => Some(contract::method("AllocateAddress")?),
            "stream" => Some(contract::method("StreamAddresses")?),
            _other => None,
        };
        let mut args = Map::new();
        match operation.as_str() {
            "call" | "list" => {
                if let Some(method) = &method {
                    args.insert("method".to_owned(), json!(contract::path(method)));
                }
                args.insert("request".to_owned(), step.take("request").unwrap_or_else(|| json!({})));
            }
            "hold" => drop(args.insert("request".to_owned(), step.subject.clone())),
            "stream" => drop(args.insert("operations".to_owned(), step.subject.clone())),
            _other => args = object(step.subject.clone())?,
        }
        for key in ["timeout_ms", "cancel_after_ms", "limit", "end"] {
            if let Some(value) = step.take(key) {
                args.insert(key.to_owned(), value);
            }
        }
        if let Some(Value::Object(named)) = step.take("watch") {
            args.extend(named);
        }
        let wanted = step.take("expect");
        let answer = self.harness.run(&operation, &client, args).await?;
        let what = method
            .as_ref()
            .map_or_else(|| operation.clone(), |method| format!("{operation} {}", method.name()));
        self.judge(&what, step, wanted, answer, method.as_ref())
    }

    fn judge(
        &mut self,
        what: &str,
        step: Step,
        wanted: Option<Value>,
        answer: Answer,
        method: Option<&prost_reflect::MethodDescriptor>,
    ) -> Result<(), Stop> {
        let found = match answer {
            Answer::Unsupported(why) => return Err(Stop::Missing(format!("{what}: {why}"))),
            Answer::Failed(error) => {
                if wanted.as_ref().is_none_or(|wanted| wanted.get("error").is_none()) {
                    return Err(Stop::Failed(format!("{what}: {error}")));
                }
                json!({"error": error})
            }
            Answer::Done(done) => normal(&step.operation, done, method)?,
        };
        self.finish(what, step, wanted.as_ref(), &found)
    }
}

/// The answer of an operation with all its messages in one form.
fn normal(
    operation: &str,
    mut done: Value,
    method: Option<&prost_reflect::MethodDescriptor>,
) -> Result<Value, String> {
    let one = |value: Option<&mut Value>, message: &prost_reflect::MessageDescriptor| {
        if let Some(value) = value.filter(|value| !value.is_null()) {
            *value = contract::normal(message, value)?;
        }
        Ok::<_, String>(())
    };
    let each = |value: Option<&mut Value>, message: &prost_reflect::MessageDescriptor| {
        let Some(Value::Array(list)) = value else { return Ok(()) };
        list.iter_mut().try_for_each(|element| one(Some(element), message))
    };
    match (operation, method) {
        ("call", Some(method)) => one(done.get_mut("response"), &method.output())?,
        ("list", Some(method)) => each(done.get_mut("items"), &contract::item(method)?)?,
        ("hold", _) => one(done.get_mut("allocation"), &contract::message("Allocation")?)?,
        ("stream", Some(method)) => each(done.get_mut("results"), &method.output())?,
        ("watch" | "watch_next", _) => {
            let (event, cursor) = (contract::message("WatchEvent")?, contract::message("Cursor")?);
            for item in done.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
                one(item.get_mut("event"), &event)?;
                if let Some(progress) = item.get_mut("progress") {
                    one(progress.get_mut("cursor"), &cursor)?;
                }
            }
        }
        _other => {}
    }
    Ok(done)
}

fn object(value: Value) -> Result<Map<String, Value>, String> {
    match value {
        Value::Object(map) => Ok(map),
        Value::Null => Ok(Map::new()),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(format!("{value} is no map"))
        }
    }
}

fn at(place: &str, stop: Stop) -> Stop {
    match stop {
        Stop::Failed(problem) => Stop::Failed(format!("{place}: {problem}")),
        Stop::Missing(why) => Stop::Missing(why),
    }
}
