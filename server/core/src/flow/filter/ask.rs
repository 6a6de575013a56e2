//! What do filters say of a packet that is not under way, for those who ask about whole kinds of packets?
//!
//! The same judgements as those of a trace, without its steps; see `crate::proof`.

use std::net::IpAddr;
use std::sync::Arc;

use super::fit::Fit;
use super::interface::{EXEMPT, groups};
use super::peer::OtherSide;
use super::policy::{AtPod, Ruling as PolicyRuling, judge_toward, rules_of};
use super::security_group::{Ruling, judge};
use super::selector;
use super::service_tag::Tags;
use crate::flow::hop::Nic;
use crate::flow::packet::Packet;
use crate::flow::world::World;
use crate::model::{
    Access, Allocation, Cluster, NetworkSecurityGroup, Node, PolicyPeer, PolicyPorts, ServiceTag, Subnet,
    TrafficDirection,
};
use crate::state::State;

/// What filters say of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Passing {
    /// They let it pass.
    Passes,
    /// It depends on what is not known.
    Unknown,
    /// They do not.
    Refused,
}

fn world(state: &State) -> World<'_> {
    World::new(state, 0, None)
}

/// The security groups at the interface of a node, and its subnet.
pub(crate) fn groups_at<'a>(
    state: &'a State,
    node: &Arc<Node>,
) -> (Option<&'a Arc<Subnet>>, Vec<&'a Arc<NetworkSecurityGroup>>) {
    let (world, nic) = (world(state), Nic::Node(Arc::clone(node)));
    let subnet = world.subnet_of(&nic);
    let all =
        subnet.map(|subnet| groups(world, &nic, subnet, TrafficDirection::Outbound)).unwrap_or_default();
    (subnet, all.into_iter().map(|(_, group)| group).collect())
}

/// The security groups of a node's interface.
pub(crate) fn at_interface(
    state: &State,
    node: &Arc<Node>,
    direction: TrafficDirection,
    packet: &Packet,
) -> Passing {
    if direction == TrafficDirection::Outbound && EXEMPT.contains(&packet.destination) {
        return Passing::Passes;
    }
    let (world, nic) = (world(state), Nic::Node(Arc::clone(node)));
    let Some(subnet) = world.subnet_of(&nic) else { return Passing::Passes };
    let tags = Tags { world, subnet };
    for (_, group) in groups(world, &nic, subnet, direction) {
        match judge(group, direction, tags, packet) {
            Ruling::Decided(Access::Allow, _) => {}
            Ruling::Decided(Access::Deny, _) => return Passing::Refused,
            Ruling::Unknown(_) => return Passing::Unknown,
        }
    }
    Passing::Passes
}

/// The policies of a pod, for a packet with another pod, or with a node of the cluster if there is none.
pub(crate) fn at_pod(
    state: &State,
    cluster: &Cluster,
    (pod, other): (&Arc<Allocation>, Option<&Arc<Allocation>>),
    direction: TrafficDirection,
    packet: &Packet,
) -> Passing {
    let other = other.map_or(OtherSide::Node, |pod| OtherSide::Pod(Arc::clone(pod)));
    match judge_toward(AtPod { world: world(state), cluster, pod, direction, packet }, &other) {
        PolicyRuling::NoPolicies | PolicyRuling::NotSelected | PolicyRuling::Allowed(..) => Passing::Passes,
        PolicyRuling::Denied(_) => Passing::Refused,
        PolicyRuling::Unknown(_) => Passing::Unknown,
    }
}

/// How an address fits a service tag, seen from a subnet.
pub(crate) fn fit_of_tag(state: &State, subnet: &Subnet, tag: &ServiceTag, address: IpAddr) -> u8 {
    number(Tags { world: world(state), subnet }.tag(tag, address))
}

/// All that policies of the cluster can tell about a pod, but for its address: pods with equal ones are alike to them.
pub(crate) fn likeness(state: &State, cluster: &Cluster, pod: &Arc<Allocation>) -> Vec<u16> {
    let side = OtherSide::Pod(Arc::clone(pod));
    let traits = pod.pod_traits.as_deref();
    let mut all = Vec::new();
    for policy in state.network_policies_of(&cluster.name) {
        let home = policy.name.namespace.as_str() == pod.owner().namespace;
        let selects = if home { selector::pod(&policy.pod_selector, traits) } else { Fit::No };
        all.push(number(selects).into());
        let directions = [TrafficDirection::Inbound, TrafficDirection::Outbound];
        for rule in directions.into_iter().filter_map(|way| rules_of(policy, way)).flatten() {
            for peer in rule.peers.iter().filter(|peer| matches!(peer, PolicyPeer::Pods { .. })) {
                let nowhere = Packet::unknown_address(crate::address::Family::V4);
                all.push(
                    number(side.fit(world(state), cluster, &policy.name.namespace, peer, nowhere)).into(),
                );
            }
            for port in &rule.ports {
                if let PolicyPorts::Name(name) = &port.ports {
                    let named = |traits: &crate::model::PodTraits| {
                        let named =
                            traits.ports.iter().find(|p| p.name == *name && p.protocol == port.protocol);
                        named.map_or(0, |named| named.port)
                    };
                    all.push(traits.map_or(u16::MAX, named));
                }
            }
        }
    }
    all
}

fn number(fit: Fit) -> u8 {
    match fit {
        Fit::No => 0,
        Fit::Unknown => 1,
        Fit::Yes => 2,
    }
}
