//! Which endpoints of a service may a node choose, and why not the others.
//!
//! This module must not know packets.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use super::step::Backend;
use crate::address::Family;
use crate::model::{Endpoint, Protocol, Service, ServicePort, TargetPort, TrafficPolicy};
use crate::name::{NodeName, Segment};

/// Nodes with a ready endpoint of their own: those whose health probe of policy Local answers. Endpoints that shut down
/// still take packets and don't count.
pub(super) fn nodes_with_endpoints(service: &Service, family: Family) -> BTreeSet<&Segment> {
    let ready = service.endpoints.iter().filter(|e| e.ready && Family::of(e.address) == family);
    ready.filter_map(|endpoint| endpoint.node.as_ref()).collect()
}

/// The addresses of a family that some node may choose for a new flow to a port of the cluster address.
pub(crate) fn eligible_endpoints(service: &Service, port: &ServicePort, family: Family) -> Vec<IpAddr> {
    let cluster = &service.name.cluster;
    let policy = service.internal_traffic_policy;
    let nodes: BTreeSet<&Segment> = match policy {
        // Every node sees the same, so that any name does.
        TrafficPolicy::Cluster => std::iter::once(&service.name.service).collect(),
        // An endpoint without a node is local to none.
        TrafficPolicy::Local => service.endpoints.iter().filter_map(|e| e.node.as_ref()).collect(),
    };
    let seen = nodes.into_iter().flat_map(|node| {
        let node = NodeName { cluster: cluster.clone(), node: node.clone() };
        let all = endpoints(service, port, &node, policy, family);
        let eligible = all.iter().filter(|backend| backend.eligible()).map(|backend| backend.address);
        eligible.collect::<Vec<_>>()
    });
    let addresses: BTreeSet<IpAddr> = seen.collect();
    addresses.into_iter().collect()
}

/// The endpoints as a node sees them. Ready ones are eligible; if there is none, those that still serve while they shut
/// down. Under policy Local both sets are those of the node.
pub(super) fn endpoints(
    service: &Service,
    port: &ServicePort,
    node: &NodeName,
    policy: TrafficPolicy,
    family: Family,
) -> Arc<[Backend]> {
    let why_not = |endpoint: &Endpoint| {
        if policy == TrafficPolicy::Local && endpoint.node.as_ref() != Some(&node.node) {
            "on another node, and the policy is Local"
        } else if number_of(port, endpoint).is_none() && port.protocol != Protocol::Icmp {
            "has no number for the named target port"
        } else if endpoint.ready {
            ""
        } else if endpoint.serving && endpoint.terminating {
            "shutting down"
        } else {
            "not ready"
        }
    };
    let of_family: Vec<_> = service.endpoints.iter().filter(|e| Family::of(e.address) == family).collect();
    let any_ready = of_family.iter().any(|endpoint| why_not(endpoint).is_empty());
    let explain = |endpoint: &Endpoint| match why_not(endpoint) {
        "shutting down" if !any_ready => "",
        reason => reason,
    };
    let eligible = of_family.iter().filter(|endpoint| explain(endpoint).is_empty()).count();
    let share = 1.0 / f64::from(u32::try_from(eligible).unwrap_or(u32::MAX)).max(1.0);
    let backend = |endpoint: &&Endpoint| {
        let explanation = explain(endpoint).to_owned();
        let cluster = service.name.cluster.clone();
        Backend {
            address: endpoint.address,
            port: number_of(port, endpoint),
            node: endpoint.node.clone().map(|node| NodeName { cluster, node }),
            weight: if explanation.is_empty() { share } else { 0.0 },
            explanation,
        }
    };
    of_family.iter().map(backend).collect()
}

fn number_of(port: &ServicePort, endpoint: &Endpoint) -> Option<u16> {
    let listed = endpoint.ports.iter().find(|(name, _)| *name == port.name).map(|(_, number)| *number);
    match &port.target_port {
        TargetPort::Number(number) => Some(*number),
        TargetPort::Name(name) => {
            listed.or_else(|| endpoint.ports.iter().find(|(port, _)| port == name).map(|(_, number)| *number))
        }
    }
}
