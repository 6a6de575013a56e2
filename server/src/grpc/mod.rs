//! How does the contract reach the engine? Services of handlers, each parse, submit or read, render.
//!
//! One file for each service; [`parse`] reads messages, [`render`] writes them, [`status`] makes every refusal. This
//! module decides nothing about addresses, routes or flows, and keeps no state but pages and open streams.
//!
//! Callers are told apart by their client certificate only; without one the actor is [`ANONYMOUS`]. Roles are not
//! offered in this version.

mod address_stream;
mod admin;
mod below;
mod cluster;
mod deadline;
mod encoded;
mod flow;
pub mod health;
mod ipam;
pub mod lifecycle;
pub mod limits;
mod mutation;
mod network;
mod page;
mod parse;
mod peer;
mod proof;
mod proof_watch;
mod render;
mod route;
mod security;
mod shell;
mod snapshot_stream;
pub mod status;
#[cfg(test)]
mod tests;
mod trace_stream;
mod watch;
mod web;
mod wire;
mod workers;
mod workload;

use podnet_proto::FILE_DESCRIPTOR_SET;
use podnet_proto::v1::admin_service_server::AdminServiceServer;
use podnet_proto::v1::cluster_service_server::ClusterServiceServer;
use podnet_proto::v1::flow_service_server::FlowServiceServer;
use podnet_proto::v1::ipam_service_server::IpamServiceServer;
use podnet_proto::v1::network_service_server::NetworkServiceServer;
use podnet_proto::v1::proof_service_server::ProofServiceServer;
use podnet_proto::v1::route_service_server::RouteServiceServer;
use podnet_proto::v1::security_service_server::SecurityServiceServer;
use podnet_proto::v1::watch_service_server::WatchServiceServer;
use podnet_proto::v1::workload_service_server::WorkloadServiceServer;
use tonic::service::Routes;

pub use self::address_stream::MAX_IN_FLIGHT;
pub(crate) use self::deadline::DeadlineLayer;
pub(crate) use self::shell::Shell;
pub use self::shell::{ANONYMOUS, Facts};
pub(crate) use self::web::cors;

/// Every service of the contract.
pub(crate) fn routes(shell: &Shell) -> Routes {
    macro_rules! service {
        ($server:ident, $handler:expr) => {
            $server::new($handler)
                .max_decoding_message_size(limits::MESSAGE_BYTES_MAX)
                .max_encoding_message_size(limits::MESSAGE_BYTES_MAX)
        };
    }
    let flows = flow::Flow::new(shell.clone());
    Routes::new(service!(NetworkServiceServer, network::Network(shell.clone())))
        .add_service(service!(ClusterServiceServer, cluster::Cluster(shell.clone())))
        .add_service(service!(WorkloadServiceServer, workload::Workload(shell.clone())))
        .add_service(service!(SecurityServiceServer, security::Security(shell.clone())))
        .add_service(service!(IpamServiceServer, ipam::Ipam::new(shell.clone())))
        .add_service(service!(RouteServiceServer, route::Route(shell.clone())))
        .add_service(encoded::FlowEncoded::new(flows.clone(), service!(FlowServiceServer, flows)))
        .add_service(service!(ProofServiceServer, proof::ProofOf::new(shell.clone())))
        .add_service(service!(WatchServiceServer, watch::Watch(shell.clone())))
        .add_service(service!(AdminServiceServer, admin::Admin(shell.clone())))
}

/// Adds reflection in both versions: grpcurl of some age and Python's client know only `v1alpha`.
///
/// # Errors
/// The descriptor set that is built in cannot be read.
pub(crate) fn with_reflection(routes: Routes) -> Result<Routes, tonic_reflection::server::Error> {
    let builder = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
            // Clients that know types by reflection only show the details of errors by it.
            .register_encoded_file_descriptor_set(tonic_types::pb::FILE_DESCRIPTOR_SET)
            // Each version describes both, or a client of one could not see the other.
            .register_encoded_file_descriptor_set(tonic_reflection::pb::v1::FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_reflection::pb::v1alpha::FILE_DESCRIPTOR_SET)
            .include_reflection_service(false)
    };
    Ok(routes.add_service(builder().build_v1()?).add_service(builder().build_v1alpha()?))
}
