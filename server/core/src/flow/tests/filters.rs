//! Security groups and policies of the tests, from short texts.

use std::sync::Arc;

use super::lab::*;
use crate::event::{Change, Event};
use crate::meta::{Labels, Meta};
use crate::model::{
    Access, AddressSelector, KeptOwner, LabelSelector, Namespace, NetworkPolicy, NetworkPolicyEngine,
    NetworkSecurityGroup, OwnerTexts, PodPort, PodTraits, PolicyPeer, PolicyPort, PolicyPorts, PolicyRule,
    PortSpan, Protocol, SecurityRule, ServiceTag, TrafficDirection,
};
use crate::name::{AllocationName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName};

fn span(text: &str) -> PortSpan {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    PortSpan { first: first.parse().unwrap(), last: last.parse().unwrap() }
}

/// `100 in deny tcp 10.0.0.0/8,Internet -> * 22,80-90 [from 1024-2048]`.
pub(crate) fn rule(text: &str) -> SecurityRule {
    let words: Vec<_> = text.split_whitespace().collect();
    let selectors = |text: &str| -> Vec<AddressSelector> {
        let read = |text: &str| match crate::prefix::Prefix::parse(text) {
            Ok(prefix) => AddressSelector::Prefix(prefix),
            Err(_) => AddressSelector::Tag(ServiceTag::parse(text)),
        };
        if text == "*" { Vec::new() } else { text.split(',').map(read).collect() }
    };
    let ports = |text: Option<&&str>| match text {
        None | Some(&"*") => Vec::new(),
        Some(text) => text.split(',').map(span).collect(),
    };
    SecurityRule {
        name: format!("r{}", words[0]),
        priority: words[0].parse().unwrap(),
        direction: if words[1] == "in" { TrafficDirection::Inbound } else { TrafficDirection::Outbound },
        access: if words[2] == "allow" { Access::Allow } else { Access::Deny },
        protocol: match words[3] {
            "tcp" => Some(Protocol::Tcp),
            "udp" => Some(Protocol::Udp),
            "icmp" => Some(Protocol::Icmp),
            _ => None,
        },
        sources: selectors(words[4]),
        destinations: selectors(words[6]),
        destination_ports: ports(words.get(7)),
        source_ports: ports(words.get(9)),
        description: String::new(),
    }
}

/// Selector of labels `app=web`; empty for all.
pub(crate) fn labelled(text: &str) -> LabelSelector {
    LabelSelector { labels: labels(text), requirements: Vec::new() }
}

pub(crate) fn labels(text: &str) -> Labels {
    let pair =
        |text: &str| text.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned())).unwrap();
    text.split(',').filter(|text| !text.is_empty()).map(pair).collect()
}

/// A peer: `pods app=web`, `namespaces team=a`, `both team=a app=web`, `block 10.0.0.0/8 10.1.0.0/16`.
fn peer(text: &str) -> PolicyPeer {
    let words: Vec<_> = text.split(' ').collect();
    let selector = |index: usize| Some(labelled(words.get(index).unwrap_or(&"")));
    match words[0] {
        "pods" => PolicyPeer::Pods { pods: selector(1), namespaces: None },
        "namespaces" => PolicyPeer::Pods { pods: None, namespaces: selector(1) },
        "both" => PolicyPeer::Pods { namespaces: selector(1), pods: selector(2) },
        _ => PolicyPeer::IpBlock {
            prefix: prefix(words[1]),
            except: words[2..].iter().map(|p| prefix(p)).collect(),
        },
    }
}

fn port(text: &str) -> PolicyPort {
    let (protocol, text) = match text.split_once('/') {
        Some(("udp", rest)) => (Protocol::Udp, rest),
        Some((_, rest)) => (Protocol::Tcp, rest),
        None => (Protocol::Tcp, text),
    };
    let ports = match text {
        "any" => PolicyPorts::Any,
        text if text.starts_with(|c: char| c.is_ascii_digit()) => PolicyPorts::Numbers(span(text)),
        name => PolicyPorts::Name(name.to_owned()),
    };
    PolicyPort { protocol, ports }
}

/// `pods app=web;block 10.0.0.0/8 : 80,http`; either side may be empty for any.
pub(crate) fn allow(text: &str) -> PolicyRule {
    // A block of IPv6 has colons of its own.
    let (peers, ports) = text
        .split_once(" : ")
        .or_else(|| text.split_once(':'))
        .filter(|_| !text.contains("::"))
        .unwrap_or((text, ""));
    PolicyRule {
        peers: peers.split(';').map(str::trim).filter(|t| !t.is_empty()).map(peer).collect(),
        ports: ports.split(',').map(str::trim).filter(|t| !t.is_empty()).map(port).collect(),
    }
}

impl Lab {
    /// A security group.
    pub(crate) fn group(&mut self, name: &str, rules: &[&str]) -> NetworkSecurityGroupName {
        let mut rules: Vec<_> = rules.iter().map(|text| rule(text)).collect();
        rules.sort_by_key(|rule| (rule.direction, rule.priority));
        let network = seg("lab");
        let name = NetworkSecurityGroupName { network, group: seg(name) };
        let group = NetworkSecurityGroup { name: name.clone(), meta: Meta::default(), rules, cluster: None };
        self.emit(Event::NetworkSecurityGroup(Change::Created(group)));
        name
    }

    /// A group on a subnet.
    pub(crate) fn guard_subnet(&mut self, subnet: &str, rules: &[&str]) {
        let group = self.group(&format!("{subnet}-nsg"), rules);
        let mut subnet = self.state.subnets.get(&subnet_name(subnet)).unwrap().as_ref().clone();
        subnet.network_security_group = Some(group);
        self.emit(Event::Subnet(Change::Updated(subnet)));
    }

    /// A group on the interfaces of the nodes.
    pub(crate) fn guard_nodes(&mut self, rules: &[&str]) {
        let group = self.group("nic-nsg", rules);
        let mut pool = self.state.node_pools.values().next().unwrap().as_ref().clone();
        pool.network_security_group = Some(group);
        self.emit(Event::NodePool(Change::Updated(pool)));
    }

    /// Lets the cluster keep a group.
    pub(crate) fn keep(&mut self, name: &str) {
        let name = NetworkSecurityGroupName { network: seg("lab"), group: seg(name) };
        let mut group = self.state.network_security_groups.get(&name).unwrap().as_ref().clone();
        group.cluster = Some(cluster_name());
        self.emit(Event::NetworkSecurityGroup(Change::Updated(group)));
    }

    pub(crate) fn engine(&mut self, engine: NetworkPolicyEngine) {
        self.cluster(|cluster| cluster.network_policy_engine = engine);
    }

    /// Labels, namespace and the port `http` of a pod.
    pub(crate) fn label(&mut self, pod: &str, namespace: &str, text: &str) {
        let name = AllocationName { cluster: seg("c"), allocation: seg(pod) };
        let mut allocation = self.state.allocations.get(&name).unwrap().as_ref().clone();
        let owner = OwnerTexts { namespace, ..allocation.owner() };
        allocation.owner = KeptOwner::new(&name.allocation, owner);
        let ports = vec![PodPort { name: "http".into(), port: 8080, protocol: Protocol::Tcp }];
        allocation.pod_traits = Some(Arc::new(PodTraits { labels: labels(text), ports }));
        self.emit(Event::AllocationUpdated(Arc::new(allocation)));
    }

    pub(crate) fn namespace(&mut self, name: &str, text: &str) {
        let name = NamespaceName { cluster: seg("c"), namespace: seg(name) };
        let meta = Meta { labels: labels(text), ..Meta::default() };
        self.emit(Event::Namespace(Change::Created(Namespace { name, meta })));
    }

    /// A policy in namespace `shop`; `None` leaves a direction open.
    pub(crate) fn policy(
        &mut self,
        name: &str,
        pods: &str,
        ingress: Option<&[&str]>,
        egress: Option<&[&str]>,
    ) {
        let rules = |texts: &[&str]| texts.iter().map(|text| allow(text)).collect();
        let policy = NetworkPolicy {
            name: NetworkPolicyName { cluster: seg("c"), namespace: seg("shop"), policy: seg(name) },
            meta: Meta::default(),
            pod_selector: labelled(pods),
            ingress: ingress.map(rules),
            egress: egress.map(rules),
        };
        self.emit(Event::NetworkPolicy(Change::Created(policy)));
    }
}
