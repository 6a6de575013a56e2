//! Which security groups filter at the interfaces: groups of subnets, machines and node pools, with rules of every kind.
//!
//! Groups come before the machines, which are made with theirs; subnets and pools get theirs when clusters stand.

use podnet_core::command::{Command, NodePoolUpdate, SecurityGroupSpec, SubnetUpdate};
use podnet_core::model::{
    Access, AddressSelector, PortSpan, Protocol, SecurityRule, ServiceTag, TrafficDirection,
};
use podnet_core::name::{ClusterName, NetworkSecurityGroupName, ReservationName};

use super::network::Plan;
use crate::random::Random;
use crate::world::{World, prefix, unlabelled};

/// Two groups of the hub and one of the spoke.
pub(super) fn groups(world: &mut World, random: &mut Random, plan: &Plan) {
    for (network, id) in [("hub", "sg-a"), ("hub", "sg-b"), ("spoke", "sg-s")] {
        let rules = rules(random, plan);
        create(world, network, id, rules, None);
    }
}

fn group_name(network: &str, id: &str) -> Option<NetworkSecurityGroupName> {
    NetworkSecurityGroupName::parse(&format!("networks/{network}/networkSecurityGroups/{id}")).ok()
}

fn create(
    world: &mut World,
    network: &str,
    id: &str,
    rules: Vec<SecurityRule>,
    cluster: Option<ClusterName>,
) {
    let Some(name) = group_name(network, id) else { return };
    world.attempt(Command::CreateNetworkSecurityGroup(SecurityGroupSpec {
        name,
        labels: unlabelled(),
        rules,
        cluster,
    }));
}

/// The group of a new machine: every third has one, if there are any.
pub(super) fn of_machine(world: &World, machine: &ReservationName) -> Option<NetworkSecurityGroupName> {
    let mut groups = world.state.network_security_groups.keys();
    let first = groups.find(|group| group.network == machine.network)?.clone();
    (world.state.reservations.len() % 3 == 1).then_some(first)
}

/// The groups that clusters keep, and what subnets and pools use.
pub(super) fn attach(world: &mut World, random: &mut Random, plan: &Plan) {
    let clusters: Vec<_> = world.state.clusters.keys().cloned().collect();
    for cluster in clusters {
        if !random.percent(60) {
            continue;
        }
        let rules = if random.percent(50) { Vec::new() } else { rules(random, plan) };
        create(world, "hub", &format!("kept-by-{}", cluster.cluster), rules, Some(cluster));
    }
    let groups: Vec<_> = world.state.network_security_groups.keys().cloned().collect();
    let subnets: Vec<_> = world.state.subnets.keys().cloned().collect();
    for subnet in subnets {
        if !random.percent(35) {
            continue;
        }
        let near: Vec<_> = groups.iter().filter(|group| group.network == subnet.network).cloned().collect();
        let Some(group) = random.of(&near).cloned() else { continue };
        world.attempt(Command::UpdateSubnet(SubnetUpdate {
            name: subnet,
            etag: None,
            immutable: Vec::new(),
            labels: None,
            service_endpoints: None,
            delegation: None,
            cooldown: None,
            network_security_group: Some(Some(group)),
        }));
    }
    let pools: Vec<_> = world.state.node_pools.keys().cloned().collect();
    for pool in pools {
        if !random.percent(55) {
            continue;
        }
        let kept = group_name("hub", &format!("kept-by-{}", pool.cluster));
        let other = group_name("hub", random.pick(["sg-a", "sg-b"]));
        let kept = kept.filter(|name| groups.contains(name) && random.percent(70));
        let Some(group) = kept.or(other) else { continue };
        world.attempt(Command::UpdateNodePool(NodePoolUpdate {
            name: pool,
            etag: None,
            immutable: Vec::new(),
            labels: None,
            surge: None,
            network_security_group: Some(Some(group)),
        }));
    }
}

/// Rules of one group: most allow or deny one thing, and now and then one allows the rest.
fn rules(random: &mut Random, plan: &Plan) -> Vec<SecurityRule> {
    let mut rules = Vec::new();
    for priority in [100, 110, 200, 300, 1000, 2000] {
        if random.percent(45) {
            let direction = random.pick([
                TrafficDirection::Inbound,
                TrafficDirection::Inbound,
                TrafficDirection::Outbound,
            ]);
            rules.push(rule(random, plan, direction, priority));
        }
    }
    for direction in [TrafficDirection::Inbound, TrafficDirection::Outbound] {
        if random.percent(40) {
            let all = SecurityRule { name: format!("rest-{direction:?}"), ..open(direction, 4096) };
            rules.push(all);
        }
    }
    rules
}

fn open(direction: TrafficDirection, priority: u16) -> SecurityRule {
    SecurityRule {
        name: format!("r{priority}"),
        priority,
        direction,
        access: Access::Allow,
        protocol: None,
        sources: Vec::new(),
        destinations: Vec::new(),
        source_ports: Vec::new(),
        destination_ports: Vec::new(),
        description: String::new(),
    }
}

fn rule(random: &mut Random, plan: &Plan, direction: TrafficDirection, priority: u16) -> SecurityRule {
    let protocol = random.pick([
        None,
        None,
        Some(Protocol::Tcp),
        Some(Protocol::Tcp),
        Some(Protocol::Udp),
        Some(Protocol::Icmp),
    ]);
    let ported = protocol != Some(Protocol::Icmp);
    let source_ports = match random.below(16) {
        0 if ported => vec![PortSpan { first: 41_000, last: 41_000 }],
        1 if ported => vec![PortSpan { first: 32_768, last: 60_999 }],
        _ => Vec::new(),
    };
    let spans = [(80, 80), (8080, 8080), (53, 53), (30_000, 32_767), (22, 8080), (1024, 65_535)];
    let destination_ports = (0..random.below(3))
        .filter(|_| ported)
        .map(|_| {
            let (first, last) = random.pick(spans);
            PortSpan { first, last }
        })
        .collect();
    SecurityRule {
        access: if random.percent(55) { Access::Deny } else { Access::Allow },
        protocol,
        sources: selectors(random, plan),
        destinations: selectors(random, plan),
        source_ports,
        destination_ports,
        ..open(direction, priority)
    }
}

fn selectors(random: &mut Random, plan: &Plan) -> Vec<AddressSelector> {
    let mut found = Vec::new();
    for _ in 0..random.pick([0, 0, 1, 1, 2]) {
        let own: Vec<_> = plan
            .space
            .prefixes
            .iter()
            .chain(plan.space.subnets.iter().map(|(_, text)| text))
            .chain(plan.space.pods)
            .copied()
            .collect();
        found.push(match random.below(20) {
            0..=3 => AddressSelector::Tag(ServiceTag::VirtualNetwork),
            4..=6 => AddressSelector::Tag(ServiceTag::Internet),
            7 => AddressSelector::Tag(ServiceTag::AzureLoadBalancer),
            8 if random.percent(20) => AddressSelector::Tag(ServiceTag::Other("Storage".into())),
            9..=13 => AddressSelector::Prefix(prefix(random.of(&own).copied().unwrap_or("10.0.0.0/8"))),
            _ => AddressSelector::Prefix(prefix(random.pick([
                "10.0.0.0/8",
                "10.60.0.0/16",
                "10.50.0.0/16",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "20.0.0.0/14",
                "10.244.0.0/24",
                "168.63.129.16/32",
                "0.0.0.0/0",
            ]))),
        });
    }
    found
}
