//! Where does a caller's token come from? Fixed, or asked for before each attempt, so that it can change.

use std::fmt;
use std::future::ready;
use std::pin::Pin;
use std::sync::Arc;

use tonic::Code;
use tonic::metadata::{Ascii, MetadataValue};

use crate::error::Error;

type Asked = Pin<Box<dyn Future<Output = Result<String, Error>> + Send>>;

/// A bearer token, or who knows it. Its debug form does not show it.
#[derive(Clone)]
pub struct Token(Arc<dyn Fn() -> Asked + Send + Sync>);

impl Token {
    /// The same one for every call.
    pub fn fixed(token: impl Into<String>) -> Self {
        let token = token.into();
        Self::from_fn(move || ready(Ok(token.clone())))
    }

    /// Asked for before each attempt.
    pub fn from_fn<F>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<String, Error>> + Send + 'static,
    {
        Self(Arc::new(move || Box::pin(ask())))
    }

    /// The value of `authorization`.
    pub(crate) async fn header(&self) -> Result<MetadataValue<Ascii>, Error> {
        let value = MetadataValue::try_from(format!("Bearer {}", (self.0)().await?));
        value.map_err(|_| {
            Error::local(Code::InvalidArgument, "the token has characters that no header can carry")
        })
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
