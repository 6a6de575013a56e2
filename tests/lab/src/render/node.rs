//! Nodes, pods and virtual machines: interfaces, routes, and the node's source translation.

use std::net::Ipv4Addr;

use podnet_core::address::Family;
use podnet_core::model::{Appliance, NetworkMode, PodDataPath};
use podnet_core::prefix::Prefix;

use super::{
    Extras, FABRIC_MAC, Host, Machine, Pod, World, gateway_address, kube_proxy, list, mac, policy, v4,
};
use crate::Outcome;
use crate::plan::{Attachment, Space};
use crate::wiring::inside_port;

/// Gateway of a pod on the transparent data path.
const TRANSPARENT_GATEWAY: &str = "169.254.1.1";
/// MAC of the node's end of a pod's link.
const INSIDE_MAC: &str = "aa:aa:aa:aa:aa:aa";

/// How pods reach their node.
enum Path {
    Kubenet { bridge: Ipv4Addr, block: Prefix },
    Transparent,
    Bridge,
}

fn path(world: &World<'_>, host: &Host<'_>) -> Outcome<Path> {
    Ok(match (world.cluster.mode, world.cluster.pod_data_path) {
        (NetworkMode::Kubenet, _) => {
            let block = host.node.pod_prefix(Family::V4).ok_or("a kubenet node has a block")?;
            let first = v4(Some(block.first())).ok_or("IPv4")?;
            Path::Kubenet { bridge: Ipv4Addr::from(u32::from(first) + 1), block }
        }
        (NetworkMode::AzureCni, PodDataPath::Transparent) => Path::Transparent,
        (NetworkMode::AzureCni, PodDataPath::Bridge) => Path::Bridge,
    })
}

/// A node.
pub(super) fn render(world: &World<'_>, host: &Host<'_>, extras: &Extras) -> Outcome<Space> {
    let mut space = Space::new(&host.name, true);
    let way = path(world, host)?;
    let gateway = gateway_address(host.subnet);
    let wire = if matches!(way, Path::Bridge) { "azure0" } else { "eth0" };
    if matches!(way, Path::Bridge) {
        space.ip(format!("link add azure0 address {} type bridge", mac(host.address)));
        space.ip("link set eth0 master azure0");
        // Without it a service's packet to a pod elsewhere could not leave by the port that it came in.
        space.ip("link set eth0 type bridge_slave hairpin on");
        space.ip("link set azure0 up");
        // What the bridge would learn; until then it would flood.
        space.bridge(format!("fdb add {FABRIC_MAC} dev eth0 master static"));
    }
    space.ip("link set eth0 up");
    space.ip(format!("addr add {}/32 dev {wire}", host.address));
    space.ip(format!("neigh add {gateway} lladdr {FABRIC_MAC} dev {wire} nud permanent"));
    for prefix in host.subnet.address_prefixes.iter().filter(|prefix| prefix.family() == Family::V4) {
        space.ip(format!("route add {prefix} via {gateway} dev {wire} onlink"));
    }
    space.ip(format!("route add default via {gateway} dev {wire} onlink"));
    // The plugin makes the bridge with the first pod that it attaches.
    let by_plugin = extras.cni && world.pods.iter().any(|pod| pod.node == host.name);
    if let Path::Kubenet { bridge, block } = &way
        && !by_plugin
    {
        space.ip("link add cbr0 type bridge");
        space.ip(format!("addr add {bridge}/{} dev cbr0", block.length()));
        space.ip("link set cbr0 up");
    }
    for pod in world.pods.iter().filter(|pod| pod.node == host.name) {
        attach(&way, host, pod, extras, &mut space);
    }
    if !host.ready {
        // A node that is not ready takes no packets.
        space.nft("table ip down {");
        for hook in ["prerouting", "output"] {
            space.nft(format!("chain {hook} {{ type filter hook {hook} priority -400; policy drop;"));
            space.nft("}");
        }
        space.nft("}");
    }
    kube_proxy::render(world, host, &mut space);
    policy::render(world, host, &mut space);
    masquerade(world, host, &mut space);
    Ok(space)
}

fn attach(way: &Path, host: &Host<'_>, pod: &Pod, extras: &Extras, space: &mut Space) {
    if extras.cni
        && let Some(attachment) = by_plugin(way, host, pod)
    {
        space.attachments.push(attachment);
        return;
    }
    let port = inside_port(&pod.name);
    let end = format!("type veth peer name eth0 address {} netns {{{}}}", mac(pod.address), pod.name);
    space.ip(format!("link add {port} address {INSIDE_MAC} {end}"));
    match way {
        Path::Kubenet { .. } => {
            space.ip(format!("link set {port} master cbr0"));
            space.ip(format!("link set {port} type bridge_slave hairpin on"));
            space.ip(format!("link set {port} up"));
        }
        Path::Bridge => {
            space.ip(format!("link set {port} master azure0"));
            space.ip(format!("link set {port} type bridge_slave hairpin on"));
            space.ip(format!("link set {port} up"));
            space.ip(format!("route add {}/32 dev azure0", pod.address));
            space.bridge(format!("fdb add {} dev {port} master static", mac(pod.address)));
        }
        Path::Transparent => {
            space.ip(format!("link set {port} up"));
            space.ip(format!("route add {}/32 dev {port}", pod.address));
            space.ip(format!(
                "neigh add {} lladdr {} dev {port} nud permanent",
                pod.address,
                mac(pod.address)
            ));
        }
    }
}

/// The real plugin, with the address that podnet gave: `bridge` for a bridge of the node's own, `ptp` for a routed link.
fn by_plugin(way: &Path, host: &Host<'_>, pod: &Pod) -> Option<Attachment> {
    let (plugin, options, prefix, gateway) = match way {
        Path::Kubenet { bridge, block } => {
            let options = r#""bridge":"cbr0","isGateway":true,"hairpinMode":true,"#;
            ("bridge", options, block.length(), bridge.to_string())
        }
        // The plugin puts the gateway on the link, where masquerading takes it from: so it is the node's own address.
        Path::Transparent => ("ptp", "", pod.length, host.address.to_string()),
        Path::Bridge => return None,
    };
    let ipam = format!(
        r#""ipam":{{"type":"static","addresses":[{{"address":"{}/{prefix}","gateway":"{gateway}"}}],"routes":[{{"dst":"0.0.0.0/0"}}]}}"#,
        pod.address
    );
    let configuration =
        format!(r#"{{"cniVersion":"1.0.0","name":"lab","type":"{plugin}",{options}"ipMasq":false,{ipam}}}"#);
    Some(Attachment { pod: pod.name.clone(), plugin, configuration })
}

/// ip-masq-agent: whatever is routed to a destination that is not in the list gets the node's address, unless it is the
/// node's own already; and what the service rules marked.
fn masquerade(world: &World<'_>, host: &Host<'_>, space: &mut Space) {
    let cluster = world.cluster;
    let kept: Vec<Prefix> = match (&cluster.non_masquerade_prefixes, cluster.mode) {
        (Some(list), _) => list.clone(),
        (None, NetworkMode::Kubenet) => cluster.pod_prefixes.clone(),
        (None, NetworkMode::AzureCni) => {
            let own = host.subnet.address_prefixes.iter().chain(&cluster.service_prefixes);
            own.chain(&world.network.address_prefixes).copied().collect()
        }
    };
    let kept: Vec<Prefix> = kept.into_iter().filter(|prefix| prefix.family() == Family::V4).collect();
    space.nft("table ip agent {");
    space.nft("chain post { type nat hook postrouting priority 100;");
    space.nft("meta mark and 0x4000 == 0x4000 masquerade fully-random");
    space.nft("fib daddr type local return");
    space.nft("fib saddr type local return");
    for prefix in &kept {
        space.nft(format!("ip daddr {prefix} return"));
    }
    space.nft("masquerade fully-random");
    space.nft("}");
    space.nft("}");
}

/// A pod.
pub(super) fn render_pod(world: &World<'_>, pod: &Pod, extras: &Extras) -> Outcome<Space> {
    let mut space = Space::new(&pod.name, false);
    let host = world.nodes.iter().find(|host| host.name == pod.node).ok_or("a pod has a node")?;
    let way = path(world, host)?;
    if extras.cni && !matches!(way, Path::Bridge) {
        return Ok(space);
    }
    space.ip("link set eth0 up");
    match way {
        Path::Kubenet { bridge, block } => {
            space.ip(format!("addr add {}/{} dev eth0", pod.address, block.length()));
            space.ip(format!("route add default via {bridge}"));
        }
        Path::Transparent => {
            space.ip(format!("addr add {}/32 dev eth0", pod.address));
            space.ip(format!("route add {TRANSPARENT_GATEWAY} dev eth0 scope link"));
            space.ip(format!("route add default via {TRANSPARENT_GATEWAY} dev eth0"));
            space.ip(format!("neigh add {TRANSPARENT_GATEWAY} lladdr {INSIDE_MAC} dev eth0 nud permanent"));
        }
        Path::Bridge => {
            let gateway = gateway_address(host.subnet);
            space.ip(format!("addr add {}/{} dev eth0", pod.address, pod.length));
            space.ip(format!("route add default via {gateway}"));
            // The virtual network answers for every address of the subnet with its one MAC; neighbours answer themselves.
            let near = |address: &Ipv4Addr| {
                let own = host.address == *address;
                own || world.pods.iter().any(|other| other.node == pod.node && other.address == *address)
            };
            let interfaces = world.interfaces();
            let all = interfaces.values().flat_map(|interface| interface.addresses.iter().copied());
            let all = all.chain(extras.hosts.iter().copied()).chain([gateway]);
            let segment = Prefix::containing(pod.address.into(), pod.length);
            let there = |address: &Ipv4Addr| segment.is_some_and(|prefix| prefix.contains((*address).into()));
            let answered: std::collections::BTreeSet<Ipv4Addr> =
                all.filter(there).filter(|address| !near(address)).collect();
            for address in answered {
                space.ip(format!("neigh add {address} lladdr {FABRIC_MAC} dev eth0 nud permanent"));
            }
        }
    }
    Ok(space)
}

/// A virtual machine.
pub(super) fn render_machine(machine: &Machine<'_>, extras: &Extras) -> Space {
    let mut space = Space::new(&machine.name, machine.vm.ip_forwarding);
    let gateway = gateway_address(machine.subnet);
    space.ip("link set eth0 up");
    space.ip(format!("addr add {}/32 dev eth0", machine.address));
    space.ip(format!("neigh add {gateway} lladdr {FABRIC_MAC} dev eth0 nud permanent"));
    space.ip(format!("route add default via {gateway} dev eth0 onlink"));
    match machine.vm.machine.appliance {
        Appliance::Unknown | Appliance::Router => {}
        Appliance::Firewall | Appliance::SourceNat => stateful(machine, extras, &mut space),
    }
    space
}

/// An appliance that knows flows: it passes what begins here and what answers that, and drops other answers. It puts its
/// own address as source; a firewall only towards public addresses.
fn stateful(machine: &Machine<'_>, extras: &Extras, space: &mut Space) {
    space.nft("table ip appliance {");
    space.nft("chain known { type filter hook forward priority 0;");
    space.nft("ct state established accept");
    // An answer whose beginning went another way: what no connection begins with.
    space.nft("ct state invalid drop");
    space.nft("tcp flags & (syn | ack) == syn | ack drop");
    if !extras.ports.is_empty() {
        space.nft(format!("ct state new udp dport != {{ {} }} drop", list(&extras.ports)));
    }
    space.nft("}");
    let private = "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10";
    let to_public = match machine.vm.machine.appliance {
        Appliance::Firewall => format!("ip daddr != {{ {private} }} "),
        Appliance::Unknown | Appliance::Router | Appliance::SourceNat => String::new(),
    };
    space.nft("chain post { type nat hook postrouting priority 100;");
    space.nft(format!("{to_public}fib saddr type != local masquerade fully-random"));
    space.nft("}");
    space.nft("}");
}
