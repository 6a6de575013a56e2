//! Does a server take calls? The standard health check of gRPC, as a request of [`crate::Client::call`].
//!
//! It is also the emptiest call that a server answers, on the same connection and through the same layers as every other:
//! what it costs is what any call costs.

use crate::call::Rpc;

pub use tonic_health::pb::health_check_response::ServingStatus;
pub use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

impl Rpc for HealthCheckRequest {
    type Response = HealthCheckResponse;
    const PATH: &'static str = "/grpc.health.v1.Health/Check";
}
