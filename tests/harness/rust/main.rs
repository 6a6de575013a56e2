//! The harness of Rust: reads operations as lines of JSON, carries them out with the published client, writes answers.

mod calls;
mod clients;
mod json;
mod load;
mod watches;

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::sync::mpsc;

use crate::clients::Clients;

/// One line of input.
#[derive(Debug, Deserialize)]
struct Line {
    id: u64,
    op: String,
    #[serde(default)]
    client: String,
    #[serde(default)]
    args: Map<String, Value>,
}

/// Why an operation has no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The client failed; boxed inside.
    Client(podnet::Error),
    /// The caller gave it up; how that looks.
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

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let clients = Arc::new(Clients::default());
    let (answers, mut written) = mpsc::unbounded_channel::<String>();
    let writer = tokio::spawn(async move {
        let mut out = tokio::io::stdout();
        while let Some(line) = written.recv().await {
            out.write_all(line.as_bytes()).await?;
            out.flush().await?;
        }
        Ok::<_, std::io::Error>(())
    });
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(text) = lines.next_line().await? {
        let line: Line = serde_json::from_str(&text)?;
        let (clients, answers) = (clients.clone(), answers.clone());
        drop(tokio::spawn(async move {
            let id = line.id;
            let mut answer = match operate(&clients, line).await {
                Ok(done) => json!({"id": id, "ok": done}),
                Err(Failure::Client(error)) => json!({"id": id, "error": json::error(&error)}),
                Err(Failure::GivenUp) => json!({"id": id, "error": json::given_up()}),
                Err(Failure::Unsupported(why)) => json!({"id": id, "unsupported": why}),
            }
            .to_string();
            answer.push('\n');
            // Nobody reads any more: the runner is gone.
            let _gone = answers.send(answer).is_err();
        }));
    }
    drop(answers);
    writer.await.map_err(std::io::Error::other)?
}

async fn operate(clients: &Clients, line: Line) -> Result<Value, Failure> {
    let args = line.args;
    match line.op.as_str() {
        "hello" => Ok(json!({"language": "rust", "version": env!("CARGO_PKG_VERSION"), "styles": ["async"]})),
        "connect" => clients.connect(&line.client, &args).map(|()| json!({})),
        "close" => {
            clients.close(&line.client);
            Ok(json!({}))
        }
        "call" => calls::call(&clients.get(&line.client)?, &args).await,
        "list" => calls::list(&clients.get(&line.client)?, &args).await,
        "hold" => calls::hold(&clients.get(&line.client)?, &args).await,
        "stream" => calls::stream(&clients.get(&line.client)?, &args).await,
        "load" => load::load(&clients.get(&line.client)?, &args).await,
        "watch" => watches::watch(&clients.get(&line.client)?, &args).await,
        "watch_start" => watches::start(clients, &line.client, &args),
        "watch_next" => watches::next(clients, &line.client, &args).await,
        "watch_stop" => watches::stop(clients, &line.client, &args),
        other => Err(Failure::Unsupported(format!("no operation `{other}`"))),
    }
}
