//! Which endpoints has a Service: merged from its slices, or found by its selector when no slices were given?

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::desired::DesiredEndpoint;
use super::name::Name;
use super::nodes::PlannedNodes;
use crate::import::endpoint_slices::{EndpointPort, EndpointSlice};
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::open_enum::OpenEnum;
use crate::import::pods::Pod;
use crate::import::services::{Service, TargetPort};

/// Where the plan has the nodes and pods that endpoints are.
pub(super) struct Places<'a> {
    pub(super) nodes: &'a PlannedNodes,
    pub(super) allocations: BTreeMap<IpAddr, &'a Name>,
}

impl Places<'_> {
    fn node(&self, name: Option<&str>) -> Option<Name> {
        self.nodes.get(name?).map(|node| node.name.clone())
    }
}

/// Each address once. An endpoint moves between slices by being in both for a while; the ready one counts.
pub(super) fn from_slices(
    slices: &[&EndpointSlice],
    service: &Service,
    places: &Places<'_>,
    findings: &mut Findings,
) -> Vec<DesiredEndpoint> {
    let mut merged: BTreeMap<IpAddr, DesiredEndpoint> = BTreeMap::new();
    for slice in slices {
        for endpoint in &slice.endpoints {
            // Of several addresses only the first counts: they are one endpoint.
            let Some(address) = endpoint.addresses.first().copied() else { continue };
            let found = DesiredEndpoint {
                address,
                ports: slice.ports.iter().filter(|port| port.protocol.is_known()).cloned().collect(),
                ready: endpoint.ready || service.publish_not_ready_addresses,
                serving: endpoint.serving,
                terminating: endpoint.terminating,
                node: places.node(endpoint.node.as_deref()),
                allocation: places.allocations.get(&address).map(|name| (*name).clone()),
                zone: endpoint.zone.clone(),
                zone_hints: endpoint.zone_hints.clone(),
                pod: endpoint.pod.as_ref().map(|pod| format!("{}/{pod}", service.namespace)),
            };
            let Some(known) = merged.get_mut(&address) else {
                merged.insert(address, found);
                continue;
            };
            if known.ports == found.ports {
                findings.push(Finding::new(
                    Rule::EndpointRepeated,
                    slice.source.clone(),
                    format!("{address} is in another slice of {} too", service.name),
                    "merged into one endpoint",
                ));
            }
            merge(known, found);
        }
    }
    let mut endpoints: Vec<DesiredEndpoint> = merged.into_values().collect();
    endpoints.iter_mut().for_each(|endpoint| endpoint.ports.sort());
    endpoints
}

fn merge(known: &mut DesiredEndpoint, mut found: DesiredEndpoint) {
    if found.ready && !known.ready {
        std::mem::swap(known, &mut found);
    }
    for port in found.ports {
        if !known.ports.contains(&port) {
            known.ports.push(port);
        }
    }
}

/// The pods that the selector selects, as the endpoint slice controller would find them.
pub(super) fn from_pods(
    inventory: &Inventory,
    service: &Service,
    places: &Places<'_>,
    findings: &mut Findings,
) -> Vec<DesiredEndpoint> {
    if service.selector.is_empty() || inventory.pods.is_empty() {
        return Vec::new();
    }
    let selected = inventory.pods.iter().filter(|pod| {
        pod.namespace == service.namespace
            && pod.holds_address()
            && service.selector.iter().all(|(key, value)| pod.labels.get(key) == Some(value))
    });
    let mut endpoints: BTreeMap<IpAddr, DesiredEndpoint> = BTreeMap::new();
    for pod in selected {
        for address in &pod.addresses {
            if !serves_family(service, *address) {
                continue;
            }
            let mut ports: Vec<EndpointPort> =
                service.ports.iter().filter_map(|port| endpoint_port(port, pod)).collect();
            ports.sort();
            endpoints.entry(*address).or_insert_with(|| DesiredEndpoint {
                address: *address,
                ports,
                ready: (pod.ready && !pod.terminating) || service.publish_not_ready_addresses,
                serving: pod.ready,
                terminating: pod.terminating,
                node: places.node(pod.node.as_deref()),
                allocation: places.allocations.get(address).map(|name| (*name).clone()),
                zone: None,
                zone_hints: Vec::new(),
                pod: Some(format!("{}/{}", pod.namespace, pod.name)),
            });
        }
    }
    findings.push(Finding::new(
        Rule::EndpointsFromSelector,
        service.source.clone(),
        "no EndpointSlices were given",
        format!("{} endpoints were found by the Service's selector", endpoints.len()),
    ));
    endpoints.into_values().collect()
}

/// Whether the Service has endpoints of the address's family: a headless one takes them as they are.
fn serves_family(service: &Service, address: IpAddr) -> bool {
    service.headless || service.cluster_addresses.iter().any(|own| own.is_ipv4() == address.is_ipv4())
}

fn endpoint_port(port: &crate::import::ServicePort, pod: &Pod) -> Option<EndpointPort> {
    if !port.protocol.is_known() {
        return None;
    }
    let number = match &port.target {
        TargetPort::Number(number) => *number,
        TargetPort::Name(name) => {
            let named = |known: &&crate::import::ContainerPort| {
                known.name.as_ref() == Some(name) && known.protocol == port.protocol
            };
            pod.ports.iter().find(named)?.port
        }
    };
    Some(EndpointPort { name: port.name.clone(), protocol: port.protocol.clone(), port: number })
}
