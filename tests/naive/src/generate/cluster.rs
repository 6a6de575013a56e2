//! Which clusters stand in the networks: mode, ranges, way out, table, pools and nodes.

use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{ClusterSpec, Command, NodePoolSpec, NodeSpec};
use podnet_core::model::{
    InboundDistribution, Interface, NetworkMode, NodeState, OsType, Outbound, OutboundType, PodDataPath,
    ProvisioningTool, RouteManagement,
};
use podnet_core::name::{ClusterName, NetworkName, NodeName, NodePoolName};
use podnet_core::prefix::Prefix;

use super::Limits;
use super::network::{Plan, subnet_name, table_name};
use crate::random::Random;
use crate::world::{World, address, prefix, unlabelled};

/// The cluster `prod` in the hub, and perhaps `blue` beside it.
pub(super) fn clusters(world: &mut World, random: &mut Random, limits: Limits, plan: &Plan) {
    let kubenet = random.percent(if plan.dual { 75 } else { 40 });
    let mode = limits.mode.unwrap_or(if kubenet { NetworkMode::Kubenet } else { NetworkMode::AzureCni });
    let pods = random.of(plan.space.pods).copied().unwrap_or("10.244.0.0/16");
    cluster(world, random, plan, "prod", mode, pods, "10.0.0.0/16");
    pool(world, random, "prod", "np1", "nodes");
    if random.percent(40) {
        pool(world, random, "prod", "np2", "nodes2");
    }
    let count = random.between(1, limits.nodes.max(1));
    nodes(world, random, "prod", count);
    if limits.neighbours && random.percent(15) {
        let mode = random.pick([NetworkMode::Kubenet, NetworkMode::AzureCni]);
        cluster(world, random, plan, "blue", mode, "10.245.0.0/16", "10.96.0.0/16");
        let subnet = random.pick(["nodes2", "nodes"]);
        pool(world, random, "blue", "np1", subnet);
        nodes(world, random, "blue", 2);
    }
}

fn cluster(
    world: &mut World,
    random: &mut Random,
    plan: &Plan,
    id: &str,
    mode: NetworkMode,
    pods: &str,
    services: &str,
) {
    let (Ok(name), Ok(network)) =
        (ClusterName::parse(&format!("clusters/{id}")), NetworkName::parse("networks/hub"))
    else {
        return;
    };
    let dual = plan.dual && mode == NetworkMode::Kubenet && random.percent(75);
    let kubenet = mode == NetworkMode::Kubenet;
    let v6 = |text: &str| dual.then(|| prefix(text));
    let (pods6, services6) =
        if id == "prod" { ("fd00:244::/56", "fd00:100::/108") } else { ("fd00:245::/56", "fd00:101::/108") };
    let pods4 = prefix(pods);
    let pod_prefixes: Vec<_> =
        if kubenet { std::iter::once(pods4).chain(v6(pods6)).collect() } else { Vec::new() };
    let service_prefixes = std::iter::once(prefix(services)).chain(v6(services6)).collect();
    let brought = kubenet && random.percent(55);
    let observed = kubenet && random.percent(35);
    let non_masquerade = non_masquerade(random, plan, &pod_prefixes);
    world.attempt(Command::CreateCluster(ClusterSpec {
        network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
        name,
        labels: unlabelled(),
        network,
        mode,
        families: if dual { vec![Family::V4, Family::V6] } else { vec![Family::V4] },
        pod_prefixes,
        node_prefix_length_v4: random.pick([24, 24, 25, 26]),
        node_prefix_length_v6: 64,
        service_prefixes,
        dns_address: None,
        route_table: if brought {
            table_name("hub", if id == "prod" { "rt-a" } else { "rt-b" })
        } else {
            None
        },
        route_management: if observed { RouteManagement::Observed } else { RouteManagement::Managed },
        outbound: outbound(random, id, dual),
        inbound_distribution: random
            .pick([InboundDistribution::FiveTupleHash, InboundDistribution::RoundRobin]),
        non_masquerade_prefixes: non_masquerade,
        provisioning_tool: ProvisioningTool::Cli,
        cooldown: Duration::ZERO,
        pod_data_path: random.pick([PodDataPath::Transparent, PodDataPath::Bridge]),
    }));
}

/// Addresses are of no other list, so that an address says what it is.
fn outbound(random: &mut Random, id: &str, dual: bool) -> Outbound {
    let kind = match random.below(20) {
        0..=11 => OutboundType::LoadBalancer,
        12..=14 => OutboundType::NatGateway,
        15..=17 => OutboundType::UserDefinedRouting,
        _ => OutboundType::None,
    };
    let last = if id == "prod" { 10 } else { 20 };
    let mut addresses: Vec<IpAddr> = (0..random.below(3))
        .map(|index| IpAddr::from([20, 0, 0, last + u8::try_from(index).unwrap_or(0)]))
        .collect();
    if dual && random.percent(60) {
        addresses.push(address("2603:1000::10"));
    }
    Outbound {
        kind,
        addresses,
        allocated_ports: if random.percent(70) { 0 } else { random.pick([8, 64, 4000]) },
    }
}

fn non_masquerade(random: &mut Random, plan: &Plan, pods: &[Prefix]) -> Option<Vec<Prefix>> {
    let listed = |texts: &[&str]| texts.iter().map(|text| prefix(text)).collect::<Vec<_>>();
    Some(match random.below(10) {
        0..=4 => return None,
        5 => Vec::new(),
        6 => listed(&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]),
        7 => pods.iter().copied().chain(listed(plan.space.prefixes)).collect(),
        8 => plan
            .space
            .subnets
            .iter()
            .take(1)
            .map(|(_, text)| prefix(text))
            .chain(listed(&["fd00::/8"]))
            .collect(),
        _ => listed(&["0.0.0.0/0", "::/0"]),
    })
}

fn pool(world: &mut World, random: &mut Random, cluster: &str, id: &str, subnet: &str) {
    let (Ok(name), Some(subnet)) =
        (NodePoolName::parse(&format!("clusters/{cluster}/nodePools/{id}")), subnet_name("hub", subnet))
    else {
        return;
    };
    let spec = NodePoolSpec {
        network_security_group: None,
        name,
        labels: unlabelled(),
        subnet,
        max_pods: Some(10),
        os: OsType::Linux,
        surge: random.below(2) as u32,
    };
    world.attempt(Command::CreateNodePool(spec));
}

fn interface(random: &mut Random, index: usize) -> Interface {
    let last = 100 + u8::try_from(index).unwrap_or(0);
    Interface {
        ip_forwarding: match random.below(25) {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        public_addresses: if random.percent(8) { vec![IpAddr::from([20, 0, 1, last])] } else { Vec::new() },
    }
}

fn nodes(world: &mut World, random: &mut Random, cluster: &str, count: usize) {
    for index in 0..count {
        let pool = if random.percent(70) { "np1" } else { "np2" };
        for pool in [pool, "np1"] {
            let (Ok(name), Ok(pool)) = (
                NodeName::parse(&format!("clusters/{cluster}/nodes/n{index}")),
                NodePoolName::parse(&format!("clusters/{cluster}/nodePools/{pool}")),
            ) else {
                continue;
            };
            let spec = NodeSpec {
                name,
                labels: unlabelled(),
                pool,
                uid: String::new(),
                addresses: Vec::new(),
                pod_prefixes: Vec::new(),
                pod_addresses: Vec::new(),
                state: match random.below(12) {
                    0 => NodeState::NotReady,
                    1 => NodeState::Cordoned,
                    _ => NodeState::Active,
                },
                excluded_from_load_balancers: random.percent(8),
                interface: interface(random, index),
            };
            if world.attempt(Command::CreateNodes(vec![spec])) {
                break;
            }
        }
    }
}
