//! How do Kubernetes Services look on the wire?

use podnet_core::model::{
    Endpoint, Protocol, Service, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy,
};
use podnet_core::name::{AllocationName, ClusterName};
use podnet_proto::v1 as pb;

use super::{duration, meta, texts};

/// A Kubernetes Service.
pub(crate) fn service(service: &Service) -> pb::Service {
    let kind = match service.kind {
        ServiceType::ClusterIp => pb::ServiceType::ClusterIp,
        ServiceType::NodePort => pb::ServiceType::NodePort,
        ServiceType::LoadBalancer => pb::ServiceType::LoadBalancer,
    };
    let (affinity, timeout) = match service.session_affinity {
        SessionAffinity::None => (pb::SessionAffinity::None, None),
        SessionAffinity::ClientIp(timeout) => (pb::SessionAffinity::ClientIp, Some(duration(timeout))),
    };
    let cluster = service.name.cluster_name();
    pb::Service {
        name: service.name.to_string(),
        meta: Some(meta(&service.name, &service.meta)),
        r#type: kind as i32,
        cluster_addresses: texts(&service.cluster_addresses),
        load_balancer_addresses: texts(&service.load_balancer_addresses),
        internal: service.internal,
        ports: service.ports.iter().map(port).collect(),
        external_traffic_policy: policy(service.external_traffic_policy) as i32,
        internal_traffic_policy: policy(service.internal_traffic_policy) as i32,
        session_affinity: affinity as i32,
        session_affinity_timeout: timeout,
        floating_ip_disabled: !service.floating_ip,
        health_check_node_port: u32::from(service.health_check_node_port),
        load_balancer_source_ranges: texts(&service.load_balancer_source_ranges),
        endpoints: service.endpoints.iter().map(|entry| endpoint(&cluster, entry)).collect(),
    }
}

fn policy(policy: TrafficPolicy) -> pb::TrafficPolicy {
    match policy {
        TrafficPolicy::Cluster => pb::TrafficPolicy::Cluster,
        TrafficPolicy::Local => pb::TrafficPolicy::Local,
    }
}

/// A protocol.
pub(super) fn protocol(protocol: Protocol) -> i32 {
    let protocol = match protocol {
        Protocol::Tcp => pb::Protocol::Tcp,
        Protocol::Udp => pb::Protocol::Udp,
        Protocol::Sctp => pb::Protocol::Sctp,
        Protocol::Icmp => pb::Protocol::Icmp,
    };
    protocol as i32
}

fn port(port: &ServicePort) -> pb::ServicePort {
    let (target_port, target_port_name) = match &port.target_port {
        TargetPort::Number(number) => (u32::from(*number), String::new()),
        TargetPort::Name(name) => (0, name.clone()),
    };
    pb::ServicePort {
        name: port.name.clone(),
        protocol: protocol(port.protocol),
        port: u32::from(port.port),
        target_port,
        target_port_name,
        node_port: u32::from(port.node_port),
    }
}

fn endpoint(cluster: &ClusterName, endpoint: &Endpoint) -> pb::ServiceEndpoint {
    let allocation = endpoint.allocation.as_ref();
    let allocation = allocation
        .map(|id| AllocationName { cluster: cluster.cluster.clone(), allocation: id.clone() }.to_string());
    pb::ServiceEndpoint {
        address: endpoint.address.to_string(),
        node: endpoint.node.as_ref().map(|node| cluster.node(node.clone()).to_string()).unwrap_or_default(),
        allocation: allocation.unwrap_or_default(),
        ready: Some(endpoint.ready),
        serving: Some(endpoint.serving),
        terminating: endpoint.terminating,
        port_overrides: endpoint.ports.iter().map(|(name, port)| (name.clone(), u32::from(*port))).collect(),
    }
}
