//! What do the tests ask for that filters packets: security groups, namespaces, policies and labels of pods.

use std::collections::BTreeMap;
use std::sync::Arc;

use podnet_core::Command;
use podnet_core::command::{AllocationUpdate, NamespaceSpec, NetworkPolicySpec, SecurityGroupSpec};
use podnet_core::model::{
    Access, AddressSelector, LabelSelector, PodPort, PodTraits, PolicyPeer, PolicyPort, PolicyPorts,
    PolicyRule, PortSpan, Protocol, Requirement, SecurityRule, ServiceTag, TrafficDirection,
};
use podnet_core::name::{AllocationName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName};

use super::cluster::{prefix, segment};

pub(super) fn security_group(name: &str, choice: u8) -> Command {
    Command::CreateNetworkSecurityGroup(SecurityGroupSpec {
        name: NetworkSecurityGroupName { network: segment("hub"), group: segment(name) },
        labels: BTreeMap::new(),
        rules: vec![SecurityRule {
            name: "web".to_owned(),
            priority: 100 + u16::from(choice),
            direction: TrafficDirection::Inbound,
            access: Access::Allow,
            protocol: Some(Protocol::Tcp),
            sources: vec![
                AddressSelector::Tag(ServiceTag::Internet),
                AddressSelector::Prefix(prefix("10.9.0.0/16")),
            ],
            destinations: Vec::new(),
            source_ports: Vec::new(),
            destination_ports: vec![PortSpan { first: 80, last: 443 }],
            description: "customers".to_owned(),
        }],
        cluster: None,
    })
}

pub(super) fn namespace(cluster: &str, name: &str, tier: &str) -> Command {
    Command::CreateNamespace(NamespaceSpec {
        name: NamespaceName { cluster: segment(cluster), namespace: segment(name) },
        labels: [("tier".to_owned(), tier.to_owned())].into(),
    })
}

pub(super) fn network_policy(cluster: &str, namespace: &str, name: &str, app: &str) -> Command {
    let chosen = LabelSelector {
        labels: [("app".to_owned(), app.to_owned())].into(),
        requirements: vec![
            ("tier".to_owned(), Requirement::In(["a".to_owned(), "b".to_owned()].into())),
            ("old".to_owned(), Requirement::DoesNotExist),
        ],
    };
    let block = PolicyPeer::IpBlock { prefix: prefix("10.0.0.0/8"), except: vec![prefix("10.1.0.0/16")] };
    let pods = PolicyPeer::Pods { pods: Some(chosen.clone()), namespaces: Some(LabelSelector::default()) };
    let ports = [
        PolicyPorts::Any,
        PolicyPorts::Numbers(PortSpan { first: 80, last: 90 }),
        PolicyPorts::Name("http".to_owned()),
    ];
    let ports = ports.map(|ports| PolicyPort { protocol: Protocol::Tcp, ports });
    Command::CreateNetworkPolicy(NetworkPolicySpec {
        name: NetworkPolicyName {
            cluster: segment(cluster),
            namespace: segment(namespace),
            policy: segment(name),
        },
        labels: BTreeMap::new(),
        pod_selector: chosen,
        ingress: Some(vec![PolicyRule { peers: vec![block, pods], ports: ports.to_vec() }]),
        egress: (name == "deny").then(Vec::new),
    })
}

pub(super) fn pod_traits(cluster: &str, id: &str, choice: u8) -> Command {
    let traits = PodTraits {
        labels: [("app".to_owned(), format!("app-{}", choice % 3))].into(),
        ports: vec![PodPort { name: "http".to_owned(), port: 8080, protocol: Protocol::Tcp }],
    };
    Command::UpdateAllocation(AllocationUpdate {
        name: AllocationName { cluster: segment(cluster), allocation: segment(id) },
        etag: None,
        immutable: Vec::new(),
        pod_traits: Some((choice > 9).then(|| Arc::new(traits))),
    })
}
