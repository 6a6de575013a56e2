//! A connection and the calls over it.

use std::sync::Arc;
use std::time::Duration;

use tonic::Code;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint, Identity};
use uuid::Uuid;

use crate::call::Rpc;
use crate::error::Error;
use crate::options::{Options, Tls};
use crate::retry::{Throttle, may_retry};
use crate::transport;

/// Bytes of one message in either direction: answers carry up to 1,000 resources of a page.
pub(crate) const MESSAGE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Time between keep-alive pings while a stream is open.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// A client of one server. Clones share the connection.
#[derive(Clone, Debug)]
pub struct Client {
    channel: Channel,
    options: Arc<Options>,
    throttle: Arc<Throttle>,
}

impl Client {
    /// Makes a client. Nothing is sent before the first call. Needs a tokio runtime around it.
    ///
    /// # Errors
    /// The address or the TLS settings are malformed or missing, or a token would go out in plaintext to another host.
    pub fn connect(options: Options) -> Result<Self, Error> {
        let options = options.completed()?;
        options.guard_token()?;
        let invalid = |what: String| Error::local(Code::InvalidArgument, what);
        let mut endpoint = Endpoint::from_shared(options.address.clone())
            .map_err(|error| invalid(format!("address `{}`: {error}", options.address)))?
            .user_agent(concat!("podnet-rust/", env!("CARGO_PKG_VERSION")))
            .map_err(|error| invalid(error.to_string()))?
            .connect_timeout(options.deadline)
            .tcp_nodelay(true)
            .http2_keep_alive_interval(KEEP_ALIVE);
        if let Some(tls) = &options.tls {
            endpoint =
                endpoint.tls_config(tls_config(tls)).map_err(|error| invalid(format!("TLS: {error}")))?;
        }
        Ok(Self {
            channel: endpoint.connect_lazy(),
            options: Arc::new(options),
            throttle: Arc::new(Throttle::default()),
        })
    }

    /// The connection, for the generated clients in [`podnet_proto::v1`].
    pub fn channel(&self) -> Channel {
        self.channel.clone()
    }

    /// The settings.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The error of a status, for callers of the generated clients; one that no server has sent names the address, every
    /// cause, and what may help.
    pub fn error(&self, status: &tonic::Status) -> Error {
        let mut error = Error::from_status(status);
        if error.code == Code::Unavailable && std::error::Error::source(status).is_some() {
            let advice = transport::advice(&error.message, &self.options);
            error.message = format!("{}: {}; {advice}", self.options.address, error.message);
        }
        error
    }

    /// Makes a unary call: fills `request_id` once, sets the deadline for all attempts, and tries again while the reason
    /// of an error says that it helps.
    ///
    /// # Errors
    /// What the server refused, or what the transport could not do, after the last attempt.
    #[expect(clippy::disallowed_methods, reason = "a deadline and a back-off are about real time")]
    pub async fn call<R: Rpc>(&self, mut request: R) -> Result<R::Response, Error> {
        let request_id = request.request_id_mut().map(|id| {
            if id.is_empty() {
                *id = Uuid::new_v4().to_string();
            }
            id.clone()
        });
        let total = if R::BATCH { self.options.batch_deadline } else { self.options.deadline };
        let deadline = tokio::time::Instant::now() + total;
        let mut attempt = 1;
        loop {
            let left = deadline.saturating_duration_since(tokio::time::Instant::now());
            let mut message = self.request(request.clone()).await?;
            message.set_timeout(left);
            let outcome = tokio::time::timeout(left, R::send(self.channel.clone(), message)).await;
            let mut error = match outcome {
                Ok(Ok(response)) => {
                    self.throttle.succeeded();
                    return Ok(response.into_inner());
                }
                Ok(Err(status)) => self.error(&status),
                Err(_) => Error::local(Code::DeadlineExceeded, format!("no answer within {total:?}")),
            };
            error.attempts = attempt;
            error.request_id.clone_from(&request_id);
            let allowed = !may_retry(&error) || self.throttle.failed();
            match self.options.retry.wait(&error, attempt).filter(|_| allowed) {
                Some(wait) if tokio::time::Instant::now() + wait < deadline => tokio::time::sleep(wait).await,
                Some(_) | None => return Err(error),
            }
            attempt += 1;
        }
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
    pub async fn request<M>(&self, message: M) -> Result<tonic::Request<M>, Error> {
        let mut request = tonic::Request::new(message);
        if let Some(token) = &self.options.token {
            request.metadata_mut().insert("authorization", token.header().await?);
        }
        Ok(request)
    }
}

fn tls_config(tls: &Tls) -> ClientTlsConfig {
    let mut config = ClientTlsConfig::new().ca_certificate(Certificate::from_pem(&tls.authority_pem));
    if let (Some(certificate), Some(key)) = (&tls.certificate_pem, &tls.key_pem) {
        config = config.identity(Identity::from_pem(certificate, key));
    }
    match &tls.server_name {
        Some(name) => config.domain_name(name.clone()),
        None => config,
    }
}
