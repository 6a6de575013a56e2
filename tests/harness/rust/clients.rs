//! Which clients and watches are open?

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use podnet::{Client, Options, RetryPolicy, Tls, Token};
use serde_json::{Map, Value};

use crate::Failure;
use crate::watches::Watching;

/// By name.
#[derive(Default)]
pub(crate) struct Clients {
    open: Mutex<BTreeMap<String, Client>>,
    pub(crate) watches: Mutex<BTreeMap<String, Arc<tokio::sync::Mutex<Watching>>>>,
}

impl Clients {
    /// Makes a client.
    pub(crate) fn connect(&self, name: &str, args: &Map<String, Value>) -> Result<(), Failure> {
        if text(args, "transport").is_some_and(|transport| transport != "grpc") {
            return Err(Failure::Unsupported("Rust speaks gRPC only".to_owned()));
        }
        let client = Client::connect(options(args)?)?;
        self.open.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), client);
        Ok(())
    }

    /// A client that was made.
    pub(crate) fn get(&self, name: &str) -> Result<Client, Failure> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(name).cloned().ok_or_else(|| Failure::Unsupported(format!("no client `{name}`")))
    }

    /// Closes a client.
    pub(crate) fn close(&self, name: &str) {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

fn options(args: &Map<String, Value>) -> Result<Options, Failure> {
    let mut options = Options::new(text(args, "target").unwrap_or_default());
    if let Some(authority) = file(args, "ca_file")? {
        options.tls = Some(Tls {
            authority_pem: authority,
            certificate_pem: file(args, "cert_file")?,
            key_pem: file(args, "key_file")?,
            server_name: text(args, "server_name").map(str::to_owned),
        });
    }
    options.token = text(args, "token").map(Token::fixed).or_else(|| tokens(args));
    options.token_over_plaintext = args.get("token_over_plaintext").and_then(Value::as_bool).unwrap_or(false);
    if let Some(deadline) = milliseconds(args, "deadline_ms") {
        options.deadline = deadline;
    }
    if let Some(deadline) = milliseconds(args, "batch_deadline_ms") {
        options.batch_deadline = deadline;
    }
    if args.get("retries").and_then(Value::as_bool) == Some(false) {
        options.retry = RetryPolicy::off();
    }
    Ok(options)
}

/// A callback that gives the tokens one after another, the last for ever.
fn tokens(args: &Map<String, Value>) -> Option<Token> {
    let tokens: Vec<String> = serde_json::from_value(args.get("tokens")?.clone()).ok()?;
    let next = Arc::new(Mutex::new(0));
    Some(Token::from_fn(move || {
        let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
        let token = tokens.get(*next).or_else(|| tokens.last()).cloned().unwrap_or_default();
        *next += 1;
        async move { Ok(token) }
    }))
}

pub(crate) fn text<'a>(args: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    args.get(key).and_then(Value::as_str)
}

pub(crate) fn milliseconds(args: &Map<String, Value>, key: &str) -> Option<Duration> {
    args.get(key).and_then(Value::as_u64).map(Duration::from_millis)
}

fn file(args: &Map<String, Value>, key: &str) -> Result<Option<Vec<u8>>, Failure> {
    let read = |path| std::fs::read(path).map_err(|error| Failure::Unsupported(format!("{key}: {error}")));
    text(args, key).map(read).transpose()
}
