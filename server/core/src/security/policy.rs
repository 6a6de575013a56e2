//! How does a network policy come, change and go.

use super::check_count;
use crate::command::{Delete, NetworkPolicySpec, NetworkPolicyUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::meta::Meta;
use crate::model::{
    LabelSelector, NetworkPolicy, PolicyPeer, PolicyPort, PolicyPorts, PolicyRule, Protocol, Requirement,
};
use crate::name::NetworkPolicyName;
use crate::rejection::{Reason, Rejection};
use crate::topology::cluster;

/// Creates a network policy.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &NetworkPolicySpec) -> Result<(), Rejection> {
    if draft.state().network_policies.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let cluster = cluster::get(draft, &spec.name.cluster_name())?;
    let (count, limit) =
        (draft.state().network_policies_of(&cluster.name).count(), limits::NETWORK_POLICIES_MAX);
    if count >= limit {
        let message = format!("{} has {count} network policies; merge some", cluster.name);
        return Err(Rejection::new(Reason::ResourceLimitReached, message)
            .with("limit", limit)
            .with("count", count));
    }
    check(spec)?;
    let meta = draft.new_meta(&spec.labels, "");
    draft.emit(Event::NetworkPolicy(Change::Created(build(spec, meta))));
    Ok(())
}

/// Replaces the content of a network policy.
pub(crate) fn update(draft: &mut Draft<'_>, update: &NetworkPolicyUpdate) -> Result<(), Rejection> {
    let name = &update.spec.name;
    let Some(before) = draft.state().network_policies.get(name).cloned() else {
        return Err(Rejection::not_found(name));
    };
    check_etag(before.as_ref(), update.etag.as_ref())?;
    check(&update.spec)?;
    let after = build(&update.spec, Meta { labels: update.spec.labels.clone(), ..before.meta.clone() });
    draft.update(before.as_ref(), after, Event::NetworkPolicy);
    Ok(())
}

/// Deletes a network policy.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<NetworkPolicyName>) -> Result<(), Rejection> {
    let Some(policy) = draft.state().network_policies.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(policy.as_ref(), delete.etag.as_ref())?;
    draft.emit(Event::NetworkPolicy(Change::Deleted((*policy).clone())));
    Ok(())
}

fn build(spec: &NetworkPolicySpec, meta: Meta) -> NetworkPolicy {
    NetworkPolicy {
        name: spec.name.clone(),
        meta,
        pod_selector: spec.pod_selector.clone(),
        ingress: spec.ingress.clone(),
        egress: spec.egress.clone(),
    }
}

fn check(spec: &NetworkPolicySpec) -> Result<(), Rejection> {
    if spec.ingress.is_none() && spec.egress.is_none() {
        return Err(Rejection::invalid("policy_types", "a policy restricts at least one direction"));
    }
    check_selector("pod_selector", &spec.pod_selector)?;
    for (field, rules) in [("ingress", &spec.ingress), ("egress", &spec.egress)] {
        let rules = rules.as_deref().unwrap_or_default();
        check_count(field, rules.len(), limits::NETWORK_POLICY_PARTS_MAX)?;
        for (index, rule) in rules.iter().enumerate() {
            check_rule(&format!("{field}[{index}]"), rule)?;
        }
    }
    Ok(())
}

fn check_rule(field: &str, rule: &PolicyRule) -> Result<(), Rejection> {
    check_count(&format!("{field}.peers"), rule.peers.len(), limits::NETWORK_POLICY_PARTS_MAX)?;
    check_count(&format!("{field}.ports"), rule.ports.len(), limits::NETWORK_POLICY_PARTS_MAX)?;
    for (index, peer) in rule.peers.iter().enumerate() {
        check_peer(&format!("{field}.peers[{index}]"), peer)?;
    }
    for (index, port) in rule.ports.iter().enumerate() {
        check_port(&format!("{field}.ports[{index}]"), port)?;
    }
    Ok(())
}

fn check_peer(field: &str, peer: &PolicyPeer) -> Result<(), Rejection> {
    match peer {
        PolicyPeer::Pods { pods, namespaces } => {
            if pods.is_none() && namespaces.is_none() {
                let message = "a peer has an ip_block, a pod_selector or a namespace_selector";
                return Err(Rejection::invalid(field, message));
            }
            for (part, selector) in [("pod_selector", pods), ("namespace_selector", namespaces)] {
                if let Some(selector) = selector {
                    check_selector(&format!("{field}.{part}"), selector)?;
                }
            }
        }
        PolicyPeer::IpBlock { prefix, except } => {
            check_count(&format!("{field}.ip_block.except"), except.len(), limits::NETWORK_POLICY_PARTS_MAX)?;
            let inside = |hole: &&crate::prefix::Prefix| {
                hole.family() == prefix.family()
                    && hole.length() > prefix.length()
                    && prefix.contains(hole.first())
            };
            if let Some(hole) = except.iter().find(|hole| !inside(hole)) {
                let message = format!("{hole} is not a part of {prefix}");
                return Err(Rejection::invalid(format!("{field}.ip_block.except"), message));
            }
        }
    }
    Ok(())
}

fn check_port(field: &str, port: &PolicyPort) -> Result<(), Rejection> {
    if port.protocol == Protocol::Icmp {
        return Err(Rejection::invalid(format!("{field}.protocol"), "a port is of TCP, UDP or SCTP"));
    }
    match &port.ports {
        PolicyPorts::Numbers(span) if span.first == 0 || span.first > span.last => {
            let message = "ports are 1 to 65535, and the last of a range is not below its first";
            Err(Rejection::invalid(field, message))
        }
        PolicyPorts::Name(name) if name.is_empty() || name.len() > limits::TEXT_BYTES_MAX => {
            Err(Rejection::invalid(format!("{field}.port_name"), "a name has 1 to 253 bytes"))
        }
        PolicyPorts::Any | PolicyPorts::Numbers(_) | PolicyPorts::Name(_) => Ok(()),
    }
}

fn check_selector(field: &str, selector: &LabelSelector) -> Result<(), Rejection> {
    let limit = limits::SELECTOR_PARTS_MAX;
    check_count(&format!("{field}.match_labels"), selector.labels.len(), limit)?;
    check_count(&format!("{field}.match_expressions"), selector.requirements.len(), limit)?;
    for (index, (key, requirement)) in selector.requirements.iter().enumerate() {
        let field = format!("{field}.match_expressions[{index}]");
        if key.is_empty() || key.len() > limits::TEXT_BYTES_MAX {
            return Err(Rejection::invalid(format!("{field}.key"), "a key has 1 to 253 bytes"));
        }
        match requirement {
            Requirement::In(values) | Requirement::NotIn(values) => {
                if values.is_empty() {
                    return Err(Rejection::invalid(format!("{field}.values"), "IN and NOT_IN need values"));
                }
                check_count(&format!("{field}.values"), values.len(), limit)?;
            }
            Requirement::Exists | Requirement::DoesNotExist => {}
        }
    }
    Ok(())
}
