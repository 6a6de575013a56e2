//! What does every command need: the connection, the form of output, and the names that were left out?

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use podnet::{Client, Options, Tls, v1};
use prost::Message;

use crate::args::{FileArg, Global};
use crate::exit::Failure;
use crate::name::{self, Shape};
use crate::output::{Printer, json};

/// Connection, output and settings.
#[derive(Debug)]
pub struct Context {
    /// Connection.
    pub client: Client,
    /// Output.
    pub printer: Printer,
    /// Settings.
    pub global: Global,
}

impl Context {
    /// Prepares a connection; nothing is sent yet.
    pub fn new(global: Global) -> Result<Self, Failure> {
        let mut options = Options::new(global.server.clone());
        options.deadline = Duration::from_secs(global.timeout);
        options.batch_deadline = options.batch_deadline.max(options.deadline);
        if let Some(authority) = &global.tls_authority {
            let optional = |path: &Option<_>| path.as_deref().map(read).transpose();
            options.tls = Some(Tls {
                authority_pem: read(authority)?,
                certificate_pem: optional(&global.tls_certificate)?,
                key_pem: optional(&global.tls_key)?,
                server_name: global.tls_server_name.clone(),
            });
        } else if global.server.starts_with("https:") {
            return Err(Failure::usage(
                "https needs --tls-authority FILE: who may have signed the server's certificate",
            ));
        }
        let printer = Printer { format: global.output, headers: !global.no_headers };
        Ok(Self { client: Client::connect(options)?, printer, global })
    }

    /// The key of idempotency; empty: the client makes one.
    pub fn request_id(&self) -> String {
        self.global.request_id.clone().unwrap_or_default()
    }

    /// The resource name that `text` means; a missing network or cluster is that of the settings, or the only one.
    pub async fn name(&self, shape: Shape, text: &str) -> Result<String, Failure> {
        let mut ids = name::ids(shape, text)?;
        match shape.len() - ids.len() {
            0 => {}
            1 if shape.len() > 1 => ids.insert(0, self.lead(shape).await?),
            _ => {
                let example = name::example(shape);
                return Err(Failure::Usage(format!(
                    "`{text}` is too short: give {example}, or its last parts"
                )));
            }
        }
        Ok(name::join(shape, &ids))
    }

    /// The resource name, if a text was given.
    pub async fn optional_name(&self, shape: Shape, text: Option<&str>) -> Result<String, Failure> {
        match text {
            Some(text) => self.name(shape, text).await,
            None => Ok(String::new()),
        }
    }

    /// The cluster that is meant.
    pub async fn cluster(&self) -> Result<String, Failure> {
        Ok(name::join(name::CLUSTER, &[self.lead(name::CLUSTER).await?]))
    }

    /// The network that is meant.
    pub async fn network(&self) -> Result<String, Failure> {
        Ok(name::join(name::NETWORK, &[self.lead(name::NETWORK).await?]))
    }

    async fn lead(&self, shape: Shape) -> Result<String, Failure> {
        let of_cluster = shape.first() == name::CLUSTER.first();
        let (given, shape) = if of_cluster {
            (&self.global.cluster, name::CLUSTER)
        } else {
            (&self.global.network, name::NETWORK)
        };
        if let Some(given) = given {
            return name::ids(shape, given).map(|mut ids| ids.pop().unwrap_or_default());
        }
        let names: Vec<String> = if of_cluster {
            let request = v1::ListClustersRequest { page_size: 2, ..Default::default() };
            self.client.call(request).await?.clusters.into_iter().map(|cluster| cluster.name).collect()
        } else {
            let request = v1::ListNetworksRequest { page_size: 2, ..Default::default() };
            self.client.call(request).await?.networks.into_iter().map(|network| network.name).collect()
        };
        let what = if of_cluster { "cluster" } else { "network" };
        match names.as_slice() {
            [only] => Ok(name::split(only).1),
            [] => Err(Failure::Usage(format!("the server holds no {what} yet: create or import one"))),
            _ => Err(Failure::Usage(format!(
                "the server holds several {what}s: choose one with --{what} or in the name"
            ))),
        }
    }
}

/// Bytes of a file; `-` is standard input.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(failed)
}

/// The resource of a file, or an empty one.
pub fn resource<M: Message + Default>(message: &str, file: &FileArg) -> Result<M, Failure> {
    let Some(path) = &file.file else { return Ok(M::default()) };
    let text = String::from_utf8(read(path)?)
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    json::parse(message, &text)
}

/// Sets a field if something was given.
pub fn set<T>(field: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *field = given;
    }
}

/// Sets a list if something was given.
pub fn set_list<T>(field: &mut Vec<T>, given: Vec<T>) {
    if !given.is_empty() {
        *field = given;
    }
}

/// Seconds as a duration.
#[must_use]
pub fn seconds(seconds: i64) -> prost_types::Duration {
    prost_types::Duration { seconds, nanos: 0 }
}
