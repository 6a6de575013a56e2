//! Do the security groups of an interface let a packet pass (aks-networking.md 8.2, and the contract of security groups)?
//!
//! Out: the group of the interface, then that of the subnet; in: the other way round; all must allow. In a group the first
//! rule that matches decides. An answer to what was let pass here passes too.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::State;
use podnet_core::flow::vocabulary::{AbortCause, DropCause};
use podnet_core::flow::{Packet, Place, Ports};
use podnet_core::model::{
    Access, AddressSelector, NetworkSecurityGroup, Node, PortSpan, Protocol, SecurityRule, Service,
    ServicePort, ServiceTag, ServiceType, Subnet, TrafficDirection, TrafficPolicy,
};
use podnet_core::name::{NetworkSecurityGroupName, SubnetName};

use super::answer::Ending;
use super::choice;
use super::trip::{Permit, Sender, Trip, same, turned};
use super::who::{self, inside};

/// Where the platform's probes come from.
const PROBES: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(168, 63, 129, 16));
const METADATA: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(169, 254, 169, 254));

/// Whether something holds; `Maybe` if what decides is not known (law L18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    No,
    Maybe,
    Yes,
}

pub(super) fn fit(holds: bool) -> Fit {
    if holds { Fit::Yes } else { Fit::No }
}

fn interface(
    state: &State,
    sender: &Sender,
) -> Option<(Place, SubnetName, Option<NetworkSecurityGroupName>)> {
    match sender {
        Sender::Node(node) => {
            let pool = state.node_pools.values().find(|pool| pool.name == node.pool)?;
            let place = Place::Node(node.name.clone());
            Some((place, pool.subnet.clone(), pool.network_security_group.clone()))
        }
        Sender::Machine(machine) => Some((
            Place::Vm(machine.name.clone()),
            machine.name.subnet_name(),
            machine.network_security_group.clone(),
        )),
    }
}

/// What filters at an interface.
struct Guards {
    machine: Place,
    subnet: Arc<Subnet>,
    /// Groups in the order of the direction, each with where it stands.
    groups: Vec<(Place, Arc<NetworkSecurityGroup>)>,
}

fn guards(state: &State, sender: &Sender, direction: TrafficDirection) -> Option<Guards> {
    let (machine, subnet, own) = interface(state, sender)?;
    let subnet = state.subnets.values().find(|other| other.name == subnet)?.clone();
    let named = |name: &NetworkSecurityGroupName| {
        state.network_security_groups.values().find(|group| group.name == *name).cloned()
    };
    let mut groups = Vec::new();
    groups.extend(own.as_ref().and_then(named).map(|group| (machine.clone(), group)));
    let of_subnet = subnet.network_security_group.as_ref().and_then(named);
    groups.extend(of_subnet.map(|group| (Place::Subnet(subnet.name.clone()), group)));
    if direction == TrafficDirection::Inbound {
        groups.reverse();
    }
    Some(Guards { machine, subnet, groups })
}

/// A packet crosses an interface: where and how it ends, if it is not let pass.
pub(super) fn cross(
    state: &State,
    trip: &mut Trip,
    sender: &Sender,
    direction: TrafficDirection,
) -> Option<(Place, Ending)> {
    let Guards { machine, subnet, groups } = guards(state, sender, direction)?;
    if groups.is_empty() {
        return None;
    }
    let packet = trip.packet;
    if direction == TrafficDirection::Outbound && [PROBES, METADATA].contains(&packet.destination) {
        return None;
    }
    let answers = |permit: &Permit| {
        permit.place == machine && permit.direction != direction && same(&turned(&permit.packet), &packet)
    };
    if trip.permits.iter().any(answers) {
        trip.filters.push((machine, "an answer".to_owned()));
        return None;
    }
    for (place, group) in groups {
        match decide(state, &group, &subnet, direction, &packet) {
            Some((Access::Allow, rule)) => trip.filters.push((place, format!("{} {rule}", group.name))),
            Some((Access::Deny, rule)) => {
                trip.filters.push((place.clone(), format!("{} {rule} denies", group.name)));
                let cause = match direction {
                    TrafficDirection::Inbound => DropCause::NsgRuleInbound,
                    TrafficDirection::Outbound => DropCause::NsgRuleOutbound,
                };
                return Some((place, Ending::Drop(cause)));
            }
            None => return Some((place, Ending::Abort(AbortCause::ConfigNotFound))),
        }
    }
    trip.permits.push(Permit { place: machine, direction, packet });
    None
}

/// Whether a group keeps the load balancer's probe of a service from a node, beyond doubt.
pub(super) fn keeps_probe(state: &State, service: &Service, port: &ServicePort, node: &Arc<Node>) -> bool {
    let probed = match (service.external_traffic_policy, port.protocol) {
        (TrafficPolicy::Local, _) => service.health_check_node_port,
        (TrafficPolicy::Cluster, Protocol::Tcp) => port.node_port,
        (TrafficPolicy::Cluster, Protocol::Udp | Protocol::Sctp | Protocol::Icmp) => 0,
    };
    let Some(destination) = node.addresses.iter().copied().find(IpAddr::is_ipv4) else { return false };
    let sender = Sender::Node(Arc::clone(node));
    let inbound = TrafficDirection::Inbound;
    let Some(Guards { subnet, groups, .. }) = guards(state, &sender, inbound) else { return false };
    let probe = Packet {
        source: PROBES,
        source_ports: Ports::Range(1024, 65_535),
        destination,
        destination_ports: Ports::One(probed),
        protocol: Protocol::Tcp,
        ttl: 64,
    };
    let denies = |group: &NetworkSecurityGroup| {
        matches!(decide(state, group, &subnet, inbound, &probe), Some((Access::Deny, _)))
    };
    probed != 0 && groups.iter().any(|(_, group)| denies(group))
}

/// What a group says, and by which rule; `None` if it depends on what is not known.
fn decide(
    state: &State,
    group: &NetworkSecurityGroup,
    subnet: &Subnet,
    direction: TrafficDirection,
    packet: &Packet,
) -> Option<(Access, String)> {
    let mut rules: Vec<(u16, Access, String, Fit)> = Vec::new();
    for rule in group.rules.iter().filter(|rule| rule.direction == direction) {
        rules.push((rule.priority, rule.access, rule.name.clone(), matches(state, rule, subnet, packet)));
    }
    if direction == TrafficDirection::Inbound {
        for service in state.services.values() {
            let keeper = group.cluster.as_ref().map(|cluster| &cluster.cluster);
            if keeper == Some(&service.name.cluster) && service.kind == ServiceType::LoadBalancer {
                let fits = of_service(state, service, subnet, packet);
                rules.push((500, Access::Allow, format!("allow {}", service.name), fits));
            }
        }
    }
    let near = |address| tag(state, subnet, &ServiceTag::VirtualNetwork, address);
    let within = near(packet.source).min(near(packet.destination));
    let internet = tag(state, subnet, &ServiceTag::Internet, packet.destination);
    let probes = tag(state, subnet, &ServiceTag::AzureLoadBalancer, packet.source);
    let of_azure = match direction {
        TrafficDirection::Inbound => [
            (65_000, Access::Allow, "AllowVnetInBound", within),
            (65_001, Access::Allow, "AllowAzureLoadBalancerInBound", probes),
            (65_500, Access::Deny, "DenyAllInBound", Fit::Yes),
        ],
        TrafficDirection::Outbound => [
            (65_000, Access::Allow, "AllowVnetOutBound", within),
            (65_001, Access::Allow, "AllowInternetOutBound", internet),
            (65_500, Access::Deny, "DenyAllOutBound", Fit::Yes),
        ],
    };
    rules.extend(of_azure.map(|(priority, access, name, fits)| (priority, access, name.to_owned(), fits)));
    rules.sort_by_key(|(priority, ..)| *priority);
    // The rules that may be the first to match: all up to the first that does for certain.
    let mut possible = Vec::new();
    for (_, access, name, fits) in rules.into_iter().filter(|(.., fits)| *fits != Fit::No) {
        possible.push(access);
        if fits == Fit::Yes {
            return possible.iter().all(|other| *other == access).then_some((access, name));
        }
    }
    None
}

fn matches(state: &State, rule: &SecurityRule, subnet: &Subnet, packet: &Packet) -> Fit {
    let protocol = fit(rule.protocol.is_none_or(|protocol| protocol == packet.protocol));
    let side = |selectors: &[AddressSelector], address: IpAddr| {
        let each = selectors.iter().map(|selector| match selector {
            AddressSelector::Prefix(_) if address.is_unspecified() => Fit::Maybe,
            AddressSelector::Prefix(prefix) => fit(inside(prefix, address)),
            AddressSelector::Tag(wanted) => tag(state, subnet, wanted, address),
        });
        if selectors.is_empty() { Fit::Yes } else { each.max().unwrap_or(Fit::No) }
    };
    [
        protocol,
        side(&rule.sources, packet.source),
        side(&rule.destinations, packet.destination),
        ports(&rule.source_ports, packet.source_ports),
        ports(&rule.destination_ports, packet.destination_ports),
    ]
    .into_iter()
    .min()
    .unwrap_or(Fit::Yes)
}

/// Whether ports are among those of a rule. Of a range those are looked at where that can change: its own ends, and those
/// of the rule's ranges with their neighbours.
pub(super) fn ports(spans: &[PortSpan], ports: Ports) -> Fit {
    let among = |port: &u16| spans.iter().any(|span| (span.first..=span.last).contains(port));
    match ports {
        _ if spans.is_empty() => Fit::Yes,
        Ports::Absent => Fit::No,
        Ports::One(port) => fit(among(&port)),
        Ports::Range(first, last) => {
            let mut tried = vec![first, last];
            for span in spans {
                let beside = [span.first.saturating_sub(1), span.last.saturating_add(1)];
                tried.extend(beside.into_iter().chain([span.first, span.last]));
            }
            tried.retain(|port| (first..=last).contains(port));
            if tried.iter().all(among) {
                Fit::Yes
            } else if tried.iter().any(among) {
                Fit::Maybe
            } else {
                Fit::No
            }
        }
    }
}

/// Whether an address is of a service tag, seen from a subnet.
fn tag(state: &State, subnet: &Subnet, tag: &ServiceTag, address: IpAddr) -> Fit {
    if address.is_unspecified() {
        return Fit::Maybe;
    }
    let near = near(state, subnet, address);
    match tag {
        ServiceTag::VirtualNetwork => {
            let routed = state.routes.values().any(|route| {
                Some(route.name.table_name()) == subnet.route_table && inside(&route.prefix, address)
            });
            fit(near || routed)
        }
        ServiceTag::AzureLoadBalancer => fit(address == PROBES),
        ServiceTag::Internet => fit(!near && !who::private(address)),
        ServiceTag::Other(_) if near || who::private(address) => Fit::No,
        ServiceTag::Other(_) => Fit::Maybe,
    }
}

/// The network, peers that may talk to it, premises behind the gateway that it uses, and the platform's address.
fn near(state: &State, subnet: &Subnet, address: IpAddr) -> bool {
    let Some(own) = state.networks.values().find(|network| network.name.network == subnet.name.network)
    else {
        return false;
    };
    let mut prefixes = own.address_prefixes.clone();
    for peering in own.peerings.iter().filter(|peering| peering.allow_virtual_network_access) {
        match peering.remote_network.as_ref().and_then(|name| state.networks.get(name)) {
            Some(remote) => prefixes.extend(&remote.address_prefixes),
            None => prefixes.extend(&peering.remote_prefixes),
        }
    }
    for (_, premises) in choice::gateways(state, own) {
        prefixes.extend(premises);
    }
    address == PROBES || prefixes.iter().any(|prefix| inside(prefix, address))
}

/// The rule for a service in the group that its cluster keeps.
fn of_service(state: &State, service: &Service, subnet: &Subnet, packet: &Packet) -> Fit {
    let clients = match (service.load_balancer_source_ranges.as_slice(), service.internal) {
        ([], true) => Fit::No,
        ([], false) => tag(state, subnet, &ServiceTag::Internet, packet.source),
        (_, _) if packet.source.is_unspecified() => Fit::Maybe,
        (ranges, _) => fit(ranges.iter().any(|range| inside(range, packet.source))),
    };
    let to = if service.floating_ip {
        fit(service.load_balancer_addresses.contains(&packet.destination))
    } else {
        Fit::Yes
    };
    let of_port = |port: &ServicePort| {
        let number = if service.floating_ip { port.port } else { port.node_port };
        let span = PortSpan { first: number, last: number };
        fit(port.protocol == packet.protocol).min(ports(&[span], packet.destination_ports))
    };
    let port = service.ports.iter().map(of_port).max().unwrap_or(Fit::No);
    clients.min(to).min(port)
}
