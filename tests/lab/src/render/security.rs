//! Security groups as rules of the network at the ports of its interfaces (aks-networking.md 8.2).
//!
//! What leaves an interface meets its own group and then that of its subnet, what comes in the other way round; the first
//! rule by priority decides. The interface keeps records of the flows that it let pass, for their answers: sets that
//! packets fill, and not the router's connections, as one flow can cross several interfaces and one of them twice.

use std::net::Ipv4Addr;

use podnet_core::address::Family;
use podnet_core::model::{
    Access, AddressSelector, Network, NetworkSecurityGroup, PortSpan, Protocol, SecurityRule, Service,
    ServiceTag, ServiceType, Subnet, TrafficDirection, TrafficPolicy,
};
use podnet_core::name::NetworkSecurityGroupName;
use podnet_core::prefix::Prefix;

use super::kube_proxy::word;
use super::{Host, World, list, v4};
use crate::plan::Space;
use crate::wiring::port_of;

/// Where health probes come from.
const PROBE: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);
/// What has no address on the Internet.
const PRIVATE: [&str; 7] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "169.254.0.0/16",
    "127.0.0.0/8",
    "224.0.0.0/4",
];
/// Priority of the rules for load balancers in the group that a cluster keeps.
const BALANCED: u16 = 500;

/// A condition on an address.
#[derive(Clone, Debug)]
enum Who {
    Any,
    In(Vec<Prefix>),
    NotIn(Vec<Prefix>),
}

/// A rule with one condition of each kind.
#[derive(Clone, Debug)]
struct Line {
    protocol: Option<Protocol>,
    source: Who,
    destination: Who,
    port: Option<PortSpan>,
    allows: bool,
}

/// Prefixes without those that are in another one: a set of nft takes no overlap.
pub(super) fn apart(prefixes: impl IntoIterator<Item = Prefix>) -> Vec<Prefix> {
    let mut all: Vec<Prefix> = prefixes.into_iter().filter(|prefix| prefix.family() == Family::V4).collect();
    all.sort_by_key(Prefix::length);
    let mut kept: Vec<Prefix> = Vec::new();
    for prefix in all {
        if !kept.iter().any(|own| own.contains_prefix(&prefix)) {
            kept.push(prefix);
        }
    }
    kept
}

impl Who {
    fn text(&self, side: &str) -> Option<String> {
        Some(match self {
            Self::Any => String::new(),
            Self::In(prefixes) if prefixes.iter().any(|prefix| prefix.length() == 0) => String::new(),
            Self::In(prefixes) if prefixes.is_empty() => return None,
            Self::In(prefixes) => format!("ip {side} {{ {} }} ", list(prefixes)),
            Self::NotIn(prefixes) if prefixes.iter().any(|prefix| prefix.length() == 0) => return None,
            Self::NotIn(prefixes) => format!("ip {side} != {{ {} }} ", list(prefixes)),
        })
    }

    fn has(&self, address: Ipv4Addr) -> bool {
        let within = |prefixes: &[Prefix]| prefixes.iter().any(|prefix| prefix.contains(address.into()));
        match self {
            Self::Any => true,
            Self::In(prefixes) => within(prefixes),
            Self::NotIn(prefixes) => !within(prefixes),
        }
    }
}

impl Line {
    fn text(&self) -> Option<String> {
        let (source, destination) = (self.source.text("saddr")?, self.destination.text("daddr")?);
        let protocol = match (self.protocol, self.port) {
            (None, Some(_)) => "meta l4proto { tcp, udp } ".to_owned(),
            (None, None) => String::new(),
            (Some(protocol), _) => format!("meta l4proto {} ", word(protocol)),
        };
        let port =
            self.port.map(|span| format!("th dport {}-{} ", span.first, span.last)).unwrap_or_default();
        let verdict = if self.allows { "return" } else { "drop" };
        Some(format!("{source}{destination}{protocol}{port}{verdict}"))
    }
}

/// What is in the network, its peers, on premises, the platform's, or routed by the user.
fn near(world: &World<'_>, subnet: &Subnet) -> Vec<Prefix> {
    let Some(network) = world.state.networks.get(&subnet.name.network_name()) else { return Vec::new() };
    let peers = network.peerings.iter().filter(|peering| peering.allow_virtual_network_access);
    let of_peers = peers.flat_map(|peering| {
        let known = peering.remote_network.as_ref().and_then(|name| world.state.networks.get(name));
        known.map_or(&peering.remote_prefixes, |remote| &remote.address_prefixes).clone()
    });
    let own = network.address_prefixes.iter().copied().chain(of_peers);
    own.chain(on_premises(world, network)).chain(Some(Prefix::host(PROBE.into()))).collect()
}

/// What is behind the gateway that a network uses.
pub(super) fn on_premises(world: &World<'_>, network: &Network) -> Vec<Prefix> {
    let gateway = super::peers::gateway_of(world, network);
    gateway.map(|(_, gateway)| gateway.on_premises_prefixes.clone()).unwrap_or_default()
}

fn tag(world: &World<'_>, subnet: &Subnet, tag: &ServiceTag) -> Who {
    match tag {
        ServiceTag::VirtualNetwork => {
            let table = subnet.route_table.as_ref();
            let routes = world.state.routes.values();
            let routed =
                routes.filter(|route| Some(&route.name.table_name()) == table).map(|route| route.prefix);
            Who::In(apart(near(world, subnet).into_iter().chain(routed)))
        }
        ServiceTag::AzureLoadBalancer => Who::In(vec![Prefix::host(PROBE.into())]),
        ServiceTag::Internet => {
            let private = PRIVATE.iter().filter_map(|text| Prefix::parse(text).ok());
            Who::NotIn(apart(near(world, subnet).into_iter().chain(private)))
        }
        // Not in the model; traces give up on it where it matters.
        ServiceTag::Other(_) => Who::In(Vec::new()),
    }
}

fn parties(world: &World<'_>, subnet: &Subnet, selectors: &[AddressSelector]) -> Vec<Who> {
    if selectors.is_empty() {
        return vec![Who::Any];
    }
    let one = |selector: &AddressSelector| match selector {
        AddressSelector::Prefix(prefix) => Who::In(apart([*prefix])),
        AddressSelector::Tag(name) => tag(world, subnet, name),
    };
    selectors.iter().map(one).collect()
}

/// The rules of a group in a direction, as an interface in a subnet has them, in order.
fn lines(
    world: &World<'_>,
    subnet: &Subnet,
    group: &NetworkSecurityGroup,
    way: TrafficDirection,
) -> Vec<Line> {
    let mut all = Vec::new();
    let mut rules: Vec<&SecurityRule> = group.rules.iter().filter(|rule| rule.direction == way).collect();
    rules.sort_by_key(|rule| rule.priority);
    let stored = |rule: &&SecurityRule| {
        let mut made = Vec::new();
        for source in parties(world, subnet, &rule.sources) {
            for destination in parties(world, subnet, &rule.destinations) {
                let ports: Vec<Option<PortSpan>> = match rule.destination_ports.as_slice() {
                    [] => vec![None],
                    spans => spans.iter().copied().map(Some).collect(),
                };
                made.extend(ports.into_iter().map(|port| Line {
                    protocol: rule.protocol,
                    source: source.clone(),
                    destination: destination.clone(),
                    port,
                    allows: rule.access == Access::Allow,
                }));
            }
        }
        made
    };
    all.extend(rules.iter().filter(|rule| rule.priority < BALANCED).flat_map(stored));
    if group.cluster.is_some() && way == TrafficDirection::Inbound {
        all.extend(world.services.iter().flat_map(|service| balanced(world, subnet, service)));
    }
    all.extend(rules.iter().filter(|rule| rule.priority >= BALANCED).flat_map(stored));
    let own = tag(world, subnet, &ServiceTag::VirtualNetwork);
    let line = |source, destination| Line { protocol: None, source, destination, port: None, allows: true };
    all.push(line(own.clone(), own));
    all.push(match way {
        TrafficDirection::Inbound => line(tag(world, subnet, &ServiceTag::AzureLoadBalancer), Who::Any),
        TrafficDirection::Outbound => line(Who::Any, tag(world, subnet, &ServiceTag::Internet)),
    });
    all
}

/// What the cluster itself lets in for a load balancer.
fn balanced(world: &World<'_>, subnet: &Subnet, service: &Service) -> Vec<Line> {
    if service.kind != ServiceType::LoadBalancer {
        return Vec::new();
    }
    let source = match (service.load_balancer_source_ranges.is_empty(), service.internal) {
        (true, true) => return Vec::new(),
        (true, false) => tag(world, subnet, &ServiceTag::Internet),
        (false, _) => Who::In(apart(service.load_balancer_source_ranges.iter().copied())),
    };
    let frontends = service.load_balancer_addresses.iter().copied().map(Prefix::host);
    let destination = if service.floating_ip { Who::In(apart(frontends)) } else { Who::Any };
    let line = |port: &podnet_core::model::ServicePort| {
        let number = if service.floating_ip { port.port } else { port.node_port };
        Line {
            protocol: Some(port.protocol),
            source: source.clone(),
            destination: destination.clone(),
            port: Some(PortSpan { first: number, last: number }),
            allows: true,
        }
    };
    service.ports.iter().map(line).collect()
}

/// Groups of an interface in the order of a direction.
fn groups<'a>(
    world: &World<'a>,
    name: &str,
    subnet: &'a Subnet,
    way: TrafficDirection,
) -> Vec<&'a NetworkSecurityGroup> {
    let host = world.nodes.iter().find(|host| host.name == name);
    let of_pool =
        host.and_then(|host| world.state.node_pools.get(&host.node.pool)?.network_security_group.as_ref());
    let machine = world.machines.iter().find(|machine| machine.name == name);
    let of_machine = machine.and_then(|machine| machine.vm.network_security_group.as_ref());
    let find =
        |name: &NetworkSecurityGroupName| world.state.network_security_groups.get(name).map(AsRef::as_ref);
    let own = of_pool.or(of_machine).and_then(find);
    let of_subnet = subnet.network_security_group.as_ref().and_then(find);
    match way {
        TrafficDirection::Outbound => own.into_iter().chain(of_subnet).collect(),
        TrafficDirection::Inbound => of_subnet.into_iter().chain(own).collect(),
    }
}

/// The rules at the ports of the network.
pub(super) fn render(world: &World<'_>, space: &mut Space) {
    if world.state.network_security_groups.is_empty() {
        return;
    }
    space.nft("table ip nsg {");
    for way in ["in", "out"] {
        let key = "ifname . inet_proto . ipv4_addr . inet_service . ipv4_addr . inet_service";
        space.nft(format!("set flows_{way} {{ type {key}; flags dynamic; size 8192; }}"));
        space.nft(format!(
            "set echoes_{way} {{ type ifname . ipv4_addr . ipv4_addr; flags dynamic; size 8192; }}"
        ));
    }
    // Going out before anything is translated in the network, coming in after.
    for (way, hook, end, other) in [
        (TrafficDirection::Outbound, "prerouting priority -145", "iifname", "in"),
        (TrafficDirection::Inbound, "postrouting priority 200", "oifname", "out"),
    ] {
        let word = if way == TrafficDirection::Outbound { "out" } else { "in" };
        let mut jumps = Vec::new();
        for (number, (name, interface)) in world.interfaces().iter().enumerate() {
            let subnet = world.subnets.iter().find(|subnet| subnet.name.subnet.as_str() == interface.subnet);
            let Some(subnet) = subnet else { continue };
            let groups = groups(world, name, subnet, way);
            if groups.is_empty() {
                continue;
            }
            let here = format!("{word}_{number}");
            for (index, group) in groups.iter().enumerate() {
                space.nft(format!("chain {here}_{index} {{"));
                let lines = lines(world, subnet, group, way);
                lines.iter().filter_map(Line::text).for_each(|line| space.nft(line));
                space.nft("drop");
                space.nft("}");
            }
            space.nft(format!("chain {here} {{"));
            (0..groups.len()).for_each(|index| space.nft(format!("jump {here}_{index}")));
            let flow = format!("{end} . meta l4proto . ip saddr . th sport . ip daddr . th dport");
            space.nft(format!("meta l4proto {{ tcp, udp }} update @flows_{word} {{ {flow} }}"));
            space.nft(format!("meta l4proto icmp update @echoes_{word} {{ {end} . ip saddr . ip daddr }}"));
            space.nft("accept");
            space.nft("}");
            jumps.push(format!("{end} \"{}\" jump {here}", port_of(name)));
        }
        space.nft(format!("chain {word} {{ type filter hook {hook};"));
        let answer =
            format!("{end} . meta l4proto . ip daddr . th dport . ip saddr . th sport @flows_{other}");
        space.nft(format!("meta l4proto {{ tcp, udp }} {answer} accept"));
        space.nft(format!("meta l4proto icmp {end} . ip daddr . ip saddr @echoes_{other} accept"));
        if way == TrafficDirection::Outbound {
            space.nft(format!("ip daddr {{ {PROBE}, 169.254.169.254 }} accept"));
        }
        jumps.into_iter().for_each(|line| space.nft(line));
        space.nft("}");
    }
    space.nft("}");
}

/// Whether the groups of a node keep the health probe of a service away: then the load balancer leaves the node out.
pub(super) fn denies_probe(world: &World<'_>, service: &Service, host: &Host<'_>) -> bool {
    let way = TrafficDirection::Inbound;
    let probed = |port: &podnet_core::model::ServicePort| match service.external_traffic_policy {
        TrafficPolicy::Local => service.health_check_node_port,
        TrafficPolicy::Cluster if port.protocol == Protocol::Tcp => port.node_port,
        TrafficPolicy::Cluster => 0,
    };
    let Some(address) = v4(host.node.address(Family::V4)) else { return false };
    let fits = |line: &Line, port: u16| {
        let protocol = line.protocol.is_none_or(|protocol| protocol == Protocol::Tcp);
        let spanned = line.port.is_none_or(|span| (span.first..=span.last).contains(&port));
        protocol && spanned && line.source.has(PROBE) && line.destination.has(address)
    };
    let denied = |group: &&NetworkSecurityGroup, port: u16| {
        let lines = lines(world, host.subnet, group, way);
        !lines.iter().find(|line| fits(line, port)).is_some_and(|line| line.allows)
    };
    let mut ports = service.ports.iter().map(probed).filter(|port| *port != 0);
    let groups = groups(world, &host.name, host.subnet, way);
    ports.any(|port| groups.iter().any(|group| denied(group, port)))
}
