//! How do security groups, namespaces, policies and labels of pods look in a scenario?

use podnet_core::meta::Labels;
use podnet_core::model;
use podnet_core::model::{Access, TrafficDirection};

use crate::scenario::names::short;

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
