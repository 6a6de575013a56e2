//! Which resources decided a step, and as they were when. Asked by whoever shows a trace, so that one that is only judged
//! does not pay for names.

use super::step::{Detail, FilterSource, Place, Reference, RouteDecision, Step};
use crate::meta::{Meta, Resource};
use crate::state::State;

/// Resources behind a step of a trace of this state: the place, then what its detail names.
pub fn references(state: &State, step: &Step) -> Vec<Reference> {
    let mut list = Vec::new();
    let mut add = |name: String, meta: Option<&Meta>| {
        if let Some(meta) = meta {
            list.push(Reference { name, revision: meta.revision });
        }
    };
    let place = step.place.to_string();
    match &*step.place {
        Place::Pod(name) => {
            if let Some(pod) = state.allocations.get(name) {
                list.push(Reference { name: place, revision: pod.revision });
            }
        }
        Place::Node(name) => add(place, state.nodes.get(name).map(|node| node.meta())),
        Place::Vm(name) => add(place, state.reservations.get(name).map(|vm| vm.meta())),
        Place::Subnet(name) | Place::NatGateway(name) => {
            add(name.to_string(), state.subnets.get(name).map(|subnet| subnet.meta()));
        }
        Place::LoadBalancer(name) => {
            add(name.to_string(), state.clusters.get(name).map(|cluster| cluster.meta()));
        }
        Place::Gateway(name) | Place::OnPremises(name) => {
            add(name.to_string(), state.networks.get(name).map(|network| network.meta()));
        }
        Place::Internet | Place::Nowhere => {}
    }
    match &step.detail {
        Detail::Route(RouteDecision::Vnet(choice)) => {
            for route in choice.winner.iter().chain(&choice.losers).filter_map(|c| c.route.route.as_ref()) {
                if let Some(route) = state.routes.get(route) {
                    list.push(Reference { name: route.name.to_string(), revision: route.meta.revision });
                }
            }
        }
        Detail::Backend(selection) => {
            if let Some(service) = state.services.get(&selection.service) {
                list.push(Reference { name: service.name.to_string(), revision: service.meta.revision });
            }
        }
        Detail::Filter(decision) => match &decision.source {
            Some(FilterSource::Group(name)) => {
                if let Some(group) = state.network_security_groups.get(name) {
                    list.push(Reference { name: name.to_string(), revision: group.meta.revision });
                }
            }
            Some(FilterSource::Policy(name)) => {
                if let Some(policy) = state.network_policies.get(name) {
                    list.push(Reference { name: name.to_string(), revision: policy.meta.revision });
                }
            }
            None => {}
        },
        Detail::None
        | Detail::Route(RouteDecision::Device { .. })
        | Detail::NextHop { .. }
        | Detail::Nat(_)
        | Detail::SkipNat(_)
        | Detail::Session(_)
        | Detail::Drop(_)
        | Detail::Forward(_)
        | Detail::Abort(_) => {}
    }
    list
}
