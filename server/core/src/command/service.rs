//! What can be asked for about a Kubernetes Service?

use std::net::IpAddr;
use std::time::Duration;

use crate::meta::Labels;
use crate::model::{Endpoint, ServicePort, ServiceType, SessionAffinity, TrafficPolicy};
use crate::name::ServiceName;
use crate::prefix::Prefix;

/// A new Kubernetes Service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ServiceSpec {
    /// Name.
    pub name: ServiceName,
    /// Labels.
    pub labels: Labels,
    /// Type.
    pub kind: ServiceType,
    /// Virtual addresses.
    pub cluster_addresses: Vec<IpAddr>,
    /// Frontend addresses.
    pub load_balancer_addresses: Vec<IpAddr>,
    /// Whether the load balancer is internal.
    pub internal: bool,
    /// Whether the load balancer keeps the destination.
    pub floating_ip: bool,
    /// Ports.
    pub ports: Vec<ServicePort>,
    /// External policy.
    pub external_traffic_policy: TrafficPolicy,
    /// Internal policy.
    pub internal_traffic_policy: TrafficPolicy,
    /// Affinity.
    pub session_affinity: SessionAffinity,
    /// Health probe port.
    pub health_check_node_port: u16,
    /// Allowed clients.
    pub load_balancer_source_ranges: Vec<Prefix>,
    /// Endpoints.
    pub endpoints: Vec<Endpoint>,
}

/// Changes of a Kubernetes Service; absent fields stay.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ServiceUpdate {
    /// Name.
    pub name: ServiceName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Type.
    pub kind: Option<ServiceType>,
    /// Virtual addresses.
    pub cluster_addresses: Option<Vec<IpAddr>>,
    /// Frontend addresses.
    pub load_balancer_addresses: Option<Vec<IpAddr>>,
    /// Whether the load balancer is internal.
    pub internal: Option<bool>,
    /// Whether the load balancer keeps the destination.
    pub floating_ip: Option<bool>,
    /// Ports.
    pub ports: Option<Vec<ServicePort>>,
    /// External policy.
    pub external_traffic_policy: Option<TrafficPolicy>,
    /// Internal policy.
    pub internal_traffic_policy: Option<TrafficPolicy>,
    /// Whether a client stays with its endpoint.
    pub affinity_by_client: Option<bool>,
    /// How long it stays, where it does.
    pub affinity_timeout: Option<Duration>,
    /// Health probe port.
    pub health_check_node_port: Option<u16>,
    /// Allowed clients.
    pub load_balancer_source_ranges: Option<Vec<Prefix>>,
    /// Endpoints.
    pub endpoints: Option<Vec<Endpoint>>,
}

impl ServiceUpdate {
    /// Replaces the whole content.
    pub fn whole(spec: ServiceSpec, etag: Option<String>) -> Self {
        let (by_client, timeout) = match spec.session_affinity {
            SessionAffinity::None => (false, None),
            SessionAffinity::ClientIp(timeout) => (true, Some(timeout)),
        };
        Self {
            name: spec.name,
            etag,
            labels: Some(spec.labels),
            kind: Some(spec.kind),
            cluster_addresses: Some(spec.cluster_addresses),
            load_balancer_addresses: Some(spec.load_balancer_addresses),
            internal: Some(spec.internal),
            floating_ip: Some(spec.floating_ip),
            ports: Some(spec.ports),
            external_traffic_policy: Some(spec.external_traffic_policy),
            internal_traffic_policy: Some(spec.internal_traffic_policy),
            affinity_by_client: Some(by_client),
            affinity_timeout: timeout,
            health_check_node_port: Some(spec.health_check_node_port),
            load_balancer_source_ranges: Some(spec.load_balancer_source_ranges),
            endpoints: Some(spec.endpoints),
        }
    }
}
