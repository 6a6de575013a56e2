//! How do answers go out that are bytes already when they are ready?
//!
//! The generated service takes messages and encodes them on the thread of the connection. The traces of a batch are written
//! on the workers ([`super::render::trace`]), so the two calls that answer with many of them pass by it: the same paths,
//! limits and requests, and an answer that is only copied. All else is the generated service's.

use std::convert::Infallible;
use std::marker::PhantomData;
use std::task::{Context, Poll};

use bytes::BufMut;
use podnet_proto::v1 as pb;
use podnet_proto::v1::flow_service_server::FlowServiceServer;
use prost::Message;
use tonic::body::Body;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::codegen::{BoxFuture, Service};
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::{Request, Response, Status};

use super::flow::Flow;
use super::limits::MESSAGE_BYTES_MAX;
use super::status::Refusal;

/// A message as it is on the wire, in pieces.
#[derive(Debug)]
pub(crate) struct Encoded(pub(crate) Vec<Vec<u8>>);

impl Encoded {
    /// The message.
    pub(crate) fn message<M: Message + Default>(self) -> Result<M, Refusal> {
        M::decode(self.0.concat().as_slice())
            .map_err(|error| Refusal::internal(format!("the answer is no message: {error}")))
    }
}

/// `FlowService`, with answers that are encoded where they are made.
#[derive(Clone)]
pub(crate) struct FlowEncoded {
    flow: Flow,
    generated: FlowServiceServer<Flow>,
}

impl FlowEncoded {
    /// The service of a handler; `generated` is the same, with its limits.
    pub(crate) fn new(flow: Flow, generated: FlowServiceServer<Flow>) -> Self {
        Self { flow, generated }
    }
}

impl NamedService for FlowEncoded {
    const NAME: &'static str = <FlowServiceServer<Flow> as NamedService>::NAME;
}

impl Service<http::Request<Body>> for FlowEncoded {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<Self::Response, Self::Error>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        <FlowServiceServer<Flow> as Service<http::Request<Body>>>::poll_ready(&mut self.generated, context)
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        match request.uri().path() {
            "/podnet.v1.FlowService/TraceFlow" => unary(One(self.flow.clone()), request),
            "/podnet.v1.FlowService/BatchTraceFlows" => unary(Batch(self.flow.clone()), request),
            _ => self.generated.call(request),
        }
    }
}

fn unary<S, R>(service: S, request: http::Request<Body>) -> BoxFuture<http::Response<Body>, Infallible>
where
    S: UnaryService<R, Response = Encoded> + Send + 'static,
    S::Future: Send,
    R: Message + Default + 'static,
{
    Box::pin(async move {
        let limit = Some(MESSAGE_BYTES_MAX);
        let mut grpc = Grpc::new(ToBytes(PhantomData)).apply_max_message_size_config(limit, limit);
        Ok(grpc.unary(service, request).await)
    })
}

struct One(Flow);

impl UnaryService<pb::TraceFlowRequest> for One {
    type Response = Encoded;
    type Future = BoxFuture<Response<Encoded>, Status>;

    fn call(&mut self, request: Request<pb::TraceFlowRequest>) -> Self::Future {
        let flow = self.0.clone();
        Box::pin(async move { Ok(Response::new(flow.one(request.get_ref(), false, Ok).await?)) })
    }
}

struct Batch(Flow);

impl UnaryService<pb::BatchTraceFlowsRequest> for Batch {
    type Response = Encoded;
    type Future = BoxFuture<Response<Encoded>, Status>;

    fn call(&mut self, request: Request<pb::BatchTraceFlowsRequest>) -> Self::Future {
        let flow = self.0.clone();
        Box::pin(async move { Ok(Response::new(flow.batch(request.get_ref()).await?)) })
    }
}

/// Requests are read as messages, answers are written as they are.
struct ToBytes<R>(PhantomData<R>);

impl<R: Message + Default + 'static> Codec for ToBytes<R> {
    type Encode = Encoded;
    type Decode = R;
    type Encoder = Copying;
    type Decoder = Reading<R>;

    fn encoder(&mut self) -> Copying {
        Copying
    }

    fn decoder(&mut self) -> Reading<R> {
        Reading(PhantomData)
    }
}

struct Copying;

impl Encoder for Copying {
    type Item = Encoded;
    type Error = Status;

    fn encode(&mut self, Encoded(pieces): Encoded, out: &mut EncodeBuf<'_>) -> Result<(), Status> {
        out.reserve(pieces.iter().map(Vec::len).sum());
        pieces.iter().for_each(|piece| out.put_slice(piece));
        Ok(())
    }
}

struct Reading<R>(PhantomData<R>);

impl<R: Message + Default> Decoder for Reading<R> {
    type Item = R;
    type Error = Status;

    fn decode(&mut self, bytes: &mut DecodeBuf<'_>) -> Result<Option<R>, Status> {
        // As the generated service says it.
        R::decode(bytes).map(Some).map_err(|error| Status::internal(error.to_string()))
    }
}
