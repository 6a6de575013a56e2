//! Which clients and watches are open, and with which settings is a client made?

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use podnet::{Client, Options, RetryPolicy, Tls, Token};

use crate::Failure;
use crate::args::Args;

/// What is open, by name.
pub(crate) struct Named<T>(Mutex<BTreeMap<String, T>>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Named<T> {
    pub(crate) fn all(&self) -> MutexGuard<'_, BTreeMap<String, T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self, name: &str) -> Result<T, Failure> {
        let found = self.all().get(name).cloned();
        found.ok_or_else(|| Failure::Unsupported(format!("nothing is open as `{name}`")))
    }
}

/// Makes a client.
pub(crate) fn connect(args: Args) -> Result<Client, Failure> {
    if !["", "grpc"].contains(&args.transport.as_str()) {
        return Err(Failure::Unsupported("Rust speaks gRPC only".to_owned()));
    }
    let mut options = Options::new(args.target);
    if let Some(authority_pem) = file(args.ca_file)? {
        let (certificate_pem, key_pem) = (file(args.cert_file)?, file(args.key_file)?);
        options.tls = Some(Tls { authority_pem, certificate_pem, key_pem, server_name: args.server_name });
    }
    options.token = args.token.map(Token::fixed);
    if !args.tokens.is_empty() {
        options.token = Some(in_turn(args.tokens));
    }
    options.token_over_plaintext = args.token_over_plaintext;
    options.deadline = args.deadline.unwrap_or(options.deadline);
    options.batch_deadline = args.batch_deadline.unwrap_or(options.batch_deadline);
    if args.retries == Some(false) {
        options.retry = RetryPolicy::off();
    }
    Ok(Client::connect(options)?)
}

/// A callback that gives the tokens one after another, the last for ever.
fn in_turn(tokens: Vec<String>) -> Token {
    let next = Arc::new(Mutex::new(0));
    Token::from_fn(move || {
        let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
        let token = tokens.get(*next).or_else(|| tokens.last()).cloned().unwrap_or_default();
        *next += 1;
        async move { Ok(token) }
    })
}

fn file(path: Option<PathBuf>) -> Result<Option<Vec<u8>>, Failure> {
    let read = |path: PathBuf| {
        std::fs::read(&path).map_err(|error| Failure::Unsupported(format!("{}: {error}", path.display())))
    };
    path.map(read).transpose()
}
