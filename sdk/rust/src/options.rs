//! What can be set about a connection, and what the environment says where nothing is set? Nothing here touches the network.

use std::time::Duration;

use tonic::Code;
use tonic::transport::{Certificate, ClientTlsConfig, Identity, Uri};

use crate::error::Error;
use crate::retry::RetryPolicy;
use crate::service_config;
use crate::token::Token;

/// Settings of a client.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address of the server: `http://127.0.0.1:7443` in plaintext, `https://host:port` over TLS, `unix:/path` for a socket
    /// of this machine. Empty: `PODNET_ADDR` of the environment.
    pub address: String,
    /// TLS settings. `None` over `https://`: the files that `PODNET_CA_FILE`, `PODNET_CERT_FILE` and `PODNET_KEY_FILE` name.
    pub tls: Option<Tls>,
    /// What proves who calls. `None`: `PODNET_TOKEN` of the environment, or nothing.
    pub token: Option<Token>,
    /// Send the token in plaintext to a host that is not this one, where everybody on the way can read it. Default false.
    pub token_over_plaintext: bool,
    /// Longest time of a unary call, over all attempts. Default 10 s.
    pub deadline: Duration,
    /// Longest time of a batch call, over all attempts. Default 30 s.
    pub batch_deadline: Duration,
    /// When and how often to try again.
    pub retry: RetryPolicy,
}

/// TLS settings, all in PEM.
#[derive(Clone, Debug, Default)]
pub struct Tls {
    /// Certificates of the authorities that may have signed the server's.
    pub authority_pem: Vec<u8>,
    /// The client's certificate, for mutual TLS.
    pub certificate_pem: Option<Vec<u8>>,
    /// The client's private key, for mutual TLS.
    pub key_pem: Option<Vec<u8>>,
    /// Name that the server's certificate must have, if not that of the address.
    pub server_name: Option<String>,
}

impl Tls {
    pub(crate) fn config(&self) -> ClientTlsConfig {
        let mut config = ClientTlsConfig::new().ca_certificate(Certificate::from_pem(&self.authority_pem));
        if let (Some(certificate), Some(key)) = (&self.certificate_pem, &self.key_pem) {
            config = config.identity(Identity::from_pem(certificate, key));
        }
        match &self.server_name {
            Some(name) => config.domain_name(name),
            None => config,
        }
    }
}

impl Options {
    /// Settings for a server, everything else at its default. An empty address is that of the environment.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            tls: None,
            token: None,
            token_over_plaintext: false,
            deadline: service_config::DEADLINE,
            batch_deadline: service_config::BATCH_DEADLINE,
            retry: RetryPolicy::default(),
        }
    }

    /// Fills what is not set from the environment.
    pub(crate) fn completed(mut self) -> Result<Self, Error> {
        if self.address.is_empty() {
            self.address =
                variable("PODNET_ADDR").ok_or_else(|| invalid("no address: give one, or set PODNET_ADDR"))?;
        }
        if self.token.is_none() {
            self.token = variable("PODNET_TOKEN").map(Token::fixed);
        }
        if self.address.starts_with("https:") && self.tls.is_none() {
            let missing =
                "https needs the authority of the server's certificate: set `tls`, or PODNET_CA_FILE";
            let authority_pem = file("PODNET_CA_FILE")?.ok_or_else(|| invalid(missing))?;
            let (certificate_pem, key_pem) = (file("PODNET_CERT_FILE")?, file("PODNET_KEY_FILE")?);
            self.tls = Some(Tls { authority_pem, certificate_pem, key_pem, server_name: None });
        }
        Ok(self)
    }

    /// Refuses to show a token to everybody on the way.
    pub(crate) fn guard_token(&self) -> Result<(), Error> {
        if self.token.is_none() || self.token_over_plaintext || !self.address.starts_with("http:") {
            return Ok(());
        }
        let uri: Option<Uri> = self.address.parse().ok();
        let host = uri.as_ref().and_then(Uri::host).unwrap_or_default().trim_matches(['[', ']']);
        let address: Option<std::net::IpAddr> = host.parse().ok();
        if host == "localhost" || address.is_some_and(|address| address.is_loopback()) {
            return Ok(());
        }
        let message = format!("a token would be readable on the way to {}: use https://", self.address);
        Err(Error::local(Code::FailedPrecondition, message))
    }
}

fn invalid(message: impl Into<String>) -> Error {
    Error::local(Code::InvalidArgument, message)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn file(name: &str) -> Result<Option<Vec<u8>>, Error> {
    let read =
        |path: String| std::fs::read(&path).map_err(|error| invalid(format!("{name}: {path}: {error}")));
    variable(name).map(read).transpose()
}
