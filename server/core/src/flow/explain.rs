//! Why does a flow not work, in one place, and what would help.

use super::hop::{End, Ending};
use super::packet::Packet;
use super::step::Place;
use super::trace::Run;
use super::verdict::{Cause, FlowCause};
use super::vocabulary::{DropCause, FlowDirection};
use super::walk::Done;
use super::world::{World, pod_cidr_with};
use crate::address::Family;
use crate::model::Cluster;
use crate::name::{NetworkName, ServiceName};
use crate::routes::{CandidateOutcome, EffectiveRoute};

/// The first failing branch, drops before what is not known, the forward way before the way back.
pub(super) fn cause<R>(world: World<'_>, run: &Run<R>) -> Option<FlowCause> {
    let forward = run.forward.iter().map(|done| (FlowDirection::Forward, done));
    let back = run.replies.iter().map(|(_, done)| (FlowDirection::Reply, done));
    let mut failing: Vec<_> = forward
        .chain(back)
        .filter_map(|(direction, done)| Some((cause_of(&done.end)?, direction, done)))
        .collect();
    failing.sort_by_key(|(cause, direction, _)| (*direction, !matches!(cause, Cause::Drop(_))));
    let (cause, direction, done) = failing.into_iter().next()?;
    let mut explanation = done.end.explanation.to_string();
    let mut cause = cause;
    if let (
        Cause::Drop(DropCause::RouteNone | DropCause::NoRoute | DropCause::UnknownExternalAddress),
        Some(route),
    ) = (cause, unassociated(&done.end))
    {
        cause = Cause::Drop(DropCause::RouteTableNotAssociated);
        explanation = format!(
            "{explanation}; {} of {} would match, and that table is not associated with {}",
            route.prefix,
            route.route.as_ref().map(|name| name.table_name().to_string()).unwrap_or_default(),
            done.end.place
        );
    }
    if let (Cause::Drop(drop), Some(service)) = (cause, untranslated(world, &done.transit.packet))
        && is_lost_on_the_way(drop)
    {
        cause = Cause::Drop(DropCause::ServicePortNotFound);
        let packet = &done.transit.packet;
        explanation = format!("{service} has no rule for {packet}, so it was not translated: {explanation}");
    }
    Some(FlowCause {
        direction,
        cause,
        place: done.end.place.clone(),
        explanation,
        remediation: remedy(world, direction, cause, done),
    })
}

/// Whether the cause is that nobody out there has the destination, as happens to a cluster address that leaves its node.
fn is_lost_on_the_way(cause: DropCause) -> bool {
    matches!(
        cause,
        DropCause::NoRoute
            | DropCause::RouteNone
            | DropCause::RouteTableNotAssociated
            | DropCause::NeighborUnreachable
            | DropCause::UnknownInternalAddress
            | DropCause::UnknownExternalAddress
            | DropCause::PrivateTrafficToInternet
            | DropCause::NoOutboundMethod
    )
}

/// The service whose cluster address a packet still has at its end: no rule of a node took it.
fn untranslated<'a>(world: World<'a>, packet: &Packet) -> Option<&'a ServiceName> {
    let owner = world.cluster_address_owner(packet.destination)?;
    Some(&owner.name)
}

/// The route that would have won if its table were associated with the sender's subnet.
fn unassociated(end: &End) -> Option<&EffectiveRoute> {
    let choice = end.route.as_ref()?;
    let taken = choice.winner.as_ref().map_or(0, |winner| winner.route.prefix.length());
    let elsewhere = choice.losers.iter().filter(|c| c.outcome == CandidateOutcome::TableNotAssociated);
    let best = elsewhere.map(|candidate| &candidate.route).max_by_key(|route| route.prefix.length())?;
    (choice.winner.is_none() || best.prefix.length() > taken).then_some(best)
}

fn cause_of(end: &End) -> Option<Cause> {
    match &end.ending {
        Ending::Deliver(_) => None,
        Ending::Drop(cause) => Some(Cause::Drop(*cause)),
        Ending::Forward(target) => Some(Cause::Forward(*target)),
        Ending::Abort(cause) => Some(Cause::Abort(*cause)),
    }
}

fn remedy<R>(world: World<'_>, direction: FlowDirection, cause: Cause, done: &Done<R>) -> String {
    let Cause::Drop(cause) = cause else { return String::new() };
    let packet = &done.transit.packet;
    let special = match cause {
        DropCause::RouteNone
        | DropCause::NoRoute
        | DropCause::NoReturnRoute
        | DropCause::RouteTableNotAssociated
        | DropCause::UnknownExternalAddress => missing_route(world, direction, packet, &done.end),
        DropCause::RouteNextHopNotResolved
        | DropCause::RouteNextHopNotFound
        | DropCause::RouteNextHopWrongNode => {
            let route =
                done.end.route.as_ref().and_then(|choice| choice.winner.as_ref()?.route.route.clone());
            let managed = route.as_ref().and_then(|name| world.state.routes.get(name));
            match (route, managed.is_some_and(|route| !route.meta.managed_by.is_empty())) {
                (Some(route), true) => format!("reconcile {}; {route} is out of date", route.table_name()),
                (Some(route), false) => format!("correct the next hop of {route}, or delete the route"),
                (None, _) => String::new(),
            }
        }
        DropCause::RouteNextHopNotRunning | DropCause::NodeNotReady => {
            "bring the machine back, or remove its routes".to_owned()
        }
        DropCause::IpForwardingDisabled => {
            "switch IP forwarding of the interface on, or correct the route".to_owned()
        }
        DropCause::SpoofedSource => "switch IP forwarding of the interface on".to_owned(),
        DropCause::RoutingLoop => loop_advice(&done.end),
        DropCause::NeighborUnreachable | DropCause::UnknownInternalAddress => {
            format!("check the address {}; nothing has it", packet.destination)
        }
        DropCause::SnatPortsExhausted => exhausted(world, packet, &done.end.place),
        DropCause::NoOutboundMethod | DropCause::PrivateTrafficToInternet => way_out(packet),
        DropCause::SourceRangeDenied => format!("add {} to the service's source ranges", packet.source),
        DropCause::NoSessionForReply => asymmetric(packet, &done.end.place),
        DropCause::NetworkPolicyEgress
        | DropCause::NetworkPolicyIngress
        | DropCause::NsgRuleOutbound
        | DropCause::NsgRuleInbound => done.transit.advice.clone(),
        DropCause::ServiceNoEndpoints
        | DropCause::ServiceNoLocalEndpoints
        | DropCause::ServicePortNotFound
        | DropCause::LbNoHealthyBackend
        | DropCause::LbRuleMismatch
        | DropCause::PeeringForbids
        | DropCause::InternetToPrivateAddress
        | DropCause::ProtocolNotNattable
        | DropCause::RouteNotYetEffective
        | DropCause::TtlExceeded
        | DropCause::PodNotRunning
        | DropCause::VmNotRunning
        | DropCause::FragmentDropped
        | DropCause::ReplySourceMismatch
        | DropCause::HairpinDisabled => String::new(),
    };
    if special.is_empty() { general(cause).to_owned() } else { special }
}

/// What helps against a cause when nothing is known of the place.
fn general(cause: DropCause) -> &'static str {
    match cause {
        DropCause::NoRoute | DropCause::RouteNone | DropCause::UnknownExternalAddress => {
            "add a route for the destination, or correct the address"
        }
        DropCause::NoReturnRoute => "let the other side route the address back, or translate the source",
        DropCause::RouteNextHopNotResolved
        | DropCause::RouteNextHopNotFound
        | DropCause::RouteNextHopWrongNode => "correct the next hop of the route",
        DropCause::RouteNextHopNotRunning | DropCause::NodeNotReady | DropCause::VmNotRunning => {
            "bring the machine back"
        }
        DropCause::RouteTableNotAssociated => "associate the route table with the sender's subnet",
        DropCause::RouteNotYetEffective => "wait until the route is in effect",
        DropCause::IpForwardingDisabled | DropCause::SpoofedSource => {
            "switch IP forwarding of the interface on"
        }
        DropCause::NeighborUnreachable | DropCause::UnknownInternalAddress => "check the address",
        DropCause::RoutingLoop | DropCause::TtlExceeded => {
            "correct the routes that send the packet in a circle"
        }
        DropCause::PodNotRunning => "bring the pod up",
        DropCause::NetworkPolicyEgress | DropCause::NetworkPolicyIngress => {
            "allow the flow in a network policy"
        }
        DropCause::NsgRuleOutbound | DropCause::NsgRuleInbound => "allow the flow in the security group",
        DropCause::ServiceNoEndpoints => "bring up a ready endpoint of the service",
        DropCause::ServiceNoLocalEndpoints | DropCause::LbNoHealthyBackend => {
            "bring up a ready endpoint, or use policy Cluster"
        }
        DropCause::ServicePortNotFound | DropCause::LbRuleMismatch => {
            "use a protocol and port that the service has"
        }
        DropCause::SnatPortsExhausted => "add outbound addresses, or reuse connections",
        DropCause::NoOutboundMethod | DropCause::PrivateTrafficToInternet => {
            "give the subnet a way out, or let the node masquerade the source"
        }
        DropCause::ProtocolNotNattable => "use TCP or UDP, or give the machine a public address of its own",
        DropCause::FragmentDropped => "send packets that fit the path, so that none is fragmented",
        DropCause::InternetToPrivateAddress => "expose the pods by a service of type LoadBalancer",
        DropCause::NoSessionForReply | DropCause::ReplySourceMismatch => {
            "lead the answer back by the machines that the request passed"
        }
        DropCause::HairpinDisabled => "switch hairpin mode of the node's bridge on",
        DropCause::SourceRangeDenied => "add the client to the service's source ranges",
        DropCause::PeeringForbids => "allow access and forwarded traffic on the peering",
    }
}

fn loop_advice(end: &End) -> String {
    let route = end.route.as_ref().and_then(|choice| choice.winner.as_ref()?.route.route.as_ref());
    match (route, &*end.place) {
        (Some(route), Place::Vm(vm)) => {
            format!("move {vm} to a subnet of its own; {route} holds in its subnet too and leads back to it")
        }
        (Some(route), _) => format!("correct {route}, which leads back to its own sender"),
        (None, _) => String::new(),
    }
}

/// Fewer flows to the one destination, or more ports for each node.
fn exhausted(world: World<'_>, packet: &Packet, place: &Place) -> String {
    let Place::LoadBalancer(cluster) = place else { return String::new() };
    let Some(cluster) = world.state.clusters.get(cluster) else { return String::new() };
    let ports = match cluster.outbound.allocated_ports {
        0 => "set a fixed number of ports for each node".to_owned(),
        fixed => format!("raise the {fixed} ports of each node"),
    };
    format!(
        "reuse connections to {}, {ports}, add outbound addresses, or use a NAT gateway (64,512 ports on demand)",
        packet.destination
    )
}

/// An answer that meets an appliance which did not see the request: a route sends only one way through it.
fn asymmetric(packet: &Packet, place: &Place) -> String {
    match place {
        Place::Vm(appliance) => format!(
            "let the request enter by {appliance} too (a DNAT rule there, or an internal load balancer behind it), or add \
             a route for {} that does not lead to it",
            packet.destination
        ),
        Place::Pod(_)
        | Place::Node(_)
        | Place::Subnet(_)
        | Place::LoadBalancer(_)
        | Place::NatGateway(_)
        | Place::Gateway(_)
        | Place::OnPremises(_)
        | Place::Internet
        | Place::Nowhere => String::new(),
    }
}

fn way_out(packet: &Packet) -> String {
    match packet.family() {
        Family::V4 => format!("let the node masquerade {}, or give its subnet a way out", packet.destination),
        Family::V6 => "use IPv4, whose pods the node masquerades, or send from the node".to_owned(),
    }
}

/// A destination without a route: most often a pod CIDR whose table is not associated with the sender's subnet.
fn missing_route(world: World<'_>, direction: FlowDirection, packet: &Packet, end: &End) -> String {
    let network = match &*end.place {
        Place::Subnet(subnet) => subnet.network_name(),
        Place::OnPremises(network) | Place::Gateway(network) => network.clone(),
        Place::Pod(_)
        | Place::Node(_)
        | Place::Vm(_)
        | Place::LoadBalancer(_)
        | Place::NatGateway(_)
        | Place::Internet
        | Place::Nowhere => return String::new(),
    };
    let cluster = pod_cluster(world, &network, packet);
    let masquerade = match (direction, cluster) {
        (FlowDirection::Reply, Some(cluster)) if packet.family() == Family::V4 => {
            format!("take the range of {} out of the non-masquerade list of {}", packet.source, cluster.name)
        }
        (FlowDirection::Reply | FlowDirection::Forward, _) => String::new(),
    };
    let route = route_advice(cluster, packet, end, world);
    match (route.is_empty(), masquerade.is_empty()) {
        (false, false) => format!("{route}, or {masquerade}"),
        (false, true) => route,
        (true, _) => masquerade,
    }
}

fn route_advice(cluster: Option<&Cluster>, packet: &Packet, end: &End, world: World<'_>) -> String {
    if matches!(*end.place, Place::OnPremises(_)) {
        return match cluster {
            Some(_) => "start the flow in the pod, expose a service, or use Azure CNI".to_owned(),
            None => String::new(),
        };
    }
    if let Some(table) =
        unassociated(end).and_then(|route| route.route.as_ref()).map(|name| name.table_name())
    {
        return format!("associate {table} with {}", end.place);
    }
    let Some(cluster) = cluster else { return String::new() };
    let mut nodes = world.state.nodes_of(&cluster.name);
    let owner = nodes.find(|node| node.pod_prefixes.iter().any(|block| block.contains(packet.destination)));
    match (owner, &cluster.route_table) {
        (Some(node), Some(table)) => {
            format!("reconcile {table}: it has no route to the pods of {}", node.name)
        }
        (Some(_), None) => format!("give {} a route table", cluster.name),
        (None, _) => format!("no node has the block of {}; check the address", packet.destination),
    }
}

fn pod_cluster<'a>(world: World<'a>, network: &NetworkName, packet: &Packet) -> Option<&'a Cluster> {
    let mut clusters = world.clusters_in(network).map(AsRef::as_ref);
    clusters.find(|cluster| pod_cidr_with(cluster, packet.destination).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_a_remedy() {
        for cause in DropCause::ALL {
            assert!(general(*cause).len() > 10, "{}", cause.text());
        }
    }
}
