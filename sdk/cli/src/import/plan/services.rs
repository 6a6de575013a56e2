//! Which Services does the plan have?

use std::collections::{BTreeMap, BTreeSet};

use super::desired::{DesiredAllocation, DesiredService, DesiredServicePort};
use super::endpoints::{self, Places};
use super::name::{Name, is_usable};
use super::nodes::PlannedNodes;
use crate::import::endpoint_slices::EndpointSlice;
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::open_enum::{OpenEnum, known_or};
use crate::import::services::{Service, ServiceType, SessionAffinity, TargetPort, TrafficPolicy};

/// The Services by namespace and name.
pub(super) fn plan(
    inventory: &Inventory,
    cluster: &Name,
    nodes: &PlannedNodes,
    allocations: &[DesiredAllocation],
    findings: &mut Findings,
) -> Vec<DesiredService> {
    let places = Places {
        nodes,
        allocations: allocations
            .iter()
            .flat_map(|allocation| allocation.addresses.iter().map(|address| (*address, &allocation.name)))
            .collect(),
    };
    let slices = slices_by_service(inventory, findings);
    let mut desired = Vec::new();
    for service in &inventory.services {
        let names = [&service.namespace, &service.name];
        if !names.iter().all(|name| is_usable(name, &service.source, findings)) {
            continue;
        }
        if service.kind == ServiceType::ExternalName {
            findings.push(Finding::new(
                Rule::ServiceExternalName,
                service.source.clone(),
                "an ExternalName Service is only a name in the DNS",
                "left out: no packet goes through it",
            ));
            continue;
        }
        let ports = ports(service, findings);
        if ports.is_empty() {
            findings.push(Finding::new(
                Rule::ServiceWithoutPorts,
                service.source.clone(),
                "it has no ports that a packet could go to",
                "left out",
            ));
            continue;
        }
        let key = (service.namespace.as_str(), service.name.as_str());
        let endpoints = match slices.get(&key) {
            Some(slices) => endpoints::from_slices(slices, service, &places, findings),
            None if inventory.endpoint_slices.is_empty() => {
                endpoints::from_pods(inventory, service, &places, findings)
            }
            None => Vec::new(),
        };
        report(service, endpoints.is_empty(), findings);
        report_unresolved(service, &endpoints, findings);
        desired.push(DesiredService {
            name: cluster.child("namespaces", &service.namespace).child("services", &service.name),
            namespace: service.namespace.clone(),
            uid: service.uid.clone(),
            kind: known_or(&service.kind, ServiceType::ClusterIp, &service.source, "type", findings),
            cluster_addresses: service.cluster_addresses.clone(),
            external_addresses: service.external_addresses.clone(),
            load_balancer_addresses: service.load_balancer_addresses.clone(),
            internal_load_balancer: service.internal_load_balancer,
            source_prefixes: service.source_prefixes.clone(),
            ports,
            external_traffic_policy: known_or(
                &service.external_traffic_policy,
                TrafficPolicy::Cluster,
                &service.source,
                "externalTrafficPolicy",
                findings,
            ),
            internal_traffic_policy: known_or(
                &service.internal_traffic_policy,
                TrafficPolicy::Cluster,
                &service.source,
                "internalTrafficPolicy",
                findings,
            ),
            session_affinity: known_or(
                &service.session_affinity,
                SessionAffinity::None,
                &service.source,
                "sessionAffinity",
                findings,
            ),
            session_affinity_seconds: service.session_affinity_seconds,
            health_check_node_port: service.health_check_node_port,
            endpoints,
        });
    }
    desired
}

/// The ports whose protocol podnet knows.
fn ports(service: &Service, findings: &mut Findings) -> Vec<DesiredServicePort> {
    let mut ports = Vec::with_capacity(service.ports.len());
    for port in &service.ports {
        if !port.protocol.is_known() {
            findings.push(Finding::new(
                Rule::UnknownWord,
                service.source.clone(),
                format!("port {} has the protocol {:?}", port.port, port.protocol.as_str()),
                "the port is left out",
            ));
            continue;
        }
        ports.push(DesiredServicePort {
            name: port.name.clone(),
            protocol: port.protocol.clone(),
            port: port.port,
            target: port.target.clone(),
            node_port: port.node_port,
            application_protocol: port.application_protocol.clone(),
        });
    }
    ports
}

type Slices<'a> = BTreeMap<(&'a str, &'a str), Vec<&'a EndpointSlice>>;

/// The usable slices of each Service, by namespace and name.
fn slices_by_service<'a>(inventory: &'a Inventory, findings: &mut Findings) -> Slices<'a> {
    let services: BTreeSet<(&str, &str)> = inventory
        .services
        .iter()
        .map(|service| (service.namespace.as_str(), service.name.as_str()))
        .collect();
    let mut slices = Slices::new();
    for slice in &inventory.endpoint_slices {
        let key = slice.service.as_deref().map(|service| (slice.namespace.as_str(), service));
        let Some(key) = key.filter(|key| services.contains(key)) else {
            findings.push(Finding::new(
                Rule::SliceWithoutService,
                slice.source.clone(),
                match &slice.service {
                    Some(service) => format!("its Service {service} is not in the input"),
                    None => "it has no label kubernetes.io/service-name".to_owned(),
                },
                "left out",
            ));
            continue;
        };
        if slice.address_type == Some(crate::import::AddressType::Fqdn) {
            findings.push(Finding::new(
                Rule::SliceOfNames,
                slice.source.clone(),
                "its endpoints are DNS names",
                "left out: kube-proxy does not use them either",
            ));
            continue;
        }
        slices.entry(key).or_default().push(slice);
    }
    slices
}

fn report(service: &Service, without_endpoints: bool, findings: &mut Findings) {
    let mut push = |rule, what: String, done: &str| {
        findings.push(Finding::new(rule, service.source.clone(), what, done));
    };
    if service.headless {
        push(
            Rule::ServiceHeadless,
            "clusterIP is None: clients get the endpoints' own addresses from the DNS".to_owned(),
            "imported without a cluster address",
        );
    }
    if service.selector.is_empty() {
        push(
            Rule::ServiceWithoutSelector,
            "it has no selector: its endpoints are made by hand or by a controller".to_owned(),
            "the endpoints in its slices are used",
        );
    }
    if without_endpoints {
        push(
            Rule::ServiceWithoutEndpoints,
            "it has no endpoint".to_owned(),
            "imported; flows to it are rejected, as in the cluster",
        );
    }
    if service.kind == ServiceType::LoadBalancer
        && service.load_balancer_addresses.is_empty()
        && service.load_balancer_hostnames.is_empty()
    {
        push(
            Rule::ServicePending,
            "its load balancer has no address yet".to_owned(),
            "imported; it cannot be reached from outside",
        );
    }
    for hostname in &service.load_balancer_hostnames {
        push(
            Rule::ServiceHostname,
            format!("its load balancer is announced as {hostname:?}"),
            "left out: podnet traces addresses, not names",
        );
    }
}

/// Named target ports that not a single endpoint resolves.
fn report_unresolved(
    service: &Service,
    endpoints: &[super::desired::DesiredEndpoint],
    findings: &mut Findings,
) {
    for port in &service.ports {
        let TargetPort::Name(target) = &port.target else { continue };
        let resolved =
            endpoints.iter().flat_map(|endpoint| &endpoint.ports).any(|known| known.name == port.name);
        if !resolved {
            findings.push(Finding::new(
                Rule::ServicePortUnresolved,
                service.source.clone(),
                format!("no endpoint tells the number of target port {target:?} of port {}", port.port),
                "imported; flows to this port have no endpoint",
            ));
        }
    }
}
