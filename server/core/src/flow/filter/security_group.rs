//! What does a network security group say of a packet: the first rule that matches, by priority (aks-networking.md 8.2).
//!
//! Behind its own rules a group has Azure's. One that a cluster keeps has a rule for each Service of type LoadBalancer
//! among them, as the cloud provider of AKS writes it (priorities from 500; the destination is the frontend with floating
//! IP, the node port without); such rules follow from the Services and are not stored.

use std::sync::Arc;

use super::fit::{Fit, ports};
use super::service_tag::Tags;
use crate::flow::packet::Packet;
use crate::model::{
    Access, NetworkSecurityGroup, Protocol, SecurityRule, Service, ServiceTag, ServiceType, TrafficDirection,
};

/// Priority of the rules that follow from Services.
const SERVICE_PRIORITY: u16 = 500;

/// What a group says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ruling {
    /// A rule decided.
    Decided(Access, Decider),
    /// It depends on whether a rule matches that has the other answer.
    Unknown(Decider),
}

/// A rule as a step names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decider {
    pub(super) name: String,
    pub(super) priority: u16,
}

/// A rule of any origin.
enum Candidate<'a> {
    Stored(&'a SecurityRule),
    Service(Arc<Service>),
    Azure(&'static str, u16, Access, Option<(ServiceTag, Option<ServiceTag>)>),
}

impl Candidate<'_> {
    fn access(&self) -> Access {
        match self {
            Self::Stored(rule) => rule.access,
            Self::Service(_) => Access::Allow,
            Self::Azure(_, _, access, _) => *access,
        }
    }

    fn decider(&self) -> Decider {
        let (name, priority) = match self {
            Self::Stored(rule) => (rule.name.clone(), rule.priority),
            Self::Service(service) => (format!("allow {}", service.name), SERVICE_PRIORITY),
            Self::Azure(name, priority, _, _) => ((*name).to_owned(), *priority),
        };
        Decider { name, priority }
    }

    fn fit(&self, tags: Tags<'_>, packet: &Packet) -> Fit {
        match self {
            Self::Stored(rule) => stored(rule, tags, packet),
            Self::Service(service) => for_service(service, tags, packet),
            Self::Azure(_, _, _, None) => Fit::Yes,
            Self::Azure(_, _, _, Some((source, destination))) => {
                let source = match (source, destination) {
                    // Outbound 65001 is from anywhere.
                    (ServiceTag::Internet, _) => Fit::Yes,
                    (tag, _) => tags.tag(tag, packet.source),
                };
                let destination = destination.as_ref().map(|tag| tags.tag(tag, packet.destination));
                Fit::all([source, destination.unwrap_or(Fit::Yes)])
            }
        }
    }
}

/// What a group says of a packet at an interface in a subnet.
pub(super) fn judge(
    group: &NetworkSecurityGroup,
    direction: TrafficDirection,
    tags: Tags<'_>,
    packet: &Packet,
) -> Ruling {
    // Rules are kept in the order of their priorities.
    let own = group.rules.iter().filter(|rule| rule.direction == direction);
    let is_early = |rule: &&SecurityRule| rule.priority < SERVICE_PRIORITY;
    let early = own.clone().filter(is_early).map(Candidate::Stored);
    let late = own.filter(|rule| !is_early(rule)).map(Candidate::Stored);
    let for_services = services(group, direction, tags, packet).into_iter().map(Candidate::Service);
    let candidates = early.chain(for_services).chain(late).chain(defaults(direction));
    let mut doubt: Option<(Access, Decider)> = None;
    for candidate in candidates {
        match candidate.fit(tags, packet) {
            Fit::No => {}
            Fit::Unknown => {
                let access = candidate.access();
                match &doubt {
                    Some((earlier, decider)) if *earlier != access => {
                        return Ruling::Unknown(decider.clone());
                    }
                    Some(_) => {}
                    None => doubt = Some((access, candidate.decider())),
                }
            }
            Fit::Yes => {
                return match doubt {
                    Some((earlier, decider)) if earlier != candidate.access() => Ruling::Unknown(decider),
                    Some(_) | None => Ruling::Decided(candidate.access(), candidate.decider()),
                };
            }
        }
    }
    // The last of Azure's rules matches everything.
    Ruling::Decided(Access::Deny, Decider { name: "DenyAll".to_owned(), priority: 65_500 })
}

fn stored(rule: &SecurityRule, tags: Tags<'_>, packet: &Packet) -> Fit {
    if rule.protocol.is_some_and(|protocol| protocol != packet.protocol) {
        return Fit::No;
    }
    let ports = Fit::all([
        ports(&rule.destination_ports, packet.destination_ports),
        ports(&rule.source_ports, packet.source_ports),
    ]);
    if ports == Fit::No {
        return Fit::No;
    }
    Fit::all([
        ports,
        tags.fit(&rule.destinations, packet.destination),
        tags.fit(&rule.sources, packet.source),
    ])
}

/// Azure's own rules of a direction.
fn defaults(direction: TrafficDirection) -> [Candidate<'static>; 3] {
    use ServiceTag::{AzureLoadBalancer, Internet, VirtualNetwork};
    let near = Some((VirtualNetwork, Some(VirtualNetwork)));
    match direction {
        TrafficDirection::Inbound => [
            Candidate::Azure("AllowVnetInBound", 65_000, Access::Allow, near),
            Candidate::Azure(
                "AllowAzureLoadBalancerInBound",
                65_001,
                Access::Allow,
                Some((AzureLoadBalancer, None)),
            ),
            Candidate::Azure("DenyAllInBound", 65_500, Access::Deny, None),
        ],
        TrafficDirection::Outbound => [
            Candidate::Azure("AllowVnetOutBound", 65_000, Access::Allow, near),
            Candidate::Azure(
                "AllowInternetOutBound",
                65_001,
                Access::Allow,
                Some((Internet, Some(Internet))),
            ),
            Candidate::Azure("DenyAllOutBound", 65_500, Access::Deny, None),
        ],
    }
}

/// The rules for Services of the cluster that keeps a group, as far as the packet can be for them.
fn services(
    group: &NetworkSecurityGroup,
    direction: TrafficDirection,
    tags: Tags<'_>,
    packet: &Packet,
) -> Vec<Arc<Service>> {
    let keeper = group.cluster.as_ref().filter(|_| direction == TrafficDirection::Inbound);
    let Some(cluster) = keeper else { return Vec::new() };
    let balanced = |service: &&Arc<Service>| service.kind == ServiceType::LoadBalancer;
    let of_cluster = tags.world.state.services_of(cluster).filter(balanced);
    of_cluster.filter(|service| is_for(service, packet)).map(Arc::clone).collect()
}

/// Whether destination and port are those that the load balancer hands to a node for a Service.
fn is_for(service: &Service, packet: &Packet) -> bool {
    let Some(wanted) = packet.destination_ports.exact() else { return false };
    let frontend = service.load_balancer_addresses.contains(&packet.destination);
    service.ports.iter().any(|port| {
        let number = if service.floating_ip { port.port } else { port.node_port };
        port.protocol == packet.protocol && number == wanted && (frontend || !service.floating_ip)
    })
}

fn for_service(service: &Service, tags: Tags<'_>, packet: &Packet) -> Fit {
    if packet.protocol == Protocol::Icmp {
        return Fit::No;
    }
    let ranges = &service.load_balancer_source_ranges;
    match (ranges.is_empty(), service.internal) {
        (true, true) => Fit::No,
        (true, false) => tags.tag(&ServiceTag::Internet, packet.source),
        (false, _) => match Packet::known(packet.source) {
            Some(source) => Fit::of(ranges.iter().any(|range| range.contains(source))),
            None => Fit::Unknown,
        },
    }
}
