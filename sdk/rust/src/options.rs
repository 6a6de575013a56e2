//! What can be set about a connection. Nothing here touches the network.

use std::time::Duration;

use crate::retry::RetryPolicy;

/// Settings of a client.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address of the server, such as `http://127.0.0.1:7443`; `https://` with [`Options::tls`].
    pub address: String,
    /// TLS settings; `None` for plaintext.
    pub tls: Option<Tls>,
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

impl Options {
    /// Settings for a server, everything else at its default.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            tls: None,
            deadline: Duration::from_secs(10),
            batch_deadline: Duration::from_secs(30),
            retry: RetryPolicy::default(),
        }
    }
}
