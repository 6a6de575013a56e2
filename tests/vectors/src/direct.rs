//! How does the runner itself talk to the server? Straight, without proxy and without client, by messages in JSON.

use std::net::SocketAddr;

use bytes::{Buf as _, BufMut as _};
use prost_reflect::MethodDescriptor;
use serde_json::Value;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::transport::{Channel, Endpoint};
use tonic::{Request, Status};

use crate::contract;

/// A connection to a server.
#[derive(Clone, Debug)]
pub struct Direct(Channel);

impl Direct {
    /// To a server that listens there.
    ///
    /// # Errors
    /// The address is malformed.
    pub fn to(address: SocketAddr) -> Result<Self, String> {
        let endpoint =
            Endpoint::from_shared(format!("http://{address}")).map_err(|error| error.to_string())?;
        Ok(Self(endpoint.connect_lazy()))
    }

    /// A unary call; the answer in the form of [`contract::show`], or the refusal.
    ///
    /// # Errors
    /// A message that does not fit the method, or no answer.
    pub async fn call(
        &self,
        method: &MethodDescriptor,
        request: &Value,
    ) -> Result<Result<Value, podnet::Error>, String> {
        let bytes = contract::encode(&method.input(), request)?;
        let path = format!("/{}", contract::path(method));
        let path = http::uri::PathAndQuery::try_from(path).map_err(|error| error.to_string())?;
        let mut client = tonic::client::Grpc::new(self.0.clone());
        client.ready().await.map_err(|error| error.to_string())?;
        match client.unary(Request::new(bytes), path, Bytes).await {
            Ok(response) => contract::decode(&method.output(), &response.into_inner()).map(Ok),
            Err(status) => Ok(Err(podnet::Error::from(status))),
        }
    }
}

impl Direct {
    /// A call by its name that has to succeed; its answer.
    ///
    /// # Errors
    /// No such method, no answer, or the refusal.
    pub async fn ask(&self, method: &str, request: &Value) -> Result<Value, String> {
        let method = contract::method(method)?;
        self.call(&method, request).await?.map_err(|error| format!("{}: {error}", method.name()))
    }
}

/// Messages as bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Bytes;

impl Codec for Bytes {
    type Encode = Vec<u8>;
    type Decode = Vec<u8>;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Bytes {
    type Item = Vec<u8>;
    type Error = Status;

    fn encode(&mut self, item: Vec<u8>, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put_slice(&item);
        Ok(())
    }
}

impl Decoder for Bytes {
    type Item = Vec<u8>;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Vec<u8>>, Status> {
        Ok(Some(buffer.copy_to_bytes(buffer.remaining()).to_vec()))
    }
}
