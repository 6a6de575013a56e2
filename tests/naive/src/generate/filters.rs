//! What filters packets: security groups on subnets and pools, and network policies on pods with labels.

use std::collections::BTreeMap;
use std::sync::Arc;

use podnet_core::command::{
    AllocationUpdate, ClusterUpdate, Command, NamespaceSpec, NetworkPolicySpec, NodePoolUpdate,
    SecurityGroupSpec, SubnetUpdate,
};
use podnet_core::model::{
    Access, AddressSelector, LabelSelector, NetworkPolicyEngine, PodPort, PodTraits, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, PortSpan, Protocol, Requirement, SecurityRule, ServiceTag, TrafficDirection,
};
use podnet_core::name::{ClusterName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName};
use podnet_core::prefix::Prefix;

use super::network::subnet_name;
use crate::random::Random;
use crate::world::{World, prefix, unlabelled};

/// Groups of the hub, then engines, labels and policies of its clusters.
pub(super) fn filters(world: &mut World, random: &mut Random) {
    if random.percent(75) {
        groups(world, random);
    }
    let clusters: Vec<_> = world.state.clusters.keys().cloned().collect();
    for cluster in clusters {
        if random.percent(75) {
            policies(world, random, &cluster);
        }
    }
}

fn groups(world: &mut World, random: &mut Random) {
    for (id, subnet) in [("a", "nodes"), ("b", "nodes2"), ("c", "machines")] {
        let Ok(name) = NetworkSecurityGroupName::parse(&format!("networks/hub/networkSecurityGroups/{id}"))
        else {
            continue;
        };
        let rules = (0..random.below(4)).map(|index| rule(world, random, index)).collect();
        let keeper = ClusterName::parse("clusters/prod").ok().filter(|_| random.percent(30));
        world.attempt(Command::CreateNetworkSecurityGroup(SecurityGroupSpec {
            name: name.clone(),
            labels: unlabelled(),
            rules,
            cluster: keeper,
        }));
        if let Some(subnet) = subnet_name("hub", subnet).filter(|_| random.percent(50)) {
            world.attempt(Command::UpdateSubnet(SubnetUpdate {
                name: subnet,
                etag: None,
                immutable: Vec::new(),
                labels: None,
                service_endpoints: None,
                delegation: None,
                cooldown: None,
                network_security_group: Some(Some(name.clone())),
            }));
        }
        let pools: Vec<_> = world.state.node_pools.keys().cloned().collect();
        for pool in pools.into_iter().filter(|_| random.percent(15)) {
            world.attempt(Command::UpdateNodePool(NodePoolUpdate {
                name: pool,
                etag: None,
                immutable: Vec::new(),
                labels: None,
                surge: None,
                network_security_group: Some(Some(name.clone())),
            }));
        }
    }
}

fn rule(world: &World, random: &mut Random, index: usize) -> SecurityRule {
    let inbound = random.percent(50);
    SecurityRule {
        name: format!("r{index}"),
        priority: 100 + u16::try_from(index).unwrap_or(0) * 300,
        direction: if inbound { TrafficDirection::Inbound } else { TrafficDirection::Outbound },
        access: if random.percent(60) { Access::Deny } else { Access::Allow },
        protocol: random.pick([None, None, Some(Protocol::Tcp), Some(Protocol::Udp), Some(Protocol::Icmp)]),
        sources: selectors(world, random),
        destinations: selectors(world, random),
        source_ports: Vec::new(),
        destination_ports: match random.below(4) {
            0 => vec![PortSpan { first: 80, last: 90 }],
            1 => vec![PortSpan { first: 1, last: 65_535 }],
            2 => vec![PortSpan { first: 443, last: 443 }, PortSpan { first: 5000, last: 6000 }],
            _ => Vec::new(),
        },
        description: String::new(),
    }
}

fn selectors(world: &World, random: &mut Random) -> Vec<AddressSelector> {
    match random.below(8) {
        0 => vec![AddressSelector::Tag(ServiceTag::VirtualNetwork)],
        1 => vec![AddressSelector::Tag(ServiceTag::Internet)],
        2 => vec![AddressSelector::Tag(ServiceTag::Other("Storage".to_owned()))],
        3 | 4 => range(world, random).map(AddressSelector::Prefix).into_iter().collect(),
        5 => vec![AddressSelector::Prefix(prefix("10.0.0.0/8"))],
        _ => Vec::new(),
    }
}

/// A range that pods or nodes are in: a subnet, a node's block or half of it, an address.
fn range(world: &World, random: &mut Random) -> Option<Prefix> {
    let nodes: Vec<_> = world.state.nodes.values().collect();
    let node = random.of(&nodes)?;
    let address = node.addresses.first().copied()?;
    let block = node.pod_prefixes.first().copied();
    Some(match random.below(4) {
        0 => Prefix::host(address),
        1 => block.unwrap_or_else(|| Prefix::host(address)),
        2 => match block {
            Some(block) => block.child(block.length() + 1, 1).unwrap_or(block),
            None => Prefix::host(node.pod_addresses.iter().next_back().unwrap_or(address)),
        },
        _ => {
            let pool = world.state.node_pools.get(&node.pool)?;
            world.state.subnets.get(&pool.subnet)?.address_prefixes.first().copied()?
        }
    })
}

fn policies(world: &mut World, random: &mut Random, cluster: &ClusterName) {
    world.attempt(Command::UpdateCluster(ClusterUpdate {
        name: cluster.clone(),
        etag: None,
        immutable: Vec::new(),
        labels: None,
        route_management: None,
        outbound: None,
        inbound_distribution: None,
        non_masquerade_prefixes: None,
        cooldown: None,
        pod_data_path: None,
        network_policy_engine: Some(random.pick([
            NetworkPolicyEngine::Calico,
            NetworkPolicyEngine::Calico,
            NetworkPolicyEngine::AzureNpm,
            NetworkPolicyEngine::Cilium,
            NetworkPolicyEngine::None,
        ])),
    }));
    if random.percent(60)
        && let Ok(name) = NamespaceName::parse(&format!("{cluster}/namespaces/default"))
    {
        let labels = BTreeMap::from([("team".to_owned(), "a".to_owned())]);
        world.attempt(Command::CreateNamespace(NamespaceSpec { name, labels }));
    }
    let pods: Vec<_> = world.state.allocations_of(cluster).map(|pod| pod.name.clone()).collect();
    for name in pods {
        if random.percent(15) {
            continue;
        }
        let labels = BTreeMap::from([("app".to_owned(), random.pick(["web", "db"]).to_owned())]);
        let ports =
            vec![PodPort { name: "http".to_owned(), port: random.pick([80, 8080]), protocol: Protocol::Tcp }];
        let pod_traits = Some(Some(Arc::new(PodTraits { labels, ports })));
        let update = AllocationUpdate { name, etag: None, immutable: Vec::new(), pod_traits };
        world.attempt(Command::UpdateAllocation(update));
    }
    for index in 0..random.below(3) {
        let namespace = random.pick(["default", "other"]);
        let id = format!("{cluster}/namespaces/{namespace}/networkPolicies/p{index}");
        let Ok(name) = NetworkPolicyName::parse(&id) else { continue };
        let ingress = random.percent(65).then(|| allowed(world, random));
        let egress = (ingress.is_none() || random.percent(30)).then(|| allowed(world, random));
        let pod_selector = selector(random);
        world.attempt(Command::CreateNetworkPolicy(NetworkPolicySpec {
            name,
            labels: unlabelled(),
            pod_selector,
            ingress,
            egress,
        }));
    }
}

fn selector(random: &mut Random) -> LabelSelector {
    let app = |value: &str| BTreeMap::from([("app".to_owned(), value.to_owned())]);
    match random.below(4) {
        0 => LabelSelector { labels: app("web"), requirements: Vec::new() },
        1 => LabelSelector { labels: app("none"), requirements: Vec::new() },
        2 => {
            let values = ["web".to_owned()].into();
            let requirements = vec![("app".to_owned(), Requirement::NotIn(values))];
            LabelSelector { labels: BTreeMap::new(), requirements }
        }
        _ => LabelSelector::default(),
    }
}

fn allowed(world: &World, random: &mut Random) -> Vec<PolicyRule> {
    (0..random.below(3))
        .map(|_| PolicyRule {
            peers: match random.below(5) {
                0 => vec![PolicyPeer::Pods { pods: Some(selector(random)), namespaces: None }],
                1 => vec![PolicyPeer::Pods {
                    pods: None,
                    namespaces: Some(LabelSelector {
                        labels: BTreeMap::from([("team".to_owned(), "a".to_owned())]),
                        requirements: Vec::new(),
                    }),
                }],
                2 => vec![PolicyPeer::IpBlock { prefix: prefix("10.0.0.0/8"), except: Vec::new() }],
                3 => {
                    let except: Vec<_> = range(world, random).into_iter().collect();
                    let v6 = except.iter().any(|hole| hole.to_string().contains(':'));
                    let prefix = prefix(if v6 { "::/0" } else { "0.0.0.0/0" });
                    vec![PolicyPeer::IpBlock { prefix, except }]
                }
                _ => Vec::new(),
            },
            ports: match random.below(4) {
                0 => vec![port(PolicyPorts::Numbers(PortSpan { first: 80, last: 80 }))],
                1 => vec![port(PolicyPorts::Name("http".to_owned()))],
                _ => Vec::new(),
            },
        })
        .collect()
}

fn port(ports: PolicyPorts) -> PolicyPort {
    PolicyPort { protocol: Protocol::Tcp, ports }
}
