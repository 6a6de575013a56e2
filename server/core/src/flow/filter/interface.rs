//! What do the security groups of a network interface do with a packet that crosses it?
//!
//! Going out, that of the interface and then that of the subnet; coming in, that of the subnet and then that of the
//! interface; both must allow. The interface remembers a flow that passed, and lets its answer pass. The platform's two
//! addresses are exempt (aks-networking.md 8.2).

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use super::security_group::{Decider, Ruling, judge};
use super::service_tag::{PLATFORM, Tags};
use crate::flow::hop::{Control, Nic, abort, drop};
use crate::flow::packet::{MASQUERADE_PORTS, Packet, Ports, TTL_START};
use crate::flow::recorder::Recorder;
use crate::flow::step::{FilterDecision, FilterSource, Place};
use crate::flow::transit::{Permit, Transit};
use crate::flow::vocabulary::{AbortCause, DropCause, FilterOutcome, StepKind};
use crate::flow::world::World;
use crate::limits;
use crate::model::{
    Access, NetworkSecurityGroup, Node, Protocol, Service, ServicePort, Subnet, TrafficDirection,
    TrafficPolicy,
};
use crate::name::NetworkSecurityGroupName;

/// Addresses that no group filters packets to.
pub(super) const EXEMPT: [IpAddr; 2] = [PLATFORM, IpAddr::V4(Ipv4Addr::new(169, 254, 169, 254))];

/// The packet leaves an interface; its end, if a group does not let it.
pub(in crate::flow) fn outbound<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    transit: &mut Transit<R>,
) -> Option<Control> {
    cross(world, nic, TrafficDirection::Outbound, transit)
}

/// The packet comes to an interface; its end, if a group does not let it.
pub(in crate::flow) fn inbound<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    transit: &mut Transit<R>,
) -> Option<Control> {
    cross(world, nic, TrafficDirection::Inbound, transit)
}

/// The groups that filter at an interface, in the order of the direction, each with the place where it stands.
pub(super) fn groups<'a>(
    world: World<'a>,
    nic: &Nic,
    subnet: &'a Subnet,
    direction: TrafficDirection,
) -> Vec<(Arc<Place>, &'a Arc<NetworkSecurityGroup>)> {
    let own = match nic {
        Nic::Node(node) => {
            let pool = world.state.node_pools.get(&node.pool);
            pool.and_then(|pool| pool.network_security_group.as_ref())
        }
        Nic::Vm(vm) => vm.network_security_group.as_ref(),
    };
    let find = |name: &NetworkSecurityGroupName| world.state.network_security_groups.get(name);
    let own = own.and_then(find).map(|group| (nic.place(), group));
    let of_subnet = subnet.network_security_group.as_ref().and_then(find);
    let of_subnet = of_subnet.map(|group| (Arc::new(Place::Subnet(subnet.name.clone())), group));
    match direction {
        TrafficDirection::Outbound => own.into_iter().chain(of_subnet).collect(),
        TrafficDirection::Inbound => of_subnet.into_iter().chain(own).collect(),
    }
}

fn cross<R: Recorder>(
    world: World<'_>,
    nic: &Nic,
    direction: TrafficDirection,
    transit: &mut Transit<R>,
) -> Option<Control> {
    if world.state.network_security_groups.is_empty() {
        return None;
    }
    let subnet = world.subnet_of(nic)?;
    let groups = groups(world, nic, subnet, direction);
    if groups.is_empty() {
        return None;
    }
    let (machine, packet) = (transit.nic_place(world, nic), transit.packet);
    let protocol = packet.protocol.word();
    let (apply, skip) = match direction {
        TrafficDirection::Outbound => (StepKind::ApplyNsgOutbound, StepKind::SkipNsgOutbound),
        TrafficDirection::Inbound => (StepKind::ApplyNsgInbound, StepKind::SkipNsgInbound),
    };
    if direction == TrafficDirection::Outbound && EXEMPT.contains(&packet.destination) {
        let text =
            format!("{} is an address of the platform; no security group filters it", packet.destination);
        transit.filter(skip, &machine, FilterDecision::skipped(text));
        return None;
    }
    if transit.permits.iter().any(|permit| permit.lets_answer_pass(&machine, direction, &packet)) {
        let text = "is the answer to a flow that was let pass here".to_owned();
        transit.filter(apply, &machine, FilterDecision::allowed(None, String::new(), text));
        return None;
    }
    let tags = Tags { world, subnet };
    for (place, group) in groups {
        let source = Some(FilterSource::Group(group.name.clone()));
        match judge(group, direction, tags, &packet) {
            Ruling::Decided(Access::Allow, rule) => {
                let text =
                    format!("rule {} (priority {}) allows {protocol} {packet}", rule.name, rule.priority);
                transit.filter(apply, &place, FilterDecision::allowed(source, rule.name, text));
            }
            Ruling::Decided(Access::Deny, rule) => {
                let text = format!(
                    "rule {} (priority {}) of {} denies {protocol} {packet}",
                    rule.name, rule.priority, group.name
                );
                transit.advice = advice(group, direction, &rule, &packet);
                let outcome = FilterOutcome::Denied;
                let decision = FilterDecision { outcome, source, rule: rule.name, explanation: text.clone() };
                transit.filter(apply, &place, decision);
                let cause = match direction {
                    TrafficDirection::Outbound => DropCause::NsgRuleOutbound,
                    TrafficDirection::Inbound => DropCause::NsgRuleInbound,
                };
                return Some(drop(cause, &place, text));
            }
            Ruling::Unknown(rule) => {
                let text = format!(
                    "whether rule {} (priority {}) of {} matches {protocol} {packet} is not known: the addresses of its service \
                     tag, or the port that will be chosen, are not in the model",
                    rule.name, rule.priority, group.name
                );
                return Some(abort(AbortCause::ConfigNotFound, &place, text));
            }
        }
    }
    transit.permits.push(Permit { place: machine, direction, packet });
    None
}

/// The rule that would let the packet pass.
fn advice(
    group: &NetworkSecurityGroup,
    direction: TrafficDirection,
    denier: &Decider,
    packet: &Packet,
) -> String {
    if denier.priority == *limits::SECURITY_PRIORITIES.start() {
        return format!("change rule {} of {}; no priority is before it", denier.name, group.name);
    }
    let way = match direction {
        TrafficDirection::Inbound => "inbound",
        TrafficDirection::Outbound => "outbound",
    };
    let before = if limits::SECURITY_PRIORITIES.contains(&denier.priority) {
        format!(" with a priority below {}", denier.priority)
    } else {
        String::new()
    };
    let protocol = packet.protocol.word();
    let to = crate::flow::packet::socket(packet.destination, packet.destination_ports);
    format!(
        "add an {way} rule to {} that allows {protocol} from {} to {to}{before}",
        group.name, packet.source
    )
}

/// Whether a security group keeps the load balancer's health probe from a node, as far as that is certain.
pub(in crate::flow) fn probe_denied(
    world: World<'_>,
    service: &Service,
    port: &ServicePort,
    node: &Arc<Node>,
) -> bool {
    if world.state.network_security_groups.is_empty() {
        return false;
    }
    let probed = match service.external_traffic_policy {
        TrafficPolicy::Local => service.health_check_node_port,
        TrafficPolicy::Cluster if port.protocol == Protocol::Tcp => port.node_port,
        TrafficPolicy::Cluster => 0,
    };
    let address = node.address(crate::address::Family::V4);
    let nic = Nic::Node(Arc::clone(node));
    let (Some(destination), Some(subnet), true) = (address, world.subnet_of(&nic), probed != 0) else {
        return false;
    };
    let probe = Packet {
        source: PLATFORM,
        source_ports: MASQUERADE_PORTS,
        destination,
        destination_ports: Ports::One(probed),
        protocol: Protocol::Tcp,
        ttl: TTL_START,
    };
    let direction = TrafficDirection::Inbound;
    let tags = Tags { world, subnet };
    let denied = |ruling| matches!(ruling, Ruling::Decided(Access::Deny, _));
    groups(world, &nic, subnet, direction)
        .iter()
        .any(|(_, group)| denied(judge(group, direction, tags, &probe)))
}
