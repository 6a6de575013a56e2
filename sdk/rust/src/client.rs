//! What do all calls share? A connection, its settings, and who calls.

use std::sync::Arc;
use std::time::Duration;

use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status};

use crate::error::Error;
use crate::options::Options;
use crate::retry::Throttle;
use crate::transport;

/// Bytes of one message in either direction: answers carry up to 1,000 resources of a page.
pub(crate) const MESSAGE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Time between keep-alive pings while a stream is open.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// A client of one server. Clones share the connection.
#[derive(Clone, Debug)]
pub struct Client {
    channel: Channel,
    pub(crate) options: Arc<Options>,
    pub(crate) throttle: Arc<Throttle>,
}

impl Client {
    /// Makes a client. Nothing is sent before the first call. Needs a tokio runtime around it.
    ///
    /// # Errors
    /// The address or the TLS settings are malformed or missing, or a token would go out in plaintext to another host.
    pub fn connect(options: Options) -> Result<Self, Error> {
        let options = options.completed()?;
        options.guard_token()?;
        let invalid = |error: tonic::transport::Error| {
            Error::local(Code::InvalidArgument, format!("address `{}`: {error}", options.address))
        };
        let mut endpoint = Endpoint::from_shared(options.address.clone())
            .and_then(|endpoint| endpoint.user_agent(concat!("podnet-rust/", env!("CARGO_PKG_VERSION"))))
            .map_err(invalid)?
            .connect_timeout(options.deadline)
            .tcp_nodelay(true)
            .http2_keep_alive_interval(KEEP_ALIVE);
        if let Some(tls) = &options.tls {
            endpoint = endpoint.tls_config(tls.config()).map_err(invalid)?;
        }
        Ok(Self { channel: endpoint.connect_lazy(), options: Arc::new(options), throttle: Arc::default() })
    }

    /// The connection, for the generated clients in [`podnet_proto::v1`].
    pub fn channel(&self) -> Channel {
        self.channel.clone()
    }

    /// The settings.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The same client with another deadline for its calls, batch or not: `client.with_deadline(limit).call(request)`.
    #[must_use]
    pub fn with_deadline(&self, deadline: Duration) -> Self {
        let options = Options { deadline, batch_deadline: deadline, ..Options::clone(&self.options) };
        Self { options: Arc::new(options), ..self.clone() }
    }

    /// A request with who calls; also for the generated clients.
    ///
    /// # Errors
    /// Whoever knows the token does not give it.
    pub async fn request<M>(&self, message: M) -> Result<Request<M>, Error> {
        let mut request = Request::new(message);
        if let Some(token) = &self.options.token {
            request.metadata_mut().insert("authorization", token.header().await?);
        }
        Ok(request)
    }

    /// The error of a status, for callers of the generated clients; one that no server has sent names the address, every
    /// cause, and what may help.
    pub fn error(&self, status: &Status) -> Error {
        let mut error = Error::from_status(status);
        if error.code == Code::Unavailable && std::error::Error::source(status).is_some() {
            let advice = transport::advice(&error.message, self.options.tls.as_ref());
            error.0.message = format!("{}: {}; {advice}", self.options.address, error.message);
        }
        error
    }
}
