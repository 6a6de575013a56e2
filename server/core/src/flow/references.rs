//! Which resources decided a step, and as they were when. Asked by whoever shows a trace, so that one that is only judged
//! does not pay for names.

use super::step::{Detail, FilterSource, Place, Reference, RouteDecision, Step};
use crate::meta::{Meta, Resource, Revision};
use crate::state::State;
use crate::text::{Put, text_of};

/// Resources behind a step of a trace of this state: the place, then what its detail names.
pub fn references(state: &State, step: &Step) -> Vec<Reference> {
    let mut list = Vec::new();
    let mut take = |name: &dyn Put, revision| list.push(Reference { name: text_of(&[name]), revision });
    if let Some((name, revision)) = reference_of_place(state, &step.place) {
        take(name, revision);
    }
    references_of_detail(state, &step.detail, &mut take);
    list
}

/// The resource that a place is, by its name, with the revision that changed it last; `None` for places that are none.
pub fn reference_of_place<'p>(state: &State, place: &'p Place) -> Option<(&'p dyn Put, Revision)> {
    let of = |meta: &Meta| meta.revision;
    Some(match place {
        Place::Pod(name) => (name, state.allocations.get(name)?.revision),
        Place::Node(name) => (name, of(state.nodes.get(name)?.meta())),
        Place::Vm(name) => (name, of(state.reservations.get(name)?.meta())),
        Place::Subnet(name) | Place::NatGateway(name) => (name, of(state.subnets.get(name)?.meta())),
        Place::LoadBalancer(name) => (name, of(state.clusters.get(name)?.meta())),
        Place::Gateway(name) | Place::OnPremises(name) => (name, of(state.networks.get(name)?.meta())),
        Place::Internet | Place::Nowhere => return None,
    })
}

/// The resources that the detail of a step names, in order, each with the revision that changed it last.
pub fn references_of_detail(state: &State, detail: &Detail, take: &mut dyn FnMut(&dyn Put, Revision)) {
    match detail {
        Detail::Route(RouteDecision::Vnet(choice)) => {
            for route in choice.winner.iter().chain(&choice.losers).filter_map(|c| c.route.route.as_ref()) {
                if let Some(route) = state.routes.get(route) {
                    take(&route.name, route.meta.revision);
                }
            }
        }
        Detail::Backend(selection) => {
            if let Some(service) = state.services.get(&selection.service) {
                take(&service.name, service.meta.revision);
            }
        }
        Detail::Filter(decision) => match &decision.source {
            Some(FilterSource::Group(name)) => {
                if let Some(group) = state.network_security_groups.get(name) {
                    take(name, group.meta.revision);
                }
            }
            Some(FilterSource::Policy(name)) => {
                if let Some(policy) = state.network_policies.get(name) {
                    take(name, policy.meta.revision);
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
}
