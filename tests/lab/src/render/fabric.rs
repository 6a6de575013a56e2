//! The virtual network as one router: a port for each interface, a table for each subnet, source and destination checks.

use std::collections::BTreeSet;
use std::net::IpAddr;

use podnet_core::address::Family;
use podnet_core::model::{
    Gateway, InboundDistribution, Network, PodDataPath, Service, SessionAffinity, Subnet,
};
use podnet_core::prefix::Prefix;

use super::peers::{behind_gateway, gateway_of};
use super::routes::{Hop, of_subnet};
use super::{FABRIC_MAC, World, list, mac, peers, security, v4};
use crate::Outcome;
use crate::plan::Space;
use crate::wiring::port_of;

/// Table in which every address of the first network is, where a route VnetLocal leads; the next network has the next.
const DELIVERY: u32 = 2000;
/// Table of packets that the load balancer hands in.
const INBOUND: u32 = 3000;
/// What is added to the table of a subnet for answers to balanced flows: they leave for the Internet by the load balancer,
/// whatever else would.
const ANSWERS: u32 = 4000;

/// Link-local address of a device behind the fabric, for routes that lead there.
pub(super) const BALANCER: &str = "169.254.1.2";
pub(super) const NAT: &str = "169.254.3.2";
pub(super) const GATEWAY: &str = "169.254.2.2";
/// MACs of those.
pub(super) const DEVICE_MAC: &str = "02:fe:00:00:00:01";

pub(super) fn render(world: &World<'_>) -> Outcome<Space> {
    let mut space = Space::new("vnet", true);
    let interfaces = world.interfaces();
    let bridged = world.cluster.pod_data_path == PodDataPath::Bridge;
    for (name, interface) in &interfaces {
        let port = port_of(name);
        let primary = interface.addresses.first().ok_or("an interface has an address")?;
        let end = format!("type veth peer name eth0 address {} netns {{{name}}}", mac(*primary));
        space.ip(format!("link add {port} address {FABRIC_MAC} {end}"));
        space.ip(format!("link set {port} up"));
        for address in &interface.addresses {
            let pod = world.pods.iter().find(|pod| pod.address == *address);
            // On the older data path the pod itself is a neighbour; else the interface is.
            let owner = pod.filter(|_| bridged).map_or(*primary, |pod| pod.address);
            let table = delivery(world, &interface.network);
            space.ip(format!("route add {address}/32 via {owner} dev {port} onlink table {table}"));
        }
        space.ip(format!("neigh add {primary} lladdr {} dev {port} nud permanent", mac(*primary)));
        for pod in world.pods.iter().filter(|pod| bridged && pod.node == *name) {
            space.ip(format!(
                "neigh add {} lladdr {} dev {port} nud permanent",
                pod.address,
                mac(pod.address)
            ));
        }
    }
    let mut outer = vec![("p-lb", "azlb", BALANCER)];
    outer.extend(world.nat.iter().map(|_| ("p-nat", "", NAT)));
    outer.extend(world.network.gateway.iter().map(|_| ("p-gw", "vgw", GATEWAY)));
    for (port, name, address) in outer {
        let name = if name.is_empty() { format!("nat-{}", list(&world.nat)) } else { name.to_owned() };
        let end = format!("type veth peer name in address {DEVICE_MAC} netns {{{name}}}");
        space.ip(format!("link add {port} address {FABRIC_MAC} {end}"));
        space.ip(format!("link set {port} up"));
        space.ip(format!("neigh add {address} lladdr {DEVICE_MAC} dev {port} nud permanent"));
    }
    for network in &world.networks {
        let table = delivery(world, network.name.network.as_str());
        space.ip(format!("route add blackhole default table {table}"));
    }
    tables(world, &mut space)?;
    inbound(world, &mut space);
    checks(world, &mut space);
    peers::render(world, &mut space);
    security::render(world, &mut space);
    Ok(space)
}

/// One table for each subnet; what it leaves to the network is looked up in the table of all addresses.
fn tables(world: &World<'_>, space: &mut Space) -> Outcome<()> {
    let interfaces = world.interfaces();
    let delivered = delivery(world, world.network.name.network.as_str());
    for (number, subnet) in (1000u32..).zip(&world.subnets) {
        let name = subnet.name.subnet.to_string();
        let network = subnet.name.network.to_string();
        let own_delivery = delivery(world, &network);
        let nat = world.nat.contains(&name);
        for (prefix, hop) in of_subnet(world, subnet) {
            let line = match hop {
                Hop::Network => format!("route add throw {prefix} table {number}"),
                Hop::Peer(peer) => {
                    to_peer(world, (subnet, number), (prefix, peer), space);
                    format!("route add blackhole {prefix} table {number}")
                }
                Hop::Nowhere => format!("route add blackhole {prefix} table {number}"),
                Hop::Gateway if gateway_of_subnet(world, subnet).is_none() => {
                    format!("route add blackhole {prefix} table {number}")
                }
                Hop::Gateway => format!("route add {prefix} via {GATEWAY} dev p-gw onlink table {number}"),
                Hop::Internet if nat => {
                    format!("route add {prefix} via {NAT} dev p-nat onlink table {number}")
                }
                Hop::Internet => format!("route add {prefix} via {BALANCER} dev p-lb onlink table {number}"),
                Hop::Machine(address) => {
                    let near = near(world, &network);
                    let owner = interfaces.iter().find(|(_, interface)| {
                        near.contains(&interface.network)
                            && interface.addresses.iter().any(|own| IpAddr::V4(*own) == address)
                    });
                    match owner.and_then(|(name, interface)| Some((name, interface.addresses.first()?))) {
                        Some((name, primary)) => {
                            to_pods(world, (subnet, number), (prefix, name.as_str()), space);
                            format!(
                                "route add {prefix} via {primary} dev {} onlink table {number}",
                                port_of(name)
                            )
                        }
                        None => format!("route add blackhole {prefix} table {number}"),
                    }
                }
            };
            if nat {
                let answers =
                    line.replace(&format!("via {NAT} dev p-nat"), &format!("via {BALANCER} dev p-lb"));
                space.ip(answers.replace(&format!("table {number}"), &format!("table {}", ANSWERS + number)));
            }
            space.ip(line);
        }
        let own = interfaces
            .iter()
            .filter(|(_, interface)| interface.subnet == name && interface.network == network);
        for (machine, _) in own {
            let port = port_of(machine);
            // What an internal load balancer translated is delivered, whatever the routes say of the node.
            space.ip(format!("rule add pref 98 iif {port} fwmark 2 lookup {delivered}"));
            if nat {
                space.ip(format!("rule add pref 99 iif {port} fwmark 1 lookup {}", ANSWERS + number));
            }
            space.ip(format!("rule add pref 100 iif {port} lookup {number}"));
            space.ip(format!("rule add pref 200 iif {port} lookup {own_delivery}"));
        }
        if name == "GatewaySubnet" && world.network.gateway.is_some() {
            space.ip(format!("rule add pref 100 iif p-gw lookup {number}"));
        }
    }
    if world.network.gateway.is_some() {
        space.ip(format!("rule add pref 98 iif p-gw fwmark 2 lookup {delivered}"));
        for network in behind_gateway(world, world.network) {
            let table = delivery(world, network.name.network.as_str());
            for prefix in network.address_prefixes.iter().filter(|prefix| prefix.family() == Family::V4) {
                space.ip(format!("rule add pref 199 iif p-gw to {prefix} lookup {table}"));
            }
        }
        space.ip(format!("rule add pref 200 iif p-gw lookup {delivered}"));
    }
    if !world.nat.is_empty() {
        space.ip(format!("rule add pref 200 iif p-nat lookup {delivered}"));
    }
    space.ip(format!("rule add pref 100 iif p-lb lookup {INBOUND}"));
    space.ip(format!("rule add pref 200 iif p-lb lookup {delivered}"));
    Ok(())
}

/// On the older data path a node hands frames for its pods on as they are, also where a route leads to the node.
fn to_pods(
    world: &World<'_>,
    (subnet, number): (&Subnet, u32),
    (prefix, node): (Prefix, &str),
    space: &mut Space,
) {
    let bridged = world.cluster.pod_data_path == PodDataPath::Bridge;
    let routes = of_subnet(world, subnet);
    for pod in world.pods.iter().filter(|pod| bridged && pod.node == node) {
        let matching = routes.keys().filter(|own| own.contains(pod.address.into()));
        if matching.max_by_key(|own| own.length()) == Some(&prefix) && prefix.length() < 32 {
            let (address, port) = (pod.address, port_of(node));
            space.ip(format!("route add {address}/32 via {address} dev {port} onlink table {number}"));
        }
    }
}

/// Frontends whose address is kept: a hash over the healthy nodes. Internal ones are known to every machine.
fn inbound(world: &World<'_>, space: &mut Space) {
    for service in world.services.iter().filter(|service| service.floating_ip) {
        let frontends = service.load_balancer_addresses.iter().filter_map(|address| v4(Some(*address)));
        for frontend in frontends {
            let backends = world.backends(service);
            let hops = backends
                .iter()
                .map(|host| format!("nexthop via {} dev {} onlink", host.address, port_of(&host.name)));
            let hops: Vec<_> = hops.collect();
            let route = |table: u32| match backends.is_empty() {
                true => format!("route add blackhole {frontend}/32 table {table}"),
                false => format!("route add {frontend}/32 table {table} {}", hops.join(" ")),
            };
            if !service.internal {
                space.ip(route(INBOUND));
                continue;
            }
            space.ip(route(delivery(world, world.network.name.network.as_str())));
            // Peers know it as one of the network's addresses.
            for (number, subnet) in (1000u32..).zip(&world.subnets) {
                if matches!(best(world, subnet, frontend), Some((prefix, Hop::Peer(_))) if prefix.length() < 32)
                {
                    space.ip(route(number));
                }
            }
        }
    }
}

/// The delivery table of a network.
fn delivery(world: &World<'_>, network: &str) -> u32 {
    let number = (0u32..).zip(&world.networks).find(|(_, own)| own.name.network.as_str() == network);
    DELIVERY + number.map_or(0, |(number, _)| number)
}

/// The route of a subnet for an address.
fn best(world: &World<'_>, subnet: &Subnet, address: std::net::Ipv4Addr) -> Option<(Prefix, Hop)> {
    let matching = of_subnet(world, subnet).into_iter().filter(|(prefix, _)| prefix.contains(address.into()));
    matching.max_by_key(|(prefix, _)| prefix.length())
}

fn gateway_of_subnet<'a>(world: &World<'a>, subnet: &Subnet) -> Option<(&'a Network, &'a Gateway)> {
    let network = world.networks.iter().find(|network| network.name == subnet.name.network_name())?;
    gateway_of(world, network)
}

/// Networks in which the next hop of a route may be: the own one and its peers.
fn near(world: &World<'_>, network: &str) -> Vec<String> {
    let own = world.networks.iter().find(|own| own.name.network.as_str() == network);
    let peers = own.into_iter().flat_map(|own| &own.peerings);
    let peers = peers.filter_map(|peering| Some(peering.remote_network.as_ref()?.network.to_string()));
    std::iter::once(network.to_owned()).chain(peers).collect()
}

/// A route to a peer leads to each of its addresses for which no other route of the subnet is longer.
fn to_peer(
    world: &World<'_>,
    (subnet, number): (&Subnet, u32),
    (prefix, peer): (Prefix, usize),
    space: &mut Space,
) {
    let Some(network) = world.networks.get(peer).map(|network| network.name.network.to_string()) else {
        return;
    };
    let table = delivery(world, &network);
    for interface in world.interfaces().values().filter(|interface| interface.network == network) {
        for address in &interface.addresses {
            let chosen = best(world, subnet, *address).is_some_and(|(own, _)| own == prefix);
            let known = format!("route add {address}/32 ");
            let delivered = format!(" table {table}");
            let line = space.ip.iter().find(|line| line.starts_with(&known) && line.ends_with(&delivered));
            if let Some(line) = line.filter(|_| chosen && prefix.length() < 32).cloned() {
                space.ip(line.replace(&delivered, &format!(" table {number}")));
            }
        }
    }
}

/// How a new flow is spread over nodes, as an nft expression.
pub(super) fn spread(world: &World<'_>, service: &Service, protocol: &str, count: usize) -> String {
    match (service.session_affinity, world.cluster.inbound_distribution) {
        (SessionAffinity::ClientIp(_), _) => format!("jhash ip saddr mod {count} seed 0x51"),
        (SessionAffinity::None, InboundDistribution::RoundRobin) => format!("numgen inc mod {count}"),
        (SessionAffinity::None, InboundDistribution::FiveTupleHash) => {
            let key = format!("ip saddr . {protocol} sport . ip daddr . {protocol} dport");
            format!("jhash {key} mod {count} seed 0x51")
        }
    }
}

/// The network takes from an interface only its own addresses, and gives it only those, unless it forwards.
fn checks(world: &World<'_>, space: &mut Space) {
    let interfaces = world.interfaces();
    let own: Vec<_> = interfaces
        .iter()
        .flat_map(|(name, interface)| {
            interface.addresses.iter().map(move |address| format!("\"{}\" . {address}", port_of(name)))
        })
        .collect();
    let forwarding = interfaces.iter().filter(|(_, interface)| interface.forwards);
    let forwarding: Vec<_> = forwarding.map(|(name, _)| format!("\"{}\"", port_of(name))).collect();
    let kept = |internal: bool| -> Vec<_> {
        let own = world.services.iter().filter(|service| service.floating_ip && service.internal == internal);
        let frontends = own.flat_map(|service| &service.load_balancer_addresses);
        frontends.filter_map(|address| v4(Some(*address))).collect()
    };
    let (public, internal) = (kept(false), kept(true));
    let kept: Vec<_> = public.iter().chain(&internal).copied().collect();
    let mut outer = vec!["\"p-lb\""];
    outer.extend(world.nat.iter().map(|_| "\"p-nat\""));
    outer.extend(world.network.gateway.iter().map(|_| "\"p-gw\""));
    let outer = list(outer);
    space.nft("table ip checks {");
    space.nft(format!("set own {{ type ifname . ipv4_addr; elements = {{ {} }}; }}", list(own)));
    space.nft("chain source { type filter hook prerouting priority -150; policy drop;");
    space.nft(format!("iifname {{ {outer} }} accept"));
    if !forwarding.is_empty() {
        space.nft(format!("iifname {{ {} }} accept", list(&forwarding)));
    }
    space.nft("iifname . ip saddr @own accept");
    if !kept.is_empty() {
        // Only the answer to a flow that the load balancer gave may have its frontend as source.
        space.nft(format!("ip saddr {{ {} }} ct state established ct direction reply accept", list(&kept)));
    }
    space.nft("}");
    space.nft("chain destination { type filter hook forward priority 0; policy drop;");
    let private = "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 169.254.0.0/16";
    space.nft(format!("oifname {{ \"p-lb\", \"p-nat\" }} ip daddr {{ {private} }} drop"));
    // Answers to balanced flows are the load balancer's, whoever passed them on.
    space.nft("oifname \"p-lb\" ct mark 1 ct direction reply accept");
    // Public addresses stand for an interface's own ones, not for what it forwards.
    let answers = if kept.is_empty() { String::new() } else { format!("ip saddr != {{ {} }} ", list(&kept)) };
    space.nft(format!("oifname {{ \"p-lb\", \"p-nat\" }} {answers}iifname . ip saddr != @own drop"));
    space.nft(format!("oifname {{ {outer} }} accept"));
    if !forwarding.is_empty() {
        space.nft(format!("oifname {{ {} }} accept", list(&forwarding)));
    }
    space.nft("oifname . ip daddr @own accept");
    if !public.is_empty() {
        space.nft(format!("iifname \"p-lb\" ip daddr {{ {} }} accept", list(&public)));
    }
    for frontend in &internal {
        // Only where the network itself brings it to the load balancer; a route to a machine is another way.
        let ports = left_to_network(world, *frontend).into_iter().map(|port| format!("\"{port}\""));
        let ports = list(ports);
        if !ports.is_empty() {
            space.nft(format!("iifname {{ {ports} }} ip daddr {frontend} accept"));
        }
    }
    space.nft("}");
    space.nft("chain answers { type filter hook prerouting priority -145;");
    space.nft("iifname \"p-lb\" ct state new ct mark set 1");
    space.nft("ct mark 1 ct direction reply meta mark set 1");
    space.nft("}");
    internal_rules(world, space);
    space.nft("}");
}

/// Ports whose subnet leaves an address to the network: only from there it comes to a load balancer in the network.
fn left_to_network(world: &World<'_>, address: std::net::Ipv4Addr) -> Vec<String> {
    let left = |subnet: &Subnet| match best(world, subnet, address) {
        Some((_, Hop::Network)) => subnet.name.network == world.network.name.network,
        Some((_, Hop::Peer(peer))) => {
            world.networks.get(peer).is_some_and(|network| network.name == world.network.name)
        }
        Some(_) | None => false,
    };
    let subnets: BTreeSet<String> = world
        .subnets
        .iter()
        .filter(|subnet| left(subnet))
        .map(|subnet| subnet.name.subnet.to_string())
        .collect();
    let interfaces = world.interfaces();
    let own = interfaces.iter().filter(|(_, interface)| subnets.contains(&interface.subnet));
    let named = world.subnets.iter().any(|subnet| subnet.name.subnet.as_str() == "GatewaySubnet");
    let gateway = world.network.gateway.is_some() && (!named || subnets.contains("GatewaySubnet"));
    own.map(|(name, _)| port_of(name)).chain(gateway.then(|| "p-gw".to_owned())).collect()
}

/// Internal load balancers are part of the network: their rules, and the translation where the address is not kept.
fn internal_rules(world: &World<'_>, space: &mut Space) {
    let internal: Vec<_> = world.services.iter().filter(|service| service.internal).collect();
    let frontends = |service: &Service| -> Vec<(std::net::Ipv4Addr, String)> {
        let addresses = service.load_balancer_addresses.iter().filter_map(|address| v4(Some(*address)));
        let guarded = addresses.map(|address| (address, left_to_network(world, address)));
        let some = guarded.filter(|(_, ports)| !ports.is_empty());
        some.map(|(address, ports)| {
            let ports = ports.iter().map(|port| format!("\"{port}\""));
            (address, format!("iifname {{ {} }} ", list(ports)))
        })
        .collect()
    };
    space.nft("chain internal_rules { type filter hook prerouting priority -140;");
    for service in &internal {
        let ranges = service.load_balancer_source_ranges.iter().filter(|r| r.family() == Family::V4);
        let ranges = list(ranges);
        for (frontend, guard) in frontends(service) {
            for port in &service.ports {
                let protocol = super::kube_proxy::word(port.protocol);
                let rule = format!("{guard}ip daddr {frontend} {protocol} dport {}", port.port);
                if !ranges.is_empty() {
                    space.nft(format!("{rule} ip saddr != {{ {ranges} }} drop"));
                }
                let mark = if service.floating_ip { "" } else { "meta mark set 2 " };
                space.nft(format!("{rule} {mark}accept"));
            }
            space.nft(format!("{guard}ip daddr {frontend} drop"));
        }
    }
    space.nft("}");
    space.nft("chain internal_nat { type nat hook prerouting priority -100;");
    for service in internal.iter().filter(|service| !service.floating_ip) {
        for (frontend, guard) in frontends(service) {
            for line in translation(world, service, frontend, &guard) {
                space.nft(line);
            }
        }
    }
    space.nft("}");
}

/// Rules that translate a frontend to a healthy node and its port.
pub(super) fn translation(
    world: &World<'_>,
    service: &Service,
    frontend: std::net::Ipv4Addr,
    guard: &str,
) -> Vec<String> {
    let backends = world.backends(service);
    let ports = service.ports.iter().filter(|_| !backends.is_empty());
    let rule = |port: &podnet_core::model::ServicePort| {
        let protocol = super::kube_proxy::word(port.protocol);
        let nodes = backends.iter().enumerate().map(|(index, host)| format!("{index} : {}", host.address));
        let spread = spread(world, service, protocol, backends.len());
        format!(
            "{guard}ip daddr {frontend} {protocol} dport {} dnat to {spread} map {{ {} }}:{}",
            port.port,
            list(nodes),
            port.node_port
        )
    };
    ports.map(rule).collect()
}
