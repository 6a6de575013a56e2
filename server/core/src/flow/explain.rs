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
use crate::name::{NetworkName, RouteTableName};
use crate::routes::CandidateOutcome;

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
    Some(FlowCause {
        direction,
        cause,
        place: done.end.place.clone(),
        explanation: done.end.explanation.clone(),
        remediation: remedy(world, direction, done),
    })
}

fn cause_of(end: &End) -> Option<Cause> {
    match &end.ending {
        Ending::Deliver(_) => None,
        Ending::Drop(cause) => Some(Cause::Drop(*cause)),
        Ending::Forward(target) => Some(Cause::Forward(*target)),
        Ending::Abort(cause) => Some(Cause::Abort(*cause)),
    }
}

fn remedy<R>(world: World<'_>, direction: FlowDirection, done: &Done<R>) -> String {
    let Ending::Drop(cause) = done.end.ending else { return String::new() };
    let packet = &done.transit.packet;
    match cause {
        DropCause::RouteNone
        | DropCause::NoRoute
        | DropCause::NoReturnRoute
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
            "bring the node back, or remove it".to_owned()
        }
        DropCause::IpForwardingDisabled => {
            "switch IP forwarding of the interface on, or correct the route".to_owned()
        }
        DropCause::SpoofedSource => "switch IP forwarding of the interface on".to_owned(),
        DropCause::RoutingLoop => "correct the route that leads back to its own sender".to_owned(),
        DropCause::NeighborUnreachable | DropCause::UnknownInternalAddress => {
            format!("check the address {}; nothing has it", packet.destination)
        }
        DropCause::ServiceNoEndpoints
        | DropCause::ServiceNoLocalEndpoints
        | DropCause::LbNoHealthyBackend => "bring up a ready endpoint, or use policy Cluster".to_owned(),
        DropCause::ServicePortNotFound | DropCause::LbRuleMismatch => {
            "use a port that the service has".to_owned()
        }
        DropCause::SnatPortsExhausted => "add outbound addresses, or lower the ports of each node".to_owned(),
        DropCause::NoOutboundMethod | DropCause::PrivateTrafficToInternet => way_out(packet),
        DropCause::SourceRangeDenied => format!("add {} to the service's source ranges", packet.source),
        DropCause::PeeringForbids => "allow access and forwarded traffic on the peering".to_owned(),
        DropCause::InternetToPrivateAddress => "expose the pods by a service of type LoadBalancer".to_owned(),
        DropCause::ProtocolNotNattable => {
            "use TCP or UDP, or an appliance that translates the protocol".to_owned()
        }
        DropCause::RouteTableNotAssociated
        | DropCause::RouteNotYetEffective
        | DropCause::TtlExceeded
        | DropCause::PodNotRunning
        | DropCause::VmNotRunning
        | DropCause::NetworkPolicyEgress
        | DropCause::NetworkPolicyIngress
        | DropCause::NsgRuleOutbound
        | DropCause::NsgRuleInbound
        | DropCause::FragmentDropped
        | DropCause::NoSessionForReply
        | DropCause::ReplySourceMismatch
        | DropCause::HairpinDisabled => String::new(),
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
    let network = match &end.place {
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
    if matches!(end.place, Place::OnPremises(_)) {
        return match cluster {
            Some(_) => "start the flow in the pod, expose a service, or use Azure CNI".to_owned(),
            None => String::new(),
        };
    }
    let elsewhere: Option<RouteTableName> = end.route.as_ref().and_then(|choice| {
        let mut unused = choice.losers.iter().filter(|c| c.outcome == CandidateOutcome::TableNotAssociated);
        unused.next()?.route.route.as_ref().map(|route| route.table_name())
    });
    if let Some(table) = elsewhere {
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
