//! Does each service of the cluster have an endpoint that takes flows, as far as one machine can tell?
//!
//! Which endpoints a node may choose is decided by [`crate::flow`]; whether a chosen one is reached is a matter of pairs,
//! see [`super::report`].

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use super::contracts::Proof;
use super::host::HostKey;
use crate::address::{Family, number_of};
use crate::flow::eligible_endpoints;
use crate::model::{Service, TrafficPolicy};
use crate::name::{Segment, ServiceName};
use crate::state::{AddressHolder, State};

/// Where an endpoint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// A pod that runs on this node, which takes packets.
    Pod(HostKey),
    /// This node itself, which takes packets.
    Node(HostKey),
    /// Nothing takes packets there.
    Nowhere,
    /// At an address of no node and no pod.
    Elsewhere,
}

/// What a service comes to if every node reaches every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Each port has an endpoint.
    Stands,
    /// Some port has only endpoints that the model knows nothing of.
    Unknown,
    /// Some port has no endpoint.
    Falls,
}

/// The services of a cluster that have a cluster address.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Services {
    pub(super) all: BTreeMap<ServiceName, (Arc<Service>, Standing)>,
    /// Services by the addresses of their endpoints.
    pub(super) served: BTreeSet<((Family, u128), ServiceName)>,
    pub(super) fallen: usize,
    pub(super) unknown: usize,
}

impl Services {
    /// Puts a service in, without its standing.
    pub(super) fn put(&mut self, service: &Arc<Service>) {
        if service.cluster_addresses.is_empty() {
            return;
        }
        self.served.extend(keys(service));
        self.all.insert(service.name.clone(), (Arc::clone(service), Standing::Stands));
    }

    /// Takes a service out.
    pub(super) fn take(&mut self, name: &ServiceName) {
        let Some((service, standing)) = self.all.remove(name) else { return };
        self.count(standing, |count| *count -= 1);
        for key in keys(&service) {
            self.served.remove(&key);
        }
    }

    fn set(&mut self, name: &ServiceName, standing: Standing) {
        let Some((_, known)) = self.all.get_mut(name) else { return };
        let before = std::mem::replace(known, standing);
        self.count(before, |count| *count -= 1);
        self.count(standing, |count| *count += 1);
    }

    fn count(&mut self, standing: Standing, change: impl FnOnce(&mut usize)) {
        match standing {
            Standing::Stands => {}
            Standing::Unknown => change(&mut self.unknown),
            Standing::Falls => change(&mut self.fallen),
        }
    }

    /// Services with an endpoint at one of the addresses.
    pub(super) fn served_at(&self, family: Family, first: u128, last: u128) -> Vec<ServiceName> {
        let lowest = || Segment::lowest();
        let name = ServiceName { cluster: lowest(), namespace: lowest(), service: lowest() };
        self.served
            .range(((family, first), name)..)
            .take_while(|((f, number), _)| *f == family && *number <= last)
            .map(|(_, name)| name.clone())
            .collect()
    }
}

fn keys(service: &Service) -> impl Iterator<Item = ((Family, u128), ServiceName)> + '_ {
    let addresses = service.endpoints.iter().map(|endpoint| endpoint.address);
    addresses.map(|address| ((Family::of(address), number_of(address)), service.name.clone()))
}

/// One port of a service in one family: the endpoints that a node may choose.
pub(super) struct Choice {
    pub(super) family: Family,
    pub(super) endpoints: Vec<IpAddr>,
}

/// The choices of a service, for each port and family.
pub(super) fn choices(service: &Service) -> impl Iterator<Item = Choice> + '_ {
    let families: BTreeSet<_> = service.cluster_addresses.iter().map(|a| Family::of(*a)).collect();
    service.ports.iter().flat_map(move |port| {
        let each = families.clone().into_iter();
        each.map(move |family| Choice { family, endpoints: eligible_endpoints(service, port, family) })
    })
}

/// Whether nodes without an endpoint of their own drop flows to the service on purpose.
pub(super) fn is_local(service: &Service) -> bool {
    service.internal_traffic_policy == TrafficPolicy::Local
}

impl Proof {
    /// Looks up where an endpoint is.
    pub(super) fn spot(&self, state: &State, address: IpAddr) -> Spot {
        let at = (Family::of(address), number_of(address));
        let ready = |key: &HostKey| self.hosts.get(key).is_some_and(super::host::Host::is_ready_node);
        if let Some(key) = self.run_at(at) {
            let space = state.pod_space(&self.setting.cluster);
            let found = space.and_then(|space| state.find(&space, address));
            let runs = found.is_some_and(|found| matches!(found.holder, AddressHolder::Allocation(_)));
            return if runs && ready(&key) { Spot::Pod(key) } else { Spot::Nowhere };
        }
        match self.host_at(at) {
            Some(key) if ready(&key) => Spot::Node(key),
            Some(key) if self.hosts.get(&key).is_some_and(|host| host.pods > 0) => Spot::Nowhere,
            Some(_) | None => Spot::Elsewhere,
        }
    }

    /// Judges a service anew.
    pub(super) fn judge_service(&mut self, state: &State, name: &ServiceName) {
        let Some((service, _)) = self.services.all.get(name) else { return };
        let standing = choices(service).map(|choice| self.standing(state, service, &choice)).max();
        self.services.set(name, standing.unwrap_or(Standing::Stands));
    }

    fn standing(&self, state: &State, service: &Service, choice: &Choice) -> Standing {
        let mut best = Standing::Falls;
        for endpoint in &choice.endpoints {
            match self.spot(state, *endpoint) {
                Spot::Pod(_) | Spot::Node(_) if self.some_node_has_strangers(state, service, choice) => {
                    return Standing::Unknown;
                }
                Spot::Pod(_) | Spot::Node(_) => return Standing::Stands,
                Spot::Elsewhere => best = Standing::Unknown,
                Spot::Nowhere => {}
            }
        }
        best
    }

    /// Whether some node must choose, under policy Local, among endpoints that are said to be its own and are none of its
    /// pods nor itself: what another node has does not help there.
    pub(super) fn some_node_has_strangers(&self, state: &State, service: &Service, choice: &Choice) -> bool {
        if !is_local(service) {
            return false;
        }
        let mut nodes: BTreeMap<&Segment, (bool, bool)> = BTreeMap::new();
        for endpoint in service.endpoints.iter().filter(|e| choice.endpoints.contains(&e.address)) {
            let Some(node) = &endpoint.node else { continue };
            let stands = matches!(self.spot(state, endpoint.address), Spot::Pod(_) | Spot::Node(_));
            let (ready, any_stands) = nodes.entry(node).or_default();
            // Endpoints that shut down take flows only where none is ready.
            match (endpoint.ready, *ready) {
                (true, false) => (*ready, *any_stands) = (true, stands),
                (false, true) => {}
                (true, true) | (false, false) => *any_stands |= stands,
            }
        }
        nodes.values().any(|(_, any_stands)| !any_stands)
    }
}
