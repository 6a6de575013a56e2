//! How does a network security group come, change and go, and who may use it.

use std::collections::BTreeSet;

use super::check_count;
use crate::address::Family;
use crate::command::{Delete, SecurityGroupSpec, SecurityGroupUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::{AddressSelector, NetworkSecurityGroup, PortSpan, Protocol, SecurityRule, ServiceTag};
use crate::name::{NetworkName, NetworkSecurityGroupName};
use crate::rejection::{Reason, Rejection};
use crate::topology::{cluster, network};

/// Creates a network security group.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &SecurityGroupSpec) -> Result<(), Rejection> {
    if draft.state().network_security_groups.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let network = network::get(draft, &spec.name.network_name())?;
    if let Some(name) = &spec.cluster {
        let cluster = cluster::get(draft, name)?;
        if cluster.network != network.name {
            return Err(mismatch(name, &network.name).field("cluster"));
        }
    }
    let (count, limit) =
        (draft.state().network_security_groups_of(&network.name).count(), limits::SECURITY_GROUPS_MAX);
    if count >= limit {
        let message = format!("{} has {count} network security groups, the limit of Azure", network.name);
        return Err(Rejection::new(Reason::ResourceLimitReached, message)
            .with("limit", limit)
            .with("count", count));
    }
    check_rules(&spec.rules)?;
    let group = NetworkSecurityGroup {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        rules: in_order(&spec.rules),
        cluster: spec.cluster.clone(),
    };
    draft.emit(Event::NetworkSecurityGroup(Change::Created(group)));
    Ok(())
}

/// Changes a network security group.
pub(crate) fn update(draft: &mut Draft<'_>, update: &SecurityGroupUpdate) -> Result<(), Rejection> {
    let Some(before) = draft.state().network_security_groups.get(&update.name).cloned() else {
        return Err(Rejection::not_found(&update.name));
    };
    check_etag(before.as_ref(), update.etag.as_ref())?;
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "create another network security group"));
    }
    let mut after = (*before).clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(rules) = &update.rules {
        check_rules(rules)?;
        after.rules = in_order(rules);
    }
    draft.update(before.as_ref(), after, Event::NetworkSecurityGroup);
    Ok(())
}

/// Deletes a network security group that nothing uses.
pub(crate) fn delete(
    draft: &mut Draft<'_>,
    delete: &Delete<NetworkSecurityGroupName>,
) -> Result<(), Rejection> {
    let Some(group) = draft.state().network_security_groups.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(group.as_ref(), delete.etag.as_ref())?;
    if let Some(user) = user_of(draft, &delete.name) {
        return Err(network::in_use(&delete.name, &user));
    }
    draft.emit(Event::NetworkSecurityGroup(Change::Deleted((*group).clone())));
    Ok(())
}

/// A resource of a network may use a group of that network that exists.
pub(crate) fn check_use(
    draft: &Draft<'_>,
    network: &NetworkName,
    group: Option<&NetworkSecurityGroupName>,
) -> Result<(), Rejection> {
    let Some(name) = group else { return Ok(()) };
    if !draft.state().network_security_groups.contains_key(name) {
        return Err(Rejection::not_found(name).field("network_security_group"));
    }
    if name.network_name() == *network {
        Ok(())
    } else {
        Err(mismatch(name, network).field("network_security_group"))
    }
}

fn mismatch(name: &impl std::fmt::Display, network: &NetworkName) -> Rejection {
    let message = format!("{name} is not of {network}; name one of the same network");
    Rejection::new(Reason::NetworkMismatch, message).with("name", name).with("network", network)
}

fn user_of(draft: &Draft<'_>, name: &NetworkSecurityGroupName) -> Option<String> {
    let (state, network) = (draft.state(), name.network_name());
    let uses = |group: &Option<NetworkSecurityGroupName>| group.as_ref() == Some(name);
    let subnet = state.subnets_of(&network).find(|subnet| uses(&subnet.network_security_group));
    if let Some(subnet) = subnet {
        return Some(subnet.name.to_string());
    }
    if let Some(pool) = state.node_pools.values().find(|pool| uses(&pool.network_security_group)) {
        return Some(pool.name.to_string());
    }
    let mut reservations = state.subnets_of(&network).flat_map(|subnet| state.reservations_of(&subnet.name));
    let reservation = reservations.find(|reservation| uses(&reservation.network_security_group));
    reservation.map(|reservation| reservation.name.to_string())
}

/// The order in which rules are looked at.
fn in_order(rules: &[SecurityRule]) -> Vec<SecurityRule> {
    let mut rules = rules.to_vec();
    rules.sort_by_key(|rule| (rule.direction, rule.priority));
    rules
}

fn check_rules(rules: &[SecurityRule]) -> Result<(), Rejection> {
    check_count("rules", rules.len(), limits::SECURITY_RULES_MAX)?;
    let parts = |rule: &SecurityRule| {
        rule.sources.len() + rule.destinations.len() + rule.source_ports.len() + rule.destination_ports.len()
    };
    let count: usize = rules.iter().map(parts).sum();
    let limit = limits::SECURITY_RULE_PARTS_MAX;
    if count > limit {
        let message =
            format!("the rules have {count} prefixes and ranges of ports; at most {limit} are allowed");
        return Err(Rejection::invalid("rules", message).with("count", count).with("limit", limit));
    }
    let (mut names, mut priorities) = (BTreeSet::new(), BTreeSet::new());
    for (index, rule) in rules.iter().enumerate() {
        let refuse =
            |part: &str, message: String| Err(Rejection::invalid(format!("rules[{index}].{part}"), message));
        if !names.insert(rule.name.as_str()) {
            return refuse("name", format!("{} is the name of another rule", rule.name));
        }
        if !limits::SECURITY_PRIORITIES.contains(&rule.priority) {
            let (low, high) = (limits::SECURITY_PRIORITIES.start(), limits::SECURITY_PRIORITIES.end());
            return refuse("priority", format!("priority is {}; Azure takes {low} to {high}", rule.priority));
        }
        if !priorities.insert((rule.direction, rule.priority)) {
            return refuse(
                "priority",
                format!("another rule of this direction has priority {}", rule.priority),
            );
        }
        check_rule(index, rule)?;
    }
    Ok(())
}

fn check_rule(index: usize, rule: &SecurityRule) -> Result<(), Rejection> {
    let refuse =
        |part: &str, message: &str| Err(Rejection::invalid(format!("rules[{index}].{part}"), message));
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    if rule.name.is_empty()
        || rule.name.len() > limits::SECURITY_RULE_NAME_BYTES_MAX
        || !rule.name.bytes().all(legal)
    {
        return refuse("name", "a name has 1 to 80 letters, digits, `.`, `_` or `-`");
    }
    if rule.description.len() > limits::SECURITY_RULE_DESCRIPTION_BYTES_MAX {
        return refuse("description", "a description has at most 140 bytes");
    }
    let ports = !rule.source_ports.is_empty() || !rule.destination_ports.is_empty();
    match rule.protocol {
        Some(Protocol::Sctp) => return refuse("protocol", "Azure has rules for TCP, UDP, ICMP and any"),
        Some(Protocol::Icmp) if ports => return refuse("protocol", "ICMP has no ports"),
        Some(Protocol::Tcp | Protocol::Udp | Protocol::Icmp) | None => {}
    }
    for (part, spans) in
        [("source_ports", &rule.source_ports), ("destination_ports", &rule.destination_ports)]
    {
        if spans.iter().any(|PortSpan { first, last }| first > last) {
            return refuse(part, "the last port of a range is not below its first");
        }
    }
    for (part, side) in [("source_prefixes", &rule.sources), ("destination_prefixes", &rule.destinations)] {
        let named = |selector: &AddressSelector| match selector {
            AddressSelector::Tag(ServiceTag::Other(name)) => is_tag_name(name),
            AddressSelector::Tag(_) | AddressSelector::Prefix(_) => true,
        };
        if !side.iter().all(named) {
            return refuse(part, "give prefixes in canonical form, or service tags as `VirtualNetwork`");
        }
    }
    let families = |side: &[AddressSelector]| -> BTreeSet<Family> {
        let family = |selector: &AddressSelector| match selector {
            AddressSelector::Prefix(prefix) => Some(prefix.family()),
            AddressSelector::Tag(_) => None,
        };
        side.iter().filter_map(family).collect()
    };
    let (sources, destinations) = (families(&rule.sources), families(&rule.destinations));
    if !sources.is_empty() && !destinations.is_empty() && sources.is_disjoint(&destinations) {
        return refuse("destination_prefixes", "sources and destinations have no family in common");
    }
    Ok(())
}

/// Service tags are words, with a region behind a dot.
fn is_tag_name(text: &str) -> bool {
    text.len() <= limits::SECURITY_RULE_NAME_BYTES_MAX
        && text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}
