//! What do requests about Kubernetes Services ask for?

use std::collections::BTreeMap;
use std::time::Duration;

use podnet_core::Command;
use podnet_core::address::parse_address;
use podnet_core::command::{ServiceSpec, ServiceUpdate};
use podnet_core::limits::AFFINITY_DEFAULT;
use podnet_core::model::{
    Endpoint, Protocol, ServicePort, ServiceType, SessionAffinity, TargetPort, TrafficPolicy,
};
use podnet_core::name::{AllocationName, ClusterName, NameError, NodeName, Segment, ServiceName};
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{Field, meta, mutable, passed, resolve};
use super::network::etag;

/// A namespace as the parent of Services; `namespace` is `None` for `-`, all of the cluster.
pub(crate) struct Namespace {
    /// Cluster.
    pub(crate) cluster: ClusterName,
    /// Namespace.
    pub(crate) namespace: Option<Segment>,
}

/// Reads the parent of Services.
pub(crate) fn parent(text: &str) -> Result<Namespace, Invalid> {
    const PATTERN: &str = "clusters/{cluster}/namespaces/{namespace}";
    let read = || {
        let shape = || NameError::Shape { given: text.chars().take(80).collect(), pattern: PATTERN };
        let (cluster, namespace) = text.split_once("/namespaces/").ok_or_else(shape)?;
        let namespace = if namespace == "-" { None } else { Some(Segment::parse(namespace)?) };
        Ok::<_, NameError>(Namespace { cluster: ClusterName::parse(cluster)?, namespace })
    };
    super::name("parent", text, |_| read())
}

/// Reads the one namespace that something is created in.
pub(super) fn one_parent(fields: &mut Fields, text: &str) -> Option<(ClusterName, Segment)> {
    let read = parent(text).and_then(|parent| {
        let all = || Invalid::one("parent", "names a namespace; `-` is only for lists");
        Ok((parent.cluster, parent.namespace.ok_or_else(all)?))
    });
    match read {
        Ok(parent) => Some(parent),
        Err(invalid) => {
            invalid.0.into_iter().for_each(|violation| fields.refuse(violation.field, violation.description));
            None
        }
    }
}

/// Reads `CreateService`.
pub(crate) fn create_service(request: &pb::CreateServiceRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = one_parent(&mut fields, &request.parent);
    let id = fields.segment("service_id", &request.service_id);
    let name = parent.zip(id).map(|((cluster, namespace), service)| ServiceName {
        cluster: cluster.cluster,
        namespace,
        service,
    });
    let service = fields.required("service", request.service.as_ref());
    let spec = service.and_then(|service| fields.nested("service", |fields| spec(fields, service, name)));
    fields.finish(|| spec.map(Command::CreateService))
}

/// Reads `UpdateService`.
pub(crate) fn update_service(request: &pb::UpdateServiceRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let service = fields.required("service", request.service.as_ref());
    let update = service.and_then(|service| {
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table(service));
        fields.nested("service", |fields| {
            let name = fields.keep("name", ServiceName::parse(&service.name));
            let given = spec(fields, service, name)?;
            let by_client = matches!(given.session_affinity, SessionAffinity::ClientIp(_));
            // A malformed one was refused with the rest.
            let timeout = service.session_affinity_timeout.and_then(|given| Duration::try_from(given).ok());
            Some(ServiceUpdate {
                name: given.name,
                etag: etag(service.meta.as_ref()),
                labels: chosen.pick("meta.labels", given.labels),
                kind: chosen.pick("type", given.kind),
                cluster_addresses: chosen.pick("cluster_addresses", given.cluster_addresses),
                load_balancer_addresses: chosen
                    .pick("load_balancer_addresses", given.load_balancer_addresses),
                internal: chosen.pick("internal", given.internal),
                floating_ip: chosen.pick("floating_ip_disabled", given.floating_ip),
                ports: chosen.pick("ports", given.ports),
                external_traffic_policy: chosen
                    .pick("external_traffic_policy", given.external_traffic_policy),
                internal_traffic_policy: chosen
                    .pick("internal_traffic_policy", given.internal_traffic_policy),
                affinity_by_client: chosen.pick("session_affinity", by_client),
                affinity_timeout: chosen
                    .pick("session_affinity_timeout", timeout.unwrap_or(AFFINITY_DEFAULT)),
                health_check_node_port: chosen.pick("health_check_node_port", given.health_check_node_port),
                load_balancer_source_ranges: chosen
                    .pick("load_balancer_source_ranges", given.load_balancer_source_ranges),
                endpoints: chosen.pick("endpoints", given.endpoints),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateService))
}

/// The fields of a Service, for a mask.
fn table(service: &pb::Service) -> Vec<Field> {
    let fields = [
        passed("name"),
        mutable("type", &service.r#type),
        mutable("cluster_addresses", &service.cluster_addresses),
        mutable("load_balancer_addresses", &service.load_balancer_addresses),
        mutable("internal", &service.internal),
        mutable("ports", &service.ports),
        mutable("external_traffic_policy", &service.external_traffic_policy),
        mutable("internal_traffic_policy", &service.internal_traffic_policy),
        mutable("session_affinity", &service.session_affinity),
        mutable("session_affinity_timeout", &service.session_affinity_timeout),
        mutable("floating_ip_disabled", &service.floating_ip_disabled),
        mutable("health_check_node_port", &service.health_check_node_port),
        mutable("load_balancer_source_ranges", &service.load_balancer_source_ranges),
        mutable("endpoints", &service.endpoints),
    ];
    fields.into_iter().chain(meta(service.meta.as_ref())).collect()
}

/// Reads `DeleteService`.
pub(crate) fn delete_service(request: &pb::DeleteServiceRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, ServiceName::parse)
        .map(Command::DeleteService)
}

fn spec(fields: &mut Fields, service: &pb::Service, name: Option<ServiceName>) -> Option<ServiceSpec> {
    let labels = fields.labels(service.meta.as_ref());
    let cluster_addresses = fields.addresses("cluster_addresses", &service.cluster_addresses);
    let load_balancer_addresses =
        fields.addresses("load_balancer_addresses", &service.load_balancer_addresses);
    let ranges = fields.prefixes("load_balancer_source_ranges", &service.load_balancer_source_ranges);
    let session_affinity = affinity(fields, service);
    let health = fields.number("health_check_node_port", service.health_check_node_port, u32::from(u16::MAX));
    let external = policy(fields, "external_traffic_policy", service.external_traffic_policy);
    let internal = policy(fields, "internal_traffic_policy", service.internal_traffic_policy);
    let kind = fields.word("type", service.r#type).map(|kind| match kind {
        pb::ServiceType::Unspecified | pb::ServiceType::ClusterIp => ServiceType::ClusterIp,
        pb::ServiceType::NodePort => ServiceType::NodePort,
        pb::ServiceType::LoadBalancer => ServiceType::LoadBalancer,
    });
    let ports: Vec<_> =
        service.ports.iter().enumerate().filter_map(|(i, port)| self::port(fields, i, port)).collect();
    let endpoints = service.endpoints.iter().enumerate();
    let endpoints = endpoints.filter_map(|(i, entry)| endpoint(fields, i, entry)).collect();
    Some(ServiceSpec {
        name: name?,
        labels,
        kind: kind?,
        cluster_addresses,
        load_balancer_addresses,
        internal: service.internal,
        floating_ip: !service.floating_ip_disabled,
        ports,
        external_traffic_policy: external?,
        internal_traffic_policy: internal?,
        session_affinity: session_affinity?,
        health_check_node_port: health?,
        load_balancer_source_ranges: ranges,
        endpoints,
    })
}

fn affinity(fields: &mut Fields, service: &pb::Service) -> Option<SessionAffinity> {
    let timeout = fields.duration("session_affinity_timeout", service.session_affinity_timeout.as_ref());
    Some(match fields.word("session_affinity", service.session_affinity)? {
        pb::SessionAffinity::Unspecified | pb::SessionAffinity::None => SessionAffinity::None,
        pb::SessionAffinity::ClientIp => SessionAffinity::ClientIp(timeout.unwrap_or(AFFINITY_DEFAULT)),
    })
}

fn policy(fields: &mut Fields, path: &str, value: i32) -> Option<TrafficPolicy> {
    Some(match fields.word(path, value)? {
        pb::TrafficPolicy::Unspecified | pb::TrafficPolicy::Cluster => TrafficPolicy::Cluster,
        pb::TrafficPolicy::Local => TrafficPolicy::Local,
    })
}

/// A protocol of a port or a flow; TCP if it is not stated.
pub(super) fn protocol(fields: &mut Fields, value: i32) -> Option<Protocol> {
    Some(match fields.word("protocol", value)? {
        pb::Protocol::Unspecified | pb::Protocol::Tcp => Protocol::Tcp,
        pb::Protocol::Udp => Protocol::Udp,
        pb::Protocol::Sctp => Protocol::Sctp,
        pb::Protocol::Icmp => Protocol::Icmp,
    })
}

fn port(fields: &mut Fields, index: usize, port: &pb::ServicePort) -> Option<ServicePort> {
    let limit = u32::from(u16::MAX);
    fields.nested(&format!("ports[{index}]"), |fields| {
        let name = fields.text("name", &port.name);
        let protocol = protocol(fields, port.protocol);
        let number: Option<u16> = fields.number("port", port.port, limit);
        let target: Option<u16> = fields.number("target_port", port.target_port, limit);
        let target_name = fields.text("target_port_name", &port.target_port_name);
        let node_port = fields.number("node_port", port.node_port, limit);
        let target_port = match (target_name.is_empty(), target?) {
            (true, 0) => TargetPort::Number(number?),
            (true, target) => TargetPort::Number(target),
            (false, 0) => TargetPort::Name(target_name),
            (false, _) => {
                fields.refuse("target_port_name", "and target_port exclude each other");
                return None;
            }
        };
        Some(ServicePort { name, protocol: protocol?, port: number?, target_port, node_port: node_port? })
    })
}

fn endpoint(fields: &mut Fields, index: usize, endpoint: &pb::ServiceEndpoint) -> Option<Endpoint> {
    fields.nested(&format!("endpoints[{index}]"), |fields| {
        let node = fields.optional_name("node", &endpoint.node, NodeName::parse);
        let allocation = fields.optional_name("allocation", &endpoint.allocation, AllocationName::parse);
        // A map has no order of its own; the same request must give the same command.
        let overrides: BTreeMap<_, _> = endpoint.port_overrides.clone().into_iter().collect();
        let ports = overrides
            .into_iter()
            .filter_map(|(name, port)| {
                let path = format!("port_overrides[{}]", name.chars().take(40).collect::<String>());
                Some((name, fields.number(path, port, u32::from(u16::MAX))?))
            })
            .collect();
        let address = fields.keep("address", parse_address(&endpoint.address))?;
        let ready = endpoint.ready.unwrap_or(true);
        Some(Endpoint {
            address,
            node: node.map(|name| name.node),
            allocation: allocation.map(|name| name.allocation),
            ready,
            serving: endpoint.serving.unwrap_or(ready),
            terminating: endpoint.terminating,
            ports,
        })
    })
}
