//! What does a pod do with a packet that it sends: the choice among the routes of its own network namespace.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::{Control, Hop, Ingress, Station, abort, deliver};
use super::recorder::Recorder;
use super::step::{Detail, DeviceRoute, Place, RouteDecision};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{AbortCause, RouteScope, StepKind};
use super::world::{World, bridge_address, owns_pod_address};
use crate::address::{Family, address_of};
use crate::model::{Allocation, Cluster, NetworkMode, Node, PodDataPath};
use crate::prefix::Prefix;
use crate::routes::CandidateOutcome;

/// The packet leaves the pod.
pub(super) fn send<R: Recorder>(
    world: World<'_>,
    pod: &Arc<Allocation>,
    transit: &mut Transit<R>,
) -> Control {
    let place = Arc::new(Place::Pod(pod.name.clone()));
    let Some(node) = world.node_of(pod) else {
        return abort(
            AbortCause::ConfigNotFound,
            &place,
            format!("node {} of the pod is not in the model", pod.node),
        );
    };
    let Some(cluster) = world.cluster_of(node) else {
        return abort(
            AbortCause::ConfigNotFound,
            &place,
            format!("the cluster of {} is not in the model", node.name),
        );
    };
    let destination = transit.packet.destination;
    if pod.addresses.iter().any(|held| held.address == destination) {
        let local = device(Prefix::host(destination), "lo", None);
        let decision = choose(RouteScope::Pod, vec![local], destination);
        transit.record(StepKind::RouteLocal, &place, || (sentence(&decision), Detail::Route(decision)));
        let text = format!("{destination} is the pod's own address");
        return deliver(Station::Pod(Arc::clone(pod)), text);
    }
    let decision = choose(RouteScope::Pod, routes(cluster, pod, destination), destination);
    transit.record(StepKind::ApplyRoute, &place, || (sentence(&decision), Detail::Route(decision)));
    let bridged = match cluster.mode {
        // What is for the bridge itself comes to the node's stack and is routed from there, as an answer that is
        // rewritten back.
        NetworkMode::Kubenet => {
            owns_pod_address(node, destination)
                && bridge_address(node, Family::of(destination)) != Some(destination)
        }
        NetworkMode::AzureCni => {
            cluster.pod_data_path == PodDataPath::Bridge && is_neighbour(node, destination)
        }
    };
    Control::Next(Hop::Node(Arc::clone(node), Ingress::Pod { bridged }))
}

fn is_neighbour(node: &Node, destination: IpAddr) -> bool {
    owns_pod_address(node, destination) || node.addresses.contains(&destination)
}

/// A pod's routes: its own segment where it has one, and everything else by its gateway.
fn routes(cluster: &Cluster, pod: &Allocation, destination: IpAddr) -> Vec<DeviceRoute> {
    let family = Family::of(destination);
    let Some(held) = pod.addresses.iter().find(|held| Family::of(held.address) == family) else {
        return Vec::new();
    };
    let segment = match (cluster.mode, cluster.pod_data_path) {
        (NetworkMode::Kubenet, _) | (NetworkMode::AzureCni, PodDataPath::Bridge) => {
            Prefix::containing(held.address, held.prefix_length)
        }
        (NetworkMode::AzureCni, PodDataPath::Transparent) => None,
    };
    let on_link = segment.map(|prefix| device(prefix, "eth0", None));
    on_link.into_iter().chain(default_route(family, held.gateway)).collect()
}

/// A default route.
pub(super) fn default_route(family: Family, gateway: IpAddr) -> Option<DeviceRoute> {
    Prefix::containing(address_of(family, 0), 0).map(|prefix| device(prefix, "eth0", Some(gateway)))
}

/// A route of a device, before the choice.
pub(super) fn device(prefix: Prefix, device: &'static str, gateway: Option<IpAddr>) -> DeviceRoute {
    DeviceRoute { prefix, device, gateway, outcome: CandidateOutcome::ShorterPrefix }
}

/// Chooses the longest prefix.
pub(super) fn choose(scope: RouteScope, routes: Vec<DeviceRoute>, destination: IpAddr) -> RouteDecision {
    let mut losers: Vec<_> = routes.into_iter().filter(|route| route.prefix.contains(destination)).collect();
    losers.sort_by_key(|route| std::cmp::Reverse(route.prefix.length()));
    let winner = (!losers.is_empty()).then(|| losers.remove(0));
    let winner = winner.map(|route| DeviceRoute { outcome: CandidateOutcome::Selected, ..route });
    RouteDecision::Device { scope, winner, losers }
}

/// The choice as a sentence.
pub(super) fn sentence(decision: &RouteDecision) -> Text {
    match decision {
        RouteDecision::Device { winner: Some(DeviceRoute { prefix, device, gateway, .. }), .. } => {
            let (prefix, device, gateway) = (*prefix, *device, *gateway);
            Text::later(move || match gateway {
                Some(gateway) => format!("{prefix} leads to {gateway} by {device}"),
                None => format!("{prefix} is on {device}"),
            })
        }
        RouteDecision::Vnet(lookup) => match &lookup.winner {
            Some(won) => {
                let (prefix, next_hop) = (won.route.prefix, won.route.next_hop.azure());
                Text::later(move || format!("{prefix} leads to {next_hop}"))
            }
            None => "no route matches".into(),
        },
        RouteDecision::Device { winner: None, .. } => "no route matches".into(),
    }
}
