//! The service rules of a node, as kube-proxy's iptables mode has them (aks-networking.md 7.2 and 7.3), in nft.

use std::net::Ipv4Addr;

use podnet_core::address::Family;
use podnet_core::model::{
    Endpoint, NetworkMode, Protocol, Service, ServicePort, ServiceType, SessionAffinity, TargetPort,
    TrafficPolicy,
};

use super::{Host, World, list, v4};
use crate::plan::Space;

/// Bit that asks for masquerading, as kube-proxy uses it.
const MARK: &str = "0x4000";

/// nft's word for a protocol.
pub(super) fn word(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Sctp => "sctp",
        Protocol::Icmp => "icmp",
    }
}

/// Endpoints that take new flows; of one node, if one is named. Where none is ready, those that shut down and still serve.
pub(super) fn usable<'s>(service: &'s Service, node: Option<&str>) -> Vec<&'s Endpoint> {
    let here = |endpoint: &&Endpoint| {
        let on = endpoint.node.as_ref().map(podnet_core::name::Segment::as_str);
        endpoint.address.is_ipv4() && node.is_none_or(|node| on == Some(node))
    };
    let all: Vec<&Endpoint> = service.endpoints.iter().filter(here).collect();
    let ready: Vec<&Endpoint> = all.iter().copied().filter(|endpoint| endpoint.ready).collect();
    if !ready.is_empty() {
        return ready;
    }
    all.into_iter().filter(|endpoint| endpoint.serving && endpoint.terminating).collect()
}

/// The rules of one node.
pub(super) fn render(world: &World<'_>, host: &Host<'_>, space: &mut Space) {
    space.nft("table ip kube {");
    for (hook, priority) in [("prerouting", "-100"), ("output", "-100")] {
        space.nft(format!("chain nat_{hook} {{ type nat hook {hook} priority {priority};"));
        space.nft("jump services");
        space.nft("}");
        // Source ranges are judged on the address that the client used.
        space.nft(format!("chain ranges_{hook} {{ type filter hook {hook} priority -110;"));
        space.nft("jump ranges");
        space.nft("}");
    }
    for hook in ["input", "forward", "output"] {
        space.nft(format!("chain refuse_{hook} {{ type filter hook {hook} priority 0;"));
        space.nft("ct state new jump refuse");
        if hook == "forward" {
            // KUBE-FORWARD: an answer whose request went another way is no flow.
            space.nft("ct state invalid drop");
        }
        space.nft("}");
    }
    let mut chains = Chains::default();
    for (number, service) in world.services.iter().enumerate() {
        for (index, port) in service.ports.iter().enumerate() {
            chains.add(world, host, service, port, &format!("{number}_{index}"));
        }
    }
    for (name, lines) in
        [("ranges", &chains.ranges), ("refuse", &chains.refuse), ("services", &chains.services)]
    {
        space.nft(format!("chain {name} {{"));
        lines.iter().for_each(|line| space.nft(line.clone()));
        space.nft("}");
    }
    chains.others.iter().for_each(|line| space.nft(line.clone()));
    space.nft("}");
}

#[derive(Default)]
struct Chains {
    ranges: Vec<String>,
    refuse: Vec<String>,
    services: Vec<String>,
    others: Vec<String>,
}

impl Chains {
    fn add(&mut self, world: &World<'_>, host: &Host<'_>, service: &Service, port: &ServicePort, id: &str) {
        let protocol = word(port.protocol);
        let pods = inside(world, host);
        let all = usable(service, None);
        let local = usable(service, Some(&host.name));
        let internal_local = service.internal_traffic_policy == TrafficPolicy::Local;
        let external_local = service.external_traffic_policy == TrafficPolicy::Local;
        let target = |local: bool| format!("{}_{id}", if local { "near" } else { "any" });

        for address in service.cluster_addresses.iter().filter_map(|address| v4(Some(*address))) {
            let packet = format!("ip daddr {address} {protocol} dport {}", port.port);
            let found = if internal_local { &local } else { &all };
            if found.is_empty() {
                self.refuse.push(format!("{packet} {}", if internal_local { "drop" } else { "reject" }));
            } else {
                self.services
                    .push(format!("{packet} {pods} meta mark set meta mark or {MARK}").replace("PODS", "!="));
                self.services.push(format!("{packet} goto {}", target(internal_local)));
            }
        }
        let frontends = service.load_balancer_addresses.iter().filter_map(|address| v4(Some(*address)));
        let mut outside: Vec<String> =
            frontends.map(|address| format!("ip daddr {address} {protocol} dport {}", port.port)).collect();
        let ranges = service.load_balancer_source_ranges.iter().filter(|range| range.family() == Family::V4);
        let ranges = list(ranges);
        if !ranges.is_empty() {
            let drops = outside.iter().map(|packet| format!("{packet} ip saddr != {{ {ranges} }} drop"));
            self.ranges.extend(drops);
        }
        if service.kind != ServiceType::ClusterIp && port.node_port != 0 {
            outside.push(format!("fib daddr type local {protocol} dport {}", port.node_port));
        }
        for packet in &outside {
            self.services.push(format!("{packet} goto out_{id}"));
            // Traffic of the cluster itself may take any endpoint, whatever the policy.
            if all.is_empty() {
                self.refuse.push(format!("{packet} reject"));
            } else if external_local && local.is_empty() {
                self.refuse.push(format!("{packet} drop"));
            }
        }
        self.external(&pods, (external_local, &all, &local), id);
        self.endpoints(service, port, &all, &format!("any_{id}"));
        self.endpoints(service, port, &local, &format!("near_{id}"));
    }

    /// kube-proxy's KUBE-EXT chain.
    fn external(&mut self, pods: &str, (is_local, all, local): (bool, &[&Endpoint], &[&Endpoint]), id: &str) {
        self.others.push(format!("chain out_{id} {{"));
        if !all.is_empty() && is_local {
            self.others.push(format!("{} goto any_{id}", pods.replace("PODS", "")));
            self.others.push(format!("fib saddr type local meta mark set meta mark or {MARK}"));
            self.others.push(format!("fib saddr type local goto any_{id}"));
            if !local.is_empty() {
                self.others.push(format!("goto near_{id}"));
            }
        } else if !all.is_empty() {
            self.others.push(format!("meta mark set meta mark or {MARK}"));
            self.others.push(format!("goto any_{id}"));
        }
        self.others.push("}".to_owned());
    }

    /// One endpoint by chance, or by the client's address; a pod that meets itself is masqueraded.
    fn endpoints(&mut self, service: &Service, port: &ServicePort, endpoints: &[&Endpoint], chain: &str) {
        let protocol = word(port.protocol);
        let reached: Vec<(Ipv4Addr, u16)> = endpoints
            .iter()
            .filter_map(|endpoint| Some((v4(Some(endpoint.address))?, number(port, endpoint)?)))
            .collect();
        for (index, (address, target)) in reached.iter().enumerate() {
            self.others.push(format!("chain {chain}_{index} {{"));
            self.others.push(format!("ip saddr {address} meta mark set meta mark or {MARK}"));
            self.others.push(format!("meta l4proto {protocol} dnat to {address}:{target}"));
            self.others.push("}".to_owned());
        }
        self.others.push(format!("chain {chain} {{"));
        if !reached.is_empty() {
            let ways = (0..reached.len()).map(|index| format!("{index} : goto {chain}_{index}"));
            let choice = match service.session_affinity {
                SessionAffinity::None => "numgen random",
                SessionAffinity::ClientIp(_) => "jhash ip saddr",
            };
            self.others.push(format!("{choice} mod {} vmap {{ {} }}", reached.len(), list(ways)));
        }
        self.others.push("}".to_owned());
    }
}

/// Sources that count as pods of the cluster: kube-proxy is told the pod CIDR in kubenet, and looks at the interface in
/// Azure CNI. `PODS` stands for the comparison.
fn inside(world: &World<'_>, host: &Host<'_>) -> String {
    let own = match world.cluster.mode {
        NetworkMode::Kubenet => {
            list(world.cluster.pod_prefixes.iter().filter(|prefix| prefix.family() == Family::V4))
        }
        NetworkMode::AzureCni => list(host.node.pod_addresses.of(Family::V4)),
    };
    format!("ip saddr PODS {{ {own} }}")
}

fn number(port: &ServicePort, endpoint: &Endpoint) -> Option<u16> {
    match &port.target_port {
        TargetPort::Number(number) => Some(*number),
        TargetPort::Name(name) => {
            endpoint.ports.iter().find(|(own, _)| *own == port.name || own == name).map(|(_, number)| *number)
        }
    }
}
