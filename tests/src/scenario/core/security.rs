//! Which commands are steps about what filters packets, and how does that look?

use std::sync::Arc;

use podnet_core::command::{
    AllocationUpdate, Command, NamespaceSpec, NamespaceUpdate, NetworkPolicySpec, NetworkPolicyUpdate,
    SecurityGroupSpec, SecurityGroupUpdate,
};
use podnet_core::meta::{Labels, Meta};
use podnet_core::model;
use podnet_core::model::{Access, TrafficDirection};
use podnet_core::name::{
    AllocationName, ClusterName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName,
};

use super::CoreWorld;
use super::command::{delete, given};
use super::parse::{name, prefix, word};
use super::topology::immutable;
use crate::scenario::names::short;
use crate::scenario::step::{Step, Verb};

pub(super) fn labels(labels: &Labels) -> String {
    labels.iter().map(|(key, value)| format!(" {key}={value}")).collect()
}

pub(super) fn group(body: &model::NetworkSecurityGroup) -> String {
    let rule = |rule: &model::SecurityRule| {
        let direction = match rule.direction {
            TrafficDirection::Inbound => "IN",
            TrafficDirection::Outbound => "OUT",
        };
        let access = match rule.access {
            Access::Allow => "ALLOW",
            Access::Deny => "DENY",
        };
        format!(" {}:{}:{direction}:{access}", rule.name, rule.priority)
    };
    let rules: String = body.rules.iter().map(rule).collect();
    format!("nsg {}{rules}", short(&body.name.to_string()))
}

pub(super) fn namespace(body: &model::Namespace) -> String {
    format!("namespace {}{}", short(&body.name.to_string()), labels(&body.meta.labels))
}

pub(super) fn policy(body: &model::NetworkPolicy) -> String {
    let count = |rules: &Option<Vec<model::PolicyRule>>| match rules {
        None => "open".to_owned(),
        Some(rules) => rules.len().to_string(),
    };
    let name = short(&body.name.to_string());
    let (ingress, egress) = (count(&body.ingress), count(&body.egress));
    format!("policy {name}{} ingress={ingress} egress={egress}", labels(&body.pod_selector.labels))
}

pub(super) fn pod(body: &model::Allocation) -> String {
    let known =
        body.pod_traits.as_ref().map_or_else(|| " unknown".to_owned(), |traits| labels(&traits.labels));
    format!("pod {}{known}", short(&body.name.to_string()))
}

impl CoreWorld {
    /// The command of a step about what filters packets, if it is one.
    pub(super) fn filter_command(&self, step: &Step) -> Result<Option<Command>, String> {
        let state = &self.state;
        Ok(Some(match step.verb {
            Verb::CreateGroup => Command::CreateNetworkSecurityGroup(SecurityGroupSpec {
                name: name("nsg", step.word(0)?, NetworkSecurityGroupName::parse)?,
                labels: Labels::new(),
                rules: step.list("rules").iter().map(|text| rule(text)).collect::<Result<_, _>>()?,
                cluster: step
                    .text("cluster")
                    .map(|text| name("cluster", text, ClusterName::parse))
                    .transpose()?,
            }),
            Verb::UpdateGroup => {
                let name = name("nsg", step.word(0)?, NetworkSecurityGroupName::parse)?;
                Command::UpdateNetworkSecurityGroup(SecurityGroupUpdate {
                    etag: self.etag_in(step, state.network_security_groups.get(&name).map(AsRef::as_ref)),
                    name,
                    immutable: immutable(step, &[("cluster", "cluster")]),
                    labels: None,
                    rules: step
                        .has("rules")
                        .then(|| step.list("rules").iter().map(|text| rule(text)).collect::<Result<_, _>>())
                        .transpose()?,
                })
            }
            Verb::DeleteGroup => {
                let name = name("nsg", step.word(0)?, NetworkSecurityGroupName::parse)?;
                let etag = self.etag_in(step, state.network_security_groups.get(&name).map(AsRef::as_ref));
                Command::DeleteNetworkSecurityGroup(delete(step, name, etag))
            }
            Verb::CreateNamespace => Command::CreateNamespace(NamespaceSpec {
                name: name("namespace", step.word(0)?, NamespaceName::parse)?,
                labels: pairs(&step.list("labels"))?,
            }),
            Verb::UpdateNamespace => {
                let name = name("namespace", step.word(0)?, NamespaceName::parse)?;
                Command::UpdateNamespace(NamespaceUpdate {
                    etag: self.etag_in(step, state.namespaces.get(&name).map(AsRef::as_ref)),
                    name,
                    labels: step.has("labels").then(|| pairs(&step.list("labels"))).transpose()?,
                })
            }
            Verb::DeleteNamespace => {
                let name = name("namespace", step.word(0)?, NamespaceName::parse)?;
                let etag = self.etag_in(step, state.namespaces.get(&name).map(AsRef::as_ref));
                Command::DeleteNamespace(delete(step, name, etag))
            }
            Verb::CreatePolicy | Verb::UpdatePolicy => {
                let name = name("policy", step.word(0)?, NetworkPolicyName::parse)?;
                let etag = self.etag_in(step, state.network_policies.get(&name).map(AsRef::as_ref));
                let rules = |key: &str| {
                    let rules = step.list(key).into_iter().map(policy_rule).collect::<Result<_, _>>();
                    step.has(key).then_some(rules).transpose()
                };
                let spec = NetworkPolicySpec {
                    name,
                    labels: Labels::new(),
                    pod_selector: model::LabelSelector {
                        labels: pairs(&step.list("pods"))?,
                        requirements: Vec::new(),
                    },
                    ingress: rules("ingress")?,
                    egress: rules("egress")?,
                };
                if step.verb == Verb::CreatePolicy {
                    Command::CreateNetworkPolicy(spec)
                } else {
                    Command::UpdateNetworkPolicy(NetworkPolicyUpdate { spec, etag })
                }
            }
            Verb::DeletePolicy => {
                let name = name("policy", step.word(0)?, NetworkPolicyName::parse)?;
                let etag = self.etag_in(step, state.network_policies.get(&name).map(AsRef::as_ref));
                Command::DeleteNetworkPolicy(delete(step, name, etag))
            }
            Verb::LabelPod => {
                let name = name("allocation", step.word(0)?, AllocationName::parse)?;
                let current = state.allocations.get(&name).map(|live| Meta::etag_of(live.revision));
                let traits = model::PodTraits { labels: pairs(&step.list("labels"))?, ports: Vec::new() };
                Command::UpdateAllocation(AllocationUpdate {
                    name,
                    etag: given(step, current),
                    immutable: Vec::new(),
                    pod_traits: Some(step.has("labels").then(|| Arc::new(traits))),
                })
            }
            _ => return Ok(None),
        }))
    }
}

/// `ssh:100:in:allow:tcp:22`: name, priority, direction, access, protocol, destination port.
fn rule(text: &str) -> Result<model::SecurityRule, String> {
    let parts: Vec<_> = text.split(':').collect();
    let [name, priority, direction, access, protocol, port] = parts.as_slice() else {
        return Err(format!("`{text}` is no rule"));
    };
    let number = |text: &str| text.parse::<u16>().map_err(|_| format!("`{text}` is no number"));
    let protocols = [("tcp", Some(model::Protocol::Tcp)), ("udp", Some(model::Protocol::Udp)), ("any", None)];
    let port = if *port == "*" { None } else { Some(number(port)?) };
    Ok(model::SecurityRule {
        name: (*name).to_owned(),
        priority: number(priority)?,
        direction: word(
            direction,
            &[("in", TrafficDirection::Inbound), ("out", TrafficDirection::Outbound)],
        )?,
        access: word(access, &[("allow", Access::Allow), ("deny", Access::Deny)])?,
        protocol: word(protocol, &protocols)?,
        sources: Vec::new(),
        destinations: Vec::new(),
        source_ports: Vec::new(),
        destination_ports: port.iter().map(|port| model::PortSpan { first: *port, last: *port }).collect(),
        description: String::new(),
    })
}

/// A peer of a policy: a prefix, or labels of pods with `+` between them.
fn policy_rule(text: &str) -> Result<model::PolicyRule, String> {
    let peer = match text.split_once(':') {
        Some((key, value)) => model::PolicyPeer::Pods {
            pods: Some(model::LabelSelector {
                labels: [(key.to_owned(), value.to_owned())].into(),
                requirements: Vec::new(),
            }),
            namespaces: None,
        },
        None => model::PolicyPeer::IpBlock { prefix: prefix(text)?, except: Vec::new() },
    };
    Ok(model::PolicyRule { peers: vec![peer], ports: Vec::new() })
}

/// `app:web` pairs.
fn pairs(texts: &[&str]) -> Result<Labels, String> {
    let pair = |text: &&str| {
        let (key, value) = text.split_once(':').ok_or_else(|| format!("`{text}` is no label"))?;
        Ok((key.to_owned(), value.to_owned()))
    };
    texts.iter().map(pair).collect()
}
