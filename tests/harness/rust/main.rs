//! The harness of Rust: reads operations as lines of JSON, carries them out with the published client, writes answers.

mod args;
mod calls;
mod clients;
mod json;
#[path = "../../../sdk/rust/examples/load/generator.rs"]
mod load;
#[rustfmt::skip]
#[path = "generated/methods.rs"]
mod methods;
mod watches;

use std::io::Write as _;
use std::sync::Arc;

use podnet::Client;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::task::JoinSet;

use crate::args::Args;
use crate::clients::Named;
use crate::watches::Watching;

/// One line of input.
#[derive(Debug, Deserialize)]
struct Line {
    id: u64,
    op: String,
    #[serde(default)]
    client: String,
    #[serde(default)]
    args: Args,
}

/// Why an operation has no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The client failed; boxed inside.
    Client(podnet::Error),
    /// The caller gave it up.
    GivenUp,
    /// The client does not have it, or the line makes no sense.
    Unsupported(String),
}

impl From<podnet::Error> for Failure {
    fn from(error: podnet::Error) -> Self {
        Self::Client(error)
    }
}

impl From<String> for Failure {
    fn from(why: String) -> Self {
        Self::Unsupported(why)
    }
}

/// What is open.
#[derive(Default)]
struct Open {
    clients: Named<Client>,
    watches: Named<Watching>,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let open = Arc::new(Open::default());
    let mut running = JoinSet::new();
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(text) = lines.next_line().await? {
        let line: Line = serde_json::from_str(&text)?;
        let open = open.clone();
        running.spawn(async move {
            let id = line.id;
            let answer = match operate(&open, line).await {
                Ok(done) => json!({"id": id, "ok": done}),
                Err(Failure::Client(error)) => json!({"id": id, "error": json::error(&error)}),
                Err(Failure::GivenUp) => json!({"id": id, "error": json::given_up()}),
                Err(Failure::Unsupported(why)) => json!({"id": id, "unsupported": why}),
            };
            // Where nobody reads any more, the runner is gone.
            let _gone = writeln!(std::io::stdout(), "{answer}").is_err();
        });
    }
    running.join_all().await;
    Ok(())
}

async fn operate(open: &Open, line: Line) -> Result<Value, Failure> {
    let args = line.args;
    let client = || open.clients.get(&line.client);
    match line.op.as_str() {
        "hello" => {
            return Ok(
                json!({"language": "rust", "version": env!("CARGO_PKG_VERSION"), "styles": ["async"]}),
            );
        }
        "connect" => drop(open.clients.all().insert(line.client, clients::connect(args)?)),
        "close" => drop(open.clients.all().remove(&line.client)),
        "call" => return calls::call(&client()?, &args).await,
        "list" => return methods::list(&client()?, &args).await,
        "hold" => return calls::hold(&client()?, &args).await,
        "stream" => return calls::stream(&client()?, &args).await,
        "load" => return calls::load(client()?, args).await,
        "watch" => return watches::read(&watches::open(&client()?, &args), &args).await,
        "watch_start" => {
            let watching = watches::open(&client()?, &args);
            open.watches.all().insert(args.watch, watching);
        }
        "watch_next" => return watches::read(&open.watches.get(&args.watch)?, &args).await,
        "watch_stop" => drop(open.watches.all().remove(&args.watch)),
        other => return Err(Failure::Unsupported(format!("no operation `{other}`"))),
    }
    Ok(json!({}))
}
