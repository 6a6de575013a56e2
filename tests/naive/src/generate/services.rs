//! Which services there are: types, policies, load balancers, and endpoints in every condition.

use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{Command, ServiceSpec};
use podnet_core::model::{
    Cluster, Endpoint, Protocol, Purpose, ServicePort, ServiceType, SessionAffinity, TargetPort,
    TrafficPolicy,
};
use podnet_core::name::ServiceName;

use super::Limits;
use crate::random::Random;
use crate::world::{World, address, prefix, unlabelled};

/// Services of every cluster.
pub(super) fn services(world: &mut World, random: &mut Random, limits: Limits) {
    let clusters: Vec<_> = world.state.clusters.values().cloned().collect();
    for (offset, cluster) in clusters.iter().enumerate() {
        for index in 0..random.below(limits.services + 1) {
            if let Some(spec) = service(world, random, cluster, offset, index) {
                world.attempt(Command::CreateService(spec));
            }
        }
    }
}

fn service(
    world: &World,
    random: &mut Random,
    cluster: &Cluster,
    offset: usize,
    index: usize,
) -> Option<ServiceSpec> {
    let kind = random.pick([
        ServiceType::ClusterIp,
        ServiceType::NodePort,
        ServiceType::LoadBalancer,
        ServiceType::LoadBalancer,
    ]);
    let number = u8::try_from(offset * 10 + index + 1).unwrap_or(1);
    let internal = random.percent(35);
    let balanced = kind == ServiceType::LoadBalancer;
    let v6 = cluster.families.contains(&Family::V6) && random.percent(60);
    let cluster_addresses = if random.percent(6) {
        Vec::new()
    } else {
        let each = cluster.service_prefixes.iter().filter(|prefix| v6 || prefix.family() == Family::V4);
        each.map(|prefix| {
            podnet_core::address::address_of(
                prefix.family(),
                prefix.first_number() + 100 + u128::from(number),
            )
        })
        .collect()
    };
    let load_balancer_addresses = if balanced && random.percent(94) {
        let mut frontends = vec![frontend(world, random, internal, number)];
        if v6 && !internal {
            frontends.push(address(&format!("2603:1000::1:{number:x}")));
        }
        frontends
    } else {
        Vec::new()
    };
    let policy = |random: &mut Random, local| {
        if random.percent(local) { TrafficPolicy::Local } else { TrafficPolicy::Cluster }
    };
    Some(ServiceSpec {
        name: ServiceName::parse(&format!("{}/namespaces/default/services/s{index}", cluster.name)).ok()?,
        labels: unlabelled(),
        kind,
        cluster_addresses,
        load_balancer_addresses,
        internal,
        floating_ip: random.percent(70),
        ports: ports(random, kind, u16::from(number)),
        external_traffic_policy: policy(random, 40),
        internal_traffic_policy: policy(random, 20),
        session_affinity: if random.percent(25) {
            SessionAffinity::ClientIp(Duration::from_secs(10_800))
        } else {
            SessionAffinity::None
        },
        health_check_node_port: if balanced { 32_000 + u16::from(number) } else { 0 },
        load_balancer_source_ranges: match random.below(10) {
            0 => vec![prefix("198.51.100.0/24")],
            1 => vec![prefix("10.0.0.0/8"), prefix("fd00::/8")],
            _ => Vec::new(),
        },
        endpoints: endpoints(world, random, cluster),
    })
}

/// A public address, or one that is reserved for an internal frontend, or one in a subnet that nobody reserved.
fn frontend(world: &World, random: &mut Random, internal: bool, number: u8) -> IpAddr {
    if !internal {
        return IpAddr::from([203, 0, 113, 20 + number]);
    }
    let reserved = world.state.reservations.values().filter(|r| r.purpose == Purpose::InternalLoadBalancer);
    let reserved: Vec<_> =
        reserved.map(|r| r.prefix.first()).filter(|a| Family::of(*a) == Family::V4).collect();
    let free = world.state.subnets.values().next().and_then(|subnet| subnet.prefix(Family::V4));
    let free = free.map(|prefix| {
        podnet_core::address::address_of(Family::V4, prefix.first_number() + 200 + u128::from(number))
    });
    random
        .of(&reserved)
        .copied()
        .filter(|_| random.percent(70))
        .or(free)
        .unwrap_or_else(|| address("10.224.0.200"))
}

fn ports(random: &mut Random, kind: ServiceType, number: u16) -> Vec<ServicePort> {
    let node_port = |random: &mut Random, base: u16| match kind {
        ServiceType::ClusterIp => 0,
        ServiceType::NodePort | ServiceType::LoadBalancer => {
            if random.percent(96) {
                base + number
            } else {
                0
            }
        }
    };
    let target = |random: &mut Random| match random.below(4) {
        0 => TargetPort::Name("web".into()),
        1 => TargetPort::Number(80),
        _ => TargetPort::Number(8080),
    };
    let mut ports = vec![ServicePort {
        name: if random.percent(50) { String::new() } else { "http".into() },
        protocol: Protocol::Tcp,
        port: 80,
        target_port: target(random),
        node_port: node_port(random, 30_000),
    }];
    if random.percent(35) {
        ports.push(ServicePort {
            name: "dns".into(),
            protocol: random.pick([Protocol::Udp, Protocol::Udp, Protocol::Sctp, Protocol::Tcp]),
            port: 53,
            target_port: target(random),
            node_port: node_port(random, 31_000),
        });
    }
    ports
}

/// Pods of the cluster, most of them ready; now and then a pod of the host network, an outsider, or an address that
/// nobody has.
fn endpoints(world: &World, random: &mut Random, cluster: &Cluster) -> Vec<Endpoint> {
    let pods: Vec<_> = world.state.allocations_of(&cluster.name).cloned().collect();
    let nodes: Vec<_> = world.state.nodes_of(&cluster.name).cloned().collect();
    let mut endpoints: Vec<Endpoint> = Vec::new();
    for _ in 0..random.below(5) {
        let (addresses, node, allocation) = match random.below(20) {
            0 => match random.of(&nodes) {
                Some(node) => (node.addresses.clone(), Some(node.name.node.clone()), None),
                None => continue,
            },
            1 => (vec![address(random.pick(["10.60.0.9", "198.51.100.9", "10.244.0.250"]))], None, None),
            2 => {
                let machines: Vec<_> = world.state.reservations.values().collect();
                match random.of(&machines) {
                    Some(machine) => (vec![machine.prefix.first()], None, None),
                    None => continue,
                }
            }
            _ => match random.of(&pods) {
                Some(pod) => {
                    let addresses = pod.addresses.iter().map(|held| held.address).collect();
                    let named = random.percent(90);
                    (addresses, named.then(|| pod.node.clone()), named.then(|| pod.name.allocation.clone()))
                }
                None => continue,
            },
        };
        let (ready, serving, terminating) = match random.below(10) {
            0 => (false, false, false),
            1 => (false, true, true),
            2 => (false, false, true),
            _ => (true, true, false),
        };
        for address in
            addresses.into_iter().filter(|a| !endpoints.iter().any(|e| e.address == *a)).collect::<Vec<_>>()
        {
            let ports = match random.below(10) {
                0 => Vec::new(),
                1 => vec![("http".to_owned(), 9090), ("dns".to_owned(), 5353), (String::new(), 9091)],
                _ => vec![("http".to_owned(), 8080), ("dns".to_owned(), 5353), (String::new(), 8080)],
            };
            let (node, allocation) = (node.clone(), allocation.clone());
            endpoints.push(Endpoint { address, node, allocation, ready, serving, terminating, ports });
        }
    }
    endpoints
}
