//! Is the server well? `grpc.health.v1` for the whole, for each service, and for the bare process.
//!
//! `""` and each service are SERVING between recovery and drain. `podnet.live` is SERVING as long as the process
//! answers: for liveness probes, which must not restart a server that recovers or drains.

use podnet_proto::v1::admin_service_server::SERVICE_NAME as ADMIN;
use podnet_proto::v1::cluster_service_server::SERVICE_NAME as CLUSTER;
use podnet_proto::v1::flow_service_server::SERVICE_NAME as FLOW;
use podnet_proto::v1::ipam_service_server::SERVICE_NAME as IPAM;
use podnet_proto::v1::network_service_server::SERVICE_NAME as NETWORK;
use podnet_proto::v1::proof_service_server::SERVICE_NAME as PROOF;
use podnet_proto::v1::route_service_server::SERVICE_NAME as ROUTE;
use podnet_proto::v1::security_service_server::SERVICE_NAME as SECURITY;
use podnet_proto::v1::watch_service_server::SERVICE_NAME as WATCH;
use podnet_proto::v1::workload_service_server::SERVICE_NAME as WORKLOAD;
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;

/// Name of the process' own entry.
pub const LIVE: &str = "podnet.live";
/// The server and its services.
pub const SERVICES: [&str; 11] =
    ["", NETWORK, CLUSTER, WORKLOAD, SECURITY, IPAM, ROUTE, FLOW, PROOF, WATCH, ADMIN];

/// Says that the server is up and does not serve yet.
pub(crate) async fn starting(reporter: &HealthReporter) {
    reporter.set_service_status(LIVE, ServingStatus::Serving).await;
    set(reporter, ServingStatus::NotServing).await;
}

/// Says whether the server and its services serve.
pub(crate) async fn set(reporter: &HealthReporter, status: ServingStatus) {
    for service in SERVICES {
        reporter.set_service_status(service, status).await;
    }
}

/// Ends every open watch, after it was told the last status. A probe that watches would otherwise hold the drain up to
/// its limit, since it never closes its stream by itself.
pub(crate) async fn end(reporter: &mut HealthReporter) {
    for service in SERVICES.into_iter().chain([LIVE]) {
        reporter.clear_service_status(service).await;
    }
}
