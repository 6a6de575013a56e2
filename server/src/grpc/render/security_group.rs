//! How do network security groups look on the wire?

use podnet_core::model::{Access, NetworkSecurityGroup, PortSpan, Protocol, SecurityRule, TrafficDirection};
use podnet_proto::v1 as pb;

use super::{meta, optional, texts};

/// A network security group.
pub(crate) fn group(group: &NetworkSecurityGroup) -> pb::NetworkSecurityGroup {
    pb::NetworkSecurityGroup {
        name: group.name.to_string(),
        meta: Some(meta(&group.name, &group.meta)),
        rules: group.rules.iter().map(rule).collect(),
        cluster: optional(group.cluster.as_ref()),
    }
}

fn rule(rule: &SecurityRule) -> pb::SecurityRule {
    let access = match rule.access {
        Access::Allow => pb::SecurityRuleAccess::Allow,
        Access::Deny => pb::SecurityRuleAccess::Deny,
    };
    let protocol = match rule.protocol {
        None => pb::Protocol::Unspecified,
        Some(protocol) => self::protocol(protocol),
    };
    pb::SecurityRule {
        name: rule.name.clone(),
        priority: u32::from(rule.priority),
        direction: direction(rule.direction) as i32,
        access: access as i32,
        protocol: protocol as i32,
        source_prefixes: texts(&rule.sources),
        destination_prefixes: texts(&rule.destinations),
        source_ports: rule.source_ports.iter().map(span).collect(),
        destination_ports: rule.destination_ports.iter().map(span).collect(),
        description: rule.description.clone(),
    }
}

/// A direction.
pub(super) fn direction(direction: TrafficDirection) -> pb::TrafficDirection {
    match direction {
        TrafficDirection::Inbound => pb::TrafficDirection::Inbound,
        TrafficDirection::Outbound => pb::TrafficDirection::Outbound,
    }
}

/// A protocol.
pub(super) fn protocol(protocol: Protocol) -> pb::Protocol {
    match protocol {
        Protocol::Tcp => pb::Protocol::Tcp,
        Protocol::Udp => pb::Protocol::Udp,
        Protocol::Sctp => pb::Protocol::Sctp,
        Protocol::Icmp => pb::Protocol::Icmp,
    }
}

fn span(span: &PortSpan) -> pb::PortRange {
    pb::PortRange { first: u32::from(span.first), last: u32::from(span.last) }
}
