//! What do requests about network security groups ask for?

use podnet_core::Command;
use podnet_core::command::{SecurityGroupSpec, SecurityGroupUpdate};
use podnet_core::model::{
    Access, AddressSelector, PortSpan, Protocol, SecurityRule, ServiceTag, TrafficDirection,
};
use podnet_core::name::{ClusterName, NetworkName, NetworkSecurityGroupName};
use podnet_core::prefix::Prefix;
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{immutable, meta, mutable, passed, resolve};
use super::network::etag;

/// Reads `CreateNetworkSecurityGroup`.
pub(crate) fn create(request: &pb::CreateNetworkSecurityGroupRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", NetworkName::parse(&request.parent));
    let id = fields.segment("network_security_group_id", &request.network_security_group_id);
    let group = fields.required("network_security_group", request.network_security_group.as_ref());
    let content = group.map(|group| {
        fields.nested("network_security_group", |fields| {
            let labels = fields.labels(group.meta.as_ref());
            let rules = rules(fields, &group.rules);
            (labels, rules, fields.optional_name("cluster", &group.cluster, ClusterName::parse))
        })
    });
    fields.finish(|| {
        let (labels, rules, cluster) = content?;
        let name = NetworkSecurityGroupName { network: parent?.network, group: id? };
        Some(Command::CreateNetworkSecurityGroup(SecurityGroupSpec { name, labels, rules: rules?, cluster }))
    })
}

/// Reads `UpdateNetworkSecurityGroup`; `current` is the present group.
pub(crate) fn update(
    request: &pb::UpdateNetworkSecurityGroupRequest,
    current: Option<&pb::NetworkSecurityGroup>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let group = fields.required("network_security_group", request.network_security_group.as_ref());
    let update = group.and_then(|group| {
        let cluster = immutable("cluster", &group.cluster, current.map(|group| &group.cluster));
        let table: Vec<_> = [passed("name"), mutable("rules", &group.rules), cluster]
            .into_iter()
            .chain(meta(group.meta.as_ref()))
            .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("network_security_group", |fields| {
            let labels = fields.labels(group.meta.as_ref());
            let rules = rules(fields, &group.rules);
            Some(SecurityGroupUpdate {
                name: fields.keep("name", NetworkSecurityGroupName::parse(&group.name))?,
                etag: etag(group.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                labels: chosen.pick("meta.labels", labels),
                rules: chosen.pick("rules", rules?),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateNetworkSecurityGroup))
}

/// Reads `DeleteNetworkSecurityGroup`.
pub(crate) fn delete(request: &pb::DeleteNetworkSecurityGroupRequest) -> Result<Command, Invalid> {
    let parse = NetworkSecurityGroupName::parse;
    super::delete(&request.name, &request.etag, request.allow_missing, false, parse)
        .map(Command::DeleteNetworkSecurityGroup)
}

fn rules(fields: &mut Fields, rules: &[pb::SecurityRule]) -> Option<Vec<SecurityRule>> {
    let read = |(index, given): (usize, &pb::SecurityRule)| {
        fields.nested(&format!("rules[{index}]"), |fields| rule(fields, given))
    };
    rules.iter().enumerate().map(read).collect()
}

fn rule(fields: &mut Fields, rule: &pb::SecurityRule) -> Option<SecurityRule> {
    let direction = direction(fields, "direction", rule.direction);
    let access = fields.word("access", rule.access).and_then(|access| match access {
        pb::SecurityRuleAccess::Unspecified => fields.required("access", None),
        pb::SecurityRuleAccess::Allow => Some(Access::Allow),
        pb::SecurityRuleAccess::Deny => Some(Access::Deny),
    });
    let protocol = fields.word("protocol", rule.protocol).map(|protocol| match protocol {
        pb::Protocol::Unspecified => None,
        pb::Protocol::Tcp => Some(Protocol::Tcp),
        pb::Protocol::Udp => Some(Protocol::Udp),
        pb::Protocol::Sctp => Some(Protocol::Sctp),
        pb::Protocol::Icmp => Some(Protocol::Icmp),
    });
    let priority = fields.number("priority", rule.priority, u32::from(u16::MAX));
    let sources = selectors(fields, "source_prefixes", &rule.source_prefixes);
    let destinations = selectors(fields, "destination_prefixes", &rule.destination_prefixes);
    let source_ports = spans(fields, "source_ports", &rule.source_ports);
    let destination_ports = spans(fields, "destination_ports", &rule.destination_ports);
    Some(SecurityRule {
        name: rule.name.clone(),
        priority: priority?,
        direction: direction?,
        access: access?,
        protocol: protocol?,
        sources: sources?,
        destinations: destinations?,
        source_ports: source_ports?,
        destination_ports: destination_ports?,
        description: rule.description.clone(),
    })
}

/// A direction that must be stated.
pub(super) fn direction(fields: &mut Fields, path: &str, value: i32) -> Option<TrafficDirection> {
    match fields.word(path, value)? {
        pb::TrafficDirection::Unspecified => fields.required(path, None),
        pb::TrafficDirection::Inbound => Some(TrafficDirection::Inbound),
        pb::TrafficDirection::Outbound => Some(TrafficDirection::Outbound),
    }
}

/// Prefixes and service tags; `*` among them means any, as no entry does.
fn selectors(fields: &mut Fields, path: &str, texts: &[String]) -> Option<Vec<AddressSelector>> {
    let mut read = |(index, text): (usize, &String)| {
        // Only prefixes have a slash, or a colon, or begin with a digit.
        let number = text.contains(['/', ':']) || text.starts_with(|c: char| c.is_ascii_digit());
        if number {
            let prefix = fields.keep(format_args!("{path}[{index}]"), Prefix::parse(text));
            return prefix.map(AddressSelector::Prefix);
        }
        Some(AddressSelector::Tag(ServiceTag::parse(&fields.text(&format!("{path}[{index}]"), text))))
    };
    if texts.iter().any(|text| text == "*") {
        return Some(Vec::new());
    }
    texts.iter().enumerate().map(&mut read).collect()
}

fn spans(fields: &mut Fields, path: &str, ranges: &[pb::PortRange]) -> Option<Vec<PortSpan>> {
    let mut read = |(index, range): (usize, &pb::PortRange)| {
        let limit = u32::from(u16::MAX);
        let first = fields.number(format_args!("{path}[{index}].first"), range.first, limit);
        let last = fields.number(format_args!("{path}[{index}].last"), range.last, limit);
        Some(PortSpan { first: first?, last: last? })
    };
    ranges.iter().enumerate().map(&mut read).collect()
}
