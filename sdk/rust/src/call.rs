//! How is a unary call made well? One function for all RPCs: one request id, one deadline over all attempts, and retries
//! while the reason of an error says that they help.

use std::time::Duration;

use prost::Message;
use tokio::time::{Instant, sleep, timeout};
use tonic::Code;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic_prost::ProstCodec;
use uuid::Uuid;

use crate::client::{Client, MESSAGE_BYTES_MAX};
use crate::error::Error;

/// A request of a unary RPC; `cargo xtask gen` writes the table of all of them.
pub trait Rpc: Message + Clone + 'static {
    /// Its response.
    type Response: Message + Default + 'static;
    /// Service and method.
    const PATH: &'static str;
    /// Whether it carries many items and gets the longer deadline.
    const BATCH: bool = false;

    /// The key of idempotency, if the RPC changes something.
    fn request_id_mut(&mut self) -> Option<&mut String> {
        None
    }
}

/// Fills an empty request id, and gives it.
pub(crate) fn numbered(id: &mut String) -> String {
    if id.is_empty() {
        *id = Uuid::new_v4().to_string();
    }
    id.clone()
}

impl Client {
    /// Makes a unary call: fills `request_id` once, sets the deadline for all attempts, and tries again while the reason
    /// of an error says that it helps.
    ///
    /// # Errors
    /// What the server refused, or what the transport could not do, after the last attempt.
    #[expect(clippy::disallowed_methods, reason = "a deadline and a back-off are about real time")]
    pub async fn call<R: Rpc>(&self, mut request: R) -> Result<R::Response, Error> {
        let request_id = request.request_id_mut().map(numbered);
        let total = if R::BATCH { self.options.batch_deadline } else { self.options.deadline };
        let deadline = Instant::now() + total;
        let mut attempt = 1;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let mut error = match timeout(left, self.attempt(request.clone(), left)).await {
                Ok(Ok(response)) => {
                    self.throttle.count(false);
                    return Ok(response);
                }
                Ok(Err(error)) => error,
                Err(_) => Error::local(Code::DeadlineExceeded, format!("no answer within {total:?}")),
            };
            error.0.attempts = attempt;
            error.0.request_id.clone_from(&request_id);
            let allowed = !error.may_retry() || self.throttle.count(true);
            match self.options.retry.wait(&error, attempt).filter(|_| allowed) {
                Some(wait) if Instant::now() + wait < deadline => sleep(wait).await,
                Some(_) | None => return Err(error),
            }
            attempt += 1;
        }
    }

    async fn attempt<R: Rpc>(&self, request: R, left: Duration) -> Result<R::Response, Error> {
        let mut request = self.request(request).await?;
        request.set_timeout(left);
        let mut grpc = Grpc::new(self.channel())
            .max_decoding_message_size(MESSAGE_BYTES_MAX)
            .max_encoding_message_size(MESSAGE_BYTES_MAX);
        let ready = grpc.ready().await;
        ready.map_err(|error| self.error(&tonic::Status::from_error(error.into())))?;
        let path = PathAndQuery::from_static(R::PATH);
        let answer = grpc.unary(request, path, ProstCodec::<R, R::Response>::default()).await;
        answer.map(tonic::Response::into_inner).map_err(|status| self.error(&status))
    }
}
