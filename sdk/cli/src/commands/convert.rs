//! What are the objects of an import plan in the contract's messages?

use std::collections::BTreeMap;
use std::net::IpAddr;

use podnet::v1;

use super::reservation::prefix;
use crate::import::plan::{
    DesiredAllocation, DesiredCluster, DesiredEndpoint, DesiredNetwork, DesiredNode, DesiredNodePool,
    DesiredReservation, DesiredRoute, DesiredRouteTable, DesiredService, DesiredServicePort, DesiredSubnet,
    GatewayKind, NetworkMode, NextHop, ReservationPurpose, RouteManagement,
};
use crate::import::{OutboundType, Protocol, ServiceType, SessionAffinity, TargetPort, TrafficPolicy};

/// Longest label that the server takes, in bytes.
const LABEL_BYTES_MAX: usize = 253;

fn texts<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

fn text<T: ToString>(item: Option<&T>) -> String {
    item.map(ToString::to_string).unwrap_or_default()
}

/// Where the object came from, as labels; values that are too long are left out.
fn labelled(labels: &[(&str, Option<&str>)]) -> Option<v1::Meta> {
    let labels: BTreeMap<String, String> = labels
        .iter()
        .filter_map(|(key, value)| Some(((*key).to_owned(), (*value)?.to_owned())))
        .filter(|(_, value)| !value.is_empty() && value.len() <= LABEL_BYTES_MAX)
        .collect();
    (!labels.is_empty()).then(|| v1::Meta { labels, ..Default::default() })
}

pub(super) fn network(desired: &DesiredNetwork) -> v1::Network {
    let gateway = desired.gateway.as_ref().map(|gateway| {
        let kind = match gateway.kind {
            GatewayKind::Vpn => v1::GatewayKind::Vpn,
            GatewayKind::ExpressRoute => v1::GatewayKind::ExpressRoute,
        };
        v1::Gateway { kind: kind.into(), on_premises_prefixes: texts(&gateway.on_premises_prefixes) }
    });
    let peerings = desired
        .peerings
        .iter()
        .map(|peering| v1::Peering {
            name: peering.id.clone(),
            remote_network: peering.remote_network.to_string(),
            remote_prefixes: texts(&peering.remote_prefixes),
            allow_virtual_network_access: Some(peering.allow_virtual_network_access),
            allow_forwarded_traffic: peering.allow_forwarded_traffic,
            allow_gateway_transit: peering.allow_gateway_transit,
            use_remote_gateways: peering.use_remote_gateways,
        })
        .collect();
    v1::Network {
        meta: labelled(&[
            ("azure-id", desired.azure_id.as_deref()),
            ("location", desired.location.as_deref()),
        ]),
        address_prefixes: texts(&desired.address_prefixes),
        gateway,
        peerings,
        ..Default::default()
    }
}

pub(super) fn route_table(desired: &DesiredRouteTable) -> v1::RouteTable {
    v1::RouteTable {
        meta: labelled(&[("azure-id", desired.azure_id.as_deref())]),
        disable_bgp_route_propagation: desired.disable_bgp_route_propagation,
        ..Default::default()
    }
}

pub(super) fn route(desired: &DesiredRoute) -> v1::Route {
    let (kind, address) = match desired.next_hop {
        NextHop::VirtualAppliance(address) => (v1::NextHopType::VirtualAppliance, address.to_string()),
        NextHop::VnetLocal => (v1::NextHopType::VnetLocal, String::new()),
        NextHop::Internet => (v1::NextHopType::Internet, String::new()),
        NextHop::VirtualNetworkGateway => (v1::NextHopType::VirtualNetworkGateway, String::new()),
        NextHop::None => (v1::NextHopType::None, String::new()),
    };
    let managed_by = desired.managed_by.as_ref().map(ToString::to_string);
    v1::Route {
        meta: managed_by.map(|managed_by| v1::Meta { managed_by, ..Default::default() }),
        address_prefix: desired.prefix.to_string(),
        next_hop_type: kind.into(),
        next_hop_address: address,
        node: text(desired.node.as_ref()),
        ..Default::default()
    }
}

pub(super) fn subnet(desired: &DesiredSubnet) -> v1::Subnet {
    v1::Subnet {
        meta: labelled(&[
            ("azure-id", desired.azure_id.as_deref()),
            ("nat-gateway", desired.nat_gateway.as_deref()),
        ]),
        address_prefixes: texts(&desired.prefixes),
        route_table: text(desired.route_table.as_ref()),
        service_endpoints: desired.service_endpoints.clone(),
        delegation: desired.delegations.first().cloned().unwrap_or_default(),
        ..Default::default()
    }
}

pub(super) fn reservation(desired: &DesiredReservation) -> v1::Reservation {
    let purpose = match desired.purpose {
        ReservationPurpose::VirtualMachine => v1::ReservationPurpose::VirtualMachine,
        ReservationPurpose::InternalLoadBalancer => v1::ReservationPurpose::InternalLoadBalancer,
        ReservationPurpose::PrivateEndpoint => v1::ReservationPurpose::PrivateEndpoint,
        ReservationPurpose::Other => v1::ReservationPurpose::Other,
    };
    v1::Reservation {
        purpose: purpose.into(),
        address_prefix: prefix(desired.address.to_string()),
        display_name: desired.description.clone(),
        ip_forwarding: desired.ip_forwarding,
        ..Default::default()
    }
}

pub(super) fn cluster(desired: &DesiredCluster) -> v1::Cluster {
    let mode = match desired.mode {
        NetworkMode::Kubenet => v1::NetworkMode::Kubenet,
        NetworkMode::AzureCni => v1::NetworkMode::AzureCni,
    };
    let management = match (desired.mode, desired.route_management) {
        (NetworkMode::AzureCni, _) => v1::RouteManagement::Unspecified,
        (NetworkMode::Kubenet, RouteManagement::Managed) => v1::RouteManagement::Managed,
        (NetworkMode::Kubenet, RouteManagement::Observed) => v1::RouteManagement::Observed,
    };
    let six = desired.pod_prefixes.iter().chain(&desired.service_prefixes).any(ipnetwork::IpNetwork::is_ipv6);
    let both = [v1::IpFamily::Ipv4.into(), v1::IpFamily::Ipv6.into()];
    v1::Cluster {
        meta: labelled(&[
            ("azure-id", desired.azure_id.as_deref()),
            ("kubernetes-version", desired.kubernetes_version.as_deref()),
            ("network-policy", desired.network_policy.as_deref()),
        ]),
        network: desired.network.to_string(),
        network_mode: mode.into(),
        pod_prefixes: texts(&desired.pod_prefixes),
        node_prefix_length_ipv4: desired.node_prefix_length_ipv4.unwrap_or_default().into(),
        node_prefix_length_ipv6: desired.node_prefix_length_ipv6.unwrap_or_default().into(),
        service_prefixes: texts(&desired.service_prefixes),
        dns_service_address: text(desired.dns_service_address.as_ref()),
        ip_families: if six { both.to_vec() } else { Vec::new() },
        route_table: text(desired.route_table.as_ref()),
        route_management: management.into(),
        outbound: outbound(desired),
        ..Default::default()
    }
}

fn outbound(desired: &DesiredCluster) -> Option<v1::Outbound> {
    let kind = match desired.outbound_type.as_ref()? {
        OutboundType::LoadBalancer => v1::OutboundType::LoadBalancer,
        OutboundType::UserDefinedRouting => v1::OutboundType::UserDefinedRouting,
        OutboundType::ManagedNatGateway
        | OutboundType::ManagedNatGatewayV2
        | OutboundType::UserAssignedNatGateway => v1::OutboundType::NatGateway,
        OutboundType::None | OutboundType::Block => v1::OutboundType::None,
        OutboundType::Other(_) => v1::OutboundType::Unspecified,
    };
    Some(v1::Outbound {
        r#type: kind.into(),
        outbound_addresses: texts(&desired.outbound_addresses),
        allocated_outbound_ports: desired.allocated_outbound_ports.unwrap_or_default(),
    })
}

pub(super) fn node_pool(desired: &DesiredNodePool) -> v1::NodePool {
    let windows =
        desired.operating_system.as_deref().is_some_and(|system| system.eq_ignore_ascii_case("windows"));
    v1::NodePool {
        meta: labelled(&[("mode", desired.mode.as_deref())]),
        subnet: desired.subnet.to_string(),
        max_pods: desired.max_pods,
        os_type: if windows { v1::OsType::Windows } else { v1::OsType::Linux }.into(),
        surge: desired.surge,
        ..Default::default()
    }
}

pub(super) fn node(desired: &DesiredNode) -> v1::Node {
    let state = if desired.ready == Some(false) { v1::NodeState::NotReady } else { v1::NodeState::Ready };
    let address = |address: &IpAddr| v1::PodAddress { address: address.to_string(), ..Default::default() };
    v1::Node {
        meta: labelled(&[("azure-id", desired.machine.as_deref()), ("zone", desired.zone.as_deref())]),
        node_pool: desired.pool.to_string(),
        uid: desired.uid.clone().unwrap_or_default(),
        addresses: texts(&desired.addresses),
        pod_prefixes: texts(&desired.pod_prefixes),
        pod_addresses: desired.secondary_addresses.iter().map(address).collect(),
        state: state.into(),
        excluded_from_load_balancer: desired.excluded_from_load_balancers,
        ..Default::default()
    }
}

pub(super) fn service(desired: &DesiredService) -> v1::Service {
    let kind = match &desired.kind {
        ServiceType::ClusterIp => v1::ServiceType::ClusterIp,
        ServiceType::NodePort => v1::ServiceType::NodePort,
        ServiceType::LoadBalancer => v1::ServiceType::LoadBalancer,
        ServiceType::ExternalName | ServiceType::Other(_) => v1::ServiceType::Unspecified,
    };
    let affinity = match &desired.session_affinity {
        SessionAffinity::None => v1::SessionAffinity::None,
        SessionAffinity::ClientIp => v1::SessionAffinity::ClientIp,
        SessionAffinity::Other(_) => v1::SessionAffinity::Unspecified,
    };
    let lasting = affinity == v1::SessionAffinity::ClientIp;
    let seconds = desired.session_affinity_seconds.filter(|_| lasting);
    v1::Service {
        meta: labelled(&[("kubernetes-uid", desired.uid.as_deref())]),
        r#type: kind.into(),
        cluster_addresses: texts(&desired.cluster_addresses),
        load_balancer_addresses: texts(&desired.load_balancer_addresses),
        internal: desired.internal_load_balancer,
        ports: desired.ports.iter().map(port).collect(),
        external_traffic_policy: policy(&desired.external_traffic_policy).into(),
        internal_traffic_policy: policy(&desired.internal_traffic_policy).into(),
        session_affinity: affinity.into(),
        session_affinity_timeout: seconds.map(|seconds| crate::context::seconds(seconds.into())),
        health_check_node_port: desired.health_check_node_port.unwrap_or_default().into(),
        load_balancer_source_ranges: texts(&desired.source_prefixes),
        endpoints: desired.endpoints.iter().map(|one| endpoint(one, &desired.ports)).collect(),
        ..Default::default()
    }
}

fn policy(policy: &TrafficPolicy) -> v1::TrafficPolicy {
    match policy {
        TrafficPolicy::Cluster => v1::TrafficPolicy::Cluster,
        TrafficPolicy::Local => v1::TrafficPolicy::Local,
        TrafficPolicy::Other(_) => v1::TrafficPolicy::Unspecified,
    }
}

fn port(desired: &DesiredServicePort) -> v1::ServicePort {
    let protocol = match &desired.protocol {
        Protocol::Tcp => v1::Protocol::Tcp,
        Protocol::Udp => v1::Protocol::Udp,
        Protocol::Sctp => v1::Protocol::Sctp,
        Protocol::Other(_) => v1::Protocol::Unspecified,
    };
    let (target_port, target_port_name) = match &desired.target {
        TargetPort::Number(number) => (u32::from(*number), String::new()),
        TargetPort::Name(name) => (0, name.clone()),
    };
    v1::ServicePort {
        name: desired.name.clone().unwrap_or_default(),
        protocol: protocol.into(),
        port: desired.port.into(),
        target_port,
        target_port_name,
        node_port: desired.node_port.unwrap_or_default().into(),
    }
}

/// Numbers are needed where the service only names its target.
fn endpoint(desired: &DesiredEndpoint, ports: &[DesiredServicePort]) -> v1::ServiceEndpoint {
    let named = |name: &Option<String>| {
        ports.iter().any(|port| port.name == *name && matches!(port.target, TargetPort::Name(_)))
    };
    let port_overrides = desired
        .ports
        .iter()
        .filter(|port| named(&port.name))
        .map(|port| (port.name.clone().unwrap_or_default(), u32::from(port.port)))
        .collect();
    v1::ServiceEndpoint {
        address: desired.address.to_string(),
        node: text(desired.node.as_ref()),
        allocation: text(desired.allocation.as_ref()),
        ready: Some(desired.ready),
        serving: Some(desired.serving),
        terminating: desired.terminating,
        port_overrides,
    }
}

/// The request of a whole allocation; it is idempotent by its id.
pub(super) fn allocation(desired: &DesiredAllocation) -> v1::AllocateAddressRequest {
    let owner = v1::Owner {
        namespace: desired.owner.namespace.clone(),
        pod: desired.owner.pod.clone(),
        pod_uid: desired.owner.pod_uid.clone().unwrap_or_default(),
        interface_name: desired.owner.interface.clone(),
        ..Default::default()
    };
    v1::AllocateAddressRequest {
        parent: text(desired.name.parent().as_ref()),
        allocation_id: desired.name.id().to_owned(),
        node: desired.node.to_string(),
        owner: Some(owner),
        requested_addresses: texts(&desired.addresses),
        ..Default::default()
    }
}
