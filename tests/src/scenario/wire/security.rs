//! Calls about what filters packets: security groups, namespaces, policies, labels of pods.

use std::collections::BTreeMap;

use podnet::v1 as pb;

use super::WireWorld;
use super::addresses::call;
use super::message::{list, mask, meta, request_id, word};
use crate::scenario::answer::Answer;
use crate::scenario::names::{full, parent_and_id, short};
use crate::scenario::step::{Step, Verb};

impl WireWorld {
    /// The answer, if the step is about what filters packets.
    pub(super) fn filters(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let allow_missing = step.has("allow-missing");
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::CreateGroup => {
                let (parent, network_security_group_id) = parent_and_id(&full("nsg", word0));
                let network_security_group = Some(group(step)?);
                let response = call!(
                    self,
                    pb::CreateNetworkSecurityGroupRequest {
                        parent,
                        network_security_group_id,
                        network_security_group,
                        request_id,
                        validate_only
                    }
                );
                let lines = response.network_security_group.iter().map(show_group).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateGroup => {
                let name = full("nsg", word0);
                let meta = meta(self.etag(step, "nsg", &name));
                let network_security_group = Some(pb::NetworkSecurityGroup { meta, name, ..group(step)? });
                let update_mask = mask(step, &[("rules", "rules"), ("cluster", "cluster")]);
                let response = call!(
                    self,
                    pb::UpdateNetworkSecurityGroupRequest {
                        network_security_group,
                        update_mask,
                        request_id,
                        validate_only
                    }
                );
                let lines = response.network_security_group.iter().map(show_group).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteGroup => {
                let name = full("nsg", word0);
                let etag = self.etag(step, "nsg", &name);
                let response = call!(
                    self,
                    pb::DeleteNetworkSecurityGroupRequest {
                        name,
                        etag,
                        allow_missing,
                        request_id,
                        validate_only
                    }
                );
                self.done(step, response.cursor, Vec::new())
            }
            Verb::CreateNamespace => {
                let (parent, namespace_id) = parent_and_id(&full("namespace", word0));
                let labels = pairs(&step.list("labels"))?;
                let namespace = Some(pb::Namespace {
                    meta: Some(pb::Meta { labels, ..pb::Meta::default() }),
                    ..pb::Namespace::default()
                });
                let response = call!(
                    self,
                    pb::CreateNamespaceRequest { parent, namespace_id, namespace, request_id, validate_only }
                );
                let lines = response.namespace.iter().map(show_namespace).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdateNamespace => {
                let name = full("namespace", word0);
                let etag = self.etag(step, "namespace", &name);
                let labels = pairs(&step.list("labels"))?;
                let meta = Some(pb::Meta { etag, labels, ..pb::Meta::default() });
                let namespace = Some(pb::Namespace { name, meta });
                let update_mask = mask(step, &[("labels", "meta.labels")]);
                let response = call!(
                    self,
                    pb::UpdateNamespaceRequest { namespace, update_mask, request_id, validate_only }
                );
                let lines = response.namespace.iter().map(show_namespace).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeleteNamespace => {
                let name = full("namespace", word0);
                let etag = self.etag(step, "namespace", &name);
                let response = call!(
                    self,
                    pb::DeleteNamespaceRequest { name, etag, allow_missing, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            _ => return self.policies(step),
        }))
    }

    fn policies(&mut self, step: &Step) -> Result<Option<Answer>, String> {
        let (request_id, validate_only) = (request_id(step), step.has("validate-only"));
        let allow_missing = step.has("allow-missing");
        let word0 = step.word(0)?;
        Ok(Some(match step.verb {
            Verb::CreatePolicy => {
                let (parent, network_policy_id) = parent_and_id(&full("policy", word0));
                let network_policy = Some(policy(step)?);
                let response = call!(
                    self,
                    pb::CreateNetworkPolicyRequest {
                        parent,
                        network_policy_id,
                        network_policy,
                        request_id,
                        validate_only
                    }
                );
                let lines = response.network_policy.iter().map(show_policy).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::UpdatePolicy => {
                let name = full("policy", word0);
                let meta = meta(self.etag(step, "policy", &name));
                let network_policy = Some(pb::NetworkPolicy { meta, name, ..policy(step)? });
                let update_mask = Some(prost_types::FieldMask { paths: vec!["*".to_owned()] });
                let response = call!(
                    self,
                    pb::UpdateNetworkPolicyRequest { network_policy, update_mask, request_id, validate_only }
                );
                let lines = response.network_policy.iter().map(show_policy).collect();
                self.done(step, response.cursor, lines)
            }
            Verb::DeletePolicy => {
                let name = full("policy", word0);
                let etag = self.etag(step, "policy", &name);
                let response = call!(
                    self,
                    pb::DeleteNetworkPolicyRequest { name, etag, allow_missing, request_id, validate_only }
                );
                self.done(step, response.cursor, Vec::new())
            }
            Verb::LabelPod => {
                let name = full("allocation", word0);
                let meta = meta(self.etag(step, "allocation", &name));
                let traits = pb::PodTraits { labels: pairs(&step.list("labels"))?, ports: Vec::new() };
                let pod_traits = step.has("labels").then_some(traits);
                let allocation = Some(pb::Allocation { name, meta, pod_traits, ..pb::Allocation::default() });
                let update_mask = Some(prost_types::FieldMask { paths: vec!["pod_traits".to_owned()] });
                let response = call!(
                    self,
                    pb::UpdateAllocationRequest { allocation, update_mask, request_id, validate_only }
                );
                let lines = response.allocation.iter().map(show_pod).collect();
                self.done(step, response.cursor, lines)
            }
            _ => return Ok(None),
        }))
    }
}

fn group(step: &Step) -> Result<pb::NetworkSecurityGroup, String> {
    Ok(pb::NetworkSecurityGroup {
        rules: step.list("rules").iter().map(|text| rule(text)).collect::<Result<_, String>>()?,
        cluster: step.text("cluster").map(|text| full("cluster", text)).unwrap_or_default(),
        ..pb::NetworkSecurityGroup::default()
    })
}

fn rule(text: &str) -> Result<pb::SecurityRule, String> {
    let parts: Vec<_> = text.split(':').collect();
    let [name, priority, direction, access, protocol, port] = parts.as_slice() else {
        return Err(format!("`{text}` is no rule"));
    };
    let number = |text: &str| text.parse::<u32>().map_err(|_| format!("`{text}` is no number"));
    let directions =
        [("in", pb::TrafficDirection::Inbound as i32), ("out", pb::TrafficDirection::Outbound as i32)];
    let accesses =
        [("allow", pb::SecurityRuleAccess::Allow as i32), ("deny", pb::SecurityRuleAccess::Deny as i32)];
    let protocols = [("tcp", pb::Protocol::Tcp as i32), ("udp", pb::Protocol::Udp as i32), ("any", 0)];
    let port = if *port == "*" { None } else { Some(number(port)?) };
    Ok(pb::SecurityRule {
        name: (*name).to_owned(),
        priority: number(priority)?,
        direction: word(direction, &directions)?,
        access: word(access, &accesses)?,
        protocol: word(protocol, &protocols)?,
        destination_ports: port.iter().map(|port| pb::PortRange { first: *port, last: *port }).collect(),
        ..pb::SecurityRule::default()
    })
}

fn policy(step: &Step) -> Result<pb::NetworkPolicy, String> {
    let rules = |key: &str| list(step, key).iter().map(|text| policy_rule(text)).collect();
    let mut policy_types = Vec::new();
    if step.has("ingress") {
        policy_types.push(pb::TrafficDirection::Inbound as i32);
    }
    if step.has("egress") {
        policy_types.push(pb::TrafficDirection::Outbound as i32);
    }
    Ok(pb::NetworkPolicy {
        pod_selector: Some(pb::LabelSelector {
            match_labels: pairs(&step.list("pods"))?,
            match_expressions: Vec::new(),
        }),
        policy_types,
        ingress: rules("ingress"),
        egress: rules("egress"),
        ..pb::NetworkPolicy::default()
    })
}

fn policy_rule(text: &str) -> pb::NetworkPolicyRule {
    let peer = match text.split_once(':') {
        Some((key, value)) => pb::NetworkPolicyPeer {
            pod_selector: Some(pb::LabelSelector {
                match_labels: [(key.to_owned(), value.to_owned())].into(),
                match_expressions: Vec::new(),
            }),
            ..pb::NetworkPolicyPeer::default()
        },
        None => pb::NetworkPolicyPeer {
            ip_block: Some(pb::IpBlock { prefix: text.to_owned(), except: Vec::new() }),
            ..pb::NetworkPolicyPeer::default()
        },
    };
    pb::NetworkPolicyRule { peers: vec![peer], ports: Vec::new() }
}

fn pairs(texts: &[&str]) -> Result<BTreeMap<String, String>, String> {
    let pair = |text: &&str| {
        let (key, value) = text.split_once(':').ok_or_else(|| format!("`{text}` is no label"))?;
        Ok((key.to_owned(), value.to_owned()))
    };
    texts.iter().map(pair).collect()
}

fn labels(labels: &BTreeMap<String, String>) -> String {
    labels.iter().map(|(key, value)| format!(" {key}={value}")).collect()
}

fn show_group(body: &pb::NetworkSecurityGroup) -> String {
    let rule = |rule: &pb::SecurityRule| {
        let direction = if rule.direction() == pb::TrafficDirection::Inbound { "IN" } else { "OUT" };
        let access = rule.access().as_str_name().trim_start_matches("SECURITY_RULE_ACCESS_");
        format!(" {}:{}:{direction}:{access}", rule.name, rule.priority)
    };
    let rules: String = body.rules.iter().map(rule).collect();
    format!("nsg {}{rules}", short(&body.name))
}

fn show_namespace(body: &pb::Namespace) -> String {
    let known = body.meta.as_ref().map(|meta| labels(&meta.labels)).unwrap_or_default();
    format!("namespace {}{known}", short(&body.name))
}

fn show_policy(body: &pb::NetworkPolicy) -> String {
    let count = |direction: pb::TrafficDirection, rules: &[pb::NetworkPolicyRule]| {
        if body.policy_types.contains(&(direction as i32)) {
            rules.len().to_string()
        } else {
            "open".to_owned()
        }
    };
    let chosen =
        body.pod_selector.as_ref().map(|selector| labels(&selector.match_labels)).unwrap_or_default();
    let ingress = count(pb::TrafficDirection::Inbound, &body.ingress);
    let egress = count(pb::TrafficDirection::Outbound, &body.egress);
    format!("policy {}{chosen} ingress={ingress} egress={egress}", short(&body.name))
}

fn show_pod(body: &pb::Allocation) -> String {
    let known = body.pod_traits.as_ref();
    let known = known.map_or_else(|| " unknown".to_owned(), |traits| labels(&traits.labels));
    format!("pod {}{known}", short(&body.name))
}
