//! What does a pod do with a packet that it sends: the choice among the routes of its own network namespace.

use std::net::IpAddr;
use std::sync::Arc;

use super::hop::{Control, Hop, Ingress, Station, abort, deliver};
use super::recorder::Recorder;
use super::step::{Detail, DeviceRoute, RouteDecision};
use super::text::Text;
use super::transit::Transit;
use super::vocabulary::{AbortCause, RouteScope, StepKind};
use super::world::{World, bridge_address, owns_pod_address};
use crate::address::{Family, address_of};
use crate::model::{Allocation, Cluster, NetworkMode, Node, PodDataPath};
use crate::prefix::Prefix;
use crate::routes::CandidateOutcome;
use crate::text::put_all;

/// The packet leaves the pod.
pub(super) fn send<R: Recorder>(
    world: World<'_>,
    pod: &Arc<Allocation>,
    transit: &mut Transit<R>,
) -> Control {
    let place = world.pod_place(pod);
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
        transit.record(StepKind::RouteLocal, &place, || {
            let mut matching = Matching::new(destination, true);
            matching.offer_host(destination, "lo");
            let decision = matching.choose(RouteScope::Pod);
            (sentence(&decision), Detail::Route(decision))
        });
        let text = format!("{destination} is the pod's own address");
        return deliver(world, Station::Pod(Arc::clone(pod)), text);
    }
    transit.record(StepKind::ApplyRoute, &place, || {
        let decision = routes(cluster, pod, destination).choose(RouteScope::Pod);
        (sentence(&decision), Detail::Route(decision))
    });
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
fn routes(cluster: &Cluster, pod: &Allocation, destination: IpAddr) -> Matching {
    let family = Family::of(destination);
    let mut matching = Matching::new(destination, true);
    let Some(held) = pod.addresses.iter().find(|held| Family::of(held.address) == family) else {
        return matching;
    };
    let segment = match (cluster.mode, cluster.pod_data_path) {
        (NetworkMode::Kubenet, _) | (NetworkMode::AzureCni, PodDataPath::Bridge) => {
            Prefix::containing(held.address, held.prefix_length)
        }
        (NetworkMode::AzureCni, PodDataPath::Transparent) => None,
    };
    if let Some(segment) = segment {
        matching.offer(segment, "eth0", None);
    }
    matching.offer_default(held.gateway);
    matching
}

/// The routes of a device that match one destination, the longest prefix first, of equal ones the first that was offered.
pub(super) struct Matching {
    /// The destination.
    pub(super) destination: IpAddr,
    best: Option<DeviceRoute>,
    /// Whether who loses is kept.
    keeps: bool,
    others: Vec<DeviceRoute>,
}

impl Matching {
    /// Of a device without routes; `keeps` says whether who loses is asked for.
    pub(super) fn new(destination: IpAddr, keeps: bool) -> Self {
        Self { destination, best: None, keeps, others: Vec::new() }
    }

    /// Adds a route if it matches.
    pub(super) fn offer(&mut self, prefix: Prefix, device: &'static str, gateway: Option<IpAddr>) {
        if prefix.contains(self.destination) {
            self.put(DeviceRoute { prefix, device, gateway, outcome: CandidateOutcome::ShorterPrefix });
        }
    }

    /// Adds the route of one address if it is the destination.
    pub(super) fn offer_host(&mut self, address: IpAddr, device: &'static str) {
        if address == self.destination {
            self.offer(Prefix::host(address), device, None);
        }
    }

    /// Adds a default route.
    pub(super) fn offer_default(&mut self, gateway: IpAddr) {
        let everything = Prefix::containing(address_of(Family::of(self.destination), 0), 0);
        if let Some(everything) = everything {
            self.offer(everything, "eth0", Some(gateway));
        }
    }

    fn put(&mut self, route: DeviceRoute) {
        let length = route.prefix.length();
        match &mut self.best {
            None => self.best = Some(route),
            Some(best) if best.prefix.length() < length => {
                let before = std::mem::replace(best, route);
                if self.keeps {
                    self.others.insert(0, before);
                }
            }
            Some(_) if self.keeps => {
                let place = self.others.iter().position(|other| other.prefix.length() < length);
                self.others.insert(place.unwrap_or(self.others.len()), route);
            }
            Some(_) => {}
        }
    }

    /// Chooses the longest prefix.
    pub(super) fn choose(self, scope: RouteScope) -> RouteDecision {
        let winner = self.best.map(|route| DeviceRoute { outcome: CandidateOutcome::Selected, ..route });
        RouteDecision::Device { scope, winner, losers: self.others }
    }
}

/// The choice as a sentence.
pub(super) fn sentence(decision: &RouteDecision) -> Text {
    match decision {
        RouteDecision::Device { winner: Some(DeviceRoute { prefix, device, gateway, .. }), .. } => {
            Text::of_route(*prefix, device, *gateway, |text, prefix, device, gateway| match gateway {
                Some(gateway) => put_all(text, &[&prefix, &" leads to ", &gateway, &" by ", &device]),
                None => put_all(text, &[&prefix, &" is on ", &device]),
            })
        }
        RouteDecision::Vnet(lookup) => match &lookup.winner {
            Some(won) => {
                Text::of_route(won.route.prefix, won.route.next_hop.azure(), None, |text, prefix, hop, _| {
                    put_all(text, &[&prefix, &" leads to ", &hop]);
                })
            }
            None => "no route matches".into(),
        },
        RouteDecision::Device { winner: None, .. } => "no route matches".into(),
    }
}
