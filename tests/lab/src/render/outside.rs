//! What stands around the virtual network: load balancer, NAT gateway, gateway, and the hosts behind them.

use std::net::Ipv4Addr;

use podnet_core::address::Family;
use podnet_core::model::{Gateway, OutboundType, Service};
use podnet_core::prefix::Prefix;

use super::fabric::translation;
use super::peers::behind_gateway;
use super::{Extras, FABRIC_MAC, World, kube_proxy, list, v4};
use crate::plan::Space;

const INTERNET: &str = "169.254.9.9";
const INTERNET_MAC: &str = "02:fe:00:00:00:09";
const OUTER_MAC: &str = "02:fe:00:00:00:02";
const FABRIC: &str = "169.254.0.1";

/// A device between the fabric and the outside, with both of its links.
fn between(name: &str, outer: &str, far: &str) -> Space {
    let mut space = Space::new(name, true);
    space.ip("link set in up");
    space.ip(format!("neigh add {FABRIC} lladdr {FABRIC_MAC} dev in nud permanent"));
    let end = format!("type veth peer name {far} address {INTERNET_MAC} netns {{{outer}}}");
    space.ip(format!("link add out address {OUTER_MAC} {end}"));
    space.ip("link set out up");
    space.ip(format!("neigh add {INTERNET} lladdr {INTERNET_MAC} dev out nud permanent"));
    space
}

/// Into the network: every address of it, and every block of pods.
fn inward(world: &World<'_>, space: &mut Space) {
    for prefix in told(world) {
        space.ip(format!("route add {prefix} via {FABRIC} dev in onlink"));
    }
}

/// Address spaces that others are told of: that of the network, and those of peers that use its gateway.
fn told(world: &World<'_>) -> Vec<Prefix> {
    let all = behind_gateway(world, world.network).into_iter().flat_map(|network| &network.address_prefixes);
    all.copied().filter(|prefix| prefix.family() == Family::V4).collect()
}

fn public(service: &Service) -> impl Iterator<Item = Ipv4Addr> + '_ {
    let addresses = service.load_balancer_addresses.iter().filter(|_| !service.internal);
    addresses.filter_map(|address| v4(Some(*address)))
}

/// The public load balancer: rules inbound, one outbound rule with a block of ports for each node.
pub(super) fn balancer(world: &World<'_>) -> Space {
    let mut space = between("azlb", "internet", "eth0");
    inward(world, &mut space);
    space.ip(format!("route add default via {INTERNET} dev out onlink"));
    for service in world.services.iter().filter(|service| service.floating_ip) {
        for frontend in public(service) {
            space.ip(format!("route add {frontend}/32 via {FABRIC} dev in onlink"));
        }
    }
    let blocks = blocks(world);
    space.nft("table ip azlb {");
    space.nft("chain rules { type filter hook prerouting priority -150; policy drop;");
    space.nft("ct state established accept");
    for service in &world.services {
        let ranges = list(service.load_balancer_source_ranges.iter().filter(|r| r.family() == Family::V4));
        for (frontend, port) in
            public(service).flat_map(|frontend| service.ports.iter().map(move |port| (frontend, port)))
        {
            let from = if ranges.is_empty() { String::new() } else { format!(" ip saddr {{ {ranges} }}") };
            let protocol = kube_proxy::word(port.protocol);
            if !world.backends(service).is_empty() {
                let packet = format!("iifname \"out\" ip daddr {frontend} {protocol} dport {}", port.port);
                space.nft(format!("{packet}{from} accept"));
            }
        }
    }
    let frontends: Vec<_> = world.services.iter().flat_map(|service| public(service)).collect();
    if !frontends.is_empty() {
        space.nft(format!("ip daddr {{ {} }} drop", list(&frontends)));
    }
    for (address, ..) in &blocks {
        space.nft(format!("iifname \"in\" ip saddr {address} meta l4proto {{ tcp, udp }} accept"));
    }
    space.nft("}");
    space.nft("chain inbound { type nat hook prerouting priority -100;");
    for service in world.services.iter().filter(|service| !service.floating_ip) {
        for frontend in public(service) {
            translation(world, service, frontend, "iifname \"out\" ")
                .into_iter()
                .for_each(|line| space.nft(line));
        }
    }
    space.nft("}");
    space.nft("chain outbound { type nat hook postrouting priority 100;");
    for (address, frontend, first, last) in &blocks {
        for protocol in ["tcp", "udp"] {
            space.nft(format!(
                "iifname \"in\" oifname \"out\" ip saddr {address} meta l4proto {protocol} snat to {frontend}:{first}-{last} fully-random"
            ));
        }
    }
    space.nft("}");
    space.nft("}");
    space
}

/// Each node's address, public address and ports: 64,000 ports of an address in equal blocks, nodes by name.
fn blocks(world: &World<'_>) -> Vec<(Ipv4Addr, Ipv4Addr, u32, u32)> {
    let outbound = &world.cluster.outbound;
    if outbound.kind != OutboundType::LoadBalancer {
        return Vec::new();
    }
    let size = match (outbound.allocated_ports, world.nodes.len()) {
        (0, 0..=50) => 1024,
        (0, _) => 512,
        (fixed, _) => fixed,
    };
    let each = 64_000 / size;
    let addresses: Vec<Ipv4Addr> =
        outbound.addresses.iter().filter_map(|address| v4(Some(*address))).collect();
    let block = |(number, host): (u32, &super::Host<'_>)| {
        let frontend = addresses.get(usize::try_from(number / each).ok()?)?;
        let first = 1024 + number % each * size;
        Some((host.address, *frontend, first, first + size - 1))
    };
    (0u32..).zip(&world.nodes).filter_map(block).collect()
}

/// A NAT gateway: any machine of the subnet, any port.
pub(super) fn nat_gateway(world: &World<'_>, subnet: &str) -> Space {
    let mut space = between(&format!("nat-{subnet}"), "internet", "nat");
    inward(world, &mut space);
    space.ip(format!("route add default via {INTERNET} dev out onlink"));
    let own = list(world.interfaces().values().flat_map(|interface| interface.addresses.clone()));
    space.nft("table ip nat_gateway {");
    space.nft("chain rules { type filter hook prerouting priority -150; policy drop;");
    space.nft("ct state established accept");
    space.nft(format!("iifname \"in\" ip saddr {{ {own} }} meta l4proto {{ tcp, udp }} accept"));
    space.nft("}");
    space.nft("chain outbound { type nat hook postrouting priority 100;");
    if let Some(address) = world.cluster.outbound.addresses.iter().find_map(|address| v4(Some(*address))) {
        for protocol in ["tcp", "udp"] {
            space.nft(format!(
                "iifname \"in\" meta l4proto {protocol} snat to {address}:1024-65535 fully-random"
            ));
        }
    }
    space.nft("}");
    space.nft("}");
    space
}

/// Hosts on the Internet: every public address that a flow names; and the way from the NAT gateway to the load balancer.
pub(super) fn internet(world: &World<'_>, extras: &Extras) -> Space {
    let mut space = Space::new("internet", !world.nat.is_empty());
    for interface in std::iter::once("eth0").chain(world.nat.iter().map(|_| "nat")) {
        space.ip(format!("link set {interface} up"));
        space.ip(format!("neigh add {INTERNET} lladdr {OUTER_MAC} dev {interface} nud permanent"));
    }
    let outbound = world.cluster.outbound.addresses.iter().filter_map(|address| v4(Some(*address)));
    let frontends = world.services.iter().flat_map(|service| public(service));
    let frontends: Vec<Ipv4Addr> = frontends.collect();
    let out = if world.nat.is_empty() { "eth0" } else { "nat" };
    for address in &frontends {
        space.ip(format!("route replace {address}/32 via {INTERNET} dev eth0 onlink"));
    }
    for address in outbound.filter(|address| !frontends.contains(address)) {
        space.ip(format!("route replace {address}/32 via {INTERNET} dev {out} onlink"));
    }
    for host in extras.hosts.iter().filter(|host| !host.is_private() && !frontends.contains(host)) {
        if !world.cluster.outbound.addresses.contains(&(*host).into()) {
            space.ip(format!("addr add {host}/32 dev lo"));
        }
    }
    space
}

/// The gateway: between the network and what it learned from the other side.
pub(super) fn gateway(world: &World<'_>, gateway: &Gateway) -> Space {
    let mut space = between("vgw", "onprem", "eth0");
    inward(world, &mut space);
    for prefix in gateway.on_premises_prefixes.iter().filter(|prefix| prefix.family() == Family::V4) {
        space.ip(format!("route add {prefix} via {INTERNET} dev out onlink"));
    }
    space
}

/// Hosts on premises; they know the network's address space and nothing of pods.
pub(super) fn on_premises(world: &World<'_>, gateway: &Gateway, extras: &Extras) -> Space {
    let mut space = Space::new("onprem", false);
    space.ip("link set eth0 up");
    space.ip(format!("neigh add {INTERNET} lladdr {OUTER_MAC} dev eth0 nud permanent"));
    for prefix in told(world) {
        space.ip(format!("route add {prefix} via {INTERNET} dev eth0 onlink"));
    }
    let there =
        |host: &&Ipv4Addr| gateway.on_premises_prefixes.iter().any(|prefix| prefix.contains((**host).into()));
    for host in extras.hosts.iter().filter(there) {
        space.ip(format!("addr add {host}/32 dev lo"));
    }
    space
}
